package pillar

import (
	"iter"
	"strings"

	"github.com/ocs-framework/ocs"
)

// Rules returns the rules that an objective keeps by itself, its indicators
// included, whatever strategy it belongs to. Validating a strategy includes
// them.
func Rules() []ocs.Rule[Objective] {
	rules := append(ocs.WellFormed[Objective](),
		ocs.Rule[Objective]{
			// The same words stand in package strategy, for plans, commitments and others.
			Code:   "title-missing",
			Title:  "the strategy and each of its parts has a title",
			Doc:    "Readers and tables know the strategy, its objectives, plans, commitments, milestones and consultations by their titles. Say in one sentence what it is or does.",
			Basis:  "every strategy that was looked at",
			Levels: "WEEEE",
			Check: func(p *ocs.Pass, o *Objective) {
				if strings.TrimSpace(o.Title) == "" {
					p.Report(&o.Title, "title is missing").Help("give a title of one sentence")
				}
			},
		},
		objectivePillar,
		pillarRepeated,
		objectiveWithoutThreat,
		indicatorMissing,
	)
	for _, r := range indicatorRules() {
		rules = append(rules, ocs.Each(r, (*Objective).indicators))
	}
	return rules
}

// IndicatorRules returns the rules that an indicator keeps by itself, whether
// it measures an objective or a commitment. Validating a strategy includes
// them.
func IndicatorRules() []ocs.Rule[Indicator] {
	return append(ocs.WellFormed[Indicator](), indicatorRules()...)
}

func indicatorRules() []ocs.Rule[Indicator] {
	return []ocs.Rule[Indicator]{
		nameMissing(func(i *Indicator) *string { return &i.Name }),
		indicatorIncomplete,
		baselineMissing,
		baselineOverdue,
		targetMissing,
		targetIncomplete,
		targetBeforeBaseline,
		targetDirection,
		targetDuplicate,
		valueKind,
		percentOutOfRange,
		disaggregationMissing,
	}
}

func (o *Objective) indicators() iter.Seq[*Indicator] {
	return func(yield func(*Indicator) bool) {
		for i := range o.Indicators {
			if !yield(&o.Indicators[i]) {
				return
			}
		}
	}
}

var objectivePillar = ocs.Rule[Objective]{
	Code:  "objective-pillar",
	Title: "every objective has one primary pillar or is horizontal, not both",
	Doc: "Objectives are counted under their primary pillar; other pillars that they serve go under also. " +
		"An objective that stands outside all pillars, as a horizontal goal of EMPACT does, says horizontal and names no primary pillar.",
	Basis:  "EU EMPACT 2022-2025, horizontal objective on document fraud beside ten priorities",
	Levels: "WEEEE",
	Check: func(p *ocs.Pass, o *Objective) {
		switch {
		case o.Pillar == "" && !o.Horizontal:
			p.Report(&o.Pillar, "objective has no pillar").Help("name its primary pillar, or say that it is horizontal")
		case o.Pillar != "" && o.Horizontal:
			p.Report(&o.Horizontal, "objective is horizontal and has the primary pillar %q", o.Pillar).
				Help("drop one of the two; pillars that a horizontal objective serves most go under also")
		}
	},
}

var indicatorMissing = ocs.Rule[Objective]{
	Code:  "indicator-missing",
	Title: "every objective has an indicator",
	Doc: "Without an indicator nobody can say whether an objective was reached. Add at least one, with a baseline and a target; " +
		"where nothing can be counted, a yes-no or narrative indicator will do.",
	Basis:  "UNODC Toolkit to Combat Trafficking in Persons, tool 2.5: indicators for each goal and objective (read in a second-hand copy)",
	Levels: "iWEEE",
	Check: func(p *ocs.Pass, o *Objective) {
		if len(o.Indicators) == 0 {
			p.Report(&o.Indicators, "objective has no indicator").Help("say how it will be known that the objective was reached")
		}
	},
}

var targetBeforeBaseline = ocs.Rule[Indicator]{
	Code:   "target-before-baseline",
	Title:  "no target is due before its indicator's baseline",
	Doc:    "A target is measured against the baseline, so it cannot be due before the day to which the baseline refers. One of the two dates is wrong, or the baseline is a later reading.",
	Basis:  "results-based management; Nigeria's plan on trafficking 2022-2026 takes a baseline first",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, i *Indicator) {
		for n := range i.Targets {
			if t := &i.Targets[n]; t.By.Before(i.Baseline.Date) {
				p.Report(&t.By, "target is due %v, before the baseline of %v", t.By, i.Baseline.Date).
					Help("mend the wrong date, or report the later value as a reading").
					Related(&i.Baseline.Date, "the baseline")
			}
		}
	},
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
