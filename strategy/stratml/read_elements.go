package stratml

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
)

// The content models of Parts 1 and 2 together: Part 1 lacks Role,
// PerformanceIndicator and the identifier of AdministrativeInformation, and has
// Submitter inside AdministrativeInformation.
var (
	planModel = model{{"Name", '1'}, {"Description", '?'}, {"OtherInformation", '?'}, {"StrategicPlanCore", '1'},
		{"AdministrativeInformation", '?'}, {"Submitter", '?'}}
	coreModel = model{{"Organization", '*'}, {"Vision", '?'}, {"Mission", '?'}, {"Value", '*'}, {"Goal", '*'}}
	orgModel  = model{{"Name", '?'}, {"Acronym", '?'}, {"Identifier", '?'}, {"Description", '?'}, {"Stakeholder", '*'}}
	textModel = model{{"Description", '?'}, {"Identifier", '?'}}
	noteModel = model{{"Name", '?'}, {"Description", '?'}}
	goalModel = model{{"Name", '1'}, {"Description", '1'}, {"Identifier", '?'}, {"SequenceIndicator", '?'}, {"Stakeholder", '*'},
		{"OtherInformation", '?'}, {"Objective", '*'}}
	objectiveModel = model{{"Name", '?'}, {"Description", '?'}, {"Identifier", '?'}, {"SequenceIndicator", '?'}, {"Stakeholder", '*'},
		{"OtherInformation", '?'}, {"PerformanceIndicator", '*'}}
	stakeholderModel = model{{"Name", '1'}, {"Description", '?'}, {"Role", '*'}}
	roleModel        = model{{"Name", '1'}, {"Description", '?'}, {"RoleType", '*'}}
	indicatorModel   = model{{"SequenceIndicator", '?'}, {"MeasurementDimension", '1'}, {"UnitOfMeasurement", '1'}, {"Identifier", '?'},
		{"Relationship", '*'}, {"MeasurementInstance", '*'}, {"OtherInformation", '?'}}
	relationshipModel = model{{"Identifier", '?'}, {"ReferentIdentifier", '*'}, {"Name", '?'}, {"Description", '?'}}
	instanceModel     = model{{"TargetResult", '*'}, {"ActualResult", '*'}}
	resultModel       = model{{"StartDate", '?'}, {"EndDate", '?'}, {"NumberOfUnits", '?'}, {"Descriptor", '?'}, {"Description", '?'}}
	descriptorModel   = model{{"DescriptorName", '?'}, {"DescriptorValue", '?'}}
	adminModel        = model{{"Identifier", '?'}, {"StartDate", '?'}, {"EndDate", '?'}, {"PublicationDate", '?'}, {"Source", '?'}, {"Submitter", '?'}}
	personModel       = model{{"Identifier", '?'}, {"GivenName", '?'}, {"Surname", '?'}, {"PhoneNumber", '?'}, {"EmailAddress", '?'}}
)

// plan reads the root element.
func (r *reader) plan(root *node) plan {
	s := spot{name: root.name.Local, n: -1, at: root.begin}
	p := r.open(root, s, planModel)
	d := plan{Part: r.part, Name: p.str("Name"), Description: p.str("Description"), Other: p.str("OtherInformation")}
	if r.part == Part2 {
		d.Type = p.attr("Type", planTypes)
		if p.taken == 0 {
			p.report(missing, &s, "%s has no Type", s.name)
		}
	}
	if n, s := p.only("StrategicPlanCore"); n != nil {
		d.Core = true
		r.core(n, s, &d)
	}
	if n, s := p.only("AdministrativeInformation"); n != nil {
		r.administration(n, s, &d)
	}
	if n, s := p.only("Submitter"); n != nil {
		if r.part == Part1 {
			r.report(misplaced, &s, "in Part 1 Submitter belongs in AdministrativeInformation")
		}
		r.submitter(n, s, &d)
	}
	for _, k := range root.kids {
		if k.kind == instruction && k.name.Local == target {
			d.Carried = append(d.Carried, string(k.text))
		}
	}
	if r.part == Part2 {
		d.Residue = append(d.Residue, p.rest("Type")...)
	} else {
		d.Residue = append(d.Residue, p.rest()...)
	}
	return d
}

