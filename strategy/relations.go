package strategy

import (
	"iter"
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// relation holds, for each element of one list, places in another list: those
// of element i are to[start[i]:start[i+1]], in document order. Two slices,
// however many elements.
type relation struct {
	start []int32
	to    []int32
}

// pair is one entry of a relation: the place of an element and a place that
// belongs to it.
type pair struct{ from, to int32 }

// newRelation builds the relation of n elements from its pairs, which must come
// in order of their second place. Pairs from -1 are left out.
func newRelation(n int, pairs []pair) relation {
	start := make([]int32, n+2)
	for _, p := range pairs {
		if p.from >= 0 {
			start[p.from+2]++
		}
	}
	for i := 2; i < len(start); i++ {
		start[i] += start[i-1]
	}
	to := make([]int32, start[len(start)-1])
	for _, p := range pairs {
		if p.from >= 0 {
			to[start[p.from+1]] = p.to
			start[p.from+1]++
		}
	}
	return relation{start[:n+1], to}
}

// gatherRelation builds the relation of n elements from the pairs that a
// function adds.
func gatherRelation(n int, pairs func(add func(from int, to int32))) relation {
	var list []pair
	pairs(func(from int, to int32) { list = append(list, pair{int32(from), to}) })
	return newRelation(n, list)
}

// of returns the places that belong to element n, none if n is -1.
func (r relation) of(n int) []int32 {
	if n < 0 {
		return nil
	}
	return r.to[r.start[n]:r.start[n+1]]
}

// relate builds the relations that the questions need.
func (ix *Index) relate() {
	s := ix.s
	for i := range s.Plans {
		for _, earlier := range s.Plans[i].Supersedes {
			if earlier == s.Plans[i].ID {
				continue
			}
			if ix.replaced == nil {
				ix.replaced = make(map[PlanID]bool)
			}
			ix.replaced[earlier] = true
		}
	}
	for n := range ix.commitments {
		c := &ix.commitments[n]
		c.binds = c.open() && ix.InForce(&s.Plans[c.plan])
	}
	pairs := make([]pair, 0, 2*len(ix.commitments)) // of one relation after the other
	relate := func(n int, collect func()) relation {
		pairs = pairs[:0]
		collect()
		return newRelation(n, pairs)
	}
	add := func(from, to int) { pairs = append(pairs, pair{int32(from), int32(to)}) }
	ix.pillarObjectives = relate(len(ix.framework.Pillars), func() {
		for i := range s.Objectives {
			add(find(ix, pillarKind, s.Objectives[i].Pillar), i)
		}
	})
	ix.threatObjectives = relate(len(s.Threats), func() {
		for i := range s.Objectives {
			for _, t := range s.Objectives[i].Threats {
				add(find(ix, threatKind, t), i)
			}
		}
	})
	ix.objectiveCommitments = relate(len(s.Objectives), func() {
		for i := range ix.commitments {
			c := &ix.commitments[i]
			c.objectives = int32(len(ix.objectivePlaces))
			for _, id := range c.Objectives {
				o := find(ix, objectiveKind, id)
				ix.objectivePlaces = append(ix.objectivePlaces, int32(o))
				add(o, i)
			}
		}
	})
	ix.actorLed = relate(len(s.Actors), func() {
		for i := range ix.commitments {
			c := &ix.commitments[i]
			lead := find(ix, actorKind, c.Lead)
			c.lead = int32(lead)
			add(lead, i)
		}
	})
	ix.actorPartnered = relate(len(s.Actors), func() {
		for i, c := range ix.commitments {
			for _, p := range c.Partners {
				add(find(ix, actorKind, p.Actor), i)
			}
		}
	})
}

// ObjectivesUnder yields the objectives of which that pillar is the primary
// one.
func (ix *Index) ObjectivesUnder(p pillar.ID) iter.Seq[*pillar.Objective] {
	return ix.objectives(ix.pillarObjectives.of(find(ix, pillarKind, p)))
}

// ObjectivesAgainst yields the objectives that answer the threat.
func (ix *Index) ObjectivesAgainst(t threat.ID) iter.Seq[*pillar.Objective] {
	return ix.objectives(ix.threatObjectives.of(find(ix, threatKind, t)))
}

// CommitmentsFor yields the commitments that serve the objective, whatever
// their plan.
func (ix *Index) CommitmentsFor(o pillar.ObjectiveID) iter.Seq[*Commitment] {
	return ix.commitmentsAt(ix.objectiveCommitments.of(find(ix, objectiveKind, o)))
}

// CommitmentsAgainst yields the commitments that serve an objective that
// answers the threat, each once.
func (ix *Index) CommitmentsAgainst(t threat.ID) iter.Seq[*Commitment] {
	return func(yield func(*Commitment) bool) {
		var places []int32
		for _, o := range ix.threatObjectives.of(find(ix, threatKind, t)) {
			places = append(places, ix.objectiveCommitments.of(int(o))...)
		}
		slices.Sort(places)
		ix.commitmentsAt(places)(yield)
	}
}

// LedBy yields the commitments that the actor leads.
func (ix *Index) LedBy(a actor.ID) iter.Seq[*Commitment] {
	return ix.commitmentsAt(ix.actorLed.of(find(ix, actorKind, a)))
}

// PartneredBy yields the commitments in which the actor is a partner, with its
// part in each.
func (ix *Index) PartneredBy(a actor.ID) iter.Seq2[*Commitment, *Partner] {
	return func(yield func(*Commitment, *Partner) bool) {
		for c := range ix.commitmentsAt(ix.actorPartnered.of(find(ix, actorKind, a))) {
			for i := range c.Partners {
				if c.Partners[i].Actor == a && !yield(c, &c.Partners[i]) {
					return
				}
			}
		}
	}
}

// Unanswered yields the threats that no objective answers.
func (ix *Index) Unanswered() iter.Seq[*threat.Threat] {
	return func(yield func(*threat.Threat) bool) {
		for i := range ix.s.Threats {
			t := &ix.s.Threats[i]
			if len(ix.threatObjectives.of(find(ix, threatKind, t.ID))) == 0 && !yield(t) {
				return
			}
		}
	}
}

// PlanOf returns the plan that holds the commitment, or nil if c doesn't point
// into the strategy.
func (ix *Index) PlanOf(c *Commitment) *Plan {
	if p := lookup(ix, ix.commitments, commitmentKind, c.ID); p != nil && p.Commitment == c {
		return &ix.s.Plans[p.plan]
	}
	if n, ok := ix.strays[c]; ok {
		return &ix.s.Plans[ix.commitments[n].plan]
	}
	return nil
}

// InForce reports whether the plan counts: it has not ended, is not marked
// superseded, and no other plan replaces it.
func (ix *Index) InForce(p *Plan) bool {
	return p.Ended.absent() && p.Stage != ocs.StageSuperseded && !ix.replaced[p.ID]
}

// UNODCPillars returns the pillars of UNODC's framework that the objective
// serves: those it names itself, else those onto which its pillars map.
func (ix *Index) UNODCPillars(o *pillar.Objective) []pillar.ID {
	if len(o.MapsTo) > 0 {
		return o.MapsTo
	}
	var to []pillar.ID
	for _, id := range append([]pillar.ID{o.Pillar}, o.Also...) {
		if p := ix.Pillar(id); p != nil {
			for _, m := range p.MapsTo {
				if !slices.Contains(to, m) {
					to = append(to, m)
				}
			}
		}
	}
	return to
}

func (ix *Index) objectives(places []int32) iter.Seq[*pillar.Objective] {
	return func(yield func(*pillar.Objective) bool) {
		last := int32(-1)
		for _, n := range places {
			if n != last && !yield(&ix.s.Objectives[n]) {
				return
			}
			last = n
		}
	}
}

func (ix *Index) commitmentsAt(places []int32) iter.Seq[*Commitment] {
	return func(yield func(*Commitment) bool) {
		last := int32(-1)
		for _, n := range places {
			if n != last && !yield(ix.commitments[n].Commitment) {
				return
			}
			last = n
		}
	}
}
