package main

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

func (g *builder) plan(i int) strategy.Plan {
	return strategy.Plan{
		ID:          planID(i),
		Version:     "1.0",
		Title:       g.title(i),
		Description: g.text(1),
		Owner:       g.actorAt(i, ministry),
		Period:      ocs.MustPeriod("2024/2030"),
		Covers:      []pillar.ID{pillar.Prevent, pillar.Pursue, pillar.Protect, pillar.Promote},
		Adoption: strategy.Adoption{
			Instrument: ocs.Cite{Source: "src-decision", Locator: "annex"},
			Body:       actorID(i),
			Date:       ocs.MustDate("2023-12-20"),
		},
		Rates:       []strategy.Rate{{From: "USD", To: "PKR", Rate: ocs.Num(rate), Date: ocs.MustDate("2023-12-20"), Cite: ocs.Cite{Source: "src-record"}}},
		Commitments: make([]strategy.Commitment, 0, g.commitments/g.plans+1),
	}
}

// rate is how many rupees a dollar is worth.
const rate = 250

// settle makes the budget of plan i from what its commitments cost: a line for
// each pillar and one for what they need together.
func (g *builder) settle(i int, p *strategy.Plan) {
	total := rupees(0)
	var pillars []ocs.ID
	for k, under := range unodcPillars {
		line := strategy.BudgetLine{
			ID: id[ocs.ID]("b", i, k), Title: g.title(k), Pillar: under.id, Class: strategy.Recurrent, Money: rupees(0),
		}
		for n := range p.Commitments {
			if c := &p.Commitments[n]; len(c.Costs) > 0 && g.pillarOf(n*g.plans+i) == k {
				line.Commitments = append(line.Commitments, c.ID)
				line.Money = add(line.Money, c.Costs[0].Money)
			}
		}
		p.Budget = append(p.Budget, line)
		pillars, total = append(pillars, line.ID), add(total, line.Money)
	}
	share := strategy.BudgetLine{
		ID: id[ocs.ID]("b", i, len(unodcPillars)), Title: "Institutional cost", Class: strategy.Institutional, Period: p.Period,
		Money: must(total.Convert(ocs.MustDecimal("0.05"), total.Currency)), Share: strategy.Share{Percent: ocs.Num(5), Of: pillars}, Note: "Invented.",
	}
	p.Budget, p.Total = append(p.Budget, share), add(total, share.Money)
}

func rupees(n int64) ocs.Money { return ocs.Money{Amount: ocs.Num(n), Currency: "PKR"} }

// add returns the sum of two sums of money, in rupees.
func add(sum, money ocs.Money) ocs.Money {
	if money.Currency == "USD" {
		money = must(money.Convert(ocs.Num(rate), "PKR"))
	}
	return must(sum.Add(money))
}

// The times of commitments. An early one ends before the late one that depends
// on it begins.
var (
	early = []ocs.Deadline{ocs.MustDeadline("2026-09-30"), ocs.MustDeadline("2026-12"), ocs.MustDeadline("2026-Q4"), ocs.MustDeadline("2026-11-15")}
	late  = []ocs.Deadline{ocs.MustDeadline("2029-06-30"), ocs.MustDeadline("2030"), ocs.MustDeadline("continuous"), ocs.MustDeadline("adoption+60m")}

	earlyStep, lateStep = ocs.MustDeadline("2026-08-31"), ocs.MustDeadline("2028-03")
	lateStart           = ocs.MustDate("2027-01-01")
	agreed              = ocs.MustPeriod("2024/2030") // with a donor
	review              = ocs.MustDate("2028-06-30")
)

var kinds = []strategy.CommitmentKind{strategy.Activity, strategy.CapacityBuilding, strategy.Project, strategy.Legislation}

