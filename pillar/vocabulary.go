package pillar

import (
	"slices"

	"github.com/ocs-framework/ocs"
)

// IndicatorKind is an indicator's place in the chain of results.
//
// Source: results-based management.
type IndicatorKind string

// The kinds of indicator, from the far end of the chain.
const (
	Impact  IndicatorKind = "impact"
	Outcome IndicatorKind = "outcome"
	Output  IndicatorKind = "output"
	Process IndicatorKind = "process"
	Input   IndicatorKind = "input"
)

var indicatorKinds = []IndicatorKind{Impact, Outcome, Output, Process, Input}

// Known reports whether k is in the vocabulary.
func (k IndicatorKind) Known() bool { return slices.Contains(indicatorKinds, k) }

// Terms lists the vocabulary.
func (IndicatorKind) Terms() []string { return ocs.Words(indicatorKinds) }

// ValueKind is what sort of value a reading has.
type ValueKind string

// The kinds of value.
const (
	Number    ValueKind = "number"
	YesNo     ValueKind = "yes-no" // the texts "yes" and "no"
	Narrative ValueKind = "narrative"
)

var valueKinds = []ValueKind{Number, YesNo, Narrative}

// Known reports whether k is in the vocabulary.
func (k ValueKind) Known() bool { return slices.Contains(valueKinds, k) }

// Terms lists the vocabulary.
func (ValueKind) Terms() []string { return ocs.Words(valueKinds) }

// Direction is which way an indicator should move.
type Direction string

// The directions.
const (
	Increase Direction = "increase"
	Decrease Direction = "decrease"
	Maintain Direction = "maintain"
)

var directions = []Direction{Increase, Decrease, Maintain}

// Known reports whether d is in the vocabulary.
func (d Direction) Known() bool { return slices.Contains(directions, d) }

// Terms lists the vocabulary.
func (Direction) Terms() []string { return ocs.Words(directions) }

// ReadingKind says how readings add up over time.
type ReadingKind string

// The kinds of reading.
const (
	LevelReading ReadingKind = "level"      // the value as it stands on the date
	Cumulative   ReadingKind = "cumulative" // the total since the start
	Increment    ReadingKind = "increment"  // what was added since the previous reading
)

var readingKinds = []ReadingKind{LevelReading, Cumulative, Increment}

// Known reports whether k is in the vocabulary.
func (k ReadingKind) Known() bool { return slices.Contains(readingKinds, k) }

// Terms lists the vocabulary.
func (ReadingKind) Terms() []string { return ocs.Words(readingKinds) }

// Comparator says how a reading is held against a target.
type Comparator string

// The comparators.
const (
	AtLeast Comparator = "at-least"
	AtMost  Comparator = "at-most"
	Exactly Comparator = "exactly"
)

var comparators = []Comparator{AtLeast, AtMost, Exactly}

// Known reports whether c is in the vocabulary.
func (c Comparator) Known() bool { return slices.Contains(comparators, c) }

// Terms lists the vocabulary.
func (Comparator) Terms() []string { return ocs.Words(comparators) }

// Disaggregation is a characteristic by which readings are broken down.
//
// Source: ICCS disaggregating variables; the list is ours.
type Disaggregation string

// The characteristics.
const (
	BySex         Disaggregation = "sex"
	ByAge         Disaggregation = "age"
	ByArea        Disaggregation = "area"
	ByNationality Disaggregation = "nationality"
	ByDisability  Disaggregation = "disability"
	ByEthnicity   Disaggregation = "ethnicity"
	ByMarket      Disaggregation = "market"
	ByOffence     Disaggregation = "offence"
	ByAgency      Disaggregation = "agency"
)

var disaggregations = []Disaggregation{BySex, ByAge, ByArea, ByNationality, ByDisability, ByEthnicity, ByMarket, ByOffence, ByAgency}

// Known reports whether d is in the vocabulary.
func (d Disaggregation) Known() bool { return slices.Contains(disaggregations, d) }

// Terms lists the vocabulary.
func (Disaggregation) Terms() []string { return ocs.Words(disaggregations) }
