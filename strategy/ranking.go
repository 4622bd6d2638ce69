package strategy

import (
	"math/big"
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
)

// RankingOptions say how [Index.Ranking] orders threats. Nil means the zero
// value.
type RankingOptions struct {
	// Method is the method of assessment. Absent means the one by which most threats were assessed, the first in the
	// document among equals.
	Method string

	// Weights say which figures count, and for how much. The zero value means [ScoreOnly].
	Weights Weights

	// Bands say how far a figure may be off, by confidence. Nil means [DefaultBands].
	Bands []ConfidenceBand
}

// Weights say how much each figure of an assessment counts, in proportion to
// each other. A figure with no positive weight doesn't count.
type Weights struct {
	Score            int `json:"score,omitzero"`
	Physical         int `json:"physical,omitzero"` // harm by dimension
	Psychological    int `json:"psychological,omitzero"`
	Economic         int `json:"economic,omitzero"`
	Community        int `json:"community,omitzero"`
	Environmental    int `json:"environmental,omitzero"`
	Political        int `json:"political,omitzero"`
	Likelihood       int `json:"likelihood,omitzero"`
	Vulnerability    int `json:"vulnerability,omitzero"`
	ResponseCapacity int `json:"response-capacity,omitzero"` // more capacity makes the threat weigh less
}

// ScoreOnly counts the method's overall figure alone.
func ScoreOnly() Weights { return Weights{Score: 1} }

// ConfidenceBand says how far the value of an assessment may be off, up or
// down, given the confidence in it.
type ConfidenceBand struct {
	// Scheme and Code are the grade. For the scheme percent, Code is the lowest grade to which the band applies. A band
	// without scheme and code is for grades that no other band is for, and for no grade at all.
	Scheme threat.ConfidenceScheme `json:"scheme,omitzero"`
	Code   string                  `json:"code,omitzero"`

	// Width is the distance either way, as a part of the whole scale: 0.1 of a scale from 1 to 10 is 0.9.
	Width ocs.Decimal `json:"width"`
}

// DefaultBands are bands for high, medium and low confidence, for percentages
// in like steps, and for none. The widths are ours and rest on no standard: no
// scheme says how far off a figure of given confidence may be. A ranking that is
// to be defended should replace them.
func DefaultBands() []ConfidenceBand {
	narrow, middle, wide := ocs.MustDecimal("0.05"), ocs.MustDecimal("0.10"), ocs.MustDecimal("0.20")
	return []ConfidenceBand{
		{threat.LowMediumHigh, "high", narrow}, {threat.LowMediumHigh, "medium", middle}, {threat.LowMediumHigh, "low", wide},
		{threat.Percent, "85", narrow}, {threat.Percent, "50", middle}, {threat.Percent, "0", wide},
		{Width: wide},
	}
}

// Ranking orders threats by how bad they are judged to be.
type Ranking struct {
	AsOf ocs.Date `json:"as-of,omitzero"`

	// Method, Weights and Bands are those that were used.
	Method  string           `json:"method,omitzero"`
	Weights Weights          `json:"weights"`
	Bands   []ConfidenceBand `json:"bands,omitempty"`

	// Ranked are the threats that could be ranked, the worst first, in document order among equals.
	Ranked []RankedThreat `json:"ranked,omitempty"`

	// Unranked are the threats that couldn't. They are neither better nor worse than the others.
	Unranked []UnrankedThreat `json:"unranked,omitempty"`

	// Mean is the mean of the scores, on the method's own scale, rounded half up to a hundredth. Each ranked threat counts
	// once, also where two belong to one market of the method. It is absent if they are not all on one scale, or if a
	// ranked threat has none.
	//
	// Source: GI-TOC's sub-score for markets is such a mean; Pakistan's of 2021 was worked out again and agrees.
	Mean ocs.Decimal `json:"mean,omitzero"`

	// Swaps are pairs whose order the confidence in them doesn't bear out: within their bands the one below may be worse
	// than the one above. The first thousand are listed; SwapsCut says that there may be more.
	Swaps    []Swap `json:"swaps,omitempty"`
	SwapsCut bool   `json:"swaps-cut,omitzero"`

	// Outranking are the threats that are no priority and rank above one that is.
	Outranking []threat.ID `json:"outranking,omitempty"`

	// Withheld are the elements of which this document lacks, by a redaction, something that the view rests on.
	Withheld []ocs.ID `json:"withheld,omitempty"`

	// Notes are remarks on the view itself.
	Notes []string `json:"notes,omitempty"`
}

