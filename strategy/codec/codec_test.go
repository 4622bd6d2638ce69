package codec_test

import (
	v1 "encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/threat"
)

var formats = []codec.Syntax{codec.YAML, codec.JSON}

// equal says how two strategies differ, if they do. An empty list is none.
func equal(a, b strategy.Strategy) string { return cmp.Diff(a, b, cmpopts.EquateEmpty()) }

// corpus returns the documents under testdata, decoded.
func corpus(t testing.TB) map[string]*codec.Document {
	files, err := filepath.Glob("testdata/documents/*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	docs := map[string]*codec.Document{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		docs[filepath.Base(file)] = codec.Decode(file, data, nil)
	}
	return docs
}

// Every document is read without faults, and comes back equal from each format,
// in one file and in several.
func TestRoundTrips(t *testing.T) {
	for name, d := range corpus(t) {
		if len(d.Findings) > 0 {
			t.Errorf("%s: %v", name, d.Findings)
		}
		for _, format := range formats {
			t.Run(name+"/"+string(format), func(t *testing.T) {
				data, err := codec.Encode(&d.Strategy, format)
				require.NoError(t, err)
				one := codec.Decode("x."+string(format), data, nil)
				if diff := equal(d.Strategy, one.Strategy); diff != "" || len(one.Findings) > 0 {
					t.Errorf("one file: %v (-want +got):\n%s", one.Findings, diff)
				}
				again, err := codec.Encode(&one.Strategy, format)
				require.NoError(t, err)
				if diff := cmp.Diff(string(data), string(again)); diff != "" {
					t.Errorf("the bytes differ (-first +second):\n%s", diff)
				}

				files, err := codec.Split(&d.Strategy, format)
				require.NoError(t, err)
				many, err := codec.Load(folder(files), nil)
				require.NoError(t, err)
				if diff := equal(d.Strategy, many.Strategy); diff != "" || len(many.Findings) > 0 {
					t.Errorf("several files: %v (-want +got):\n%s", many.Findings, diff)
				}
			})
		}
	}
}

// folder is a file system that holds files.
func folder(files []codec.File) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

// The model means the same to encoding/json.
func TestEncodingJSON(t *testing.T) {
	for name, d := range corpus(t) {
		theirs, err := v1.Marshal(d.Strategy)
		require.NoError(t, err)
		read := codec.Decode("x.json", theirs, nil)
		if diff := equal(d.Strategy, read.Strategy); diff != "" || len(read.Findings) > 0 {
			t.Errorf("%s: reading theirs: %v (-want +got):\n%s", name, read.Findings, diff)
		}
		ours, err := codec.Encode(&d.Strategy, codec.JSON)
		require.NoError(t, err)
		var s strategy.Strategy
		require.NoError(t, v1.Unmarshal(ours, &s))
		if diff := equal(d.Strategy, s); diff != "" {
			t.Errorf("%s: their reading of ours (-want +got):\n%s", name, diff)
		}
		var a, b any
		require.NoError(t, v1.Unmarshal(ours, &a))
		require.NoError(t, v1.Unmarshal(theirs, &b))
		if diff := cmp.Diff(a, b); diff != "" {
			t.Errorf("%s: values differ (-ours +theirs):\n%s", name, diff)
		}
	}
}

// texts are hard to write in YAML.
var texts = []string{
	"", " ", "a ", " a", "\t", "a\tb", "a\n", "a\nb", "a\nb\n", "a\n\nb", "\na\nb", "a\nb\n\n", " a\nb", "a\n  b", "a \nb", "# a\nb", "a\n# b",
	"- a\n- b", "---\na", "...\na", "a\n---\nb", "\ta\nb", "a\n\tb", "%a\nb", "a\r\nb", "a\rb", "a\u0085b", "a\u2028b", "a\u2029\nb", "\uFEFFa", "a\u00A0b",
	"null", "~", "true", "Yes", "no", "NO", "on", "Off", "y", "n", "N", "2027", "2027-06-30", "2027-Q2", "1.10", "0123", "0x1F", "0o17", "1_000",
	"12:30", "12:30:45", "1e3", ".5", "-1", "+1", ".inf", ".nan", "1 000", "4D", "1st", "3 people", "<<", "=", "!a", "&a", "*a", "- a", "-", "--- a",
	"? a", "?", ": a", ":", "a: b", "a:", "a :b", "a #b", "a# b", "#a", "@a", "`a", "|", "> a", "'a'", `"a"`, "{a", "[a]", "a, b", "a]", "%a", "\\", `a\nb`,
	"a\x00b", "a\x07", "a\x7f", "اردو", "日本", "é", "😀", "e\u0301", "\u200Fa", "https://example.org/a#b", "2026/2030", "adoption+90d", "(a)", "/a", "a/b",
}

