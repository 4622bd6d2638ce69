package ocs

import "reflect"

// walker visits the values of sought types inside a value, in document order,
// and knows at each where it is.
type walker struct {
	visit  func(reflect.Value, *shape)
	path   []step
	elems  []enclosing // the last is the innermost
	inText bool        // no path leads further into the value
}

// step is one step from a value into it.
type step struct {
	name   string // of the member, empty in a list
	n      int32  // the index in the list or of the field in its struct
	inline bool   // an embedded struct: no part of the pointer
}

// enclosing is an element around the place where the walk is.
type enclosing struct {
	value reflect.Value
	shape *shape
	depth int // steps that lead to it
}

// walk visits v and what is inside it.
func (w *walker) walk(v reflect.Value, s *shape) {
	if s.form == reflect.String {
		w.visit(v, s) // nothing else leads here
		return
	}
	n := len(w.elems)
	if s.id != nil && !w.inText {
		w.elems = append(w.elems, enclosing{v, s, len(w.path)})
	}
	if s.class != 0 {
		w.visit(v, s)
	}
	w.inside(v, s)
	w.elems = w.elems[:n]
}

func (w *walker) inside(v reflect.Value, s *shape) {
	outer := w.inText
	w.inText = outer || s.text
	switch n := len(w.path); s.form {
	case reflect.Struct:
		for i := range s.members {
			m := &s.members[i]
			inner := v.Field(m.index)
			w.push(step{m.name, int32(m.index), m.inline})
			if m.inline {
				w.inline(inner, m.shape)
			} else {
				w.walk(inner, m.shape)
			}
			w.path = w.path[:n]
		}
	case reflect.Slice, reflect.Array:
		if s.elem == nil {
			break
		}
		for i := range v.Len() {
			w.push(step{n: int32(i)})
			w.walk(v.Index(i), s.elem)
			w.path = w.path[:n]
		}
	case reflect.Pointer:
		if s.elem != nil && !v.IsNil() {
			w.walk(v.Elem(), s.elem)
		}
	}
	w.inText = outer
}

// inline visits an embedded struct, or a pointer to one, whose members stand in
// the enclosing object. It is part of the element around it, not one itself.
func (w *walker) inline(v reflect.Value, s *shape) {
	if s.class != 0 {
		w.visit(v, s)
	}
	if s.form != reflect.Pointer {
		w.inside(v, s)
	} else if s.elem != nil && !v.IsNil() {
		w.inline(v.Elem(), s.elem)
	}
}

// push adds a step. Inside a text there are none.
func (w *walker) push(s step) {
	if !w.inText {
		w.path = append(w.path, s)
	}
}
