package codec

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// Check returns everything that is wrong with a document in one list, by file
// and line: the faults of its files and what the rules find in the strategy
// (see [strategy.Validate]; options may be nil).
//
// Where a value could not be read, no rule has a say about it: that it is
// missing is not its author's fault. If a file was refused, no rule runs at all.
func (d *Document) Check(o *strategy.Options) ocs.Result {
	if d.Refused {
		return ocs.Result{Findings: slices.Clone(d.Findings)}
	}
	result := strategy.Validate(&d.Strategy, o)
	if unread := d.unread(); len(unread) > 0 {
		result.Findings = slices.DeleteFunc(result.Findings, func(f ocs.Finding) bool { return under(unread, f.Path) })
	}
	d.Locate(result.Findings)
	d.Locate(result.Waived)
	result.Findings = slices.Concat(d.Findings, result.Findings)
	result.Findings.Sort()
	result.Waived.Sort()
	return result
}

// unread returns the pointers to values that are there and could not be read.
func (d *Document) unread() map[pointer]bool {
	unread := make(map[pointer]bool)
	for _, f := range d.Findings {
		switch f.Rule {
		case wrongType, invalidValue, nullValue:
			unread[f.Path] = true
		}
	}
	return unread
}

// under reports whether p is one of the pointers or lies inside what one of
// them points to.
func under(pointers map[pointer]bool, p pointer) bool {
	for ; p != ""; p = p.Parent() {
		if pointers[p] {
			return true
		}
	}
	return false
}
