package report

import (
	"github.com/ocs-framework/ocs"
)

// span is a range of days on a canvas, from the first day of a quarter to the
// last of one.
type span struct {
	from, to ocs.Date
	days     int
	left     int // on the canvas
	width    int
}

// maxYears bounds a span, so that one slip in a date doesn't squeeze all else.
const maxYears = 20

// newSpan takes in the days, as far as they lie within ten years before the
// first and after the last day of the period, and within twenty years in all.
// Absent days don't count. Without a period it begins with the earliest day.
func newSpan(period ocs.Period, days []ocs.Date, left, width int) span {
	first, last := period.First(), period.Last()
	for _, d := range days {
		low, high := d.First(), d.Last()
		if d.IsZero() || !period.Start.IsZero() && low.Before(period.First().Add(-maxYears/2, ocs.Years)) ||
			!period.End.IsZero() && high.After(period.Last().Add(maxYears/2, ocs.Years)) {
			continue
		}
		if first.IsZero() || low.Before(first) {
			first = low
		}
		if last.IsZero() || high.After(last) {
			last = high
		}
	}
	if first.IsZero() {
		return span{}
	}
	if limit := first.Add(maxYears, ocs.Years); !limit.IsZero() && last.After(limit) {
		last = limit
	}
	s := span{from: quarterOf(first), to: quarterOf(last).Last(), left: left, width: width}
	s.from = s.from.First()
	s.days = s.from.DaysUntil(s.to) + 1
	return s
}

// quarterOf is the quarter of a day.
func quarterOf(d ocs.Date) ocs.Date {
	text := d.String() // 2027-06-30
	month := int(text[5]-'0')*10 + int(text[6]-'0')
	return ocs.MustDate(text[:4] + "-Q" + string(rune('1'+(month-1)/3)))
}

// at is where a day begins; what is outside is at the border.
func (s span) at(d ocs.Date) int {
	n := min(max(s.from.DaysUntil(d.First()), 0), s.days)
	return s.left + n*s.width/s.days
}

// after is where a day ends.
func (s span) after(d ocs.Date) int {
	n := min(max(s.from.DaysUntil(d.Last())+1, 0), s.days)
	return s.left + n*s.width/s.days
}

// holds reports whether the day is within.
func (s span) holds(d ocs.Date) bool { return !d.Before(s.from) && !d.After(s.to) }

// quarters lists the quarters of the span.
func (s span) quarters() []ocs.Date {
	var list []ocs.Date
	for q := quarterOf(s.from); !q.IsZero() && !q.After(s.to); q = q.Add(3, ocs.Months) {
		list = append(list, q)
	}
	return list
}

// years writes the years at the top of a span and draws lines between them, and
// fainter marks between quarters where there is room.
func (c *chart) years(s span, top, bottom int) {
	quarters := s.quarters()
	every := 1 + len(quarters)/60
	for i, q := range quarters {
		x := s.at(q)
		if text := q.String(); text[len(text)-1] == '1' || i == 0 {
			c.line(x, top-14*px, x, bottom, grid, px, "")
			end := s.after(q)
			for j := i; j < len(quarters) && quarters[j].Year() == q.Year(); j++ {
				end = s.after(quarters[j])
			}
			if year := phrase(q.String()[:4]); small.width(year)+8*px < end-x && q.Year()%every == 0 {
				c.text(x+4*px, top-4*px, year, small)
			}
			continue
		}
		if len(quarters) <= 28 {
			c.line(x, top, x, bottom, grid, px/2, "")
		}
	}
	c.line(s.left+s.width, top-14*px, s.left+s.width, bottom, grid, px, "")
}

// today draws the day that is looked at.
func (c *chart) today(s span, top, bottom int) {
	d := c.o.AsOf
	if d.IsZero() || !s.holds(d.Last()) {
		return
	}
	x := s.after(d)
	c.line(x, top-16*px, x, bottom, asOfTone, 15, "")
	word := c.o.day(d)
	half := small.width(word)/2 + 3*px
	x = min(max(x, half), c.width-half)
	c.text(x, top-22*px, word, setting{font{11, true}, asOfTone, atMiddle})
}
