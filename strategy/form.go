package strategy

import (
	"bytes"
	"encoding"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
)

// form is how values of one type of the model are compared, copied and put
// together. Forms are made from the types and their JSON tags, so that no field
// can be forgotten.
type form struct {
	typ     reflect.Type
	sort    formSort
	kind    string // of an object: the name of its type as findings write it
	members []formMember
	elem    *form // of a list
	id      int   // of an object: the Go field that holds its identifier, -1 if it has none
	key     []int // of an object without identifier: the Go fields that tell one entry of a list from another
	holds   bool  // elements with identifiers stand in a list inside
	refers  bool  // of a leaf: it names an element
	prose   bool  // of a leaf: it is free text
	text    bool  // of a leaf: it writes itself as text
	str     bool  // of a leaf: it is a string and doesn't

	same func(a, b reflect.Value) bool // compares values of the common types faster than reflection does; may be nil
}

// formSort is what sort of value a form is of.
type formSort uint8

const (
	leafForm   formSort = iota // has no parts of its own
	objectForm                 // a struct
	listForm                   // a slice
	tableForm                  // extensions
)

// formMember is a field of an object.
type formMember struct {
	index int
	name  string
	step  string // the name as a step of a pointer
	form  *form
}

// naturalKeys are the fields that tell the entries of a list apart where they
// have no identifier, or may lack one. Entries of kinds that aren't here are
// told apart by their place.
var naturalKeys = map[string][]string{
	"amendment":      {"title"},
	"assessment":     {"method", "by", "date"},
	"attachment":     {"parent"},
	"budget-line":    {"title"},
	"cite":           {"source", "locator"},
	"code":           {"scheme", "code"},
	"cost":           {"period", "class"},
	"funding":        {"source", "donor", "period"},
	"method":         {"name"},
	"offence":        {"title"},
	"origin":         {"element"},
	"part":           {"by", "group"},
	"partner":        {"actor"},
	"principle":      {"name"},
	"rate":           {"from", "to"},
	"reading":        {"indicator", "area", "date"},
	"redaction":      {"element"},
	"relation":       {"kind", "strategy", "title"},
	"reporting-duty": {"by", "plan"},
	"succession":     {"actor", "how"},
	"target":         {"by"},
	"tie":            {"kind", "group"},
	"treaty-status":  {"treaty"},
	"update":         {"commitment", "milestone", "area", "date"},
	"waiver":         {"rule", "element"},
}

// modelForms are the forms of a strategy and of all that it holds. They are made
// once and never changed.
var modelForms = sync.OnceValue(func() forms {
	all := make(forms)
	all.of(reflect.TypeFor[Strategy]())
	return all
})

// strategyForm is the form of a strategy.
func strategyForm() *form { return modelForms()[reflect.TypeFor[Strategy]()] }

type forms map[reflect.Type]*form

func (fs forms) of(t reflect.Type) *form {
	if f := fs[t]; f != nil {
		return f
	}
	f := &form{typ: t, id: -1, same: comparer(t)}
	fs[t] = f
	_, f.text = reflect.New(t).Interface().(encoding.TextAppender)
	switch {
	case f.text || t == reflect.TypeFor[json.RawMessage]():
	case t == reflect.TypeFor[ocs.Extensions]():
		f.sort = tableForm
	case t.Kind() == reflect.Struct:
		f.sort, f.kind = objectForm, kebab(t.Name())
		fs.addMembers(f)
	case t.Kind() == reflect.Slice:
		f.sort, f.elem = listForm, fs.of(t.Elem())
		f.holds = f.elem.id >= 0
	case t.Kind() == reflect.String:
		f.str, f.prose = true, t.PkgPath() == ""
		f.refers = refersTo(t)
	}
	return f
}

func (fs forms) addMembers(f *form) {
	for i := range f.typ.NumField() {
		field := f.typ.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		m := formMember{i, name, "/" + name, fs.of(field.Type)}
		if field.Name == "ID" {
			f.id = i
		}
		for _, key := range naturalKeys[f.kind] {
			if key == name {
				f.key = append(f.key, i)
			}
		}
		f.holds = f.holds || m.form.holds
		f.members = append(f.members, m)
	}
}

// comparer returns how values of the most frequent types are compared.
func comparer(t reflect.Type) func(a, b reflect.Value) bool {
	switch t {
	case reflect.TypeFor[ocs.Date]():
		return sameValue[ocs.Date]
	case reflect.TypeFor[ocs.Period]():
		return sameValue[ocs.Period]
	case reflect.TypeFor[ocs.Deadline]():
		return sameValue[ocs.Deadline]
	case reflect.TypeFor[ocs.Money]():
		return sameValue[ocs.Money]
	case reflect.TypeFor[ocs.Decimal]():
		return sameValue[ocs.Decimal]
	case reflect.TypeFor[ocs.Cite]():
		return sameValue[ocs.Cite]
	case reflect.TypeFor[Ending]():
		return sameValue[Ending]
	case reflect.TypeFor[Cost]():
		return sameValue[Cost]
	case reflect.TypeFor[Funding]():
		return sameValue[Funding]
	case reflect.TypeFor[Partner]():
		return sameValue[Partner]
	case reflect.TypeFor[pillar.Baseline]():
		return sameValue[pillar.Baseline]
	case reflect.TypeFor[pillar.Target]():
		return sameValue[pillar.Target]
	case reflect.TypeFor[Update]():
		return sameValue[Update]
	}
	return nil
}

