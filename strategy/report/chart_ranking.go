package report

import (
	"math/big"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// rankingRows is how many threats are drawn.
const rankingRows = 60

// ThreatRanking draws the threats by the score of their assessment, the worst
// first, each with the range in which the confidence in it leaves its value:
// see [strategy.Index.Ranking], whose widths by default are ours and rest on no
// standard. Confidence stands beside the score and is never part of it.
// Threats that can't be ranked are named with the reason. The first 60 are drawn.
func ThreatRanking(ix *strategy.Index, o *Options) Picture {
	o = o.ready(ix)
	v := ix.Ranking(o.AsOf, nil)
	c := newChart(ix, o, "ranking", wide, o.say("pic.ranking"), o.since(o.say("pic.ranking-text",
		o.count(len(v.Ranked)), o.count(len(v.Unranked)), phraseOf(v.Method))))
	c.picture.Table = v.Table()
	if len(v.Ranked) > 0 {
		c.ranked(&v)
	}
	c.unranked(v.Unranked)
	return c.done()
}

// The measures of the ranking.
const (
	rankName   = 34 * px
	rankLeft   = 270 * px
	rankRight  = 600 * px
	rankHeight = 32 * px
)

func (c *chart) ranked(v *strategy.Ranking) {
	c.y += 12 * px
	c.text(rankRight+52*px, c.y, c.say("score"), strong.with(ink, atEnd))
	c.lines(rankRight+68*px, c.y, c.say("confidence"), wide-rankRight-68*px, 1, strong)
	rows := v.Ranked[:min(len(v.Ranked), rankingRows)]
	top, bottom := c.y+8*px, c.y+8*px+len(rows)*rankHeight
	c.rankAxis(v, top, bottom)
	c.y = top
	for i := range rows {
		c.rankRow(&rows[i])
	}
	c.y = bottom + 20*px
	c.more(len(v.Ranked) - rankingRows)
	c.y += 16 * px
	l := c.newLegend()
	l.entry(c.say("score"), func(x, y int) { c.circle(x+9*px, y+6*px, 5*px, look{series, solid}) })
	l.entry(c.say("pic.band"), func(x, y int) { c.whisker(x, x+18*px, y+6*px) })
	l.done()
}

// rankAxis draws the scale, in figures of the method where all threats are on
// the same one.
func (c *chart) rankAxis(v *strategy.Ranking, top, bottom int) {
	scale := v.Ranked[0].Scale
	for i := range v.Ranked {
		if v.Ranked[i].Scale != scale {
			scale = threat.Scale{Min: ocs.Num(0), Max: ocs.Num(1), Worse: threat.HighIsWorse}
			break
		}
	}
	from, to := fraction(scale.Min), fraction(scale.Max)
	if from.Cmp(to) >= 0 {
		return
	}
	a := newAxis([]*big.Rat{from, to}, 10)
	for _, tick := range a.ticks() {
		if tick.Cmp(from) < 0 || tick.Cmp(to) > 0 {
			continue
		}
		x := rankLeft + portion(tick, from, to, rankRight-rankLeft)
		if scale.Worse == threat.LowIsWorse {
			x = rankLeft + rankRight - x
		}
		c.line(x, top, x, bottom, grid, px, "")
		c.text(x, bottom+14*px, a.label(c.o, tick), small.with(faint, atMiddle))
	}
}

func (c *chart) rankRow(r *strategy.RankedThreat) {
	y := c.y + rankHeight/2
	name := nameOr(r.Name, r.Threat)
	confidence := phraseOf(r.Confidence.Code)
	if r.Confidence.Scheme == threat.LowMediumHigh {
		confidence = c.o.word("rating", r.Confidence.Code)
	}
	c.begin(c.say("pic.ranked", name, phrase(c.o.number(r.Score)), confidence, c.o.count(r.Best), c.o.count(r.Worst)), string(r.Threat))
	rank := c.o.count(r.Rank)
	if r.Tied {
		rank = "=" + rank
	}
	c.text(rankName-10*px, y+4*px, rank, body.with(faint, atEnd))
	c.named(rankName, y, name, rankLeft-rankName-14*px, r.Priority)
	one, zero := big.NewRat(1, 1), new(big.Rat)
	value, band := fraction(r.Value), fraction(r.Band)
	at := func(v *big.Rat) int { return rankLeft + portion(v, zero, one, rankRight-rankLeft) }
	c.whisker(at(new(big.Rat).Sub(value, band)), at(new(big.Rat).Add(value, band)), y)
	c.circle(at(value), y, 5*px, look{series, solid})
	c.text(rankRight+52*px, y+4*px, phrase(c.o.number(r.Score)), strong.with(ink, atEnd))
	c.lines(rankRight+68*px, y+4*px, confidence, wide-rankRight-68*px, 1, body)
	c.end()
	c.y += rankHeight
}

// named writes the name of a threat around the middle of its row, and below it
// that it is a priority.
func (c *chart) named(x, middle int, name phrase, width int, priority bool) {
	if priority {
		c.lines(x, middle-px, name, width, 1, body)
		c.text(x, middle+12*px, c.say("priority"), tiny)
		return
	}
	lines, _ := body.fit(name, width, 2)
	c.lines(x, middle+4*px-(len(lines)-1)*7*px, name, width, 2, body)
}

// whisker draws a range.
func (c *chart) whisker(from, to, y int) {
	c.line(from, y, to, y, series, 20, "")
	c.line(from, y-4*px, from, y+4*px, series, 15, "")
	c.line(to, y-4*px, to, y+4*px, series, 15, "")
}

// unranked names the threats that have no place, by reason.
func (c *chart) unranked(list []strategy.UnrankedThreat) {
	if len(list) == 0 {
		return
	}
	c.y += 18 * px
	c.text(0, c.y, c.say("pic.unranked"), strong)
	for i, u := range list {
		if i == rankingRows/3 {
			c.more(len(list) - i)
			break
		}
		c.y += 18 * px
		c.begin("", string(u.Threat))
		c.lines(0, c.y, c.say("pic.unranked-line", nameOr(u.Name, u.Threat), c.say("pic.unranked-"+string(u.Reason))), wide, 1, body)
		c.end()
	}
	c.y += 8 * px
}
