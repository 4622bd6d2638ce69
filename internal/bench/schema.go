package main

import (
	"reflect"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// schemaOf returns a JSON Schema of the part of the checks that a schema can
// express: types, names, presence, lengths, vocabularies and the forms of
// dates and sums. References, uniqueness in the document, order of dates and
// coverage are beyond it.
func schemaOf() map[string]any {
	s := &schemaBuilder{defs: map[string]any{}}
	root := s.of(modelType)
	return map[string]any{"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": root["$ref"], "$defs": s.defs}
}

type schemaBuilder struct{ defs map[string]any }

const datePattern = `[0-9]{4}(-Q[1-4]|-[0-9]{2}(-[0-9]{2})?)?`

func (s *schemaBuilder) of(t reflect.Type) map[string]any {
	text := func(pattern string) map[string]any { return map[string]any{"type": "string", "pattern": pattern} }
	switch t {
	case reflect.TypeFor[ocs.Date]():
		return text("^" + datePattern + "$")
	case reflect.TypeFor[ocs.Period]():
		return text("^(" + datePattern + ")?/?(" + datePattern + ")?$")
	case reflect.TypeFor[ocs.Money]():
		return text(`^[A-Z]{3} -?[0-9]+(\.[0-9]+)?$`)
	case decimal:
		return map[string]any{"type": "number"}
	case extensions:
		return map[string]any{"type": "object"}
	}
	switch t.Kind() {
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Slice:
		return map[string]any{"type": "array", "items": s.of(t.Elem())}
	case reflect.String:
		return s.text(t)
	}
	if isLeaf(t) { // a deadline
		return map[string]any{"type": "string", "maxLength": 200}
	}
	return s.object(t)
}

func (s *schemaBuilder) text(t reflect.Type) map[string]any {
	switch terms := vocabulary(t); {
	case len(terms) > 0:
		enum := make([]any, len(terms))
		for i, term := range terms {
			enum[i] = term
		}
		return s.define(t, map[string]any{"type": "string", "enum": enum})
	case strings.HasSuffix(t.Name(), "ID"):
		return map[string]any{"type": "string", "minLength": 1, "maxLength": 128}
	}
	return map[string]any{"type": "string", "maxLength": 2000}
}

func (s *schemaBuilder) object(t reflect.Type) map[string]any {
	properties, required := map[string]any{}, []any{}
	for i := range t.NumField() {
		name, optional := jsonName(t.Field(i))
		properties[name] = s.of(t.Field(i).Type)
		if !optional {
			required = append(required, name)
		}
	}
	if t == reflect.TypeFor[strategy.Strategy]() {
		required = append(required, "schema", "id", "title")
	}
	return s.define(t, map[string]any{
		"type": "object", "properties": properties, "required": required, "additionalProperties": false,
	})
}

// define keeps a definition under the type's name and refers to it.
func (s *schemaBuilder) define(t reflect.Type, schema map[string]any) map[string]any {
	name := strings.ReplaceAll(t.String(), ".", "-")
	s.defs[name] = schema
	return map[string]any{"$ref": "#/$defs/" + name}
}
