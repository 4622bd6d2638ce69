package codec

import (
	"bytes"
	"errors"
	"fmt"

	"go.yaml.in/yaml/v4"

	"github.com/go-json-experiment/json/jsontext"
)

// node is a value or a name of a document and the bytes that it takes up. The
// parser says what a value is and where it begins; where it ends follows from
// what it is, so that a file can be laid out anew or changed in one place with
// all else kept, comments included.
type node struct {
	kind  nodeKind
	start int    // with the anchor and tag before it
	body  int    // behind those
	end   int    // behind its last byte, without the line end of a block scalar
	text  string // of a scalar or the one that an alias stands for
	fixed bool   // an anchor or alias is in it, so that its order matters
	odd   bool   // laid out in a way that is kept as it is
	notes bool   // of flow style: there are comments in it

	entries []entry
	column  int      // of the entries of block style or the text of a block scalar, from 0
	tail    []string // comments behind the last entry of block style, as in remarks
}

// nodeKind is what a node is and how it is written.
type nodeKind uint8

const (
	emptyNode nodeKind = iota // nothing at all
	plainNode                 // in JSON: a number, or true, false or null
	singleQuoted
	doubleQuoted // in JSON: text
	blockScalar
	aliasNode
	blockMapping
	blockList
	flowMapping // in JSON: an object
	flowList    // in JSON: a list
	singlePair  // a mapping in a flow list without braces
)

func (k nodeKind) mapping() bool { return k == blockMapping || k == flowMapping || k == singlePair }
func (k nodeKind) list() bool    { return k == blockList || k == flowList }
func (k nodeKind) block() bool   { return k == blockMapping || k == blockList }
func (k nodeKind) flow() bool    { return k == flowMapping || k == flowList || k == singlePair }

// entry is a member of a mapping or an entry of a list.
type entry struct {
	start int   // of the name or, in a list of block style, of the dash
	key   *node // nil in a list
	colon int   // offset of the colon or dash, -1 if there is none
	value *node

	*remarks // of an entry of block style
}

// remarks are the comments of an entry, and the blank lines between them as "".
type remarks struct {
	lead    []string // on the lines before it, with the blank lines there
	foot    []string // on the lines just behind it
	intro   string   // behind the colon or dash, with nothing else on the line
	between []string // on lines between the colon or dash and the value
	trail   string   // behind the value on its last line
}

// errLayout says that the bytes of a document don't match its values, in a way
// that this package doesn't know of.
var errLayout = errors.New("codec: the layout of the document is not understood")

// errAt is errLayout with a place.
func errAt(offset int) error { return fmt.Errorf("%w (at byte %d)", errLayout, offset) }

// yamlTree returns the root node of a YAML document, which is without a byte
// order mark.
func yamlTree(data []byte, limits *Options) (root *node, err error) {
	parsed, err := parseYAML(data, limits)
	if err != nil {
		return nil, err
	}
	src := source{data: data}
	s := spanner{data: data, cur: src.cursor()}
	return s.node(parsed, -1, false)
}

// spanner finds the bytes of YAML nodes.
type spanner struct {
	data []byte
	cur  *cursor
}

// node returns the node that n was parsed from. The block collection around it
// has the given indent.
func (s *spanner) node(n *yaml.Node, indent int, flow bool) (*node, error) {
	out := &node{start: s.cur.position(mark{line: uint32(n.Line), column: uint32(n.Column)}, 0).Offset}
	out.fixed = n.Anchor != "" || n.Kind == yaml.AliasNode
	switch n.Kind {
	case yaml.MappingNode, yaml.SequenceNode:
		return out, s.collection(out, n, flow)
	case yaml.AliasNode:
		out.kind, out.body, out.end = aliasNode, out.start, out.start+len("*")+len(n.Value)
		out.text = n.Alias.Value
		return out, nil
	}
	out.text = n.Value
	return out, s.scalar(out, n, indent, flow)
}

