package stix

import (
	"cmp"
	"slices"

	"github.com/go-json-experiment/json"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
)

// edge is what the model says inside an element and STIX in an object of its
// own: a relation, a method or an assessment. Edges are compared: one of the
// model is the same as one that an object says if all of it is.
type edge struct {
	kind string // tieKind, enablerKind, drivesKind, areaKind, methodKind or assessmentKind
	from ocs.ID // the element that holds it
	to   ocs.ID // the other element, the area, or the name of the method or assessment
	tie  threat.TieKind
	note string // or description, or the assessment itself
}

// The kinds of edges that no extension has to tell.
const (
	drivesKind = "drives" // from a group to a threat
	areaKind   = "area"   // from a group or actor
)

// maxMethod is how long the text of a method may be. One attack pattern may be
// used by any number of campaigns, and each of them would hold the text.
const maxMethod = 16 << 10

// party is what an identifier of an object stands for.
type party struct {
	kind    string // of element, or areaKind or methodKind, "" for none
	id      ocs.ID // of the element, or the area, or the method's name
	note    string // the method's description, or the threat's name
	own     bool   // an attack pattern of ours, which is one method of one threat
	marking ocs.Marking
}

// holds reports whether something with that marking may be said in the element.
// What is marked more strictly stays in its own object: in the element it would
// pass for something less strict.
func (p party) holds(m ocs.Marking) bool {
	own := p.marking
	switch {
	case own != "":
	case p.kind == groupKind:
		own = ocs.MarkingAmber
	default:
		own = ocs.MarkingClear
	}
	return m.Compare(own) <= 0
}

// edgeOf returns what a relationship with that marking says, if the model has it.
func edgeOf(fs []member, m ocs.Marking, party func(object string) party) (e edge, ok bool) {
	source, _ := text(get(fs, "source_ref"))
	target, _ := text(get(fs, "target_ref"))
	typ, _ := text(get(fs, "relationship_type"))
	own := ownExtension(fs)
	kind, _ := text(at(own, "kind"))
	from, to := party(source), party(target)
	switch {
	case from.kind == groupKind && to.kind == groupKind:
		tie := threat.TieKind(typ)
		note, _ := text(get(fs, "description"))
		if kind == tieKind {
			name, _ := text(at(own, "tie"))
			tie = threat.TieKind(name)
			if note == name {
				note = "" // stated for those who don't know the extension
			}
		} else if tie != threat.PartOf && tie != threat.CooperatesWith {
			return e, false
		}
		e, ok = edge{tieKind, from.id, to.id, tie, note}, tie != ""
	case from.kind == threatKind && to.kind == groupKind && typ == "attributed-to":
		e, ok = edge{kind: drivesKind, from: to.id, to: from.id}, true
	case from.kind == threatKind && to.kind == threatKind && kind == enablerKind:
		e, ok = edge{kind: enablerKind, from: from.id, to: to.id}, true
	case from.kind == threatKind && to.kind == methodKind && typ == "uses":
		e, ok = edge{kind: methodKind, from: from.id, to: to.id, note: to.note}, from.holds(stricter(m, to.marking))
		return e, ok
	case (from.kind == groupKind || from.kind == actorKind) && to.kind == areaKind:
		ok = typ == "located-at" || typ == "originates-from" || kind == areaKind
		return edge{kind: areaKind, from: from.id, to: to.id}, ok && from.holds(stricter(m, to.marking))
	}
	return e, ok && (from.holds(m) || to.holds(m)) // an element that is withheld isn't named in the other either
}

// placeOf returns what a location or attack pattern stands for.
func placeOf(typ string, fs []member, m ocs.Marking) party {
	switch typ {
	case "location":
		if area := areaOf(fs); area != "" {
			return party{kind: areaKind, id: ocs.ID(area), marking: m}
		}
	case "attack-pattern":
		name, _ := text(get(fs, "name"))
		p := party{kind: methodKind, id: ocs.ID(name), marking: m}
		if kind, _ := text(at(ownExtension(fs), "kind")); kind == methodKind {
			p.own = true
			p.note, _ = text(get(fs, "description"))
		}
		if name != "" && len(name)+len(p.note) <= maxMethod {
			return p
		}
	}
	return party{}
}

// assessmentOf returns the assessment of a threat that a report of ours holds.
func assessmentOf(fs []member, m ocs.Marking, party func(object string) party) (a threat.Assessment, e edge, ok bool) {
	if kind, _ := text(at(ownExtension(fs), "kind")); kind != assessmentKind {
		return a, e, false
	}
	refs := texts(get(fs, "object_refs"))
	if len(refs) != 1 {
		return a, e, false
	}
	about := party(refs[0])
	if about.kind != threatKind || readElement(fs, assessmentKind, &a) != nil {
		return a, e, false
	}
	a.Note, _ = text(get(fs, "description"))
	a.Marking, a.Cites = "", nil
	if m != about.marking {
		a.Marking = m
	}
	e = assessmentEdge(about.id, about.note, a, cmp.Or(m, about.marking))
	name, _ := text(get(fs, "name"))
	return a, e, name == string(e.to)
}

