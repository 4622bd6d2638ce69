package report

import (
	"cmp"
	"math/big"
	"strconv"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// indicatorMost is how many indicators get a picture of their own.
const indicatorMost = 200

// Indicators draws each indicator in a picture of its own, small enough to
// stand beside others: the baseline, the readings, the targets, the path that
// was expected between them, and where readings are wanting: see
// [strategy.Index.Progress]. How it stands is told by a word, a texture and a
// colour. They come in the order of the document, those of objectives first. After 200, one picture says how many
// more there are and how they stand; its table has them all.
func Indicators(ix *strategy.Index, o *Options) []Picture {
	o = o.ready(ix)
	v := ix.Progress(o.AsOf, nil)
	var pictures []Picture
	names := make(map[string]bool)
	for k := range v.Indicators[:min(len(v.Indicators), indicatorMost)] {
		p := &v.Indicators[k]
		i := ix.Indicator(p.Indicator)
		if i == nil {
			continue
		}
		pictures = append(pictures, indicator(ix, o, indicatorName(p.Indicator, k, names), i, p))
	}
	if len(v.Indicators) > indicatorMost {
		pictures = append(pictures, otherIndicators(ix, o, &v))
	}
	return pictures
}

// indicatorName is the name of a picture: with the indicator's identifier where
// that can stand in every name, else with its place.
func indicatorName(id pillar.IndicatorID, place int, taken map[string]bool) string {
	name := "indicator-" + string(id)
	for _, r := range id {
		if r > '~' {
			name = ""
		}
	}
	if name == "" || taken[name] || !ocs.ID(id).WellFormed() {
		name = "indicator." + strconv.Itoa(place+1)
	}
	taken[name] = true
	return name
}

// otherIndicators says how those without a picture stand.
func otherIndicators(ix *strategy.Index, o *Options, v *strategy.ProgressView) Picture {
	n := make(map[strategy.ProgressStatus]int)
	for i := range v.Indicators[indicatorMost:] {
		n[v.Indicators[indicatorMost+i].Status]++
	}
	var parts []phrase
	for _, term := range strategy.ProgressStatus("").Terms() {
		if k := n[strategy.ProgressStatus(term)]; k > 0 {
			parts = append(parts, o.word("progress", term)+" "+o.count(k))
		}
	}
	c := newChart(ix, o, "indicators", wide, o.say("pic.indicators-more"), o.since(o.say("pic.indicators-more-text",
		o.count(len(v.Indicators)-indicatorMost))+" "+o.join(" · ", parts...)))
	if o.within { // it has nothing but words
		c.y += 12 * px
		c.y += c.lines(0, c.y, phrase(c.picture.Description), wide, 4, body) * body.lineHeight()
	}
	c.picture.Table = v.Table()
	return c.done()
}

// statusLooks are how an indicator's status is drawn.
var statusLooks = map[strategy.ProgressStatus]look{
	strategy.ProgressNoData:     {unknown, dotted},
	strategy.ProgressUnjudged:   {unknown, lying},
	strategy.ProgressNotStarted: {waiting, hollow},
	strategy.ProgressAtRisk:     {stopped, crossed},
	strategy.ProgressBehind:     {late, rising},
	strategy.ProgressOnTrack:    {going, solid},
	strategy.ProgressAchieved:   {done, solid},
	strategy.ProgressExceeded:   {done, standing},
}

func lookOf(s strategy.ProgressStatus) look {
	if l, known := statusLooks[s]; known {
		return l
	}
	return look{unknown, dotted}
}

// panelled is the picture of one indicator in the making.
type panelled struct {
	*chart
	i        *pillar.Indicator
	p        *strategy.IndicatorProgress
	baseline ocs.Date // the day from which progress counts
}

func indicator(ix *strategy.Index, o *Options, name string, i *pillar.Indicator, p *strategy.IndicatorProgress) Picture {
	c := &panelled{i: i, p: p, baseline: i.Baseline.Date}
	if c.baseline.IsZero() {
		c.baseline = ix.Strategy().Period.First()
	}
	title := cmp.Or(nameOr(i.Name, i.ID), o.say("indicator"))
	c.chart = &chart{canvas: newCanvas(o, name, narrow), ix: ix, picture: Picture{Name: name, Title: string(title)}}
	c.picture.Description = string(c.describe())
	c.picture.Table = c.table()
	c.head(title)
	if i.Value == "" || i.Value == pillar.Number {
		c.plot()
	} else {
		c.words()
	}
	return c.done()
}

// head writes the name, how it stands, and what is counted. The room for the
// name is always that of two lines, so that panels beside each other are in
// line. On the report's page the name is above the picture.
func (c *panelled) head(title phrase) {
	c.y = 16 * px
	if !c.o.within {
		s := setting{font{13, true}, ink, atStart}
		c.begin("", string(c.i.ID))
		c.lines(0, c.y, title, narrow, 2, s)
		c.end()
		c.y += 2*s.lineHeight() + 2*px
	}
	x := 0
	if !c.o.AsOf.IsZero() {
		word := c.o.word("progress", string(c.p.Status))
		c.bar(0, c.y-9*px, 10*px, 10*px, lookOf(c.p.Status))
		c.lines(16*px, c.y, word, 110*px, 1, setting{font{11, true}, ink, atStart})
		x = 16*px + min(110*px, font{11, true}.width(word)) + 12*px
	}
	c.lines(x, c.y, c.unit(), narrow-x, 1, small)
	c.y += 8 * px
}

// unit says what is counted and which way is better.
func (c *panelled) unit() phrase {
	way := phrase("")
	switch c.i.Direction {
	case pillar.Increase:
		way = c.say("higher-better")
	case pillar.Decrease:
		way = c.say("pic.lower-better")
	case pillar.Maintain:
		way = c.say("pic.keep")
	}
	return c.o.join(" · ", phraseOf(c.i.Unit), way)
}

// figure is a number with its unit, where that is short.
func (c *panelled) figure(d ocs.Decimal, text string) phrase {
	if !d.IsSet() {
		return phraseOf(text)
	}
	n := phrase(c.o.number(d))
	if c.i.Unit == "%" {
		return n + "\u00a0%"
	}
	return n
}

// describe says in words what the picture shows.
func (c *panelled) describe() phrase {
	var parts []phrase
	if !c.o.AsOf.IsZero() {
		parts = append(parts, c.say("pic.sentence", c.o.word("progress", string(c.p.Status))))
	}
	say := func(key string, d ocs.Decimal, text string, on ocs.Date) {
		if value := c.figure(d, text); value != "" {
			parts = append(parts, c.say("pic.value-on", c.say(key), value, c.o.day(on)))
		}
	}
	say("baseline", c.i.Baseline.Value, c.i.Baseline.Text, c.i.Baseline.Date)
	say("latest", c.p.Current, c.p.Text, c.p.Read)
	if n := len(c.i.Targets); n > 0 {
		t := c.i.Targets[n-1]
		say("target", t.Value, t.Text, t.By)
	}
	if c.p.Missing > 0 {
		parts = append(parts, c.say("pic.missing", c.o.count(c.p.Missing)))
	}
	if len(parts) == 0 {
		parts = append(parts, c.say("pic.no-figures"))
	}
	return c.o.join(" ", parts...)
}

// table holds every figure.
func (c *panelled) table() strategy.Table {
	t := strategy.Table{Title: c.picture.Title, Columns: []string{"what", "date", "value", "note"}}
	add := func(what string, date ocs.Date, value ocs.Decimal, text, note string) {
		t.Rows = append(t.Rows, []string{what, date.String(), value.String() + text, note})
	}
	b := &c.i.Baseline
	if b.Pending != "" || !b.By.IsZero() {
		add("baseline", b.By, ocs.Decimal{}, "", "pending: "+b.Pending)
	} else if b.Value.IsSet() || b.Text != "" {
		add("baseline", b.Date, b.Value, b.Text, "")
	}
	for _, p := range c.p.Series {
		add("reading", p.Date, p.Value, p.Text, "")
	}
	if c.p.Missing > 0 {
		add("missing", c.o.AsOf, ocs.Num(int64(c.p.Missing)), "", "readings that have fallen due since")
	}
	for _, g := range c.i.Targets {
		add("target", g.By, g.Value, g.Text, string(g.Comparator))
	}
	return t
}

// expected are the places of the path from the baseline through the targets.
// It is level where the indicator is to be kept as it is, and begins at the
// first target where the baseline isn't known.
func (c *panelled) expected() (path []dated) {
	if c.i.Baseline.Value.IsSet() && c.i.Direction != pillar.Maintain {
		path = append(path, dated{c.baseline.Last(), fraction(c.i.Baseline.Value)})
	}
	for _, t := range c.i.Targets {
		if !t.Value.IsSet() || t.By.IsZero() {
			continue
		}
		d := dated{t.By.Last(), fraction(t.Value)}
		if len(path) == 0 && c.i.Direction == pillar.Maintain {
			path = append(path, dated{c.baseline.Last(), d.value})
		}
		if len(path) == 0 || d.day.After(path[len(path)-1].day) {
			path = append(path, d)
		}
	}
	return path
}

// dated is a number on a day.
type dated struct {
	day   ocs.Date
	value *big.Rat
}
