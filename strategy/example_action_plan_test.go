package strategy_test

import (
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// The action plan as a table for a spreadsheet.
func ExampleIndex_ActionPlan() {
	s := underWay()
	table := strategy.NewIndex(&s).ActionPlan(ocs.MustDate("2027-07-15"), nil)
	for _, row := range table.Rows {
		fmt.Println(row[4], row[8], row[14], row[22])
	}
	fmt.Println(table.Columns[4], table.Columns[8], table.Columns[14], table.Columns[22])
	// Output:
	// units fia 2027-Q2 late
	// referral interior adoption+90d delivered
	// cases fia 2027-12-31 no-information
	// commitment lead deadline standing
}

// Who has which part in what.
func ExampleIndex_ResponsibilityMatrix() {
	s := small()
	table := strategy.NewIndex(&s).ResponsibilityMatrix(ocs.MustDate("2027-01-01"), nil)
	for _, row := range append([][]string{table.Columns}, table.Rows...) {
		fmt.Printf("%q\n", row)
	}
	// Output:
	// ["plan" "commitment" "title" "marking" "interior" "fia" "others"]
	// ["federal" "units" "Set up joint investigation units" "clear" "" "lead" ""]
	// ["federal" "referral" "Adopt a referral procedure" "clear" "lead" "supporting" ""]
}

// How each indicator is measured, and how it stands.
func ExampleIndex_MonitoringPlan() {
	s := measuredSmall()
	for _, row := range strategy.NewIndex(&s).MonitoringPlan(ocs.MustDate("2028-02-01"), nil).Rows {
		fmt.Printf("%s from %s: %s now, %s\n", row[0], row[6], row[12], row[14])
	}
	// Output:
	// convictions from 100: 122 now, behind
	// assisted from 100:  now, no-data
}

// A text that a spreadsheet would take for a formula gets an apostrophe in CSV,
// which is taken off again.
func ExampleCellText() {
	fmt.Println(strategy.CellText("'=SUM(A1:A9)"), strategy.CellText("'tis"), strategy.CellText("-12.5"))
	// Output:
	// =SUM(A1:A9) 'tis -12.5
}
