package strategy

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
)

// Risk is a risk to delivery.
type Risk struct {
	// ID is the risk's identifier. Cardinality: one.
	ID ocs.ID `json:"id"`

	// Description says what may go wrong. Cardinality: one.
	Description string `json:"description,omitzero"`

	// Likelihood is how likely it is. Cardinality: one.
	Likelihood Rating `json:"likelihood,omitzero"`

	// Impact is how much it would hurt delivery. Cardinality: one.
	Impact Rating `json:"impact,omitzero"`

	// Mitigations are what is done about it. Cardinality: zero to many.
	Mitigations []string `json:"mitigations,omitempty"`

	// Owner is the actor that watches the risk. Cardinality: zero or one.
	Owner actor.ID `json:"owner,omitzero"`

	// Affects are the elements at risk. Cardinality: one to many.
	Affects []ocs.ID `json:"affects,omitempty"`

	// Marking limits who may see this risk. Source: FIRST TLP 2.0. Cardinality: zero or one; absent means the document's.
	Marking ocs.Marking `json:"marking,omitzero"`

	// Extensions hold an agency's own data. Cardinality: zero or one.
	Extensions ocs.Extensions `json:"extensions,omitempty"`
}

// SafeguardID names a safeguard. It is unique in its document.
type SafeguardID string

// Safeguard protects rights where commitments touch them.
type Safeguard struct {
	// ID is the safeguard's identifier. Cardinality: one.
	ID SafeguardID `json:"id"`

	// Kind is the right or principle protected. Cardinality: one.
	Kind SafeguardKind `json:"kind,omitzero"`

	// Title is the safeguard's short name. Cardinality: zero or one.
	Title string `json:"title,omitzero"`

	// Description says how it works. Cardinality: one.
	Description string `json:"description,omitzero"`

	// Instrument is the law or policy that it rests on. Cardinality: zero or one.
	Instrument ocs.Cite `json:"instrument,omitzero"`

	// Responsible is the actor that applies or supervises it. Cardinality: zero or one.
	Responsible actor.ID `json:"responsible,omitzero"`

	// Marking limits who may see this safeguard. Source: FIRST TLP 2.0. Cardinality: zero or one; absent means the document's.
	Marking ocs.Marking `json:"marking,omitzero"`

	// Extensions hold an agency's own data. Cardinality: zero or one.
	Extensions ocs.Extensions `json:"extensions,omitempty"`
}

// Consultation is a meeting or other exercise in which others were heard.
type Consultation struct {
	// ID is the consultation's identifier. Cardinality: one.
	ID ocs.ID `json:"id"`

	// Title is what it was called. Cardinality: one.
	Title string `json:"title,omitzero"`

	// Description says more, e.g. what is uncertain about it. Cardinality: zero or one.
	Description string `json:"description,omitzero"`

	// Held is when. Cardinality: one once held.
	Held ocs.Period `json:"held,omitzero"`

	// Place is where. Cardinality: zero or one.
	Place string `json:"place,omitzero"`

	// ConvenedBy are the actors that called it. Cardinality: zero to many.
	ConvenedBy []actor.ID `json:"convened-by,omitempty"`

	// SupportedBy are the actors that paid for or facilitated it. Cardinality: zero to many.
	SupportedBy []actor.ID `json:"supported-by,omitempty"`

	// Participants are the actors that took part. Cardinality: zero to many.
	Participants []actor.ID `json:"participants,omitempty"`

	// Attendance is how many persons came. Cardinality: zero or one; zero means not recorded.
	Attendance int `json:"attendance,omitzero"`

	// Topics are what was discussed. Cardinality: zero to many.
	Topics []string `json:"topics,omitempty"`

	// Outcomes are what came of it. Cardinality: zero to many.
	Outcomes []string `json:"outcomes,omitempty"`

	// Informs are the objectives that it shaped. Cardinality: zero to many.
	Informs []pillar.ObjectiveID `json:"informs,omitempty"`

	// Status is planned, held or cancelled. Cardinality: one.
	Status ConsultationStatus `json:"status,omitzero"`

	// Cites are the sources of what is said here. Cardinality: zero to many.
	Cites []ocs.Cite `json:"cites,omitempty"`

	// Marking limits who may see this record. Source: FIRST TLP 2.0. Cardinality: zero or one; absent means the document's.
	Marking ocs.Marking `json:"marking,omitzero"`

	// Extensions hold an agency's own data. Cardinality: zero or one.
	Extensions ocs.Extensions `json:"extensions,omitempty"`
}

// Evaluation is an evaluation planned or done.
type Evaluation struct {
	// ID is the evaluation's identifier. Cardinality: one.
	ID ocs.ID `json:"id"`

	// Kind is what sort of evaluation it is. Cardinality: one.
	Kind EvaluationKind `json:"kind,omitzero"`

	// Plan is the plan evaluated. Cardinality: zero or one; absent means the strategy.
	Plan PlanID `json:"plan,omitzero"`

	// Independent says that the evaluator has no part in delivery. Cardinality: one; absent means not.
	Independent bool `json:"independent,omitzero"`

	// By is the actor that evaluates. Cardinality: zero or one.
	By actor.ID `json:"by,omitzero"`

	// Due is by when. Cardinality: one.
	Due ocs.Deadline `json:"due,omitzero"`

	// Done is when it was finished. Cardinality: zero or one.
	Done ocs.Date `json:"done,omitzero"`

	// Cite is the evaluation's report. Cardinality: zero or one.
	Cite ocs.Cite `json:"cite,omitzero"`
}

// Waiver excuses an element from a rule, for a stated reason and time.
type Waiver struct {
	// Rule is the code of the rule. Cardinality: one.
	Rule string `json:"rule"`

	// Element is the element excused. Cardinality: zero or one; absent means the strategy itself.
	Element ocs.ID `json:"element,omitzero"`

	// Reason says why. Cardinality: one.
	Reason string `json:"reason,omitzero"`

	// By is the actor that granted the waiver. Cardinality: zero or one.
	By actor.ID `json:"by,omitzero"`

	// Until is the last day on which it holds. Cardinality: zero or one.
	Until ocs.Date `json:"until,omitzero"`
}

// Redaction says what a public copy lacks, and why, so that no rule demands
// it.
type Redaction struct {
	// Element is the element from which something was withheld. Cardinality: one.
	Element ocs.ID `json:"element"`

	// Fields are the fields withheld, wholly or in part, each a name or a JSON Pointer below the element without its
	// first slash, e.g. "lead", "partners/1". Cardinality: zero to many; none means the whole element, of which then
	// only a stub with its identifier is left.
	Fields []string `json:"fields,omitempty"`

	// Ground is why. Cardinality: one.
	Ground string `json:"ground,omitzero"`

	// By is the actor that withheld it. Cardinality: zero or one.
	By actor.ID `json:"by,omitzero"`

	// Law is the provision that allows it. Cardinality: zero or one.
	Law ocs.Cite `json:"law,omitzero"`

	// Date is when it was withheld. Cardinality: zero or one.
	Date ocs.Date `json:"date,omitzero"`
}
