package ocs

import (
	"cmp"
	"slices"
	"strings"
)

// Marking says with whom an element may be shared: a label of the Traffic
// Light Protocol, version 2.0 (FIRST, August 2022; recalled, not read for this
// package). The absent marking says nothing; what then holds is for the
// document to say.
type Marking string

// The markings, from the most open.
const (
	MarkingClear       Marking = "clear"        // no limit on disclosure
	MarkingGreen       Marking = "green"        // within the recipient's community
	MarkingAmber       Marking = "amber"        // need to know, within the recipient's organisation and its clients
	MarkingAmberStrict Marking = "amber+strict" // need to know, within the recipient's organisation only
	MarkingRed         Marking = "red"          // the individual recipients only
)

var markings = []Marking{MarkingClear, MarkingGreen, MarkingAmber, MarkingAmberStrict, MarkingRed}

const tlpPrefix = "TLP:"

// Known reports whether m is one of the five labels in the short form of the
// constants.
func (m Marking) Known() bool { return slices.Contains(markings, m) }

// Terms lists the labels from the most open.
func (Marking) Terms() []string { return Words(markings) }

// Label returns the label as the protocol writes it, such as
// "TLP:AMBER+STRICT". An unknown marking is returned as it is.
func (m Marking) Label() string {
	if !m.Known() {
		return string(m)
	}
	return tlpPrefix + strings.ToUpper(string(m))
}

// IsZero reports whether the marking is absent.
func (m Marking) IsZero() bool { return m == "" }

// Compare orders markings from the most open. The absent marking comes first
// and unknown ones last: what isn't understood is treated as stricter than red.
// Two unknown markings are ordered by their text.
func (m Marking) Compare(n Marking) int {
	return cmp.Or(cmp.Compare(m.rank(), n.rank()), cmp.Compare(m, n))
}

func (m Marking) rank() int {
	if m == "" {
		return 0
	}
	if i := slices.Index(markings, m); i >= 0 {
		return i + 1
	}
	return len(markings) + 1
}

// MarshalText returns the marking as documents write it. It never fails.
func (m Marking) MarshalText() ([]byte, error) { return []byte(m), nil }

// UnmarshalText reads a label in any case, with or without "TLP:", into the
// short form of the constants. Other text is kept as it is. It never fails.
func (m *Marking) UnmarshalText(text []byte) error {
	*m = Marking(text)
	short := string(text)
	if len(short) >= len(tlpPrefix) && strings.EqualFold(short[:len(tlpPrefix)], tlpPrefix) {
		short = short[len(tlpPrefix):]
	}
	for _, known := range markings {
		if strings.EqualFold(short, string(known)) {
			*m = known
		}
	}
	return nil
}
