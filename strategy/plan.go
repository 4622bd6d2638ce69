package strategy

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
)

// PlanID names an action plan. It is unique in its document.
type PlanID string

// Plan is an action plan: an instrument of its own, with its own version,
// adoption and end, that holds commitments.
type Plan struct {
	// ID is the plan's identifier. Cardinality: one.
	ID PlanID `json:"id"`

	// Version is the version of the plan's text. Cardinality: zero or one.
	Version string `json:"version,omitzero"`

	// Title is the plan's title. Cardinality: one.
	Title string `json:"title,omitzero"`

	// Description says more. Cardinality: zero or one.
	Description string `json:"description,omitzero"`

	// Owner is the actor that answers for the plan. Cardinality: one.
	Owner actor.ID `json:"owner,omitzero"`

	// Stage is where the plan stands in its life. Cardinality: zero or one; absent means the strategy's.
	Stage ocs.Stage `json:"stage,omitzero"`

	// Period is the time that the plan covers. Cardinality: one.
	Period ocs.Period `json:"period,omitzero"`

	// Adoption is the act by which the plan was adopted. Cardinality: one once adopted.
	Adoption Adoption `json:"adoption,omitzero"`

	// Due is by when a plan that is owed must exist. Source: Serbia, sectoral plans within 90 days. Cardinality: zero or one.
	Due ocs.Deadline `json:"due,omitzero"`

	// Covers are the pillars that the plan serves. Source: Scotland, a plan for each strand. Cardinality: zero to many; none means all.
	Covers []pillar.ID `json:"covers,omitempty"`

	// PartOf is the plan that this one is part of. Cardinality: zero or one.
	PartOf PlanID `json:"part-of,omitzero"`

	// Supersedes are plans that this one replaced. Source: Chile, 6.348 by 2.530. Cardinality: zero to many.
	Supersedes []PlanID `json:"supersedes,omitempty"`

	// Amendments are changes to the adopted plan. Cardinality: zero to many.
	Amendments []Amendment `json:"amendments,omitempty"`

	// Ended says how the plan ended. Cardinality: zero or one.
	Ended Ending `json:"ended,omitzero"`

	// Commitments are what the plan binds actors to do. Cardinality: one to many.
	Commitments []Commitment `json:"commitments,omitempty"`

	// Total is the plan's total cost as stated. Source: Nigeria. Cardinality: zero or one.
	Total ocs.Money `json:"total,omitzero"`

	// Budget is the plan's budget by line. Cardinality: zero to many.
	Budget []BudgetLine `json:"budget,omitempty"`

	// Rates are the exchange rates by which the plan's sums are added. Cardinality: zero to many.
	Rates []Rate `json:"rates,omitempty"`

	// Cites are the sources of what is said here. Cardinality: zero to many.
	Cites []ocs.Cite `json:"cites,omitempty"`

	// Marking limits who may see this plan. Source: FIRST TLP 2.0. Cardinality: zero or one; absent means the document's.
	Marking ocs.Marking `json:"marking,omitzero"`

	// Extensions hold an agency's own data. Cardinality: zero or one.
	Extensions ocs.Extensions `json:"extensions,omitempty"`
}

// Ending says how and when a plan or commitment ended.
type Ending struct {
	// Date is the date. Cardinality: one.
	Date ocs.Date `json:"date,omitzero"`

	// How it ended. Cardinality: one.
	How EndingKind `json:"how,omitzero"`

	// Reason says why. Cardinality: zero or one.
	Reason string `json:"reason,omitzero"`

	// Cite is the act or report. Cardinality: zero or one.
	Cite ocs.Cite `json:"cite,omitzero"`
}

// BudgetLine is one line of a plan's budget.
type BudgetLine struct {
	// ID is the line's identifier. Cardinality: zero or one.
	ID ocs.ID `json:"id,omitzero"`

	// Title is what the money is for. Cardinality: one.
	Title string `json:"title,omitzero"`

	// Pillar is the pillar that the line serves. Cardinality: zero or one.
	Pillar pillar.ID `json:"pillar,omitzero"`

	// Commitments are those that the line pays for. Cardinality: zero to many.
	Commitments []CommitmentID `json:"commitments,omitempty"`

	// Class is the sort of cost. Cardinality: zero or one.
	Class CostClass `json:"class,omitzero"`

	// Period is when the money is to be spent. Cardinality: zero or one; absent means the plan's.
	Period ocs.Period `json:"period,omitzero"`

	// Money is the sum. Source: ISO 4217 currency. Cardinality: one.
	Money ocs.Money `json:"money,omitzero"`

	// Share says that the sum is meant to be a share of other lines. Source: Nigeria's institutional line. Cardinality: zero or one.
	Share Share `json:"share,omitzero"`

	// Note explains the line. Cardinality: zero or one.
	Note string `json:"note,omitzero"`

	// Cites are the sources of the sum. Cardinality: zero to many.
	Cites []ocs.Cite `json:"cites,omitempty"`
}

// Share is what a budget line is meant to be of other lines: "5 % of the
// capital part".
type Share struct {
	// Percent is the share. Cardinality: one.
	Percent ocs.Decimal `json:"percent,omitzero"`

	// Of are the lines of which it is a share. Cardinality: one to many.
	Of []ocs.ID `json:"of,omitempty"`
}

// IsZero reports whether no share is stated.
func (s Share) IsZero() bool { return s.Percent.IsZero() && len(s.Of) == 0 }

// Rate is an exchange rate by which a plan converts one currency to another.
type Rate struct {
	// From is the currency converted. Source: ISO 4217. Cardinality: one.
	From ocs.Currency `json:"from"`

	// To is the currency it becomes. Source: ISO 4217. Cardinality: one.
	To ocs.Currency `json:"to"`

	// Rate is how much of To one unit of From is worth. Cardinality: one.
	Rate ocs.Decimal `json:"rate,omitzero"`

	// Note says what the rate rests on, e.g. that it is assumed. Cardinality: zero or one.
	Note string `json:"note,omitzero"`

	// Date is the date of the rate. Cardinality: zero or one.
	Date ocs.Date `json:"date,omitzero"`

	// Cite is the source of the rate. Cardinality: zero or one.
	Cite ocs.Cite `json:"cite,omitzero"`
}
