package sheet

import (
	"fmt"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/internal/faults"
	"github.com/ocs-framework/ocs/strategy"
)

// Extension is the key of a commitment's extensions under which the columns are
// kept that have no field: an object with a member for each heading. Of an
// objective and of a plan, what belongs to them.
const Extension = "ocs:sheet"

// Options say what a table is read into, and limit what is read. Nil and zero
// fields stand for the defaults.
type Options struct {
	// Into is the strategy that the table is read into; it isn't changed. Absent
	// means a new draft that holds what the table says and nothing else.
	Into *strategy.Strategy

	// MaxBytes is the size of the largest table that is read. The default is 16 MiB.
	MaxBytes int

	// MaxRows is how many rows it may have. The default is 100,000.
	MaxRows int

	// MaxColumns is how many columns it may have. The default is 1,000.
	MaxColumns int
}

const (
	defaultMaxBytes   = 16 << 20
	defaultMaxRows    = 100_000
	defaultMaxColumns = 1_000

	maxErrors      = 1_000 // that are listed; who has more has the wrong mapping
	maxRemarks     = 1_000 // findings of one code that are no errors
	maxSuggestions = 50    // words for which the nearest is looked for
	maxList        = 250   // entries in one list of a commitment, and rows about it
	headerWithin   = 30    // records among which the headings are looked for
)

func (o *Options) limits() Options {
	var l Options
	if o != nil {
		l = *o
	}
	set := func(v *int, otherwise int) {
		if *v <= 0 {
			*v = otherwise
		}
	}
	set(&l.MaxBytes, defaultMaxBytes)
	set(&l.MaxRows, defaultMaxRows)
	set(&l.MaxColumns, defaultMaxColumns)
	return l
}

// Document is a table as it was read.
type Document struct {
	// Strategy is the one that the table was read into, with what the table says.
	Strategy strategy.Strategy

	// Findings say what is wrong in the table, and what was done with what has no
	// place. Their paths are those of row, counted from 0 below the headings, and heading; those of sheet-mapping are
	// in the mapping. [Faults] describes their codes.
	Findings ocs.Findings

	// Refused says that nothing was read, for the mapping, the headings, the syntax
	// or a limit. Strategy is then as it was.
	Refused bool

	// Mapping is the one that was used: the one that was given, or the suggestion.
	Mapping Mapping

	// Text is the table in UTF-8, in which the offsets of positions count. It is
	// the input, unless that was UTF-16.
	Text []byte

	// Taken is how many rows were taken.
	Taken int
}

// Read reads a table in CSV. Without a mapping the one is used that [Suggest]
// makes of the headings, and a finding says so. The name stands for the table in
// positions. Options may be nil.
//
// The headings are the first of the first 30 lines that fit the mapping best;
// what stands above is kept with the plan. Rows after them are taken or left
// one by one.
//
// A commitment is that with the row's identifier or, without a column of
// identifiers, that with its title under its objective. Where the table differs
// from the strategy, the table holds, and a finding says what it replaced.
// Several rows about one commitment add to its lists. States become updates in a
// report.
func Read(name string, data []byte, m *Mapping, o *Options) *Document {
	r := &reader{limits: o.limits(), doc: &Document{}, counts: make(map[string]int)}
	if r.limits.Into != nil {
		r.doc.Strategy = *r.limits.Into
	}
	if m != nil {
		r.doc.Mapping = *m
	}
	if r.prepare(name, data, m) {
		r.rows()
	} else {
		r.doc.Refused = true
	}
	r.doc.Findings.Sort()
	return r.doc
}

// reader reads one table.
type reader struct {
	limits Options
	doc    *Document
	m      *Mapping
	table  *table
	next   func() (record, error)
	row    int // of the one being read

	headings []string // as they stand, made distinct
	columns  []*Column
	terms    map[Field]map[string]string
	blanks   map[string]bool
	dates    dates
	numbers  numbers
	where    map[Field][]int // the columns of a field
	carried  []carried       // by column
	section  carried

	model
	counts map[string]int // findings by code
	errors int
	near   map[string]string
}

