package ocs

import (
	"errors"
	"strings"
)

// Money is an exact amount in one currency: "PKR 1500000000.00". The zero value
// is no money, which is not an amount of 0.
type Money struct {
	// Amount counts in the currency's main unit: rupees, not paisas.
	Amount   Decimal
	Currency Currency
}

// ErrCurrency is returned where amounts of different currencies would be mixed.
var ErrCurrency = errors.New("amounts are in different currencies")

const moneySyntax = `money is a currency code and a number, such as "PKR 1500000.00"`

// ParseMoney reads money as String writes it: three letters, one space, and a
// number without thousands separators. Anything else is an error. Whether the
// letters are a currency in use is not checked here; see Currency.Known.
func ParseMoney(s string) (Money, error) {
	code, number, _ := strings.Cut(s, " ")
	if _, ok := scanNumber(number); !ok || !letters(code, 3) {
		return Money{}, textError(moneySyntax, s)
	}
	amount, err := ParseDecimal(number)
	if err != nil {
		return Money{}, err
	}
	return Money{amount, Currency(code)}, nil
}

// MustMoney is ParseMoney for money written in code; it panics on an error.
func MustMoney(s string) Money { return must(ParseMoney(s)) }

// letters reports whether s consists of n ASCII letters.
func letters(s string, n int) bool {
	for i := range len(s) {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return len(s) == n
}

// IsZero reports whether m is no money. It is false for an amount of 0.
func (m Money) IsZero() bool { return m.Amount.IsZero() && m.Currency == "" }

// Equal reports whether m and n are the same amount of the same currency.
func (m Money) Equal(n Money) bool { return m.Currency == n.Currency && m.Amount.Equal(n.Amount) }

// Compare orders amounts of one currency. It isn't ok if the currencies
// differ.
func (m Money) Compare(n Money) (order int, ok bool) {
	if m.Currency != n.Currency {
		return 0, false
	}
	return m.Amount.Compare(n.Amount), true
}

// Add returns m + n. No money adds nothing, so that the zero value begins a sum.
// The error is ErrCurrency or ErrOverflow.
func (m Money) Add(n Money) (Money, error) { return m.combine(n, Decimal.Add) }

// Sub returns m - n. No money counts as nothing. The error is ErrCurrency or
// ErrOverflow.
func (m Money) Sub(n Money) (Money, error) { return m.combine(n, Decimal.Sub) }

func (m Money) combine(n Money, op func(a, b Decimal) (Decimal, error)) (Money, error) {
	currency := m.Currency
	switch {
	case m.IsZero():
		currency = n.Currency
	case !n.IsZero() && n.Currency != m.Currency:
		return Money{}, ErrCurrency
	}
	amount, err := op(m.Amount, n.Amount)
	if err != nil {
		return Money{}, err
	}
	return Money{amount, currency}, nil
}

// Convert returns m in another currency at a rate, which is the price of one
// unit of m's currency in the other. The result is exact; rounding is for the
// caller to do. The error is ErrOverflow.
func (m Money) Convert(rate Decimal, to Currency) (Money, error) {
	amount, err := m.Amount.Mul(rate)
	if err != nil || amount.IsZero() {
		return Money{}, err
	}
	return Money{amount, to}, nil
}

// String returns the money as documents write it, or "" for no money.
func (m Money) String() string { return string(m.append(nil)) }

func (m Money) append(b []byte) []byte {
	if m.IsZero() {
		return b
	}
	return m.Amount.append(append(append(b, m.Currency...), ' '))
}

// AppendText appends the text that String returns. It fails for money that
// ParseMoney wouldn't read: a currency without an amount, an amount without a
// currency, or a currency that isn't three letters.
func (m Money) AppendText(b []byte) ([]byte, error) {
	if !m.IsZero() && (m.Amount.IsZero() || !letters(string(m.Currency), 3)) {
		return nil, textError(moneySyntax, m.String())
	}
	return m.append(b), nil
}

// MarshalText is AppendText to an empty text.
func (m Money) MarshalText() ([]byte, error) { return m.AppendText([]byte{}) }

// UnmarshalText reads money as ParseMoney does; empty text is no money.
func (m *Money) UnmarshalText(text []byte) (err error) {
	*m, err = parseText(text, ParseMoney)
	return err
}
