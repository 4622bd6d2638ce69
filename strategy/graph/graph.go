package graph

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/internal/faults"
	"github.com/ocs-framework/ocs/strategy"
)

// Graph is a strategy as nodes and directed edges. It is plain data, for
// programs that hand it to a library of their own.
type Graph struct {
	// ID and Title are the strategy's, Notice what every output of it must carry.
	ID, Title, Notice string

	// Marking is with whom the whole may be shared: the strictest marking of a node.
	Marking ocs.Marking

	// Nodes and Edges are in document order. Every end of an edge is the ID of a node, and no two nodes, nor two edges,
	// have one ID.
	Nodes []Node
	Edges []Edge

	// Findings say what the graph lacks, or says otherwise than the strategy. Their paths are those in the strategy.
	// [Faults] describes their codes.
	Findings ocs.Findings
}

// Node is an element of the strategy.
type Node struct {
	ID      string
	Kind    string // of the element, such as "actor"
	Label   string // its acronym, name or title, else its identifier
	Marking ocs.Marking

	// Attributes are what else is said, in the order of the attributes that there are. What is absent or false isn't listed.
	Attributes []Attribute
}

// Edge is a relation between two elements.
type Edge struct {
	ID       string
	From, To string // nodes
	Kind     string // such as "depends-on"

	// Marking is the stricter of those of the ends.
	Marking ocs.Marking

	Attributes []Attribute
}

// Label is the edge's kind as words.
func (e Edge) Label() string { return strings.ReplaceAll(e.Kind, "-", " ") }

// Attribute is a detail of a node or edge.
type Attribute struct {
	Name  string
	Value string // in the lexical form of the attribute's type
}

// attributeType returns an attribute's type in GraphML.
func attributeType(name string) string {
	switch name {
	case "priority", "horizontal", "enabling", "collective", "in-force", "independent", "withheld":
		return "boolean"
	case "attendance":
		return "int"
	case "baseline", "target":
		return "double"
	}
	return "string"
}

// New makes a graph of what of a strategy may be shared at a level of the
// Traffic Light Protocol, by [strategy.Redact]. A level that isn't known, or
// absent, counts as clear. The strategy isn't changed; the same strategy and
// level give the same graph.
func New(s *strategy.Strategy, level ocs.Marking) *Graph {
	if !level.Known() {
		level = ocs.MarkingClear
	}
	b := &builder{found: faults.Log{Faults: Faults()}, whole: s, level: level, withheld: make(map[element]bool)}
	shown := b.redact(s) // at red too: a marking that isn't known is stricter
	b.ix = strategy.NewIndex(shown)
	b.marking = b.ix.Markings()
	b.g = &Graph{ID: b.plain(string(shown.ID)), Title: b.plain(shown.Title), Notice: b.plain(shown.Notice), Marking: ocs.MarkingClear}
	b.addNodes()
	b.addEdges()
	b.reportLeftOut()
	b.g.Findings = b.found.List()
	return b.g
}

// builder makes a graph.
type builder struct {
	found   faults.Log
	whole   *strategy.Strategy // that findings are about
	level   ocs.Marking
	ix      *strategy.Index // of what is shown
	marking func(ocs.ID) ocs.Marking
	g       *Graph

	withheld map[element]bool     // of which only the identifier is shown
	elements []placed             // of each node
	nodes    map[element]int      // the node of an element
	named    map[string]int       // the node with an identifier
	ids      map[string]int       // of nodes that are taken; see unique
	edges    map[string]int       // of edges that are taken
	removed  map[ocs.Pointer]bool // what the copy lacks of the strategy
	origins  []placed             // in the strategy, of the elements that are shown; see pathOf
}

// element names an element.
type element struct {
	kind string
	id   ocs.ID
}

func (b *builder) redact(s *strategy.Strategy) *strategy.Strategy {
	release := strategy.Redact(s, b.level)
	b.removed = make(map[ocs.Pointer]bool)
	for _, w := range release.Withheld {
		what := "is not in the graph"
		if w.Stub {
			what = "is in the graph as its identifier only"
			b.withheld[element{w.Element.Kind, ocs.ID(w.Element.ID)}] = true
		} else {
			b.removed[w.Path] = true
		}
		b.report(withheld, func() ocs.Pointer { return w.Path }, w.Element, "what is marked %s %s", w.Marking.Label(), what)
	}
	b.found.Add(release.Findings)
	return &release.Strategy
}

// addNodes makes a node of every element.
func (b *builder) addNodes() {
	b.nodes, b.named = make(map[element]int), make(map[string]int)
	b.ids, b.edges = make(map[string]int), make(map[string]int)
	nth := 0
	for p := range elementsOf(b.ix) {
		p.nth = nth
		b.addNode(p)
		nth++
	}
}

