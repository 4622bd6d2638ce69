package strategy

import (
	"container/list"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"github.com/ocs-framework/ocs"
)

// mergeSides are the versions of a value inside an element.
type mergeSides struct {
	b, o, t      reflect.Value
	class        *mergeClass
	at           string // the way from the element
	loose        bool   // inside an entry without identifier, in which there are no lists of elements to place
	ours, theirs ocs.Pointer
}

// step leads to a member.
func (s mergeSides) step(m *formMember) mergeSides {
	s.b, s.o, s.t = s.b.Field(m.index), s.o.Field(m.index), s.t.Field(m.index)
	s.at += m.step
	s.ours += ocs.Pointer(m.step)
	s.theirs += ocs.Pointer(m.step)
	return s
}

func (m *draftMerger) object(s mergeSides, f *form) reflect.Value {
	merged := reflect.New(f.typ).Elem()
	for i := range f.members {
		member := &f.members[i]
		b, o, t := s.b.Field(member.index), s.o.Field(member.index), s.t.Field(member.index)
		if !member.form.holds {
			if v, ok := agreed(member.form, b, o, t); ok {
				member.form.copyTo(merged.Field(member.index), v)
				continue
			}
		}
		merged.Field(member.index).Set(m.value(s.step(member), member.form))
	}
	return merged
}

// agreed returns the value on which the drafts agree, or that only one of them
// changed.
func agreed(f *form, b, o, t reflect.Value) (reflect.Value, bool) {
	switch {
	case f.equal(b, o):
		return t, true
	case f.equal(b, t), f.equal(o, t):
		return o, true
	}
	return o, false
}

func (m *draftMerger) value(s mergeSides, f *form) reflect.Value {
	switch f.sort {
	case objectForm:
		return m.object(s, f)
	case listForm:
		if orders, isNodes := m.nodeList(s, f); isNodes {
			return m.elements(orders, f)
		}
		return m.entries(s, f)
	case tableForm:
		return m.table(s)
	}
	return f.clone(m.leaf(s, f))
}

// nodeList returns the orders of a list of elements.
func (m *draftMerger) nodeList(s mergeSides, f *form) (mergeOrders, bool) {
	if f.elem.id < 0 || s.loose {
		return mergeOrders{}, false
	}
	return m.members[mergeList{s.class, s.at}], true
}

func (m *draftMerger) elements(orders mergeOrders, f *form) reflect.Value {
	merged := reflect.Zero(f.typ)
	classes := orders.merge()
	if len(classes) > 0 {
		merged = reflect.MakeSlice(f.typ, len(classes), len(classes))
	}
	for i, c := range classes {
		merged.Index(i).Set(m.element(c))
	}
	return merged
}

// leaf merges a value without parts. A reference that only follows an element
// that was renamed isn't changed.
func (m *draftMerger) leaf(s mergeSides, f *form) reflect.Value {
	if v, ok := agreed(f, s.b, s.o, s.t); ok {
		return v
	}
	if f.refers {
		follows := func(v reflect.Value, names map[string]string) bool {
			name, ok := names[s.b.String()]
			return ok && v.String() == name
		}
		if follows(s.o, m.oursNames) {
			return s.t
		}
		if follows(s.t, m.theirsNames) {
			return s.o
		}
	}
	m.conflict(s, present(s.o), present(s.t))
	return s.o
}

// conflict reports that a value was changed in two ways.
func (m *draftMerger) conflict(s mergeSides, ours, theirs any) {
	n := nodeOf(s.class)
	name := fieldName(trimSlash(string(s.ours[min(len(s.ours), len(m.pointerIn(s.class, false))):])))
	m.report(mergeConflict, s.ours, s.theirs, n, fmt.Sprintf("%s is %s in ours and %s in theirs", name, echo(ours), echo(theirs)))
}

