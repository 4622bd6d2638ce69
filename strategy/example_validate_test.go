package strategy_test

import (
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// A draft is checked for its own stage, of which the errors are shown, then for
// adoption, of which those of one commitment are: what remains to be done. The
// content is illustrative.
func ExampleValidate() {
	s := strategy.Strategy{
		ID:           "draft-2026",
		Title:        "Illustrative strategy against organised crime",
		Stage:        ocs.StageDraft,
		Jurisdiction: strategy.Jurisdiction{Name: "Pakistan", Countries: []ocs.Country{"PK"}},
		Languages:    []ocs.Language{"en"},
		Period:       ocs.MustPeriod("2026/2031"),
		Vision:       "Communities free from organised crime",
		Threats:      []threat.Threat{{ID: "trafficking", Name: "Trafficking in persons", Priority: true}},
		Actors:       []actor.Actor{{ID: "fia", Name: "Federal Investigation Agency", Kind: actor.LawEnforcement}},
		Objectives: []pillar.Objective{{
			ID: "identify", Title: "Victims are identified and assisted", Pillar: pillar.Protect,
			Also:    []pillar.ID{pillar.Prevent, pillar.Pursue, pillar.Promote},
			Threats: []threat.ID{"traficking"},
			Indicators: []pillar.Indicator{{
				ID: "victims", Name: "Victims identified", Kind: pillar.Outcome, Unit: "persons", Direction: pillar.Increase,
				People: true, DisaggregatedBy: []pillar.Disaggregation{pillar.BySex, pillar.ByAge},
				Baseline: pillar.Baseline{Value: ocs.Num(80), Date: ocs.MustDate("2025")},
				Targets:  []pillar.Target{{By: ocs.MustDate("2030"), Value: ocs.Num(400)}},
				Source:   "Case registers", Frequency: ocs.CadenceAnnually,
			}},
		}},
		Plans: []strategy.Plan{{
			ID: "plan", Title: "Illustrative action plan", Period: ocs.MustPeriod("2026/2028"),
			Commitments: []strategy.Commitment{{
				ID: "units", Title: "Set up victim support units", Objectives: []pillar.ObjectiveID{"identify"}, Lead: "fia",
				Funding: []strategy.Funding{{Source: strategy.InKind}},
			}},
		}},
	}
	for _, f := range strategy.Validate(&s, nil).Findings {
		if f.Severity == ocs.Error {
			fmt.Printf("%v\n  %s\n", f, f.Help)
		}
	}

	s.Objectives[0].Threats[0] = "trafficking"
	fmt.Println("errors, if adopted:")
	for _, f := range strategy.Validate(&s, &strategy.Options{Stage: ocs.StageAdopted}).Findings {
		if f.Element.ID == "units" && f.Severity == ocs.Error {
			fmt.Println(f)
		}
	}
	// Output:
	// /objectives/0/threats/0: error: objective "identify": no such threat: "traficking" [unresolved-reference]
	//   did you mean "trafficking"?
	// errors, if adopted:
	// /plans/0/commitments/0/deadline: error: commitment "units" has no deadline [deadline-missing]
}

// An agency adds its own rule in one literal.
func ExampleValidate_extra() {
	acronyms := ocs.Rule[actor.Actor]{
		Code:   "acronym-missing",
		Title:  "every actor has an acronym",
		Doc:    "Our tables have room for acronyms only.",
		Basis:  "house style",
		Levels: "WWWWW",
		Check: func(p *ocs.Pass, a *actor.Actor) {
			if a.Acronym == "" {
				p.Report(&a.Acronym, "actor has no acronym").Help("give its usual abbreviation")
			}
		},
	}
	s := strategy.Strategy{ID: "draft-2026", Title: "Illustrative strategy", Actors: []actor.Actor{{ID: "fia", Name: "Federal Investigation Agency"}}}
	result := strategy.Validate(&s, &strategy.Options{
		Extra: []ocs.Rule[strategy.Index]{ocs.Each(acronyms, (*strategy.Index).Actors)},
	})
	for _, f := range result.Findings {
		if f.Rule == "acronym-missing" {
			fmt.Println(f.Element, "at", f.Path)
		}
	}
	// Output: actor "fia" at /actors/0/acronym
}

// The rules that nothing lowers, since the others rest on them.
func ExampleRules() {
	seen := map[string]bool{} // a rule about several kinds of element is listed for each
	for _, r := range strategy.Rules() {
		if r.Fixed && !seen[r.Code] {
			seen[r.Code] = true
			fmt.Println(r.Code, "-", r.Title)
		}
	}
	// Output:
	// malformed-id - every identifier is well formed
	// duplicate-id - no two elements share an identifier
	// missing-id - the strategy and each of its sources has an identifier
	// unresolved-reference - every reference leads to an element of the right kind
	// parent-cycle - nothing is part of itself
	// succession-cycle - nothing succeeds itself
}
