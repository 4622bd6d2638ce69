package main

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

func (g *builder) plan(i int) strategy.Plan {
	return strategy.Plan{
		ID:      planID(i),
		Version: "1.0",
		Title:   g.title(i),
		Owner:   g.actorAt(i, 1),
		Period:  ocs.MustPeriod("2024/2030"),
		Adoption: strategy.Adoption{
			Instrument: ocs.Cite{Source: "src-decision", Locator: "annex", Grade: ocs.GradeInferred},
			Body:       actorID(i),
			Date:       ocs.MustDate("2023-12-20"),
		},
		Commitments: make([]strategy.Commitment, 0, g.commitments/g.plans+1),
	}
}

// settle adds up what the plan's commitments cost.
func settle(p *strategy.Plan) {
	sum := ocs.Money{Amount: ocs.Num(0), Currency: "PKR"}
	for i := range p.Commitments {
		for _, c := range p.Commitments[i].Costs {
			var err error
			if sum, err = sum.Add(c.Money); err != nil {
				panic(err) // one currency and small sums
			}
		}
	}
	p.Total = sum
	p.Budget = []strategy.BudgetLine{{Title: "All commitments", Class: strategy.Recurrent, Money: sum}}
}

// The times of commitments. An early one ends before the late one that depends
// on it begins.
var (
	early = []ocs.Deadline{ocs.MustDeadline("2026-09-30"), ocs.MustDeadline("2026-12"), ocs.MustDeadline("2026-Q4"), ocs.MustDeadline("2026-11-15")}
	late  = []ocs.Deadline{ocs.MustDeadline("2029-06-30"), ocs.MustDeadline("2030"), ocs.MustDeadline("continuous"), ocs.MustDeadline("adoption+60m")}

	earlyStep, lateStep = ocs.MustDeadline("2026-08-31"), ocs.MustDeadline("2028-03")
	lateStart           = ocs.MustDate("2027-01-01")
	review              = ocs.MustDate("2028-06-30")
)

var kinds = []strategy.CommitmentKind{strategy.Activity, strategy.CapacityBuilding, strategy.Project, strategy.Legislation}

// commitment makes commitment i of the whole, which stands in a plan.
func (g *builder) commitment(plan, i int) strategy.Commitment {
	n := i / g.plans // its place in the plan
	lead := leadPlaces[g.pick(len(leadPlaces))]
	money := ocs.Money{Amount: ocs.Num(int64(100000 * (1 + g.pick(400)))), Currency: "PKR"}
	c := strategy.Commitment{
		ID:          commitmentID(i),
		Kind:        kinds[i%len(kinds)],
		Title:       g.title(i),
		Description: g.text(1),
		Objectives:  []pillar.ObjectiveID{objectiveID(i % g.objectives)},
		Lead:        g.actorAt(plan, lead),
		Deadline:    early[g.pick(len(early))],
		Funding:     []strategy.Funding{{Source: strategy.StateBudget, Money: money}},
	}
	switch n % 3 {
	case 0:
		c.Partners = []strategy.Partner{{Actor: g.actorAt(plan, partnerPlaces[g.pick(len(partnerPlaces))]), Role: actor.Supporting, Status: strategy.Agreed}}
	case 1:
		c.Costs, c.Funding[0].Money = []strategy.Cost{{Money: money}}, ocs.Money{}
	}
	step := earlyStep
	if n%2 == 1 {
		c.Start, c.Deadline = lateStart, late[g.pick(len(late))]
		c.DependsOn = []strategy.CommitmentID{commitmentID(i - g.plans)}
		step = lateStep
	}
	if c.Deadline.Continuous() {
		c.Review = review
	} else if n%4 == 0 {
		c.Milestones = []strategy.Milestone{{ID: id[strategy.MilestoneID]("m", i), Title: g.title(i), Due: step}}
	}
	if lead == 2 || lead == 4 { // police and prosecution
		c.Powers, c.Safeguards = []actor.Power{actor.SpecialTechniques}, []strategy.SafeguardID{"sg-human-rights", "sg-oversight"}
	}
	return c
}

