package strategy

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

var actorInactive = ocs.Rule[Index]{
	Code:  "actor-inactive",
	Title: "every actor exists when it has a part",
	Doc: "A lead, owner, partner or member that was dissolved, or is not set up yet, answers for nothing. Name the body that exists then: usually the one that succeeded it. " +
		"A commitment that outlives its lead passes to the lead's successor; here only one that has none is reported. Dates of coarse precision are taken to fit if they can.",
	Basis:  "Pakistan: the Ministry of Narcotics Control merged into that of the Interior in 2025, while older plans name it",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		// Most documents say of few actors when they existed.
		if !slices.ContainsFunc(ix.s.Actors, func(a actor.Actor) bool { return !a.Active.IsZero() }) {
			return
		}
		e := &existence{pass: p, ix: ix, heirs: heirs{ix: ix}}
		e.actors()
		e.strategy()
		for plan := range ix.plansInForce() {
			e.plan(plan)
		}
		e.governance()
		e.reports()
	},
}

// existence checks that actors exist when they have a part.
type existence struct {
	pass  *ocs.Pass
	ix    *Index
	heirs heirs
}

// during checks that the actor exists at some time of a period.
func (e *existence) during(field *actor.ID, part string, when ocs.Period, focus ...any) {
	if *field == "" || when.IsZero() {
		return
	}
	a := e.ix.Actor(*field)
	if a == nil || a.Active.IsZero() || !apart(a.Active, when) {
		return
	}
	e.report(field, part, a, when, nil, focus)
}

// at checks that the actor exists on a day.
func (e *existence) at(field *actor.ID, part string, day ocs.Date, focus ...any) {
	e.during(field, part, ocs.Period{Start: day, End: day}, focus...)
}

// throughout checks that the actor exists from the start, if one is stated,
// to the end of a period, or has a successor after it. The commitment, if any,
// says which subject the successor must have taken over.
func (e *existence) throughout(field *actor.ID, part string, start ocs.Date, when ocs.Period, c *Commitment, focus ...any) {
	a := e.ix.Actor(*field)
	if a == nil || a.Active.IsZero() {
		return
	}
	var about []threat.Market
	if c != nil && a.Active.End.Before(when.End) {
		about = e.ix.marketsOf(c)
	}
	if apart(a.Active, when) || start.Before(a.Active.Start) ||
		a.Active.End.Before(when.End) && e.heirs.of(a, ocs.Period{Start: a.Active.End, End: when.End}, about) == nil {
		e.report(field, part, a, when, about, focus)
	}
}

func (e *existence) report(field *actor.ID, part string, a *actor.Actor, when ocs.Period, about []threat.Market, focus []any) {
	p := on(e.pass, focus...)
	var d *ocs.Details
	if !a.Active.End.IsZero() && a.Active.End.Before(when.End) {
		d = p.Report(field, "%s %q existed only until %v and is named for %v", part, short(a.ID), a.Active.End, when)
	} else if !a.Active.Start.IsZero() {
		d = p.Report(field, "%s %q exists only from %v and is named for %v", part, short(a.ID), a.Active.Start, when)
	} else {
		d = p.Report(field, "%s %q does not exist in %v", part, short(a.ID), when)
	}
	d.Related(&a.Active, "when it exists")
	if next := e.heirs.of(a, when, about); next != nil {
		d.Help("name %q, which succeeded it", short(next.ID)).Related(next, "its successor")
	} else {
		d.Help("name an actor that exists then, or record which one succeeded it")
	}
}

func (e *existence) all(ids []actor.ID, part string, when ocs.Period, focus any) {
	for i := range ids {
		e.during(&ids[i], part, when, focus)
	}
}

// actors checks what actors are parts of and who sits on bodies.
func (e *existence) actors() {
	for a := range e.ix.Actors() {
		when := e.ix.s.Period
		if apart(a.Active, when) || when.IsZero() {
			when = a.Active
		}
		e.during(&a.Parent, "parent", when, a)
		if b := &a.Body; !b.IsZero() {
			e.during(&b.Chair, "chair", when, a)
			e.during(&b.Secretariat, "secretariat", when, a)
			e.during(&b.ReportsTo, "receiver of reports", when, a)
			e.all(b.Members, "member", when, a)
		}
	}
}

func (e *existence) strategy() {
	s := e.ix.s
	e.at(&s.Adoption.Body, "adopting body", s.Adoption.Date)
	for o := range e.ix.Objectives() {
		e.during(&o.Owner, "owner", s.Period, o)
		e.indicators(o.Indicators, o)
	}
}

