package strategy_test

import (
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// small is a strategy with two objectives, composed as a Go literal. It is
// illustrative.
func small() strategy.Strategy {
	return strategy.Strategy{
		Schema:       strategy.Schema,
		ID:           "example",
		Title:        "Illustrative strategy against organised crime",
		Jurisdiction: strategy.Jurisdiction{Name: "Pakistan", Countries: []ocs.Country{"PK"}},
		Stage:        ocs.StageDraft,
		Period:       ocs.MustPeriod("2026-07/2031-06"),
		Threats: []threat.Threat{
			{ID: "trafficking", Name: "Trafficking in persons", Priority: true, Victims: []threat.Victim{threat.Women, threat.Children}},
			{ID: "laundering", Name: "Money laundering"},
		},
		Actors: []actor.Actor{
			{ID: "interior", Name: "Ministry of Interior and Narcotics Control", Kind: actor.Ministry},
			{ID: "fia", Name: "Federal Investigation Agency", Kind: actor.LawEnforcement, Parent: "interior"},
		},
		Objectives: []pillar.Objective{
			{ID: "investigate", Pillar: pillar.Pursue, Title: "Trafficking networks are investigated and brought to court",
				Threats: []threat.ID{"trafficking"}, Articles: []ocs.Article{"untoc/11"}},
			{ID: "assist", Pillar: pillar.Protect, Title: "Victims are identified and assisted",
				Threats: []threat.ID{"trafficking"}, Articles: []ocs.Article{"untoc/25"}},
		},
		Plans: []strategy.Plan{{
			ID: "federal", Title: "Federal action plan", Owner: "interior", Period: ocs.MustPeriod("2026-07/2028-06"),
			Commitments: []strategy.Commitment{
				{ID: "units", Title: "Set up joint investigation units", Lead: "fia", Objectives: []pillar.ObjectiveID{"investigate"},
					Deadline: ocs.MustDeadline("2027-Q2")},
				{ID: "referral", Title: "Adopt a referral procedure", Lead: "interior", Objectives: []pillar.ObjectiveID{"assist", "investigate"},
					Deadline: ocs.MustDeadline("adoption+90d"),
					Partners: []strategy.Partner{{Actor: "fia", Role: actor.Supporting}}},
			},
		}},
	}
}

// A strategy is composed as a literal and asked through an index.
func Example() {
	s := small()
	ix := strategy.NewIndex(&s)
	for p := range ix.Pillars() {
		for o := range ix.ObjectivesUnder(p.ID) {
			fmt.Printf("%s: %s\n", p.Name, o.Title)
			for c := range ix.CommitmentsFor(o.ID) {
				fmt.Printf("  %s (%s)\n", c.Title, ix.Actor(c.Lead).Name)
			}
		}
	}
	for t := range ix.Unanswered() {
		fmt.Printf("nothing answers %s\n", t.Name)
	}
	// Output:
	// Pursue: Trafficking networks are investigated and brought to court
	//   Set up joint investigation units (Federal Investigation Agency)
	//   Adopt a referral procedure (Ministry of Interior and Narcotics Control)
	// Protect: Victims are identified and assisted
	//   Adopt a referral procedure (Ministry of Interior and Narcotics Control)
	// nothing answers Money laundering
}

// A deadline may count from the adoption, which for a plan without an adoption
// of its own is the strategy's.
func ExampleIndex_Due() {
	s := small()
	c := &s.Plans[0].Commitments[1]
	fmt.Printf("before adoption: %q\n", strategy.NewIndex(&s).Due(c))
	s.Adoption.Date = ocs.MustDate("2026-09-01")
	fmt.Printf("after: %q\n", strategy.NewIndex(&s).Due(c))
	// Output:
	// before adoption: ""
	// after: "2026-11-30"
}

// The time of a commitment is its own where it states one, and its plan's where
// it doesn't.
func ExampleIndex_Window() {
	s := small()
	s.Plans[0].Period = ocs.MustPeriod("2026-07/2029-06")
	ix := strategy.NewIndex(&s)
	for c := range ix.Commitments() {
		fmt.Println(c.ID, ix.Window(c))
	}
	// Output:
	// units 2026-07/2027-Q2
	// referral 2026-07/2029-06
}
