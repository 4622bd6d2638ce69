// Command codec reads a document, too, and checks it.
package main

import (
	"fmt"

	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

func main() {
	d := codec.Decode("weighed.strategy.yaml", []byte("schema: ocs/v1\nid: weighed\n"), nil)
	ix := strategy.NewIndex(&d.Strategy)
	for c := range ix.Commitments() {
		fmt.Println(c.ID, ix.Due(c))
	}
	for _, f := range d.Check(nil).Findings {
		fmt.Println(f)
	}
}
