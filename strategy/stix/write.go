package stix

import (
	"cmp"
	"strconv"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// writeElements writes the elements that have no place in what was kept.
func (e *exporter) writeElements() {
	e.writeLocations()
	for _, it := range e.items {
		switch {
		case it.done:
		case it.kept != nil:
			e.put(written{it.object, it.typ, it.raw})
		default:
			fs, c, err := e.render(it)
			if err != nil {
				e.fail(err)
				return
			}
			e.reportLosses(it.kind, it.id, it.path, c)
			e.make(it.typ, it.object, it.marking, fs...)
		}
		if it.kind == threatKind {
			t := &e.s.Threats[it.at]
			e.writeMethods(it, t)
			e.writeAssessments(it, t)
		}
	}
}

// writeMethods writes the ways in which a crime is committed.
func (e *exporter) writeMethods(it *item, t *threat.Threat) {
	for i := range t.Methods {
		m := &t.Methods[i]
		path := it.path.Append("methods").Index(i)
		said := methodEdge(it.id, *m)
		kept, covered := e.covered[said]
		again, reused := e.reused[said]
		if covered || reused {
			if pattern := cmp.Or(kept, again); e.ids[pattern] { // else it is withheld
				e.methods[it.id] = append(e.methods[it.id], pattern)
				if reused {
					e.relate(relation{typ: "uses", defined: true, from: it.party(), to: end{pattern, it.marking}, path: path})
				}
			}
			continue
		}
		id := e.names.id("attack-pattern", string(e.s.ID), string(it.id), m.Name)
		if e.ids[id] {
			id = e.names.id("attack-pattern", string(e.s.ID), string(it.id), m.Name, strconv.Itoa(i))
		}
		c := e.scrubber(it.marking)
		scrub(c, m.Cites)
		e.reportLosses(threatKind, it.id, path, c)
		x, _ := extension(methodKind, nil, field{"threat", quote(string(it.id))}) // fails only for an element
		e.make("attack-pattern", id, it.marking,
			field{"name", named(m.Name, it.id)},
			field{"description", quote(m.Description)},
			e.references(c), x)
		e.methods[it.id] = append(e.methods[it.id], id)
		e.relate(relation{typ: "uses", defined: true, from: it.party(), to: end{id, it.marking}, path: path})
	}
}

// writeAssessments writes each judgement of a threat as a report on it.
func (e *exporter) writeAssessments(it *item, t *threat.Threat) {
	for i := range t.Assessments {
		a := t.Assessments[i]
		path := it.path.Append("assessments").Index(i)
		m := cmp.Or(a.Marking, it.marking)
		if !e.within(m) {
			e.on(it, path, withheld, "an assessment of %q is marked %s", it.id, m.Label())
			continue
		}
		if _, covered := e.covered[e.assessmentEdge(it, a)]; covered {
			continue
		}
		part := string(a.ID)
		if part == "" {
			part = "#" + strconv.Itoa(i)
		}
		id := e.names.id("report", string(e.s.ID), string(it.id), part)
		if e.ids[id] {
			id = e.names.id("report", string(e.s.ID), string(it.id), part, strconv.Itoa(i))
		}
		published := e.created
		if !a.Date.IsZero() {
			published = dayTime(a.Date)
		}
		c := e.scrubber(m)
		fs, elem := renderAssessment(scrub(c, a), assessmentName(it.id, t.Name, a))
		e.reportLosses(assessmentKind, a.ID, path, c)
		x, err := extension(assessmentKind, elem, field{"threat", quote(string(it.id))})
		if err != nil {
			e.fail(err)
			return
		}
		fs = append(fs, field{"published", quote(published)}, field{"object_refs", quotes([]string{it.object})}, e.references(c), x)
		e.make("report", id, m, fs...)
	}
}

// writeCommitments writes what actors are bound to do, and against what.
func (e *exporter) writeCommitments() {
	for i := range e.s.Plans {
		p := &e.s.Plans[i]
		for j := range p.Commitments {
			if e.err != nil {
				return
			}
			e.writeCommitment(p, &p.Commitments[j], ocs.Pointer("/plans").Index(i).Append("commitments").Index(j))
		}
	}
}

func (e *exporter) writeCommitment(p *strategy.Plan, commitment *strategy.Commitment, path ocs.Pointer) {
	it := &item{kind: commitmentKind, id: ocs.ID(commitment.ID), path: path, typ: "course-of-action",
		marking: cmp.Or(commitment.Marking, p.Marking, e.whole)}
	it.object = e.names.id(it.typ, string(e.s.ID), string(it.id))
	switch {
	case it.id == "":
		e.on(it, path, noIdentity, "the commitment has no identifier")
		return
	case e.ids[it.object] || e.byID[it.id] != nil:
		e.on(it, path, noIdentity, "another element has the identifier of the commitment")
		return
	case !e.within(it.marking):
		e.on(it, path, withheld, "commitment %q is marked %s", it.id, it.marking.Label())
		return
	}
	c := e.scrubber(it.marking)
	fs, elem := renderCommitment(scrub(c, *commitment))
	e.reportLosses(it.kind, it.id, path, c)
	var plan field
	if p.ID != "" && !c.withheld(ocs.ID(p.ID)) {
		plan = field{"plan", quote(string(p.ID))}
	}
	x, err := extension(commitmentKind, elem, plan)
	if err != nil {
		e.fail(err)
		return
	}
	e.make(it.typ, it.object, it.marking, append(fs, e.references(c), x)...)
	if lead := e.byID[ocs.ID(commitment.Lead)]; lead != nil && lead.kind == actorKind && lead.object != "" {
		e.relate(relation{typ: "related-to", kind: leadKind, from: it.party(), to: lead.party(), path: path.Append("lead")})
	}
	e.writeTargets(it, commitment)
}

// writeTargets relates a commitment to what it is against: by the standard a
// course of action mitigates methods, and is merely related to a campaign.
func (e *exporter) writeTargets(it *item, c *strategy.Commitment) {
	answered := make(map[ocs.ID]bool)
	for _, id := range c.Objectives {
		if e.err != nil {
			return
		}
		o := e.ix.Objective(id)
		if o == nil || e.withheld(ocs.ID(id)) {
			continue
		}
		for _, g := range o.Groups {
			if target := e.target(ocs.ID(g), groupKind, answered); target != nil {
				e.relate(relation{typ: "related-to", kind: "answers", from: it.party(), to: target.party(), path: it.path.Append("objectives")})
			}
		}
		for _, t := range o.Threats {
			target := e.target(ocs.ID(t), threatKind, answered)
			if target == nil {
				continue
			}
			methods := e.methods[target.id]
			for _, method := range methods {
				e.relate(relation{typ: "mitigates", defined: true, from: it.party(), to: end{method, target.marking}, path: it.path.Append("objectives")})
			}
			if methods == nil {
				e.relate(relation{typ: "related-to", kind: "answers", from: it.party(), to: target.party(), path: it.path.Append("objectives")})
			}
		}
	}
}

// target returns the element of that kind, if it is exported and is asked for
// the first time.
func (e *exporter) target(id ocs.ID, kind string, asked map[ocs.ID]bool) *item {
	it := e.byID[id]
	if it == nil || it.kind != kind || it.object == "" || asked[id] {
		return nil
	}
	asked[id] = true
	return it
}
