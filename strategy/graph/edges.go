package graph

import (
	"cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// addEdges makes the edges that each element states, in the order of the
// nodes.
func (b *builder) addEdges() {
	for i, p := range b.elements {
		switch e := p.value.(type) {
		case *strategy.Strategy:
			b.in(i, "adoption/body", -1, "adopted", actorKind, ocs.ID(e.Adoption.Body), Attribute{"date", e.Adoption.Date.String()})
			b.reporting(e)
		case *pillar.Pillar:
			b.toWhole(i, "pillar-of")
		case *threat.Threat:
			outs(b, i, "enabled-by", "enabled-by", threatKind, e.EnabledBy)
		case *threat.Group:
			outs(b, i, "threats", "drives", threatKind, e.Threats)
			for n, t := range e.Ties {
				b.out(i, "ties", n, string(cmp.Or(t.Kind, "related-to")), groupKind, ocs.ID(t.Group), Attribute{"note", t.Note})
			}
		case *actor.Actor:
			b.actor(i, e)
		case *pillar.Objective:
			b.objective(i, e)
		case *pillar.Indicator:
			b.out(i, "", -1, "measures", p.parent.kind, p.parent.id)
			b.in(i, "responsible", -1, "responsible", actorKind, ocs.ID(e.Responsible))
		case *strategy.Plan:
			b.plan(i, e)
		case *strategy.Commitment:
			b.commitment(i, e, p.parent)
		default:
			b.rest(i, p)
		}
	}
}

// out adds an edge from a node to the element to which a field of its own
// refers.
func (b *builder) out(from int, field string, index int, kind, toKind string, id ocs.ID, attributes ...Attribute) {
	if to, ok := b.find(from, field, index, toKind, id); ok {
		b.edge(from, kind, to, attributes...)
	}
}

// in adds an edge to a node, from the element to which a field of the node's
// own refers.
func (b *builder) in(to int, field string, index int, kind, fromKind string, id ocs.ID, attributes ...Attribute) {
	if from, ok := b.find(to, field, index, fromKind, id); ok {
		b.edge(from, kind, to, attributes...)
	}
}

// outs adds an edge for every entry of a list of references, and ins one the
// other way.
func outs[T ~string](b *builder, from int, field, kind, toKind string, ids []T) {
	for n, id := range ids {
		b.out(from, field, n, kind, toKind, ocs.ID(id))
	}
}

func ins[T ~string](b *builder, to int, field, kind, fromKind string, ids []T) {
	for n, id := range ids {
		b.in(to, field, n, kind, fromKind, ocs.ID(id))
	}
}

// toWhole adds an edge to the strategy.
func (b *builder) toWhole(from int, kind string) {
	if to, ok := b.nodes[element{strategyKind, b.ix.Strategy().ID}]; ok {
		b.edge(from, kind, to)
	}
}

// reporting adds the duties to report. They hold between actors, and not all
// have an identifier.
func (b *builder) reporting(s *strategy.Strategy) {
	whole := b.nodes[element{strategyKind, s.ID}]
	for i, d := range s.Reporting {
		from, ok := b.find(whole, "reporting", i, actorKind, ocs.ID(d.By))
		if !ok {
			continue
		}
		for _, id := range d.To {
			if to, ok := b.find(whole, "reporting", i, actorKind, ocs.ID(id)); ok {
				b.edge(from, "reports-to", to, Attribute{"cadence", string(d.Cadence)})
			}
		}
	}
}

func (b *builder) actor(i int, a *actor.Actor) {
	b.out(i, "parent", -1, "part-of", actorKind, ocs.ID(a.Parent))
	for n, f := range a.FormerParents {
		b.out(i, "former-parents", n, "was-part-of", actorKind, ocs.ID(f.Parent), Attribute{"period", f.Period.String()})
	}
	for n, s := range a.Succeeds {
		b.out(i, "succeeds", n, "succeeds", actorKind, ocs.ID(s.Actor),
			Attribute{"how", string(s.How)}, Attribute{"date", s.Date.String()}, Attribute{"markets", joined(s.Markets)}, Attribute{"note", s.Note})
	}
	b.in(i, "body/chair", -1, "chairs", actorKind, ocs.ID(a.Body.Chair))
	b.in(i, "body/secretariat", -1, "secretariat-of", actorKind, ocs.ID(a.Body.Secretariat))
	ins(b, i, "body/members", "member-of", actorKind, a.Body.Members)
	b.out(i, "body/reports-to", -1, "reports-to", actorKind, ocs.ID(a.Body.ReportsTo))
	outs(b, i, "body/oversees", "oversees", "", a.Body.Oversees)
}

func (b *builder) objective(i int, o *pillar.Objective) {
	b.out(i, "pillar", -1, "under", pillarKind, ocs.ID(o.Pillar))
	outs(b, i, "also", "also-under", pillarKind, o.Also)
	b.out(i, "parent", -1, "part-of", objectiveKind, ocs.ID(o.Parent))
	outs(b, i, "threats", "answers", threatKind, o.Threats)
	outs(b, i, "groups", "aimed-at", groupKind, o.Groups)
	b.in(i, "owner", -1, "owns", actorKind, ocs.ID(o.Owner))
	outs(b, i, "goals", "serves", goalKind, o.Goals)
}

func (b *builder) plan(i int, p *strategy.Plan) {
	b.toWhole(i, "plan-of")
	b.in(i, "owner", -1, "owns", actorKind, ocs.ID(p.Owner))
	b.in(i, "adoption/body", -1, "adopted", actorKind, ocs.ID(p.Adoption.Body), Attribute{"date", p.Adoption.Date.String()})
	outs(b, i, "covers", "covers", pillarKind, p.Covers)
	b.out(i, "part-of", -1, "part-of", planKind, ocs.ID(p.PartOf))
	outs(b, i, "supersedes", "supersedes", planKind, p.Supersedes)
}

func (b *builder) commitment(i int, c *strategy.Commitment, plan element) {
	b.out(i, "", -1, "in-plan", plan.kind, plan.id)
	outs(b, i, "objectives", "serves", objectiveKind, c.Objectives)
	b.in(i, "lead", -1, "lead", actorKind, ocs.ID(c.Lead))
	for n, p := range c.Partners {
		b.in(i, "partners", n, string(cmp.Or(p.Role, "partner")), actorKind, ocs.ID(p.Actor), Attribute{"status", string(p.Status)})
	}
	for n, f := range c.Funding {
		b.in(i, "funding", n, "funds", actorKind, ocs.ID(f.Donor), Attribute{"status", string(f.Status)}, Attribute{"period", f.Period.String()})
	}
	outs(b, i, "depends-on", "depends-on", commitmentKind, c.DependsOn)
	b.out(i, "parent", -1, "part-of", commitmentKind, ocs.ID(c.Parent))
	b.out(i, "continues", -1, "continues", commitmentKind, ocs.ID(c.Continues))
	outs(b, i, "safeguards", "safeguarded-by", safeguardKind, c.Safeguards)
}

func (b *builder) rest(i int, p placed) {
	switch e := p.value.(type) {
	case *strategy.Milestone:
		b.out(i, "", -1, "milestone-of", p.parent.kind, p.parent.id)
		b.in(i, "responsible", -1, "responsible", actorKind, ocs.ID(e.Responsible))
	case *strategy.Risk:
		b.in(i, "owner", -1, "owns", actorKind, ocs.ID(e.Owner))
		outs(b, i, "affects", "affects", "", e.Affects)
	case *strategy.Safeguard:
		b.in(i, "responsible", -1, "responsible", actorKind, ocs.ID(e.Responsible))
	case *strategy.Consultation:
		ins(b, i, "convened-by", "convened", actorKind, e.ConvenedBy)
		ins(b, i, "supported-by", "supported", actorKind, e.SupportedBy)
		ins(b, i, "participants", "heard", actorKind, e.Participants)
		outs(b, i, "informs", "informs", objectiveKind, e.Informs)
	case *strategy.Evaluation:
		b.in(i, "by", -1, "conducts", actorKind, ocs.ID(e.By))
		if e.Plan == "" {
			b.toWhole(i, "evaluates")
		}
		b.out(i, "plan", -1, "evaluates", planKind, ocs.ID(e.Plan))
	}
}
