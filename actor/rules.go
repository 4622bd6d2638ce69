package actor

import (
	"slices"
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
		kindMissing,
		powerWithoutBasis,
		mandateOutsideActor,
	)
}

var kindMissing = ocs.Rule[Actor]{
	Code:  "actor-kind-missing",
	Title: "every actor says what sort of body it is",
	Doc: "Whether an actor may use coercive powers, counts as civil society or stands outside the State follows from its kind; without one, rules and tables pass over it. " +
		"Take the nearest kind of the vocabulary.",
	Basis:  "UNODC's stakeholder toolkit for the Convention against Transnational Organized Crime sorts the stakeholders by kind; Chile's policy lists 17 institutions",
	Levels: "iWWWW",
	Check: func(p *ocs.Pass, a *Actor) {
		if a.Kind == "" {
			p.Report(&a.Kind, "actor has no kind").Help("say what sort of body it is, such as ministry or law-enforcement")
		}
	},
}

var powerWithoutBasis = ocs.Rule[Actor]{
	Code:  "power-without-basis",
	Title: "every mandate that gives a coercive power names the law that gives it",
	Doc: "Powers that limit rights, such as arrest, surveillance or freezing, exist only where a law gives them, and courts ask for it. " +
		"Cite the act and, where known, the section; if it isn't known, cite what was found and grade it as recalled.",
	Basis:  "UNTOC article 20: special investigative techniques as far as the basic principles of domestic law permit (recalled); International Covenant on Civil and Political Rights, articles 9 and 17 (recalled)",
	Levels: "iWWWW",
	Check: func(p *ocs.Pass, a *Actor) {
		for i := range a.Mandates {
			m := &a.Mandates[i]
			if at := slices.IndexFunc(m.Powers, Power.Coercive); at >= 0 && m.Basis == (ocs.Cite{}) {
				p.Report(&m.Basis, "mandate gives the power %q and names no law", m.Powers[at]).Help("cite the law that gives it")
			}
		}
	},
}

var mandateOutsideActor = ocs.Rule[Actor]{
	Code:  "mandate-outside-actor",
	Title: "an actor's mandates lie within its existence and its countries",
	Doc: "A mandate from before the actor existed belongs to its predecessor, one after its end to its successor, and one for a country where the actor may not act can't be used. " +
		"Move the mandate to the actor that holds it, or mend the period or the areas. Dates of coarse precision are taken to be inside if they can be.",
	Basis:  "Pakistan: cybercrime passed from the Federal Investigation Agency to a new agency in April 2025",
	Levels: "WWWWW",
	Check: func(p *ocs.Pass, a *Actor) {
		for i := range a.Mandates {
			m := &a.Mandates[i]
			outside := m.Period.Start.Before(a.Active.Start) || m.Period.Start.After(a.Active.End) ||
				m.Period.End.After(a.Active.End) || m.Period.End.Before(a.Active.Start)
			if outside && !reversed(m.Period) && !reversed(a.Active) { // reversed periods have a rule of their own
				p.Report(&m.Period, "mandate is for %v, but the actor exists %v", m.Period, a.Active).
					Help("mend the period, or give the mandate to the actor that holds it then").Related(&a.Active, "when the actor exists")
			}
			for k := range m.Areas {
				// Within a country it can't be told: some subdivisions contain others.
				if len(a.Areas) > 0 && !slices.ContainsFunc(a.Areas, func(in ocs.Area) bool { return in.Country() == m.Areas[k].Country() }) {
					p.Report(&m.Areas[k], "mandate is for %q, where the actor may not act", m.Areas[k]).
						Help("mend the area, or add it to those of the actor").Related(&a.Areas, "where the actor may act")
				}
			}
		}
	},
}

// reversed reports whether the period ends before it starts.
func reversed(p ocs.Period) bool { return p.End.Before(p.Start) }

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
