package report

import (
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// group is where a row stands: under a pillar, or under none.
type group struct {
	pillar pillar.ID
	across bool // it serves an objective outside the pillars
}

// groupOf is the group of a commitment: the pillar of the first objective that
// has a known one.
func groupOf(ix *strategy.Index, c *strategy.Commitment) group {
	var g group
	for _, id := range c.Objectives {
		if o := ix.Objective(id); o != nil {
			if ix.Pillar(o.Pillar) != nil && !o.Horizontal {
				return group{pillar: o.Pillar}
			}
			g.across = g.across || o.Horizontal
		}
	}
	return g
}

// groups numbers the groups in the order in which they are drawn.
func groups(ix *strategy.Index) map[group]int {
	order := make(map[group]int)
	for p := range ix.Pillars() {
		order[group{pillar: p.ID}] = len(order)
	}
	order[group{across: true}] = len(order)
	order[group{}] = len(order)
	return order
}

// groupName is the head of a group.
func (o *Options) groupName(ix *strategy.Index, g group) phrase {
	if p := ix.Pillar(g.pillar); p != nil {
		return nameOr(p.Name, p.ID)
	}
	if g.across {
		return o.say("horizontal")
	}
	return o.say("outside")
}
