package report

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// The limits of the picture of quarters.
const (
	quarterRows    = 40
	quarterColumns = 24 // quarters; beyond that the columns are years
)

// quarterLine counts the commitments of one plan under one pillar.
type quarterLine struct {
	plan    strategy.PlanID
	group   group
	due     map[string]int // by quarter or year
	late    map[string]int
	undated int
	total   int
}

// quarterCounts draws how many commitments fall due in each quarter, by plan
// and pillar. Over more than six years it counts by year.
func quarterCounts(ix *strategy.Index, o *Options, v *strategy.DeliveryView) Picture {
	days := []ocs.Date{o.AsOf}
	for i := range v.Commitments {
		days = append(days, dueDay(ix, &v.Commitments[i]))
	}
	s := newSpan(ix.Strategy().Period, days, timeLeft, wide-timeLeft-96*px)
	columns := s.columns()
	lines := countQuarters(ix, v, len(columns) > 0 && columns[0].Precision() == ocs.PrecisionYear)
	late, undated := 0, 0
	for i := range v.Commitments {
		if v.Commitments[i].Standing == strategy.StandingLate {
			late++
		}
	}
	for _, l := range lines {
		undated += l.undated
	}
	c := newChart(ix, o, "timeline-1", wide, o.say("pic.quarters"), o.since(o.say("pic.quarters-text",
		o.count(len(v.Commitments)), o.count(late), o.count(undated))))
	c.picture.Table = v.Table()
	c.quarters(s, columns, lines)
	c.leftOut(v.LeftOut)
	return c.done()
}

// columns are the quarters of a span, or its years if there are many.
func (s span) columns() []ocs.Date {
	if s.days == 0 {
		return nil
	}
	quarters := s.quarters()
	if len(quarters) <= quarterColumns {
		return quarters
	}
	var years []ocs.Date
	for y := s.from.Year(); y <= s.to.Year(); y++ {
		if d, err := ocs.ParseDate(s.from.Add((y-s.from.Year())*12, ocs.Months).String()[:4]); err == nil {
			years = append(years, d)
		}
	}
	return years
}

// dueDay is when a commitment is due, by its deadline: an occurrence that comes
// next isn't an end.
func dueDay(ix *strategy.Index, d *strategy.Delivery) ocs.Date {
	if c := ix.Commitment(d.Commitment); c != nil {
		return ix.Due(c)
	}
	return ocs.Date{}
}

// countQuarters counts, by plan and then by pillar.
func countQuarters(ix *strategy.Index, v *strategy.DeliveryView, byYear bool) []*quarterLine {
	order := groups(ix)
	var lines []*quarterLine
	for at := 0; at < len(v.Commitments); {
		plan := v.Commitments[at].Plan
		of := make([]*quarterLine, len(order))
		for ; at < len(v.Commitments) && v.Commitments[at].Plan == plan; at++ {
			d := &v.Commitments[at]
			c := ix.Commitment(d.Commitment)
			if c == nil {
				continue
			}
			g := groupOf(ix, c)
			l := of[order[g]]
			if l == nil {
				l = &quarterLine{plan: plan, group: g, due: make(map[string]int), late: make(map[string]int)}
				of[order[g]] = l
			}
			l.add(d, ix.Due(c), byYear)
		}
		for _, l := range of {
			if l != nil {
				lines = append(lines, l)
			}
		}
	}
	return lines
}

func (l *quarterLine) add(d *strategy.Delivery, due ocs.Date, byYear bool) {
	l.total++
	if due.IsZero() {
		l.undated++
		return
	}
	key := quarterOf(due).String()
	if byYear {
		key = key[:4]
	}
	l.due[key]++
	if d.Standing == strategy.StandingLate {
		l.late[key]++
	}
}

// quarters draws the lines as rows.
func (c *chart) quarters(s span, columns []ocs.Date, lines []*quarterLine) {
	most := 0
	for _, l := range lines {
		for _, n := range l.due {
			most = max(most, n)
		}
	}
	c.y += 44 * px
	top := c.y
	x := s.left + s.width
	c.text(x+46*px, top-4*px, c.say("pic.no-date"), tiny.with(faint, atEnd))
	c.text(wide, top-4*px, c.say("total"), strong.with(ink, atEnd))
	rows := lines[:min(len(lines), quarterRows)]
	for i, l := range rows {
		if i == 0 || rows[i-1].plan != l.plan {
			name := nameOr("", l.plan)
			if p := c.ix.Plan(l.plan); p != nil {
				name = nameOr(p.Title, p.ID)
			}
			c.y += 8 * px
			c.lines(0, c.y+14*px, name, timeLeft+s.width, 1, strong)
			c.y += 20 * px
		}
		c.quarterLine(s, columns, l, most)
	}
	if s.days > 0 {
		c.years(s, top, top)
		c.today(s, top, c.y)
	}
	c.more(len(lines) - quarterRows)
	c.y += 24 * px
	l := c.newLegend()
	l.entry(c.o.word("standing", string(strategy.StandingLate)), func(x, y int) { c.bar(x, y+4*px, 18*px, 5*px, looks[strategy.StandingLate]) })
	l.done()
}

// quarterLine draws one row. Where fields are too narrow for their number, it
// stands in the tooltip alone.
func (c *chart) quarterLine(s span, columns []ocs.Date, l *quarterLine, most int) {
	const height = 26 * px
	name := c.o.groupName(c.ix, l.group)
	c.lines(8*px, c.y+17*px, name, timeLeft-16*px, 1, body)
	for _, q := range columns {
		n, late := l.due[q.String()], l.late[q.String()]
		if n == 0 {
			continue
		}
		x, end := s.at(q)+px/2, s.after(q)-px/2
		field, on := heatOf(n, most)
		c.begin(c.say("pic.quarter", name, c.o.day(q), c.o.count(n), c.o.count(late)), "")
		c.rect(x, c.y+px, end-x, height-2*px, field)
		number := c.o.count(n)
		f := small.font
		if f.width(number) > end-x {
			f.size = 9
		}
		if f.width(number) <= end-x+px {
			c.text((x+end)/2, c.y+14*px, number, setting{f, on, atMiddle})
		}
		if late > 0 {
			c.bar(x+px, c.y+height-7*px, max((end-x-2*px)*late/n, px), 5*px, looks[strategy.StandingLate])
		}
		c.end()
	}
	right := s.left + s.width
	if l.undated > 0 {
		c.text(right+46*px, c.y+17*px, c.o.count(l.undated), small.with(faint, atEnd))
	}
	c.text(wide, c.y+17*px, c.o.count(l.total), strong.with(ink, atEnd))
	c.y += height
}
