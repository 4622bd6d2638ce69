package strategy

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// kind is a kind of element that has an identifier.
type kind uint8

const (
	noKind kind = iota
	strategyKind
	amendmentKind
	goalKind
	threatKind
	assessmentKind
	groupKind
	actorKind
	pillarKind
	objectiveKind
	indicatorKind
	planKind
	budgetLineKind
	commitmentKind
	milestoneKind
	riskKind
	safeguardKind
	consultationKind
	evaluationKind
	dutyKind
	reportKind
	sourceKind
)

// kindNames are the names of the kinds as findings give them: the Go type's
// name in lower case.
var kindNames = [...]string{"", "strategy", "amendment", "goal", "threat", "assessment", "group", "actor", "pillar", "objective",
	"indicator", "plan", "budget-line", "commitment", "milestone", "risk", "safeguard", "consultation", "evaluation",
	"reporting-duty", "report", "source"}

func (k kind) String() string { return kindNames[k] }

// name enters every element that has an identifier into the one namespace.
func (ix *Index) name() {
	s := ix.s
	ix.elements = make(map[ocs.ID]location, 1+len(s.Amendments)+len(s.Goals)+len(s.Threats)+len(s.Groups)+len(s.Actors)+len(s.Objectives)+
		len(s.Plans)+len(ix.commitments)+len(ix.indicators)+len(ix.milestones)+len(s.Risks)+len(s.Safeguards)+
		len(s.Consultations)+len(s.Evaluations)+len(s.Reporting)+len(s.Reports)+len(s.Sources)+len(ix.framework.Pillars))
	enter(ix, s.ID, strategyKind, 0, &s.ID, s)
	enterAll(ix, s.Amendments, amendmentKind, func(a *Amendment) *ocs.ID { return &a.ID })
	enterAll(ix, s.Goals, goalKind, func(g *Goal) *ocs.ID { return &g.ID })
	enterAll(ix, ix.framework.Pillars, pillarKind, func(p *pillar.Pillar) *pillar.ID { return &p.ID })
	enterAll(ix, s.Threats, threatKind, func(t *threat.Threat) *threat.ID { return &t.ID })
	enterAll(ix, s.Groups, groupKind, func(g *threat.Group) *threat.GroupID { return &g.ID })
	enterAll(ix, s.Actors, actorKind, func(a *actor.Actor) *actor.ID { return &a.ID })
	enterAll(ix, s.Objectives, objectiveKind, func(o *pillar.Objective) *pillar.ObjectiveID { return &o.ID })
	enterAll(ix, s.Plans, planKind, func(p *Plan) *PlanID { return &p.ID })
	for n, c := range ix.commitments {
		if !enter(ix, c.ID, commitmentKind, n, &c.ID, c.Commitment) {
			if ix.strays == nil {
				ix.strays = make(map[*Commitment]int32)
			}
			ix.strays[c.Commitment] = int32(n)
		}
	}
	for n, i := range ix.indicators {
		enter(ix, i.ID, indicatorKind, n, &i.ID, i.Indicator)
	}
	for n, m := range ix.milestones {
		enter(ix, m.ID, milestoneKind, n, &m.ID, m.Milestone)
	}
	enterAll(ix, s.Risks, riskKind, func(r *Risk) *ocs.ID { return &r.ID })
	enterAll(ix, s.Safeguards, safeguardKind, func(g *Safeguard) *SafeguardID { return &g.ID })
	enterAll(ix, s.Consultations, consultationKind, func(c *Consultation) *ocs.ID { return &c.ID })
	enterAll(ix, s.Evaluations, evaluationKind, func(e *Evaluation) *ocs.ID { return &e.ID })
	enterAll(ix, s.Reporting, dutyKind, func(d *ReportingDuty) *ocs.ID { return &d.ID })
	enterAll(ix, s.Reports, reportKind, func(r *Report) *ocs.ID { return &r.ID })
	enterAll(ix, s.Sources, sourceKind, func(s *ocs.Source) *ocs.SourceID { return &s.ID })
	ix.nameInner()
}

// nameInner enters the nested elements that need not have an identifier. They
// have no flattened list; they are found through their parent.
func (ix *Index) nameInner() {
	for i := range ix.s.Threats {
		enterAll(ix, ix.s.Threats[i].Assessments, assessmentKind, func(a *threat.Assessment) *ocs.ID { return &a.ID })
	}
	for i := range ix.s.Plans {
		enterAll(ix, ix.s.Plans[i].Amendments, amendmentKind, func(a *Amendment) *ocs.ID { return &a.ID })
		enterAll(ix, ix.s.Plans[i].Budget, budgetLineKind, func(l *BudgetLine) *ocs.ID { return &l.ID })
	}
}

