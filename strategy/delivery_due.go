package strategy

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
)

// DueKind is what sort of thing falls due.
type DueKind string

// The kinds of things that fall due.
const (
	DueCommitment DueKind = "commitment" // a commitment's deadline
	DueOccurrence DueKind = "occurrence" // one occurrence of a commitment that recurs
	DueReview     DueKind = "review"     // the review of a continuous commitment
	DueMilestone  DueKind = "milestone"
	DuePlan       DueKind = "plan" // a plan that is owed
	DueEvaluation DueKind = "evaluation"
	DueReport     DueKind = "report"  // a report that a duty calls for, or that is listed with a date
	DueReading    DueKind = "reading" // a reading of an indicator, by its frequency
	DueTarget     DueKind = "target"  // an indicator's target; it is never done, see [Index.Progress]
)

var dueKinds = []DueKind{DueCommitment, DueOccurrence, DueReview, DueMilestone, DuePlan, DueEvaluation, DueReport, DueReading, DueTarget}

// Known reports whether k is in the vocabulary.
func (k DueKind) Known() bool { return slices.Contains(dueKinds, k) }

// Terms lists the vocabulary.
func (DueKind) Terms() []string { return ocs.Words(dueKinds) }

// DueItem is one thing that falls due.
type DueItem struct {
	// Due is the day by which.
	Due ocs.Date `json:"due"`

	// Kind is what sort of thing it is.
	Kind DueKind `json:"kind"`

	// ID is the element's identifier; a reporting duty need not have one.
	ID ocs.ID `json:"id,omitzero"`

	// Of is the element it belongs to: a milestone's commitment, an indicator's objective or commitment.
	Of ocs.ID `json:"of,omitzero"`

	// Responsible is the actor that answers for it.
	Responsible actor.ID `json:"responsible,omitzero"`

	// Done says that it was done by the as-of date.
	Done bool `json:"done,omitzero"`

	// DaysLate are the days from Due to the as-of date, if it isn't done.
	DaysLate int `json:"days-late,omitzero"`
}

// Agenda is what falls due in a period, in order of time.
type Agenda struct {
	// AsOf is the day on which it is looked at.
	AsOf ocs.Date `json:"as-of,omitzero"`

	// Period is the time looked at.
	Period ocs.Period `json:"period,omitzero"`

	// Items are what falls due.
	Items []DueItem `json:"items,omitempty"`

	// Notes say what isn't listed.
	Notes []string `json:"notes,omitempty"`
}

const (
	maxOccurrences = 400     // of one thing; a weekly one has 261 in five years
	maxDueItems    = 100_000 // in all
)

// Agenda lists what falls due in the period, both ends included: commitments,
// milestones, occurrences and reviews, plans that are owed, evaluations,
// reports, readings and targets of indicators. Whether a thing is done is told
// as of the as-of date; without one everything reported counts and nothing is
// late. Commitments that were delivered are listed as done, those that were
// cancelled, or whose plan has ended, are not listed.
func (ix *Index) Agenda(period ocs.Period, asOf ocs.Date) Agenda {
	a := agenda{b: ix.deliveries(asOf), from: period.First(), to: period.Last()}
	return a.list(period)
}

// Overdue lists what was due before the as-of date and isn't done. Of what
// recurs, only the latest occurrence is listed. Without a date nothing is.
func (ix *Index) Overdue(asOf ocs.Date) Agenda {
	a := agenda{b: ix.deliveries(asOf), to: asOf.Last().Add(-1, ocs.Days), overdue: true}
	return a.list(ocs.Period{End: a.to})
}

// Table shows the items, one a row.
func (a Agenda) Table() Table {
	t := Table{Title: titleAsOf("What falls due", a.AsOf), Columns: []string{"due", "kind", "id", "of", "responsible", "done", "days late"},
		Rows: make([][]string, 0, len(a.Items))}
	for _, i := range a.Items {
		done := "no"
		if i.Done {
			done = "yes"
		}
		t.Rows = append(t.Rows, []string{i.Due.String(), string(i.Kind), string(i.ID), string(i.Of), string(i.Responsible), done, countCell(i.DaysLate)})
	}
	return t
}

