package strategy

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
)

// ChangeField is what of an element has changed.
type ChangeField string

// The fields that change.
const (
	ChangedStanding   ChangeField = "standing"   // of a commitment
	ChangedPercent    ChangeField = "percent"    // of a commitment
	ChangedMilestones ChangeField = "milestones" // those of a commitment that are past due and not reached
	ChangedStatus     ChangeField = "status"     // of an indicator
	ChangedValue      ChangeField = "value"      // of an indicator
	ChangedReport     ChangeField = "report"     // a report was made
	ChangedText       ChangeField = "text"       // the adopted text: adopted, amended or ended
)

var changeFields = []ChangeField{ChangedStanding, ChangedPercent, ChangedMilestones, ChangedStatus, ChangedValue, ChangedReport, ChangedText}

// Known reports whether f is in the vocabulary.
func (f ChangeField) Known() bool { return slices.Contains(changeFields, f) }

// Terms lists the vocabulary.
func (ChangeField) Terms() []string { return ocs.Words(changeFields) }

// Change is one thing that isn't as it was.
type Change struct {
	// Kind and ID name the element, as [Index.Kind] does.
	Kind string `json:"kind"`
	ID   ocs.ID `json:"id,omitzero"`

	// Field is what has changed.
	Field ChangeField `json:"field"`

	// Before and After are its values.
	Before string `json:"before,omitzero"`
	After  string `json:"after,omitzero"`

	// Date is that of the fact behind it, where there is one.
	Date ocs.Date `json:"date,omitzero"`
}

// Changes is what changed from one day to another.
type Changes struct {
	// From and To are the days: what changed after From and not after To.
	From ocs.Date `json:"from,omitzero"`
	To   ocs.Date `json:"to,omitzero"`

	// List is commitments, indicators, reports and texts, each in document order.
	List []Change `json:"list,omitempty"`

	// Notes are remarks on the whole.
	Notes []string `json:"notes,omitempty"`
}

// Reported returns the day up to which the latest report that was made on or
// before the as-of date speaks: the end of the period that it covers, or else
// the day on which it was made. It is no date if there is no such report. It is
// where [Index.Changes] begins to tell what changed since the last report.
func (ix *Index) Reported(asOf ocs.Date) ocs.Date {
	var made, day ocs.Date
	for r := range ix.Reports() {
		m := r.Made.Last()
		if m.IsZero() || !asOf.IsZero() && m.Compare(asOf.Last()) > 0 || m.Compare(made) < 0 {
			continue
		}
		made, day = m, m
		if end := r.Covers.Last(); !end.IsZero() {
			day = end
		}
	}
	return day
}

// Changes says what changed after one day and not after another: how
// commitments stand and what is reported done, how indicators stand and their
// values, which reports were made, and what was adopted, amended or ended.
// What changes by itself, as when a deadline passes, is a change too. Both days
// are looked at with all that is known now. Without a day to begin with,
// everything is told that there is.
func (ix *Index) Changes(from, to ocs.Date) Changes {
	v := Changes{From: from, To: to}
	if from.IsZero() {
		from = ocs.MustDate("0001-01-01")
	}
	v.commitments(ix.deliveries(from), ix.deliveries(to))
	v.indicators(ix.measure(from, nil), ix.measure(to, nil))
	v.texts(ix, from.Last(), to.Last())
	return v
}

func (v *Changes) add(kind string, id ocs.ID, field ChangeField, before, after string, date ocs.Date) {
	if before != after {
		v.List = append(v.List, Change{kind, id, field, before, after, date})
	}
}

func (v *Changes) commitments(before, after *deliveries) {
	v.Notes = append(v.Notes, after.record.notes...)
	for n := range after.list {
		b, a := &before.list[n], &after.list[n]
		if before.plans[after.ix.commitments[n].plan].over {
			continue
		}
		kind, id := commitmentKind.String(), ocs.ID(a.Commitment)
		v.add(kind, id, ChangedStanding, string(b.Standing), string(a.Standing), a.Since)
		v.add(kind, id, ChangedPercent, b.Percent.String(), a.Percent.String(), a.Reported)
		v.add(kind, id, ChangedMilestones, strings.Join(ocs.Words(b.Missed), " "), strings.Join(ocs.Words(a.Missed), " "), ocs.Date{})
	}
}

func (v *Changes) indicators(before, after *measurement) {
	v.Notes = append(v.Notes, after.readings.notes...)
	for n := range after.list {
		b, a := &before.list[n], &after.list[n]
		if !b.counts || !a.counts {
			continue
		}
		kind, id := indicatorKind.String(), ocs.ID(a.Indicator)
		v.add(kind, id, ChangedStatus, string(b.Status), string(a.Status), a.Read)
		v.add(kind, id, ChangedValue, b.Current.String()+b.Text, a.Current.String()+a.Text, a.Read)
	}
}

// texts tells of reports and of what was adopted, amended or ended.
func (v *Changes) texts(ix *Index, from, to ocs.Date) {
	within := func(d ocs.Date) bool {
		day := d.Last()
		return !day.IsZero() && day.Compare(from) > 0 && (to.IsZero() || day.Compare(to) <= 0)
	}
	event := func(kind string, id ocs.ID, field ChangeField, what string, on ocs.Date) {
		if within(on) {
			v.add(kind, id, field, "", what, on)
		}
	}
	for r := range ix.Reports() {
		event(reportKind.String(), r.ID, ChangedReport, "made", r.Made)
	}
	amended := func(list []Amendment) {
		for i := range list {
			event(amendmentKind.String(), list[i].ID, ChangedText, "amended", list[i].Date)
		}
	}
	event(strategyKind.String(), ix.s.ID, ChangedText, "adopted", ix.s.Adoption.Date)
	amended(ix.s.Amendments)
	for p := range ix.Plans() {
		event(planKind.String(), ocs.ID(p.ID), ChangedText, "adopted", p.Adoption.Date)
		amended(p.Amendments)
		event(planKind.String(), ocs.ID(p.ID), ChangedText, "ended", p.Ended.Date)
	}
}

// Table shows the changes, one a row.
func (v Changes) Table() Table {
	title := "What changed"
	if !v.From.IsZero() {
		title += " since " + v.From.String()
	}
	t := Table{Title: titleAsOf(title, v.To), Columns: []string{"kind", "id", "field", "before", "after", "date"}, Rows: make([][]string, 0, len(v.List))}
	for _, c := range v.List {
		t.Rows = append(t.Rows, []string{c.Kind, string(c.ID), string(c.Field), c.Before, c.After, c.Date.String()})
	}
	return t
}
