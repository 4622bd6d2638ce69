package strategy

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
)

func timeRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{
		ocs.Each(periodReversed(func(s *Strategy, check func(*ocs.Period)) { check(&s.Period) }), (*Index).whole),
		ocs.Each(periodReversed(func(p *Plan, check func(*ocs.Period)) {
			check(&p.Period)
			for i := range p.Budget {
				check(&p.Budget[i].Period)
			}
		}), (*Index).Plans),
		ocs.Each(periodReversed(func(c *Commitment, check func(*ocs.Period)) {
			for i := range c.Costs {
				check(&c.Costs[i].Period)
			}
			for i := range c.Funding {
				check(&c.Funding[i].Period)
			}
		}), (*Index).Commitments),
		ocs.Each(periodReversed(func(c *Consultation, check func(*ocs.Period)) { check(&c.Held) }), (*Index).Consultations),
		ocs.Each(periodReversed(func(r *Report, check func(*ocs.Period)) { check(&r.Covers) }), (*Index).Reports),
		datesOutOfOrder,
		outsidePeriod,
	}
}

// periodReversed is kept word for word in package actor.
func periodReversed[T any](periods func(v *T, check func(*ocs.Period))) ocs.Rule[T] {
	return ocs.Rule[T]{
		Code:   "period-reversed",
		Title:  "no period ends before it starts",
		Doc:    "A period that ends before it starts contains no day, so nothing can fall in it. Usually the two ends were swapped or a year was mistyped.",
		Basis:  "ISO 8601, time intervals",
		Levels: "WEEEE",
		Check: func(p *ocs.Pass, v *T) {
			periods(v, func(period *ocs.Period) {
				if period.End.Before(period.Start) {
					p.Report(period, "period %v ends before it starts", *period).Help("swap the two dates or mend the wrong one")
				}
			})
		},
	}
}

var datesOutOfOrder = ocs.Rule[Index]{
	Code:  "dates-out-of-order",
	Title: "dates follow each other as the events do",
	Doc: "Work starts before it is due and is reviewed after it started; consultation comes before adoption; a plan is adopted before it ends and " +
		"after the one it supersedes; a successor exists when it takes over. Dates of coarse precision are taken to be in order if they can be. Mend the date that is wrong.",
	Basis:  "the policy cycle; Pakistan's transfer of cybercrime cases to a new agency in April 2025",
	Levels: "-WEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		for plan := range ix.Plans() {
			planOrder(p, ix, plan)
			for i := range plan.Commitments {
				commitmentOrder(p, ix, plan, &plan.Commitments[i])
			}
		}
		consultationOrder(p, ix)
		successionOrder(p, ix)
		for r := range ix.Reports() {
			if r.Made.Before(r.Covers.Start) {
				p.On(r).Report(&r.Made, "report was made %v, before the period %v that it covers", r.Made, r.Covers).Help("mend the wrong date")
			}
		}
	},
}

func planOrder(p *ocs.Pass, ix *Index, plan *Plan) {
	if plan.Ended.Date.Before(plan.Adoption.Date) {
		p.On(plan).Report(&plan.Ended.Date, "plan ended %v, before its adoption on %v", plan.Ended.Date, plan.Adoption.Date).
			Help("mend the wrong date").Related(&plan.Adoption.Date, "the adoption")
	}
	for i := range plan.Supersedes {
		earlier := ix.Plan(plan.Supersedes[i])
		if earlier != nil && plan.Adoption.Date.Before(earlier.Adoption.Date) {
			p.On(plan).Report(&plan.Supersedes[i], "plan %q was adopted %v, after this one on %v", short(earlier.ID), earlier.Adoption.Date, plan.Adoption.Date).
				Help("mend the wrong date, or turn the succession around").Related(&earlier.Adoption.Date, "the adoption of the superseded plan")
		}
	}
}

func commitmentOrder(p *ocs.Pass, ix *Index, plan *Plan, c *Commitment) {
	if c.Start.IsZero() {
		return
	}
	if due := ix.due(&c.Deadline, plan); due.Before(c.Start) {
		p.On(plan).On(c).Report(&c.Deadline, "commitment is due %v, before its start %v", due, c.Start).
			Help("mend the wrong date").Related(&c.Start, "the start")
	}
	if c.Review.Before(c.Start) {
		p.On(plan).On(c).Report(&c.Review, "commitment is reviewed %v, before its start %v", c.Review, c.Start).
			Help("mend the wrong date").Related(&c.Start, "the start")
	}
}

