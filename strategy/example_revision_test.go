package strategy_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

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

// A reviewer is shown first what weakens the strategy; a tool reads the same as
// JSON.
func ExampleRevision() {
	adopted, proposal := small(), small()
	proposal.Plans[0].Commitments[1].Deadline = ocs.MustDeadline("adoption+1y")
	proposal.Objectives[1].Threats = nil
	r := strategy.Diff(&adopted, &proposal)
	fmt.Println(len(r.Edits), "edits,", r.Weakenings(), "weaken the strategy")
	for _, e := range r.Edits {
		fmt.Printf("%s: %s [%s]\n", e.Element, e, e.Weakens)
	}

	var page, data strings.Builder
	if err := errors.Join(r.WriteMarkdown(&page), r.WriteJSON(&data)); err != nil {
		fmt.Println(err)
		return
	}
	heading, _, _ := strings.Cut(page.String(), "\n")
	fmt.Println(heading)
	fmt.Println(json.Valid([]byte(data.String())))
	// Output:
	// 2 edits, 2 weaken the strategy
	// objective "assist": threats removed: trafficking [ambition-narrowed]
	// commitment "referral": deadline moved from adoption+90d to adoption+1y [deadline-later]
	// # What changed
	// true
}

// What one ministry proposes is carried over into the text of another, as long
// as that says what was edited.
func ExampleRevision_Apply() {
	draft, proposal, other := small(), small(), small()
	proposal.Plans[0].Commitments[0].Deadline = ocs.MustDeadline("2028-Q1")
	other.Title = "Strategy against organised crime (illustrative)"

	r := strategy.Diff(&draft, &proposal)
	both, err := r.Apply(&other)
	fmt.Println(both.Title, both.Plans[0].Commitments[0].Deadline, err)

	other.Plans[0].Commitments[0].Deadline = ocs.MustDeadline("2029")
	_, err = r.Apply(&other)
	fmt.Println(err)
	// Output:
	// Strategy against organised crime (illustrative) 2028-Q1 <nil>
	// strategy: the revision doesn't fit: /plans/0/commitments/0/deadline (changed): the value isn't what it was
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

// The codes that a merge may report, for a tool that explains them.
func ExampleMergeRules() {
	for _, r := range strategy.MergeRules() {
		fmt.Println(r.Code, "-", r.Title)
	}
	// Output:
	// merge-conflict - no value is changed in two ways
	// merge-deleted - nothing is deleted in one draft and changed in the other
	// merge-moved - no element is moved to two places
	// merge-breaks - two drafts together break no rule that each of them keeps
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

// A plan that was adopted by itself has a digest of its own. Reports and the
// adoption itself are no part of the text.
func ExamplePlan_Digest() {
	s := small()
	p := &s.Plans[0]
	before, err := p.Digest()
	if err != nil {
		fmt.Println(err)
		return
	}
	p.Adoption = strategy.Adoption{Body: "interior", Date: ocs.MustDate("2026-08-14"), Digest: before}
	after, _ := p.Digest()
	p.Owner = "fia"
	edited, _ := p.Digest()
	fmt.Println(after == before, edited == before)
	// Output: true false
}
