package strategy

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
)

func geographyRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{areaOutsideJurisdiction, areaOutsideReach, reportOutsideAreas, countryWithoutImplementer}
}

var areaOutsideJurisdiction = ocs.Rule[Index]{
	Code:  "area-outside-jurisdiction",
	Title: "work is carried out in the jurisdiction, or abroad with somebody from there",
	Doc: "A State can't act in another's territory by itself. Mend the area, or name the actor of the other State, or the international organisation, that takes part there. " +
		"The areas of a subnational strategy lie in its countries.",
	Basis:  "UNTOC article 4: protection of sovereignty (recalled); UK 2018: work at the source is done with other States",
	Levels: "WWWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		j := &ix.s.Jurisdiction
		if len(j.Countries) == 0 {
			return
		}
		for i := range j.Areas {
			if j.Areas[i].Known() && !slices.Contains(j.Countries, j.Areas[i].Country()) {
				p.On(ix.s).Report(&j.Areas[i], "area %q is in no country of the jurisdiction", short(j.Areas[i])).
					Help("mend the area, or add its country").Related(&j.Countries, "the countries")
			}
		}
		for c := range ix.openCommitments() {
			for i := range c.Areas {
				if c.Areas[i].Known() && !ix.inJurisdiction(c.Areas[i]) && !ix.abroadWith(c, c.Areas[i].Country()) {
					p.On(c).Report(&c.Areas[i], "area %q is outside the jurisdiction, and nobody from there takes part", short(c.Areas[i])).
						Help("mend the area, or name who takes part there").Related(j, "the jurisdiction")
				}
			}
		}
	},
}

// inJurisdiction reports whether the area is in a country of the jurisdiction.
// Whether it is in one of its subdivisions can't be told: some contain others.
func (ix *Index) inJurisdiction(a ocs.Area) bool {
	countries := ix.s.Jurisdiction.Countries
	return len(countries) == 0 || slices.Contains(countries, a.Country())
}

// abroadWith reports whether the lead or a partner of the commitment is of the
// country, or an organisation of States.
func (ix *Index) abroadWith(c *Commitment, country ocs.Country) bool {
	from := func(id actor.ID) bool {
		a := ix.Actor(id)
		return a != nil && (a.Kind == actor.InternationalOrganisation || belongs(a, country))
	}
	return from(c.Lead) || slices.ContainsFunc(c.Partners, func(q Partner) bool { return from(q.Actor) })
}

// belongs reports whether the actor is of the country or may act in it.
func belongs(a *actor.Actor, country ocs.Country) bool {
	return a.Country == country && country != "" || slices.ContainsFunc(a.Areas, func(in ocs.Area) bool { return in.Country() == country })
}

var areaOutsideReach = ocs.Rule[Index]{
	Code:  "area-outside-reach",
	Title: "the lead of a commitment, or a partner that implements it, may act where it is carried out",
	Doc: "The police of one province can't lead work in another, nor a district office work in the whole country. Name a lead that reaches the area, make the body that does an implementing partner, " +
		"or say in which areas the commitment is carried out: none means the whole jurisdiction. " +
		"A subdivision that contains another isn't recognised as such; list both with the actor.",
	Basis:  "Pakistan: seven police forces, each for its own part; Chile 2022-2027: regional councils",
	Levels: "-WWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		f := newFitter(ix)
		for plan := range ix.plansInForce() {
			for i := range plan.Commitments {
				c := &plan.Commitments[i]
				lead := find(ix, actorKind, c.Lead)
				if lead < 0 || !c.open() || f.everywhere(&ix.s.Actors[lead]) || reached(c.Areas, &ix.s.Actors[lead]) {
					continue
				}
				if len(c.Areas) > 0 {
					f.statedAreas(p, plan, c, lead)
				} else if missing, found := f.unreached(c, plan, lead); found {
					on(p, plan, c).Report(&c.Areas, "commitment is for the whole jurisdiction, and lead %q does not reach %q", short(c.Lead), short(missing)).
						Help("say in which areas it is carried out, or name a lead that reaches all of them").Related(&ix.s.Actors[lead], "the lead")
				}
			}
		}
	},
}

// reached reports whether the areas are subdivisions that the actor names as
// its own, and none of its mandates is limited to areas.
func reached(areas []ocs.Area, a *actor.Actor) bool {
	if len(areas) == 0 || slices.ContainsFunc(a.Mandates, func(m actor.Mandate) bool { return len(m.Areas) > 0 }) {
		return false
	}
	return !slices.ContainsFunc(areas, func(area ocs.Area) bool { return area.IsCountry() || !slices.ContainsFunc(a.Areas, area.Within) })
}

// everywhere reports whether nothing limits the actor to a part of the
// jurisdiction.
func (f *fitter) everywhere(a *actor.Actor) bool {
	for i := range a.Mandates {
		if m := &a.Mandates[i]; len(m.Areas) > 0 || below(m.Level, a.Level) {
			return false
		}
	}
	if len(f.ix.s.Jurisdiction.Areas) > 0 && len(a.Areas) > 0 {
		return !slices.ContainsFunc(f.whole, func(w ocs.Area) bool { return !slices.ContainsFunc(a.Areas, w.Within) })
	}
	return len(a.Areas) == 0 && !below("", a.Level) && (a.Country == "" || f.ix.inJurisdiction(ocs.Area(a.Country)) && !f.ix.regional())
}

