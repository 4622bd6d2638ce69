package codec

import (
	"reflect"

	"github.com/ocs-framework/ocs"
)

// Companion is a document beside a strategy as it was read, with what was wrong
// in its file and the means to say where in it a value stands.
type Companion[T any] struct {
	// Value holds everything that could be read.
	Value T

	// Findings are the faults of syntax and structure, as those of a [Document].
	Findings ocs.Findings

	// Refused says that the file could not be read at all; Value is then empty.
	Refused bool

	doc Document // of the file alone, for positions
}

// DecodeCompanion reads a document that stands beside a strategy, by the rules
// and within the limits that hold for strategies: see [Decode]. It may be in
// YAML or JSON, and it must state its schema.
//
// T is [strategy.Tailoring], [strategy.Translation], or a struct of plain data
// like them, with JSON tags and a field Schema.
func DecodeCompanion[T any](name string, data []byte, o *Options) *Companion[T] {
	limits := o.limits()
	limits.versions = nil // they convert strategies
	c := &Companion[T]{}
	src := &source{name: name, data: data}
	into := target{planOf[T](), &c.Value}
	c.Findings, c.Refused = src.read(&limits, into)
	c.doc = Document{Findings: c.Findings, Refused: c.Refused, sources: []*source{src}}
	c.doc.checkSchema(into.schema())
	c.doc.Findings.Sort()
	c.Findings = c.doc.Findings
	return c
}

// Locate fills in the positions of findings from their paths in the document:
// those of [strategy.Tailor] and [strategy.Localise].
func (c *Companion[T]) Locate(findings ocs.Findings) { c.doc.Locate(findings) }

// Source returns the contents of the document if that is its name, for
// excerpts.
func (c *Companion[T]) Source(file string) []byte { return c.doc.Source(file) }

// EncodeCompanion writes a document that stands beside a strategy. It keeps the
// promises of [Encode].
func EncodeCompanion[T any](v *T, f Syntax) ([]byte, error) { return encode(v, f) }

// planOf makes the plan of a document.
func planOf[T any]() *plan { return makePlan(reflect.TypeFor[T](), map[reflect.Type]*plan{}) }