// RankedThreat is a threat's place in a ranking.
type RankedThreat struct {
	// Rank counts from 1. Threats of equal value have the same rank, and the next one counts on from all of them.
	Rank int `json:"rank"`

	// Tied says that another threat has the same rank.
	Tied bool `json:"tied,omitzero"`

	Threat   threat.ID `json:"threat"`
	Name     string    `json:"name,omitzero"`
	Priority bool      `json:"priority,omitzero"`

	// Date, Score, Scale and Confidence are those of the assessment used, the latest of the method.
	Date       ocs.Date          `json:"date,omitzero"`
	Score      ocs.Decimal       `json:"score,omitzero"`
	Scale      threat.Scale      `json:"scale"`
	Confidence threat.Confidence `json:"confidence,omitzero"`

	// Value is the weighted mean of the figures, from 0, the best, to 1, the worst, rounded half up to four places.
	// Ranks rest on the exact value.
	Value ocs.Decimal `json:"value"`

	// Band is how far the value may be off. Best and Worst are the ends of the places that it may take, or share, within
	// the bands, if all threats were put one after the other.
	Band  ocs.Decimal `json:"band"`
	Best  int         `json:"best"`
	Worst int         `json:"worst"`

	// Missing are the figures that have a weight and are not given: the value is the mean of the others.
	Missing []string `json:"missing,omitempty"`
}

// UnrankedThreat is a threat that couldn't be ranked.
type UnrankedThreat struct {
	Threat threat.ID      `json:"threat"`
	Name   string         `json:"name,omitzero"`
	Reason UnrankedReason `json:"reason"`
}

// UnrankedReason says why a threat couldn't be ranked.
type UnrankedReason string

// The reasons.
const (
	NotAssessed UnrankedReason = "not-assessed" // it has no assessment
	OtherMethod UnrankedReason = "other-method" // none by the method, up to the as-of date
	NoFigure    UnrankedReason = "no-figure"    // the assessment gives no figure that has a weight
	BadScale    UnrankedReason = "bad-scale"    // the scale has no ends or no worse end, or a figure is off it
)

var unrankedReasons = []UnrankedReason{NotAssessed, OtherMethod, NoFigure, BadScale}

// Known reports whether r is in the vocabulary.
func (r UnrankedReason) Known() bool { return slices.Contains(unrankedReasons, r) }

// Terms lists the vocabulary.
func (UnrankedReason) Terms() []string { return ocs.Words(unrankedReasons) }

// Swap is a pair of threats that may stand the other way round.
type Swap struct {
	// Above ranks before Below, and may belong after it.
	Above threat.ID `json:"above"`
	Below threat.ID `json:"below"`
}

// Ranking orders the threats by their latest assessments, of one method, that
// are not later than the as-of date. Figures are brought to a common scale on
// which 1 is worst, whichever end of the method's own scale is. Threats that
// can't be ranked are listed apart, with the reason. The options may be nil.
func (ix *Index) Ranking(asOf ocs.Date, o *RankingOptions) Ranking {
	if o == nil {
		o = new(RankingOptions)
	}
	r := Ranking{AsOf: asOf, Method: o.Method, Weights: o.Weights, Bands: o.Bands}
	if r.Method == "" {
		r.Method = ix.commonMethod()
	}
	if r.Weights == (Weights{}) {
		r.Weights = ScoreOnly()
	}
	if r.Bands == nil {
		r.Bands = DefaultBands()
	}
	var values []rankedValue
	for i := range ix.s.Threats {
		t := &ix.s.Threats[i]
		a, reason := latest(t, r.Method, asOf)
		if a != nil {
			var v rankedValue
			if v, reason = r.value(t, a); reason == "" {
				values = append(values, v)
				continue
			}
		}
		r.Unranked = append(r.Unranked, UnrankedThreat{t.ID, t.Name, reason})
	}
	slices.SortStableFunc(values, func(a, b rankedValue) int { return b.value.Cmp(a.value) })
	r.rank(values)
	r.sensitivity(values)
	r.mean()
	r.Withheld = ix.withheld("assessments", "threats", "priority")
	return r
}

// commonMethod returns the method by which most threats were assessed.
func (ix *Index) commonMethod() string {
	counts := make(map[string]int)
	last := make(map[string]int)
	var order []string
	for i := range ix.s.Threats {
		for _, a := range ix.s.Threats[i].Assessments {
			if counts[a.Method] == 0 {
				order = append(order, a.Method)
			}
			if last[a.Method] != i+1 {
				last[a.Method] = i + 1
				counts[a.Method]++
			}
		}
	}
	best := ""
	for _, m := range order {
		if m != "" && (best == "" || counts[m] > counts[best]) {
			best = m
		}
	}
	return best
}

