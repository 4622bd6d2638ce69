package ocs

import (
	"fmt"
	"reflect"
	"slices"
)

// RunOptions says how rules are run. The zero value checks a draft against all
// rules at their own levels.
type RunOptions struct {
	// Stage selects the severities; see [Levels.At].
	Stage Stage

	// AsOf is the day on which the strategy is looked at, for rules that need one.
	AsOf Date

	// Off lists the codes of rules not to run. Fixed rules run all the same.
	Off []string

	// Levels replaces the levels of rules, by code, except of fixed ones.
	Levels map[string]Levels

	// MaxPerRule is how many findings of one rule are kept, fixed rules
	// included; 0 means all. What is beyond is counted in Result.Omitted. It
	// keeps a document in which everything is wrong from costing more than its
	// size. Findings that are waived or withheld don't count, so with Waive or
	// Withheld set, all are looked at before some are left out.
	MaxPerRule int

	// Waive reports whether a finding was accepted and goes to Result.Waived.
	// It isn't asked about the findings of fixed rules.
	Waive func(Finding) bool

	// Withheld reports whether a field of an element was taken out of this copy
	// on purpose, by redaction. Findings about it are dropped. The pointer starts
	// from the element: /lead, or empty for the element as a whole.
	Withheld func(Element, Pointer) bool
}

// Result is what running rules brought to light. The lists are in document
// order, then by rule code.
type Result struct {
	// Findings are the breaches.
	Findings Findings

	// Waived are the breaches that RunOptions.Waive accepted.
	Waived Findings

	// Skipped are the codes of rules that were not run for want of an as-of date,
	// in the order of the rules.
	Skipped []string

	// Omitted are the rules with more findings than RunOptions.MaxPerRule, in
	// the order of the rules.
	Omitted []Omission
}

// Omission says how many findings of a rule were left out of a result.
type Omission struct {
	// Rule is the code of the rule.
	Rule string

	// Count is the number of breaches that are not in the result, as the rule
	// reported them.
	Count int
}

// Run checks v against rules and locates what they report in root, a pointer
// to the value that the document holds. The two differ where rules look at an
// index over a document; where they don't, root may be nil. Nothing is checked
// if v is nil. Options may be nil.
//
// Positions are not known here: [Finding.Pos] is for whoever read the source.
// Run panics if a rule reports an address that isn't in root.
func Run[T any](root any, v *T, rules []Rule[T], o *RunOptions) Result {
	if v == nil {
		return Result{}
	}
	if o == nil {
		o = &RunOptions{}
	}
	r := &run{asOf: o.AsOf, stage: o.Stage}
	if o.Waive == nil && o.Withheld == nil {
		r.limit = max(0, o.MaxPerRule)
	}
	var skipped []string
	for _, rule := range rules {
		info := &ruleInfo{code: rule.Code, severity: o.severity(rule.Code, rule.Levels, rule.Fixed), fixed: rule.Fixed, limit: r.limit}
		if rule.Fixed && o.Withheld == nil {
			info.limit = max(0, o.MaxPerRule)
		}
		switch {
		case info.severity == Off:
		case rule.NeedsDate && o.AsOf.IsZero():
			if !slices.Contains(skipped, rule.Code) {
				skipped = append(skipped, rule.Code)
			}
		default:
			rule.Check(&Pass{run: r, rule: info}, v)
		}
	}
	result := Result{Skipped: skipped}
	if len(r.reports) > 0 { // a clean document isn't walked
		if rv := reflect.ValueOf(root); !rv.IsValid() || rv.Kind() == reflect.Pointer && rv.IsNil() {
			root = v
		}
		result.add(resolve(root, r.reports), r, o)
		for _, rule := range rules {
			if t := r.tallies[rule.Code]; t != nil && t.omitted > 0 {
				result.Omitted = append(result.Omitted, Omission{rule.Code, t.omitted})
				t.omitted = 0 // other rules may have the same code
			}
		}
	}
	return result
}

// run is what the passes of one run share.
type run struct {
	asOf    Date
	stage   Stage
	reports []*Details
	mute    Details           // of findings that aren't kept
	limit   int               // of reports of one rule, 0 for none
	tallies map[string]*tally // by the code of the rule
	formed  map[*form]*formed // by the rules of WellFormed
}

// tally counts what one rule reported.
type tally struct {
	reported int // until there were too many
	kept     int // as findings
	omitted  int
}

func (r *run) tally(code string) *tally {
	t := r.tallies[code]
	if t == nil {
		if r.tallies == nil {
			r.tallies = make(map[string]*tally)
		}
		t = new(tally)
		r.tallies[code] = t
	}
	return t
}

// ruleInfo is what is kept of a rule in its reports.
type ruleInfo struct {
	code     string
	severity Severity
	fixed    bool
	limit    int // of reports, 0 for none
}

// severity is that of a rule in this run.
func (o *RunOptions) severity(code string, own Levels, fixed bool) Severity {
	if !fixed {
		if slices.Contains(o.Off, code) {
			return Off
		}
		if l, ok := o.Levels[code]; ok {
			own = l
		}
	}
	return own.At(o.Stage)
}

// add sorts hits into findings and waived ones and leaves out those beyond the
// limit. What is waived or withheld is known only here; without options for
// that, no more than the limit was reported, but of one address in several
// places.
func (r *Result) add(hits []hit, run *run, o *RunOptions) {
	r.Findings = make(Findings, 0, len(hits))
	for _, h := range hits {
		if o.Withheld != nil && o.Withheld(h.element, h.path[h.field:]) {
			continue
		}
		f := h.finding()
		if o.Waive != nil && !h.report.rule.fixed && o.Waive(f) {
			r.Waived = append(r.Waived, f)
			continue
		}
		if o.MaxPerRule > 0 {
			t := run.tally(f.Rule)
			if t.kept == o.MaxPerRule {
				t.omitted++
				continue
			}
			t.kept++
		}
		r.Findings = append(r.Findings, f)
	}
	if len(r.Findings) == 0 {
		r.Findings = nil
	}
}

func (h hit) finding() Finding {
	d := h.report
	f := Finding{
		Rule:     d.rule.code,
		Severity: d.rule.severity,
		Path:     h.path,
		Element:  h.element,
		Message:  d.message,
		Help:     d.help,
	}
	for _, r := range d.related {
		f.Related = append(f.Related, Related{Path: r.path, Message: r.message})
	}
	return f
}

// mustFind panics unless all addresses of a report were found.
func (d *Details) mustFind() {
	const hint = "take the address in the value itself, not of a loop copy"
	var outer *focus
	for _, f := range d.focus.chain() {
		if !f.scope.found {
			panic(fmt.Sprintf("ocs: rule %q focused on a %T that is not part of %s: %s", d.rule.code, f.elem, outer, hint))
		}
		outer = f
	}
	if !d.found {
		panic(fmt.Sprintf("ocs: rule %q reported a %T that is not part of %s: %s", d.rule.code, d.field, d.focus, hint))
	}
	for _, r := range d.related {
		if r.depth < 0 {
			panic(fmt.Sprintf("ocs: rule %q related a %T that is not part of the checked value: %s", d.rule.code, r.field, hint))
		}
	}
}

// chain returns the foci from the outermost to f.
func (f *focus) chain() []*focus {
	var all []*focus
	for ; f != nil; f = f.outer {
		all = append(all, f)
	}
	slices.Reverse(all)
	return all
}

// String names a focus in a message.
func (f *focus) String() string {
	if f == nil {
		return "the checked value"
	}
	return fmt.Sprintf("the %T in focus", f.elem)
}
