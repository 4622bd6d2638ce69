package strategy_test

import (
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
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
