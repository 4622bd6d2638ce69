package stix

import (
	"bytes"
	"encoding/json"
)

// The functions of this file take JSON that is known to be valid, and compact
// where they say so: such JSON needs no parser to be walked through.

// compact returns JSON without the white space between its tokens, and what is
// to be known of its size. Tokens stay as they are, to the byte.
func compact(raw []byte) ([]byte, shape) {
	out, size := appendCompact(make([]byte, 0, len(raw)), raw)
	return out, size
}

// shape is the size of a value other than in bytes.
type shape struct {
	depth   int // how deep values are nested in it
	members int // of it itself, if it is an object or a list
}

func appendCompact(out, raw []byte) ([]byte, shape) {
	var size shape
	deep := 0
	for i := 0; i < len(raw); {
		switch c := raw[i]; c {
		case ' ', '\t', '\r', '\n':
			i++
			continue
		case '"':
			end := textEnd(raw, i)
			out = append(out, raw[i:end]...)
			i = end
			continue
		case '{', '[':
			deep++
			size.depth = max(size.depth, deep)
		case '}', ']':
			deep--
		case ',':
			if deep == 1 {
				size.members++
			}
		}
		out = append(out, raw[i])
		i++
	}
	size.members++ // one more than commas
	return out, size
}

// textEnd returns the index after the string that begins at raw[i].
func textEnd(raw []byte, i int) int {
	i++
	for begin := i; ; {
		i += bytes.IndexByte(raw[i:], '"')
		escapes := 0
		for i-escapes > begin && raw[i-escapes-1] == '\\' {
			escapes++
		}
		i++
		if escapes%2 == 0 {
			return i
		}
		begin = i
	}
}

// valueEnd returns the index after the value that begins at raw[i], in compact
// JSON.
func valueEnd(raw []byte, i int) int {
	for deep := 0; i < len(raw); {
		switch raw[i] {
		case '"':
			i = textEnd(raw, i)
		case '{', '[':
			deep++
			i++
		case '}', ']':
			if deep == 0 {
				return i // a number or word before it
			}
			deep--
			i++
		case ',':
			if deep == 0 {
				return i
			}
			i++
			continue
		default:
			i++
			continue
		}
		if deep == 0 {
			return i
		}
	}
	return i
}

// member is a member of an object that was read.
type member struct {
	name   string
	value  []byte
	quoted []byte // the name as it was written, if it has escapes
}

// members returns the members of compact JSON, none if it isn't an object.
func members(raw []byte) []member { return scanner(nil).members(make([]member, 0, 16), raw) }

// scanner knows the names of members that it has met, so that each is kept once.
type scanner map[string]string

// members appends the members of compact JSON.
func (s scanner) members(list []member, raw []byte) []member {
	if len(raw) < 2 || raw[0] != '{' {
		return list
	}
	for i := 1; raw[i] != '}'; {
		if raw[i] == ',' {
			i++
		}
		end := textEnd(raw, i)
		name, quoted := s.name(raw[i:end:end])
		i = end + 1 // the colon
		end = valueEnd(raw, i)
		list = append(list, member{name, raw[i:end:end], quoted})
		i = end
	}
	return list
}

func (s scanner) name(written []byte) (name string, quoted []byte) {
	const most = 10_000 // names; a bundle has some hundred
	if bytes.IndexByte(written, '\\') >= 0 {
		name, _ = text(written)
		return name, written
	}
	name, ok := s[string(written)]
	if !ok {
		name = string(written[1 : len(written)-1])
		if s != nil && len(s) < most {
			s[string(written)] = name
		}
	}
	return name, nil
}

// walker looks at one object after another, in the same room.
type walker struct {
	met    scanner
	inHand []member
}

// fields returns the members of an object, until it is asked for the next.
func (w *walker) members(raw []byte) []member {
	w.inHand = w.met.members(w.inHand[:0], raw)
	return w.inHand
}

