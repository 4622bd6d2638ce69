package codec

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"go.yaml.in/yaml/v4"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocs-framework/ocs"
)

// mark ties a place in JSON to the place in YAML that it was made from.
type mark struct {
	offset       uint32 // in the JSON
	line, column uint32 // in the YAML, as its parser counts them
}

// converter writes a tree of YAML nodes as JSON.
type converter struct {
	out    []byte
	marks  []mark
	limits *Options
	faults []fault
	path   []step

	depth, nodes int
	nulls        bool  // there is a null outside extensions
	alias        *mark // the alias being expanded, if any
	expanded     int   // values that stand for aliases
	expandedFrom int   // length of out at the beginning of the expansion
	expandedSize int   // bytes written for aliases before it
}

// yamlToJSON turns YAML into JSON that means the same to the model, with the
// place of each name and value in the YAML.
//
// The plan of the model says where a plain scalar is text: there it is taken as
// it stands, be it 2027, 1.10, 0123 or NO. Names and values are otherwise
// handed on as they are, right or wrong, so that one decoder judges both
// syntaxes.
func yamlToJSON(data []byte, limits *Options, p *plan) (*converter, error) {
	root, err := parseYAML(data, limits)
	if err != nil {
		return nil, err
	}
	c := &converter{
		out:    make([]byte, 0, len(data)+64),
		marks:  make([]mark, 0, len(data)/20),
		limits: limits,
	}
	return c, c.value(root, limits.plan(root, p))
}

// depthLimit stops the YAML parser where nesting gets too deep. It keeps the
// parser's own recursion, and time that grows with the square of the depth, in
// bounds.
type depthLimit struct {
	most     int
	exceeded bool
}

// CheckDepth is called by the parser when nesting gets deeper.
func (d *depthLimit) CheckDepth(depth int, _ *yaml.DepthContext) error {
	if depth > d.most {
		d.exceeded = true
		return errors.New("nesting too deep")
	}
	return nil
}

// CheckAlias is called by the parser only when it makes Go values of nodes,
// which it is not asked to.
func (d *depthLimit) CheckAlias(int, int) error { return nil }

// parseYAML returns the root node of the one document in data.
func parseYAML(data []byte, limits *Options) (root *yaml.Node, err error) {
	// The parser signals its own faults as errors. It is large, though, and
	// fed with hostile text: should it panic, that is one more way to say that
	// it can't read this.
	defer func() {
		if r := recover(); r != nil {
			root, err = nil, stop{fault{code: syntax, message: "the text is not valid YAML"}}
		}
	}()
	if limits.crowded(data) {
		return nil, stop{limitFault(0, "", "values", limits.MaxNodes)}
	}
	if data, err = directives(data); err != nil {
		return nil, err
	}
	depth := &depthLimit{most: limits.MaxDepth + 1} // the parser counts the document as well
	loader, err := yaml.NewLoader(bytes.NewReader(data), yaml.WithPlugin(depth))
	if err != nil {
		return nil, err
	}
	var document, second yaml.Node
	if err := loader.Load(&document); err == io.EOF {
		return nil, stop{emptyFault(0)}
	} else if err != nil {
		return nil, yamlFault(data, err, depth, limits)
	}
	switch err := loader.Load(&second); {
	case err == nil:
		return nil, stop{located(fault{code: multipleDocuments, message: "the file holds more than one document",
			help: "keep one, or give each a file of its own"}, second.Line, second.Column)}
	case err != io.EOF:
		return nil, yamlFault(data, err, depth, limits)
	}
	if len(document.Content) == 0 || isNull(document.Content[0]) {
		return nil, stop{emptyFault(0)}
	}
	return document.Content[0], nil
}

