package strategy

import (
	"math/big"

	"github.com/ocs-framework/ocs"
)

// exactSum adds up amounts of one currency exactly. It holds a Decimal as long as
// one can hold the sum, and a fraction of any size from then on.
type exactSum struct {
	sum     ocs.Decimal
	wide    *big.Rat
	mixed   bool         // amounts in several currencies went into it
	foreign []foreignSum // not added yet: what is converted by one rate is converted once
}

// foreignSum is an amount that is converted by a rate, or its inverse.
type foreignSum struct {
	rate    *Rate
	inverse bool
	amount  exactSum
}

// maxForeign is how many rates are kept apart at a time.
const maxForeign = 8

// addForeign adds an amount that is converted by a rate.
func (t *exactSum) addForeign(d ocs.Decimal, rate *Rate, inverse bool) {
	for i := range t.foreign {
		if f := &t.foreign[i]; f.rate == rate && f.inverse == inverse {
			f.amount.add(d)
			return
		}
	}
	if len(t.foreign) == maxForeign {
		t.settle()
	}
	t.foreign = append(t.foreign, foreignSum{rate, inverse, exactSum{sum: d}})
}

func (t *exactSum) convert(f *foreignSum) {
	t.mixed = true
	if t.wide == nil && f.amount.wide == nil && !f.inverse {
		if product, err := f.amount.sum.Mul(f.rate.Rate); err == nil {
			t.add(product)
			return
		}
	}
	r := rational(f.rate.Rate)
	if f.inverse {
		r.Inv(r)
	}
	t.addRat(r.Mul(r, f.amount.rat()))
}

// settle adds what is to be converted.
func (t *exactSum) settle() {
	for i := range t.foreign {
		t.convert(&t.foreign[i])
	}
	t.foreign = t.foreign[:0]
}

// add adds an amount; an absent one adds nothing.
func (t *exactSum) add(d ocs.Decimal) {
	if t.wide == nil {
		if sum, err := t.sum.Add(d); err == nil {
			t.sum = sum
			return
		}
	}
	t.addRat(rational(d))
}

func (t *exactSum) addRat(r *big.Rat) {
	whole := t.wide
	if whole == nil {
		whole = rational(t.sum)
	}
	t.wide = new(big.Rat).Add(whole, r)
}

func (t *exactSum) addSum(u *exactSum) {
	u.settle()
	t.mixed = t.mixed || u.mixed
	if u.wide != nil {
		t.addRat(u.wide)
	} else {
		t.add(u.sum)
	}
}

// rat returns the sum as a fraction.
func (t *exactSum) rat() *big.Rat {
	t.settle()
	if t.wide != nil {
		return t.wide
	}
	return rational(t.sum)
}

// rational returns the number exactly, 0 for no number.
func rational(d ocs.Decimal) *big.Rat {
	r := new(big.Rat)
	if !d.IsSet() {
		return r
	}
	digits, places, negative := coefficient(d)
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	r.SetFrac(new(big.Int).SetUint64(digits), unit)
	if negative {
		r.Neg(r)
	}
	return r
}

// compare holds the sum against what was stated: 0 if it differs from it by no
// more than so many percent, else -1 if it is less and 1 if it is more.
func (t *exactSum) compare(stated *exactSum, percent ocs.Decimal) int {
	t.settle()
	stated.settle()
	if t.wide == nil && stated.wide == nil && t.sum.Equal(stated.sum) {
		return 0
	}
	margin := new(big.Rat).Abs(stated.rat())
	margin.Mul(margin, rational(percent)).Quo(margin, big.NewRat(100, 1))
	difference := new(big.Rat).Sub(t.rat(), stated.rat())
	if new(big.Rat).Abs(difference).Cmp(margin) <= 0 {
		return 0
	}
	return difference.Sign()
}

// isShare reports whether so many percent of the sum are exactly that amount,
// as far as that can be told within a Decimal.
func (t *exactSum) isShare(amount, percent ocs.Decimal) bool {
	t.settle()
	if t.wide != nil {
		return false
	}
	share, err := t.sum.Mul(percent)
	hundredfold, err2 := amount.Mul(ocs.Num(100))
	return err == nil && err2 == nil && share.Equal(hundredfold)
}

// exceeds reports whether the sum is more than what was stated by more than so
// many percent.
func (t *exactSum) exceeds(stated *exactSum, percent ocs.Decimal) bool {
	t.settle()
	stated.settle()
	if t.wide == nil && stated.wide == nil && t.sum.Compare(stated.sum) <= 0 {
		return false
	}
	return t.compare(stated, percent) > 0
}

// String writes the sum for a message, with at most two decimal places if it
// isn't exact in a Decimal.
func (t *exactSum) String() string {
	t.settle()
	if t.wide == nil && !t.mixed {
		return t.sum.String()
	}
	r := t.rat()
	if r.IsInt() {
		return r.Num().String()
	}
	return r.FloatString(2)
}

// exactSumOf begins a exactSum with one amount.
func exactSumOf(d ocs.Decimal) *exactSum { return &exactSum{sum: d} }

// rates are the exchange rates of a plan.
type rates struct {
	list  []Rate
	pairs map[[2]ocs.Currency]*Rate // made when first needed; nil for a pair whose rate isn't clear
}

func ratesOf(plan *Plan) *rates { return &rates{list: plan.Rates} }

// exchange converts into one currency.
type exchange struct {
	main  ocs.Currency
	rates *rates
	last  struct { // what was looked up last
		from    ocs.Currency
		rate    *Rate
		inverse bool
		stated  bool
	}
}

// to returns the exchange into that currency.
func (r *rates) to(main ocs.Currency) exchange { return exchange{main: main, rates: r} }

// into adds money to an exactSum in the main currency and reports whether it could
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
	t.addForeign(m.Amount, rate, inverse)
	return true
}

// rate returns the rate by which a currency is converted, and whether it is one
// from the main currency. It is nil if there is none that can be used;
// stated reports whether there is any.
func (x *exchange) rate(from ocs.Currency) (rate *Rate, inverse, stated bool) {
	if l := &x.last; l.from != from || from == "" {
		l.from, l.inverse = from, false
		if l.rate, l.stated = x.rates.of(from, x.main); !l.stated {
			l.inverse = true
			l.rate, l.stated = x.rates.of(x.main, from)
		}
	}
	return x.last.rate, x.last.inverse, x.last.stated
}

// of returns the rate from one currency to another. It is nil if there is none
// that can be used.
func (r *rates) of(from, to ocs.Currency) (rate *Rate, stated bool) {
	if r.pairs == nil {
		r.pairs = make(map[[2]ocs.Currency]*Rate, len(r.list))
		for i := range r.list {
			rate := &r.list[i]
			pair := [2]ocs.Currency{rate.From, rate.To}
			if earlier, ok := r.pairs[pair]; ok && (earlier == nil || !earlier.Rate.Equal(rate.Rate)) || rate.Rate.Sign() <= 0 {
				rate = nil
			}
			r.pairs[pair] = rate
		}
	}
	rate, stated = r.pairs[[2]ocs.Currency{from, to}]
	return rate, stated
}
