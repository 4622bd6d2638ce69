package sheet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// carried is what an empty cell means, and where it stands.
type carried struct {
	text string
	at   place
}

// cell is a cell of the row that is being read.
type cell struct {
	text    string
	at      place
	path    ocs.Pointer
	column  *Column
	field   Field
	carried bool
}

// row is a row that is being read.
type row struct {
	*reader
	cells []cell
	begin place
	path  ocs.Pointer
	said  []said
}

// said is something that the row says, kept until it is taken.
type said struct {
	key string
	at  place
}

// readRow takes a row, or reports what is wrong with it and takes nothing.
func (r *reader) readRow(rec record) {
	w := &row{reader: r, path: ocs.Pointer("").Index(r.row), begin: rec.at[0]}
	mark, before := len(r.doc.Findings), r.errors
	r.undo = r.undo[:0]
	if w.gather(rec) {
		w.take()
	}
	if r.errors == before {
		for _, s := range w.said {
			r.told[s.key] = s.at
		}
		return
	}
	for _, back := range slices.Backward(r.undo) {
		back()
	}
	kept := r.doc.Findings[:mark]
	for _, f := range r.doc.Findings[mark:] {
		if f.Severity == ocs.Error { // the others tell of what was undone
			kept = append(kept, f)
		}
	}
	r.doc.Findings = kept
}

// gather collects the cells of a row, and what is carried down to it. It reports
// whether there is something to take.
func (w *row) gather(rec record) bool {
	written := 0
	last := -1
	for i, text := range rec.cells {
		if rec.cells[i] = w.clean(text); rec.cells[i] != "" {
			written++
			last = i
		}
	}
	if written == 0 {
		return false
	}
	if written == 1 && w.m.Section != "" && !(last < len(w.columns) && w.columns[last] != nil && w.columns[last].Field == FieldTitle) {
		w.section = carried{rec.cells[last], rec.at[last]}
		clear(w.carried)
		return false
	}
	if last >= len(w.columns) {
		w.report(badRow, rec.at[last], w.path, "row has %d cells, there are %d columns", last+1, len(w.columns)).Help = "put text that holds delimiters between quotes"
		return false
	}
	w.cells = make([]cell, len(w.columns))
	for i, col := range w.columns {
		c := cell{at: w.begin, path: w.path.Append(w.headings[i]), column: col}
		if i < len(rec.cells) {
			c.text, c.at = rec.cells[i], rec.at[i]
		}
		if col != nil {
			c.field = col.Field
			w.carry(i, &c)
		}
		w.cells[i] = c
	}
	return true
}

// clean is the text of a cell, "" if it stands for an empty one.
func (r *reader) clean(text string) string {
	text = strings.TrimSpace(strategy.CellText(text))
	if r.blanks[strings.ToLower(text)] {
		return ""
	}
	return text
}

// carry fills an empty cell from above.
func (w *row) carry(i int, c *cell) {
	if !c.column.CarryDown {
		return
	}
	above := &w.reader.carried[i]
	if c.text == "" {
		c.text, c.carried = above.text, true
		return
	}
	if c.text != above.text {
		for j := i + 1; j < len(w.columns); j++ {
			w.reader.carried[j] = carried{}
		}
	}
	*above = carried{c.text, c.at}
}

// cell is the row's cell of a field, else what its section gives.
func (w *row) cell(f Field) cell {
	for _, i := range w.where[f] {
		if w.cells[i].text != "" || w.m.Section != f {
			return w.means(w.cells[i])
		}
	}
	if w.m.Section == f && w.section.text != "" {
		return w.means(cell{text: w.section.text, at: w.section.at, path: w.path, column: &Column{}, field: f, carried: true})
	}
	return cell{at: w.begin, path: w.path, column: &Column{}, field: f}
}

// means puts what the mapping's terms say in place of a cell's text.
func (w *row) means(c cell) cell {
	if text, ok := w.terms[c.field][tight(c.text)]; ok && c.text != "" {
		c.text = text
	}
	return c
}

// each calls do with the values of all columns of a field.
func (w *row) each(f Field, do func(cell)) {
	for _, i := range w.where[f] {
		for _, c := range w.valuesIn(w.cells[i]) {
			do(c)
		}
	}
}

