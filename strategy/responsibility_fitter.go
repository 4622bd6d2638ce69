package strategy

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/threat"
)

// maxMandates bounds how many mandates of an actor are looked at.
const maxMandates = 1000

// fitter holds what several fits share.
type fitter struct {
	ix       *Index
	wider    map[threat.Market][]threat.Market // the market and those that cover it
	subjects map[int]*subject                  // by objective
	whole    []ocs.Area                        // the jurisdiction
}

func newFitter(ix *Index) *fitter {
	f := &fitter{ix: ix, wider: make(map[threat.Market][]threat.Market), subjects: make(map[int]*subject), whole: ix.s.Jurisdiction.Areas}
	for _, c := range ix.s.Jurisdiction.Countries {
		if len(ix.s.Jurisdiction.Areas) == 0 {
			f.whole = append(f.whole, ocs.Area(c))
		}
	}
	return f
}

// subject is what an objective is about.
type subject struct {
	markets []threat.Market          // of its threats
	covered map[threat.Market]scopes // markets that take in one of them, with the reach of its threats
	open    scopes                   // the reach of its threats without markets
}

// scopes is a set of scopes. A threat that states none, or one that isn't
// known, is within any.
type scopes uint8

const anyScope scopes = 1 << 7

func scopeSet(s threat.Scope) scopes {
	switch s {
	case threat.Local:
		return 1
	case threat.National:
		return 2
	case threat.Regional:
		return 4
	case threat.Transnational:
		return 8
	}
	return anyScope
}

func (s scopes) list() []threat.Scope {
	var list []threat.Scope
	for _, sc := range []threat.Scope{threat.Local, threat.National, threat.Regional, threat.Transnational} {
		if s&scopeSet(sc) != 0 {
			list = append(list, sc)
		}
	}
	return list
}

// above returns the market and those that cover it.
func (f *fitter) above(m threat.Market) []threat.Market {
	if w, ok := f.wider[m]; ok {
		return w
	}
	w := []threat.Market{m}
	info, _ := m.Info()
	for _, b := range info.Broader {
		for _, n := range f.above(b) {
			if !slices.Contains(w, n) {
				w = append(w, n)
			}
		}
	}
	f.wider[m] = w
	return w
}

// about returns what the objective at that place is about.
func (f *fitter) about(o int) *subject {
	if s, ok := f.subjects[o]; ok {
		return s
	}
	s := &subject{covered: make(map[threat.Market]scopes)}
	seen := make(map[threat.Market]bool)
	for _, id := range f.ix.s.Objectives[o].Threats {
		t := f.ix.Threat(id)
		if t == nil {
			continue
		}
		if len(t.Markets) == 0 {
			s.open |= scopeSet(t.Scope)
		}
		for _, m := range t.Markets {
			if !seen[m] {
				seen[m] = true
				s.markets = append(s.markets, m)
			}
			for _, n := range f.above(m) {
				s.covered[n] |= scopeSet(t.Scope)
			}
		}
	}
	f.subjects[o] = s
	return s
}

// concerns reports whether the commitment answers a threat in one of the
// markets, or in any if none are given.
func (f *fitter) concerns(c *Commitment, markets []threat.Market) bool {
	if len(markets) == 0 {
		return true
	}
	for _, id := range f.ix.objectivesOf(c) {
		if o := find(f.ix, objectiveKind, id); o >= 0 {
			covered := f.about(o).covered
			if slices.ContainsFunc(markets, func(m threat.Market) bool { return covered[m] != 0 }) {
				return true
			}
		}
	}
	return false
}

// plain reports whether a mandate without limits of reach and time takes in
// the commitment's subject, as most do, so that fit would find no fault with
// market and scope, nor with the mandate's time. It tells that without
// allocating.
func (f *fitter) plain(a *actor.Actor, c *Commitment) bool {
	for i := range a.Mandates[:min(len(a.Mandates), maxMandates)] {
		mandate := &a.Mandates[i]
		if len(mandate.Scopes) > 0 || !mandate.Period.IsZero() {
			continue
		}
		for _, id := range f.ix.objectivesOf(c) {
			if o := find(f.ix, objectiveKind, id); o >= 0 {
				if len(mandate.Markets) == 0 {
					return true // whatever the objective is about
				}
				s := f.about(o)
				if s.open != 0 ||
					slices.ContainsFunc(mandate.Markets, func(n threat.Market) bool { return s.covered[n] != 0 }) {
					return true
				}
			}
		}
	}
	return false
}

// fit says whether the actor at that place may lead the commitment, from a day
// on if one is given.
func (f *fitter) fit(c *Commitment, p *Plan, lead int, from ocs.Date) Fit {
	fit := Fit{Commitment: c.ID, Lead: c.Lead, Verdict: FitNoLead}
	if lead < 0 {
		return fit
	}
	a := &f.ix.s.Actors[lead]
	fit.Lead = a.ID
	when := f.ix.window(c, p)
	if !from.IsZero() {
		when.Start = from
	}
	mandates := make([]*actor.Mandate, 0, len(a.Mandates))
	for i := range a.Mandates[:min(len(a.Mandates), maxMandates)] {
		mandates = append(mandates, &a.Mandates[i])
	}
	existence := apart(a.Active, when)
	if len(mandates) == 0 {
		fit.Verdict = FitNoMandate
		if existence {
			fit.fail(FitPeriod)
		}
		fit.Until = until(a, nil, when)
		return fit
	}
	fit.Verdict = FitHolds
	mandates = f.subjectFit(&fit, c, mandates)
	inTime := keep(mandates, func(m *actor.Mandate) bool { return !apart(m.Period, when) })
	if len(inTime) == 0 || existence {
		fit.fail(FitPeriod)
	}
	if len(inTime) > 0 {
		mandates = inTime
	}
	f.powerFit(&fit, c, mandates)
	f.placeFit(&fit, c, a, mandates)
	fit.Until = until(a, mandates, when)
	return fit
}

