package strategy

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// ActionPlan gives the commitments as ministries keep them in a spreadsheet, one
// a row in document order, with how each stands on the as-of date: see
// [Index.Delivery], which also says what the options leave out. They may be nil.
//
// In a cell, terms and identifiers are joined by semicolons, and what has words
// of its own (objectives, milestones, indicators, funding) stands on lines. The
// cost is the sum of a commitment's costs; where these are in several currencies
// both cells have a line for each. Due is the day that the deadline comes to,
// where that can be told; threats are those of the objectives; marking is the one
// that holds for the commitment, its plan's or the document's if it has none.
func (ix *Index) ActionPlan(asOf ocs.Date, o *DeliveryOptions) Table {
	if o == nil {
		o = &DeliveryOptions{}
	}
	t := Table{Title: titleAsOf("Action plan", asOf), Columns: []string{"plan", "pillars", "objectives", "objective titles", "commitment",
		"title", "kind", "part of", "lead", "lead name", "partners", "threats", "areas", "start", "deadline", "due", "milestones", "cost",
		"currency", "funding", "funding status", "indicators", "standing", "since", "percent", "marking"}}
	b := ix.decideAll(asOf, true)
	marking := ix.Markings()
	for n, c := range ix.commitments {
		plan := &ix.s.Plans[c.plan]
		if o.Plan != "" && plan.ID != o.Plan || !o.All && b.plans[c.plan].over {
			continue
		}
		served := ix.servedBy(c.Commitment)
		cost, currency := costCells(c.Costs)
		funding, status := fundingCells(c.Commitment)
		lead := ""
		if a := ix.Actor(c.Lead); a != nil {
			lead = a.Name
		}
		d := &b.list[n]
		t.Rows = append(t.Rows, []string{string(plan.ID), termCell(served.pillars), termCell(served.objectives), strings.Join(served.titles, "\n"),
			string(c.ID), c.Title, string(c.Kind), string(c.Parent), string(c.Lead), lead, partnerCell(c.Partners), termCell(served.threats),
			termCell(c.Areas), c.Start.String(), c.Deadline.String(), ix.Due(c.Commitment).String(), milestoneCell(c.Milestones), cost, currency, funding, status,
			indicatorCell(c.Indicators), string(d.Standing), d.Since.String(), d.Percent.String(), string(marking(ocs.ID(c.ID)))})
	}
	return t
}

// purpose is what a commitment is for.
type purpose struct {
	objectives []pillar.ObjectiveID
	titles     []string
	pillars    []pillar.ID
	threats    []threat.ID
}

// servedBy returns the objectives that a commitment serves, with their pillars and
// threats, each once.
func (ix *Index) servedBy(c *Commitment) purpose {
	s := purpose{objectives: ix.objectivesOf(c)}
	for _, id := range s.objectives {
		ob := ix.Objective(id)
		if ob == nil {
			continue
		}
		s.titles = append(s.titles, oneLine(ob.Title))
		for _, p := range append([]pillar.ID{ob.Pillar}, ob.Also...) {
			if p != "" && !slices.Contains(s.pillars, p) {
				s.pillars = append(s.pillars, p)
			}
		}
		s.threats = append(s.threats, ob.Threats...)
	}
	slices.Sort(s.threats)
	s.threats = slices.Compact(s.threats)
	return s
}

// termCell is the text of several terms or identifiers in one cell that people
// fill in.
func termCell[T ~string](terms []T) string { return strings.Join(ocs.Words(terms), "; ") }

// oneLine is a text without line breaks, for a cell of several lines.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// partnerCell lists partners as "fia (implementing, proposed)".
func partnerCell(partners []Partner) string {
	var cells []string
	for _, p := range partners {
		cells = append(cells, withRemarks(string(p.Actor), string(p.Role), string(p.Status)))
	}
	return strings.Join(cells, "; ")
}

// withRemarks adds the remarks that there are in parentheses.
func withRemarks(text string, remarks ...string) string {
	remarks = slices.DeleteFunc(remarks, func(r string) bool { return r == "" })
	if len(remarks) == 0 {
		return text
	}
	return text + " (" + strings.Join(remarks, ", ") + ")"
}

