package ocs

import "strings"

// Period is a span of time, both ends included: "2026/2030" is the interval
// notation of ISO 8601 with ends in any precision of a Date. One end may be
// open ("/2025-04", "2025-04/"), and a single date is the span it covers: the
// period "2026" has that date for its start and its end.
//
// The zero value is no period. An end before the start can be read and written,
// so that a rule may report it; such a period contains and overlaps nothing.
type Period struct {
	Start Date // the first day of it begins the period; no date: open
	End   Date // the last day of it ends the period; no date: open
}

const periodSyntax = `a period is START/END, START/, /END or a single date`

// ParsePeriod reads a period as String writes it. Anything else is an error, as is
// a date that the calendar doesn't have. An end before the start is none.
func ParsePeriod(s string) (Period, error) {
	start, end, interval := strings.Cut(s, "/")
	if !interval {
		end = start
	}
	if start == "" && end == "" {
		return Period{}, textError(periodSyntax, s)
	}
	var p Period
	for _, side := range []struct {
		text string
		date *Date
	}{{start, &p.Start}, {end, &p.End}} {
		if side.text == "" {
			continue
		}
		d, err := ParseDate(side.text)
		if err != nil {
			if _, shaped := scanDate(side.text); shaped {
				return Period{}, err
			}
			return Period{}, textError(periodSyntax+", where "+dateSyntax, s)
		}
		*side.date = d
	}
	return p, nil
}

// MustPeriod is ParsePeriod for periods written in code; it panics on an error.
func MustPeriod(s string) Period { return must(ParsePeriod(s)) }

// IsZero reports whether p is no period.
func (p Period) IsZero() bool { return p == Period{} }

// Equal reports whether p and q have the same ends in the same precision.
func (p Period) Equal(q Period) bool { return p == q }

// First returns the first day of p, or no date if p is open at its start.
func (p Period) First() Date { return p.Start.First() }

// Last returns the last day of p, or no date if p is open at its end.
func (p Period) Last() Date { return p.End.Last() }

// sound reports whether p is a period with its ends in order.
func (p Period) sound() bool {
	return !p.IsZero() && (p.Start.IsZero() || p.End.IsZero() || p.First().Compare(p.Last()) <= 0)
}

// Contains reports whether every day of d is in p.
func (p Period) Contains(d Date) bool { return !d.IsZero() && (Period{d, d}).Within(p) }

// Within reports whether every day of p is in q. It is false if either is no
// period.
func (p Period) Within(q Period) bool {
	if !p.sound() || !q.sound() {
		return false
	}
	startsIn := q.Start.IsZero() || !p.Start.IsZero() && q.First().Compare(p.First()) <= 0
	endsIn := q.End.IsZero() || !p.End.IsZero() && p.Last().Compare(q.Last()) <= 0
	return startsIn && endsIn
}

// Overlaps reports whether a day is in both p and q. It is false if either is
// no period.
func (p Period) Overlaps(q Period) bool {
	return p.sound() && q.sound() && !p.End.Before(q.Start) && !q.End.Before(p.Start)
}

// String returns the period as documents write it, or "" for no period.
func (p Period) String() string { return string(p.append(nil)) }

func (p Period) append(b []byte) []byte {
	b = p.Start.append(b)
	if p.Start == p.End {
		return b
	}
	return p.End.append(append(b, '/'))
}

// AppendText appends the text that String returns. It never fails.
func (p Period) AppendText(b []byte) ([]byte, error) { return p.append(b), nil }

// MarshalText returns the text that String returns. It never fails.
func (p Period) MarshalText() ([]byte, error) { return p.append([]byte{}), nil }

// UnmarshalText reads a period as ParsePeriod does; empty text is no period.
func (p *Period) UnmarshalText(text []byte) (err error) {
	*p, err = parseText(text, ParsePeriod)
	return err
}
