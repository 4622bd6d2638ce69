package report

import "github.com/ocs-framework/ocs/strategy"

// Picture is a chart, with what it says in words and the figures behind it.
type Picture struct {
	Name        string // what it shows, in a word that can stand in an identifier: "coverage"
	Title       string
	Description string
	Table       strategy.Table // every figure that the picture shows
	SVG         []byte         // a whole svg element
}
