package graph

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

func (w *walk) threats(s *strategy.Strategy) {
	each(w, "/threats", s.Threats, threatKind, element{}, func(t *threat.Threat) ocs.ID { return ocs.ID(t.ID) })
	each(w, "/groups", s.Groups, groupKind, element{}, func(g *threat.Group) ocs.ID { return ocs.ID(g.ID) })
}

func (w *walk) actors(s *strategy.Strategy) {
	each(w, "/actors", s.Actors, actorKind, element{}, func(a *actor.Actor) ocs.ID { return ocs.ID(a.ID) })
}

func (w *walk) objectives(s *strategy.Strategy) {
	each(w, "/objectives", s.Objectives, objectiveKind, element{}, func(o *pillar.Objective) ocs.ID { return ocs.ID(o.ID) })
	for i := range s.Objectives {
		o := &s.Objectives[i]
		w.indicators("/objectives", i, o.Indicators, element{objectiveKind, ocs.ID(o.ID)})
	}
}

func (w *walk) indicators(list ocs.Pointer, i int, of []pillar.Indicator, parent element) {
	if len(of) > 0 {
		each(w, list.Index(i).Append("indicators"), of, indicatorKind, parent, func(n *pillar.Indicator) ocs.ID { return ocs.ID(n.ID) })
	}
}

func (w *walk) plans(s *strategy.Strategy) {
	each(w, "/plans", s.Plans, planKind, element{}, func(p *strategy.Plan) ocs.ID { return ocs.ID(p.ID) })
	for i := range s.Plans {
		p := &s.Plans[i]
		list := ocs.Pointer("/plans").Index(i).Append("commitments")
		each(w, list, p.Commitments, commitmentKind, element{planKind, ocs.ID(p.ID)}, func(c *strategy.Commitment) ocs.ID { return ocs.ID(c.ID) })
		for j := range p.Commitments {
			c := &p.Commitments[j]
			parent := element{commitmentKind, ocs.ID(c.ID)}
			if len(c.Milestones) > 0 {
				each(w, list.Index(j).Append("milestones"), c.Milestones, milestoneKind, parent, func(m *strategy.Milestone) ocs.ID { return ocs.ID(m.ID) })
			}
			w.indicators(list, j, c.Indicators, parent)
		}
	}
}

func (w *walk) rest(s *strategy.Strategy) {
	each(w, "/risks", s.Risks, riskKind, element{}, func(r *strategy.Risk) ocs.ID { return r.ID })
	each(w, "/safeguards", s.Safeguards, safeguardKind, element{}, func(g *strategy.Safeguard) ocs.ID { return ocs.ID(g.ID) })
	each(w, "/consultations", s.Consultations, consultationKind, element{}, func(c *strategy.Consultation) ocs.ID { return c.ID })
	each(w, "/evaluations", s.Evaluations, evaluationKind, element{}, func(e *strategy.Evaluation) ocs.ID { return e.ID })
}
