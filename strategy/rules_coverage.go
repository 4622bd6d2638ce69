package strategy

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
)

func coverageRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{
		objectiveWithoutCommitment,
		ocs.Each(commitmentWithoutObjective, (*Index).openCommitments),
		threatUnanswered,
	}
}

var objectiveWithoutCommitment = ocs.Rule[Index]{
	Code:  "objective-without-commitment",
	Title: "every objective is served by a commitment of a plan in force",
	Doc: "An objective that nobody is bound to work on is a wish. Add a commitment that serves it, or one of its parts, to a plan that is in force, " +
		"or drop the objective. Commitments of plans that ended or were superseded don't count, unless the strategy was superseded itself, nor do cancelled ones.",
	Basis:  "UNODC Toolkit to Combat Trafficking in Persons, tool 2.5: strategy level and operational level (read in a second-hand copy)",
	Levels: "iWEEW",
	Check: func(p *ocs.Pass, ix *Index) {
		served := ix.served()
		for i := range ix.s.Objectives {
			if o := &ix.s.Objectives[i]; !served[i] {
				if ix.concealsCommitments("objectives") {
					return
				}
				p.On(o).Report(o, "no commitment of a plan in force serves the objective").
					Help("add a commitment that serves it to a plan in force")
			}
		}
	},
}

// served says for each objective whether a commitment that counts serves it or
// a part of it.
func (ix *Index) served() []bool {
	served := make([]bool, len(ix.s.Objectives))
	for at, c := range ix.commitments {
		if c.Ended.How == Cancelled || ix.s.Stage != ocs.StageSuperseded && !ix.InForce(&ix.s.Plans[c.plan]) {
			continue
		}
		for _, o := range ix.objectivesAt(at) {
			for n := int(o); n >= 0 && !served[n]; n = find(ix, objectiveKind, ix.s.Objectives[n].Parent) {
				served[n] = true
			}
		}
	}
	return served
}

var commitmentWithoutObjective = ocs.Rule[Commitment]{
	Code:  "commitment-without-objective",
	Title: "every commitment serves an objective",
	Doc: "Work that serves no objective is not part of the strategy. Name the objectives that the commitment serves. " +
		"One that is part of another commitment serves what that one serves and need not repeat it.",
	Basis:  "UNODC Toolkit to Combat Trafficking in Persons, tool 2.5 (read in a second-hand copy); Serbia: measures, activities, tasks",
	Levels: "WEEEE",
	Check: func(p *ocs.Pass, c *Commitment) {
		if len(c.Objectives) == 0 && c.Parent == "" {
			p.Report(&c.Objectives, "commitment serves no objective").Help("name the objectives that it serves")
		}
	},
}

var threatUnanswered = ocs.Rule[Index]{
	Code:   "threat-unanswered",
	Title:  "every priority threat is answered by an objective",
	Doc:    "A priority is a choice to act. List the threat under the objectives that answer it, add an objective, or no longer call it a priority.",
	Basis:  "EU EMPACT and Scotland 2022: the threat assessment sets the priorities, and each priority has an aim",
	Levels: "iWEEW",
	Check: func(p *ocs.Pass, ix *Index) {
		for i := range ix.s.Threats {
			t := &ix.s.Threats[i]
			if t.Priority && !ix.answered(t.ID) {
				if ix.concealsObjectives("threats") {
					return
				}
				p.On(t).Report(t, "threat is a priority and no objective answers it").Help("list it under the objectives that answer it, or add one")
			}
		}
	},
}

// answered reports whether an objective answers the threat. A threat without
// an identifier can't be answered.
func (ix *Index) answered(id threat.ID) bool {
	return len(ix.threatObjectives.of(find(ix, threatKind, id))) > 0
}
