package strategy

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/threat"
)

func mandateRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{leadOutsideMandate, mandateUnstated, handoverUnfit, powerWithoutMandate, coerciveLead}
}

var leadOutsideMandate = ocs.Rule[Index]{
	Code:  "lead-outside-mandate",
	Title: "the lead of a commitment has a mandate for its subject, in its time",
	Doc: "An agency can't answer for what the law gives to another. The lead's mandate takes in a market of some threat that the commitment's objectives answer, " +
		"for a threat of that reach, and is in force when the work is done. Name the agency that holds the mandate, usually a partner or a successor, or complete the mandates of the lead. " +
		"Commitments without threats that have markets, and leads without a stated mandate, can't be tested.",
	Basis:  "Pakistan: the law of 2018 gives transnational trafficking to the federal agency and domestic trafficking to provincial police, and cybercrime passed to an agency of its own in 2025",
	Levels: "-WWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		m := newMandates(p, ix)
		for n := range ix.open() {
			m.subject(n)
		}
	},
}

// mandates checks the mandates of leads. What fits is decided by the fitter, as
// for [Index.MandateFit]; here is only which of its parts a rule reports, and
// whom to name instead.
type mandates struct {
	pass   *ocs.Pass
	ix     *Index
	fitter *fitter
	heirs  heirs
	passed map[actor.ID]bool // actors of which a subject passed to another
	sought int               // suggestions sought so far
}

func newMandates(p *ocs.Pass, ix *Index) *mandates {
	m := &mandates{pass: p, ix: ix, fitter: newFitter(ix), heirs: heirs{ix: ix}}
	for a := range ix.Actors() {
		for i := range a.Succeeds {
			if len(a.Succeeds[i].Markets) > 0 {
				if m.passed == nil {
					m.passed = make(map[actor.ID]bool)
				}
				m.passed[a.Succeeds[i].Actor] = true
			}
		}
	}
	return m
}

// subject reports the lead of commitment n if it has no mandate for what it
// leads.
func (m *mandates) subject(n int) {
	lead := int(m.ix.commitments[n].lead)
	if lead < 0 {
		return
	}
	c, plan := m.ix.commitments[n].Commitment, &m.ix.s.Plans[m.ix.commitments[n].plan]
	a := &m.ix.s.Actors[lead]
	if m.passed[a.ID] {
		if s, ok := m.handedOver(a, c, m.ix.window(c, plan)); ok {
			on(m.pass, plan, c).Report(&c.Lead, "the subject passed from lead %q to %q on %v", short(a.ID), short(s.to.ID), s.Date).
				Help("name %q as lead", short(s.to.ID)).Related(s.Succession, "the succession")
			return
		}
	}
	if len(a.Mandates) == 0 || m.fitter.plain(a, c) {
		return
	}
	fit := m.fitter.fit(c, plan, lead, ocs.Date{})
	if fit.Verdict != FitFails || m.ix.conceals(ocs.ID(a.ID), "mandates") {
		return
	}
	for _, part := range fit.Fails {
		var why string
		switch part {
		case FitMarket:
			why = "has no mandate for " + named(fit.Markets)
		case FitScope:
			why = "has no mandate for threats that are " + named(fit.Scopes)
		case FitPeriod:
			if apart(a.Active, m.ix.window(c, plan)) {
				continue // that the lead doesn't exist has a rule of its own
			}
			why = "has no mandate in force when the work is done"
		default:
			continue
		}
		d := on(m.pass, plan, c).Report(&c.Lead, "lead %q %s", short(a.ID), why).Related(&a.Mandates, "its mandates")
		if better := m.better(plan, c, a); better != nil {
			d.Help("%q has the mandate: name it as lead, or complete the mandates of %q", short(better.ID), short(a.ID)).
				Related(better, "an actor that has the mandate")
		} else {
			d.Help("name the actor that has the mandate as lead, or complete the mandates of %q", short(a.ID))
		}
	}
}

// handedOver returns the succession by which all that the commitment is about
// passed from the actor before the work began, if there is one.
func (m *mandates) handedOver(a *actor.Actor, c *Commitment, when ocs.Period) (heir, bool) {
	markets := m.ix.marketsOf(c)
	for _, s := range m.heirs.all(a.ID) {
		if len(markets) > 0 && s.Date.Before(when.Start) &&
			!slices.ContainsFunc(markets, func(n threat.Market) bool { return !coveredBy(n, s.Markets) }) {
			return s, true
		}
	}
	return heir{}, false
}

// maxSought bounds how often an actor with the mandate is sought.
const maxSought = 64

// better returns a partner or successor that has the mandate which the lead
// lacks, or nil.
func (m *mandates) better(plan *Plan, c *Commitment, lead *actor.Actor) *actor.Actor {
	if m.sought++; m.sought > maxSought {
		return nil
	}
	fits := func(id actor.ID) *actor.Actor {
		n := find(m.ix, actorKind, id)
		if n >= 0 && m.ix.s.Actors[n].Kind.State() && m.fitter.fit(c, plan, n, ocs.Date{}).Verdict == FitHolds {
			return &m.ix.s.Actors[n]
		}
		return nil
	}
	for _, q := range c.Partners[:min(len(c.Partners), maxParts)] {
		if a := fits(q.Actor); a != nil {
			return a
		}
	}
	for _, s := range m.heirs.all(lead.ID) {
		if a := fits(s.to.ID); a != nil {
			return a
		}
	}
	return nil
}

