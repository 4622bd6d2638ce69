package strategy

import (
	"iter"

	"github.com/ocs-framework/ocs/actor"
)

// Places that many rules need are looked up once: in a large document a look-up
// costs more than most rules do with what it finds.

// open yields the places of the commitments that still bind.
func (ix *Index) open() iter.Seq2[int, *Commitment] {
	return func(yield func(int, *Commitment) bool) {
		for n := range ix.commitments {
			if c := &ix.commitments[n]; c.binds && !yield(n, c.Commitment) {
				return
			}
		}
	}
}

// leadOf returns the actor that leads commitment n, or nil.
func (ix *Index) leadOf(n int) *actor.Actor {
	if a := ix.commitments[n].lead; a >= 0 {
		return &ix.s.Actors[a]
	}
	return nil
}

// objectivesAt returns the places of the objectives of commitment n, as it
// lists them, -1 for one that isn't there.
func (ix *Index) objectivesAt(n int) []int32 {
	c := &ix.commitments[n]
	return ix.objectivePlaces[c.objectives:][:len(c.Objectives)]
}

// findUpdated returns the places of the commitments on which there are updates,
// by report and update, -1 for one that isn't there.
func (ix *Index) findUpdated() [][]int32 {
	return placesIn(ix, func(r *Report) int { return len(r.Updates) }, func(r *Report, i int) int {
		return find(ix, commitmentKind, r.Updates[i].Commitment)
	})
}

// findRead returns the places of the indicators that were read, by report and
// reading, -1 for one that isn't there.
func (ix *Index) findRead() [][]int32 {
	return placesIn(ix, func(r *Report) int { return len(r.Readings) }, func(r *Report, i int) int {
		return find(ix, indicatorKind, r.Readings[i].Indicator)
	})
}

func placesIn(ix *Index, count func(*Report) int, place func(*Report, int) int) [][]int32 {
	all := make([][]int32, len(ix.s.Reports))
	for n := range all {
		r := &ix.s.Reports[n]
		all[n] = make([]int32, count(r))
		for i := range all[n] {
			all[n][i] = int32(place(r, i))
		}
	}
	return all
}