// yamlFault turns an error of the YAML parser into a fault.
func yamlFault(data []byte, err error, depth *depthLimit, limits *Options) error {
	f := fault{code: syntax, message: "the text is not valid YAML", help: syntaxHelp}
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		return stop{f}
	}
	if depth.exceeded {
		f = limitFault(0, "", "levels of nesting", limits.MaxDepth)
	} else if load.Message != "" {
		f.message += ": " + load.Message
	}
	if load.Mark.Line == 0 { // the reader of bytes knows no lines
		f.offset = min(load.Mark.Index, len(data))
		return stop{f}
	}
	if from := load.ContextMark; load.ContextMsg != "" && from.Line != 0 {
		f.began, f.construct = mark{line: uint32(from.Line), column: uint32(from.Column)}, load.ContextMsg
	}
	return stop{located(f, load.Mark.Line, load.Mark.Column)}
}

// located gives a fault a place in YAML.
func located(f fault, line, column int) fault {
	f.mark = mark{line: uint32(max(line, 1)), column: uint32(max(column, 1))}
	return f
}

// mark notes that the next byte of output stands for n.
func (c *converter) mark(n *yaml.Node) {
	m := mark{uint32(len(c.out)), uint32(n.Line), uint32(n.Column)}
	if c.alias != nil {
		m.line, m.column = c.alias.line, c.alias.column
	}
	c.marks = append(c.marks, m)
}

// fault records a fault of n, the value at hand.
func (c *converter) fault(n *yaml.Node, message, help string) {
	if len(c.faults) < maxFaults {
		c.faults = append(c.faults, located(fault{code: unsupportedYAML, path: pointerTo(c.path),
			message: message, help: help}, n.Line, n.Column))
	}
}

// node counts a name or value against the limits.
func (c *converter) node(n *yaml.Node) error {
	c.nodes++
	if n.Kind == yaml.MappingNode {
		c.nodes += mappingNodes - 1
	}
	what, most := "", 0
	switch {
	case c.nodes > c.limits.MaxNodes:
		what, most = "values", c.limits.MaxNodes
	case c.depth > c.limits.MaxDepth:
		what, most = "levels of nesting", c.limits.MaxDepth
	case len(c.out) > 6*c.limits.MaxBytes+64: // an escape is six bytes for one
		what, most = "bytes", c.limits.MaxBytes
	}
	if c.alias != nil {
		c.expanded++
		switch {
		case c.expanded > c.limits.MaxAliases:
			what, most = "values behind aliases", c.limits.MaxAliases
		case c.expandedSize+len(c.out)-c.expandedFrom > c.limits.MaxBytes/aliasBytes:
			what, most = "bytes behind aliases", c.limits.MaxBytes/aliasBytes
		}
	}
	if what == "" {
		return nil
	}
	f := limitFault(0, pointerTo(c.path), what, most)
	if c.alias != nil {
		return stop{located(f, int(c.alias.line), int(c.alias.column))}
	}
	return stop{located(f, n.Line, n.Column)}
}

// value writes n as JSON.
func (c *converter) value(n *yaml.Node, p *plan) error {
	if n.Kind == yaml.AliasNode {
		return c.expand(n, p)
	}
	if err := c.node(n); err != nil {
		return err
	}
	c.mark(n)
	c.checkTag(n)
	switch n.Kind {
	case yaml.MappingNode:
		return c.mapping(n, p)
	case yaml.SequenceNode:
		return c.sequence(n, p)
	}
	return c.scalar(n, p)
}

// expand writes what an alias stands for. An alias inside what it stands for
// would never end; the limit on depth stops it.
func (c *converter) expand(n *yaml.Node, p *plan) error {
	if c.alias == nil {
		c.alias = &mark{line: uint32(n.Line), column: uint32(n.Column)}
		c.expandedFrom = len(c.out)
		defer func() {
			c.alias = nil
			c.expandedSize += len(c.out) - c.expandedFrom
		}()
	}
	c.depth++
	defer func() { c.depth-- }()
	return c.value(n.Alias, p)
}

