package strategy_test

import (
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// An element that states no marking has that of what it is part of.
func ExampleIndex_Markings() {
	s := strategy.Strategy{
		Plans:  []strategy.Plan{{ID: "plan", Marking: ocs.MarkingGreen, Commitments: []strategy.Commitment{{ID: "c-1"}, {ID: "c-2", Marking: ocs.MarkingRed}}}},
		Groups: []threat.Group{{ID: "g"}},
	}
	marking := strategy.NewIndex(&s).Markings()
	for _, id := range []ocs.ID{"c-1", "c-2", "g", "nothing"} {
		fmt.Println(id, marking(id))
	}
	// Output:
	// c-1 green
	// c-2 red
	// g amber
	// nothing clear
}
