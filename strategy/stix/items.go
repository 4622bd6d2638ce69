package stix

import (
	"bytes"
	"errors"

	"github.com/ocs-framework/ocs"
)

// item is a group, threat, actor or source on its way into the bundle.
type item struct {
	kind    string
	at      int // in the list of its kind
	id      ocs.ID
	path    ocs.Pointer
	marking ocs.Marking // that holds for it
	own     ocs.Marking // that it states

	kept     []byte      // the object it was made of, nil for none
	original string      // identifier of that
	stated   ocs.Marking // by that
	name     string      // in that

	object  string // identifier of what is written, "" for nothing
	typ     string
	raw     []byte // what is written, nil if it is yet to be made
	edited  bool
	derived bool // edited, and of another's making
	done    bool
}

// collectElements lists the elements and finds out which are exported.
func (e *exporter) collectElements() {
	s := e.s
	inherit := func(own ocs.Marking) ocs.Marking {
		if own == "" {
			return e.whole
		}
		return own
	}
	for i := range s.Actors {
		a := &s.Actors[i]
		e.collect(&item{kind: actorKind, at: i, id: ocs.ID(a.ID), own: a.Marking, marking: inherit(a.Marking), typ: "identity"}, "/actors", a.Extensions)
	}
	for i := range s.Threats {
		t := &s.Threats[i]
		e.collect(&item{kind: threatKind, at: i, id: ocs.ID(t.ID), own: t.Marking, marking: inherit(t.Marking), typ: "campaign"}, "/threats", t.Extensions)
	}
	for i := range s.Groups {
		g := &s.Groups[i]
		e.collect(&item{kind: groupKind, at: i, id: ocs.ID(g.ID), own: g.Marking, marking: g.EffectiveMarking(), typ: "threat-actor"}, "/groups", g.Extensions)
	}
	for i := range s.Sources {
		src := &s.Sources[i]
		if _, ok := src.Extensions[ObjectKey]; ok {
			e.collect(&item{kind: sourceKind, at: i, id: ocs.ID(src.ID), own: src.Marking, marking: inherit(src.Marking), typ: "report"}, "/sources", src.Extensions)
		}
	}
	e.findCreator()
}

func (e *exporter) collect(it *item, list ocs.Pointer, x ocs.Extensions) {
	it.path = list.Index(it.at)
	it.kept = e.keptJSON(x, ObjectKey, it.path)
	fs := members(it.kept)
	if it.kept != nil {
		it.original, _ = text(get(fs, "id"))
		it.typ, _ = text(get(fs, "type"))
		if kindOf(it.typ, fs) != it.kind || it.original == "" || e.byObject[it.original] != nil {
			e.on(it, it.path.Append("extensions").Append(ObjectKey), brokenKept, "the object is not one that a %s is made of, or is kept twice", it.kind)
			it.kept = nil
			e.hidden[it.id] = true
			return
		}
		e.byObject[it.original] = it
		it.stated, _ = e.marks.marking(fs)
		it.name, _ = text(get(fs, "name"))
	}
	switch {
	case it.id == "":
		e.on(it, it.path, noIdentity, "the %s has no identifier", it.kind)
		return
	case e.byID[it.id] != nil:
		e.on(it, it.path, noIdentity, "the identifier stands at %s too", e.byID[it.id].path)
		return
	}
	e.byID[it.id] = it
	switch {
	case !e.within(it.marking):
		e.hidden[it.id] = true
		e.on(it, it.path, withheld, "%s %q is marked %s", it.kind, it.id, it.marking.Label())
	case !e.o.Persons && isPersonal(it.typ, fs):
		e.hidden[it.id] = true
		e.on(it, it.path, personal, "%s %q is an individual", it.kind, it.id)
	case it.kept != nil:
		it.object = it.original
		e.items = append(e.items, it)
	default:
		it.object = e.names.id(it.typ, string(e.s.ID), string(it.id))
		e.items = append(e.items, it)
	}
}

// findCreator takes the body that adopted the strategy for the creator, if no
// other is given.
func (e *exporter) findCreator() {
	if it := e.byID[ocs.ID(e.s.Adoption.Body)]; e.creator == "" && it != nil && it.kind == actorKind {
		e.creator = it.object
	}
}

// refreshElements brings the kept objects up to what their elements say now.
func (e *exporter) refreshElements() {
	for _, it := range e.items {
		if it.kept != nil {
			e.refresh(it)
		}
	}
}

// refresh writes into the kept object what was edited since the import: what
// differs between the element as the object has it and as it is now.
func (e *exporter) refresh(it *item) {
	fs := members(it.kept)
	stated, known := e.marks.marking(fs)
	if it.own == known {
		stated = known // the import may have known more definitions than are here now
	}
	before, was, err := e.renderKept(it, fs, stated)
	if err != nil {
		e.fail(err)
		return
	}
	now, c, err := e.render(it)
	if err != nil {
		e.fail(err)
		return
	}
	c.uncited = c.uncited && !was.uncited // what the object cites stays in it
	e.reportLosses(it.kind, it.id, it.path, c)
	it.raw = patch(it.kept, build(before), build(now))
	if it.own != stated && (stated != unmarked || it.own != ocs.MarkingClear) {
		refs := texts(get(fs, "object_marking_refs"))
		it.raw = patch(it.raw, build([]field{{"object_marking_refs", quotes(refs)}}), build([]field{{"object_marking_refs", quotes(remark(refs, it.own))}}))
		e.used[it.own] = true
	}
	if !bytes.Equal(it.raw, it.kept) {
		e.reissue(it, fs)
	}
}

// reissue makes a new version of an edited object, or a new object if it is for
// another to make versions of this.
func (e *exporter) reissue(it *item, fs []member) {
	if e.modified == "" {
		e.fail(errors.New("stix: neither the strategy's adoption or period nor the options say when edited objects were modified"))
		return
	}
	it.edited = true
	e.extended = e.extended || bytes.Contains(it.raw, []byte(ExtensionID))
	creator, _ := text(get(fs, "created_by_ref"))
	old, hasTime := text(get(fs, "modified"))
	from := []field{{"modified", get(fs, "modified")}}
	if creator == "" || creator == e.creator || e.o.Reissue {
		e.on(it, it.path, edited, "%q is written as a new version", it.original)
		modified := e.modified
		if hasTime && !later(modified, old) {
			var err error
			if modified, err = next(old); err != nil {
				modified = e.modified
			}
		}
		it.raw = patch(it.raw, build(from), build([]field{{"modified", quote(modified)}}))
		return
	}
	e.on(it, it.path, edited, "an object derived from %q is written", it.original)
	it.derived = true
	it.object = e.names.id(it.typ, string(e.s.ID), string(it.id), it.original)
	from = append(from, field{"id", get(fs, "id")}, field{"created", get(fs, "created")}, field{"created_by_ref", get(fs, "created_by_ref")})
	to := []field{{"modified", quote(e.modified)}, {"id", quote(it.object)}, {"created", quote(e.created)}, {"created_by_ref", quote(e.creator)}}
	refs := texts(at(it.raw, "object_marking_refs"))
	if it.own == "" && it.marking.Compare(ocs.MarkingClear) > 0 { // the object said nothing; that it may be published is not ours to say
		from = append(from, field{"object_marking_refs", quotes(refs)})
		to = append(to, field{"object_marking_refs", quotes(remark(refs, it.marking))})
		e.used[it.marking] = true
	}
	it.raw = patch(it.raw, build(from), build(to))
}
