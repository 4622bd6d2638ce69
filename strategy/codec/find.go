package codec

import (
	"bytes"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// want is a value whose place is sought, in a tree of such values.
type want struct {
	at       int // offset of the value, -1 until it is found
	children map[string]*want
}

// find returns the offset of each value in JSON, in one pass that ends when all
// are found. A value that doesn't exist is where the innermost value around it
// begins. It is -1 only if there is no value at all. Of names that occur twice
// the first counts.
func find(data []byte, pointers []pointer) []int {
	root := &want{at: -1}
	sought := 1
	for _, p := range pointers {
		w := root
		for token := range p.Tokens() {
			next := w.children[token]
			if next == nil {
				next = &want{at: -1}
				if w.children == nil {
					w.children = make(map[string]*want)
				}
				w.children[token] = next
				sought++
			}
			w = next
		}
	}
	s := newScanner(data)
	f := finder{scanner: s, sought: sought}
	_ = f.value(root) // of text that isn't valid, what stands before the fault is found

	offsets := make([]int, len(pointers))
	for i, p := range pointers {
		w := root
		offsets[i] = w.at
		for token := range p.Tokens() {
			if w = w.children[token]; w.at < 0 {
				break
			}
			offsets[i] = w.at
		}
	}
	return offsets
}

// finder walks JSON in search of values.
type finder struct {
	scanner
	sought int // how many are not found yet
}

// value looks for w in the value that comes next, and for what is sought in it.
func (f *finder) value(w *want) error {
	kind := f.PeekKind()
	if kind != jsontext.KindInvalid {
		w.at = f.start()
		f.sought--
	}
	if len(w.children) == 0 || f.sought == 0 || kind != jsontext.KindBeginObject && kind != jsontext.KindBeginArray {
		return f.SkipValue()
	}
	if _, err := f.ReadToken(); err != nil {
		return err
	}
	for i := 0; ; i++ {
		var token string
		switch next := f.PeekKind(); {
		case next == jsontext.KindEndObject, next == jsontext.KindEndArray:
			_, err := f.ReadToken()
			return err
		case kind == jsontext.KindBeginArray:
			token = strconv.Itoa(i)
		default:
			name, err := f.ReadToken()
			if err != nil {
				return err
			}
			token = name.String()
		}
		child := w.children[token]
		var err error
		if child != nil && child.at < 0 {
			err = f.value(child)
		} else {
			err = f.SkipValue()
		}
		if err != nil || f.sought == 0 {
			return err
		}
	}
}

// scanner reads tokens and knows where they begin.
type scanner struct {
	*jsontext.Decoder
	data []byte

	// Of a part of a document:
	base  int // where it begins
	depth int // how deep it is nested
}

// newScanner returns a scanner that leaves duplicate names to its user.
func newScanner(data []byte) scanner {
	return scanner{Decoder: jsontext.NewDecoder(bytes.NewBuffer(data), jsontext.AllowDuplicateNames(true)), data: data}
}

// start is the offset at which the next token begins.
func (s scanner) start() int {
	i := int(s.InputOffset())
	for ; i < len(s.data); i++ {
		switch s.data[i] {
		case ' ', '\t', '\r', '\n', ',', ':':
		default:
			return s.base + i
		}
	}
	return s.base + i
}
