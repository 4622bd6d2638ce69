package report

import (
	"html/template"
	"reflect"
	"strconv"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// functions are what the templates call.
func (p *page) functions() template.FuncMap {
	return template.FuncMap{
		// Labels and text.
		"t":    p.o.label,
		"own":  p.ownWord,
		"term": p.term,
		"x":    p.inline,
		"para": p.paragraphs,
		"link": link,

		// Figures.
		"date":    p.o.date,
		"period":  p.o.period,
		"num":     p.number,
		"count":   func(n int) string { return p.o.group(strconv.Itoa(n)) },
		"percent": p.percent,
		"money":   func(m ocs.Money) template.HTML { return figure(p.o.sum(m.Amount, m.Currency)) },
		"sum":     func(d ocs.Decimal, c ocs.Currency) template.HTML { return figure(p.o.sum(d, c)) },
		"secured": secured,

		// References.
		"anchor": p.anchor,
		"ref":    p.reference,
		"refs":   p.references,
		"cite":   p.cite,
		"market": marketName,
		"len":    length,

		// Questions.
		"standing":    p.standing,
		"told":        func(id strategy.CommitmentID) *strategy.Update { return p.told[id] },
		"progress":    func(id pillar.IndicatorID) *strategy.IndicatorProgress { return p.progress[id] },
		"serving":     func(id pillar.ObjectiveID) []*strategy.Commitment { return p.serving[id] },
		"informedby":  func(id pillar.ObjectiveID) []ocs.ID { return p.informed[id] },
		"led":         func(id actor.ID) int { return p.led[id] },
		"joined":      func(id actor.ID) int { return p.joined[id] },
		"dueCommit":   func(c *strategy.Commitment) string { return p.o.deadline(c.Deadline, p.ix.Due(c)) },
		"dueStep":     func(m *strategy.Milestone) string { return p.o.deadline(m.Due, p.ix.DueMilestone(m)) },
		"dueEval":     func(e *strategy.Evaluation) string { return p.o.deadline(e.Due, p.ix.DueEvaluation(e)) },
		"against":     func(id threat.ID) []*pillar.Objective { return collect(p.ix.ObjectivesAgainst(id)) },
		"answers":     func(id threat.ID) int { return len(collect(p.ix.CommitmentsAgainst(id))) },
		"pictures":    p.pictures,
		"bar":         p.bar,
		"comma":       p.o.comma,
		"about":       p.about,
		"article":     p.article,
		"item":        p.item,
		"bykey":       byKey,
		"finding":     p.finding,
		"commitments": commitmentsOf,
	}
}

// term is a term of a vocabulary. What has no label in the language is in
// English, or the document's own.
func (p *page) term(vocabulary string, term any) template.HTML {
	word := word(term)
	if word == "" {
		return ""
	}
	if _, ok := terms[vocabulary+"."+word]; ok {
		return template.HTML(template.HTMLEscapeString(p.o.term(vocabulary, word)))
	}
	return p.inEnglish(p.o.term(vocabulary, word))
}

// figure sets a number or sum apart, so that its parts keep their order and
// line.
func figure(text string) template.HTML {
	if text == "" {
		return ""
	}
	return template.HTML(`<bdi class="n" dir="ltr">` + template.HTMLEscapeString(string(phraseOf(text))) + "</bdi>")
}

func (p *page) number(d ocs.Decimal) template.HTML {
	if !d.IsSet() {
		return ""
	}
	return figure(p.o.number(d))
}

func (p *page) percent(d ocs.Decimal) template.HTML {
	if !d.IsSet() {
		return ""
	}
	sign := "%"
	if p.o.tongue() == french {
		sign = "\u202f%"
	}
	return figure(p.o.number(d) + sign)
}

// secured is the funding that is committed, disbursed or of no stated status.
// A sum that can't be added isn't given.
func secured(m strategy.MoneyRow) ocs.Decimal {
	var total ocs.Decimal
	for _, d := range []ocs.Decimal{m.Committed, m.Disbursed, m.Unstated} {
		if !d.IsSet() {
			continue
		}
		if !total.IsSet() {
			total = d
			continue
		}
		sum, err := total.Add(d)
		if err != nil {
			return ocs.Decimal{}
		}
		total = sum
	}
	return total
}

// moneyGroup is the money of one thing, a row for each currency.
type moneyGroup struct {
	Key  string
	Rows []strategy.MoneyRow
}

// byKey puts the rows of one thing together. They follow each other.
func byKey(rows []strategy.MoneyRow) []moneyGroup {
	var groups []moneyGroup
	for _, r := range rows {
		if n := len(groups); n == 0 || groups[n-1].Key != r.Key {
			groups = append(groups, moneyGroup{Key: r.Key})
		}
		last := &groups[len(groups)-1]
		last.Rows = append(last.Rows, r)
	}
	return groups
}

// marketName is a market's English name.
func marketName(m threat.Market) string {
	if info, ok := m.Info(); ok {
		return info.Name
	}
	return string(m)
}

// length is the length of a list, and 0 of none.
func length(list any) int {
	if v := reflect.ValueOf(list); v.IsValid() && (v.Kind() == reflect.Slice || v.Kind() == reflect.String) {
		return v.Len()
	}
	return 0
}

func collect[T any](seq func(func(*T) bool)) []*T {
	var list []*T
	for v := range seq {
		list = append(list, v)
	}
	return list
}

// barPart is one part of a bar: so many that stand in one way.
type barPart struct {
	Class string
	Label template.HTML
	Count int
}

// bar are the parts of a bar, in the order of the vocabulary.
func (p *page) bar(counts any) []barPart {
	var parts []barPart
	switch list := counts.(type) {
	case []strategy.StandingCount:
		for _, c := range list {
			parts = append(parts, barPart{string(c.Standing), p.term("standing", c.Standing), c.Count})
		}
	case []strategy.ProgressCount:
		for _, c := range list {
			parts = append(parts, barPart{string(c.Status), p.term("progress", c.Status), c.Count})
		}
	}
	return parts
}

// pillarPart is what stands under one pillar, or outside all of them.
type pillarPart struct {
	Pillar      *pillar.Pillar // nil outside the pillars
	Label       string         // of what stands outside
	Objectives  []*pillar.Objective
	Indicators  int
	Commitments int
	Counts      []strategy.StandingCount
	Rollup      *strategy.RollupLine
}

// Parts are the pillars, the horizontal objectives, and those under no pillar
// that the framework has.
func (p *page) Parts() []*pillarPart {
	var parts []*pillarPart
	at := make(map[pillar.ID]*pillarPart)
	for f := range p.ix.Pillars() {
		part := &pillarPart{Pillar: f}
		if at[f.ID] == nil {
			at[f.ID] = part
		}
		parts = append(parts, part)
	}
	across, outside := &pillarPart{Label: "horizontal"}, &pillarPart{Label: "outside"}
	for o := range p.ix.Objectives() {
		part := at[o.Pillar]
		switch {
		case o.Horizontal:
			part = across
		case part == nil:
			part = outside
		}
		part.Objectives = append(part.Objectives, o)
	}
	for _, part := range []*pillarPart{across, outside} {
		if len(part.Objectives) > 0 {
			parts = append(parts, part)
		}
	}
	for _, part := range parts {
		p.sumUp(part)
	}
	return parts
}

// sumUp counts what is under a part, each commitment once.
func (p *page) sumUp(part *pillarPart) {
	seen := make(map[strategy.CommitmentID]bool)
	counts := make(map[strategy.Standing]int)
	for _, o := range part.Objectives {
		part.Indicators += len(o.Indicators)
		for _, c := range p.serving[o.ID] {
			if seen[c.ID] {
				continue
			}
			seen[c.ID] = true
			part.Commitments++
			if d := p.standings[c.ID]; d != nil {
				counts[d.Standing]++
			}
		}
	}
	for _, s := range strategy.Standing("").Terms() {
		if n := counts[strategy.Standing(s)]; n > 0 {
			part.Counts = append(part.Counts, strategy.StandingCount{Standing: strategy.Standing(s), Count: n})
		}
	}
	for i := range p.Rollup.Pillars {
		if part.Pillar != nil && p.Rollup.Pillars[i].ID == ocs.ID(part.Pillar.ID) {
			part.Rollup = &p.Rollup.Pillars[i]
		}
	}
}
