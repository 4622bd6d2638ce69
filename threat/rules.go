package threat

import (
	"strings"

	"github.com/ocs-framework/ocs"
)

// Rules returns the rules that a threat keeps by itself, whatever strategy it
// belongs to. Validating a strategy includes them.
func Rules() []ocs.Rule[Threat] {
	return append(ocs.WellFormed[Threat](),
		nameMissing(func(t *Threat) *string { return &t.Name }),
		transnationalLimb,
		selfEnabled,
		traffickingAndSmuggling,
		seriousCrime,
		malformedCode,
		participationCode,
		assessmentIncomplete,
		assessmentScale,
		figureOffScale,
		confidenceMissing,
		confidenceCode,
	)
}

// GroupRules returns the rules that a criminal group keeps by itself.
// Validating a strategy includes them.
func GroupRules() []ocs.Rule[Group] {
	return append(ocs.WellFormed[Group](),
		nameMissing(func(g *Group) *string { return &g.Name }),
		groupNotOrganised,
		groupElementsUnstated,
		groupIdle,
	)
}

// nameMissing is kept word for word in every package that has names: equal
// codes must have equal texts, and a test of the whole registry sees to it.
func nameMissing[T any](name func(*T) *string) ocs.Rule[T] {
	return ocs.Rule[T]{
		Code:   "name-missing",
		Title:  "every threat, group, actor and indicator has a name",
		Doc:    "Readers, tables and charts know an element by its name. Give a short name; a criminal group may have a description in its place.",
		Basis:  "every strategy that was looked at names its threats, actors and measures",
		Levels: "WEEEE",
		Check: func(p *ocs.Pass, v *T) {
			if field := name(v); strings.TrimSpace(*field) == "" {
				p.Report(field, "name is missing").Help("give a short name")
			}
		},
	}
}
