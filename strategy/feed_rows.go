package strategy

import (
	"bytes"
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
)

const feedColumns = `name the columns id, date and value (readings), or id, date, state and percent (updates); area and note may follow`

// feedReader reads one table.
type feedReader struct {
	ix       *Index
	name     string
	limits   FeedOptions
	data     []byte // without a byte order mark
	skipped  int    // the length of that mark
	lines    []int  // where each line begins, once a position was needed
	columns  []string
	updates  bool // a table of updates
	feed     Feed
	seen     map[feedKey]int // the rows of feed by what they are about
	findings ocs.Findings

	suggested map[string]string
}

// feedKey is what a row is about: one thing on one date in one area.
type feedKey struct {
	id   ocs.ID
	area ocs.Area
	date ocs.Date
}

// place is a line, from 1, and a column, from 1 in bytes, as encoding/csv
// counts them; the zero place is unknown.
type place struct{ line, column int }

// placeOf is the place of an offset.
func (f *feedReader) placeOf(at int) place {
	before := f.data[:at]
	return place{1 + bytes.Count(before, []byte("\n")), at - bytes.LastIndexByte(before, '\n')}
}

// position is a place as findings give it.
func (f *feedReader) position(p place) ocs.Position {
	pos := ocs.Position{File: f.name}
	if p.line == 0 {
		return pos
	}
	if f.lines == nil {
		f.lines = []int{0}
		for at, c := range f.data {
			if c == '\n' {
				f.lines = append(f.lines, at+1)
			}
		}
	}
	start := f.lines[min(p.line, len(f.lines))-1]
	end := min(start+max(p.column-1, 0), len(f.data))
	pos.Line, pos.Offset = p.line, f.skipped+end
	pos.Column = 1 + utf8.RuneCount(f.data[start:end])
	return pos
}

// fault adds a finding. The caller may add help to what is returned, before
// the next one.
func (f *feedReader) fault(rule string, at place, path ocs.Pointer, format string, args ...any) *ocs.Finding {
	f.findings = append(f.findings, ocs.Finding{Rule: rule, Severity: ocs.Error, Path: path, Pos: f.position(at), Message: fmt.Sprintf(format, args...)})
	return &f.findings[len(f.findings)-1]
}

// header reads the names of the columns and reports whether rows can be read.
func (f *feedReader) header(cells []string, at func(int) place) bool {
	known := []string{"id", "date", "value", "state", "percent", "area", "note"}
	if len(cells) > 10*len(known) {
		f.fault(FeedHeader, at(0), "", "table has %d columns", len(cells)).Help = feedColumns
		return false
	}
	f.columns = make([]string, 0, len(cells))
	for i, cell := range cells {
		name := strings.ToLower(strings.TrimSpace(cell))
		switch {
		case !slices.Contains(known, name):
			d := f.fault(FeedHeader, at(i), "", "unknown column %q", short(name))
			d.Help = feedColumns
			if near := ocs.Nearest(name, slices.Values(known)); near != "" {
				d.Help = fmt.Sprintf("did you mean %q?", near)
			}
			if len(cells) == 1 && strings.ContainsAny(name, ";\t") {
				d.Help = "separate the columns by commas"
			}
		case slices.Contains(f.columns, name):
			f.fault(FeedHeader, at(i), "", "two columns are named %q", name).Help = "keep one"
		}
		f.columns = append(f.columns, name)
	}
	has := func(name string) bool { return slices.Contains(f.columns, name) }
	f.updates = has("state") || has("percent")
	switch {
	case len(f.findings) > 0:
	case !has("id") || !has("date") || !f.updates && !has("value"):
		f.fault(FeedHeader, at(0), "", "columns are missing").Help = feedColumns
	case f.updates && has("value"):
		f.fault(FeedHeader, at(0), "", "table mixes readings and updates").Help = "give readings and updates in a table each"
	}
	return len(f.findings) == 0
}

// row reads one row.
func (f *feedReader) row(n int, cells []string, at func(int) place) {
	if !slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" }) {
		return // spreadsheets write rows of commas
	}
	path := ocs.Pointer("").Index(n)
	if len(cells) != len(f.columns) {
		f.fault(FeedRow, at(0), path, "row has %d cells, not %d", len(cells), len(f.columns)).Help =
			"fill every column; put text that holds commas between quotes"
		return
	}
	r := feedRow{f: f, cells: cells, at: at, path: path}
	before := len(f.findings)
	var key feedKey
	key.date = r.date()
	key.area = ocs.Area(r.cell("area"))
	if key.area != "" && !key.area.Known() {
		r.fault(FeedArea, "area", "%q is not an area", short(key.area)).Help = "write a country or a subdivision by its code of ISO 3166, e.g. PK-PB"
	}
	if f.updates {
		u := r.update(key)
		if key.id = ocs.ID(u.Commitment); u.Milestone != "" {
			key.id = ocs.ID(u.Milestone)
		}
		if k, again := f.seen[key]; len(f.findings) == before && !f.same(again, k, &r, func() bool { return sameUpdate(f.feed.Updates[k], u) }) {
			f.seen[key] = len(f.feed.Updates)
			f.feed.Updates = append(f.feed.Updates, u)
			f.feed.Rows = append(f.feed.Rows, f.position(at(0)))
		}
		return
	}
	g := r.reading(key)
	key.id = ocs.ID(g.Indicator)
	if k, again := f.seen[key]; len(f.findings) == before && !f.same(again, k, &r, func() bool { return sameReading(f.feed.Readings[k], g) }) {
		f.seen[key] = len(f.feed.Readings)
		f.feed.Readings = append(f.feed.Readings, g)
		f.feed.Rows = append(f.feed.Rows, f.position(at(0)))
	}
}

