package stratml

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// kind is what a node is.
type kind uint8

const (
	element kind = iota
	comment
	instruction
)

// node is an element, comment or processing instruction of a document.
type node struct {
	kind  kind
	name  xml.Name   // with the namespace that the prefix stands for; of an instruction its target
	attrs []xml.Attr // but declarations of namespaces
	kids  []*node
	text  []byte // all character data directly inside, joined; the body of an instruction
	mixed int    // offset of the first character data that isn't white space
	begin int    // offset of the node's first byte
	end   int    // and of the byte after its last
}

// tree is a document as it was read, before anything in it is understood.
type tree struct {
	before, after []*node // comments and instructions around the root
	root          *node
}

// fault is why a document could not be read.
type fault struct {
	code    string
	offset  int
	message string
	help    string
}

// parser builds a tree from the tokens of a document.
type parser struct {
	limits Options
	dec    *xml.Decoder
	tree   tree
	open   []*node // the elements that have begun
	nodes  int
	names  map[string]string // so that equal names share their memory
}

// parse reads a document that is known to be UTF-8.
func parse(text []byte, limits *Options) (*tree, *fault) {
	if bytes.Count(text, []byte("=")) > 2*limits.MaxNodes {
		return nil, &fault{code: xmlLimit, message: fmt.Sprintf("the document has more than %d attributes", limits.MaxNodes)}
	}
	p := parser{limits: *limits, dec: xml.NewDecoder(bytes.NewReader(text)), names: make(map[string]string)}
	p.dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is UTF-8 by now
	for {
		begin := int(p.dec.InputOffset())
		token, err := p.dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, p.malformed(err)
		}
		if f := p.token(token, begin); f != nil {
			return nil, f
		}
	}
	if p.tree.root == nil {
		return nil, &fault{code: xmlSyntax, message: "the document holds no element"}
	}
	return &p.tree, nil
}

// malformed is the fault of a document whose syntax the decoder rejects.
func (p *parser) malformed(err error) *fault {
	message := err.Error()
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		message = syntax.Msg
	}
	return &fault{code: xmlSyntax, offset: int(p.dec.InputOffset()), message: quoteMarkup(message),
		help: "the document is read no further than this place; mend it here or shortly before"}
}

// token adds what one token stands for to the tree.
func (p *parser) token(token xml.Token, begin int) *fault {
	switch token := token.(type) {
	case xml.StartElement:
		return p.start(token, begin)
	case xml.EndElement:
		last := len(p.open) - 1
		p.open[last].end = int(p.dec.InputOffset())
		p.open = p.open[:last]
	case xml.CharData:
		return p.text(token, begin)
	case xml.Comment:
		return p.add(&node{kind: comment, text: bytes.Clone(token), begin: begin, end: int(p.dec.InputOffset())})
	case xml.ProcInst:
		if strings.EqualFold(token.Target, "xml") {
			if begin > 0 {
				return &fault{code: xmlSyntax, offset: begin, message: "the XML declaration stands only at the very beginning"}
			}
			return nil
		}
		return p.add(&node{kind: instruction, name: xml.Name{Local: token.Target}, text: bytes.Clone(token.Inst), begin: begin, end: int(p.dec.InputOffset())})
	case xml.Directive:
		return &fault{code: xmlDirective, offset: begin, message: "the document has a document type declaration",
			help: "StratML has no use for one, and its entities are a way to attack readers; remove it"}
	}
	return nil
}

func (p *parser) start(token xml.StartElement, begin int) *fault {
	if len(p.open) == 0 && p.tree.root != nil {
		return &fault{code: xmlSyntax, offset: begin, message: "the document has a second root element"}
	}
	if len(p.open) >= p.limits.MaxDepth {
		return &fault{code: xmlLimit, offset: begin, message: fmt.Sprintf("elements are nested more than %d deep", p.limits.MaxDepth)}
	}
	n := &node{name: p.shared(token.Name), begin: begin}
	for i, a := range token.Attr {
		for _, b := range token.Attr[:min(i, maxAttrs)] {
			if a.Name == b.Name {
				return &fault{code: xmlSyntax, offset: begin, message: "an attribute stands twice in one tag"}
			}
		}
		if a.Name.Space != "xmlns" && (a.Name.Space != "" || a.Name.Local != "xmlns") {
			n.attrs = append(n.attrs, xml.Attr{Name: p.shared(a.Name), Value: a.Value})
		}
	}
	if p.nodes += len(token.Attr); len(token.Attr) > maxAttrs {
		return &fault{code: xmlLimit, offset: begin, message: fmt.Sprintf("an element has more than %d attributes", maxAttrs)}
	}
	if f := p.add(n); f != nil {
		return f
	}
	p.open = append(p.open, n)
	return nil
}

// maxAttrs is how many attributes an element may have.
const maxAttrs = 100

// add adds a node where the reading stands.
func (p *parser) add(n *node) *fault {
	if p.nodes++; p.nodes > p.limits.MaxNodes {
		return &fault{code: xmlLimit, offset: n.begin,
			message: fmt.Sprintf("the document has more than %d elements, attributes, comments and instructions", p.limits.MaxNodes)}
	}
	switch {
	case len(p.open) > 0:
		parent := p.open[len(p.open)-1]
		parent.kids = append(parent.kids, n)
	case n.kind == element:
		p.tree.root = n
	case p.tree.root == nil:
		p.tree.before = append(p.tree.before, n)
	default:
		p.tree.after = append(p.tree.after, n)
	}
	return nil
}

func (p *parser) text(data []byte, begin int) *fault {
	blank := len(bytes.Trim(data, space)) == 0
	if len(p.open) == 0 {
		if !blank {
			return &fault{code: xmlSyntax, offset: begin, message: "text stands outside the root element"}
		}
		return nil
	}
	n := p.open[len(p.open)-1]
	if blank && len(n.text) == 0 {
		return nil // the layout between elements
	}
	if !blank && n.mixed == 0 {
		n.mixed = begin
	}
	n.text = append(n.text, data...)
	return nil
}

// space are the characters that XML counts as white space.
const space = " \t\r\n"

func (p *parser) shared(n xml.Name) xml.Name {
	return xml.Name{Space: p.share(n.Space), Local: p.share(n.Local)}
}

func (p *parser) share(s string) string {
	if t, ok := p.names[s]; ok {
		return t
	}
	s = strings.Clone(s)
	p.names[s] = s
	return s
}
