package strategy_test

import (
	"fmt"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// An agency sends its figures as a table. All rows are taken or none.
func ExampleIndex_ReadFeed() {
	s := measuredSmall()
	table := "id,date,value\nconviction,2028-12-31,160\nassisted,31/12/2028,90\n"
	_, findings, err := strategy.NewIndex(&s).ReadFeed("january.csv", strings.NewReader(table), nil)
	if err != nil {
		fmt.Println(err)
	}
	for _, f := range findings {
		fmt.Println(f)
		fmt.Println("  ", f.Help)
	}
	// Output:
	// january.csv:2:1: error: no indicator "conviction" [feed-id]
	//    did you mean "convictions"?
	// january.csv:3:10: error: "31/12/2028" is not a date [feed-date]
	//    write YYYY-MM-DD; YYYY-MM, YYYY-Qn or YYYY for a month, quarter or year
}

// A feed is merged into a copy. A value for a date that has one is a
// correction, and is said.
func ExampleFeed_Apply() {
	s := measuredSmall()
	table := "id,date,value,note\nconvictions,2027,124,recount\nassisted,2027,110,\n"
	feed, _, err := strategy.NewIndex(&s).ReadFeed("january.csv", strings.NewReader(table), nil)
	if err != nil {
		fmt.Println(err)
	}
	merged, result := feed.Apply(&s, strategy.Report{ID: "january", By: "interior", Made: ocs.MustDate("2028-01-20")})
	fmt.Printf("%d added, %d corrected\n", result.Added, result.Replaced)
	for _, c := range result.Corrections {
		fmt.Println(c)
	}
	for _, r := range merged.Reports {
		fmt.Println(r.ID, len(r.Readings))
	}
	// Output:
	// 1 added, 1 corrected
	// january.csv:2:1: info: report "yearly": reading of "convictions" on 2027 was corrected: 124, was 122 [feed-correction]
	// yearly 1
	// january 1
}
