package strategy

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// CoverageOptions say what [Index.Coverage] counts. Nil means the zero value.
type CoverageOptions struct {
	// All counts the commitments of plans that are not in force too.
	All bool

	// UNODC arranges objectives under UNODC's pillars, onto which those of the strategy's framework map. An objective
	// whose pillars map onto several stands under each of them.
	UNODC bool
}

// Coverage says what a strategy does about each of its threats and duties, and
// where it does nothing.
type Coverage struct {
	// AsOf is the day on which the strategy is looked at; zero means with all that was ever reported.
	AsOf ocs.Date `json:"as-of,omitzero"`

	// Pillars are the columns, in the framework's order.
	Pillars []PillarHead `json:"pillars,omitempty"`

	// Threats are the rows: every threat, enablers too, in document order.
	Threats []CoverageRow `json:"threats,omitempty"`

	// NoThreat is what the objectives do that answer no threat in particular.
	NoThreat CoverageRow `json:"no-threat"`

	// Victims say for each group of victims what the objectives do that serve UNODC's pillar Protect and answer a
	// threat that harms the group.
	Victims []VictimCoverage `json:"victims,omitempty"`

	// Areas are the commitments that name each area. An area is listed if the jurisdiction, an actor, a group or a
	// commitment names it.
	Areas []CoverageLine `json:"areas,omitempty"`

	// Everywhere are the commitments that name no area, or the jurisdiction's only country: they are for the whole
	// jurisdiction and don't count again under Areas.
	Everywhere CoverageLine `json:"everywhere"`

	// Articles are the articles of UNTOC that put duties on States, those of the protocols that the strategy touches,
	// and any other that an objective names.
	Articles []CoverageLine `json:"articles,omitempty"`

	// Goals are the strategy's higher goals.
	Goals []CoverageLine `json:"goals,omitempty"`

	// SDGs are the Sustainable Development Goals to which the targets among Goals belong.
	SDGs []CoverageLine `json:"sdgs,omitempty"`

	// Markets are the criminal markets of the vocabulary, and others that a threat names, each with its threats.
	Markets []MarketCoverage `json:"markets,omitempty"`

	// Gaps are where nothing is done or known.
	Gaps []Gap `json:"gaps,omitempty"`

	// Withheld are the elements of which this document lacks, by a redaction, something that the view rests on: a gap
	// may be none in the full text.
	Withheld []ocs.ID `json:"withheld,omitempty"`
}

// PillarHead names a column.
type PillarHead struct {
	ID   pillar.ID `json:"id"`
	Name string    `json:"name,omitzero"`
}

// CoverageRow is what is done about one threat.
type CoverageRow struct {
	Threat   threat.ID `json:"threat,omitzero"`
	Name     string    `json:"name,omitzero"`
	Enabler  bool      `json:"enabler,omitzero"`
	Priority bool      `json:"priority,omitzero"`

	// Enables are the threats that this one makes possible.
	Enables []threat.ID `json:"enables,omitempty"`

	// Cells are those in which something is done, in the order of the pillars, then Horizontal, then the objectives
	// under no known pillar.
	Cells []CoverageCell `json:"cells,omitempty"`

	// Total is what the cells hold together: what stands in several of them counts once.
	Total Work `json:"total,omitzero"`
}

// CoverageCell is what is done about a threat under a pillar. An objective that
// also serves further pillars is under each.
type CoverageCell struct {
	// Pillar is the column; it is absent for horizontal objectives and for those under no known pillar.
	Pillar pillar.ID `json:"pillar,omitzero"`

	// Horizontal marks the cell of objectives that stand outside the pillars and serve all.
	Horizontal bool `json:"horizontal,omitzero"`

	Work
}

// CoverageLine is what is done about a thing that has a name.
type CoverageLine struct {
	// Key is what the line is about: an area, an article, the identifier of a goal, the number of an SDG.
	Key string `json:"key,omitzero"`

	// Name is its name or title where there is one.
	Name string `json:"name,omitzero"`

	Work
}

// VictimCoverage is what is done for one group of victims.
type VictimCoverage struct {
	Victim threat.Victim `json:"victim"`

	// Persons says that the group is one of identifiable persons, to whom protection is owed: UNTOC articles 24 and 25.
	Persons bool `json:"persons,omitzero"`

	// Threats are those that harm the group.
	Threats []threat.ID `json:"threats,omitempty"`

	Work
}

// MarketCoverage says which threats of the strategy are about a market.
type MarketCoverage struct {
	Market threat.Market `json:"market"`
	Name   string        `json:"name,omitzero"`

	// Threats name the market, a part of it or a market that it is part of.
	Threats []threat.ID `json:"threats,omitempty"`

	// Named says that a criminal group or a mandate of the strategy names the market.
	Named bool `json:"named,omitzero"`
}

// Cell returns the row's cell under the pillar, which is empty if nothing is
// done.
func (r CoverageRow) Cell(p pillar.ID) CoverageCell {
	for _, c := range r.Cells {
		if c.Pillar == p && !c.Horizontal {
			return c
		}
	}
	return CoverageCell{Pillar: p}
}