func (b *builder) addNode(p placed) {
	if p.id == "" {
		b.report(noID, func() ocs.Pointer { return b.pathOf(p) }, ocs.Element{Kind: p.kind}, "no identifier")
		return
	}
	i := len(b.g.Nodes)
	b.elements = append(b.elements, p)
	id, marking := b.text(i, "id", string(p.id)), ocs.Marking(b.text(i, "marking", string(b.marking(p.id))))
	if first, taken := b.named[id]; taken {
		b.report(sharedID, b.at(i, "id", -1), p.name(), "the identifier is also that of a %s", b.g.Nodes[first].Kind)
		marking = b.level // what is looked up by the identifier is that of the first
		id = p.kind + ":" + id
	} else if !p.id.WellFormed() {
		b.report(badID, b.at(i, "id", -1), p.name(), "the identifier is not well formed")
	}
	id = unique(b.ids, id)
	b.named[id] = i
	if _, taken := b.nodes[p.element]; !taken {
		b.nodes[p.element] = i
	}
	b.g.Nodes = append(b.g.Nodes, Node{ID: id, Kind: p.kind, Marking: marking})
	if marking.Compare(b.g.Marking) > 0 {
		b.g.Marking = marking
	}
	d := describer{b: b, node: i}
	if hidden := b.withheld[p.element]; hidden {
		d.flag("withheld", hidden)
	} else {
		d.describe(p.value)
	}
	if n := &b.g.Nodes[i]; n.Label == "" {
		n.Label = id
	}
}

// find returns the node of the element to which a field of another refers. Of
// the kind "" any will do.
func (b *builder) find(from int, field string, index int, kind string, id ocs.ID) (int, bool) {
	if id == "" {
		return 0, false
	}
	to, ok := b.nodes[element{kind, id}]
	if kind == "" {
		to, ok = b.named[string(id)]
	}
	if !ok {
		b.report(noElement, b.at(from, field, index), b.elements[from].name(), "no %s %q", cmp.Or(kind, "element"), short(string(id)))
	}
	return to, ok
}

// edge adds an edge between two nodes. Attributes without a value are left
// out.
func (b *builder) edge(from int, kind string, to int, attributes ...Attribute) {
	kind = b.text(from, "", kind)
	a, z := &b.g.Nodes[from], &b.g.Nodes[to]
	e := Edge{ID: a.ID + ":" + kind + ":" + z.ID, From: a.ID, To: z.ID, Kind: kind, Marking: a.Marking}
	if z.Marking.Compare(a.Marking) > 0 {
		e.Marking = z.Marking
	}
	e.ID = unique(b.edges, e.ID)
	for _, at := range attributes {
		if at.Value = b.text(from, "", at.Value); at.Value != "" {
			e.Attributes = append(e.Attributes, at)
		}
	}
	b.g.Edges = append(b.g.Edges, e)
}

// unique returns the identifier, with a number after it if it is taken.
func unique(taken map[string]int, id string) string {
	for base := id; taken[id] > 0; {
		taken[base]++
		id = base + ":" + strconv.Itoa(taken[base])
	}
	taken[id] = 1
	return id
}

// at returns the path of a field of a node's element in the strategy; an index
// below 0 is for the field itself.
func (b *builder) at(node int, field string, index int) func() ocs.Pointer {
	return func() ocs.Pointer {
		p := b.pathOf(b.elements[node])
		for token := range strings.SplitSeq(field, "/") {
			if token != "" {
				p = p.Append(token)
			}
		}
		if index >= 0 {
			p = p.Index(index)
		}
		return p
	}
}

// pathOf returns where an element stands in the strategy. In a copy elements
// have moved up to where others were; without those, both have the same in the
// same order.
func (b *builder) pathOf(p placed) ocs.Pointer {
	if b.origins == nil {
		for origin := range elementsOf(strategy.NewIndex(b.whole)) {
			if !b.removed[origin.path()] {
				b.origins = append(b.origins, origin)
			}
		}
	}
	if p.nth < len(b.origins) && b.origins[p.nth].element == p.element {
		return b.origins[p.nth].path()
	}
	return p.path()
}

// text returns a text of a node's element as XML can hold it.
func (b *builder) text(node int, field, s string) string {
	clean := b.plain(s)
	if clean != s {
		b.report(character, b.at(node, field, -1), b.elements[node].name(), "the text holds characters that XML doesn't allow")
	}
	return clean
}

// plain replaces what XML 1.0 can't hold.
func (b *builder) plain(s string) string {
	if strings.IndexFunc(s, notXML) < 0 && utf8.ValidString(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if notXML(r) {
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// notXML reports whether r is no Char of XML 1.0.
func notXML(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF
}

// short keeps messages fit for logs.
func short(s string) string {
	if runes := []rune(s); len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return s
}
