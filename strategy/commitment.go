package strategy

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
)

// CommitmentID names a commitment. It is unique in its document.
type CommitmentID string

// MilestoneID names a milestone. It is unique in its document.
type MilestoneID string

// Commitment is something that an actor is bound to do: the "how", where an
// objective is the "what". Documents call it action, activity, measure,
// initiative, project or task.
//
// Source: UNODC's Toolkit to Combat Trafficking in Persons, tool 2.5, concrete
// actions with assigned responsibilities, timelines, resource plan and budget
// (read in a second-hand copy); Open Government Partnership for the word.
type Commitment struct {
	// ID is the commitment's identifier. Cardinality: one.
	ID CommitmentID `json:"id"`

	// Kind is what sort of thing is to be done. Cardinality: zero or one.
	Kind CommitmentKind `json:"kind,omitzero"`

	// Parent is the commitment that this one is part of. Source: Serbia, measures with activities with tasks. Cardinality: zero or one.
	Parent CommitmentID `json:"parent,omitzero"`

	// Continues is the commitment of an earlier plan that this one carries on. Cardinality: zero or one.
	Continues CommitmentID `json:"continues,omitzero"`

	// Title says what is to be done. Cardinality: one.
	Title string `json:"title,omitzero"`

	// Description says more. Cardinality: zero or one.
	Description string `json:"description,omitzero"`

	// Objectives are those that the commitment serves. Cardinality: one to many.
	Objectives []pillar.ObjectiveID `json:"objectives,omitempty"`

	// Lead is the one accountable actor. Cardinality: one.
	Lead actor.ID `json:"lead,omitzero"`

	// Partners are other actors and their parts. Cardinality: zero to many.
	Partners []Partner `json:"partners,omitempty"`

	// Start is when work begins. Cardinality: zero or one; absent means with the plan.
	Start ocs.Date `json:"start,omitzero"`

	// Deadline is by when it is done. Cardinality: one.
	Deadline ocs.Deadline `json:"deadline,omitzero"`

	// Review is when a continuous commitment is looked at again. Cardinality: one if the deadline is "continuous".
	Review ocs.Date `json:"review,omitzero"`

	// Milestones are steps on the way. Cardinality: zero to many.
	Milestones []Milestone `json:"milestones,omitempty"`

	// DependsOn are commitments that must be done before. Cardinality: zero to many.
	DependsOn []CommitmentID `json:"depends-on,omitempty"`

	// Powers are the powers that the commitment uses. Source: UNTOC articles 12 and 20. Cardinality: zero to many.
	Powers []actor.Power `json:"powers,omitempty"`

	// Safeguards are those that apply. Cardinality: one to many if a power is intrusive.
	Safeguards []SafeguardID `json:"safeguards,omitempty"`

	// Indicators measure the commitment's own output. Cardinality: zero to many.
	Indicators []pillar.Indicator `json:"indicators,omitempty"`

	// Costs are what the commitment is expected to cost. Cardinality: zero to many.
	Costs []Cost `json:"costs,omitempty"`

	// Funding is where the money comes from. Cardinality: zero to many.
	Funding []Funding `json:"funding,omitempty"`

	// Unfunded is why there is no funding. Cardinality: one if there is none.
	Unfunded string `json:"unfunded,omitzero"`

	// Areas are where the commitment is carried out. Source: ISO 3166. Cardinality: zero to many; none means the whole jurisdiction.
	Areas []ocs.Area `json:"areas,omitempty"`

	// Basis is the law under which the commitment is carried out. Cardinality: zero or one.
	Basis ocs.Cite `json:"basis,omitzero"`

	// Ended says how the commitment ended. Cardinality: zero or one.
	Ended Ending `json:"ended,omitzero"`

	// Cites are the sources of what is said here. Cardinality: zero to many.
	Cites []ocs.Cite `json:"cites,omitempty"`

	// Marking limits who may see this commitment. Source: FIRST TLP 2.0. Cardinality: zero or one; absent means the plan's.
	Marking ocs.Marking `json:"marking,omitzero"`

	// Extensions hold an agency's own data. Cardinality: zero or one.
	Extensions ocs.Extensions `json:"extensions,omitempty"`
}

// Partner is an actor other than the lead and its part in a commitment.
type Partner struct {
	// Actor is the partner. Cardinality: one.
	Actor actor.ID `json:"actor"`

	// Role is its part. Cardinality: one.
	Role actor.Role `json:"role,omitzero"`

	// Status says whether the partner has agreed. Cardinality: zero or one.
	Status PartnerStatus `json:"status,omitzero"`
}

// Milestone is a step on the way to a commitment's end.
type Milestone struct {
	// ID is the milestone's identifier. Cardinality: one.
	ID MilestoneID `json:"id"`

	// Title says what is reached. Cardinality: one.
	Title string `json:"title,omitzero"`

	// Due is by when. Cardinality: one.
	Due ocs.Deadline `json:"due,omitzero"`

	// Responsible is the actor that answers for the step. Cardinality: zero or one; absent means the lead.
	Responsible actor.ID `json:"responsible,omitzero"`
}

// Cost is what a commitment is expected to cost.
type Cost struct {
	// Money is the sum. Source: ISO 4217 currency. Cardinality: one.
	Money ocs.Money `json:"money,omitzero"`

	// Period is when it falls. Cardinality: zero or one; absent means the commitment's time.
	Period ocs.Period `json:"period,omitzero"`

	// Class is the sort of cost. Cardinality: zero or one.
	Class CostClass `json:"class,omitzero"`

	// Note explains the sum. Cardinality: zero or one.
	Note string `json:"note,omitzero"`
}

// Funding is money or means from one source.
type Funding struct {
	// Source is the kind of source. Source: Serbia, human resources, donations, budget. Cardinality: one.
	Source FundingSource `json:"source,omitzero"`

	// Donor is the actor that gives. Cardinality: one if Source is donor.
	Donor actor.ID `json:"donor,omitzero"`

	// Money is the sum. Source: ISO 4217 currency. Cardinality: zero or one; absent means not stated.
	Money ocs.Money `json:"money,omitzero"`

	// Period is for when the money is given. Cardinality: one if Source is donor.
	Period ocs.Period `json:"period,omitzero"`

	// Status is how sure the money is. Cardinality: zero or one.
	Status FundingStatus `json:"status,omitzero"`

	// Cite is the agreement or budget law. Cardinality: zero or one.
	Cite ocs.Cite `json:"cite,omitzero"`
}
