package strategy_test

import (
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// Every view gives a table, or several: what a monitoring unit sends round as
// spreadsheets.
func ExampleTable() {
	s := underWay()
	ix := strategy.NewIndex(&s)
	today := ocs.MustDate("2027-07-15")

	coverage := ix.Coverage(today, nil)
	ranking := ix.Ranking(today, nil)
	who := ix.Responsibility(today, nil)
	tables := []strategy.Table{
		coverage.Table(), coverage.LinesTable(), coverage.MarketsTable(), coverage.GapsTable(),
		ranking.Table(), ranking.SwapsTable(),
		ix.Logframe(today, nil).Table(),
		who.Table(), who.LoadTable(), who.MandatesTable(), who.BodiesTable(), who.SuccessionTable(),
		ix.Budget(today, nil).Table(),
		ix.Delivery(today, nil).Table(), ix.Overdue(today).Table(), ix.Schedule(today).Table(),
		ix.Changes(ix.Reported(today), today).Table(),
		ix.Progress(today, nil).Table(), ix.Rollup(today, nil).Table(),
	}
	for _, t := range tables {
		fmt.Printf("%s: %d columns, %d rows\n", t.Title, len(t.Columns), len(t.Rows))
	}
	// Output:
	// Threats by pillars: objectives / commitments: 10 columns, 2 rows
	// Coverage by victims, areas, treaty articles and goals: 7 columns, 30 rows
	// Criminal markets and the threats that are about them: 4 columns, 41 rows
	// Gaps: 4 columns, 75 rows
	// Threats by assessment: 13 columns, 2 rows
	// Pairs that may stand the other way round: 2 columns, 0 rows
	// Logical framework: 12 columns, 6 rows
	// Actors by roles: number of commitments: 11 columns, 2 rows
	// Load by quarter: commitments led + joined: 23 columns, 2 rows
	// Leads without the mandate: 7 columns, 0 rows
	// Coordination bodies: 9 columns, 0 rows
	// Commitments that outlive their lead or its mandate: 6 columns, 0 rows
	// Money by pillar; what serves several pillars is whole under each: 15 columns, 0 rows
	// Delivery of commitments as of 2027-07-15: 11 columns, 3 rows
	// What falls due as of 2027-07-15: 7 columns, 1 rows
	// Schedule by dependencies as of 2027-07-15: 14 columns, 2 rows
	// What changed since 2027-03-31 as of 2027-07-15: 6 columns, 3 rows
	// Progress of indicators as of 2027-07-15: 13 columns, 0 rows
	// Progress (mean, missing data left-out) as of 2027-07-15: 8 columns, 7 rows
}

// The money of a strategy by everything that it is counted by.
func ExampleBudget_Tables() {
	rupees := &strategy.BudgetOptions{Currency: "PKR"}
	for _, t := range strategy.NewIndex(funded()).Budget(ocs.MustDate("2026-12-31"), rupees).Tables() {
		fmt.Printf("%s: %d\n", t.Title, len(t.Rows))
	}
	// Output:
	// Total: 1
	// By pillar: 2
	// By threat: 2
	// By source of funding: 2
	// By donor: 1
	// By lead: 1
	// By year: 3
	// Budget lines by pillar: 2
}
