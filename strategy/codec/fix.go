package codec

import (
	"bytes"
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// Fix is one thing that [Document.Fix] mended.
type Fix struct {
	Finding ocs.Finding // what was wrong, with its position before
	Old     string      // the name or value as it was; of a wrong type, as JSON
	New     string      // and as it is
}

// Fix mends what has exactly one mend that can't be wrong as far as the document
// tells, and returns the files that change, as they are then, and what was done, in
// order. The document itself stays as it is; options are those of
// [Document.Check]. Mended are
//
//   - unknown-field: a name with one letter wrong, if just one name of the format
//     is so near and isn't set beside it;
//   - unknown-term: likewise, or in another case, if just one term of the
//     vocabulary is so near;
//   - unknown-country, unknown-area, unknown-currency, unknown-article,
//     malformed-language: a code in another case, or with an underscore for a hyphen;
//   - unresolved-reference: one letter wrong, if just one identifier of the right
//     kind is so near;
//   - stray-space: space at the ends of a name or title, and more than one space
//     in it;
//   - wrong-type: a number, true or false in quotes, or without quotes where text is
//     wanted.
//
// One letter wrong is one letter too many, too few, or another, or two neighbours
// swapped, in a word of at least five characters; digits are never taken for
// misspelt, since c-12 and c-13 are two things. No other byte changes, see [Set].
//
// The mended document is checked: a mend that doesn't remove its finding, or that
// brings a new one to light, is not made. Only about the value of a name that was
// not known may there be new ones, other than errors; they are mended in turn if
// they can be. A document that was refused, or is written in an earlier version of
// the format, is not mended.
func (d *Document) Fix(o *strategy.Options) ([]File, []Fix) {
	const rounds = 3 // a name, its value, and what the value stands for
	var fixes []Fix
	now := d
	for range rounds {
		if now.Refused || slices.ContainsFunc(now.sources, (*source).converted) {
			break
		}
		f := newFixer(now, o)
		f.run()
		if len(f.kept) == 0 {
			break
		}
		for _, m := range f.kept {
			fixes = append(fixes, m.Fix)
		}
		now = f.after
	}
	var files []File
	for i, src := range now.sources {
		if !bytes.Equal(src.data, d.sources[i].data) {
			files = append(files, File{src.name, src.data})
		}
	}
	return files, fixes
}

// fixer mends one document.
type fixer struct {
	doc     *Document
	options strategy.Options
	before  ocs.Result
	trees   map[*source]*node // of their JSON
	ids     *identifiers

	compared int // words, to find the nearest

	kept   []mend    // that were found to be good
	after  *Document // with those made
	checks int
}

// mend is a Fix and the change that makes it.
type mend struct {
	Fix
	source *source
	change change
}

// Limits on the work, so that a document in which everything is wrong takes time
// in proportion to its size. What is beyond them is left to a person.
const (
	mostChecks   = 64      // of a mended document
	mostCompared = 1 << 20 // words with others
)

func newFixer(d *Document, o *strategy.Options) *fixer {
	f := &fixer{doc: d, trees: make(map[*source]*node)}
	if o != nil {
		f.options = *o
	}
	f.options.MaxPerRule = -1 // findings that are not listed can't be compared
	f.before = d.Check(&f.options)
	return f
}

// run makes every mend that is good.
func (f *fixer) run() {
	var mends []mend
	for _, finding := range f.before.Findings {
		if m, ok := f.mend(finding); ok {
			mends = append(mends, m)
		}
	}
	f.narrow(mends)
}

// narrow makes those of some mends that are good: all at once or, if that
// brings new findings, each half by itself.
func (f *fixer) narrow(mends []mend) {
	if len(mends) == 0 || f.checks == mostChecks {
		return
	}
	f.checks++
	all := slices.Concat(f.kept, mends)
	if after, ok := f.try(all); ok {
		f.kept, f.after = all, after
		return
	}
	if half := len(mends) / 2; half > 0 {
		f.narrow(mends[:half])
		f.narrow(mends[half:])
	}
}

// finding is what tells a finding from others.
type finding struct {
	rule string
	path pointer
}

// try makes mends and reports whether they remove their findings and bring no
// others.
func (f *fixer) try(mends []mend) (*Document, bool) {
	changes := make(map[*source][]change)
	left := make(map[finding]int) // how many there may be
	for _, b := range f.before.Findings {
		left[finding{b.Rule, b.Path}]++
	}
	named := make(map[pointer]bool) // what was not read before
	for _, m := range mends {
		changes[m.source] = append(changes[m.source], m.change)
		left[finding{m.Finding.Rule, m.Finding.Path}]--
		if m.change.op == rename {
			named[m.Finding.Path.Parent().Append(m.New)] = true
		}
	}
	var parts []part
	for _, src := range f.doc.sources {
		data := src.data
		if list := changes[src]; list != nil {
			var err error
			if data, err = edit(src.name, data, list, &f.doc.limits); err != nil {
				return nil, false
			}
		}
		parts = append(parts, read(src.name, data, &f.doc.limits))
	}
	after := document(parts, &f.doc.limits)
	for _, a := range after.Check(&f.options).Findings {
		key := finding{a.Rule, a.Path}
		left[key]--
		if left[key] < 0 && (a.Severity == ocs.Error || !under(named, a.Path)) {
			return nil, false
		}
	}
	return after, true
}
