package strategy

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/ocs-framework/ocs"
)

// own gives the derived strategy what it says of itself, and the relation to
// the national one.
func (r *tailor) own(out *Strategy) {
	out.Schema = Schema
	to, from := reflect.ValueOf(out).Elem(), reflect.ValueOf(&r.t.Set).Elem()
	for _, f := range modelFields()[to.Type()] {
		if v := from.Field(f.index); f.elements == noKind && f.name != "origins" && !v.IsZero() {
			to.Field(f.index).Set(v)
			r.compare(reflect.ValueOf(&r.t.Was).Elem().Field(f.index), reflect.ValueOf(r.national).Elem().Field(f.index), "", "/set/"+ocs.Pointer(f.name))
		}
	}
	if len(r.t.Set.Origins) > 0 {
		r.report(TailoringIgnored, ocs.Warning, "/set/origins", "", "origins are not for the tailoring to set", "leave them out")
	}
	relation := Relation{Kind: Implements, Strategy: r.national.ID, Title: r.national.Title}
	out.Relations = append([]Relation{relation}, r.t.Set.Relations...)
}

// set replaces fields of elements that were taken. Those of the framework are
// replaced with it.
func (r *tailor) set(out *Strategy) {
	derived := make(map[ocs.ID]*branch)
	outline(out).all(func(b *branch) {
		if b.kind != strategyKind && b.id != "" && derived[b.id] == nil {
			derived[b.id] = b
		}
	})
	was := make(map[ocs.ID]*branch)
	outline(&r.t.Was).all(func(b *branch) { was[b.id] = b })
	outline(&r.t.Set).all(func(b *branch) {
		if b.kind == strategyKind || b.kind == pillarKind {
			return
		}
		at := "/set" + b.path
		switch to := derived[b.id]; {
		case to != nil && to.kind == b.kind:
			r.replace(to, b, was[b.id], at)
		case r.ids[b.id] != nil && r.ids[b.id].kind == b.kind:
			r.report(TailoringUnselected, ocs.Error, at.Append("id"), b.id, noun(b.kind)+" "+quotedID(b.id)+" is set, and not taken", "select it, or leave it as it is")
		default:
			r.unknown(at.Append("id"), b.id)
		}
	})
}

// replace sets the fields of an element that are given.
func (r *tailor) replace(to, from, was *branch, at ocs.Pointer) {
	for _, f := range modelFields()[from.value.Type()] {
		v := from.value.Field(f.index)
		if f.elements != noKind || f.name == "id" || v.IsZero() {
			continue
		}
		to.value.Field(f.index).Set(v)
		r.change(to.id, f.name)
		if was != nil && was.kind == to.kind {
			r.compare(was.value.Field(f.index), r.ids[to.id].value.Field(f.index), to.id, at.Append(f.name))
		}
	}
}

// compare reports a field that the national text has changed since it was
// replaced.
func (r *tailor) compare(was, now reflect.Value, id ocs.ID, at ocs.Pointer) {
	if !was.IsZero() && !modelForms()[was.Type()].equal(was, now) {
		r.report(TailoringChanged, ocs.Warning, at, id, "the national text of the field has changed since it was replaced",
			"compare the two, mend what is set if need be, and give the present text under was")
	}
}

// add appends the elements of the province's own.
func (r *tailor) add(out *Strategy) {
	present := make(map[ocs.ID]bool)
	outline(out).all(func(b *branch) { present[b.id] = true })
	added := outline(&r.t.Add)
	clashes := func(b *branch) (clash bool) {
		b.all(func(inner *branch) {
			if inner.id == "" {
				return
			}
			if present[inner.id] || r.ids[inner.id] != nil {
				clash = true
				r.report(TailoringClash, ocs.Error, "/add"+inner.path+"/id", inner.id, fmt.Sprintf("the identifier %s is taken", quotedID(inner.id)),
					"give the element another, or set the one that there is")
			}
			present[inner.id] = true
		})
		return clash
	}
	next := 0
	to := reflect.ValueOf(out).Elem()
	for _, f := range modelFields()[to.Type()] {
		from := added.value.Field(f.index)
		switch {
		case f.elements == noKind && f.name != "schema" && !from.IsZero():
			r.report(TailoringIgnored, ocs.Warning, ocs.Pointer("/add").Append(f.name), "", "the field has no effect here", "only elements are added; what the strategy says of itself is set")
			if f.name == "framework" {
				next += len(r.t.Add.Framework.Pillars)
			}
		case f.elements != noKind:
			list := to.Field(f.index)
			whole := reflect.AppendSlice(reflect.Zero(list.Type()), list) // not into the caller's array
			for i := range from.Len() {
				if !clashes(added.parts[next+i]) {
					whole = reflect.Append(whole, from.Index(i))
				}
			}
			next += from.Len()
			list.Set(whole)
		}
	}
}

// dangling reports references, in what is set or added, to national elements
// that weren't taken.
func (r *tailor) dangling(out *Strategy) {
	present := make(map[ocs.ID]bool)
	outline(out).all(func(b *branch) { present[b.id] = true })
	for _, of := range []struct {
		at   ocs.Pointer
		text *Strategy
	}{{"/set", &r.t.Set}, {"/add", &r.t.Add}} {
		outline(of.text).all(func(b *branch) {
			b.own(nil, func(at ocs.Pointer, v reflect.Value) {
				id := reference(at, v)
				if b.kind == strategyKind && (topField(at) == "relations" || topField(at) == "origins") {
					return
				}
				if to := r.ids[id]; to != nil && !present[id] {
					r.report(TailoringUnselected, ocs.Error, of.at+b.path+at, b.id, "the "+noun(to.kind)+" "+quotedID(id)+" is not taken", "select it, or refer to another")
				}
			})
		})
	}
}

// origins states which elements were taken.
func (r *tailor) origins(out *Strategy) {
	out.Origins = nil
	stated := make(map[ocs.ID]bool)
	outline(out).all(func(b *branch) {
		from := r.ids[b.id]
		if b.kind == strategyKind || from == nil || from.kind != b.kind || !r.taken[from] || stated[b.id] {
			return
		}
		stated[b.id] = true
		fields := slices.Clone(r.changed[b.id])
		slices.Sort(fields)
		out.Origins = append(out.Origins, Origin{Element: b.id, Fields: fields})
	})
}
