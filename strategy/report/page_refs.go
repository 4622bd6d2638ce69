package report

import (
	"cmp"
	"html/template"
	"reflect"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// anchored are the kinds of elements that have a place on the page.
var anchored = map[string]bool{
	"threat": true, "group": true, "actor": true, "pillar": true, "objective": true, "indicator": true, "plan": true, "commitment": true,
	"milestone": true, "risk": true, "safeguard": true, "consultation": true, "evaluation": true, "report": true, "source": true, "goal": true,
}

// anchor is the attribute that makes an element's identifier its place on the
// page. Of several elements that share one, the first has it.
func (p *page) anchor(id any) template.HTMLAttr {
	at := ocs.ID(word(id))
	if !p.reachable(at) || p.anchors[at] {
		return ""
	}
	p.anchors[at] = true
	return template.HTMLAttr(`id="` + template.HTMLEscapeString(string(at)) + `"`)
}

// reachable reports whether the page has a place for the element.
func (p *page) reachable(id ocs.ID) bool {
	return id.WellFormed() && anchored[p.ix.Kind(id)]
}

// maxReference is how many characters of a name stand where it is referred to;
// at its place it is whole.
const maxReference = 240

// reference is an element's name, which leads to its place.
func (p *page) reference(id any) template.HTML {
	at := ocs.ID(word(id))
	if at == "" {
		return ""
	}
	return p.linked(at, p.cut(p.name(at), maxReference, ""))
}

// linked is text that leads to an element's place.
func (p *page) linked(id ocs.ID, text string) template.HTML {
	if !p.reachable(id) {
		return p.inline(text)
	}
	return template.HTML(`<a href="#`+template.HTMLEscapeString(string(id))+`">`) + p.inline(text) + "</a>"
}

// references are the names of elements, set apart by commas.
func (p *page) references(ids any) template.HTML {
	list := reflect.ValueOf(ids)
	var b strings.Builder
	for i := range list.Len() {
		if i > 0 {
			b.WriteString(p.o.comma())
		}
		b.WriteString(string(p.reference(list.Index(i).Interface())))
	}
	return template.HTML(b.String())
}

// comma sets the parts of a list apart.
func (o *Options) comma() string {
	if o.rightToLeft() {
		return "، "
	}
	return ", "
}

// name is what an element is called, or else its identifier.
func (p *page) name(id ocs.ID) string {
	name := ""
	switch p.ix.Kind(id) {
	case "threat":
		name = p.ix.Threat(threat.ID(id)).Name
	case "group":
		name = p.ix.Group(threat.GroupID(id)).Name
	case "actor":
		a := p.ix.Actor(actor.ID(id))
		name = cmp.Or(a.Acronym, a.Name)
	case "pillar":
		name = p.ix.Pillar(pillar.ID(id)).Name
	case "objective":
		name = p.ix.Objective(pillar.ObjectiveID(id)).Title
	case "indicator":
		name = p.ix.Indicator(pillar.IndicatorID(id)).Name
	case "plan":
		name = p.ix.Plan(strategy.PlanID(id)).Title
	case "commitment":
		name = p.ix.Commitment(strategy.CommitmentID(id)).Title
	case "milestone":
		name = p.ix.Milestone(strategy.MilestoneID(id)).Title
	case "safeguard":
		name = p.ix.Safeguard(strategy.SafeguardID(id)).Title
	case "consultation":
		name = p.ix.Consultation(id).Title
	case "source":
		name = p.ix.Source(ocs.SourceID(id)).Title
	case "evaluation":
		return p.o.label("evaluation") + ": " + p.o.term("evaluation", string(p.evaluations[id].Kind))
	case "reporting-duty":
		return p.o.label("report") + " (" + string(id) + ")"
	case "report":
		name = p.reports[id].Title
	case "goal":
		g := p.ix.Goal(id)
		name = cmp.Or(g.Title, g.Code)
	}
	return cmp.Or(strings.TrimSpace(name), string(id))
}

// cite is where a statement rests: the source, the place in it, and how well
// it was checked.
func (p *page) cite(c ocs.Cite) template.HTML {
	text := p.reference(c.Source)
	if c.Locator != "" {
		text += " " + p.inline(c.Locator)
	}
	if c.Via != "" {
		text += template.HTML(" ("+template.HTMLEscapeString(p.o.label("via"))+" ") + p.reference(c.Via) + ")"
	}
	if c.Grade != "" && !c.Grade.Verified() {
		text += ` <span class="grade" lang="en">[` + template.HTML(template.HTMLEscapeString(string(phraseOf(string(c.Grade))))) + `]</span>`
	}
	return text
}

// ownWord is what this State calls a part of a strategy, or else the label.
func (p *page) ownWord(key string) template.HTML {
	l := p.s.Labels
	own := map[string]string{"pillar": l.Pillar, "objective": l.Objective, "plan": l.Plan, "commitment": l.Commitment, "lead": l.Lead}[key]
	if own == "" {
		return template.HTML(template.HTMLEscapeString(p.o.label(key)))
	}
	return p.inline(own)
}
