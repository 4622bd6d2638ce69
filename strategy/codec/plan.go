package codec

import (
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// kind is how a Go type is written in a document.
type kind uint8

const (
	anything kind = iota // whatever JSON can say: what has no place in the model
	object
	list
	text
	number
	truth
	extensions
	free // inside extensions: whatever JSON can say
)

// String names the kind as a message would.
func (k kind) String() string {
	return [...]string{"any value", "an entry with fields", "a list", "text", "a number", "true or false", "an entry with fields", "any value"}[k]
}

// plan is how one Go type is written in a document. Plans guide the reading of
// YAML, in which the type of a plain scalar depends on where it stands, and the
// search for every fault in a document that has one.
type plan struct {
	kind     kind
	verbatim bool     // text of any form
	names    []string // of an object's members, in the order of the model
	fields   map[string]*field
	elem     *plan // of a list
}

// field is one member of an object.
type field struct {
	index int // in the Go struct, and among the names
	plan  *plan
}

var (
	anyPlan  = &plan{kind: anything} // of what has no place in the model
	freePlan = &plan{kind: free}     // of what stands inside extensions
)

// strategyPlan is the plan of a whole document. It never varies once made.
var strategyPlan = sync.OnceValue(func() *plan {
	return planOf[strategy.Strategy]()
})

// makePlan makes the plan of t; known holds those made before, since types
// occur at many places.
func makePlan(t reflect.Type, known map[reflect.Type]*plan) *plan {
	if p := known[t]; p != nil {
		return p
	}
	p := &plan{kind: kindOf(t)}
	known[t] = p
	switch p.kind {
	case text:
		p.verbatim = t.Kind() == reflect.String && !reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
	case list:
		p.elem = makePlan(t.Elem(), known)
	case object:
		p.fields = make(map[string]*field)
		for i := range t.NumField() {
			name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			p.names = append(p.names, name)
			p.fields[name] = &field{index: i, plan: makePlan(t.Field(i).Type, known)}
		}
	}
	return p
}

// kindOf tells how values of t are written. The model holds structs without
// embedding, lists, texts, numbers and truth values; a test demands that no
// other type gets in.
func kindOf(t reflect.Type) kind {
	pt := reflect.PointerTo(t)
	switch {
	case t == reflect.TypeFor[ocs.Extensions]():
		return extensions
	case t == reflect.TypeFor[ocs.Decimal]():
		return number
	case pt.Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
		return text
	case pt.Implements(reflect.TypeFor[json.Unmarshaler]()):
		return anything
	}
	switch t.Kind() {
	case reflect.Struct:
		return object
	case reflect.Slice:
		return list
	case reflect.String:
		return text
	case reflect.Int:
		return number
	case reflect.Bool:
		return truth
	}
	return anything
}

// member returns the plan of the member of that name.
func (p *plan) member(name string) *plan {
	if f := p.fields[name]; f != nil {
		return f.plan
	}
	return p.rest()
}

// rest returns the plan of what p says nothing about: agency data inside
// extensions, elsewhere what has no place in the model.
func (p *plan) rest() *plan {
	if p.kind == extensions {
		return freePlan
	}
	if p.kind == free {
		return p
	}
	return anyPlan
}

// suggest returns the member that name is most likely a misspelling of.
func (p *plan) suggest(name string) string {
	return ocs.Nearest(name, slices.Values(p.names))
}
