package stix

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
)

// edge is a relation of the model that STIX has as an object of its own. Edges
// are compared: one of the model is the same as one that a relationship says if
// all of it is.
type edge struct {
	kind string // tieKind, enablerKind, drivesKind or areaKind
	from ocs.ID
	to   ocs.ID // or the area
	tie  threat.TieKind
	note string
}

// The kinds of edges that no extension has to tell.
const (
	drivesKind = "drives" // from a group to a threat
	areaKind   = "area"   // from a group or actor
)

// party is what an identifier of an object stands for.
type party struct {
	kind string // of element, "" for none
	id   ocs.ID
	area ocs.Area // of a location
}

// edgeOf returns the relation that a relationship says, if the model has it.
func edgeOf(fs []field, party func(object string) party) (edge, bool) {
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
			return edge{}, false
		}
		return edge{tieKind, from.id, to.id, tie, note}, tie != ""
	case from.kind == threatKind && to.kind == groupKind && typ == "attributed-to":
		return edge{kind: drivesKind, from: to.id, to: from.id}, true
	case from.kind == threatKind && to.kind == threatKind && kind == enablerKind:
		return edge{kind: enablerKind, from: from.id, to: to.id}, true
	case from.kind == groupKind || from.kind == actorKind:
		if to.area == "" || typ != "located-at" && typ != "originates-from" && kind != areaKind {
			return edge{}, false
		}
		return edge{kind: areaKind, from: from.id, to: ocs.ID(to.area)}, true
	}
	return edge{}, false
}

// areaOf returns the area that a location is, "" if it has no code of ours.
func areaOf(fs []field) ocs.Area {
	country, _ := text(get(fs, "country"))
	part, _ := text(get(fs, "administrative_area"))
	if area := ocs.Area(part); area.Known() && !area.IsCountry() {
		return area
	}
	if area := ocs.Area(country); area.Known() && part == "" && get(fs, "city") == nil && get(fs, "street_address") == nil {
		return area
	}
	return ""
}

// relate makes ties, areas and citations of relationships and reports.
func (im *importer) relate() {
	for _, o := range im.bundle.objects {
		if im.current[o.id] != o {
			continue
		}
		switch o.typ {
		case "relationship":
			if e, ok := edgeOf(im.fields(o.raw), im.party); ok {
				im.add(e, o)
			} else {
				im.others[o.typ]++
			}
		case "report":
			if e, ok := im.elements[o.id]; ok {
				im.cite(im.s.Sources[e.at].ID, texts(at(o.raw, "object_refs")))
			}
		}
	}
}

func (im *importer) party(id string) party {
	if e, ok := im.elements[id]; ok {
		switch e.kind {
		case groupKind:
			return party{kind: groupKind, id: ocs.ID(im.s.Groups[e.at].ID)}
		case threatKind:
			return party{kind: threatKind, id: ocs.ID(im.s.Threats[e.at].ID)}
		case actorKind:
			return party{kind: actorKind, id: ocs.ID(im.s.Actors[e.at].ID)}
		}
	}
	if o := im.current[id]; o != nil && o.typ == "location" {
		area, known := im.areas[id]
		if !known {
			area = areaOf(fields(o.raw))
			im.areas[id] = area
		}
		return party{area: area}
	}
	return party{}
}

// add puts an edge into the element that states it, once.
func (im *importer) add(e edge, o *object) {
	if im.seen[e] {
		return
	}
	im.seen[e] = true
	source, _ := text(at(o.raw, "source_ref"))
	if e.kind == drivesKind {
		source, _ = text(at(o.raw, "target_ref"))
	}
	from := im.elements[source]
	switch {
	case e.kind == tieKind:
		g := &im.s.Groups[from.at]
		g.Ties = append(g.Ties, threat.Tie{Kind: e.tie, Group: threat.GroupID(e.to), Note: e.note})
	case e.kind == drivesKind:
		g := &im.s.Groups[from.at]
		g.Threats = append(g.Threats, threat.ID(e.to))
	case e.kind == enablerKind:
		t := &im.s.Threats[from.at]
		t.EnabledBy = append(t.EnabledBy, threat.ID(e.to))
	case from.kind == groupKind:
		g := &im.s.Groups[from.at]
		g.Areas = append(g.Areas, ocs.Area(e.to))
	default:
		a := &im.s.Actors[from.at]
		a.Areas = append(a.Areas, ocs.Area(e.to))
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
