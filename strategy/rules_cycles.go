package strategy

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

func cycleRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{parentCycle, successionCycle, dependencyCycle, deadlineCycle, tieCycle}
}

var parentCycle = ocs.Rule[Index]{
	Code:  "parent-cycle",
	Title: "nothing is part of itself",
	Doc: "Actors, objectives, commitments and plans may each be part of another of their kind, and these parts form trees. " +
		"Where the parents lead in a circle, none is the whole. Remove the parent that is wrong.",
	Basis:  "integrity of references",
	Levels: "EEEEE",
	Fixed:  true,
	Check: func(p *ocs.Pass, ix *Index) {
		const message, help = "%q is part of itself", "remove the parent that is wrong"
		s := ix.s
		linked(ix, actorKind, len(s.Actors), inList(s.Actors),
			func(a *actor.Actor) actor.ID { return a.ID },
			single(func(a *actor.Actor) *actor.ID { return &a.Parent })).reportCycles(p, message, help)
		linked(ix, objectiveKind, len(s.Objectives), inList(s.Objectives),
			func(o *pillar.Objective) pillar.ObjectiveID { return o.ID },
			single(func(o *pillar.Objective) *pillar.ObjectiveID { return &o.Parent })).reportCycles(p, message, help)
		linked(ix, planKind, len(s.Plans), inList(s.Plans),
			func(p *Plan) PlanID { return p.ID },
			single(func(p *Plan) *PlanID { return &p.PartOf })).reportCycles(p, message, help)
		ix.linkedCommitments(single(func(c *Commitment) *CommitmentID { return &c.Parent })).reportCycles(p, message, help)
	},
}

var successionCycle = ocs.Rule[Index]{
	Code:  "succession-cycle",
	Title: "nothing succeeds itself",
	Doc: "Plans supersede earlier plans, commitments continue those of earlier plans, and actors succeed earlier ones, always forward in time. " +
		"A circle means that one of them names its successor instead of its predecessor. " +
		"Transfers of some tasks only, which may go both ways between two actors, are left out.",
	Basis:  "Chile: resolution 6.348 of 2022 replaced by 2.530 of 2025; succession can only go forward",
	Levels: "EEEEE",
	Fixed:  true,
	Check: func(p *ocs.Pass, ix *Index) {
		const message, help = "%q succeeds itself", "name the predecessor, not the successor"
		s := ix.s
		linked(ix, actorKind, len(s.Actors), inList(s.Actors),
			func(a *actor.Actor) actor.ID { return a.ID },
			func(a *actor.Actor, k int) (*actor.ID, bool) {
				if k >= len(a.Succeeds) {
					return nil, false
				}
				if from := &a.Succeeds[k]; from.How != actor.Transferred && len(from.Markets) == 0 {
					return &from.Actor, true
				}
				return nil, true
			}).reportCycles(p, message, help)
		linked(ix, planKind, len(s.Plans), inList(s.Plans),
			func(p *Plan) PlanID { return p.ID },
			several(func(p *Plan) []PlanID { return p.Supersedes })).reportCycles(p, message, help)
		ix.linkedCommitments(single(func(c *Commitment) *CommitmentID { return &c.Continues })).reportCycles(p, message, help)
	},
}

var dependencyCycle = ocs.Rule[Index]{
	Code:  "dependency-cycle",
	Title: "no commitment waits for itself",
	Doc: "A commitment depends on those that must be done before it. In a circle of dependencies none can begin. " +
		"Remove the dependency that is only a matter of coordination, or split a commitment in two.",
	Basis:  "a plan that nobody can begin",
	Levels: "EEEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		ix.linkedCommitments(several(func(c *Commitment) []CommitmentID { return c.DependsOn })).
			reportCycles(p, "%q depends on itself", "remove a dependency, or split a commitment in two")
	},
}

var deadlineCycle = ocs.Rule[Index]{
	Code:  "deadline-cycle",
	Title: "no deadline counts from itself",
	Doc: "A milestone may be due some time after another one, or after the adoption, but a chain of such terms must begin with a date. " +
		"Where milestones count from each other, none of them ever falls due. Give one of them a date.",
	Basis:  "a term needs a day to run from",
	Levels: "EEEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		due := func(i int) *ocs.Deadline { return &ix.milestones[i].Due }
		links{
			n:    len(ix.milestones),
			elem: func(i int) any { return ix.milestones[i].Milestone },
			id:   func(i int) ocs.ID { return ocs.ID(ix.milestones[i].ID) },
			has: func(i int) bool {
				_, _, _, term := due(i).After()
				return term
			},
			at: func(i, _ int) any { return due(i) },
			next: func(i, k int) (int, bool) {
				anchor, _, _, term := due(i).After()
				if !term || k > 0 {
					return -1, false
				}
				return find(ix, milestoneKind, anchor), true
			},
		}.reportCycles(p, "deadline of %q counts from itself", "give one of the milestones a date")
	},
}

var tieCycle = ocs.Rule[Index]{
	Code:  "tie-cycle",
	Title: "no criminal group is part of itself or split from itself",
	Doc: "A group that is part of another cannot also contain it, and one that split from another cannot be its origin. " +
		"One of the ties points the wrong way; a tie is read from the group that states it. Ties such as cooperation may well go both ways.",
	Basis:  "integrity of references",
	Levels: "WEEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		groups := ix.s.Groups
		for _, kind := range []threat.TieKind{threat.PartOf, threat.SplitFrom} {
			linked(ix, groupKind, len(groups), inList(groups),
				func(g *threat.Group) threat.GroupID { return g.ID },
				func(g *threat.Group, k int) (*threat.GroupID, bool) {
					if k >= len(g.Ties) {
						return nil, false
					}
					if g.Ties[k].Kind == kind {
						return &g.Ties[k].Group, true
					}
					return nil, true
				}).reportCycles(p, "group %q is "+string(kind)+" itself", "turn or remove the tie that is wrong")
		}
	},
}

// linkedCommitments makes the links among all commitments.
func (ix *Index) linkedCommitments(ref func(*Commitment, int) (*CommitmentID, bool)) links {
	return linked(ix, commitmentKind, len(ix.commitments),
		func(i int) *Commitment { return ix.commitments[i].Commitment },
		func(c *Commitment) CommitmentID { return c.ID }, ref)
}
