package ocs

import (
	"cmp"
	"errors"
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// Decimal is an exact decimal number: a budget, a score, a reading of an
// indicator. It holds up to 18 places after the point and as many digits as an
// int64 does. In JSON it is a number.
//
// The zero value is no number, which is not the number 0: an indicator whose
// baseline is 0 has one. Compare with Equal, not ==, since 1.5 and 1.50 are the
// same number and are written as they were read.
type Decimal struct {
	coef  int64
	scale uint8 // places after the point
	set   bool
}

// ErrOverflow is returned where the exact result of a calculation has more
// digits than a Decimal holds. Results are never rounded.
var ErrOverflow = errors.New("number has too many digits")

const (
	maxScale      = 18
	maxDigits     = 19 // of an int64
	decimalSyntax = "a number is digits with an optional sign, point and exponent"
)

var pow10 = [maxScale + 1]uint64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
	1e16, 1e17, 1e18}

// Num returns the Decimal n.
func Num(n int64) Decimal { return Decimal{coef: n, set: true} }

// ParseDecimal reads a number in the syntax of JSON. An exponent is worked into
// the digits: "1.5e3" is 1500. A number that can't be held exactly is an error.
func ParseDecimal(s string) (Decimal, error) {
	number, ok := scanNumber(s)
	if !ok {
		return Decimal{}, textError(decimalSyntax, s)
	}
	d, ok := number.decimal()
	if !ok {
		return Decimal{}, textError("a number has at most 18 decimal places and fits in 64 bits", s)
	}
	return d, nil
}

// MustDecimal is ParseDecimal for numbers written in code; it panics on an
// error.
func MustDecimal(s string) Decimal { return must(ParseDecimal(s)) }

// scanned is a JSON number taken apart.
type scanned struct {
	negative        bool
	whole, fraction string
	exponent        string // with its sign
}

func scanNumber(s string) (n scanned, ok bool) {
	s, n.negative = strings.CutPrefix(s, "-")
	if e := strings.IndexAny(s, "eE"); e >= 0 {
		s, n.exponent = s[:e], s[e+1:]
		unsigned := n.exponent
		if strings.HasPrefix(unsigned, "+") || strings.HasPrefix(unsigned, "-") {
			unsigned = unsigned[1:]
		}
		if !digits(unsigned) {
			return scanned{}, false
		}
	}
	whole, fraction, point := strings.Cut(s, ".")
	n.whole, n.fraction = whole, fraction
	return n, digits(whole) && (whole == "0" || whole[0] != '0') && (!point || digits(fraction))
}

// decimal works the exponent into the digits, dropping zeros at the end only
// where the number wouldn't fit otherwise.
func (n scanned) decimal() (d Decimal, ok bool) {
	scale := len(n.fraction)
	if n.exponent != "" {
		e, err := strconv.Atoi(n.exponent)
		if err != nil || max(e, -e) > 1<<20 {
			return Decimal{}, false
		}
		scale -= e
	}
	text := strings.TrimLeft(n.whole+n.fraction, "0")
	if text == "" {
		return Decimal{scale: uint8(min(max(scale, 0), maxScale)), set: true}, true
	}
	if scale < 0 {
		if len(text)-scale > maxDigits {
			return Decimal{}, false
		}
		text, scale = text+strings.Repeat("0", -scale), 0
	}
	if n.negative {
		text = "-" + text
	}
	for {
		coef, err := strconv.ParseInt(text, 10, 64)
		if err == nil && scale <= maxScale {
			return Decimal{coef, uint8(scale), true}, true
		}
		if scale == 0 || text[len(text)-1] != '0' {
			return Decimal{}, false
		}
		text, scale = text[:len(text)-1], scale-1
	}
}

// IsZero reports whether d is no number. It is false for the number 0.
func (d Decimal) IsZero() bool { return !d.set }

// IsSet reports whether d is a number.
func (d Decimal) IsSet() bool { return d.set }

// Sign returns -1, 0 or 1 for a number below, at or above 0, and 0 for no
// number.
func (d Decimal) Sign() int { return cmp.Compare(d.coef, 0) }

