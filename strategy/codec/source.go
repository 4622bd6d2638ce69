package codec

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// bom is the byte order mark, which a UTF-8 file may begin with.
const bom = "\uFEFF"

// source is one file, kept for positions.
type source struct {
	name   string
	data   []byte // the file
	format Syntax
	json   []byte // the file as JSON: a part of data, or made from it
	marks  []mark // of YAML: where each name and value stands, by offset in json

	// Of a file in an earlier version of the format, json is the document as it is
	// in this one, and origins say where in the JSON before it its values stood.
	origins []origin

	// Of a file that is one of several:
	runs    map[pointer]run  // for each list, which of its entries came from here
	members map[pointer]bool // other members that were taken from here, and keys of extensions
}

// part is what was read of one file. The pointers of its faults are those of
// this file alone.
type part struct {
	source   *source
	strategy strategy.Strategy
	faults   ocs.Findings
	refused  bool
}

// read decodes one file.
func read(name string, data []byte, limits *Options) part {
	p := part{source: &source{name: name, data: data}}
	p.faults, p.refused = p.source.read(limits, target{strategyPlan(), &p.strategy})
	return p
}

// read decodes the file and returns its faults in order, with their positions.
func (src *source) read(limits *Options, into target) (faults ocs.Findings, refused bool) {
	d := src.decode(limits, into)
	slices.SortStableFunc(d.faults, src.compare)
	cur := src.cursor()
	for _, f := range d.faults {
		finding := f.finding()
		finding.Pos = cur.position(src.place(f))
		if f.construct != "" {
			finding.Related = []ocs.Related{{Pos: cur.position(f.began, 0), Message: f.construct}}
		}
		faults = append(faults, finding)
	}
	return faults, d.refused
}

// decode decodes the file and fills in what positions need.
func (src *source) decode(limits *Options, into target) decoded {
	if len(src.data) > limits.MaxBytes {
		f := limitFault(0, "", "bytes", limits.MaxBytes)
		src.data = nil // positions in it are not wanted
		return refuse(f)
	}
	text := bytes.TrimPrefix(src.data, []byte(bom))
	src.format = detect(src.name, text)
	if src.format == JSON {
		src.json = text
		if old, err := src.upgrade(limits); old {
			return src.decodeOld(err, limits, into)
		}
		return decodeJSON(text, limits.ordinary(text), limits, into)
	}
	if f, bad := checkText(text); bad {
		return refuse(f)
	}
	c, err := yamlToJSON(text, limits, into.plan)
	if err != nil {
		return refuse(stopFault(err))
	}
	src.json, src.marks = c.out, c.marks
	var d decoded
	if old, err := src.upgrade(limits); old {
		d = src.decodeOld(err, limits, into)
	} else {
		d = decodeJSON(c.out, !c.nulls, limits, into)
	}
	if !d.refused {
		d.faults = append(d.faults, c.faults...)
	}
	return d
}

// stopFault returns the fault that stopped the reading.
func stopFault(err error) fault {
	if s, ok := err.(stop); ok {
		return s.fault
	}
	return fault{code: syntax, message: fmt.Sprint("the text is not valid YAML: ", err)}
}

// place returns where a fault is: as a mark in YAML, or as an offset in the
// file if the mark is zero.
func (src *source) place(f fault) (mark, int) {
	offset := src.origin(f.offset)
	switch {
	case f.mark.line != 0:
		return f.mark, 0
	case src.marks != nil:
		return src.markAt(offset), 0
	}
	return mark{}, offset
}

// compare orders faults by place.
func (src *source) compare(a, b fault) int {
	am, ao := src.place(a)
	bm, bo := src.place(b)
	return cmp.Or(cmp.Compare(am.line, bm.line), cmp.Compare(am.column, bm.column), cmp.Compare(ao, bo))
}

// markAt returns the mark of the name or value at an offset in the JSON.
func (src *source) markAt(offset int) mark {
	i, found := slices.BinarySearchFunc(src.marks, offset, func(m mark, o int) int { return int(m.offset) - o })
	if !found && i > 0 {
		i--
	}
	return src.marks[min(i, len(src.marks)-1)]
}

// locate returns the position of each pointer into this file.
func (src *source) locate(pointers []pointer) []ocs.Position {
	positions := make([]ocs.Position, len(pointers))
	if len(src.json) == 0 {
		for i := range positions {
			positions[i] = ocs.Position{File: src.name, Line: 1, Column: 1}
		}
		return positions
	}
	offsets := find(src.json, pointers)
	order := make([]int, len(pointers))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return offsets[a] - offsets[b] })
	cur := src.cursor()
	for _, i := range order {
		positions[i] = cur.position(src.place(fault{offset: max(offsets[i], 0)}))
	}
	return positions
}

// cursor turns places in a file into positions. It goes through the file once
// for places in order, and starts again where one lies before the last.
type cursor struct {
	name  string
	data  []byte
	begin int

	offset       int // of where the cursor is
	line, column int
	mark         mark // the same place as the YAML parser counts
}

// cursor returns a cursor at the beginning of the file.
func (src *source) cursor() *cursor {
	c := &cursor{name: src.name, data: src.data}
	if bytes.HasPrefix(src.data, []byte(bom)) {
		c.begin = len(bom)
	}
	c.rewind()
	return c
}

func (c *cursor) rewind() {
	c.offset, c.line, c.column, c.mark = c.begin, 1, 1, mark{line: 1, column: 1}
}

// position returns the position of a mark in YAML or, if m is zero, of an
// offset behind the byte order mark.
func (c *cursor) position(m mark, offset int) ocs.Position {
	if m.line != 0 {
		c.toMark(m)
	} else {
		c.toOffset(offset + c.begin)
	}
	return ocs.Position{File: c.name, Line: c.line, Column: c.column, Offset: c.offset}
}

// toOffset moves the cursor to an offset, by lines where it can.
func (c *cursor) toOffset(offset int) {
	offset = min(offset, len(c.data))
	if offset < c.offset {
		c.rewind()
	}
	for {
		end := bytes.IndexByte(c.data[c.offset:offset], '\n')
		if end < 0 {
			break
		}
		c.offset += end + 1
		c.line, c.column = c.line+1, 1
	}
	c.column += utf8.RuneCount(c.data[c.offset:offset])
	c.offset = offset
}

// toMark moves the cursor to a place as the YAML parser counts. The parser
// breaks lines at more characters than editors do, so both counts are kept.
func (c *cursor) toMark(m mark) {
	if m.line < c.mark.line || m.line == c.mark.line && m.column < c.mark.column {
		c.rewind()
	}
	for c.offset < len(c.data) && (c.mark.line < m.line || c.mark.line == m.line && c.mark.column < m.column) {
		r, n := utf8.DecodeRune(c.data[c.offset:])
		c.offset += n
		c.column++
		c.mark.column++
		switch r {
		case '\n':
			c.line, c.column = c.line+1, 1
			c.mark.line, c.mark.column = c.mark.line+1, 1
		case '\r':
			if c.offset < len(c.data) && c.data[c.offset] == '\n' {
				c.mark.column-- // counted with what follows
				continue
			}
			c.mark.line, c.mark.column = c.mark.line+1, 1
		case '\u0085', '\u2028', '\u2029':
			c.mark.line, c.mark.column = c.mark.line+1, 1
		}
	}
}
