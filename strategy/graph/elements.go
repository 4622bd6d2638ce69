package graph

import (
	"iter"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// placed is an element of a strategy, or of a copy of it, and where it stands
// there.
type placed struct {
	element
	value any // a pointer to the element

	list   ocs.Pointer // that holds it
	index  int         // in the list, -1 for the strategy
	parent element     // that it is part of, if that isn't the strategy
	nth    int         // of all elements; only of those that are shown
}

func (p placed) path() ocs.Pointer {
	if p.index < 0 {
		return p.list
	}
	return p.list.Index(p.index)
}

// name names the element as findings do.
func (p placed) name() ocs.Element { return ocs.Element{Kind: p.kind, ID: string(p.id)} }

// The kinds, by the names that findings give them.
const (
	strategyKind     = "strategy"
	goalKind         = "goal"
	pillarKind       = "pillar"
	threatKind       = "threat"
	groupKind        = "group"
	actorKind        = "actor"
	objectiveKind    = "objective"
	indicatorKind    = "indicator"
	planKind         = "plan"
	commitmentKind   = "commitment"
	milestoneKind    = "milestone"
	riskKind         = "risk"
	safeguardKind    = "safeguard"
	consultationKind = "consultation"
	evaluationKind   = "evaluation"
)

// elementsOf yields the elements that are nodes, parts after what they are
// part of.
func elementsOf(ix *strategy.Index) iter.Seq[placed] {
	return func(yield func(placed) bool) {
		s := ix.Strategy()
		w := walk{yield: yield}
		w.one(placed{element{strategyKind, s.ID}, s, "", -1, element{}, 0})
		each(&w, "/goals", s.Goals, goalKind, element{}, func(g *strategy.Goal) ocs.ID { return g.ID })
		if each(&w, "/framework/pillars", s.Framework.Pillars, pillarKind, element{}, pillarID); len(s.Framework.Pillars) == 0 {
			for p := range ix.Pillars() { // of the built-in framework that is named there
				w.one(placed{element{pillarKind, pillarID(p)}, p, "/framework", -1, element{}, 0})
			}
		}
		w.threats(s)
		w.actors(s)
		w.objectives(s)
		w.plans(s)
		w.rest(s)
	}
}

func pillarID(p *pillar.Pillar) ocs.ID { return ocs.ID(p.ID) }

// walk yields elements until it is stopped.
type walk struct {
	yield func(placed) bool
	done  bool
}

func (w *walk) one(p placed) {
	if !w.done {
		w.done = !w.yield(p)
	}
}

// each yields the elements of a list.
func each[E any](w *walk, list ocs.Pointer, elems []E, kind string, parent element, id func(*E) ocs.ID) {
	for i := range elems {
		if w.done {
			return
		}
		w.one(placed{element{kind, id(&elems[i])}, &elems[i], list, i, parent, 0})
	}
}
