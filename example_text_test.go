package ocs_test

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/ocs-framework/ocs"
)

func ExampleDate() {
	by := ocs.MustDate("2027-Q2")
	fmt.Println(by.First(), by.Last())
	fmt.Println(by.Before(ocs.MustDate("2027-07-01")), by.Before(ocs.MustDate("2027")))
	fmt.Println(ocs.MustDate("2027-01-31").Add(1, ocs.Months))
	// Output:
	// 2027-04-01 2027-06-30
	// true false
	// 2027-02-28
}

func ExampleParseDate() {
	_, err := ocs.ParseDate("30 June 2027")
	fmt.Println(err)
	// Output: a date is YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD, not "30 June 2027"
}

func ExamplePeriod() {
	strategy, plan := ocs.MustPeriod("2026/2030"), ocs.MustPeriod("2026-07-01/2031-06-30")
	fmt.Println(plan.Within(strategy), plan.Overlaps(strategy))
	// Output: false true
}

func ExampleDeadline_Resolve() {
	adoption := func(anchor ocs.ID) ocs.Date {
		if anchor == ocs.AnchorAdoption {
			return ocs.MustDate("2026-03-01")
		}
		return ocs.Date{}
	}
	for _, text := range []string{"adoption+90d", "2027-Q2", "continuous"} {
		fmt.Printf("%s: %q\n", text, ocs.MustDeadline(text).Resolve(adoption))
	}
	// Output:
	// adoption+90d: "2026-05-30"
	// 2027-Q2: "2027-Q2"
	// continuous: ""
}

func ExampleMoney_Add() {
	var total ocs.Money
	for _, line := range []string{"PKR 1500000000.00", "PKR 0.10"} {
		total, _ = total.Add(ocs.MustMoney(line))
	}
	fmt.Println(total)
	_, err := total.Add(ocs.MustMoney("USD 1"))
	fmt.Println(err)
	// Output:
	// PKR 1500000000.10
	// amounts are in different currencies
}

func ExampleDecimal() {
	type baseline struct {
		Value ocs.Decimal `json:"value,omitzero"`
	}
	for _, b := range []baseline{{}, {ocs.Num(0)}, {ocs.MustDecimal("1.50")}} {
		text, _ := json.Marshal(b)
		fmt.Println(string(text))
	}
	// Output:
	// {}
	// {"value":0}
	// {"value":1.50}
}

func ExampleArticle() {
	a := ocs.Article("untoc/20.1")
	fmt.Println(a.Treaty().Name())
	fmt.Printf("article %d: %s (%s)\n", a.Number(), a.Title(), a.Grade())
	// Output:
	// United Nations Convention against Transnational Organized Crime
	// article 20: Special investigative techniques (recalled)
}

func ExampleNearest() {
	stages := ocs.Stage("").Terms()
	fmt.Printf("%q\n", ocs.Nearest("adoptd", slices.Values(stages)))
	fmt.Printf("%q\n", ocs.Nearest("abandoned", slices.Values(stages)))
	// Output:
	// "adopted"
	// ""
}

func ExampleMarking_Compare() {
	markings := []ocs.Marking{"red", "clear", "amber+strict"}
	fmt.Println(slices.MaxFunc(markings, ocs.Marking.Compare).Label())
	// Output: TLP:RED
}
