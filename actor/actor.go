package actor

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
)

// ID names an actor. It is unique in its document.
type ID string

// Actor is an office, body or organisation that has a part in the strategy.
// Actors are offices, never named persons.
type Actor struct {
	// ID is the actor's identifier. Cardinality: one.
	ID ID `json:"id"`

	// Name is the actor's full name. Cardinality: one.
	Name string `json:"name,omitzero"`

	// Acronym is the usual abbreviation. Cardinality: zero or one.
	Acronym string `json:"acronym,omitzero"`

	// Kind is what sort of body the actor is. Cardinality: one.
	Kind Kind `json:"kind,omitzero"`

	// Collective says that one entry stands for several bodies, e.g. "provincial police". Cardinality: one; absent means a single body.
	Collective bool `json:"collective,omitzero"`

	// Description says what the actor does. Cardinality: zero or one.
	Description string `json:"description,omitzero"`

	// Level is the tier of government, or the reach, of the actor. Cardinality: zero or one.
	Level ocs.Level `json:"level,omitzero"`

	// Country is the State the actor belongs to. Source: ISO 3166-1. Cardinality: zero or one; absent means the strategy's.
	Country ocs.Country `json:"country,omitzero"`

	// Areas are where the actor may act. Source: ISO 3166-1 and 3166-2. Cardinality: zero to many; none means the whole country.
	Areas []ocs.Area `json:"areas,omitempty"`

	// Parent is the body that the actor is part of or attached to. Cardinality: zero or one.
	Parent ID `json:"parent,omitzero"`

	// FormerParents are bodies that the actor was part of before. Source: Pakistan's Anti-Narcotics Force. Cardinality: zero to many.
	FormerParents []Attachment `json:"former-parents,omitempty"`

	// Active is when the actor exists; an open end means that it goes on. Cardinality: zero or one; absent means always.
	Active ocs.Period `json:"active,omitzero"`

	// Succeeds are the actors whose tasks this one took over, wholly or in part. Cardinality: zero to many.
	Succeeds []Succession `json:"succeeds,omitempty"`

	// Mandates are what the actor may act on, and by which law. Cardinality: zero to many.
	Mandates []Mandate `json:"mandates,omitempty"`

	// Body is how the actor meets and reports, if it is a committee or other coordination body.
	// Source: Romania's monitoring committee, Chile's councils. Cardinality: zero or one.
	Body Body `json:"body,omitzero"`

	// Cites are the sources of what is said here. Cardinality: zero to many.
	Cites []ocs.Cite `json:"cites,omitempty"`

	// Marking limits who may see this actor. Source: FIRST TLP 2.0. Cardinality: zero or one; absent means the document's.
	Marking ocs.Marking `json:"marking,omitzero"`

	// Extensions hold an agency's own data. Cardinality: zero or one.
	Extensions ocs.Extensions `json:"extensions,omitempty"`
}

// Attachment says that an actor was part of another for a time.
type Attachment struct {
	// Parent is the body that the actor was part of. Cardinality: one.
	Parent ID `json:"parent"`

	// Period is when. Cardinality: one.
	Period ocs.Period `json:"period,omitzero"`

	// Cite is the legal instrument or report. Cardinality: zero or one.
	Cite ocs.Cite `json:"cite,omitzero"`
}

// Succession says that an actor took over tasks of an earlier one.
type Succession struct {
	// Actor is the earlier actor. Cardinality: one.
	Actor ID `json:"actor"`

	// How the tasks passed. Cardinality: one.
	How SuccessionKind `json:"how,omitzero"`

	// Date is when they passed. Cardinality: zero or one.
	Date ocs.Date `json:"date,omitzero"`

	// Markets are the subjects that passed, if only some did. Cardinality: zero to many; none means all.
	Markets []threat.Market `json:"markets,omitempty"`

	// Note says what is uncertain or disputed. Cardinality: zero or one.
	Note string `json:"note,omitzero"`

	// Cite is the legal instrument or report. Cardinality: zero or one.
	Cite ocs.Cite `json:"cite,omitzero"`
}

// Mandate is one thing that an actor may act on, and by which law.
type Mandate struct {
	// Markets are the criminal markets covered. Cardinality: zero to many; none means any.
	Markets []threat.Market `json:"markets,omitempty"`

	// Scopes limit the mandate to threats of that reach, e.g. transnational cases to a federal agency.
	// Cardinality: zero to many; none means any.
	Scopes []threat.Scope `json:"scopes,omitempty"`

	// Powers are what the actor may do. Cardinality: zero to many.
	Powers []Power `json:"powers,omitempty"`

	// Level is the tier of government at which the mandate applies. Cardinality: zero or one; absent means the actor's.
	Level ocs.Level `json:"level,omitzero"`

	// Areas are where the mandate applies. Cardinality: zero to many; none means the actor's.
	Areas []ocs.Area `json:"areas,omitempty"`

	// Period is when the mandate is in force. Cardinality: zero or one; absent means as long as the actor exists.
	Period ocs.Period `json:"period,omitzero"`

	// Basis is the law that gives the mandate. Cardinality: zero or one.
	Basis ocs.Cite `json:"basis,omitzero"`
}

// Body is how a committee, council or other coordination body is made up and
// works.
type Body struct {
	// Chair is the office that presides. Cardinality: one.
	Chair ID `json:"chair,omitzero"`

	// Secretariat is the actor that serves the body. Cardinality: zero or one.
	Secretariat ID `json:"secretariat,omitzero"`

	// Members are the actors that sit on the body. Cardinality: one to many.
	Members []ID `json:"members,omitempty"`

	// Cadence is how often the body meets. Cardinality: one.
	Cadence ocs.Cadence `json:"cadence,omitzero"`

	// ReportsTo is the actor to which the body answers. Cardinality: zero or one.
	ReportsTo ID `json:"reports-to,omitzero"`

	// Oversees are the plans, actors or other elements that the body watches over. Cardinality: zero to many.
	Oversees []ocs.ID `json:"oversees,omitempty"`

	// Basis is the instrument that set the body up. Cardinality: zero or one.
	Basis ocs.Cite `json:"basis,omitzero"`
}

// IsZero reports whether nothing is said of the body.
func (b Body) IsZero() bool {
	return b.Chair == "" && b.Secretariat == "" && len(b.Members) == 0 && b.Cadence == "" &&
		b.ReportsTo == "" && len(b.Oversees) == 0 && b.Basis == ocs.Cite{}
}
