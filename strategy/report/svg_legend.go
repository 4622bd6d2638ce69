package report

// legend lays entries in a row, and in further rows as they need.
type legend struct {
	c *chart
	x int
}

func (c *chart) newLegend() *legend { return &legend{c: c} }

// legendRow is the height of a row.
const legendRow = 20 * px

// word writes a word without a sign.
func (l *legend) word(p phrase) { l.entry(p, nil) }

// entry writes a sign, drawn in a field of 18 by 12 pixels, and what it means.
func (l *legend) entry(p phrase, sign func(x, y int)) {
	room := small.width(p) + 16*px
	if sign != nil {
		room += 24 * px
	}
	if l.x > 0 && l.x+room-16*px > l.c.width {
		l.x = 0
		l.c.y += legendRow
	}
	x := l.x
	if sign != nil {
		sign(x, l.c.y-10*px)
		x += 24 * px
	}
	l.c.lines(x, l.c.y, p, l.c.width-x, 1, small)
	l.x += room
}

// done ends the legend.
func (l *legend) done() { l.c.y += 8 * px }
