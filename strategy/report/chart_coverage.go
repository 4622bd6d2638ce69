package report

import (
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

const (
	coverageRows    = 60 // threats that are drawn
	coverageColumns = 8  // pillars that are drawn
)

// Coverage draws threats against pillars, with the number of commitments that
// count in each cell: see [strategy.Index.Coverage]. A gap is marked where
// nothing is done under a pillar against a priority threat that no horizontal
// objective answers, or against a threat at all. The first 60 threats and
// 8 pillars are drawn; the picture says how many more the table has.
func Coverage(ix *strategy.Index, o *Options) Picture {
	o = o.ready(ix)
	v := ix.Coverage(o.AsOf, nil)
	m := newMatrix(&v, o)
	c := newChart(ix, o, "coverage", wide, o.say("pic.coverage"), o.since(o.say("pic.coverage-text",
		o.count(len(v.Threats)), o.count(m.bare), o.count(m.gappy))))
	c.picture.Table = v.Table()
	m.draw(c)
	return c.done()
}

// matrix is what the picture of a coverage needs to know.
type matrix struct {
	v       *strategy.Coverage
	pillars []strategy.PillarHead
	across  bool // there are horizontal objectives
	gaps    map[gapKey]bool
	most    int // the greatest number in a cell
	bare    int // threats without a commitment
	gappy   int // priority threats with a gap under a pillar
}

type gapKey struct {
	threat string
	pillar pillar.ID
}

func newMatrix(v *strategy.Coverage, o *Options) *matrix {
	m := &matrix{v: v, pillars: v.Pillars[:min(len(v.Pillars), coverageColumns)], gaps: make(map[gapKey]bool)}
	seen := make(map[string]bool)
	for _, g := range v.Gaps {
		if g.Kind == strategy.ThreatPillarEmpty {
			m.gaps[gapKey{g.About, g.Pillar}] = true
			if !seen[g.About] {
				m.gappy++
			}
			seen[g.About] = true
		}
	}
	for i := range v.Threats {
		row := &v.Threats[i]
		if len(row.Total.Commitments) == 0 {
			m.bare++
		}
		for _, cell := range row.Cells {
			m.most = max(m.most, len(cell.Commitments))
			m.across = m.across || cell.Horizontal
		}
	}
	return m
}

// The measures of the matrix.
const (
	coverageLabel  = 236 * px
	coverageHeight = 36 * px
	cellGap        = 2 * px
)

func (m *matrix) draw(c *chart) {
	columns := len(m.pillars) + 1
	if m.across {
		columns++
	}
	width := (wide - coverageLabel) / columns
	m.heads(c, width)
	for i := range m.v.Threats[:min(len(m.v.Threats), coverageRows)] {
		m.row(c, &m.v.Threats[i], width)
	}
	c.more(len(m.v.Threats) - coverageRows)
	c.more(len(m.v.Pillars) - coverageColumns)
	m.legend(c)
}

// heads writes the heads of the columns.
func (m *matrix) heads(c *chart, width int) {
	heads := make([]phrase, 0, len(m.pillars)+2)
	for _, p := range m.pillars {
		heads = append(heads, nameOr(p.Name, p.ID))
	}
	if m.across {
		heads = append(heads, c.say("horizontal"))
	}
	heads = append(heads, c.say("total"))
	c.y += 14 * px
	most := 1
	for i, h := range heads {
		most = max(most, c.lines(coverageLabel+i*width+width/2, c.y, h, width-6*px, 2, strong.with(ink, atMiddle)))
	}
	c.y += (most-1)*strong.lineHeight() + 8*px
}

func (m *matrix) row(c *chart, row *strategy.CoverageRow, width int) {
	name := nameOr(row.Name, row.Threat)
	c.begin("", string(row.Threat))
	second := phrase("")
	switch {
	case row.Priority:
		second = c.say("priority")
	case row.Enabler:
		second = c.say("enabler")
	}
	lines := 2
	if second != "" {
		lines = 1
	}
	top := c.y + 14*px
	if second == "" && body.width(name) <= coverageLabel-12*px {
		top = c.y + 21*px
	}
	c.lines(0, top, name, coverageLabel-12*px, lines, body)
	c.text(0, c.y+28*px, second, tiny)
	c.end()
	x := coverageLabel
	for _, p := range m.pillars {
		m.cell(c, x, width, row, nameOr(p.Name, p.ID), row.Cell(p.ID).Work, m.gaps[gapKey{string(row.Threat), p.ID}])
		x += width
	}
	if m.across {
		m.cell(c, x, width, row, c.say("horizontal"), row.Horizontal().Work, false)
		x += width
	}
	if len(row.Total.Commitments) == 0 {
		m.cell(c, x, width, row, c.say("total"), row.Total, true)
	} else {
		c.text(x+width/2, c.y+22*px, c.o.count(len(row.Total.Commitments)), strong.with(ink, atMiddle))
	}
	c.y += coverageHeight
}

// cell draws what is done in one cell.
func (m *matrix) cell(c *chart, x, width int, row *strategy.CoverageRow, pillar phrase, w strategy.Work, gap bool) {
	n := len(w.Commitments)
	c.begin(c.say("pic.cell", nameOr(row.Name, row.Threat), pillar, c.o.count(n), c.o.count(len(w.Objectives))), "")
	defer c.end()
	x, y, width, height := x+cellGap/2, c.y+cellGap/2, width-cellGap, coverageHeight-cellGap
	middle := strong.with(faint, atMiddle)
	if gap && n == 0 {
		c.gap(x, y, width, height)
		return
	}
	field, on := heatOf(n, m.most)
	c.rect(x, y, width, height, field)
	if n == 0 {
		c.text(x+width/2, y+21*px, "–", middle)
		return
	}
	c.text(x+width/2, y+21*px, c.o.count(n), middle.with(on, atMiddle))
}

// gap draws a field that should not be empty, with the word.
func (c *chart) gap(x, y, w, h int) {
	word := c.say("pic.gap")
	s := strong.with(stopped, atMiddle)
	c.bar(x+px/2, y+px/2, w-px, h-px, look{stopped, rising})
	room := min(w, s.width(word)+10*px)
	c.rect(x+(w-room)/2, y+h/2-9*px, room, 18*px, ground)
	c.lines(x+w/2, y+h/2+4*px, word, w-2*px, 1, s)
}

// more says how many are in the table only, if any are.
func (c *chart) more(n int) {
	if n <= 0 {
		return
	}
	c.y += 16 * px
	c.lines(0, c.y, c.say("pic.more", c.o.count(n)), wide, 1, small)
	c.y += 6 * px
}

// legend explains the fields.
func (m *matrix) legend(c *chart) {
	c.y += 24 * px
	l := c.newLegend()
	l.word(c.say("pic.legend-count"))
	for step := range 5 {
		low, high := (step*m.most+1+4)/5, ((step+1)*m.most+1+4)/5-1
		if step == 4 {
			high = m.most
		}
		low = max(low, 1)
		if high < low {
			continue
		}
		text := c.o.count(low)
		if high > low {
			text += "–" + c.o.count(high)
		}
		field := heat1 + tone(step)
		l.entry(text, func(x, y int) { c.rect(x, y, 18*px, 12*px, field) })
	}
	l.entry(c.say("pic.legend-none"), func(x, y int) { c.rect(x, y, 18*px, 12*px, panel) })
	l.entry(c.say("pic.gap")+": "+c.say("pic.legend-gap"), func(x, y int) { c.bar(x, y, 18*px, 12*px, look{stopped, rising}) })
	l.done()
}
