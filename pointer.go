package ocs

import (
	"iter"
	"strconv"
	"strings"
)

// Pointer is a JSON Pointer (RFC 6901): the place of a value in a document as
// the names and indices that lead to it, such as
// /plans/0/commitments/3/lead. The empty pointer is the document itself.
//
// A Pointer is the same whether the document is written in YAML or JSON.
type Pointer string

// Append returns the pointer to the member of that name in the value p points
// to. The name is given as it is, without escapes.
func (p Pointer) Append(token string) Pointer {
	return Pointer(appendToken([]byte(p), token))
}

// Index returns the pointer to the entry with that index in the list p points
// to. Indices count from 0.
func (p Pointer) Index(i int) Pointer {
	return Pointer(strconv.AppendInt(append([]byte(p), '/'), int64(i), 10))
}

// Parent returns the pointer to the value that encloses the one p points to.
// The document has no parent: Parent of the empty pointer is empty.
func (p Pointer) Parent() Pointer {
	return p[:max(0, strings.LastIndexByte(string(p), '/'))]
}

// Last returns the last token of p without escapes, "" for the empty pointer.
func (p Pointer) Last() string {
	return unescapeToken(string(p[strings.LastIndexByte(string(p), '/')+1:]))
}

// Tokens returns the tokens of p from the outermost, without escapes.
func (p Pointer) Tokens() iter.Seq[string] {
	return func(yield func(string) bool) {
		rest, more := strings.CutPrefix(string(p), "/")
		for more {
			var token string
			token, rest, more = strings.Cut(rest, "/")
			if !yield(unescapeToken(token)) {
				return
			}
		}
	}
}

// Contains reports whether q is p or lies inside the value p points to.
func (p Pointer) Contains(q Pointer) bool {
	rest, ok := strings.CutPrefix(string(q), string(p))
	return ok && (rest == "" || rest[0] == '/')
}

func appendToken(b []byte, token string) []byte {
	b = append(b, '/')
	if strings.ContainsAny(token, "~/") {
		token = strings.ReplaceAll(strings.ReplaceAll(token, "~", "~0"), "/", "~1")
	}
	return append(b, token...)
}

func unescapeToken(token string) string {
	if strings.IndexByte(token, '~') < 0 {
		return token
	}
	return strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
}
