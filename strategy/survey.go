package strategy

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// survey walks through a strategy and shows the free text that it meets, with
// the elements around it and with whom they may be shared. Identifiers, terms
// of vocabularies and other codes aren't shown.
type survey struct {
	stack []surveyed

	text       func(v *survey, text *string, label bool) // label: the text is the name or title of an element
	element    func(v *survey)                           // an element is entered; may be nil
	extensions func(v *survey, e *ocs.Extensions)        // may be nil
}

// surveyed is an element that the survey is in.
type surveyed struct {
	elem    any // its address
	id      ocs.ID
	marking ocs.Marking  // that holds for it: its own, or what it inherits
	own     *ocs.Marking // its own; nil if elements of its kind have none
}

// here returns the innermost element.
func (v *survey) here() surveyed { return v.stack[len(v.stack)-1] }

// on puts the elements around what is shown in focus.
func (v *survey) on(p *ocs.Pass) *ocs.Pass {
	for _, e := range v.stack {
		p = p.On(e.elem)
	}
	return p
}

// in shows what is in an element.
func (v *survey) in(elem any, id ocs.ID, own *ocs.Marking, look func()) {
	e := surveyed{elem: elem, id: id, own: own}
	switch {
	case own != nil && *own != "":
		e.marking = *own
	case len(v.stack) > 0:
		e.marking = v.here().marking
	default:
		e.marking = ocs.MarkingClear
	}
	if g, ok := elem.(*threat.Group); ok {
		e.marking = g.EffectiveMarking()
	}
	v.stack = append(v.stack, e)
	if v.element != nil {
		v.element(v)
	}
	look()
	v.stack = v.stack[:len(v.stack)-1]
}

func (v *survey) label(text *string) {
	if *text != "" {
		v.text(v, text, true)
	}
}

func (v *survey) prose(texts ...*string) {
	for _, text := range texts {
		if *text != "" {
			v.text(v, text, false)
		}
	}
}

func (v *survey) list(texts []string) {
	for i := range texts {
		v.prose(&texts[i])
	}
}

func (v *survey) cite(c *ocs.Cite) { v.prose(&c.Locator) }

func (v *survey) cites(list []ocs.Cite) {
	for i := range list {
		v.cite(&list[i])
	}
}

func (v *survey) more(e *ocs.Extensions) {
	if len(*e) > 0 && v.extensions != nil {
		v.extensions(v, e)
	}
}

// strategy shows the whole, in document order.
func (v *survey) strategy(s *Strategy) {
	v.stack = make([]surveyed, 0, 4)
	v.in(s, s.ID, &s.Marking, func() {
		v.label(&s.Title)
		v.prose(&s.Notice, &s.Jurisdiction.Name, &s.Vision, &s.Mission, &s.Framework.Name)
		for i := range s.Principles {
			v.prose(&s.Principles[i].Name, &s.Principles[i].Description)
		}
		for i := range s.Framework.Pillars {
			p := &s.Framework.Pillars[i]
			v.in(p, ocs.ID(p.ID), nil, func() {
				v.label(&p.Name)
				v.prose(&p.Aim)
				v.cites(p.Cites)
			})
		}
		v.cites(s.Framework.Cites)
		l := &s.Labels
		v.prose(&l.Pillar, &l.Objective, &l.Plan, &l.Commitment, &l.Lead)
		v.adoption(&s.Adoption)
		v.amendments(s.Amendments)
		v.context(s)
		for i := range s.Threats {
			v.threat(&s.Threats[i])
		}
		for i := range s.Groups {
			v.group(&s.Groups[i])
		}
		for i := range s.Actors {
			v.actor(&s.Actors[i])
		}
		for i := range s.Objectives {
			v.objective(&s.Objectives[i])
		}
		for i := range s.Plans {
			v.plan(&s.Plans[i])
		}
		v.governance(s)
		for i := range s.Reports {
			v.report(&s.Reports[i])
		}
		for i := range s.Sources {
			src := &s.Sources[i]
			v.in(src, ocs.ID(src.ID), &src.Marking, func() {
				v.label(&src.Title)
				v.prose(&src.Publisher)
				v.more(&src.Extensions)
			})
		}
		for i := range s.Waivers {
			v.prose(&s.Waivers[i].Reason)
		}
		for i := range s.Redactions {
			v.prose(&s.Redactions[i].Ground)
			v.cite(&s.Redactions[i].Law)
		}
		v.more(&s.Extensions)
	})
}