func sameValue[T comparable](a, b reflect.Value) bool {
	x, ok := a.Addr().Interface().(*T)
	return ok && *x == *b.Addr().Interface().(*T)
}

// refersTo reports whether texts of a type name elements.
func refersTo(t reflect.Type) bool { return strings.HasSuffix(t.Name(), "ID") }

// member returns the member of that name, nil if there is none.
func (f *form) member(name string) *formMember {
	for i := range f.members {
		if f.members[i].name == name {
			return &f.members[i]
		}
	}
	return nil
}

// kebab writes the name of a Go type as findings do: BudgetLine is budget-line.
func kebab(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// equal reports whether two values of the form are the same. No list equals an
// empty one, and 1.5 isn't 1.50: what is written differently differs. Of
// extensions alone the layout doesn't count.
func (f *form) equal(a, b reflect.Value) bool {
	if f.str {
		return a.String() == b.String()
	}
	if f.same != nil && a.CanAddr() && b.CanAddr() {
		return f.same(a, b)
	}
	switch f.sort {
	case objectForm:
		for i := range f.members {
			m := &f.members[i]
			if !m.form.equal(a.Field(m.index), b.Field(m.index)) {
				return false
			}
		}
		return true
	case listForm:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !f.elem.equal(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case tableForm:
		return extensions(a).Equal(extensions(b))
	}
	if a.Kind() == reflect.Slice { // raw JSON
		return bytes.Equal(a.Bytes(), b.Bytes())
	}
	return a.Equal(b)
}

func extensions(v reflect.Value) ocs.Extensions { return v.Interface().(ocs.Extensions) }

// clone returns a copy of a value that shares nothing with it that could be
// changed.
func (f *form) clone(v reflect.Value) reflect.Value {
	c := reflect.New(f.typ).Elem()
	f.copyTo(c, v)
	return c
}

// copyTo sets to to a copy of v.
func (f *form) copyTo(to, v reflect.Value) {
	to.Set(v)
	switch f.sort {
	case objectForm:
		for i := range f.members {
			if m := &f.members[i]; m.form.sort != leafForm {
				m.form.copyTo(to.Field(m.index), v.Field(m.index))
			}
		}
	case listForm:
		if v.Len() == 0 {
			return
		}
		to.Set(reflect.MakeSlice(f.typ, v.Len(), v.Len()))
		reflect.Copy(to, v)
		if f.elem.sort == leafForm {
			return
		}
		for i := range v.Len() {
			f.elem.copyTo(to.Index(i), v.Index(i))
		}
	case tableForm:
		if v.IsNil() {
			return
		}
		e := make(ocs.Extensions, v.Len())
		for key, value := range extensions(v) {
			e[key] = append(json.RawMessage(nil), value...)
		}
		to.Set(reflect.ValueOf(e))
	}
}

// appendLeaf appends the text of a leaf.
func (f *form) appendLeaf(b []byte, v reflect.Value) []byte {
	switch {
	case f.text:
		if v.CanAddr() {
			b, _ = v.Addr().Interface().(encoding.TextAppender).AppendText(b) // those of the model never fail
		} else {
			b, _ = v.Interface().(encoding.TextAppender).AppendText(b)
		}
		return b
	case v.Kind() == reflect.String:
		return append(b, v.String()...)
	case v.Kind() == reflect.Bool:
		return strconv.AppendBool(b, v.Bool())
	case v.CanInt():
		return strconv.AppendInt(b, v.Int(), 10)
	}
	return append(b, v.Bytes()...) // raw JSON
}

// appendContent appends a text that tells values of the form apart: it is the
// same for values that are equal and for no others. Names may be given to be
// left out of the object itself, and references are followed to what their
// elements are called now.
func (f *form) appendContent(b []byte, v reflect.Value, without string, now map[string]string) []byte {
	switch f.sort {
	case objectForm:
		for i := range f.members {
			if m := &f.members[i]; m.name != without {
				b = m.form.appendContent(b, v.Field(m.index), "", now)
			}
		}
		return b
	case listForm:
		b = binaryLen(b, v.Len())
		for i := range v.Len() {
			b = f.elem.appendContent(b, v.Index(i), "", now)
		}
		return b
	case tableForm:
		e := extensions(v)
		keys := slices.Sorted(maps.Keys(e))
		b = binaryLen(b, len(keys))
		for _, key := range keys {
			b = appendField(b, []byte(key))
			b = appendField(b, e[key])
		}
		return b
	}
	if f.refers {
		if id, ok := now[v.String()]; ok {
			return appendField(b, []byte(id))
		}
	}
	at := len(b)
	b = f.appendLeaf(b, v)
	return binaryLen(b, len(b)-at)
}

// appendKey appends what tells an entry apart by its natural key. ok is false
// if it has none.
func (f *form) appendKey(b []byte, v reflect.Value, now map[string]string) (key []byte, ok bool) {
	if f.id >= 0 && v.Field(f.id).Len() > 0 {
		return append(b, v.Field(f.id).String()...), true
	}
	for _, i := range f.key {
		field := v.Field(i)
		ok = ok || !field.IsZero()
		for j := range f.members {
			if f.members[j].index == i {
				b = f.members[j].form.appendContent(b, field, "", now)
			}
		}
	}
	return b, ok
}

func appendField(b, text []byte) []byte { return binaryLen(append(b, text...), len(text)) }

// binaryLen appends a length, which sets what stands before it apart.
func binaryLen(b []byte, n int) []byte {
	return append(strconv.AppendInt(append(b, 0), int64(n), 10), 0)
}
