package strategy

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
)

// ReportingDuty is a duty to report on delivery.
type ReportingDuty struct {
	// ID is the duty's identifier. Cardinality: zero or one.
	ID ocs.ID `json:"id,omitzero"`

	// By is the actor that reports. Cardinality: one.
	By actor.ID `json:"by,omitzero"`

	// To are the actors that receive the report. Source: Romania's, to the prime minister and the defence council. Cardinality: zero to many.
	To []actor.ID `json:"to,omitempty"`

	// Plan is the plan reported on. Cardinality: zero or one; absent means the strategy.
	Plan PlanID `json:"plan,omitzero"`

	// Cadence is how often. Cardinality: one.
	Cadence ocs.Cadence `json:"cadence,omitzero"`

	// Due is when the first report is due; the others follow by Cadence. Cardinality: one.
	Due ocs.Date `json:"due,omitzero"`

	// Public says that the report is published. Cardinality: one; absent means not.
	Public bool `json:"public,omitzero"`
}

// Report says what happened. It is kept apart from the adopted text, which it
// never changes.
type Report struct {
	// ID is the report's identifier. Cardinality: one.
	ID ocs.ID `json:"id"`

	// Kind is what sort of report it is. Cardinality: zero or one.
	Kind ReportKind `json:"kind,omitzero"`

	// Title is the report's title. Cardinality: zero or one.
	Title string `json:"title,omitzero"`

	// By is the actor that reports. Cardinality: one.
	By actor.ID `json:"by,omitzero"`

	// To are the actors that receive the report. Cardinality: zero to many.
	To []actor.ID `json:"to,omitempty"`

	// Plan is the plan reported on. Cardinality: zero or one; absent means the strategy.
	Plan PlanID `json:"plan,omitzero"`

	// Covers is the time reported on. Cardinality: one.
	Covers ocs.Period `json:"covers,omitzero"`

	// Due is when the report was due. Cardinality: zero or one.
	Due ocs.Date `json:"due,omitzero"`

	// Made is when it was made. Cardinality: zero or one.
	Made ocs.Date `json:"made,omitzero"`

	// Updates are on commitments. Cardinality: zero to many.
	Updates []Update `json:"updates,omitempty"`

	// Readings are of indicators. Cardinality: zero to many.
	Readings []Reading `json:"readings,omitempty"`

	// Cites are the sources of what is said here. Cardinality: zero to many.
	Cites []ocs.Cite `json:"cites,omitempty"`

	// Marking limits who may see this report. Source: FIRST TLP 2.0. Cardinality: zero or one; absent means the document's.
	Marking ocs.Marking `json:"marking,omitzero"`

	// Extensions hold an agency's own data. Cardinality: zero or one.
	Extensions ocs.Extensions `json:"extensions,omitempty"`
}

// Update is the state of a commitment, or of one of its milestones, on a day.
type Update struct {
	// Commitment is the commitment. Cardinality: one.
	Commitment CommitmentID `json:"commitment"`

	// Milestone is the milestone, if the update is on one. Cardinality: zero or one.
	Milestone MilestoneID `json:"milestone,omitzero"`

	// Area is where, if the update is on one area. Source: ISO 3166. Cardinality: zero or one.
	Area ocs.Area `json:"area,omitzero"`

	// Date is the day. Cardinality: one.
	Date ocs.Date `json:"date,omitzero"`

	// State is how the commitment stands. Cardinality: one.
	State State `json:"state,omitzero"`

	// Percent is how much is done, 0 to 100. Cardinality: zero or one.
	Percent ocs.Decimal `json:"percent,omitzero"`

	// Note explains the state; it is owed where work is blocked or cancelled. Cardinality: zero or one.
	Note string `json:"note,omitzero"`

	// Cite is the evidence. Cardinality: zero or one.
	Cite ocs.Cite `json:"cite,omitzero"`
}

// Reading is the value of an indicator on a day.
type Reading struct {
	// Indicator is the indicator. Cardinality: one.
	Indicator pillar.IndicatorID `json:"indicator"`

	// Area is where, if the reading is of one area. Source: ISO 3166. Cardinality: zero or one.
	Area ocs.Area `json:"area,omitzero"`

	// Date is the day, or the period that ended with it. Cardinality: one.
	Date ocs.Date `json:"date,omitzero"`

	// Value is the value of a numeric indicator, in its unit. Cardinality: zero or one.
	Value ocs.Decimal `json:"value,omitzero"`

	// Text is the value of a yes-no or narrative indicator. Cardinality: zero or one.
	Text string `json:"text,omitzero"`

	// Parts break the value down. Cardinality: zero to many.
	Parts []Part `json:"parts,omitempty"`

	// Status is a judgement made by hand, which stands in place of the computed one. Cardinality: zero or one.
	Status ReadingStatus `json:"status,omitzero"`

	// Note explains the value, and must say why a Status was set by hand. Cardinality: zero or one.
	Note string `json:"note,omitzero"`

	// Cite is the evidence. Cardinality: zero or one.
	Cite ocs.Cite `json:"cite,omitzero"`
}

// Part is the share of a reading that falls to one group.
type Part struct {
	// By is the characteristic. Cardinality: one.
	By pillar.Disaggregation `json:"by"`

	// Group is the group, e.g. "female", "under-18", "PK-PB". Cardinality: one.
	Group string `json:"group"`

	// Value is the group's value. Cardinality: one.
	Value ocs.Decimal `json:"value,omitzero"`
}
