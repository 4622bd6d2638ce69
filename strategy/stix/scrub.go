package stix

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"

	"github.com/ocs-framework/ocs"
)

// scrubber copies elements without what may not be exported: references to
// elements that are withheld, parts that are marked more strictly, citations,
// agencies' own data. It goes by the types, so that a field that is added to the
// model can't be forgotten.
type scrubber struct {
	withheld func(ocs.ID) bool
	level    ocs.Marking // of the object that is made
	sources  bool
	all      bool // leave nothing out for its marking

	cites      []ocs.Cite // those that were met and may be exported
	uncited    bool       // a citation was left out
	extensions bool       // extensions other than ours were left out
	parts      bool       // a part, or what it names, is marked more strictly
}

// scrub returns the copy.
func scrub[T any](c *scrubber, elem T) T {
	out, _ := c.copy(reflect.ValueOf(elem))
	return out.Interface().(T)
}

// copy returns a copy of v. It is spoilt if v names a withheld element itself,
// so that, as an entry of a list, it says nothing without the name.
func (c *scrubber) copy(v reflect.Value) (out reflect.Value, spoilt bool) {
	t := v.Type()
	switch t.Kind() {
	case reflect.String:
		if strings.HasSuffix(t.Name(), "ID") && v.Len() > 0 && c.withheld(ocs.ID(v.String())) {
			c.parts = true
			return reflect.Zero(t), true
		}
	case reflect.Struct:
		switch {
		case t == reflect.TypeFor[ocs.Cite]():
			return c.cite(v)
		case isLeaf(t):
			return v, false
		}
		return c.structure(v)
	case reflect.Slice:
		if v.Len() == 0 || t.Elem().Kind() == reflect.Uint8 {
			return v, false
		}
		out = reflect.MakeSlice(t, 0, v.Len())
		for i := range v.Len() {
			if c.tooStrict(v.Index(i)) {
				c.parts = true
				continue
			}
			if entry, spoilt := c.copy(v.Index(i)); !spoilt {
				out = reflect.Append(out, entry)
			}
		}
		return out, false
	case reflect.Map: // extensions
		for _, key := range v.MapKeys() {
			if name := key.String(); name != ObjectKey && name != BundleKey {
				c.extensions = true
			}
		}
		return reflect.Zero(t), false
	}
	return v, false
}

func (c *scrubber) structure(v reflect.Value) (out reflect.Value, spoilt bool) {
	out = reflect.New(v.Type()).Elem()
	for i := range v.NumField() {
		field, bad := c.copy(v.Field(i))
		if bad && field.Kind() == reflect.String {
			spoilt = true
		}
		if bad {
			field = reflect.Zero(field.Type())
		}
		out.Field(i).Set(field)
	}
	return out, spoilt
}

// cite leaves citations out, unless sources are exported.
func (c *scrubber) cite(v reflect.Value) (out reflect.Value, spoilt bool) {
	cite := v.Interface().(ocs.Cite)
	switch {
	case cite == ocs.Cite{}:
		return v, false
	case !c.sources || cite.Source == "":
		c.uncited = true
		return reflect.Zero(v.Type()), true
	case c.withheld(ocs.ID(cite.Source)):
		c.parts = true
		return reflect.Zero(v.Type()), true
	}
	if cite.Via != "" && c.withheld(ocs.ID(cite.Via)) {
		cite.Via = ""
	}
	c.cites = append(c.cites, cite)
	return reflect.ValueOf(cite), false
}

// tooStrict reports whether v is a part with a marking of its own above the
// level.
func (c *scrubber) tooStrict(v reflect.Value) bool {
	if c.all || v.Kind() != reflect.Struct || isLeaf(v.Type()) {
		return false
	}
	own := v.FieldByName("Marking")
	if !own.IsValid() || own.Type() != reflect.TypeFor[ocs.Marking]() {
		return false
	}
	return ocs.Marking(own.String()).Compare(c.level) > 0
}

// isLeaf reports whether values of a struct type are text or a number in
// documents.
func isLeaf(t reflect.Type) bool {
	return t.Implements(reflect.TypeFor[encoding.TextMarshaler]()) || t.Implements(reflect.TypeFor[json.Marshaler]())
}