// agenda collects what falls due from one day to another.
type agenda struct {
	b        *deliveries
	from, to ocs.Date // no date: open
	overdue  bool     // only what isn't done, and the latest occurrence of what recurs
	items    []DueItem
	cut      int // things whose occurrences were not all listed
}

func (a *agenda) list(period ocs.Period) Agenda {
	v := Agenda{AsOf: a.b.record.asOf, Period: period, Notes: a.b.record.notes}
	if a.overdue && a.to.IsZero() || a.to.Before(a.from) {
		return v
	}
	for n := range a.b.ix.commitments {
		a.commitment(n)
	}
	a.governance()
	a.indicators()
	slices.SortStableFunc(a.items, func(x, y DueItem) int {
		return cmp.Or(x.Due.Compare(y.Due), cmp.Compare(slices.Index(dueKinds, x.Kind), slices.Index(dueKinds, y.Kind)))
	})
	v.Items = a.items
	if a.cut > 0 {
		v.Notes = append(v.Notes, fmt.Sprintf("not all occurrences of %d things are listed", a.cut))
	}
	if len(a.items) >= maxDueItems {
		v.Notes = append(v.Notes, fmt.Sprintf("only the first %d items found are listed", maxDueItems))
	}
	return v
}

// add lists an item that is due on a day within the time looked at.
func (a *agenda) add(i DueItem) {
	if i.Due.IsZero() || i.Due.Compare(a.from) < 0 || !a.to.IsZero() && i.Due.Compare(a.to) > 0 || a.overdue && i.Done || len(a.items) >= maxDueItems {
		return
	}
	if !i.Done && i.Kind != DueTarget && a.b.record.passed(i.Due) {
		i.DaysLate = i.Due.DaysUntil(a.b.record.asOf)
	}
	a.items = append(a.items, i)
}

// after is how it is known that an occurrence was done: something happened on
// a day after the one before was due.
func after(latest ocs.Date) func(before, due ocs.Date) bool {
	return func(before, _ ocs.Date) bool { return !latest.IsZero() && latest.Compare(before) > 0 }
}

// each lists the occurrences of a series that fall within the time looked at,
// from the first-th.
func (a *agenda) each(s series, first int, done func(before, due ocs.Date) bool, item DueItem) {
	if s.n == 0 {
		return
	}
	k := first
	switch {
	case a.overdue:
		k = s.count(a.to)
		if k < first {
			return
		}
	case !a.from.IsZero():
		k = max(k, s.count(a.from.Add(-1, ocs.Days))+1)
	}
	if first == 0 && s.anchor.Compare(a.from) >= 0 && !a.overdue {
		k = 0
	}
	for n := 0; ; n, k = n+1, k+1 {
		item.Due = s.due(k)
		if item.Due.IsZero() || !a.to.IsZero() && item.Due.Compare(a.to) > 0 {
			return
		}
		if n == maxOccurrences || len(a.items) >= maxDueItems {
			a.cut++
			return
		}
		item.Done = done(s.due(k-1), item.Due)
		a.add(item)
	}
}

// commitment lists a commitment's deadline and milestones.
func (a *agenda) commitment(n int) {
	ix := a.b.ix
	c, d := ix.commitments[n], &a.b.list[n]
	plan := &ix.s.Plans[c.plan]
	if d.Standing == StandingCancelled || a.b.plans[c.plan].over {
		return
	}
	done := d.Standing == StandingDelivered
	item := DueItem{Kind: DueCommitment, ID: ocs.ID(c.ID), Responsible: c.Lead, Done: done, Due: d.Due}
	cadence, recurs := c.Deadline.Every()
	switch {
	case recurs && !done:
		item.Kind = DueOccurrence
		account := a.b.record.account(n)
		a.each(ix.occurrences(c.Commitment, plan, cadence), 1, account.occurred, item)
	case recurs:
	case c.Deadline.Continuous():
		item.Kind = DueReview
		item.Done = done || !d.Reported.IsZero() && d.Reported.Last().Compare(d.Due) >= 0
		a.add(item)
	default:
		a.add(item)
	}
	if len(c.Milestones) == 0 {
		return
	}
	reached := a.b.record.account(n).reached
	for i := range c.Milestones {
		m := &c.Milestones[i]
		_, r := reached[m.ID]
		a.add(DueItem{Due: ix.day(m.Due, plan), Kind: DueMilestone, ID: ocs.ID(m.ID), Of: ocs.ID(c.ID),
			Responsible: cmp.Or(m.Responsible, c.Lead), Done: done || r})
	}
}