func (m *draftMerger) table(s mergeSides) reflect.Value {
	b, o, t := extensions(s.b), extensions(s.o), extensions(s.t)
	keys := make(map[string]bool)
	for _, e := range []ocs.Extensions{b, o, t} {
		for key := range e {
			keys[key] = true
		}
	}
	same := func(x, y ocs.Extensions, key string) bool {
		v, inX := x[key]
		w, inY := y[key]
		return inX == inY && (!inX || sameJSON(v, w))
	}
	merged := make(ocs.Extensions)
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		from := o
		switch {
		case same(b, o, key):
			from = t
		case same(b, t, key), same(o, t, key):
		default:
			at := s
			at.ours, at.theirs = s.ours.Append(key), s.theirs.Append(key)
			m.conflict(at, anyOf(o, key), anyOf(t, key))
		}
		if v, ok := from[key]; ok {
			merged[key] = slices.Clone(v)
		}
	}
	if len(merged) == 0 {
		merged = nil
	}
	return reflect.ValueOf(merged)
}

func anyOf(e ocs.Extensions, key string) any {
	if v, ok := e[key]; ok {
		return v
	}
	return nil
}

// mergeEntry is an entry of a list without identifiers: its place in the base
// and in both drafts, -1 where it isn't.
type mergeEntry struct{ b, o, t int }

// entries merges a list of values without identifiers.
func (m *draftMerger) entries(s mergeSides, f *form) reflect.Value {
	base, ours, theirs := pairThree(s, f.elem, m.oursNames, m.theirsNames)
	kept := make(map[*mergeEntry]reflect.Value)
	for _, e := range slices.Concat(base, ours, theirs) {
		if _, done := kept[e]; !done {
			if v, ok := m.entry(s, f.elem, e); ok {
				kept[e] = v
			}
		}
	}
	gone := func(e *mergeEntry) bool { _, ok := kept[e]; return !ok }
	order := entryOrders{slices.DeleteFunc(base, gone), slices.DeleteFunc(ours, gone), slices.DeleteFunc(theirs, gone)}.merge()
	merged := reflect.Zero(f.typ)
	if len(order) > 0 {
		merged = reflect.MakeSlice(f.typ, len(order), len(order))
	}
	for i, e := range order {
		merged.Index(i).Set(kept[e])
	}
	return merged
}

// pairThree finds which entries of three lists are the same.
func pairThree(s mergeSides, f *form, oursNames, theirsNames map[string]string) (base, ours, theirs []*mergeEntry) {
	base, ours, theirs = make([]*mergeEntry, s.b.Len()), make([]*mergeEntry, s.o.Len()), make([]*mergeEntry, s.t.Len())
	for i := range base {
		base[i] = &mergeEntry{i, -1, -1}
	}
	var added [2][]int
	for j, i := range pairEntries(s.b, s.o, f, oursNames, true) {
		if i < 0 {
			added[0] = append(added[0], j)
			ours[j] = &mergeEntry{-1, j, -1}
			continue
		}
		ours[j], base[i].o = base[i], j
	}
	for j, i := range pairEntries(s.b, s.t, f, theirsNames, true) {
		if i < 0 {
			added[1] = append(added[1], j)
			continue
		}
		theirs[j], base[i].t = base[i], j
	}
	pick := func(v reflect.Value, places []int) reflect.Value {
		list := reflect.MakeSlice(v.Type(), len(places), len(places))
		for n, i := range places {
			list.Index(n).Set(v.Index(i))
		}
		return list
	}
	for n, i := range pairEntries(pick(s.o, added[0]), pick(s.t, added[1]), f, nil, false) {
		j := added[1][n]
		if i < 0 {
			theirs[j] = &mergeEntry{-1, -1, j}
			continue
		}
		theirs[j] = ours[added[0][i]]
		theirs[j].t = j
	}
	return base, ours, theirs
}

