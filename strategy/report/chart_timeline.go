package report

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// The limits of timelines.
const (
	timelineRows = 28  // commitments in one picture, which then fits on a page of A4
	timelineMost = 200 // commitments that are drawn one by one
	timelineTies = 200 // lines of dependence in one picture
)

// Timeline draws when each commitment runs, how it stands, its milestones and
// what it waits for, against the day that is looked at: see
// [strategy.Index.Delivery] and [strategy.Index.Schedule]. There is a picture for each plan in force,
// and several where a plan has more than 28 commitments. A strategy with more
// than 200 commitments gets one picture of how many fall due in each quarter
// instead. The tables hold every commitment in either case. How a commitment
// stands is told by a word, a texture and a colour; without an as-of date it
// isn't told. What a commitment waits for in another picture is named in its
// tooltip and the table.
func Timeline(ix *strategy.Index, o *Options) []Picture {
	o = o.ready(ix)
	v := ix.Delivery(o.AsOf, nil)
	if len(v.Commitments) > timelineMost {
		return []Picture{quarterCounts(ix, o, &v)}
	}
	t := &timeline{ix: ix, o: o, reached: reached(ix, o.AsOf), expected: make(map[strategy.CommitmentID]*strategy.ScheduleEntry)}
	if !o.AsOf.IsZero() {
		schedule := ix.Schedule(o.AsOf)
		for i := range schedule.Entries {
			t.expected[schedule.Entries[i].Commitment] = &schedule.Entries[i]
		}
	}
	var pictures []Picture
	for at := 0; at < len(v.Commitments); {
		end := at + 1
		for end < len(v.Commitments) && v.Commitments[end].Plan == v.Commitments[at].Plan {
			end++
		}
		rows := t.arrange(v.Commitments[at:end])
		parts := (len(rows) + timelineRows - 1) / timelineRows
		for i := range parts {
			name := "timeline-" + strconv.Itoa(len(pictures)+1)
			if end == len(v.Commitments) && i == parts-1 {
				t.leftOut = v.LeftOut
			}
			pictures = append(pictures, t.picture(name, rows[i*len(rows)/parts:(i+1)*len(rows)/parts], i+1, parts))
		}
		at = end
	}
	if len(pictures) == 0 {
		c := newChart(ix, o, "timeline-1", wide, o.say("timeline"), o.since(o.say("pic.timeline-none")))
		c.picture.Table = t.table(nil)
		pictures = append(pictures, c.done())
	}
	return pictures
}

// timeline is what all pictures of it share.
type timeline struct {
	ix       *strategy.Index
	o        *Options
	reached  map[strategy.MilestoneID]bool
	expected map[strategy.CommitmentID]*strategy.ScheduleEntry
	leftOut  int // commitments of plans that aren't in force, told in the last picture
}

// timelineRow is one commitment.
type timelineRow struct {
	*strategy.Commitment
	delivery *strategy.Delivery
	group    group
	window   ocs.Period
	endless  bool // it recurs or is continuous
	y        int  // of its middle
}

// reached says which milestones were reported as reached by the day.
func reached(ix *strategy.Index, asOf ocs.Date) map[strategy.MilestoneID]bool {
	done := make(map[strategy.MilestoneID]bool)
	for r := range ix.Reports() {
		for i := range r.Updates {
			if u := &r.Updates[i]; u.Milestone != "" && u.State == strategy.Complete && (asOf.IsZero() || !u.Date.Last().After(asOf.Last())) {
				done[u.Milestone] = true
			}
		}
	}
	return done
}

// arrange sets the commitments of a plan in the order of pillars.
func (t *timeline) arrange(list []strategy.Delivery) []timelineRow {
	order := groups(t.ix)
	rows := make([]timelineRow, 0, len(list))
	for i := range list {
		c := t.ix.Commitment(list[i].Commitment)
		if c == nil {
			continue
		}
		row := timelineRow{Commitment: c, delivery: &list[i], group: groupOf(t.ix, c), window: t.ix.Window(c)}
		_, recurs := c.Deadline.Every()
		row.endless = recurs || c.Deadline.Continuous()
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b timelineRow) int { return order[a.group] - order[b.group] })
	return rows
}

// looks are how a commitment's standing is drawn.
var looks = map[strategy.Standing]look{
	strategy.StandingDelivered:     {done, solid},
	strategy.StandingOnTrack:       {going, solid},
	strategy.StandingLate:          {late, rising},
	strategy.StandingBlocked:       {stopped, crossed},
	strategy.StandingNotStarted:    {waiting, hollow},
	strategy.StandingNoInformation: {unknown, dotted},
	strategy.StandingCancelled:     {dropped, lying},
}