// Any text comes back from either format, as a value and as a name; another
// YAML reader takes it for the same text.
func TestTexts(t *testing.T) {
	for _, text := range texts {
		value, err := v1.Marshal(text)
		require.NoError(t, err)
		s := strategy.Strategy{Schema: strategy.Schema, Title: text, Threats: []threat.Threat{{ID: threat.ID(text)}},
			Extensions: ocs.Extensions{"x.y": value, text + ".z": value}}
		for _, format := range formats {
			data, err := codec.Encode(&s, format)
			require.NoError(t, err)
			d := codec.Decode("x."+string(format), data, nil)
			if diff := equal(s, d.Strategy); diff != "" || len(d.Findings) > 0 {
				t.Errorf("%q in %s: %v (-want +got):\n%s\n%s", text, format, d.Findings, diff, data)
			}
		}
		data, err := codec.Encode(&s, codec.YAML)
		require.NoError(t, err)
		var other map[string]any
		require.NoError(t, yaml.Unmarshal(data, &other))
		if got := other["threats"].([]any)[0].(map[string]any)["id"]; got != text {
			t.Errorf("%q is %#v to another reader of\n%s", text, got, data)
		}
	}
}

// Agency data is kept as it is: order, digits, nulls.
func TestExtensionsAreKept(t *testing.T) {
	const value = `{"b":[1.10,1e5,-0,12345678901234567890,null,true,"<&>"],"a":{},"":[]}`
	s := strategy.Strategy{Schema: strategy.Schema, Extensions: ocs.Extensions{"example.gov/x": v1.RawMessage(value)},
		Plans: []strategy.Plan{{ID: "p", Commitments: []strategy.Commitment{{ID: "c", Extensions: ocs.Extensions{"x.y": v1.RawMessage(value)}}}}}}
	for _, format := range formats {
		data, err := codec.Encode(&s, format)
		require.NoError(t, err)
		d := codec.Decode("x."+string(format), data, nil)
		got := []string{string(d.Strategy.Extensions["example.gov/x"]), string(d.Strategy.Plans[0].Commitments[0].Extensions["x.y"])}
		if diff := cmp.Diff([]string{value, value}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", format, diff)
		}
	}
}

func TestEncodeFails(t *testing.T) {
	if _, err := codec.Encode(&strategy.Strategy{Title: "\xff"}, codec.JSON); err == nil {
		t.Error("invalid UTF-8 is written")
	}
	if _, err := codec.Encode(&strategy.Strategy{}, "toml"); err == nil {
		t.Error("an unknown format is written")
	}
	if _, err := codec.Split(&strategy.Strategy{}, ""); err == nil {
		t.Error("an unknown format is split")
	}
}

func TestFormatOf(t *testing.T) {
	for name, want := range map[string]codec.Syntax{"a.yaml": codec.YAML, "b/A.YML": codec.YAML, "a.strategy.json": codec.JSON, "json": "", "a.txt": "", "": ""} {
		if got := codec.SyntaxOf(name); got != want {
			t.Errorf("SyntaxOf(%q) = %q, want %q", name, got, want)
		}
	}
}

// Names of plans that don't sort, or can't name files, don't change the order.
func TestSplitNames(t *testing.T) {
	tests := []struct {
		name string
		ids  []strategy.PlanID
		want []string
	}{
		{"in order", []strategy.PlanID{"a", "b"}, []string{"plans/a.yaml", "plans/b.yaml"}},
		{"not in order", []strategy.PlanID{"b", "a"}, []string{"plans/1-b.yaml", "plans/2-a.yaml"}},
		{"in order of names, not of files", []strategy.PlanID{"a", "a-b"}, []string{"plans/1-a.yaml", "plans/2-a-b.yaml"}},
		{"no file names", []strategy.PlanID{"../a", "b"}, []string{"plans/1.yaml", "plans/2.yaml"}},
		{"the same", []strategy.PlanID{"a", "A"}, []string{"plans/1.yaml", "plans/2.yaml"}},
		{"without", []strategy.PlanID{""}, []string{"plans/1.yaml"}},
		{"the name of a whole document", []strategy.PlanID{"a.strategy"}, []string{"plans/1.yaml"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := strategy.Strategy{Schema: strategy.Schema, ID: "s"}
			for _, id := range test.ids {
				s.Plans = append(s.Plans, strategy.Plan{ID: id})
			}
			files, err := codec.Split(&s, codec.YAML)
			require.NoError(t, err)
			var got []string
			for _, f := range files[1:] {
				got = append(got, f.Name)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("names (-want +got):\n%s", diff)
			}
			d, err := codec.Load(folder(files), nil)
			require.NoError(t, err)
			if diff := equal(s, d.Strategy); diff != "" {
				t.Errorf("loaded (-want +got):\n%s", diff)
			}
		})
	}
}

