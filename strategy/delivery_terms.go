package strategy

import "github.com/ocs-framework/ocs"

// term is by when a commitment is to be done, seen from the as-of date.
type term struct {
	recurs  bool
	start   ocs.Date // when work is to begin
	due     ocs.Date // what Delivery.Due shows
	overdue ocs.Date // the latest day that passed by which an occurrence was due; else the day by which it is
	before  ocs.Date // the day before the occurrence that is due on overdue
}

// terms works out the commitment's dates.
func (b *deliveries) terms(c placedCommitment) term {
	plan := &b.ix.s.Plans[c.plan]
	t := term{start: b.ix.start(c.Commitment, plan)}
	cadence, recurs := c.Deadline.Every()
	switch {
	case recurs:
		t.recurs = true
		o := b.ix.occurrences(c.Commitment, plan, cadence)
		// What is due today hasn't passed, and the one before is what may be late.
		if k := o.count(b.record.asOf.Add(-1, ocs.Days)); !b.record.asOf.IsZero() {
			t.due = o.due(k + 1)
			if k > 0 {
				t.overdue, t.before = o.due(k), o.due(k-1)
			}
		}
	case c.Deadline.Continuous():
		t.due, t.overdue = c.Review.Last(), c.Review.Last()
	default:
		t.due = b.ix.day(c.Deadline, plan)
		t.overdue = t.due
	}
	return t
}

// start is the first day of the commitment's work: its own, or its plan's.
func (ix *Index) start(c *Commitment, plan *Plan) ocs.Date {
	if !c.Start.IsZero() {
		return c.Start.First()
	}
	return plan.Period.First()
}

// series are the days by which something that recurs is due: each the end of
// one more span since the anchor. The zero series has none.
type series struct {
	anchor ocs.Date // the day before the first span
	n      int      // units in a span
	unit   ocs.Unit
	end    ocs.Date // the last day, or no date
}

// every makes a series of the cadence that begins after the anchor.
func every(cadence ocs.Cadence, anchor, end ocs.Date) series {
	s := series{anchor: anchor.Last(), n: cadence.Months(), unit: ocs.Months, end: end.Last()}
	switch {
	case s.anchor.IsZero():
		return series{}
	case cadence == ocs.CadenceWeekly:
		s.n, s.unit = 1, ocs.Weeks
	case s.n == 0:
		return series{}
	}
	return s
}

// occurrences are when a commitment that recurs is due. They begin with its
// start, or else with the adoption, and end with its plan.
func (ix *Index) occurrences(c *Commitment, plan *Plan, cadence ocs.Cadence) series {
	start := ix.start(c, plan)
	if start.IsZero() {
		start = ix.adopted(plan).First()
	}
	return every(cadence, start.Add(-1, ocs.Days), plan.Period.End)
}

// due is the day of the k-th occurrence, the anchor for the 0th; no date where
// there is none. Each is counted from the anchor, so that a month that lacks
// the day doesn't move those after it: what begins with a month ends with one.
func (s series) due(k int) ocs.Date {
	if s.n == 0 || k < 0 {
		return ocs.Date{}
	}
	if k == 0 {
		return s.anchor
	}
	var day ocs.Date
	if s.unit == ocs.Weeks {
		day = s.anchor.Add(k, ocs.Weeks)
	} else {
		day = s.anchor.Add(1, ocs.Days).Add(k*s.n, ocs.Months).Add(-1, ocs.Days)
	}
	if !s.end.IsZero() && day.Compare(s.end) > 0 {
		return ocs.Date{}
	}
	return day
}

// count is how many occurrences are due by that day.
func (s series) count(day ocs.Date) int {
	if s.n == 0 || day.IsZero() {
		return 0
	}
	day = day.Last()
	if !s.end.IsZero() && day.Compare(s.end) > 0 {
		day = s.end
	}
	days := s.anchor.DaysUntil(day)
	if days <= 0 {
		return 0
	}
	// The estimate is off by two at most: months have 28 to 31 days.
	k := days / 7
	if s.unit == ocs.Months {
		k = int(float64(days)/30.436875)/s.n + 2
	}
	for k > 0 {
		if due := s.due(k); !due.IsZero() && due.Compare(day) <= 0 {
			break
		}
		k--
	}
	return k
}