// Horizontal returns the row's cell of horizontal objectives.
func (r CoverageRow) Horizontal() CoverageCell {
	for _, c := range r.Cells {
		if c.Horizontal {
			return c
		}
	}
	return CoverageCell{Horizontal: true}
}

// Coverage sets threats against pillars, and against victims, areas, treaty
// articles and goals, as of a day.
//
// A commitment counts for an objective if it serves it or a part of it, its
// plan is in force on the day, and it doesn't stand as cancelled as
// [Index.Delivery] has it. The options may be nil.
func (ix *Index) Coverage(asOf ocs.Date, o *CoverageOptions) Coverage {
	if o == nil {
		o = new(CoverageOptions)
	}
	t := ix.tally(asOf, o.All)
	v := &coverageView{ix: ix, t: t, g: newGatherer(t), c: Coverage{AsOf: asOf}}
	v.arrange(o.UNODC)
	v.matrix()
	v.victims()
	v.areas()
	v.articles()
	v.goals()
	v.markets()
	v.gaps()
	v.c.Withheld = ix.withheld("threats", "pillar", "also", "objectives", "commitments", "funding", "areas", "articles", "goals",
		"victims", "markets", "assessments", "updates")
	return v.c
}

// coverageView is a coverage in the making.
type coverageView struct {
	ix      *Index
	t       *tally
	g       *gatherer
	c       Coverage
	columns [][]int // objective → columns; the last two are horizontal and none
	scratch [][]int32
}

// arrange sets up the columns and puts the objectives under them.
func (v *coverageView) arrange(unodc bool) {
	f := v.ix.framework
	if unodc {
		f = pillar.UNODC()
	}
	place := make(map[pillar.ID]int, len(f.Pillars))
	for i, p := range f.Pillars {
		if _, taken := place[p.ID]; !taken {
			place[p.ID] = i
		}
		v.c.Pillars = append(v.c.Pillars, PillarHead{p.ID, p.Name})
	}
	n := len(f.Pillars)
	v.scratch = make([][]int32, n+2)
	v.columns = make([][]int, len(v.ix.s.Objectives))
	for i := range v.ix.s.Objectives {
		v.columns[i] = columnsOf(v.ix, &v.ix.s.Objectives[i], place, n, unodc)
	}
}

// columnsOf returns the columns under which the objective stands, of which
// the first n are pillars.
func columnsOf(ix *Index, o *pillar.Objective, place map[pillar.ID]int, n int, unodc bool) []int {
	if o.Horizontal {
		return []int{n}
	}
	under := append([]pillar.ID{o.Pillar}, o.Also...)
	if unodc {
		under = ix.UNODCPillars(o)
	}
	var at []int
	for _, id := range under {
		if k, ok := place[id]; ok && !slices.Contains(at, k) {
			at = append(at, k)
		}
	}
	if len(at) == 0 {
		return []int{n + 1}
	}
	return at
}

// matrix fills the rows.
func (v *coverageView) matrix() {
	ix := v.ix
	enables := make(map[threat.ID][]threat.ID)
	for i := range ix.s.Threats {
		for _, id := range ix.s.Threats[i].EnabledBy {
			enables[id] = append(enables[id], ix.s.Threats[i].ID)
		}
	}
	v.c.Threats = make([]CoverageRow, 0, len(ix.s.Threats))
	for i := range ix.s.Threats {
		th := &ix.s.Threats[i]
		row := CoverageRow{Threat: th.ID, Name: th.Name, Enabler: th.Kind == threat.Enabler, Priority: th.Priority}
		if find(ix, threatKind, th.ID) == i {
			row.Enables = enables[th.ID]
			v.fill(&row, ix.threatObjectives.of(i))
		}
		v.c.Threats = append(v.c.Threats, row)
	}
	var none []int32
	for i := range ix.s.Objectives {
		if !slices.ContainsFunc(ix.s.Objectives[i].Threats, func(id threat.ID) bool { return find(ix, threatKind, id) >= 0 }) {
			none = append(none, int32(i))
		}
	}
	v.fill(&v.c.NoThreat, none)
}

// fill makes the cells and the total of a row from its objectives.
func (v *coverageView) fill(row *CoverageRow, objectives []int32) {
	var used []int
	for _, o := range objectives {
		for _, k := range v.columns[o] {
			if len(v.scratch[k]) == 0 {
				used = append(used, k)
			}
			v.scratch[k] = append(v.scratch[k], o)
		}
	}
	slices.Sort(used)
	for _, k := range used {
		cell := CoverageCell{Horizontal: k == len(v.c.Pillars), Work: v.gather(v.scratch[k])}
		if k < len(v.c.Pillars) {
			cell.Pillar = v.c.Pillars[k].ID
		}
		row.Cells = append(row.Cells, cell)
		v.scratch[k] = v.scratch[k][:0]
	}
	switch {
	case len(used) == 1: // the cell is the whole row
		row.Total = row.Cells[0].Work
	case len(used) > 1:
		row.Total = v.gather(objectives)
	}
}

// gather returns what is done by those objectives.
func (v *coverageView) gather(objectives []int32) Work {
	v.g.begin()
	for _, o := range objectives {
		v.g.objective(o)
	}
	return v.g.work()
}