// Each element keeps its own file and line; so do faults.
func TestJoin(t *testing.T) {
	fsys := fstest.MapFS{
		"s/strategy.yaml":        {Data: []byte("schema: ocs/v1\nid: s\ntitle: first\nthreats:\n  - id: t-1\nextensions:\n  a.b: 1\n  c.d: 1\n")},
		"s/threats.yaml":         {Data: []byte("threats:\n  - id: t-2\n  - id: t-3\n    nam: x\ntitle: second\nextensions:\n  c.d: 2\n  e.f: 3\n")},
		"s/plans/a.json":         {Data: []byte("{\"schema\": \"ocs/v1\",\n \"plans\": [{\"id\": \"p-1\"}]}")},
		"s/plans/b.yml":          {Data: []byte("plans:\n  - id: p-2\n    title: [x]\n")},
		"s/translations/ur.yaml": {Data: []byte("t-1: {name: x}\n")},
		"s/.hidden/x.yaml":       {Data: []byte("nothing: here\n")},
		"s/README.md":            {Data: []byte("# no document\n")},
	}
	d, err := codec.Load(fsys, nil, "s")
	require.NoError(t, err)
	want := []string{
		`s/plans/b.yml:3:12 wrong-type /plans/1/title`,
		`s/threats.yaml:4:5 unknown-field /threats/2/nam`,
		`s/threats.yaml:5:8 set-twice /title`,
		`s/threats.yaml:7:8 set-twice /extensions/c.d`,
	}
	var got []string
	for _, f := range d.Findings {
		got = append(got, f.Pos.String()+" "+f.Rule+" "+string(f.Path))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	if pos := d.Findings[2].Related[0].Pos.String(); pos != "s/strategy.yaml:3:8" {
		t.Errorf("the title is first set at %s", pos)
	}
	ids := []string{string(d.Strategy.Threats[0].ID), string(d.Strategy.Threats[1].ID), string(d.Strategy.Threats[2].ID),
		string(d.Strategy.Plans[0].ID), string(d.Strategy.Plans[1].ID), d.Strategy.Title, string(d.Strategy.Extensions["c.d"])}
	if diff := cmp.Diff([]string{"t-1", "t-2", "t-3", "p-1", "p-2", "first", "1"}, ids); diff != "" {
		t.Errorf("contents (-want +got):\n%s", diff)
	}
	for path, want := range map[ocs.Pointer]string{
		"/threats/0/id":      "s/strategy.yaml:5:9",
		"/threats/2/id":      "s/threats.yaml:3:9",
		"/threats/2/markets": "s/threats.yaml:3:5",
		"/threats/9":         "s/strategy.yaml:5:3",
		"/plans/0":           "s/plans/a.json:2:12",
		"/plans/1/id":        "s/plans/b.yml:2:9",
		"/plans":             "s/plans/a.json:2:11",
		"/title":             "s/strategy.yaml:3:8",
		"/extensions/a.b":    "s/strategy.yaml:7:8",
		"/extensions/e.f":    "s/threats.yaml:8:8",
		"/vision":            "s/strategy.yaml:1:1",
		"":                   "s/strategy.yaml:1:1",
	} {
		if got := d.Position(path).String(); got != want {
			t.Errorf("Position(%q) = %s, want %s", path, got, want)
		}
	}
	if got := string(d.Source("s/plans/b.yml")); got != string(fsys["s/plans/b.yml"].Data) {
		t.Errorf("Source = %q", got)
	}
	if d.Source("s/none.yaml") != nil {
		t.Error("Source of a file that was not read")
	}
}

func TestLoadPaths(t *testing.T) {
	doc := func(id string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("schema: ocs/v1\nplans: [{id: " + id + "}]\n")}
	}
	fsys := fstest.MapFS{"one/b.yaml": doc("b"), "one/a.yaml": doc("a"), "two/x.strategy.yaml": doc("x"), "two/deep/y.strategy.json": {Data: []byte(`{"plans":[{"id":"y"}]}`)},
		"two/notes.yaml": doc("n"), "none/a.txt": {}}
	tests := []struct {
		name  string
		paths []string
		want  []strategy.PlanID
	}{
		{"folder", []string{"one"}, []strategy.PlanID{"a", "b"}},
		{"files in any order, twice", []string{"one/b.yaml", "one/a.yaml", "./one/b.yaml", "one"}, []strategy.PlanID{"a", "b"}},
		{"named documents only", []string{"two"}, []strategy.PlanID{"y", "x"}},
		{"a file that is asked for", []string{"two/notes.yaml"}, []strategy.PlanID{"n"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := codec.Load(fsys, nil, test.paths...)
			require.NoError(t, err)
			var got []strategy.PlanID
			for _, p := range d.Strategy.Plans {
				got = append(got, p.ID)
			}
			if diff := cmp.Diff(test.want, got); diff != "" || len(d.Findings) > 0 {
				t.Errorf("plans, %v (-want +got):\n%s", d.Findings, diff)
			}
		})
	}
	if _, err := codec.Load(fsys, nil, "one/c.yaml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that doesn't exist: %v", err)
	}
	if _, err := codec.Load(fsys, nil, "none"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder without documents: %v", err)
	}
	if d, err := codec.Load(fsys, &codec.Options{MaxBytes: 10}, "one/a.yaml"); err != nil || !d.Refused {
		t.Errorf("a file that is too large: %v, %v", d, err)
	}
}

