package codec_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// Each schema names every field of the model, in its order, and refuses others.
// That it is what the types give is for internal/schema to test.
func TestSchemas(t *testing.T) {
	for _, test := range []struct {
		model  reflect.Type
		schema []byte
	}{
		{reflect.TypeFor[strategy.Strategy](), codec.Schema()},
		{reflect.TypeFor[strategy.Translation](), codec.CompanionSchema[strategy.Translation]()},
		{reflect.TypeFor[strategy.Tailoring](), codec.CompanionSchema[strategy.Tailoring]()},
	} {
		var s struct {
			Schema   string `json:"$schema"`
			Ref      string `json:"$ref"`
			Required []string
			Defs     map[string]definition `json:"$defs"`
		}
		if err := json.Unmarshal(test.schema, &s); err != nil {
			t.Fatal(err)
		}
		if s.Schema != "https://json-schema.org/draft/2020-12/schema" || s.Ref != "#/$defs/"+test.model.String() {
			t.Errorf("%v: a schema by %s of %s", test.model, s.Schema, s.Ref)
		}
		for _, of := range structs(test.model, nil) {
			def := s.Defs[of.String()]
			if string(def.AdditionalProperties) != "false" {
				t.Errorf("%v: any member passes", of)
			}
			for i := range of.NumField() {
				name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
				if p := def.Properties[name]; p.Description == "" {
					t.Errorf("%v: %s is not described", of, name)
				}
				delete(def.Properties, name)
			}
			for name := range def.Properties {
				t.Errorf("%v: %s is no member", of, name)
			}
		}
	}
}

type definition struct {
	Properties           map[string]struct{ Description string }
	AdditionalProperties json.RawMessage
}

// structs adds to the types those in t that are written as objects with fields.
func structs(t reflect.Type, known []reflect.Type) []reflect.Type {
	for t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || t.NumField() == 0 || t.Field(0).Tag.Get("json") == "" || slices.Contains(known, t) {
		return known
	}
	known = append(known, t)
	for i := range t.NumField() {
		known = structs(t.Field(i).Type, known)
	}
	return known
}
