package stix

import (
	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocs-framework/ocs"
)

// keptBundle is what an import kept in the strategy's extensions.
type keptBundle struct {
	members []member // of the bundle
	objects []*keptObject

	elements map[string]bool // the identifiers of what elements keep
	left     map[string]bool // those of attack patterns that were methods of threats
	needed   map[string]bool // those that still are
}

// keptObject is an object of the list, or the place of one that an element
// keeps.
type keptObject struct {
	object
	element bool // one that an element keeps
	skip    bool // it isn't written
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
		e.found.Report(ocs.Finding{Rule: brokenKept, Path: path}, "not JSON, or with a duplicate name")
		return nil
	}
	whole, size := compact(raw)
	if !isObject(whole) || size.depth > defaultMaxDepth+8 {
		e.found.Report(ocs.Finding{Rule: brokenKept, Path: path}, "no object, or too deeply nested")
		return nil
	}
	return whole
}

// readKept reads the bundle that an import kept.
func (e *exporter) readKept() {
	e.kept.elements, e.kept.left, e.kept.needed = make(map[string]bool), make(map[string]bool), make(map[string]bool)
	raw := e.keptJSON(e.s.Extensions, BundleKey, "")
	if raw == nil {
		return
	}
	e.kept.members = members(raw)
	for i, entry := range entries(get(e.kept.members, "objects")) {
		o := &keptObject{object: object{raw: entry, index: i}}
		if id, ok := text(entry); ok {
			o.id, o.element = id, true
			e.kept.elements[id] = true
			o.typ, _, _ = splitID(id)
		} else {
			fs := e.members(entry)
			if o.typ, _ = text(get(fs, "type")); o.typ != "" {
				o.id, _ = text(get(fs, "id"))
			}
			if o.typ == "marking-definition" {
				e.marks.add(o.id, fs)
			}
		}
		e.kept.objects = append(e.kept.objects, o)
	}
}

// settleKept decides which objects of the list are written.
func (e *exporter) settleKept() {
	current := make(map[string]*keptObject)
	for _, o := range e.kept.objects {
		e.settle(o)
		before := current[o.id]
		if o.id != "" && (before == nil || o.element || !before.element && later(o.changed, before.changed)) {
			current[o.id] = o
		}
	}
	for _, o := range e.kept.objects {
		if current[o.id] == o && !o.element {
			e.place(o)
		}
	}
	for _, o := range e.kept.objects {
		if current[o.id] == o && !o.element {
			e.compare(o)
		}
	}
	for _, o := range e.kept.objects {
		if o.typ == "attack-pattern" && e.kept.left[o.id] && !e.kept.needed[o.id] && e.places[o.id].own {
			e.leave(o, "no threat has the method %q any more", clip(o.id))
		}
	}
	e.leaveLoose(current)
	for _, o := range e.kept.objects {
		if last := current[o.id]; last != nil && last.skip {
			o.skip = true // an earlier version of what is not to be seen
		}
	}
}

// leave leaves an object out because the strategy doesn't say any more what it
// says.
func (e *exporter) leave(o *keptObject, format string, args ...any) {
	if !o.skip {
		o.skip = true
		e.found.Report(ocs.Finding{Rule: removed, Path: o.path()}, format, args...)
	}
}

// settle decides about one object, whatever it refers to.
func (e *exporter) settle(o *keptObject) {
	if o.element {
		switch it := e.byObject[o.id]; {
		case it == nil:
			e.leave(o, "the element made of %q is not in the strategy any more", clip(o.id))
		case it.object != o.id:
			o.skip = true // reported with the element
		}
		return
	}
	fs := e.members(o.raw)
	o.changed, _ = text(get(fs, "modified"))
	o.marking, _ = e.marks.marking(fs)
	holds := o.marking
	if holds == unmarked && o.typ != "marking-definition" && o.typ != "extension-definition" {
		holds = e.whole
	}
	switch it := e.byObject[o.id]; {
	case it != nil && (it.object == "" || it.edited):
		o.skip = true // an earlier version of what is not to be seen
	case !e.within(holds):
		o.skip = true
		e.found.Report(ocs.Finding{Rule: withheld, Path: o.path()}, "%q is marked %s", clip(o.id), holds.Label())
	case !e.o.Persons && isPersonal(o.typ, fs):
		o.skip = true
		e.found.Report(ocs.Finding{Rule: personal, Path: o.path()}, "%q is about an individual", clip(o.id))
	}
}