// A schema has to stand in one file of a set, and must not be refused in any.
func TestJoinSchema(t *testing.T) {
	tests := []struct {
		name    string
		a, b    string
		want    []seen
		refused bool
	}{
		{"in the second", "id: s\n", "schema: ocs/v1\n", nil, false},
		{"in both", "schema: ocs/v1\n", "schema: ocs/v1\n", nil, false},
		{"in none", "threats: [{id: t}]\n", "id: s\n", []seen{{"schema-missing", ocs.Error, "/schema", 1, 1}}, false},
		{"different", "schema: ocs/v1\n", "schema: ocs/v1.1\n", []seen{{"set-twice", ocs.Error, "/schema", 1, 9}}, false},
		{"refused in one", "schema: ocs/v1\n", "schema: ocs/v2\n", []seen{{"schema-unsupported", ocs.Error, "/schema", 1, 9}}, true},
		{"newer, for both", "schema: ocs/v1.1\n", "x: 1\n", []seen{{"unknown-field", ocs.Warning, "/x", 1, 1}}, false},
		{"broken", "schema: ocs/v1\n", "x: [\n", []seen{{"syntax", ocs.Error, "", 2, 1}}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := codec.Load(fstest.MapFS{"a.yaml": {Data: []byte(test.a)}, "b.yaml": {Data: []byte(test.b)}}, nil)
			require.NoError(t, err)
			if diff := cmp.Diff(test.want, look(d.Findings)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			if d.Refused != test.refused {
				t.Errorf("Refused = %v", d.Refused)
			}
		})
	}
}

// Positions are filled in where they are missing, and only there.
func TestLocate(t *testing.T) {
	d := codec.Decode("a.json", []byte("{\"schema\":\"ocs/v1\",\n\"plans\":[{\"id\":\"p\",\n\"title\":\"x\"}]}"), nil)
	fixed := ocs.Position{File: "b", Line: 9}
	fs := ocs.Findings{
		{Path: "/plans/0/title", Related: []ocs.Related{{Path: "/plans/0"}}},
		{Path: "/plans/0/owner"},
		{Path: "/plans/0/id", Pos: fixed},
		{Path: "/nothing/at/all"},
	}
	d.Locate(fs)
	got := []string{fs[0].Pos.String(), fs[0].Related[0].Pos.String(), fs[1].Pos.String(), fs[2].Pos.String(), fs[3].Pos.String()}
	if diff := cmp.Diff([]string{"a.json:3:9", "a.json:2:10", "a.json:2:10", "b:9", "a.json:1:1"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
