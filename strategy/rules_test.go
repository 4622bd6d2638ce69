package strategy_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

var update = flag.Bool("update", false, "write docs/severity.tsv from the registry")

// codes lists the codes of the registry, each once, in its order.
func codes() []string {
	var list []string
	for _, r := range strategy.Rules() {
		if !slices.Contains(list, r.Code) {
			list = append(list, r.Code)
		}
	}
	return list
}

func TestRulesAreSound(t *testing.T) {
	require.NoError(t, ocs.CheckRules(strategy.Rules()))
}

func TestRulesBelongToTheCaller(t *testing.T) {
	mine := strategy.Rules()
	mine[0].Code = "mine"
	if got := strategy.Rules()[0].Code; got == "mine" {
		t.Error("a change to the list reached the next caller")
	}
}

func TestSeverityTable(t *testing.T) {
	const file = "../docs/severity.tsv"
	lines := []string{"rule\tdraft\tconsultation\tadopted\timplementation\treview\ttitle"}
	seen := make(map[string]bool)
	for _, r := range strategy.Rules() {
		if seen[r.Code] {
			continue
		}
		seen[r.Code] = true
		row := []string{r.Code}
		for _, s := range []ocs.Stage{ocs.StageDraft, ocs.StageConsultation, ocs.StageAdopted, ocs.StageImplementation, ocs.StageReview} {
			row = append(row, r.Levels.At(s).String())
		}
		lines = append(lines, strings.Join(append(row, r.Title), "\t"))
	}
	slices.Sort(lines[1:])
	want := strings.Join(lines, "\n") + "\n"
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(want), 0o644))
	}
	got, err := os.ReadFile(file)
	require.NoError(t, err)
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("the table differs from the registry (-registry +table):\n%s", diff)
	}
}

const fixtures = "findings/rules"

func TestEveryFixtureHasARule(t *testing.T) {
	known := codes()
	entries, err := os.ReadDir(fixtures)
	require.NoError(t, err)
	for _, e := range entries {
		if !slices.Contains(known, e.Name()) {
			t.Errorf("%s has no rule", path.Join(fixtures, e.Name()))
		}
	}
}

// TestFixtures checks for every rule that bad.yaml yields the findings that
// its comments want, on their lines, and no other of that rule, and that
// good.yaml yields none.
func TestFixtures(t *testing.T) {
	root := os.DirFS(fixtures)
	for _, code := range codes() {
		t.Run(code, func(t *testing.T) {
			bad := expectations(t, root, code+"/bad.yaml")
			if !slices.ContainsFunc(bad, func(w want) bool { return w.code == code }) {
				t.Errorf("%s/bad.yaml wants no finding of the rule", code)
			}
			compare(t, bad, check(t, root, code+"/bad.yaml"), code)
			compare(t, nil, check(t, root, code+"/good.yaml"), code)
		})
	}
}

// fixturesAsOf is the day on which fixtures are looked at.
var fixturesAsOf = ocs.MustDate("2027-06-30")

func check(t *testing.T, root fs.FS, name string) ocs.Findings {
	t.Helper()
	data, err := fs.ReadFile(root, name)
	require.NoError(t, err)
	doc := codec.Decode(name, data, nil)
	require.Empty(t, doc.Findings, "faults in the fixture itself")
	found := strategy.Validate(&doc.Strategy, &strategy.Options{AsOf: fixturesAsOf}).Findings
	doc.Locate(found)
	return found
}

// want is a finding that a fixture wants: # want code "regexp of the message".
type want struct {
	line    int
	code    string
	message *regexp.Regexp
}

var (
	wantComment = regexp.MustCompile(`# want (.+)$`)
	wantEntry   = regexp.MustCompile(`^\s*([a-z0-9-]+) ("(?:[^"\\]|\\.)*")`)
)

func expectations(t *testing.T, root fs.FS, name string) []want {
	t.Helper()
	data, err := fs.ReadFile(root, name)
	require.NoError(t, err)
	var wants []want
	for i, line := range strings.Split(string(data), "\n") {
		m := wantComment.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		rest := m[1]
		for strings.TrimSpace(rest) != "" {
			e := wantEntry.FindStringSubmatch(rest)
			require.NotNil(t, e, "%s:%d: a want is code \"regexp\"", name, i+1)
			pattern, err := strconv.Unquote(e[2])
			require.NoError(t, err)
			wants = append(wants, want{i + 1, e[1], regexp.MustCompile(pattern)})
			rest = rest[len(e[0]):]
		}
	}
	return wants
}

// compare holds findings against wants. Findings of rules that no want names
// don't matter, except of the rule itself.
func compare(t *testing.T, wants []want, found ocs.Findings, code string) {
	t.Helper()
	named := map[string]bool{code: true}
	for _, w := range wants {
		named[w.code] = true
	}
	for _, f := range found {
		if !named[f.Rule] {
			continue
		}
		at := slices.IndexFunc(wants, func(w want) bool {
			return w.code == f.Rule && w.line == f.Pos.Line && w.message.MatchString(f.Message)
		})
		if at < 0 {
			t.Errorf("unwanted: %v (%s)", f, f.Path)
			continue
		}
		wants = slices.Delete(slices.Clone(wants), at, at+1)
		if f.Help == "" {
			t.Errorf("no help: %v", f)
		}
		if strings.HasSuffix(f.Message, ".") || f.Message != "" && f.Message[0] >= 'A' && f.Message[0] <= 'Z' {
			t.Errorf("a message is lower case, without a full stop: %v", f)
		}
	}
	for _, w := range wants {
		t.Errorf("missing: line %d: %s %v", w.line, w.code, fmt.Sprintf("%q", w.message))
	}
}
