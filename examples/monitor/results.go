package main

import (
	"cmp"
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// indicators says how objectives stand, pillar by pillar with the share that
// is missing beside it, then which indicators fall short and which say nothing.
func (p *page) indicators() {
	p.title("How objectives stand, by their indicators")
	row := func(name string, l strategy.RollupLine) []string {
		return []string{name, string(l.Status), percent(l.Achievement), percent(l.Health), fmt.Sprint(l.Indicators),
			fmt.Sprint(l.MissingData), percent(l.MissingShare)}
	}
	var rows [][]string
	for _, l := range p.rollup.Pillars {
		name := string(l.ID)
		if f := p.ix.Pillar(pillar.ID(l.ID)); f != nil {
			name = f.Name
		}
		rows = append(rows, row(name, l))
	}
	rows = append(rows, row("Strategy", p.rollup.Strategy))
	p.table([]string{"", "status", "achieved", "of expected", "indicators", "no answer", "share"}, rows)
	p.sayf("Achieved is the way gone to the next target; of expected is that as a share of what should have been by the last reading. " +
		"Missing indicators are left out of both, so read them beside the share that is missing.")
	p.notes(p.rollup.Notes)

	var silent [][]string
	short := make(map[strategy.ProgressStatus][][]string)
	for _, i := range p.progress.Indicators {
		in := p.ix.Indicator(i.Indicator)
		if in == nil {
			continue // it has no identifier
		}
		switch i.Status {
		case strategy.ProgressAtRisk, strategy.ProgressBehind:
			short[i.Status] = append(short[i.Status], []string{string(i.Indicator), percent(i.Health), grouped(i.Current),
				grouped(i.Target.Value), i.Target.By.String(), in.Name + unit(in)})
		case strategy.ProgressNoData, strategy.ProgressUnjudged:
			silent = append(silent, []string{string(i.Indicator), string(i.Status), p.silence(i) + ": " + in.Name})
		}
	}
	for _, status := range []strategy.ProgressStatus{strategy.ProgressAtRisk, strategy.ProgressBehind} {
		if rows := short[status]; rows != nil {
			p.title("Indicators that are %s: %d of %d", status, len(rows), len(p.progress.Indicators))
			p.table([]string{"", "of expected", "now", "target", "by", ""}, rows)
		}
	}
	if len(silent) > 0 {
		p.title("Indicators without an answer: %d of %d", len(silent), len(p.progress.Indicators))
		p.table(nil, silent)
	}
	p.notes(p.progress.Notes)
}

func unit(in *pillar.Indicator) string {
	if in.Unit == "" {
		return ""
	}
	return " (" + in.Unit + ")"
}

// silence says why an indicator gives no answer.
func (p *page) silence(i strategy.IndicatorProgress) string {
	switch i.Rule {
	case strategy.RuleByHand:
		return "“" + i.Judgement + "”"
	case strategy.RuleNoReading:
		return "never read"
	case strategy.RuleStale:
		return fmt.Sprintf("not read since %v", i.Read)
	case strategy.RuleNoBaseline:
		return "read, but without a baseline"
	}
	return i.Rule
}

// money says what is costed and secured, by pillar.
func (p *page) money() {
	p.title("Money")
	row := func(name string, m strategy.MoneyRow) []string {
		return []string{name, string(m.Currency), grouped(m.Cost), grouped(secured(m)), percent(m.FundedShare), grouped(m.Requested), percent(m.DonorShare)}
	}
	var rows [][]string
	for _, m := range p.budget.Pillars {
		rows = append(rows, row(cmp.Or(m.Name, upper(m.Key), "Outside the pillars"), m))
	}
	for _, m := range p.budget.Total {
		rows = append(rows, row("All, each once", m))
	}
	if rows == nil {
		p.sayf("No cost and no funding is stated.")
	}
	p.table([]string{"", "", "cost", "secured", "share", "asked for", "from donors"}, rows)
	if n := len(p.budget.Uncosted); n > 0 {
		p.sayf("Without a cost: %s.", few(words(p.budget.Uncosted), 12))
	}
	for _, c := range p.budget.Conversions {
		p.sayf("%s of %s converted from %s to %s at %v, the plan's own rate.", count(c.Sums, "sum"), c.Plan, c.Rate.From, c.Rate.To, c.Rate.Rate)
	}
	for _, m := range p.budget.Plans {
		p.notes(m.Notes)
	}
	p.notes(p.budget.Notes)
}

// secured is funding that is committed or disbursed, or stated without a
// status; no number if it has too many digits.
func secured(m strategy.MoneyRow) ocs.Decimal {
	sum := ocs.Num(0)
	for _, d := range []ocs.Decimal{m.Committed, m.Disbursed, m.Unstated} {
		if d.IsSet() {
			var err error
			if sum, err = sum.Add(d); err != nil {
				return ocs.Decimal{}
			}
		}
	}
	return sum
}

func words[T ~string](list []T) []string {
	texts := make([]string, len(list))
	for i, w := range list {
		texts[i] = string(w)
	}
	return texts
}

// gapNames say in words what is lacking.
var gapNames = map[strategy.GapKind]string{
	strategy.ThreatUnanswered:     "no objective answers",
	strategy.ThreatUncommitted:    "no commitment works against",
	strategy.ThreatUnfunded:       "no secured money against",
	strategy.ThreatPillarEmpty:    "priority threats that a pillar leaves out",
	strategy.ThreatUnassessed:     "threats never assessed",
	strategy.PillarEmpty:          "pillars without an objective",
	strategy.ObjectiveUncommitted: "objectives without a commitment",
	strategy.CommitmentUnattached: "commitments that serve no objective",
	strategy.VictimsUnprotected:   "victims for whom nothing is done",
	strategy.AreaUncommitted:      "areas that no commitment names",
	strategy.ArticleUnserved:      "articles that no objective puts into effect",
	strategy.GoalUnserved:         "goals that no objective serves",
	strategy.MarketWithoutThreat:  "markets of the vocabulary without a threat",
	strategy.NamedMarketNoThreat:  "markets that a group or mandate names, without a threat",
}

// gaps says where nothing is done, with the first of many.
func (p *page) gaps() {
	p.title("Where nothing is done")
	var kinds []strategy.GapKind
	about := make(map[strategy.GapKind][]string)
	for _, g := range p.coverage.Gaps {
		if about[g.Kind] == nil {
			kinds = append(kinds, g.Kind)
		}
		name := g.About
		if t := p.ix.Threat(threat.ID(g.About)); t != nil {
			name = cmp.Or(t.Name, name)
		}
		switch {
		case name == "":
			name = string(g.Pillar)
		case g.Pillar != "":
			name += " (" + string(g.Pillar) + ")"
		}
		if g.Priority {
			name += " (priority)"
		}
		about[g.Kind] = append(about[g.Kind], name)
	}
	var rows [][]string
	for _, k := range kinds {
		rows = append(rows, []string{fmt.Sprint(len(about[k])), cmp.Or(gapNames[k], string(k)), few(about[k], 6)})
	}
	if rows == nil {
		p.sayf("Nowhere.")
	}
	p.table(nil, rows)
}
