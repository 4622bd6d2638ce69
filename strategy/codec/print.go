package codec

import (
	"bytes"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// flowWidth is how many characters a line of flow style may have that was
// broken before. One that wasn't stays in one piece.
const flowWidth = 120

// printer lays out a YAML document anew. What it prints of scalars are their own
// bytes.
type printer struct {
	data []byte
	out  []byte
	nl   string
	keep bool // the last line is of a block scalar to which empty lines would be added

	// counts are the characters of data by kind, changed with those that are not
	// printed as they are, see written.
	counts [256]int
}

// order returns the entries of n in the order in which they are to stand: those
// that the model knows in the order of the model, in the places that such have
// now. Others stay where they are.
func order(n *node, p *plan) []int {
	index := make([]int, len(n.entries))
	for i := range index {
		index[i] = i
	}
	if p.kind != object || !n.kind.mapping() || n.fixed {
		return index
	}
	known := slices.DeleteFunc(slices.Clone(index), func(i int) bool { return rank(n, i, p) == unknownRank })
	sorted := slices.Clone(known)
	slices.SortStableFunc(sorted, func(a, b int) int { return rank(n, a, p) - rank(n, b, p) })
	for k, place := range known {
		index[place] = sorted[k]
	}
	return index
}

// unknownRank is the rank of a member that the model doesn't know.
const unknownRank = 1 << 20

// rank returns where in the order of the model an entry stands.
func rank(n *node, i int, p *plan) int {
	if f := p.fields[n.entries[i].key.text]; f != nil {
		return f.index
	}
	return unknownRank
}

// childPlan returns the plan of an entry of a value.
func childPlan(p *plan, e *entry) *plan {
	if e.key != nil {
		return p.member(e.key.text)
	}
	if p.elem != nil {
		return p.elem
	}
	return p.rest()
}

// line begins a line.
func (p *printer) line(indent int) {
	p.out = append(p.out, p.nl...)
	for range indent {
		p.out = append(p.out, ' ')
	}
	p.keep = false
}

// notes prints comments on lines of their own, and blank lines.
func (p *printer) notes(lines []string, indent int) {
	for _, l := range lines {
		switch {
		case l != "":
			p.line(indent)
			p.out = append(p.out, l...)
		case !p.keep:
			p.out = append(p.out, p.nl...)
		}
	}
}

// comment prints a comment behind what is on the line.
func (p *printer) comment(text string) {
	if text != "" {
		p.out = append(append(p.out, ' '), text...)
	}
}

// entries prints the entries of a block collection, the first of them on the
// line at hand if it can be.
func (p *printer) entries(n *node, plan *plan, indent int, inline bool) {
	apart := false // a blank line must set the next entry apart
	for k, i := range order(n, plan) {
		e := &n.entries[i]
		lead := e.lead
		if k == 0 && len(lead) > 0 && lead[0] == "" {
			lead = lead[1:]
		}
		if apart && (len(lead) == 0 || lead[0] != "") {
			p.notes([]string{""}, 0)
		}
		if k == 0 && inline && len(lead) == 0 {
			p.out = append(p.out, ' ')
		} else {
			p.notes(lead, indent)
			p.line(indent)
		}
		if e.key == nil {
			p.out = append(p.out, '-')
		} else {
			p.out = append(p.out, p.data[e.key.start:e.key.end]...)
			if e.key.kind == aliasNode {
				p.out = append(p.out, ' ') // the colon would belong to its name
			}
			p.out = append(p.out, ':')
		}
		p.value(e, childPlan(plan, e), indent)
		p.comment(e.trail)
		p.notes(e.foot, indent)
		apart = len(e.foot) > 0
	}
	p.notes(n.tail, indent)
}

// value prints what stands behind a colon or dash.
func (p *printer) value(e *entry, plan *plan, indent int) {
	v := e.value
	inside := indent + indentStep
	if v.block() {
		if v.start < v.body {
			p.out = append(p.out, ' ')
			p.out = append(p.out, p.data[v.start:v.body]...)
		}
		p.comment(e.intro)
		p.entries(v, plan, inside, e.key == nil && e.intro == "" && v.start == v.body)
		return
	}
	p.comment(e.intro)
	p.notes(e.between, inside)
	switch {
	case v.start == v.end:
		return
	case e.intro != "", len(e.between) > 0, v.kind.block():
		p.line(inside)
	default:
		p.out = append(p.out, ' ')
	}
	p.text(v, plan, indent)
}

// text prints a scalar or what is of flow style. The block collection around it
// has the given indent.
func (p *printer) text(v *node, plan *plan, indent int) {
	raw := p.data[v.start:v.end]
	switch {
	case v.odd || v.notes:
		p.shifted(v, indent)
	case v.kind == blockScalar:
		p.literal(v, indent)
	case v.kind.flow() && p.simple(v):
		p.out = append(p.out, p.data[v.start:v.body]...)
		p.flow(v, plan, indent+2*indentStep, hasBreak(raw))
	case v.kind.flow():
		p.shifted(v, indent)
	default:
		p.folded(raw, indent+indentStep)
	}
}

// hasBreak reports whether a line ends in data.
func hasBreak(data []byte) bool { return lineLen(data) < len(data) || breakLen(data) > 0 }

// rawLines yields the lines of data, each without and with nothing but its end.
func rawLines(data []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(line, end []byte) bool) {
		for len(data) > 0 {
			n := wholeLine(data)
			end := trimBreak(data, 0, n)
			if !yield(data[:end], data[end:n]) {
				return
			}
			data = data[n:]
		}
	}
}