// named lists words for a message, the first few of many.
func named[T ~string](words []T) string {
	var b strings.Builder
	for i, w := range words {
		switch {
		case i == maxNamed:
			fmt.Fprintf(&b, " and %d more", len(words)-i)
			return b.String()
		case i > 0:
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%q", short(w))
	}
	return b.String()
}

// joined lists terms of a vocabulary of ours in words: "market and power".
func joined[T ~string](terms []T) string {
	var b strings.Builder
	for i, t := range terms {
		switch {
		case i > 0 && i == len(terms)-1:
			b.WriteString(" and ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(string(t))
	}
	return b.String()
}

var mandateUnstated = ocs.Rule[Index]{
	Code:  "mandate-unstated",
	Title: "it is said of every lead what it may act on",
	Doc: "Without the mandates of those who lead, nobody can tell whether an agency may do what it is to lead. " +
		"State for each what markets it may act on, with which powers, and by which law. If the document states no mandates at all, that is said once.",
	Basis:  "UK 2013, annex B: the roles of departments; Romania 2021-2024: responsibilities",
	Levels: "-iiii",
	Check: func(p *ocs.Pass, ix *Index) {
		stated := slices.ContainsFunc(ix.s.Actors, func(a actor.Actor) bool { return len(a.Mandates) > 0 }) || ix.concealsAny(actorKind, "mandates")
		for i := range ix.s.Actors {
			a := &ix.s.Actors[i]
			if len(a.Mandates) > 0 || !ix.leads(i) {
				continue
			}
			if !stated {
				p.On(ix.s).Report(&ix.s.Actors, "no mandate of any actor is stated").Help("state what each lead may act on, and by which law")
				return
			}
			p.On(a).Report(&a.Mandates, "actor leads commitments, and no mandate of it is stated").Help("state what it may act on, and by which law")
		}
	},
}

// leads reports whether the actor at that place leads a commitment that still
// binds.
func (ix *Index) leads(n int) bool {
	if find(ix, actorKind, ix.s.Actors[n].ID) != n {
		return false
	}
	for _, c := range ix.actorLed.of(n) {
		if ix.commitments[c].binds {
			return true
		}
	}
	return false
}

var handoverUnfit = ocs.Rule[Index]{
	Code:  "handover-unfit",
	Title: "whoever takes a commitment over from its lead has the mandate for it",
	Doc: "If the lead, or its mandate, ends before the commitment does, the work passes to a successor, and not any successor will do: it must hold the subject and the powers. " +
		"Record the succession and the successor's mandate, shorten the commitment, or name a lead that lasts.",
	Basis:  "Pakistan: staff, cases and assets of the cybercrime wing passed to a new agency, other subjects did not",
	Levels: "-WWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		m := &mandates{pass: p, ix: ix, fitter: newFitter(ix), heirs: heirs{ix: ix}}
		for i := range ix.s.Actors {
			a := &ix.s.Actors[i]
			if !mayEnd(a) || find(ix, actorKind, a.ID) != i {
				continue
			}
			for _, n := range ix.actorLed.of(i) {
				c := ix.commitments[n]
				if plan := &ix.s.Plans[c.plan]; c.binds {
					m.handover(plan, c.Commitment, i)
				}
			}
		}
	},
}

// mayEnd reports whether the actor or a mandate of it has an end.
func mayEnd(a *actor.Actor) bool {
	return !a.Active.End.IsZero() || slices.ContainsFunc(a.Mandates, func(m actor.Mandate) bool { return !m.Period.End.IsZero() })
}

// handover reports a commitment that outlives its lead, or its lead's mandate,
// if nobody who takes it over may lead it.
func (m *mandates) handover(plan *Plan, c *Commitment, lead int) {
	a := &m.ix.s.Actors[lead]
	when := m.ix.window(c, plan)
	fit := m.fitter.fit(c, plan, lead, ocs.Date{})
	if fit.Until.IsZero() || when.End.IsZero() || slices.ContainsFunc(fit.Fails, func(f FitPart) bool {
		return f == FitMarket || f == FitScope || f == FitPeriod
	}) {
		return
	}
	what := "mandate of lead"
	if !a.Active.End.IsZero() && a.Active.Last().Compare(fit.Until) <= 0 {
		what = "lead"
	}
	var first *actor.Actor
	var lacks []FitPart
	for _, s := range m.heirs.all(a.ID) {
		n := find(m.ix, actorKind, s.to.ID)
		if n < 0 {
			continue
		}
		next := m.fitter.fit(c, plan, n, fit.Until.Add(1, ocs.Days))
		if next.Verdict != FitFails {
			return
		}
		if first == nil {
			first, lacks = s.to, next.Fails
		}
	}
	switch {
	case m.ix.conceals(ocs.ID(a.ID), "mandates"), first != nil && m.ix.conceals(ocs.ID(first.ID), "mandates"):
	case first != nil:
		on(m.pass, plan, c).Report(&c.Lead, "%s %q ends %v, before the commitment, and the mandate of its successor %q does not cover its %s",
			what, short(a.ID), fit.Until, short(first.ID), joined(lacks)).
			Help("complete the successor's mandate, or name a lead that lasts").Related(first, "the successor")
	case what != "lead": // a lead without successor has a rule of its own
		on(m.pass, plan, c).Report(&c.Lead, "%s %q ends %v, before the commitment, and nobody takes over", what, short(a.ID), fit.Until).
			Help("record who takes the subject over, or name a lead whose mandate lasts").Related(&a.Mandates, "its mandates")
	}
}

var powerWithoutMandate = ocs.Rule[Index]{
	Code:  "power-without-mandate",
	Title: "every coercive or intrusive power that a commitment uses is in the mandate of its lead or of a partner that implements it",
	Doc: "A power that limits rights may be used only by those to whom a law gives it. Name as lead or implementing partner the body that holds the power, complete its mandates, or do without the power. " +
		"Where nothing is said of the mandates of those who act, the legal basis of the commitment itself will do.",
	Basis:  "UNTOC articles 12 and 20: freezing and special investigative techniques by competent authorities under domestic law (recalled)",
	Levels: "-WWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		for plan := range ix.plansInForce() {
			for i := range plan.Commitments {
				c := &plan.Commitments[i]
				if !c.open() || len(c.Powers) == 0 {
					continue
				}
				for k := range c.Powers {
					if power := c.Powers[k]; power.Coercive() || power.Intrusive() {
						if why := ix.lacksPower(plan, c, power); why != "" {
							on(p, plan, c).Report(&c.Powers[k], "power %q is %s", power, why).
								Help("name the body that holds the power as lead or implementing partner, or complete its mandates")
						}
					}
				}
			}
		}
	},
}

