package strategy_test

import (
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// What it costs and who pays, in rupees by the plan's own rate. What serves two
// pillars is whole under each, and the total counts it once.
func ExampleIndex_Budget() {
	b := strategy.NewIndex(funded()).Budget(ocs.MustDate("2026-12-31"), &strategy.BudgetOptions{Currency: "PKR"})
	for _, r := range b.Pillars {
		fmt.Printf("%s: %s %s, of which %s also elsewhere\n", r.Name, r.Currency, r.Cost, r.Shared)
	}
	for _, r := range b.Total {
		fmt.Printf("in all: %s %s, %s %% funded, pledged %s\n", r.Currency, r.Cost, r.FundedShare, r.Pledged)
	}
	for _, r := range b.Years {
		fmt.Println(r.Key, r.Cost)
	}
	for _, c := range b.Conversions {
		fmt.Printf("1 %s is %s %s by plan %s\n", c.Rate.From, c.Rate.Rate, c.Rate.To, c.Plan)
	}
	// Output:
	// Pursue: PKR 1000, of which 1000 also elsewhere
	// Protect: PKR 1000.10, of which 1000 also elsewhere
	// in all: PKR 1000.10, 50.0 % funded, pledged 600.00
	// 2026 504.03
	// 2027 496.03
	// 2028 0.04
	// 1 GBP is 400 PKR by plan p
}