// Compare orders numbers by their value; no number comes first.
func (d Decimal) Compare(e Decimal) int {
	if d.set != e.set {
		if e.set {
			return -1
		}
		return 1
	}
	if d.Sign() != e.Sign() || d.scale == e.scale {
		return cmp.Compare(d.coef, e.coef)
	}
	scale := max(d.scale, e.scale)
	dHigh, dLow := bits.Mul64(magnitude(d.coef), pow10[scale-d.scale])
	eHigh, eLow := bits.Mul64(magnitude(e.coef), pow10[scale-e.scale])
	return d.Sign() * cmp.Or(cmp.Compare(dHigh, eHigh), cmp.Compare(dLow, eLow))
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// Equal reports whether d and e are the same number, or both none.
func (d Decimal) Equal(e Decimal) bool { return d.Compare(e) == 0 }

// Add returns d + e with the more places of the two. No number adds nothing, so
// that the zero value begins a sum. The error is ErrOverflow.
func (d Decimal) Add(e Decimal) (Decimal, error) {
	if !d.set || !e.set {
		if d.set {
			return d, nil
		}
		return e, nil
	}
	if sum := d.coef + e.coef; d.scale == e.scale && (d.coef^sum)&(e.coef^sum) >= 0 {
		return Decimal{sum, d.scale, true}, nil
	}
	if d.scale > e.scale {
		d, e = e, d
	}
	if d.scale < e.scale {
		if coef, ok := times(d.coef, int64(pow10[e.scale-d.scale])); ok {
			return Decimal{coef, e.scale, true}.Add(e)
		}
	}
	x, y, scale := align(d, e)
	return fit(x.Add(x, y), scale)
}

// Sub returns d - e with the more places of the two. No number counts as 0,
// unless both are none. The error is ErrOverflow.
func (d Decimal) Sub(e Decimal) (Decimal, error) {
	if !e.set {
		return d, nil
	}
	x, y, scale := align(d, e)
	return fit(x.Sub(x, y), scale)
}

// Mul returns d × e, which is no number if either is none. The error is
// ErrOverflow.
func (d Decimal) Mul(e Decimal) (Decimal, error) {
	if !d.set || !e.set {
		return Decimal{}, nil
	}
	if scale := d.scale + e.scale; scale <= maxScale {
		if product, ok := times(d.coef, e.coef); ok {
			return Decimal{product, scale, true}, nil
		}
	}
	x := big.NewInt(d.coef)
	return fit(x.Mul(x, big.NewInt(e.coef)), int(d.scale)+int(e.scale))
}

// times returns n × m if it is more than the least int64 and no more than the
// greatest.
func times(n, m int64) (product int64, ok bool) {
	high, low := bits.Mul64(magnitude(n), magnitude(m))
	if high != 0 || low > math.MaxInt64 {
		return 0, false
	}
	if product = int64(low); n < 0 != (m < 0) {
		product = -product
	}
	return product, true
}

// align returns d and e in units of the finer of their last places.
func align(d, e Decimal) (x, y *big.Int, scale int) {
	finer := max(d.scale, e.scale)
	wide := func(d Decimal) *big.Int {
		factor := new(big.Int).SetUint64(pow10[finer-d.scale])
		return factor.Mul(factor, big.NewInt(d.coef))
	}
	return wide(d), wide(e), int(finer)
}

// fit makes a Decimal of n × 10^-scale, dropping zeros at the end where it must.
func fit(n *big.Int, scale int) (Decimal, error) {
	ten, rest := big.NewInt(10), new(big.Int)
	for !n.IsInt64() || scale > maxScale {
		if n.QuoRem(n, ten, rest); scale == 0 || rest.Sign() != 0 {
			return Decimal{}, ErrOverflow
		}
		scale--
	}
	return Decimal{n.Int64(), uint8(scale), true}, nil
}

// Float64 returns the number nearest to d, for charts and statistics, or 0 for
// no number.
func (d Decimal) Float64() float64 {
	if d.scale == 0 {
		return float64(d.coef)
	}
	f, _ := strconv.ParseFloat(d.String(), 64) // it has a scale, hence a text: it can't fail
	return f
}

// String returns the number with the places it was written with, or "" for no
// number.
func (d Decimal) String() string { return string(d.append(nil)) }

func (d Decimal) append(b []byte) []byte {
	if !d.set {
		return b
	}
	if d.coef < 0 {
		b = append(b, '-')
	}
	var buf [maxDigits + 1]byte
	text := strconv.AppendUint(buf[:0], magnitude(d.coef), 10)
	if d.scale == 0 {
		return append(b, text...)
	}
	point := len(text) - int(d.scale)
	if point <= 0 {
		b = append(b, "0."...)
		for range -point {
			b = append(b, '0')
		}
		return append(b, text...)
	}
	return append(append(append(b, text[:point]...), '.'), text[point:]...)
}

// AppendText appends the text that String returns. It never fails.
func (d Decimal) AppendText(b []byte) ([]byte, error) { return d.append(b), nil }

// MarshalJSON returns a JSON number, or null for no number. It never fails.
func (d Decimal) MarshalJSON() ([]byte, error) {
	if !d.set {
		return []byte("null"), nil
	}
	return d.append(nil), nil
}

// UnmarshalJSON reads a JSON number as ParseDecimal does; null is no number.
func (d *Decimal) UnmarshalJSON(data []byte) (err error) {
	if string(data) == "null" {
		*d = Decimal{}
		return nil
	}
	*d, err = ParseDecimal(string(data))
	return err
}
