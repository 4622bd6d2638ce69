package schema

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

const (
	module = "github.com/ocs-framework/ocs"
	root   = "../.."                 // of the project, seen from here
	folder = "strategy/codec/schema" // where the schemas are kept
)

// documents are the kinds of document, by the name of the file that holds their
// schema.
var documents = map[string]reflect.Type{
	"ocs-v1.strategy.schema.json":    reflect.TypeFor[strategy.Strategy](),
	"ocs-v1.translation.schema.json": reflect.TypeFor[strategy.Translation](),
	"ocs-v1.tailoring.schema.json":   reflect.TypeFor[strategy.Tailoring](),
}

// generate returns the schema that belongs into a file. It reads the comments in
// the Go files of the project.
func generate(file string, c *comments) ([]byte, error) {
	t := documents[file]
	g := generator{comments: c, defs: jsonschema.Definitions{}}
	r := jsonschema.Reflector{
		RequiredFromJSONSchemaTags: true, // there are none: the codec demands nothing but the schema
		Mapper:                     g.leaf,
		Namer:                      nameOf,
		LookupComment:              c.describe,
	}
	s := r.ReflectFromType(t)
	s.ID = jsonschema.ID("https://" + module + "/" + folder + "/" + file)
	s.Type, s.Required = "object", []string{"schema"} // of a document; not of a strategy within a tailoring
	maps.Copy(s.Definitions, g.defs)
	version, _ := s.Definitions[nameOf(t)].Properties.Get("schema")
	version.Ref, version.AnyOf = "", versions

	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(s)
	return out.Bytes(), err
}

// generator says what reflection alone can't know: the forms of text, and the
// vocabularies.
type generator struct {
	comments *comments
	defs     jsonschema.Definitions
}

// nameOf returns the name of the definition of a type, "" if it has none.
func nameOf(t reflect.Type) string {
	if t.PkgPath() == "" {
		return ""
	}
	return t.String()
}

// leaf returns the schema of what is neither a list nor an object with fields:
// a reference to its definition. It is nil for anything else.
func (g *generator) leaf(t reflect.Type) *jsonschema.Schema {
	name, form := nameOf(t), forms[t]
	term, isTerm := reflect.Zero(t).Interface().(ocs.Term)
	switch {
	case form != nil:
	case isTerm:
		form = g.vocabulary(t, term.Terms())
	case t.Kind() == reflect.String && strings.HasSuffix(t.Name(), "ID"):
		t = reflect.TypeFor[ocs.ID]()
		name, form = nameOf(t), identifier
	case t == reflect.TypeFor[string]():
		name, form = "text", text
	default:
		return nil
	}
	if g.defs[name] == nil {
		def := *form()
		def.Description = strings.TrimSpace(g.comments.describe(t, "") + " " + def.Description)
		g.defs[name] = &def
	}
	return &jsonschema.Schema{Ref: "#/$defs/" + name}
}

// vocabulary returns the form of a term. A vocabulary is open: its terms are
// what an editor offers, and any other text is read as well.
func (g *generator) vocabulary(t reflect.Type, terms []string) func() *jsonschema.Schema {
	return func() *jsonschema.Schema {
		if len(terms) == 0 {
			return text()
		}
		known := g.comments.terms[nameOf(t)]
		if known == nil { // codes of a standard
			return anyOf(&jsonschema.Schema{Enum: anys(terms)}, text())
		}
		var options []*jsonschema.Schema
		for _, term := range terms {
			options = append(options, &jsonschema.Schema{Const: term, Description: known[term]})
		}
		return anyOf(append(options, text())...)
	}
}