// governance lists plans that are owed, evaluations and reports.
func (a *agenda) governance() {
	ix, r := a.b.ix, a.b.record
	happened := func(d ocs.Date) bool { return !d.IsZero() && !r.later(d.Last()) }
	for p := range ix.Plans() {
		if p.Due.IsZero() {
			continue
		}
		exists := happened(p.Adoption.Date) || p.Adoption.Date.IsZero() &&
			(p.Stage == ocs.StageAdopted || p.Stage == ocs.StageImplementation || p.Stage == ocs.StageReview || p.Stage == ocs.StageSuperseded)
		a.add(DueItem{Due: ix.DuePlan(p), Kind: DuePlan, ID: ocs.ID(p.ID), Of: ocs.ID(p.PartOf), Responsible: p.Owner, Done: exists})
	}
	for e := range ix.Evaluations() {
		a.add(DueItem{Due: ix.DueEvaluation(e), Kind: DueEvaluation, ID: e.ID, Of: ocs.ID(e.Plan), Responsible: e.By, Done: happened(e.Done)})
	}
	latest := make(map[owed]ocs.Date)
	for rep := range ix.Reports() {
		of := owed{rep.By, rep.Plan}
		if day := rep.meets(); happened(rep.Made) && day.Compare(latest[of]) > 0 {
			latest[of] = day
		}
		a.add(DueItem{Due: rep.Due.Last(), Kind: DueReport, ID: rep.ID, Of: ocs.ID(rep.Plan), Responsible: rep.By, Done: happened(rep.Made)})
	}
	for i := range ix.s.Reporting {
		d := &ix.s.Reporting[i]
		item := DueItem{Kind: DueReport, ID: d.ID, Of: ocs.ID(d.Plan), Responsible: d.By}
		if s := ix.dutySeries(d); s.n > 0 {
			a.each(s, 0, after(latest[owed{d.By, d.Plan}]), item)
			continue
		}
		item.Due = d.Due.Last()
		item.Done = !latest[owed{d.By, d.Plan}].IsZero()
		a.add(item)
	}
}

// indicators lists readings and targets.
func (a *agenda) indicators() {
	ix := a.b.ix
	readings := ix.readings(a.b.record.asOf)
	for n, i := range ix.indicators {
		var of ocs.ID
		var by actor.ID
		if i.objective >= 0 {
			o := &ix.s.Objectives[i.objective]
			of, by = ocs.ID(o.ID), o.Owner
		} else {
			c := ix.commitments[i.commitment]
			if a.b.plans[c.plan].over || !a.b.list[i.commitment].Open() {
				continue
			}
			of, by = ocs.ID(c.ID), c.Lead
		}
		item := DueItem{Kind: DueReading, ID: ocs.ID(i.ID), Of: of, Responsible: cmp.Or(i.Responsible, by)}
		var latest ocs.Date
		if list := readings.of.of(n); len(list) > 0 {
			latest = readings.list[list[len(list)-1]].day
		}
		points := ix.touchPoints(i.Indicator)
		a.each(points, 1+points.count(ix.demandedAfter(i.Indicator)), after(latest), item)
		if a.overdue {
			continue
		}
		item.Kind = DueTarget
		for k := range i.Targets {
			item.Due = i.Targets[k].By.Last()
			a.add(item)
		}
	}
}

// touchPoints are the days by which readings of the indicator are due: each
// the end of one more span of its frequency since the baseline, or else since
// the strategy's period began, up to the last target.
func (ix *Index) touchPoints(i *pillar.Indicator) series {
	return every(i.Frequency, ix.baselineDay(i), lastTarget(i))
}
