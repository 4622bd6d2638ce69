package strategy_test

import (
	"os"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// What a consultation did to a draft, for those who have to approve it.
func ExampleDiff() {
	draft, consulted := small(), small()
	consulted.Stage = ocs.StageConsultation
	c := &consulted.Plans[0].Commitments[0]
	c.Lead, c.Deadline = "interior", ocs.MustDeadline("2028-06-30")
	consulted.Objectives[0].Threats = append(consulted.Objectives[0].Threats, "laundering")

	strategy.Diff(&draft, &consulted).WriteText(os.Stdout)
	// Output:
	// from example (draft)
	// to   example (consultation)
	// 4 edits, of which 1 weakens the strategy
	//
	// strategy "example": Illustrative strategy against organised crime
	//     stage changed from draft to consultation
	//
	// objective "investigate": Trafficking networks are investigated and brought to court
	//     threats added: laundering
	//
	// commitment "units": Set up joint investigation units
	//     lead changed from fia to interior
	//   ! deadline moved from 2027-Q2 to 2028-06-30 [deadline-later]
}
