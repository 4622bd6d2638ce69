package strategy

import (
	"math/big"

	"github.com/ocs-framework/ocs"
)

// exactSum adds up amounts of one currency exactly. It holds a Decimal as long as
// one can hold the sum, and a fraction of any size from then on.
type exactSum struct {
	sum  ocs.Decimal
	wide *big.Rat
}

// add adds an amount; an absent one adds nothing.
func (t *exactSum) add(d ocs.Decimal) {
	if t.wide == nil {
		if sum, err := t.sum.Add(d); err == nil {
			t.sum = sum
			return
		}
	}
	t.addRat(ratOf(d))
}

func (t *exactSum) addRat(r *big.Rat) {
	t.wide = new(big.Rat).Add(t.rat(), r)
}

func (t *exactSum) addSum(u *exactSum) {
	if u.wide != nil {
		t.addRat(u.wide)
	} else {
		t.add(u.sum)
	}
}

// rat returns the sum as a fraction.
func (t *exactSum) rat() *big.Rat {
	if t.wide != nil {
		return t.wide
	}
	return ratOf(t.sum)
}

// ratOf returns d as a fraction, 0 for no number.
func ratOf(d ocs.Decimal) *big.Rat {
	r := new(big.Rat)
	if d.IsSet() {
		r.SetString(d.String()) // a Decimal's text is a fraction's, too
	}
	return r
}

// compare holds the sum against what was stated: 0 if it differs from it by no
// more than so many percent, else -1 if it is less and 1 if it is more.
func (t *exactSum) compare(stated *exactSum, percent ocs.Decimal) int {
	if t.wide == nil && stated.wide == nil && t.sum.Equal(stated.sum) {
		return 0
	}
	margin := new(big.Rat).Abs(stated.rat())
	margin.Mul(margin, ratOf(percent)).Quo(margin, big.NewRat(100, 1))
	difference := new(big.Rat).Sub(t.rat(), stated.rat())
	if new(big.Rat).Abs(difference).Cmp(margin) <= 0 {
		return 0
	}
	return difference.Sign()
}

// exceeds reports whether the sum is more than what was stated by more than so
// many percent.
func (t *exactSum) exceeds(stated *exactSum, percent ocs.Decimal) bool {
	if t.wide == nil && stated.wide == nil && t.sum.Compare(stated.sum) <= 0 {
		return false
	}
	return t.compare(stated, percent) > 0
}

// String writes the sum for a message, with at most two decimal places if it
// isn't exact in a Decimal.
func (t *exactSum) String() string {
	if t.wide == nil {
		return t.sum.String()
	}
	if t.wide.IsInt() {
		return t.wide.Num().String()
	}
	return t.wide.FloatString(2)
}

// exactSumOf begins a exactSum with one amount.
func exactSumOf(d ocs.Decimal) *exactSum { return &exactSum{sum: d} }

// exchange converts into the main currency of a plan by the plan's rates.
type exchange struct {
	main  ocs.Currency
	rates []Rate
	pairs map[[2]ocs.Currency]*Rate // made when first needed; nil for a pair whose rate isn't clear
}

// exchangeOf returns the exchange of a plan into that currency.
func exchangeOf(plan *Plan, main ocs.Currency) exchange {
	return exchange{main: main, rates: plan.Rates}
}

// into adds money to a exactSum in the main currency and reports whether it could
// be converted.
func (x *exchange) into(t *exactSum, m ocs.Money) bool {
	if m.Currency == x.main {
		t.add(m.Amount)
		return true
	}
	rate, inverse, _ := x.rate(m.Currency)
	if rate == nil {
		return false
	}
	r := ratOf(rate.Rate)
	if inverse {
		r.Inv(r)
	}
	t.addRat(r.Mul(r, ratOf(m.Amount)))
	return true
}

// rate returns the rate by which a currency is converted, and whether it is one
// from the main currency. It is nil if there is none that can be used;
// stated reports whether there is any.
func (x *exchange) rate(from ocs.Currency) (rate *Rate, inverse, stated bool) {
	if x.pairs == nil {
		x.pairs = make(map[[2]ocs.Currency]*Rate, len(x.rates))
		for i := range x.rates {
			r := &x.rates[i]
			pair := [2]ocs.Currency{r.From, r.To}
			if earlier, ok := x.pairs[pair]; ok && (earlier == nil || !earlier.Rate.Equal(r.Rate)) || r.Rate.Sign() <= 0 {
				r = nil
			}
			x.pairs[pair] = r
		}
	}
	if rate, stated = x.pairs[[2]ocs.Currency{from, x.main}]; stated {
		return rate, false, true
	}
	rate, stated = x.pairs[[2]ocs.Currency{x.main, from}]
	return rate, true, stated
}
