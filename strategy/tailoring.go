package strategy

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
)

// Tailoring says how a province or an agency derives a strategy of its own from
// a national one: what it takes, what it says otherwise, and what it adds. It is
// a document of its own, and [Tailor] carries it out.
type Tailoring struct {
	// Schema is the version of the format, "ocs/v1": see [Schema]. Cardinality: one.
	Schema string `json:"schema,omitzero"`

	// Strategy is the identifier of the national strategy. Cardinality: one.
	Strategy ocs.ID `json:"strategy,omitzero"`

	// Version is the version of the national text that was tailored. Cardinality: zero or one.
	Version string `json:"version,omitzero"`

	// Select says what is taken. Cardinality: zero or one; absent means nothing.
	Select Selection `json:"select,omitzero"`

	// Set is what is said otherwise, in the form of a strategy: its own identifier, title, jurisdiction and whatever else
	// the document says of itself; and of elements that are taken the identifier and the fields that replace those of the
	// national text. A field can be replaced, not removed. Cardinality: one; the identifier is required.
	Set Strategy `json:"set,omitzero"`

	// Was is what the national text said when it was replaced: the same elements and fields as in Set, as far as one wants
	// to be told when it changes. Cardinality: zero or one.
	Was Strategy `json:"was,omitzero"`

	// Add holds elements of the province's own, in the lists of a strategy. Cardinality: zero or one.
	Add Strategy `json:"add,omitzero"`

	// Extensions hold an agency's own data. Cardinality: zero or one.
	Extensions ocs.Extensions `json:"extensions,omitempty"`
}

// Selection says what is taken from a national strategy. What one of the
// criteria names is taken, together with all that it refers to.
type Selection struct {
	// Elements are taken one by one: of a plan all commitments, of anything else the element. Cardinality: zero to many.
	Elements []ocs.ID `json:"elements,omitempty"`

	// Areas are those whose commitments are taken: those that name one of them, or a place in it. What a commitment has in
	// other areas is left out. Source: ISO 3166. Cardinality: zero to many.
	Areas []ocs.Area `json:"areas,omitempty"`

	// Actors are taken with the commitments that they lead or take part in. Cardinality: zero to many.
	Actors []actor.ID `json:"actors,omitempty"`

	// Pillars are those whose objectives are taken, whether it is the objective's primary pillar or not. Cardinality: zero to many.
	Pillars []pillar.ID `json:"pillars,omitempty"`
}

// The codes of findings about a tailoring. Their paths are those in it.
const (
	TailoringStrategy   = "tailoring-strategy"   // it is not of this strategy, which is its own or derived itself, or gives no identifier of its own; an error
	TailoringVersion    = "tailoring-version"    // the national text has another version now; a note
	TailoringUnknown    = "tailoring-unknown"    // no such element, or not where it stands; an error
	TailoringUnselected = "tailoring-unselected" // an element that is set, or referred to, but not taken; an error
	TailoringChanged    = "tailoring-changed"    // the national text of a field that is set has changed since; a warning
	TailoringClash      = "tailoring-clash"      // an element that is added has an identifier that is taken; an error
	TailoringIgnored    = "tailoring-ignored"    // a value that has no effect where it stands; a warning
)
