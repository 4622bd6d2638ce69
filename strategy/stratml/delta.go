package stratml

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"reflect"
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
//	an object      {"title": delta, …}             the fields that differ
//	a value        [value] or [value, "hash"]       what the field has to be, null for nothing, if it is absent or has that hash
//	elements       ["id", {"~": "id", field: delta}, {"+": element}, {"-": "id", "was": "hash"}]
//
// A list of elements gives their order: one that is as the visible document
// has it, one that differs in fields, one that isn't visible, and one that is
// visible but no element of this list, such as a commitment shown as an
// objective. The hash is that of the visible value. Where someone has edited the
// document since, the hash doesn't fit and the visible value stands.

// losses collects what a delta carries: the values that the visible document
// doesn't hold.
type losses struct {
	kinds []loss
	index map[string]int
}

// loss is one kind of value that isn't visible, and where such values are.
type loss struct {
	kind   string // names of the fields that lead to it
	places []ocs.Pointer
}

func (l *losses) add(kind string, at ocs.Pointer) {
	if l.index == nil {
		l.index = make(map[string]int)
	}
	i, ok := l.index[kind]
	if !ok {
		i = len(l.kinds)
		l.index[kind] = i
		l.kinds = append(l.kinds, loss{kind: kind})
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

// member adds a member to an object, and object ends it; nil if it has none.
func member(out *bytes.Buffer, name string, value json.RawMessage) {
	if out.Len() == 0 {
		out.WriteByte('{')
	} else {
		out.WriteByte(',')
	}
	out.Write(jsonText(name))
	out.WriteByte(':')
	out.Write(value)
}

func object(out *bytes.Buffer) json.RawMessage {
	if out.Len() == 0 {
		return nil
	}
	out.WriteByte('}')
	return out.Bytes()
}

func (l *losses) diffExtensions(v, s ocs.Extensions, kind string, at ocs.Pointer) (json.RawMessage, error) {
	if v.Equal(s) {
		return nil, nil
	}
	return l.diffValue(reflect.ValueOf(v), reflect.ValueOf(s), kind, at)
}

// isAbsent reports whether a value is the same as none.
func isAbsent(v reflect.Value) bool {
	if v.Kind() == reflect.Slice || v.Kind() == reflect.Map {
		return v.Len() == 0
	}
	return v.IsZero()
}

func (l *losses) diffValue(v, s reflect.Value, kind string, at ocs.Pointer) (json.RawMessage, error) {
	if isAbsent(v) && isAbsent(s) {
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
	if !isAbsent(s) {
		l.add(kind, at)
	}
	if isAbsent(v) {
		return fmt.Appendf(nil, "[%s]", is), nil
	}
	return fmt.Appendf(nil, "[%s,%q]", is, hash(was)), nil
}

func (l *losses) diffElements(v, s reflect.Value, from, to map[string]int, kind string, at ocs.Pointer) (json.RawMessage, error) {
	var entries []json.RawMessage
	same := v.Len() == s.Len()
	for i := range s.Len() {
		element := s.Index(i)
		id := idOf(element)
		j, visible := from[id]
		if !visible {
			data, err := marshal(element)
			if err != nil {
				return nil, err
			}
			l.add(kind, at.Index(i))
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
			same = false
			entry = fmt.Appendf(nil, `{"~":%s,%s`, entry, d[1:])
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
		entries, same = append(entries, fmt.Appendf(nil, `{"-":%s,"was":%q}`, jsonText(id), hash(data))), false
	}
	if same {
		return nil, nil
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

func marshalAny(v any) (json.RawMessage, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("stratml: %w", err)
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}

// jsonText writes a text as JSON.
func jsonText(s string) json.RawMessage {
	data, _ := marshalAny(s) // text can always be written
	return data
}

// escapeJSON spells JSON so that it can stand in a processing instruction: it
// holds no "?>" and no character that XML can't hold.
func escapeJSON(data json.RawMessage) string {
	s := strings.ReplaceAll(string(data), "?>", `?\u003e`)
	if isClean(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if xmlRune(r) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}