// partnerPlaces are the places of actors that never lead.
var partnerPlaces = []int{3, 5, 7, 9}

// The reports: each covers half a year.
var (
	reportPeriods = []ocs.Period{ocs.MustPeriod("2024-01/2024-06"), ocs.MustPeriod("2024-07/2024-12"), ocs.MustPeriod("2025-01/2025-06"), ocs.MustPeriod("2025-07/2025-12")}
	reportDue     = []ocs.Date{ocs.MustDate("2024-07-31"), ocs.MustDate("2025-01-31"), ocs.MustDate("2025-07-31"), ocs.MustDate("2026-01-31")}
)

// report makes report i with its readings: 4 of one indicator and 2 of the
// other in all.
func (g *builder) report(i int) strategy.Report {
	r := strategy.Report{
		ID:     id[ocs.ID]("report", i),
		Kind:   strategy.Progress,
		Title:  g.title(i),
		By:     g.actorAt(0, 1),
		To:     []actor.ID{actorID(0)},
		Covers: reportPeriods[i],
		Due:    reportDue[i],
		Made:   reportDue[i],
	}
	on := reportPeriods[i].Last()
	for n := range g.indicators {
		if n%2 == 1 || i%2 == 1 {
			r.Readings = append(r.Readings, strategy.Reading{Indicator: indicatorID(n), Date: on, Value: ocs.Num(baseline(n) + int64(4*i+g.pick(4)))})
		}
	}
	return r
}

// govern adds what is there once, or once for each plan.
func (g *builder) govern(s *strategy.Strategy) {
	for _, sg := range []struct {
		id   strategy.SafeguardID
		kind strategy.SafeguardKind
	}{
		{"sg-human-rights", strategy.HumanRights}, {"sg-oversight", strategy.OversightSafeguard}, {"sg-gender", strategy.Gender},
		{"sg-non-punishment", strategy.NonPunishment}, {"sg-assistance", strategy.VictimAssistance},
	} {
		s.Safeguards = append(s.Safeguards, strategy.Safeguard{ID: sg.id, Kind: sg.kind, Description: g.text(1), Responsible: g.actorAt(0, 1)})
	}
	for i := range g.plans {
		s.Risks = append(s.Risks, strategy.Risk{
			ID: id[ocs.ID]("r", i), Description: g.text(1), Likelihood: strategy.Medium, Impact: strategy.High,
			Mitigations: []string{g.text(1)}, Owner: g.actorAt(i, 1), Affects: []ocs.ID{ocs.ID(commitmentID(i))},
		})
		s.Consultations = append(s.Consultations, strategy.Consultation{
			ID: id[ocs.ID]("k", i), Title: g.title(i), Held: ocs.MustPeriod("2023-05"), ConvenedBy: []actor.ID{g.actorAt(i, 1)},
			Participants: g.actorsOf(i), Attendance: 60, Outcomes: []string{g.text(1)}, Status: strategy.Held,
		})
	}
	independent := g.actorAt(0, 5)
	s.Evaluations = []strategy.Evaluation{
		{ID: "e-mid", Kind: strategy.MidTerm, By: independent, Independent: true, Due: ocs.MustDeadline("2027-06")},
		{ID: "e-final", Kind: strategy.FinalEvaluation, By: independent, Independent: true, Due: ocs.MustDeadline("2030-12")},
		{ID: "e-rights", Kind: strategy.HumanRightsImpact, By: independent, Independent: true, Due: ocs.MustDeadline("2027-12")},
		{ID: "e-gender", Kind: strategy.GenderAnalysis, By: independent, Independent: true, Due: ocs.MustDeadline("2027-12")},
	}
	s.Reporting = []strategy.ReportingDuty{{ID: "d-progress", By: g.actorAt(0, 1), To: []actor.ID{actorID(0)}, Cadence: ocs.CadenceSemiannually, Due: reportDue[0], Public: true}}
}
