package stratml

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs"
)

// A delta says what must be done to the strategy that can be read from the
// visible document to make it the one that was written. So nothing of it
// depends on how well the visible document was filled, and to read back what
// was written gives an equal strategy by construction.
//
// It is JSON, guided by the types of the model:
//
//	an object      {"title": delta, …}             the fields, or members of extensions, that differ
//	               {"": [], "a": delta, "b": []}   all members, for their order; those with [] are the same
//	a value        [value] or [value, "hash"]      what the field has to be, if it is absent or has that hash
//	               [null, "hash", "-"]             that it has to be absent
//	elements       ["id", {"~": "id", field: delta}, {"+": element}, {"x": "id", "was": "hash"}]
//
// A list of elements gives their order: one that is as the visible document
// has it, one that differs in fields, one that isn't visible, and one that is
// visible but no element of this list, such as a commitment shown as an
// objective. If it begins with {"=": true} the order is that of the visible
// document, and only what differs follows.
//
// The hash is that of the visible value. Where someone has edited the document
// since, the hash doesn't fit and the visible value stands.

// losses collects what a delta carries: the values that the visible document
// doesn't hold.
type losses struct {
	kinds []loss
	index map[lossKind]int
}

// loss is one kind of value that isn't visible, and where such values are.
type loss struct {
	lossKind
	places []ocs.Pointer
}

// lossKind tells losses apart.
type lossKind struct {
	fields string // names of the fields that lead to the value
	part   bool   // something is visible in its place, such as a day for a year
}

func (l *losses) add(fields string, part bool, at ocs.Pointer) {
	if l.index == nil {
		l.index = make(map[lossKind]int)
	}
	kind := lossKind{fields, part}
	i, ok := l.index[kind]
	if !ok {
		i = len(l.kinds)
		l.index[kind] = i
		l.kinds = append(l.kinds, loss{lossKind: kind})
	}
	l.kinds[i].places = append(l.kinds[i].places, at)
}

var (
	jsonMarshaler = reflect.TypeFor[json.Marshaler]()
	textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()
	extensions    = reflect.TypeFor[ocs.Extensions]()
)

// isRecord reports whether values of a type are compared field by field.
func isRecord(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && !t.Implements(jsonMarshaler) && !t.Implements(textMarshaler)
}

// fieldName is the name of a field in JSON, "" if it has none.
func fieldName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if name == "-" {
		return ""
	}
	return name
}

// idsOf returns the identifiers of a list of elements, each with its place;
// nil if the type has none or they don't tell the elements apart.
func idsOf(list reflect.Value) map[string]int {
	t := list.Type().Elem()
	if !isRecord(t) {
		return nil
	}
	f, ok := t.FieldByName("ID")
	if !ok || f.Type.Kind() != reflect.String {
		return nil
	}
	ids := make(map[string]int, list.Len())
	for i := range list.Len() {
		id := list.Index(i).FieldByIndex(f.Index).String()
		if _, twice := ids[id]; twice || id == "" {
			return nil
		}
		ids[id] = i
	}
	return ids
}

func idOf(element reflect.Value) string { return element.FieldByName("ID").String() }

// diff returns the delta that makes v into s, nil if they are equal.
func (l *losses) diff(v, s reflect.Value, kind string, at ocs.Pointer) (json.RawMessage, error) {
	switch {
	case isRecord(v.Type()):
		return l.diffRecord(v, s, kind, at)
	case v.Type() == extensions:
		return l.diffExtensions(v.Interface().(ocs.Extensions), s.Interface().(ocs.Extensions), kind, at)
	case v.Kind() == reflect.Slice:
		if from, to := idsOf(v), idsOf(s); from != nil && to != nil {
			return l.diffElements(v, s, from, to, kind, at)
		}
	}
	return l.diffValue(v, s, kind, at)
}

func (l *losses) diffRecord(v, s reflect.Value, kind string, at ocs.Pointer) (json.RawMessage, error) {
	var out bytes.Buffer
	for i := range v.NumField() {
		name := fieldName(v.Type().Field(i))
		if name == "" {
			continue
		}
		d, err := l.diff(v.Field(i), s.Field(i), kind+"/"+name, at.Append(name))
		if err != nil {
			return nil, err
		}
		if d != nil {
			member(&out, name, d)
		}
	}
	return object(&out), nil
}

// diffExtensions compares extensions key by key, and what is an object in both
// member by member.
func (l *losses) diffExtensions(v, s ocs.Extensions, kind string, at ocs.Pointer) (json.RawMessage, error) {
	keys := make(map[string]bool, len(v)+len(s))
	for key := range v {
		keys[key] = true
	}
	for key, value := range s {
		if keys[key] = true; !json.Valid(value) {
			return nil, fmt.Errorf("stratml: the extension %s isn't JSON", ocs.Quote(key))
		}
	}
	var out bytes.Buffer
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		if d := l.diffJSON(v[key], s[key], kind+"/"+key, at.Append(key)); d != nil {
			member(&out, key, d)
		}
	}
	return object(&out), nil
}

