package strategy

import (
	"fmt"
	"iter"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
)

func measurementRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{outcomeMissing, indicatorDuplicate, objectiveDuplicate}
}

// bindingIndicators yields the indicators of objectives and of open
// commitments: how work that ended was to be measured is not mended any more.
func (ix *Index) bindingIndicators() iter.Seq[*pillar.Indicator] {
	return func(yield func(*pillar.Indicator) bool) {
		for n := range ix.indicators {
			if i := &ix.indicators[n]; ix.binding(i) && !yield(i.Indicator) {
				return
			}
		}
	}
}

// binding reports whether an indicator measures an objective or an open
// commitment.
func (ix *Index) binding(i *placedIndicator) bool {
	if i.commitment < 0 {
		return true
	}
	c := &ix.commitments[i.commitment]
	return c.binds
}

var outcomeMissing = ocs.Rule[Index]{
	Code:  "outcome-missing",
	Title: "every pillar that is measured has an indicator of outcome or impact",
	Doc: "Outputs count what was done: officers trained, campaigns held. Whether it made a difference only outcomes and impacts tell. " +
		"Add at least one to an objective of each pillar; a survey or an evaluator's judgement will do where nothing can be counted. Pillars without any indicator are left to other rules.",
	Basis:  "results-based management; Scotland 2022: counts with surveys and evaluation, and some outcomes that can't be counted",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		measured, reached := make([]bool, len(ix.framework.Pillars)), make([]bool, len(ix.framework.Pillars))
		for o := range ix.Objectives() {
			for n := range len(o.Also) + 1 {
				b := find(ix, pillarKind, nthPillar(o, n))
				if b < 0 || reached[b] {
					continue
				}
				for k := range o.Indicators {
					switch o.Indicators[k].Kind {
					case pillar.Output, pillar.Process, pillar.Input:
						measured[b] = true
					default: // a kind that is missing or unknown has a finding of its own
						reached[b] = true
					}
				}
			}
		}
		var without []string // pillars of a built-in framework, which have no place of their own in the document
		for n := range ix.framework.Pillars {
			b := &ix.framework.Pillars[n]
			switch {
			case reached[n] || !measured[n]:
			case ix.ownPillars():
				p.On(b).Report(b, "pillar %q has no indicator of outcome or impact", short(b.ID)).Help("add one to an objective of the pillar")
			default:
				without = append(without, fmt.Sprintf("%q", b.ID))
			}
		}
		if len(without) > 0 {
			p.Report(&ix.s.Objectives, "no indicator of outcome or impact under %s", strings.Join(without, ", ")).
				Help("add one to an objective of each of these pillars")
		}
	},
}

// nthPillar returns the primary pillar of an objective, then those under also.
func nthPillar(o *pillar.Objective, n int) pillar.ID {
	if n == 0 {
		return o.Pillar
	}
	return o.Also[n-1]
}

var indicatorDuplicate = ocs.Rule[Index]{
	Code:   "indicator-duplicate",
	Title:  "no objective or commitment has two indicators of one name",
	Doc:    "Readers, tables and reports tell indicators apart by their names. Say in the name how the two differ, or make them one, broken down by what tells them apart. Case and spaces don't count.",
	Basis:  "integrity of the data",
	Levels: "iWWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		var names []hashedName
		for n := 0; n < len(ix.indicators); {
			begin := n
			for n++; ix.sameOwner(begin, n); n++ {
			}
			if n-begin == 1 || !ix.binding(&ix.indicators[begin]) {
				continue
			}
			names = names[:0]
			for i := begin; i < n; i++ {
				if name := &ix.indicators[i].Name; !blank(*name) {
					names = append(names, hashedName{name, foldedHash(*name), ix.indicators[i].Indicator})
				}
			}
			eachRepeated(names, func(n *hashedName) uint64 { return n.hash }, func(first, again *hashedName) {
				if fold(*first.name) == fold(*again.name) {
					p.On(again.of).Report(again.name, "indicator %q beside it has the same name", short(first.of.ID)).
						Help("say in the name how the two differ, or make them one").Related(first.name, "first used here")
				}
			})
		}
	},
}

// hashedName is the name of an indicator with its foldedHash.
type hashedName struct {
	name *string
	hash uint64
	of   *pillar.Indicator
}

// sameOwner reports whether two indicators measure the same element.
func (ix *Index) sameOwner(a, b int) bool {
	return b >= 0 && b < len(ix.indicators) &&
		ix.indicators[a].objective == ix.indicators[b].objective && ix.indicators[a].commitment == ix.indicators[b].commitment
}

var objectiveDuplicate = ocs.Rule[Index]{
	Code:   "objective-duplicate",
	Title:  "no two objectives have one title",
	Doc:    "Two objectives with the same title are one that was entered twice, or differ in what the title doesn't say. Merge them, with both sets of threats and indicators, or say how they differ. Case and spaces don't count.",
	Basis:  "integrity of the data",
	Levels: "iWWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		first := make(map[uint64]*pillar.Objective, len(ix.s.Objectives))
		for o := range ix.Objectives() {
			key := foldedHash(o.Title)
			switch f, seen := first[key]; {
			case blank(o.Title):
			case seen && fold(f.Title) == fold(o.Title):
				p.On(o).Report(&o.Title, "objective %q has this title too", short(f.ID)).Help("merge the two, or say how they differ").Related(&f.Title, "first used here")
			default:
				first[key] = o
			}
		}
	},
}
