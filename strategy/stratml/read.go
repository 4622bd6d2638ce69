package stratml

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/internal/faults"
)

// reader turns a tree into the elements of the vocabulary and says where the
// document departs from the standard.
type reader struct {
	text      []byte
	part      Part
	namespace string // of the root element
	findings  ocs.Findings
	counts    map[string]int  // findings by code
	first     map[string]spot // where an identifier stands first
	blanks    []blanks
}

// blanks counts the blank elements of one name.
type blanks struct {
	name  string
	count int
	first spot
}

// spot is a place in the document. It is turned into a pointer only if
// something is reported there.
type spot struct {
	in   *spot
	name string
	n    int // which of its name among its siblings, from 0; -1 if it is the only one
	at   int // offset
}

// pointer returns the path of elements that leads to the spot.
func (s *spot) pointer() ocs.Pointer {
	if s == nil || s.in == nil {
		return "" // the root
	}
	p := s.in.pointer().Append(s.name)
	if s.n >= 0 {
		p = p.Index(s.n)
	}
	return p
}

// report adds a finding, or counts it if there are many of its code.
func (r *reader) report(code string, s *spot, format string, args ...any) {
	if r.counts[code]++; r.counts[code] > maxOfOne {
		return
	}
	r.findings = append(r.findings, ocs.Finding{Rule: code, Severity: faults.Severity(Faults(), code), Path: s.pointer(),
		Pos: ocs.Position{Offset: s.at}, Message: fmt.Sprintf(format, args...)})
}

// blank counts an element that says nothing.
func (r *reader) blank(name string, s spot) {
	i := slices.IndexFunc(r.blanks, func(b blanks) bool { return b.name == name })
	if i < 0 {
		r.blanks, i = append(r.blanks, blanks{name: name, first: s}), len(r.blanks)
	}
	r.blanks[i].count++
}

// reportBlanks reports the blank elements, one finding for each name.
func (r *reader) reportBlanks() {
	for i := range r.blanks {
		b := &r.blanks[i]
		r.report(blank, &b.first, "%d blank %s left out", b.count, b.name)
	}
}

// child is one entry of a content model.
type child struct {
	name string
	flag byte // '1' must be there, '?' may, '*' any number
}

// model is what an element may hold, in the order of the schema.
type model []child

// parts are the parts of one element, sorted by the content model.
type parts struct {
	*reader
	spot
	node    *node
	model   model
	kids    [][]*node
	residue []string
	taken   int // attributes that are known
}

// open sorts the parts of an element, and keeps aside what has no place in it.
func (r *reader) open(n *node, s spot, m model) *parts {
	p := &parts{reader: r, spot: s, node: n, model: m, kids: make([][]*node, len(m))}
	last, ordered := -1, true
	for _, k := range n.kids {
		if k.kind != element {
			p.aside(k)
			continue
		}
		i := p.index(k)
		if i < 0 {
			p.report(foreign, &spot{&p.spot, k.name.Local, -1, k.begin}, "%s has no place in %s", ocs.Quote(k.name.Local), s.name)
			p.aside(k)
			continue
		}
		if i < last && ordered {
			ordered = false
			p.report(elementOrder, &spot{&p.spot, m[i].name, -1, k.begin}, "%s stands after %s", m[i].name, m[last].name)
		}
		last = max(last, i)
		p.kids[i] = append(p.kids[i], k)
	}
	for i, c := range m {
		if c.flag == '1' && len(p.kids[i]) == 0 {
			p.report(missing, &p.spot, "%s has no %s", s.name, c.name)
		}
	}
	if text := bytes.Trim(n.text, space); len(text) > 0 {
		p.report(strayText, &spot{s.in, s.name, s.n, n.mixed}, "text between the elements of %s", s.name)
		p.residue = append(p.residue, "#"+string(text))
	}
	return p
}

