package stix

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
)

// statedEdge is an edge of the strategy and where it is stated.
type statedEdge struct {
	edge
	path  ocs.Pointer
	cites []ocs.Cite
}

// collectEdges lists the relations between what is exported.
func (e *exporter) collectEdges() {
	for _, it := range e.items {
		switch it.kind {
		case groupKind:
			g := &e.s.Groups[it.at]
			for i := range g.Ties {
				e.collectEdge(statedEdge{edge{tieKind, it.id, ocs.ID(g.Ties[i].Group), g.Ties[i].Kind, g.Ties[i].Note}, it.path.Append("ties").Index(i), g.Ties[i].Cites}, groupKind)
			}
			for i, t := range g.Threats {
				e.collectEdge(statedEdge{edge{kind: drivesKind, from: it.id, to: ocs.ID(t)}, it.path.Append("threats").Index(i), nil}, threatKind)
			}
			e.collectAreas(it, g.Areas)
		case threatKind:
			e.collectParts(it)
			for i, t := range e.s.Threats[it.at].EnabledBy {
				e.collectEdge(statedEdge{edge{kind: enablerKind, from: it.id, to: ocs.ID(t)}, it.path.Append("enabled-by").Index(i), nil}, threatKind)
			}
		case actorKind:
			e.collectAreas(it, e.s.Actors[it.at].Areas)
		}
	}
}

// collectEdge adds an edge to an element of that kind. One to an element that is
// withheld is passed over, as the element is.
func (e *exporter) collectEdge(s statedEdge, kind string) {
	to := e.byID[s.to]
	switch {
	case to == nil || to.kind != kind:
		if s.to != "" && !e.withheld(s.to) {
			e.found.Report(ocs.Finding{Rule: noElement, Path: s.path}, "no %s %q", kind, s.to)
		}
	case to.object != "" && !e.stated[s.edge]:
		e.stated[s.edge] = true
		e.edges = append(e.edges, s)
	}
}

func (e *exporter) collectAreas(it *item, areas []ocs.Area) {
	for i, area := range areas {
		s := statedEdge{edge{kind: areaKind, from: it.id, to: ocs.ID(area)}, it.path.Append("areas").Index(i), nil}
		switch {
		case !area.Known():
			e.found.Report(ocs.Finding{Rule: noElement, Path: s.path}, "no area %q", area)
		case !e.stated[s.edge]:
			e.stated[s.edge] = true
			e.edges = append(e.edges, s)
		}
	}
}

// collectParts notes the methods and assessments of a threat. They are written
// with it, unless an object that was kept says them.
func (e *exporter) collectParts(it *item) {
	t := &e.s.Threats[it.at]
	for _, m := range t.Methods {
		e.stated[methodEdge(it.id, m)] = true
	}
	for _, a := range t.Assessments {
		e.stated[e.assessmentEdge(it, a)] = true
	}
}

func methodEdge(of ocs.ID, m threat.Method) edge {
	return edge{kind: methodKind, from: of, to: ocs.ID(m.Name), note: m.Description}
}

func (e *exporter) assessmentEdge(it *item, a threat.Assessment) edge {
	own := it.own
	if it.kept == nil {
		own = it.marking
	}
	return assessmentEdge(it.id, e.s.Threats[it.at].Name, a, cmp.Or(a.Marking, own))
}

// writeEdges writes the relations that no kept relationship says.
func (e *exporter) writeEdges() {
	for _, s := range e.edges {
		if _, covered := e.covered[s.edge]; covered {
			continue
		}
		from := e.byID[s.from]
		switch s.kind {
		case tieKind:
			e.writeTie(s, from, e.byID[s.to])
		case drivesKind:
			e.relate(relation{typ: "attributed-to", defined: true, from: e.byID[s.to].party(), to: from.party(), path: s.path})
		case enablerKind:
			e.relate(relation{typ: "related-to", kind: enablerKind, from: from.party(), to: e.byID[s.to].party(), path: s.path})
		case areaKind:
			to := end{object: e.locations[ocs.Area(s.to)], marking: from.marking}
			e.relate(relation{typ: "located-at", kind: areaKind, defined: from.typ != "intrusion-set", from: from.party(), to: to, path: s.path})
		}
	}
	for _, it := range e.items {
		if it.derived {
			e.relate(relation{typ: "derived-from", defined: true, from: it.party(), to: end{object: it.original}, path: it.path})
		}
	}
}

