package strategy

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// markings knows with whom the elements of a strategy may be shared: by their
// own marking, else by that of what they are part of, else by the document's. A
// criminal group without a marking is amber.
type markings struct {
	ix    *Index
	inner map[ocs.ID]ocs.Marking // of elements that have no place of their own in the index; made when first needed
}

// document is the marking of what has none.
func (m *markings) document() ocs.Marking { return or(m.ix.s.Marking, ocs.MarkingClear) }

// or returns a marking, or what stands in for an absent one.
func or(own, inherited ocs.Marking) ocs.Marking {
	if own == "" {
		return inherited
	}
	return own
}

// any reports whether anything may be shared with fewer than all.
func (m *markings) any() bool {
	if m.document() != ocs.MarkingClear {
		return true
	}
	return m.ix.suspicions().restricted
}

// within returns the marking of the last of some elements, each of which is
// part of the one before.
func (m *markings) within(elems []any) ocs.Marking {
	marking := m.document()
	for _, elem := range elems {
		if g, ok := elem.(*threat.Group); ok {
			marking = g.EffectiveMarking()
		} else {
			marking = or(ownMarking(elem), marking)
		}
	}
	return marking
}

// ownMarking is the marking that an element states.
func ownMarking(elem any) ocs.Marking {
	switch e := elem.(type) {
	case *threat.Threat:
		return e.Marking
	case *threat.Assessment:
		return e.Marking
	case *actor.Actor:
		return e.Marking
	case *pillar.Objective:
		return e.Marking
	case *pillar.Indicator:
		return e.Marking
	case *Plan:
		return e.Marking
	case *Commitment:
		return e.Marking
	case *Risk:
		return e.Marking
	case *Safeguard:
		return e.Marking
	case *Consultation:
		return e.Marking
	case *Report:
		return e.Marking
	case *ocs.Source:
		return e.Marking
	}
	return ""
}

// of returns the marking of the element with that identifier, the document's
// if there is none.
func (m *markings) of(id ocs.ID) ocs.Marking {
	s, l := m.ix.s, m.ix.elements[id]
	document := m.document()
	switch l.kind() {
	case threatKind:
		return or(s.Threats[l.place()].Marking, document)
	case groupKind:
		return s.Groups[l.place()].EffectiveMarking()
	case actorKind:
		return or(s.Actors[l.place()].Marking, document)
	case objectiveKind:
		return or(s.Objectives[l.place()].Marking, document)
	case indicatorKind:
		i := m.ix.indicators[l.place()]
		if i.objective >= 0 {
			return or(i.Marking, or(s.Objectives[i.objective].Marking, document))
		}
		return or(i.Marking, m.commitment(int(i.commitment)))
	case planKind:
		return or(s.Plans[l.place()].Marking, document)
	case commitmentKind:
		return m.commitment(int(l.place()))
	case milestoneKind:
		return m.commitment(int(m.ix.milestones[l.place()].commitment))
	case riskKind:
		return or(s.Risks[l.place()].Marking, document)
	case safeguardKind:
		return or(s.Safeguards[l.place()].Marking, document)
	case consultationKind:
		return or(s.Consultations[l.place()].Marking, document)
	case reportKind:
		return or(s.Reports[l.place()].Marking, document)
	case sourceKind:
		return or(s.Sources[l.place()].Marking, document)
	case assessmentKind, amendmentKind, budgetLineKind:
		if m.inner == nil {
			m.inner = make(map[ocs.ID]ocs.Marking)
			v := survey{text: func(*survey, *string, bool) {}}
			v.element = func(v *survey) {
				e := v.here()
				if _, taken := m.inner[e.id]; !taken {
					m.inner[e.id] = e.marking
				}
			}
			v.strategy(s)
		}
		return or(m.inner[id], document)
	}
	return document
}

// commitment returns the marking of commitment n.
func (m *markings) commitment(n int) ocs.Marking {
	c := m.ix.commitments[n]
	return or(c.Marking, or(m.ix.s.Plans[c.plan].Marking, m.document()))
}
