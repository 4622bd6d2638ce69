package codec_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// seen is what a test compares of a finding.
type seen struct {
	Rule         string
	Severity     ocs.Severity
	Path         ocs.Pointer
	Line, Column int
}

func look(fs ocs.Findings) []seen {
	var list []seen
	for _, f := range fs {
		list = append(list, seen{f.Rule, f.Severity, f.Path, f.Pos.Line, f.Pos.Column})
	}
	return list
}

// planted are the faults of testdata/faults.yaml and faults.json, and where
// they stand in each.
var planted = []struct {
	rule       string
	path       ocs.Pointer
	yaml, json [2]int // line and column
}{
	{"unknown-field", "/titel", [2]int{4, 1}, [2]int{4, 3}},
	{"wrong-type", "/title", [2]int{5, 8}, [2]int{5, 12}},
	{"invalid-value", "/period", [2]int{6, 9}, [2]int{6, 13}},
	{"wrong-type", "/languages/2", [2]int{10, 5}, [2]int{10, 5}},
	{"null-value", "/jurisdiction", [2]int{11, 14}, [2]int{12, 19}},
	{"wrong-type", "/threats/0/priority", [2]int{15, 15}, [2]int{15, 37}},
	{"duplicate-field", "/threats/0/id", [2]int{16, 5}, [2]int{15, 44}},
	{"wrong-type", "/objectives", [2]int{19, 13}, [2]int{18, 17}},
	{"unknown-field", "/plans/0/commitments/0/leed", [2]int{24, 9}, [2]int{23, 9}},
	{"invalid-value", "/plans/0/commitments/0/deadline", [2]int{25, 19}, [2]int{24, 21}},
	{"null-value", "/plans/0/commitments/0/costs/0/class", [2]int{27, 36}, [2]int{25, 48}},
	{"wrong-type", "/plans/0/commitments/1", [2]int{28, 9}, [2]int{26, 8}},
	{"invalid-value", "/consultations/0/attendance", [2]int{33, 17}, [2]int{30, 50}},
	{"wrong-type", "/reports/0/readings/0/value", [2]int{38, 16}, [2]int{32, 63}},
	{"duplicate-field", "/extensions/example.gov~1case/a", [2]int{42, 5}, [2]int{35, 34}},
}

