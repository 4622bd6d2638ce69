package strategy

import (
	"cmp"
	"math/big"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs"
)

// sumOf is what a sum is of.
type sumOf uint8

const (
	ofCost sumOf = iota
	ofShared
	ofRequested
	ofPledged
	ofCommitted
	ofDisbursed
	ofUnstated
	ofDonor
	sums
)

var sumNames = [sums]string{"cost", "shared", "requested", "pledged", "committed", "disbursed", "unstated", "donor"}

// statusSum returns the sum into which funding of that status goes.
func statusSum(s FundingStatus) sumOf {
	switch s {
	case Requested:
		return ofRequested
	case Pledged:
		return ofPledged
	case Committed:
		return ofCommitted
	case Disbursed:
		return ofDisbursed
	}
	return ofUnstated
}

// currencies numbers currencies as they come.
type currencies struct {
	codes  []ocs.Currency
	places map[ocs.Currency]int
}

func newCurrencies() *currencies { return &currencies{places: make(map[ocs.Currency]int)} }

func (c *currencies) place(code ocs.Currency) int {
	n, ok := c.places[code]
	if !ok {
		n = len(c.codes)
		c.places[code] = n
		c.codes = append(c.codes, code)
	}
	return n
}

// ledger adds up money by what it is for and by currency.
type ledger struct {
	money   *currencies
	entries []ledgerEntry
	places  map[[2]int]int // of the entries, by what they are for and currency
}

type ledgerEntry struct {
	of, currency int
	sums         [sums]ocs.Decimal
	over         [sums]bool // the sum has too many digits
	commitments  int
	last         int // one more than the last commitment counted
}

func newLedger(money *currencies) *ledger {
	return &ledger{money: money, places: make(map[[2]int]int)}
}

// add enters an amount; commitment is -1 for what isn't of a commitment.
func (l *ledger) add(of, currency int, f sumOf, amount ocs.Decimal, commitment int) {
	key := [2]int{of, currency}
	n, ok := l.places[key]
	if !ok {
		n = len(l.entries)
		l.places[key] = n
		l.entries = append(l.entries, ledgerEntry{of: of, currency: currency})
	}
	e := &l.entries[n]
	sum, err := e.sums[f].Add(amount)
	if err != nil {
		e.over[f] = true
	}
	e.sums[f] = sum
	if commitment >= 0 && e.last != commitment+1 {
		e.last = commitment + 1
		e.commitments++
	}
}

// rows returns the entries in order of what they are for, then of currency.
func (l *ledger) rows(name func(of int) (key, name string)) []MoneyRow {
	slices.SortFunc(l.entries, func(a, b ledgerEntry) int {
		return cmp.Or(cmp.Compare(a.of, b.of), cmp.Compare(l.money.codes[a.currency], l.money.codes[b.currency]))
	})
	var rows []MoneyRow
	for i := range l.entries {
		e := &l.entries[i]
		r := MoneyRow{Currency: l.money.codes[e.currency], Commitments: e.commitments}
		r.Key, r.Name = name(e.of)
		for f, to := range []*ocs.Decimal{&r.Cost, &r.Shared, &r.Requested, &r.Pledged, &r.Committed, &r.Disbursed, &r.Unstated, &r.Donor} {
			if e.over[f] {
				r.Unknown = append(r.Unknown, sumNames[f])
			} else {
				*to = e.sums[f]
			}
		}
		if funded, ok := e.together(ofCommitted, ofDisbursed, ofUnstated); ok && !e.over[ofCost] && e.commitments > 0 {
			r.FundedShare = percent(funded, e.sums[ofCost])
		}
		if all, ok := e.together(ofRequested, ofPledged, ofCommitted, ofDisbursed, ofUnstated); ok && !e.over[ofDonor] {
			r.DonorShare = percent(e.sums[ofDonor], all)
		}
		rows = append(rows, r)
	}
	return rows
}

// together adds several sums, if they are known.
func (e *ledgerEntry) together(fields ...sumOf) (ocs.Decimal, bool) {
	total := ocs.Num(0)
	for _, f := range fields {
		var err error
		if total, err = total.Add(e.sums[f]); err != nil || e.over[f] {
			return ocs.Decimal{}, false
		}
	}
	return total, true
}

// percent returns part of whole in percent, rounded half up to a tenth, or no
// number if whole isn't above 0 or there are too many digits.
func percent(part, whole ocs.Decimal) ocs.Decimal {
	if whole.Sign() <= 0 {
		return ocs.Decimal{}
	}
	share := new(big.Rat).Quo(rational(part), rational(whole))
	d, _ := ocs.ParseDecimal(share.Mul(share, big.NewRat(100, 1)).FloatString(1))
	return d
}

// undated stands for the year of money of which the time isn't known. It sorts
// after all years.
const undated = 10_000

// maxYears bounds the years over which a sum is split.
const maxYears = 100

type yearShare struct {
	year   int
	amount ocs.Decimal
}

// byYear splits an amount over the years of the period in proportion to their
// days, in units of its last place. Of each year's share so much is taken as
// brings the running total to the part due by then, rounded towards zero, so
// that the shares add up to the amount. Without both ends, or over more than a
// century, it is undated.
func byYear(amount ocs.Decimal, p ocs.Period) []yearShare {
	first, last := p.First(), p.Last()
	years := last.Year() - first.Year()
	if first.IsZero() || last.IsZero() || last.Before(first) || years >= maxYears {
		return []yearShare{{undated, amount}}
	}
	if years == 0 {
		return []yearShare{{first.Year(), amount}}
	}
	digits, places, negative := coefficient(amount)
	days := uint64(first.DaysUntil(last) + 1)
	shares := make([]yearShare, 0, years+1)
	var given uint64
	for end := first; ; end = end.Add(1, ocs.Days) {
		year := end.Year()
		end = last
		if year < last.Year() {
			end = ocs.MustDate(strconv.Itoa(10_000 + year)[1:] + "-12-31")
		}
		high, low := bits.Mul64(digits, uint64(first.DaysUntil(end)+1))
		due, _ := bits.Div64(high, low, days)
		shares = append(shares, yearShare{year, decimalOf(due-given, places, negative)})
		given = due
		if end == last {
			return shares
		}
	}
}

// coefficient takes a number apart: its digits, and how many of them stand
// after the point.
func coefficient(d ocs.Decimal) (digits uint64, places int, negative bool) {
	text, negative := strings.CutPrefix(d.String(), "-")
	whole, fraction, _ := strings.Cut(text, ".")
	digits, _ = strconv.ParseUint(whole+fraction, 10, 64)
	return digits, len(fraction), negative
}

// decimalOf puts a number together again.
func decimalOf(digits uint64, places int, negative bool) ocs.Decimal {
	text := strconv.FormatUint(digits, 10)
	if places > 0 {
		if len(text) <= places {
			text = strings.Repeat("0", places+1-len(text)) + text
		}
		text = text[:len(text)-places] + "." + text[len(text)-places:]
	}
	if negative {
		text = "-" + text
	}
	return ocs.MustDecimal(text)
}
