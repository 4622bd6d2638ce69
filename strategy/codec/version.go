package codec

import (
	"errors"
	"slices"

	"go.yaml.in/yaml/v4"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocs-framework/ocs/strategy"
)

// version is an earlier major version of the format.
type version struct {
	// schema is what a document states that is written in it.
	schema string

	// plan returns how its values are written, which tells in YAML what is text.
	plan func() *plan

	// convert makes of a document one of the next version. The schema is not its
	// business. What it moves keeps its origin, and so its position.
	convert func(*value)
}

// released are the earlier versions, from the oldest. There is none: ocs/v1 is
// the first.
var released []version

// value is a value of a document that is being converted.
type value struct {
	origin  int    // offset in the document as it was read
	scalar  []byte // as JSON, nil for a list or an object
	list    bool
	members []member // of a list or an object
}

// member is a member of an object or, without a name, an entry of a list.
type member struct {
	origin int
	name   string
	value  *value
}

// origin ties a place in a converted document to where it was before.
type origin struct{ at, was int }

// plan returns the plan of a YAML document: that of an earlier version if it
// states the schema of one, else the current one.
func (o *Options) plan(root *yaml.Node, current *plan) *plan {
	if root.Kind == yaml.MappingNode && len(o.versions) > 0 {
		for i := 0; i+1 < len(root.Content); i += 2 {
			if root.Content[i].Value != "schema" {
				continue
			}
			if k := o.version(root.Content[i+1].Value); k >= 0 {
				return o.versions[k].plan()
			}
		}
	}
	return current
}

// version returns the index of the version of that schema, or -1.
func (o *Options) version(schema string) int {
	return slices.IndexFunc(o.versions, func(v version) bool { return v.schema == schema })
}

// upgrade converts the document if it is in an earlier version of the format.
func (src *source) upgrade(limits *Options) (old bool, err error) {
	if len(limits.versions) == 0 {
		return false, nil
	}
	schema, ok := peekSchema(src.json)
	from := limits.version(schema)
	if !ok || from < 0 {
		return false, nil
	}
	p := valueParser{newScanner(src.json), limits, 0}
	doc, err := p.value(0)
	if err != nil {
		return true, err
	}
	if offset := p.start(); offset < len(src.json) {
		return true, stop{trailingFault(offset)}
	}
	for _, v := range limits.versions[from:] {
		v.convert(doc)
	}
	for i, m := range doc.members {
		if m.name == "schema" {
			doc.members[i].value = &value{origin: m.value.origin, scalar: []byte(`"` + strategy.Schema + `"`)}
		}
	}
	var w valueWriter
	w.value(doc)
	src.json, src.origins = w.out, w.origins
	return true, nil
}

// decodeOld decodes what was converted, unless that failed.
func (src *source) decodeOld(err error, limits *Options, into target) decoded {
	var s stop
	switch f, bad := checkText(src.json); {
	case bad:
		return refuse(f)
	case errors.As(err, &s):
		return refuse(s.fault)
	case err != nil:
		return refuse(syntaxFault(src.json, err))
	}
	return decodeJSON(src.json, false, limits, into)
}

// origin returns where what is at an offset in the JSON was before the document
// was converted.
func (src *source) origin(offset int) int {
	if len(src.origins) == 0 {
		return offset
	}
	i, found := slices.BinarySearchFunc(src.origins, offset, func(o origin, at int) int { return o.at - at })
	if !found && i > 0 {
		i--
	}
	return src.origins[min(i, len(src.origins)-1)].was
}

// converted reports whether the file is in an earlier version of the format.
func (src *source) converted() bool { return len(src.origins) > 0 }

// valueParser parses JSON for conversion.
type valueParser struct {
	scanner
	limits *Options
	nodes  int
}

// value parses the next value, at some depth.
func (p *valueParser) value(depth int) (*value, error) {
	v := &value{origin: p.start()}
	kind := p.PeekKind()
	if p.nodes++; kind == jsontext.KindBeginObject {
		p.nodes += mappingNodes - 1
	}
	switch {
	case p.nodes > p.limits.MaxNodes:
		return nil, stop{limitFault(v.origin, "", "values", p.limits.MaxNodes)}
	case depth > p.limits.MaxDepth:
		return nil, stop{limitFault(v.origin, "", "levels of nesting", p.limits.MaxDepth)}
	case kind != jsontext.KindBeginObject && kind != jsontext.KindBeginArray:
		raw, err := p.ReadValue()
		v.scalar = slices.Clone(raw)
		return v, err
	}
	v.list = kind == jsontext.KindBeginArray
	if _, err := p.ReadToken(); err != nil {
		return nil, err
	}
	for {
		if next := p.PeekKind(); next == jsontext.KindEndObject || next == jsontext.KindEndArray {
			_, err := p.ReadToken()
			return v, err
		}
		m := member{origin: p.start()}
		if !v.list {
			name, err := p.ReadToken()
			if err != nil {
				return nil, err
			}
			m.name = name.String()
		}
		var err error
		if m.value, err = p.value(depth + 1); err != nil {
			return nil, err
		}
		v.members = append(v.members, m)
	}
}

// valueWriter writes converted values as JSON.
type valueWriter struct {
	out     []byte
	origins []origin
}

func (w *valueWriter) from(was int) { w.origins = append(w.origins, origin{len(w.out), was}) }

func (w *valueWriter) value(v *value) {
	w.from(v.origin)
	if v.scalar != nil {
		w.out = append(w.out, v.scalar...)
		return
	}
	brackets := "{}"
	if v.list {
		brackets = "[]"
	}
	w.out = append(w.out, brackets[0])
	for i, m := range v.members {
		if i > 0 {
			w.out = append(w.out, ',')
		}
		if !v.list {
			w.from(m.origin)
			w.out, _ = jsontext.AppendQuote(w.out, m.name)
			w.out = append(w.out, ':')
		}
		w.value(m.value)
	}
	w.out = append(w.out, brackets[1])
}