func (r *reader) core(n *node, s spot, d *plan) {
	p := r.open(n, s, coreModel)
	for i, k := range p.all("Organization") {
		if o := r.organization(k, p.spotOf("Organization", i)); !o.isBlank() {
			d.Organizations = append(d.Organizations, o)
		} else {
			r.blank("Organization", p.spotOf("Organization", i))
		}
	}
	if k, s := p.only("Vision"); k != nil {
		d.Vision = r.statement(k, s)
	}
	if k, s := p.only("Mission"); k != nil {
		d.Mission = r.statement(k, s)
	}
	for i, k := range p.all("Value") {
		q := r.open(k, p.spotOf("Value", i), noteModel)
		v := value{Name: q.str("Name"), Description: q.str("Description")}
		if v.Residue = q.rest(); v.Name != "" || v.Description != "" || len(v.Residue) > 0 {
			d.Values = append(d.Values, v)
		} else {
			r.blank("Value", q.spot)
		}
	}
	for i, k := range p.all("Goal") {
		if g := r.goal(k, p.spotOf("Goal", i)); !g.isBlank() {
			d.Goals = append(d.Goals, g)
		} else {
			r.blank("Goal", p.spotOf("Goal", i))
		}
	}
	if len(p.all("Goal")) == 0 {
		r.report(missing, &s, "%s has no Goal", s.name)
	}
	d.Residue = append(d.Residue, p.rest()...)
}

// unnamed reports whether an identifier is none or a placeholder.
func unnamed(id string) bool { return id == "" || isPlaceholder(id) }

// isUnsaid reports whether an identifier is no text of anybody's: none, or a
// variable that a form didn't fill in.
func isUnsaid(id string) bool { return id == "" || strings.Contains(id, "${") }

func (o *organization) isBlank() bool {
	return isUnsaid(o.Identifier) && o.Name == "" && o.Acronym == "" && o.Description == "" && len(o.Stakeholders) == 0 && len(o.Residue) == 0
}

func (g *goal) isBlank() bool {
	return isUnsaid(g.Identifier) && *g.Sequence == "" && g.Name == "" && g.Description == "" && g.Other == "" &&
		len(g.Stakeholders) == 0 && len(g.Objectives) == 0 && len(g.Residue) == 0
}

func (o *objective) isBlank() bool {
	return isUnsaid(o.Identifier) && *o.Sequence == "" && o.Name == "" && o.Description == "" && o.Other == "" &&
		len(o.Stakeholders) == 0 && len(o.Indicators) == 0 && len(o.Residue) == 0
}

func (i *indicator) isBlank() bool {
	return isUnsaid(i.Identifier) && i.Sequence == "" && i.Dimension == "" && i.Unit == "" && i.Other == "" &&
		len(i.Relationships) == 0 && len(i.Instances) == 0 && len(i.Residue) == 0
}

func (r *reader) organization(n *node, s spot) organization {
	p := r.open(n, s, orgModel)
	o := organization{Name: p.str("Name"), Acronym: p.str("Acronym"), Identifier: p.identifier(), Description: p.str("Description"),
		Stakeholders: p.stakeholders()}
	o.Residue = p.rest()
	return o
}

func (r *reader) statement(n *node, s spot) statement {
	p := r.open(n, s, textModel)
	t := statement{Description: p.str("Description"), Identifier: p.identifier()}
	t.Residue = p.rest()
	return t
}

func (r *reader) goal(n *node, s spot) goal {
	p := r.open(n, s, goalModel)
	g := goal{Name: p.str("Name"), Description: p.str("Description"), Identifier: p.identifier(), Sequence: p.sequence(),
		Stakeholders: p.stakeholders(), Other: p.str("OtherInformation"), at: n.begin}
	for i, k := range p.all("Objective") {
		if o := r.objective(k, p.spotOf("Objective", i)); !o.isBlank() {
			g.Objectives = append(g.Objectives, o)
		} else {
			r.blank("Objective", p.spotOf("Objective", i))
		}
	}
	g.Residue = p.rest()
	return g
}

