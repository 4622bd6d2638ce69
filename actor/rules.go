package actor

import (
	"strings"

	"github.com/ocs-framework/ocs"
)

// Rules returns the rules that an actor keeps by itself, whatever strategy it
// belongs to. Validating a strategy includes them.
func Rules() []ocs.Rule[Actor] {
	return append(ocs.WellFormed[Actor](),
		nameMissing(func(a *Actor) *string { return &a.Name }),
		periodReversed(func(a *Actor, check func(*ocs.Period)) {
			check(&a.Active)
			for i := range a.Mandates {
				check(&a.Mandates[i].Period)
			}
		}),
	)
}

// nameMissing is kept word for word in every package that has names: equal
// codes must have equal texts, and a test of the whole registry sees to it.
func nameMissing[T any](name func(*T) *string) ocs.Rule[T] {
	return ocs.Rule[T]{
		Code:   "name-missing",
		Title:  "every threat, group, actor and indicator has a name",
		Doc:    "Readers, tables and charts know an element by its name. Give a short name; a criminal group may have a description in its place.",
		Basis:  "every strategy that was looked at names its threats, actors and measures",
		Levels: "WEEEE",
		Check: func(p *ocs.Pass, v *T) {
			if field := name(v); strings.TrimSpace(*field) == "" {
				p.Report(field, "name is missing").Help("give a short name")
			}
		},
	}
}

// periodReversed is kept word for word in package strategy.
func periodReversed[T any](periods func(v *T, check func(*ocs.Period))) ocs.Rule[T] {
	return ocs.Rule[T]{
		Code:   "period-reversed",
		Title:  "no period ends before it starts",
		Doc:    "A period that ends before it starts contains no day, so nothing can fall in it. Usually the two ends were swapped or a year was mistyped.",
		Basis:  "ISO 8601, time intervals",
		Levels: "WEEEE",
		Check: func(p *ocs.Pass, v *T) {
			periods(v, func(period *ocs.Period) {
				if period.End.Before(period.Start) {
					p.Report(period, "period %v ends before it starts", *period).Help("swap the two dates or mend the wrong one")
				}
			})
		},
	}
}
