package ocs

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Position is a place in a source file. The zero Position means that none is
// known, as for a strategy that was composed in memory.
type Position struct {
	// File is the file's name as it was given to the reader.
	File string `json:"file,omitzero"`

	// Line counts from 1.
	Line int `json:"line,omitzero"`

	// Column counts from 1, in Unicode code points.
	Column int `json:"column,omitzero"`

	// Offset counts from 0, in bytes from the beginning of the file.
	Offset int `json:"offset,omitzero"`
}

// IsZero reports whether the position is unknown.
func (p Position) IsZero() bool { return p == Position{} }

// String returns "file:line:col", without the parts that are unknown.
func (p Position) String() string {
	s := p.File
	if p.Line == 0 {
		return s
	}
	if s != "" {
		s += ":"
	}
	s += strconv.Itoa(p.Line)
	if p.Column > 0 {
		s += ":" + strconv.Itoa(p.Column)
	}
	return s
}

// Element names an element of a strategy: {commitment c-12}. Baselines,
// waivers and redactions refer to findings by it, since a pointer changes
// when an entry is inserted above.
type Element struct {
	// Kind is the name of the element's Go type in lower case, its words joined by hyphens: "budget-line".
	Kind string `json:"kind,omitzero"`

	// ID is the element's identifier as written.
	ID string `json:"id,omitzero"`
}

// IsZero reports whether no element is named.
func (e Element) IsZero() bool { return e == Element{} }

// String returns the kind and the ID in quotes: commitment "c-12".
func (e Element) String() string {
	if e.IsZero() {
		return ""
	}
	return e.Kind + " " + Quote(e.ID)
}

// Finding is one fault or remark: what is wrong, where, and what to do. Its
// identity is Rule, Element and Path; Message and Help are for people and may
// be reworded at any time.
type Finding struct {
	// Rule is the code of the rule that was broken.
	Rule string `json:"rule"`

	// Severity is that of the rule at the stage which was checked.
	Severity Severity `json:"severity"`

	// Path points to the smallest value that is wrong, or to where one is missing.
	Path Pointer `json:"path"`

	// Pos is where Path stands in the source, if there is one.
	Pos Position `json:"pos,omitzero"`

	// Element is the element of the strategy that the finding is about, if it is about one.
	Element Element `json:"element,omitzero"`

	// Message says what is wrong, in lower case and without a full stop.
	Message string `json:"message"`

	// Help says what to do.
	Help string `json:"help,omitzero"`

	// Related are other places that matter, such as the first of two equal IDs.
	Related []Related `json:"related,omitempty"`
}

// Related is a place that helps to understand a finding.
type Related struct {
	// Path points to the value.
	Path Pointer `json:"path"`

	// Pos is where Path stands in the source, if there is one.
	Pos Position `json:"pos,omitzero"`

	// Message says why the place matters.
	Message string `json:"message"`
}

// Sentence returns the message with the element that it is about, for a reader
// who doesn't see the place: commitment "c-12" has no lead. A message that
// quotes the element's ID stays as it is, and so does one about the strategy, of
// which a document holds one.
func (f Finding) Sentence() string {
	e := f.Element
	if e.ID == "" || e.Kind == "strategy" || strings.Contains(f.Message, Quote(e.ID)) {
		return f.Message
	}
	kind := strings.ReplaceAll(e.Kind, "-", " ")
	name := kind + " " + Quote(e.ID)
	if rest, ok := strings.CutPrefix(f.Message, kind+" "); ok && !strings.HasPrefix(rest, `"`) {
		return name + " " + rest
	}
	return name + ": " + f.Message
}

// Error returns the finding in one line, as compilers write them:
// place, severity, [Finding.Sentence] and the rule's code in brackets. The
// place is the position or, where none is known, the path.
func (f Finding) Error() string {
	place := f.Pos.String()
	if place == "" {
		place = string(f.Path)
	}
	if place != "" {
		place += ": "
	}
	return place + f.Severity.String() + ": " + f.Sentence() + " [" + f.Rule + "]"
}

// Findings is what checking a strategy brought to light. It is a value and not
// an error: use [Findings.Err] where an error is wanted.
type Findings []Finding

// Sort puts the findings in the order of their sources: by file, offset, path
// and rule. Findings without a position come first and keep their order, which
// is that of the document if [Run] made them. Sort is stable.
func (fs Findings) Sort() {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		switch az, bz := a.Pos.IsZero(), b.Pos.IsZero(); {
		case az && bz:
			return 0
		case az:
			return -1
		case bz:
			return 1
		}
		return cmp.Or(
			cmp.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Offset, b.Pos.Offset),
			cmp.Compare(a.Path, b.Path),
			cmp.Compare(a.Rule, b.Rule),
		)
	})
}

// Count returns how many findings have exactly this severity.
func (fs Findings) Count(s Severity) int {
	n := 0
	for i := range fs {
		if fs[i].Severity == s {
			n++
		}
	}
	return n
}

// Max returns the highest severity among the findings, [Off] if there are none.
func (fs Findings) Max() Severity {
	top := Off
	for i := range fs {
		top = max(top, fs[i].Severity)
	}
	return top
}

// Err returns an error if any finding has the severity [Error], else nil. The
// error unwraps to these findings, so that errors.As reaches a [Finding].
func (fs Findings) Err() error {
	var faults findingsError
	for i := range fs {
		if fs[i].Severity == Error {
			faults = append(faults, fs[i])
		}
	}
	if len(faults) == 0 {
		return nil
	}
	return faults
}

// findingsError holds at least one finding.
type findingsError []error

func (e findingsError) Error() string {
	if n := len(e) - 1; n > 0 {
		return fmt.Sprintf("%v (and %d more)", e[0], n)
	}
	return e[0].Error()
}

func (e findingsError) Unwrap() []error { return e }

// Quote quotes text from a document for a message, in Go's syntax. Messages get
// into logs that are shared, so what is beyond 40 characters is cut.
func Quote(s string) string {
	const limit = 40 // characters
	if utf8.RuneCountInString(s) <= limit {
		return strconv.Quote(s)
	}
	return strconv.Quote(string([]rune(s[:min(len(s), limit*utf8.UTFMax)])[:limit]) + "…")
}
