package strategy

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// Gap is a place where a strategy does nothing, or knows nothing. Whether it
// ought to is for its makers to say.
type Gap struct {
	// Kind is what is lacking.
	Kind GapKind `json:"kind"`

	// About is the identifier or term of what lacks something: a threat, an objective, an area, an article.
	About string `json:"about,omitzero"`

	// Pillar is the pillar that lacks it.
	Pillar pillar.ID `json:"pillar,omitzero"`

	// Priority says that the gap is about a threat chosen to be answered first.
	Priority bool `json:"priority,omitzero"`
}

// GapKind says what is lacking.
type GapKind string

// The kinds of gap.
const (
	ThreatUnanswered     GapKind = "threat-unanswered"      // no objective answers the threat
	ThreatUncommitted    GapKind = "threat-uncommitted"     // objectives answer it, but no commitment counts
	ThreatUnfunded       GapKind = "threat-unfunded"        // commitments count, but none has secured funding
	ThreatPillarEmpty    GapKind = "threat-pillar-empty"    // no objective under the pillar answers the priority threat
	ThreatUnassessed     GapKind = "threat-unassessed"      // the threat has no assessment
	PillarEmpty          GapKind = "pillar-empty"           // no objective stands under the pillar
	ObjectiveUncommitted GapKind = "objective-uncommitted"  // no commitment counts for the objective
	CommitmentUnattached GapKind = "commitment-unattached"  // the commitment counts but serves no known objective
	VictimsUnprotected   GapKind = "victims-unprotected"    // nothing under Protect is done for the group of persons
	AreaUncommitted      GapKind = "area-uncommitted"       // no commitment names the area
	ArticleUnserved      GapKind = "article-unserved"       // no objective puts the article into effect
	GoalUnserved         GapKind = "goal-unserved"          // no objective serves the goal
	MarketWithoutThreat  GapKind = "market-without-threat"  // no threat is about the market
	NamedMarketNoThreat  GapKind = "named-market-no-threat" // the same, though a group or mandate names it
)

var gapKinds = []GapKind{ThreatUnanswered, ThreatUncommitted, ThreatUnfunded, ThreatPillarEmpty, ThreatUnassessed, PillarEmpty,
	ObjectiveUncommitted, CommitmentUnattached, VictimsUnprotected, AreaUncommitted, ArticleUnserved, GoalUnserved,
	MarketWithoutThreat, NamedMarketNoThreat}

// Known reports whether k is in the vocabulary.
func (k GapKind) Known() bool { return slices.Contains(gapKinds, k) }

// Terms lists the vocabulary.
func (GapKind) Terms() []string { return ocs.Words(gapKinds) }

// gaps lists what the view found lacking.
func (v *coverageView) gaps() {
	for i := range v.c.Threats {
		v.threatGaps(&v.c.Threats[i], &v.ix.s.Threats[i])
	}
	v.pillarGaps()
	for i := range v.ix.s.Objectives {
		if len(v.t.serves.of(i)) == 0 {
			v.gap(ObjectiveUncommitted, string(v.ix.s.Objectives[i].ID))
		}
	}
	for i, c := range v.ix.commitments {
		attached := slices.ContainsFunc(v.ix.objectivesOf(c.Commitment), func(id pillar.ObjectiveID) bool { return find(v.ix, objectiveKind, id) >= 0 })
		if v.t.counts[i] && !attached {
			v.gap(CommitmentUnattached, string(c.ID))
		}
	}
	for _, line := range v.c.Victims {
		if line.Persons && len(line.Commitments) == 0 && !line.Partial {
			v.gap(VictimsUnprotected, string(line.Victim))
		}
	}
	for _, line := range v.c.Areas {
		if len(line.Commitments) == 0 {
			v.gap(AreaUncommitted, line.Key)
		}
	}
	for _, line := range v.c.Articles {
		if len(line.Objectives) == 0 && !line.Partial {
			v.gap(ArticleUnserved, line.Key)
		}
	}
	for _, line := range v.c.Goals {
		if len(line.Objectives) == 0 && !line.Partial {
			v.gap(GoalUnserved, line.Key)
		}
	}
	for _, line := range v.c.Markets {
		switch {
		case len(line.Threats) > 0:
		case line.Named:
			v.gap(NamedMarketNoThreat, string(line.Market))
		default:
			v.gap(MarketWithoutThreat, string(line.Market))
		}
	}
}

func (v *coverageView) gap(k GapKind, about string) {
	v.c.Gaps = append(v.c.Gaps, Gap{Kind: k, About: about})
}

