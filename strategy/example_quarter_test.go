package strategy_test

import (
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// What a steering committee asks each quarter, of an illustrative strategy: how
// things stand, what is late and whom it holds up, what comes next, and what is
// new since the last report.
func Example_quarter() {
	s := underWay()
	ix := strategy.NewIndex(&s)
	today := ocs.MustDate("2027-07-15")

	for _, c := range ix.Delivery(today, nil).Counts {
		fmt.Println(c.Count, c.Standing)
	}
	for _, i := range ix.Overdue(today).Items {
		fmt.Println("overdue:", i.ID, "by", i.Responsible)
	}
	for _, e := range ix.Schedule(today).Entries {
		if e.StartsLater > 0 {
			fmt.Println("held up:", e.Commitment, "by", e.Because)
		}
	}
	next := ocs.Period{Start: today, End: today.Add(6, ocs.Months)}
	for _, i := range ix.Agenda(next, today).Items {
		fmt.Println("next:", i.ID, "on", i.Due)
	}
	for _, c := range ix.Changes(ix.Reported(today), today).List {
		fmt.Println("changed:", c.ID, c.Field)
	}
	// Output:
	// 1 no-information
	// 1 late
	// 1 delivered
	// overdue: units by fia
	// held up: cases by units
	// next: cases on 2027-12-31
	// changed: units standing
	// changed: cases standing
	// changed: spring report
}

// Up to which day is it known how things stand?
func ExampleIndex_Reported() {
	s := underWay()
	ix := strategy.NewIndex(&s)
	// The report on the first quarter was made on 10 April.
	fmt.Println(ix.Reported(ocs.MustDate("2027-04-09")).IsZero(), ix.Reported(ocs.MustDate("2027-04-10")))
	// Output: true 2027-03-31
}

// Which threats does no objective answer?
func ExampleIndex_Unanswered() {
	s := small()
	for t := range strategy.NewIndex(&s).Unanswered() {
		fmt.Println(t.Name)
	}
	// Output: Money laundering
}
