package strategy

import (
	"slices"

	"github.com/ocs-framework/ocs"
)

// EditOp is what was done to a part of a strategy.
type EditOp string

// The things that are done.
const (
	EditAdded   EditOp = "added"   // an element or an entry of a list
	EditRemoved EditOp = "removed" // an element or an entry of a list
	EditChanged EditOp = "changed" // a value: set, changed or deleted
	EditMoved   EditOp = "moved"   // an element or entry: into another list, or to another place in its own
	EditRenamed EditOp = "renamed" // an element: it has another identifier
)

var editOps = []EditOp{EditAdded, EditRemoved, EditChanged, EditMoved, EditRenamed}

// Known reports whether o is in the vocabulary.
func (o EditOp) Known() bool { return slices.Contains(editOps, o) }

// Terms lists the vocabulary.
func (EditOp) Terms() []string { return ocs.Words(editOps) }

// Weakening is how an edit takes something back that the old text promised.
// It says nothing of why: there may be good reasons.
type Weakening string

// The weakenings.
const (
	TargetLowered     Weakening = "target-lowered"     // a target asks for less, as the indicator's direction has it, or is gone
	DeadlineLater     Weakening = "deadline-later"     // a date by which something is owed is later, or gone
	SafeguardRemoved  Weakening = "safeguard-removed"  // a safeguard is gone, or no longer applies to a commitment
	IndicatorRemoved  Weakening = "indicator-removed"  // something is no longer measured
	FundingCut        Weakening = "funding-cut"        // a budget or funding is less, less sure, or gone
	CommitmentRemoved Weakening = "commitment-removed" // a commitment is gone, alone or with its plan
	OversightRemoved  Weakening = "oversight-removed"  // a report, evaluation or overseer is gone, less frequent, less public or less independent
	AmbitionNarrowed  Weakening = "ambition-narrowed"  // an objective, threat, market, area or milestone is gone
)

var weakeningTerms = []Weakening{TargetLowered, DeadlineLater, SafeguardRemoved, IndicatorRemoved, FundingCut, CommitmentRemoved,
	OversightRemoved, AmbitionNarrowed}

// Known reports whether w is in the vocabulary.
func (w Weakening) Known() bool { return slices.Contains(weakeningTerms, w) }

// Terms lists the vocabulary.
func (Weakening) Terms() []string { return ocs.Words(weakeningTerms) }

// Edit is one difference between two versions of a strategy.
type Edit struct {
	// Op is what was done.
	Op EditOp `json:"op"`

	// Element is the element added, removed, moved or renamed, as it is called
	// now, or else the innermost one in which the edit was made.
	Element ocs.Element `json:"element"`

	// Title is the element's title or name, cut to a few words.
	Title string `json:"title,omitzero"`

	// Field is the way from the element to what was edited, without its first
	// slash: "deadline", "targets/0/value". It is empty if that is the element
	// itself.
	Field string `json:"field,omitzero"`

	// Entry names the entry of a list, without identifier, in which the value
	// was edited: "partner anf", "target 2028".
	Entry string `json:"entry,omitzero"`

	// Old and New are where the value stands in the old document and in the new
	// one. What was added has no Old, what was removed no New.
	Old ocs.Pointer `json:"old,omitzero"`
	New ocs.Pointer `json:"new,omitzero"`

	// Before and After are the values, of the types of the model, nil where there
	// is none. Of what was moved they are the elements, of type [ocs.Element], in
	// whose list it stood and stands. They are shared with the strategies.
	Before any `json:"-"`
	After  any `json:"-"`

	// Weakens says how the edit weakens the strategy, if it does.
	Weakens Weakening `json:"weakens,omitzero"`

	// Follows says that the edit does no more than to call a renamed element by
	// its new identifier.
	Follows bool `json:"follows,omitzero"`

	// Evidence is why two elements are taken for one that was renamed:
	// "same-content", "same-title" or "same-references". References counts those
	// that follow it.
	Evidence   string `json:"evidence,omitzero"`
	References int    `json:"references,omitzero"`
}

// Version names a text.
type Version struct {
	ID      ocs.ID    `json:"id,omitzero"`
	Version string    `json:"version,omitzero"`
	Title   string    `json:"title,omitzero"`
	Stage   ocs.Stage `json:"stage,omitzero"`
}

func versionOf(s *Strategy) Version { return Version{s.ID, s.Version, s.Title, s.Stage} }

// Revision is what lies between two versions of a strategy.
type Revision struct {
	// From and To are the versions.
	From Version `json:"from"`
	To   Version `json:"to"`

	// Edits are in the order of the new document; what was removed stands where
	// its list is.
	Edits []Edit `json:"edits,omitempty"`
}

// IsZero reports whether nothing was edited.
func (r *Revision) IsZero() bool { return len(r.Edits) == 0 }

// Weakenings counts the edits that weaken the strategy.
func (r *Revision) Weakenings() int {
	n := 0
	for i := range r.Edits {
		if r.Edits[i].Weakens != "" {
			n++
		}
	}
	return n
}

// Diff compares two versions of a strategy, element by element and field by
// field. It reads both and changes neither, whatever they are; the revision
// shares values with them.
//
// Elements are matched by their identifiers, wherever they stand. One that has
// another identifier is recognised if nothing but one new and one old element
// have the same content or title, or are referred to by the same elements and
// alike in at least half of what they say. Entries without identifiers are
// matched by what tells them apart, such as the actor of a partner and the
// date of a target, and else by their place.
//
// What is written differently is different: 1.5 and 1.50, "2027" and
// "2027-12-31". Only the layout of extensions doesn't count, and no list equals
// an empty one.
func Diff(old, new *Strategy) *Revision {
	f := strategyForm()
	a, b := newTree(old, f), newTree(new, f)
	d := &differ{matcher: match(a, b), steps: make([]diffStep, 0, 64), objects: make([]objectPair, 0, 64)} // the model is never so deep
	d.element(a, b)
	d.conclude()
	return &Revision{From: versionOf(old), To: versionOf(new), Edits: d.edits}
}
