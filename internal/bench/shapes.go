package main

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// The peers want other tags than the model has, so each gets structs of the
// same shape, built from the model by reflection.

var (
	textType   = reflect.TypeFor[encoding.TextUnmarshaler]()
	jsonType   = reflect.TypeFor[json.Unmarshaler]()
	termType   = reflect.TypeFor[ocs.Term]()
	decimal    = reflect.TypeFor[ocs.Decimal]()
	extensions = reflect.TypeFor[ocs.Extensions]()
	modelType  = reflect.TypeFor[strategy.Strategy]()
)

// isLeaf reports whether t is a value by itself: no struct of the model's
// fields.
func isLeaf(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(textType) || p.Implements(jsonType) || t.Kind() != reflect.Struct && t.Kind() != reflect.Slice
}

// jsonName returns a field's name in documents and whether it may be absent.
func jsonName(f reflect.StructField) (name string, optional bool) {
	name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name, options != ""
}

// vocabulary returns the terms of t, or nil if t isn't a closed vocabulary.
func vocabulary(t reflect.Type) []string {
	if t.Kind() != reflect.String || !t.Implements(termType) {
		return nil
	}
	return reflect.Zero(t).Interface().(ocs.Term).Terms()
}

// shaper builds the structs of one peer.
type shaper struct {
	leaf func(reflect.Type) reflect.Type
	tag  func(f reflect.StructField, name string) string
}

func (s shaper) shape(t reflect.Type) reflect.Type {
	switch {
	case isLeaf(t):
		return s.leaf(t)
	case t.Kind() == reflect.Slice:
		return reflect.SliceOf(s.shape(t.Elem()))
	}
	fields := make([]reflect.StructField, t.NumField())
	for i := range fields {
		f := t.Field(i)
		name, _ := jsonName(f)
		fields[i] = reflect.StructField{Name: f.Name, Type: s.shape(f.Type), Tag: reflect.StructTag(s.tag(f, name))}
	}
	return reflect.StructOf(fields)
}

// yamlShape returns the strategy for yaml v4, which reads text types by their
// methods but knows neither of decimals nor of raw JSON.
func yamlShape() reflect.Type {
	return shaper{
		leaf: func(t reflect.Type) reflect.Type {
			switch t {
			case decimal:
				return reflect.TypeFor[float64]()
			case extensions:
				return reflect.TypeFor[map[string]any]()
			}
			return t
		},
		tag: func(_ reflect.StructField, name string) string { return fmt.Sprintf(`yaml:"%s,omitempty"`, name) },
	}.shape(modelType)
}

// validatorShape returns the strategy for encoding/json and validator/v10, with
// what its tags can say: presence, lengths, vocabularies.
func validatorShape() reflect.Type {
	return shaper{
		leaf: func(t reflect.Type) reflect.Type { return t },
		tag: func(f reflect.StructField, name string) string {
			return fmt.Sprintf(`json:"%s" validate:"%s"`, name, validateTag(f))
		},
	}.shape(modelType)
}

// maxTag is the longest vocabulary that is written into a tag.
const maxTag = 80

func validateTag(f reflect.StructField) string {
	t, presence := f.Type, "omitempty"
	if _, optional := jsonName(f); !optional {
		presence = "required"
	}
	if t.Kind() == reflect.Slice {
		return strings.TrimSuffix("omitempty,dive,"+valueTag(t.Elem()), ",")
	}
	if v := valueTag(t); v != "" {
		return presence + "," + v
	}
	return presence
}

func valueTag(t reflect.Type) string {
	switch terms := vocabulary(t); {
	case t.Kind() != reflect.String:
		return ""
	case len(terms) > 0 && len(terms) <= maxTag:
		return "oneof=" + strings.Join(terms, " ")
	case strings.HasSuffix(t.Name(), "ID"):
		return "max=128"
	}
	return "max=2000"
}
