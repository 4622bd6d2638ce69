package graph

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// reportLeftOut says which parts of the strategy have no place in the graph,
// each once. What is said of many elements is reported at their list.
func (b *builder) reportLeftOut() {
	s := b.whole
	for _, part := range []struct {
		path    ocs.Pointer
		present bool
		what    string
	}{
		{"/vision", s.Vision+s.Mission != "" || len(s.Principles) > 0, "vision, mission and principles"},
		{"/amendments", len(s.Amendments) > 0, "amendments"},
		{"/relations", len(s.Relations)+len(s.Origins) > 0, "relations to other strategies"},
		{"/treaties", len(s.Treaties) > 0, "the status of treaties"},
		{"/reports", len(s.Reports) > 0, "reports with updates and readings"},
		{"/sources", len(s.Sources) > 0, "sources and what cites them"},
		{"/waivers", len(s.Waivers) > 0, "waivers"},
		{"/redactions", len(s.Redactions) > 0, "redactions"},
		{"/extensions", len(s.Extensions) > 0, "data of an agency's own"},
		{"/threats", slices.ContainsFunc(s.Threats, richThreat), "assessments, methods, offences and grounds of threats"},
		{"/groups", slices.ContainsFunc(s.Groups, richGroup), "aliases of groups and the elements of their definition"},
		{"/actors", slices.ContainsFunc(s.Actors, richActor), "mandates of actors"},
		{"/objectives", slices.ContainsFunc(s.Objectives, richObjective), "problem, approach and assumptions of objectives"},
		{"/plans", slices.ContainsFunc(s.Plans, richPlan), "costs, funds and budgets, powers and legal bases"},
	} {
		if part.present {
			b.report(leftOut, func() ocs.Pointer { return part.path }, ocs.Element{}, "%s are not in a graph", part.what)
		}
	}
}

func richThreat(t threat.Threat) bool {
	return len(t.Assessments)+len(t.Methods)+len(t.Offences)+len(t.Limbs)+len(t.Roles)+len(t.Extensions) > 0
}

func richGroup(g threat.Group) bool {
	return g.Elements != (threat.Elements{}) || len(g.Aliases)+len(g.Extensions) > 0
}

func richActor(a actor.Actor) bool { return len(a.Mandates)+len(a.Extensions) > 0 }

func richObjective(o pillar.Objective) bool {
	return o.Problem+o.Approach != "" || len(o.Assumptions)+len(o.Extensions) > 0
}

func richPlan(p strategy.Plan) bool {
	return len(p.Budget)+len(p.Rates)+len(p.Amendments)+len(p.Extensions) > 0 || !p.Total.IsZero() || slices.ContainsFunc(p.Commitments, func(c strategy.Commitment) bool {
		return len(c.Costs)+len(c.Funding)+len(c.Powers)+len(c.Extensions) > 0 || c.Unfunded != "" || c.Basis != (ocs.Cite{})
	})
}