// entries returns the entries of a list in compact JSON, none if it isn't one.
func entries(raw []byte) [][]byte {
	if len(raw) < 2 || raw[0] != '[' {
		return nil
	}
	var list [][]byte
	for i := 1; raw[i] != ']'; {
		if raw[i] == ',' {
			i++
		}
		end := valueEnd(raw, i)
		list = append(list, raw[i:end:end])
		i = end
	}
	return list
}

// get returns the value of a member, nil if there is none.
func get(fs []member, name string) []byte {
	for _, f := range fs {
		if f.name == name {
			return f.value
		}
	}
	return nil
}

// at follows names into objects.
func at(raw []byte, names ...string) []byte {
	for _, name := range names {
		raw = get(members(raw), name)
	}
	return raw
}

// text returns the text of a JSON string; it isn't ok if raw is another value.
func text(raw []byte) (s string, ok bool) {
	if len(raw) < 2 || raw[0] != '"' {
		return "", false
	}
	if bytes.IndexByte(raw, '\\') < 0 {
		return string(raw[1 : len(raw)-1]), true
	}
	err := json.Unmarshal(raw, &s)
	return s, err == nil
}

// texts returns the strings of a list, without entries that are something else.
func texts(raw []byte) []string {
	var list []string
	for _, entry := range entries(raw) {
		if s, ok := text(entry); ok {
			list = append(list, s)
		}
	}
	return list
}

// field is a member of an object that is made.
type field struct {
	name  string
	value []byte
}

// build writes an object of members in their order. A member without a value is
// left out.
func build(fs []field) []byte {
	list := make([]member, len(fs))
	for i, f := range fs {
		list[i] = member{name: f.name, value: f.value}
	}
	return rebuild(list)
}

// rebuild writes an object of members that were read.
func rebuild(list []member) []byte {
	size := 2
	for _, m := range list {
		size += len(m.name) + len(m.quoted) + len(m.value) + 4
	}
	out := append(make([]byte, 0, size), '{')
	for _, m := range list {
		if m.value == nil {
			continue
		}
		if len(out) > 1 {
			out = append(out, ',')
		}
		if m.quoted != nil {
			out = append(out, m.quoted...)
		} else {
			out = appendText(out, m.name)
		}
		out = append(out, ':')
		out = append(out, m.value...)
	}
	return append(out, '}')
}

// quote returns text as a JSON string, nil for "".
func quote(s string) []byte {
	if s == "" {
		return nil
	}
	return appendText(nil, s)
}

// quotes returns a list of JSON strings, nil for none.
func quotes[S ~string](list []S) []byte {
	if len(list) == 0 {
		return nil
	}
	out := []byte{'['}
	for i, s := range list {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendText(out, string(s))
	}
	return append(out, ']')
}

// appendText appends a JSON string with the escapes that JSON demands, and no
// others: STIX is no place for HTML. Bytes that aren't UTF-8 must not come here.
func appendText(out []byte, s string) []byte {
	const hex = "0123456789abcdef"
	out = append(out, '"')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			out = append(out, '\\', c)
		case c >= ' ':
			out = append(out, c)
		case c == '\n':
			out = append(out, `\n`...)
		case c == '\t':
			out = append(out, `\t`...)
		case c == '\r':
			out = append(out, `\r`...)
		default:
			out = append(out, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
	}
	return append(out, '"')
}

// patch applies what differs between two values to a third: the members of raw
// that differ between from and to become what they are in to, all others stay
// as they are. Where raw, from and to aren't all objects the value is taken as a
// whole. All are compact; nil stands for absent.
func patch(raw, from, to []byte) []byte {
	if bytes.Equal(from, to) {
		return raw
	}
	if !isObject(raw) || !isObject(to) || from != nil && !isObject(from) {
		return to
	}
	old, before, after := members(raw), members(from), members(to)
	var out []member
	for _, f := range old {
		f.value = patch(f.value, get(before, f.name), get(after, f.name))
		out = append(out, f)
	}
	for _, f := range after {
		if get(old, f.name) == nil && !bytes.Equal(get(before, f.name), f.value) {
			out = append(out, f)
		}
	}
	return rebuild(out)
}

func isObject(raw []byte) bool { return len(raw) > 0 && raw[0] == '{' }
