package report

import (
	"cmp"
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// views are the answers that the page shows, each asked for once.
type views struct {
	Dated          bool // a day was stated, so that there is progress to show
	Coverage       strategy.Coverage
	Ranking        strategy.Ranking
	Budget         strategy.Budget
	Responsibility strategy.Responsibility
	Delivery       strategy.DeliveryView
	Progress       strategy.ProgressView
	Rollup         strategy.Rollup
	Overdue        strategy.Agenda
	Schedule       strategy.Schedule
	Findings       []findingGroup
	Waived         int

	standings map[strategy.CommitmentID]*strategy.Delivery
	progress  map[pillar.IndicatorID]*strategy.IndicatorProgress
	told      map[strategy.CommitmentID]*strategy.Update
	serving   map[pillar.ObjectiveID][]*strategy.Commitment
	joined    map[actor.ID]int
	led       map[actor.ID]int
	informed  map[pillar.ObjectiveID][]ocs.ID

	evaluations map[ocs.ID]*strategy.Evaluation
	reports     map[ocs.ID]*strategy.Report
}

func newViews(ix *strategy.Index, o *Options) *views {
	v := &views{
		Dated:          !o.AsOf.IsZero(),
		Coverage:       ix.Coverage(o.AsOf, nil),
		Ranking:        ix.Ranking(o.AsOf, nil),
		Budget:         ix.Budget(o.AsOf, nil),
		Responsibility: ix.Responsibility(o.AsOf, nil),
		standings:      make(map[strategy.CommitmentID]*strategy.Delivery),
		progress:       make(map[pillar.IndicatorID]*strategy.IndicatorProgress),
	}
	if v.Dated {
		v.Delivery = ix.Delivery(o.AsOf, nil)
		v.Progress = ix.Progress(o.AsOf, nil)
		v.Rollup = ix.Rollup(o.AsOf, nil)
		v.Overdue = ix.Overdue(o.AsOf)
		v.Schedule = ix.Schedule(o.AsOf)
		v.told = lastTold(ix, o.AsOf)
	}
	for i := range v.Delivery.Commitments {
		d := &v.Delivery.Commitments[i]
		v.standings[d.Commitment] = d
	}
	for i := range v.Progress.Indicators {
		n := &v.Progress.Indicators[i]
		v.progress[n.Indicator] = n
	}
	v.join(ix)
	v.check(ix.Strategy(), o)
	return v
}

// join follows the references of commitments and consultations backwards.
func (v *views) join(ix *strategy.Index) {
	v.serving = make(map[pillar.ObjectiveID][]*strategy.Commitment)
	v.led, v.joined = make(map[actor.ID]int), make(map[actor.ID]int)
	v.informed = make(map[pillar.ObjectiveID][]ocs.ID)
	for c := range ix.Commitments() {
		for _, o := range unique(c.Objectives) {
			v.serving[o] = append(v.serving[o], c)
		}
		v.led[c.Lead]++
		for _, p := range c.Partners {
			v.joined[p.Actor]++
		}
	}
	v.evaluations, v.reports = make(map[ocs.ID]*strategy.Evaluation), make(map[ocs.ID]*strategy.Report)
	for e := range ix.Evaluations() {
		v.evaluations[e.ID] = e
	}
	for r := range ix.Reports() {
		v.reports[r.ID] = r
	}
	for c := range ix.Consultations() {
		for _, o := range unique(c.Informs) {
			v.informed[o] = append(v.informed[o], c.ID)
		}
	}
}

// unique returns the list without what stands in it a second time.
func unique[T comparable](list []T) []T {
	if len(list) < 2 {
		return list
	}
	seen := make(map[T]bool, len(list))
	return slices.DeleteFunc(slices.Clone(list), func(v T) bool {
		defer func() { seen[v] = true }()
		return seen[v]
	})
}

// lastTold is the latest update on the whole of each commitment.
func lastTold(ix *strategy.Index, asOf ocs.Date) map[strategy.CommitmentID]*strategy.Update {
	told := make(map[strategy.CommitmentID]*strategy.Update)
	for r := range ix.Reports() {
		if !r.Made.IsZero() && r.Made.After(asOf) {
			continue
		}
		for i := range r.Updates {
			u := &r.Updates[i]
			if u.Milestone != "" || u.Area != "" || u.Date.After(asOf) {
				continue
			}
			if old := told[u.Commitment]; old == nil || !u.Date.Before(old.Date) {
				told[u.Commitment] = u
			}
		}
	}
	return told
}

// findingGroup are the findings of one severity.
type findingGroup struct {
	Severity ocs.Severity
	Count    int
	Rules    []ruleFindings
}

// ruleFindings are the findings of one rule.
type ruleFindings struct {
	Code, Title string
	Findings    ocs.Findings
	Omitted     int // how many more there are
}

// shownPerRule is how many findings of one rule stand on the page. The rest is
// counted: a page that lists the same ten thousand times is not read.
const shownPerRule = 100

// check runs the rules for the document's stage.
func (v *views) check(s *strategy.Strategy, o *Options) {
	result := strategy.Validate(s, &strategy.Options{AsOf: o.AsOf, MaxPerRule: shownPerRule})
	v.Waived = len(result.Waived)
	omitted := make(map[string]int)
	for _, m := range result.Omitted {
		omitted[m.Rule] += m.Count
	}
	titles := make(map[string]string)
	for _, r := range strategy.Rules() {
		titles[r.Code] = r.Title
	}
	rules := make(map[string]*ruleFindings)
	var order []*ruleFindings
	for _, f := range result.Findings {
		r := rules[f.Rule]
		if r == nil {
			r = &ruleFindings{Code: f.Rule, Title: titles[f.Rule], Omitted: omitted[f.Rule]}
			rules[f.Rule] = r
			order = append(order, r)
		}
		r.Findings = append(r.Findings, f)
	}
	for _, severity := range []ocs.Severity{ocs.Error, ocs.Warning, ocs.Info} {
		g := findingGroup{Severity: severity}
		for _, r := range order {
			if r.Findings.Max() == severity {
				g.Rules = append(g.Rules, *r)
				g.Count += len(r.Findings) + r.Omitted
			}
		}
		if g.Count > 0 {
			v.Findings = append(v.Findings, g)
		}
	}
}

// Standing is how a commitment stands; nil without a day, or if its plan is not
// in force any more.
func (v *views) standing(id strategy.CommitmentID) *strategy.Delivery { return v.standings[id] }

// Longest is the thing that is overdue the longest. It is asked only where
// something is.
func (v *views) Longest() strategy.DueItem {
	return slices.MaxFunc(v.Overdue.Items, func(a, b strategy.DueItem) int { return cmp.Compare(a.DaysLate, b.DaysLate) })
}

// Count is how many commitments stand so.
func (v *views) count(s strategy.Standing) int {
	for _, c := range v.Delivery.Counts {
		if c.Standing == s {
			return c.Count
		}
	}
	return 0
}
