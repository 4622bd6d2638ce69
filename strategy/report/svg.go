package report

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs"
)

// Coordinates are whole numbers of tenths of a pixel: arithmetic in whole
// numbers gives the same bytes on every machine, which floats need not.
const px = 10

// align is which part of a text stands at its place, as one reads it.
type align int

const (
	atStart align = iota
	atMiddle
	atEnd
)

// canvas collects the elements of one picture. Charts are drawn as for a
// language written from left to right; for the others the canvas mirrors them.
type canvas struct {
	o      *Options
	name   string // prefix of identifiers
	width  int
	mirror bool
	body   bytes.Buffer
	looks  []look // patterns that were used
	used   [tones]bool
	groups []string // closing tags
}

func newCanvas(o *Options, name string, width int) *canvas {
	return &canvas{o: o, name: name, width: width, mirror: o.rightToLeft()}
}

// maxTitle is the length of the longest text of a tooltip, in bytes; the
// table has the rest.
const maxTitle = 600

// escaped writes text so that it is only text to any XML reader.
var escaped = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

func (c *canvas) raw(parts ...string) {
	for _, p := range parts {
		c.body.WriteString(p)
	}
}

// at writes an attribute that is a coordinate.
func (c *canvas) at(name string, v int) {
	c.raw(" ", name, `="`, tenths(v), `"`)
}

// tenths writes a coordinate.
func tenths(v int) string {
	sign := ""
	if v < 0 {
		sign, v = "-", -v
	}
	if v%px == 0 {
		return sign + strconv.Itoa(v/px)
	}
	return sign + strconv.Itoa(v/px) + "." + strconv.Itoa(v%px)
}

// x is where a coordinate is on the picture.
func (c *canvas) x(v int) int {
	if c.mirror {
		return c.width - v
	}
	return v
}

// fill writes a tone as the fill, both as an attribute, for viewers without
// style sheets, and as a class, for those with.
func (c *canvas) fill(t tone) {
	c.used[t] = true
	c.raw(` class="ocs-f-`, palette[t].name, `" fill="`, palette[t].light, `"`)
}

// stroke does the same for a line of that width, in tenths.
func (c *canvas) stroke(t tone, width int) {
	c.used[t] = true
	c.raw(` class="ocs-s-`, palette[t].name, `" fill="none" stroke="`, palette[t].light, `"`)
	c.at("stroke-width", width)
}

// rect draws a filled rectangle.
func (c *canvas) rect(x, y, w, h int, t tone) { c.box(x, y, w, h, 0, t) }

// box draws a filled rectangle with round corners.
func (c *canvas) box(x, y, w, h, round int, t tone) {
	c.raw("<rect")
	c.frame(x, y, w, h, round)
	c.fill(t)
	c.raw("/>")
}

// frame writes the place and size of a rectangle.
func (c *canvas) frame(x, y, w, h, round int) {
	left := c.x(x)
	if c.mirror {
		left -= w
	}
	c.at("x", left)
	c.at("y", y)
	c.at("width", max(0, w))
	c.at("height", max(0, h))
	if round > 0 {
		c.at("rx", round)
	}
}

// bar draws a rectangle in a look, with an outline that holds it together.
func (c *canvas) bar(x, y, w, h int, l look) {
	c.used[l.tone] = true
	c.raw("<rect")
	c.frame(x, y, w, h, 0)
	c.paint(l)
	c.raw("/>")
}

// paint writes fill and outline of a look.
func (c *canvas) paint(l look) {
	switch l.pattern {
	case solid:
		c.fill(l.tone)
		return
	case hollow:
		c.used[ground] = true
		c.raw(` class="ocs-f-ground ocs-s-`, palette[l.tone].name, `" fill="`, palette[ground].light, `"`)
	default:
		c.raw(` class="ocs-s-`, palette[l.tone].name, `" fill="url(#`, c.patternID(l), `)"`)
	}
	c.raw(` stroke="`, palette[l.tone].light, `"`)
}

func (c *canvas) patternID(l look) string {
	known := false
	for _, k := range c.looks {
		known = known || k == l
	}
	if !known {
		c.looks = append(c.looks, l)
	}
	return c.id(palette[l.tone].name + "-" + patternNames[l.pattern])
}

// id is an identifier of this picture's own. The colon keeps it apart from the
// identifiers of elements, which have none.
func (c *canvas) id(what string) string { return "ocs:" + c.name + ":" + what }

// line draws a straight line; the dash may be absent.
func (c *canvas) line(x1, y1, x2, y2 int, t tone, width int, dash string) {
	c.raw("<line")
	c.at("x1", c.x(x1))
	c.at("y1", y1)
	c.at("x2", c.x(x2))
	c.at("y2", y2)
	c.stroke(t, width)
	if dash != "" {
		c.raw(` stroke-dasharray="`, dash, `"`)
	}
	c.raw("/>")
}

