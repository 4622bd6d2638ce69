package graph

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// describer gives a node its label and attributes.
type describer struct {
	b    *builder
	node int
}

// label sets what the node is called. Field is where that stands.
func (d describer) label(field, s string) { d.b.g.Nodes[d.node].Label = d.b.text(d.node, field, s) }

// text adds an attribute with the text of a field, if there is one.
func (d describer) text(name, field, s string) {
	if s != "" {
		n := &d.b.g.Nodes[d.node]
		n.Attributes = append(n.Attributes, Attribute{name, d.b.text(d.node, field, s)})
	}
}

// flag adds an attribute that is true.
func (d describer) flag(name string, set bool) {
	if set {
		d.text(name, "", "true")
	}
}

// own adds the attributes that most elements have.
func (d describer) own(category, description string) {
	d.text("category", "kind", category)
	d.text("description", "description", description)
}

// joined writes a list as one text.
func joined[T ~string](list []T) string { return strings.Join(ocs.Words(list), "; ") }

func (d describer) describe(elem any) {
	switch e := elem.(type) {
	case *strategy.Strategy:
		d.label("title", e.Title)
		d.text("notice", "notice", e.Notice)
		d.text("version", "version", e.Version)
		d.text("stage", "stage", string(e.Stage))
		d.text("period", "", e.Period.String())
	case *strategy.Goal:
		d.label("title", cmp.Or(e.Title, e.Code))
		d.own(string(e.Scheme), "")
		d.text("code", "code", e.Code)
	case *pillar.Pillar:
		d.label("name", e.Name)
		d.own("", e.Aim)
	case *threat.Threat:
		d.label("name", e.Name)
		d.own(string(cmp.Or(e.Kind, threat.Crime)), e.Description)
		d.flag("priority", e.Priority)
		d.text("scope", "scope", string(e.Scope))
		d.text("markets", "markets", joined(e.Markets))
		d.text("victims", "victims", joined(e.Victims))
	case *threat.Group:
		d.label("name", e.Name)
		d.own(string(e.Type), e.Description)
		d.text("markets", "markets", joined(e.Markets))
		d.text("areas", "areas", joined(e.Areas))
	case *actor.Actor:
		d.actor(e)
	case *pillar.Objective:
		d.label("title", e.Title)
		d.own("", e.Description)
		d.flag("horizontal", e.Horizontal)
		d.flag("enabling", e.Enabling)
		d.text("articles", "articles", joined(e.Articles))
	case *pillar.Indicator:
		d.indicator(e)
	default:
		d.work(elem)
	}
}

func (d describer) actor(a *actor.Actor) {
	d.label("name", cmp.Or(a.Acronym, a.Name))
	if a.Acronym != "" {
		d.text("name", "name", a.Name)
	}
	d.own(string(a.Kind), a.Description)
	d.flag("collective", a.Collective)
	d.text("level", "level", string(a.Level))
	d.text("country", "country", string(a.Country))
	d.text("areas", "areas", joined(a.Areas))
	d.text("period", "", a.Active.String())
}

func (d describer) indicator(n *pillar.Indicator) {
	d.label("name", n.Name)
	d.own(string(n.Kind), n.Description)
	d.text("unit", "unit", n.Unit)
	d.text("direction", "direction", string(n.Direction))
	d.text("baseline", "", n.Baseline.Value.String())
	if last := len(n.Targets) - 1; last >= 0 {
		d.text("target", "", n.Targets[last].Value.String())
		d.text("target-by", "", n.Targets[last].By.String())
	}
}

// work describes the elements by which the strategy is delivered.
func (d describer) work(elem any) {
	ix := d.b.ix
	switch e := elem.(type) {
	case *strategy.Plan:
		d.label("title", e.Title)
		d.own("", e.Description)
		d.flag("in-force", ix.InForce(e))
		d.text("version", "version", e.Version)
		d.text("stage", "stage", string(e.Stage))
		d.text("period", "", e.Period.String())
		d.text("ended", "ended/how", string(e.Ended.How))
	case *strategy.Commitment:
		d.label("title", e.Title)
		d.own(string(e.Kind), e.Description)
		d.text("start", "", e.Start.String())
		d.text("deadline", "", e.Deadline.String())
		d.text("due", "", ix.Due(e).String())
		d.text("areas", "areas", joined(e.Areas))
		d.text("ended", "ended/how", string(e.Ended.How))
	case *strategy.Milestone:
		d.label("title", e.Title)
		d.text("deadline", "", e.Due.String())
		d.text("due", "", ix.DueMilestone(e).String())
	case *strategy.Risk:
		d.own("", e.Description)
		d.text("likelihood", "likelihood", string(e.Likelihood))
		d.text("impact", "impact", string(e.Impact))
	case *strategy.Safeguard:
		d.label("title", e.Title)
		d.own(string(e.Kind), e.Description)
	case *strategy.Consultation:
		d.label("title", e.Title)
		d.own("", e.Description)
		d.text("period", "", e.Held.String())
		d.text("place", "place", e.Place)
		if e.Attendance != 0 {
			d.text("attendance", "", strconv.Itoa(e.Attendance))
		}
		d.text("status", "status", string(e.Status))
	case *strategy.Evaluation:
		d.own(string(e.Kind), "")
		d.flag("independent", e.Independent)
		d.text("deadline", "", e.Due.String())
		d.text("due", "", ix.DueEvaluation(e).String())
		d.text("done", "", e.Done.String())
	}
}
