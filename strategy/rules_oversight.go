package strategy

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
)

var selfOversight = ocs.Rule[Index]{
	Code:  "self-oversight",
	Title: "nobody oversees itself",
	Doc: "Oversight needs a second pair of eyes. A body does not watch over itself or over a plan that it owns; if the owner of a plan presides over the body that watches it, that body reports to somebody else; " +
		"the overseeing partner of a commitment and the office behind an oversight safeguard are not its lead or part of it; and nobody reports to itself. " +
		"Name another chair, let the body report to one above it, or have an audit or human-rights institution look.",
	Basis:  "EU EMPACT: an independent evaluation at the end of each cycle; Romania 2021-2024: the committee's yearly report goes to the prime minister and the defence council",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		for a := range ix.Actors() {
			ix.bodySelfOversight(p, a)
		}
		for plan := range ix.plansInForce() {
			for i := range plan.Commitments {
				if c := &plan.Commitments[i]; c.open() && c.Lead != "" {
					ix.commitmentSelfOversight(p, plan, c)
				}
			}
		}
		for i := range ix.s.Reporting {
			d := &ix.s.Reporting[i]
			if k := slices.Index(d.To, d.By); k >= 0 && d.By != "" {
				p.On(d).Report(&d.To[k], "actor %q reports to itself", short(d.By)).Help("name the body that is to receive the report").Related(&d.By, "who reports")
			}
		}
	},
}

func (ix *Index) bodySelfOversight(p *ocs.Pass, a *actor.Actor) {
	b := &a.Body
	if b.ReportsTo == a.ID && a.ID != "" {
		p.On(a).Report(&b.ReportsTo, "body reports to itself").Help("name the actor to which it answers")
	}
	var owned []PlanID // by the body's chair
	for i := range b.Oversees {
		field := &b.Oversees[i]
		if *field == ocs.ID(a.ID) && a.ID != "" {
			p.On(a).Report(field, "body oversees itself").Help("name what it oversees, or leave it out")
			continue
		}
		if *field == ocs.ID(b.Chair) && b.Chair != "" {
			p.On(a).Report(field, "body oversees its own chair %q", short(b.Chair)).Help("name another chair").Related(&b.Chair, "the chair")
			continue
		}
		plan := ix.Plan(PlanID(*field))
		if plan == nil || plan.Owner == "" || !ix.InForce(plan) {
			continue
		}
		switch {
		case plan.Owner == a.ID:
			p.On(a).Report(field, "body oversees plan %q, which it owns", short(plan.ID)).
				Help("name another owner, or another body to oversee the plan").Related(&plan.Owner, "the plan's owner")
		case plan.Owner == b.Chair && !ix.answersElsewhere(a, b.Chair) && !ix.concealsAny(actorKind, "body"):
			owned = append(owned, plan.ID)
		}
	}
	if len(owned) == 0 {
		return
	}
	d := p.On(a).Report(&b.Chair, "chair %q owns what the body oversees: %s", short(b.Chair), named(owned)).
		Help("name another chair, or let the body report to one above it")
	for _, id := range owned[:min(len(owned), maxNamed)] {
		d.Related(&ix.Plan(id).Owner, "the owner of plan %q", short(id))
	}
}

// answersElsewhere reports whether the body reports, perhaps through others,
// to somebody other than the actor, bodies that the actor chairs, and parts of
// it.
func (ix *Index) answersElsewhere(body *actor.Actor, than actor.ID) bool {
	for range maxParts {
		to := body.Body.ReportsTo
		if to == "" || to == than || ix.partOf(to, than) {
			return false
		}
		above := ix.Actor(to)
		if above == nil || above.Body.Chair != than {
			return true
		}
		body = above
	}
	return false
}

// partOf reports whether the actor is part of another one, at any depth.
func (ix *Index) partOf(part, whole actor.ID) bool {
	for range maxParts {
		a := ix.Actor(part)
		if a == nil || a.Parent == "" {
			return false
		}
		if part = a.Parent; part == whole {
			return true
		}
	}
	return false
}

