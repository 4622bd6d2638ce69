package strategy_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// pakistan2021 are the scores of Pakistan's ten markets in the Global Organized
// Crime Index of 2021.
func pakistan2021() *strategy.Strategy {
	s := &strategy.Strategy{}
	for _, m := range []struct {
		market threat.Market
		score  string
	}{
		{threat.TraffickingInPersons, "8.0"}, {threat.SmugglingOfMigrants, "7.0"}, {threat.FirearmsTrafficking, "8.0"}, {threat.FloraCrime, "4.5"},
		{threat.FaunaCrime, "5.0"}, {threat.NonRenewableResources, "5.5"}, {threat.HeroinTrafficking, "8.5"}, {threat.CocaineTrafficking, "3.0"},
		{threat.CannabisTrafficking, "7.0"}, {threat.SyntheticDrugTrafficking, "6.5"},
	} {
		s.Threats = append(s.Threats, threat.Threat{ID: threat.ID(m.market), Markets: []threat.Market{m.market}, Assessments: []threat.Assessment{{
			Method: "gi-toc-2021", Date: ocs.MustDate("2021"), Scale: threat.Scale{Min: ocs.Num(1), Max: ocs.Num(10), Worse: threat.HighIsWorse}, Score: ocs.MustDecimal(m.score),
		}}})
	}
	return s
}

