// Command model uses the model, its rules and its index, and reads nothing.
package main

import (
	"fmt"

	"github.com/ocs-framework/ocs/strategy"
)

func main() {
	s := strategy.Strategy{Schema: strategy.Schema, ID: "weighed", Title: "Weighed"}
	ix := strategy.NewIndex(&s)
	for c := range ix.Commitments() {
		fmt.Println(c.ID, ix.Due(c))
	}
	for _, f := range strategy.Validate(&s, nil).Findings {
		fmt.Println(f)
	}
}