// folded prints a scalar whose lines have no indent of their own.
func (p *printer) folded(raw []byte, indent int) {
	first := true
	for line, end := range rawLines(raw) {
		if first {
			p.indented(line, 0)
		} else {
			p.indented(bytes.TrimLeft(line, " \t"), indent)
		}
		p.lineEnd(end)
		first = false
	}
}

// indented prints a line with an indent, unless it is empty.
func (p *printer) indented(line []byte, indent int) {
	if len(line) > 0 {
		for range indent {
			p.out = append(p.out, ' ')
		}
		p.out = append(p.out, line...)
	}
}

// lineEnd prints the end of a line of a scalar. Those that are not merely line
// ends are kept.
func (p *printer) lineEnd(end []byte) {
	switch string(end) {
	case "\n", "\r\n":
		p.out = append(p.out, p.nl...)
	default:
		p.out = append(p.out, end...)
	}
}

// literal prints a block scalar.
func (p *printer) literal(v *node, indent int) {
	p.out = append(p.out, p.data[v.start:v.body]...)
	h := readHeader(p.data, v.body)
	header := bytes.TrimRight(p.data[v.body:h.end], " \t")
	if v.end == len(p.data) && h.end < v.end && columnOf(p.data, v.end) > countSpaces(p.data[lineStart(p.data, v.end):]) {
		header, h.keep = p.stripping(header), false
	}
	p.out = append(p.out, header...)
	if h.end >= v.end {
		p.keep = h.keep
		return
	}
	// The indent of the text is what the lines have in common, as the parser found it.
	was, is := v.column, indent+indentStep
	if h.indicator > 0 {
		is = indent + h.indicator
	}
	text := p.data[h.end:v.end]
	n := breakLenAt(text, 0)
	p.lineEnd(text[:n])
	for line, end := range rawLines(text[n:]) {
		p.indented(line[min(was, countSpaces(line)):], is)
		p.lineEnd(end)
	}
	p.keep = h.keep
}

// stripping returns the header of a block scalar whose text doesn't end with a
// line end, as the file doesn't, for a file that does.
func (p *printer) stripping(header []byte) []byte {
	n := 1
	for n < len(header) && bytes.IndexByte([]byte("123456789+-"), header[n]) >= 0 {
		n++
	}
	indicators := string(header[:n])
	switch {
	case strings.Contains(indicators, "-"):
		return header
	case strings.Contains(indicators, "+"):
		p.counts['+']--
		indicators = strings.Replace(indicators, "+", "-", 1)
	default:
		indicators += "-"
	}
	p.counts['-']++
	return append([]byte(indicators), header[n:]...)
}

// shifted prints a value as it is, moved as far as what it belongs to.
func (p *printer) shifted(v *node, indent int) {
	shift := p.column() - columnOf(p.data, v.start)
	first := true
	for line, end := range rawLines(bytes.TrimRight(p.data[v.start:v.end], " \t")) {
		if text := bytes.TrimLeft(line, " \t"); first || len(text) == 0 {
			p.out = append(p.out, line...)
		} else {
			p.indented(text, max(len(line)-len(text)+shift, indent+1))
		}
		p.lineEnd(end)
		first = false
	}
}

// column counts the characters of the line at hand.
func (p *printer) column() int {
	return utf8.RuneCount(p.out[bytes.LastIndexByte(p.out, '\n')+1:])
}

// simple reports whether flow style can be laid out anew: there is nothing in it
// but names and values on one line each.
func (p *printer) simple(v *node) bool {
	if v.odd || v.notes {
		return false
	}
	if !v.kind.flow() {
		return !hasBreak(p.data[v.start:v.end])
	}
	if hasBreak(p.data[v.start:v.body]) {
		return false
	}
	for i := range v.entries {
		e := &v.entries[i]
		if !p.simple(e.value) || e.key != nil && !p.simple(e.key) {
			return false
		}
	}
	return true
}

// flow prints flow style on one line or, if it was broken before, on as many as
// it needs.
func (p *printer) flow(v *node, plan *plan, indent int, broken bool) {
	brackets := map[nodeKind]string{flowMapping: "{}", flowList: "[]", singlePair: ""}[v.kind]
	if brackets != "" {
		p.out = append(p.out, brackets[0])
	}
	for k, i := range order(v, plan) {
		e := &v.entries[i]
		if k > 0 {
			p.out = append(p.out, ',')
		}
		from := len(p.out)
		if k > 0 {
			p.out = append(p.out, ' ')
		}
		p.flowEntry(e, childPlan(plan, e))
		after := 1 // the comma or bracket
		if broken && k > 0 && p.column()+after > flowWidth {
			text := strings.TrimPrefix(string(p.out[from:]), " ")
			p.out = p.out[:from]
			p.line(indent)
			p.out = append(p.out, text...)
		}
	}
	if brackets != "" {
		p.out = append(p.out, brackets[1])
	}
}

// flowEntry prints an entry of flow style on one line.
func (p *printer) flowEntry(e *entry, plan *plan) {
	if e.key != nil {
		p.out = append(p.out, p.data[e.key.start:e.key.end]...)
		if e.key.kind == aliasNode {
			p.out = append(p.out, ' ')
		}
		if e.colon >= 0 {
			p.out = append(p.out, ": "...)
		}
	}
	v := e.value
	if !v.kind.flow() {
		p.out = append(p.out, p.data[v.start:v.end]...)
		return
	}
	p.out = append(p.out, p.data[v.start:v.body]...)
	p.flow(v, plan, 0, false)
}
