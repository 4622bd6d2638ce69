package codec

import (
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
// brings a new one to light, is not made. A document that was refused is not
// mended.
func (d *Document) Fix(o *strategy.Options) ([]File, []Fix) {
	if d.Refused {
		return nil, nil
	}
	f := newFixer(d, o)
	var mends []mend
	for _, finding := range f.before.Findings {
		if m, ok := f.mend(finding); ok {
			mends = append(mends, m)
		}
	}
	f.narrow(mends)
	var fixes []Fix
	for _, m := range f.kept {
		fixes = append(fixes, m.Fix)
	}
	return f.files, fixes
}

// fixer mends one document.
type fixer struct {
	doc     *Document
	options strategy.Options
	before  ocs.Result
	trees   map[*source]*node // of their JSON
	ids     *identifiers

	compared int // words, to find the nearest

	kept   []mend // that were found to be good
	files  []File // with those made
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

// narrow makes those of some mends that are good: all at once or, if that
// brings new findings, each half by itself.
func (f *fixer) narrow(mends []mend) {
	if len(mends) == 0 || f.checks == mostChecks {
		return
	}
	f.checks++
	all := slices.Concat(f.kept, mends)
	if files, ok := f.try(all); ok {
		f.kept, f.files = all, files
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
func (f *fixer) try(mends []mend) ([]File, bool) {
	changes := make(map[*source][]change)
	for _, m := range mends {
		changes[m.source] = append(changes[m.source], m.change)
	}
	var files []File
	var parts []part
	for _, src := range f.doc.sources {
		data := src.data
		if list := changes[src]; list != nil {
			var err error
			if data, err = edit(src.name, data, list, &f.doc.limits); err != nil {
				return nil, false
			}
			files = append(files, File{src.name, data})
		}
		parts = append(parts, read(src.name, data, &f.doc.limits))
	}
	left := make(map[finding]int)
	for _, b := range f.before.Findings {
		left[finding{b.Rule, b.Path}]++
	}
	for _, m := range mends {
		left[finding{m.Finding.Rule, m.Finding.Path}]--
	}
	for _, a := range document(parts, &f.doc.limits).Check(&f.options).Findings {
		key := finding{a.Rule, a.Path}
		if left[key]--; left[key] < 0 {
			return nil, false
		}
	}
	return files, true
}
