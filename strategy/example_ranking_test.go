package strategy_test

import (
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// The order of Pakistan's ten markets in the Global Organized Crime Index of
// 2021, and how far it holds if every score may be off by half a point: 0.5 of
// a scale that is 9 wide.
func ExampleIndex_Ranking() {
	half := []strategy.ConfidenceBand{{Width: ocs.MustDecimal("0.0555")}}
	r := strategy.NewIndex(pakistan2021()).Ranking(ocs.Date{}, &strategy.RankingOptions{Bands: half})
	fmt.Println("mean", r.Mean)
	for _, v := range r.Ranked[:4] {
		fmt.Printf("%d %s %s (places %d to %d)\n", v.Rank, v.Threat, v.Score, v.Best, v.Worst)
	}
	// Output:
	// mean 6.30
	// 1 heroin-trafficking 8.5 (places 1 to 3)
	// 2 trafficking-in-persons 8.0 (places 1 to 3)
	// 2 firearms-trafficking 8.0 (places 1 to 3)
	// 4 smuggling-of-migrants 7.0 (places 4 to 6)
}

// An agency to which harm to persons matters more than the overall figure, and
// that trusts its assessments more than the default does.
func ExampleWeights() {
	scale := threat.Scale{Min: ocs.Num(1), Max: ocs.Num(10), Worse: threat.HighIsWorse}
	s := strategy.Strategy{Threats: []threat.Threat{
		{ID: "fraud", Assessments: []threat.Assessment{{Method: "own", Scale: scale, Score: ocs.Num(8), Harm: threat.Harm{Physical: ocs.Num(1)}}}},
		{ID: "trafficking", Assessments: []threat.Assessment{{Method: "own", Scale: scale, Score: ocs.Num(7), Harm: threat.Harm{Physical: ocs.Num(9)}}}},
	}}
	harm := strategy.ScoreOnly()
	harm.Physical = 2
	bands := strategy.DefaultBands()
	for i := range bands {
		bands[i].Width, _ = bands[i].Width.Mul(ocs.MustDecimal("0.5"))
	}
	ix := strategy.NewIndex(&s)
	for _, o := range []*strategy.RankingOptions{nil, {Weights: harm, Bands: bands}} {
		for _, t := range ix.Ranking(ocs.Date{}, o).Ranked {
			fmt.Printf("%d %s %s ± %s\n", t.Rank, t.Threat, t.Value, t.Band)
		}
	}
	// Output:
	// 1 fraud 0.7778 ± 0.20
	// 2 trafficking 0.6667 ± 0.20
	// 1 trafficking 0.8148 ± 0.100
	// 2 fraud 0.2593 ± 0.100
}
