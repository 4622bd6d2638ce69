package ocs

import "reflect"

// scanner looks for values that fail a check of its form. It visits what a
// walker would, but keeps account only of the elements around it: paths are
// found later, for what was reported.
type scanner struct {
	form   *form
	limit  int // the most misfits of one check to keep, 0 for all
	known  []remembered
	elems  []reflect.Value // the elements around the place, the last is the innermost
	inText bool
	found  []misfit
	counts []int // misfits by check, those that weren't kept included
}

// remembered are the last terms of one vocabulary that were found to be known,
// each at the place that its spelling leads to. A document repeats its terms.
type remembered [16]string

func (r *remembered) at(s string) *string {
	if s == "" {
		return &r[0]
	}
	return &r[(len(s)+3*int(s[0])+5*int(s[len(s)-1]))%len(r)]
}

// plan is how values of one type are scanned: a shape made ready for it.
type plan struct {
	shape   *shape
	form    reflect.Kind
	own     int  // the check of values of the type itself, -1 for none
	term    int  // the place of the type's remembered terms, -1 for other types
	skip    bool // the zero value of the type is clean, and cheaper to recognise than to scan
	idOnly  bool // the ID is a text like any other: it is checked with its element
	members []planMember
	elem    *plan
}

type planMember struct {
	index  int
	inline bool
	plan   *plan
}

// planner makes plans for one form.
type planner struct {
	form  *form
	plans map[*shape]*plan
	terms int // types with remembered terms
}

func (m *planner) plan(s *shape) *plan {
	if p := m.plans[s]; p != nil {
		return p
	}
	p := &plan{shape: s, form: s.form, own: s.class - 1, term: -1}
	m.plans[s] = p
	if text := m.form.text(); s.form == reflect.String && p.own != text {
		p.term = m.terms
		m.terms++
	}
	if s.elem != nil {
		p.elem = m.plan(s.elem)
	}
	p.skip = s.form == reflect.Struct && s.class == 0 && s.typ.Comparable()
	for _, f := range s.members {
		inner := m.plan(f.shape)
		if p.own >= 0 && f.index == s.id[0] && inner.own == m.form.text() {
			p.idOnly = true
			continue
		}
		p.members = append(p.members, planMember{f.index, f.inline, inner})
		p.skip = p.skip && (inner.form == reflect.String || inner.skip)
	}
	p.skip = p.skip && len(p.members) > 1
	return p
}

// value scans v. An inline value is part of the element around it.
func (w *scanner) value(v reflect.Value, p *plan, inline bool) {
	switch p.form {
	case reflect.String:
		w.text(v, v.String(), p)
	case reflect.Struct:
		w.object(v, p, inline)
	case reflect.Slice, reflect.Array:
		w.list(v, v.Len(), p)
	case reflect.Pointer:
		if p.elem != nil && !v.IsNil() {
			w.value(v.Elem(), p.elem, inline)
		}
	}
}

func (w *scanner) list(v reflect.Value, n int, p *plan) {
	if p.elem == nil {
		return
	}
	for i := range n {
		w.value(v.Index(i), p.elem, false)
	}
}

func (w *scanner) object(v reflect.Value, p *plan, inline bool) {
	if p.skip && v.IsZero() {
		return
	}
	outer, n := w.inText, len(w.elems)
	if p.shape.id != nil && !inline && !outer {
		w.elems = append(w.elems, v)
	}
	if p.own >= 0 && !w.form.checks[p.own].ok(v, p.shape) {
		w.add(p.own, v, p.shape)
		if field := v.Field(p.shape.id[0]); p.idOnly && !clean(field.String()) {
			w.add(w.form.text(), field, p.shape)
		}
	}
	w.inText = outer || p.shape.text
	for i := range p.members {
		m := &p.members[i]
		f := v.Field(m.index)
		switch m.plan.form {
		case reflect.String: // an empty one is a field left out
			if s := f.String(); s != "" {
				w.text(f, s, m.plan)
			}
		case reflect.Slice:
			if n := f.Len(); n > 0 {
				w.list(f, n, m.plan)
			}
		default:
			w.value(f, m.plan, m.inline)
		}
	}
	w.inText, w.elems = outer, w.elems[:n]
}

// text scans v, which holds s.
func (w *scanner) text(v reflect.Value, s string, p *plan) {
	if p.term < 0 {
		if !clean(s) {
			w.add(p.own, v, p.shape)
		}
		return
	}
	last := w.known[p.term].at(s)
	if *last == s && s != "" {
		return
	}
	if w.form.checks[p.own].ok(v, p.shape) {
		*last = s
		return
	}
	w.add(p.own, v, p.shape)
	if !clean(s) {
		w.add(w.form.text(), v, p.shape)
	}
}

// add records a misfit, or counts it only if there are too many.
func (w *scanner) add(check int, v reflect.Value, s *shape) {
	if w.counts == nil {
		w.counts = make([]int, len(w.form.checks))
	}
	if w.counts[check]++; w.limit > 0 && w.counts[check] > w.limit {
		return
	}
	w.found = append(w.found, misfit{check, v, s, append([]reflect.Value(nil), w.elems...)})
}
