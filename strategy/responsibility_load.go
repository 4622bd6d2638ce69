package strategy

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/threat"
)

// loads fills the matrix of actors and roles, and the loads by quarter.
func (v *responsibilityView) loads() {
	ix := v.ix
	v.leads = make([]bool, len(ix.s.Actors))
	l := &loader{v: v, loads: make([]ActorLoad, len(ix.s.Actors)), parts: make(map[partKey]int), joined: make([]int, len(ix.s.Actors))}
	for i, c := range ix.commitments {
		if !v.t.counts[i] {
			continue
		}
		when := ix.window(c.Commitment, &ix.s.Plans[c.plan])
		if a := find(ix, actorKind, c.Lead); a >= 0 {
			v.leads[a] = true
			l.loads[a].Leads = append(l.loads[a].Leads, c.ID)
			l.run(&l.loads[a].Led, when)
			if when.IsZero() {
				l.loads[a].Undated++
			}
		} else {
			v.r.Leaderless = append(v.r.Leaderless, c.ID)
		}
		for j := range c.Partners {
			l.partner(i, &c.Partners[j], when)
		}
	}
	for i := range l.loads {
		load := &l.loads[i]
		if len(load.Leads) == 0 && len(load.Parts) == 0 {
			continue
		}
		load.Actor, load.Name = ix.s.Actors[i].ID, ix.s.Actors[i].Name
		load.Led, load.Joined = running(load.Led), running(load.Joined)
		slices.SortStableFunc(load.Parts, func(a, b RoleShare) int { return roleRank(a.Role) - roleRank(b.Role) })
		v.r.Actors = append(v.r.Actors, *load)
	}
}

// loader collects what falls to each actor.
type loader struct {
	v      *responsibilityView
	loads  []ActorLoad
	parts  map[partKey]int // where an actor's share in a role is
	joined []int           // by actor, one more than the last commitment in which it has a working part
}

type partKey struct {
	actor int
	role  actor.Role
}

// partner enters what falls to a partner of the commitment at that place.
func (l *loader) partner(i int, p *Partner, when ocs.Period) {
	a := find(l.v.ix, actorKind, p.Actor)
	if a < 0 || p.Status == Declined {
		return
	}
	load := &l.loads[a]
	at, ok := l.parts[partKey{a, p.Role}]
	if !ok {
		at = len(load.Parts)
		l.parts[partKey{a, p.Role}] = at
		load.Parts = append(load.Parts, RoleShare{Role: p.Role})
	}
	c := l.v.ix.commitments[i]
	load.Parts[at].take(p, c.ID)
	if working(p.Role) && p.Actor != c.Lead && l.joined[a] != i+1 {
		l.joined[a] = i + 1
		l.run(&load.Joined, when)
	}
}

// run enters that something begins and ends; see [running].
func (l *loader) run(counts *[]int, when ocs.Period) {
	n := len(l.v.r.Quarters)
	first, last := l.v.quartersIn(when)
	if when.IsZero() || first > last {
		return
	}
	if *counts == nil {
		*counts = make([]int, n+1)
	}
	(*counts)[first]++
	(*counts)[last+1]--
}

// take adds a partner's commitment to the role.
func (r *RoleShare) take(p *Partner, c CommitmentID) {
	if n := len(r.Commitments); n > 0 && r.Commitments[n-1] == c {
		return
	}
	r.Commitments = append(r.Commitments, c)
	if p.Status == Proposed {
		r.Proposed++
	}
}

// working reports whether the role is one in which the actor does the work.
func working(r actor.Role) bool {
	return r == actor.CoLead || r == actor.Implementing || r == actor.Supporting
}

func roleRank(r actor.Role) int {
	terms := actor.Role("").Terms()
	if n := slices.Index(terms, string(r)); n >= 0 {
		return n
	}
	return len(terms)
}

// running turns what begins and ends into what runs.
func running(changes []int) []int {
	if changes == nil {
		return nil
	}
	for i := 1; i < len(changes); i++ {
		changes[i] += changes[i-1]
	}
	return changes[:len(changes)-1]
}