func (e *existence) indicators(list []pillar.Indicator, outer any) {
	for i := range list {
		if n := &list[i]; n.Responsible != "" {
			e.during(&n.Responsible, "responsible actor", e.ix.s.Period, outer, n)
		}
	}
}

func (e *existence) plan(plan *Plan) {
	e.at(&plan.Adoption.Body, "adopting body", plan.Adoption.Date, plan)
	e.throughout(&plan.Owner, "owner", plan.Period.Start, plan.Period, nil, plan)
	for i := range plan.Commitments {
		if c := &plan.Commitments[i]; c.open() {
			e.commitment(plan, c)
		}
	}
}

func (e *existence) commitment(plan *Plan, c *Commitment) {
	when := e.ix.window(c, plan)
	e.throughout(&c.Lead, "lead", c.Start, when, c, plan, c)
	for i := range c.Partners {
		e.during(&c.Partners[i].Actor, "partner", when, plan, c)
	}
	for i := range c.Milestones {
		if m := &c.Milestones[i]; m.Responsible != "" {
			e.at(&m.Responsible, "responsible actor", e.ix.due(&m.Due, plan), plan, c, m)
		}
	}
	for i := range c.Funding {
		e.during(&c.Funding[i].Donor, "donor", c.Funding[i].Period, plan, c)
	}
	e.indicators(c.Indicators, c)
}

func (e *existence) governance() {
	s := e.ix.s
	for k := range e.ix.Risks() {
		e.during(&k.Owner, "owner", s.Period, k)
	}
	for g := range e.ix.Safeguards() {
		e.during(&g.Responsible, "responsible actor", s.Period, g)
	}
	for c := range e.ix.Consultations() {
		e.all(c.ConvenedBy, "convener", c.Held, c)
		e.all(c.SupportedBy, "supporter", c.Held, c)
		e.all(c.Participants, "participant", c.Held, c)
	}
	for v := range e.ix.Evaluations() {
		day := v.Done
		if day.IsZero() {
			day = e.ix.resolve(v.Due, e.ix.Plan(v.Plan), maxAnchors)
		}
		e.at(&v.By, "evaluator", day, v)
	}
}

func (e *existence) reports() {
	s := e.ix.s
	for i := range s.Reporting {
		d := &s.Reporting[i]
		when := s.Period
		if !d.Due.IsZero() && !when.End.Before(d.Due) {
			when.Start = d.Due
		}
		e.during(&d.By, "reporting actor", when, d)
		e.all(d.To, "receiver of reports", when, d)
	}
	for r := range e.ix.Reports() {
		if !r.Made.IsZero() {
			e.at(&r.By, "reporting actor", r.Made, r)
		}
	}
}

// marketsOf lists the markets of the threats that the commitment's objectives
// answer, some perhaps twice.
func (ix *Index) marketsOf(c *Commitment) []threat.Market {
	var markets []threat.Market
	for _, id := range ix.objectivesOf(c) {
		if o := ix.Objective(id); o != nil {
			for _, t := range o.Threats {
				if t := ix.Threat(t); t != nil {
					markets = append(markets, t.Markets...)
				}
			}
		}
	}
	return markets
}

// heirs finds who succeeded an actor. It looks through the successions once,
// when first asked.
type heirs struct {
	ix   *Index
	next map[actor.ID][]heir
}

// heir is a succession with the actor that succeeded.
type heir struct {
	*actor.Succession
	to *actor.Actor
}

// all returns the successions from the actor, at most as many as are worth
// looking at.
func (h *heirs) all(from actor.ID) []heir {
	if h.next == nil {
		h.next = make(map[actor.ID][]heir)
		for a := range h.ix.Actors() {
			for i := range a.Succeeds {
				if s := &a.Succeeds[i]; s.Actor != a.ID {
					h.next[s.Actor] = append(h.next[s.Actor], heir{s, a})
				}
			}
		}
	}
	list := h.next[from]
	return list[:min(len(list), maxParts)]
}

// of returns the first actor that took over the subject, or any if none is
// given, and exists at some time of the period; nil if there is none.
func (h *heirs) of(from *actor.Actor, when ocs.Period, about []threat.Market) *actor.Actor {
	for _, s := range h.all(from.ID) {
		took := len(s.Markets) == 0 || len(about) == 0 ||
			slices.ContainsFunc(about, func(m threat.Market) bool { return coveredBy(m, s.Markets) })
		if took && !apart(s.to.Active, when) {
			return s.to
		}
	}
	return nil
}