// scalar fills in a scalar.
func (s *spanner) scalar(out *node, n *yaml.Node, indent int, flow bool) error {
	propsEnd, body, notes := s.properties(out.start, flow)
	out.body, out.odd = body, notes
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		out.kind = blockScalar
		out.end, out.column = s.blockEnd(body, indent)
	case n.Style&yaml.SingleQuotedStyle != 0:
		out.kind = singleQuoted
		out.end = quotedEnd(s.data, body, '\'')
	case n.Style&yaml.DoubleQuotedStyle != 0:
		out.kind = doubleQuoted
		out.end = quotedEnd(s.data, body, '"')
	case n.Value == "":
		if propsEnd == out.start { // the parser may take it to be where the next value begins
			propsEnd = len(bytes.TrimRight(s.data[:propsEnd], " \t\r\n"))
			out.start = propsEnd
		}
		out.kind, out.body, out.end, out.odd = emptyNode, propsEnd, propsEnd, false
	default:
		out.kind = plainNode
		out.end = plainEnd(s.data, body, n.Value)
	}
	if out.end < 0 {
		return errAt(out.start)
	}
	return nil
}

// collection fills in a mapping or list.
func (s *spanner) collection(out *node, n *yaml.Node, flow bool) error {
	mapping := n.Kind == yaml.MappingNode
	isFlow := n.Style&yaml.FlowStyle != 0
	switch {
	case isFlow && mapping:
		out.kind = flowMapping
	case isFlow:
		out.kind = flowList
	case mapping:
		out.kind = blockMapping
	default:
		out.kind = blockList
	}
	propsEnd, body := out.start, out.start
	// An anchor or tag before a block mapping may be that of its first name.
	if isFlow || len(n.Content) > 0 && (n.Content[0].Line != n.Line || n.Content[0].Column != n.Column) {
		var notes bool
		propsEnd, body, notes = s.properties(out.start, flow)
		out.odd = notes && isFlow
	}
	out.body = body
	if !isFlow {
		out.body = propsEnd
		return s.blockEntries(out, n)
	}
	if bracket := s.data[min(body, len(s.data)-1)]; bracket != '{' && bracket != '[' {
		if !flow || !mapping {
			return errAt(body)
		}
		out.kind = singlePair
	}
	return s.flowEntries(out, n)
}

// blockEntries fills in the entries of block style. The gap before each holds a
// dash, or in a mapping nothing but comments.
func (s *spanner) blockEntries(out *node, n *yaml.Node) error {
	at := out.body
	for i := 0; i < len(n.Content); i++ {
		e := entry{remarks: &remarks{}}
		child := n.Content[i]
		if out.kind == blockMapping {
			key, err := s.node(child, 0, false)
			if err != nil {
				return err
			}
			e.key, e.start = key, key.start
			out.odd = out.odd || key.start == key.end || key.kind.flow() || key.kind.block() || s.gap(at, key.start).marks != ""
			out.fixed = out.fixed || key.fixed
			at = key.end
			i++
			child = n.Content[i]
		}
		// The indent that counts for a block scalar is that of this collection.
		if i <= 1 && out.kind == blockMapping {
			out.column = columnOf(s.data, e.start)
		} else if i == 0 {
			out.column = max(columnOf(s.data, s.dash(at)), 0)
		}
		value, err := s.node(child, out.column, false)
		if err != nil {
			return err
		}
		e.value = value
		g := s.gap(at, value.start)
		switch {
		case out.kind == blockMapping && g.marks == ":", out.kind == blockList && g.marks == "-":
			e.colon = g.first
		case out.kind == blockList:
			return errAt(at)
		default:
			e.colon = -1
			out.odd = true
		}
		if out.kind == blockList {
			e.start = e.colon
		}
		out.fixed = out.fixed || value.fixed
		at = value.end
		out.entries = append(out.entries, e)
	}
	out.end = at
	return nil
}

