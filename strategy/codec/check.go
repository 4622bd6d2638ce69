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
	result := d.validate(o)
	d.Locate(result.Findings)
	d.Locate(result.Waived)
	result.Findings = slices.Concat(d.Findings, result.Findings)
	result.Findings.Sort()
	result.Waived.Sort()
	return result
}

// validate returns what the rules find, but for what they say of values that
// could not be read. So many findings more are asked for, lest those take the
// places of others.
func (d *Document) validate(o *strategy.Options) ocs.Result {
	unread := d.unread()
	if len(unread) == 0 {
		return strategy.Validate(&d.Strategy, o)
	}
	var more strategy.Options
	if o != nil {
		more = *o
	}
	limit := more.MaxPerRule
	if limit == 0 {
		limit = strategy.DefaultMaxPerRule
	}
	if limit > 0 {
		more.MaxPerRule = limit + len(unread)
	}
	result := strategy.Validate(&d.Strategy, &more)
	kept, over := make(map[string]int), make(map[string]int)
	result.Findings = slices.DeleteFunc(result.Findings, func(f ocs.Finding) bool {
		switch {
		case under(unread, f.Path):
			return true
		case limit > 0 && kept[f.Rule] == limit:
			over[f.Rule]++
			return true
		}
		kept[f.Rule]++
		return false
	})
	if len(over) > 0 {
		result.Omitted = omitted(slices.Concat(strategy.Rules(), more.Extra), result.Omitted, over)
	}
	return result
}

// omitted adds to the findings that were left out those over the limit, in the
// order of the rules.
func omitted(rules []ocs.Rule[strategy.Index], known []ocs.Omission, over map[string]int) (all []ocs.Omission) {
	for _, o := range known {
		over[o.Rule] += o.Count
	}
	for _, r := range rules {
		if n := over[r.Code]; n > 0 {
			all = append(all, ocs.Omission{Rule: r.Code, Count: n})
			delete(over, r.Code) // other rules may have the same code
		}
	}
	return all
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