// The index's published sub-score for markets is 6.30.
func TestRankingMeanOfPakistan2021(t *testing.T) {
	r := strategy.NewIndex(pakistan2021()).Ranking(ocs.Date{}, nil)
	if got := r.Mean.String(); got != "6.30" {
		t.Errorf("mean %s, want 6.30", got)
	}
	var got []string
	for _, v := range r.Ranked {
		got = append(got, fmt.Sprint(v.Rank, v.Tied, " ", v.Threat))
	}
	want := []string{"1 false heroin-trafficking", "2 true trafficking-in-persons", "2 true firearms-trafficking", "4 true smuggling-of-migrants", "4 true cannabis-trafficking",
		"6 false synthetic-drug-trafficking", "7 false non-renewable-resources", "8 false fauna-crime", "9 false flora-crime", "10 false cocaine-trafficking"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func assessed(id threat.ID, as ...threat.Assessment) threat.Threat {
	return threat.Threat{ID: id, Assessments: as}
}

func TestRanking(t *testing.T) {
	up := threat.Scale{Min: ocs.Num(0), Max: ocs.Num(10), Worse: threat.HighIsWorse}
	down := threat.Scale{Min: ocs.Num(1), Max: ocs.Num(5), Worse: threat.LowIsWorse}
	score := func(n string, date string) threat.Assessment {
		return threat.Assessment{Method: "m", Scale: up, Score: ocs.MustDecimal(n), Date: ocs.MustDate(date)}
	}
	for _, tt := range []struct {
		name     string
		threats  []threat.Threat
		asOf     ocs.Date
		o        *strategy.RankingOptions
		ranked   []string
		unranked []strategy.UnrankedThreat
		mean     string
	}{
		{name: "low is worse", threats: []threat.Threat{assessed("a", threat.Assessment{Scale: down, Score: ocs.Num(4)}), assessed("b", threat.Assessment{Scale: down, Score: ocs.Num(2)})},
			ranked: []string{"b 0.7500", "a 0.2500"}, mean: "3.00"},
		{name: "scales differ", threats: []threat.Threat{assessed("a", threat.Assessment{Method: "m", Scale: down, Score: ocs.Num(4)}), assessed("b", score("2.5", "2026"))},
			ranked: []string{"a 0.2500", "b 0.2500"}},
		{name: "latest", threats: []threat.Threat{assessed("a", score("9", "2024"), score("1", "2025-06"), score("5", "2025"), score("2", "2023"))},
			ranked: []string{"a 0.5000"}, mean: "5.00"},
		{name: "as of a day", asOf: ocs.MustDate("2024-12-31"), threats: []threat.Threat{assessed("a", score("9", "2024"), score("1", "2025"))},
			ranked: []string{"a 0.9000"}, mean: "9.00"},
		{name: "unranked", threats: []threat.Threat{assessed("none"), assessed("other", threat.Assessment{Method: "x"}), assessed("a", score("5", "2026")),
			assessed("no-figure", threat.Assessment{Method: "m", Scale: up}), assessed("off", score("11", "2026")),
			assessed("no-scale", threat.Assessment{Method: "m", Score: ocs.Num(1)}), assessed("no-end", threat.Assessment{Method: "m", Scale: threat.Scale{Max: ocs.Num(5), Worse: threat.HighIsWorse}, Score: ocs.Num(1)}),
			assessed("no-way", threat.Assessment{Method: "m", Scale: threat.Scale{Min: ocs.Num(1), Max: ocs.Num(5)}, Score: ocs.Num(1)})},
			ranked: []string{"a 0.5000"}, mean: "5.00", unranked: []strategy.UnrankedThreat{{Threat: "none", Reason: strategy.NotAssessed}, {Threat: "other", Reason: strategy.OtherMethod},
				{Threat: "no-figure", Reason: strategy.NoFigure}, {Threat: "off", Reason: strategy.BadScale}, {Threat: "no-scale", Reason: strategy.BadScale},
				{Threat: "no-end", Reason: strategy.BadScale}, {Threat: "no-way", Reason: strategy.BadScale}}},
		{name: "method asked for", o: &strategy.RankingOptions{Method: "x"}, threats: []threat.Threat{assessed("a", score("5", "2026"), threat.Assessment{Method: "x", Scale: up, Score: ocs.Num(3)}), assessed("b", score("5", "2026"))},
			ranked: []string{"a 0.3000"}, mean: "3.00", unranked: []strategy.UnrankedThreat{{Threat: "b", Reason: strategy.OtherMethod}}},
		{name: "weights, and capacity counts against", o: &strategy.RankingOptions{Weights: strategy.Weights{Likelihood: 1, Physical: 2, ResponseCapacity: 1}},
			threats: []threat.Threat{assessed("a", threat.Assessment{Scale: up, Likelihood: ocs.Num(4), Harm: threat.Harm{Physical: ocs.Num(10)}, ResponseCapacity: ocs.Num(10)}),
				assessed("b", threat.Assessment{Scale: up, Likelihood: ocs.Num(4), ResponseCapacity: ocs.Num(0)})},
			ranked: []string{"b 0.7000 [physical]", "a 0.6000"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := strategy.NewIndex(&strategy.Strategy{Threats: tt.threats}).Ranking(tt.asOf, tt.o)
			var got []string
			for _, v := range r.Ranked {
				text := string(v.Threat) + " " + v.Value.String()
				if len(v.Missing) > 0 {
					text += fmt.Sprint(" ", v.Missing)
				}
				got = append(got, text)
			}
			if diff := cmp.Diff(tt.ranked, got); diff != "" {
				t.Errorf("ranked (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.unranked, r.Unranked); diff != "" {
				t.Errorf("unranked (-want +got):\n%s", diff)
			}
			if r.Mean.String() != tt.mean {
				t.Errorf("mean %q, want %q", r.Mean, tt.mean)
			}
			checkShape(t, r.Table())
		})
	}
}

func TestRankingSensitivity(t *testing.T) {
	at := func(id threat.ID, n, confidence string, priority bool) threat.Threat {
		return threat.Threat{ID: id, Priority: priority, Assessments: []threat.Assessment{{Scale: threat.Scale{Min: ocs.Num(0), Max: ocs.Num(10), Worse: threat.HighIsWorse},
			Score: ocs.MustDecimal(n), Confidence: threat.Confidence{Scheme: threat.LowMediumHigh, Code: confidence}}}}
	}
	s := &strategy.Strategy{Threats: []threat.Threat{at("a", "9", "high", false), at("b", "8", "high", true), at("c", "7.5", "high", false), at("d", "5.5", "low", true), at("e", "1", "high", false)}}
	r := strategy.NewIndex(s).Ranking(ocs.Date{}, nil)
	var got []string
	for _, v := range r.Ranked {
		got = append(got, fmt.Sprint(v.Threat, " ", v.Best, "-", v.Worst))
	}
	// a 8.5–9.5, b 7.5–8.5, c 7–8, d 3.5–7.5, e 0.5–1.5: where ends only touch, a rank may be shared but none swapped
	if diff := cmp.Diff([]string{"a 1-2", "b 1-4", "c 2-4", "d 2-4", "e 5-5"}, got); diff != "" {
		t.Errorf("ranks (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]strategy.Swap{{Above: "b", Below: "c"}, {Above: "c", Below: "d"}}, r.Swaps); diff != "" {
		t.Errorf("swaps (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]threat.ID{"a", "c"}, r.Outranking); diff != "" {
		t.Errorf("outranking (-want +got):\n%s", diff)
	}
	none := strategy.NewIndex(s).Ranking(ocs.Date{}, &strategy.RankingOptions{Bands: []strategy.ConfidenceBand{}})
	if len(none.Swaps) > 0 {
		t.Errorf("without bands, swaps %v", none.Swaps)
	}
}

func TestRankingBands(t *testing.T) {
	for _, tt := range []struct {
		confidence threat.Confidence
		want       string
	}{
		{threat.Confidence{Scheme: threat.LowMediumHigh, Code: "medium"}, "0.10"},
		{threat.Confidence{Scheme: threat.Percent, Code: "85"}, "0.05"},
		{threat.Confidence{Scheme: threat.Percent, Code: "84.9"}, "0.10"},
		{threat.Confidence{Scheme: threat.Percent, Code: "0"}, "0.20"},
		{threat.Confidence{Scheme: threat.Percent, Code: "much"}, "0.20"},
		{threat.Confidence{Scheme: threat.PHIA, Code: "likely"}, "0.20"},
		{threat.Confidence{}, "0.20"},
	} {
		t.Run(fmt.Sprint(tt.confidence), func(t *testing.T) {
			s := pakistan2021()
			s.Threats = s.Threats[:1]
			s.Threats[0].Assessments[0].Confidence = tt.confidence
			if got := strategy.NewIndex(s).Ranking(ocs.Date{}, nil).Ranked[0].Band.String(); got != tt.want {
				t.Errorf("band %s, want %s", got, tt.want)
			}
		})
	}
}

func TestRankingOfManyEnds(t *testing.T) {
	s := &strategy.Strategy{}
	for i := range 3_000 {
		th := pakistan2021().Threats[i%10]
		th.ID = threat.ID(fmt.Sprint("t-", i))
		s.Threats = append(s.Threats, th)
	}
	r := strategy.NewIndex(s).Ranking(ocs.Date{}, nil)
	if !r.SwapsCut || len(r.Swaps) > 1_000 || r.Mean.String() != "6.30" {
		t.Errorf("%d swaps, cut %t, mean %v", len(r.Swaps), r.SwapsCut, r.Mean)
	}
}

func BenchmarkRanking(b *testing.B) {
	for _, n := range []int{100, 2_000} {
		s := &strategy.Strategy{}
		for i := range n {
			s.Threats = append(s.Threats, pakistan2021().Threats[i%10])
		}
		ix := strategy.NewIndex(s)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ix.Ranking(ocs.Date{}, nil)
			}
		})
	}
}
