package strategy

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/ocs-framework/ocs"
)

// waiverRules returns the rules about waivers. Without a record of what the
// waivers of a run did, they check nothing: nothing was waived then.
func waiverRules(w *waivers) []ocs.Rule[Index] {
	return []ocs.Rule[Index]{{
		Code:  "waiver-unknown-rule",
		Title: "every waiver names a rule that can be waived",
		Doc: "A waiver names a rule by its code. A code that no rule has excuses nothing, and the rules that guard identity and references cannot be waived. " +
			"Mend the code or remove the waiver.",
		Basis:  "a waiver that excuses nothing hides what its author believed to be excused",
		Levels: "WWEEE",
		Check: func(p *ocs.Pass, ix *Index) {
			w.each(func(i int, v *Waiver) {
				switch fixed, known := w.rules[v.Rule]; {
				case !known:
					d := p.Report(&v.Rule, "no such rule: %q", short(v.Rule))
					if near := ocs.Nearest(v.Rule, slices.Values(w.codes())); near != "" {
						d.Help("did you mean %q?", near)
					} else {
						d.Help("mend the code or remove the waiver")
					}
				case fixed:
					p.Report(&v.Rule, "rule %q cannot be waived", v.Rule).Help("mend what it reports and remove the waiver")
				}
			})
		},
	}, {
		Code:  "waiver-unused",
		Title: "every waiver excuses something",
		Doc: "A waiver whose reason has gone would hide the next breach of its rule. Remove it. " +
			"Waivers of rules that don't run at the strategy's stage are left alone.",
		Basis:  "a waiver is an exception, granted for a reason and a time",
		Levels: "iWWWW",
		Check: func(p *ocs.Pass, ix *Index) {
			w.each(func(i int, v *Waiver) {
				fixed, known := w.rules[v.Rule]
				if known && !fixed && !w.used[i] && !w.expired(v) && w.ran(v.Rule, p.Stage()) {
					p.Report(v, "waiver of %q excuses nothing", v.Rule).Help("remove it")
				}
			})
		},
	}, {
		Code:      "waiver-expired",
		Title:     "no waiver has run out",
		Doc:       "A waiver holds until its last day; from then on, what it excused is reported again. Mend what it excused, or renew the waiver with a new reason.",
		Basis:     "a waiver is an exception, granted for a reason and a time",
		Levels:    "WWWWW",
		NeedsDate: true,
		Check: func(p *ocs.Pass, ix *Index) {
			w.each(func(i int, v *Waiver) {
				if w.expired(v) {
					p.Report(&v.Until, "waiver of %q ran out %v", short(v.Rule), v.Until).Help("mend what it excused, or renew it")
				}
			})
		},
	}}
}

// waivers is what the waivers of a strategy did in a run.
type waivers struct {
	list    []Waiver
	asOf    ocs.Date
	own     string                // the strategy's ID
	by      map[waiverKey][]int   // the waivers that hold
	used    []bool                // whether each excused something
	rules   map[string]bool       // whether the rule of each code is fixed
	levels  map[string]ocs.Levels // by code
	off     []string
	skipped []string
}

type waiverKey struct{ rule, element string }

func newWaivers(s *Strategy, o *Options, rules []ocs.Rule[Index]) *waivers {
	w := &waivers{
		list:   s.Waivers,
		asOf:   o.AsOf,
		own:    string(s.ID),
		by:     make(map[waiverKey][]int),
		used:   make([]bool, len(s.Waivers)),
		rules:  make(map[string]bool, len(rules)),
		levels: make(map[string]ocs.Levels, len(rules)),
		off:    o.Off,
	}
	for _, r := range rules {
		w.rules[r.Code], w.levels[r.Code] = r.Fixed, r.Levels
	}
	for i := range w.list {
		if v := &w.list[i]; !w.expired(v) {
			key := waiverKey{v.Rule, string(v.Element)}
			if key.element == "" {
				key.element = w.own
			}
			w.by[key] = append(w.by[key], i)
		}
	}
	return w
}

// accept reports whether a waiver excuses the finding.
func (w *waivers) accept(f ocs.Finding) bool {
	if f.Element.ID == "" && f.Element.Kind != strategyKind.String() {
		return false
	}
	holding := w.by[waiverKey{f.Rule, f.Element.ID}]
	for _, i := range holding {
		w.used[i] = true
	}
	return len(holding) > 0
}

// each calls f for each waiver; there are none without a record.
func (w *waivers) each(f func(i int, v *Waiver)) {
	if w == nil {
		return
	}
	for i := range w.list {
		f(i, &w.list[i])
	}
}

func (w *waivers) expired(v *Waiver) bool { return v.Until.Before(w.asOf) }

// ran reports whether a rule that may be lowered was run.
func (w *waivers) ran(code string, at ocs.Stage) bool {
	return w.levels[code].At(at) != ocs.Off && !slices.Contains(w.off, code) && !slices.Contains(w.skipped, code)
}

// codes lists the codes of the rules in alphabetical order.
func (w *waivers) codes() []string {
	var codes []string
	for code := range w.rules {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}

// insert puts the findings about waivers where they belong in document order:
// with others in the list of waivers, before what follows it in a strategy.
func (w *waivers) insert(findings, about ocs.Findings) ocs.Findings {
	if len(about) == 0 {
		return findings
	}
	end := slices.IndexFunc(findings, func(f ocs.Finding) bool {
		top := topField(f.Path)
		return top == "redactions" || top == "marking" || top == "extensions"
	})
	if end < 0 {
		end = len(findings)
	}
	findings = slices.Insert(findings, end, about...)
	start := end
	for start > 0 && topField(findings[start-1].Path) == "waivers" {
		start--
	}
	slices.SortStableFunc(findings[start:end+len(about)], func(a, b ocs.Finding) int {
		return cmp.Or(cmp.Compare(entry(a.Path), entry(b.Path)), cmp.Compare(a.Rule, b.Rule))
	})
	return findings
}

// topField returns the field of the strategy into which a path leads.
func topField(p ocs.Pointer) string {
	for token := range p.Tokens() {
		return token
	}
	return ""
}

// entry returns the place in its list of the entry that p leads to or into.
func entry(p ocs.Pointer) int {
	var tokens []string
	for token := range p.Tokens() {
		tokens = append(tokens, token)
	}
	if len(tokens) < 2 {
		return -1
	}
	n, _ := strconv.Atoi(tokens[1])
	return n
}
