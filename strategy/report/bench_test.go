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

// large is a strategy of that many commitments, with as much beside each as
// plans have: a tenth as many objectives, a fifth as many indicators, and two
// years of reports.
func large(commitments int) *strategy.Strategy {
	name := func(kind string, i int) string { return fmt.Sprintf("%s-%d", kind, i) }
	text := func(kind string, i int) string {
		return fmt.Sprintf("%s number %d, in so many words as titles have", kind, i)
	}
	s := &strategy.Strategy{Schema: strategy.Schema, ID: "large", Title: "A large strategy", Stage: ocs.StageImplementation, Period: ocs.MustPeriod("2026/2031"),
		Jurisdiction: strategy.Jurisdiction{Name: "Pakistan", Countries: []ocs.Country{"PK"}}, Languages: []ocs.Language{"en"}}
	for i := range 20 {
		s.Threats = append(s.Threats, threat.Threat{ID: threat.ID(name("t", i)), Name: text("Threat", i), Priority: i%3 == 0})
	}
	for i := range 10 + commitments/50 {
		s.Actors = append(s.Actors, actor.Actor{ID: actor.ID(name("a", i)), Name: text("Agency", i), Kind: actor.LawEnforcement})
	}
	pillars := []pillar.ID{pillar.Prevent, pillar.Pursue, pillar.Protect, pillar.Promote}
	for i := range 1 + commitments/10 {
		o := pillar.Objective{ID: pillar.ObjectiveID(name("o", i)), Title: text("Objective", i), Pillar: pillars[i%4], Threats: []threat.ID{threat.ID(name("t", i%20))}}
		for k := range 2 {
			o.Indicators = append(o.Indicators, pillar.Indicator{ID: pillar.IndicatorID(fmt.Sprintf("i-%d-%d", i, k)), Name: text("Indicator", i), Unit: "cases",
				Direction: pillar.Increase, Baseline: pillar.Baseline{Value: ocs.Num(10), Date: ocs.MustDate("2026")},
				Targets: []pillar.Target{{By: ocs.MustDate("2030"), Value: ocs.Num(100)}}, Frequency: ocs.CadenceAnnually})
		}
		s.Objectives = append(s.Objectives, o)
	}
	made := strategy.Report{ID: "report", Made: ocs.MustDate("2028-01-31"), Covers: ocs.MustPeriod("2027")}
	plan := strategy.Plan{ID: "plan", Title: "A plan", Period: ocs.MustPeriod("2026/2031")}
	for i := range commitments {
		id := strategy.CommitmentID(name("c", i))
		plan.Commitments = append(plan.Commitments, strategy.Commitment{ID: id, Title: text("Commitment", i), Lead: actor.ID(name("a", i%len(s.Actors))),
			Objectives: []pillar.ObjectiveID{s.Objectives[i%len(s.Objectives)].ID}, Deadline: ocs.MustDeadline(fmt.Sprintf("%d-%02d", 2027+i%4, 1+i%12)),
			Partners:   []strategy.Partner{{Actor: actor.ID(name("a", (i+1)%len(s.Actors))), Role: actor.Supporting}},
			Milestones: []strategy.Milestone{{ID: strategy.MilestoneID(name("m", i)), Title: text("Milestone", i), Due: ocs.MustDeadline("2027-06")}},
			Costs:      []strategy.Cost{{Money: ocs.MustMoney("PKR 1000000")}},
			Funding:    []strategy.Funding{{Source: strategy.StateBudget, Money: ocs.MustMoney("PKR 500000"), Status: strategy.Committed}}})
		made.Updates = append(made.Updates, strategy.Update{Commitment: id, Date: ocs.MustDate("2027-12-31"), State: strategy.OnTrack, Percent: ocs.Num(int64(i % 100))})
	}
	s.Plans, s.Reports = []strategy.Plan{plan}, []strategy.Report{made}
	return s
}

func BenchmarkHTML(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			ix := strategy.NewIndex(large(n))
			o := &Options{AsOf: ocs.MustDate("2028-06-30")}
			var page bytes.Buffer
			for b.Loop() {
				page.Reset()
				if err := HTML(&page, ix, o); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(page.Len()), "bytes/page")
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/commitment")
		})
	}
}
