package strategy

import (
	"iter"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
)

func governanceRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{
		coordinationBodyMissing,
		bodyIncomplete,
		ocs.Each(bodySeatRepeated, (*Index).bodies),
		selfOversight,
		planWithoutOversight,
		leadOutsideGovernance,
		leadNotConsulted,
		planWithoutCommitments,
		planOverdue,
	}
}

// bodies yields the actors that coordinate others.
func (ix *Index) bodies() iter.Seq[*actor.Actor] {
	return func(yield func(*actor.Actor) bool) {
		for a := range ix.Actors() {
			if (a.Kind == actor.CoordinationBody || !a.Body.IsZero()) && !yield(a) {
				return
			}
		}
	}
}

// complete reports whether it is said who presides over the body, who sits on
// it and how often it meets.
func complete(b *actor.Body) bool { return b.Chair != "" && len(b.Members) > 0 && b.Cadence != "" }

// steering returns the first body that is complete, else the first of which
// anything is said.
func (ix *Index) steering() *actor.Actor {
	var nearest *actor.Actor
	for a := range ix.bodies() {
		if complete(&a.Body) {
			return a
		}
		if nearest == nil && !a.Body.IsZero() {
			nearest = a
		}
	}
	return nearest
}

var coordinationBodyMissing = ocs.Rule[Index]{
	Code:  "coordination-body-missing",
	Title: "at least one body coordinates the strategy, with a chair, members and a cadence",
	Doc: "Where no body meets, nobody settles overlaps and nobody notices delay. Add the committee or council that steers the strategy as an actor, " +
		"and say who presides, who sits on it and how often it meets.",
	Basis:  "Romania 2021-2024: monitoring committee; Chile 2022-2027: four kinds of governance body",
	Levels: "-WEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		switch nearest := ix.steering(); {
		case ix.concealsAny(actorKind, "body"):
		case nearest == nil:
			p.On(ix.s).Report(&ix.s.Actors, "no body coordinates the strategy").Help("add the body that steers the strategy, with its chair, members and cadence")
		case !complete(&nearest.Body):
			bodyGaps(p.On(nearest), nearest, "no coordination body is complete: the first ")
		}
	},
}

var bodyIncomplete = ocs.Rule[Index]{
	Code:  "body-incomplete",
	Title: "every coordination body has a chair, members and a cadence",
	Doc: "A body without a chair isn't called, one without members isn't attended, and one without a cadence doesn't meet. " +
		"Say who presides, who sits on it and how often it meets; as-needed is a cadence. If no body is complete, that has a rule of its own.",
	Basis:  "Romania 2021-2024: the monitoring committee's chair and members are named; Pakistan: national, provincial and district committees",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		steering := ix.steering()
		for a := range ix.bodies() {
			if a.Body.IsZero() {
				p.On(a).Report(&a.Body, "nothing is said of who sits on the body and how it meets").Help("give its chair, members and cadence")
			} else if a != steering && !complete(&a.Body) {
				bodyGaps(p.On(a), a, "body ")
			}
		}
	},
}

// bodyGaps reports what is not said of the body.
func bodyGaps(p *ocs.Pass, a *actor.Actor, which string) {
	b := &a.Body
	if b.Chair == "" {
		p.Report(&b.Chair, "%shas no chair", which).Help("name the office that presides")
	}
	if len(b.Members) == 0 {
		p.Report(&b.Members, "%shas no members", which).Help("list the actors that sit on it")
	}
	if b.Cadence == "" {
		p.Report(&b.Cadence, "%shas no cadence", which).Help("say how often it meets, such as quarterly or as-needed")
	}
}

var bodySeatRepeated = ocs.Rule[actor.Actor]{
	Code:  "body-seat-repeated",
	Title: "every member of a body is listed once, and no body sits on itself",
	Doc: "A member listed twice counts twice where seats are counted, and usually another member was meant. A body can't preside over itself or be its own member. " +
		"The chair and the secretariat may be listed among the members.",
	Basis:  "Romania 2021-2024: the members of the monitoring committee are named",
	Levels: "WWWWW",
	Check: func(p *ocs.Pass, a *actor.Actor) {
		b := &a.Body
		eachRepeated(b.Members, func(m *actor.ID) actor.ID { return *m }, func(first, again *actor.ID) {
			p.Report(again, "member %q is listed twice", short(*again)).Help("remove one entry, or name the member that is meant").Related(first, "first listed here")
		})
		own := func(seat *actor.ID, as string) {
			if *seat == a.ID && a.ID != "" {
				p.Report(seat, "body is its own %s", as).Help("name the actor that is meant")
			}
		}
		own(&b.Chair, "chair")
		own(&b.Secretariat, "secretariat")
		for i := range b.Members {
			own(&b.Members[i], "member")
		}
	},
}

