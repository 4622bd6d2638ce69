package codec

import "slices"

// attach gives each comment of a block collection, and each group of blank
// lines, to the entry that it belongs to.
//
// A comment behind a value belongs to it. One on a line of its own belongs to
// the innermost collection that is indented no further than it: there it is
// about the entry that follows or, if it stands just behind an entry and is set
// apart from the next by a blank line, about the one before.
func (s *spanner) attach(n *node) {
	for i := range n.entries {
		e := &n.entries[i]
		s.introduce(e)
		if e.value.block() {
			s.attach(e.value)
		}
		if i+1 < len(n.entries) {
			next := &n.entries[i+1]
			own := s.distribute(n, e, s.gap(e.value.end, next.start))
			if end := slices.Index(own, ""); end > 0 {
				e.foot, own = own[:end], own[end:]
			}
			next.lead = own
		}
	}
}

// block reports whether the entries of n are laid out one by one.
func (n *node) block() bool { return n.kind.block() && !n.odd }

// introduce gives away the comments between the colon or dash and the value.
func (s *spanner) introduce(e *entry) {
	v := e.value
	g := s.gap(e.colon+1, v.start)
	e.intro = g.trail
	if !v.block() {
		e.between = texts(g.lines)
		return
	}
	first := &v.entries[0]
	if v.start == v.body {
		first.lead = lineTexts(g.lines)
		return
	}
	if g.notes() { // before an anchor or tag
		v.odd = true
		e.between = texts(g.lines)
		return
	}
	g = s.gap(v.body, first.start)
	e.intro, first.lead = g.trail, lineTexts(g.lines)
}

// distribute gives away what stands behind an entry of n. It returns the lines
// that belong to n itself.
func (s *spanner) distribute(n *node, e *entry, g gap) (own []string) {
	chain := []*node{n}
	last := e
	for last.value.block() {
		chain = append(chain, last.value)
		last = &last.value.entries[len(last.value.entries)-1]
	}
	last.trail = g.trail
	level := len(chain) - 1
	blank := false
	for _, l := range g.lines {
		if l.text == "" {
			blank = true
			continue
		}
		for level > 0 && (chain[level].column > l.column || chain[level].column <= n.column) {
			level--
		}
		to := &own
		if level > 0 {
			to = &chain[level].tail
		}
		if blank {
			*to = append(*to, "")
		}
		*to = append(*to, l.text)
		blank = false
	}
	if blank {
		own = append(own, "")
	}
	return own
}

// lineTexts returns comments and blank lines, as an entry keeps them.
func lineTexts(lines []noteLine) []string {
	var list []string
	for _, l := range lines {
		list = append(list, l.text)
	}
	return list
}

// texts returns the comments alone.
func texts(lines []noteLine) []string {
	return slices.DeleteFunc(lineTexts(lines), func(s string) bool { return s == "" })
}
