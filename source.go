package ocs

import "slices"

// SourceID names one Source of a document.
type SourceID string

// SourceKind is what sort of publication a source is. The vocabulary is ours.
type SourceKind string

// The kinds of source.
const (
	SourceLaw              SourceKind = "law" // act, decree, regulation
	SourceTreaty           SourceKind = "treaty"
	SourcePolicy           SourceKind = "policy"            // strategy, action plan
	SourceOfficialDocument SourceKind = "official-document" // record, letter, notification of a public body
	SourceReport           SourceKind = "report"
	SourceDataset          SourceKind = "dataset"
	SourceAcademic         SourceKind = "academic"
	SourceNews             SourceKind = "news"
	SourceWebsite          SourceKind = "website"
)

var sourceKinds = []SourceKind{SourceLaw, SourceTreaty, SourcePolicy, SourceOfficialDocument, SourceReport,
	SourceDataset, SourceAcademic, SourceNews, SourceWebsite}

// Known reports whether k is in the vocabulary.
func (k SourceKind) Known() bool { return slices.Contains(sourceKinds, k) }

// Terms lists the vocabulary.
func (SourceKind) Terms() []string { return Words(sourceKinds) }

// Source is an entry of the bibliography: what a statement of the strategy
// rests on.
type Source struct {
	// ID is what a Cite refers to. Cardinality: one.
	ID SourceID `json:"id"`

	// Kind says what sort of publication it is. Cardinality: one.
	Kind SourceKind `json:"kind,omitzero"`

	// Title is the title as published, or a description in its place. Cardinality: one.
	Title string `json:"title,omitzero"`

	// Publisher is the body or the medium that published it. Cardinality: zero or one.
	Publisher string `json:"publisher,omitzero"`

	// Date is when it was published, or enacted if it is a law. Cardinality: zero or one.
	Date Date `json:"date,omitzero"`

	// URL is where it can be read. Cardinality: zero or one.
	URL string `json:"url,omitzero"`

	// Accessed is when it was read at the URL. Cardinality: zero or one.
	Accessed Date `json:"accessed,omitzero"`

	// Digest identifies the bytes that were read, as algorithm and value: "sha-256:…". Cardinality: zero or one.
	Digest string `json:"digest,omitzero"`

	// Marking limits with whom the entry may be shared. Source: FIRST TLP 2.0. Cardinality: zero or one; absent means the document's.
	Marking Marking `json:"marking,omitzero"`

	// Extensions hold an agency's own data. Cardinality: zero or one.
	Extensions Extensions `json:"extensions,omitempty"`
}

// Cite refers to a place in a source. Every legal basis is a Cite.
type Cite struct {
	// Source is the entry of the bibliography. Cardinality: one.
	Source SourceID `json:"source,omitzero"`

	// Locator is the place in it: an article, section or page, as "s. 51". Cardinality: zero or one.
	Locator string `json:"locator,omitzero"`

	// Via is the source in which the cited one was read, if it was not read itself. Cardinality: zero or one.
	Via SourceID `json:"via,omitzero"`

	// Grade says how well the statement was checked against the source. Cardinality: zero or one.
	Grade Grade `json:"grade,omitzero"`
}
