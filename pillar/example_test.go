package pillar_test

import (
	"fmt"
	"slices"

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

// The articles that a pillar puts into effect, by our own mapping.
func ExampleArticles() {
	for _, a := range pillar.Articles(pillar.Protect) {
		fmt.Println(a, a.Title())
	}
	// Output:
	// untoc/24 Protection of witnesses
	// untoc/25 Assistance to and protection of victims
	// tip/6 Assistance to and protection of victims of trafficking in persons
	// tip/7 Status of victims of trafficking in persons in receiving States
	// tip/8 Repatriation of victims of trafficking in persons
	// som/5 Criminal liability of migrants
	// som/9 Safeguard clauses
	// som/16 Protection and assistance measures
	// som/18 Return of smuggled migrants
}

// Strategies of States with frameworks of their own can be compared, since each
// pillar says which of UNODC's it serves.
func ExampleFrameworks() {
	for _, f := range pillar.Frameworks() {
		for _, p := range f.Pillars {
			if slices.Contains(p.MapsTo, pillar.Protect) || p.ID == pillar.Protect {
				fmt.Printf("%s: %s\n", f.ID, p.Name)
			}
		}
	}
	// Output:
	// unodc-4p: Protect
	// uk-4p-2018: Protect
	// uk-4p-2018: Prepare
	// scotland-4d: Deter
}

func ExampleScotland() {
	for _, p := range pillar.Scotland().Pillars {
		fmt.Println(p.ID, p.Name, p.MapsTo)
	}
	// Output:
	// divert Divert [prevent]
	// deter Deter [prevent protect]
	// detect Detect [pursue]
	// disrupt Disrupt [pursue]
}

// Two pillars of one name need not mean the same, so each has an identifier of
// its own. The aims are in our words.
func ExampleUK2018() {
	for _, f := range []pillar.Framework{pillar.UNODC(), pillar.UK2018()} {
		for _, p := range f.Pillars {
			if p.Name == "Prevent" {
				fmt.Printf("%s: %s\n", p.ID, p.Aim)
			}
		}
	}
	// Output:
	// prevent: Keep organised crime from taking root in communities, the economy and public institutions.
	// uk-prevent: Stop people from engaging in serious and organised crime.
}

// The targets of the 2030 Agenda to which an objective may be linked.
func ExampleSDGTargets() {
	for _, t := range pillar.SDGTargets()[:3] {
		fmt.Printf("%s: %s (%s)\n", t.Code, t.Topic, t.Grade)
	}
	// Output:
	// 3.5: prevention and treatment of substance abuse (recalled)
	// 5.2: an end to violence against women and girls, trafficking and exploitation included (second-hand)
	// 8.7: an end to forced labour, modern slavery, trafficking in persons and child labour (second-hand)
}

// An objective can be checked by itself; its indicators too.
func ExampleRules() {
	o := pillar.Objective{
		ID: "confiscate", Title: "Confiscate more", Pillar: pillar.Pursue, Also: []pillar.ID{pillar.Pursue},
		Indicators: []pillar.Indicator{{
			ID: "confiscated", Name: "Value confiscated", Kind: pillar.Outcome, Direction: pillar.Increase,
			Baseline: pillar.Baseline{Value: ocs.Num(120), Date: ocs.MustDate("2025")},
			Targets:  []pillar.Target{{By: ocs.MustDate("2030"), Value: ocs.Num(90)}},
		}},
	}
	for _, f := range ocs.Run(&o, &o, pillar.Rules(), &ocs.RunOptions{Stage: ocs.StageDraft}).Findings {
		fmt.Println(f.Severity, f.Rule, f.Path)
	}
	// Output:
	// warning pillar-repeated /also/0
	// warning target-direction /indicators/0/targets/0/value
}

func ExampleIndicatorRules() {
	in := pillar.Indicator{
		ID: "victims", Name: "Victims assisted", Kind: pillar.Output, People: true,
		Baseline: pillar.Baseline{Pending: "no register yet"},
	}
	for _, f := range ocs.Run(&in, &in, pillar.IndicatorRules(), &ocs.RunOptions{Stage: ocs.StageAdopted}).Findings {
		fmt.Println(f.Severity, f.Rule, f.Path)
	}
	// Output:
	// error indicator-incomplete /unit
	// error indicator-incomplete /direction
	// warning baseline-missing /baseline/by
	// warning target-missing /targets
	// error indicator-incomplete /source
	// error indicator-incomplete /frequency
	// warning disaggregation-missing /disaggregated-by
}
