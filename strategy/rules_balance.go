package strategy

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
)

func balanceRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{pillarOverweight, partnershipsNarrow}
}

// fewestWeighed is how many commitments it takes for their shares to mean
// anything.
const fewestWeighed = 10

var pillarOverweight = ocs.Rule[Index]{
	Code:  "pillar-overweight",
	Title: "no pillar holds far more than its part of the commitments",
	Doc: "Most strategies that fail in balance pursue much and prevent, protect and promote little. A commitment counts under the primary pillar of each objective that it serves; parts of another commitment don't count. " +
		"Move effort to the pillars that are thin, or accept the weight by a waiver that says why. Nothing is said of fewer than ten commitments or of frameworks with fewer than three pillars. The line is ours and can be set.",
	Basis:  "UNODC's approach takes the four pillars together",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		if len(ix.framework.Pillars) < 3 {
			return
		}
		held, last := make([]int, len(ix.framework.Pillars)), make([]int, len(ix.framework.Pillars))
		total := 0                                   // of commitments under pillars; one that serves several pillars counts under each
		primary := make([]int, len(ix.s.Objectives)) // the place of the pillar, -1 for none
		for o := range ix.s.Objectives {
			primary[o] = find(ix, pillarKind, ix.s.Objectives[o].Pillar)
		}
		for n, c := range ix.open() {
			if c.Parent != "" {
				continue
			}
			for _, o := range ix.objectivesAt(n) {
				if o < 0 {
					continue
				}
				if b := primary[o]; b >= 0 && last[b] != n+1 {
					last[b] = n + 1
					held[b]++
					total++
				}
			}
		}
		if total < fewestWeighed {
			return
		}
		for n, h := range held {
			if h*100 <= total*ix.thresholds.PillarShare {
				continue
			}
			b := &ix.framework.Pillars[n]
			var field any = &ix.s.Plans // pillars of a built-in framework have no place of their own in the document
			if ix.ownPillars() {
				p, field = p.On(b), b
			}
			p.Report(field, "pillar %q holds %d of %d commitments, more than %d per cent", short(b.ID), h, total, ix.thresholds.PillarShare).
				Help("strengthen the other pillars")
		}
	},
}

// sector is a set of sides that take part in partnerships.
type sector uint8

const (
	stateSector sector = 1 << iota
	societySector
	businessSector
	foreignSector
)

var sectorNames = []struct {
	sector
	name string
}{
	{stateSector, "bodies of the State"},
	{societySector, "civil society and academia"},
	{businessSector, "the private sector"},
	{foreignSector, "other States and international organisations"},
}

var partnershipsNarrow = ocs.Rule[Index]{
	Code:  "partnerships-narrow",
	Title: "commitments that promote partnerships bring in the State, society, business and other States",
	Doc: "Promote is about partnerships at all levels: between bodies of the State, with civil society and academia, with the private sector and with other States. " +
		"Give leads or partners from each side a part in the commitments under it. Donors, and those who are only consulted, count too. Nothing is asked where no objective has promotion for its primary pillar. A strategy of several States is its own partnership with other States.",
	Basis:  "UNODC's approach, Promote as the promotion of partnerships (read in a second-hand report); UNTOC stakeholder toolkit: non-governmental stakeholders",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		promotes := ix.firstPromoting()
		if promotes == nil {
			return
		}
		responses := ix.responses()
		var found sector
		served := false
		if len(ix.s.Jurisdiction.Countries) > 1 {
			found = foreignSector
		}
		for n, c := range ix.open() {
			if !slices.ContainsFunc(ix.objectivesAt(n), func(o int32) bool { return o >= 0 && responses[o].has(answersPromote) }) {
				continue
			}
			served = true
			found |= ix.sector(ix.leadOf(n))
			for k := range c.Partners {
				found |= ix.sector(ix.Actor(c.Partners[k].Actor))
			}
		}
		if !served {
			return // that no commitment serves the objectives is another rule's finding
		}
		var without []string
		for _, s := range sectorNames {
			if found&s.sector == 0 {
				without = append(without, s.name)
			}
		}
		if len(without) > 0 {
			p.On(promotes).Report(promotes, "the commitments that promote partnerships leave out: %s", strings.Join(without, "; ")).
				Help("give them a part in commitments that serve the objective")
		}
	},
}

// firstPromoting returns the first objective whose primary pillar, or that by
// its own mapping, is for the promotion of partnerships. Others that promote
// them too are counted but not held to it.
func (ix *Index) firstPromoting() *pillar.Objective {
	for n := range ix.s.Objectives {
		o := &ix.s.Objectives[n]
		to := o.MapsTo
		if b := ix.Pillar(o.Pillar); b != nil && len(to) == 0 {
			to = b.MapsTo
		}
		if slices.Contains(to, pillar.Promote) {
			return o
		}
	}
	return nil
}

// sector returns the side on which an actor stands, none if it is nil.
func (ix *Index) sector(a *actor.Actor) sector {
	switch {
	case a == nil:
		return 0
	case a.Kind == actor.ForeignGovernment || a.Kind == actor.InternationalOrganisation,
		a.Country != "" && len(ix.s.Jurisdiction.Countries) > 0 && !slices.Contains(ix.s.Jurisdiction.Countries, a.Country):
		return foreignSector
	case a.Kind == actor.PrivateSector:
		return businessSector
	case a.Kind == actor.CivilSociety || a.Kind == actor.Academia || a.Kind == actor.Community || a.Kind == actor.Media:
		return societySector
	case a.Kind.State():
		return stateSector
	}
	return 0
}
