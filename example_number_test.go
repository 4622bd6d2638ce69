package ocs_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/ocs-framework/ocs"
)

// No number and the number 0 are two things, in JSON too.
func ExampleDecimal() {
	type baseline struct {
		Value ocs.Decimal `json:"value,omitzero"`
	}
	for _, b := range []baseline{{}, {ocs.Num(0)}, {ocs.MustDecimal("1.50")}} {
		text, _ := json.Marshal(b)
		fmt.Println(string(text), b.Value.IsSet(), b.Value.Sign())
	}
	// Output:
	// {} false 0
	// {"value":0} true 0
	// {"value":1.50} true 1
}

func ExampleParseDecimal() {
	d, err := ocs.ParseDecimal("1.5e3")
	fmt.Println(d, err)
	_, err = ocs.ParseDecimal("1,500")
	fmt.Println(err != nil)
	// Output:
	// 1500 <nil>
	// true
}

// How far an indicator has come, worked out exactly.
func ExampleDecimal_Sub() {
	baseline, target, reading := ocs.Num(120), ocs.Num(400), ocs.MustDecimal("190.00")
	done, err := reading.Sub(baseline)
	if err != nil {
		fmt.Println(err)
		return
	}
	all, _ := target.Sub(baseline)
	quarter, _ := all.Mul(ocs.MustDecimal("0.25"))
	fmt.Println(done, "of", all)
	fmt.Println("a quarter of the way:", done.Equal(quarter))
	fmt.Printf("%.1f %%\n", 100*done.Float64()/all.Float64()) // for a chart
	// Output:
	// 70.00 of 280
	// a quarter of the way: true
	// 25.0 %
}

// A sum begins with no number. A result that can't be held is never rounded.
func ExampleDecimal_Add() {
	var sum ocs.Decimal
	for _, score := range []string{"8.5", "7", "0.25"} {
		sum, _ = sum.Add(ocs.MustDecimal(score))
	}
	fmt.Println(sum)

	_, err := ocs.MustDecimal("9000000000000000000").Add(ocs.MustDecimal("0.5"))
	fmt.Println(errors.Is(err, ocs.ErrOverflow))
	// Output:
	// 15.75
	// true
}

func ExampleDecimal_Compare() {
	scores := []ocs.Decimal{ocs.MustDecimal("8.5"), ocs.Num(10), {}, ocs.Num(-1)}
	slices.SortFunc(scores, ocs.Decimal.Compare)
	fmt.Printf("%q\n", scores)
	// Output: ["" "-1" "8.5" "10"]
}

// Money adds up to the last place, and only in one currency.
func ExampleMoney_Add() {
	var total ocs.Money
	for _, line := range []string{"PKR 1500000000.00", "PKR 0.10"} {
		total, _ = total.Add(ocs.MustMoney(line))
	}
	fmt.Println(total)
	_, err := total.Add(ocs.MustMoney("USD 1"))
	fmt.Println(errors.Is(err, ocs.ErrCurrency))
	// Output:
	// PKR 1500000000.10
	// true
}

func ExampleParseMoney() {
	m, err := ocs.ParseMoney("PKR 1500000000.00")
	fmt.Println(m.Amount, m.Currency, err)
	_, err = ocs.ParseMoney("Rs. 1.5 billion")
	fmt.Println(err != nil)
	// Output:
	// 1500000000.00 PKR <nil>
	// true
}

// What of a cost is still to be found, where the donor pays in another currency.
func ExampleMoney_Convert() {
	cost, grant := ocs.MustMoney("PKR 1000000"), ocs.MustMoney("GBP 1500")
	given, err := grant.Convert(ocs.MustDecimal("400"), "PKR") // an illustrative rate
	if err != nil {
		fmt.Println(err)
		return
	}
	missing, err := cost.Sub(given)
	fmt.Println(missing, err)
	order, ok := given.Compare(cost)
	fmt.Println(order < 0, ok)
	_, ok = grant.Compare(cost)
	fmt.Println("comparable without a rate:", ok)
	fmt.Println(given.Equal(ocs.MustMoney("PKR 600000.00")))
	// Output:
	// PKR 400000 <nil>
	// true true
	// comparable without a rate: false
	// true
}
