package strategy

import (
	"slices"

	"github.com/ocs-framework/ocs"
)

// Options says how a strategy is checked. The zero value checks it against all
// rules for its own stage.
type Options struct {
	// Stage is the stage whose demands the strategy is held against; absent means
	// its own. A draft checked as adopted shows what is still missing.
	Stage ocs.Stage

	// AsOf is the day on which the strategy is looked at. Rules that need one are
	// skipped without it, and listed in the result.
	AsOf ocs.Date

	// Off lists the codes of rules not to run. The rules that guard identity and
	// references run all the same.
	Off []string

	// MaxPerRule is how many findings of one rule are kept; what is beyond is
	// counted in Result.Omitted. 0 means 1000, which nobody reads to the end, and
	// less means all. See [ocs.RunOptions.MaxPerRule].
	MaxPerRule int

	// Thresholds are where rules that weigh draw the line.
	Thresholds Thresholds

	// Extra are further rules, such as an agency's own.
	Extra []ocs.Rule[Index]
}

// DefaultMaxPerRule is how many findings of one rule are kept if
// [Options].MaxPerRule is 0.
const DefaultMaxPerRule = 1000

// Validate checks a strategy and returns what it finds, in document order. The
// strategy is not changed. Options may be nil.
//
// Findings that the strategy's own waivers accept are in Result.Waived, and
// what its redactions say was withheld is not demanded. Findings have paths but
// no positions: a strategy read from files is checked through its document.
func Validate(s *Strategy, o *Options) ocs.Result {
	if s == nil {
		return ocs.Result{}
	}
	if o == nil {
		o = &Options{}
	}
	run := &ocs.RunOptions{Stage: o.Stage, AsOf: o.AsOf, Off: o.Off, MaxPerRule: o.MaxPerRule}
	if run.MaxPerRule == 0 {
		run.MaxPerRule = DefaultMaxPerRule
	}
	if run.Stage == "" {
		run.Stage = s.Stage
	}
	rules := registry()
	if len(o.Extra) > 0 {
		rules = slices.Concat(rules, o.Extra)
	}
	if len(s.Redactions) > 0 {
		run.Withheld = withheld(s)
	}
	ix := NewIndex(s)
	ix.thresholds = o.Thresholds.withDefaults()
	if len(s.Waivers) == 0 {
		return ocs.Run(s, ix, rules, run)
	}

	w := newWaivers(s, o, rules)
	run.Waive = w.accept
	result := ocs.Run(s, ix, rules, run)
	w.skipped = result.Skipped

	// What the waivers did is known only now.
	run.Waive = nil
	more := ocs.Run(s, ix, waiverRules(w), run)
	result.Findings = w.insert(result.Findings, more.Findings)
	result.Omitted = inOrder(rules, append(result.Omitted, more.Omitted...))
	return result
}

// inOrder returns omissions, one for each rule, in the order of the rules.
func inOrder(rules []ocs.Rule[Index], all []ocs.Omission) (sorted []ocs.Omission) {
	for i := range rules {
		for _, o := range all {
			if o.Rule == rules[i].Code && !slices.Contains(sorted, o) {
				sorted = append(sorted, o)
			}
		}
	}
	return sorted
}

// withheld says which fields of which elements the redactions took out.
func withheld(s *Strategy) func(ocs.Element, ocs.Pointer) bool {
	fields := make(map[string][]ocs.Pointer)
	entire := make(map[string]bool)
	for _, r := range s.Redactions {
		id := string(r.Element)
		if len(r.Fields) == 0 {
			entire[id] = true
		}
		for _, f := range r.Fields {
			fields[id] = append(fields[id], ocs.Pointer("/"+f))
		}
	}
	return func(e ocs.Element, field ocs.Pointer) bool {
		return e.ID != "" && (entire[e.ID] || slices.ContainsFunc(fields[e.ID], func(f ocs.Pointer) bool {
			return f.Contains(field)
		}))
	}
}
