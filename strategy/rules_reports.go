package strategy

import (
	"cmp"

	"github.com/ocs-framework/ocs"
)

// reportRules are about what reports say of commitments.
func reportRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{
		ocs.Each(updateUnexplained, (*Index).Reports),
		ocs.Each(updatePercent, (*Index).Reports),
		updateMisplaced,
		progressBeforeAdoption,
		updateAfterEnd,
		completionPremature,
	}
}

var updateUnexplained = ocs.Rule[Report]{
	Code:  "update-unexplained",
	Title: "every update has a date and a state, and says why where work is delayed, blocked or cancelled",
	Doc: "An update is of a day, or the next one cannot be told from it. Bad news without a reason can't be acted on: add a note, or cite what explains it. " +
		"An update may state a percentage in place of a state.",
	Basis:  "Romania 2021-2024, yearly report; the reason is what a coordinating body meets to hear",
	Levels: "--EEE",
	Check: func(p *ocs.Pass, r *Report) {
		for i := range r.Updates {
			u := &r.Updates[i]
			if u.Date.IsZero() {
				p.Report(&u.Date, "update on %q has no date", short(u.Commitment)).Help("say of which day it is")
			}
			switch u.State {
			case "":
				if u.Percent.IsZero() {
					p.Report(&u.State, "update on %q has no state", short(u.Commitment)).Help("say not-started, on-track, delayed, blocked, complete or cancelled")
				}
			case Delayed, Blocked, CancelledState:
				if blank(u.Note) && u.Cite == (ocs.Cite{}) {
					p.Report(&u.Note, "update on %q doesn't say why it is %s", short(u.Commitment), string(u.State)).Help("say why in a note, or cite what explains it")
				}
			}
		}
	},
}

var updatePercent = ocs.Rule[Report]{
	Code:  "update-percent",
	Title: "percentages are from 0 to 100 and agree with the state",
	Doc: "What is complete is 100 per cent done, what has not been started 0, and what is 100 per cent done is complete. One of the two is a slip. " +
		"Of an update on a milestone the percentage may be that of the commitment, and only its range is checked.",
	Basis:  "arithmetic",
	Levels: "--EEE",
	Check: func(p *ocs.Pass, r *Report) {
		none, whole := ocs.Num(0), ocs.Num(100)
		for i := range r.Updates {
			u := &r.Updates[i]
			if u.Percent.IsZero() {
				continue
			}
			full := u.Percent.Equal(whole)
			switch {
			case u.Percent.Compare(none) < 0 || u.Percent.Compare(whole) > 0:
				p.Report(&u.Percent, "percentage of %q is not from 0 to 100", short(u.Commitment)).Help("state how much is done, from 0 to 100")
			case u.Milestone != "" || u.State == "" || u.State == CancelledState || !u.State.Known():
			case full != (u.State == Complete):
				p.Report(&u.Percent, "%v per cent of %q are done, but it is %s", u.Percent, short(u.Commitment), string(u.State)).
					Help("mend the percentage or the state").Related(&u.State, "the state")
			case u.State == NotStarted && !u.Percent.Equal(none):
				p.Report(&u.Percent, "%v per cent of %q are done, but it is %s", u.Percent, short(u.Commitment), string(u.State)).
					Help("mend the percentage or the state").Related(&u.State, "the state")
			}
		}
	},
}

var updateMisplaced = ocs.Rule[Index]{
	Code:  "update-misplaced",
	Title: "an update is on a commitment of the plan that is reported on, and on a milestone of that commitment",
	Doc: "An update on something else is lost to those who look for it, and is counted where it doesn't belong. " +
		"Name the commitment to which the milestone belongs, or report on the other plan; a report on a plan may also cover the plans that are part of it.",
	Basis:  "integrity of references",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		for k, places := range ix.updated() {
			r := &ix.s.Reports[k]
			about := find(ix, planKind, r.Plan)
			for i, n := range places {
				u := &r.Updates[i]
				if n < 0 {
					continue
				}
				if m := find(ix, milestoneKind, u.Milestone); m >= 0 && ix.milestones[m].commitment != n {
					owner := ix.commitments[ix.milestones[m].commitment]
					p.On(r).Report(&u.Milestone, "milestone %q belongs to %q, not to %q", short(u.Milestone), short(owner.ID), short(u.Commitment)).
						Help("name the commitment to which it belongs").Related(ix.milestones[m].Milestone, "the milestone")
				}
				if plan := int(ix.commitments[n].plan); about >= 0 && !ix.withinPlan(plan, about) {
					p.On(r).Report(&u.Commitment, "commitment %q is not of plan %q, which the report is on, but of %q", short(u.Commitment), short(r.Plan), short(ix.s.Plans[plan].ID)).
						Help("report it with its own plan, or leave out the report's plan").Related(&r.Plan, "the plan reported on")
				}
			}
		}
	},
}

// withinPlan reports whether plan n is the whole or part of it.
func (ix *Index) withinPlan(n, whole int) bool {
	for range maxAnchors {
		if n == whole {
			return true
		}
		if n = find(ix, planKind, ix.s.Plans[n].PartOf); n < 0 {
			break
		}
	}
	return false
}