// mandates tests the leads' mandates, and what happens to a commitment when
// its lead's mandate ceases.
func (v *responsibilityView) mandates() {
	ix := v.ix
	v.successors = make(map[actor.ID][]int)
	for i := range ix.s.Actors {
		for _, s := range ix.s.Actors[i].Succeeds {
			if list := v.successors[s.Actor]; len(list) == 0 || list[len(list)-1] != i {
				v.successors[s.Actor] = append(list, i)
			}
		}
	}
	told := make([]bool, len(ix.s.Actors))
	for i, c := range ix.commitments {
		lead := find(ix, actorKind, c.Lead)
		if !v.t.counts[i] || lead < 0 {
			continue
		}
		plan := &ix.s.Plans[c.plan]
		fit := v.fitter.fit(c.Commitment, plan, lead, ocs.Date{})
		if fit.Verdict == FitFails {
			v.r.Misfits = append(v.r.Misfits, fit)
		}
		if len(ix.s.Actors[lead].Mandates) == 0 && !told[lead] {
			told[lead] = true
			v.r.NoMandate = append(v.r.NoMandate, c.Lead)
		}
		if fit.Until.IsZero() || v.t.delivered[i] {
			continue
		}
		ceasing := Ceasing{Commitment: c.ID, Lead: c.Lead, Until: fit.Until}
		for _, next := range v.successors[c.Lead][:min(len(v.successors[c.Lead]), maxParts)] {
			if next != lead {
				ceasing.Successors = append(ceasing.Successors, v.fitter.fit(c.Commitment, plan, next, fit.Until.Add(1, ocs.Days)))
			}
		}
		v.r.Ceasing = append(v.r.Ceasing, ceasing)
	}
}

// singlePoints looks for priority threats that hang on one lead. An objective's
// leads are none, one or several, and so are a threat's.
func (v *responsibilityView) singlePoints() {
	ix := v.ix
	const none, several = -1, -2
	merge := func(a, b int) int {
		switch {
		case a == none || a == b:
			return b
		case b == none:
			return a
		}
		return several
	}
	of := make([]int, len(ix.s.Objectives))
	for o := range of {
		of[o] = none
		for _, n := range v.t.serves.of(o) {
			if lead := find(ix, actorKind, ix.commitments[n].Lead); lead >= 0 {
				of[o] = merge(of[o], lead)
			}
			if of[o] == several {
				break
			}
		}
	}
	hang := make([][]threat.ID, len(ix.s.Actors))
	for i := range ix.s.Threats {
		t := &ix.s.Threats[i]
		if !t.Priority || find(ix, threatKind, t.ID) != i {
			continue
		}
		lead := none
		for _, o := range ix.threatObjectives.of(i) {
			lead = merge(lead, of[o])
		}
		if lead >= 0 {
			hang[lead] = append(hang[lead], t.ID)
		}
	}
	for a, threats := range hang {
		if len(threats) > 1 {
			v.r.SinglePoints = append(v.r.SinglePoints, SinglePoint{ix.s.Actors[a].ID, threats})
		}
	}
}

// bodies lists the bodies, and the leads that sit on none.
func (v *responsibilityView) bodies() {
	ix := v.ix
	seated := make([]bool, len(ix.s.Actors))
	for i := range ix.s.Actors {
		a := &ix.s.Actors[i]
		if a.Body.IsZero() && a.Kind != actor.CoordinationBody {
			continue
		}
		b := BodySeats{Body: a.ID, Name: a.Name, Chair: a.Body.Chair, Secretariat: a.Body.Secretariat, Members: a.Body.Members,
			Cadence: a.Body.Cadence, ReportsTo: a.Body.ReportsTo, Oversees: a.Body.Oversees}
		counted := make(map[actor.ID]bool)
		for _, id := range append([]actor.ID{a.Body.Chair}, a.Body.Members...) {
			if n := find(ix, actorKind, id); n >= 0 && !counted[id] {
				counted[id], seated[n] = true, true
				if v.leads[n] {
					b.Leads = append(b.Leads, id)
				}
			}
		}
		v.r.Bodies = append(v.r.Bodies, b)
	}
	for i, leads := range v.leads {
		a := &ix.s.Actors[i]
		parent := find(ix, actorKind, a.Parent)
		if leads && !seated[i] && (parent < 0 || !seated[parent]) {
			v.r.Unseated = append(v.r.Unseated, a.ID)
		}
	}
}

// successions lists who took over from whom.
func (v *responsibilityView) successions() {
	ix := v.ix
	for i := range ix.s.Actors {
		for _, s := range ix.s.Actors[i].Succeeds {
			h := Handover{From: s.Actor, To: ix.s.Actors[i].ID, How: s.How, Date: s.Date, Markets: s.Markets,
				InPeriod: !apart(ocs.Period{Start: s.Date, End: s.Date}, ix.s.Period)}
			for _, n := range ix.actorLed.of(find(ix, actorKind, s.Actor)) {
				if v.t.counts[n] && s.Actor != h.To && v.fitter.concerns(ix.commitments[n].Commitment, s.Markets) {
					h.Left = append(h.Left, ix.commitments[n].ID)
				}
			}
			v.r.Successions = append(v.r.Successions, h)
		}
	}
}