// lacksPower says how far none of those who deliver the commitment has the
// power, or "". It doesn't stand on the fitter, which asks whether one actor
// may do all of it: a power is held by whoever uses it, be it the lead or a
// partner, and may come from another mandate than the subject does.
func (ix *Index) lacksPower(plan *Plan, c *Commitment, power actor.Power) string {
	when := ix.window(c, plan)
	actors, mandates, lapsed, concealed := 0, 0, false, false
	holds := func(id actor.ID) bool {
		a := ix.Actor(id)
		if a == nil {
			return false
		}
		actors++
		for i := range a.Mandates {
			mandates++
			if m := &a.Mandates[i]; slices.Contains(m.Powers, power) {
				if !apart(m.Period, when) {
					return true
				}
				lapsed = true
			}
		}
		concealed = concealed || ix.conceals(ocs.ID(id), "mandates")
		return false
	}
	if holds(c.Lead) {
		return ""
	}
	for i := range c.Partners {
		if c.Partners[i].delivers() && holds(c.Partners[i].Actor) {
			return ""
		}
	}
	switch {
	case actors == 0, concealed, ix.conceals(ocs.ID(c.ID), "lead", "partners", "basis"), mandates == 0 && c.Basis != (ocs.Cite{}):
		return "" // nobody to hold it, which has a rule of its own; it can't be told; or a law is named
	case mandates == 0:
		return "used, and no mandate or law for it is stated"
	case lapsed:
		return "in no mandate in force at the time of those who lead or implement the commitment"
	}
	return "in no mandate of those who lead or implement the commitment"
}

var coerciveLead = ocs.Rule[Index]{
	Code:  "coercive-lead-not-state",
	Title: "what uses coercive powers is led by an organ of the State",
	Doc: "Arrest, search, surveillance, freezing and the like are the State's own: no donor, foreign government, organisation or company may lead what uses them. " +
		"Name the agency that holds the power as lead. An organisation of States may lead in a regional strategy if an organ of a State implements.",
	Basis:  "UNTOC article 4: nothing entitles a State to exercise in another's territory what its law reserves to its authorities (recalled)",
	Levels: "WEEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		for n, c := range ix.open() {
			at := slices.IndexFunc(c.Powers, actor.Power.Coercive)
			if at < 0 {
				continue
			}
			lead := ix.leadOf(n)
			if lead == nil || !lead.Kind.Known() || lead.Kind.State() && !ix.foreign(lead) {
				continue
			}
			if lead.Kind == actor.InternationalOrganisation && ix.regional() && slices.ContainsFunc(c.Partners, func(q Partner) bool {
				a := ix.Actor(q.Actor)
				return q.delivers() && a != nil && a.Kind.State()
			}) {
				continue
			}
			p.On(c).Report(&c.Lead, "lead %q of kind %q is no organ of the State, but the commitment uses %q", short(lead.ID), lead.Kind, c.Powers[at]).
				Help("name the agency that holds the power as lead").Related(&c.Powers[at], "the power")
		}
	},
}
