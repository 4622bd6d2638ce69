package strategy

import (
	"math/big"

	"github.com/ocs-framework/ocs"
)

// ProgressMeasure is what a rule of a [StatusPolicy] looks at, in percent.
type ProgressMeasure string

// The measures.
const (
	MeasureOverall     ProgressMeasure = "overall"     // the way to the last target
	MeasureAchievement ProgressMeasure = "achievement" // the way to the next target
	MeasureHealth      ProgressMeasure = "health"      // achievement as a percentage of what was expected by now
)

// StatusRule gives a status to measures within bounds. A bound that is absent
// doesn't bind; a measure that isn't known matches no rule.
type StatusRule struct {
	// Code names the rule in the result.
	Code string `json:"code"`

	// Status is what it gives.
	Status ProgressStatus `json:"status"`

	// Measure is what it looks at.
	Measure ProgressMeasure `json:"measure"`

	// AtLeast is the lowest percentage that matches.
	AtLeast ocs.Decimal `json:"at-least,omitzero"`

	// Above is the highest that doesn't match any more.
	Above ocs.Decimal `json:"above,omitzero"`

	// Below is the lowest that doesn't match any more.
	Below ocs.Decimal `json:"below,omitzero"`
}

// StatusPolicy decides how indicators stand: of its rules, in order, the first
// that matches. Agencies differ, so it is a value that a caller replaces.
type StatusPolicy []StatusRule

// DefaultStatusPolicy returns the bands of Cascade, a strategy-tracking
// product, on health: from 95 % on track, from 85 % behind, below that at risk.
// The last target decides before: met is achieved, passed is exceeded. Cascade
// ends its on-track band at 105 %; what is above that is on track here too,
// under a code of its own.
func DefaultStatusPolicy() StatusPolicy {
	return StatusPolicy{
		{Code: "last-target-exceeded", Status: ProgressExceeded, Measure: MeasureOverall, Above: ocs.Num(100)},
		{Code: "last-target-met", Status: ProgressAchieved, Measure: MeasureOverall, AtLeast: ocs.Num(100)},
		{Code: "ahead", Status: ProgressOnTrack, Measure: MeasureHealth, Above: ocs.Num(105)},
		{Code: "on-track", Status: ProgressOnTrack, Measure: MeasureHealth, AtLeast: ocs.Num(95)},
		{Code: "behind", Status: ProgressBehind, Measure: MeasureHealth, AtLeast: ocs.Num(85)},
		{Code: "at-risk", Status: ProgressAtRisk, Measure: MeasureHealth, Below: ocs.Num(85)},
	}
}

// compiled is a policy made ready for exact comparison.
type compiled []struct {
	*StatusRule
	atLeast, above, below *big.Rat
}

func (p StatusPolicy) compile() compiled {
	c := make(compiled, len(p))
	share := func(d ocs.Decimal) *big.Rat {
		if d.IsZero() {
			return nil
		}
		return new(big.Rat).Quo(rat(d), big.NewRat(100, 1))
	}
	for i := range p {
		c[i].StatusRule = &p[i]
		c[i].atLeast, c[i].above, c[i].below = share(p[i].AtLeast), share(p[i].Above), share(p[i].Below)
	}
	return c
}

// first returns the first rule that matches, or nil.
func (c compiled) first(overall, achievement, health *big.Rat) *StatusRule {
	for i := range c {
		var of *big.Rat
		switch c[i].Measure {
		case MeasureOverall:
			of = overall
		case MeasureAchievement:
			of = achievement
		case MeasureHealth:
			of = health
		}
		r := &c[i]
		if of != nil && (r.atLeast == nil || of.Cmp(r.atLeast) >= 0) && (r.above == nil || of.Cmp(r.above) > 0) && (r.below == nil || of.Cmp(r.below) < 0) {
			return r.StatusRule
		}
	}
	return nil
}