// look is how a row is drawn.
func (t *timeline) look(r *timelineRow) look {
	l, known := looks[r.delivery.Standing]
	switch {
	case t.o.AsOf.IsZero():
		return look{series, solid}
	case !known:
		return look{unknown, dotted}
	}
	return l
}

// The measures of timelines.
const (
	timeLeft   = 262 * px
	timeWidth  = 376 * px
	timeWord   = timeLeft + timeWidth + 14*px
	timeHeight = 32 * px
	barHeight  = 12 * px
)

// picture draws some rows of a plan.
func (t *timeline) picture(name string, rows []timelineRow, part, parts int) Picture {
	plan := t.ix.Plan(rows[0].delivery.Plan)
	title := nameOr("", rows[0].delivery.Plan)
	var period ocs.Period
	if plan != nil {
		title, period = nameOr(plan.Title, plan.ID), plan.Period
	}
	title = cmp.Or(title, t.o.say("timeline"))
	if parts > 1 {
		title = t.o.say("pic.part", title, t.o.count(part), t.o.count(parts))
	}
	c := newChart(t.ix, t.o, name, wide, title, t.summary(rows))
	c.picture.Table = t.table(rows)
	if period.IsZero() {
		period = t.ix.Strategy().Period
	}
	days := []ocs.Date{t.o.AsOf}
	for i := range rows {
		days = append(days, rows[i].window.First(), rows[i].window.Last())
	}
	s := newSpan(period, days, timeLeft, timeWidth)
	c.timeline(t, rows, s)
	return c.done()
}

// summary says how the rows stand.
func (t *timeline) summary(rows []timelineRow) phrase {
	text := t.o.say("pic.timeline-text", t.o.count(len(rows)))
	if t.o.AsOf.IsZero() {
		return text
	}
	n := make(map[strategy.Standing]int)
	for i := range rows {
		n[rows[i].delivery.Standing]++
	}
	var parts []phrase
	for _, term := range strategy.Standing("").Terms() {
		if k := n[strategy.Standing(term)]; k > 0 {
			parts = append(parts, t.o.word("standing", term)+" "+t.o.count(k))
		}
	}
	return t.o.since(text + " " + t.o.join(" · ", parts...))
}

// timeline draws the rows: first where they stand, then what is behind them,
// then the bars.
func (c *chart) timeline(t *timeline, rows []timelineRow, s span) {
	c.y += 38 * px
	top := c.y
	type head struct {
		y    int
		name phrase
	}
	var heads []head
	for i := range rows {
		if i == 0 || rows[i].group != rows[i-1].group {
			heads = append(heads, head{c.y, c.o.groupName(c.ix, rows[i].group)})
			c.y += 24 * px
		}
		rows[i].y = c.y + timeHeight/2
		c.y += timeHeight
	}
	bottom := c.y + 4*px
	for _, h := range heads {
		c.rect(0, h.y+3*px, wide, 19*px, panel)
		c.lines(6*px, h.y+17*px, h.name, timeLeft-12*px, 1, strong)
	}
	if s.days > 0 {
		c.years(s, top, bottom)
		c.ties(t, rows, s)
	}
	for i := range rows {
		c.timelineRow(t, &rows[i], s)
	}
	if s.days > 0 {
		c.today(s, top, bottom)
	}
	c.y = bottom + 20*px
	c.timelineLegend(t, rows)
	c.leftOut(t.leftOut)
}

// leftOut says how many commitments of plans not in force there are.
func (c *chart) leftOut(n int) {
	if n > 0 {
		c.y += 8 * px
		c.y += c.lines(0, c.y, c.say("pic.left-out", c.o.count(n)), wide, 2, small) * small.lineHeight()
	}
}

// timelineRow draws one commitment.
func (c *chart) timelineRow(t *timeline, r *timelineRow, s span) {
	l := t.look(r)
	c.begin(t.tooltip(r), string(r.ID))
	title, s11 := nameOr(r.Title, r.ID), small.with(ink, atStart)
	two, _ := s11.fit(title, timeLeft-14*px, 2)
	c.lines(0, r.y+4*px-(len(two)-1)*7*px, title, timeLeft-14*px, 2, s11)
	known := s.days > 0 && (!r.window.Start.IsZero() || !r.window.End.IsZero())
	if known {
		c.timelineBar(t, r, s, l)
	} else {
		c.text(timeLeft+6*px, r.y+4*px, c.say("pic.undated"), small)
	}
	c.end()
	if known {
		for i := range r.Milestones {
			c.milestone(t, &r.Milestones[i], s, r.y)
		}
	}
	if t.o.AsOf.IsZero() {
		c.lines(timeWord, r.y+4*px, phraseOf(c.o.deadline(r.Deadline, c.ix.Due(r.Commitment))), wide-timeWord, 2, small)
		return
	}
	c.standing(r, l)
}

