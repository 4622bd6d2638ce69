package sheet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// findHeader finds the delimiter and the record that holds the headings: those
// by which most columns are known.
func (r *reader) findHeader(m *Mapping, stated rune) (delimiter rune, above int, ok bool) {
	choice := delimiters
	if stated != 0 && slices.Contains(delimiters, stated) {
		choice = []rune{stated}
	}
	if d, ok := delimiterOf(r.doc.Mapping.Delimiter); ok {
		choice = []rune{d}
	}
	best, width := 0, 0
	for _, d := range choice {
		for i, rec := range r.table.first(d, headerWithin) {
			if len(rec.cells) > r.limits.MaxColumns {
				continue
			}
			if n := fits(rec.cells, m); n > best || n == best && n > 0 && len(rec.cells) > width && d != delimiter {
				best, width, delimiter, above = n, len(rec.cells), d, i
			}
		}
	}
	if best > 0 {
		return delimiter, above, true
	}
	first := r.table.first(choice[0], 1)
	if len(first) == 1 && len(first[0].cells) > r.limits.MaxColumns {
		r.report(overLimit, place{1, 1}, "", "table has more than %d columns", r.limits.MaxColumns).Help = "raise the limit"
	} else {
		r.report(badHeader, place{1, 1}, "", "no line is the headings: none of the columns is known").Help =
			"name the columns in a mapping as the table does, and its delimiter"
	}
	return 0, 0, false
}

// fits is how many cells are headings that the mapping knows or, without one,
// that have a field by their names. No heading is very long.
func fits(cells []string, m *Mapping) int {
	n := 0
	if slices.ContainsFunc(cells, func(c string) bool { return len(c) > maxHeading }) {
		return 0
	}
	if m == nil {
		for _, c := range Suggest(cells).Columns {
			if c.Field != FieldKeep {
				n++
			}
		}
		return n
	}
	known := make(map[string]bool)
	for i := range m.Columns {
		known[tight(m.Columns[i].Header)] = true
	}
	for _, c := range cells {
		if known[tight(c)] {
			n++
			known[tight(c)] = false
		}
	}
	return n
}

// aboveHeader keeps a line that stands above the headings.
func (r *reader) aboveHeader(rec record) {
	for i, cell := range rec.cells {
		if cell = strings.TrimSpace(strategy.CellText(cell)); cell != "" {
			if len(r.preface) == 0 {
				r.report(preface, rec.at[i], "", "text above the headings is kept with the plan")
			}
			r.preface = append(r.preface, cell)
		}
	}
}

// readHeader finds the field of each column.
func (r *reader) readHeader(rec record, suggest bool) bool {
	if suggest {
		r.doc.Mapping = Suggest(rec.cells)
		r.report(suggested, rec.at[0], "", "columns are known by their headings, as no mapping is given").Help =
			"write a mapping and keep it beside the table"
		if found := r.doc.Mapping.Check(); len(found) > 0 {
			r.report(badHeader, rec.at[0], "", "no column holds activities").Help = "name one in a mapping, with the field title"
			return false
		}
	}
	r.m = &r.doc.Mapping
	at := make(map[string]int)
	r.columns = make([]*Column, len(rec.cells))
	for i, cell := range rec.cells {
		key := tight(strategy.CellText(cell))
		if _, twice := at[key]; !twice && key != "" {
			at[key] = i
		}
	}
	r.headings = distinct(rec.cells)
	before := r.errors
	for i := range r.m.Columns {
		col := &r.m.Columns[i]
		if n, ok := at[tight(col.Header)]; ok {
			r.columns[n] = col
		} else if !col.Optional {
			r.report(badHeader, rec.at[0], "", "there is no column %s", ocs.Quote(col.Header)).Help = "write the heading as the table has it, or make the column optional"
		}
	}
	for i, cell := range rec.cells {
		path := ocs.Pointer("").Append(r.headings[i])
		switch col := r.columns[i]; {
		case col == nil && strings.TrimSpace(cell) != "":
			if at[tight(strategy.CellText(cell))] != i && r.columns[at[tight(strategy.CellText(cell))]] != nil {
				r.report(badHeader, rec.at[i], path, "two columns are called %s", ocs.Quote(cell)).Help = "give each a heading of its own"
				continue
			}
			r.report(unmapped, rec.at[i], path, "column %s has no field and is kept", ocs.Quote(r.headings[i]))
		case col != nil && col.Field == FieldSkip:
			r.report(skipped, rec.at[i], path, "column %s is left out", ocs.Quote(r.headings[i]))
		case col != nil && col.Field == FieldState && r.m.AsOf.IsZero() && !r.has(FieldStateDate):
			r.report(undated, rec.at[i], path, "states have no date").Help = "state as-of in the mapping"
		}
	}
	return r.errors == before
}

// has reports whether a column of the table has the field.
func (r *reader) has(f Field) bool {
	return slices.ContainsFunc(r.columns, func(c *Column) bool { return c != nil && c.Field == f })
}

// distinct are the headings, each made different from those before it.
func distinct(cells []string) []string {
	var list []string
	taken, last := make(map[string]bool), make(map[string]int)
	for i, cell := range cells {
		heading := oneLine(strategy.CellText(cell))
		if heading == "" {
			heading = fmt.Sprintf("column %d", i+1)
		}
		name := heading
		for taken[name] {
			last[heading]++
			name = fmt.Sprintf("%s (%d)", heading, last[heading]+1)
		}
		taken[name] = true
		list = append(list, name)
	}
	return list
}