// report adds a finding. The caller may add help to what is returned, before the
// next one.
func (r *reader) report(code string, at place, path ocs.Pointer, format string, args ...any) *ocs.Finding {
	f := ocs.Finding{Rule: code, Severity: faults.Severity(Faults(), code), Path: path, Message: fmt.Sprintf(format, args...)}
	r.counts[code]++
	if f.Severity == ocs.Error {
		r.errors++
	} else if r.counts[code] > maxRemarks {
		return &f
	}
	if r.table != nil {
		f.Pos = r.table.position(at)
	}
	r.doc.Findings = append(r.doc.Findings, f)
	return &r.doc.Findings[len(r.doc.Findings)-1]
}

// prepare reads the text up to the headings and reports whether rows can be
// read.
func (r *reader) prepare(name string, data []byte, m *Mapping) bool {
	r.table = &table{name: name}
	if len(data) > r.limits.MaxBytes {
		r.report(overLimit, place{}, "", "table is larger than %d bytes", r.limits.MaxBytes).Help = "split it, or raise the limit"
		return false
	}
	if m != nil {
		if found := m.Check(); len(found) > 0 {
			r.doc.Findings = append(r.doc.Findings, found...)
			return false
		}
	}
	text, ok := decodeText(data)
	if !ok {
		r.report(badEncoding, place{}, "", "table is neither UTF-8 nor UTF-16").Help = `save it as "CSV UTF-8"`
		return false
	}
	r.doc.Text = text
	t, stated := newTable(name, text)
	r.table = t
	delimiter, above, ok := r.findHeader(m, stated)
	if !ok {
		return false
	}
	r.next = t.records(delimiter)
	for range above {
		rec, _ := r.next() // read before
		r.aboveHeader(rec)
	}
	header, _ := r.next()
	if !r.readHeader(header, m == nil) {
		return false
	}
	r.compile()
	return r.startModel()
}

// compile prepares what rows are read by.
func (r *reader) compile() {
	r.dates = newDates(r.m)
	r.numbers = numbers{r.m.Thousands, r.m.Decimal}
	r.terms = make(map[Field]map[string]string)
	for _, t := range r.m.Terms {
		if r.terms[t.Field] == nil {
			r.terms[t.Field] = make(map[string]string)
		}
		r.terms[t.Field][tight(t.Text)] = t.Means
	}
	r.blanks = make(map[string]bool)
	for _, b := range r.m.Blanks {
		r.blanks[strings.ToLower(strings.TrimSpace(b))] = true
	}
	r.carried = make([]carried, len(r.columns))
	r.where = make(map[Field][]int)
	for i, col := range r.columns {
		if col != nil {
			r.where[col.Field] = append(r.where[col.Field], i)
		}
	}
}

// rows reads the rows, until the syntax fails or there are too many faults.
func (r *reader) rows() {
	for r.row = 0; ; r.row++ {
		rec, err := r.next()
		if err != nil {
			at, message, ended := syntax(err)
			if ended {
				break
			}
			r.report(badSyntax, at, "", "row isn't CSV: %s", message).Help = "put text that holds quotes, delimiters or line breaks between quotes, and write a quote in it twice"
			r.refuse()
			return
		}
		if r.row >= r.limits.MaxRows {
			r.report(overLimit, rec.at[0], "", "table has more than %d rows", r.limits.MaxRows).Help = "split it, or raise the limit"
			r.refuse()
			return
		}
		r.readRow(rec)
		if r.errors >= maxErrors {
			r.report(overLimit, rec.at[0], "", "more than %d faults; nothing was taken", maxErrors)
			r.refuse()
			return
		}
	}
	r.finish()
}

// refuse takes nothing of the table.
func (r *reader) refuse() {
	r.doc.Refused, r.doc.Taken = true, 0
}
