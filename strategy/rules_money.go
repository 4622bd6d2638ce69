package strategy

import (
	"bytes"
	"math/big"

	"github.com/ocs-framework/ocs"
)

// The rules about the budgets of plans. They look at plans in force and at
// commitments that have not ended.
func moneyRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{
		budgetTotal,
		budgetShare,
		costsExceedBudget,
		budgetLinePlan,
		budgetLinePillar,
		currencyWithoutRate,
		exchangeRate,
		ocs.Each(negativeAmount, (*Index).plansInForce),
		ocs.Each(thousandsPoint, (*Index).plansInForce),
		ocs.Each(sumMissing, (*Index).plansInForce),
		ocs.Each(moneyOutsidePlan, (*Index).plansInForce),
		fundingMissing,
		ocs.Each(fundingContradiction, (*Index).openCommitments),
		fundingMismatch,
		donorIncomplete,
		donorShare,
		donorEndsEarly,
	}
}

// sums shows each sum of a plan that counts, with the commitment or the budget
// line that it belongs to.
func (plan *Plan) sums(see func(m *ocs.Money, c *Commitment, l *BudgetLine)) {
	see(&plan.Total, nil, nil)
	for i := range plan.Budget {
		l := &plan.Budget[i]
		see(&l.Money, nil, l)
	}
	for i := range plan.Commitments {
		c := &plan.Commitments[i]
		if !c.open() {
			continue
		}
		for k := range c.Costs {
			see(&c.Costs[k].Money, c, nil)
		}
		for k := range c.Funding {
			see(&c.Funding[k].Money, c, nil)
		}
	}
}

// part returns a pass for a commitment or a budget line of what p is about, or
// p itself.
func part(p *ocs.Pass, c *Commitment, l *BudgetLine) *ocs.Pass {
	switch {
	case c != nil:
		return p.On(c)
	case l != nil:
		return p.On(l)
	}
	return p
}

var currencyWithoutRate = ocs.Rule[Index]{
	Code:  "currency-without-rate",
	Title: "the sums of a plan are in one currency, or the plan states the rate",
	Doc: "Sums in different currencies can't be added or compared without a rate, so the plan's total says nothing about them. " +
		"State under rates what one unit of the other currency is worth in the plan's own, with its date, or give the sum in the plan's currency. " +
		"The plan's own currency is that of its total, or else of its first sum.",
	Basis:  "Romania 2021-2024: state budget and funds of the European Union in one plan",
	Levels: "-WWEE",
	Check: func(p *ocs.Pass, ix *Index) {
		for plan := range ix.plansInForce() {
			var x exchange
			var reported map[ocs.Currency]bool
			plan.sums(func(m *ocs.Money, c *Commitment, l *BudgetLine) {
				switch {
				case m.Currency == "" || m.Currency == x.main:
					return
				case x.main == "":
					x = ratesOf(plan).to(m.Currency)
					return
				}
				if _, _, stated := x.rate(m.Currency); stated || reported[m.Currency] {
					return
				}
				if reported == nil {
					reported = make(map[ocs.Currency]bool)
				}
				reported[m.Currency] = true
				if ix.conceals(ocs.ID(plan.ID), "rates", "budget", "commitments") { // the plan's currency may be another
					return
				}
				part(p.On(plan), c, l).Report(m, "no rate from %q to %q, the plan's currency", short(m.Currency), short(x.main)).
					Help("state the rate with its date, or give the sum in %s", short(x.main))
			})
		}
	},
}

var sumMissing = ocs.Rule[Plan]{
	Code:  "sum-missing",
	Title: "every budget line and cost states its sum, and every rate what it is",
	Doc: "A line without a sum keeps the whole budget from being added up. Give the sum, or drop the line and say in the plan's description what is not costed yet. " +
		"A sum that a public copy withholds is named under redactions and not asked for.",
	Basis:  "UNODC Toolkit to Combat Trafficking in Persons, tool 2.5: resource plan and budget (read in a second-hand copy)",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, plan *Plan) {
		for i := range plan.Budget {
			if l := &plan.Budget[i]; l.Money.IsZero() {
				p.On(l).Report(&l.Money, "budget line has no sum").Help("give the sum with its currency, such as PKR 1500000.00")
			}
		}
		for i := range plan.Commitments {
			c := &plan.Commitments[i]
			for k := range c.Costs {
				if cost := &c.Costs[k]; cost.Money.IsZero() && c.open() {
					p.On(c).Report(&cost.Money, "cost has no sum").Help("give the sum with its currency, or drop the entry")
				}
			}
		}
		for i := range plan.Rates {
			if r := &plan.Rates[i]; r.Rate.IsZero() {
				p.Report(&r.Rate, "rate from %q to %q is not given", short(r.From), short(r.To)).Help("say how much of the second currency one unit of the first is worth")
			}
		}
	},
}

var negativeAmount = ocs.Rule[Plan]{
	Code:  "negative-amount",
	Title: "no sum of money is negative",
	Doc: "Sums are what something costs, or what is given for it. What reduces a cost is funding and is listed there with its source; " +
		"a minus sign in front of a cost or a line is usually a slip, and it hides money when lines are added up.",
	Basis:  "practice of budgets; no budget that was looked at has negative lines",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, plan *Plan) {
		plan.sums(func(m *ocs.Money, c *Commitment, l *BudgetLine) {
			if m.Amount.Sign() < 0 {
				part(p, c, l).Report(m, "sum is negative: %v", *m).Help("drop the minus sign, or list what reduces the cost as funding")
			}
		})
	},
}

