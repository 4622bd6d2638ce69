package strategy

import (
	"math/big"
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
)

// measurement is how all indicators stand on a day, by place.
type measurement struct {
	ix       *Index
	asOf     ocs.Date
	stale    int
	policy   compiled
	readings *readings
	list     []measured
}

// measured is an indicator's progress, with the exact shares of which its
// percentages are the rounded show.
type measured struct {
	IndicatorProgress
	counts                                 bool // it isn't an indicator of work that is over
	achievement, overall, expected, health *big.Rat
}

const defaultStaleAfter = 2

// measure finds out how all indicators stand.
func (ix *Index) measure(asOf ocs.Date, o *ProgressOptions) *measurement {
	if o == nil {
		o = &ProgressOptions{}
	}
	m := &measurement{ix: ix, asOf: asOf.Last(), stale: o.StaleAfter, readings: ix.readings(asOf), list: make([]measured, len(ix.indicators))}
	if m.stale == 0 {
		m.stale = defaultStaleAfter
	}
	policy := o.Policy
	if policy == nil {
		policy = DefaultStatusPolicy()
	}
	m.policy = policy.compile()
	hold := ix.holder()
	r := record{ix: ix, asOf: m.asOf}
	ends := r.planEnds()
	for n, i := range ix.indicators {
		p := &m.list[n]
		p.Indicator, p.counts = i.ID, true
		if i.objective >= 0 {
			p.Objective = ix.s.Objectives[i.objective].ID
		} else {
			c := ix.commitments[i.commitment]
			p.Commitment = c.ID
			p.counts = o.All || !ends[c.plan].over && (c.open() || c.Ended.How == Completed || r.later(c.Ended.Date.Last()))
		}
		if !p.counts {
			continue
		}
		p.Withheld = hold.fields(ocs.ID(i.ID), "baseline", "targets", "reading", "frequency", "direction")
		m.judge(i.Indicator, p, m.readings.history(n, i.Indicator))
		p.Achievement, p.Overall, p.Expected, p.Health = percentOf(p.achievement), percentOf(p.overall), percentOf(p.expected), percentOf(p.health)
	}
	return m
}

// judge finds out how one indicator stands.
func (m *measurement) judge(i *pillar.Indicator, p *measured, history []read) {
	points := m.ix.touchPoints(i)
	var v value
	if i.Value == "" || i.Value == pillar.Number {
		v = valueOf(i, history)
	} else {
		v = textOf(history)
	}
	p.Current, p.Text, p.Read, p.Series, p.Areas, p.Notes = v.number, v.text, v.stated, v.series, v.areas, v.notes
	from := m.ix.demandedAfter(i)
	if v.day.Compare(from) > 0 {
		from = v.day
	}
	if !m.asOf.IsZero() {
		p.Missing = max(0, points.count(m.asOf)-points.count(from))
	}
	computed, rule := m.compute(i, p, &v, points, len(history) > 0)
	p.Status, p.Rule = computed, rule
	if g := v.latest; g.Reading != nil && g.Status.Known() {
		p.Status, p.Rule, p.Judgement = ProgressStatus(g.Status), RuleByHand, g.Note
		if g.Note == "" {
			p.Notes = append(p.Notes, "status was set by hand without a reason")
		}
		p.Read = g.Date
	}
}

// compute works out the measures and the status that follows from them.
func (m *measurement) compute(i *pillar.Indicator, p *measured, v *value, points series, any bool) (ProgressStatus, string) {
	first := points.due(1 + points.count(m.ix.demandedAfter(i)))
	switch {
	case !any && !m.asOf.IsZero() && (m.asOf.Before(first) || m.asOf.Before(i.Baseline.Date)):
		return ProgressNotStarted, RuleBeforeReading
	case !any:
		return ProgressNoData, RuleNoReading
	case v.fault != "":
		return ProgressUnjudged, v.fault
	}
	var rule string
	switch i.Value {
	case "", pillar.Number:
		if !v.number.IsSet() {
			return ProgressUnjudged, RuleNotComputable
		}
		rule = m.number(i, p, v, points)
	case pillar.YesNo:
		rule = yesNo(i, p, v)
	default:
		return ProgressUnjudged, RuleNotComputable
	}
	stale := m.stale > 0 && p.Missing >= m.stale
	if met := m.policy.first(p.overall, nil, nil); met != nil && (!stale || i.Reading == pillar.Cumulative || i.Reading == pillar.Increment) {
		return met.Status, met.Code // a total that was reached stays reached
	}
	if stale {
		return ProgressNoData, RuleStale
	}
	if rule == RuleNothingExpected {
		return ProgressOnTrack, rule
	}
	if r := m.policy.first(p.overall, p.achievement, p.health); r != nil {
		return r.Status, r.Code
	}
	if rule == "" {
		rule = RuleNoDates
	}
	return ProgressUnjudged, rule
}

