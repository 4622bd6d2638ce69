package strategy

import "github.com/ocs-framework/ocs/pillar"

// The references of plans and of what governs and reports on them.

func (r *references) plan(p *Plan) {
	r.in(p)
	one(r, actorKind, &p.Owner)
	r.adoption(&p.Adoption)
	r.anchor(&p.Due)
	all(r, pillarKind, p.Covers)
	one(r, planKind, &p.PartOf)
	all(r, planKind, p.Supersedes)
	r.amendments(p.Amendments)
	r.cite(&p.Ended.Cite)
	for i := range p.Commitments {
		c := &p.Commitments[i]
		r.within(c, func() { r.commitment(c) })
	}
	for i := range p.Budget {
		l := &p.Budget[i]
		r.within(l, func() {
			one(r, pillarKind, &l.Pillar)
			all(r, commitmentKind, l.Commitments)
			all(r, budgetLineKind, l.Share.Of)
			r.cites(l.Cites)
		})
	}
	for i := range p.Rates {
		r.cite(&p.Rates[i].Cite)
	}
	r.cites(p.Cites)
}

func (r *references) commitment(c *Commitment) {
	one(r, commitmentKind, &c.Parent)
	one(r, commitmentKind, &c.Continues)
	all(r, objectiveKind, c.Objectives)
	one(r, actorKind, &c.Lead)
	for i := range c.Partners {
		must(r, actorKind, &c.Partners[i].Actor)
	}
	r.anchor(&c.Deadline)
	for i := range c.Milestones {
		m := &c.Milestones[i]
		r.within(m, func() {
			r.anchor(&m.Due)
			one(r, actorKind, &m.Responsible)
		})
	}
	all(r, commitmentKind, c.DependsOn)
	all(r, safeguardKind, c.Safeguards)
	r.indicators(c.Indicators)
	for i := range c.Funding {
		one(r, actorKind, &c.Funding[i].Donor)
		r.cite(&c.Funding[i].Cite)
	}
	r.cite(&c.Basis)
	r.cite(&c.Ended.Cite)
	r.cites(c.Cites)
}

func (r *references) governance() {
	for k := range r.ix.Risks() {
		r.in(k)
		one(r, actorKind, &k.Owner)
		all(r, anyKind, k.Affects)
	}
	for g := range r.ix.Safeguards() {
		r.in(g)
		r.cite(&g.Instrument)
		one(r, actorKind, &g.Responsible)
	}
	for c := range r.ix.Consultations() {
		r.in(c)
		all(r, actorKind, c.ConvenedBy)
		all(r, actorKind, c.SupportedBy)
		all(r, actorKind, c.Participants)
		all(r, objectiveKind, c.Informs)
		r.cites(c.Cites)
	}
	for e := range r.ix.Evaluations() {
		r.in(e)
		one(r, planKind, &e.Plan)
		one(r, actorKind, &e.By)
		r.anchor(&e.Due)
		r.cite(&e.Cite)
	}
	s := r.ix.s
	r.focus = r.focus[:0]
	for i := range s.Origins {
		must(r, anyKind, &s.Origins[i].Element)
	}
	for i := range s.Waivers {
		one(r, anyKind, &s.Waivers[i].Element)
		one(r, actorKind, &s.Waivers[i].By)
	}
	for i := range s.Redactions {
		must(r, anyKind, &s.Redactions[i].Element)
		one(r, actorKind, &s.Redactions[i].By)
		r.cite(&s.Redactions[i].Law)
	}
}

func (r *references) reports() {
	s := r.ix.s
	for i := range s.Reporting {
		d := &s.Reporting[i]
		r.in(d)
		one(r, actorKind, &d.By)
		all(r, actorKind, d.To)
		one(r, planKind, &d.Plan)
	}
	for rep := range r.ix.Reports() {
		r.in(rep)
		one(r, actorKind, &rep.By)
		all(r, actorKind, rep.To)
		one(r, planKind, &rep.Plan)
		for i := range rep.Updates {
			u := &rep.Updates[i]
			must(r, commitmentKind, &u.Commitment)
			one(r, milestoneKind, &u.Milestone)
			r.cite(&u.Cite)
		}
		for i := range rep.Readings {
			must(r, indicatorKind, &rep.Readings[i].Indicator)
			r.cite(&rep.Readings[i].Cite)
		}
		r.cites(rep.Cites)
	}
}

func (r *references) indicators(list []pillar.Indicator) {
	for n := range list {
		i := &list[n]
		r.within(i, func() {
			r.cite(&i.Baseline.Cite)
			one(r, actorKind, &i.Responsible)
			r.cites(i.Cites)
		})
	}
}
