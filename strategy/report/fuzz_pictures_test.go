package report

import (
	"testing"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// FuzzPictureText: whatever a document says, pictures are well-formed, safe and
// within their borders, and diagrams hold nothing but labels of it.
func FuzzPictureText(f *testing.F) {
	for _, attack := range append(diagramAttacks, attacks...) {
		f.Add(attack)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if p := phraseOf(text); phraseOf(string(p)) != p || !utf8.ValidString(string(p)) {
			t.Errorf("%q becomes %q, and that %q", text, p, phraseOf(string(p)))
		}
		s := strategy.Strategy{
			ID: "s", Title: text, Notice: text, Period: ocs.MustPeriod("2026/2030"),
			Threats:    []threat.Threat{{ID: threat.ID(text), Name: text, Priority: true}},
			Objectives: []pillar.Objective{{ID: "o", Title: text, Pillar: pillar.Pursue, Indicators: []pillar.Indicator{{ID: pillar.IndicatorID(text), Name: text, Unit: text, Baseline: pillar.Baseline{Value: ocs.Num(3)}}}}},
			Plans:      []strategy.Plan{{ID: strategy.PlanID(text), Title: text, Commitments: []strategy.Commitment{{ID: "c", Title: text, Objectives: []pillar.ObjectiveID{"o"}}}}},
			Risks:      []strategy.Risk{{ID: ocs.ID(text), Description: text, Likelihood: strategy.Rating(text), Impact: strategy.High}},
		}
		ix := strategy.NewIndex(&s)
		for _, o := range []*Options{{AsOf: exampleDay}, {Language: "ur", Anchors: true}} {
			for _, p := range allPictures(ix, o) {
				checkSafe(t, &p, o)
				checkFits(t, &p)
			}
			for _, d := range Mermaid(ix, o) {
				checkDiagram(t, &d)
			}
		}
	})
}