// consultationOrder looks for a strategy that was adopted before anybody was
// consulted. Consultations after adoption are nothing strange if some came
// before it.
func consultationOrder(p *ocs.Pass, ix *Index) {
	adopted := &ix.s.Adoption.Date
	var first *Consultation
	for c := range ix.Consultations() {
		switch {
		case c.Status != Held || c.Held.Start.IsZero():
		case !c.Held.Start.After(*adopted):
			return
		case first == nil:
			first = c
		}
	}
	if first != nil {
		p.On(ix.s).Report(adopted, "strategy was adopted %v, before the first consultation", *adopted).
			Help("mend the wrong date, or record the consultations that came before").Related(&first.Held, "held %v", first.Held)
	}
}

func successionOrder(p *ocs.Pass, ix *Index) {
	for a := range ix.Actors() {
		for i := range a.Succeeds {
			s := &a.Succeeds[i]
			if s.Date.Before(a.Active.Start) {
				p.On(a).Report(&s.Date, "actor took over %v, before it existed from %v", s.Date, a.Active.Start).
					Help("mend the wrong date").Related(&a.Active, "when the actor exists")
			}
			if earlier := ix.Actor(s.Actor); earlier != nil && s.Date.Before(earlier.Active.Start) {
				p.On(a).Report(&s.Date, "actor took over %v from %q, which existed only from %v", s.Date, short(s.Actor), earlier.Active.Start).
					Help("mend the wrong date, or turn the succession around").Related(&earlier.Active, "when the earlier actor exists")
			}
		}
	}
}

var outsidePeriod = ocs.Rule[Index]{
	Code:  "outside-period",
	Title: "plans fall within the strategy's period, commitments within their plan's, milestones before the deadline",
	Doc: "Windows nest: what is planned for a time when the plan or strategy no longer holds binds nobody. " +
		"Move the date, lengthen the period, or put the work into a later plan. Dates of coarse precision are taken to be inside if they can be. " +
		"Plans that are not in force are not looked at.",
	Basis:  "plans are instruments within a strategy's term in Chile, New Zealand and Scotland; targets are time-bound (SMART)",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		whole := &ix.s.Period
		for plan := range ix.plansInForce() {
			if beyond(plan.Period.Start, whole) || beyond(plan.Period.End, whole) {
				p.On(plan).Report(&plan.Period, "period %v leaves the strategy's, %v", plan.Period, *whole).
					Help("move the date or lengthen the strategy's period").Related(whole, "the strategy's period")
			}
			for i := range plan.Commitments {
				if c := &plan.Commitments[i]; c.open() {
					commitmentInside(p, ix, plan, c)
					targetsInside(p, ix, c.Indicators, plan, c)
				}
			}
		}
		for o := range ix.Objectives() {
			targetsInside(p, ix, o.Indicators, o)
		}
	},
}

func commitmentInside(p *ocs.Pass, ix *Index, plan *Plan, c *Commitment) {
	period := &plan.Period
	if beyond(c.Start, period) {
		p.On(plan).On(c).Report(&c.Start, "commitment starts %v, outside its plan's period %v", c.Start, *period).
			Help("move the date or the period").Related(period, "the plan's period")
	}
	due := ix.due(&c.Deadline, plan)
	if beyond(due, period) {
		p.On(plan).On(c).Report(&c.Deadline, "commitment is due %v, outside its plan's period %v", due, *period).
			Help("move the date, lengthen the period or put the rest of the work into a later plan").Related(period, "the plan's period")
	}
	for i := range c.Milestones {
		m := &c.Milestones[i]
		if day := ix.due(&m.Due, plan); due.Before(day) {
			p.On(plan).On(c).On(m).Report(&m.Due, "milestone is due %v, after the commitment's deadline %v", day, due).
				Help("move one of the two dates").Related(&c.Deadline, "the deadline")
		}
	}
}

func targetsInside(p *ocs.Pass, ix *Index, indicators []pillar.Indicator, of ...any) {
	period := &ix.s.Period
	for n := range indicators {
		i := &indicators[n]
		for k := range i.Targets {
			if t := &i.Targets[k]; beyond(t.By, period) {
				on(p, of...).On(i).Report(&t.By, "target is due %v, outside the strategy's period %v", t.By, *period).
					Help("move the date or lengthen the period").Related(period, "the strategy's period")
			}
		}
	}
}

// due returns when a deadline within a plan falls due, as precisely as it is
// known; it is no date where [Index.Due] gives none.
func (ix *Index) due(d *ocs.Deadline, plan *Plan) ocs.Date {
	return ix.resolve(*d, plan, maxAnchors)
}

// beyond reports whether every day of d is outside the period. It is false if
// either is absent, and for a reversed period, which has a finding of its own.
func beyond(d ocs.Date, p *ocs.Period) bool {
	return (d.Before(p.Start) || d.After(p.End)) && !p.End.Before(p.Start)
}