func milestoneCell(milestones []Milestone) string {
	var lines []string
	for _, m := range milestones {
		title := oneLine(m.Title)
		if title == "" {
			title = string(m.ID)
		}
		lines = append(lines, withRemarks(title, m.Due.String()))
	}
	return strings.Join(lines, "\n")
}

func indicatorCell(indicators []pillar.Indicator) string {
	var lines []string
	for _, i := range indicators {
		name := oneLine(i.Name)
		if name == "" {
			name = string(i.ID)
		}
		lines = append(lines, name)
	}
	return strings.Join(lines, "\n")
}

// costCells sums costs by currency, in the order in which these are named.
func costCells(costs []Cost) (amounts, currencies string) {
	var order []string
	sums := make(map[string]*exactSum)
	for _, c := range costs {
		if c.Money.IsZero() {
			continue
		}
		currency := string(c.Money.Currency)
		if sums[currency] == nil {
			order, sums[currency] = append(order, currency), exactSumOf(c.Money.Amount)
			continue
		}
		sums[currency].add(c.Money.Amount)
	}
	var lines []string
	for _, currency := range order {
		lines = append(lines, sums[currency].String())
	}
	return strings.Join(lines, "\n"), strings.Join(order, "\n")
}

// fundingCells lists where the money comes from, and how sure it is: each status
// once, or why there is none.
func fundingCells(c *Commitment) (funding, status string) {
	var lines []string
	var statuses []FundingStatus
	for _, f := range c.Funding {
		words := slices.DeleteFunc([]string{string(f.Source), string(f.Donor), f.Money.String()}, func(w string) bool { return w == "" })
		lines = append(lines, withRemarks(strings.Join(words, " "), string(f.Status)))
		if f.Status != "" && !slices.Contains(statuses, f.Status) {
			statuses = append(statuses, f.Status)
		}
	}
	if len(c.Funding) == 0 && c.Unfunded != "" {
		return "unfunded: " + oneLine(c.Unfunded), "unfunded"
	}
	return strings.Join(lines, "\n"), termCell(statuses)
}

// MonitoringPlan gives the indicators, one a row: how each is measured, from
// where to where it is to move, and how it stands on the as-of date, by
// [Index.Progress]. Targets stand on lines. The options may be nil.
func (ix *Index) MonitoringPlan(asOf ocs.Date, o *ProgressOptions) Table {
	t := Table{Title: titleAsOf("Indicators", asOf), Columns: []string{"indicator", "name", "measures", "kind", "unit", "direction", "baseline",
		"baseline date", "targets", "source", "frequency", "responsible", "current", "read", "status", "achievement %", "marking"}}
	marking := ix.Markings()
	for _, p := range ix.Progress(asOf, o).Indicators {
		row := []string{string(p.Indicator), "", string(p.Objective) + string(p.Commitment), "", "", "", "", "", "", "", "", "",
			p.Current.String() + p.Text, p.Read.String(), string(p.Status), p.Achievement.String(), string(marking(ocs.ID(p.Indicator)))}
		if i := ix.Indicator(p.Indicator); i != nil {
			base := i.Baseline.Value.String() + i.Baseline.Text
			if base == "" && i.Baseline.Pending != "" {
				base = withRemarks("pending", i.Baseline.By.String())
			}
			copy(row[1:], []string{i.Name})
			copy(row[3:], []string{string(i.Kind), i.Unit, string(i.Direction), base, i.Baseline.Date.String(), targetCell(i.Targets),
				i.Source, string(i.Frequency), string(i.Responsible)})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func targetCell(targets []pillar.Target) string {
	var lines []string
	for _, g := range targets {
		words := slices.DeleteFunc([]string{string(g.Comparator), g.Value.String() + g.Text}, func(w string) bool { return w == "" })
		lines = append(lines, withRemarks(strings.Join(words, " "), g.By.String()))
	}
	return strings.Join(lines, "\n")
}
