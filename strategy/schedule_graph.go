package strategy

import (
	"slices"

	"github.com/ocs-framework/ocs"
)

// graph is the commitments with what they depend on. Edges within a set of
// commitments that wait for each other are left out of the calculation.
type graph struct {
	b             *deliveries
	after, before relation // commitment → those it waits for; → those that wait for it
	tangle        []int32  // the set of a commitment in a cycle, from 1; 0 for none
	cycles        [][]int32
	order         []int32 // each after what it waits for
	nodes         []node
}

// node is a commitment's dates in the schedule.
type node struct {
	start, due       ocs.Date // as planned
	expStart, expEnd ocs.Date
	later            int   // days by which it starts later than planned
	because, root    int32 // where that comes from
	driver           int32 // what it waits for that ends last, -1 for nothing
	latest           ocs.Date
	limited          bool // latest is known
}

func newGraph(b *deliveries) *graph {
	ix := b.ix
	n := len(ix.commitments)
	g := &graph{b: b, nodes: make([]node, n), tangle: make([]int32, n)}
	to := make(map[int32]bool)
	g.after = gatherRelation(n, func(add func(int, int32)) {
		for i, c := range ix.commitments {
			if len(c.DependsOn) == 0 || b.plans[c.plan].over {
				continue
			}
			clear(to)
			for _, id := range c.DependsOn {
				if d := int32(find(ix, commitmentKind, id)); d >= 0 && !to[d] {
					to[d] = true
					add(i, d)
				}
			}
		}
	})
	g.before = gatherRelation(n, func(add func(int, int32)) {
		for i := range n {
			for _, d := range g.after.of(i) {
				add(int(d), int32(i))
			}
		}
	})
	g.cycles = links{n: n,
		has: func(i int) bool { return len(g.after.of(i)) > 0 },
		next: func(i, k int) (int, bool) {
			if list := g.after.of(i); k < len(list) {
				return int(list[k]), true
			}
			return -1, false
		}}.tangles()
	for k, set := range g.cycles {
		for _, i := range set {
			g.tangle[i] = int32(k + 1)
		}
	}
	g.sort()
	return g
}

// tied reports whether the edge between two commitments is within a cycle.
func (g *graph) tied(a, b int32) bool { return g.tangle[a] != 0 && g.tangle[a] == g.tangle[b] }

// sort orders the commitments, those in cycles as if their set had no edges.
func (g *graph) sort() {
	n := len(g.nodes)
	waits := make([]int32, n)
	g.order = make([]int32, 0, n)
	for i := range n {
		for _, d := range g.after.of(i) {
			if !g.tied(int32(i), d) {
				waits[i]++
			}
		}
		if waits[i] == 0 {
			g.order = append(g.order, int32(i))
		}
	}
	for at := 0; at < len(g.order); at++ {
		d := g.order[at]
		for _, i := range g.before.of(int(d)) {
			if g.tied(d, i) {
				continue
			}
			if waits[i]--; waits[i] == 0 {
				g.order = append(g.order, i)
			}
		}
	}
}

// forward works out when each commitment must be expected to start and end.
func (g *graph) forward() {
	ix, b := g.b.ix, g.b
	today := b.record.asOf
	for _, n := range g.order {
		c, k, d := ix.commitments[n], &g.nodes[n], &b.list[n]
		plan := &ix.s.Plans[c.plan]
		k.driver = -1
		k.due = ix.day(c.Deadline, plan)
		k.start = ix.start(c.Commitment, plan)
		if c.Start.IsZero() {
			k.start = g.implied(n, k.start, k.due)
		}
		k.expStart = k.start
		started := !b.begun[n].IsZero() || !d.Open()
		for _, w := range g.after.of(int(n)) {
			if g.tied(n, w) {
				continue
			}
			at := &g.nodes[w]
			if at.expEnd.IsZero() || b.list[w].Standing == StandingCancelled {
				continue
			}
			if k.driver < 0 || at.expEnd.Compare(g.nodes[k.driver].expEnd) > 0 {
				k.driver = w
			}
			if started || k.start.IsZero() {
				continue
			}
			if earliest := at.expEnd.Add(g.gap(w, n), ocs.Days); earliest.Compare(k.expStart) > 0 {
				k.expStart, k.because = earliest, w
				k.later = days(k.start, earliest)
				if k.root = at.root; at.later == 0 {
					k.root = w
				}
			}
		}
		switch {
		case d.Standing == StandingDelivered:
			k.expEnd = d.Since.Last()
		case d.Standing == StandingCancelled || k.due.IsZero():
		default:
			k.expEnd = k.due.Add(k.later, ocs.Days)
			if k.expEnd.Before(today) {
				k.expEnd = today
			}
		}
	}
}

// implied is the start of a commitment that states none: the day after the last
// of those it waits for is due, if that leaves it time before its own deadline,
// else that of its plan.
func (g *graph) implied(n int32, start, due ocs.Date) ocs.Date {
	for _, w := range g.after.of(int(n)) {
		next := g.nodes[w].due.Add(1, ocs.Days)
		if !g.tied(n, w) && next.Compare(start) > 0 && (due.IsZero() || next.Compare(due) <= 0) {
			start = next
		}
	}
	return start
}

// gap is how many days after the end of w its follower n may begin: one, or
// fewer where the plan has them overlap.
func (g *graph) gap(w, n int32) int {
	from, to := g.nodes[w].due, g.nodes[n].start
	if from.IsZero() || to.IsZero() {
		return 1
	}
	return min(1, days(from, to))
}

// backward works out how late each commitment may end without a follower, or
// itself, ending after its due date.
func (g *graph) backward() {
	for at := len(g.order) - 1; at >= 0; at-- {
		n := g.order[at]
		k := &g.nodes[n]
		if k.expEnd.IsZero() {
			continue
		}
		k.latest, k.limited = k.due, !k.due.IsZero()
		for _, f := range g.before.of(int(n)) {
			next := &g.nodes[f]
			if g.tied(n, f) || !next.limited || next.start.IsZero() || !g.b.list[f].Open() || !g.b.begun[f].IsZero() {
				continue
			}
			begin := next.latest.Add(-days(next.start, next.due), ocs.Days)
			if end := begin.Add(-g.gap(n, f), ocs.Days); !end.IsZero() && (!k.limited || end.Compare(k.latest) < 0) {
				k.latest, k.limited = end, true
			}
		}
	}
}

// critical is the chain that ends last, from its first commitment. Of chains
// that end on the same day it is the one whose end comes first in the document.
func (g *graph) critical() []int32 {
	last := int32(-1)
	for n := range g.nodes {
		k := &g.nodes[n]
		if k.driver >= 0 && !k.expEnd.IsZero() && (last < 0 || k.expEnd.Compare(g.nodes[last].expEnd) > 0) {
			last = int32(n)
		}
	}
	var chain []int32
	for n := last; n >= 0; n = g.nodes[n].driver {
		chain = append(chain, n)
	}
	slices.Reverse(chain)
	return chain
}
