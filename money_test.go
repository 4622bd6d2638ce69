package ocs_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
)

func TestParseMoney(t *testing.T) {
	for _, tc := range []struct {
		text string
		want ocs.Money
	}{
		{"PKR 1500000000.00", ocs.Money{Amount: ocs.MustDecimal("1500000000.00"), Currency: "PKR"}},
		{"USD 0", ocs.Money{Amount: ocs.Num(0), Currency: "USD"}},
		{"NGN -740500000", ocs.Money{Amount: ocs.Num(-740500000), Currency: "NGN"}},
		{"zzz 1", ocs.Money{Amount: ocs.Num(1), Currency: "zzz"}}, // for a rule to report
	} {
		t.Run(tc.text, func(t *testing.T) {
			m, err := ocs.ParseMoney(tc.text)
			if err != nil {
				t.Fatal(err)
			}
			if m != tc.want || m.String() != tc.text || m.IsZero() {
				t.Errorf("got %#v, written %q", m, m)
			}
		})
	}
}

func TestParseMoneyRejects(t *testing.T) {
	for _, text := range []string{"", "PKR", "PKR ", " 5", "5", "5 PKR", "PKR5", "PKR  5", "PKR 5 ", "PKR 1,000", "Rs. 5", "PK 5", "PKRS 5", "PKR 1e30", "P1R 5"} {
		if m, err := ocs.ParseMoney(text); err == nil || !m.IsZero() {
			t.Errorf("ParseMoney(%q) = %v, %v, want an error and no money", text, m, err)
		}
	}
}

func TestMoneyThatCannotBeReadIsNotWritten(t *testing.T) {
	for _, m := range []ocs.Money{{Currency: "PKR"}, {Amount: ocs.Num(5)}, {Amount: ocs.Num(5), Currency: "Rs."}} {
		if text, err := m.MarshalText(); err == nil {
			t.Errorf("%#v is written %q, want an error", m, text)
		}
	}
}

func TestMoneyArithmetic(t *testing.T) {
	pkr5, pkr2, usd5 := ocs.MustMoney("PKR 5.00"), ocs.MustMoney("PKR 2.5"), ocs.MustMoney("USD 5")
	most := ocs.MustMoney("PKR 9223372036854775807")
	for _, tc := range []struct {
		name string
		do   func() (ocs.Money, error)
		want ocs.Money
		err  error
	}{
		{"sum", func() (ocs.Money, error) { return pkr5.Add(pkr2) }, ocs.MustMoney("PKR 7.50"), nil},
		{"difference", func() (ocs.Money, error) { return pkr2.Sub(pkr5) }, ocs.MustMoney("PKR -2.50"), nil},
		{"sum from nothing", func() (ocs.Money, error) { return (ocs.Money{}).Add(pkr5) }, pkr5, nil},
		{"nothing more", func() (ocs.Money, error) { return pkr5.Add(ocs.Money{}) }, pkr5, nil},
		{"less than nothing", func() (ocs.Money, error) { return (ocs.Money{}).Sub(pkr5) }, ocs.MustMoney("PKR -5"), nil},
		{"two currencies", func() (ocs.Money, error) { return pkr5.Add(usd5) }, ocs.Money{}, ocs.ErrCurrency},
		{"two currencies, one without amount", func() (ocs.Money, error) { return pkr5.Sub(ocs.Money{Currency: "USD"}) }, ocs.Money{}, ocs.ErrCurrency},
		{"too much", func() (ocs.Money, error) { return most.Add(pkr5) }, ocs.Money{}, ocs.ErrOverflow},
		{"converted", func() (ocs.Money, error) { return usd5.Convert(ocs.MustDecimal("281.25"), "PKR") }, ocs.MustMoney("PKR 1406.25"), nil},
		{"converted too much", func() (ocs.Money, error) { return most.Convert(ocs.Num(2), "USD") }, ocs.Money{}, ocs.ErrOverflow},
		{"converted without a rate", func() (ocs.Money, error) { return usd5.Convert(ocs.Decimal{}, "PKR") }, ocs.Money{}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := tc.do()
			if !errors.Is(err, tc.err) {
				t.Fatalf("error %v, want %v", err, tc.err)
			}
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestMoneyCompare(t *testing.T) {
	if order, ok := ocs.MustMoney("PKR 5").Compare(ocs.MustMoney("PKR 4.99")); order != 1 || !ok {
		t.Errorf("got %d, %v", order, ok)
	}
	if order, ok := ocs.MustMoney("PKR 5").Compare(ocs.MustMoney("USD 4")); order != 0 || ok {
		t.Errorf("two currencies: got %d, %v", order, ok)
	}
	if !ocs.MustMoney("PKR 5").Equal(ocs.MustMoney("PKR 5.00")) || ocs.MustMoney("PKR 5").Equal(ocs.MustMoney("USD 5")) {
		t.Error("Equal is wrong")
	}
}

func FuzzMoney(f *testing.F) {
	for _, seed := range []string{"PKR 1500000000.00", "USD 0", "EUR 1e3", "pkr -1", "PKR", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := ocs.ParseMoney(text)
		if err != nil {
			return
		}
		written, err := m.MarshalText()
		if err != nil {
			t.Fatalf("%q can't be written: %v", text, err)
		}
		if again, err := ocs.ParseMoney(string(written)); err != nil || again != m {
			t.Errorf("%q is written %q, read again as %v, %v", text, written, again, err)
		}
	})
}
