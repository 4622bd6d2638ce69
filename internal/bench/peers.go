package main

import (
	"bytes"
	stdjson "encoding/json"
	"reflect"

	"github.com/go-json-experiment/json"
	"github.com/go-playground/validator/v10"
	google "github.com/google/jsonschema-go/jsonschema"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"github.com/ocs-framework/ocs/strategy"
)

// decodeV2 is a plain decode by json/v2 into the model's structs.
func decodeV2(data []byte) *strategy.Strategy {
	s := new(strategy.Strategy)
	if err := json.Unmarshal(data, s); err != nil {
		fatal(err)
	}
	return s
}

// decodeYAML returns a plain decode by yaml v4 into structs of the same shape.
func decodeYAML() func(data []byte) any {
	shape := yamlShape()
	return func(data []byte) any {
		v := reflect.New(shape).Interface()
		if err := yaml.Unmarshal(data, v); err != nil {
			fatal("yaml v4: ", err)
		}
		return v
	}
}

// santhosh returns the two halves of a check by santhosh-tekuri/jsonschema.
func santhosh() (parse func([]byte) any, check func(any) any) {
	const url = "https://bench.invalid/strategy.json"
	c := jsonschema.NewCompiler()
	if err := c.AddResource(url, roundTrip(schemaOf())); err != nil {
		fatal(err)
	}
	schema := must(c.Compile(url))
	parse = func(data []byte) any { return must(jsonschema.UnmarshalJSON(bytes.NewReader(data))) }
	check = func(v any) any {
		if err := schema.Validate(v); err != nil {
			fatal("santhosh-tekuri/jsonschema: ", err)
		}
		return v
	}
	return parse, check
}

// roundTrip gives a schema the types that a decoder gives.
func roundTrip(v any) any {
	return must(jsonschema.UnmarshalJSON(bytes.NewReader(must(stdjson.Marshal(v)))))
}

// googleSchema returns the two halves of a check by google/jsonschema-go.
func googleSchema() (parse func([]byte) any, check func(any) any) {
	var s google.Schema
	if err := stdjson.Unmarshal(must(stdjson.Marshal(schemaOf())), &s); err != nil {
		fatal(err)
	}
	resolved := must(s.Resolve(nil))
	parse = func(data []byte) any {
		var v any
		if err := stdjson.Unmarshal(data, &v); err != nil {
			fatal(err)
		}
		return v
	}
	check = func(v any) any {
		if err := resolved.Validate(v); err != nil {
			fatal("google/jsonschema-go: ", err)
		}
		return v
	}
	return parse, check
}

// tags returns the two halves of a check by encoding/json and validator/v10.
func tags() (parse func([]byte) any, check func(any) any) {
	shape := validatorShape()
	validate := validator.New(validator.WithRequiredStructEnabled())
	parse = func(data []byte) any {
		v := reflect.New(shape).Interface()
		if err := stdjson.Unmarshal(data, v); err != nil {
			fatal("encoding/json: ", err)
		}
		return v
	}
	check = func(v any) any {
		if err := validate.Struct(v); err != nil {
			fatal("validator/v10: ", err)
		}
		return v
	}
	return parse, check
}
