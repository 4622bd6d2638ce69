package strategy

import (
	"slices"

	"github.com/ocs-framework/ocs"
)

// planRules are about plans and commitments as they follow, contain and need
// each other.
func planRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{
		partOutsideWhole,
		dependencyLate,
		dependencyDropped,
		commitmentLeftBehind,
		ocs.Each(endingUnexplained(func(p *Plan) *Ending { return &p.Ended }), (*Index).Plans),
		ocs.Each(endingUnexplained(func(c *Commitment) *Ending { return &c.Ended }), (*Index).Commitments),
		ocs.Each(riskIncomplete, (*Index).Risks),
		ocs.Each(riskUnmanaged, (*Index).Risks),
	}
}

var partOutsideWhole = ocs.Rule[Index]{
	Code:  "part-outside-whole",
	Title: "a part ends no later than its whole, and is reviewed while the plan runs",
	Doc: "A task that outlives the activity it belongs to leaves that one unfinished; a plan that is part of another shares its time; " +
		"a review after the end of the plan comes when nothing can be changed. Move one of the two dates, or take the part out of its whole.",
	Basis:  "Serbia: measures with activities with tasks; EU EMPACT: yearly plans within the cycle",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		for plan := range ix.plansInForce() {
			if whole := ix.Plan(plan.PartOf); whole != nil && (beyond(plan.Period.Start, &whole.Period) || beyond(plan.Period.End, &whole.Period)) {
				p.On(plan).Report(&plan.Period, "period %v leaves that of plan %q, which it is part of, %v", plan.Period, short(whole.ID), whole.Period).
					Help("move one of the two periods").Related(&whole.Period, "the period of the whole")
			}
			for i := range plan.Commitments {
				c := &plan.Commitments[i]
				if !c.open() {
					continue
				}
				if beyond(c.Review, &plan.Period) {
					p.On(plan).On(c).Report(&c.Review, "commitment is reviewed %v, outside its plan's period %v", c.Review, plan.Period).
						Help("move the review into the plan's time").Related(&plan.Period, "the plan's period")
				}
				whole := ix.Commitment(c.Parent)
				if whole == nil {
					continue
				}
				own, due := ix.due(&c.Deadline, plan), ix.due(&whole.Deadline, ix.PlanOf(whole))
				if due.Before(own) {
					p.On(plan).On(c).Report(&c.Deadline, "commitment is due %v, after commitment %q, which it is part of, on %v", own, short(whole.ID), due).
						Help("move one of the two deadlines").Related(&whole.Deadline, "the deadline of the whole")
				}
			}
		}
	},
}

var dependencyLate = ocs.Rule[Index]{
	Code:  "dependency-late",
	Title: "what a commitment depends on is due before it starts, or at least before it is due",
	Doc: "A commitment depends on those that must be done before it. If they are due only after it starts, it starts without them; if after it is due, it cannot be on time. " +
		"Where no start is stated, the two deadlines are compared. Move a date, or let it depend on a milestone's result by splitting the other commitment in two.",
	Basis:  "the order of work; a plan whose dates contradict its dependencies is late from the day it is adopted",
	Levels: "-WWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		for plan := range ix.plansInForce() {
			for i := range plan.Commitments {
				c := &plan.Commitments[i]
				if !c.open() {
					continue
				}
				for k := range c.DependsOn {
					on := ix.Commitment(c.DependsOn[k])
					if on == nil || on == c || !on.open() {
						continue
					}
					onDue := ix.due(&on.Deadline, ix.PlanOf(on))
					switch due := ix.due(&c.Deadline, plan); {
					case onDue.After(c.Start):
						p.On(plan).On(c).Report(&c.DependsOn[k], "commitment starts %v, before %q, on which it depends, is due %v", c.Start, short(on.ID), onDue).
							Help("move one of the two dates, or split the other commitment").Related(&on.Deadline, "the deadline of %q", short(on.ID))
					case onDue.After(due):
						p.On(plan).On(c).Report(&c.DependsOn[k], "commitment is due %v, before %q, on which it depends, is due %v", due, short(on.ID), onDue).
							Help("move one of the two dates, or split the other commitment").Related(&on.Deadline, "the deadline of %q", short(on.ID))
					}
				}
			}
		}
	},
}

var dependencyDropped = ocs.Rule[Index]{
	Code:  "dependency-dropped",
	Title: "what a commitment depends on was done, or is still to be done under a plan in force",
	Doc: "A commitment that waits for one that was cancelled, or that only a superseded plan holds, waits for ever. " +
		"Depend on the commitment that continues it, take the work up again, or drop the dependency.",
	Basis:  "plans are replaced while work goes on: Chile 2025, New Zealand's yearly plans",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		var news *reported
		for plan := range ix.plansInForce() {
			for i := range plan.Commitments {
				c := &plan.Commitments[i]
				if !c.open() {
					continue
				}
				for k := range c.DependsOn {
					n := find(ix, commitmentKind, c.DependsOn[k])
					if n < 0 {
						continue
					}
					on := ix.commitments[n]
					if on.binds || on.Ended.How == Completed {
						continue
					}
					if news == nil {
						news = ix.reported()
					}
					if !news.done(n) {
						p.On(plan).On(c).Report(&c.DependsOn[k], "commitment depends on %q, which was dropped before it was done", short(on.ID)).
							Help("depend on the commitment that continues it, or drop the dependency").Related(on.Commitment, "the one dropped")
					}
				}
			}
		}
	},
}

