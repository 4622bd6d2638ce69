package threat_test

import (
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
)

// A threat as it occurs in an imaginary State. All content is illustrative.
func Example() {
	t := threat.Threat{
		ID:       "labour-trafficking",
		Name:     "Trafficking in persons for forced labour",
		Markets:  []threat.Market{threat.TraffickingInPersons},
		Priority: true,
		Scope:    threat.Transnational,
		Roles:    []threat.FlowRole{threat.Origin, threat.Transit},
		Limbs:    []threat.Limb{threat.SeveralStates},
		Victims:  []threat.Victim{threat.Workers, threat.Children},
		Assessments: []threat.Assessment{{
			Method:     "national-assessment",
			Date:       ocs.MustDate("2026-03"),
			Scale:      threat.Scale{Min: ocs.Num(1), Max: ocs.Num(10), Worse: threat.HighIsWorse},
			Score:      ocs.MustDecimal("7.5"),
			Trend:      threat.Rising,
			Confidence: threat.Confidence{Scheme: threat.LowMediumHigh, Code: "medium"},
			Gaps:       []string{"recruitment online"},
		}},
	}

	a := t.Assessments[0]
	fmt.Printf("%s: %s of %s, %s, confidence %s\n", t.Name, a.Score, a.Scale.Max, a.Trend, a.Confidence.Code)
	fmt.Println("protocol:", t.Markets[0].Protocol().Name())
	// Output:
	// Trafficking in persons for forced labour: 7.5 of 10, rising, confidence medium
	// protocol: Trafficking in Persons Protocol
}

func ExampleMarket_Info() {
	info, _ := threat.SmugglingOfMigrants.Info()
	fmt.Println(info.Name, info.Articles)
	for _, c := range info.Cells {
		fmt.Printf("%s: %s (%s)\n", c.Category.Scheme, c.Category.Code, c.Grade)
	}
	// Output:
	// Smuggling of migrants [som/6]
	// iccs: 08051 (recalled)
	// fatf: trafficking in human beings and migrant smuggling (inferred)
	// sherloc: smuggling of migrants (verified)
	// gi-toc: human smuggling (second-hand)
}

// The vocabulary with its crosswalk: which markets that are run for proceeds
// have no counterpart in GI-TOC's index.
func ExampleMarkets() {
	for _, info := range threat.Markets() {
		if cells := info.In(threat.GITOC); len(cells) == 0 && info.Market.ProfitDriven() && len(info.Broader) == 0 {
			fmt.Println(info.Name)
		}
	}
	// Output:
	// Drug trafficking
	// Environmental crime
	// Money laundering
	// Corruption
	// Kidnapping and hostage-taking
	// Trafficking in cultural property
	// Falsified medical products
	// Maritime piracy
	// Document fraud
	// Counterfeiting of currency
	// Trade in stolen goods
	// Organised property crime
	// Sexual exploitation
}

func ExampleMarket_Covers() {
	fmt.Println(threat.DrugTrafficking.Covers(threat.HeroinTrafficking))
	fmt.Println(threat.TraffickingInPersons.Covers(threat.SmugglingOfMigrants))
	// Output:
	// true
	// false
}

func ExampleCode_Category() {
	c, ok := threat.Code{Scheme: threat.ICCS, Code: "09051"}.Category()
	fmt.Println(c.Name, ok)
	// Output:
	// participation in an organised criminal group true
}

func ExampleCode_WellFormed() {
	for _, c := range []threat.Code{
		{Scheme: threat.ICCS, Code: "0905"},
		{Scheme: threat.ICCS, Code: "1205"}, // there is no section 12
		{Scheme: threat.SHERLOC, Code: "Piracy"},
	} {
		fmt.Println(c.Scheme, c.Code, c.WellFormed())
	}
	// Output:
	// iccs 0905 true
	// iccs 1205 false
	// sherloc Piracy false
}

// The markets that the index of 2023 added.
func ExampleCategories() {
	for _, c := range threat.Categories(threat.GITOC) {
		if c.Since == 2023 {
			fmt.Printf("%s (%s)\n", c.Name, c.Grade)
		}
	}
	// Output:
	// extortion and protection racketeering (second-hand)
	// trade in counterfeit goods (second-hand)
	// illicit trade in excisable goods (second-hand)
	// cyber-dependent crimes (second-hand)
	// financial crimes (second-hand)
}

// Knowledge of a group is seldom public, so a group is amber unless it says
// otherwise.
func ExampleGroup_EffectiveMarking() {
	ring, named := threat.Group{ID: "g-ring"}, threat.Group{ID: "g-convicted", Marking: ocs.MarkingClear}
	fmt.Println(ring.EffectiveMarking(), named.EffectiveMarking())
	// Output: amber clear
}

// To whom a State owes assistance and protection.
func ExampleVictim_Persons() {
	for _, v := range []threat.Victim{threat.Workers, threat.Children, threat.Environment} {
		fmt.Println(v, v.Persons())
	}
	// Output:
	// workers true
	// children true
	// environment false
}

// A threat can be checked by itself, before there is a strategy around it.
func ExampleRules() {
	t := threat.Threat{
		ID: "extortion", Name: "Extortion", Scope: threat.Transnational,
		Assessments: []threat.Assessment{{Method: "own", Score: ocs.Num(12), Scale: threat.Scale{Min: ocs.Num(1), Max: ocs.Num(10), Worse: threat.HighIsWorse}}},
	}
	for _, f := range ocs.Run(&t, &t, threat.Rules(), &ocs.RunOptions{Stage: ocs.StageAdopted}).Findings {
		fmt.Println(f.Severity, f.Rule, f.Path)
	}
	// Output:
	// warning transnational-limb /limbs
	// error assessment-incomplete /assessments/0/date
	// error figure-off-scale /assessments/0/score
	// error confidence-missing /assessments/0/confidence
}

func ExampleGroupRules() {
	g := threat.Group{ID: "g-ring", Name: "Ring of the harbour"}
	for _, f := range ocs.Run(&g, &g, threat.GroupRules(), nil).Findings {
		fmt.Println(f.Severity, f.Rule, f.Path)
	}
	// Output:
	// info group-elements-unstated /elements
	// info group-idle /threats
}

// An Admiralty grade loses its letter on the scale of STIX; what can't be
// judged has no place on it.
func ExampleConfidence_Convert() {
	for _, code := range []string{"B2", "B6"} {
		c := threat.Confidence{Scheme: threat.Admiralty, Code: code}.Convert(threat.Percent)
		fmt.Println(code, "->", c.Confidence.Code, c.Missing, c.Lossy, c.Merged)
	}
	c := threat.Confidence{Scheme: threat.PHIA, Code: "highly likely"}.Convert(threat.ICD203)
	fmt.Println(c.Confidence.Code, c.Lossy, c.Grade)
	// Output:
	// B2 -> 70  true [A2 C2 D2 E2 F2]
	// B6 ->  no-counterpart false []
	// very likely false inferred
}

// What a form offers, and a reader is told.
func ExampleConfidenceScheme_Grades() {
	for _, g := range threat.Grid3x5x2.Grades() {
		fmt.Println(g.Part, g.Code, g.Meaning)
	}
	// Output:
	// source 1 reliable
	// source 2 untested
	// source 3 not reliable
	// information A known directly to the source
	// information B known indirectly to the source, but corroborated
	// information C known indirectly to the source
	// information D not known
	// information E suspected to be false
	// handling P lawful sharing permitted
	// handling C lawful sharing permitted with conditions
}
