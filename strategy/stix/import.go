package stix

import (
	"bytes"
	"io"
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/internal/faults"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

const (
	// ObjectKey is the key of an element's extensions under which the object is
	// kept from which the element was made.
	ObjectKey = "stix:object"

	// BundleKey is the key of a strategy's extensions under which the bundle is
	// kept from which it was made. An object that an element keeps stands in its
	// list as its identifier.
	BundleKey = "stix:bundle"
)

// Document is a bundle as it was read.
type Document struct {
	// Strategy holds the threats, groups, actors and sources that were made of the
	// objects, and what was kept of the rest. It is a part to be merged into a
	// strategy, and not a whole one.
	Strategy strategy.Strategy

	// Findings say what was wrong or is not understood. Their paths are those in
	// the bundle. [Faults] describes their codes.
	Findings ocs.Findings

	// Refused says that the bundle could not be read at all, for its syntax, its
	// type or a limit. Strategy is then empty.
	Refused bool
}

// Import reads a bundle of STIX 2.1. It is read object by object, and the
// objects are kept; what the parser needs beside them doesn't grow with the
// bundle. The name is the file's in positions. Options may be nil.
//
// Threat actors and intrusion sets become groups, campaigns threats, identities
// of organisations actors, and reports sources, which the elements that they are
// about cite. Relationships become ties between groups, the threats that a group
// drives, the methods of threats, and with locations the areas of groups and
// actors; the reports that Export makes of assessments become assessments. What
// is marked more strictly than the element that would hold it is only kept. Of
// several versions of an object the last is used. An element has the identifier
// of its object, unless the object was exported from a strategy and says what it
// was.
//
// What is wrong in the bundle is a finding. The error is the reader's; there is
// then no Document.
func Import(name string, r io.Reader, o *ImportOptions) (*Document, error) {
	im := importer{
		found: faults.Log{Faults: Faults()}, limits: o.limits(), marks: newDefinitions(), walker: walker{met: make(scanner)},
		elements: make(map[string]element), taken: make(map[ocs.ID]bool), seen: make(map[edge]bool),
		places: make(map[string]party), holders: make(map[ocs.ID]element),
	}
	t := newTracker(name, r, im.limits.MaxBytes)
	ok := im.readBundle(t)
	if t.err != nil {
		return nil, t.err
	}
	if !ok {
		return &Document{Findings: im.found.List(), Refused: true}, nil
	}
	im.identify()
	im.makeElements()
	im.relate()
	im.check()
	im.keep()
	return &Document{Strategy: im.s, Findings: im.found.List()}, nil
}

// importer makes a strategy of a bundle.
type importer struct {
	found  faults.Log
	limits ImportOptions
	bundle bundle
	s      strategy.Strategy
	marks  definitions

	current  map[string]*object // the version of each object that is used, by identifier
	elements map[string]element // made of an object, by its identifier
	taken    map[ocs.ID]bool
	seen     map[edge]bool
	places   map[string]party // what locations and attack patterns stand for
	holders  map[ocs.ID]element
	others   map[string]int // how many objects of a type are only kept

	room []byte // for an object on its way in
	walker
}

// element says where the element that was made from an object stands.
type element struct {
	kind string
	at   int // in the list of its kind
}

func (im *importer) at(path ocs.Pointer, pos ocs.Position, code, format string, args ...any) {
	im.found.Report(ocs.Finding{Rule: code, Path: path, Pos: pos}, format, args...)
}

// on reports about a member of an object, or the object if name is "".
func (im *importer) on(o *object, name, code, format string, args ...any) {
	path := o.path()
	if name != "" {
		path = path.Append(name)
	}
	im.at(path, o.pos, code, format, args...)
}

// identify finds the types and identifiers of the objects, and which version of
// each is used.
func (im *importer) identify() {
	im.current = make(map[string]*object, len(im.bundle.objects))
	for _, o := range im.bundle.objects {
		fs := im.members(o.raw)
		var typed, named bool
		o.typ, typed = text(get(fs, "type"))
		o.id, named = text(get(fs, "id"))
		o.version = get(fs, "spec_version")
		o.changed, _ = text(get(fs, "modified"))
		if !typed {
			im.on(o, "type", notObject, "the object has no type")
			o.id = ""
			continue
		}
		typ, _, ok := splitID(o.id)
		if !ok || typ != o.typ {
			im.on(o, "id", badID, "%q is no identifier of an object of the type %q", clip(o.id), clip(o.typ))
		}
		if !named || o.id == "" {
			continue
		}
		if o.typ == "marking-definition" {
			im.marks.add(o.id, fs)
		}
		if before := im.current[o.id]; before != nil {
			if o.changed == before.changed && !bytes.Equal(o.raw, before.raw) {
				im.on(o, "modified", versionTwice, "the same version of %q stands at %s", clip(o.id), before.path())
			}
			if !later(o.changed, before.changed) {
				continue
			}
		}
		im.current[o.id] = o
	}
}

// makeElements makes groups, threats, actors and sources.
func (im *importer) makeElements() {
	im.others = make(map[string]int)
	for _, o := range im.bundle.objects {
		if o.id == "" || im.current[o.id] != o {
			im.others[o.typ]++
			continue
		}
		readable := im.readable(o)
		var fs []member
		if mayBecome(o.typ) {
			fs = im.members(o.raw)
		}
		kind := kindOf(o.typ, fs)
		if !readable || kind == "" {
			if o.typ != "relationship" && o.typ != "marking-definition" && o.typ != "location" && o.typ != "extension-definition" {
				im.others[o.typ]++
			}
			continue
		}
		if id := ocs.ID(o.id); !id.WellFormed() {
			im.others[o.typ]++ // reported as no identifier
			continue
		}
		m, known := im.marks.marking(fs)
		if m != known {
			im.on(o, "object_marking_refs", badMarking, "a marking is not in the bundle, so that %q counts as red", o.id)
		}
		if err := im.makeElement(o, kind, fs, m); err != nil {
			im.on(o, "extensions", badExtension, "%v", err)
		}
	}
}

// readable reports whether an object is of a version that is read.
func (im *importer) readable(o *object) bool {
	version, stated := text(o.version)
	if version == "2.1" || isObservable(o.typ) || (!stated || version == "2.0") && im.limits.Accept20 {
		return true
	}
	if !stated {
		version = "2.0"
	}
	im.on(o, "spec_version", otherVersion, "the object is of STIX %s", clip(version))
	return false
}

// makeElement adds the element to its list.
func (im *importer) makeElement(o *object, kind string, fs []member, m ocs.Marking) (err error) {
	s, keep := &im.s, ocs.Extensions{ObjectKey: o.raw}
	e := element{kind: kind}
	switch kind {
	case groupKind:
		var g threat.Group
		g, err = readGroup(fs, m)
		g.ID, g.Extensions = threat.GroupID(im.free(ocs.ID(g.ID), o.id, element{kind, len(s.Groups)})), keep
		e.at, s.Groups = len(s.Groups), append(s.Groups, g)
	case threatKind:
		var t threat.Threat
		t, err = readThreat(fs, m)
		t.ID, t.Extensions = threat.ID(im.free(ocs.ID(t.ID), o.id, element{kind, len(s.Threats)})), keep
		e.at, s.Threats = len(s.Threats), append(s.Threats, t)
	case actorKind:
		var a actor.Actor
		a, err = readActor(fs, m)
		a.ID, a.Extensions = actor.ID(im.free(ocs.ID(a.ID), o.id, element{kind, len(s.Actors)})), keep
		e.at, s.Actors = len(s.Actors), append(s.Actors, a)
	case sourceKind:
		var src ocs.Source
		src, err = readSource(fs, m)
		src.ID, src.Extensions = ocs.SourceID(im.free("", o.id, element{kind, len(s.Sources)})), keep
		e.at, s.Sources = len(s.Sources), append(s.Sources, src)
	}
	im.elements[o.id] = e
	return err
}

// free returns the identifier that an element had, or else that of its object,
// and notes where the element is to stand.
func (im *importer) free(id ocs.ID, object string, e element) ocs.ID {
	if !usable(id, object) || im.taken[id] {
		id = ocs.ID(object)
	}
	im.taken[id] = true
	im.holders[id] = e
	return id
}

// usable reports whether an element made of an object can have an identifier:
// it is one, and not that of another object.
func usable(id ocs.ID, object string) bool {
	_, _, foreign := splitID(string(id))
	return id.WellFormed() && (!foreign || string(id) == object)
}

// keep puts what isn't in elements into the strategy's extensions.
func (im *importer) keep() {
	im.s.Schema = strategy.Schema
	if id, _ := text(get(im.bundle.members, "id")); ocs.ID(id).WellFormed() {
		im.s.ID = ocs.ID(id)
	}
	im.s.Stage = ocs.StageDraft
	size := 0
	for _, o := range im.bundle.objects {
		size += len(o.raw) + 1
	}
	list := append(make([]byte, 0, size), '[')
	for i, o := range im.bundle.objects {
		if i > 0 {
			list = append(list, ',')
		}
		if _, made := im.elements[o.id]; made && im.current[o.id] == o {
			list = appendText(list, o.id)
		} else {
			list = append(list, o.raw...)
		}
	}
	list = append(list, ']')
	members := slices.Clone(im.bundle.members)
	for i := range members {
		if members[i].value == nil {
			members[i].value = list
		}
	}
	im.s.Extensions = ocs.Extensions{BundleKey: rebuild(members)}

	types := make([]string, 0, len(im.others))
	for typ := range im.others {
		types = append(types, typ)
	}
	slices.Sort(types)
	for _, typ := range types {
		im.at("/objects", ocs.Position{}, kept, "%d objects of the type %q", im.others[typ], clip(typ))
	}
}