func (v *coverageView) threatGaps(row *CoverageRow, t *threat.Threat) {
	gap := func(k GapKind, p pillar.ID) {
		v.c.Gaps = append(v.c.Gaps, Gap{Kind: k, About: string(t.ID), Pillar: p, Priority: t.Priority})
	}
	if len(t.Assessments) == 0 {
		gap(ThreatUnassessed, "")
	}
	total := &row.Total
	switch {
	case total.Partial:
		return
	case len(total.Objectives) == 0:
		gap(ThreatUnanswered, "")
		return
	case len(total.Commitments) == 0:
		gap(ThreatUncommitted, "")
	case len(total.Funded) == 0:
		gap(ThreatUnfunded, "")
	}
	if !t.Priority || len(row.Horizontal().Objectives) > 0 || len(v.c.Pillars) > maxColumns {
		return
	}
	for _, p := range v.c.Pillars {
		if len(row.Cell(p.ID).Objectives) == 0 {
			gap(ThreatPillarEmpty, p.ID)
		}
	}
}

func (v *coverageView) pillarGaps() {
	used := make([]bool, len(v.c.Pillars)+2)
	for _, columns := range v.columns {
		for _, k := range columns {
			used[k] = true
		}
	}
	for i, p := range v.c.Pillars {
		if !used[i] {
			v.c.Gaps = append(v.c.Gaps, Gap{Kind: PillarEmpty, Pillar: p.ID})
		}
	}
}

// maxColumns bounds how many pillars a table has columns for.
const maxColumns = 100

// Table gives threats by pillars. Each cell says how many objectives and, after
// a slash, commitments there are; one in which nothing is done is empty. Of a
// framework of more than a hundred pillars it shows the first hundred.
func (c Coverage) Table() Table {
	t := Table{Title: "Threats by pillars: objectives / commitments", Columns: []string{"threat", "name"}}
	heads := c.Pillars[:min(len(c.Pillars), maxColumns)]
	for _, p := range heads {
		t.Columns = append(t.Columns, string(p.ID))
	}
	t.Columns = append(t.Columns, "horizontal", "total", "funded", "delivered")
	row := func(r CoverageRow) {
		cells := []string{string(r.Threat), r.Name}
		for _, p := range heads {
			cells = append(cells, r.Cell(p.ID).counts())
		}
		cells = append(cells, r.Horizontal().counts(), r.Total.counts(), r.Total.number(r.Total.Funded), r.Total.number(r.Total.Delivered))
		t.Rows = append(t.Rows, cells)
	}
	for _, r := range c.Threats {
		row(r)
	}
	if !c.NoThreat.Total.IsZero() {
		none := c.NoThreat
		none.Name = "(no threat in particular)"
		row(none)
	}
	return t
}

// counts is the text of a cell.
func (w Work) counts() string {
	if w.IsZero() {
		return ""
	}
	return strconv.Itoa(len(w.Objectives)) + " / " + w.number(w.Commitments)
}

// number is the text of the size of a list.
func (w Work) number(list []CommitmentID) string {
	if w.Partial {
		return "?"
	}
	return strconv.Itoa(len(list))
}

// LinesTable gives victims, areas, articles, goals and SDGs, one a line.
func (c Coverage) LinesTable() Table {
	t := Table{Title: "Coverage by victims, areas, treaty articles and goals",
		Columns: []string{"of", "key", "name", "objectives", "commitments", "funded", "delivered"}}
	add := func(of, key, name string, w Work) {
		t.Rows = append(t.Rows, []string{of, key, name, strconv.Itoa(len(w.Objectives)), w.number(w.Commitments), w.number(w.Funded), w.number(w.Delivered)})
	}
	for _, l := range c.Victims {
		add("victims", string(l.Victim), "", l.Work)
	}
	for _, l := range c.Areas {
		add("area", l.Key, l.Name, l.Work)
	}
	add("whole jurisdiction", "", c.Everywhere.Name, c.Everywhere.Work)
	for _, l := range c.Articles {
		add("article", l.Key, l.Name, l.Work)
	}
	for _, l := range c.Goals {
		add("goal", l.Key, l.Name, l.Work)
	}
	for _, l := range c.SDGs {
		add("sdg", l.Key, l.Name, l.Work)
	}
	return t
}

// MarketsTable gives the markets with their threats.
func (c Coverage) MarketsTable() Table {
	t := Table{Title: "Criminal markets and the threats that are about them", Columns: []string{"market", "name", "threats", "named by a group or mandate"}}
	for _, m := range c.Markets {
		t.Rows = append(t.Rows, []string{string(m.Market), m.Name, strings.Join(ocs.Words(m.Threats), " "), yesCell(m.Named)})
	}
	return t
}

// GapsTable gives the gaps.
func (c Coverage) GapsTable() Table {
	t := Table{Title: "Gaps", Columns: []string{"gap", "about", "pillar", "priority"}}
	for _, g := range c.Gaps {
		t.Rows = append(t.Rows, []string{string(g.Kind), g.About, string(g.Pillar), yesCell(g.Priority)})
	}
	return t
}

// yesCell is the text of a flag in a table.
func yesCell(b bool) string {
	if b {
		return "yes"
	}
	return ""
}
