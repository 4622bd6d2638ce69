package strategy

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
)

func frameworkRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{unknownFramework, frameworkUnmapped, pillarEmpty}
}

var unknownFramework = ocs.Rule[Index]{
	Code:  "unknown-framework",
	Title: "the framework is built in or written out with its pillars",
	Doc: "A framework that this library knows is named by its identifier alone. Any other has its pillars in the document; " +
		"without them no objective can be placed. A document that names no framework uses UNODC's.",
	Basis:  "frameworks differ: UNODC's Prevent, Pursue, Protect, Promote; the United Kingdom's and Scotland's four; Chile's ten axes",
	Levels: "EEEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		f := &ix.s.Framework
		if len(f.Pillars) > 0 || f.IsZero() {
			return
		}
		if f.ID == "" {
			p.Report(&f.Pillars, "framework has neither an identifier nor pillars").Help("name a built-in framework or write out the pillars")
			return
		}
		if _, ok := pillar.BuiltIn(f.ID); ok {
			return
		}
		var ids []string
		for _, b := range pillar.Frameworks() {
			ids = append(ids, string(b.ID))
		}
		d := p.Report(&f.ID, "no such framework: %q", short(f.ID))
		if near := ocs.Nearest(string(f.ID), slices.Values(ids)); near != "" {
			d.Help("did you mean %q?", near)
		} else {
			d.Help("write out its pillars, or use one of %s", strings.Join(ids, ", "))
		}
	},
}

var frameworkUnmapped = ocs.Rule[Index]{
	Code:  "framework-unmapped",
	Title: "every pillar of the document's own framework maps onto UNODC's",
	Doc: "Strategies with different pillars can be compared only through a common set. Say for each pillar which of UNODC's " +
		"prevent, pursue, protect and promote it serves; equal words are no guide, since prevent and pursue have other meanings in the United Kingdom's framework.",
	Basis:  "the United Kingdom's four pillars of 2018 are not UNODC's",
	Levels: "iiWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		for i := range ix.s.Framework.Pillars {
			if b := &ix.s.Framework.Pillars[i]; len(b.MapsTo) == 0 {
				p.On(b).Report(&b.MapsTo, "pillar %q maps onto no pillar of UNODC's framework", short(b.ID)).
					Help("list those of prevent, pursue, protect and promote that it serves")
			}
		}
	},
}

var pillarEmpty = ocs.Rule[Index]{
	Code:  "pillar-empty",
	Title: "every pillar has an objective",
	Doc: "A pillar without an objective is a part of the answer that the strategy leaves out. " +
		"Add an objective, list the pillar under also of one that serves it, or use a framework without it. " +
		"As long as there are as many objectives whose pillar can't be told, nothing is said: they may be of these.",
	Basis:  "UNODC's approach takes the four pillars together",
	Levels: "iWEEW",
	Check: func(p *ocs.Pass, ix *Index) {
		also := make(map[pillar.ID]bool)
		unplaced := 0 // objectives that may be of any pillar: theirs can't be told, which has a finding of its own
		for o := range ix.Objectives() {
			for _, id := range o.Also {
				also[id] = true
			}
			if !o.Horizontal && find(ix, pillarKind, o.Pillar) < 0 {
				unplaced++
			}
		}
		for i := range ix.framework.Pillars {
			if len(ix.pillarObjectives.of(i)) == 0 && !also[ix.framework.Pillars[i].ID] {
				unplaced--
			}
		}
		if unplaced >= 0 {
			return
		}
		withheld := false  // objectives, so that no pillar is known to be empty
		var empty []string // pillars of a built-in framework, which have no place of their own in the document
		for i := range ix.framework.Pillars {
			b := &ix.framework.Pillars[i]
			switch {
			case len(ix.pillarObjectives.of(i)) > 0 || also[b.ID] || withheld:
			case ix.concealsObjectives("pillar", "also"):
				withheld = true
			case ix.ownPillars():
				p.On(b).Report(b, "pillar %q has no objective", short(b.ID)).Help("add an objective, or list the pillar under also of one that serves it")
			default:
				empty = append(empty, fmt.Sprintf("%q", b.ID))
			}
		}
		if len(empty) > 0 && !withheld {
			p.Report(&ix.s.Objectives, "no objective under %s", strings.Join(empty, ", ")).
				Help("add an objective for each, or list the pillar under also of one that serves it")
		}
	},
}