// commitment makes commitment i of the whole, which stands in a plan. Every
// third has costs, the others funds; a few of each are in dollars.
func (g *builder) commitment(plan, i int) strategy.Commitment {
	n := i / g.plans // its place in the plan
	lead := g.present(plan, leadPlaces[g.pick(len(leadPlaces))])
	dollars := ocs.Money{Amount: ocs.Num(int64(400 * (1 + g.pick(400)))), Currency: "USD"}
	money := add(rupees(0), dollars)
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
		c.Costs, c.Funding[0].Money = []strategy.Cost{{Money: money, Class: strategy.Recurrent}}, ocs.Money{}
		if n%9 == 1 {
			c.Costs[0].Money = dollars
		}
	case 2:
		if n%9 == 2 {
			payer := g.actorAt(plan, donor)
			c.Funding[0] = strategy.Funding{Source: strategy.DonorFunds, Donor: payer, Money: dollars, Period: agreed, Status: strategy.Committed, Cite: ocs.Cite{Source: "src-record"}}
			c.Partners = []strategy.Partner{{Actor: payer, Role: actor.Donor, Status: strategy.Agreed}}
		}
	}
	g.schedule(&c, i, n)
	if n%5 == 0 {
		c.Areas = []ocs.Area{provinces[n%len(provinces)]}
	}
	if lead == police || lead == prosecution {
		c.Powers, c.Safeguards = []actor.Power{actor.SpecialTechniques}, []strategy.SafeguardID{"sg-human-rights", "sg-oversight"}
		c.Basis = ocs.Cite{Source: "src-act", Locator: "s. 20"}
	}
	return c
}

// schedule says when commitment i is carried out, the nth of its plan. Every
// second one is late and waits for the one before.
func (g *builder) schedule(c *strategy.Commitment, i, n int) {
	step := earlyStep
	if n%2 == 1 {
		c.Start, c.Deadline = lateStart, late[g.pick(len(late))]
		c.DependsOn = []strategy.CommitmentID{commitmentID(i - g.plans)}
		step = lateStep
	}
	if c.Deadline.Continuous() {
		c.Review = review
	} else if n%4 == 0 {
		c.Milestones = []strategy.Milestone{{ID: milestoneID(i), Title: g.title(i), Due: step, Responsible: c.Lead}}
	}
}

// The reports: each covers half a year.
var (
	reportPeriods = []ocs.Period{ocs.MustPeriod("2024-01/2024-06"), ocs.MustPeriod("2024-07/2024-12"), ocs.MustPeriod("2025-01/2025-06"), ocs.MustPeriod("2025-07/2025-12")}
	reportDue     = []ocs.Date{ocs.MustDate("2024-07-31"), ocs.MustDate("2025-01-31"), ocs.MustDate("2025-07-31"), ocs.MustDate("2026-01-31")}
)

// report makes report i with its readings: 4 of one indicator and 2 of the
// other in all. The last one says how each commitment stands that has begun,
// the earlier ones speak of a few.
func (g *builder) report(i int) strategy.Report {
	r := strategy.Report{
		ID:     id[ocs.ID]("report", i),
		Kind:   strategy.Progress,
		Title:  g.title(i),
		By:     g.actorAt(0, ministry),
		To:     []actor.ID{actorID(overseer)},
		Covers: reportPeriods[i],
		Due:    reportDue[i],
		Made:   reportDue[i],
	}
	on := reportPeriods[i].Last()
	for n := range g.commitments {
		if place := n / g.plans; place%2 == 0 && (i == g.reports-1 || place%20 == 2*i) {
			r.Updates = append(r.Updates, g.update(n, on))
		}
	}
	for n := range g.indicators {
		if n%2 == 1 || i%2 == 1 {
			r.Readings = append(r.Readings, g.reading(n, i, on))
		}
	}
	return r
}

