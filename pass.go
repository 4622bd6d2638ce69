package ocs

import (
	"fmt"
	"reflect"
)

// Pass is what a rule's check is given beside the value: the circumstances of
// the run and the way to report. It is valid only during the call of the check.
type Pass struct {
	run     *run
	rule    *ruleInfo
	outer   *focus // the focus around elem
	elem    any    // the element in focus, nil if there is none
	focused *focus // elem within outer, once something was reported
}

// focus is an element in which addresses are resolved.
type focus struct {
	outer *focus
	elem  any    // a pointer to the element
	scope *scope // set when addresses are resolved
}

// AsOf returns the day on which the strategy is looked at; it is zero if the
// caller gave none.
func (p *Pass) AsOf() Date { return p.run.asOf }

// Stage returns the stage for which the strategy is checked, as the caller gave it.
func (p *Pass) Stage() Stage { return p.run.stage }

// Report reports a breach of the rule. The field is the address of the
// smallest value that is wrong, such as &c.Lead, or of the field that should
// have been filled; it must be an address within the value being checked and
// not within a copy (a loop variable that holds a struct is one). The engine
// finds the path and the position from it. The address of an element, c, says
// that the element as a whole is wrong.
//
// The message is formatted as by [fmt.Sprintf]: what is wrong, in lower case,
// without a full stop, IDs quoted with %q, never long text from the document.
//
// Once a rule has reported as much as [RunOptions.MaxPerRule] allows, a report
// is counted and nothing else: its message isn't formatted.
//
// Report panics if field is not a pointer, and the run panics if the address
// is not found: both are faults of the rule, not of the document.
func (p *Pass) Report(field any, format string, args ...any) *Details {
	p.rule.needPointer("reported", field)
	if p.full() {
		return &p.run.mute
	}
	d := &Details{rule: p.rule, focus: p.focus(), field: field, message: fmt.Sprintf(format, args...)}
	p.run.reports = append(p.run.reports, d)
	return d
}

// full counts a report and tells whether it is one too many.
func (p *Pass) full() bool {
	if p.rule.limit == 0 {
		return false
	}
	t := p.run.tally(p.rule.code)
	if t.reported++; t.reported > p.rule.limit {
		t.omitted++
		return true
	}
	return false
}

// omit counts reports that were not made, since there are too many.
func (p *Pass) omit(n int) {
	if n > 0 {
		p.run.tally(p.rule.code).omitted += n
	}
}

// On returns a pass with the element in focus: what is reported to it is about
// that element, and its addresses are looked for in that element only. That
// matters where two elements share memory, as two lists made from one Go
// slice do; without a focus, such an address gives one finding for each place
// it occurs at. Foci nest. The element is given by its address.
func (p *Pass) On(elem any) *Pass {
	p.rule.needPointer("focused on", elem)
	q := p.inner()
	q.elem = elem
	return q
}

// inner returns a pass for elements within p's focus, without one as yet.
func (p *Pass) inner() *Pass {
	return &Pass{run: p.run, rule: p.rule, outer: p.focus()}
}

func (p *Pass) focus() *focus {
	if p.elem == nil {
		return p.outer
	}
	if p.focused == nil {
		p.focused = &focus{outer: p.outer, elem: p.elem}
	}
	return p.focused
}

func (r *ruleInfo) needPointer(did string, address any) {
	if v := reflect.ValueOf(address); v.Kind() != reflect.Pointer || v.IsNil() {
		panic(fmt.Sprintf("ocs: rule %q %s a %T that is not the address of a value", r.code, did, address))
	}
}

// Details adds to a finding what helps its reader, if the finding is kept. Its methods return their
// receiver, so that calls can be chained.
type Details struct {
	rule    *ruleInfo
	focus   *focus
	field   any
	message string
	help    string
	related []relation
	found   bool
}

// relation is a related place as the rule reported it.
type relation struct {
	field   any
	message string
	path    Pointer
	depth   int // of the scope in which path was found, -1 for none
}

// muted tells that the finding isn't kept.
func (d *Details) muted() bool { return d.rule == nil }

// Help says what to do about the finding, formatted as by [fmt.Sprintf].
func (d *Details) Help(format string, args ...any) *Details {
	if !d.muted() {
		d.help = fmt.Sprintf(format, args...)
	}
	return d
}

// Related names another place that matters, such as the first of two equal
// IDs. The field is an address as for [Pass.Report]; it need not be in focus.
// If it occurs at several places, the first one in focus is named, else the
// first of all.
func (d *Details) Related(field any, format string, args ...any) *Details {
	if d.muted() {
		return d
	}
	d.rule.needPointer("related", field)
	d.related = append(d.related, relation{field: field, message: fmt.Sprintf(format, args...), depth: -1})
	return d
}
