package stratml

import (
	"slices"
	"strconv"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// exporter maps the model onto the vocabulary.
type exporter struct {
	s      *strategy.Strategy
	ix     *strategy.Index
	used   map[string]bool // identifiers in the document
	wanted map[string]bool // identifiers that elements of the model will have
	suffixes
	types     map[actor.ID]string // of stakeholders
	mentioned map[actor.ID]bool
	orgs      map[actor.ID]bool
	readings  map[pillar.IndicatorID][]*strategy.Reading
	updates   map[strategy.CommitmentID][]*strategy.Update
	goals     map[string]goal // what is kept of goals, by pillar
}

// export maps a strategy onto a document of either part.
func export(s *strategy.Strategy) *plan {
	x := exporter{
		s: s, ix: strategy.NewIndex(s),
		used: make(map[string]bool), wanted: make(map[string]bool), suffixes: make(suffixes),
		types: make(map[actor.ID]string), mentioned: make(map[actor.ID]bool), orgs: make(map[actor.ID]bool),
		readings: make(map[pillar.IndicatorID][]*strategy.Reading), updates: make(map[strategy.CommitmentID][]*strategy.Update),
		goals: make(map[string]goal),
	}
	d := extended[plan](s.Extensions)
	for _, g := range d.Goals {
		x.goals[g.Pillar] = g
	}
	x.wantAll()
	for i := range s.Reports {
		for j := range s.Reports[i].Readings {
			r := &s.Reports[i].Readings[j]
			x.readings[r.Indicator] = append(x.readings[r.Indicator], r)
		}
		for j := range s.Reports[i].Updates {
			u := &s.Reports[i].Updates[j]
			x.updates[u.Commitment] = append(x.updates[u.Commitment], u)
		}
	}
	d.Name = s.Title
	if !slices.Contains(planTypes, d.Type) {
		d.Type = inferType(s)
	}
	d.Vision.Description, d.Mission.Description = s.Vision, s.Mission
	d.Values = nil
	for _, p := range s.Principles {
		d.Values = append(d.Values, value{Name: p.Name, Description: p.Description})
	}
	x.administration(&d)
	d.Organizations = x.organizations()
	d.Vision.Identifier, d.Mission.Identifier = x.id(d.Vision.Identifier, ""), x.id(d.Mission.Identifier, "")
	d.Goals = x.framework(d.Unnumbered)
	x.unmentioned(&d)
	d.Submitter.Identifier = x.id(d.Submitter.Identifier, "")
	d.Other = withLines(d.Other, append(x.lines(), d.unwritable()...))
	return &d
}

// id returns an identifier that no other element of the document has: the one
// that was read, or one made from that of the element; "" if there is neither.
func (x *exporter) id(read, id string) string {
	if isNCName(read) && !x.used[read] && (id != "" || !x.wanted[read]) {
		x.used[read] = true
		return read
	}
	free := func(s string) bool { return !x.used[s] }
	if id == "" {
		if unnamed(read) {
			return ""
		}
		id = read
		free = func(s string) bool { return !x.used[s] && !x.wanted[s] }
	}
	id = x.suffixes.unique(xmlID(id), free)
	x.used[id] = true
	return id
}

// want notes the identifier that an element of the model will have, so that
// those without one of their own don't take it.
func (x *exporter) want(read, id string) {
	if !isNCName(read) {
		read = xmlID(id)
	}
	x.wanted[read] = true
}

// wantAll notes the identifiers of all elements.
func (x *exporter) wantAll() {
	for i := range x.s.Actors {
		if e := extended[actorExtension](x.s.Actors[i].Extensions); e.Organization != nil {
			x.want(e.Organization.Identifier, string(x.s.Actors[i].ID))
		}
	}
	for p := range x.ix.Pillars() {
		x.want(x.goals[string(p.ID)].Identifier, string(p.ID))
	}
	for i := range x.s.Objectives {
		o := &x.s.Objectives[i]
		x.want(extended[objective](o.Extensions).Identifier, string(o.ID))
	}
	for q := range x.ix.Indicators() {
		x.want(extended[indicator](q.Extensions).Identifier, string(q.ID))
	}
	for c := range x.ix.Commitments() {
		x.want("", string(c.ID))
	}
}

func (x *exporter) administration(d *plan) {
	a, s := &d.Admin, x.s
	if a.Identifier != "" || string(s.ID) != slug(s.Title, true) { // else reading the title gives it
		a.Identifier = x.id(a.Identifier, string(s.ID))
	}
	a.Start, a.End = day(a.Start, s.Period.Start, false), day(a.End, s.Period.End, true)
	published := s.Adoption.Date
	for i := range s.Sources {
		if src := &s.Sources[i]; src.ID == sourceID {
			published, a.Source = src.Date, src.URL
		}
	}
	a.Publication = day(a.Publication, published, true)
}

// day returns a date of the model in XML Schema's words: as it was read if that
// means the same.
func day(read string, d ocs.Date, last bool) string {
	if r, ok := dateOf(read); ok && r == d {
		return read
	}
	switch {
	case d.IsZero():
		if _, ok := dateOf(read); ok {
			return ""
		}
		return read // no date, and written as none
	case last:
		return d.Last().String()
	}
	return d.First().String()
}

// organizations returns the bodies whose document it is: those that were the
// document's before, or else who adopted the strategy or owns a plan.
func (x *exporter) organizations() []organization {
	var list []organization
	add := func(a *actor.Actor, o organization) {
		if a == nil || x.orgs[a.ID] {
			return
		}
		x.orgs[a.ID] = true
		o.Name, o.Acronym, o.Description = a.Name, a.Acronym, a.Description
		o.Identifier = x.id(o.Identifier, string(a.ID))
		list = append(list, o)
	}
	for i := range x.s.Actors {
		a := &x.s.Actors[i]
		if e := extended[actorExtension](a.Extensions); e.Organization != nil {
			add(a, *e.Organization)
		}
	}
	if len(list) == 0 {
		add(x.ix.Actor(x.s.Adoption.Body), organization{})
		for i := range x.s.Plans {
			add(x.ix.Actor(x.s.Plans[i].Owner), organization{})
		}
	}
	if len(list) == 0 && x.s.Jurisdiction.Name != "" {
		list = append(list, organization{Name: x.s.Jurisdiction.Name})
	}
	for i := range list {
		list[i].Stakeholders = x.stakeholders(list[i].Stakeholders)
	}
	return list
}

// unmentioned lists the actors that have no part anywhere else as stakeholders
// of the first organisation.
func (x *exporter) unmentioned(d *plan) {
	for i := range x.s.Actors {
		if a := &x.s.Actors[i]; !x.mentioned[a.ID] && !x.orgs[a.ID] {
			if len(d.Organizations) == 0 {
				d.Organizations = make([]organization, 1)
			}
			d.Organizations[0].Stakeholders = append(d.Organizations[0].Stakeholders, x.stakeholder(a))
		}
	}
}

// stakeholder returns an actor as a stakeholder without roles.
func (x *exporter) stakeholder(a *actor.Actor, roles ...role) stakeholder {
	x.mentioned[a.ID] = true
	kind, ok := x.types[a.ID]
	if !ok {
		kind = typeOf(a)
		if e := extended[actorExtension](a.Extensions); e.Type != nil {
			kind = *e.Type
		}
		x.types[a.ID] = kind
	}
	h := stakeholder{Name: a.Name, Type: kind, Description: &a.Description, Roles: roles}
	if !x.orgs[a.ID] && slug(a.Name, true) != string(a.ID) && ocs.ID(a.ID).WellFormed() {
		h.Actor = a.ID
	}
	return h
}

// stakeholders completes stakeholders from the actors that they name. Those of
// actors that are gone are left out.
func (x *exporter) stakeholders(list []stakeholder) []stakeholder {
	var out []stakeholder
	for _, h := range list {
		if h.Actor == "" {
			out = append(out, h)
			continue
		}
		a := x.ix.Actor(h.Actor)
		if a == nil {
			continue
		}
		full := x.stakeholder(a, h.Roles...)
		full.Residue = h.Residue
		if h.Name != "" {
			full.Name = h.Name
		}
		if h.Description != nil {
			full.Description = h.Description
		}
		out = append(out, full)
	}
	return out
}

// framework returns the pillars as goals, and one more for what stands under
// none.
func (x *exporter) framework(unnumbered bool) []goal {
	under := make(map[pillar.ID][]*pillar.Objective)
	var goals []goal
	pillars := x.ix.Framework().Pillars
	index := make(map[pillar.ID]bool)
	for i := range pillars {
		index[pillars[i].ID] = true
	}
	for i := range x.s.Objectives {
		o := &x.s.Objectives[i]
		if p := o.Pillar; index[p] {
			under[p] = append(under[p], o)
		} else {
			under[""] = append(under[""], o)
		}
	}
	serving := x.serving()
	add := func(g goal, objectives []*pillar.Objective, loose []*strategy.Commitment) {
		n := strconv.Itoa(len(goals) + 1)
		if g.Sequence == nil {
			g.Sequence = &n
		}
		g.Stakeholders = x.stakeholders(g.Stakeholders)
		g.Objectives = x.objectives(n, objectives, serving, loose)
		if unnumbered {
			forget(&g)
		}
		goals = append(goals, g)
	}
	for i := range pillars {
		p := &pillars[i]
		g := x.goals[string(p.ID)]
		g.Identifier = x.id(g.Identifier, string(p.ID))
		g.Name, g.Description = p.Name, p.Aim
		add(g, under[p.ID], nil)
		delete(under, p.ID) // a pillar that stands twice has its objectives once
	}
	if loose := serving[""]; len(under[""])+len(loose) > 0 {
		g := goal{Name: "Under no pillar", Description: "What stands under no pillar, and serves all.", Identifier: x.id("", noPillar)}
		add(g, under[""], loose)
	}
	return goals
}

// forget takes away the numbers of a document that had none.
func forget(g *goal) {
	none := ""
	g.Sequence = &none
	for i := range g.Objectives {
		g.Objectives[i].Sequence = &none
	}
}

// objectives returns the objectives of a goal, each followed by the
// commitments that serve it first.
func (x *exporter) objectives(n string, list []*pillar.Objective, serving map[pillar.ObjectiveID][]*strategy.Commitment, loose []*strategy.Commitment) []objective {
	var out []objective
	var tree []nested
	for _, o := range list {
		out = append(out, x.objective(o))
		tree = append(tree, nested{string(o.ID), string(o.Parent)})
		for _, c := range serving[o.ID] {
			out = append(out, x.commitment(c))
			tree = append(tree, nested{string(c.ID), string(o.ID)})
		}
	}
	for _, c := range loose {
		out = append(out, x.commitment(c))
		tree = append(tree, nested{string(c.ID), ""})
	}
	numbers := outline(n, tree)
	for i := range out {
		if out[i].Sequence == nil {
			out[i].Sequence = &numbers[i]
		}
	}
	return out
}

func (x *exporter) objective(o *pillar.Objective) objective {
	e := extended[objective](o.Extensions)
	e.Name, e.Description = o.Title, o.Description
	if e.Untitled && o.Description == "" {
		e.Name, e.Description = "", o.Title
	}
	e.Identifier = x.id(e.Identifier, string(o.ID))
	implied := ownerIn(e.Stakeholders)
	e.Stakeholders = x.stakeholders(e.Stakeholders)
	if a := x.ix.Actor(o.Owner); a != nil && o.Owner != implied {
		e.Stakeholders = append(e.Stakeholders, x.stakeholder(a, ownerOf()))
	}
	e.Other = withLines(e.Other, x.objectiveLines(o))
	for i := range o.Indicators {
		e.Indicators = append(e.Indicators, x.indicator(&o.Indicators[i]))
	}
	return e
}

// ownerIn is the actor that reading these stakeholders makes the owner.
func ownerIn(list []stakeholder) actor.ID {
	var performers []actor.ID
	for _, h := range list {
		if h.Actor != "" && performs(h) && !slices.Contains(performers, h.Actor) {
			performers = append(performers, h.Actor)
		}
	}
	if len(performers) == 1 {
		return performers[0]
	}
	return ""
}
