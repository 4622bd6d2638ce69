package strategy_test

import (
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// measuredSmall is the illustrative strategy with an indicator for each
// objective; only one has been read.
func measuredSmall() strategy.Strategy {
	s := small()
	for i, id := range []pillar.IndicatorID{"convictions", "assisted"} {
		s.Objectives[i].Indicators = []pillar.Indicator{{
			ID: id, Kind: pillar.Outcome, Direction: pillar.Increase, Unit: "persons", Frequency: ocs.CadenceAnnually,
			Baseline: pillar.Baseline{Value: ocs.Num(100), Date: ocs.MustDate("2026")},
			Targets:  []pillar.Target{{By: ocs.MustDate("2028"), Value: ocs.Num(150)}, {By: ocs.MustDate("2031"), Value: ocs.Num(300)}},
		}}
	}
	s.Reports = []strategy.Report{{ID: "yearly", Readings: []strategy.Reading{
		{Indicator: "convictions", Date: ocs.MustDate("2027"), Value: ocs.Num(122)},
	}}}
	return s
}

// How far is each indicator on its way? A reading is held against the first
// target due after it; by the end of 2027 half of the way to it was expected.
func ExampleIndex_Progress() {
	s := measuredSmall()
	for _, p := range strategy.NewIndex(&s).Progress(ocs.MustDate("2028-02-01"), nil).Indicators {
		fmt.Printf("%s: %s (%s)", p.Indicator, p.Status, p.Rule)
		if p.Achievement.IsSet() {
			fmt.Printf(", %v %% of the way to %v, %v %% expected", p.Achievement, p.Target.Value, p.Expected)
		}
		fmt.Println()
	}
	// Output:
	// convictions: behind (behind), 44 % of the way to 150, 49.93 % expected
	// assisted: no-data (no-reading)
}

// An agency with bands of its own replaces the policy. The first rule that
// matches decides.
func ExampleStatusPolicy() {
	s := measuredSmall()
	policy := strategy.StatusPolicy{
		{Code: "green", Status: strategy.ProgressOnTrack, Measure: strategy.MeasureHealth, AtLeast: ocs.Num(80)},
		{Code: "red", Status: strategy.ProgressAtRisk, Measure: strategy.MeasureHealth},
	}
	v := strategy.NewIndex(&s).Progress(ocs.MustDate("2028-02-01"), &strategy.ProgressOptions{Policy: policy})
	fmt.Println(v.Indicators[0].Status, v.Indicators[0].Rule)
	// Output:
	// on-track green
}

// The policy that holds unless another is given.
func ExampleDefaultStatusPolicy() {
	for _, r := range strategy.DefaultStatusPolicy() {
		fmt.Printf("%s: %s", r.Status, r.Measure)
		if r.AtLeast.IsSet() {
			fmt.Printf(" at least %v %%", r.AtLeast)
		}
		if r.Above.IsSet() {
			fmt.Printf(" above %v %%", r.Above)
		}
		fmt.Println()
	}
	// Output:
	// exceeded: overall above 100 %
	// achieved: overall at least 100 %
	// on-track: health above 105 %
	// on-track: health at least 95 %
	// behind: health at least 85 %
	// at-risk: health
}

// How does the whole stand? The share of missing data stands beside it.
func ExampleIndex_Rollup() {
	s := measuredSmall()
	v := strategy.NewIndex(&s).Rollup(ocs.MustDate("2028-02-01"), &strategy.RollupOptions{Method: strategy.RollupMean})
	for _, p := range v.Pillars {
		if p.Indicators > 0 {
			fmt.Printf("%s: %s, %d of %d without data\n", p.ID, p.Status, p.MissingData, p.Indicators)
		}
	}
	fmt.Printf("the strategy: %s, %v %% without data\n", v.Strategy.Status, v.Strategy.MissingShare)
	// Output:
	// pursue: behind, 0 of 1 without data
	// protect: no-data, 1 of 1 without data
	// the strategy: behind, 50 % without data
}