// entry merges an entry; ok is false if it isn't in the result.
func (m *draftMerger) entry(s mergeSides, f *form, e *mergeEntry) (merged reflect.Value, ok bool) {
	in := s
	in.loose = true
	missing := reflect.New(f.typ).Elem()
	in.b, in.o, in.t = missing, missing, missing
	if e.b >= 0 {
		in.b = s.b.Index(e.b)
	}
	if e.o >= 0 {
		in.o, in.ours = s.o.Index(e.o), s.ours.Index(e.o)
	}
	if e.t >= 0 {
		in.t, in.theirs = s.t.Index(e.t), s.theirs.Index(e.t)
	}
	switch {
	case e.o >= 0 && e.t >= 0:
		return m.value(in, f), true
	case e.b < 0 && e.o >= 0:
		return f.clone(in.o), true
	case e.b < 0:
		return f.clone(in.t), true
	case e.o >= 0:
		if f.equal(in.b, in.o) {
			return missing, false
		}
		m.entryConflict(in, "theirs", "ours")
		return f.clone(in.o), true
	case e.t >= 0 && !f.equal(in.b, in.t):
		m.entryConflict(in, "ours", "theirs")
	}
	return missing, false
}

func (m *draftMerger) entryConflict(s mergeSides, deleted, changed string) {
	m.report(mergeDeleted, s.ours, s.theirs, nodeOf(s.class),
		fmt.Sprintf("%s is deleted in %s and changed in %s", echoEntry(s.b.Interface()), deleted, changed))
}

// orders is a list in the base and in both drafts: what of each is in the
// result.
type orders[T comparable] struct{ base, ours, theirs []T }

type (
	mergeOrders = orders[*mergeClass]
	entryOrders = orders[*mergeEntry]
)

// merge brings the orders together: that of the draft which moved something,
// ours if both did, with what the other one has behind what it follows there.
func (o orders[T]) merge() []T {
	frame, other := o.ours, o.theirs
	if sameOrder(o.base, o.ours) {
		frame, other = o.theirs, o.ours
	}
	merged := list.New()
	at := make(map[T]*list.Element, len(frame)+len(other))
	for _, x := range frame {
		at[x] = merged.PushBack(x)
	}
	var before *list.Element
	for _, x := range other {
		if at[x] == nil {
			if before == nil {
				at[x] = merged.PushFront(x)
			} else {
				at[x] = merged.InsertAfter(x, before)
			}
		}
		before = at[x]
	}
	result := make([]T, 0, merged.Len())
	for e := merged.Front(); e != nil; e = e.Next() {
		result = append(result, e.Value.(T))
	}
	return result
}

// sameOrder reports whether what two lists have in common is in the same order
// in both.
func sameOrder[T comparable](a, b []T) bool {
	place := make(map[T]int, len(a))
	for i, x := range a {
		place[x] = i
	}
	last := -1
	for _, x := range b {
		if i, ok := place[x]; ok {
			if i < last {
				return false
			}
			last = i
		}
	}
	return true
}

// follow makes references to what one draft renamed, and the other has under
// its old name, follow it.
func (m *draftMerger) follow(s *Strategy) {
	if len(m.oursNames)+len(m.theirsNames) == 0 {
		return
	}
	there := make(map[string]bool)
	root := newTree(s, m.form)
	there[root.id()] = true
	root.each(func(n *treeNode) { there[n.id()] = true })
	names := make(map[string]string)
	for _, side := range []struct {
		names map[string]string
		draft *treeNode
	}{{m.theirsNames, m.root.theirs}, {m.oursNames, m.root.ours}} {
		used := make(map[string]bool) // a draft that goes on using the old name means it
		m.form.rewrite(side.draft.value, func(id string) string { used[id] = true; return id })
		for old, now := range side.names {
			if !there[old] && there[now] && !used[old] {
				names[old] = now
			}
		}
	}
	m.form.rewrite(root.value, func(id string) string {
		if now, ok := names[id]; ok {
			return now
		}
		return id
	})
}

// rewrite changes the references in a value.
func (f *form) rewrite(v reflect.Value, name func(string) string) {
	switch f.sort {
	case objectForm:
		for i := range f.members {
			if m := &f.members[i]; m.index != f.id {
				m.form.rewrite(v.Field(m.index), name)
			}
		}
	case listForm:
		for i := range v.Len() {
			f.elem.rewrite(v.Index(i), name)
		}
	case leafForm:
		if f.refers && v.Len() > 0 {
			if now := name(v.String()); now != v.String() {
				v.SetString(now)
			}
		}
	}
}