func (e *exporter) writeTie(s statedEdge, from, to *item) {
	r := relation{typ: "related-to", kind: tieKind, from: from.party(), to: to.party(), path: s.path, note: s.note,
		more: []field{{"tie", quote(string(s.tie))}}}
	if s.tie == threat.PartOf || s.tie == threat.CooperatesWith {
		r.typ = string(s.tie)
	}
	c := e.scrubber(stricter(from.marking, to.marking))
	scrub(c, s.cites)
	e.reportLosses(groupKind, from.id, s.path, c)
	r.references = e.references(c)
	e.relate(r)
}

// end is what a relationship begins or ends at.
type end struct {
	object  string
	marking ocs.Marking
}

func (it *item) party() end { return end{it.object, it.marking} }

// relation is a relationship that is to be written.
type relation struct {
	typ        string
	defined    bool   // the standard defines the type for these objects
	kind       string // what our extension calls it
	from, to   end
	note       string
	path       ocs.Pointer
	more       []field // of our extension
	references field
}

// relate writes a relationship. One whose type says less than the strategy says
// what it is in its description and in our extension.
func (e *exporter) relate(r relation) {
	if e.err != nil {
		return
	}
	parts := []string{string(e.s.ID), r.typ, r.kind, r.from.object, r.to.object, string(build(r.more))}
	id := e.names.id("relationship", parts...)
	if n := e.repeated[id]; n > 0 { // the same relation, with another note
		e.repeated[id]++
		id = e.names.id("relationship", append(parts, strconv.Itoa(n))...)
	} else {
		e.repeated[id] = 1
	}
	if e.o.RelatedOnly && !r.defined {
		r.typ = "related-to"
	}
	description := r.note
	var x field
	if r.typ == "related-to" {
		name := r.kind
		if r.kind == tieKind {
			name, _ = text(at(build(r.more), "tie"))
		}
		description = cmp.Or(description, name)
		e.found.Report(ocs.Finding{Rule: lowered, Path: r.path}, "the relation %q is written as related-to", name)
		x, _ = extension(r.kind, nil, r.more...) // fails only for an element
	}
	e.make("relationship", id, stricter(r.from.marking, r.to.marking),
		field{"relationship_type", quote(r.typ)},
		field{"description", quote(description)},
		field{"source_ref", quote(r.from.object)},
		field{"target_ref", quote(r.to.object)},
		r.references, x)
}

// writeLocations writes the areas that no location stands for yet.
func (e *exporter) writeLocations() {
	markings := make(map[ocs.Area]ocs.Marking)
	var areas []ocs.Area
	for _, s := range e.edges {
		area := ocs.Area(s.to)
		if _, covered := e.covered[s.edge]; s.kind != areaKind || covered || e.locations[area] != "" {
			continue
		}
		m, seen := markings[area]
		if !seen {
			areas = append(areas, area)
			m = e.byID[s.from].marking
		} else if n := e.byID[s.from].marking; n.Compare(m) < 0 {
			m = n // the most open of those that name it, who couldn't be told where they are otherwise
		}
		markings[area] = m
	}
	slices.Sort(areas)
	for _, area := range areas {
		fs := []field{{"country", quote(string(area.Country()))}}
		if !area.IsCountry() {
			fs = append(fs, field{"administrative_area", quote(string(area))})
		}
		e.locations[area] = e.make("location", e.names.id("location", string(e.s.ID), string(area)), markings[area], fs...)
	}
}
