package report

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// bigStrategy has n commitments, with as many of everything else as a large
// strategy may have: a tenth of objectives with an indicator each, a hundredth of threats.
func bigStrategy(n int) *strategy.Strategy {
	s := &strategy.Strategy{Schema: strategy.Schema, ID: "big", Title: "A big strategy", Stage: ocs.StageImplementation, Period: ocs.MustPeriod("2026-07/2031-06")}
	pillars := []pillar.ID{pillar.Prevent, pillar.Pursue, pillar.Protect, pillar.Promote}
	for i := range max(4, n/100) {
		s.Threats = append(s.Threats, threat.Threat{ID: threat.ID(fmt.Sprint("t", i)), Name: fmt.Sprint("Threat number ", i), Priority: i%3 == 0})
		s.Actors = append(s.Actors, actor.Actor{ID: actor.ID(fmt.Sprint("a", i)), Name: fmt.Sprint("Office number ", i)})
		s.Risks = append(s.Risks, strategy.Risk{ID: ocs.ID(fmt.Sprint("r", i)), Description: "Something may go wrong.", Likelihood: strategy.High, Impact: strategy.Medium})
	}
	var report strategy.Report
	report.ID, report.Made = "report", ocs.MustDate("2028-06-30")
	for i := range max(4, n/10) {
		id := pillar.IndicatorID(fmt.Sprint("i", i))
		s.Objectives = append(s.Objectives, pillar.Objective{ID: pillar.ObjectiveID(fmt.Sprint("o", i)), Pillar: pillars[i%4], Title: fmt.Sprint("Objective number ", i),
			Threats: []threat.ID{s.Threats[i%len(s.Threats)].ID},
			Indicators: []pillar.Indicator{{ID: id, Name: "Cases brought to court", Unit: "cases", Direction: pillar.Increase, Frequency: ocs.CadenceAnnually,
				Baseline: pillar.Baseline{Value: ocs.Num(10), Date: ocs.MustDate("2026-06-30")}, Targets: []pillar.Target{{By: ocs.MustDate("2031-06-30"), Value: ocs.Num(90)}}}}})
		report.Readings = append(report.Readings, strategy.Reading{Indicator: id, Date: ocs.MustDate("2027-12-31"), Value: ocs.Num(int64(10 + i%50))})
	}
	plan := strategy.Plan{ID: "plan", Title: "The plan", Period: s.Period}
	for i := range n {
		c := strategy.Commitment{ID: strategy.CommitmentID(fmt.Sprint("c", i)), Title: fmt.Sprint("Do the thing of number ", i, " in every district"),
			Objectives: []pillar.ObjectiveID{s.Objectives[i%len(s.Objectives)].ID}, Lead: s.Actors[i%len(s.Actors)].ID,
			Start: ocs.MustDate("2026-07-01"), Deadline: ocs.MustDeadline(fmt.Sprintf("%d-Q%d", 2027+i%4, 1+i%3)),
			Costs: []strategy.Cost{{Money: ocs.MustMoney("PKR 1000000")}}}
		if i%5 == 1 {
			c.DependsOn = []strategy.CommitmentID{plan.Commitments[i-1].ID}
		}
		plan.Commitments = append(plan.Commitments, c)
		report.Updates = append(report.Updates, strategy.Update{Commitment: c.ID, Date: ocs.MustDate("2028-03-31"), State: []strategy.State{strategy.OnTrack, strategy.Delayed, strategy.Complete}[i%3]})
	}
	s.Plans, s.Reports = []strategy.Plan{plan}, []strategy.Report{report}
	return s
}

// TestBigPictures: what has no room in a picture of thousands is said to be in
// the table, and is there.
func TestBigPictures(t *testing.T) {
	ix := strategy.NewIndex(bigStrategy(5000))
	o := &Options{AsOf: exampleDay}
	rows := 0
	for k, p := range allPictures(ix, o) {
		if len(p.SVG) > 200_000 {
			t.Errorf("%s has %d bytes", p.Name, len(p.SVG))
		}
		if k < 10 {
			checkSafe(t, &p, o)
			checkFits(t, &p)
		}
		switch p.Name {
		case "timeline-1", "indicators":
			rows += len(p.Table.Rows)
		}
	}
	if rows != 5500 {
		t.Errorf("tables hold %d commitments and indicators, not 5500", rows)
	}
	for _, d := range Mermaid(ix, o) {
		checkDiagram(t, &d)
	}
}

func BenchmarkPictures(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		ix := strategy.NewIndex(bigStrategy(n))
		o := &Options{AsOf: exampleDay}
		for _, draw := range []struct {
			name string
			call func() int
		}{
			{"coverage", func() int { return len(Coverage(ix, o).SVG) }},
			{"timeline", func() int { return size(Timeline(ix, o)) }},
			{"responsibilities", func() int { return len(Responsibilities(ix, o).SVG) }},
			{"indicators", func() int { return size(Indicators(ix, o)) }},
			{"budget", func() int { return len(BudgetByPillar(ix, o).SVG) }},
			{"mermaid", func() int {
				n := 0
				for _, d := range Mermaid(ix, o) {
					n += len(d.Text)
				}
				return n
			}},
			{"markdown", func() int {
				var w bytes.Buffer
				_ = Markdown(&w, ix, o)
				return w.Len()
			}},
		} {
			b.Run(fmt.Sprint(draw.name, "-", n), func(b *testing.B) {
				size := 0
				b.ReportAllocs()
				for b.Loop() {
					size = draw.call()
				}
				b.ReportMetric(float64(size), "bytes")
			})
		}
	}
}

func size(list []Picture) int {
	n := 0
	for _, p := range list {
		n += len(p.SVG)
	}
	return n
}
