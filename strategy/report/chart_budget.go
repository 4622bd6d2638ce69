package report

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// The limits of the pictures of money.
const (
	budgetRows       = 40 // in one currency
	budgetCurrencies = 8
)

// BudgetByPillar draws for each pillar what its commitments are expected to
// cost and what funding there is, by how sure it is: see [strategy.Index.Budget].
// Each currency has a scale of its own. What serves several pillars is shown
// whole under each. Sums are rounded to three figures beside the bars and exact
// in the tooltips and the table. Of each currency 40 rows are drawn.
func BudgetByPillar(ix *strategy.Index, o *Options) Picture {
	o = o.ready(ix)
	v := ix.Budget(o.AsOf, nil)
	c := newChart(ix, o, "budget-pillars", wide, o.say("pic.budget"), o.since(o.say("pic.budget-text")+" "+o.totals(v.Total)))
	c.picture.Table = v.Table()
	c.money(v.Pillars, v.Total, func(r *strategy.MoneyRow) (phrase, string) {
		switch r.Key {
		case "horizontal":
			return o.say("horizontal"), ""
		case "":
			return o.say("outside"), ""
		}
		return nameOr(r.Name, r.Key), r.Key
	})
	return c.done()
}

// BudgetBySource draws the funding by the kind of its source and by how sure it
// is, like [BudgetByPillar].
func BudgetBySource(ix *strategy.Index, o *Options) Picture {
	o = o.ready(ix)
	v := ix.Budget(o.AsOf, nil)
	c := newChart(ix, o, "budget-sources", wide, o.say("pic.sources"), o.since(o.say("pic.sources-text")+" "+o.totals(v.Total)))
	for _, t := range v.Tables() {
		if t.Title == "By source of funding" {
			c.picture.Table = t
		}
	}
	c.money(v.Sources, nil, func(r *strategy.MoneyRow) (phrase, string) { return o.word("funding-source", r.Key), "" })
	return c.done()
}

// share is one part of the funding: how sure it is, and how that looks.
type share struct {
	key  string // of the label
	look look
	sum  func(*strategy.MoneyRow) ocs.Decimal
}

// shares are the parts from the surest on.
var shares = []share{
	{"disbursed", look{going, solid}, func(r *strategy.MoneyRow) ocs.Decimal { return r.Disbursed }},
	{"committed", look{series, solid}, func(r *strategy.MoneyRow) ocs.Decimal { return r.Committed }},
	{"unstated", look{series, standing}, func(r *strategy.MoneyRow) ocs.Decimal { return r.Unstated }},
	{"pledged", look{series2, rising}, func(r *strategy.MoneyRow) ocs.Decimal { return r.Pledged }},
	{"requested", look{series2, dotted}, func(r *strategy.MoneyRow) ocs.Decimal { return r.Requested }},
}

// sure is how many of the shares count as secured.
const sure = 3

// sumShares adds shares of a row; not set if none is, or if they are too long.
func sumShares(r *strategy.MoneyRow, parts []share) ocs.Decimal {
	var sum ocs.Decimal
	for _, s := range parts {
		var err error
		if sum, err = sum.Add(s.sum(r)); err != nil {
			return ocs.Decimal{}
		}
	}
	return sum
}

// totals says what the whole costs in each currency.
func (o *Options) totals(rows []strategy.MoneyRow) phrase {
	var parts []phrase
	for i := range rows[:min(len(rows), budgetCurrencies)] {
		r := &rows[i]
		switch secured := sumShares(r, shares[:sure]); {
		case r.Cost.IsSet():
			parts = append(parts, o.say("pic.budget-total", o.money(r.Cost, r.Currency), o.money(secured, r.Currency)))
		case secured.IsSet():
			parts = append(parts, o.say("pic.budget-secured", o.money(secured, r.Currency)))
		}
	}
	return o.join(" ", parts...)
}

// money is a sum in three figures, 0 if it isn't set.
func (o *Options) money(d ocs.Decimal, currency ocs.Currency) phrase {
	if !d.IsSet() {
		d = ocs.Num(0)
	}
	return phraseOf(o.rounded(d, currency))
}

// money draws the rows of each currency under a head of its own.
func (c *chart) money(rows, total []strategy.MoneyRow, name func(*strategy.MoneyRow) (phrase, string)) {
	var order []ocs.Currency
	by := make(map[ocs.Currency][]*strategy.MoneyRow)
	for i := range rows {
		r := &rows[i]
		if by[r.Currency] == nil {
			order = append(order, r.Currency)
		}
		by[r.Currency] = append(by[r.Currency], r)
	}
	slices.SortStableFunc(order, func(a, b ocs.Currency) int { // those in which costs are stated come first
		return cmp.Compare(costed(by[b]), costed(by[a]))
	})
	if len(order) == 0 {
		c.y += 20 * px
		c.lines(0, c.y, c.say("no-money"), wide, 1, body)
		c.y += 8 * px
		return
	}
	costs := false
	for _, currency := range order[:min(len(order), budgetCurrencies)] {
		costs = c.currency(currency, by[currency], name) || costs
	}
	c.more(len(order) - budgetCurrencies)
	c.moneyLegend(costs)
	if len(total) > 0 {
		c.y += 12 * px
		c.y += c.lines(0, c.y, c.say("shared-money"), wide, 2, small) * small.lineHeight()
	}
}