// diffJSON compares values that may be absent.
func (l *losses) diffJSON(v, s json.RawMessage, kind string, at ocs.Pointer) json.RawMessage {
	if v != nil && s != nil {
		if sameJSON(v, s) {
			return nil
		}
		from, to := membersOf(v), membersOf(s)
		if from != nil && to != nil {
			return l.diffMembers(from, to, kind, at)
		}
	}
	if s != nil {
		l.add(kind, v != nil, at)
	}
	return jsonDelta(v, s)
}

// diffMembers compares objects. Where members don't stand in the order that
// comes of itself, all are named, those that are the same with an empty list,
// and one without a name comes first.
func (l *losses) diffMembers(v, s members, kind string, at ocs.Pointer) json.RawMessage {
	var kept, added []string
	for _, m := range v {
		if s.get(m.name) != nil {
			kept = append(kept, m.name)
		}
	}
	names := make([]string, len(s))
	for i, m := range s {
		if names[i] = m.name; v.get(m.name) == nil {
			added = append(added, m.name)
		}
	}
	inOrder := slices.Equal(append(kept, added...), names)
	var out bytes.Buffer
	if !inOrder {
		member(&out, "", json.RawMessage("[]"))
	}
	for _, m := range s {
		d := l.diffJSON(v.get(m.name), m.value, kind+"/"+m.name, at.Append(m.name))
		if d == nil && !inOrder {
			d = json.RawMessage("[]")
		}
		if d != nil {
			member(&out, m.name, d)
		}
	}
	for _, m := range v {
		if s.get(m.name) == nil {
			member(&out, m.name, jsonDelta(m.value, nil))
		}
	}
	return object(&out)
}

// jsonDelta is the delta of a value.
func jsonDelta(v, s json.RawMessage) json.RawMessage {
	if s == nil {
		return fmt.Appendf(nil, `[null,%q,"-"]`, hash(v))
	}
	if v == nil {
		return fmt.Appendf(nil, "[%s]", compact(s))
	}
	return fmt.Appendf(nil, "[%s,%q]", compact(s), hash(v))
}

func compact(raw json.RawMessage) json.RawMessage {
	var out bytes.Buffer
	if json.Compact(&out, raw) != nil {
		return raw
	}
	return out.Bytes()
}

// isAbsent reports whether a value is the same as none.
func isAbsent(v reflect.Value) bool {
	if v.Kind() == reflect.Slice || v.Kind() == reflect.Map {
		return v.Len() == 0
	}
	return v.IsZero()
}

func (l *losses) diffValue(v, s reflect.Value, kind string, at ocs.Pointer) (json.RawMessage, error) {
	if v.Comparable() && v.Equal(s) || isAbsent(v) && isAbsent(s) {
		return nil, nil
	}
	was, is := json.RawMessage("null"), json.RawMessage("null")
	var err error
	if !isAbsent(v) {
		if was, err = marshal(v); err != nil {
			return nil, err
		}
	}
	if !isAbsent(s) {
		if is, err = marshal(s); err != nil {
			return nil, err
		}
	}
	if bytes.Equal(was, is) {
		return nil, nil
	}
	if isAbsent(v) {
		was = nil
	}
	if isAbsent(s) {
		is = nil
	} else {
		l.add(kind, was != nil, at)
	}
	return jsonDelta(was, is), nil
}

func (l *losses) diffElements(v, s reflect.Value, from, to map[string]int, kind string, at ocs.Pointer) (json.RawMessage, error) {
	var entries, changed []json.RawMessage
	same := v.Len() == s.Len() // the same elements in the same order
	for i := range s.Len() {
		element := s.Index(i)
		id := idOf(element)
		j, visible := from[id]
		if !visible {
			data, err := marshal(element)
			if err != nil {
				return nil, err
			}
			l.add(kind, false, at.Index(i))
			entries, same = append(entries, fmt.Appendf(nil, `{"+":%s}`, data)), false
			continue
		}
		same = same && i == j
		d, err := l.diffRecord(v.Index(j), element, kind, at.Index(i))
		if err != nil {
			return nil, err
		}
		entry := jsonText(id)
		if d != nil {
			entry = fmt.Appendf(nil, `{"~":%s,%s`, entry, d[1:])
			changed = append(changed, entry)
		}
		entries = append(entries, entry)
	}
	for j := range v.Len() {
		id := idOf(v.Index(j))
		if _, kept := to[id]; kept {
			continue
		}
		data, err := marshal(v.Index(j))
		if err != nil {
			return nil, err
		}
		entries, same = append(entries, fmt.Appendf(nil, `{"x":%s,"was":%q}`, jsonText(id), hash(data))), false
	}
	switch {
	case same && len(changed) == 0:
		return nil, nil
	case same:
		entries = append([]json.RawMessage{json.RawMessage(`{"=":true}`)}, changed...)
	}
	return append(append([]byte{'['}, bytes.Join(rawList(entries), []byte(","))...), ']'), nil
}

func rawList(list []json.RawMessage) [][]byte {
	raw := make([][]byte, len(list))
	for i, r := range list {
		raw[i] = r
	}
	return raw
}

// hash tells one value from another. It guards against mistakes, not against
// malice.
func hash(data []byte) string {
	h := fnv.New64a()
	h.Write(data)
	return strconv.FormatUint(h.Sum64(), 36)
}

// marshal writes a value of the model as JSON without escapes for HTML.
func marshal(v reflect.Value) (json.RawMessage, error) {
	return marshalAny(v.Interface())
}
