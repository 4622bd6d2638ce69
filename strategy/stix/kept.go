package stix

import (
	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocs-framework/ocs"
)

// keptBundle is what an import kept in the strategy's extensions.
type keptBundle struct {
	members []field // of the bundle
	objects []*keptObject
	known   map[string]bool // identifiers that were in the bundle
}

// keptObject is an object of the list, or the place of one that an element
// keeps.
type keptObject struct {
	object
	element bool
	skip    bool
	marking ocs.Marking
}

func (o *keptObject) path() ocs.Pointer {
	return ocs.Pointer("/extensions").Append(BundleKey).Append("objects").Index(o.index)
}

// keptJSON reads what an import kept under a key; nil if it isn't there or not
// what an import wrote. It may have been through other hands.
func (e *exporter) keptJSON(x ocs.Extensions, key string, path ocs.Pointer) []byte {
	raw, ok := x[key]
	if !ok {
		return nil
	}
	path = path.Append("extensions").Append(key)
	if !jsontext.Value(raw).IsValid() {
		e.report(ocs.Finding{Rule: brokenKept, Path: path}, "not JSON, or with a duplicate name")
		return nil
	}
	whole, size := compact(raw)
	if !isObject(whole) || size.depth > defaultMaxDepth+8 {
		e.report(ocs.Finding{Rule: brokenKept, Path: path}, "no object, or too deeply nested")
		return nil
	}
	return whole
}

// readKept reads the bundle that an import kept.
func (e *exporter) readKept() {
	e.kept.known = make(map[string]bool)
	raw := e.keptJSON(e.s.Extensions, BundleKey, "")
	if raw == nil {
		return
	}
	e.kept.members = fields(raw)
	for i, entry := range entries(get(e.kept.members, "objects")) {
		o := &keptObject{object: object{raw: entry, index: i}}
		if id, ok := text(entry); ok {
			o.id, o.element = id, true
			o.typ, _, _ = splitID(id)
		} else {
			fs := e.fields(entry)
			o.typ, _ = text(get(fs, "type"))
			o.id, _ = text(get(fs, "id"))
			if o.typ == "marking-definition" {
				e.marks.add(o.id, fs)
			}
		}
		e.kept.known[o.id] = true
		e.kept.objects = append(e.kept.objects, o)
	}
}

// settleKept decides which objects of the list are written.
func (e *exporter) settleKept() {
	present := make(map[string]bool)
	for _, o := range e.kept.objects {
		e.settle(o)
		if !o.skip {
			present[o.id] = true
		}
	}
	parties := make(map[string]ocs.Area)
	for _, o := range e.kept.objects {
		if o.typ == "location" && !o.skip && !o.element {
			area := areaOf(e.fields(o.raw))
			parties[o.id] = area
			if _, there := e.locations[area]; area != "" && !there {
				e.locations[area] = o.id
			}
		}
	}
	lookUp := func(id string) party {
		if it := e.byObject[id]; it != nil && it.object != "" {
			return party{kind: it.kind, id: it.id}
		}
		return party{area: parties[id]}
	}
	for _, o := range e.kept.objects {
		if !o.skip && (o.typ == "relationship" || o.typ == "sighting") {
			e.settleRelation(o, present, lookUp)
		}
	}
}

// settle decides about one object, whatever it refers to.
func (e *exporter) settle(o *keptObject) {
	if o.element {
		switch it := e.byObject[o.id]; {
		case it == nil:
			o.skip = true
			e.report(ocs.Finding{Rule: removed, Path: o.path()}, "the element made of %q is not in the strategy any more", clip(o.id))
		case it.object != o.id:
			o.skip = true // reported with the element
		}
		return
	}
	fs := e.fields(o.raw)
	o.marking, _ = e.marks.marking(fs)
	switch it := e.byObject[o.id]; {
	case it != nil && it.object == "", it != nil && it.edited:
		o.skip = true // an earlier version of what is not to be seen
	case !e.within(o.marking):
		o.skip = true
		e.report(ocs.Finding{Rule: withheld, Path: o.path()}, "%q is marked %s", clip(o.id), o.marking.Label())
	case !e.o.Persons && isPersonal(o.typ, fs):
		o.skip = true
		e.report(ocs.Finding{Rule: personal, Path: o.path()}, "%q is about an individual", clip(o.id))
	}
}

// settleRelation leaves a relationship out if what it relates isn't written, or
// if the strategy doesn't say any more what it says.
func (e *exporter) settleRelation(o *keptObject, present map[string]bool, lookUp func(string) party) {
	fs := e.fields(o.raw)
	var derived bool
	for _, name := range []string{"source_ref", "target_ref", "sighting_of_ref"} {
		ref, _ := text(get(fs, name))
		if it := e.byObject[ref]; it != nil && it.derived {
			derived = true // what it is derived from is elsewhere, and the relationship is about that
			continue
		}
		if e.kept.known[ref] && !present[ref] {
			o.skip = true
			e.report(ocs.Finding{Rule: removed, Path: o.path()}, "%q, which is not written, is the %s of %q", clip(ref), name, clip(o.id))
			return
		}
	}
	for _, ref := range texts(get(fs, "where_sighted_refs")) {
		if e.kept.known[ref] && !present[ref] {
			o.skip = true
			e.report(ocs.Finding{Rule: removed, Path: o.path()}, "%q, which is not written, is where %q saw something", clip(ref), clip(o.id))
			return
		}
	}
	said, ok := edgeOf(fs, lookUp)
	switch {
	case !ok:
	case e.stated[said] && derived:
		o.skip = true // it is made anew, for what was derived
	case e.stated[said]:
		e.covered[said] = true
	default:
		o.skip = true
		e.report(ocs.Finding{Rule: removed, Path: o.path()}, "the strategy doesn't say any more what %q says", clip(o.id))
	}
}

// writeKept writes what was kept, in its order, elements in their places.
func (e *exporter) writeKept() {
	for _, o := range e.kept.objects {
		switch {
		case o.skip:
		case o.element:
			it := e.byObject[o.id]
			it.done = true
			e.put(written{it.object, it.typ, it.raw})
		default:
			e.put(written{o.id, o.typ, o.raw})
		}
	}
}