// mapping writes a mapping as an object.
func (c *converter) mapping(n *yaml.Node, p *plan) error {
	c.out = append(c.out, '{')
	c.depth++
	first := true
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, val := n.Content[i], n.Content[i+1]
		name, ok := c.name(key)
		if !ok {
			continue
		}
		if !first {
			c.out = append(c.out, ',')
		}
		first = false
		if err := c.node(key); err != nil {
			return err
		}
		c.mark(key)
		if err := c.text(key, name); err != nil {
			return err
		}
		c.out = append(c.out, ':')
		c.path = append(c.path, step{name: name, named: true})
		if err := c.value(val, p.member(name)); err != nil {
			return err
		}
		c.path = c.path[:len(c.path)-1]
	}
	c.depth--
	c.out = append(c.out, '}')
	return nil
}

// name returns the name that a key writes. Any scalar is text there.
func (c *converter) name(key *yaml.Node) (name string, ok bool) {
	if key.Kind == yaml.AliasNode {
		key = key.Alias
	}
	switch {
	case key.Kind != yaml.ScalarNode:
		c.fault(key, "a name is not text", "names of members are text")
	case key.Value == "<<" && plain(key):
		c.fault(key, "merge keys are not supported", "leave << out and write the members that it would bring in here")
	default:
		c.checkTag(key)
		return key.Value, true
	}
	return "", false
}

// sequence writes a sequence as a list.
func (c *converter) sequence(n *yaml.Node, p *plan) error {
	elem := p.elem
	if elem == nil {
		elem = p.rest()
	}
	c.out = append(c.out, '[')
	c.depth++
	for i, entry := range n.Content {
		if i > 0 {
			c.out = append(c.out, ',')
		}
		c.path = append(c.path, step{index: i})
		if err := c.value(entry, elem); err != nil {
			return err
		}
		c.path = c.path[:len(c.path)-1]
	}
	c.depth--
	c.out = append(c.out, ']')
	return nil
}

// scalar writes a scalar: as text where the model wants text, else as what it
// looks like by the core schema of YAML 1.2.
func (c *converter) scalar(n *yaml.Node, p *plan) error {
	if !plain(n) || n.Style&yaml.TaggedStyle != 0 && n.Tag == "!!str" {
		return c.text(n, n.Value)
	}
	switch kind, literal := core(n.Value); {
	case kind == isEmpty:
		c.nulls = c.nulls || p.kind != free
		c.out = append(c.out, "null"...)
	case p.kind == text || kind == isText:
		return c.text(n, n.Value)
	case kind == isUnwritable:
		if p.kind == free {
			c.fault(n, "the number "+ocs.Quote(n.Value)+" has no counterpart in JSON", "write it as text, in quotes")
		}
		return c.text(n, n.Value)
	default:
		c.out = append(c.out, literal...)
	}
	return nil
}

// text writes s as JSON text.
func (c *converter) text(n *yaml.Node, s string) (err error) {
	if c.out, err = jsontext.AppendQuote(c.out, s); err != nil {
		return stop{located(fault{code: syntax, message: fmt.Sprint("the text is not valid Unicode: ", err)}, n.Line, n.Column)}
	}
	return nil
}

// checkTag reports a tag that says more than JSON can.
func (c *converter) checkTag(n *yaml.Node) {
	if n.Style&yaml.TaggedStyle == 0 {
		return
	}
	want := map[yaml.Kind]string{yaml.ScalarNode: "!!str", yaml.SequenceNode: "!!seq", yaml.MappingNode: "!!map"}[n.Kind]
	if n.Tag != want {
		c.fault(n, "the tag "+ocs.Quote(n.Tag)+" is not supported", "leave the tag out")
	}
}

// plain reports whether a scalar is written without quotes and not as a block.
func plain(n *yaml.Node) bool {
	return n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0
}

// isNull reports whether n is a scalar that stands for nothing.
func isNull(n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode || !plain(n) || n.Style&yaml.TaggedStyle != 0 {
		return false
	}
	kind, _ := core(n.Value)
	return kind == isEmpty
}
