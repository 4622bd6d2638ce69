package codec

import (
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// emitter writes JSON as YAML in block style. That is all there is to it: one
// way to write each value, no comments, no anchors, no tags. (The library's own
// goes through events and a tree of nodes, at fifteen times the cost.)
type emitter struct {
	data []byte // the JSON: valid, without white space
	text string // the same
	at   int    // what was read of it
	out  []byte
}

// indentStep is how far what is nested stands to the right.
const indentStep = 2

// longestKey is how long a name may be to stand before its colon on a line. The
// limit of YAML is 1,024 characters.
const longestKey = 128

// yamlOf writes valid JSON without white space as YAML.
func yamlOf(data []byte) []byte {
	e := emitter{data: data, text: string(data), out: make([]byte, 0, len(data)+len(data)/4)}
	e.value(0, false)
	return append(e.out[1:], '\n') // all that is written begins with a space or line end
}

// value writes the next value behind what introduces it. The entries of a list
// or mapping stand on lines of their own, but for the first of those that are
// written inline.
func (e *emitter) value(indent int, inline bool) {
	switch e.data[e.at] {
	case '{', '[':
		e.entries(indent, inline)
	case '"':
		e.out = append(e.out, ' ')
		e.scalar(e.unquote(), indent)
	default: // a number, or true, false or null
		from := e.at
		for e.at < len(e.data) && strings.IndexByte(",]}", e.data[e.at]) < 0 {
			e.at++
		}
		e.out = append(append(e.out, ' '), e.data[from:e.at]...)
	}
}

// entries writes the next value, a list or mapping.
func (e *emitter) entries(indent int, inline bool) {
	end := e.data[e.at] + 2 // ']' or '}'
	if e.data[e.at+1] == end {
		e.out = append(append(e.out, ' '), e.data[e.at:e.at+2]...)
		e.at += 2
		return
	}
	for e.data[e.at] != end {
		e.at++ // the bracket or comma
		if inline {
			e.out = append(e.out, ' ')
			inline = false
		} else {
			e.line(indent)
		}
		if end == ']' {
			e.out = append(e.out, '-')
			e.value(indent+indentStep, true)
			continue
		}
		name := e.unquote()
		e.at++ // the colon
		long := len(name) > longestKey
		if long {
			e.out = append(e.out, "? "...)
		}
		if plainText(name) {
			e.out = append(e.out, name...)
		} else {
			e.out = appendQuoted(e.out, name)
		}
		if long {
			e.line(indent)
		}
		e.out = append(e.out, ':')
		e.value(indent+indentStep, long)
	}
	e.at++
}

// line begins a line.
func (e *emitter) line(indent int) {
	e.out = append(e.out, '\n')
	for range indent {
		e.out = append(e.out, ' ')
	}
}

// unquote reads JSON text.
func (e *emitter) unquote() string {
	from := e.at
	e.at += textLen(e.data[from:])
	quoted := e.text[from:e.at]
	if strings.IndexByte(quoted, '\\') < 0 {
		return quoted[1 : len(quoted)-1]
	}
	text, _ := jsontext.AppendUnquote(nil, e.data[from:e.at])
	return string(text)
}

// scalar writes text in the plainest style that every reader takes for that
// text.
func (e *emitter) scalar(s string, indent int) {
	switch {
	case literal(s):
		e.out = append(e.out, '|')
		if !strings.HasSuffix(s, "\n") {
			e.out = append(e.out, '-')
		}
		for line := range strings.SplitSeq(strings.TrimSuffix(s, "\n"), "\n") {
			if line == "" {
				e.out = append(e.out, '\n')
				continue
			}
			e.line(max(indent, indentStep))
			e.out = append(e.out, line...)
		}
	case plainText(s):
		e.out = append(e.out, s...)
	default:
		e.out = appendQuoted(e.out, s)
	}
}

// escapes are the short forms of escapes in double quotes.
// Source: YAML 1.2.2, section 5.7.
var escapes = map[rune]string{0: `\0`, '\a': `\a`, '\b': `\b`, '\t': `\t`, '\n': `\n`, '\v': `\v`, '\f': `\f`, '\r': `\r`,
	'\x1b': `\e`, '"': `\"`, '\\': `\\`, '\u0085': `\N`, '\u2028': `\L`, '\u2029': `\P`}

// appendQuoted appends s in double quotes.
func appendQuoted(out []byte, s string) []byte {
	const hex = "0123456789ABCDEF"
	out = append(out, '"')
	kept := 0 // what of s was written
	for i, r := range s {
		if r != '"' && r != '\\' && (' ' <= r && r < '\u007F' || '\u00A0' <= r && r <= '\uFFFD' && r != '\u2028' && r != '\u2029' && r != '\uFEFF') {
			continue
		}
		out = append(out, s[kept:i]...)
		kept = i + utf8.RuneLen(r)
		if short, ok := escapes[r]; ok {
			out = append(out, short...)
			continue
		}
		letter, digits := byte('x'), 2
		if r > '\uFFFF' {
			letter, digits = 'U', 8
		} else if r > '\u00FF' {
			letter, digits = 'u', 4
		}
		out = append(out, '\\', letter)
		for d := digits - 1; d >= 0; d-- {
			out = append(out, hex[r>>(4*d)&15])
		}
	}
	return append(append(out, s[kept:]...), '"')
}
