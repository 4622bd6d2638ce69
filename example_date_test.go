package ocs_test

import (
	"fmt"
	"slices"

	"github.com/ocs-framework/ocs"
)

// A date is as exact as its author made it, and stands for all its days.
func ExampleDate() {
	by := ocs.MustDate("2027-Q2")
	fmt.Println(by.Precision(), by.Year(), by.First(), by.Last())

	// What is certain: every day of one against every day of the other.
	fmt.Println(by.Before(ocs.MustDate("2027-07-01")), by.Before(ocs.MustDate("2027")), by.After(ocs.MustDate("2026")))
	// Output:
	// quarter 2027 2027-04-01 2027-06-30
	// true false true
}

func ExampleParseDate() {
	_, err := ocs.ParseDate("30 June 2027")
	fmt.Println(err)
	// Output: a date is YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD, not "30 June 2027"
}

func ExampleDate_Add() {
	fmt.Println(ocs.MustDate("2027-01-31").Add(1, ocs.Months)) // February is shorter
	fmt.Println(ocs.MustDate("2027-Q2").Add(6, ocs.Months))    // two whole quarters
	fmt.Println(ocs.MustDate("2027-Q2").Add(90, ocs.Days))     // from the quarter's last day
	// Output:
	// 2027-02-28
	// 2027-Q4
	// 2027-09-28
}

func ExampleDate_DaysUntil() {
	due, today := ocs.MustDate("2027-06-30"), ocs.MustDate("2027-07-15")
	fmt.Println(due.DaysUntil(today), "days late")
	// Output: 15 days late
}

func ExampleDate_Compare() {
	dates := []ocs.Date{ocs.MustDate("2027"), ocs.MustDate("2027-06"), ocs.MustDate("2027-01-01"), ocs.MustDate("2026-Q4")}
	slices.SortFunc(dates, ocs.Date.Compare)
	fmt.Println(dates)
	// Output: [2026-Q4 2027-01-01 2027 2027-06]
}

// Both ends belong to a period, and either may be open.
func ExamplePeriod() {
	strategy, plan := ocs.MustPeriod("2026/2030"), ocs.MustPeriod("2026-07-01/2031-06-30")
	fmt.Println(strategy.First(), strategy.Last())
	fmt.Println(plan.Within(strategy), plan.Overlaps(strategy))

	until := ocs.MustPeriod("/2025-04") // an agency's time before its tasks passed to another
	fmt.Println(until.Contains(ocs.MustDate("2025-04-30")), until.First().IsZero())
	// Output:
	// 2026-01-01 2030-12-31
	// false true
	// true true
}

func ExampleParsePeriod() {
	p, err := ocs.ParsePeriod("2030/2026") // turned round: read as it stands, for a rule to report
	fmt.Println(p, err, p.Contains(ocs.MustDate("2028")))
	_, err = ocs.ParsePeriod("2026 to 2030")
	fmt.Println(err != nil)
	// Output:
	// 2030/2026 <nil> false
	// true
}

// The ways in which action plans say by when.
func ExampleDeadline() {
	for _, text := range []string{"2027-Q2", "quarterly", "continuous", "m-training+6m"} {
		d := ocs.MustDeadline(text)
		if date, ok := d.Date(); ok {
			fmt.Println("by", date.Last())
		} else if cadence, ok := d.Every(); ok {
			fmt.Println("every", cadence.Months(), "months")
		} else if anchor, n, unit, ok := d.After(); ok {
			fmt.Printf("%d%c after %s\n", n, unit, anchor)
		} else if d.Continuous() {
			fmt.Println("all the time")
		}
	}
	// Output:
	// by 2027-06-30
	// every 3 months
	// all the time
	// 6m after m-training
}

func ExampleParseDeadline() {
	_, err := ocs.ParseDeadline("soon")
	fmt.Println(err != nil)
	// Output: true
}

// A term counts from an event, for the caller to date.
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