// latest returns the threat's latest assessment by the method, the last in the
// document among those of one date.
func latest(t *threat.Threat, method string, asOf ocs.Date) (*threat.Assessment, UnrankedReason) {
	if len(t.Assessments) == 0 {
		return nil, NotAssessed
	}
	var best *threat.Assessment
	for i := range t.Assessments {
		a := &t.Assessments[i]
		if a.Method != method || !asOf.IsZero() && a.Date.Last().Compare(asOf.Last()) > 0 {
			continue
		}
		if best == nil || a.Date.Last().Compare(best.Date.Last()) >= 0 {
			best = a
		}
	}
	return best, OtherMethod
}

// rankedValue is a threat with its exact value and the ends of its band.
type rankedValue struct {
	RankedThreat
	value, low, high *big.Rat
}

// value works out what the assessment comes to, or why it can't be.
func (r *Ranking) value(t *threat.Threat, a *threat.Assessment) (rankedValue, UnrankedReason) {
	v := rankedValue{RankedThreat: RankedThreat{Threat: t.ID, Name: t.Name, Priority: t.Priority, Date: a.Date, Score: a.Score, Scale: a.Scale,
		Confidence: a.Confidence}}
	if a.Scale.Min.IsZero() || a.Scale.Max.Compare(a.Scale.Min) <= 0 || !a.Scale.Worse.Known() {
		return v, BadScale
	}
	low, span := rational(a.Scale.Min), new(big.Rat)
	span.Sub(rational(a.Scale.Max), low)
	total, weight := new(big.Rat), int64(0)
	for _, f := range r.figures(a) {
		switch {
		case f.weight <= 0:
			continue
		case f.figure.IsZero():
			v.Missing = append(v.Missing, f.name)
			continue
		case f.figure.Compare(a.Scale.Min) < 0 || f.figure.Compare(a.Scale.Max) > 0:
			return v, BadScale
		}
		part := rational(f.figure)
		part.Sub(part, low).Quo(part, span)
		if f.lowWorse {
			part.Sub(big.NewRat(1, 1), part)
		}
		total.Add(total, part.Mul(part, big.NewRat(int64(f.weight), 1)))
		weight += int64(f.weight)
	}
	if weight <= 0 {
		return v, NoFigure
	}
	v.value = total.Quo(total, big.NewRat(weight, 1))
	v.Value, _ = ocs.ParseDecimal(v.value.FloatString(4))
	v.Band = r.band(a.Confidence)
	width := rational(v.Band)
	v.low, v.high = new(big.Rat).Sub(v.value, width), new(big.Rat).Add(v.value, width)
	return v, ""
}

type weighted struct {
	name     string
	weight   int
	figure   ocs.Decimal
	lowWorse bool
}

// figures pairs the assessment's figures with their weights.
func (r *Ranking) figures(a *threat.Assessment) [10]weighted {
	w, h, low := &r.Weights, &a.Harm, a.Scale.Worse == threat.LowIsWorse
	return [...]weighted{
		{"score", w.Score, a.Score, low},
		{"physical", w.Physical, h.Physical, low},
		{"psychological", w.Psychological, h.Psychological, low},
		{"economic", w.Economic, h.Economic, low},
		{"community", w.Community, h.Community, low},
		{"environmental", w.Environmental, h.Environmental, low},
		{"political", w.Political, h.Political, low},
		{"likelihood", w.Likelihood, a.Likelihood, low},
		{"vulnerability", w.Vulnerability, a.Vulnerability, low},
		{"response-capacity", w.ResponseCapacity, a.ResponseCapacity, true},
	}
}

// band returns how far a value of that confidence may be off.
func (r *Ranking) band(c threat.Confidence) ocs.Decimal {
	var fallback, best, floor ocs.Decimal
	grade, err := ocs.ParseDecimal(c.Code)
	for _, b := range r.Bands {
		switch {
		case b.Scheme == "" && b.Code == "":
			fallback = b.Width
		case b.Scheme != c.Scheme:
		case b.Scheme != threat.Percent:
			if b.Code == c.Code {
				return b.Width
			}
		case err == nil:
			if from, e := ocs.ParseDecimal(b.Code); e == nil && from.Compare(grade) <= 0 && from.Compare(floor) > 0 {
				best, floor = b.Width, from
			}
		}
	}
	if floor.IsSet() {
		return best
	}
	return fallback
}