// same reports whether a row is about what an earlier row is about, and faults
// it if it says something else.
func (f *feedReader) same(again bool, k int, r *feedRow, equal func() bool) bool {
	if again && !equal() {
		first := f.feed.Rows[k]
		d := r.fault(FeedConflict, "id", "row says something else of the same date than line %d", first.Line)
		d.Help = "keep the one that holds"
		d.Related = []ocs.Related{{Path: ocs.Pointer("").Index(k), Pos: first, Message: "the first"}}
	}
	return again
}

// feedRow is one row that is being read.
type feedRow struct {
	f     *feedReader
	cells []string
	at    func(int) place
	path  ocs.Pointer
}

// cell is the text in a column, "" if there is no such column.
func (r *feedRow) cell(column string) string {
	if i := slices.Index(r.f.columns, column); i >= 0 {
		return strings.Clone(strings.TrimSpace(r.cells[i])) // the record holds the whole row
	}
	return ""
}

func (r *feedRow) fault(rule, column, format string, args ...any) *ocs.Finding {
	return r.f.fault(rule, r.at(max(slices.Index(r.f.columns, column), 0)), r.path.Append(column), format, args...)
}

func (r *feedRow) date() ocs.Date {
	text := r.cell("date")
	d, err := ocs.ParseDate(text)
	if err != nil {
		r.fault(FeedDate, "date", "%q is not a date", short(text)).Help = "write YYYY-MM-DD; YYYY-MM, YYYY-Qn or YYYY for a month, quarter or year"
	}
	return d
}

const numberHelp = "write digits with a dot before decimals and no thousands separators, e.g. 1234.5"

// reading reads the columns of a reading.
func (r *feedRow) reading(key feedKey) Reading {
	g := Reading{Indicator: pillar.IndicatorID(r.cell("id")), Area: key.area, Date: key.date, Note: r.cell("note")}
	text := r.cell("value")
	i := r.f.ix.Indicator(g.Indicator)
	if i == nil {
		r.unknown(string(g.Indicator), "indicator", func(yield func(string) bool) {
			for i := range r.f.ix.Indicators() {
				if !yield(string(i.ID)) {
					return
				}
			}
		})
		return g
	}
	switch i.Value {
	case "", pillar.Number:
		d, err := ocs.ParseDecimal(text)
		if err != nil {
			r.fault(FeedValue, "value", "%q is not a number", short(text)).Help = numberHelp
		}
		g.Value = d
	case pillar.YesNo:
		if _, ok := answer(text); !ok {
			r.fault(FeedValue, "value", "%q is neither yes nor no", short(text)).Help = "write yes or no"
		}
		g.Text = strings.ToLower(text)
	default:
		if g.Text = text; text == "" {
			r.fault(FeedValue, "value", "reading has no value").Help = "fill in the value, or leave the row out"
		}
	}
	return g
}

// update reads the columns of an update.
func (r *feedRow) update(key feedKey) Update {
	id := r.cell("id")
	u := Update{Area: key.area, Date: key.date, State: State(r.cell("state")), Note: r.cell("note")}
	ix := r.f.ix
	if m := find(ix, milestoneKind, MilestoneID(id)); m >= 0 {
		u.Milestone = MilestoneID(id)
		u.Commitment = ix.commitments[ix.milestones[m].commitment].ID
	} else if u.Commitment = CommitmentID(id); ix.Commitment(u.Commitment) == nil {
		r.unknown(id, "commitment or milestone", func(yield func(string) bool) {
			for _, c := range ix.commitments {
				if !yield(string(c.ID)) {
					return
				}
			}
			for _, m := range ix.milestones {
				if !yield(string(m.ID)) {
					return
				}
			}
		})
	}
	percent := r.cell("percent")
	if percent != "" {
		d, err := ocs.ParseDecimal(percent)
		if err != nil || d.Sign() < 0 || d.Compare(ocs.Num(100)) > 0 {
			r.fault(FeedPercent, "percent", "%q is not a number from 0 to 100", short(percent)).Help = numberHelp
		}
		u.Percent = d
	}
	switch {
	case u.State != "" && !u.State.Known():
		d := r.fault(FeedState, "state", "%q is not a state", short(u.State))
		d.Help = "write one of " + strings.Join(u.State.Terms(), ", ")
		if near := ocs.Nearest(string(u.State), slices.Values(u.State.Terms())); near != "" {
			d.Help = fmt.Sprintf("did you mean %q?", near)
		}
	case u.State == "" && percent == "":
		r.fault(FeedState, "state", "update has neither a state nor a percentage").Help = "fill in one of them, or leave the row out"
	}
	return u
}

// unknown faults an identifier that leads nowhere.
func (r *feedRow) unknown(id, what string, known iter.Seq[string]) {
	d := r.fault(FeedID, "id", "no %s %q", what, short(id))
	d.Help = "write the identifier as the strategy has it"
	f := r.f
	near, looked := f.suggested[id]
	if !looked && len(f.suggested) < maxFeedSuggestions {
		if f.suggested == nil {
			f.suggested = make(map[string]string)
		}
		near = ocs.Nearest(id, known)
		f.suggested[id] = near
	}
	if near != "" {
		d.Help = fmt.Sprintf("did you mean %q?", near)
	}
}

// sameReading reports whether two readings of one date say the same.
func sameReading(a, b Reading) bool {
	return a.Value.Equal(b.Value) && a.Text == b.Text && a.Note == b.Note
}

func sameUpdate(a, b Update) bool {
	return a.State == b.State && a.Percent.Equal(b.Percent) && a.Note == b.Note
}