// enterAll enters the elements of one list.
func enterAll[E any, T ~string](ix *Index, list []E, k kind, id func(*E) *T) {
	for i := range list {
		field := id(&list[i])
		enter(ix, *field, k, i, field, &list[i])
	}
}

// enter enters one element and reports whether it has an identifier of its
// own.
func enter[E any, T ~string](ix *Index, id T, k kind, n int, field *T, elem *E) bool {
	if id == "" {
		return false
	}
	// Adding to the entry, which is zero if there is none, hashes the identifier
	// once, where looking first would hash it twice.
	own, before := locate(k, n), len(ix.elements)
	ix.elements[ocs.ID(id)] += own
	if len(ix.elements) == before {
		ix.elements[ocs.ID(id)] -= own
		ix.clashes = append(ix.clashes, clash{field, elem, ix.elements[ocs.ID(id)]})
		return false
	}
	return true
}

// find returns the place of the element of that kind and identifier, or -1.
func find[T ~string](ix *Index, k kind, id T) int {
	if id == "" {
		return -1 // as most fields that may refer are
	}
	if l := ix.elements[ocs.ID(id)]; l.kind() == k {
		return l.place()
	}
	return -1
}

// lookup returns the element of list with that kind and identifier, or nil.
func lookup[E any, T ~string](ix *Index, list []E, k kind, id T) *E {
	if n := find(ix, k, id); n >= 0 {
		return &list[n]
	}
	return nil
}

// Kind returns the kind of the element with that identifier, e.g. "actor", or
// "" if there is none. Identifiers are unique across all kinds.
func (ix *Index) Kind(id ocs.ID) string { return ix.elements[id].kind().String() }

// Threat returns the threat with that identifier, or nil.
func (ix *Index) Threat(id threat.ID) *threat.Threat {
	return lookup(ix, ix.s.Threats, threatKind, id)
}

// Group returns the criminal group with that identifier, or nil.
func (ix *Index) Group(id threat.GroupID) *threat.Group {
	return lookup(ix, ix.s.Groups, groupKind, id)
}

// Actor returns the actor with that identifier, or nil.
func (ix *Index) Actor(id actor.ID) *actor.Actor { return lookup(ix, ix.s.Actors, actorKind, id) }

// Pillar returns the pillar of the framework with that identifier, or nil.
func (ix *Index) Pillar(id pillar.ID) *pillar.Pillar {
	return lookup(ix, ix.framework.Pillars, pillarKind, id)
}

// Objective returns the objective with that identifier, or nil.
func (ix *Index) Objective(id pillar.ObjectiveID) *pillar.Objective {
	return lookup(ix, ix.s.Objectives, objectiveKind, id)
}

// Indicator returns the indicator with that identifier, or nil.
func (ix *Index) Indicator(id pillar.IndicatorID) *pillar.Indicator {
	if i := lookup(ix, ix.indicators, indicatorKind, id); i != nil {
		return i.Indicator
	}
	return nil
}

// Plan returns the plan with that identifier, or nil.
func (ix *Index) Plan(id PlanID) *Plan { return lookup(ix, ix.s.Plans, planKind, id) }

// Commitment returns the commitment with that identifier, or nil.
func (ix *Index) Commitment(id CommitmentID) *Commitment {
	if c := lookup(ix, ix.commitments, commitmentKind, id); c != nil {
		return c.Commitment
	}
	return nil
}

// Milestone returns the milestone with that identifier, or nil.
func (ix *Index) Milestone(id MilestoneID) *Milestone {
	if m := lookup(ix, ix.milestones, milestoneKind, id); m != nil {
		return m.Milestone
	}
	return nil
}

// Risk returns the risk with that identifier, or nil.
func (ix *Index) Risk(id ocs.ID) *Risk { return lookup(ix, ix.s.Risks, riskKind, id) }

// Safeguard returns the safeguard with that identifier, or nil.
func (ix *Index) Safeguard(id SafeguardID) *Safeguard {
	return lookup(ix, ix.s.Safeguards, safeguardKind, id)
}

// Consultation returns the consultation with that identifier, or nil.
func (ix *Index) Consultation(id ocs.ID) *Consultation {
	return lookup(ix, ix.s.Consultations, consultationKind, id)
}

// Goal returns the goal with that identifier, or nil.
func (ix *Index) Goal(id ocs.ID) *Goal { return lookup(ix, ix.s.Goals, goalKind, id) }

// Source returns the source with that identifier, or nil.
func (ix *Index) Source(id ocs.SourceID) *ocs.Source {
	return lookup(ix, ix.s.Sources, sourceKind, id)
}