// index returns the place of an element in the content model, -1 if it has none.
func (p *parts) index(k *node) int {
	if k.name.Space != p.namespace && k.name.Space != "" && !ours(k.name.Space) {
		return -1
	}
	name := k.name.Local
	if old, ok := oldNames[name]; ok {
		if i := p.find(old); i >= 0 {
			p.report(oldName, &spot{&p.spot, name, -1, k.begin}, "%s is the old name of %s", name, old)
			return i
		}
	}
	return p.find(name)
}

func (p *parts) find(name string) int {
	return slices.IndexFunc(p.model, func(c child) bool { return c.name == name })
}

var oldNames = map[string]string{"FirstName": "GivenName", "LastName": "Surname"}

// ours reports whether a namespace is one of StratML's parts.
func ours(space string) bool {
	return slices.Contains([]string{namespace1, namespace2, oldNamespace1, oldNamespace2}, space)
}

// aside keeps a node as it stands in the document, unless ocs wrote it.
func (p *parts) aside(n *node) {
	if n.kind == instruction && n.name.Local == target {
		return
	}
	p.residue = append(p.residue, string(p.reader.text[n.begin:n.end]))
}

// all returns the elements of that name.
func (p *parts) all(name string) []*node { return p.kids[p.find(name)] }

// spotOf is the spot of the i-th element of that name.
func (p *parts) spotOf(name string, i int) spot {
	return spot{&p.spot, name, i, p.all(name)[i].begin}
}

// only returns the one element of that name, nil if there is none. Further ones
// are kept aside.
func (p *parts) only(name string) (*node, spot) {
	kids := p.all(name)
	if len(kids) == 0 {
		return nil, spot{}
	}
	for i, k := range kids[1:] {
		s := spot{&p.spot, name, i + 1, k.begin}
		p.report(foreign, &s, "a second %s in %s", name, p.spot.name)
		p.aside(k)
	}
	return kids[0], spot{&p.spot, name, -1, kids[0].begin}
}

// str returns the text of the element of that name, "" if there is none. Blank
// ones give way to later ones that aren't.
func (p *parts) str(name string) string {
	kids := p.all(name)
	if len(kids) > 1 {
		full := slices.DeleteFunc(slices.Clone(kids), func(k *node) bool { return len(k.kids) == 0 && len(bytes.Trim(k.text, space)) == 0 })
		p.kids[p.find(name)] = full
	}
	n, s := p.only(name)
	if n == nil {
		return ""
	}
	return p.leaf(n, s)
}

// leaf returns the text of an element that holds only text.
func (p *parts) leaf(n *node, s spot) string {
	for _, a := range n.attrs {
		p.report(foreign, &s, "%s has no attribute %s", s.name, ocs.Quote(a.Name.Local))
		p.residue = append(p.residue, "@"+s.name+"/"+attrName(a)+"="+a.Value)
	}
	text := n.text
	if len(n.kids) > 0 {
		marked := false
		for _, k := range n.kids {
			if marked = marked || k.kind == element; k.kind != element {
				p.aside(k)
			}
		}
		if marked {
			p.report(foreign, &s, "markup inside %s: its text was read", s.name)
			p.residue = append(p.residue, string(p.reader.text[n.begin:n.end]))
			text = flatten(p.reader.text[n.begin:n.end])
		}
	}
	return string(bytes.Trim(text, space))
}

// flatten returns the character data of a piece of a document that was parsed
// before.
func flatten(raw []byte) []byte {
	var text []byte
	dec := xml.NewDecoder(bytes.NewReader(raw))
	dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		token, err := dec.RawToken()
		if err != nil {
			return text
		}
		if data, ok := token.(xml.CharData); ok {
			text = append(text, data...)
		}
	}
}

// attrName is the name of an attribute as the residue has it.
func attrName(a xml.Attr) string {
	switch a.Name.Space {
	case "":
		return a.Name.Local
	case instances:
		return "xsi:" + a.Name.Local
	case "http://www.w3.org/XML/1998/namespace":
		return "xml:" + a.Name.Local
	}
	return "{" + a.Name.Space + "}" + a.Name.Local
}

