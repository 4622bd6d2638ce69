package strategy

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs"
)

// Schedule is the order in which commitments wait for each other, and how
// delay is carried from one to the next.
type Schedule struct {
	// AsOf is the day on which it is looked at.
	AsOf ocs.Date `json:"as-of,omitzero"`

	// Entries are the commitments that wait for others or are waited for: each after those it waits for, but for those
	// that wait for each other in a circle.
	Entries []ScheduleEntry `json:"entries,omitempty"`

	// Critical is the chain of commitments, each waiting for the one before, that ends last.
	Critical []CommitmentID `json:"critical,omitempty"`

	// Cycles are sets of commitments that wait for each other. No delay is carried within a set.
	Cycles [][]CommitmentID `json:"cycles,omitempty"`

	// Notes are remarks on the whole.
	Notes []string `json:"notes,omitempty"`
}

// ScheduleEntry is a commitment's place in the schedule. Its dates are days.
type ScheduleEntry struct {
	// Commitment is the commitment.
	Commitment CommitmentID `json:"commitment"`

	// Standing is how it stands.
	Standing Standing `json:"standing"`

	// Start and Due are as planned: its own dates, its plan's start where it has none, and where it waits for others
	// and has no start of its own, the day after the last of them is due.
	Start ocs.Date `json:"start,omitzero"`
	Due   ocs.Date `json:"due,omitzero"`

	// ExpectedStart and ExpectedEnd are as they must now be expected.
	ExpectedStart ocs.Date `json:"expected-start,omitzero"`
	ExpectedEnd   ocs.Date `json:"expected-end,omitzero"`

	// StartsLater are the days by which it starts later than planned, because of Because.
	StartsLater int `json:"starts-later,omitzero"`

	// EndsLater are the days by which it ends, or ended, after Due.
	EndsLater int `json:"ends-later,omitzero"`

	// Because is the commitment it waits for that makes it start later.
	Because CommitmentID `json:"because,omitzero"`

	// Root is the commitment at which that delay began.
	Root CommitmentID `json:"root,omitzero"`

	// Slack are the days by which it can end later than expected before it, or a commitment that waits for it,
	// directly or not, ends after its due date. Negative slack is delay that one of them can't make up. It is
	// absent where no date limits it, and for what is over; a pointer, since no slack, 0, is not the same.
	Slack *int `json:"slack,omitempty"`

	// Waits are the commitments it waits for that are still to be delivered.
	Waits []CommitmentID `json:"waits,omitempty"`

	// Notes are remarks, such as on dates that contradict the order.
	Notes []string `json:"notes,omitempty"`
}

// Schedule works out the order of commitments by what they depend on, and who
// starts later because of whom.
//
// A commitment that is past due and not delivered ends on the as-of date at the
// earliest; that much is its own delay. A reported delay has no length, so it
// counts only once a date has passed. A commitment that waits for one that ends
// later starts later and keeps its duration; one that work was reported on has
// started and is not moved. Time planned between the end of one and the start of
// the next absorbs delay, and where the plan has the next begin before the first
// is due, that overlap is kept and noted. What was cancelled holds nothing up and
// is noted; what has no end, since it recurs or is continuous, holds nothing up.
//
// Commitments of plans that had ended by the as-of date take no part.
func (ix *Index) Schedule(asOf ocs.Date) Schedule {
	g := newGraph(ix.deliveries(asOf))
	g.forward()
	g.backward()
	return g.schedule(asOf)
}

// Table shows the entries, one a row.
func (s Schedule) Table() Table {
	t := Table{Title: titleAsOf("Schedule by dependencies", s.AsOf),
		Columns: []string{"commitment", "standing", "start", "due", "expected start", "expected end", "starts later", "ends later", "because", "root",
			"slack", "critical", "waits for", "notes"},
		Rows: make([][]string, 0, len(s.Entries))}
	critical := make(map[CommitmentID]bool, len(s.Critical))
	for _, c := range s.Critical {
		critical[c] = true
	}
	for i := range s.Entries {
		k := &s.Entries[i]
		slack, on := "", ""
		if k.Slack != nil {
			slack = strconv.Itoa(*k.Slack)
		}
		if critical[k.Commitment] {
			on = "yes"
		}
		t.Rows = append(t.Rows, []string{string(k.Commitment), string(k.Standing), k.Start.String(), k.Due.String(), k.ExpectedStart.String(),
			k.ExpectedEnd.String(), countCell(k.StartsLater), countCell(k.EndsLater), string(k.Because), string(k.Root), slack, on,
			strings.Join(ocs.Words(k.Waits), " "), strings.Join(k.Notes, "; ")})
	}
	return t
}

// schedule reads the answer off the graph.
func (g *graph) schedule(asOf ocs.Date) Schedule {
	ix, b := g.b.ix, g.b
	s := Schedule{AsOf: asOf, Notes: b.record.notes}
	id := func(n int32) CommitmentID { return ix.commitments[n].ID }
	for _, n := range g.order {
		if len(g.after.of(int(n))) == 0 && len(g.before.of(int(n))) == 0 {
			continue
		}
		k := &g.nodes[n]
		t := ScheduleEntry{Commitment: id(n), Standing: b.list[n].Standing, Start: k.start, Due: k.due, ExpectedStart: k.expStart, ExpectedEnd: k.expEnd,
			StartsLater: k.later, EndsLater: max(0, days(k.due, k.expEnd))}
		if k.later > 0 {
			t.Because, t.Root = id(k.because), id(k.root)
		}
		if k.limited && b.list[n].Open() {
			t.Slack = new(days(k.expEnd, k.latest))
		}
		for _, w := range g.after.of(int(n)) {
			switch d := &b.list[w]; {
			case d.Open() && b.list[n].Open():
				t.Waits = append(t.Waits, id(w))
			case d.Standing == StandingCancelled && b.list[n].Open():
				t.Notes = append(t.Notes, fmt.Sprintf("waits for %q, which was cancelled", short(id(w))))
			}
			if !g.tied(n, w) && b.list[n].Open() && b.list[w].Open() && k.start.Compare(g.nodes[w].due) <= 0 && !k.start.IsZero() {
				t.Notes = append(t.Notes, fmt.Sprintf("is planned to begin before %q is due", short(id(w))))
			}
		}
		s.Entries = append(s.Entries, t)
	}
	for _, n := range g.critical() {
		s.Critical = append(s.Critical, id(n))
	}
	for _, set := range g.cycles {
		slices.Sort(set)
		var ids []CommitmentID
		for _, n := range set {
			ids = append(ids, id(n))
		}
		s.Cycles = append(s.Cycles, ids)
	}
	slices.SortFunc(s.Cycles, func(a, b []CommitmentID) int {
		return find(ix, commitmentKind, a[0]) - find(ix, commitmentKind, b[0])
	})
	return s
}

// days counts from one day to another, 0 where one is absent.
func days(from, to ocs.Date) int { return from.DaysUntil(to) }
