package codec

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// Format lays out a document in the usual way, as gofmt does for Go: members
// in the order of the model, an indent of two spaces, no more than one blank
// line together. The name tells the format as for [Decode].
//
// What the document says stays: each value as it is spelt, members that the
// format doesn't know and faulty values where they are, the order of what is
// under extensions. Of YAML stay the comments, the blank lines between groups
// of members, the choice between block and flow style, line ends and byte order
// mark. A comment or blank line moves with the member that it stands before, but
// for the one at the top that names the document's schema to editors.
// Where anchors and aliases are, members keep their order.
//
// Formatting what was reformatted changes nothing, nor does reformatting what
// [Encode] wrote.
//
// A document that would be refused is not touched: the error is then
// [ocs.Findings] as an error, with the position. Any other error says that the
// layout of the document is beyond this function; that the result means the same
// is checked before it is returned.
func Format(name string, data []byte, o *Options) ([]byte, error) {
	limits := o.limits()
	p := read(name, data, &limits)
	switch {
	case p.refused:
		return nil, p.faults.Err()
	case p.source.converted():
		return nil, errOlder
	}
	before, err := canonical(p.source.json)
	if err != nil {
		return nil, err
	}
	mark, text := cutMark(data)
	var out []byte
	if p.source.format == JSON {
		if out, err = reformatJSON(text); err != nil {
			return nil, err
		}
	} else if out, err = reformatYAML(text, &limits); err != nil {
		return nil, err
	}
	out = slices.Concat(mark, out)
	after := read(name, out, &limits)
	if again, err := canonical(after.source.json); err != nil || after.refused || !bytes.Equal(before, again) {
		return nil, errLayout
	}
	return out, nil
}

// written counts the characters of a document by kind, but for white space and
// the commas that may stand behind a last entry. It shows whether a comment was
// lost.
func written(data []byte) (counts [256]int) {
	for i := 0; i < len(data); i++ {
		if n := breakLen(data[i:]); n > 0 {
			i += n - 1
		} else {
			counts[data[i]]++
		}
	}
	counts[' '], counts['\t'], counts[','] = 0, 0, 0
	return counts
}

// cutMark cuts off the byte order mark, if there is one.
func cutMark(data []byte) (mark, text []byte) {
	text = bytes.TrimPrefix(data, []byte(bom))
	return data[:len(data)-len(text)], text
}

// lineEndOf returns how lines end in a document: as the first does.
func lineEndOf(data []byte) string {
	if i := bytes.IndexByte(data, '\n'); i > 0 && data[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// reformatJSON lays out JSON without a byte order mark.
func reformatJSON(data []byte) ([]byte, error) {
	root, err := jsonTree(data)
	if err != nil {
		return nil, err
	}
	v := jsontext.Value(appendOrdered(nil, data, root, strategyPlan(), order))
	// Spellings are kept; names may stand twice, which is a finding.
	if err := v.Format(jsontext.WithIndent("  "), jsontext.AllowDuplicateNames(true), jsontext.PreserveRawStrings(true)); err != nil {
		return nil, err
	}
	v = append(v, '\n')
	if nl := lineEndOf(data); nl != "\n" {
		return bytes.ReplaceAll(v, []byte("\n"), []byte(nl)), nil
	}
	return v, nil
}

// canonical returns what JSON says, in one form: without white space, members of
// the model in its order and others behind them.
func canonical(data []byte) ([]byte, error) {
	root, err := jsonTree(data)
	if err != nil {
		return nil, err
	}
	return appendOrdered(make([]byte, 0, len(data)), data, root, strategyPlan(), ranked), nil
}

// ranked returns the entries of n in the order of the model, others last.
func ranked(n *node, p *plan) []int {
	index := make([]int, len(n.entries))
	for i := range index {
		index[i] = i
	}
	if p.kind == object && n.kind.mapping() {
		slices.SortStableFunc(index, func(a, b int) int { return rank(n, a, p) - rank(n, b, p) })
	}
	return index
}

func appendOrdered(dst, data []byte, n *node, p *plan, order func(*node, *plan) []int) []byte {
	if !n.kind.flow() {
		return append(dst, data[n.start:n.end]...)
	}
	dst = append(dst, data[n.start])
	for k, i := range order(n, p) {
		e := &n.entries[i]
		if k > 0 {
			dst = append(dst, ',')
		}
		if e.key != nil {
			dst = append(append(dst, data[e.key.start:e.key.end]...), ':')
		}
		dst = appendOrdered(dst, data, e.value, childPlan(p, e), order)
	}
	return append(dst, data[n.end-1])
}

// reformatYAML lays out YAML without a byte order mark.
func reformatYAML(data []byte, limits *Options) ([]byte, error) {
	root, err := yamlTree(data, limits)
	if err != nil {
		var s stop
		if errors.As(err, &s) {
			return nil, errLayout // it was read before
		}
		return nil, err
	}
	if root.odd || root.start < root.body {
		return data, nil
	}
	s := spanner{data: data}
	p := printer{data: data, counts: written(data), nl: lineEndOf(data), out: make([]byte, 0, len(data)+len(data)/8)}
	lead := p.header(s.gap(0, root.start), root.start)
	footer := s.gap(root.end, len(data))
	end := len(data)
	if footer.first >= 0 { // the end of the document is marked
		end = footer.first
		footer = s.gap(root.end, end)
	}
	if root.block() {
		s.attach(root)
		root.entries[0].lead = lead
		last := &root.entries[len(root.entries)-1]
		root.tail = s.distribute(root, last, footer)
		p.entries(root, strategyPlan(), 0, false)
	} else {
		p.notes(lead, 0)
		p.line(0)
		p.text(root, strategyPlan(), 0)
		p.comment(footer.trail)
		p.notes(lineTexts(footer.lines), 0)
	}
	out := bytes.TrimPrefix(p.out, []byte(p.nl))
	if !p.keep {
		for bytes.HasSuffix(out, []byte(p.nl+p.nl)) {
			out = out[:len(out)-len(p.nl)]
		}
	}
	if !bytes.HasSuffix(out, []byte(p.nl)) || p.keep {
		out = append(out, p.nl...)
	}
	out = append(out, data[end:]...)
	if p.counts != written(out) {
		return nil, errLayout
	}
	return out, nil
}

// header prints what stands before the first member, but for the comments just
// before it, which it returns.
func (p *printer) header(g gap, end int) (lead []string) {
	if g.first >= 0 { // directives, or a mark where the document begins
		p.out = append(p.out, p.nl...)
		p.out = append(p.out, bytes.TrimRight(p.data[:end], " \t\r\n")...)
		return nil
	}
	lines := lineTexts(g.lines)
	at := 0
	for i, l := range lines {
		if l == "" {
			at = i
		}
	}
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
		at = max(at-1, 0)
	}
	if at > 0 {
		p.notes(lines[:at], 0)
		p.notes([]string{""}, 0)
		lines = lines[at+1:]
	}
	for i := len(lines) - 1; i >= 0; i-- {
		if isModeline(lines[i]) {
			p.notes(lines[:i+1], 0)
			return lines[i+1:]
		}
	}
	return lines
}

// isModeline reports whether a comment tells editors which schema a document
// has. They look for it above the first member only.
// Source: yaml-language-server 2.0.
func isModeline(comment string) bool {
	said := strings.TrimLeft(comment, "# \t")
	return strings.HasPrefix(said, "yaml-language-server") || strings.HasPrefix(said, "$schema:")
}
