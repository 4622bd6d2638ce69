package strategy

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
)

// Work is what a strategy does about something: the elements behind a number,
// each once, in document order.
type Work struct {
	// Objectives are those that answer it.
	Objectives []pillar.ObjectiveID `json:"objectives,omitempty"`

	// Commitments are those that count and serve one of the objectives, or a part of it.
	Commitments []CommitmentID `json:"commitments,omitempty"`

	// Funded are the commitments with secured funding: money that is committed or disbursed, or that the plan states
	// without saying that it is only requested or pledged.
	Funded []CommitmentID `json:"funded,omitempty"`

	// Delivered are the commitments that stand as delivered: see [Index.Delivery].
	Delivered []CommitmentID `json:"delivered,omitempty"`

	// Partial says that the commitments are not all listed, since the whole view would hold too many.
	Partial bool `json:"partial,omitzero"`
}

// IsZero reports whether nothing is done.
func (w Work) IsZero() bool { return len(w.Objectives) == 0 && len(w.Commitments) == 0 && !w.Partial }

const (
	// maxParts bounds how far parts are followed to the whole that they are part of, so that cycles come to an end.
	maxParts = 32

	// maxJoined bounds how many pairs a view joins, so that a document in which everything refers to everything can be
	// looked at too. A real strategy has some thousands.
	maxJoined = 4_000_000
)

// tally says which commitments count on a day, which of them are funded and
// delivered, and which objectives they serve. A commitment counts if its plan
// is in force on the day and it doesn't stand as cancelled: see [Index.Delivery].
// Slices are by place.
type tally struct {
	ix        *Index
	asOf      ocs.Date
	inForce   []bool // by plan
	counts    []bool
	funded    []bool
	delivered []bool
	serves    relation // objective → commitments that count and serve it or a part of it
}

// tally counts the commitments of plans in force, or of all plans.
func (ix *Index) tally(asOf ocs.Date, all bool) *tally {
	n := len(ix.commitments)
	t := &tally{ix: ix, asOf: asOf, inForce: make([]bool, len(ix.s.Plans)), counts: make([]bool, n), funded: make([]bool, n), delivered: make([]bool, n)}
	b := ix.deliveries(asOf)
	for i := range t.inForce {
		t.inForce[i] = all || !b.plans[i].over
	}
	for i, c := range ix.commitments {
		d := &b.list[i]
		t.delivered[i] = d.Standing == StandingDelivered
		t.counts[i] = t.inForce[c.plan] && (d.Standing != StandingCancelled || d.Rule == ByPlanEnding)
		t.funded[i] = slices.ContainsFunc(c.Funding, secured)
	}
	t.serves = gatherRelation(len(ix.s.Objectives), func(add func(int, int32)) {
		for i, c := range ix.commitments {
			if !t.counts[i] {
				continue
			}
			for _, id := range ix.objectivesOf(c.Commitment) {
				o := find(ix, objectiveKind, id)
				for range maxParts {
					if o < 0 {
						break
					}
					add(o, int32(i))
					o = find(ix, objectiveKind, ix.s.Objectives[o].Parent)
				}
			}
		}
	})
	return t
}

// later reports whether what happened on d had not happened by the as-of date.
// What has no date happened.
func (t *tally) later(d ocs.Date) bool {
	return !t.asOf.IsZero() && d.Last().Compare(t.asOf.Last()) > 0
}

// secured reports whether money or means can be counted on.
func secured(f Funding) bool {
	switch f.Status {
	case Requested, Pledged:
		return false
	case Committed, Disbursed:
		return true
	}
	return f.Source != "" && f.Source != UnknownSource
}

// objectivesOf returns the objectives that the commitment serves: its own, or,
// where it names none, those of the commitment that it is part of.
func (ix *Index) objectivesOf(c *Commitment) []pillar.ObjectiveID {
	for range maxParts {
		if len(c.Objectives) > 0 || c.Parent == "" {
			break
		}
		whole := ix.Commitment(c.Parent)
		if whole == nil {
			break
		}
		c = whole
	}
	return c.Objectives
}

// withheld lists the elements of which redactions withheld one of the fields
// or the whole, each once.
func (ix *Index) withheld(fields ...string) []ocs.ID {
	var list []ocs.ID
	seen := make(map[ocs.ID]bool)
	for _, r := range ix.s.Redactions {
		hit := len(r.Fields) == 0
		for _, f := range r.Fields {
			first, _, _ := strings.Cut(f, "/")
			hit = hit || slices.Contains(fields, first)
		}
		if hit && !seen[r.Element] {
			seen[r.Element] = true
			list = append(list, r.Element)
		}
	}
	return list
}

// gatherer collects objectives and the commitments that serve them, each
// once.
type gatherer struct {
	t                  *tally
	left               int // pairs that may still be joined
	round              uint32
	seenO, seenC       []uint32 // the round in which an element was last taken
	objectives, served []int32
	partial            bool
}

func newGatherer(t *tally) *gatherer {
	return &gatherer{t: t, left: maxJoined, seenO: make([]uint32, len(t.ix.s.Objectives)), seenC: make([]uint32, len(t.ix.commitments))}
}

// begin starts a new collection.
func (g *gatherer) begin() {
	g.round++
	g.objectives, g.served, g.partial = g.objectives[:0], g.served[:0], false
}

// objective takes an objective with the commitments that serve it.
func (g *gatherer) objective(o int32) {
	if g.seenO[o] == g.round {
		return
	}
	served := g.t.serves.of(int(o))
	if len(served) >= g.left {
		g.partial = true
		return
	}
	g.left -= 1 + len(served)
	g.seenO[o] = g.round
	g.objectives = append(g.objectives, o)
	for _, c := range served {
		g.commitment(c)
	}
}

// commitment takes a commitment.
func (g *gatherer) commitment(c int32) {
	if g.seenC[c] != g.round {
		g.seenC[c] = g.round
		g.served = append(g.served, c)
	}
}

// work returns what was collected.
func (g *gatherer) work() Work {
	slices.Sort(g.objectives)
	slices.Sort(g.served)
	w := Work{Partial: g.partial}
	for _, o := range g.objectives {
		w.Objectives = append(w.Objectives, g.t.ix.s.Objectives[o].ID)
	}
	if len(g.served) > 0 {
		w.Commitments = make([]CommitmentID, 0, len(g.served))
	}
	for _, n := range g.served {
		id := g.t.ix.commitments[n].ID
		w.Commitments = append(w.Commitments, id)
		if g.t.funded[n] {
			w.Funded = append(w.Funded, id)
		}
		if g.t.delivered[n] {
			w.Delivered = append(w.Delivered, id)
		}
	}
	return w
}
