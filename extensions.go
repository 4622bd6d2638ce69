package ocs

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Extensions is data of an agency's own that ocs carries without looking into
// it. Its keys are namespaced so that agencies don't collide: a key holds a '.'
// or ':', as "punjab-police.gov.pk/case-tracker" does. Its values are any JSON.
//
// Values that are read get one spelling (no spaces, only the escapes JSON
// demands; the order of members and the text of numbers stay), so that YAML and
// JSON documents in any layout give the same bytes.
type Extensions map[string]json.RawMessage

// Unnamespaced returns, in order, the keys that lack a namespace.
func (e Extensions) Unnamespaced() []string {
	var keys []string
	for key := range e {
		if !strings.ContainsAny(key, ".:") {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// Equal reports whether e and f hold the same data: the same keys with equal
// JSON values, whatever their layout and the order of members. Numbers are equal
// if their text is. Nil equals empty. Values that aren't JSON equal only the
// same bytes.
func (e Extensions) Equal(f Extensions) bool { return maps.EqualFunc(e, f, equalJSON) }

func equalJSON(a, b json.RawMessage) bool {
	if bytes.Equal(a, b) {
		return true
	}
	x, okX := decodeAny(a)
	y, okY := decodeAny(b)
	return okX && okY && reflect.DeepEqual(x, y)
}

func decodeAny(data []byte) (v any, ok bool) {
	if !json.Valid(data) {
		return nil, false
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	return v, dec.Decode(&v) == nil
}

// UnmarshalJSON reads a JSON object and gives each value its one spelling. null
// is no extensions. If the object states a key twice, the last one counts.
func (e *Extensions) UnmarshalJSON(data []byte) error {
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		return err
	}
	for key, value := range raw {
		spelt, err := spell(value)
		if err != nil {
			return err
		}
		raw[key] = spelt
	}
	*e = raw
	return nil
}

// spell rewrites a JSON value token by token in the one spelling.
func spell(data []byte) ([]byte, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	out := make([]byte, 0, len(data))
	var open []nesting
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		if d, ok := token.(json.Delim); ok && (d == '}' || d == ']') {
			open = open[:len(open)-1]
			out = append(out, byte(d))
			continue
		}
		if len(open) > 0 {
			out = open[len(open)-1].separate(out)
		}
		switch t := token.(type) {
		case json.Delim:
			out = append(out, byte(t))
			open = append(open, nesting{object: t == '{'})
		case string:
			out = appendJSONString(out, t)
		case json.Number:
			out = append(out, t...)
		case bool:
			out = strconv.AppendBool(out, t)
		case nil:
			out = append(out, "null"...)
		}
	}
}

// nesting is an object or array that is being spelt.
type nesting struct {
	object bool
	tokens int // members' names and values so far
}

// separate appends what stands before the next token.
func (n *nesting) separate(out []byte) []byte {
	n.tokens++
	switch {
	case n.object && n.tokens%2 == 0:
		return append(out, ':')
	case n.tokens > 1:
		return append(out, ',')
	}
	return out
}

// appendJSONString appends s as a JSON string with only the escapes that JSON
// demands.
func appendJSONString(out []byte, s string) []byte {
	const hex = "0123456789abcdef"
	out = append(out, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			out = append(out, '\\', byte(r))
		case r >= ' ':
			out = utf8.AppendRune(out, r)
		case r == '\n':
			out = append(out, `\n`...)
		case r == '\t':
			out = append(out, `\t`...)
		case r == '\r':
			out = append(out, `\r`...)
		case r == '\b':
			out = append(out, `\b`...)
		case r == '\f':
			out = append(out, `\f`...)
		default:
			out = append(out, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
		}
	}
	return append(out, '"')
}
