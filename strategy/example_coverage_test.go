package strategy_test

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// What is done about each threat, under each pillar, and what is not.
func ExampleIndex_Coverage() {
	s := small()
	s.Objectives = append(s.Objectives, pillar.Objective{ID: "data", Title: "Data are shared", Horizontal: true, Threats: []threat.ID{"laundering"}})
	cv := strategy.NewIndex(&s).Coverage(ocs.MustDate("2027-01-01"), nil)
	for _, row := range cv.Threats {
		cell := row.Cell(pillar.Protect)
		fmt.Println(row.Name, "under Protect:", cell.Objectives, cell.Commitments)
		fmt.Println("  outside the pillars:", row.Horizontal().Objectives)
	}
	for _, g := range cv.Gaps {
		if g.Priority || g.Kind == strategy.PillarEmpty {
			fmt.Println(g.Kind, cmp.Or(g.About, "-"), cmp.Or(g.Pillar, "-"))
		}
	}
	// Output:
	// Trafficking in persons under Protect: [assist] [referral]
	//   outside the pillars: []
	// Money laundering under Protect: [] []
	//   outside the pillars: [data]
	// threat-unassessed trafficking -
	// threat-unfunded trafficking -
	// threat-pillar-empty trafficking prevent
	// threat-pillar-empty trafficking promote
	// pillar-empty - prevent
	// pillar-empty - promote
}

// Each view gives tables, and each table can be given to a spreadsheet.
func ExampleTable_WriteCSV() {
	s := small()
	s.Threats[1].Name = "=laundering" // a spreadsheet would take this for a formula
	table := strategy.NewIndex(&s).Coverage(ocs.Date{}, nil).Table()
	var out strings.Builder
	if err := table.WriteCSV(&out); err != nil {
		panic(err)
	}
	fmt.Print(strings.ReplaceAll(out.String(), "\r\n", "\n"))
	// Output:
	// threat,name,prevent,pursue,protect,promote,horizontal,total,funded,delivered
	// trafficking,Trafficking in persons,,1 / 2,1 / 1,,,2 / 2,0,0
	// laundering,'=laundering,,,,,,,0,0
}
