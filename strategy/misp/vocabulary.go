package misp

import (
	"fmt"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// vocabularyVersion is to be raised when a term or a text of the vocabulary
// changes. A test says when that is.
const vocabularyVersion = 1

// Vocabulary returns the taxonomy ocs of what this library knows: the criminal
// markets of [threat.Markets] and the pillars of [pillar.Frameworks]. A market's
// description tells its counterparts in other schemes, each with how well it was
// checked.
func Vocabulary() Taxonomy {
	t := Taxonomy{
		Namespace: "ocs",
		Expanded:  "Organised crime strategy",
		Description: "Criminal markets, and pillars of strategies against organised crime. " +
			"The vocabulary, its texts and the aims of pillars are by the makers of ocs and not by UNODC.",
		Version: vocabularyVersion,
		UUID:    uuid("ocs"),
		Refs:    []string{"https://github.com/ocs-framework/ocs"},
	}
	var markets []Entry
	for _, m := range threat.Markets() {
		markets = append(markets, Entry{Value: string(m.Market), Expanded: m.Name, Description: describe(m)})
	}
	t.predicate(Predicate{Value: "market", Expanded: "Criminal market",
		Description: "The criminal market, or other conduct of organised crime, that the information is about."}, markets)
	var pillars []Entry
	for _, f := range pillar.Frameworks() {
		for _, p := range f.Pillars {
			pillars = append(pillars, Entry{Value: string(p.ID), Expanded: f.Name + ": " + p.Name, Description: p.Aim + graded(p.Grade)})
		}
	}
	t.predicate(Predicate{Value: "pillar", Expanded: "Pillar of a strategy",
		Description: "The pillar under which the information is of use. The frameworks have pillars of like names and different meanings, so that each has values of its own."}, pillars)
	return t
}

// describe tells what a market is part of, and its counterparts.
func describe(m threat.MarketInfo) string {
	var parts []string
	if len(m.Broader) > 0 {
		parts = append(parts, "Part of "+strings.Join(ocs.Words(m.Broader), ", ")+".")
	}
	for _, c := range m.Cells {
		name := c.Category.Code
		if c.Category.Name != "" && c.Category.Name != name {
			name += " " + c.Category.Name
		}
		parts = append(parts, fmt.Sprintf("%s: %s%s.", c.Category.Scheme, name, graded(c.Grade)))
	}
	return strings.Join(parts, " ")
}

// graded says how well a fact was checked, where it wasn't read in its source.
func graded(g ocs.Grade) string {
	if g == "" || g.Verified() {
		return ""
	}
	return " (" + string(g) + ")"
}
