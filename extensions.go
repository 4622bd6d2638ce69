package ocs

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode/utf16"
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
	data = bytes.TrimLeft(data, " \t\r\n")
	if len(data) == 0 || data[0] != '{' || !json.Valid(data) {
		var none Extensions
		err := json.Unmarshal(data, (*map[string]json.RawMessage)(&none))
		*e = none
		return err
	}
	if !utf8.Valid(data) {
		data = []byte(string([]rune(string(data)))) // as encoding/json reads it
	}
	s := speller{in: data[1:], out: make([]byte, 0, len(data))}
	read := make(Extensions)
	for s.next() != '}' {
		if s.next() == ',' {
			s.in = s.in[1:]
			s.next()
		}
		s.text()
		key, err := unquote(s.take())
		if err != nil {
			return err
		}
		s.next()
		s.in = s.in[1:] // the colon
		s.value()
		read[key] = s.take()
	}
	*e = read
	return nil
}

// speller rewrites valid JSON in the one spelling.
type speller struct {
	in    []byte // what is left to read
	out   []byte // all that is written: what is taken shares it
	taken int
}

// take returns what was written since the last time.
func (s *speller) take() []byte {
	spelt := s.out[s.taken:len(s.out):len(s.out)]
	s.taken = len(s.out)
	return spelt
}

// next returns the next byte that isn't white space.
func (s *speller) next() byte {
	for {
		switch c := s.in[0]; c {
		case ' ', '\t', '\r', '\n':
			s.in = s.in[1:]
		default:
			return c
		}
	}
}

// copy copies n bytes.
func (s *speller) copy(n int) {
	s.out = append(s.out, s.in[:n]...)
	s.in = s.in[n:]
}

// value copies the next value.
func (s *speller) value() {
	for depth := 0; ; {
		switch s.next() {
		case '"':
			s.text()
		case '{', '[':
			depth++
			s.copy(1)
		case '}', ']':
			depth--
			s.copy(1)
		case ',', ':':
			s.copy(1)
		default: // a number, or true, false or null
			n := bytes.IndexAny(s.in, ",]} \t\r\n")
			s.copy(n)
		}
		if depth == 0 {
			return
		}
	}
}

// text copies the next string with only the escapes that JSON demands, in their
// short form where there is one.
func (s *speller) text() {
	s.copy(1)
	for {
		s.copy(bytes.IndexAny(s.in, `"\`))
		if s.in[0] == '"' {
			s.copy(1)
			return
		}
		switch s.in[1] {
		case 'u':
			s.out = appendJSONRune(s.out, s.escaped())
		case '/':
			s.in = s.in[1:]
			s.copy(1)
		default:
			s.copy(2)
		}
	}
}

// escaped reads the character that an escape of the form \u0041 stands for, or
// two such of the form \ud83d\ude00.
func (s *speller) escaped() rune {
	r := hexRune(s.in[2:6])
	s.in = s.in[6:]
	if !utf16.IsSurrogate(r) {
		return r
	}
	if bytes.HasPrefix(s.in, []byte(`\u`)) {
		if pair := utf16.DecodeRune(r, hexRune(s.in[2:6])); pair != utf8.RuneError {
			s.in = s.in[6:]
			return pair
		}
	}
	return utf8.RuneError
}

// hexRune returns the character with that number, in hexadecimal digits.
func hexRune(digits []byte) (r rune) {
	for _, d := range digits {
		switch {
		case d <= '9':
			d -= '0'
		default:
			d = (d | ' ') - 'a' + 10
		}
		r = r<<4 | rune(d)
	}
	return r
}

// appendJSONRune appends r as it stands in a JSON string.
func appendJSONRune(out []byte, r rune) []byte {
	const hex = "0123456789abcdef"
	switch {
	case r == '"' || r == '\\':
		return append(out, '\\', byte(r))
	case r >= ' ':
		return utf8.AppendRune(out, r)
	case r == '\n':
		return append(out, `\n`...)
	case r == '\t':
		return append(out, `\t`...)
	case r == '\r':
		return append(out, `\r`...)
	case r == '\b':
		return append(out, `\b`...)
	case r == '\f':
		return append(out, `\f`...)
	}
	return append(out, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
}

// unquote returns the text of a JSON string.
func unquote(quoted []byte) (text string, err error) {
	if bytes.IndexByte(quoted, '\\') < 0 {
		return string(quoted[1 : len(quoted)-1]), nil
	}
	err = json.Unmarshal(quoted, &text)
	return text, err
}
