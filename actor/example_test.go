package actor_test

import (
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/threat"
)

// A cybercrime agency that took over part of a bureau's work. All content is
// illustrative.
func Example() {
	agency := actor.Actor{
		ID:     "cyber-agency",
		Name:   "National Cybercrime Agency",
		Kind:   actor.LawEnforcement,
		Level:  ocs.LevelNational,
		Active: ocs.MustPeriod("2027-04/"),
		Succeeds: []actor.Succession{{
			Actor:   "bureau",
			How:     actor.Transferred,
			Date:    ocs.MustDate("2027-04"),
			Markets: []threat.Market{threat.Cybercrime},
		}},
		Mandates: []actor.Mandate{{
			Markets: []threat.Market{threat.Cybercrime},
			Powers:  []actor.Power{actor.Investigation, actor.Arrest, actor.Surveillance},
			Basis:   ocs.Cite{Source: "cybercrime-act", Locator: "section 12"},
		}},
	}

	m := agency.Mandates[0]
	fmt.Println("organ of the State:", agency.Kind.State())
	fmt.Println("fraud online:", m.Markets[0].Covers(threat.CyberEnabledFraud))
	fmt.Println("exists in 2026:", agency.Active.Contains(ocs.MustDate("2026")))
	for _, p := range m.Powers {
		fmt.Printf("%s: coercive %t, needs a safeguard %t\n", p, p.Coercive(), p.Intrusive())
	}
	// Output:
	// organ of the State: true
	// fraud online: true
	// exists in 2026: false
	// investigation: coercive false, needs a safeguard false
	// arrest: coercive true, needs a safeguard false
	// surveillance: coercive true, needs a safeguard true
}

// An actor can be checked by itself, before there is a strategy around it.
func ExampleRules() {
	council := actor.Actor{
		ID: "council", Name: "Council of business", Kind: actor.PrivateSector,
		Active:   ocs.MustPeriod("2027/2025"),
		Mandates: []actor.Mandate{{Powers: []actor.Power{actor.Arrest}}},
	}
	for _, f := range ocs.Run(&council, &council, actor.Rules(), &ocs.RunOptions{Stage: ocs.StageAdopted}).Findings {
		fmt.Println(f.Severity, f.Rule, f.Path)
	}
	// Output:
	// error period-reversed /active
	// warning power-without-basis /mandates/0/basis
}
