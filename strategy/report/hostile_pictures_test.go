package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// attacked is the example with an attack in every text, or in some if it is a
// long one. What refers to each other still does.
func attacked(attack string) *strategy.Index {
	s := nsaoc.Monitored()
	framework := s.Framework.ID
	n := 0
	eachText(reflect.ValueOf(&s).Elem(), func(typ reflect.Type, text string) string {
		if n++; text == "" || len(attack) > 1000 && n%97 != 0 || typ == reflect.TypeFor[pillar.ID]() {
			return text // without its framework a strategy has few pictures to attack
		}
		return text + attack
	})
	s.Framework.ID = framework
	return strategy.NewIndex(&s)
}

// diagramAttacks are texts that mean something to Mermaid or to Markdown.
var diagramAttacks = []string{
	"\"] --> n1[\"x", "\nclick n1 href \"javascript:alert(1)\"", "%%{init: {\"securityLevel\": \"loose\"}}%%", "; section x :crit, 2027-01-01, 1d #35; #quot;",
	"```\n\n# Heading\n\n<script>", "| a | b\\|", "[a](javascript:alert(1)) ![x](https://example.org/x.png) <https://example.org>", "\n- [ ] task\n1. one\n> quote\n---\n",
	"\\", "&lt;b&gt; &#60;", "style n1:#f00; end graph", "$`x`$ ~~x~~ **b** _i_",
}

func TestHostilePictures(t *testing.T) {
	for i, attack := range attacks {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			ix := attacked(attack)
			for _, o := range []*Options{{AsOf: exampleDay}, {AsOf: exampleDay, Language: "ur", within: true}} {
				for k, p := range allPictures(ix, o) {
					if k > 12 && k%7 != 0 {
						continue // of the many indicators some will do
					}
					checkSafe(t, &p, o)
					checkFits(t, &p)
				}
			}
		})
	}
}

// The lines of our diagrams.
var (
	ganttLine = regexp.MustCompile(`^    (%% .*|title .*|dateFormat YYYY-MM-DD|inclusiveEndDates|axisFormat %Y-%m|todayMarker off|section [^:;"<>` + "`" + `]+|[^:;"<>` + "`" + `]+ :((done|active|crit), )?\d{4}-\d\d-\d\d, \d{4}-\d\d-\d\d|[^:;"<>` + "`" + `]+ :milestone, \d{4}-\d\d-\d\d, 0d)$`)
	flowLine  = regexp.MustCompile(`^    (n\d+\["[^:;"<>` + "`" + `]+"\]|n\d+ --> n\d+)$`)
	entity    = regexp.MustCompile(`#\d+;`)
)

// checkDiagram holds every line to what we write: whatever the document says,
// it is a label.
func checkDiagram(t *testing.T, d *Diagram) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(d.Text, "\n"), "\n")
	want := flowLine
	if lines[0] == "gantt" {
		want = ganttLine
	} else if lines[0] != "flowchart LR" && lines[0] != "flowchart RL" {
		t.Errorf("%s begins with %q", d.Name, lines[0])
	}
	for _, line := range lines[1:] {
		if bare := entity.ReplaceAllString(line, "x"); !want.MatchString(bare) || strings.Contains(bare, "#") || strings.Contains(strings.TrimPrefix(bare, "    %%"), "%%") {
			t.Errorf("%s: %q", d.Name, line)
		}
	}
	if len(d.Text) > 50_000 || strings.Count(d.Text, "-->") > 500 {
		t.Errorf("%s: %d characters, %d edges are more than Mermaid takes", d.Name, len(d.Text), strings.Count(d.Text, "-->"))
	}
}

func TestHostileDiagrams(t *testing.T) {
	var all []Diagram
	for _, attack := range append(diagramAttacks, attacks...) {
		for _, d := range Mermaid(attacked(attack), &Options{AsOf: exampleDay}) {
			checkDiagram(t, &d)
			all = append(all, d)
		}
	}
	// For a check with Mermaid itself, by hand.
	if file := os.Getenv("OCS_DIAGRAMS"); file != "" {
		data, err := json.Marshal(all)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(file, data, 0o644))
	}
}

// signs that mean something to Markdown where no backslash precedes them
var bareSign = regexp.MustCompile("(^|[^\\\\])(\\\\\\\\)*[`*_<>|~$]")

// TestHostileMarkdown takes away what we write ourselves and looks for signs
// that are left.
func TestHostileMarkdown(t *testing.T) {
	ours := regexp.MustCompile(`(?m)^(#{1,4} |> |- (\*\*)?|\| |\|$)|\*\*: |(?m)^\*\*|\*\*$| \| | \|$|\]\(<https?://[^<>\\\s]*>\)$`)
	for i, attack := range append(diagramAttacks, attacks...) {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			var b bytes.Buffer
			require.NoError(t, Markdown(&b, attacked(attack), &Options{AsOf: exampleDay}))
			fenced := false
			for _, line := range strings.Split(b.String(), "\n") {
				if strings.HasPrefix(line, "```") {
					fenced = !fenced
					continue
				}
				if fenced {
					continue
				}
				if bare := ours.ReplaceAllString(line, ""); bareSign.MatchString(bare) || strings.Contains(bare, "](<") {
					t.Errorf("%.300q", line)
				}
			}
			if fenced {
				t.Error("a fence stays open")
			}
		})
	}
}

func TestDuplicateIdentifiersInPictures(t *testing.T) {
	s := nsaoc.Monitored()
	s.Objectives = append(s.Objectives, s.Objectives...)
	s.Plans = append(s.Plans, s.Plans...)
	ix := strategy.NewIndex(&s)
	names := make(map[string]bool)
	for _, p := range allPictures(ix, &Options{AsOf: exampleDay}) {
		checkSafe(t, &p, &Options{})
		if names[p.Name] {
			t.Errorf("two pictures are named %q", p.Name)
		}
		names[p.Name] = true
	}
}

// TestEmpty: a strategy that says nothing, or nothing sensible, has pictures
// that say so.
func TestEmptyPictures(t *testing.T) {
	odd := strategy.Strategy{
		Period: ocs.MustPeriod("9998/9999"),
		Plans: []strategy.Plan{{ID: "p", Commitments: []strategy.Commitment{
			{ID: "a", Start: ocs.MustDate("0001-01-01"), Deadline: ocs.MustDeadline("9999-12-31"), DependsOn: []strategy.CommitmentID{"a", "b", "b"}},
			{ID: "b", Start: ocs.MustDate("9999"), Deadline: ocs.MustDeadline("0001"), DependsOn: []strategy.CommitmentID{"a"}},
			{},
		}}},
	}
	for _, s := range []strategy.Strategy{{}, odd} {
		ix := strategy.NewIndex(&s)
		for _, o := range []*Options{nil, {}, {AsOf: ocs.MustDate("9999")}, {AsOf: ocs.MustDate("0001-01-01"), Language: "ur"}} {
			for _, p := range allPictures(ix, o) {
				checkSafe(t, &p, &Options{})
				checkFits(t, &p)
			}
			for _, d := range Mermaid(ix, o) {
				checkDiagram(t, &d)
			}
			require.NoError(t, Markdown(new(bytes.Buffer), ix, o))
		}
	}
}
