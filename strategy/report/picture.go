package report

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// Picture is a chart, with what it says in words and the figures behind it.
//
// The SVG stands alone: it fetches nothing, holds no script, and brings its
// own style for light and dark surroundings. Text from the document is only
// ever text in it. It is drawn 760 pixels wide (indicators: 372) and a
// margin, no text is smaller than 10 pixels then, and it can be scaled. Identifiers
// within it begin with "ocs:" and its name, so that several pictures can stand
// in one page. Persons who can't see it are given Title and Description, and
// the table. Text that has no room ends in an ellipsis and is whole in a
// tooltip, up to 600 bytes, and in the table.
type Picture struct {
	Name        string // what it shows, in a word that can stand in an identifier: "coverage"
	Title       string
	Description string
	Table       strategy.Table // every figure that the picture shows
	SVG         []byte         // a whole svg element
}

// The widths of pictures, in tenths of a pixel. The wide one is that of a page
// of A4 with its margins.
const (
	wide   = 760 * px
	narrow = 372 * px
)

// The settings of texts.
var (
	headline = setting{font{17, true}, ink, atStart}
	subline  = setting{font{12, false}, faint, atStart}
	body     = setting{font{12, false}, ink, atStart}
	strong   = setting{font{12, true}, ink, atStart}
	small    = setting{font{11, false}, faint, atStart}
	tiny     = setting{font{10, false}, faint, atStart}
)

// with returns the setting at another place or in another tone.
func (s setting) with(t tone, a align) setting {
	s.tone, s.align = t, a
	return s
}

// chart is a picture in the making. What is drawn next stands below y.
type chart struct {
	*canvas
	ix      *strategy.Index
	picture Picture
	y       int
}

// newChart begins a picture with its title and what it is as of. The
// description says in a sentence or two what there is to see.
func newChart(ix *strategy.Index, o *Options, name string, width int, title, description phrase) *chart {
	c := &chart{canvas: newCanvas(o, name, width), ix: ix, picture: Picture{Name: name, Title: string(title), Description: string(description)}}
	if o.within {
		c.y = 4 * px
		return c
	}
	c.y = 22 * px
	n := c.lines(0, c.y, title, width, 2, headline)
	c.y += (n-1)*headline.lineHeight() + 20*px
	n = c.lines(0, c.y, description, width, 3, subline)
	c.y += n*subline.lineHeight() + 4*px
	return c
}

// say is a label with phrases put in for {0}, {1} and so on.
func (c *canvas) say(key string, args ...phrase) phrase { return c.o.say(key, args...) }

func (o *Options) say(key string, args ...phrase) phrase {
	text := o.label(key)
	if own, ok := captions[key]; ok {
		text = own[o.tongue()]
	}
	if len(args) == 0 {
		return phrase(text)
	}
	pairs := make([]string, 0, 2*len(args))
	for i, a := range args {
		pairs = append(pairs, "{"+strconv.Itoa(i)+"}", o.isolated(a))
	}
	return phrase(strings.NewReplacer(pairs...).Replace(text))
}

// count is a number as a phrase.
func (o *Options) count(n int) phrase { return phrase(o.number(ocs.Num(int64(n)))) }

// day is a date as a phrase.
func (o *Options) day(d ocs.Date) phrase { return phrase(o.date(d)) }

// word is a term of a vocabulary as a phrase.
func (o *Options) word(vocabulary, term string) phrase { return phraseOf(o.term(vocabulary, term)) }

// join sets phrases beside each other, each apart from the other's direction.
func (o *Options) join(between string, phrases ...phrase) phrase {
	var parts []string
	for _, p := range phrases {
		if p != "" {
			parts = append(parts, o.isolated(p))
		}
	}
	return phrase(strings.Join(parts, between))
}

// nameOr is a name, or the identifier where there is none.
func nameOr[T ~string](name string, id T) phrase {
	if p := phraseOf(name); p != "" {
		return p
	}
	return phraseOf(string(id))
}

// ready returns the options for pictures of the strategy; nil stands for none.
func (o *Options) ready(ix *strategy.Index) *Options {
	var own Options
	if o != nil {
		own = *o
	}
	if !own.within && own.marking == "" {
		own.marking = strictest(ix.Strategy())
	}
	return &own
}

// since puts the day that is looked at before what there is to see.
func (o *Options) since(p phrase) phrase {
	if o.AsOf.IsZero() {
		return p
	}
	return o.say("pic.as-of", o.day(o.AsOf)) + " " + p
}

// links reports whether pictures link to elements.
func (o *Options) links() bool { return o.Anchors || o.within }

// done ends the picture: below it stand the strategy's name, notice and marking,
// which go with everything made from it.
func (c *chart) done() Picture {
	if !c.o.within {
		c.footer()
	}
	p := c.picture
	p.SVG = c.document(&p, c.y)
	return p
}