// point is a place on the canvas.
type point struct{ x, y int }

// path writes the d attribute of a line through points.
func (c *canvas) path(points []point, closed bool) {
	c.raw(` d="`)
	for i, p := range points {
		if i == 0 {
			c.raw("M")
		} else {
			c.raw("L")
		}
		c.raw(tenths(c.x(p.x)), " ", tenths(p.y))
	}
	if closed {
		c.raw("Z")
	}
	c.raw(`"`)
}

// polyline draws a line through points.
func (c *canvas) polyline(points []point, t tone, width int, dash string) {
	c.raw("<path")
	c.path(points, false)
	c.stroke(t, width)
	c.raw(` stroke-linejoin="round"`)
	if dash != "" {
		c.raw(` stroke-dasharray="`, dash, `"`)
	}
	c.raw("/>")
}

// polygon draws a shape in a look.
func (c *canvas) polygon(points []point, l look) {
	c.used[l.tone] = true
	c.raw("<path")
	c.path(points, true)
	c.paint(l)
	c.raw("/>")
}

// circle draws a disc or, in the hollow pattern, a ring.
func (c *canvas) circle(x, y, r int, l look) {
	c.used[l.tone] = true
	c.raw("<circle")
	c.at("cx", c.x(x))
	c.at("cy", y)
	c.at("r", r)
	c.paint(l)
	c.raw("/>")
}

// diamond draws a square on its corner.
func (c *canvas) diamond(x, y, r int, l look) {
	c.polygon([]point{{x - r, y}, {x, y - r}, {x + r, y}, {x, y + r}}, l)
}

// setting is how a text is set.
type setting struct {
	font
	tone  tone
	align align
}

// text writes one line with its base line at y. Its direction is that of its
// own letters, whatever that of the picture.
func (c *canvas) text(x, y int, p phrase, s setting) {
	if p == "" {
		return
	}
	c.raw("<text")
	c.at("x", c.x(x))
	c.at("y", y)
	c.fill(s.tone)
	c.raw(` font-size="`, strconv.Itoa(s.size), `"`)
	if s.bold {
		c.raw(` font-weight="700"`)
	}
	rtl := p.rtl(c.mirror)
	anchor := s.align
	if rtl != c.mirror {
		anchor = atEnd - s.align // it starts at the other side
	}
	switch anchor {
	case atMiddle:
		c.raw(` text-anchor="middle"`)
	case atEnd:
		c.raw(` text-anchor="end"`)
	}
	if rtl != c.mirror {
		c.raw(` direction="`, direction(rtl), `"`)
	}
	c.limit(p, s.font)
	c.raw(">", escaped.Replace(string(p)), "</text>")
}

func direction(rtl bool) string {
	if rtl {
		return "rtl"
	}
	return "ltr"
}

// limit holds a text to its estimated width where that is a guess, since it
// has characters whose width isn't known.
func (c *canvas) limit(p phrase, f font) {
	for _, r := range p {
		if _, known := advance(r); !known {
			c.at("textLength", f.width(p))
			c.raw(` lengthAdjust="spacingAndGlyphs"`)
			return
		}
	}
}

// lines writes a phrase over at most so many lines of that width, the first
// with its base line at y, and returns how many there are. What is cut off
// stands in a tooltip.
func (c *canvas) lines(x, y int, p phrase, width, most int, s setting) int {
	lines, cut := s.fit(p, width, most)
	if cut {
		c.begin(p, "")
	}
	for i, l := range lines {
		c.text(x, y+i*s.lineHeight(), l, s)
	}
	if cut {
		c.end()
	}
	return len(lines)
}

// begin opens a group with a tooltip, which may be empty. Within the page it
// links to the element of that identifier, which may be empty too.
func (c *canvas) begin(title phrase, element string) {
	open, shut := "<g>", "</g>"
	if c.o.links() && ocs.ID(element).WellFormed() {
		open, shut = `<a href="`+escaped.Replace("#"+url.PathEscape(element))+`">`, "</a>"
	}
	c.raw(open)
	if title != "" {
		c.raw("<title>", escaped.Replace(shorten(string(title), maxTitle)), "</title>")
	}
	c.groups = append(c.groups, shut)
}

// end closes the group that was opened last.
func (c *canvas) end() {
	c.raw(c.groups[len(c.groups)-1])
	c.groups = c.groups[:len(c.groups)-1]
}

// shorten cuts a text to so many bytes, between characters.
func shorten(s string, most int) string {
	if len(s) <= most {
		return s
	}
	end := 0
	for i := range s {
		if i > most {
			break
		}
		end = i
	}
	return s[:end] + ellipsis
}
