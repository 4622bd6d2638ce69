package ocs_test

import (
	"errors"
	"math"
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
)

func TestParseDecimal(t *testing.T) {
	for _, tc := range []struct {
		text, want string
		sign       int
		float      float64
	}{
		{"0", "0", 0, 0},
		{"-0", "0", 0, 0},
		{"0.00", "0.00", 0, 0},
		{"0e5", "0", 0, 0},
		{"0e-30", "0.000000000000000000", 0, 0},
		{"7", "7", 1, 7},
		{"-7.50", "-7.50", -1, -7.5},
		{"0.05", "0.05", 1, 0.05},
		{"-0.5", "-0.5", -1, -0.5},
		{"1.5e3", "1500", 1, 1500},
		{"1.50E+1", "15.0", 1, 15},
		{"15e-1", "1.5", 1, 1.5},
		{"1e-18", "0.000000000000000001", 1, 1e-18},
		{"1000000000000000000000e-10", "100000000000.0000000", 1, 1e11}, // zeros dropped only as far as it must fit
		{"0.10000000000000000000", "0.100000000000000000", 1, 0.1},
		{"9223372036854775807", "9223372036854775807", 1, math.MaxInt64},
		{"-9223372036854775808", "-9223372036854775808", -1, math.MinInt64},
		{"9.223372036854775807", "9.223372036854775807", 1, 9.223372036854775807},
		{"1.000000000000000000", "1.000000000000000000", 1, 1},
		{"12345678901234567890.0e-1", "1234567890123456789", 1, 1234567890123456789.0},
	} {
		t.Run(tc.text, func(t *testing.T) {
			d, err := ocs.ParseDecimal(tc.text)
			if err != nil {
				t.Fatal(err)
			}
			got := []any{d.String(), d.Sign(), d.Float64(), d.IsSet(), d.IsZero()}
			if diff := cmp.Diff([]any{tc.want, tc.sign, tc.float, true, false}, got); diff != "" {
				t.Error(diff)
			}
			if again := ocs.MustDecimal(d.String()); again != d {
				t.Errorf("read again: %v", again)
			}
		})
	}
}

func TestParseDecimalRejects(t *testing.T) {
	for _, text := range []string{
		"", "-", "+1", ".5", "5.", "05", "1,000", "1_000", "0x1", "NaN", "Infinity", "1e", "1e+", "1e++1", "1e1.5", "1 ", "٣",
		"9223372036854775808", "-9223372036854775809", "1e19", "1e-19", "1e999999999999999999999", "1e-999999999999999999999",
		"1e1048577", "0.1234567890123456789", "null", `"1"`,
	} {
		if d, err := ocs.ParseDecimal(text); err == nil || d.IsSet() {
			t.Errorf("ParseDecimal(%q) = %v, %v, want an error and no number", text, d, err)
		}
	}
}

func TestDecimalOrder(t *testing.T) {
	checkOrder(t, []ocs.Decimal{
		{}, ocs.MustDecimal("-9223372036854775808"), ocs.MustDecimal("-2"), ocs.MustDecimal("-1.75"), ocs.MustDecimal("-0.000000000000000001"),
		ocs.Num(0), ocs.MustDecimal("0.000000000000000001"), ocs.MustDecimal("1.499999999999999999"), ocs.MustDecimal("1.5"),
		ocs.MustDecimal("1.51"), ocs.Num(2), ocs.MustDecimal("9.223372036854775807"), ocs.Num(math.MaxInt64),
	}, ocs.Decimal.Compare)
	if a, b := ocs.MustDecimal("1.50"), ocs.MustDecimal("1.5"); !a.Equal(b) || cmp.Diff(a, b) != "" {
		t.Error("1.50 and 1.5 are different numbers")
	}
	if ocs.Num(0).Equal(ocs.Decimal{}) {
		t.Error("0 equals no number")
	}
}

