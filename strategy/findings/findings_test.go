package findings_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/findings"
	"github.com/ocs-framework/ocs/strategy/graph"
	"github.com/ocs-framework/ocs/strategy/misp"
	"github.com/ocs-framework/ocs/strategy/sheet"
	"github.com/ocs-framework/ocs/strategy/stix"
	"github.com/ocs-framework/ocs/strategy/stratml"
)

var update = flag.Bool("update", false, "rewrite docs/rules.md and the golden files")

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, got, 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got, rewrite with -update):\n%s", file, diff)
	}
}

func faults() []findings.Explanation {
	list := findings.ExplanationsOf(slices.Concat(
		codec.Faults(), stix.Faults(), stratml.Faults(), graph.Faults(), misp.Faults(), sheet.Faults()))
	for _, r := range strategy.MergeRules() {
		list = append(list, findings.ExplanationOf(r))
	}
	return list
}

// The reference is the rules' own words, so it can't be out of date.
func TestReferenceIsCurrent(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, findings.WriteReference(&out, faults()...))
	golden(t, "../../docs/rules.md", out.Bytes())
}

// hostile are findings whose text tries to get out of its place.
func hostile() ocs.Findings {
	return ocs.Findings{
		{Rule: "lead-missing", Severity: ocs.Error, Path: "/plans/0/commitments/12", Element: ocs.Element{Kind: "commitment", ID: "c-12"},
			Pos: ocs.Position{File: "a b,c:d%.yaml", Line: 3, Column: 9, Offset: 20}, Message: "commitment has no lead", Help: "name one",
			Related: []ocs.Related{{Path: "/plans/0", Pos: ocs.Position{File: "a b,c:d%.yaml", Line: 1, Column: 1}, Message: "in this plan"}}},
		{Rule: "no-such-rule", Severity: ocs.Warning, Path: "/title", Message: "\x1b[2J<b>\u202e\n::error::x % and \"quotes\""},
		{Rule: "title-missing", Severity: ocs.Info, Message: "nothing known of the place"},
	}
}

const hostileSource = "x:\n- a\n\tسود: \x1b[31mlead\n"

func options() *findings.Options {
	return &findings.Options{Source: func(string) []byte { return []byte(hostileSource) }, More: faults()}
}

func TestText(t *testing.T) {
	var plain, colour bytes.Buffer
	o := options()
	require.NoError(t, findings.Text(&plain, hostile(), o))
	golden(t, "testdata/text.golden", plain.Bytes())
	if strings.ContainsAny(plain.String(), "\x1b\u202e") {
		t.Errorf("control characters reach the terminal: %q", &plain)
	}
	o.Colour = true
	require.NoError(t, findings.Text(&colour, hostile(), o))
	for _, code := range []string{"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[34m"} {
		if !strings.Contains(colour.String(), code) {
			t.Errorf("no %q in colour", code)
		}
	}
	uncoloured := colour.String()
	for _, code := range []string{"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[34m"} {
		uncoloured = strings.ReplaceAll(uncoloured, code, "")
	}
	if diff := cmp.Diff(plain.String(), uncoloured); diff != "" {
		t.Errorf("colour changes more than colours (-plain +coloured):\n%s", diff)
	}
}

// A caret stands under its column in long lines, behind tabs and behind marks
// that take no room.
func TestExcerpt(t *testing.T) {
	long := strings.Repeat("a", 300) + "X" + strings.Repeat("b", 300)
	for name, tc := range map[string]struct {
		source         string
		offset, column int
		line, caret    string
	}{
		"tab":       {"\tX", 1, 2, "\tX", "\t^"},
		"mark":      {"a\u0651X", 3, 3, "a\u0651X", " ^"},
		"first":     {"X", 0, 1, "X", "^"},
		"after end": {"ab", 2, 3, "ab", "  ^"},
		"CRLF":      {"a\r\nX\r\n", 3, 1, "X", "^"},
		"long":      {long, 300, 301, "…" + strings.Repeat("a", 59) + "X" + strings.Repeat("b", 60) + "…", strings.Repeat(" ", 60) + "^"},
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			f := ocs.Finding{Rule: "r", Severity: ocs.Error, Message: "m", Pos: ocs.Position{File: "f", Line: 1, Column: tc.column, Offset: tc.offset}}
			require.NoError(t, findings.Text(&out, ocs.Findings{f}, &findings.Options{Source: func(string) []byte { return []byte(tc.source) }}))
			want := "    " + tc.line + "\n    " + tc.caret + "\n"
			if _, got, _ := strings.Cut(out.String(), "\n"); got != want {
				t.Errorf("got\n%q, want\n%q", got, want)
			}
		})
	}
}