var thousandsPoint = ocs.Rule[Plan]{
	Code:  "thousands-point",
	Title: "no sum has a point where thousands are meant",
	Doc: "In many countries a point stands between thousands, and EUR 50.000 is fifty thousand there. In a document the point begins the fraction, so that it is fifty. " +
		"Write thousands without a mark, and a fraction with as many places as the currency has. Currencies of three places, such as the dinars of Bahrain, Jordan and Kuwait, are not asked.",
	Basis:  "ISO 4217: minor units of currencies (recalled)",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, plan *Plan) {
		plan.sums(func(m *ocs.Money, c *Commitment, l *BudgetLine) {
			if places(m.Amount) == 3 && !thousandths(m.Currency) {
				part(p, c, l).Report(m, "sum %v has three decimal places: its point may stand for thousands", *m).
					Help("write thousands without a mark, or a fraction with the places of the currency")
			}
		})
	},
}

// places returns how many places a number was written with after the point.
func places(d ocs.Decimal) int {
	var room [32]byte
	text, _ := d.AppendText(room[:0]) // it never fails
	if point := bytes.IndexByte(text, '.'); point >= 0 {
		return len(text) - point - 1
	}
	return 0
}

// thousandths reports whether a currency's coins are thousandths of it. The list
// is recalled from ISO 4217.
func thousandths(c ocs.Currency) bool {
	switch c {
	case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND":
		return true
	}
	return false
}

var exchangeRate = ocs.Rule[Index]{
	Code:  "exchange-rate",
	Title: "a plan's exchange rates are usable and agree with each other",
	Doc: "A rate is more than 0 and goes from one currency to another. A pair of currencies has one rate for one date, and a rate and its inverse multiply to 1 within the tolerance; " +
		"otherwise a sum depends on which of them is taken. Keep one of the two, or give each its date.",
	Basis:  "Romania 2021-2024: two currencies in one plan; arithmetic",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		for plan := range ix.plansInForce() {
			if len(plan.Rates) > 0 {
				checkRates(p.On(plan), plan, ix.thresholds.Tolerance)
			}
		}
	},
}

func checkRates(p *ocs.Pass, plan *Plan, tolerance ocs.Decimal) {
	first := make(map[datedPair]*Rate, len(plan.Rates))
	for i := range plan.Rates {
		r := &plan.Rates[i]
		switch {
		case r.From == r.To:
			p.Report(&r.To, "rate is from %q to itself", short(r.From)).Help("name the two currencies")
			continue
		case r.Rate.IsSet() && r.Rate.Sign() <= 0:
			p.Report(&r.Rate, "rate must be more than 0, not %v", r.Rate).Help("say how much of the second currency one unit of the first is worth")
			continue
		}
		key := datedPair{r.From, r.To, r.Date}
		if earlier := first[key]; earlier != nil {
			p.Report(r, "second rate from %q to %q for one date", short(r.From), short(r.To)).
				Help("keep one of the two, or give each its date").Related(earlier, "first stated here")
			continue
		}
		first[key] = r
		if inverse := first[datedPair{r.To, r.From, r.Date}]; inverse != nil && !inverts(r, inverse, tolerance) {
			p.Report(&r.Rate, "rate %v from %q to %q is not the inverse of %v", r.Rate, short(r.From), short(r.To), inverse.Rate).
				Help("keep one of the two").Related(&inverse.Rate, "the rate in the other direction")
		}
	}
}

type datedPair struct {
	from, to ocs.Currency
	date     ocs.Date
}

// inverts reports whether two rates multiply to 1, but for rounding. Rates that
// aren't given say nothing.
func inverts(a, b *Rate, tolerance ocs.Decimal) bool {
	if a.Rate.IsZero() || b.Rate.IsZero() {
		return true
	}
	one := exactSum{wide: new(big.Rat).Mul(rational(a.Rate), rational(b.Rate))}
	return one.compare(exactSumOf(ocs.Num(1)), tolerance) == 0
}

var moneyOutsidePlan = ocs.Rule[Plan]{
	Code:  "money-outside-plan",
	Title: "money is planned for the time of its plan",
	Doc: "What is to be spent before a plan begins or after it has ended is not in its budget. The periods of budget lines and costs lie within the plan's; " +
		"that of funding, which follows the agreement with whoever gives it, only has to meet it. Dates of coarse precision are taken to be inside if they can be.",
	Basis:  "plans are instruments within a strategy's term in Chile, New Zealand and Scotland; budgets are yearly",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, plan *Plan) {
		whole := &plan.Period
		leaves := func(period *ocs.Period) bool { return beyond(period.Start, whole) || beyond(period.End, whole) }
		for i := range plan.Budget {
			if l := &plan.Budget[i]; leaves(&l.Period) {
				p.On(l).Report(&l.Period, "period %v leaves the plan's, %v", l.Period, *whole).
					Help("mend one of the two periods").Related(whole, "the plan's period")
			}
		}
		for i := range plan.Commitments {
			c := &plan.Commitments[i]
			if !c.open() {
				continue
			}
			for k := range c.Costs {
				if cost := &c.Costs[k]; leaves(&cost.Period) {
					p.On(c).Report(&cost.Period, "cost falls in %v, outside the plan's period %v", cost.Period, *whole).
						Help("mend the period, or move the cost to another plan").Related(whole, "the plan's period")
				}
			}
			for k := range c.Funding {
				if f := &c.Funding[k]; f.Period.End.Before(whole.Start) || f.Period.Start.After(whole.End) {
					p.On(c).Report(&f.Period, "funding is for %v, outside the plan's period %v", f.Period, *whole).
						Help("mend the period, or drop the funding").Related(whole, "the plan's period")
				}
			}
		}
	},
}
