package ocs

import (
	"fmt"
	"slices"
	"strings"
)

// Severity is how much a finding matters at the stage that the document is
// checked for.
type Severity uint8

// The severities, from the least.
const (
	Off     Severity = iota // the rule doesn't run
	Info                    // worth knowing; nothing has to change
	Warning                 // should be mended before the next stage
	Error                   // must be mended at this stage
)

var severityNames = [...]string{"off", "info", "warning", "error"}

// String returns "off", "info", "warning" or "error".
func (s Severity) String() string {
	if int(s) < len(severityNames) {
		return severityNames[s]
	}
	return fmt.Sprintf("Severity(%d)", uint8(s))
}

// MarshalText writes the severity as String does. It fails for a value that
// isn't one of the constants.
func (s Severity) MarshalText() ([]byte, error) {
	if int(s) >= len(severityNames) {
		return nil, fmt.Errorf("%v is not a severity", s)
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads what MarshalText writes and accepts nothing else.
func (s *Severity) UnmarshalText(text []byte) error {
	i := slices.Index(severityNames[:], string(text))
	if i < 0 {
		return textError("a severity is off, info, warning or error", string(text))
	}
	*s = Severity(i)
	return nil
}

// Levels says how severe a rule's findings are at each stage of a strategy.
// It is five letters, one each for draft, consultation, adopted,
// implementation and review: E for error, W for warning, i for information,
// - where the rule doesn't run. "-WEEE" asks nothing of a draft, warns during
// consultation, and is an error from adoption on.
type Levels string

// Valid reports whether l is five of the letters E, W, i and -.
func (l Levels) Valid() bool {
	return len(l) == 5 && strings.Trim(string(l), "EWi-") == ""
}

// At returns the severity at a stage. What is only planned, and a stage that
// is absent or unknown, counts as draft; what is superseded counts as review.
// Levels that aren't valid are errors at every stage, so that a slip of the
// pen doesn't switch a rule off.
func (l Levels) At(s Stage) Severity {
	if !l.Valid() {
		return Error
	}
	switch l[levelColumn(s)] {
	case 'E':
		return Error
	case 'W':
		return Warning
	case 'i':
		return Info
	}
	return Off
}

// levelColumn is the place of a stage in Levels.
func levelColumn(s Stage) int {
	switch s {
	case StageConsultation:
		return 1
	case StageAdopted:
		return 2
	case StageImplementation:
		return 3
	case StageReview, StageSuperseded:
		return 4
	}
	return 0
}