// number measures a numeric indicator. It returns the rule by which no measure
// can be taken or nothing is expected yet, if one applies.
func (m *measurement) number(i *pillar.Indicator, p *measured, v *value, points series) string {
	targets := numericTargets(i)
	if len(targets) == 0 {
		return RuleNoTarget
	}
	next, last := nextTarget(targets, v.day), targets[len(targets)-1]
	p.Target = next
	if bound(i, next) {
		p.achievement = nearness(i, next, v.number)
		p.expected, p.health = big.NewRat(1, 1), p.achievement
		if day := last.By.Last(); within(i, last, v.number) && !day.IsZero() && v.day.Compare(day) >= 0 {
			p.overall = big.NewRat(1, 1)
		}
		return ""
	}
	if !i.Baseline.Value.IsSet() {
		return RuleNoBaseline
	}
	way := newWay(i, v.number)
	p.achievement, p.overall = way.gone(i, next), way.gone(i, last)
	if p.achievement == nil {
		if within(i, last, v.number) {
			p.overall = big.NewRat(1, 1)
		}
		return RuleTargetIsBaseline
	}
	touch := v.day
	if points.n > 0 {
		touch = points.due(points.count(v.day))
	}
	expected := way.expected(m.ix.baselineDay(i), targets, next, touch)
	if expected == nil {
		return RuleNoDates
	}
	p.Touch, p.expected = touch, expected
	switch {
	case expected.Sign() > 0:
		p.health = new(big.Rat).Quo(p.achievement, expected)
	case p.achievement.Cmp(expected) >= 0:
		return RuleNothingExpected
	default:
		p.health = new(big.Rat) // it moved the wrong way
	}
	return ""
}

// numericTargets returns the targets that have a value, in order of time, those
// without a date last.
func numericTargets(i *pillar.Indicator) []pillar.Target {
	targets := make([]pillar.Target, 0, len(i.Targets))
	for _, t := range i.Targets {
		if t.Value.IsSet() {
			targets = append(targets, t)
		}
	}
	sortTargets(targets)
	return targets
}

func sortTargets(targets []pillar.Target) {
	slices.SortStableFunc(targets, func(a, b pillar.Target) int {
		x, y := a.By.Last(), b.By.Last()
		if x.IsZero() || y.IsZero() {
			return y.Compare(x)
		}
		return x.Compare(y)
	})
}

// nextTarget is the first target due on or after the day, else the last.
func nextTarget(targets []pillar.Target, day ocs.Date) pillar.Target {
	for _, t := range targets {
		if by := t.By.Last(); by.IsZero() || by.Compare(day) >= 0 {
			return t
		}
	}
	return targets[len(targets)-1]
}

func lastTarget(i *pillar.Indicator) ocs.Date {
	var last ocs.Date
	for _, t := range i.Targets {
		if by := t.By.Last(); by.Compare(last) > 0 {
			last = by
		}
	}
	return last
}

// baselineDay is the day from which progress counts: that of the baseline, or
// the one before the strategy's period.
func (ix *Index) baselineDay(i *pillar.Indicator) ocs.Date {
	if !i.Baseline.Date.IsZero() {
		return i.Baseline.Date.Last()
	}
	return ix.s.Period.First().Add(-1, ocs.Days)
}

// demandedAfter is the day after which readings are due: that of the baseline,
// but not before the strategy's period.
func (ix *Index) demandedAfter(i *pillar.Indicator) ocs.Date {
	day := ix.baselineDay(i)
	if before := ix.s.Period.First().Add(-1, ocs.Days); before.Compare(day) > 0 {
		return before
	}
	return day
}

