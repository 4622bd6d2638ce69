package strategy

import "github.com/ocs-framework/ocs"

// Due returns the last day by which the commitment is to be done. It is zero
// if the commitment has no deadline, recurs, is continuous, or counts from an
// event that has no date.
func (ix *Index) Due(c *Commitment) ocs.Date {
	return ix.day(c.Deadline, ix.PlanOf(c))
}

// DueMilestone returns the last day by which the milestone is to be reached,
// or zero as [Index.Due] does.
func (ix *Index) DueMilestone(m *Milestone) ocs.Date {
	return ix.day(m.Due, ix.planOfMilestone(m))
}

// DuePlan returns the last day by which a plan that is owed must exist, or
// zero as [Index.Due] does. It counts from the adoption of the plan that it is
// part of, else of the strategy.
func (ix *Index) DuePlan(p *Plan) ocs.Date { return ix.day(p.Due, ix.Plan(p.PartOf)) }

// DueEvaluation returns the last day by which the evaluation is to be done, or
// zero as [Index.Due] does.
func (ix *Index) DueEvaluation(e *Evaluation) ocs.Date {
	return ix.day(e.Due, ix.Plan(e.Plan))
}

// maxAnchors bounds how many milestones a deadline may be counted through, so
// that milestones that count from each other come to an end.
const maxAnchors = 32

// day is the last day of a deadline within a plan, which may be nil.
func (ix *Index) day(d ocs.Deadline, p *Plan) ocs.Date { return ix.resolve(d, p, maxAnchors).Last() }

// resolve gives a deadline's date as precisely as it is known: half a year
// after "2026-06" is "2026-12", not a day in it.
func (ix *Index) resolve(d ocs.Deadline, p *Plan, anchors int) ocs.Date {
	if anchors == 0 {
		return ocs.Date{}
	}
	return d.Resolve(func(anchor ocs.ID) ocs.Date {
		if anchor == ocs.AnchorAdoption {
			return ix.adopted(p)
		}
		m := ix.Milestone(MilestoneID(anchor))
		if m == nil {
			return ocs.Date{}
		}
		return ix.resolve(m.Due, ix.planOfMilestone(m), anchors-1)
	})
}

// adopted returns when the plan was adopted, else when the strategy was.
func (ix *Index) adopted(p *Plan) ocs.Date {
	if p != nil && !p.Adoption.Date.IsZero() {
		return p.Adoption.Date
	}
	return ix.s.Adoption.Date
}

// planOfMilestone returns the plan of the commitment to which the milestone
// belongs, or nil.
func (ix *Index) planOfMilestone(m *Milestone) *Plan {
	n := find(ix, milestoneKind, m.ID)
	if n < 0 {
		return nil
	}
	return &ix.s.Plans[ix.commitments[ix.milestones[n].commitment].plan]
}
