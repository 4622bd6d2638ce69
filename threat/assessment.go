package threat

import "github.com/ocs-framework/ocs"

// Assessment is a judgement of a threat by a stated method on a stated scale.
//
// Systems differ: GI-TOC scores 1 to 10, MoRiLE ranks harm, likelihood and
// organisational position, others use words. Figures are comparable only
// within one method and scale.
type Assessment struct {
	// ID is the assessment's identifier. Cardinality: zero or one.
	ID ocs.ID `json:"id,omitzero"`

	// Method names how the judgement was made, e.g. "gi-toc-2021", "morile", "socta". Cardinality: one.
	Method string `json:"method,omitzero"`

	// By is the actor that made the judgement. Cardinality: zero or one.
	By ocs.ID `json:"by,omitzero"`

	// Date is when the judgement was made or the period it describes ended. Cardinality: one.
	Date ocs.Date `json:"date,omitzero"`

	// Scale is the scale of every figure below. Cardinality: one if any figure is given.
	Scale Scale `json:"scale,omitzero"`

	// Harm is the harm by dimension, on Scale. Source: MoRiLE. Cardinality: zero or one.
	Harm Harm `json:"harm,omitzero"`

	// Likelihood, on Scale. Source: MoRiLE. Cardinality: zero or one.
	Likelihood ocs.Decimal `json:"likelihood,omitzero"`

	// Vulnerability of those exposed, on Scale. Cardinality: zero or one.
	Vulnerability ocs.Decimal `json:"vulnerability,omitzero"`

	// ResponseCapacity is the ability to answer the threat, on Scale; high is good whatever Scale says of the rest.
	// Source: MoRiLE's organisational position; GI-TOC resilience. Cardinality: zero or one.
	ResponseCapacity ocs.Decimal `json:"response-capacity,omitzero"`

	// Score is the method's overall figure, on Scale. Cardinality: zero or one.
	Score ocs.Decimal `json:"score,omitzero"`

	// Trend is the direction of change since the previous assessment. Cardinality: zero or one.
	Trend Trend `json:"trend,omitzero"`

	// Confidence is how sure the assessor is, always apart from the score. Cardinality: one if a score is given.
	Confidence Confidence `json:"confidence,omitzero"`

	// Gaps say what was not known. Cardinality: zero to many.
	Gaps []string `json:"gaps,omitempty"`

	// Note explains the judgement. Cardinality: zero or one.
	Note string `json:"note,omitzero"`

	// Cites are the sources. Cardinality: zero to many.
	Cites []ocs.Cite `json:"cites,omitempty"`

	// Marking limits who may see this assessment. Source: FIRST TLP 2.0. Cardinality: zero or one; absent means the threat's.
	Marking ocs.Marking `json:"marking,omitzero"`
}

// Scale is the range of an assessment's figures.
type Scale struct {
	// Min and Max are the ends of the range. Cardinality: one each.
	Min ocs.Decimal `json:"min,omitzero"`
	Max ocs.Decimal `json:"max,omitzero"`

	// Worse says which end is worse. Cardinality: one.
	Worse Worse `json:"worse,omitzero"`
}

// Harm is the harm a threat does, by dimension, on the assessment's scale.
//
// Source: MoRiLE names physical, community and environmental harm; the other
// dimensions are recalled.
type Harm struct {
	// Physical harm to persons. Cardinality: zero or one.
	Physical ocs.Decimal `json:"physical,omitzero"`

	// Psychological harm to persons. Cardinality: zero or one.
	Psychological ocs.Decimal `json:"psychological,omitzero"`

	// Economic harm to persons, business and the State. Cardinality: zero or one.
	Economic ocs.Decimal `json:"economic,omitzero"`

	// Community harm. Cardinality: zero or one.
	Community ocs.Decimal `json:"community,omitzero"`

	// Environmental harm. Cardinality: zero or one.
	Environmental ocs.Decimal `json:"environmental,omitzero"`

	// Political harm to institutions and the rule of law. Cardinality: zero or one.
	Political ocs.Decimal `json:"political,omitzero"`
}
