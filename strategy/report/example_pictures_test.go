package report_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/report"
)

// Pakistan's strategy two illustrative years on.
func monitored() (*strategy.Index, *report.Options) {
	s := nsaoc.Monitored()
	return strategy.NewIndex(&s), &report.Options{AsOf: ocs.MustDate("2028-06-30")}
}

// A picture is a whole svg element: it goes into a page of one's own as it is,
// or into a file. What it shows is there in words and as a table, too.
func ExampleCoverage() {
	ix, o := monitored()
	p := report.Coverage(ix, o)

	dir, err := os.MkdirTemp("", "pictures")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, p.Name+".svg"), p.SVG, 0o644); err != nil {
		panic(err)
	}
	fmt.Println(p.Title)
	fmt.Println(p.Description)
	fmt.Println(len(p.Table.Rows), "rows behind it")
	// Output:
	// Threats and pillars
	// As of 30 June 2028. Commitments that count against each threat under each pillar. Threats: 15; without any commitment: 2. Priority threats with a gap under a pillar: 1.
	// 16 rows behind it
}

func ExampleRisks() {
	ix, o := monitored()
	o.Language = "fr"
	fmt.Println(report.Risks(ix, o).Description)
	// Output:
	// Risques : 6 ; dans les deux teintes les plus graves : 4 ; sans cotation : 0.
}

func ExampleThreatRanking() {
	ix, o := monitored()
	fmt.Println(report.ThreatRanking(ix, o).Description)
	// Output:
	// As of 30 June 2028. Threats ranked by the method gi-toc-2021, the worst first: 11; not ranked: 4.
}

func ExampleBudgetByPillar() {
	ix, o := monitored()
	p := report.BudgetByPillar(ix, o)
	fmt.Println(p.Table.Rows[1][1:4]) // exact, where the picture rounds
	// Output:
	// [Prevent PKR 2015000000]
}

func ExampleBudgetBySource() {
	ix, o := monitored()
	for _, row := range report.BudgetBySource(ix, o).Table.Rows {
		fmt.Printf("%s: %s requested %q, committed %q\n", row[0], row[2], row[5], row[7])
	}
	// Output:
	// state-budget: PKR requested "700000000", committed "3932500000"
	// provincial-budget: PKR requested "570000000", committed "1405000000"
	// donor: GBP requested "2940000", committed ""
	// recovered-assets: PKR requested "70000000", committed ""
}

func ExampleResponsibilities() {
	ix, o := monitored()
	fmt.Println(report.Responsibilities(ix, o).Description)
	// Output:
	// As of 30 June 2028. Commitments by actor and role. Actors: 45, of which lead something: 29. Commitments without a lead: 0; beyond the lead’s stated mandate: 0.
}

func ExampleTimeline() {
	ix, o := monitored()
	for _, p := range report.Timeline(ix, o) {
		fmt.Println(p.Name, "|", p.Title)
		fmt.Println(p.Description)
	}
	// Output:
	// timeline-1 | Federal action plan against organised crime (illustrative), part 1 of 2
	// As of 30 June 2028. Commitments: 17. on track 9 · late 4 · blocked 1 · delivered 3
	// timeline-2 | Federal action plan against organised crime (illustrative), part 2 of 2
	// As of 30 June 2028. Commitments: 17. no information 1 · not started 1 · on track 9 · late 1 · blocked 1 · delivered 3 · cancelled 1
	// timeline-3 | Provincial plan on trafficking and the protection of victims (illustrative)
	// As of 30 June 2028. Commitments: 20. no information 1 · not started 2 · on track 7 · late 9 · delivered 1
}

func ExampleIndicators() {
	ix, o := monitored()
	pictures := report.Indicators(ix, o)
	p := pictures[0]
	fmt.Println(len(pictures), "pictures")
	fmt.Println(p.Name, "|", p.Title)
	fmt.Println(p.Description)
	// Output:
	// 48 pictures
	// indicator-i-recruitment-youth | Young people who complete a prevention programme in the exposed districts
	// on track. Baseline: 0 (30 June 2026). Latest: 11,400 (31 December 2027). Target: 60,000 (30 June 2031). Readings that have fallen due since and are missing: 1.
}

// A wiki draws the diagrams itself.
func ExampleMermaid() {
	ix, o := monitored()
	for _, d := range report.Mermaid(ix, o) {
		if d.Name == "dependencies-1" {
			fmt.Print(d.Text)
		}
	}
	// Output:
	// flowchart LR
	//     n1["Sign the rules for sharing intelligence between agencies and provinces"]
	//     n2["Open a joint intelligence desk on organised crime"]
	//     n1 --> n2
	//     n3["Agree on one national procedure to identify and refer victims of trafficking"]
	//     n4["Screen smuggled migrants for need of protection, at the border and on return"]
	//     n3 --> n4
	//     n5["Build a platform on which reported accounts and numbers are blocked within a day"]
	//     n6["Run a help line for persons abused or blackmailed online"]
	//     n5 --> n6
	//     n7["Establish the baselines of all indicators"]
	//     n8["Count offences in all agencies by the international classification of crime"]
	//     n7 --> n8
	//     n9["Take children who are made to beg to care and not to custody"]
	//     n3 --> n9
}

func ExampleMarkdown() {
	ix, o := monitored()
	var wiki strings.Builder
	if err := report.Markdown(&wiki, ix, o); err != nil {
		panic(err)
	}
	lines := strings.Split(wiki.String(), "\n")
	fmt.Println(lines[0])
	fmt.Println(lines[2])
	// Output:
	// # National Strategy Against Organised Crime of Pakistan
	// **TLP:AMBER**
}
