package strategy

import "github.com/ocs-framework/ocs"

// reported is what the reports say of each commitment and milestone, by their
// places in the flattened lists. It is empty if there are no updates.
type reported struct {
	latest     []placedUpdate // of each commitment: the latest update on the whole or an area
	complete   []placedUpdate // of each commitment: the latest update that says that the whole is complete
	somewhere  []bool         // of each commitment: whether it is complete at least in an area
	heard      []ocs.Date     // of each commitment: the date of the latest update of any sort
	milestones []placedUpdate // of each milestone: the latest update
}

// placedUpdate is an update with the report that holds it.
type placedUpdate struct {
	*Update
	report *Report
}

// readReports reads the reports. Of two updates of one date the later in the
// document counts.
func (ix *Index) readReports() *reported {
	r := &reported{}
	for k, places := range ix.updated() {
		rep := &ix.s.Reports[k]
		for i, n := range places {
			u := placedUpdate{&rep.Updates[i], rep}
			if n < 0 {
				continue
			}
			if r.latest == nil {
				r.latest, r.complete = make([]placedUpdate, len(ix.commitments)), make([]placedUpdate, len(ix.commitments))
				r.somewhere, r.heard = make([]bool, len(ix.commitments)), make([]ocs.Date, len(ix.commitments))
				r.milestones = make([]placedUpdate, len(ix.milestones))
			}
			if u.Date.Last().Compare(r.heard[n]) > 0 {
				r.heard[n] = u.Date.Last()
			}
			if u.Milestone != "" {
				if m := find(ix, milestoneKind, u.Milestone); m >= 0 {
					u.replace(&r.milestones[m])
				}
				continue
			}
			u.replace(&r.latest[n])
			if u.State == Complete {
				r.somewhere[n] = true
				if u.Area == "" {
					u.replace(&r.complete[n])
				}
			}
		}
	}
	return r
}

// replace puts u in place of an update that isn't later.
func (u placedUpdate) replace(old *placedUpdate) {
	if old.Update == nil || u.Date.Last().Compare(old.Date.Last()) >= 0 {
		*old = u
	}
}

// done reports whether commitment n was reported complete, at least in an
// area. What was complete once stays so.
func (r *reported) done(n int) bool { return r.somewhere != nil && r.somewhere[n] }

// state returns how commitment n stood when it was last reported on, "" if it
// never was.
func (r *reported) state(n int) State {
	if r.latest == nil || r.latest[n].Update == nil {
		return ""
	}
	return r.latest[n].State
}

// heardSince reports whether anything was reported on commitment n on or after
// a day.
func (r *reported) heardSince(n int, day ocs.Date) bool {
	return r.heard != nil && !r.heard[n].IsZero() && !r.heard[n].Before(day)
}

// closed reports whether commitment n was finished or given up, by its ending
// or by report.
func (r *reported) closed(ix *Index, n int) bool {
	return !ix.commitments[n].open() || r.done(n) || r.state(n) == CancelledState
}

// milestone returns the latest update on milestone n, which may be -1.
func (r *reported) milestone(n int) placedUpdate {
	if n < 0 || r.milestones == nil {
		return placedUpdate{}
	}
	return r.milestones[n]
}