// place notes what a location or an attack pattern stands for.
func (e *exporter) place(o *keptObject) {
	if o.typ != "location" && o.typ != "attack-pattern" {
		return
	}
	fs := e.members(o.raw)
	p := placeOf(o.typ, fs, o.marking)
	e.places[o.id] = p
	if _, there := e.locations[ocs.Area(p.id)]; p.kind == areaKind && !there && !o.skip {
		e.locations[ocs.Area(p.id)] = o.id
	}
}

// party returns what an identifier stood for in the import. The marking is that
// of then, since it decided what became part of an element.
func (e *exporter) party(object string) party {
	if it := e.byObject[object]; it != nil && it.object != "" {
		return party{kind: it.kind, id: it.id, note: it.name, marking: it.stated}
	}
	return e.places[object]
}

// compare sees whether the strategy still says what a relationship or an
// assessment says, and if so makes sure that it isn't said twice: not even if
// the object is withheld, since the element would say it under its own marking.
func (e *exporter) compare(o *keptObject) {
	fs := e.members(o.raw)
	source, _ := text(get(fs, "source_ref"))
	target, _ := text(get(fs, "target_ref"))
	var said edge
	var ok bool
	switch o.typ {
	case "relationship":
		if said, ok = edgeOf(fs, o.marking, e.party); said.kind == methodKind || e.gone(source) {
			e.kept.left[target] = true
		}
	case "report":
		refs := texts(get(fs, "object_refs"))
		if kind, _ := text(at(ownExtension(fs), "kind")); kind != assessmentKind || len(refs) != 1 {
			return
		}
		if source = refs[0]; e.gone(source) {
			e.leave(o, "%q, of which it is an assessment, is not written", clip(source))
			return
		}
		_, said, ok = assessmentOf(fs, o.marking, e.party)
	}
	switch {
	case !ok:
	case !e.stated[said]:
		e.leave(o, "the strategy doesn't say any more what %q says", clip(o.id))
	case e.anew(source, o.marking) || e.anew(target, o.marking):
		o.skip = true
		if said.kind == methodKind && !e.places[target].own {
			e.reused[said] = target
		}
	default:
		e.covered[said] = target
		e.kept.needed[target] = true
	}
}

// gone reports whether an identifier is that of an element that isn't written.
func (e *exporter) gone(object string) bool {
	it := e.byObject[object]
	return e.kept.elements[object] && (it == nil || it.object == "")
}

// anew reports whether what is said of an element in an object with that marking
// must be said anew: the element is another object now, or is marked more
// strictly than it was.
func (e *exporter) anew(object string, m ocs.Marking) bool {
	it := e.byObject[object]
	return it != nil && (it.derived || it.own.Compare(it.stated) > 0 && m.Compare(it.marking) < 0)
}

// leaveLoose leaves out the relationships of which an end isn't written. An end
// from which something was derived is elsewhere, and the relationship is about
// that.
func (e *exporter) leaveLoose(current map[string]*keptObject) {
	for _, o := range e.kept.objects {
		if o.skip || o.typ != "relationship" && o.typ != "sighting" {
			continue
		}
		fs := e.members(o.raw)
		refs := texts(get(fs, "where_sighted_refs"))
		for _, name := range []string{"source_ref", "target_ref", "sighting_of_ref"} {
			if ref, ok := text(get(fs, name)); ok {
				refs = append(refs, ref)
			}
		}
		for _, ref := range refs {
			if end := current[ref]; end != nil && end.skip && !(e.byObject[ref] != nil && e.byObject[ref].derived) {
				e.leave(o, "%q, to which %q refers, is not written", clip(ref), clip(o.id))
			}
		}
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