var progressBeforeAdoption = ocs.Rule[Index]{
	Code:  "progress-before-adoption",
	Title: "no progress is reported from before the adoption",
	Doc: "What was done before a plan was adopted was not done under it, and counting it makes delivery look better than it is. " +
		"Mend the date, or leave out what came before. Where the plan's period, or the commitment's start, reaches back before the adoption, so may progress.",
	Basis:  "the policy cycle",
	Levels: "--EEE",
	Check: func(p *ocs.Pass, ix *Index) {
		for k, places := range ix.updated() {
			r := &ix.s.Reports[k]
			for i, n := range places {
				u := &r.Updates[i]
				if n < 0 || u.State == NotStarted || u.State == CancelledState {
					continue
				}
				c := ix.commitments[n]
				plan := &ix.s.Plans[c.plan]
				adopted := &plan.Adoption.Date
				if adopted.IsZero() {
					adopted = &ix.s.Adoption.Date
				}
				begun := cmp.Or(c.Start, plan.Period.Start)
				if u.Date.Before(*adopted) && (begun.IsZero() || u.Date.Before(begun)) {
					p.On(r).Report(&u.Date, "progress of %q is reported from %v, before the adoption on %v", short(u.Commitment), u.Date, *adopted).
						Help("mend the date, or leave out what was done before").Related(adopted, "the adoption")
				}
			}
		}
	},
}

var updateAfterEnd = ocs.Rule[Index]{
	Code:  "update-after-end",
	Title: "nothing is reported from after the end of a commitment or its plan",
	Doc: "What ended has no state any more. Work that goes on belongs to the commitment that continues it, under the plan that replaced the old one. " +
		"Mend the date, or report on the later commitment.",
	Basis:  "New Zealand's yearly plans, each with its own end and report",
	Levels: "--EEE",
	Check: func(p *ocs.Pass, ix *Index) {
		for k, places := range ix.updated() {
			r := &ix.s.Reports[k]
			for i, n := range places {
				u := &r.Updates[i]
				if n < 0 {
					continue
				}
				c := ix.commitments[n]
				what, end := "commitment", &c.Ended.Date
				if plan := &ix.s.Plans[c.plan]; !u.Date.After(*end) {
					what, end = "plan", &plan.Ended.Date
				}
				if u.Date.After(*end) {
					p.On(r).Report(&u.Date, "update on %q is of %v, after its %s ended on %v", short(u.Commitment), u.Date, what, *end).
						Help("mend the date, or report on the commitment that continues it").Related(end, "the end")
				}
			}
		}
	},
}

var completionPremature = ocs.Rule[Index]{
	Code:  "completion-premature",
	Title: "what is complete has all its parts complete, and no milestone that was reported as missed",
	Doc: "A measure is complete when its activities are. Where one of them is still open, or the last word on a milestone is that it was not reached, " +
		"either the completion or the other record is out of date. Report the part, or take the completion back. Of a milestone nothing need have been reported.",
	Basis:  "Serbia: measures with activities with tasks; Nigeria: time frame for milestones",
	Levels: "--EEE",
	Check: func(p *ocs.Pass, ix *Index) {
		var news *reported
		if len(ix.s.Reports) > 0 {
			news = ix.reported()
		}
		for n := range ix.commitments {
			c := ix.commitments[n]
			whole := find(ix, commitmentKind, c.Parent)
			if whole >= 0 && c.binds && (news == nil || !news.closed(ix, n)) {
				if at := ix.completion(whole, news); at.field != nil {
					on(p, at.of...).Report(at.field, "%q is complete, but its part %q is not", short(c.Parent), short(c.ID)).
						Help("report the part as complete or cancelled, or take the completion back").Related(c.Commitment, "the part")
				}
			}
			if news == nil || news.latest == nil {
				continue
			}
			for i := range c.Milestones {
				u := news.milestone(find(ix, milestoneKind, c.Milestones[i].ID))
				if u.Update == nil || u.State == Complete || u.State == CancelledState {
					continue
				}
				if at := ix.completion(n, news); at.field != nil {
					on(p, at.of...).Report(at.field, "%q is complete, but its milestone %q was last reported as %s", short(c.ID), short(u.Milestone), string(u.State)).
						Help("report the milestone as complete, or take the completion back").Related(&u.State, "the milestone's state")
				}
			}
		}
	},
}

// claim is a field that says something of an element, and the elements in
// which it stands.
type claim struct {
	field any
	of    []any
}

// completion returns what says that commitment n is complete: its ending or
// an update. Field is nil if nothing does.
func (ix *Index) completion(n int, news *reported) claim {
	c := ix.commitments[n]
	if c.Ended.How == Completed {
		return claim{&c.Ended.How, []any{&ix.s.Plans[c.plan], c.Commitment}}
	}
	if news != nil && news.complete != nil && news.complete[n].Update != nil {
		u := news.complete[n]
		return claim{&u.State, []any{u.report}}
	}
	return claim{}
}
