package ocs

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strconv"
)

// Addresses become pointers by one walk over the checked value. The reported
// addresses are the keys, typed as they are, so that a struct and its first
// field are two. An address that was reported with elements in focus is looked
// for when the walk meets these elements, one within the other; so the scopes
// form a tree. The walk enters only types that can hold what is sought in its
// scope.

// hit is a report at one place where its address occurs.
type hit struct {
	report     *Details
	path       Pointer
	element    Element
	field      int // where the part of path that starts from the element begins
	start, end int // in resolver.orders: the place in the document
}

// scope is a set of addresses sought in the same focus.
type scope struct {
	depth int // 0 is the whole value
	found bool
	few   []target
	many  map[any]*target // in place of few, if there are many
	one   [1]target       // room for few, since most scopes have one target
}

// target is a sought address.
type target struct {
	key   any
	refs  []ref
	inner *scope // what is sought in it, if it is a focus
}

// ref is what is sought at an address: the field of a report or a related place.
type ref struct {
	report  *Details
	related int // -1 for the field
}

type resolver struct {
	walker
	depths []*depth
	scope  *scope    // where the walk is
	focus  enclosing // the innermost focus that has an ID
	hits   []hit
	orders []int32
	buf    []byte
}

// depth is what is sought in all scopes of one depth together.
type depth struct {
	types  map[reflect.Type]bool
	shaper *shaper
}

// resolve finds the reports in the value that root points to and returns them
// in document order, then by rule. It panics if one isn't there.
func resolve(root any, reports []*Details) []hit {
	v := reflect.ValueOf(root)
	if v.Kind() != reflect.Pointer {
		panic(fmt.Sprintf("ocs: the root of a run must be a pointer, not a %T", root))
	}
	whole := &scope{found: true}
	r := &resolver{scope: whole, hits: make([]hit, 0, len(reports))}
	r.visit = r.look
	for _, d := range reports {
		r.seek(whole, d)
	}
	v = v.Elem()
	r.walk(v, r.depths[0].shaper.shape(v.Type()))
	for _, d := range reports {
		d.mustFind()
	}
	slices.SortStableFunc(r.hits, func(a, b hit) int {
		return cmp.Or(
			slices.Compare(r.orders[a.start:a.end], r.orders[b.start:b.end]),
			cmp.Compare(a.report.rule.code, b.report.rule.code),
		)
	})
	return r.hits
}

// seek enters the addresses of a report: the field in the scope of its focus,
// related places in that scope and all around it.
func (r *resolver) seek(whole *scope, d *Details) {
	sc := r.scopeOf(whole, d.focus)
	r.add(sc, d.field, ref{d, -1})
	for i := range d.related {
		r.add(sc, d.related[i].field, ref{d, i})
		for f := d.focus; f != nil; f = f.outer {
			r.add(r.scopeOf(whole, f.outer), d.related[i].field, ref{d, i})
		}
	}
}

// scopeOf returns the scope of a focus, for which nil is the whole.
func (r *resolver) scopeOf(whole *scope, f *focus) *scope {
	if f == nil {
		return whole
	}
	if f.scope == nil {
		outer := r.scopeOf(whole, f.outer)
		t := r.target(outer, f.elem)
		if t.inner == nil {
			t.inner = &scope{depth: outer.depth + 1}
		}
		f.scope = t.inner
	}
	return f.scope
}

func (r *resolver) add(sc *scope, address any, what ref) {
	t := r.target(sc, address)
	t.refs = append(t.refs, what)
}

// target returns the entry of an address in a scope and makes it if need be.
func (r *resolver) target(sc *scope, key any) *target {
	if t := sc.find(key); t != nil {
		return t
	}
	for len(r.depths) <= sc.depth {
		types := make(map[reflect.Type]bool)
		class := func(t reflect.Type) int {
			if types[t] {
				return 1
			}
			return 0
		}
		r.depths = append(r.depths, &depth{types: types, shaper: newShaper(class)})
	}
	r.depths[sc.depth].types[reflect.TypeOf(key).Elem()] = true
	return sc.insert(key)
}

func (sc *scope) find(key any) *target {
	if sc.many != nil {
		return sc.many[key]
	}
	for i := range sc.few {
		if sc.few[i].key == key {
			return &sc.few[i]
		}
	}
	return nil
}

// insert adds a target. The pointer is good until the next insert.
func (sc *scope) insert(key any) *target {
	const few = 8
	if sc.many == nil && len(sc.few) < few {
		if sc.few == nil {
			sc.few = sc.one[:0]
		}
		sc.few = append(sc.few, target{key: key})
		return &sc.few[len(sc.few)-1]
	}
	if sc.many == nil {
		sc.many = make(map[any]*target)
		for _, t := range sc.few {
			sc.many[t.key] = &t
		}
	}
	t := &target{key: key}
	sc.many[key] = t
	return t
}

// look records a hit if the address of v is sought in the present scope.
func (r *resolver) look(v reflect.Value, s *shape) {
	if !v.CanInterface() { // an embedded struct of an unexported type: nobody else has its address
		return
	}
	t := r.scope.find(v.Addr().Interface())
	if t == nil {
		return
	}
	if len(t.refs) > 0 {
		r.hit(t.refs)
	}
	if t.inner == nil {
		return
	}
	scope, focus := r.scope, r.focus
	r.scope = t.inner
	r.scope.found = true
	if s.id != nil {
		r.focus = enclosing{v, s, len(r.path)}
	}
	r.walk(v, r.depths[r.scope.depth].shaper.shape(s.typ))
	r.scope, r.focus = scope, focus
}

// hit records that the place where the walk is answers refs.
func (r *resolver) hit(refs []ref) {
	h := hit{start: len(r.orders)}
	for _, s := range r.path {
		r.orders = append(r.orders, s.n)
	}
	h.end = len(r.orders)
	h.path, h.element, h.field = r.place()
	for _, what := range refs {
		if what.related >= 0 {
			if rel := &what.report.related[what.related]; rel.depth < r.scope.depth {
				rel.path, rel.depth = h.path, r.scope.depth
			}
			continue
		}
		what.report.found = true
		h.report = what.report
		r.hits = append(r.hits, h)
	}
}

// place returns where the walk is: the pointer, the element it belongs to and
// the length of the pointer to that element.
func (r *resolver) place() (Pointer, Element, int) {
	e := r.focus
	if e.shape == nil && len(r.elems) > 0 {
		e = r.elems[len(r.elems)-1]
	}
	b, own := r.buf[:0], 0
	for i, s := range r.path {
		if i == e.depth {
			own = len(b)
		}
		switch {
		case s.inline:
		case s.name == "":
			b = strconv.AppendInt(append(b, '/'), int64(s.n), 10)
		default:
			b = appendToken(b, s.name)
		}
	}
	if e.depth == len(r.path) {
		own = len(b)
	}
	r.buf = b
	var element Element
	if e.shape != nil {
		element = e.shape.element(e.value)
	}
	return Pointer(b), element, own
}
