package schema

import (
	"bytes"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// kind is a kind of document.
type kind struct {
	name    string
	model   reflect.Type
	schema  []byte
	decode  func(name string, data []byte) (faults ocs.Findings, check func() ocs.Findings)
	example string // a document that shows most of its members
}

// kinds are the kinds of document; what is of no other kind is a strategy.
var kinds = []kind{
	{"translation", reflect.TypeFor[strategy.Translation](), codec.CompanionSchema[strategy.Translation](),
		companion[strategy.Translation], "examples/pakistan/nsaoc/translations/ur.yaml"},
	{"tailoring", reflect.TypeFor[strategy.Tailoring](), codec.CompanionSchema[strategy.Tailoring](),
		companion[strategy.Tailoring], "examples/province/punjab.tailoring.yaml"},
	{"strategy", reflect.TypeFor[strategy.Strategy](), codec.Schema(),
		func(name string, data []byte) (ocs.Findings, func() ocs.Findings) {
			d := codec.Decode(name, data, nil)
			return d.Findings, func() ocs.Findings { return d.Check(nil).Findings }
		}, "strategy/codec/testdata/versions/v1/document.yaml"},
}

func companion[T strategy.Tailoring | strategy.Translation](name string, data []byte) (ocs.Findings, func() ocs.Findings) {
	faults := codec.DecodeCompanion[T](name, data, nil).Findings
	return faults, func() ocs.Findings { return faults }
}

// kindOf returns the kind of the document in a file.
func kindOf(path string) kind {
	path = filepath.ToSlash(path)
	for _, k := range kinds {
		if strings.Contains(path, "."+k.name+".") || strings.Contains(path, "/"+k.name+"s/") {
			return k
		}
	}
	return kinds[len(kinds)-1]
}

// document is a document as the codec reads it, and as one reads it who knows
// nothing of ocs.
type document struct {
	faults ocs.Findings // that are errors
	check  func() ocs.Findings
	value  any
}

// read reads a document. It isn't ok if it can't be parsed.
func (k kind) read(name string, data []byte) (d *document, ok bool) {
	d = new(document)
	var faults ocs.Findings
	faults, d.check = k.decode(name, data)
	for _, f := range faults {
		if f.Severity == ocs.Error {
			d.faults = append(d.faults, f)
		}
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil || len(doc.Content) == 0 { // JSON is YAML in all that matters here
		return d, false
	}
	d.value = value(doc.Content[0])
	return d, true
}

// isWrong reports whether a rule finds an error at a place.
func (d *document) isWrong(p ocs.Pointer) bool {
	for _, f := range d.check() {
		if f.Path == p && f.Severity == ocs.Error {
			return true
		}
	}
	return false
}

// compile makes a validator of a schema, or of a definition in it.
func compile(t *testing.T, schema []byte, definition string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	id := doc.(map[string]any)["$id"].(string)
	c := jsonschema.NewCompiler()
	if err := c.AddResource(id, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(id + definition)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// refused returns where a document is not valid.
func refused(s *jsonschema.Schema, v any) map[ocs.Pointer]bool {
	places := map[ocs.Pointer]bool{}
	var add func(*jsonschema.ValidationError)
	add = func(e *jsonschema.ValidationError) {
		for _, c := range e.Causes {
			add(c)
		}
		if len(e.Causes) == 0 {
			var p ocs.Pointer
			for _, token := range e.InstanceLocation {
				p = p.Append(token)
			}
			places[p] = true
		}
	}
	if err, bad := s.Validate(v).(*jsonschema.ValidationError); bad {
		add(err)
	}
	return places
}

// The core schema of YAML 1.2.2, section 10.3.2.
var (
	null   = regexp.MustCompile(`^(~|null|Null|NULL|)$`)
	truth  = regexp.MustCompile(`^(true|True|TRUE|false|False|FALSE)$`)
	number = regexp.MustCompile(`^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)$`)
)

// value returns what a node means by the core schema.
func value(n *yaml.Node) any {
	switch n.Kind {
	case yaml.AliasNode:
		return value(n.Alias)
	case yaml.SequenceNode:
		list := []any{}
		for _, c := range n.Content {
			list = append(list, value(c))
		}
		return list
	case yaml.MappingNode:
		members := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			members[n.Content[i].Value] = value(n.Content[i+1])
		}
		return members
	}
	switch s := n.Value; {
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0:
	case null.MatchString(s):
		return nil
	case truth.MatchString(s):
		return strings.EqualFold(s, "true")
	case number.MatchString(s):
		return numeric(s)
	}
	return n.Value
}

func numeric(s string) any {
	base := 10 // zeros in front don't change it
	if strings.HasPrefix(s, "0x") || strings.HasPrefix(s, "0o") {
		base = 0
	}
	if n, err := strconv.ParseInt(s, base, 64); err == nil {
		return n
	}
	f, _ := strconv.ParseFloat(s, 64) // it is a number
	return f
}
