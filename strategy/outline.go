package strategy

import (
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
)

// branch is an element of a strategy in the tree that its elements form: the
// strategy at the root, an indicator in its objective. Parts are found by the
// types of the model, so that a list that is added to it can't be forgotten.
type branch struct {
	value   reflect.Value // the element, a struct
	kind    kind
	id      ocs.ID
	marking ocs.Marking // that holds for it: its own, or what it inherits
	marked  bool        // the marking is its own
	path    ocs.Pointer // in the strategy
	field   string      // the list in which it stands, from its parent: "indicators", "framework/pillars"
	parent  *branch
	parts   []*branch // in the order of the model's fields
}

// outline returns the tree of a strategy's elements.
func outline(s *Strategy) *branch {
	root := &branch{value: reflect.ValueOf(s).Elem(), kind: strategyKind, id: s.ID, marking: or(s.Marking, ocs.MarkingClear), marked: s.Marking != ""}
	root.enter(root.value, "")
	return root
}

// enter adds the elements inside v, which is the part or a struct in it.
func (p *branch) enter(v reflect.Value, at ocs.Pointer) {
	for _, f := range modelFields()[v.Type()] {
		switch list := v.Field(f.index); {
		case f.elements != noKind:
			for i := range list.Len() {
				p.add(list.Index(i), f.elements, at.Append(f.name), i)
			}
		case f.plain:
			p.enter(list, at.Append(f.name))
		}
	}
}

func (p *branch) add(v reflect.Value, k kind, list ocs.Pointer, i int) {
	c := &branch{value: v, kind: k, id: ocs.ID(v.FieldByName("ID").String()), marking: p.marking,
		path: p.path + list.Index(i), field: string(list[1:]), parent: p}
	own := ocs.Marking("")
	if f := v.FieldByName("Marking"); f.IsValid() {
		own = ocs.Marking(f.String())
	}
	switch {
	case own != "":
		c.marking, c.marked = own, true
	case k == groupKind && c.marking.Compare(ocs.MarkingAmber) < 0:
		c.marking = v.Addr().Interface().(*threat.Group).EffectiveMarking()
	}
	p.parts = append(p.parts, c)
	c.enter(v, "")
}

// all shows the part and every part in it, in document order.
func (p *branch) all(show func(*branch)) {
	show(p)
	for _, c := range p.parts {
		c.all(show)
	}
}

// element names the part as findings do.
func (p *branch) element() ocs.Element { return ocs.Element{Kind: p.kind.String(), ID: string(p.id)} }

// own shows the values that are the part's and not those of an element in it,
// with the way to each from the part: texts, identifiers, terms, dates, sums,
// numbers and extensions. Those that are absent aren't shown. Where skip is given, it says which structs in lists
// to pass over.
func (p *branch) own(skip func(entry reflect.Value) bool, show func(at ocs.Pointer, v reflect.Value)) {
	p.fields(skip, func(_ modelField, at ocs.Pointer, v reflect.Value) { show(at, v) })
}

// fields is own with the field in which each value stands.
func (p *branch) fields(skip func(entry reflect.Value) bool, show func(in modelField, at ocs.Pointer, v reflect.Value)) {
	model := modelFields()
	var visit func(in modelField, at ocs.Pointer, v reflect.Value)
	visit = func(in modelField, at ocs.Pointer, v reflect.Value) {
		fields, mapping := model[v.Type()]
		switch {
		case mapping:
			for _, f := range fields {
				if inner := v.Field(f.index); f.elements == noKind && !inner.IsZero() {
					visit(f, at.Append(f.name), inner)
				}
			}
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				if skip == nil || !skip(v.Index(i)) {
					visit(in, at.Index(i), v.Index(i))
				}
			}
		default:
			show(in, at, v)
		}
	}
	visit(modelField{}, "", p.value)
}

// rebuild makes a copy of the part: of each element in it what the first
// function returns, unless it is to be left out, and of each of its own fields,
// those of structs in it included, what the second returns.
func (p *branch) rebuild(element func(c *branch) (reflect.Value, bool), field func(at ocs.Pointer, v reflect.Value) reflect.Value) reflect.Value {
	next := 0 // of the parts
	var build func(v reflect.Value, at ocs.Pointer) reflect.Value
	build = func(v reflect.Value, at ocs.Pointer) reflect.Value {
		out := reflect.New(v.Type()).Elem()
		for _, f := range modelFields()[v.Type()] {
			from, to, here := v.Field(f.index), out.Field(f.index), at.Append(f.name)
			switch {
			case f.elements != noKind:
				for _, c := range p.parts[next : next+from.Len()] {
					if e, ok := element(c); ok {
						to.Set(reflect.Append(to, e))
					}
				}
				next += from.Len()
			case f.plain:
				to.Set(build(from, here))
			default:
				to.Set(field(here, from))
			}
		}
		return out
	}
	return build(p.value, "")
}

// modelField is a field of a struct of the model.
type modelField struct {
	index    int
	name     string // in documents
	elements kind   // of its list of elements, noKind if it is none
	plain    bool   // it is a struct that documents write as a mapping
	text     bool   // it is a text, or list of texts, that can be translated
}

// modelFields are the fields of the structs of the model, found once.
var modelFields = sync.OnceValue(func() map[reflect.Type][]modelField {
	kinds := make(map[reflect.Type]kind)
	for k := strategyKind; k <= sourceKind; k++ {
		kinds[typeOfKind(k)] = k
	}
	all := make(map[reflect.Type][]modelField)
	var add func(t reflect.Type)
	add = func(t reflect.Type) {
		if t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		if !plainStruct(t) || all[t] != nil {
			return
		}
		texts := translatable(t)
		fields := make([]modelField, t.NumField())
		all[t] = fields
		for i := range fields {
			f := t.Field(i)
			fields[i] = modelField{index: i, name: jsonName(f), plain: plainStruct(f.Type), text: slices.Contains(texts, f.Name)}
			if f.Type.Kind() == reflect.Slice {
				fields[i].elements = kinds[f.Type.Elem()]
			}
			add(f.Type)
		}
	}
	add(reflect.TypeFor[Strategy]())
	return all
})

// plainStruct reports whether t is a struct that documents write as a mapping,
// and not as one text or number.
func plainStruct(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t != reflect.TypeFor[ocs.Decimal]() && !isText(t)
}

// reference returns the identifier to which a value of the model refers, "" if
// it isn't a reference. The field ID of an element isn't one.
func reference(at ocs.Pointer, v reflect.Value) ocs.ID {
	if d, ok := v.Interface().(ocs.Deadline); ok {
		if anchor, _, _, ok := d.After(); ok && anchor != ocs.AnchorAdoption {
			return anchor
		}
		return ""
	}
	if v.Kind() == reflect.String && at != "/id" && strings.HasSuffix(v.Type().Name(), "ID") {
		return ocs.ID(v.String())
	}
	return ""
}
