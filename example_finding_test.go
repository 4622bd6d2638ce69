package ocs_test

import (
	"errors"
	"fmt"
	"slices"

	"github.com/ocs-framework/ocs"
)

// Findings are a value; where an error is wanted, they give one.
func ExampleFindings() {
	findings := ocs.Findings{
		{Rule: "budget-total", Severity: ocs.Warning, Path: "/plans/0/total",
			Pos: ocs.Position{File: "plan.yaml", Line: 60, Column: 5, Offset: 1890}, Element: ocs.Element{Kind: "plan", ID: "federal"},
			Message: "plan has lines that add up to PKR 940"},
		{Rule: "commitment-without-lead", Severity: ocs.Error, Path: "/plans/0/commitments/3/lead",
			Pos: ocs.Position{File: "plan.yaml", Line: 41, Column: 5, Offset: 1204}, Element: ocs.Element{Kind: "commitment", ID: "c-12"},
			Message: "commitment has no lead", Help: "name the one accountable actor"},
	}
	findings.Sort() // by file and place
	fmt.Println(findings.Count(ocs.Error), "error; the worst is", findings.Max())
	for _, f := range findings {
		fmt.Println(f.Pos, f.Sentence())
	}
	// Output:
	// 1 error; the worst is error
	// plan.yaml:41:5 commitment "c-12" has no lead
	// plan.yaml:60:5 plan "federal" has lines that add up to PKR 940
}

func ExampleFindings_Err() {
	findings := ocs.Findings{{
		Rule: "commitment-without-lead", Severity: ocs.Error, Path: "/plans/0/commitments/3/lead",
		Pos: ocs.Position{File: "plan.yaml", Line: 41, Column: 5}, Message: "commitment \"c-12\" has no lead",
	}}
	err := findings.Err()
	fmt.Println(err)
	if first, ok := errors.AsType[ocs.Finding](err); ok {
		fmt.Println(first.Rule)
	}
	fmt.Println(findings[:0].Err())
	// Output:
	// plan.yaml:41:5: error: commitment "c-12" has no lead [commitment-without-lead]
	// commitment-without-lead
	// <nil>
}

// A pointer is the place of a value, whatever file it stands in.
func ExamplePointer() {
	commitment := ocs.Pointer("/plans").Index(0).Append("commitments").Index(3)
	lead := commitment.Append("lead")
	fmt.Println(lead, lead.Last(), lead.Parent() == commitment)
	fmt.Println(commitment.Contains(lead), commitment.Contains("/plans/0/commitments/30"))

	tracker := ocs.Pointer("/extensions").Append("punjab-police.gov.pk/tracker")
	fmt.Println(tracker)
	fmt.Printf("%q\n", slices.Collect(tracker.Tokens()))
	// Output:
	// /plans/0/commitments/3/lead lead true
	// true false
	// /extensions/punjab-police.gov.pk~1tracker
	// ["extensions" "punjab-police.gov.pk/tracker"]
}

// What a draft may lack, an adopted text may not.
func ExampleLevels() {
	levels := ocs.Levels("-WEEE")
	for _, s := range []ocs.Stage{ocs.StageDraft, ocs.StageConsultation, ocs.StageAdopted} {
		fmt.Println(s, levels.At(s))
	}
	fmt.Println(ocs.Levels("WE").Valid())
	// Output:
	// draft off
	// consultation warning
	// adopted error
	// false
}

// A rule of an agency quotes what the document says without letting it run on,
// or steer the terminal.
func ExampleQuote() {
	fmt.Println("the title is", ocs.Quote("A title that somebody pasted a whole paragraph into"))
	fmt.Println("the title is", ocs.Quote("Action plan\x1b[2J"))
	// Output:
	// the title is "A title that somebody pasted a whole par…"
	// the title is "Action plan\x1b[2J"
}
