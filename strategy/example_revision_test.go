package strategy_test

import (
	"fmt"
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

// Two offices work on one draft, each on its own copy.
func ExampleMerge() {
	base, ministry, agency := small(), small(), small()
	ministry.Plans[0].Commitments[0].Deadline = ocs.MustDeadline("2028-06-30")
	ministry.Title = "Strategy against organised crime (illustrative)"
	agency.Plans[0].Commitments[0].Lead = "interior"
	agency.Title = "Illustrative strategy against serious and organised crime"

	merged, conflicts := strategy.Merge(&base, &ministry, &agency)
	fmt.Println(merged.Plans[0].Commitments[0].Lead, merged.Plans[0].Commitments[0].Deadline)
	for _, c := range conflicts {
		fmt.Println(c.Rule, c.Path)
	}
	// Output:
	// interior 2028-06-30
	// merge-conflict /title
}

// The digest that an adoption states shows later whether the text is still the
// one that was adopted.
func ExampleStrategy_Digest() {
	s := small()
	digest, err := s.Digest()
	if err != nil {
		fmt.Println(err)
		return
	}
	s.Stage = ocs.StageAdopted
	s.Adoption = strategy.Adoption{Body: "interior", Date: ocs.MustDate("2026-08-14"), Digest: digest}

	s.Plans[0].Commitments[0].Deadline = ocs.MustDeadline("2029") // nobody amended it
	for _, f := range strategy.Validate(&s, nil).Findings {
		if f.Rule == "digest-mismatch" {
			fmt.Println(f.Severity, f.Path)
		}
	}
	// Output:
	// error /adoption/digest
}
