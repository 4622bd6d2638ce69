package codec

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// properties returns where the anchor and tag before a value end, where the
// value itself begins, and whether comments stand between.
func (s *spanner) properties(start int, flow bool) (end, body int, notes bool) {
	end, body = start, start
	for body < len(s.data) && (s.data[body] == '&' || s.data[body] == '!') {
		for end = body; end < len(s.data); end++ {
			c := s.data[end]
			if c == ' ' || c == '\t' || breakLen(s.data[end:]) > 0 || flow && strings.IndexByte(",]}", c) >= 0 {
				break
			}
		}
		var seen bool
		body, seen = skipBlank(s.data, end)
		notes = notes || seen
	}
	return end, body, notes
}

// skipBlank returns where the next token begins, and whether comments stand
// before it.
func skipBlank(data []byte, from int) (at int, notes bool) {
	for at = from; at < len(data); {
		switch n := breakLen(data[at:]); {
		case data[at] == ' ', data[at] == '\t':
			at++
		case data[at] == '#':
			at += lineLen(data[at:])
			notes = true
		case n > 0:
			at += n
		default:
			return at, notes
		}
	}
	return at, notes
}

// quotedEnd returns where text in quotes ends, or -1.
func quotedEnd(data []byte, start int, quote byte) int {
	if start >= len(data) || data[start] != quote {
		return -1
	}
	for i := start + 1; i < len(data); i++ {
		switch {
		case data[i] == '\\' && quote == '"':
			i++
		case data[i] != quote:
		case quote == '\'' && i+1 < len(data) && data[i+1] == quote:
			i++
		default:
			return i + 1
		}
	}
	return -1
}

// plainEnd returns where a plain scalar of that value ends, or -1. White space
// with line ends in it has become a space or line ends in the value.
func plainEnd(data []byte, start int, value string) int {
	i := start
	for value != "" {
		run, broken := blankRun(data[i:])
		switch {
		case broken:
			rest := strings.TrimLeft(value, " \t\n\u0085\u2028\u2029")
			if len(rest) == len(value) {
				return -1
			}
			i, value = i+run, rest
		case i < len(data) && data[i] == value[0]:
			i, value = i+1, value[1:]
		default:
			return -1
		}
	}
	return i
}

// blankRun returns the length of the white space that data begins with, and
// whether a line ends in it.
func blankRun(data []byte) (n int, broken bool) {
	for n < len(data) {
		if k := breakLen(data[n:]); k > 0 {
			n, broken = n+k, true
		} else if data[n] == ' ' || data[n] == '\t' {
			n++
		} else {
			break
		}
	}
	return n, broken
}

// blockHeader is the first line of a block scalar.
type blockHeader struct {
	indicator int // the indent that it states, 0 if none
	keep      bool
	end       int // before the line end
}

func readHeader(data []byte, start int) blockHeader {
	h := blockHeader{end: start + lineLen(data[start:])}
	h.end = trimBreak(data, start, h.end)
	for _, c := range data[start+1 : h.end] {
		switch {
		case '1' <= c && c <= '9':
			h.indicator = int(c - '0')
		case c == '+':
			h.keep = true
		case c == '-':
		default:
			return h
		}
	}
	return h
}

// trimBreak returns where the line that ends before end ends without its break.
func trimBreak(data []byte, start, end int) int {
	for _, b := range yamlBreaks {
		if bytes.HasSuffix(data[start:end], []byte(b)) {
			end -= len(b)
			break
		}
	}
	if end > start && data[end-1] == '\r' {
		end--
	}
	return end
}

// contentIndent returns the indent of the text of a block scalar that belongs to
// a collection with the given indent. As the parser has it, that is the most of
// the first line of text and the empty lines before it.
func contentIndent(data []byte, h blockHeader, indent int) int {
	if h.indicator > 0 {
		return max(indent, 0) + h.indicator
	}
	content := max(indent+1, 1)
	for i := h.end + breakLenAt(data, h.end); i < len(data); i += wholeLine(data[i:]) {
		spaces := countSpaces(data[i:])
		content = max(content, spaces)
		if i+spaces < len(data) && breakLen(data[i+spaces:]) == 0 {
			break
		}
	}
	return content
}

