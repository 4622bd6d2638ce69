package pillar

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/threat"
)

// ObjectiveID names an objective. It is unique in its document.
type ObjectiveID string

// IndicatorID names an indicator. It is unique in its document.
type IndicatorID string

// Objective is something the strategy sets out to achieve: the "what", where
// a commitment is the "how".
//
// Source: the split is that of UNODC's Toolkit to Combat Trafficking in
// Persons, tool 2.5, read in a second-hand copy.
type Objective struct {
	// ID is the objective's identifier. Cardinality: one.
	ID ObjectiveID `json:"id"`

	// Pillar is the primary pillar. Cardinality: one, unless Horizontal.
	Pillar ID `json:"pillar,omitzero"`

	// Also are further pillars that the objective serves. Cardinality: zero to many.
	Also []ID `json:"also,omitempty"`

	// Horizontal says that the objective stands outside the pillars and serves all.
	// Source: EU EMPACT's horizontal objective on document fraud. Cardinality: one; absent means not horizontal.
	Horizontal bool `json:"horizontal,omitzero"`

	// MapsTo are the UNODC pillars that this objective serves, where they differ from what its pillar maps onto.
	// Cardinality: zero to many.
	MapsTo []ID `json:"maps-to,omitempty"`

	// Parent is the objective that this one is part of. Cardinality: zero or one.
	Parent ObjectiveID `json:"parent,omitzero"`

	// Title states the objective in one sentence. Cardinality: one.
	Title string `json:"title,omitzero"`

	// Description says more. Cardinality: zero or one.
	Description string `json:"description,omitzero"`

	// Problem is the problem that the objective answers. Source: ECOWAS regional plan, "problem manifestation". Cardinality: zero or one.
	Problem string `json:"problem,omitzero"`

	// Approach is how the objective is to be reached. Source: ECOWAS regional plan, "strategy". Cardinality: zero or one.
	Approach string `json:"approach,omitzero"`

	// Assumptions are what must hold for the objective to be reached. Source: logical framework approach. Cardinality: zero to many.
	Assumptions []string `json:"assumptions,omitempty"`

	// Threats are the threats and enablers that the objective answers. Cardinality: one to many, unless Enabling.
	Threats []threat.ID `json:"threats,omitempty"`

	// Groups are the criminal groups that the objective is aimed at. Cardinality: zero to many.
	Groups []threat.GroupID `json:"groups,omitempty"`

	// Enabling says that the objective serves the strategy as a whole and no threat in particular. Cardinality: one; absent means not.
	Enabling bool `json:"enabling,omitzero"`

	// Owner is the actor that answers for the objective. Cardinality: zero or one.
	Owner actor.ID `json:"owner,omitzero"`

	// Articles are the treaty articles that the objective puts into effect. Cardinality: zero to many.
	Articles []ocs.Article `json:"articles,omitempty"`

	// Goals are the strategy's higher goals that the objective serves. Cardinality: zero to many.
	Goals []ocs.ID `json:"goals,omitempty"`

	// Indicators measure the objective. Source: tool 2.5, indicators for each objective. Cardinality: one to many.
	Indicators []Indicator `json:"indicators,omitempty"`

	// Cites are the sources of what is said here. Cardinality: zero to many.
	Cites []ocs.Cite `json:"cites,omitempty"`

	// Marking limits who may see this objective. Source: FIRST TLP 2.0. Cardinality: zero or one; absent means the document's.
	Marking ocs.Marking `json:"marking,omitzero"`

	// Extensions hold an agency's own data. Cardinality: zero or one.
	Extensions ocs.Extensions `json:"extensions,omitempty"`
}

// Indicator measures an objective or a commitment.
type Indicator struct {
	// ID is the indicator's identifier. Cardinality: one.
	ID IndicatorID `json:"id"`

	// Name says what is measured. Cardinality: one.
	Name string `json:"name,omitzero"`

	// Description defines the measurement. Cardinality: zero or one.
	Description string `json:"description,omitzero"`

	// Kind is the place in the chain of results. Cardinality: one.
	Kind IndicatorKind `json:"kind,omitzero"`

	// Value is what sort of value a reading has. Cardinality: zero or one; absent means number.
	Value ValueKind `json:"value,omitzero"`

	// Unit is the unit of measurement, e.g. "convictions", "%", "persons". Cardinality: one for a number.
	Unit string `json:"unit,omitzero"`

	// Direction is which way the value should move. Cardinality: one for a number.
	Direction Direction `json:"direction,omitzero"`

	// Reading says how readings add up over time. Cardinality: zero or one; absent means level.
	Reading ReadingKind `json:"reading,omitzero"`

	// Baseline is the value at the start, or why there is none yet. Source: Nigeria's baseline assessment. Cardinality: one.
	Baseline Baseline `json:"baseline,omitzero"`

	// Targets are the values to reach, each by a date. Cardinality: one to many.
	Targets []Target `json:"targets,omitempty"`

	// Source is where readings come from (means of verification). Cardinality: one.
	Source string `json:"source,omitzero"`

	// Responsible is the actor that collects the readings. Cardinality: zero or one.
	Responsible actor.ID `json:"responsible,omitzero"`

	// Frequency is how often a reading is due. Cardinality: one.
	Frequency ocs.Cadence `json:"frequency,omitzero"`

	// People says that the indicator counts persons, so that it should be disaggregated. Cardinality: one; absent means not.
	People bool `json:"people,omitzero"`

	// DisaggregatedBy are the characteristics by which readings are broken down. Source: ICCS disaggregation. Cardinality: zero to many.
	DisaggregatedBy []Disaggregation `json:"disaggregated-by,omitempty"`

	// Cites are the sources. Cardinality: zero to many.
	Cites []ocs.Cite `json:"cites,omitempty"`

	// Marking limits who may see this indicator. Source: FIRST TLP 2.0. Cardinality: zero or one; absent means that of what it measures.
	Marking ocs.Marking `json:"marking,omitzero"`

	// Extensions hold an agency's own data. Cardinality: zero or one.
	Extensions ocs.Extensions `json:"extensions,omitempty"`
}

// Baseline is an indicator's value at the start, or the reason why it is not
// known yet and the date by which it will be.
type Baseline struct {
	// Value is the value of a numeric indicator. Cardinality: zero or one.
	Value ocs.Decimal `json:"value,omitzero"`

	// Text is the value of a yes-no or narrative indicator. Cardinality: zero or one.
	Text string `json:"text,omitzero"`

	// Date is the date of the value. Cardinality: one with a value.
	Date ocs.Date `json:"date,omitzero"`

	// Pending is why there is no value yet. Cardinality: one without a value.
	Pending string `json:"pending,omitzero"`

	// By is when the value will be established. Cardinality: one without a value.
	By ocs.Date `json:"by,omitzero"`

	// Cite is the source of the value. Cardinality: zero or one.
	Cite ocs.Cite `json:"cite,omitzero"`
}

// Target is a value to reach by a date.
type Target struct {
	// By is the date. Cardinality: one.
	By ocs.Date `json:"by,omitzero"`

	// Comparator says how a reading is held against Value. Cardinality: zero or one; absent means as the indicator's direction demands.
	Comparator Comparator `json:"comparator,omitzero"`

	// Value is the value to reach, for a numeric indicator. Cardinality: zero or one.
	Value ocs.Decimal `json:"value,omitzero"`

	// Text is the value to reach, for a yes-no or narrative indicator. Cardinality: zero or one.
	Text string `json:"text,omitzero"`
}
