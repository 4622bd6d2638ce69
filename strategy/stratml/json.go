package stratml

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// members are those of a JSON object, in order.
type members []jsonMember

type jsonMember struct {
	name  string
	value json.RawMessage
}

// membersOf returns the members of a JSON object, nil for another value and for
// an object in which a name stands twice.
func membersOf(raw json.RawMessage) members {
	dec := json.NewDecoder(bytes.NewReader(raw))
	if token, err := dec.Token(); err != nil || token != json.Delim('{') {
		return nil
	}
	list := members{}
	seen := make(map[string]bool)
	for dec.More() {
		token, err := dec.Token()
		name, ok := token.(string)
		var value json.RawMessage
		if err != nil || !ok || seen[name] || dec.Decode(&value) != nil {
			return nil
		}
		seen[name] = true
		list = append(list, jsonMember{name, value})
	}
	return list
}

// get returns the value of a member, nil if there is none.
func (m members) get(name string) json.RawMessage {
	for i := range m {
		if m[i].name == name {
			return m[i].value
		}
	}
	return nil
}

// object writes the members as a JSON object.
func (m members) object() json.RawMessage {
	var out bytes.Buffer
	for i := range m {
		member(&out, m[i].name, m[i].value)
	}
	if out.Len() == 0 {
		return json.RawMessage("{}")
	}
	return object(&out)
}

// member adds a member to an object that is being written, and object ends it;
// nil if it has none.
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

// sameJSON reports whether two values are the same, with their members in the
// same order, whatever their layout and escapes.
func sameJSON(a, b json.RawMessage) bool {
	if bytes.Equal(a, b) {
		return true
	}
	x, y := json.NewDecoder(bytes.NewReader(a)), json.NewDecoder(bytes.NewReader(b))
	x.UseNumber()
	y.UseNumber()
	for {
		p, errP := x.Token()
		q, errQ := y.Token()
		if errP != nil || errQ != nil {
			return errP == errQ // both at the end
		}
		if p != q {
			return false
		}
	}
}

// marshalAny writes a value as JSON without escapes for HTML.
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
