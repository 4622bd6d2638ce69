package strategy

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
)

// governance says who oversees what, and who sits where.
type governance struct {
	ix       *Index
	bodies   map[int32]bool     // actors that oversee or coordinate
	oversees map[ocs.ID][]int32 // element → actors that watch over it
	seats    map[int32][]seat   // actor → bodies on which it sits, or to which it reports
	marked   []int32            // by actor: the last plan, counted from 1, that it oversees
	plan     *Plan              // the plan for which actors are marked
	mark     int32
	found    bool
}

// seat is a place on a body, an actor's own or that of a part of it.
type seat struct {
	body    int32
	through bool // a part of the actor sits there
}

// maxSeats bounds how many seats of an actor are looked at; an actor with more
// is taken to be represented everywhere.
const maxSeats = 256

func newGovernance(ix *Index) *governance {
	g := &governance{ix: ix, bodies: make(map[int32]bool), oversees: make(map[ocs.ID][]int32), seats: make(map[int32][]seat),
		marked: make([]int32, len(ix.s.Actors))}
	for i := range ix.s.Actors {
		a := &ix.s.Actors[i]
		if a.Body.IsZero() || find(ix, actorKind, a.ID) != i {
			continue
		}
		n := int32(i)
		g.bodies[n] = true
		g.seats[n] = append(g.seats[n], seat{body: n})
		for _, id := range a.Body.Oversees {
			g.oversees[id] = append(g.oversees[id], n)
		}
		g.sit(a.Body.Chair, n)
		g.sit(a.Body.Secretariat, n)
		for _, m := range a.Body.Members {
			g.sit(m, n)
		}
	}
	for i := range ix.s.Reporting {
		d := &ix.s.Reporting[i]
		about := ocs.ID(d.Plan)
		if about == "" {
			about = ix.s.ID
		}
		for _, to := range d.To {
			if n := find(ix, actorKind, to); n >= 0 {
				g.oversees[about] = append(g.oversees[about], int32(n))
				g.sit(d.By, int32(n))
			}
		}
	}
	return g
}

// sit gives the actor a seat, and those that it is part of a seat through it.
func (g *governance) sit(id actor.ID, body int32) {
	n := find(g.ix, actorKind, id)
	for step := 0; n >= 0 && step < maxParts; step++ {
		g.seats[int32(n)] = append(g.seats[int32(n)], seat{body, step > 0})
		n = find(g.ix, actorKind, g.ix.s.Actors[n].Parent)
	}
}

// overseen marks the actors that oversee the plan, one that it is part of or
// the strategy, and reports whether there are any.
func (g *governance) overseen(plan *Plan) bool {
	if g.plan == plan {
		return g.found
	}
	g.plan, g.found = plan, false
	g.mark++
	add := func(id ocs.ID) {
		if id == "" {
			return
		}
		for _, n := range g.oversees[id] {
			g.marked[n], g.found = g.mark, true
		}
	}
	add(g.ix.s.ID)
	for step := 0; plan != nil && step < maxParts; step++ {
		add(ocs.ID(plan.ID))
		plan = g.ix.Plan(plan.PartOf)
	}
	return g.found
}

// reaches reports whether the lead, or an actor that it is part of, sits on a
// body that oversees the plan or reports to one that does, or is itself
// watched over.
func (g *governance) reaches(lead int, plan *Plan) bool {
	g.overseen(plan)
	for step := 0; lead >= 0 && step < maxParts; step++ {
		id := ocs.ID(g.ix.s.Actors[lead].ID)
		if g.marked[lead] == g.mark || len(g.oversees[id]) > 0 {
			return true
		}
		seats := g.seats[int32(lead)]
		if len(seats) > maxSeats || slices.ContainsFunc(seats, func(s seat) bool { return (step == 0 || !s.through) && g.above(s.body) }) {
			return true
		}
		lead = find(g.ix, actorKind, g.ix.s.Actors[lead].Parent)
	}
	return false
}

// above reports whether the body, or one to which it reports, oversees the
// plan.
func (g *governance) above(body int32) bool {
	n := int(body)
	for step := 0; n >= 0 && step < maxParts; step++ {
		if g.marked[n] == g.mark {
			return true
		}
		n = find(g.ix, actorKind, g.ix.s.Actors[n].Body.ReportsTo)
	}
	return false
}