// valuesIn are the values in a cell, by the mapping's terms for the whole or
// else for each.
func (w *row) valuesIn(c cell) []cell {
	whole := w.means(c)
	var list []cell
	for _, text := range split(whole.text, w.separators(c.column)) {
		one := c
		if one.text = text; whole.text == c.text {
			one = w.means(one)
		}
		if one.text == "" {
			continue
		}
		if len(list) == maxList {
			w.fault(overLimit, c, "cell has more than %d values", maxList)
			return nil
		}
		list = append(list, one)
	}
	return list
}

func (w *row) separators(col *Column) []string {
	if col.Separator != "" {
		return []string{col.Separator}
	}
	return w.m.Separators
}

// fault reports a fault of a cell.
func (w *row) fault(code string, c cell, format string, args ...any) *ocs.Finding {
	return w.report(code, c.at, c.path, format, args...)
}

// set makes a change that can be undone.
func set[T any](w *row, p *T, v T) {
	old := *p
	*p = v
	w.undo = append(w.undo, func() { *p = old })
}

// say sets a value of an element to what a cell says. What another row said before
// is a conflict; what the strategy had is replaced.
func say[T comparable](w *row, c cell, e ocs.Element, what string, p *T, v T) {
	sayBy(w, c, e, what, p, v, func(a, b T) bool { return a == b })
}

func sayBy[T any](w *row, c cell, e ocs.Element, what string, p *T, v T, equal func(a, b T) bool) {
	var zero T
	if equal(v, zero) {
		return
	}
	key := e.Kind + "/" + e.ID + "/" + what
	if !equal(*p, v) {
		if !equal(*p, zero) {
			if first, ok := w.toldAt(key); ok {
				f := w.fault(conflict, c, "%s is %s, the table also says %s", what, ocs.Quote(fmt.Sprint(v)), ocs.Quote(fmt.Sprint(*p)))
				f.Element, f.Help = e, "keep the one that holds, or give the rows identifiers of their own"
				f.Related = []ocs.Related{{Pos: w.table.position(first), Message: "the first"}}
				return
			}
			w.fault(replaced, c, "%s was %s", what, ocs.Quote(fmt.Sprint(*p))).Element = e
		}
		set(w, p, v)
	}
	w.said = append(w.said, said{key, c.at})
}

// toldAt is where this or another row has said something.
func (w *row) toldAt(key string) (place, bool) {
	if i := slices.IndexFunc(w.said, func(s said) bool { return s.key == key }); i >= 0 {
		return w.said[i].at, true
	}
	at, ok := w.told[key]
	return at, ok
}

// term reads a word of a vocabulary.
func (w *row) term(c cell, terms []string) string {
	if c.text == "" {
		return ""
	}
	if t, ok := nearTerm(c.text, terms); ok {
		return t
	}
	d := w.fault(badTerm, c, "%s is not in the vocabulary", ocs.Quote(c.text))
	d.Help = "write one of " + strings.Join(terms, ", ") + "; or say in the mapping's terms what the word means"
	if near := w.nearest(c.text, terms); near != "" {
		d.Help = fmt.Sprintf("did you mean %q? the mapping's terms can say so", near)
	}
	return ""
}

func (r *reader) nearest(word string, terms []string) string {
	near, looked := r.near[word]
	if !looked && len(r.near) < maxSuggestions {
		if r.near == nil {
			r.near = make(map[string]string)
		}
		near = ocs.Nearest(word, slices.Values(terms))
		r.near[word] = near
	}
	return near
}

// keep keeps the cells that have no place, under their headings. What further
// rows on the same thing say stands on further lines.
func (w *row) keep(k *kept) {
	for i := range w.cells {
		c := &w.cells[i]
		if c.text != "" && !c.carried && (c.column == nil || c.field == FieldKeep) {
			w.keepAs(k, w.headings[i], c.text)
		}
	}
}

func (w *row) keepAs(k *kept, heading, text string) {
	if len(k.members) == 0 {
		set(w, &k.at, w.begin)
	}
	n := slices.IndexFunc(k.members, func(m member) bool { return m.name == heading })
	if n < 0 {
		set(w, &k.members, append(k.members, member{heading, text}))
		return
	}
	if there := k.members[n].text; there != text && !slices.Contains(strings.Split(there, "\n"), text) {
		set(w, &k.members[n].text, there+"\n"+text)
	}
}

// add adds to a list of an element, within bounds: each addition looks through
// the list.
func add[T any](w *row, c cell, list *[]T, v T) {
	if len(*list) >= maxList {
		w.fault(overLimit, c, "more than %d entries in one list", maxList).Help = "split the activity"
		return
	}
	set(w, list, append(*list, v))
}
