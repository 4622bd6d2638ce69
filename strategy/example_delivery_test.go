package strategy_test

import (
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// underWay is the illustrative strategy of these examples some way into its
// delivery: the units were to be set up first, and the cases wait for them.
func underWay() strategy.Strategy {
	s := small()
	s.Adoption.Date = ocs.MustDate("2026-07-01")
	s.Plans[0].Commitments = append(s.Plans[0].Commitments, strategy.Commitment{
		ID: "cases", Title: "Bring joint cases to court", Lead: "fia", DependsOn: []strategy.CommitmentID{"units"},
		Start: ocs.MustDate("2027-07-01"), Deadline: ocs.MustDeadline("2027-12-31"),
	})
	s.Reports = []strategy.Report{{
		ID: "spring", By: "interior", Made: ocs.MustDate("2027-04-10"), Covers: ocs.MustPeriod("2027-Q1"),
		Updates: []strategy.Update{
			{Commitment: "units", Date: ocs.MustDate("2027-03-31"), State: strategy.OnTrack, Percent: ocs.Num(60)},
			{Commitment: "referral", Date: ocs.MustDate("2026-10-05"), State: strategy.Complete},
		},
	}}
	return s
}

// How does each commitment stand, and why?
func ExampleIndex_Delivery() {
	s := underWay()
	ix := strategy.NewIndex(&s)
	for _, d := range ix.Delivery(ocs.MustDate("2027-07-15"), nil).Commitments {
		fmt.Printf("%s: %s (%s), %s\n", d.Commitment, d.Standing, d.Rule, d.Reason)
	}
	// Output:
	// units: late (deadline-passed), was due 2027-06-30 and isn't reported complete
	// referral: delivered (reported-complete), reported complete
	// cases: no-information (unreported), nothing is reported
}

// What is still to be delivered, for a list of what to ask about.
func ExampleDelivery_Open() {
	s := underWay()
	ix := strategy.NewIndex(&s)
	for _, d := range ix.Delivery(ocs.MustDate("2027-07-15"), nil).Commitments {
		if d.Open() {
			fmt.Println(d.Commitment, "is open:", d.Standing)
		}
	}
	// Output:
	// units is open: late
	// cases is open: no-information
}

// What falls due in a quarter?
func ExampleIndex_Agenda() {
	s := underWay()
	agenda := strategy.NewIndex(&s).Agenda(ocs.MustPeriod("2027-Q2"), ocs.MustDate("2027-04-15"))
	for _, i := range agenda.Items {
		fmt.Println(i.Due, i.Kind, i.ID, i.Responsible)
	}
	fmt.Println(agenda.Table().Columns) // every view is also a table, for spreadsheets
	// Output:
	// 2027-06-30 commitment units fia
	// [due kind id of responsible done days late]
}

// What is overdue?
func ExampleIndex_Overdue() {
	s := underWay()
	for _, i := range strategy.NewIndex(&s).Overdue(ocs.MustDate("2027-07-15")).Items {
		fmt.Println(i.Kind, i.ID, "by", i.Responsible, "is", i.DaysLate, "days late")
	}
	// Output:
	// commitment units by fia is 15 days late
}

// Who starts later because of whom?
func ExampleIndex_Schedule() {
	s := underWay()
	v := strategy.NewIndex(&s).Schedule(ocs.MustDate("2027-07-15"))
	for _, e := range v.Entries {
		if e.StartsLater > 0 {
			fmt.Printf("%s starts %d days later because of %s, and ends %v\n", e.Commitment, e.StartsLater, e.Because, e.ExpectedEnd)
		}
	}
	fmt.Println("critical:", v.Critical)
	// Output:
	// cases starts 15 days later because of units, and ends 2028-01-15
	// critical: [units cases]
}

// What changed since the last report?
func ExampleIndex_Changes() {
	s := underWay()
	ix := strategy.NewIndex(&s)
	today := ocs.MustDate("2027-07-15")
	for _, c := range ix.Changes(ix.Reported(today), today).List {
		fmt.Printf("%s %s: %s was %q, is %q\n", c.Kind, c.ID, c.Field, c.Before, c.After)
	}
	// Output:
	// commitment units: standing was "on-track", is "late"
	// commitment cases: standing was "not-started", is "no-information"
	// report spring: report was "", is "made"
}
