package ocs

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"
	"unicode"
)

// shape is what a walk over values of one type visits: only the parts that
// lead to a value of a sought type.
type shape struct {
	typ     reflect.Type
	form    reflect.Kind
	class   int      // what values of the type itself are sought as, 0 if they aren't
	leads   bool     // they, or something inside them, are
	text    bool     // the type is written as one text: what is inside has no path of its own
	id      []int    // the index of the field ID, nil if there is none
	idLoose bool     // the ID may be left out
	kind    string   // the kind of element, if there is an ID
	members []member // of a struct
	elem    *shape   // of a list or pointer
}

// member is a field of a struct as JSON has it.
type member struct {
	index  int // in the Go struct
	name   string
	inline bool // the field's members stand in the enclosing object
	shape  *shape
}

// shaper makes shapes for one set of sought types and remembers them.
type shaper struct {
	class  func(reflect.Type) int
	shapes map[reflect.Type]*shape
	fresh  []*shape // not pruned yet
	last   *shape   // that was asked for
}

func newShaper(class func(reflect.Type) int) *shaper {
	return &shaper{class: class, shapes: make(map[reflect.Type]*shape)}
}

// shape returns the shape of a type.
func (m *shaper) shape(t reflect.Type) *shape {
	if m.last == nil || m.last.typ != t {
		m.last = m.build(t)
		m.prune()
	}
	return m.last
}

// build makes the shape of t and of all types inside it, unpruned.
func (m *shaper) build(t reflect.Type) *shape {
	if s := m.shapes[t]; s != nil {
		return s
	}
	s := &shape{typ: t, form: t.Kind(), class: m.class(t), text: isText(t)}
	m.shapes[t] = s
	m.fresh = append(m.fresh, s)
	switch s.form {
	case reflect.Struct:
		if f, ok := t.FieldByName("ID"); ok && f.Type.Kind() == reflect.String && f.Tag.Get("json") != "-" {
			s.id, s.kind = f.Index, kebab(t.Name())
			s.idLoose = strings.Contains(f.Tag.Get("json"), ",omit")
		}
		for i := range t.NumField() {
			m.addMember(s, i, t.Field(i))
		}
	case reflect.Slice, reflect.Array, reflect.Pointer:
		s.elem = m.build(t.Elem())
	}
	return s
}

func (m *shaper) addMember(s *shape, i int, f reflect.StructField) {
	tag := f.Tag.Get("json")
	name, _, _ := strings.Cut(tag, ",")
	ft := f.Type
	if ft.Kind() == reflect.Pointer {
		ft = ft.Elem()
	}
	inline := f.Anonymous && name == "" && ft.Kind() == reflect.Struct
	if tag == "-" || !f.IsExported() && !(inline && f.Type.Kind() == reflect.Struct) {
		return
	}
	if name == "" {
		name = f.Name
	}
	s.members = append(s.members, member{
		index:  i,
		name:   name,
		inline: inline,
		shape:  m.build(f.Type),
	})
}

// prune removes from the fresh shapes what doesn't lead to a sought type. A
// type may contain itself, so it looks until nothing changes.
func (m *shaper) prune() {
	for changed := true; changed; {
		changed = false
		for i := len(m.fresh) - 1; i >= 0; i-- { // inner types were added after outer ones
			if s := m.fresh[i]; !s.leads && s.reaches() {
				s.leads, changed = true, true
			}
		}
	}
	for _, s := range m.fresh {
		kept := s.members[:0]
		for _, f := range s.members {
			if f.shape.leads {
				kept = append(kept, f)
			}
		}
		s.members = kept
		if s.elem != nil && !s.elem.leads {
			s.elem = nil
		}
	}
	m.fresh = nil
}

// element names the element v, a struct with an ID.
func (s *shape) element(v reflect.Value) Element {
	e := Element{Kind: s.kind}
	if id, err := v.FieldByIndexErr(s.id); err == nil { // an error is an embedded nil pointer
		e.ID = id.String()
	}
	return e
}

func (s *shape) reaches() bool {
	if s.class != 0 || s.elem != nil && s.elem.leads {
		return true
	}
	for i := range s.members {
		if s.members[i].shape.leads {
			return true
		}
	}
	return false
}

// isText reports whether a type decides itself how it is written, so that its
// Go fields aren't members of an object.
func isText(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return t.Kind() != reflect.Pointer && t.Kind() != reflect.Interface &&
		(p.Implements(reflect.TypeFor[encoding.TextMarshaler]()) || p.Implements(reflect.TypeFor[json.Marshaler]()))
}

// kebab writes a Go name in lower case with hyphens: BudgetLine is budget-line.
func kebab(name string) string {
	name, _, _ = strings.Cut(name, "[") // the arguments of a generic type
	var b strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		if unicode.IsUpper(r) && i > 0 &&
			(!unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])) {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