// instances is the namespace of what a document says of its schema.
const instances = "http://www.w3.org/2001/XMLSchema-instance"

// attr returns the value of a known attribute, which must be one of
// its terms. One that is not is kept aside.
func (p *parts) attr(name string, terms []string, old ...string) string {
	for _, a := range p.node.attrs {
		if a.Name.Space != "" && !ours(a.Name.Space) || a.Name.Local != name && !slices.Contains(old, a.Name.Local) {
			continue
		}
		p.taken++
		if a.Name.Local != name {
			p.report(oldName, &p.spot, "%s is the old name of %s", a.Name.Local, name)
		}
		switch v := strings.Trim(a.Value, space); {
		case v == "":
			p.report(emptyValue, &p.spot, "%s is empty", name)
		case slices.Contains(terms, v):
			return v
		default:
			p.report(badValue, &p.spot, "%s is %s", name, ocs.Quote(v))
			p.residue = append(p.residue, "@"+name+"="+a.Value)
		}
	}
	return ""
}

// rest returns the residue of an element, with the attributes that aren't
// known by these names.
func (p *parts) rest(known ...string) []string {
	for _, a := range p.node.attrs {
		if slices.Contains(known, a.Name.Local) && (a.Name.Space == "" || ours(a.Name.Space)) {
			continue
		}
		if a.Name.Space != instances {
			p.report(foreign, &p.spot, "%s has no attribute %s", p.spot.name, ocs.Quote(a.Name.Local))
		}
		p.residue = append(p.residue, "@"+attrName(a)+"="+a.Value)
	}
	return p.residue
}

// date returns the text of a date. It need not be one.
func (p *parts) date(name string) string {
	text := p.str(name)
	s := spot{in: &p.spot, name: name, n: -1}
	if kids := p.all(name); len(kids) > 0 {
		s.at = kids[0].begin
	}
	switch {
	case text == "":
		if len(p.all(name)) > 0 && p.strictDates() {
			p.report(emptyValue, &s, "%s is empty", name)
		}
	case isPlaceholder(text):
		p.report(placeholder, &s, "%s is the placeholder %s", name, ocs.Quote(text))
	case !isDate(text):
		p.report(badValue, &s, "%s is %s, which is no date", name, ocs.Quote(text))
	}
	return text
}

// strictDates reports whether dates of this vocabulary may not be empty.
func (r *reader) strictDates() bool { return r.part == Part1 || r.old() }

// old reports whether the document is in a vocabulary from before the standard.
func (r *reader) old() bool { return r.namespace == oldNamespace1 || r.namespace == oldNamespace2 }

// identifier returns the text of the element's identifier, and says whether it
// is one.
func (p *parts) identifier() string {
	id := p.str("Identifier")
	if id == "" {
		return ""
	}
	s := spot{in: &p.spot, name: "Identifier", n: -1, at: p.all("Identifier")[0].begin}
	first, again := p.first[id]
	switch {
	case isPlaceholder(id):
		p.report(placeholder, &s, "the identifier is the placeholder %s", ocs.Quote(id))
		return id
	case !isNCName(id):
		p.report(badIdentifier, &s, "%s is no identifier", ocs.Quote(id))
	}
	if again {
		p.report(twiceIdentifier, &s, "the identifier %s has been used before", ocs.Quote(id))
		if f := &p.findings[len(p.findings)-1]; p.counts[twiceIdentifier] <= maxOfOne {
			f.Related = []ocs.Related{{Path: first.pointer(), Pos: ocs.Position{Offset: first.at}, Message: "first used here"}}
		}
	} else {
		p.first[id] = s
	}
	return id
}

// isPlaceholder reports whether a text stands for one that is to be filled in.
func isPlaceholder(s string) bool {
	return strings.Contains(s, "${") || strings.HasPrefix(s, "PLACEHOLDER") || strings.HasPrefix(s, "[To") && strings.HasSuffix(s, "]")
}
