package strategy

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
)

// FeedResult says what merging a feed did.
type FeedResult struct {
	// Added, Replaced and Same count the rows: new ones, corrections, and those that were there already.
	Added    int `json:"added,omitzero"`
	Replaced int `json:"replaced,omitzero"`
	Same     int `json:"same,omitzero"`

	// Corrections are findings, one for each row that replaced what was there. Their paths are those in the merged
	// strategy, their positions those of the rows.
	Corrections ocs.Findings `json:"corrections,omitempty"`
}

// Apply returns the strategy with the feed merged into it. The strategy that
// is given isn't changed; the two share what is the same in both.
//
// A row about what the strategy has nothing on yet, by identifier, area and
// date, is added to the report with the identifier of into: the one that the
// strategy has, else into itself, which is added. A row that is there already, in any
// report, changes nothing, so that a feed can be applied again. One that says
// something else replaces what is there where it stands, together with its
// breakdown, citation and status set by hand, since these belonged to the old
// value; that is a correction, and a finding says so. A row without a note agrees
// with any note.
func (f Feed) Apply(s *Strategy, into Report) (Strategy, FeedResult) {
	m := merger{out: *s, was: s}
	m.out.Reports = slices.Clone(s.Reports)
	readings := merge(&m, f.Readings, m.positions(f.Rows, 0, len(f.Readings)), "readings",
		func(r *Report) *[]Reading { return &r.Readings },
		func(g *Reading) feedKey { return feedKey{ocs.ID(g.Indicator), g.Area, g.Date} },
		sameReadingAs, describeReading)
	updates := merge(&m, f.Updates, m.positions(f.Rows, len(f.Readings), len(f.Updates)), "updates",
		func(r *Report) *[]Update { return &r.Updates },
		func(u *Update) feedKey {
			id := ocs.ID(u.Commitment)
			if u.Milestone != "" {
				id = ocs.ID(u.Milestone)
			}
			return feedKey{id, u.Area, u.Date}
		},
		sameUpdateAs, describeUpdate)
	if len(readings)+len(updates) == 0 {
		return m.out, m.result
	}
	n := -1
	if into.ID != "" {
		n = slices.IndexFunc(m.out.Reports, func(r Report) bool { return r.ID == into.ID })
	}
	if n < 0 {
		n = len(m.out.Reports)
		m.out.Reports = append(m.out.Reports, into)
	}
	r := &m.out.Reports[n]
	r.Readings = slices.Concat(r.Readings, readings)
	r.Updates = slices.Concat(r.Updates, updates)
	return m.out, m.result
}

// merger merges a feed into a copy of a strategy.
type merger struct {
	out    Strategy
	was    *Strategy
	result FeedResult
}

// positions are those of n rows from a place on, unknown where the feed
// doesn't say.
func (m *merger) positions(rows []ocs.Position, from, n int) []ocs.Position {
	list := make([]ocs.Position, n)
	if from < len(rows) {
		copy(list, rows[from:])
	}
	return list
}

// merge corrects what is there and returns the rows to add, in order of time
// and then of what they are about.
func merge[E any](m *merger, rows []E, at []ocs.Position, field string, list func(*Report) *[]E, key func(*E) feedKey,
	same func(old, row *E) bool, describe func(old, row *E) string) []E {
	type spot struct{ report, n int }
	where := make(map[feedKey]spot, len(rows)) // in the feed, then in the strategy
	for i := range rows {
		where[key(&rows[i])] = spot{-1, i}
	}
	for i := range m.out.Reports {
		held := *list(&m.out.Reports[i])
		for j := range held {
			k := key(&held[j])
			old, wanted := where[k]
			if wanted && (old.report < 0 || m.out.Reports[i].Made.Compare(m.out.Reports[old.report].Made) >= 0) {
				where[k] = spot{i, j} // of several the one that holds
			}
		}
	}
	var added []E
	copied := make(map[int]bool)
	for i := range rows {
		row := &rows[i]
		k := key(row)
		there := where[k]
		if there.report == -1 && there.n != i { // the caller's own feed says it twice: the last holds
			m.result.Same++
			continue
		}
		if there.report < 0 {
			m.result.Added++
			added = append(added, *row)
			continue
		}
		report := &m.out.Reports[there.report]
		held := list(report)
		old := &(*held)[there.n]
		if same(old, row) {
			m.result.Same++
			continue
		}
		text := describe(old, row)
		if !copied[there.report] {
			*held, copied[there.report] = slices.Clone(*held), true
		}
		(*held)[there.n] = *row
		m.result.Replaced++
		m.result.Corrections = append(m.result.Corrections, ocs.Finding{Rule: FeedCorrection, Severity: ocs.Info, Pos: at[i],
			Path:    ocs.Pointer("").Append("reports").Index(there.report).Append(field).Index(there.n),
			Element: ocs.Element{Kind: reportKind.String(), ID: string(report.ID)},
			Message: fmt.Sprintf("%s of %q on %v was corrected: %s", strings.TrimSuffix(field, "s"), short(k.id), k.date, text)})
	}
	slices.SortStableFunc(added, func(a, b E) int {
		x, y := key(&a), key(&b)
		return cmp.Or(x.date.Last().Compare(y.date.Last()), x.date.Compare(y.date), cmp.Compare(x.id, y.id), cmp.Compare(x.area, y.area))
	})
	return added
}

func sameReadingAs(old, row *Reading) bool {
	return old.Value.Equal(row.Value) && old.Text == row.Text && (row.Note == "" || row.Note == old.Note)
}

func sameUpdateAs(old, row *Update) bool {
	return old.State == row.State && old.Percent.Equal(row.Percent) && (row.Note == "" || row.Note == old.Note)
}

// describeReading says what a correction changed, without long text.
func describeReading(old, row *Reading) string {
	text := "its text changed"
	switch {
	case old.Value.IsSet() && !old.Value.Equal(row.Value):
		text = fmt.Sprintf("%v, was %v", row.Value, old.Value)
	case old.Value.Equal(row.Value) && old.Text == row.Text:
		text = "its note changed"
	}
	var lost []string
	if len(old.Parts) > 0 {
		lost = append(lost, "breakdown")
	}
	if old.Status != "" {
		lost = append(lost, "status set by hand")
	}
	if old.Cite != (ocs.Cite{}) {
		lost = append(lost, "citation")
	}
	if old.Note != "" && row.Note == "" {
		lost = append(lost, "note")
	}
	if len(lost) > 0 {
		text += "; removed with it: " + strings.Join(lost, ", ")
	}
	return text
}

func describeUpdate(old, row *Update) string {
	text := "its note changed"
	if old.State != row.State || !old.Percent.Equal(row.Percent) {
		say := func(u *Update) string {
			return strings.TrimSpace(short(u.State) + " " + u.Percent.String())
		}
		text = fmt.Sprintf("%q, was %q", say(row), say(old))
	}
	if old.Cite != (ocs.Cite{}) || old.Note != "" && row.Note == "" {
		text += "; its note and citation were removed with it"
	}
	return text
}