func (c *chart) footer() {
	s := c.ix.Strategy()
	c.y += 10 * px
	c.line(0, c.y, c.width, c.y, grid, px, "")
	c.y += 16 * px
	marking := setting{font{11, true}, faint, atStart}
	c.y += c.lines(0, c.y, phraseOf(c.o.marking.Label()), c.width, 1, marking) * small.lineHeight()
	c.y += c.lines(0, c.y, phraseOf(s.Title), c.width, 2, small) * small.lineHeight()
	if s.Notice != "" {
		c.y += c.lines(0, c.y, phraseOf(s.Notice), c.width, 12, small) * small.lineHeight()
	}
	c.y -= 4 * px
}

// document puts the whole element together.
func (c *canvas) document(p *Picture, height int) []byte {
	var b bytes.Buffer
	role := "img"
	if c.o.links() {
		role = "group" // an image has nothing in it that can be followed
	}
	margin := 0
	if !c.o.within {
		margin = 16 * px
	}
	w, h := tenths(c.width+2*margin), tenths(height+margin/2)
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" class="ocs-picture" role="` + role + `" aria-labelledby="` + c.id("title") + " " + c.id("text") +
		`" viewBox="` + tenths(-margin) + " 0 " + w + " " + h + `" width="` + w + `" height="` + h + `" font-family="` + fontStack + `"`)
	if c.mirror {
		b.WriteString(` direction="rtl"`)
	}
	b.WriteString(">\n<title id=\"" + c.id("title") + `">` + escaped.Replace(p.Title) + "</title>\n<desc id=\"" + c.id("text") + `">` +
		escaped.Replace(shorten(p.Description, 4*maxTitle)) + "</desc>\n")
	c.used[ground] = true
	defs := c.defs()
	if !c.o.within {
		b.WriteString("<style>" + string(styleOf(&c.used)) + "</style>\n")
	}
	b.WriteString(defs)
	b.WriteString(`<rect class="ocs-f-ground" fill="` + palette[ground].light + `" x="` + tenths(-margin) + `" y="0" width="` + w + `" height="` + h + `"/>` + "\n")
	b.Write(c.body.Bytes())
	b.WriteString("\n</svg>\n")
	return b.Bytes()
}

// fontStack names fonts that are on the systems of today; those for Arabic
// script keep to the height of a line, which Nastaliq doesn't.
const fontStack = `system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Noto Naskh Arabic', 'Noto Sans Arabic', Arial, sans-serif`

// styleOf is the style sheet for the tones that are used.
func styleOf(used *[tones]bool) []byte {
	var light, dark, classes strings.Builder
	for t, p := range palette {
		if used[t] {
			light.WriteString("--ocs-" + p.name + ":" + p.light + ";")
			dark.WriteString("--ocs-" + p.name + ":" + p.dark + ";")
			classes.WriteString(".ocs-picture .ocs-f-" + p.name + "{fill:var(--ocs-" + p.name + ")}.ocs-picture .ocs-s-" + p.name + "{stroke:var(--ocs-" + p.name + ")}")
		}
	}
	return []byte(".ocs-picture{" + light.String() + "}@media screen and (prefers-color-scheme:dark){.ocs-picture{" + dark.String() + "}}" + classes.String() +
		".ocs-picture a:hover text,.ocs-picture a:focus text{text-decoration:underline}")
}

// pageStyle is the style of all pictures, for a page that holds several.
func pageStyle() []byte {
	var all [tones]bool
	for t := range all {
		all[t] = true
	}
	return styleOf(&all)
}

// defs are the patterns that the picture uses.
func (c *canvas) defs() string {
	if len(c.looks) == 0 {
		return ""
	}
	main := c.body
	c.body = bytes.Buffer{}
	c.raw("<defs>")
	for _, l := range c.looks {
		c.raw(`<pattern id="`, c.patternID(l), `" patternUnits="userSpaceOnUse" width="6" height="6">`)
		c.raw(`<rect width="6" height="6"`)
		c.fill(ground)
		c.raw("/>")
		switch l.pattern {
		case dotted:
			for _, at := range []string{"1.5", "4.5"} {
				c.raw(`<circle cx="`, at, `" cy="`, at, `" r="1"`)
				c.fill(l.tone)
				c.raw("/>")
			}
		default:
			c.raw(`<path d="`, strokesOf[l.pattern], `"`)
			c.stroke(l.tone, 14)
			c.raw("/>")
		}
		c.raw("</pattern>")
	}
	c.raw("</defs>\n")
	text := c.body.String()
	c.body = main
	return text
}

// strokesOf are the lines of patterns in a square of six.
var strokesOf = map[pattern]string{
	rising:   "M-1 7L7 -1M-1 1L1 -1M5 7L7 5",
	crossed:  "M0 6L6 0M0 0L6 6",
	lying:    "M0 3L6 3",
	standing: "M3 0L3 6",
}
