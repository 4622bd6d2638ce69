package ocs

import (
	"strconv"
	"strings"
)

// Deadline says by when something is to be done, in one of the ways that
// action plans do:
//
//   - a Date, for instance "2027-Q2": by its last day;
//   - "continuous": all the time, without end;
//   - a recurring Cadence: "weekly", "monthly", "quarterly", "semiannually",
//     "annually" or "biennially";
//   - a term that runs from an event: "adoption+90d" counts from the adoption
//     of the plan, "m-training+6m" from the milestone with that ID. The units
//     are d, w, m and y for days, weeks, months and years.
//
// The zero value is no deadline. Deadlines compare with ==.
type Deadline struct {
	date Date
	word ID // "continuous", a cadence, or the anchor of a term
	n    int32
	unit Unit // 0 unless it is a term
}

// AnchorAdoption is the anchor of a term that runs from the adoption of the
// plan, or of the strategy if the plan has no adoption of its own.
const AnchorAdoption ID = "adoption"

const (
	continuous     = "continuous"
	maxTerm        = 99999 // of any unit; longer ones are mistakes
	deadlineSyntax = `a deadline is a date, "continuous", a cadence such as "quarterly", ` +
		`or a term such as "adoption+90d" or "MILESTONE+6m"`
)

// ParseDeadline reads a deadline as String writes it. Anything else is an error, as
// is a date that the calendar doesn't have.
func ParseDeadline(s string) (Deadline, error) {
	if anchor, term, ok := strings.Cut(s, "+"); ok {
		n, unit, ok := scanTerm(term)
		if !ok || !ID(anchor).WellFormed() {
			return Deadline{}, textError(deadlineSyntax, s)
		}
		return Deadline{word: ID(anchor), n: n, unit: unit}, nil
	}
	if s == continuous || recurs(Cadence(s)) {
		return Deadline{word: ID(s)}, nil
	}
	if _, shaped := scanDate(s); !shaped {
		return Deadline{}, textError(deadlineSyntax, s)
	}
	d, err := ParseDate(s)
	return Deadline{date: d}, err
}

// MustDeadline is ParseDeadline for deadlines written in code; it panics on an
// error.
func MustDeadline(s string) Deadline { return must(ParseDeadline(s)) }

// scanTerm reads a count without leading zeros and a unit.
func scanTerm(s string) (n int32, unit Unit, ok bool) {
	if len(s) < 2 {
		return 0, 0, false
	}
	number, unit := s[:len(s)-1], Unit(s[len(s)-1])
	switch unit {
	case Days, Weeks, Months, Years:
	default:
		return 0, 0, false
	}
	if !digits(number) || len(number) > 1 && number[0] == '0' {
		return 0, 0, false
	}
	count, err := strconv.Atoi(number)
	if err != nil || count > maxTerm {
		return 0, 0, false
	}
	return int32(count), unit, true
}

func recurs(c Cadence) bool { return c.Known() && c != CadenceAsNeeded }

// Date returns the date by which d falls due, if d is a date.
func (d Deadline) Date() (date Date, ok bool) { return d.date, !d.date.IsZero() }

// Continuous reports whether d is "continuous".
func (d Deadline) Continuous() bool { return d.word == continuous && d.unit == 0 }

// Every returns how often d falls due, if it recurs.
func (d Deadline) Every() (cadence Cadence, ok bool) {
	if d.unit != 0 || d.word == "" || d.word == continuous {
		return "", false
	}
	return Cadence(d.word), true
}

// After returns the event from which d runs, AnchorAdoption or the ID of a
// milestone, and for how long, if d is such a term.
func (d Deadline) After() (anchor ID, n int, unit Unit, ok bool) {
	if d.unit == 0 {
		return "", 0, 0, false
	}
	return d.word, int(d.n), d.unit, true
}

// Resolve returns the date by which d falls due. A term counts from the date
// that on gives for its anchor, as Date.Add does. The result is no date if d
// is continuous or recurs, or if on gives no date.
func (d Deadline) Resolve(on func(anchor ID) Date) Date {
	if d.unit == 0 || on == nil {
		return d.date
	}
	return on(d.word).Add(int(d.n), d.unit)
}

// IsZero reports whether d is no deadline.
func (d Deadline) IsZero() bool { return d == Deadline{} }

// Equal reports whether d and e are the same deadline.
func (d Deadline) Equal(e Deadline) bool { return d == e }

// String returns the deadline as documents write it, or "" for no deadline.
func (d Deadline) String() string { return string(d.append(nil)) }

func (d Deadline) append(b []byte) []byte {
	b = d.date.append(b)
	b = append(b, d.word...)
	if d.unit == 0 {
		return b
	}
	return append(strconv.AppendInt(append(b, '+'), int64(d.n), 10), byte(d.unit))
}

// AppendText appends the text that String returns. It never fails.
func (d Deadline) AppendText(b []byte) ([]byte, error) { return d.append(b), nil }

// MarshalText returns the text that String returns. It never fails.
func (d Deadline) MarshalText() ([]byte, error) { return d.append([]byte{}), nil }

// UnmarshalText reads a deadline as ParseDeadline does; empty text is no
// deadline.
func (d *Deadline) UnmarshalText(text []byte) (err error) {
	*d, err = parseText(text, ParseDeadline)
	return err
}
