package main

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// minObjects is the size of the smallest strategy that Generate makes: in a
// smaller one there wouldn't be an actor of each kind.
const minObjects = 300

// asOf is the day on which the generated strategy is looked at: its reports
// have been made, none of its deadlines has passed.
var asOf = ocs.MustDate("2026-06-30")

// counts says how many elements of each kind a strategy has.
type counts struct {
	commitments, objectives, indicators, threats, actors int
	groups, plans, reports                               int
}

// countsOf divides n objects: for N commitments there are N/5 objectives with
// two indicators each, N/20 threats and N/20 actors. Plans and reports hold
// others, and groups are few; they aren't counted in n.
func countsOf(n int) counts {
	n = max(n, minObjects)
	base := n * 10 / 17
	c := counts{objectives: base / 5, threats: base / 20, actors: base / 20, reports: len(reportPeriods)}
	c.indicators = 2 * c.objectives
	c.commitments = n - c.objectives - c.indicators - c.threats - c.actors
	c.groups = c.threats / 4
	c.plans = max(c.actors/actorsPerPlan, 1)
	return c
}

// total is the number of objects.
func (c counts) total() int {
	return c.commitments + c.objectives + c.indicators + c.threats + c.actors
}

// Generate makes a strategy of n objects, at least 300: the same for the same
// n. An object is a commitment, objective, indicator, threat or actor, in the
// proportions of countsOf. The strategy is under way and complete; no rule
// finds a fault in it. All of it is invented.
func Generate(n int) strategy.Strategy {
	g := &builder{counts: countsOf(n), generator: generator{state: 2026}}
	s := frame()
	s.Vision, s.Mission = g.text(2), g.text(1)
	s.Threats = fill(g.threats, g.threat)
	s.Groups = fill(g.groups, g.group)
	s.Actors = fill(g.actors, g.actor)
	s.Objectives = fill(g.objectives, g.objective)
	s.Plans = fill(g.plans, g.plan)
	for p := range g.plans {
		for c := p; c < g.commitments; c += g.plans {
			s.Plans[p].Commitments = append(s.Plans[p].Commitments, g.commitment(p, c))
		}
		g.settle(p, &s.Plans[p])
	}
	s.Reports = fill(g.reports, g.report)
	g.govern(&s)
	return s
}

// builder makes the parts of a strategy.
type builder struct {
	counts
	generator
}

func fill[T any](n int, part func(int) T) []T {
	list := make([]T, n)
	for i := range list {
		list[i] = part(i)
	}
	return list
}

// frame is what doesn't depend on the size.
func frame() strategy.Strategy {
	return strategy.Strategy{
		Schema:       strategy.Schema,
		ID:           "bench-strategy",
		Version:      "1.0",
		Title:        "Invented strategy against organised crime, made for measuring",
		Notice:       "Generated for measuring; nothing in it is real.",
		Jurisdiction: strategy.Jurisdiction{Name: "Pakistan", Countries: []ocs.Country{"PK"}},
		Level:        "national",
		Languages:    []ocs.Language{"en", "fr", "ur"},
		Stage:        "implementation",
		Period:       ocs.MustPeriod("2024/2030"),
		Principles:   []strategy.Principle{{Name: "Rule of law"}, {Name: "Protection of those who were exploited"}},
		Adoption: strategy.Adoption{
			Instrument: ocs.Cite{Source: "src-decision", Locator: "para. 1"},
			Body:       actorID(0),
			Date:       ocs.MustDate("2023-12-15"),
			InForce:    ocs.MustDate("2024-01-01"),
		},
		Labels:     strategy.Labels{Pillar: "Strand", Commitment: "Action"},
		Amendments: []strategy.Amendment{{ID: "am-1", Title: "Invented amendment", Date: ocs.MustDate("2025-02-01"), Instrument: ocs.Cite{Source: "src-decision", Locator: "para. 9"}, Affects: []ocs.ID{ocs.ID(planID(0))}}},
		Relations:  []strategy.Relation{{Kind: strategy.Implements, Title: "Invented national security policy", Date: ocs.MustDate("2022-01"), Cite: ocs.Cite{Source: "src-decision", Locator: "para. 2"}}},
		Goals: []strategy.Goal{
			{ID: "goal-sdg-16-4", Scheme: strategy.SDG, Code: "16.4", Title: "Less illicit money and fewer illicit arms"},
			{ID: "goal-sdg-8-7", Scheme: strategy.SDG, Code: "8.7", Title: "No forced labour"},
			{ID: "goal-sdg-15-7", Scheme: strategy.SDG, Code: "15.7", Title: "No trade in protected species"},
		},
		Treaties: []strategy.TreatyStatus{
			{Treaty: ocs.UNTOC, Status: strategy.Ratified, Date: ocs.MustDate("2010"), Cite: ocs.Cite{Source: "src-decision", Locator: "annex 2"}},
			{Treaty: ocs.TIPProtocol, Status: strategy.Acceded, Date: ocs.MustDate("2022"), Note: "Invented note.", Cite: ocs.Cite{Source: "src-decision", Locator: "annex 2"}},
			{Treaty: ocs.FirearmsProtocol, Status: strategy.NoAction, Cite: ocs.Cite{Source: "src-decision", Locator: "annex 2"}},
		},
		Sources: []ocs.Source{
			{ID: "src-decision", Kind: ocs.SourceOfficialDocument, Title: "Invented decision of the cabinet", Publisher: "Invented cabinet", Date: ocs.MustDate("2023-12-15")},
			{ID: "src-act", Kind: ocs.SourceLaw, Title: "Invented Organised Crime Act", Publisher: "Invented parliament", Date: ocs.MustDate("2019-03-01")},
			{ID: "src-record", Kind: ocs.SourceDataset, Title: "Invented case register", Publisher: "Invented statistics office", Date: ocs.MustDate("2023-06-30")},
		},
		Marking: ocs.MarkingClear,
	}
}

func threatID(i int) threat.ID                 { return id[threat.ID]("t", i) }
func groupID(i int) threat.GroupID             { return id[threat.GroupID]("g", i) }
func actorID(i int) actor.ID                   { return id[actor.ID]("a", i) }
func objectiveID(i int) pillar.ObjectiveID     { return id[pillar.ObjectiveID]("o", i) }
func indicatorID(i int) pillar.IndicatorID     { return id[pillar.IndicatorID]("i", i/2, i%2) }
func planID(i int) strategy.PlanID             { return id[strategy.PlanID]("p", i) }
func milestoneID(i int) strategy.MilestoneID   { return id[strategy.MilestoneID]("m", i) }
func commitmentID(i int) strategy.CommitmentID { return id[strategy.CommitmentID]("c", i) }