// assessmentEdge is an assessment of the threat of that name as an edge, without
// what doesn't come back.
func assessmentEdge(of ocs.ID, name string, a threat.Assessment, m ocs.Marking) edge {
	e := edge{kind: assessmentKind, from: of, to: ocs.ID(assessmentName(of, name, a))}
	a.ID, a.Marking, a.Cites = "", m, nil
	data, _ := json.Marshal(a, json.Deterministic(true)) // fails for text that isn't UTF-8, as the export will
	e.note = string(data)
	return e
}

// assessmentName is what the report of an assessment is called.
func assessmentName(of ocs.ID, name string, a threat.Assessment) string {
	name = cmp.Or(name, string(of))
	if a.Method != "" {
		name += ": " + a.Method
	}
	if !a.Date.IsZero() {
		name += ", " + a.Date.String()
	}
	return name
}

// areaOf returns the area that a location is, "" if it has no code of ours or
// is a smaller place. Coordinates may be those of an area's middle.
func areaOf(fs []member) ocs.Area {
	for _, name := range []string{"city", "street_address", "postal_code"} {
		if get(fs, name) != nil {
			return ""
		}
	}
	country, _ := text(get(fs, "country"))
	part, stated := text(get(fs, "administrative_area"))
	switch {
	case !stated && ocs.Country(country).Known():
		return ocs.Area(country)
	case ocs.Area(part).Known() && !ocs.Area(part).IsCountry():
		return ocs.Area(part)
	}
	return ""
}

// relate makes ties, areas, methods, assessments and citations of the objects
// that say so.
func (im *importer) relate() {
	for _, o := range im.bundle.objects {
		if im.current[o.id] != o {
			continue
		}
		switch o.typ {
		case "relationship":
			fs := im.members(o.raw)
			m, _ := im.marks.marking(fs)
			if e, ok := edgeOf(fs, m, im.party); ok {
				im.add(e)
			} else {
				im.others[o.typ]++
			}
		case "report":
			fs := im.members(o.raw)
			if e, ok := im.elements[o.id]; ok {
				im.cite(im.s.Sources[e.at].ID, texts(get(fs, "object_refs")))
				continue
			}
			m, _ := im.marks.marking(fs)
			if a, e, ok := assessmentOf(fs, m, im.party); ok && !im.seen[e] {
				im.seen[e] = true
				if im.taken[a.ID] {
					a.ID = ""
				}
				im.taken[a.ID] = a.ID != ""
				t := &im.s.Threats[im.holders[e.from].at]
				t.Assessments = append(t.Assessments, a)
				im.others[o.typ]--
			}
		}
	}
}

func (im *importer) party(id string) party {
	if e, ok := im.elements[id]; ok {
		switch e.kind {
		case groupKind:
			g := &im.s.Groups[e.at]
			return party{kind: groupKind, id: ocs.ID(g.ID), marking: g.Marking}
		case threatKind:
			t := &im.s.Threats[e.at]
			return party{kind: threatKind, id: ocs.ID(t.ID), note: t.Name, marking: t.Marking}
		case actorKind:
			a := &im.s.Actors[e.at]
			return party{kind: actorKind, id: ocs.ID(a.ID), marking: a.Marking}
		}
	}
	o := im.current[id]
	if o == nil || o.typ != "location" && o.typ != "attack-pattern" {
		return party{}
	}
	p, known := im.places[id]
	if !known {
		fs := members(o.raw)
		m, _ := im.marks.marking(fs)
		p = placeOf(o.typ, fs, m)
		im.places[id] = p
	}
	return p
}

// add puts an edge into the element that holds it, once.
func (im *importer) add(e edge) {
	if im.seen[e] {
		return
	}
	im.seen[e] = true
	holder := im.holders[e.from]
	switch e.kind {
	case tieKind:
		g := &im.s.Groups[holder.at]
		g.Ties = append(g.Ties, threat.Tie{Kind: e.tie, Group: threat.GroupID(e.to), Note: e.note})
	case drivesKind:
		g := &im.s.Groups[holder.at]
		g.Threats = append(g.Threats, threat.ID(e.to))
	case enablerKind:
		t := &im.s.Threats[holder.at]
		t.EnabledBy = append(t.EnabledBy, threat.ID(e.to))
	case methodKind:
		t := &im.s.Threats[holder.at]
		t.Methods = append(t.Methods, threat.Method{Name: string(e.to), Description: e.note})
	case areaKind:
		if holder.kind == groupKind {
			g := &im.s.Groups[holder.at]
			g.Areas = append(g.Areas, ocs.Area(e.to))
		} else {
			a := &im.s.Actors[holder.at]
			a.Areas = append(a.Areas, ocs.Area(e.to))
		}
	}
}

// cite says of the elements that a report is about that it is.
func (im *importer) cite(source ocs.SourceID, objects []string) {
	slices.Sort(objects)
	cite := ocs.Cite{Source: source}
	for _, id := range slices.Compact(objects) {
		e, ok := im.elements[id]
		if !ok {
			continue
		}
		switch e.kind {
		case groupKind:
			g := &im.s.Groups[e.at]
			g.Cites = append(g.Cites, cite)
		case threatKind:
			t := &im.s.Threats[e.at]
			t.Cites = append(t.Cites, cite)
		case actorKind:
			a := &im.s.Actors[e.at]
			a.Cites = append(a.Cites, cite)
		}
	}
}
