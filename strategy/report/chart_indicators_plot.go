package report

import (
	"math/big"
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// plotHeight is the height of the field of an indicator's figures.
const plotHeight = 112 * px

// plot is where figures stand: a span of days and an axis of numbers.
type plot struct {
	span
	axis
	top int
}

func (f plot) y(v *big.Rat) int {
	return f.top + plotHeight - portion(v, f.axis.from, f.axis.to, plotHeight)
}

func (f plot) point(d dated) point { return point{f.after(d.day), f.y(d.value)} }

// plot draws a numeric indicator.
func (c *panelled) plot() {
	path := c.expected()
	readings := make([]dated, 0, len(c.p.Series))
	for _, p := range c.p.Series {
		readings = append(readings, dated{p.Date.Last(), fraction(p.Value)})
	}
	f, ok := c.field(path, readings)
	if !ok {
		c.nothing()
		return
	}
	c.background(f)
	if len(path) > 1 {
		c.polyline(f.points(path), faint, 15, "4 3")
	}
	if len(readings) > 1 {
		c.polyline(f.points(thin(readings, f)), series, 20, "")
	}
	c.targets(f)
	c.readings(f, readings)
	if b := c.i.Baseline; b.Value.IsSet() {
		at := f.point(dated{c.baseline.Last(), fraction(b.Value)})
		c.begin(c.say("pic.value-on", c.say("baseline"), c.figure(b.Value, ""), c.o.day(b.Date)), "")
		c.circle(at.x, at.y, 4*px, look{series, hollow})
		c.end()
	}
	c.today(f.span, f.top, f.top+plotHeight)
	c.y = f.top + plotHeight + 20*px
	c.panelLegend(len(path) > 1)
}

// field makes room for the figures.
func (c *panelled) field(path, readings []dated) (plot, bool) {
	numbers := []*big.Rat{}
	days := []ocs.Date{c.o.AsOf}
	for _, d := range append(slices.Clone(path), readings...) {
		numbers = append(numbers, d.value)
		days = append(days, d.day)
	}
	for _, t := range c.i.Targets {
		if t.Value.IsSet() {
			numbers = append(numbers, fraction(t.Value))
			days = append(days, t.By)
		}
	}
	if b := c.i.Baseline.Value; b.IsSet() {
		numbers = append(numbers, fraction(b))
		days = append(days, c.baseline)
	}
	if len(numbers) == 0 {
		return plot{}, false
	}
	low, high := slices.MinFunc(numbers, (*big.Rat).Cmp), slices.MaxFunc(numbers, (*big.Rat).Cmp)
	if low.Sign() > 0 && (low.Cmp(high) == 0 || new(big.Rat).Mul(low, big.NewRat(2, 1)).Cmp(high) <= 0) {
		numbers = append(numbers, new(big.Rat)) // near enough to begin at nought, or nothing else to begin at
	}
	f := plot{axis: newAxis(numbers, 4), top: c.y + 36*px}
	left := 0
	for _, t := range f.ticks() {
		left = max(left, tiny.width(c.tick(f.axis, t)))
	}
	left = min(left+8*px, narrow/3)
	f.span = newSpan(c.ix.Strategy().Period, days, left, narrow-left-8*px)
	return f, f.days > 0
}

// tick writes a number of the axis; great ones in three figures.
func (c *panelled) tick(a axis, v *big.Rat) phrase {
	if d, err := ocs.ParseDecimal(v.FloatString(a.digits)); err == nil {
		return phraseOf(c.o.rounded(d, ""))
	}
	return a.label(c.o, v)
}

// background draws the axes and the days without data.
func (c *panelled) background(f plot) {
	if c.p.Missing > 0 && !c.o.AsOf.IsZero() {
		from := f.after(c.baseline.Last())
		if !c.p.Read.IsZero() {
			from = f.after(c.p.Read)
		}
		if to := f.after(c.o.AsOf); to > from {
			c.begin(c.say("pic.missing", c.o.count(c.p.Missing)), "")
			c.bar(from, f.top, to-from, plotHeight, look{grid, rising})
			word := c.o.word("progress", string(strategy.ProgressNoData))
			if room := tiny.width(word) + 8*px; room < to-from {
				c.rect((from+to-room)/2, f.top+plotHeight-17*px, room, 14*px, ground)
				c.text((from+to)/2, f.top+plotHeight-6*px, word, tiny.with(faint, atMiddle))
			}
			c.end()
		}
	}
	for _, t := range f.ticks() {
		y := f.y(t)
		c.line(f.left, y, f.left+f.width, y, grid, px, "")
		c.text(f.left-6*px, y+4*px, c.tick(f.axis, t), tiny.with(faint, atEnd))
	}
	c.years(f.span, f.top, f.top+plotHeight)
}

func (f plot) points(list []dated) []point {
	points := make([]point, 0, len(list))
	for _, d := range list {
		points = append(points, f.point(d))
	}
	return points
}

// thin leaves out readings that fall on the same pixel as the one before, so
// that a picture has no more points than it can show. The last one stays.
func thin(list []dated, f plot) []dated {
	kept := list[:0:0]
	last := -px
	for i, d := range list {
		if x := f.after(d.day); x >= last+px || i == len(list)-1 {
			kept = append(kept, d)
			last = x
		}
	}
	return kept
}

// targets draws the targets with their values.
func (c *panelled) targets(f plot) {
	for k, t := range c.i.Targets {
		if !t.Value.IsSet() || k >= 12 {
			continue
		}
		day := t.By
		if day.IsZero() {
			day = f.span.to
		}
		at := f.point(dated{day.Last(), fraction(t.Value)})
		c.begin(c.say("pic.value-on", c.say("target"), c.figure(t.Value, ""), c.o.day(t.By)), "")
		c.diamond(at.x, at.y, 5*px, look{ink, hollow})
		if k == len(c.i.Targets)-1 {
			c.value(f, at, c.figure(t.Value, ""), small.with(ink, atStart))
		}
		c.end()
	}
}

// readings draws what was read, the latest with its value.
func (c *panelled) readings(f plot, list []dated) {
	shown := thin(list, f)
	for k, d := range shown {
		at := f.point(d)
		latest := k == len(shown)-1
		title := phrase("")
		if latest {
			title = c.say("pic.value-on", c.say("latest"), c.figure(c.p.Current, ""), c.o.day(c.p.Read))
		}
		if !latest {
			c.circle(at.x, at.y, 25, look{series, solid})
			continue
		}
		c.begin(title, "")
		c.circle(at.x, at.y, 4*px, look{series, solid})
		c.value(f, at, c.figure(c.p.Current, ""), setting{font{11, true}, ink, atStart})
		c.end()
	}
}

// value writes a figure above its point, or below where it would leave the
// field, on the side that has room.
func (c *panelled) value(f plot, at point, p phrase, s setting) {
	y := at.y - 8*px
	if y < f.top+4*px {
		y = at.y + 17*px
	}
	half := s.width(p)/2 + 2*px
	x := min(max(at.x, f.left+half), f.left+f.width-half)
	c.rect(x-half, y-10*px, 2*half, 13*px, ground)
	c.text(x, y, p, s.with(s.tone, atMiddle))
}

// panelLegend explains the signs.
func (c *panelled) panelLegend(path bool) {
	l := c.newLegend()
	if c.i.Baseline.Value.IsSet() {
		l.entry(c.say("baseline"), func(x, y int) { c.circle(x+9*px, y+6*px, 4*px, look{series, hollow}) })
	} else if c.i.Baseline.Pending != "" || !c.i.Baseline.By.IsZero() {
		l.word(c.o.join(" ", c.say("baseline")+":", c.say("pending"), c.o.day(c.i.Baseline.By)))
	}
	if len(c.p.Series) > 0 {
		l.entry(c.say("pic.read"), func(x, y int) {
			c.line(x, y+6*px, x+18*px, y+6*px, series, 20, "")
			c.circle(x+9*px, y+6*px, 25, look{series, solid})
		})
	}
	if path {
		l.entry(c.say("pic.expected"), func(x, y int) { c.line(x, y+6*px, x+18*px, y+6*px, faint, 15, "4 3") })
	}
	if len(c.i.Targets) > 0 {
		l.entry(c.say("target"), func(x, y int) { c.diamond(x+9*px, y+6*px, 5*px, look{ink, hollow}) })
	}
	l.done()
}

// nothing says that there are no figures, in the room of a plot.
func (c *panelled) nothing() {
	c.y += 10 * px
	c.rect(0, c.y, narrow, plotHeight, panel)
	c.lines(narrow/2, c.y+plotHeight/2, c.say("pic.no-figures"), narrow-20*px, 2, small.with(faint, atMiddle))
	c.y += plotHeight + 8*px
}

// words lists what was read of an indicator that isn't numeric: the baseline,
// the last readings and the targets.
func (c *panelled) words() {
	c.y += 14 * px
	line := func(draw func(x, y, r int, l look), l look, what phrase, day ocs.Date, text string) {
		if text == "" {
			return
		}
		c.y += 8 * px
		draw(5*px, c.y-4*px, 4*px, l)
		c.text(18*px, c.y, c.o.join(" · ", what, c.o.day(day)), small)
		c.y += 15 * px
		c.y += c.lines(18*px, c.y, phraseOf(text), narrow-18*px, 2, body) * body.lineHeight()
	}
	line(c.circle, look{series, hollow}, c.say("baseline"), c.i.Baseline.Date, c.i.Baseline.Text)
	const most = 3
	for _, p := range c.p.Series[max(0, len(c.p.Series)-most):] {
		line(c.circle, look{series, solid}, c.say("pic.read"), p.Date, p.Text)
	}
	for _, t := range c.i.Targets[:min(len(c.i.Targets), most)] {
		line(c.diamond, look{ink, hollow}, c.say("target"), t.By, t.Text)
	}
	c.more(len(c.p.Series) - most)
	c.more(len(c.i.Targets) - most)
	c.y += 8 * px
}
