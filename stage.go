package ocs

import (
	"cmp"
	"slices"
)

// Stage is how far a strategy or plan has come in its life. What a document
// must hold depends on it: a draft may have gaps that an adopted text may not.
// The vocabulary is ours, after the policy cycle.
type Stage string

// The stages, in their order.
const (
	StagePlanned        Stage = "planned"        // announced or owed, not yet written
	StageDraft          Stage = "draft"          // being written
	StageConsultation   Stage = "consultation"   // before the bodies and groups it concerns
	StageAdopted        Stage = "adopted"        // approved by the competent body
	StageImplementation Stage = "implementation" // being carried out
	StageReview         Stage = "review"         // being evaluated, with a view to its successor
	StageSuperseded     Stage = "superseded"     // replaced or lapsed
)

var stages = []Stage{StagePlanned, StageDraft, StageConsultation, StageAdopted, StageImplementation, StageReview,
	StageSuperseded}

// Known reports whether s is in the vocabulary.
func (s Stage) Known() bool { return slices.Contains(stages, s) }

// Terms lists the vocabulary.
func (Stage) Terms() []string { return Words(stages) }

// Compare orders stages as they follow each other. An absent or unknown stage
// comes before all known ones; two of those are ordered by their text.
func (s Stage) Compare(t Stage) int {
	return cmp.Or(
		cmp.Compare(slices.Index(stages, s), slices.Index(stages, t)),
		cmp.Compare(s, t),
	)
}
