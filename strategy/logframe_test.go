package strategy_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

func TestLogframe(t *testing.T) {
	s := viewed()
	s.Objectives[0].Assumptions = []string{"courts are staffed"}
	s.Objectives[0].Indicators = []pillar.Indicator{{ID: "i-impact", Kind: pillar.Impact}, {ID: "i-plain"}, {ID: "i-outcome", Kind: pillar.Outcome, Source: "court register"},
		{ID: "i-output", Kind: pillar.Output}, {ID: "i-input", Kind: pillar.Input}}
	s.Plans[1].Commitments[0].Indicators = []pillar.Indicator{{ID: "i-units", Kind: pillar.Output}, {ID: "i-own"}}
	s.Risks = []strategy.Risk{{ID: "r-all", Affects: []ocs.ID{"viewed"}}, {ID: "r-cases", Affects: []ocs.ID{"cases", "units", "units"}}, {ID: "r-none"}}

	l := strategy.NewIndex(s).Logframe(ocs.Date{}, nil)
	var got []string
	for _, r := range l.Rows {
		text := fmt.Sprint(r.Level, " ", r.Element, " under ", r.Under, " also ", r.Also, ":")
		for _, i := range r.Indicators {
			text += fmt.Sprint(" ", i.ID, "@", i.Of)
		}
		for _, k := range r.Risks {
			text += fmt.Sprint(" !", k.ID)
		}
		got = append(got, text)
	}
	want := []string{
		"impact viewed under  also []: i-impact@cases !r-all !r-none",
		"outcome cases under  also []: i-plain@cases i-outcome@cases !r-cases",
		"output cases under  also []: i-output@cases",
		"activity cases under  also []: i-input@cases",
		"output units under cases also []: i-units@units",
		"activity units under cases also []: i-own@units !r-cases",
		"activity unit-cars under cases also []:",
		"activity law under cases also []:",
		"outcome care under  also []:",
		"outcome shelters under care also []:",
		"activity beds under shelters also [care]:",
		"outcome papers-register under  also []:",
		"outcome skills under  also []:",
		"activity loose under  also [nowhere]:",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if got := l.Rows[1].Assumptions; len(got) != 1 {
		t.Errorf("assumptions %q", got)
	}
	checkShape(t, l.Table())
}

func TestLogframeOfBrokenStrategy(t *testing.T) {
	s := broken()
	l := strategy.NewIndex(s).Logframe(ocs.MustDate("2026-10-01"), &strategy.LogframeOptions{All: true})
	activities := 0
	for _, r := range l.Rows {
		if r.Level == strategy.ActivityLevel {
			activities++
		}
	}
	total := 0
	for _, p := range s.Plans {
		total += len(p.Commitments)
	}
	if activities != total-1 { // one was cancelled
		t.Errorf("%d activities of %d commitments", activities, total)
	}
}

func TestLogframeTableCells(t *testing.T) {
	s := &strategy.Strategy{Objectives: []pillar.Objective{{ID: "o", Indicators: []pillar.Indicator{
		{ID: "a", Baseline: pillar.Baseline{Value: ocs.Num(0), Date: ocs.MustDate("2025")}, Targets: []pillar.Target{{By: ocs.MustDate("2027"), Value: ocs.Num(4)},
			{By: ocs.MustDate("2028"), Comparator: pillar.AtLeast, Value: ocs.Num(8)}}},
		{ID: "b", Baseline: pillar.Baseline{Pending: "no register", By: ocs.MustDate("2027")}},
		{ID: "c", Baseline: pillar.Baseline{Text: "no"}, Targets: []pillar.Target{{By: ocs.MustDate("2027"), Text: "yes"}}},
	}}}}
	var got [][]string
	for _, row := range strategy.NewIndex(s).Logframe(ocs.Date{}, nil).Table().Rows[1:] {
		got = append(got, row[7:9])
	}
	want := [][]string{{"0 (2025)", "4 by 2027; at-least 8 by 2028"}, {"pending 2027", ""}, {"no", "yes by 2027"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("cells (-want +got):\n%s", diff)
	}
}

func BenchmarkLogframe(b *testing.B) {
	benchmarkView(b, func(ix *strategy.Index) { ix.Logframe(ocs.Date{}, nil) })
}
