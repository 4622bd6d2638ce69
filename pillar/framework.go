package pillar

import "github.com/ocs-framework/ocs"

// ID names a pillar. It is unique in its document.
type ID string

// The pillars of UNODC's framework, onto which every other framework is
// mapped. Note that the United Kingdom's framework of 2018 also has a
// "prevent" and a "pursue", with other meanings, and a fourth pillar
// "prepare" in place of "promote": see [UK2018].
const (
	Prevent ID = "prevent"
	Pursue  ID = "pursue"
	Protect ID = "protect"
	Promote ID = "promote"
)

// Framework is a set of pillars under which objectives are arranged.
//
// In a document a built-in framework is named by its ID alone; any other is
// written out with its pillars.
type Framework struct {
	// ID is the framework's identifier: one of the built-in ones, or the document's own. Cardinality: one.
	ID ocs.ID `json:"id,omitzero"`

	// Name is the framework's name. Cardinality: one for a framework of the document's own.
	Name string `json:"name,omitzero"`

	// Pillars are the framework's pillars, in its order. Cardinality: one to many for a framework of the document's own.
	Pillars []Pillar `json:"pillars,omitempty"`

	// Cites are the documents that set the framework out. Cardinality: zero to many.
	Cites []ocs.Cite `json:"cites,omitempty"`
}

// IsZero reports whether no framework is named.
func (f Framework) IsZero() bool {
	return f.ID == "" && f.Name == "" && len(f.Pillars) == 0 && len(f.Cites) == 0
}

// Pillar is one branch of a framework: pillar, axis, strand, thematic area or
// line of action, as the State calls it.
type Pillar struct {
	// ID is the pillar's identifier. Cardinality: one.
	ID ID `json:"id"`

	// Name is the pillar's name. Cardinality: one.
	Name string `json:"name,omitzero"`

	// Aim is what the pillar is for. Cardinality: zero or one.
	Aim string `json:"aim,omitzero"`

	// Grade is how well the aim and the mapping were checked. Cardinality: zero or one.
	Grade ocs.Grade `json:"grade,omitzero"`

	// MapsTo are the pillars of UNODC's framework that this one serves. Cardinality: zero to many.
	MapsTo []ID `json:"maps-to,omitempty"`

	// Cites are the sources. Cardinality: zero to many.
	Cites []ocs.Cite `json:"cites,omitempty"`
}
