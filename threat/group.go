package threat

import "github.com/ocs-framework/ocs"

// GroupID names a criminal group. It is unique in its document.
type GroupID string

// Group is an organised criminal group or other criminal actor, as the
// strategy describes it. A published strategy rarely names real groups; a
// description by type, market and area serves most purposes.
type Group struct {
	// ID is the group's identifier. Cardinality: one.
	ID GroupID `json:"id"`

	// Name is the group's name or a description in its place. Cardinality: one.
	Name string `json:"name,omitzero"`

	// Aliases are other names of the group. Cardinality: zero to many.
	Aliases []string `json:"aliases,omitempty"`

	// Description says what is known of the group. Cardinality: zero or one.
	Description string `json:"description,omitzero"`

	// Type is the kind of criminal actor.
	// Source: GI-TOC Global Organized Crime Index, five criminal actor types. Cardinality: zero or one.
	Type GroupType `json:"type,omitzero"`

	// Elements state, one by one, whether the group meets the Convention's definition.
	// Source: UNTOC article 2(a) and 2(c). Cardinality: zero or one.
	Elements Elements `json:"elements,omitzero"`

	// Threats are the threats that the group drives. Cardinality: zero to many.
	Threats []ID `json:"threats,omitempty"`

	// Markets are the criminal markets in which the group is active. Cardinality: zero to many.
	Markets []Market `json:"markets,omitempty"`

	// Areas are where the group is active. Source: ISO 3166. Cardinality: zero to many.
	Areas []ocs.Area `json:"areas,omitempty"`

	// Ties are the group's relations to other groups. Cardinality: zero to many.
	Ties []Tie `json:"ties,omitempty"`

	// Cites are the sources of what is said here. Cardinality: zero to many.
	Cites []ocs.Cite `json:"cites,omitempty"`

	// Marking limits who may see this group. Source: FIRST TLP 2.0.
	// Cardinality: zero or one; absent means amber, since knowledge of a group is seldom public.
	Marking ocs.Marking `json:"marking,omitzero"`

	// Extensions hold an agency's own data. Cardinality: zero or one.
	Extensions ocs.Extensions `json:"extensions,omitempty"`
}

// EffectiveMarking is the group's marking, or amber where it states none.
func (g *Group) EffectiveMarking() ocs.Marking {
	if g.Marking.IsZero() {
		return ocs.MarkingAmber
	}
	return g.Marking
}

// Elements are the parts of the Convention's definition of an organised
// criminal group, each stated as met, not met or unknown.
//
// Source: UNTOC article 2(a) and, for Structured, 2(c).
type Elements struct {
	// Members: three or more persons. Cardinality: zero or one.
	Members Answer `json:"members,omitzero"`

	// Structured: not randomly formed for the immediate commission of an offence. Cardinality: zero or one.
	Structured Answer `json:"structured,omitzero"`

	// Duration: existing for a period of time. Cardinality: zero or one.
	Duration Answer `json:"duration,omitzero"`

	// Concert: acting in concert. Cardinality: zero or one.
	Concert Answer `json:"concert,omitzero"`

	// Aim: committing one or more serious crimes or Convention offences. Cardinality: zero or one.
	Aim Answer `json:"aim,omitzero"`

	// Benefit: to obtain, directly or indirectly, a financial or other material benefit. Cardinality: zero or one.
	Benefit Answer `json:"benefit,omitzero"`
}

// Tie is a relation from one group to another.
type Tie struct {
	// Kind says what the relation is, read from the group that states it. Cardinality: one.
	Kind TieKind `json:"kind"`

	// Group is the other group. Cardinality: one.
	Group GroupID `json:"group"`

	// Note explains the relation. Cardinality: zero or one.
	Note string `json:"note,omitzero"`

	// Cites are the sources. Cardinality: zero to many.
	Cites []ocs.Cite `json:"cites,omitempty"`
}