var planWithoutCommitments = ocs.Rule[Index]{
	Code:  "plan-without-commitments",
	Title: "every plan in force has commitments or says by when it is owed",
	Doc: "A plan without commitments binds nobody. Add its commitments; if it is still to be written, by a province or an agency, give it the stage planned and the day by which it is due, " +
		"such as adoption+90d.",
	Basis:  "Serbia 2009: each body owes a sectoral plan within 90 days",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		for plan := range ix.plansInForce() {
			if len(plan.Commitments) > 0 || !plan.Due.IsZero() || ix.conceals(ocs.ID(plan.ID), "commitments") {
				continue
			}
			p.On(plan).Report(&plan.Due, "plan has no commitments and no day by which it is due").Help("add its commitments, or say by when it is owed")
		}
	},
}

var planOverdue = ocs.Rule[Index]{
	Code:  "plan-overdue",
	Title: "every plan that is owed was there when it was due",
	Doc: "A plan owed by a province or an agency is there when it has commitments and was adopted, or is past the stage of a draft. After its day it is late. " +
		"Record the plan and its adoption, or agree on another day and write that down.",
	Basis:     "Serbia 2009: each body owes a sectoral plan within 90 days",
	Levels:    "-iWWW",
	NeedsDate: true,
	Check: func(p *ocs.Pass, ix *Index) {
		for plan := range ix.plansInForce() {
			due := ix.DuePlan(plan)
			if !due.Before(p.AsOf()) {
				continue
			}
			switch plan.Stage {
			case ocs.StageAdopted, ocs.StageImplementation, ocs.StageReview:
				if len(plan.Commitments) == 0 {
					p.On(plan).Report(&plan.Commitments, "plan was due %v, and its commitments are not there", due).Help("record its commitments").Related(&plan.Due, "its due date")
				}
			default:
				if plan.Adoption.Date.IsZero() || len(plan.Commitments) == 0 {
					p.On(plan).Report(&plan.Due, "plan was due %v and is not adopted with commitments", due).Help("record its commitments and its adoption, or agree on another day")
				}
			}
		}
	},
}

var leadNotConsulted = ocs.Rule[Index]{
	Code:  "lead-not-consulted",
	Title: "every lead was heard before the adoption, or made the plan itself",
	Doc: "A strategy that was made without those who are to carry it out gets no work done. An actor took part if it, a body that it is part of or an office of its own convened, supported or attended a consultation that was held. " +
		"Hear the leads that were not heard, or record the consultation in which they were. The body that adopts and the owners of plans are not asked, " +
		"and nobody is if no consultation with participants is recorded.",
	Basis:  "UNODC's workshops bring the ministries, agencies, customs and police together in a national working group",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		heard := ix.heard()
		if heard == nil {
			return
		}
		makes := func(id actor.ID) {
			if n := find(ix, actorKind, id); n >= 0 {
				heard[n] = true
			}
		}
		makes(ix.s.Adoption.Body)
		for plan := range ix.plansInForce() {
			makes(plan.Owner)
		}
		var missing []*actor.Actor
		leads := 0
		for i := range ix.s.Actors {
			if !ix.leads(i) {
				continue
			}
			leads++
			took := false
			for n, step := i, 0; n >= 0 && step < maxParts && !took; n, step = find(ix, actorKind, ix.s.Actors[n].Parent), step+1 {
				took = heard[n]
			}
			if !took {
				missing = append(missing, &ix.s.Actors[i])
			}
		}
		if len(missing) == 0 || ix.concealsAny(consultationKind, "participants", "convened-by", "supported-by") {
			return
		}
		names := make([]actor.ID, len(missing))
		for i, a := range missing {
			names[i] = a.ID
		}
		d := p.On(ix.s).Report(&ix.s.Consultations, "no recorded consultation before the adoption names %d of the %d leads: %s", len(missing), leads, named(names)).
			Help("hear them, or record the consultation in which they took part")
		for _, a := range missing[:min(len(missing), maxNamed)] {
			d.Related(a, "a lead that was not heard")
		}
	},
}

// heard says for each actor whether it, or an actor that is directly part of
// it, took part in a consultation before the adoption; nil if no consultation
// with participants is recorded.
func (ix *Index) heard() []bool {
	var heard []bool
	add := func(ids []actor.ID) {
		for _, id := range ids {
			n := find(ix, actorKind, id)
			if n < 0 {
				continue
			}
			heard[n] = true
			if whole := find(ix, actorKind, ix.s.Actors[n].Parent); whole >= 0 {
				heard[whole] = true
			}
		}
	}
	for c := range ix.Consultations() {
		if c.Status != Held || len(c.Participants) == 0 || c.Held.Start.After(ix.s.Adoption.Date) {
			continue
		}
		if heard == nil {
			heard = make([]bool, len(ix.s.Actors))
		}
		add(c.Participants)
		add(c.ConvenedBy)
		add(c.SupportedBy)
	}
	return heard
}
