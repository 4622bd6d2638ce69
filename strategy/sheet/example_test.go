package sheet_test

import (
	"fmt"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/sheet"
)

const plan = `S.No,Pillar,Strategic objective,Activity,Lead agency,Timeline,Status
1,Pursue,Networks are brought to court,Set up joint investigation units,Federal Investigation Agency (FIA),30/06/2027,Ongoing
`

// A ministry's table is read by a mapping: what its columns hold, how it writes
// dates, and what its words mean.
func ExampleRead() {
	m := sheet.Suggest([]string{"S.No", "Pillar", "Strategic objective", "Activity", "Lead agency", "Timeline", "Status"})
	m.AsOf = ocs.MustDate("2027-03-31")
	m.Dates = []string{"dd/mm/yyyy"}
	m.Terms = append(m.Terms, sheet.Term{Field: sheet.FieldState, Text: "Ongoing", Means: string(strategy.OnTrack)})
	doc := sheet.Read("plan.csv", []byte(plan), &m, nil)
	for _, f := range doc.Findings {
		fmt.Println(f)
	}
	c := doc.Strategy.Plans[0].Commitments[0]
	fmt.Println(c.ID, c.Lead, c.Deadline, doc.Strategy.Reports[0].Updates[0].State)
	// Output:
	// set-up-joint-investigation-units fia 2027-06-30 on-track
}

// What can't be read is a finding with its place, and its row isn't taken.
func ExampleRead_fault() {
	doc := sheet.Read("plan.csv", []byte(plan), nil, nil)
	for _, f := range doc.Findings {
		if f.Severity == ocs.Error {
			fmt.Println(f)
		}
	}
	fmt.Println(doc.Taken, "rows taken")
	// Output:
	// plan.csv:2:108: error: "30/06/2027" is not a time [sheet-date]
	// plan.csv:2:119: error: "Ongoing" is not in the vocabulary [sheet-term]
	// 0 rows taken
}

// A mapping is begun from the headings of a table.
func ExampleSuggest() {
	for _, c := range sheet.Suggest([]string{"S.No", "Activity", "Lead agency", "Budget (PKR million)", "Performance indicator"}).Columns {
		fmt.Println(strings.TrimSpace(fmt.Sprintf("%s: %s %s %s", c.Header, c.Field, c.Currency, c.Multiplier)))
	}
	// Output:
	// S.No: keep
	// Activity: title
	// Lead agency: lead
	// Budget (PKR million): cost PKR 1000000
	// Performance indicator: indicators
}

// A mapping is checked before it is used.
func ExampleMapping_Check() {
	m := sheet.Mapping{Columns: []sheet.Column{{Header: "Activity", Field: "titel"}}, Dates: []string{"dd/mm"}}
	for _, f := range m.Check() {
		fmt.Println(f.Path, f.Message)
	}
	// Output:
	// /columns/0/field no such field: "titel"
	// /columns no column holds activities
	// /dates/0 "dd/mm" is no way to write a date
}

// Faults describes the kinds of findings.
func ExampleFaults() {
	f := sheet.Faults()[0]
	fmt.Println(f.Code, f.Severity, "-", f.Title)
	// Output:
	// sheet-mapping error - The mapping is sound
}
