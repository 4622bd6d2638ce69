package graph

import (
	"bufio"
	"encoding/xml"
	"io"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs/strategy"
)

// attributeOrder is the order of the attributes in both outputs. Others, which
// a program has added, follow.
var attributeOrder = []string{
	"withheld", "name", "category", "code", "description", "notice", "priority", "horizontal", "enabling", "collective", "scope", "level", "country",
	"areas", "markets", "victims", "articles", "in-force", "version", "stage", "period", "place", "start", "deadline", "due", "done", "ended",
	"unit", "direction", "baseline", "target", "target-by", "likelihood", "impact", "attendance", "independent",
	"how", "date", "status", "cadence", "note",
}

// used lists the attributes that some element has, in order.
func used[E any](elems []E, attributes func(*E) []Attribute) []string {
	has := make(map[string]bool)
	var names, own []string
	for i := range elems {
		for _, a := range attributes(&elems[i]) {
			if !has[a.Name] && !slices.Contains(attributeOrder, a.Name) {
				own = append(own, a.Name)
			}
			has[a.Name] = true
		}
	}
	for _, name := range attributeOrder {
		if has[name] {
			names = append(names, name)
		}
	}
	return append(names, own...)
}

func ofNode(n *Node) []Attribute { return n.Attributes }
func ofEdge(e *Edge) []Attribute { return e.Attributes }

// WriteGraphML writes the graph as GraphML 1.0: directed, with the attributes
// declared as keys of the types boolean, int, double and string. The graph
// itself has the attributes title, notice and marking. The error is that of w.
//
// Characters that XML can't hold are replaced by U+FFFD. [New] has seen to that
// already, and reported it.
func (g *Graph) WriteGraphML(w io.Writer) error {
	x := xmlWriter{Writer: bufio.NewWriter(w)}
	x.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	x.raw(`<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"` +
		` xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">` + "\n")
	x.keys("graph", "title", "notice", "marking")
	x.keys("node", append([]string{"label", "kind", "marking"}, used(g.Nodes, ofNode)...)...)
	x.keys("edge", append([]string{"label", "kind", "marking"}, used(g.Edges, ofEdge)...)...)
	x.raw(`  <graph edgedefault="directed"`)
	if g.ID != "" {
		x.attribute("id", g.ID)
	}
	x.raw(">\n")
	x.data("    ", "graph", Attribute{"title", g.Title}, Attribute{"notice", g.Notice}, Attribute{"marking", string(g.Marking)})
	for _, n := range g.Nodes {
		x.raw("    <node")
		x.attribute("id", n.ID)
		x.raw(">\n")
		x.data("      ", "node", Attribute{"label", n.Label}, Attribute{"kind", n.Kind}, Attribute{"marking", string(n.Marking)})
		x.data("      ", "node", n.Attributes...)
		x.raw("    </node>\n")
	}
	for _, e := range g.Edges {
		x.raw("    <edge")
		x.attribute("id", e.ID)
		x.attribute("source", e.From)
		x.attribute("target", e.To)
		x.raw(">\n")
		x.data("      ", "edge", Attribute{"label", e.Label()}, Attribute{"kind", e.Kind}, Attribute{"marking", string(e.Marking)})
		x.data("      ", "edge", e.Attributes...)
		x.raw("    </edge>\n")
	}
	x.raw("  </graph>\n</graphml>\n")
	return x.Flush()
}

// xmlWriter writes XML. It remembers the first error, as bufio does.
type xmlWriter struct{ *bufio.Writer }

func (x xmlWriter) raw(s string) { x.WriteString(s) }

// text writes text, most of which needs no escaping.
func (x xmlWriter) text(s string) {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || strings.IndexByte("<>&'\"", c) >= 0 {
			xml.EscapeText(x, []byte(s))
			return
		}
	}
	x.raw(s)
}

func (x xmlWriter) attribute(name, value string) {
	x.raw(" ")
	x.raw(name)
	x.raw(`="`)
	x.text(value)
	x.raw(`"`)
}

// keys declares attributes. Their identifiers are made of what they are for.
func (x xmlWriter) keys(of string, names ...string) {
	for _, name := range names {
		x.raw("  <key")
		x.attribute("id", of+"-"+name)
		x.attribute("for", of)
		x.attribute("attr.name", name)
		x.attribute("attr.type", attributeType(name))
		x.raw("/>\n")
	}
}

// data writes attributes that have a value.
func (x xmlWriter) data(indent, of string, attributes ...Attribute) {
	for _, a := range attributes {
		if a.Value == "" {
			continue
		}
		x.raw(indent)
		x.raw(`<data key="`)
		x.raw(of)
		x.raw("-")
		x.text(a.Name)
		x.raw(`">`)
		x.text(a.Value)
		x.raw("</data>\n")
	}
}

// Tables returns the nodes and the edges as tables, to be written with
// [strategy.Table.WriteCSV], which sees to it that no cell is a formula. The
// columns id, label, source, target and type are those by which Gephi knows a
// table of nodes and one of edges; type is always Directed.
func (g *Graph) Tables() (nodes, edges strategy.Table) {
	names := used(g.Nodes, ofNode)
	nodes = strategy.Table{Title: "Nodes", Columns: append([]string{"id", "label", "kind", "marking"}, names...)}
	for _, n := range g.Nodes {
		nodes.Rows = append(nodes.Rows, append([]string{n.ID, n.Label, n.Kind, string(n.Marking)}, cells(n.Attributes, names)...))
	}
	names = used(g.Edges, ofEdge)
	edges = strategy.Table{Title: "Edges", Columns: append([]string{"id", "source", "target", "type", "label", "kind", "marking"}, names...)}
	for _, e := range g.Edges {
		edges.Rows = append(edges.Rows, append([]string{e.ID, e.From, e.To, "Directed", e.Label(), e.Kind, string(e.Marking)}, cells(e.Attributes, names)...))
	}
	return nodes, edges
}

// cells arranges attributes under their names.
func cells(attributes []Attribute, names []string) []string {
	row := make([]string, len(names))
	for _, a := range attributes {
		row[slices.Index(names, a.Name)] = a.Value
	}
	return row
}
