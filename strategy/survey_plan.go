package strategy

import "github.com/ocs-framework/ocs"

// The survey of plans and of what governs and reports on them.

func (v *survey) plan(p *Plan) {
	v.in(p, ocs.ID(p.ID), &p.Marking, func() {
		v.label(&p.Title)
		v.prose(&p.Description)
		v.adoption(&p.Adoption)
		v.amendments(p.Amendments)
		v.ending(&p.Ended)
		for i := range p.Commitments {
			v.commitment(&p.Commitments[i])
		}
		for i := range p.Budget {
			l := &p.Budget[i]
			v.in(l, l.ID, nil, func() {
				v.label(&l.Title)
				v.prose(&l.Note)
				v.cites(l.Cites)
			})
		}
		for i := range p.Rates {
			v.prose(&p.Rates[i].Note)
			v.cite(&p.Rates[i].Cite)
		}
		v.cites(p.Cites)
		v.more(&p.Extensions)
	})
}

func (v *survey) ending(e *Ending) {
	v.prose(&e.Reason)
	v.cite(&e.Cite)
}

func (v *survey) commitment(c *Commitment) {
	v.in(c, ocs.ID(c.ID), &c.Marking, func() {
		v.label(&c.Title)
		v.prose(&c.Description)
		for i := range c.Milestones {
			m := &c.Milestones[i]
			v.in(m, ocs.ID(m.ID), nil, func() { v.label(&m.Title) })
		}
		v.indicators(c.Indicators)
		for i := range c.Costs {
			v.prose(&c.Costs[i].Note)
		}
		for i := range c.Funding {
			v.cite(&c.Funding[i].Cite)
		}
		v.prose(&c.Unfunded)
		v.cite(&c.Basis)
		v.ending(&c.Ended)
		v.cites(c.Cites)
		v.more(&c.Extensions)
	})
}

func (v *survey) governance(s *Strategy) {
	for i := range s.Risks {
		r := &s.Risks[i]
		v.in(r, r.ID, &r.Marking, func() {
			v.prose(&r.Description)
			v.list(r.Mitigations)
			v.more(&r.Extensions)
		})
	}
	for i := range s.Safeguards {
		g := &s.Safeguards[i]
		v.in(g, ocs.ID(g.ID), &g.Marking, func() {
			v.label(&g.Title)
			v.prose(&g.Description)
			v.cite(&g.Instrument)
			v.more(&g.Extensions)
		})
	}
	for i := range s.Consultations {
		c := &s.Consultations[i]
		v.in(c, c.ID, &c.Marking, func() {
			v.label(&c.Title)
			v.prose(&c.Description, &c.Place)
			v.list(c.Topics)
			v.list(c.Outcomes)
			v.cites(c.Cites)
			v.more(&c.Extensions)
		})
	}
	for i := range s.Evaluations {
		e := &s.Evaluations[i]
		v.in(e, e.ID, nil, func() { v.cite(&e.Cite) })
	}
}

func (v *survey) report(r *Report) {
	v.in(r, r.ID, &r.Marking, func() {
		v.label(&r.Title)
		for i := range r.Updates {
			v.prose(&r.Updates[i].Note)
			v.cite(&r.Updates[i].Cite)
		}
		for i := range r.Readings {
			d := &r.Readings[i]
			v.prose(&d.Text, &d.Note)
			for k := range d.Parts {
				v.prose(&d.Parts[k].Group)
			}
			v.cite(&d.Cite)
		}
		v.cites(r.Cites)
		v.more(&r.Extensions)
	})
}