func (v *survey) adoption(a *Adoption) {
	v.cite(&a.Instrument)
	v.cite(&a.Published)
}

func (v *survey) amendments(list []Amendment) {
	for i := range list {
		a := &list[i]
		v.in(a, a.ID, nil, func() {
			v.label(&a.Title)
			v.cite(&a.Instrument)
		})
	}
}

// context shows the strategy's relations, goals and treaties.
func (v *survey) context(s *Strategy) {
	for i := range s.Relations {
		v.prose(&s.Relations[i].Title)
		v.cite(&s.Relations[i].Cite)
	}
	for i := range s.Goals {
		g := &s.Goals[i]
		v.in(g, g.ID, nil, func() {
			v.label(&g.Title)
			v.cite(&g.Cite)
		})
	}
	for i := range s.Treaties {
		v.list(s.Treaties[i].Reservations)
		v.prose(&s.Treaties[i].Note)
		v.cite(&s.Treaties[i].Cite)
	}
}

func (v *survey) threat(t *threat.Threat) {
	v.in(t, ocs.ID(t.ID), &t.Marking, func() {
		v.label(&t.Name)
		v.prose(&t.Description)
		for i := range t.Methods {
			m := &t.Methods[i]
			v.prose(&m.Name, &m.Description)
			v.cites(m.Cites)
		}
		for i := range t.Offences {
			v.prose(&t.Offences[i].Title)
			v.cite(&t.Offences[i].Law)
		}
		for i := range t.Assessments {
			a := &t.Assessments[i]
			v.in(a, a.ID, &a.Marking, func() {
				v.prose(&a.Method, &a.Note)
				v.list(a.Gaps)
				v.cites(a.Cites)
			})
		}
		v.cites(t.Cites)
		v.more(&t.Extensions)
	})
}

func (v *survey) group(g *threat.Group) {
	v.in(g, ocs.ID(g.ID), &g.Marking, func() {
		v.label(&g.Name)
		v.list(g.Aliases)
		v.prose(&g.Description)
		for i := range g.Ties {
			v.prose(&g.Ties[i].Note)
			v.cites(g.Ties[i].Cites)
		}
		v.cites(g.Cites)
		v.more(&g.Extensions)
	})
}

func (v *survey) actor(a *actor.Actor) {
	v.in(a, ocs.ID(a.ID), &a.Marking, func() {
		v.label(&a.Name)
		v.prose(&a.Description)
		for i := range a.FormerParents {
			v.cite(&a.FormerParents[i].Cite)
		}
		for i := range a.Succeeds {
			v.prose(&a.Succeeds[i].Note)
			v.cite(&a.Succeeds[i].Cite)
		}
		for i := range a.Mandates {
			v.cite(&a.Mandates[i].Basis)
		}
		v.cite(&a.Body.Basis)
		v.cites(a.Cites)
		v.more(&a.Extensions)
	})
}

func (v *survey) objective(o *pillar.Objective) {
	v.in(o, ocs.ID(o.ID), &o.Marking, func() {
		v.label(&o.Title)
		v.prose(&o.Description, &o.Problem, &o.Approach)
		v.list(o.Assumptions)
		v.indicators(o.Indicators)
		v.cites(o.Cites)
		v.more(&o.Extensions)
	})
}

func (v *survey) indicators(list []pillar.Indicator) {
	for i := range list {
		n := &list[i]
		v.in(n, ocs.ID(n.ID), &n.Marking, func() {
			v.label(&n.Name)
			v.prose(&n.Description, &n.Unit, &n.Baseline.Text, &n.Baseline.Pending, &n.Source)
			v.cite(&n.Baseline.Cite)
			for k := range n.Targets {
				v.prose(&n.Targets[k].Text)
			}
			v.cites(n.Cites)
			v.more(&n.Extensions)
		})
	}
}
