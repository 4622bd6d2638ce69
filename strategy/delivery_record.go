package strategy

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
)

// record is what the reports say of the commitments up to a day.
type record struct {
	ix      *Index
	asOf    ocs.Date // a day, or no date for no limit
	updates []told   // of whole commitments and of milestones, in order of time
	of      relation // commitment → updates
	notes   []string
}

// told is an update with the last day of its date and the report that gave it.
type told struct {
	*Update
	day    ocs.Date
	n      int32 // the commitment
	report int32
}

// record reads the updates dated on or before asOf.
func (ix *Index) record(asOf ocs.Date) *record {
	r := &record{ix: ix, asOf: asOf.Last()}
	total := 0
	for i := range ix.s.Reports {
		total += len(ix.s.Reports[i].Updates)
	}
	r.updates = make([]told, 0, total)
	var lost, withheld int
	hold := ix.holder()
	for i := range ix.s.Reports {
		rep := &ix.s.Reports[i]
		if hold.any(ocs.ID(rep.ID), "updates") {
			withheld++
		}
		for j := range rep.Updates {
			u := &rep.Updates[j]
			day := u.Date.Last()
			if r.later(day) {
				continue
			}
			n := find(ix, commitmentKind, u.Commitment)
			if n < 0 {
				lost++
				continue
			}
			r.updates = append(r.updates, told{u, day, int32(n), int32(i)})
		}
	}
	if withheld > 0 {
		r.notes = append(r.notes, fmt.Sprintf("updates of %d reports were withheld", withheld))
	}
	if lost > 0 {
		r.notes = append(r.notes, fmt.Sprintf("%d updates are on commitments that don't exist", lost))
	}
	r.of = gatherRelation(len(ix.commitments), func(add func(int, int32)) {
		for i := range r.updates {
			add(int(r.updates[i].n), int32(i))
		}
	})
	r.of.sort(len(ix.commitments), func(a, b int32) int { return r.compare(&r.updates[a], &r.updates[b]) })
	return r
}

// compare orders updates by time, so that of two that say the same thing of
// the same day the one that holds comes last and next to the other.
func (r *record) compare(a, b *told) int {
	if c := a.day.Compare(b.day); c != 0 {
		return c
	}
	return cmp.Or(strings.Compare(string(a.Area), string(b.Area)), strings.Compare(string(a.Milestone), string(b.Milestone)),
		a.Date.Compare(b.Date), r.made(a.report).Compare(r.made(b.report)), cmp.Compare(a.report, b.report))
}

// sort orders the places that belong to each of n elements; equal ones stay as
// they are.
func (r relation) sort(n int, compare func(a, b int32) int) {
	for i := range n {
		if list := r.of(i); len(list) > 1 && !slices.IsSortedFunc(list, compare) {
			slices.SortStableFunc(list, compare)
		}
	}
}

func (r *record) made(report int32) ocs.Date { return r.ix.s.Reports[report].Made }

// later reports whether a day comes after the as-of date.
func (r *record) later(day ocs.Date) bool { return !r.asOf.IsZero() && day.Compare(r.asOf) > 0 }

// passed reports whether a day is over on the as-of date.
func (r *record) passed(day ocs.Date) bool { return day.Before(r.asOf) }

// account is what the record says of one commitment.
type account struct {
	whole   told // the latest update on the whole; no Update if there is none
	done    told // the first update that says the whole is complete
	areas   []areaAccount
	reached map[MilestoneID]ocs.Date
	first   ocs.Date // the day of the earliest update
	begun   ocs.Date // the earliest day on which work was reported
	latest  ocs.Date // as stated, of any update
	good    ocs.Date // the latest day on which the whole was said to be on track or complete
	last    ocs.Date // the latest on which it was said to be complete
	any     bool
}

// areaAccount is what the record says of a commitment in one area: the latest
// update, or the first that says complete.
type areaAccount struct {
	told
	complete bool
}