// breakLenAt is the length of the break at an offset, where \r\n is one.
func breakLenAt(data []byte, at int) int {
	if bytes.HasPrefix(data[at:], []byte("\r\n")) {
		return 2
	}
	return breakLen(data[at:])
}

func countSpaces(data []byte) int { return len(data) - len(bytes.TrimLeft(data, " ")) }

// blockEnd returns where a block scalar ends, with its last line of text or, if
// it keeps them, the last empty line; and the indent of its text.
func (s *spanner) blockEnd(start, indent int) (end, content int) {
	if start >= len(s.data) || s.data[start] != '|' && s.data[start] != '>' {
		return -1, 0
	}
	h := readHeader(s.data, start)
	content = contentIndent(s.data, h, indent)
	end = h.end
	for i := h.end + breakLenAt(s.data, h.end); i < len(s.data); {
		line := s.data[i : i+wholeLine(s.data[i:])]
		spaces := countSpaces(line)
		blank := spaces == len(line) || breakLen(line[spaces:]) > 0
		switch {
		case blank && !h.keep && spaces <= content:
		case !blank && spaces < content:
			return end, content
		default:
			end = trimBreak(s.data, i, i+len(line))
		}
		i += len(line)
	}
	return end, content
}

// wholeLine is the length of the first line with its break, where \r\n is one.
func wholeLine(data []byte) int {
	n := lineLen(data)
	if n > 0 && data[n-1] == '\r' && n < len(data) && data[n] == '\n' {
		n++
	}
	return n
}

// lineStart returns where the line of an offset begins.
func lineStart(data []byte, at int) int {
	for i := at; i > 0; i-- {
		if breaksBefore(data, i) {
			return i
		}
	}
	return 0
}

// columnOf counts the characters before an offset on its line; -1 before the
// first.
func columnOf(data []byte, at int) int {
	if at < 0 {
		return -1
	}
	return utf8.RuneCount(data[lineStart(data, at):at])
}

// gap is what stands between two values: white space, comments and the
// characters that give structure.
type gap struct {
	marks string // those characters
	first int    // offset of the first of them, -1 if there is none

	trail string // the comment before the first line end
	lines []noteLine
}

// noteLine is a comment on a line of its own, or "" for blank lines.
type noteLine struct {
	text   string
	column int
}

func (g gap) notes() bool {
	if g.trail != "" {
		return true
	}
	for _, l := range g.lines {
		if l.text != "" {
			return true
		}
	}
	return false
}

// gap reads what stands between two offsets.
func (s *spanner) gap(from, to int) gap { return readGap(s.data, from, to) }

func readGap(data []byte, from, to int) gap {
	g := gap{first: -1}
	broken := from == 0 // a line has ended
	blank := broken     // the line at hand is empty so far
	for i := from; i < to; {
		n := breakLenAt(data, i)
		switch {
		case n > 0:
			if broken && blank {
				g.lines = append(g.lines, noteLine{})
			}
			broken, blank = true, true
			i += n
		case data[i] == '#':
			end := min(trimBreak(data, i, i+lineLen(data[i:])), to)
			text := strings.TrimRight(string(data[i:end]), " \t")
			if broken {
				g.lines = append(g.lines, noteLine{text, columnOf(data, i)})
			} else {
				g.trail = text
			}
			blank = false
			i = end
		case data[i] == ' ', data[i] == '\t':
			i++
		default:
			if g.first < 0 {
				g.first = i
			}
			if len(g.marks) < 2 { // more are as wrong as two
				g.marks += string(data[i])
			}
			blank = false
			i++
		}
	}
	g.lines = collapse(g.lines)
	return g
}

// collapse makes one of several blank lines.
func collapse(lines []noteLine) []noteLine {
	kept := lines[:0]
	for i, l := range lines {
		if l.text == "" && i > 0 && lines[i-1].text == "" {
			continue
		}
		kept = append(kept, l)
	}
	return kept
}
