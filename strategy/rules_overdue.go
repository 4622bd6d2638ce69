package strategy

import (
	"cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
)

// overdueRules compare what was promised with the day on which the strategy
// is looked at.
func overdueRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{
		periodOver,
		commitmentOverdue,
		milestoneOverdue,
		reviewOverdue,
		evaluationOverdue,
		reportOverdue,
	}
}

var periodOver = ocs.Rule[Index]{
	Code:  "period-over",
	Title: "no strategy or plan is carried out after its period",
	Doc: "After its last day a plan binds nobody, however much of it is undone. Lengthen the period by an amendment, move the stage to review or superseded, or say how the plan ended. " +
		"A plan that ends with the strategy is not reported beside it.",
	Basis:     "Chile and New Zealand: plans end and are followed by others while the strategy goes on",
	Levels:    "--WWW",
	NeedsDate: true,
	Check: func(p *ocs.Pass, ix *Index) {
		carriedOut := func(s ocs.Stage) bool { return s == ocs.StageAdopted || s == ocs.StageImplementation }
		s := ix.s
		over := carriedOut(s.Stage) && s.Period.End.Before(p.AsOf())
		if over {
			p.On(s).Report(&s.Period, "strategy is at stage %q, but its period ended %v", s.Stage, s.Period.End).
				Help("move the stage to review or superseded, or lengthen the period")
		}
		for plan := range ix.plansInForce() {
			end := plan.Period.End
			if carriedOut(ix.stageOf(plan)) && end.Before(p.AsOf()) && !(over && end.Last() == s.Period.Last()) {
				p.On(plan).Report(&plan.Period, "plan is at stage %q, but its period ended %v", ix.stageOf(plan), end).
					Help("say how it ended, or lengthen the period")
			}
		}
	},
}

// eachAwaited calls f for each commitment from which delivery is awaited: of
// plans in force, open, and neither complete nor given up by report.
func (ix *Index) eachAwaited(f func(n int, c *Commitment, plan *Plan, news *reported)) {
	var news *reported
	for n := range ix.commitments {
		c := ix.commitments[n]
		plan := &ix.s.Plans[c.plan]
		if !c.binds || beforeAdoption(plan.Stage) {
			continue
		}
		if news == nil {
			news = ix.reported()
		}
		if !news.closed(ix, n) {
			f(n, c.Commitment, plan, news)
		}
	}
}

// late reports whether a commitment is past due with nothing reported since.
func (ix *Index) late(n int, c *Commitment, plan *Plan, news *reported, asOf ocs.Date) (due ocs.Date, late bool) {
	due = ix.day(c.Deadline, plan)
	return due, due.Before(asOf) && !news.heardSince(n, due)
}

var commitmentOverdue = ocs.Rule[Index]{
	Code:  "commitment-overdue",
	Title: "of every commitment that is past due it is reported how it stands",
	Doc: "A deadline that passes in silence is the first sign that a strategy is not carried out. Report the commitment as complete, or as delayed, blocked or cancelled with the reason; " +
		"or change the deadline by an amendment. An update on or after the deadline is enough.",
	Basis:     "Romania 2021-2024: yearly report on each activity against its term",
	Levels:    "--WWW",
	NeedsDate: true,
	Check: func(p *ocs.Pass, ix *Index) {
		ix.eachAwaited(func(n int, c *Commitment, plan *Plan, news *reported) {
			if due, late := ix.late(n, c, plan, news, p.AsOf()); late {
				p.On(plan).On(c).Report(&c.Deadline, "commitment was due %v and nothing is reported since", due).
					Help("report how it stands, or change the deadline by an amendment")
			}
		})
	},
}

var milestoneOverdue = ocs.Rule[Index]{
	Code:  "milestone-overdue",
	Title: "of every milestone that is past due it is reported whether it was reached",
	Doc: "Milestones are there to show early whether the end will be met. Report the milestone as complete or how it stands; an update on the commitment that says delayed, blocked or cancelled " +
		"on or after that day is enough. Where the commitment itself is overdue only that is reported.",
	Basis:     "Nigeria 2022-2026: time frame for milestones",
	Levels:    "---WW",
	NeedsDate: true,
	Check: func(p *ocs.Pass, ix *Index) {
		ix.eachAwaited(func(n int, c *Commitment, plan *Plan, news *reported) {
			if len(c.Milestones) == 0 {
				return
			}
			if _, late := ix.late(n, c, plan, news, p.AsOf()); late {
				return
			}
			for i := range c.Milestones {
				m := &c.Milestones[i]
				due := ix.day(m.Due, plan)
				if !due.Before(p.AsOf()) || news.explains(ix, n, m, due) {
					continue
				}
				p.On(plan).On(c).On(m).Report(&m.Due, "milestone was due %v and nothing is reported of it since", due).
					Help("report whether it was reached, or why not")
			}
		})
	},
}

// explains reports whether the reports say what became of a milestone of
// commitment n by or after the day on which it was due.
func (r *reported) explains(ix *Index, n int, m *Milestone, due ocs.Date) bool {
	if u := r.milestone(find(ix, milestoneKind, m.ID)); u.Update != nil && (u.State == Complete || !u.Date.Before(due)) {
		return true
	}
	switch r.state(n) {
	case Delayed, Blocked:
		return !r.latest[n].Date.Before(due)
	}
	return false
}