// costed counts the rows that have a cost.
func costed(rows []*strategy.MoneyRow) int {
	n := 0
	for _, r := range rows {
		if r.Cost.IsSet() {
			n++
		}
	}
	return n
}

// The measures of the pictures of money.
const (
	moneyLeft   = 190 * px
	moneyRight  = 580 * px
	moneyHeight = 34 * px
)

// currency draws the rows of one currency and reports whether any has a cost.
func (c *chart) currency(currency ocs.Currency, rows []*strategy.MoneyRow, name func(*strategy.MoneyRow) (phrase, string)) (costs bool) {
	numbers := []*big.Rat{new(big.Rat)}
	costs = costed(rows) > 0
	for _, r := range rows {
		sum := new(big.Rat)
		for _, s := range shares {
			sum.Add(sum, fraction(s.sum(r)))
		}
		numbers = append(numbers, sum, fraction(r.Cost))
	}
	a := newAxis(numbers, 5)
	c.y += 22 * px
	c.text(0, c.y, phraseOf(string(currency)), strong)
	head := c.say("pic.funding-head")
	if costs {
		head = c.say("pic.budget-head")
	}
	c.lines(moneyRight+12*px, c.y, head, wide-moneyRight-12*px, 1, small)
	c.y += 8 * px
	drawn := rows[:min(len(rows), budgetRows)]
	top, bottom := c.y, c.y+len(drawn)*moneyHeight
	for _, tick := range a.ticks() {
		x := moneyLeft + portion(tick, a.from, a.to, moneyRight-moneyLeft)
		c.line(x, top, x, bottom+4*px, grid, px, "")
		if d, err := ocs.ParseDecimal(tick.FloatString(a.digits)); err == nil {
			c.text(x, bottom+18*px, phraseOf(c.o.rounded(d, "")), small.with(faint, atMiddle))
		}
	}
	for _, r := range drawn {
		label, element := name(r)
		c.moneyRow(r, label, element, a)
	}
	c.y += 22 * px
	c.more(len(rows) - budgetRows)
	return costs
}

// moneyRow draws one row: an outline as long as the cost, and in it the
// funding, the surest first.
func (c *chart) moneyRow(r *strategy.MoneyRow, label phrase, element string, a axis) {
	middle := c.y + moneyHeight/2
	c.begin(c.exactly(r, label), element)
	two, _ := body.fit(label, moneyLeft-12*px, 2)
	c.lines(0, middle+4*px-(len(two)-1)*7*px, label, moneyLeft-12*px, 2, body)
	at := func(v *big.Rat) int { return moneyLeft + portion(v, a.from, a.to, moneyRight-moneyLeft) }
	if r.Cost.IsSet() {
		c.bar(moneyLeft, middle-12*px, at(fraction(r.Cost))-moneyLeft, 24*px, look{rule, hollow})
	}
	sum := new(big.Rat)
	for _, s := range shares {
		if amount := s.sum(r); amount.Sign() > 0 {
			x := at(sum)
			sum.Add(sum, fraction(amount))
			c.bar(x, middle-7*px, at(sum)-x, 14*px, s.look)
		}
	}
	c.beside(r, middle)
	c.end()
	c.y += moneyHeight
}

// beside says what a row comes to, in three figures.
func (c *chart) beside(r *strategy.MoneyRow, middle int) {
	text, second := c.o.money(sumShares(r, shares), r.Currency), phrase("")
	if r.Cost.IsSet() {
		text = c.say("pic.of", c.o.money(sumShares(r, shares[:sure]), ""), c.o.money(r.Cost, ""))
		if r.FundedShare.IsSet() {
			second = phrase(c.o.number(r.FundedShare) + "\u00a0%")
		}
	}
	if len(r.Unknown) > 0 {
		text, second = c.say("pic.too-long"), ""
	}
	y := middle + 4*px
	if second != "" {
		y -= 7 * px
	}
	x, width := moneyRight+12*px, wide-moneyRight-12*px
	c.lines(x, y, text, width, 1, small.with(ink, atStart))
	c.lines(x, y+small.lineHeight(), second, width, 1, small)
}

// exactly says the sums of a row in full.
func (c *chart) exactly(r *strategy.MoneyRow, label phrase) phrase {
	parts := []phrase{label}
	if r.Cost.IsSet() {
		parts = append(parts, c.say("cost")+" "+phraseOf(c.o.sum(r.Cost, r.Currency)))
	}
	for _, s := range shares {
		if d := s.sum(r); d.IsSet() {
			parts = append(parts, c.say(s.key)+" "+phraseOf(c.o.sum(d, r.Currency)))
		}
	}
	return c.o.join("; ", parts...)
}

// moneyLegend explains the bars.
func (c *chart) moneyLegend(costs bool) {
	c.y += 22 * px
	l := c.newLegend()
	if costs {
		l.entry(c.say("cost"), func(x, y int) { c.bar(x, y, 18*px, 12*px, look{rule, hollow}) })
	}
	for _, s := range shares {
		l.entry(c.say(s.key), func(x, y int) { c.bar(x, y, 18*px, 12*px, s.look) })
	}
	l.done()
}