// update says how commitment n stands.
func (g *builder) update(n int, on ocs.Date) strategy.Update {
	u := strategy.Update{Commitment: commitmentID(n), Date: on, State: strategy.OnTrack}
	switch place := n / g.plans; {
	case place%20 == 8:
		u.State, u.Note = strategy.Delayed, "Invented reason."
	case place%20 == 10:
		u.State, u.Percent = strategy.Complete, ocs.Num(100)
	case place%20 == 12:
		u.Milestone, u.State = milestoneID(n), strategy.OnTrack
	}
	return u
}

// reading is what indicator n is read as in report i.
func (g *builder) reading(n, i int, on ocs.Date) strategy.Reading {
	change := int64(4*i + g.pick(4))
	if falls(n) {
		change = -change
	}
	value := baseline(n) + change
	r := strategy.Reading{Indicator: indicatorID(n), Date: on, Value: ocs.Num(value)}
	if counted(n) {
		r.Parts = []strategy.Part{{By: pillar.BySex, Group: "female", Value: ocs.Num(value / 2)}, {By: pillar.BySex, Group: "male", Value: ocs.Num(value - value/2)}}
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
		s.Safeguards = append(s.Safeguards, strategy.Safeguard{ID: sg.id, Kind: sg.kind, Title: "Invented safeguard", Description: g.text(1), Instrument: ocs.Cite{Source: "src-act", Locator: "s. 30"}, Responsible: g.actorAt(0, ministry)})
	}
	for i := range g.plans {
		s.Risks = append(s.Risks, strategy.Risk{
			ID: id[ocs.ID]("r", i), Description: g.text(1), Likelihood: strategy.Medium, Impact: strategy.High,
			Mitigations: []string{g.text(1)}, Owner: g.actorAt(i, ministry), Affects: []ocs.ID{ocs.ID(commitmentID(i))},
		})
		s.Consultations = append(s.Consultations, strategy.Consultation{
			ID: id[ocs.ID]("k", i), Title: g.title(i), Description: g.text(1), Held: ocs.MustPeriod("2023-05"), Place: "Invented town",
			ConvenedBy: []actor.ID{g.actorAt(i, ministry)}, SupportedBy: []actor.ID{g.actorAt(i, donor)}, Participants: g.actorsOf(i),
			Attendance: 60, Topics: []string{"invented topic"}, Outcomes: []string{g.text(1)},
			Informs: []pillar.ObjectiveID{objectiveID(i)}, Status: strategy.Held,
		})
		s.Reporting = append(s.Reporting, strategy.ReportingDuty{
			ID: id[ocs.ID]("d", i), By: g.actorAt(i, ministry), To: []actor.ID{actorID(i)}, Plan: planID(i), Cadence: ocs.CadenceAnnually, Due: ocs.MustDate("2027-01-31"),
		})
	}
	by := g.actorAt(0, academia)
	s.Evaluations = []strategy.Evaluation{
		{ID: "e-baseline", Kind: strategy.BaselineStudy, By: by, Independent: true, Due: ocs.MustDeadline("2024-06"), Done: ocs.MustDate("2024-05-30"), Cite: ocs.Cite{Source: "src-record"}},
		{ID: "e-mid", Kind: strategy.MidTerm, By: by, Independent: true, Due: ocs.MustDeadline("2027-06")},
		{ID: "e-final", Kind: strategy.FinalEvaluation, By: by, Independent: true, Due: ocs.MustDeadline("2030-12")},
		{ID: "e-rights", Kind: strategy.HumanRightsImpact, By: by, Independent: true, Due: ocs.MustDeadline("2027-12")},
		{ID: "e-gender", Kind: strategy.GenderAnalysis, By: by, Independent: true, Due: ocs.MustDeadline("2027-12")},
	}
	s.Reporting = append(s.Reporting, strategy.ReportingDuty{
		ID: "d-progress", By: g.actorAt(0, ministry), To: []actor.ID{actorID(overseer)}, Cadence: ocs.CadenceSemiannually, Due: reportDue[0], Public: true,
	})
}