func (ix *Index) commitmentSelfOversight(p *ocs.Pass, plan *Plan, c *Commitment) {
	own := func(id actor.ID) bool { return id != "" && (id == c.Lead || ix.partOf(id, c.Lead)) }
	for i := range c.Partners {
		if q := &c.Partners[i]; q.Role == actor.Overseeing && own(q.Actor) {
			on(p, plan, c).Report(&q.Actor, "%q oversees the commitment and is its lead or part of it", short(q.Actor)).
				Help("name an office to oversee it that has no part in it").Related(&c.Lead, "the lead")
		}
	}
	for i := range c.Safeguards {
		if g := ix.Safeguard(c.Safeguards[i]); g != nil && g.Kind == OversightSafeguard && own(g.Responsible) {
			on(p, plan, c).Report(&c.Safeguards[i], "oversight safeguard %q is in the hands of %q, the commitment's lead or part of it", short(g.ID), short(g.Responsible)).
				Help("name an office that has no part in the commitment").Related(&g.Responsible, "who is responsible for it")
		}
	}
}

var planWithoutOversight = ocs.Rule[Index]{
	Code:  "plan-without-oversight",
	Title: "every plan in force is overseen",
	Doc: "Bodies are listed, but none of them, and nobody who receives its reports, watches over this plan, the plan that it is part of or the strategy as a whole. " +
		"List the plan under what a body oversees, or set a duty to report on it. Strategies without any coordination body are asked for one elsewhere.",
	Basis:  "Chile 2022-2027: councils, units and tables, each with its subject; Scotland 2022: a taskforce over four plans",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		var g *governance
		for plan := range ix.plansInForce() {
			if len(plan.Commitments) == 0 {
				continue
			}
			if g == nil {
				if g = newGovernance(ix); len(g.bodies) == 0 || ix.concealsAny(actorKind, "body") {
					return
				}
			}
			if !g.overseen(plan) {
				p.On(plan).Report(plan, "no body oversees the plan").Help("list it under what a body oversees, or set a duty to report on it")
			}
		}
	},
}

var leadOutsideGovernance = ocs.Rule[Index]{
	Code:  "lead-outside-governance",
	Title: "every lead sits on, or reports to, a body that oversees its plan",
	Doc: "What the committee decides reaches only those at its table. The lead, an actor that it is part of or an office of its own is a member, chair or secretariat of a body that oversees the plan, " +
		"or of one that reports to such a body, or it has a duty to report to it. Give the lead a seat or a duty to report. Each lead is reported once for each plan.",
	Basis:  "Romania 2021-2024: the monitoring committee has the implementing institutions as members; Pakistan: provincial and district committees under a national one",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		var g *governance
		var asked []int32 // by actor: the last plan, counted from 1, for which it was looked at
		for i := range ix.s.Plans {
			plan := &ix.s.Plans[i]
			if !ix.InForce(plan) || len(plan.Commitments) == 0 {
				continue
			}
			if g == nil {
				if g, asked = newGovernance(ix), make([]int32, len(ix.s.Actors)); ix.concealsAny(actorKind, "body", "parent") {
					return
				}
			}
			if !g.overseen(plan) {
				continue // the plan itself is reported
			}
			for k := range plan.Commitments {
				c := &plan.Commitments[k]
				lead := find(ix, actorKind, c.Lead)
				if lead < 0 || !c.open() || asked[lead] == int32(i+1) {
					continue
				}
				asked[lead] = int32(i + 1)
				a := &ix.s.Actors[lead]
				if apart(a.Active, plan.Period) {
					continue // that it doesn't exist is reported
				}
				if !g.reaches(lead, plan) {
					p.On(a).Report(a, "actor leads part of plan %q and has no seat on a body that oversees it, nor a duty to report to one", short(plan.ID)).
						Help("give it a seat or a duty to report, or name a lead that has one").Related(&c.Lead, "what it leads")
				}
			}
		}
	},
}