// A fault has the same code and pointer in either syntax, and all are found in
// one run.
func TestPlantedFaults(t *testing.T) {
	for _, format := range []codec.Syntax{codec.YAML, codec.JSON} {
		t.Run(string(format), func(t *testing.T) {
			name := "faults." + string(format)
			data, err := os.ReadFile("testdata/" + name)
			require.NoError(t, err)
			d := codec.Decode(name, data, nil)

			var want []seen
			for _, p := range planted {
				place := p.yaml
				if format == codec.JSON {
					place = p.json
				}
				want = append(want, seen{p.rule, ocs.Error, p.path, place[0], place[1]})
			}
			if format == codec.JSON { // in YAML a plain 7 is text where text is wanted
				i := slices.IndexFunc(want, func(s seen) bool { return s.Path == "/languages/2" })
				want = slices.Insert(want, i, seen{"wrong-type", ocs.Error, "/languages/1", 9, 5})
			}
			if diff := cmp.Diff(want, look(d.Findings)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			if d.Refused {
				t.Error("the document is refused")
			}
			survivors := []string{
				string(d.Strategy.Threats[0].ID), d.Strategy.Threats[0].Name, d.Strategy.Threats[1].Name,
				d.Strategy.Plans[0].Commitments[2].Title, d.Strategy.Plans[0].Commitments[0].Costs[0].Money.String(),
				string(d.Strategy.Extensions["example.gov/case"]),
			}
			if diff := cmp.Diff([]string{"th-1", "راہداری", "good", "survives", "PKR 12", `{"a":1,"b":null}`}, survivors); diff != "" {
				t.Errorf("what is right beside the faults (-want +got):\n%s", diff)
			}
		})
	}
}

// Offsets point at the same place as lines and columns.
func TestOffsets(t *testing.T) {
	data, err := os.ReadFile("testdata/faults.yaml")
	require.NoError(t, err)
	d := codec.Decode("faults.yaml", data, nil)
	var got []string
	for _, f := range d.Findings {
		got = append(got, string(data[f.Pos.Offset:f.Pos.Offset+3]))
	}
	want := []string{"tit", "[no", `"20`, "{ u", "\nth", `"ye`, "id:", "non", "lee", "soo", "nul", "tex", "12.", `"12`, "a: "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("text at the offsets (-want +got):\n%s", diff)
	}
}

func TestFaults(t *testing.T) {
	const e, w = ocs.Error, ocs.Warning
	tests := []struct {
		name, file, data string
		want             []seen
		refused          bool
	}{
		{"indentation", "a.yaml", "schema: ocs/v1\nthreats:\n  - id: a\n    name: b\n   kind: c\n", []seen{{"syntax", e, "", 5, 4}}, true},
		{"tab", "a.yaml", "schema: ocs/v1\nthreats:\n  - id: a\n\tname: b\n", []seen{{"syntax", e, "", 4, 1}}, true},
		{"colon in text", "a.yaml", "schema: ocs/v1\ntitle: a: b\n", []seen{{"syntax", e, "", 2, 9}}, true},
		{"text behind a quote", "a.yaml", "schema: ocs/v1\nvision: 'اردو' b\n", []seen{{"syntax", e, "", 2, 16}}, true},
		{"control character", "a.yaml", "schema: ocs/v1\ntitle: x\ay\n", []seen{{"syntax", e, "", 2, 9}}, true},
		{"unknown anchor", "a.yaml", "schema: ocs/v1\ntitle: *x\n", []seen{{"syntax", e, "", 2, 8}}, true},
		{"syntax after the document", "a.yaml", "schema: ocs/v1\n---\nid: [\n", []seen{{"syntax", e, "", 4, 1}}, true},
		{"comma at the end", "a.json", "{\"schema\":\"ocs/v1\",\n \"title\": \"a\",}", []seen{{"syntax", e, "", 2, 14}}, true},
		{"line end in text", "a.json", "{\"schema\":\"ocs/v1\",\n \"title\": \"اردو\n\"}", []seen{{"syntax", e, "", 2, 16}}, true},
		{"end of file", "a.json", "{\"schema\":\"ocs/v1\",\n", []seen{{"syntax", e, "", 2, 1}}, true},
		{"syntax after other faults", "a.json", "{\"schema\":\"ocs/v1\",\n\"x\":1, 2}", []seen{{"syntax", e, "", 2, 8}}, true},
		{"more text", "a.json", `{"schema":"ocs/v1"} {}`, []seen{{"syntax", e, "", 1, 21}}, true},
		{"two documents", "a.yaml", "schema: ocs/v1\n---\nid: a\n", []seen{{"multiple-documents", e, "", 2, 1}}, true},
		{"null document", "a.json", "null", []seen{{"empty-document", e, "", 1, 1}}, true},
		{"comments only", "a.yaml", "# nothing\n", []seen{{"empty-document", e, "", 1, 1}}, true},
		{"invalid UTF-8", "a.json", "{\"schema\":\"ocs/v1\",\n \"title\": \"é\xff\"}", []seen{{"unsupported-encoding", e, "", 2, 13}}, true},
		{"no schema", "a.yaml", "\n# c\nid: a\n", []seen{{"schema-missing", e, "/schema", 3, 1}}, false},
		{"next major schema", "a.json", `{"schema": "ocs/v2", "x": 1}`, []seen{{"schema-unsupported", e, "/schema", 1, 12}}, true},
		{"next major schema, nothing else wrong", "a.yaml", "id: a\nschema: ocs/v2\n", []seen{{"schema-unsupported", e, "/schema", 2, 9}}, true},
		{"other schema", "a.yaml", "schema: ocs/v10\n", []seen{{"schema-unsupported", e, "/schema", 1, 9}}, true},
		{"next minor schema", "a.yaml", "schema: ocs/v1.1\nx: 1\ntitle: []\n",
			[]seen{{"unknown-field", w, "/x", 2, 1}, {"wrong-type", e, "/title", 3, 8}}, false},
		{"schema without a value", "a.yaml", "id: a\nschema:\n", []seen{{"null-value", e, "/schema", 2, 8}}, false},
		{"list for a document", "a.yaml", "- a\n", []seen{{"wrong-type", e, "", 1, 1}}, true},
		{"merge key", "a.yaml", "schema: ocs/v1\n<<: {id: a}\n", []seen{{"unsupported-yaml", e, "", 2, 1}}, false},
		{"declared tags", "a.yaml", "# c\n\n%TAG !a! tag:a,2000:\n---\nschema: ocs/v1\n", []seen{{"unsupported-yaml", e, "", 3, 1}}, true},
		{"declared tags of a second document", "a.yaml", "schema: ocs/v1\n... # c\r%YAML 1.1\r\n%TAG !a! a\n---\na\n", []seen{{"unsupported-yaml", e, "", 3, 1}}, true},
		{"what looks like declared tags", "a.yaml", "%YAML 1.1\n---\nschema: ocs/v1\ntitle: \"...\n%TAG\"\nvision: x\n   ...\n %TAG !a! a\nx: y\n",
			[]seen{{"unknown-field", e, "/x", 9, 1}}, false},
		{"version of YAML", "a.yaml", "# %TAG\n%YAML 1.2\n---\nschema: ocs/v1\ntitle: \"a\n%TAG\"\nvision: x\n   ...\n %TAG !a! a\nx: y\n",
			[]seen{{"unknown-field", e, "/x", 10, 1}}, false},
		{"version of YAML without a document", "a.yaml", "%YAML 1.2\nschema: ocs/v1\n", []seen{{"syntax", e, "", 2, 7}}, true},
		{"version of YAML of a second document", "a.yaml", "schema: ocs/v1\n...\n%YAML 1.2\n---\na\n", []seen{{"multiple-documents", e, "", 3, 1}}, true},
		{"two versions of YAML", "a.yaml", "%YAML 1.2\n%YAML 1.2\n---\nschema: ocs/v1\n", []seen{{"syntax", e, "", 2, 1}}, true},
		{"other version of YAML", "a.yaml", "%YAML 2.0\n---\nschema: ocs/v1\n", []seen{{"syntax", e, "", 1, 1}}, true},
		{"YAML without counterpart", "a.yaml", "schema: ocs/v1\n? [a]\n: b\ntitle: !x y\nextensions: {a.b: .inf, c.d: !!int 3, e.f: !!str 3}\n",
			[]seen{{"unsupported-yaml", e, "", 2, 3}, {"unsupported-yaml", e, "/title", 4, 8},
				{"unsupported-yaml", e, "/extensions/a.b", 5, 19}, {"unsupported-yaml", e, "/extensions/c.d", 5, 30}}, false},
		{"alias", "a.yaml", "schema: ocs/v1\ntitle: &t [a]\nvision: *t\n",
			[]seen{{"wrong-type", e, "/title", 2, 8}, {"wrong-type", e, "/vision", 3, 9}}, false},
		{"breaks that only YAML knows", "a.yaml", "schema: ocs/v1\ntitle: \"a\u2028b\"\nx: y\n", []seen{{"unknown-field", e, "/x", 3, 1}}, false},
		{"line ends of Windows", "a.yaml", "schema: ocs/v1\r\ntitle: |\r\n  a\r\n  b\r\nx: y\r\n", []seen{{"unknown-field", e, "/x", 5, 1}}, false},
		{"byte order mark", "a.json", "\uFEFF{\"x\": 1, \"schema\": \"ocs/v1\"}", []seen{{"unknown-field", e, "/x", 1, 2}}, false},
		{"null in a list", "a.yaml", "schema: ocs/v1\nlanguages: [en, ~]\n", []seen{{"null-value", e, "/languages/1", 1 + 1, 17}}, false},
		{"duplicate of an unknown field", "a.json", `{"schema":"ocs/v1","x":{"a":1,"a":2}}`, []seen{{"unknown-field", e, "/x", 1, 20}}, false},
		{"schema stated twice", "a.yaml", "schema: ocs/v1\nschema: ocs/v1\n", []seen{{"duplicate-field", e, "/schema", 2, 1}}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := codec.Decode(test.file, []byte(test.data), nil)
			if diff := cmp.Diff(test.want, look(d.Findings)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			if d.Refused != test.refused {
				t.Errorf("Refused = %v, want %v", d.Refused, test.refused)
			}
		})
	}
}

// What is wrong in syntax may have begun earlier; the finding says where.
func TestSyntaxBegan(t *testing.T) {
	d := codec.Decode("a.yaml", []byte("schema: ocs/v1\ntitle: \"abc\nid: b\n"), nil)
	require.Len(t, d.Findings, 1)
	require.Len(t, d.Findings[0].Related, 1)
	want := ocs.Position{File: "a.yaml", Line: 2, Column: 8, Offset: 22}
	if diff := cmp.Diff(want, d.Findings[0].Related[0].Pos); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Help suggests a name where one is near.
func TestSuggestions(t *testing.T) {
	d := codec.Decode("a.json", []byte(`{"schema":"ocs/v1","treats":[],"zzz":1,"plans":[{"Title":1}]}`), nil)
	require.Len(t, d.Findings, 3)
	for i, want := range []string{`"threats"`, "", `"title"`} {
		help := d.Findings[i].Help
		if got := strings.Contains(help, "?"); got != (want != "") || !strings.Contains(help, want) {
			t.Errorf("help %d is %q, want it to suggest %q", i, help, want)
		}
	}
}

// A plain scalar is the text that it looks like wherever the model wants text.
func TestPlainScalars(t *testing.T) {
	d := codec.Decode("a.yaml", []byte(`
schema: ocs/v1
id: 0123
version: 1.10
title: Yes
period: 2027
jurisdiction: {name: 2e3, countries: [NO]}
plans:
  - id: 1
    due: 2027-06-30
threats:
  - id: 1_000
    priority: TRUE
    offences: [{max-years: 007.50}, {max-years: +4}, {max-years: .5}, {max-years: 0x1F}]
extensions:
  x.y: {a: 1.10, b: yes, c: True, d: 0o17, e: 2027-06-30, f: 1_000, g: "1", h: ~, i: -0.0, j: 1e400}
`), nil)
	require.Empty(t, d.Findings)
	s := d.Strategy
	got := []string{string(s.ID), s.Version, s.Title, s.Period.String(), s.Jurisdiction.Name, string(s.Jurisdiction.Countries[0]),
		string(s.Plans[0].ID), s.Plans[0].Due.String(), string(s.Threats[0].ID), string(s.Extensions["x.y"])}
	for _, o := range s.Threats[0].Offences {
		got = append(got, o.MaxYears.String())
	}
	want := []string{"0123", "1.10", "Yes", "2027", "2e3", "NO", "1", "2027-06-30", "1_000",
		`{"a":1.10,"b":"yes","c":true,"d":15,"e":"2027-06-30","f":"1_000","g":"1","h":null,"i":-0.0,"j":1e400}`,
		"7.50", "4", "0.5", "31"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !s.Threats[0].Priority {
		t.Error("TRUE is not read as true")
	}
}

// Limits are those of the options.
func TestLimits(t *testing.T) {
	yaml := "schema: ocs/v1\nlanguages: [en, ur]\nextensions: {a.b: [&x [1, 2], *x]}\n"
	json := `{"schema":"ocs/v1","languages":["en","ur"],"extensions":{"a.b":[[1,2],[1,2]]}}`
	tests := []struct {
		name    string
		data    string
		o       codec.Options
		refused bool
	}{
		{"bytes", yaml, codec.Options{MaxBytes: len(yaml) - 1}, true},
		{"bytes, just enough", yaml, codec.Options{MaxBytes: len(yaml)}, false},
		{"depth", json, codec.Options{MaxDepth: 3}, true},
		{"depth, just enough", json, codec.Options{MaxDepth: 4}, false},
		{"depth in YAML", yaml, codec.Options{MaxDepth: 4}, true}, // an alias is one level more
		{"depth in YAML, just enough", yaml, codec.Options{MaxDepth: 5}, false},
		{"nodes", json, codec.Options{MaxNodes: 46}, true},
		{"nodes, just enough", json, codec.Options{MaxNodes: 47}, false},
		{"nodes in YAML", yaml, codec.Options{MaxNodes: 46}, true},
		{"nodes in YAML, just enough", yaml, codec.Options{MaxNodes: 47}, false},
		{"aliases", yaml, codec.Options{MaxAliases: 2}, true},
		{"aliases, just enough", yaml, codec.Options{MaxAliases: 3}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := codec.Decode("", []byte(test.data), &test.o)
			if d.Refused != test.refused {
				t.Fatalf("Refused = %v, findings %v", d.Refused, d.Findings)
			}
			if test.refused && (len(d.Findings) != 1 || d.Findings[0].Rule != "limit-exceeded") {
				t.Errorf("findings %v", d.Findings)
			}
		})
	}
}

// Every fault that is documented occurs in a test, and no other.
func TestFaultsAreDocumented(t *testing.T) {
	codes := map[string]bool{}
	for _, f := range codec.Faults() {
		if codes[f.Code] || f.Code == "" || f.Title == "" || f.Doc == "" {
			t.Errorf("incomplete or repeated: %+v", f)
		}
		codes[f.Code] = true
	}
	for _, code := range []string{"syntax", "unsupported-encoding", "empty-document", "multiple-documents", "unsupported-yaml",
		"limit-exceeded", "schema-missing", "schema-unsupported", "wrong-type", "invalid-value", "null-value", "unknown-field",
		"duplicate-field", "set-twice"} {
		if !codes[code] {
			t.Errorf("%s is not documented", code)
		}
		delete(codes, code)
	}
	if len(codes) > 0 {
		t.Errorf("not tested: %v", codes)
	}
}

// The quick way around entries without faults finds what the slow way does.
func TestQuickWay(t *testing.T) {
	for _, data := range []string{
		`{"schema":"ocs/v1","threats":[{"id":"a"},{"id":"b","x":[{"y":1}]},{"id":"c","id":"d"}],"id":1}`,
		`{"schema":"ocs/v1","plans":[{"id":"p","commitments":[{"id":"a","start":"2026-13"}, {"id":"b", "lead":null},
			{"id":"é","cites":[{"source":"s"},{"source":2},{"note":[]}]}, 7, {"extensions":{"a.b":null,"a.b":[null]}}]}, null]}`,
		`{"schema":"ocs/v1","x":1,"actors":[{"id":"a"},{"id":"b","name":"\ud83d"}]}`,
		`{"schema":"ocs/v1","x":1,"actors":[{"id":"a"},{"id":"b" "name":""}]}`,
	} {
		quick := codec.Decode("a.json", []byte(data), nil)
		slow := codec.Decode("a.json", []byte(data), &codec.Options{MaxDepth: 11}) // as deep as the model could be, so that depth is watched
		if diff := cmp.Diff(slow.Findings, quick.Findings); diff != "" || len(slow.Findings) == 0 {
			t.Errorf("findings (-slow +quick):\n%s", diff)
		}
		if diff := equal(slow.Strategy, quick.Strategy); diff != "" {
			t.Errorf("strategy (-slow +quick):\n%s", diff)
		}
	}
}