// statedAreas reports each area of the commitment that the lead does not
// reach.
func (f *fitter) statedAreas(p *ocs.Pass, plan *Plan, c *Commitment, lead int) {
	missing := f.outOfReach(c, plan, lead)
	for i := range c.Areas {
		if slices.Contains(missing, c.Areas[i]) && !f.partnerReaches(c, c.Areas[i]) {
			on(p, plan, c).Report(&c.Areas[i], "lead %q may not act in %q, nor may a partner that implements", short(c.Lead), short(c.Areas[i])).
				Help("name a lead or an implementing partner that may, or mend the area").Related(&f.ix.s.Actors[lead], "the lead")
		}
	}
}

// unreached returns a part of the jurisdiction that neither the lead nor a
// partner reaches, if there is one.
func (f *fitter) unreached(c *Commitment, plan *Plan, lead int) (ocs.Area, bool) {
	for _, area := range f.outOfReach(c, plan, lead) {
		if !f.partnerReaches(c, area) {
			return area, true
		}
	}
	return "", false
}

// outOfReach lists the areas of the commitment, else of the jurisdiction, that
// the lead does not reach.
func (f *fitter) outOfReach(c *Commitment, plan *Plan, lead int) []ocs.Area {
	a := &f.ix.s.Actors[lead]
	areas, stated := c.Areas, len(c.Areas) > 0
	if !stated {
		areas = f.whole
	}
	fit := f.fit(c, plan, lead, ocs.Date{})
	missing := fit.Areas
	if (len(missing) > 0 || fit.Verdict != FitHolds) && (f.ix.conceals(ocs.ID(a.ID), "mandates", "areas", "level") || f.ix.conceals(ocs.ID(c.ID), "partners", "areas")) {
		return nil
	}
	if len(a.Mandates) == 0 {
		none := new(actor.Mandate)
		for _, area := range areas {
			if !(a.Collective && !stated) && (!f.reaches(none, a, area, stated) || area.IsCountry() && !a.Collective && below("", a.Level)) {
				missing = append(missing, area)
			}
		}
	} else if slices.Contains(fit.Fails, FitLevel) && !a.Collective {
		for _, area := range areas {
			if area.IsCountry() {
				missing = append(missing, area)
			}
		}
	}
	return missing
}

// partnerReaches reports whether a partner that co-leads or implements may act
// in the area.
func (f *fitter) partnerReaches(c *Commitment, area ocs.Area) bool {
	return slices.ContainsFunc(c.Partners, func(q Partner) bool {
		a := f.ix.Actor(q.Actor)
		return q.delivers() && a != nil && f.reaches(new(actor.Mandate), a, area, true) && (a.Collective || !area.IsCountry() || !below("", a.Level))
	})
}

var reportOutsideAreas = ocs.Rule[Index]{
	Code:  "report-outside-areas",
	Title: "what is reported of an area is of one where the work is done",
	Doc: "A report on a province where the commitment isn't carried out, or a reading from outside the jurisdiction, is usually a mistyped code; summed with the others it spoils the total. " +
		"Mend the area, or add it to those of the commitment.",
	Basis:  "Scotland 2022: yearly report on plans carried out in named places; ISO 3166-2 codes differ by one letter",
	Levels: "WWWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		for r := range ix.Reports() {
			for i := range r.Updates {
				u := &r.Updates[i]
				if u.Area == "" {
					continue
				}
				c := ix.Commitment(u.Commitment)
				switch {
				case c != nil && len(c.Areas) > 0:
					if !slices.ContainsFunc(c.Areas, func(a ocs.Area) bool { return u.Area.Within(a) || a.Within(u.Area) }) {
						p.On(r).Report(&u.Area, "update is on %q, where commitment %q is not carried out", short(u.Area), short(c.ID)).
							Help("mend the area, or add it to the commitment").Related(&c.Areas, "where it is carried out")
					}
				case !ix.inJurisdiction(u.Area):
					p.On(r).Report(&u.Area, "update is on %q, outside the jurisdiction", short(u.Area)).Help("mend the area")
				}
			}
			for i := range r.Readings {
				if area := &r.Readings[i].Area; *area != "" && !ix.inJurisdiction(*area) {
					p.On(r).Report(area, "reading is from %q, outside the jurisdiction", short(*area)).Help("mend the area")
				}
			}
		}
	},
}

var countryWithoutImplementer = ocs.Rule[Index]{
	Code:  "country-without-implementer",
	Title: "in a regional strategy every State has somebody who implements",
	Doc: "A plan of a group of States is carried out by the bodies of each. Name an actor of the State as lead, co-lead or implementing partner of a commitment; " +
		"one collective entry may stand for the like bodies of all, or of those whose areas it lists. Strategies of one State are not asked.",
	Basis:  "ECOWAS 2008-2011: each activity has regional and national lead organisations",
	Levels: "-WWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		countries := ix.s.Jurisdiction.Countries
		if len(countries) < 2 {
			return
		}
		in := make(map[ocs.Country]bool)
		any, all := false, false
		implements := func(id actor.ID) {
			a := ix.Actor(id)
			if a == nil || a.Kind != "" && !a.Kind.State() {
				return
			}
			in[a.Country] = true
			for _, area := range a.Areas {
				in[area.Country()] = true
			}
			all = all || a.Collective && a.Country == "" && len(a.Areas) == 0
		}
		for c := range ix.openCommitments() {
			any = true
			implements(c.Lead)
			for i := range c.Partners {
				if c.Partners[i].delivers() {
					implements(c.Partners[i].Actor)
				}
			}
			if all {
				return
			}
		}
		for i := range countries {
			if any && countries[i].Known() && !in[countries[i]] && !ix.concealsAny(commitmentKind, "lead", "partners") && !ix.concealsAny(actorKind, "country", "areas") {
				p.On(ix.s).Report(&countries[i], "no body of %q leads or implements a commitment", short(countries[i])).
					Help("name an actor of that State as lead or implementing partner")
			}
		}
	},
}