var commitmentLeftBehind = ocs.Rule[Index]{
	Code:  "commitment-left-behind",
	Title: "when a plan is replaced, each of its unfinished commitments is continued or ended",
	Doc: "What an old plan promised and the new one passes over in silence is lost, and nobody answers for it. " +
		"Let a commitment of a later plan continue it, or say under ended how it ended and why. What was reported as complete or cancelled needs nothing more.",
	Basis:  "Chile: plan of 2022 replaced in 2025; Scotland: finished pilots leave the plan",
	Levels: "-WEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		var news *reported
		var continued map[CommitmentID]bool
		for n := range ix.commitments {
			c := ix.commitments[n]
			plan := &ix.s.Plans[c.plan]
			if !c.open() || !ix.replaced[plan.ID] && plan.Ended.How != Replaced {
				continue
			}
			if continued == nil {
				news, continued = ix.reported(), make(map[CommitmentID]bool)
				for _, later := range ix.commitments {
					continued[later.Continues] = true
				}
			}
			if c.ID == "" || continued[c.ID] || news.done(n) || news.state(n) == CancelledState {
				continue
			}
			p.On(plan).On(c.Commitment).Report(&c.Ended, "commitment of a plan that was replaced is neither ended nor continued").
				Help("let a commitment of a later plan continue it, or say how it ended and why")
		}
	},
}

func endingUnexplained[T any](ending func(*T) *Ending) ocs.Rule[T] {
	return ocs.Rule[T]{
		Code:  "ending-unexplained",
		Title: "every ending says when, how and, unless the work was done or its time was up, why",
		Doc: "An ending closes the account of a plan or commitment. Without its date nobody can say what still fell under it; without how, whether it succeeded. " +
			"What was cancelled, repealed, moved or merged owes a reason, or the act that says so.",
		Basis:  "Chile: resolution 2.530 repeals and replaces; Scotland: what became of finished pilots",
		Levels: "-WEEE",
		Check: func(p *ocs.Pass, v *T) {
			e := ending(v)
			if *e == (Ending{}) {
				return
			}
			if e.Date.IsZero() {
				p.Report(&e.Date, "ending has no date").Help("say when it ended")
			}
			switch e.How {
			case "":
				p.Report(&e.How, "ending doesn't say how").Help("say completed, replaced, repealed, expired, cancelled, moved or merged")
			case Cancelled, Repealed, Moved, Merged:
				if blank(e.Reason) && e.Cite == (ocs.Cite{}) {
					p.Report(&e.Reason, "ending as %s has no reason", string(e.How)).Help("say why, or cite the act")
				}
			}
		},
	}
}

// atLeast reports whether the rating is known and no lower than the other.
func (r Rating) atLeast(other Rating) bool {
	return slices.Index(ratings, r) >= slices.Index(ratings, other)
}

// high reports whether a risk is high: one of likelihood and impact is high,
// the other at least medium.
func (r *Risk) high() bool {
	return r.Likelihood.atLeast(Medium) && r.Impact.atLeast(Medium) && (r.Likelihood.atLeast(High) || r.Impact.atLeast(High))
}

var riskIncomplete = ocs.Rule[Risk]{
	Code:  "risk-incomplete",
	Title: "every risk is rated and says what it affects",
	Doc: "A risk that is not rated cannot be ranked, and one that affects nothing in particular is nobody's concern. " +
		"Rate likelihood and impact, and list the commitments, plans or objectives at risk.",
	Basis:  "Serbia 2009: a risk for each row of the action plan",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, r *Risk) {
		if r.Likelihood == "" {
			p.Report(&r.Likelihood, "risk has no likelihood").Help("rate it from very-low to very-high")
		}
		if r.Impact == "" {
			p.Report(&r.Impact, "risk has no impact").Help("rate it from very-low to very-high")
		}
		if len(r.Affects) == 0 {
			p.Report(&r.Affects, "risk affects nothing").Help("list the commitments, plans or objectives at risk")
		}
	},
}

var riskUnmanaged = ocs.Rule[Risk]{
	Code:  "risk-unmanaged",
	Title: "every high risk has a mitigation and an owner",
	Doc: "A risk counts as high if one of likelihood and impact is high and the other at least medium. What is known to be likely to go wrong must have something done about it, and somebody who watches it. " +
		"State what is done, and name the office.",
	Basis:  "Serbia 2009, risk column of the action plan; where a risk becomes high is our choice",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, r *Risk) {
		if !r.high() {
			return
		}
		if len(r.Mitigations) == 0 {
			p.Report(&r.Mitigations, "risk is high and has no mitigation").Help("say what is done about it")
		}
		if r.Owner == "" {
			p.Report(&r.Owner, "risk is high and has no owner").Help("name the office that watches it")
		}
	},
}
