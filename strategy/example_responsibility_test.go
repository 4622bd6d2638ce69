package strategy_test

import (
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// Who leads how much and when, and what outlives its lead: in April 2025 cyber
// cases passed in Pakistan from FIA to a new agency. The commitments are
// illustrative.
func ExampleIndex_Responsibility() {
	r := strategy.NewIndex(institutions()).Responsibility(ocs.MustDate("2025-01-01"), nil)
	for _, a := range r.Actors {
		fmt.Println(a.Actor, "leads", a.Leads, "by quarter", a.Led)
	}
	for _, c := range r.Ceasing {
		fmt.Printf("%s may lead %s only until %s\n", c.Lead, c.Commitment, c.Until)
		for _, next := range c.Successors {
			fmt.Printf("  then %s: mandate %s\n", next.Lead, next.Verdict)
		}
	}
	// Output:
	// fia leads [c-cyber c-people] by quarter [1 1 2 1]
	// nccia leads [] by quarter []
	// narcotics leads [c-drugs] by quarter [1 1 1 1]
	// fia may lead c-cyber only until 2025-04-30
	//   then nccia: mandate holds
	// narcotics may lead c-drugs only until 2024-12-31
}

// Whether the lead of one commitment has the mandate, and if not, what part of
// it fails.
func ExampleIndex_MandateFit() {
	s := small()
	s.Threats[0].Markets = []threat.Market{threat.TraffickingInPersons}
	s.Threats[0].Scope = threat.Local
	s.Actors[1].Mandates = []actor.Mandate{{
		Markets: []threat.Market{threat.TraffickingInPersons},
		Scopes:  []threat.Scope{threat.Transnational},
		Powers:  []actor.Power{actor.Investigation},
	}}
	units := &s.Plans[0].Commitments[0]
	units.Powers = []actor.Power{actor.Investigation, actor.Surveillance}

	fit := strategy.NewIndex(&s).MandateFit(units)
	fmt.Println(fit.Lead, fit.Verdict, fit.Fails, fit.Scopes, fit.Powers)
	// Output:
	// fia fails [scope power] [local] [surveillance]
}
