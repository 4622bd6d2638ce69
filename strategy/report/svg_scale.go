package report

import (
	"math/big"

	"github.com/ocs-framework/ocs"
)

// fraction is a number as an exact fraction, 0 if it isn't set.
func fraction(d ocs.Decimal) *big.Rat {
	r, ok := new(big.Rat).SetString(d.String())
	if !ok {
		return new(big.Rat)
	}
	return r
}

// portion is how far v lies from one number to another, as a part of that
// length: 0 at the first, the length at the second, and never outside. It is
// rounded to a tenth of a pixel.
func portion(v, from, to *big.Rat, length int) int {
	span := new(big.Rat).Sub(to, from)
	if span.Sign() == 0 || length <= 0 {
		return 0
	}
	part := new(big.Rat).Sub(v, from)
	part.Quo(part, span)
	part.Mul(part, big.NewRat(int64(length), 1)).Add(part, big.NewRat(1, 2))
	n := new(big.Int).Quo(part.Num(), part.Denom()) // towards zero; what is below is held to 0
	switch {
	case part.Sign() < 0:
		return 0
	case !n.IsInt64() || n.Int64() > int64(length):
		return length
	}
	return int(n.Int64())
}

// axis is a range of numbers with round ticks.
type axis struct {
	from, to *big.Rat
	step     *big.Rat
	digits   int // after the point
}

// newAxis takes in all the numbers, ends on ticks, and has at most that many
// steps. It needs one number at least.
func newAxis(numbers []*big.Rat, most int) axis {
	low, high := numbers[0], numbers[0]
	for _, n := range numbers {
		if n.Cmp(low) < 0 {
			low = n
		}
		if n.Cmp(high) > 0 {
			high = n
		}
	}
	if low.Cmp(high) == 0 {
		high = new(big.Rat).Add(low, big.NewRat(1, 1))
	}
	span := new(big.Rat).Sub(high, low)
	a := axis{step: big.NewRat(1, 1)}
	least := new(big.Rat).Quo(span, big.NewRat(int64(most), 1))
	ten := big.NewRat(10, 1)
	for a.step.Cmp(least) < 0 { // a Decimal has 18 digits: this ends
		a.step.Mul(a.step, ten)
	}
	for next := new(big.Rat).Quo(a.step, ten); next.Cmp(least) >= 0; next = new(big.Rat).Quo(next, ten) {
		a.step.Set(next)
		a.digits++
	}
	for _, divisor := range []int64{5, 2} { // 10 → 2 or 5
		if finer := new(big.Rat).Quo(a.step, big.NewRat(divisor, 1)); finer.Cmp(least) >= 0 {
			a.step = finer
			if !a.step.IsInt() {
				a.digits = max(a.digits+1, 1)
			}
			break
		}
	}
	a.from = new(big.Rat).Mul(floor(new(big.Rat).Quo(low, a.step)), a.step)
	a.to = new(big.Rat).Mul(ceiling(new(big.Rat).Quo(high, a.step)), a.step)
	return a
}

func floor(r *big.Rat) *big.Rat {
	n := new(big.Int).Div(r.Num(), r.Denom()) // Euclidean: the denominator is positive
	return new(big.Rat).SetInt(n)
}

func ceiling(r *big.Rat) *big.Rat {
	n := floor(new(big.Rat).Neg(r))
	return n.Neg(n)
}

// ticks are the round numbers of the axis.
func (a axis) ticks() []*big.Rat {
	var list []*big.Rat
	for v := a.from; v.Cmp(a.to) <= 0 && len(list) < 32; v = new(big.Rat).Add(v, a.step) {
		list = append(list, v)
	}
	return list
}

// label writes a tick.
func (a axis) label(o *Options, v *big.Rat) phrase { return phrase(o.group(v.FloatString(a.digits))) }
