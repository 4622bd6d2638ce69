package stix

import (
	"slices"
	"strings"
)

func contains(list []string, s string) bool { return slices.Contains(list, s) }

func isObservable(typ string) bool { return contains(observables, typ) }

// check reports what the published schemas don't look for: references to what
// isn't there or may not be referred to, one UUID under two types, times out of
// order.
func (im *importer) check() {
	type use struct{ typ, creator string }
	uses := make(map[string]use, len(im.bundle.objects))
	for _, o := range im.bundle.objects {
		fs := im.members(o.raw)
		im.checkTimes(o, fs)
		for _, f := range fs {
			if strings.HasSuffix(f.name, "_ref") || strings.HasSuffix(f.name, "_refs") {
				im.checkRefs(o, f.name, f)
			}
		}
		for _, g := range entries(get(fs, "granular_markings")) {
			im.checkRefs(o, "granular_markings", member{name: "marking_ref", value: at(g, "marking_ref")})
		}
		typ, uuid, ok := splitID(o.id)
		if !ok {
			continue
		}
		creator, _ := text(get(fs, "created_by_ref"))
		if before, used := uses[uuid]; used && before.typ != typ && before.creator == creator {
			im.on(o, "id", uuidReused, "the UUID is that of an object of the type %q too", before.typ)
		} else if !used {
			uses[uuid] = use{typ, creator}
		}
	}
}

// checkRefs checks the references of one property, which is, or is inside, the
// member of that name.
func (im *importer) checkRefs(o *object, name string, f member) {
	refs := texts(f.value)
	if ref, ok := text(f.value); ok {
		refs = []string{ref}
	}
	for _, ref := range refs {
		typ, _, ok := splitID(ref)
		switch {
		case !ok && im.current[ref] == nil:
			im.on(o, name, badID, "%q is no identifier", clip(ref))
		case ok && !mayRefer(o.typ, f.name, typ):
			im.on(o, name, refType, "%s may not refer to a %s", f.name, clip(typ))
		case im.current[ref] == nil && !isTLP(ref):
			im.on(o, name, unresolved, "%q is not in the bundle", clip(ref))
		}
	}
}

// ordered are the properties of which the first must not be later than the
// second.
var ordered = [][2]string{{"created", "modified"}, {"first_seen", "last_seen"}, {"start_time", "stop_time"},
	{"first_observed", "last_observed"}, {"valid_from", "valid_until"}, {"analysis_started", "analysis_ended"}, {"start", "end"}}

func (im *importer) checkTimes(o *object, fs []member) {
	for _, pair := range ordered {
		first, okFirst := im.time(o, fs, pair[0])
		second, okSecond := im.time(o, fs, pair[1])
		if okFirst && okSecond && first.compare(second) > 0 {
			im.on(o, pair[1], badTime, "%s is before %s", pair[1], pair[0])
		}
	}
}

// time returns the time that a property states.
func (im *importer) time(o *object, fs []member, name string) (t stamp, ok bool) {
	s, stated := text(get(fs, name))
	if !stated {
		return t, false
	}
	if t, ok = splitTime(s); !ok {
		im.on(o, name, badTime, "%q is no time in UTC", clip(s))
	}
	return t, ok
}
