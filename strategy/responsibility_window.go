package strategy

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
)

// apart reports whether two periods certainly have no day in common. A period
// that isn't stated is always.
func apart(p, q ocs.Period) bool { return p.End.Before(q.Start) || q.End.Before(p.Start) }

// until returns the last day on which the actor exists and one of the mandates
// is in force, if that is before the end of the time; else no date.
func until(a *actor.Actor, mandates []*actor.Mandate, when ocs.Period) ocs.Date {
	last := a.Active.Last()
	var latest ocs.Date
	for i, m := range mandates {
		end := m.Period.Last()
		if end.IsZero() {
			latest = ocs.Date{}
			break
		}
		if i == 0 || end.After(latest) {
			latest = end
		}
	}
	if last.IsZero() || !latest.IsZero() && latest.Before(last) {
		last = latest
	}
	if last.IsZero() || !when.End.IsZero() && last.Compare(when.Last()) >= 0 {
		return ocs.Date{}
	}
	return last
}

// Window returns the time in which the commitment runs: from its start, else
// its plan's, else the strategy's, to its deadline or, if that recurs, is
// continuous or has no date, to the end of its plan, else of the strategy, and
// never beyond its ending. An end that isn't known is open.
func (ix *Index) Window(c *Commitment) ocs.Period { return ix.window(c, ix.PlanOf(c)) }

// window is Window for a commitment whose plan is known; it may be nil.
func (ix *Index) window(c *Commitment, p *Plan) ocs.Period {
	w := ocs.Period{Start: c.Start, End: ix.resolve(c.Deadline, p, maxAnchors)}
	if !c.Ended.Date.IsZero() && (w.End.IsZero() || c.Ended.Date.Before(w.End)) {
		w.End = c.Ended.Date
	}
	for _, whole := range []ocs.Period{planPeriod(p), ix.s.Period} {
		if w.Start.IsZero() && !w.End.Before(whole.Start) {
			w.Start = whole.Start
		}
		if w.End.IsZero() && !whole.End.Before(w.Start) {
			w.End = whole.End
		}
	}
	return w
}

func planPeriod(p *Plan) ocs.Period {
	if p == nil {
		return ocs.Period{}
	}
	return p.Period
}
