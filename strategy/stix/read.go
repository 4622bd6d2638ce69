package stix

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocs-framework/ocs"
)

var errTooLong = errors.New("too long")

// tracker reads a bundle and knows the line and column of an offset in it. It
// holds no more of the bundle than the parser has read ahead.
type tracker struct {
	r    io.Reader
	left int64 // how many bytes may still come
	err  error // of r, other than the end

	ahead []byte // what was read and isn't passed
	free  []byte // the room that ahead grows into, from its beginning
	pos   ocs.Position
}

func newTracker(name string, r io.Reader, limit int64) *tracker {
	begin := bufio.NewReader(r)
	if mark, _ := begin.Peek(3); string(mark) == "\ufeff" { // an error comes again when it is read on
		begin.Discard(3)
	}
	return &tracker{r: begin, left: limit, pos: ocs.Position{File: name, Line: 1, Column: 1}}
}

func (t *tracker) Read(p []byte) (int, error) {
	if t.left <= 0 {
		p = p[:min(len(p), 1)] // to tell a bundle of just that length from a longer one
	} else {
		p = p[:min(int64(len(p)), t.left)]
	}
	n, err := t.r.Read(p)
	if n > 0 && t.left <= 0 {
		return 0, errTooLong
	}
	t.left -= int64(n)
	if cap(t.ahead)-len(t.ahead) < n { // then what was passed makes room
		t.ahead = append(t.free[:0], t.ahead...)
	}
	t.ahead = append(t.ahead, p[:n]...)
	if cap(t.ahead) > cap(t.free) {
		t.free = t.ahead
	}
	if err != nil && err != io.EOF {
		t.err = err
	}
	return n, err
}

// at returns the position of an offset, which may not be before that of the
// last call.
func (t *tracker) at(offset int64) ocs.Position {
	n := min(max(int(offset)-t.pos.Offset, 0), len(t.ahead))
	t.pos = advance(t.pos, t.ahead[:n])
	t.ahead = t.ahead[n:]
	return t.pos
}

// advance returns the position after some bytes.
func advance(pos ocs.Position, passed []byte) ocs.Position {
	pos.Offset += len(passed)
	if lines := bytes.Count(passed, []byte("\n")); lines > 0 {
		pos.Line += lines
		pos.Column = 1
		passed = passed[bytes.LastIndexByte(passed, '\n')+1:]
	}
	pos.Column += utf8.RuneCount(passed)
	return pos
}

// object is one object of a bundle.
type object struct {
	raw     []byte // compact
	typ, id string
	version []byte // of STIX, as it states it
	changed string // when it was modified
	index   int    // in the bundle
	pos     ocs.Position
}

func (o *object) path() ocs.Pointer { return ocs.Pointer("/objects").Index(o.index) }

// bundle is what was read: all its members, with the objects apart.
type bundle struct {
	members []member // of which "objects" has no value
	objects []*object
}

// readBundle reads a bundle object by object. Whatever stops it is reported and
// makes it return false.
func (im *importer) readBundle(t *tracker) bool {
	dec := jsontext.NewDecoder(t)
	err := im.readMembers(dec, t)
	var syntactic *jsontext.SyntacticError
	switch {
	case err == nil:
		return true
	case t.err != nil:
		return false
	case errors.Is(err, errTooLong):
		im.at("", t.at(dec.InputOffset()), limitExceeded, "the bundle is longer than %d bytes", im.limits.MaxBytes)
	case errors.Is(err, errRefused): // and reported
	case errors.As(err, &syntactic):
		im.at(ocs.Pointer(syntactic.JSONPointer), t.at(syntactic.ByteOffset), notJSON, "%v", syntactic.Err)
	case errors.Is(err, io.EOF):
		im.at("", t.at(dec.InputOffset()), notJSON, "nothing there")
	default:
		im.at(ocs.Pointer(dec.StackPointer()), t.at(dec.InputOffset()), notJSON, "%v", err)
	}
	return false
}

// errRefused says that the reason why reading stopped was reported.
var errRefused = errors.New("refused")

func (im *importer) refuse(path ocs.Pointer, pos ocs.Position, code, format string, args ...any) error {
	im.at(path, pos, code, format, args...)
	return errRefused
}

// readMembers reads the bundle's members.
func (im *importer) readMembers(dec *jsontext.Decoder, t *tracker) error {
	if kind := dec.PeekKind(); kind != '{' && kind != 0 {
		return im.refuse("", t.at(dec.InputOffset()), notBundle, "the file holds no object")
	}
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	start := t.at(dec.InputOffset() - 1)
	for dec.PeekKind() == '"' {
		written, err := dec.ReadValue()
		if err != nil {
			return err
		}
		name, quoted := im.met.name(bytes.Clone(written))
		if name == "objects" && dec.PeekKind() == '[' {
			im.bundle.members = append(im.bundle.members, member{name, nil, quoted})
			if err := im.readObjects(dec, t); err != nil {
				return err
			}
			continue
		}
		value, err := dec.ReadValue()
		if err != nil {
			return err
		}
		whole, size := compact(value)
		if size.depth > im.limits.MaxDepth {
			return im.refuse(ocs.Pointer("").Append(name), t.at(dec.InputOffset()-int64(len(value))), limitExceeded, "values are nested more than %d deep", im.limits.MaxDepth)
		}
		if name == "objects" {
			return im.refuse("/objects", t.at(dec.InputOffset()-int64(len(value))), notBundle, "objects is no list")
		}
		im.bundle.members = append(im.bundle.members, member{name, whole, quoted})
	}
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	if typ, _ := text(get(im.bundle.members, "type")); typ != "bundle" {
		return im.refuse("", start, notBundle, "the type is %q and not bundle", clip(typ))
	}
	if _, err := dec.ReadToken(); !errors.Is(err, io.EOF) {
		if err == nil {
			return im.refuse("", t.at(dec.InputOffset()), notJSON, "something follows the bundle")
		}
		return err
	}
	return nil
}

// readObjects reads the list of objects.
func (im *importer) readObjects(dec *jsontext.Decoder, t *tracker) error {
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	for index := 0; dec.PeekKind() != ']'; index++ {
		value, err := dec.ReadValue()
		if err != nil {
			return err
		}
		o := &object{index: index, pos: t.at(dec.InputOffset() - int64(len(value)))}
		if index >= im.limits.MaxObjects {
			return im.refuse(o.path(), o.pos, limitExceeded, "the bundle holds more than %d objects", im.limits.MaxObjects)
		}
		var size shape
		im.room, size = appendCompact(im.room[:0], value)
		switch {
		case size.depth > im.limits.MaxDepth:
			return im.refuse(o.path(), o.pos, limitExceeded, "values are nested more than %d deep", im.limits.MaxDepth)
		case size.members > maxMembers:
			return im.refuse(o.path(), o.pos, limitExceeded, "the object has more than %d members", maxMembers)
		}
		o.raw = bytes.Clone(im.room)
		if !isObject(o.raw) {
			im.at(o.path(), o.pos, notObject, "not an object, and not kept")
			continue
		}
		im.bundle.objects = append(im.bundle.objects, o)
	}
	_, err := dec.ReadToken()
	return err
}

// clip shortens text from a bundle for a message.
func clip(s string) string {
	const limit = 60
	if len(s) <= limit {
		return s
	}
	cut := limit
	for !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut] + "…"
}