// dash returns where the next dash is, or -1.
func (s *spanner) dash(from int) int {
	for i := from; i < len(s.data); i++ {
		switch c := s.data[i]; {
		case c == '#':
			i += lineLen(s.data[i:]) - 1
		case c == '-':
			return i
		}
	}
	return -1
}

// flowEntries fills in the entries of flow style, and where it ends.
func (s *spanner) flowEntries(out *node, n *yaml.Node) error {
	at := out.body
	if out.kind != singlePair {
		at++ // the bracket
	}
	for i := 0; i < len(n.Content); i++ {
		e := entry{colon: -1}
		if out.kind.mapping() {
			key, err := s.node(n.Content[i], 0, true)
			if err != nil {
				return err
			}
			g := s.gap(at, key.start)
			out.odd = out.odd || g.marks != "" && g.marks != "," || key.start == key.end || !key.kind.scalar()
			out.notes = out.notes || g.notes()
			out.fixed = out.fixed || key.fixed
			e.key, e.start = key, key.start
			at = key.end
			i++
		}
		value, err := s.node(n.Content[i], 0, true)
		if err != nil {
			return err
		}
		e.value = value
		g := s.gap(at, value.start)
		switch {
		case out.kind == flowList:
			e.start = value.start
			out.odd = out.odd || g.marks != "" && g.marks != ","
		case g.marks == ":":
			e.colon = g.first
		default:
			out.odd = out.odd || g.marks != "" || value.kind != emptyNode
		}
		out.notes = out.notes || g.notes() || value.notes || value.odd
		out.fixed = out.fixed || value.fixed
		at = value.end
		out.entries = append(out.entries, e)
	}
	out.end = at
	if out.kind == singlePair {
		return nil
	}
	return s.closing(out, at)
}

// closing fills in where a collection of flow style ends.
func (s *spanner) closing(out *node, from int) error {
	bracket := s.data[out.body] + 2 // ']' or '}'
	for i := from; i < len(s.data); i++ {
		switch c := s.data[i]; {
		case c == bracket:
			out.end = i + 1
			return nil
		case c == '#':
			out.notes = true
			i += lineLen(s.data[i:]) - 1
		case c == ',', c == ' ', c == '\t':
		case breakLen(s.data[i:]) > 0:
			i += breakLen(s.data[i:]) - 1
		case c == '?', c == ':': // a member without name or value
			out.odd = true
		default:
			return errAt(i)
		}
	}
	return errAt(from)
}

// scalar reports whether a node is written as a scalar or stands for one.
func (k nodeKind) scalar() bool { return k <= aliasNode }

// jsonTree returns the root node of a valid JSON document.
func jsonTree(data []byte) (*node, error) {
	s := newScanner(data)
	return jsonNode(&s)
}

// jsonNode reads the next value.
func jsonNode(s *scanner) (*node, error) {
	out := &node{start: s.start()}
	out.body = out.start
	kind := s.PeekKind()
	switch kind {
	case jsontext.KindBeginObject:
		out.kind = flowMapping
	case jsontext.KindBeginArray:
		out.kind = flowList
	case jsontext.KindString:
		out.kind = doubleQuoted
	default:
		out.kind = plainNode
	}
	if !out.kind.flow() {
		token, err := s.ReadToken()
		if err != nil {
			return nil, err
		}
		out.text, out.end = token.String(), int(s.InputOffset())
		return out, nil
	}
	if _, err := s.ReadToken(); err != nil {
		return nil, err
	}
	for {
		next := s.PeekKind()
		if next == jsontext.KindEndObject || next == jsontext.KindEndArray {
			_, err := s.ReadToken()
			out.end = int(s.InputOffset())
			return out, err
		}
		e := entry{colon: -1, start: s.start()}
		var err error
		if out.kind == flowMapping {
			if e.key, err = jsonNode(s); err != nil {
				return nil, err
			}
		}
		if e.value, err = jsonNode(s); err != nil {
			return nil, err
		}
		out.entries = append(out.entries, e)
	}
}
