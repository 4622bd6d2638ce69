package pillar_test

import (
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// An objective measured by an indicator. All content is illustrative.
func Example() {
	o := pillar.Objective{
		ID:       "confiscate",
		Pillar:   pillar.Pursue,
		Title:    "Confiscate more of what organised groups earn.",
		Threats:  []threat.ID{"heroin"},
		Articles: []ocs.Article{"untoc/12"},
		Indicators: []pillar.Indicator{{
			ID:        "confiscated",
			Name:      "value of assets finally confiscated in the year",
			Kind:      pillar.Outcome,
			Unit:      "million rupees",
			Direction: pillar.Increase,
			Baseline:  pillar.Baseline{Value: ocs.Num(120), Date: ocs.MustDate("2025")},
			Targets:   []pillar.Target{{By: ocs.MustDate("2030"), Value: ocs.Num(400)}},
			Frequency: ocs.CadenceAnnually,
		}},
	}

	in := o.Indicators[0]
	fmt.Println(o.Articles[0].Title())
	fmt.Printf("%s: from %s (%s) to %s (%s) %s\n", in.Direction, in.Baseline.Value, in.Baseline.Date,
		in.Targets[0].Value, in.Targets[0].By, in.Unit)
	// Output:
	// Confiscation and seizure
	// increase: from 120 (2025) to 400 (2030) million rupees
}

func ExampleUNODC() {
	for _, p := range pillar.UNODC().Pillars {
		fmt.Printf("%s (%s)\n", p.Name, p.Grade)
	}
	// Output:
	// Prevent (recalled)
	// Pursue (recalled)
	// Protect (recalled)
	// Promote (second-hand)
}

func ExampleBuiltIn() {
	f, ok := pillar.BuiltIn("uk-4p-2018")
	fmt.Println(f.Name, ok)
	for _, p := range f.Pillars {
		fmt.Println(p.ID, "maps onto", p.MapsTo)
	}
	// Output:
	// United Kingdom 2018: Pursue, Prevent, Protect, Prepare true
	// uk-pursue maps onto [pursue]
	// uk-prevent maps onto [prevent]
	// uk-protect maps onto [prevent protect]
	// uk-prepare maps onto [protect]
}

func ExampleOfArticle() {
	for _, a := range []ocs.Article{"untoc/31", "untoc/20", "tip/6", "untoc/18", "untoc/2"} {
		fmt.Printf("%s %q serves %q\n", a, a.Title(), pillar.OfArticle(a))
	}
	// Output:
	// untoc/31 "Prevention" serves "prevent"
	// untoc/20 "Special investigative techniques" serves "pursue"
	// tip/6 "Assistance to and protection of victims of trafficking in persons" serves "protect"
	// untoc/18 "Mutual legal assistance" serves "promote"
	// untoc/2 "Use of terms" serves ""
}

func ExampleSuggestions() {
	for _, s := range pillar.Suggestions() {
		if s.ID != "protect-witnesses" {
			continue
		}
		o := s.Objective("witnesses")
		o.Owner = "ministry-of-justice"
		fmt.Println(o.Title)
		fmt.Println(o.Pillar, o.Articles)
		for _, in := range o.Indicators {
			fmt.Printf("%s: %s, %s\n", in.ID, in.Name, in.Unit)
		}
	}
	// Output:
	// Protect witnesses, and others who help the law, from reprisal and intimidation.
	// protect [untoc/24 untoc/26]
	// witnesses.protected: persons under protection, persons
	// witnesses.withdrawn: organised crime cases that fell for want of a witness, %
}

func ExampleSDG() {
	target, ok := pillar.SDG("16.4")
	fmt.Println(target.Topic, ok)
	fmt.Println(pillar.SDGTargetExists("16.11"))
	// Output:
	// less illicit finance and fewer illicit arms, recovery of stolen assets, and the fight against organised crime true
	// false
}
