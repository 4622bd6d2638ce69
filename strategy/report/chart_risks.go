package report

import (
	"cmp"
	"slices"

	"github.com/ocs-framework/ocs/strategy"
)

// riskRows is how many risks are listed beside the matrix.
const riskRows = 40

// Risks draws the risks to delivery in a matrix of likelihood and impact, and
// lists them beside it, the gravest first. The shades follow the sum of both ratings;
// that rule is ours and no standard's. The list holds 40 risks and says how
// many more the table has; a field that can't hold its risks says how many there are.
func Risks(ix *strategy.Index, o *Options) Picture {
	o = o.ready(ix)
	list := rankRisks(ix)
	grave, unrated := 0, 0
	for _, r := range list {
		if r.gravity() >= 5 {
			grave++
		}
		if !r.rated() {
			unrated++
		}
	}
	c := newChart(ix, o, "risks", wide, o.say("pic.risks"), o.say("pic.risks-text", o.count(len(list)), o.count(grave), o.count(unrated)))
	c.picture.Table = risksTable(ix, list, o)
	c.risks(list)
	return c.done()
}

// risk is a risk with its place in the matrix, from 0; -1 is no known rating.
type risk struct {
	*strategy.Risk
	likelihood, impact int
	number             int // in the list, from 1; 0 if it isn't listed
}

func (r *risk) rated() bool { return r.likelihood >= 0 && r.impact >= 0 }

// gravity is the sum of both ratings, 0 to 8, or -1.
func (r *risk) gravity() int {
	if !r.rated() {
		return -1
	}
	return r.likelihood + r.impact
}

// rankRisks lists the risks, the gravest first.
func rankRisks(ix *strategy.Index) []risk {
	terms := strategy.Rating("").Terms()
	var list []risk
	for r := range ix.Risks() {
		list = append(list, risk{r, slices.Index(terms, string(r.Likelihood)), slices.Index(terms, string(r.Impact)), 0})
	}
	slices.SortStableFunc(list, func(a, b risk) int {
		return cmp.Or(cmp.Compare(b.gravity(), a.gravity()), cmp.Compare(b.impact, a.impact))
	})
	for i := range list[:min(len(list), riskRows)] {
		list[i].number = i + 1
	}
	return list
}

func risksTable(ix *strategy.Index, list []risk, o *Options) strategy.Table {
	t := strategy.Table{Title: string(o.say("pic.risks")), Columns: []string{"number", "risk", "description", "likelihood", "impact", "owner"}}
	for _, r := range list {
		number := ""
		if r.number > 0 {
			number = string(o.count(r.number))
		}
		t.Rows = append(t.Rows, []string{number, string(r.ID), r.Description, string(r.Likelihood), string(r.Impact), string(r.Owner)})
	}
	return t
}

// The measures of the matrix of risks.
const (
	riskLeft = 78 * px // of the matrix
	riskCell = 52 * px
	riskList = riskLeft + 5*riskCell + 28*px
)

func (c *chart) risks(list []risk) {
	top := c.y + 6*px
	terms := strategy.Rating("").Terms()
	c.text(0, top+4*px, c.say("likelihood"), strong)
	top += 16 * px
	var cells [5][5][]*risk
	for i := range list {
		if r := &list[i]; r.rated() {
			cells[r.likelihood][r.impact] = append(cells[r.likelihood][r.impact], r)
		}
	}
	for row := range 5 {
		likelihood := 4 - row
		y := top + row*riskCell
		c.lines(riskLeft-8*px, y+riskCell/2+4*px, c.o.word("rating", terms[likelihood]), riskLeft-8*px, 1, small.with(faint, atEnd))
		for impact := range 5 {
			c.riskCell(riskLeft+impact*riskCell, y, likelihood+impact, cells[likelihood][impact])
		}
	}
	bottom := top + 5*riskCell
	for impact := range 5 {
		c.lines(riskLeft+impact*riskCell+riskCell/2, bottom+14*px, c.o.word("rating", terms[impact]), riskCell-2*px, 2, tiny.with(faint, atMiddle))
	}
	c.text(riskLeft+5*riskCell, bottom+44*px, c.say("impact"), strong.with(ink, atEnd))
	end := c.riskList(list, top-12*px)
	c.y = max(bottom+52*px, end)
	c.more(len(list) - riskRows)
}

// riskCell draws a field with the numbers of its risks, or how many there are
// if they have no room.
func (c *chart) riskCell(x, y, gravity int, risks []*risk) {
	shade := [...]tone{mild, mild, mild, moderate, moderate, severe, severe, extreme, extreme}[gravity]
	c.rect(x+cellGap/2, y+cellGap/2, riskCell-cellGap, riskCell-cellGap, shade)
	const perRow, most = 2, 4
	crowded := len(risks) > most
	for _, r := range risks {
		crowded = crowded || r.number == 0
	}
	if crowded {
		c.text(x+riskCell/2, y+riskCell/2+5*px, "× "+c.o.count(len(risks)), strong.with(ink, atMiddle))
		return
	}
	rows := (len(risks) + perRow - 1) / perRow
	for i, r := range risks {
		in := min(perRow, len(risks)-i/perRow*perRow)
		cx := x + riskCell/2 + (2*(i%perRow)-in+1)*11*px
		cy := y + riskCell/2 + (2*(i/perRow)-rows+1)*11*px
		c.begin(phraseOf(r.Description), string(r.ID))
		c.numbered(cx, cy, r.number)
		c.end()
	}
}

// numbered draws a disc with a number.
func (c *chart) numbered(x, y, n int) {
	c.circle(x, y, 10*px, look{ink, solid})
	c.text(x, y+4*px, c.o.count(n), setting{font{11, true}, ground, atMiddle})
}

// riskList lists the risks from y on and returns where it ends.
func (c *chart) riskList(list []risk, y int) int {
	terms := strategy.Rating("").Terms()
	for i := range list[:min(len(list), riskRows)] {
		r := &list[i]
		y += 12 * px
		c.numbered(riskList+10*px, y+2*px, r.number)
		c.begin("", string(r.ID))
		x, width := riskList+30*px, wide-riskList-30*px
		n := c.lines(x, y+6*px, nameOr(r.Description, r.ID), width, 3, body)
		c.end()
		y += n * body.lineHeight()
		second := c.say("pic.unrated")
		if r.rated() {
			second = c.say("pic.rating", c.o.word("rating", terms[r.likelihood]), c.o.word("rating", terms[r.impact]))
		}
		if a := c.ix.Actor(r.Owner); a != nil {
			second = c.o.join(" · ", second, nameOr(a.Name, a.ID))
		}
		y += c.lines(x, y+5*px, second, width, 2, small) * small.lineHeight()
		y += 4 * px
	}
	return y + 4*px
}
