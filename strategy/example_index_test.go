package strategy_test

import (
	"fmt"
	"iter"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// furnished is the illustrative strategy of these examples with one element of
// every other kind.
func furnished() strategy.Strategy {
	s := small()
	s.Adoption.Date = ocs.MustDate("2026-09-01")
	s.Groups = []threat.Group{{ID: "ring", Name: "Recruiters of the coast", Threats: []threat.ID{"trafficking"}}}
	s.Goals = []strategy.Goal{{ID: "sdg-16-2", Scheme: strategy.SDG, Code: "16.2", Title: "End trafficking of children"}}
	s.Objectives[0].Goals = []ocs.ID{"sdg-16-2"}
	s.Objectives[0].Indicators = []pillar.Indicator{{ID: "convictions", Name: "Convictions for trafficking", Kind: pillar.Outcome}}
	s.Safeguards = []strategy.Safeguard{{ID: "warrants", Kind: strategy.DueProcess, Title: "Judicial warrants"}}
	s.Risks = []strategy.Risk{{ID: "turnover", Description: "Trained staff are posted elsewhere", Likelihood: strategy.High, Affects: []ocs.ID{"units"}}}
	s.Consultations = []strategy.Consultation{{ID: "survivors", Title: "Round table with survivors", Status: strategy.Held}}
	s.Evaluations = []strategy.Evaluation{{ID: "half-way", Kind: strategy.MidTerm, Due: ocs.MustDeadline("adoption+2y")}}
	s.Reports = []strategy.Report{{ID: "autumn", By: "interior", Made: ocs.MustDate("2026-12-10")}}
	s.Sources = []ocs.Source{{ID: "act-2018", Kind: ocs.SourceLaw, Title: "Prevention of Trafficking in Persons Act, 2018"}}
	units := &s.Plans[0].Commitments[0]
	units.Powers, units.Safeguards = []actor.Power{actor.Surveillance}, []strategy.SafeguardID{"warrants"}
	units.Basis = ocs.Cite{Source: "act-2018"}
	units.Milestones = []strategy.Milestone{{ID: "order", Title: "The order is signed", Due: ocs.MustDeadline("adoption+3m")}}
	return s
}

// What hangs together with one commitment. A reference that leads nowhere gives
// nil, and Validate reports it.
func ExampleIndex_Commitment() {
	s := furnished()
	ix := strategy.NewIndex(&s)
	c := ix.Commitment("units")
	fmt.Printf("%s (%s), by %s\n", c.Title, ix.PlanOf(c).Title, ix.Due(c))
	for _, id := range c.Objectives {
		o := ix.Objective(id)
		fmt.Printf("  under %s, against %s\n", ix.Pillar(o.Pillar).Name, ix.Threat(o.Threats[0]).Name)
		fmt.Printf("  for the goal %q\n", ix.Goal(o.Goals[0]).Title)
	}
	fmt.Println("  led by", ix.Actor(c.Lead).Name)
	fmt.Println("  by the law", ix.Source(c.Basis.Source).Title)
	fmt.Println("  with the safeguard", ix.Safeguard(c.Safeguards[0]).Title)
	for i := range c.Milestones {
		m := &c.Milestones[i] // an element is named by its address in the strategy, not by that of a copy
		fmt.Printf("  %s by %s\n", m.Title, ix.DueMilestone(m))
	}
	fmt.Println(ix.Commitment("unit"))
	// Output:
	// Set up joint investigation units (Federal action plan), by 2027-06-30
	//   under Pursue, against Trafficking in persons
	//   for the goal "End trafficking of children"
	//   led by Federal Investigation Agency
	//   by the law Prevention of Trafficking in Persons Act, 2018
	//   with the safeguard Judicial warrants
	//   The order is signed by 2026-12-01
	// <nil>
}

// Identifiers are unique across all kinds, so that one is enough to find what
// it stands for.
func ExampleIndex_Kind() {
	s := furnished()
	ix := strategy.NewIndex(&s)
	for _, id := range []ocs.ID{"ring", "federal", "order", "convictions", "turnover", "survivors", "nothing"} {
		switch kind := ix.Kind(id); kind {
		case "group":
			fmt.Println(kind, ix.Group(threat.GroupID(id)).Name)
		case "plan":
			fmt.Println(kind, ix.Plan(strategy.PlanID(id)).Title)
		case "milestone":
			fmt.Println(kind, ix.Milestone(strategy.MilestoneID(id)).Title)
		case "indicator":
			fmt.Println(kind, ix.Indicator(pillar.IndicatorID(id)).Name)
		case "risk":
			fmt.Println(kind, ix.Risk(id).Description)
		case "consultation":
			fmt.Println(kind, ix.Consultation(id).Title)
		default:
			fmt.Printf("%q\n", kind)
		}
	}
	// Output:
	// group Recruiters of the coast
	// plan Federal action plan
	// milestone The order is signed
	// indicator Convictions for trafficking
	// risk Trained staff are posted elsewhere
	// consultation Round table with survivors
	// ""
}

// What a strategy holds, list by list.
func ExampleIndex_Threats() {
	s := furnished()
	ix := strategy.NewIndex(&s)
	for _, list := range []struct {
		of    string
		count int
	}{
		{"threats", count(ix.Threats())}, {"groups", count(ix.Groups())}, {"actors", count(ix.Actors())},
		{"objectives", count(ix.Objectives())}, {"indicators", count(ix.Indicators())},
		{"plans", count(ix.Plans())}, {"commitments", count(ix.Commitments())}, {"milestones", count(ix.Milestones())},
		{"risks", count(ix.Risks())}, {"safeguards", count(ix.Safeguards())}, {"consultations", count(ix.Consultations())},
		{"evaluations", count(ix.Evaluations())}, {"reports", count(ix.Reports())}, {"sources", count(ix.Sources())},
	} {
		fmt.Println(list.of, list.count)
	}
	// Output:
	// threats 2
	// groups 1
	// actors 2
	// objectives 2
	// indicators 1
	// plans 1
	// commitments 2
	// milestones 1
	// risks 1
	// safeguards 1
	// consultations 1
	// evaluations 1
	// reports 1
	// sources 1
}

func count[T any](seq iter.Seq[T]) (n int) {
	for range seq {
		n++
	}
	return n
}

// What is set against a threat, and by whom.
func ExampleIndex_CommitmentsAgainst() {
	s := small()
	ix := strategy.NewIndex(&s)
	for o := range ix.ObjectivesAgainst("trafficking") {
		fmt.Println("to achieve:", o.Title)
	}
	for c := range ix.CommitmentsAgainst("trafficking") {
		fmt.Println("to do:", c.Title)
	}
	// Output:
	// to achieve: Trafficking networks are investigated and brought to court
	// to achieve: Victims are identified and assisted
	// to do: Set up joint investigation units
	// to do: Adopt a referral procedure
}

// What falls to one agency: what it leads, and its part in what others lead.
func ExampleIndex_LedBy() {
	s := small()
	ix := strategy.NewIndex(&s)
	for c := range ix.LedBy("fia") {
		fmt.Println("leads:", c.Title)
	}
	for c, part := range ix.PartneredBy("fia") {
		fmt.Printf("%s: %s, led by %s\n", part.Role, c.Title, ix.Actor(c.Lead).Name)
	}
	// Output:
	// leads: Set up joint investigation units
	// supporting: Adopt a referral procedure, led by Ministry of Interior and Narcotics Control
}

// A plan that another has replaced stays on record and counts no more.
func ExampleIndex_InForce() {
	s := small()
	s.Plans = append(s.Plans, strategy.Plan{ID: "federal-2", Title: "Second federal action plan", Supersedes: []strategy.PlanID{"federal"}})
	ix := strategy.NewIndex(&s)
	for p := range ix.Plans() {
		fmt.Println(p.Title, ix.InForce(p))
	}
	// Output:
	// Federal action plan false
	// Second federal action plan true
}

// Dates that count from the adoption are worked out.
func ExampleIndex_DueEvaluation() {
	s := furnished()
	s.Plans = append(s.Plans, strategy.Plan{ID: "assets", Title: "Plan on assets", Due: ocs.MustDeadline("adoption+90d")})
	ix := strategy.NewIndex(&s)
	for e := range ix.Evaluations() {
		fmt.Println(e.Kind, "evaluation by", ix.DueEvaluation(e))
	}
	fmt.Println("a plan is owed by", ix.DuePlan(ix.Plan("assets")))
	// Output:
	// mid-term evaluation by 2028-09-01
	// a plan is owed by 2026-11-30
}

// A State with a framework of its own is compared with others by the pillars of
// UNODC's that its pillars map onto.
func ExampleIndex_UNODCPillars() {
	s := strategy.Strategy{
		Framework: pillar.Framework{ID: "scotland-4d"},
		Objectives: []pillar.Objective{
			{ID: "young-people", Title: "Young people are turned away from gangs", Pillar: "divert"},
			{ID: "premises", Title: "Businesses are hard to abuse", Pillar: "deter"},
		},
	}
	ix := strategy.NewIndex(&s)
	fmt.Println(ix.Framework().Name)
	for o := range ix.Objectives() {
		fmt.Printf("%s: %s, serves %v\n", ix.Pillar(o.Pillar).Name, o.Title, ix.UNODCPillars(o))
	}
	// Output:
	// Scotland: Divert, Deter, Detect, Disrupt
	// Divert: Young people are turned away from gangs, serves [prevent]
	// Deter: Businesses are hard to abuse, serves [prevent protect]
}

// A rule about the whole is given the index, and reports on the strategy in it.
func ExampleIndex_Strategy() {
	short := ocs.Rule[strategy.Index]{
		Code: "title-long", Title: "the title fits our cover", Doc: "Shorten it.", Basis: "house style", Levels: "WWWWW",
		Check: func(p *ocs.Pass, ix *strategy.Index) {
			if s := ix.Strategy(); len(strings.Fields(s.Title)) > 4 {
				p.Report(&s.Title, "title has %d words", len(strings.Fields(s.Title))).Help("use at most four")
			}
		},
	}
	s := small()
	result := strategy.Validate(&s, &strategy.Options{Extra: []ocs.Rule[strategy.Index]{short}})
	for _, f := range result.Findings {
		if f.Rule == short.Code {
			fmt.Println(f)
		}
	}
	// Output: /title: warning: title has 5 words [title-long]
}