func (fit *Fit) fail(p FitPart) {
	fit.Fails = append(fit.Fails, p)
	fit.Verdict = FitFails
}

// subjectFit tests market and scope, and returns the mandates that fit, or all
// if none does, so that the other parts can be tested by themselves.
func (f *fitter) subjectFit(fit *Fit, c *Commitment, mandates []*actor.Mandate) []*actor.Mandate {
	var subjects []*subject
	for _, id := range f.ix.objectivesOf(c) {
		if o := find(f.ix, objectiveKind, id); o >= 0 {
			if s := f.about(o); len(s.markets) > 0 || s.open != 0 {
				subjects = append(subjects, s)
			}
		}
	}
	if len(subjects) == 0 {
		return mandates
	}
	reach := make([]scopes, len(mandates)) // of the threats that each mandate takes in
	var seen scopes
	for i, m := range mandates {
		for _, s := range subjects {
			reach[i] |= s.open
			if len(m.Markets) == 0 {
				for _, sub := range s.markets {
					reach[i] |= s.covered[sub]
				}
			}
			for _, market := range m.Markets {
				reach[i] |= s.covered[market]
			}
		}
		seen |= reach[i]
	}
	if seen == 0 {
		fit.fail(FitMarket)
		for _, s := range subjects {
			for _, m := range s.markets {
				if !slices.Contains(fit.Markets, m) && len(fit.Markets) < maxMandates {
					fit.Markets = append(fit.Markets, m)
				}
			}
		}
		return mandates
	}
	var inMarket, inScope []*actor.Mandate
	for i, m := range mandates {
		if reach[i] == 0 {
			continue
		}
		inMarket = append(inMarket, m)
		if len(m.Scopes) == 0 || reach[i]&anyScope != 0 ||
			slices.ContainsFunc(m.Scopes, func(s threat.Scope) bool { return scopeSet(s)&reach[i] != 0 }) {
			inScope = append(inScope, m)
		}
	}
	if len(inScope) == 0 {
		fit.fail(FitScope)
		fit.Scopes = seen.list()
		return inMarket
	}
	return inScope
}

func (f *fitter) powerFit(fit *Fit, c *Commitment, mandates []*actor.Mandate) {
	for _, power := range c.Powers {
		has := slices.ContainsFunc(mandates, func(m *actor.Mandate) bool { return slices.Contains(m.Powers, power) })
		if !has && !slices.Contains(fit.Powers, power) {
			fit.Powers = append(fit.Powers, power)
		}
	}
	if len(fit.Powers) > 0 {
		fit.fail(FitPower)
	}
}

// placeFit tests level and area.
func (f *fitter) placeFit(fit *Fit, c *Commitment, a *actor.Actor, mandates []*actor.Mandate) {
	areas, stated := c.Areas, len(c.Areas) > 0
	if !stated {
		areas = f.whole
	}
	if a.Collective && !stated {
		return
	}
	if slices.ContainsFunc(areas, ocs.Area.IsCountry) &&
		!slices.ContainsFunc(mandates, func(m *actor.Mandate) bool { return !below(m.Level, a.Level) }) {
		fit.fail(FitLevel)
	}
	for _, area := range areas {
		in := slices.ContainsFunc(mandates, func(m *actor.Mandate) bool { return f.reaches(m, a, area, stated) })
		if !in && !slices.Contains(fit.Areas, area) {
			fit.Areas = append(fit.Areas, area)
		}
	}
	if len(fit.Areas) > 0 {
		fit.fail(FitArea)
	}
}

// below reports whether a mandate, or where it states no level its actor, is
// of a level below the national.
func below(mandate, actor ocs.Level) bool {
	if mandate == "" {
		mandate = actor
	}
	return mandate == ocs.LevelSubnational || mandate == ocs.LevelLocal
}

// reaches reports whether the area lies in a mandate's areas, else in the
// actor's areas, else in its country.
func (f *fitter) reaches(m *actor.Mandate, a *actor.Actor, area ocs.Area, stated bool) bool {
	within := m.Areas
	if len(within) == 0 {
		within = a.Areas
	}
	if len(within) > 0 {
		return slices.ContainsFunc(within, area.Within)
	}
	return !stated || a.Country == "" || area.Country() == a.Country
}

// keep returns the mandates for which ok is true.
func keep(list []*actor.Mandate, ok func(*actor.Mandate) bool) []*actor.Mandate {
	var kept []*actor.Mandate
	for _, m := range list {
		if ok(m) {
			kept = append(kept, m)
		}
	}
	return kept
}
