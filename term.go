package ocs

import "slices"

// Term is a value of an open vocabulary. Any text decodes into a Term, so that
// a document written with a newer or a national vocabulary can be read; Known
// says whether the value belongs to the vocabulary of this version.
//
// The absent value "" is not known.
type Term interface {
	// Known reports whether the value is in the vocabulary. It doesn't allocate.
	Known() bool
	// Terms lists the vocabulary in the order of its declaration, for
	// suggestions. It is nil where the vocabulary can't be listed, such as that
	// of languages.
	Terms() []string
}

// Words returns the terms of a vocabulary as strings, in the same order.
func Words[T ~string](terms []T) []string {
	words := make([]string, len(terms))
	for i, t := range terms {
		words[i] = string(t)
	}
	return words
}

// Grade is how well a fact was checked against the source that is cited for
// it. The vocabulary is ours.
type Grade string

// The grades, from the best.
const (
	GradeVerified   Grade = "verified"    // read in the source that is cited
	GradeSecondHand Grade = "second-hand" // read in a copy or report of the source
	GradeRecalled   Grade = "recalled"    // written from memory, not checked
	GradeInferred   Grade = "inferred"    // concluded from other facts
)

var grades = []Grade{GradeVerified, GradeSecondHand, GradeRecalled, GradeInferred}

// Known reports whether g is in the vocabulary.
func (g Grade) Known() bool { return slices.Contains(grades, g) }

// Terms lists the vocabulary.
func (Grade) Terms() []string { return Words(grades) }

// Verified reports whether the fact was read in its source. It is false for an
// absent grade: a fact nobody vouches for is not verified.
func (g Grade) Verified() bool { return g == GradeVerified }

// Level is the tier of government or cooperation that an instrument or a body
// belongs to. The vocabulary is ours.
type Level string

// The levels, from the widest.
const (
	LevelInternational Level = "international"
	LevelRegional      Level = "regional" // a group of States, such as ECOWAS
	LevelNational      Level = "national"
	LevelSubnational   Level = "subnational" // a province, state or region of one State
	LevelLocal         Level = "local"       // a district or municipality
)

var levels = []Level{LevelInternational, LevelRegional, LevelNational, LevelSubnational, LevelLocal}

// Known reports whether l is in the vocabulary.
func (l Level) Known() bool { return slices.Contains(levels, l) }

// Terms lists the vocabulary.
func (Level) Terms() []string { return Words(levels) }

// Cadence is how often something recurs: a meeting, a report, a measurement.
type Cadence string

// The cadences.
const (
	CadenceWeekly       Cadence = "weekly"
	CadenceMonthly      Cadence = "monthly"
	CadenceQuarterly    Cadence = "quarterly"
	CadenceSemiannually Cadence = "semiannually" // twice a year
	CadenceAnnually     Cadence = "annually"
	CadenceBiennially   Cadence = "biennially" // every two years
	CadenceAsNeeded     Cadence = "as-needed"
)

var cadences = []Cadence{CadenceWeekly, CadenceMonthly, CadenceQuarterly, CadenceSemiannually, CadenceAnnually,
	CadenceBiennially, CadenceAsNeeded}

// Known reports whether c is in the vocabulary.
func (c Cadence) Known() bool { return slices.Contains(cadences, c) }

// Terms lists the vocabulary.
func (Cadence) Terms() []string { return Words(cadences) }

// Months returns the months from one occurrence to the next: 1, 3, 6, 12 or
// 24. It is 0 where whole months can't say it: weekly, as-needed, unknown.
func (c Cadence) Months() int {
	switch c {
	case CadenceMonthly:
		return 1
	case CadenceQuarterly:
		return 3
	case CadenceSemiannually:
		return 6
	case CadenceAnnually:
		return 12
	case CadenceBiennially:
		return 24
	}
	return 0
}