func (p *parts) sequence() *string {
	s := p.str("SequenceIndicator")
	return &s
}

func (r *reader) objective(n *node, s spot) objective {
	p := r.open(n, s, objectiveModel)
	o := objective{Name: p.str("Name"), Description: p.str("Description"), Identifier: p.identifier(), Sequence: p.sequence(),
		Stakeholders: p.stakeholders(), Other: p.str("OtherInformation"), at: n.begin}
	for i, k := range p.all("PerformanceIndicator") {
		if r.part == Part1 {
			s := p.spotOf("PerformanceIndicator", i)
			r.report(misplaced, &s, "Part 1 has no PerformanceIndicator")
		}
		if q := r.indicator(k, p.spotOf("PerformanceIndicator", i)); !q.isBlank() {
			o.Indicators = append(o.Indicators, q)
		} else {
			r.blank("PerformanceIndicator", p.spotOf("PerformanceIndicator", i))
		}
	}
	o.Residue = p.rest()
	return o
}

func (p *parts) stakeholders() []stakeholder {
	var list []stakeholder
	for i, k := range p.all("Stakeholder") {
		q := p.open(k, p.spotOf("Stakeholder", i), stakeholderModel)
		description := q.str("Description")
		h := stakeholder{Type: q.attr("StakeholderTypeType", stakeholderTypes), Name: q.str("Name"), Description: &description, at: k.begin}
		for j, l := range q.all("Role") {
			if role := p.role(l, q.spotOf("Role", j)); role.Name != "" || role.Description != "" || len(role.Types) > 0 || len(role.Residue) > 0 {
				h.Roles = append(h.Roles, role)
			} else {
				p.blank("Role", q.spotOf("Role", j))
			}
		}
		h.Actor = q.actorID()
		h.Residue = q.rest("StakeholderTypeType")
		named := h.Name != "" || description != "" || len(h.Residue) > 0 || h.Actor != ""
		if !named {
			p.blank("Stakeholder", q.spot)
		}
		if named || len(h.Roles) > 0 {
			list = append(list, h)
		}
	}
	return list
}

func (r *reader) role(n *node, s spot) role {
	p := r.open(n, s, roleModel)
	o := role{Name: p.str("Name"), Description: p.str("Description")}
	for i, k := range p.all("RoleType") {
		s := p.spotOf("RoleType", i)
		switch t := p.leaf(k, s); {
		case t == "":
			p.report(emptyValue, &s, "RoleType is empty")
		case !slices.Contains(roleTypes, t):
			p.report(badValue, &s, "RoleType is %s", ocs.Quote(t))
			p.aside(k)
		case !slices.Contains(o.Types, t):
			o.Types = append(o.Types, t)
		}
	}
	o.Residue = p.rest()
	return o
}

func (r *reader) indicator(n *node, s spot) indicator {
	p := r.open(n, s, indicatorModel)
	kind := p.attr("PerformanceIndicatorType", indicatorTypes, "IndicatorType")
	q := indicator{Stage: p.attr("ValueChainStage", stages), Type: &kind, Sequence: p.str("SequenceIndicator"), Dimension: p.str("MeasurementDimension"),
		Unit: p.str("UnitOfMeasurement"), Identifier: p.identifier(), Other: p.str("OtherInformation"), at: n.begin}
	for i, k := range p.all("Relationship") {
		if rel := r.relationship(k, p.spotOf("Relationship", i)); !rel.isBlank() {
			q.Relationships = append(q.Relationships, rel)
		} else {
			r.blank("Relationship", p.spotOf("Relationship", i))
		}
	}
	for i, k := range p.all("MeasurementInstance") {
		if m := r.instance(k, p.spotOf("MeasurementInstance", i)); len(m.Targets)+len(m.Actuals)+len(m.Residue) > 0 {
			q.Instances = append(q.Instances, m)
		} else {
			r.blank("MeasurementInstance", p.spotOf("MeasurementInstance", i))
		}
	}
	q.Residue = p.rest("PerformanceIndicatorType", "IndicatorType", "ValueChainStage")
	return q
}

