package pillar

import (
	"slices"

	"github.com/ocs-framework/ocs"
)

var objectiveWithoutThreat = ocs.Rule[Objective]{
	Code:  "objective-without-threat",
	Title: "every objective says which threats it answers, or that it is enabling",
	Doc: "The link from threat to objective is what makes a strategy one: by it readers see what is done about each threat. List the threats, enablers or groups that the objective answers. " +
		"An objective that serves the whole, such as coordination or statistics, says enabling and lists none. A part of another objective answers what that one answers.",
	Basis:  "EU EMPACT: each priority of the threat assessment has its aim",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, o *Objective) {
		switch {
		case o.Enabling && len(o.Threats) > 0:
			p.Report(&o.Enabling, "objective is enabling and answers threats of its own").Help("drop one of the two")
		case !o.Enabling && len(o.Threats) == 0 && len(o.Groups) == 0 && o.Parent == "":
			p.Report(&o.Threats, "objective answers no threat").Help("list the threats and enablers that it answers, or say that it is enabling")
		}
	},
}

var pillarRepeated = ocs.Rule[Objective]{
	Code:  "pillar-repeated",
	Title: "no objective names a pillar twice",
	Doc: "The pillars under also are those that an objective serves beside its primary one. A pillar that is named twice counts once; " +
		"often another one was meant. Name the other, or drop the repetition.",
	Basis:  "integrity of the data",
	Levels: "WWWWW",
	Check: func(p *ocs.Pass, o *Objective) {
		for n := range o.Also {
			if id := &o.Also[n]; *id != "" && (*id == o.Pillar || slices.Contains(o.Also[:min(n, mostPillars)], *id)) {
				p.Report(id, "pillar %q is named before", *id).Help("drop it, or name the pillar that was meant")
			}
		}
	},
}

// mostPillars is more than any framework has, and bounds how far back a list of
// pillars is searched.
const mostPillars = 32
