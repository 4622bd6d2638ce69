package strategy_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// generatedReports is the generated strategy of about n objects with two
// updates on each commitment and two readings of each indicator.
func generatedReports(n int) *strategy.Strategy {
	s := generated(n, false)
	for k, on := range []string{"2027-06-30", "2026-12-31"} {
		r := strategy.Report{ID: ocs.ID(fmt.Sprint("report-", k)), Made: date(on)}
		for i := range s.Plans[0].Commitments {
			state := []strategy.State{strategy.OnTrack, strategy.Delayed, strategy.Complete}[(i+k)%3]
			r.Updates = append(r.Updates, strategy.Update{Commitment: s.Plans[0].Commitments[i].ID, Date: date(on), State: state, Percent: ocs.Num(40)})
		}
		for i := range s.Objectives {
			r.Readings = append(r.Readings, strategy.Reading{Indicator: s.Objectives[i].Indicators[0].ID, Date: date(on), Value: ocs.Num(int64(120 + i%300))})
		}
		s.Reports = append(s.Reports, r)
	}
	return s
}

// BenchmarkViews asks the questions about delivery of a strategy of 100,000
// objects.
func BenchmarkViews(b *testing.B) {
	s := generatedReports(100_000)
	ix := strategy.NewIndex(s)
	today := date("2028-07-15")
	var feed bytes.Buffer
	feed.WriteString("id,date,value\n")
	for i := range s.Objectives {
		fmt.Fprintf(&feed, "%s,2028-06-30,%d\n", s.Objectives[i].Indicators[0].ID, 130+i%300)
	}
	merged, _, err := ix.ReadFeed("feed", bytes.NewReader(feed.Bytes()), nil)
	if err != nil {
		b.Fatal(err)
	}
	for _, q := range []struct {
		name string
		ask  func()
	}{
		{"delivery", func() { ix.Delivery(today, nil) }},
		{"agenda", func() { ix.Agenda(ocs.MustPeriod("2028-Q2"), today) }},
		{"overdue", func() { ix.Overdue(today) }},
		{"schedule", func() { ix.Schedule(today) }},
		{"changes", func() { ix.Changes(date("2027-12-31"), today) }},
		{"progress", func() { ix.Progress(today, nil) }},
		{"rollup", func() { ix.Rollup(today, nil) }},
		{"read feed", func() { _, _, _ = ix.ReadFeed("feed", bytes.NewReader(feed.Bytes()), nil) }},
		{"apply feed", func() { merged.Apply(s, strategy.Report{ID: "new"}) }},
	} {
		b.Run(q.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				q.ask()
			}
		})
	}
}
