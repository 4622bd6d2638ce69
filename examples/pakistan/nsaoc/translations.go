package nsaoc

import (
	_ "embed"
	"slices"
)

//go:embed translations/ur.yaml
var urdu []byte

// Urdu returns the document with the strategy's titles in Urdu, a
// strategy.Translation in YAML. It is unofficial and illustrative, and no
// translator has checked it. It has nothing of what is marked amber.
func Urdu() []byte { return slices.Clone(urdu) }