func (r *relationship) isBlank() bool {
	return isUnsaid(r.Identifier) && r.Type == "" && len(r.Referents) == 0 && r.Name == "" && r.Description == "" && len(r.Residue) == 0
}

func (r *reader) relationship(n *node, s spot) relationship {
	p := r.open(n, s, relationshipModel)
	rel := relationship{Type: p.attr("RelationshipType", relationshipTypes), Name: p.str("Name"), Description: p.str("Description")}
	for i, k := range p.all("ReferentIdentifier") {
		if t := p.leaf(k, p.spotOf("ReferentIdentifier", i)); t != "" {
			rel.Referents = append(rel.Referents, t)
		}
	}
	if t := p.str("Identifier"); r.old() && !unnamed(t) { // it was that of the target
		rel.Referents = append(rel.Referents, t)
	} else {
		rel.Identifier = p.identifier()
	}
	rel.Residue = p.rest("RelationshipType")
	return rel
}

func (r *reader) instance(n *node, s spot) instance {
	p := r.open(n, s, instanceModel)
	results := func(name string) []result {
		var list []result
		for i, k := range p.all(name) {
			if res := r.result(k, p.spotOf(name, i)); !res.isBlank() {
				list = append(list, res)
			} else {
				r.blank(name, p.spotOf(name, i))
			}
		}
		return list
	}
	m := instance{Targets: results("TargetResult"), Actuals: results("ActualResult")}
	m.Residue = p.rest()
	return m
}

func (r *result) isBlank() bool {
	return r.Start == "" && r.End == "" && r.Number == "" && r.DescriptorName == "" && r.DescriptorValue == "" &&
		r.Description == "" && len(r.Residue) == 0 && !r.Baseline
}

func (r *reader) result(n *node, s spot) result {
	p := r.open(n, s, resultModel)
	res := result{Start: p.date("StartDate"), End: p.date("EndDate"), Number: p.str("NumberOfUnits"), Description: p.str("Description")}
	if kids := p.all("NumberOfUnits"); len(kids) > 0 {
		switch s := (spot{&p.spot, "NumberOfUnits", -1, kids[0].begin}); {
		case res.Number == "" && r.old():
			r.report(emptyValue, &s, "NumberOfUnits is empty")
		case res.Number != "" && !isDecimal(res.Number):
			r.report(badValue, &s, "NumberOfUnits is %s, which is no number", ocs.Quote(res.Number))
		}
	}
	if k, s := p.only("Descriptor"); k != nil {
		q := r.open(k, s, descriptorModel)
		res.DescriptorName, res.DescriptorValue = q.str("DescriptorName"), q.str("DescriptorValue")
		p.residue = append(p.residue, q.rest()...)
	}
	res.Residue = p.rest()
	return res
}

func (r *reader) administration(n *node, s spot, d *plan) {
	p := r.open(n, s, adminModel)
	d.Admin = administration{Identifier: p.identifier(), Start: p.date("StartDate"), End: p.date("EndDate"),
		Publication: p.date("PublicationDate"), Source: p.str("Source")}
	if k, s := p.only("Submitter"); k != nil {
		if r.part == Part2 {
			r.report(misplaced, &s, "in Part 2 Submitter belongs after AdministrativeInformation")
		}
		r.submitter(k, s, d)
	}
	d.Admin.Residue = p.rest()
}

// submitter reads a Submitter. Of two, the first counts and the other is kept
// aside.
func (r *reader) submitter(n *node, s spot, d *plan) {
	p := r.open(n, s, personModel)
	who := person{Identifier: p.identifier(), GivenName: p.str("GivenName"), Surname: p.str("Surname"), Phone: p.str("PhoneNumber"), Email: p.str("EmailAddress")}
	if who.Residue = p.rest(); d.Submitter.IsZero() {
		d.Submitter = who
		return
	}
	if who.Identifier != "" || who.GivenName != "" || who.Surname != "" || who.Phone != "" || who.Email != "" || len(who.Residue) > 0 {
		r.report(foreign, &s, "a second Submitter")
		d.Residue = append(d.Residue, string(r.text[n.begin:n.end]))
	}
}
