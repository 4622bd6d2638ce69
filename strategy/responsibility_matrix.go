package strategy

import (
	"iter"
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
)

// maxMatrixActors is how many actors have a column of their own in a matrix.
// Every cell takes room, filled or not, so that the table must not grow with the
// product of commitments and actors.
const maxMatrixActors = 250

// ResponsibilityMatrix gives commitments by actors: a cell says what part the
// actor has in the commitment, whose marking stands before. Actors are in document order; the plans that are
// left out, and the options, are those of [Index.ActionPlan]. A partner that
// declined has no part, and one that is only proposed says so.
//
// The last column, others, lists the parts of actors that aren't in the document
// and, where there are more than 250, of those that have the fewest parts.
func (ix *Index) ResponsibilityMatrix(asOf ocs.Date, o *DeliveryOptions) Table {
	if o == nil {
		o = &DeliveryOptions{}
	}
	plans := ix.record(asOf).planEnds()
	var listed []int
	counts := make([]int, len(ix.s.Actors))
	for n, c := range ix.commitments {
		if o.Plan != "" && ix.s.Plans[c.plan].ID != o.Plan || !o.All && plans[c.plan].over {
			continue
		}
		listed = append(listed, n)
		for id := range parts(c.Commitment) {
			if a := find(ix, actorKind, id); a >= 0 {
				counts[a]++
			}
		}
	}
	t := Table{Title: titleAsOf("Responsibility matrix", asOf), Columns: []string{"plan", "commitment", "title", "marking"}}
	column := make(map[actor.ID]int)
	for _, a := range mostParts(counts) {
		column[ix.s.Actors[a].ID] = len(t.Columns)
		t.Columns = append(t.Columns, string(ix.s.Actors[a].ID))
	}
	t.Columns = append(t.Columns, "others")
	marking := ix.Markings()
	for _, n := range listed {
		c := ix.commitments[n]
		row := make([]string, len(t.Columns))
		copy(row, []string{string(ix.s.Plans[c.plan].ID), string(c.ID), c.Title, string(marking(ocs.ID(c.ID)))})
		for id, part := range parts(c.Commitment) {
			at, ok := column[id]
			if !ok {
				at, part = len(row)-1, withRemarks(string(id), part)
			}
			if row[at] != "" {
				part = row[at] + "; " + part
			}
			row[at] = part
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// parts yields the actors that have a part in a commitment and which.
func parts(c *Commitment) iter.Seq2[actor.ID, string] {
	return func(yield func(actor.ID, string) bool) {
		if c.Lead != "" && !yield(c.Lead, "lead") {
			return
		}
		for _, p := range c.Partners {
			part := string(p.Role)
			if part == "" {
				part = "partner"
			}
			if p.Status == Proposed {
				part = withRemarks(part, string(p.Status))
			}
			if p.Status != Declined && !yield(p.Actor, part) {
				return
			}
		}
	}
}

// mostParts returns the places of the actors that have a column, in order: all
// that have a part, or those with the most.
func mostParts(counts []int) []int {
	var list []int
	for a, n := range counts {
		if n > 0 {
			list = append(list, a)
		}
	}
	if len(list) > maxMatrixActors {
		slices.SortStableFunc(list, func(a, b int) int { return counts[b] - counts[a] })
		list = list[:maxMatrixActors]
		slices.Sort(list)
	}
	return list
}