func TestDecimalArithmetic(t *testing.T) {
	none := ""
	overflow := "overflow"
	for _, tc := range []struct{ a, b, sum, difference, product string }{
		{"1.5", "2.25", "3.75", "-0.75", "3.375"},
		{"0.1", "0.2", "0.3", "-0.1", "0.02"},
		{"-5", "5", "0", "-10", "-25"},
		{"9223372036854775807", "1", overflow, "9223372036854775806", "9223372036854775807"},
		{"-9223372036854775808", "1", "-9223372036854775807", overflow, "-9223372036854775808"},
		{"9000000000000000000", "0.00", "9000000000000000000", "9000000000000000000", "0"},
		{"9000000000000000000", "0.01", overflow, overflow, "90000000000000000"},
		{"0.000000000000000001", "0.1", "0.100000000000000001", "-0.099999999999999999", overflow},
		{"0.0000000001", "1000000000000", overflow, overflow, "100"},
		{none, "5", "5", "-5", none},
		{"5", none, "5", "5", none},
		{none, none, none, none, none},
		{none, "-9223372036854775808", "-9223372036854775808", overflow, none},
	} {
		a, b := decimalOrNone(tc.a), decimalOrNone(tc.b)
		for _, op := range []struct {
			name string
			do   func(a, b ocs.Decimal) (ocs.Decimal, error)
			want string
		}{{"+", ocs.Decimal.Add, tc.sum}, {"-", ocs.Decimal.Sub, tc.difference}, {"×", ocs.Decimal.Mul, tc.product}} {
			got, err := op.do(a, b)
			if op.want == overflow {
				if !errors.Is(err, ocs.ErrOverflow) || got.IsSet() {
					t.Errorf("%q %s %q = %v, %v, want an overflow", tc.a, op.name, tc.b, got, err)
				}
				continue
			}
			if err != nil || !got.Equal(decimalOrNone(op.want)) {
				t.Errorf("%q %s %q = %v, %v, want %s", tc.a, op.name, tc.b, got, err, op.want)
			}
		}
	}
}

func TestDecimalAppendText(t *testing.T) {
	text, err := ocs.MustDecimal("-0.50").AppendText([]byte("= "))
	if err != nil || string(text) != "= -0.50" {
		t.Errorf("got %q, %v", text, err)
	}
}

func decimalOrNone(s string) ocs.Decimal {
	if s == "" {
		return ocs.Decimal{}
	}
	return ocs.MustDecimal(s)
}

func FuzzDecimal(f *testing.F) {
	for _, seed := range []string{"0", "-1.50", "1e3", "1.5E-7", "9223372036854775807", "1e-18", "0.1234567890123456789"} {
		f.Add(seed, seed)
	}
	f.Fuzz(func(t *testing.T, x, y string) {
		a, err := ocs.ParseDecimal(x)
		if err != nil {
			return
		}
		if again, err := ocs.ParseDecimal(a.String()); err != nil || again != a {
			t.Errorf("%q is written %q, read again as %v, %v", x, a, again, err)
		}
		exact, ok := new(big.Rat).SetString(x)
		if !ok || exact.Cmp(ratOf(a)) != 0 {
			t.Errorf("%q is read as %v", x, a)
		}
		b, err := ocs.ParseDecimal(y)
		if err != nil {
			return
		}
		if got, want := a.Compare(b), ratOf(a).Cmp(ratOf(b)); got != want {
			t.Errorf("Compare(%v, %v) = %d, want %d", a, b, got, want)
		}
		if sum, err := a.Add(b); err == nil && ratOf(sum).Cmp(new(big.Rat).Add(ratOf(a), ratOf(b))) != 0 {
			t.Errorf("%v + %v = %v", a, b, sum)
		}
		if difference, err := a.Sub(b); err == nil && ratOf(difference).Cmp(new(big.Rat).Sub(ratOf(a), ratOf(b))) != 0 {
			t.Errorf("%v - %v = %v", a, b, difference)
		}
		if product, err := a.Mul(b); err == nil && ratOf(product).Cmp(new(big.Rat).Mul(ratOf(a), ratOf(b))) != 0 {
			t.Errorf("%v × %v = %v", a, b, product)
		}
	})
}

func ratOf(d ocs.Decimal) *big.Rat {
	r, _ := new(big.Rat).SetString(d.String())
	return r
}
