package codec

import (
	"reflect"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocs-framework/ocs"
)

// extensions decodes agency data, of which only the names are looked at.
func (l *lenient) extensions(v reflect.Value) error {
	raw, err := l.copyObject(nil)
	if err != nil {
		return err
	}
	var ext ocs.Extensions
	if err := ext.UnmarshalJSON(raw); err != nil {
		return err
	}
	v.Set(reflect.ValueOf(ext))
	return nil
}

// skip reads a value that has no place in the model, yet may hold faults and
// exceed limits as any other.
func (l *lenient) skip() error {
	kept := len(l.faults)
	_, err := l.copy(nil)
	l.faults = l.faults[:kept] // what is wrong is that it stands here
	return err
}

// copy appends the next value to dst, without the names that occur twice.
func (l *lenient) copy(dst []byte) ([]byte, error) {
	if err := l.node(); err != nil {
		return nil, err
	}
	switch l.PeekKind() {
	case jsontext.KindBeginObject:
		return l.copyObject(dst)
	case jsontext.KindBeginArray:
		return l.copyList(dst)
	}
	raw, err := l.ReadValue()
	return append(dst, raw...), err
}

func (l *lenient) copyObject(dst []byte) ([]byte, error) {
	if _, err := l.ReadToken(); err != nil {
		return nil, err
	}
	dst = append(dst, '{')
	seen := make(map[string]bool)
	for l.PeekKind() != jsontext.KindEndObject {
		at, name, err := l.name(anyPlan)
		if err != nil {
			return nil, err
		}
		if seen[name] {
			l.duplicate(at, name)
			err = l.skip()
		} else {
			if len(seen) > 0 {
				dst = append(dst, ',')
			}
			seen[name] = true
			dst, _ = jsontext.AppendQuote(dst, name)
			dst, err = l.copy(append(dst, ':'))
		}
		if err != nil {
			return nil, err
		}
		l.path = l.path[:len(l.path)-1]
	}
	_, err := l.ReadToken()
	return append(dst, '}'), err
}

func (l *lenient) copyList(dst []byte) ([]byte, error) {
	if _, err := l.ReadToken(); err != nil {
		return nil, err
	}
	dst = append(dst, '[')
	for i := 0; l.PeekKind() != jsontext.KindEndArray; i++ {
		l.path = append(l.path, step{index: i})
		if i > 0 {
			dst = append(dst, ',')
		}
		var err error
		if dst, err = l.copy(dst); err != nil {
			return nil, err
		}
		l.path = l.path[:len(l.path)-1]
	}
	_, err := l.ReadToken()
	return append(dst, ']'), err
}