// standing writes how a commitment stands, beside its bar.
func (c *chart) standing(r *timelineRow, l look) {
	second := phrase("")
	switch d := r.delivery; {
	case d.DaysLate > 0:
		second = c.say("pic.days", c.o.count(d.DaysLate))
	case d.Percent.IsSet() && d.Open():
		second = phrase(c.o.number(d.Percent) + "\u00a0%")
	}
	y := r.y + 4*px
	if second != "" {
		y -= 6 * px
	}
	c.bar(timeWord, y-9*px, 10*px, 10*px, l)
	c.lines(timeWord+16*px, y, c.o.word("standing", string(r.delivery.Standing)), wide-timeWord-16*px, 1, small.with(ink, atStart))
	c.lines(timeWord+16*px, y+12*px, second, wide-timeWord-16*px, 1, tiny)
}

// timelineBar draws when a commitment runs and, dashed, what goes beyond it: the
// days since it was due, or until it must now be expected.
func (c *chart) timelineBar(t *timeline, r *timelineRow, s span, l look) {
	from, to := s.left, s.left+s.width
	if !r.window.Start.IsZero() {
		from = s.at(r.window.First())
	}
	if !r.window.End.IsZero() {
		to = s.after(r.window.Last())
	}
	height := barHeight
	if r.endless {
		height = barHeight / 2
	}
	c.progressBar(from, r.y-height/2, max(to-from, 2*px), height, l, r.delivery.Percent)
	if r.endless {
		c.polygon([]point{{to, r.y - 6*px}, {to + 7*px, r.y}, {to, r.y + 6*px}}, look{l.tone, solid})
		return
	}
	beyond := to
	if r.delivery.DaysLate > 0 {
		beyond = s.after(t.o.AsOf)
	}
	if e := t.expected[r.ID]; e != nil && r.delivery.Open() && !e.ExpectedEnd.IsZero() {
		beyond = max(beyond, s.after(e.ExpectedEnd))
	}
	if beyond > to {
		c.line(to, r.y, beyond, r.y, late, 20, "3 2")
		c.line(beyond, r.y-4*px, beyond, r.y+4*px, late, 20, "")
	}
}

// progressBar draws a bar. In a solid one only what is done is filled, if that is
// known and not the whole.
func (c *chart) progressBar(x, y, w, h int, l look, percent ocs.Decimal) {
	if l.pattern == solid && l.tone == going && percent.IsSet() {
		c.bar(x, y, w, h, look{l.tone, hollow})
		w = portion(fraction(percent), new(big.Rat), big.NewRat(100, 1), w)
	}
	c.bar(x, y, w, h, l)
}

// milestone draws a step on the way: filled once it is reached.
func (c *chart) milestone(t *timeline, m *strategy.Milestone, s span, y int) {
	due := c.ix.DueMilestone(m)
	if due.IsZero() || !s.holds(due) {
		return
	}
	l, word := look{ink, hollow}, c.say("pic.milestone")
	if t.reached[m.ID] {
		l, word = look{ink, solid}, c.say("pic.milestone-reached")
	}
	c.begin(c.say("pic.milestone-text", word, nameOr(m.Title, m.ID), c.o.day(due)), string(m.ID))
	c.diamond(s.after(due), y, 5*px, l)
	c.end()
}

// ties draws what waits for what, among the rows of the picture.
func (c *chart) ties(t *timeline, rows []timelineRow, s span) {
	at := make(map[strategy.CommitmentID]*timelineRow, len(rows))
	for i := range rows {
		at[rows[i].ID] = &rows[i]
	}
	drawn := 0
	for i := range rows {
		r := &rows[i]
		for _, id := range r.DependsOn {
			before := at[id]
			if before == nil || before == r || before.window.End.IsZero() || r.window.Start.IsZero() || drawn == timelineTies {
				continue
			}
			drawn++
			c.tie(s.after(before.window.Last()), before.y, s.at(r.window.First()), r.y)
		}
	}
}

// tie draws an arrow from the end of one bar to the beginning of another, or
// down to it where that begins before.
func (c *chart) tie(x1, y1, x2, y2 int) {
	down := 1
	if y2 < y1 {
		down = -1
	}
	x := x1 + 6*px
	if x2 >= x+6*px {
		c.polyline([]point{{x1, y1}, {x, y1}, {x, y2}, {x2 - 2*px, y2}}, faint, px, "")
		c.polygon([]point{{x2 - 5*px, y2 - 3*px}, {x2, y2}, {x2 - 5*px, y2 + 3*px}}, look{faint, solid})
		return
	}
	end := y2 - down*barHeight/2
	c.polyline([]point{{x1, y1}, {x, y1}, {x, end - down*2*px}}, faint, px, "")
	c.polygon([]point{{x - 3*px, end - down*5*px}, {x, end}, {x + 3*px, end - down*5*px}}, look{faint, solid})
}