var reviewOverdue = ocs.Rule[Index]{
	Code:  "review-overdue",
	Title: "what is continuous is looked at again by its review date",
	Doc: "Work without end has only its review to be held against. When the day has passed, report how the commitment stands and set the next review. " +
		"An update on or after that day is enough.",
	Basis:     "Serbia 2009: deadline \"continuously\"",
	Levels:    "--WWW",
	NeedsDate: true,
	Check: func(p *ocs.Pass, ix *Index) {
		ix.eachAwaited(func(n int, c *Commitment, plan *Plan, news *reported) {
			if c.Deadline.Continuous() && c.Review.Before(p.AsOf()) && !news.heardSince(n, c.Review) {
				p.On(plan).On(c).Report(&c.Review, "commitment was to be reviewed %v and nothing is reported since", c.Review).
					Help("report how it stands and set the next review")
			}
		})
	},
}

var evaluationOverdue = ocs.Rule[Index]{
	Code:      "evaluation-overdue",
	Title:     "every evaluation is done when it is due",
	Doc:       "An evaluation that comes late informs nothing. Give the day on which it was finished, or say by when it will be.",
	Basis:     "EU EMPACT: the evaluation at the end of each cycle feeds the next",
	Levels:    "--WWW",
	NeedsDate: true,
	Check: func(p *ocs.Pass, ix *Index) {
		for e := range ix.Evaluations() {
			if due := ix.DueEvaluation(e); e.Done.IsZero() && due.Before(p.AsOf()) {
				p.On(e).Report(&e.Due, "evaluation was due %v and is not done", due).Help("say when it was done, or move it")
			}
		}
	},
}

// owed names the reports that one duty asks for.
type owed struct {
	by   actor.ID
	plan PlanID
}

var reportOverdue = ocs.Rule[Index]{
	Code:  "report-overdue",
	Title: "every report is made when it is due",
	Doc: "A duty to report that is not kept leaves those to whom the report is owed, and the public, without any account of delivery. Record the report with the day on which it was made. " +
		"Of each duty only the latest date that has passed is looked at: a report by the same actor on the same plan, due or made since the date before, satisfies it. " +
		"Duties end with the plan and its last report.",
	Basis:     "Romania 2021-2024: yearly report to prime minister and defence council; New Zealand: yearly report back to Cabinet",
	Levels:    "--WEE",
	NeedsDate: true,
	Check: func(p *ocs.Pass, ix *Index) {
		for r := range ix.Reports() {
			if r.Made.IsZero() && r.Due.Before(p.AsOf()) {
				p.On(r).Report(&r.Due, "report was due %v and has not been made", r.Due).Help("say when it was made, or move it")
			}
		}
		var latest map[owed]ocs.Date
		for i := range ix.s.Reporting {
			d := &ix.s.Reporting[i]
			due, before := ix.lastDue(d, p.AsOf())
			if due.IsZero() {
				continue
			}
			if latest == nil {
				latest = ix.lastReports()
			}
			if latest[owed{d.By, d.Plan}].Compare(before) <= 0 {
				p.On(d).Report(d, "report was due %v and none is recorded", due).Help("record the report, or change the duty")
			}
		}
	},
}

// lastReports says for each reporter and plan which due date the latest report
// on record meets.
func (ix *Index) lastReports() map[owed]ocs.Date {
	latest := make(map[owed]ocs.Date)
	for r := range ix.Reports() {
		if day, key := r.meets(), (owed{r.By, r.Plan}); day.Compare(latest[key]) > 0 {
			latest[key] = day
		}
	}
	return latest
}

// meets returns the due date that the report meets: the one it names, however
// late it was made, else the day on which it was made or the end of what it
// covers.
func (r *Report) meets() ocs.Date { return cmp.Or(r.Due, r.Made, r.Covers.End).Last() }

// dutySeries are the days by which a duty's reports are due: the first, and one
// more for each span after it. The last follows the end of the plan.
func (ix *Index) dutySeries(d *ReportingDuty) series {
	end := ix.s.Period.End
	if p := ix.Plan(d.Plan); p != nil {
		end = p.Period.End
	}
	s := every(d.Cadence, d.Due, ocs.Date{})
	if s.n > 0 && !end.IsZero() {
		s.end = end.Last().Add(s.n, s.unit).Add(-1, ocs.Days)
	}
	return s
}

// lastDue returns the latest day on which a report was due under a duty before
// asOf, and the day before which it would have been an earlier one. Both are no
// date if none was due.
func (ix *Index) lastDue(d *ReportingDuty, asOf ocs.Date) (due, before ocs.Date) {
	if p := ix.Plan(d.Plan); d.Plan != "" && (p == nil || !ix.InForce(p)) {
		return ocs.Date{}, ocs.Date{}
	}
	s := ix.dutySeries(d)
	if s.n == 0 || ix.s.Stage == ocs.StageSuperseded || !s.anchor.Before(asOf.First()) {
		return ocs.Date{}, ocs.Date{}
	}
	k := s.count(asOf.First().Add(-1, ocs.Days))
	if k == 0 {
		return s.anchor, s.anchor.Add(-s.n, s.unit)
	}
	return s.due(k), s.due(k - 1)
}