// comparator is how a reading is held against a target.
func comparator(i *pillar.Indicator, t pillar.Target) pillar.Comparator {
	switch {
	case t.Comparator != "":
		return t.Comparator
	case i.Direction == pillar.Decrease:
		return pillar.AtMost
	case i.Direction == pillar.Maintain:
		return pillar.Exactly
	case i.Direction == "" && i.Baseline.Value.IsSet() && t.Value.Compare(i.Baseline.Value) < 0:
		return pillar.AtMost
	}
	return pillar.AtLeast
}

// bound reports whether the target is a bound to keep within and not a value
// to move to: the indicator is to be maintained, or the target allows what
// lies between it and the baseline, as "at most 120" does from 100.
func bound(i *pillar.Indicator, t pillar.Target) bool {
	if i.Direction == pillar.Maintain || !i.Baseline.Value.IsSet() {
		return i.Direction == pillar.Maintain
	}
	way := t.Value.Compare(i.Baseline.Value)
	return way > 0 && t.Comparator == pillar.AtMost || way < 0 && t.Comparator == pillar.AtLeast
}

// within reports whether the value satisfies the target.
func within(i *pillar.Indicator, t pillar.Target, value ocs.Decimal) bool {
	c := value.Compare(t.Value)
	switch comparator(i, t) {
	case pillar.AtMost:
		return c <= 0
	case pillar.Exactly:
		return c == 0
	}
	return c >= 0
}

// nearness is how near a value is to a bound: 1 within it, else the smaller of
// the two as a share of the greater, 0 where that says nothing.
func nearness(i *pillar.Indicator, t pillar.Target, value ocs.Decimal) *big.Rat {
	switch {
	case within(i, t, value):
		return big.NewRat(1, 1)
	case value.Sign() <= 0 || t.Value.Sign() <= 0:
		return new(big.Rat)
	case value.Compare(t.Value) < 0:
		return new(big.Rat).Quo(rat(value), rat(t.Value))
	}
	return new(big.Rat).Quo(rat(t.Value), rat(value))
}

// way is the way from a baseline to the current value.
type way struct{ baseline, done *big.Rat }

func newWay(i *pillar.Indicator, value ocs.Decimal) way {
	b := rat(i.Baseline.Value)
	return way{b, new(big.Rat).Sub(rat(value), b)}
}

// gone is the share of the way to the target that has been gone, or nil if
// the target is the baseline. Past a target to be met exactly, it shrinks again.
func (w way) gone(i *pillar.Indicator, t pillar.Target) *big.Rat {
	whole := rat(t.Value)
	if whole.Sub(whole, w.baseline).Sign() == 0 {
		return nil
	}
	share := whole.Quo(w.done, whole)
	if one := big.NewRat(1, 1); t.Comparator == pillar.Exactly && share.Cmp(one) > 0 {
		share.Sub(big.NewRat(2, 1), share)
	}
	return share
}

// expected is the share of the way to the next target that should have been
// gone by a day: in straight lines from the baseline through the targets. It is
// nil where dates are wanting.
func (w way) expected(start ocs.Date, targets []pillar.Target, next pillar.Target, day ocs.Date) *big.Rat {
	if start.IsZero() || day.IsZero() || next.By.IsZero() {
		return nil
	}
	if day.Compare(start) <= 0 {
		return new(big.Rat)
	}
	if first := targets[0].By; first == next.By && first.Last().Compare(start) > 0 { // the first step is the whole way
		if day.Compare(first.Last()) >= 0 {
			return big.NewRat(1, 1)
		}
		return big.NewRat(int64(start.DaysUntil(day)), int64(start.DaysUntil(first.Last())))
	}
	whole := rat(next.Value)
	whole.Sub(whole, w.baseline)
	from, value := start, w.baseline
	for _, t := range targets {
		by := t.By.Last()
		if by.IsZero() || by.Compare(from) <= 0 {
			continue
		}
		to := rat(t.Value)
		if day.Compare(by) < 0 {
			step := to.Sub(to, value)
			step.Mul(step, big.NewRat(int64(from.DaysUntil(day)), int64(from.DaysUntil(by))))
			value = step.Add(step, value)
			break
		}
		from, value = by, to
		if by.Compare(next.By.Last()) >= 0 {
			break
		}
	}
	value = new(big.Rat).Sub(value, w.baseline)
	return value.Quo(value, whole)
}