// account reads the updates on commitment n.
func (r *record) account(n int) account {
	var a account
	list := r.of.of(n)
	var at map[ocs.Area]int
	for k, i := range list {
		u := r.updates[i]
		if k+1 < len(list) && sameSubject(u, r.updates[list[k+1]]) {
			continue // corrected
		}
		if !a.any {
			a.any, a.first = true, u.day
		}
		a.latest = u.Date
		state := reportedState(u.Update)
		if a.begun.IsZero() && (state == OnTrack || state == Delayed || state == Blocked || state == Complete) {
			a.begun = u.day
		}
		switch {
		case u.Milestone != "":
			if _, known := a.reached[u.Milestone]; state == Complete && u.Area == "" && !known {
				if a.reached == nil {
					a.reached = make(map[MilestoneID]ocs.Date)
				}
				a.reached[u.Milestone] = u.Date
			}
		case u.Area == "":
			a.whole = u
			if state == OnTrack || state == Complete {
				a.good = u.day
			}
			if state == Complete {
				a.last = u.day
			}
			if state == Complete && a.done.Update == nil {
				a.done = u
			}
		default:
			if at == nil {
				at = make(map[ocs.Area]int)
			}
			k, known := at[u.Area]
			if !known {
				k = len(a.areas)
				at[u.Area] = k
				a.areas = append(a.areas, areaAccount{})
			}
			if !a.areas[k].complete {
				a.areas[k] = areaAccount{u, state == Complete}
			}
		}
	}
	slices.SortFunc(a.areas, func(a, b areaAccount) int { return strings.Compare(string(a.Area), string(b.Area)) })
	return a
}

// occurred reports whether the occurrence due on a day was done, given the day
// on which the one before was due: it was said to be complete in its span, or the
// whole to be on track on that day or later.
func (a *account) occurred(before, due ocs.Date) bool {
	return a.last.Compare(before) > 0 || !a.good.IsZero() && a.good.Compare(due) >= 0
}

func sameSubject(a, b told) bool {
	return a.Date == b.Date && a.Area == b.Area && a.Milestone == b.Milestone
}

// reportedState is the state of an update; one that states a percentage only
// says no more than whether work has begun.
func reportedState(u *Update) State {
	switch {
	case u.State != "" || u.Percent.IsZero():
		return u.State
	case u.Percent.Sign() > 0:
		return OnTrack
	}
	return NotStarted
}

// allAreas reports whether each area of the commitment is reported complete,
// and the update that made it so.
func (a *account) allAreas(areas []ocs.Area) (last told, all bool) {
	if len(areas) == 0 || len(a.areas) == 0 {
		return told{}, false
	}
	done := make(map[ocs.Area]told, len(a.areas))
	for _, e := range a.areas {
		if e.complete {
			done[e.Area] = e.told
		}
	}
	for _, area := range areas {
		u, ok := done[area]
		if country := ocs.Area(area.Country()); !ok {
			if u, ok = done[country]; !ok {
				return told{}, false
			}
		}
		if last.Update == nil || u.day.Compare(last.day) > 0 {
			last = u
		}
	}
	return last, true
}

// rank orders states from the best to the worst: the worst of its areas or
// parts is that of the whole. What was cancelled, or isn't understood, comes
// before all.
func (s State) rank() int {
	switch s {
	case Complete:
		return 1
	case NotStarted:
		return 2
	case OnTrack:
		return 3
	case Delayed:
		return 4
	case Blocked:
		return 5
	}
	return 0
}

// combined is how the commitment was last reported to stand: the whole, or the
// worst of its areas where these were reported later.
func (a *account) combined(c *Commitment) (state State, u told) {
	worst := -1
	consider := func(t told, s State) {
		if s.rank() > worst {
			worst, state, u = s.rank(), s, t
		}
	}
	var later, cancelled, complete int
	for _, e := range a.areas {
		if a.whole.Update != nil && e.day.Before(a.whole.day) && !e.complete {
			continue
		}
		later++
		switch s := reportedState(e.Update); {
		case e.complete:
			complete++
			consider(e.told, Complete)
		case s == CancelledState:
			cancelled++
			consider(e.told, CancelledState)
		default:
			consider(e.told, s)
		}
	}
	if a.whole.Update != nil && (later == 0 || later < len(c.Areas) || len(c.Areas) == 0) {
		consider(a.whole, reportedState(a.whole.Update))
		later++
	}
	switch {
	case later == 0:
		return "", told{}
	case state == Complete && cancelled > 0:
		state = CancelledState // nothing is open any more, and not everything was delivered
	case state == Complete && len(a.areas) > 0:
		state = OnTrack // complete in those that were reported, not in all
	case state == NotStarted && complete > 0:
		state = OnTrack
	}
	return state, u
}
