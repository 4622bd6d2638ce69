package stratml

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// serving returns the commitments by the objective that each serves first; ""
// stands for those that serve none that there is.
func (x *exporter) serving() map[pillar.ObjectiveID][]*strategy.Commitment {
	serving := make(map[pillar.ObjectiveID][]*strategy.Commitment)
	for c := range x.ix.Commitments() {
		var first pillar.ObjectiveID
		for _, id := range c.Objectives {
			if x.ix.Objective(id) != nil {
				first = id
				break
			}
		}
		serving[first] = append(serving[first], c)
	}
	return serving
}

// commitment shows a commitment as an objective below the one that it serves.
// Its deadline, milestones and state are those of an indicator of output, its
// costs those of indicators of input.
func (x *exporter) commitment(c *strategy.Commitment) objective {
	o := objective{Name: c.Title, Description: c.Description, Identifier: x.id("", string(c.ID))}
	if a := x.ix.Actor(c.Lead); a != nil {
		o.Stakeholders = append(o.Stakeholders, x.stakeholder(a, role{Name: "Lead", Types: roleTypes[:1]}))
	}
	for _, p := range c.Partners {
		if a := x.ix.Actor(p.Actor); a != nil {
			o.Stakeholders = append(o.Stakeholders, x.stakeholder(a, partnerRole(p.Role)))
		}
	}
	if d := x.delivery(c); len(d.Instances) > 0 {
		o.Indicators = append(o.Indicators, d)
	}
	for i := range c.Indicators {
		o.Indicators = append(o.Indicators, x.indicator(&c.Indicators[i]))
	}
	o.Indicators = append(o.Indicators, costs(c)...)
	return o
}

func partnerRole(r actor.Role) role {
	out := role{Name: string(r)}
	switch r {
	case actor.CoLead, actor.Implementing, actor.Supporting:
		out.Types = roleTypes[:1]
	case actor.Beneficiary:
		out.Types = roleTypes[1:]
	}
	return out
}

// delivery is the indicator by which the delivery of a commitment shows.
func (x *exporter) delivery(c *strategy.Commitment) indicator {
	var n instance
	if due := x.ix.Due(c); !due.IsZero() {
		n.Targets = append(n.Targets, result{Start: day("", c.Start, false), End: dayText(due), Description: "Done"})
	} else if words := c.Deadline.String(); words != "" {
		n.Targets = append(n.Targets, result{Start: day("", c.Start, false), Description: "Done: " + words})
	}
	titles := make(map[strategy.MilestoneID]string)
	for i := range c.Milestones {
		m := &c.Milestones[i]
		titles[m.ID] = m.Title
		n.Targets = append(n.Targets, result{End: dayText(x.ix.DueMilestone(m)), Description: m.Title})
	}
	for _, u := range x.updates[c.ID] {
		words := titles[u.Milestone]
		if words != "" && u.Note != "" {
			words += ": "
		}
		n.Actuals = append(n.Actuals, result{End: dayText(u.Date), DescriptorName: baselineName, DescriptorValue: string(u.State), Description: words + u.Note})
	}
	kind := indicatorTypes[1]
	out := indicator{Stage: "Output", Type: &kind, Dimension: "Delivery", Unit: "state"}
	if len(n.Targets)+len(n.Actuals) > 0 {
		out.Instances = []instance{n}
	}
	return out
}

// costs are the indicators of input that show what a commitment costs, one for
// each currency.
func costs(c *strategy.Commitment) []indicator {
	var list []indicator
	index := make(map[ocs.Currency]int)
	for _, k := range c.Costs {
		if k.Money.IsZero() {
			continue
		}
		i, ok := index[k.Money.Currency]
		if !ok {
			i = len(list)
			index[k.Money.Currency] = i
			kind := indicatorTypes[0]
			list = append(list, indicator{Stage: "Input", Type: &kind, Dimension: "Cost", Unit: string(k.Money.Currency), Instances: []instance{{}}})
		}
		words := k.Note
		if words == "" {
			words = string(k.Class)
		}
		n := &list[i].Instances[0]
		n.Targets = append(n.Targets, result{Start: day("", k.Period.Start, false), End: day("", k.Period.End, true), Number: k.Money.Amount.String(), Description: words})
	}
	return list
}