// TestDirection: text from right to left is set apart from what is around it.
func TestDirection(t *testing.T) {
	f := ocs.Finding{Rule: "r", Severity: ocs.Error, Message: `no such actor: "پولیس", or "12"`, Help: `did you mean "پولیس-1"?`,
		Pos:     ocs.Position{File: "پنجاب.yaml", Line: 2, Column: 9, Offset: 10},
		Related: []ocs.Related{{Pos: ocs.Position{File: "پنجاب.yaml", Line: 1}, Message: "here"}}}
	var out bytes.Buffer
	require.NoError(t, findings.Text(&out, ocs.Findings{f}, &findings.Options{Source: func(string) []byte { return []byte("a: b\n  lead: پولیس (12)\n") }}))
	want := "پنجاب.yaml:2:9: error: no such actor: \"\u2068پولیس\u2069\", or \"12\" [r]\n" +
		"      lead: \u2068پولیس (12)\u2069\n            ^\n" +
		"    help: did you mean \"\u2068پولیس-1\u2069\"?\n    پنجاب.yaml:1: here\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestMachineFormats(t *testing.T) {
	var lines, sarif, github bytes.Buffer
	require.NoError(t, findings.JSONLines(&lines, hostile()))
	golden(t, "testdata/findings.jsonl", lines.Bytes())
	require.NoError(t, findings.SARIF(&sarif, hostile(), options()))
	golden(t, "testdata/findings.sarif", sarif.Bytes())
	require.NoError(t, findings.GitHub(&github, hostile()))
	golden(t, "testdata/findings.github", github.Bytes())

	if n := strings.Count(github.String(), "\n"); n != len(hostile()) {
		t.Errorf("%d commands for %d findings: text of a document issues commands", n, len(hostile()))
	}
	decoder := json.NewDecoder(&lines)
	for _, want := range hostile() {
		var got ocs.Finding
		require.NoError(t, decoder.Decode(&got))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("a finding changed on its way through JSON (-want +got):\n%s", diff)
		}
	}
}

func TestNoFindings(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, findings.SARIF(&out, nil, nil))
	var log struct {
		Runs []struct{ Results []any }
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &log))
	if len(log.Runs) != 1 || log.Runs[0].Results == nil || len(log.Runs[0].Results) != 0 {
		t.Errorf("a clean document has one run with no results: %s", &out)
	}
}

func TestBaselineRoundTrip(t *testing.T) {
	twice := append(hostile(), hostile()[0])
	known := findings.NewBaseline(twice)
	var out bytes.Buffer
	require.NoError(t, known.Write(&out))
	again, err := findings.ReadBaseline(&out)
	require.NoError(t, err)
	if diff := cmp.Diff(known, again); diff != "" {
		t.Errorf("the baseline changed (-want +got):\n%s", diff)
	}
	thrice := append(twice, hostile()[0])
	thrice[0].Path, thrice[0].Pos.Line = "/plans/7/commitments/1", 99 // it has moved
	fresh, gone := again.New(thrice[:2])
	if len(fresh) != 0 || gone != 2 {
		t.Errorf("%d new and %d gone of what was known", len(fresh), gone)
	}
	if fresh, gone = again.New(thrice); len(fresh) != 1 || gone != 0 {
		t.Errorf("%d new and %d gone after one more of the same", len(fresh), gone)
	}
	for _, bad := range []string{"", "[]", `{"known": 1}`, `{"knwon": []}`} {
		if _, err := findings.ReadBaseline(strings.NewReader(bad)); err == nil {
			t.Errorf("%q passes for a baseline", bad)
		}
	}
}

// Every rule of ours is explained with a bad and a good example.
func TestExplain(t *testing.T) {
	for _, r := range strategy.Rules() {
		e, ok := findings.Explain(r.Code)
		if !ok || e.Title == "" || e.Doc == "" || e.Good == "" || !strings.Contains(e.Bad, "# <- ") {
			t.Errorf("%s is not explained: %+v", r.Code, e)
		}
		if strings.Contains(e.Bad+e.Good, "# want") {
			t.Errorf("%s: the examples speak of tests", r.Code)
		}
	}
	if e, ok := findings.Explain("unknown-field", faults()...); !ok || e.Doc == "" {
		t.Errorf("a fault of syntax is not explained: %+v", e)
	}
	if _, ok := findings.Explain("no-such-rule", faults()...); ok {
		t.Error("a rule that doesn't exist is explained")
	}
}

// Explanations come from agencies' programs too, and need not be whole.
func TestReferenceOfFurtherRules(t *testing.T) {
	for name, tc := range map[string]struct {
		e    findings.Explanation
		want string
	}{
		"nothing but a code": {findings.Explanation{Code: "zz-own"}, "| E | E | E | E | E |"},
		"broken levels":      {findings.Explanation{Code: "zz-own", Title: "x", Levels: "WW"}, "| E | E | E | E | E |"},
		"levels":             {findings.Explanation{Code: "zz-own", Title: "x", Levels: "-iWEE"}, "| – | i | W | E | E |"},
		"title":              {findings.Explanation{Code: "zz-own", Title: "état is stated"}, "**État is stated.**"},
		"examples":           {findings.Explanation{Code: "zz-own", Title: "x", Bad: "id: bad-one", Good: "id: good-one"}, "id: bad-one\n```\n\nKeeps it:\n\n```yaml\nid: good-one\n"},
	} {
		t.Run(name, func(t *testing.T) {
			var page strings.Builder
			if err := findings.WriteReference(&page, tc.e); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(page.String(), tc.want) {
				t.Errorf("no %q on the page", tc.want)
			}
		})
	}
}
