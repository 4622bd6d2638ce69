package strategy_test

import (
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// The strategy as a logical framework.
func ExampleIndex_Logframe() {
	s := small()
	s.Vision = "Nobody is bought or sold"
	s.Objectives[0].Assumptions = []string{"courts are staffed"}
	s.Objectives[0].Indicators = []pillar.Indicator{
		{ID: "convictions", Name: "convictions for trafficking", Kind: pillar.Outcome, Source: "court register"},
		{ID: "units-open", Name: "units at work", Kind: pillar.Output, Source: "order of the agency"},
	}
	for _, r := range strategy.NewIndex(&s).Logframe(ocs.MustDate("2027-01-01"), nil).Rows {
		fmt.Printf("%s: %s\n", r.Level, r.Text)
		for _, i := range r.Indicators {
			fmt.Printf("  measured by %s (%s)\n", i.Name, i.Source)
		}
		for _, a := range r.Assumptions {
			fmt.Printf("  provided that %s\n", a)
		}
	}
	// Output:
	// impact: Nobody is bought or sold
	// outcome: Trafficking networks are investigated and brought to court
	//   measured by convictions for trafficking (court register)
	//   provided that courts are staffed
	// output: Trafficking networks are investigated and brought to court
	//   measured by units at work (order of the agency)
	// activity: Set up joint investigation units
	// outcome: Victims are identified and assisted
	// activity: Adopt a referral procedure
}
