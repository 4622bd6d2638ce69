package ocs

import (
	"cmp"
	"fmt"
	"strconv"
)

// Date is a day, month, quarter or year of the civil (Gregorian) calendar, as
// exactly as the document states it: "2027-06-30", "2027-06", "2027-Q2" or
// "2027", in the years 0001 to 9999. A strategy often promises no more than
// "by 2027", and a day would claim what its authors didn't say.
//
// The zero value is no date. Dates compare with ==.
type Date struct {
	year uint16
	part uint8 // 0 the year, 1–12 a month, 13–16 a quarter
	day  uint8 // 0 the whole part
}

// Precision is how exactly a Date is stated.
type Precision uint8

// The precisions, from none to the finest.
const (
	PrecisionNone Precision = iota // the zero Date
	PrecisionYear
	PrecisionQuarter
	PrecisionMonth
	PrecisionDay
)

// String returns the name of the precision: "none", "year", "quarter", "month"
// or "day".
func (p Precision) String() string {
	switch p {
	case PrecisionNone:
		return "none"
	case PrecisionYear:
		return "year"
	case PrecisionQuarter:
		return "quarter"
	case PrecisionMonth:
		return "month"
	case PrecisionDay:
		return "day"
	}
	return "Precision(" + strconv.Itoa(int(p)) + ")"
}

// Unit is a length of calendar time that a count refers to.
type Unit byte

// The units, written as they appear in a Deadline.
const (
	Days   Unit = 'd'
	Weeks  Unit = 'w'
	Months Unit = 'm'
	Years  Unit = 'y'
)

const (
	maxYear      = 9999
	firstQuarter = 13  // the part that stands for the first quarter
	maxStep      = 4e6 // days from year 1 to 9999, rounded up: no step can be longer
	dateSyntax   = "a date is YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD"
)

// ParseDate reads a date as String writes it. A date that the calendar doesn't
// have, such as "2027-02-29", is an error.
func ParseDate(s string) (Date, error) {
	d, ok := scanDate(s)
	switch {
	case !ok:
		return Date{}, textError(dateSyntax, s)
	case !d.valid():
		return Date{}, textError("no such date in the calendar", s)
	}
	return d, nil
}

// MustDate is ParseDate for dates written in code; it panics on an error.
func MustDate(s string) Date { return must(ParseDate(s)) }

// scanDate reads the shape of a date, not whether the calendar has it.
func scanDate(s string) (d Date, ok bool) {
	if len(s) < 4 || !digits(s[:4]) {
		return Date{}, false
	}
	d.year = uint16(twoDigits(s[:2]))*100 + uint16(twoDigits(s[2:4]))
	switch rest := s[4:]; {
	case rest == "":
		return d, true
	case len(rest) == 3 && rest[:2] == "-Q":
		d.part = firstQuarter + rest[2] - '1'
		return d, '1' <= rest[2] && rest[2] <= '4'
	case len(rest) == 3 && rest[0] == '-' && digits(rest[1:]):
		d.part = scanPart(rest[1:], 12)
		return d, true
	case len(rest) == 6 && rest[0] == '-' && rest[3] == '-' && digits(rest[1:3]) && digits(rest[4:]):
		d.part, d.day = scanPart(rest[1:3], 12), scanPart(rest[4:], 31)
		return d, true
	}
	return Date{}, false
}

// noPart stands for a month or day that no calendar has, while a date is read.
const noPart = 99

// scanPart reads two digits that count from 1 to limit.
func scanPart(s string, limit uint8) uint8 {
	if n := twoDigits(s); 1 <= n && n <= limit {
		return n
	}
	return noPart
}

// valid reports whether the calendar has d.
func (d Date) valid() bool {
	if d.year == 0 || d.part == noPart {
		return false
	}
	return d.day == 0 || int(d.day) <= daysIn(int(d.year), int(d.part))
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Equal reports whether d and e are the same date in the same precision.
func (d Date) Equal(e Date) bool { return d == e }

// Precision returns how exactly d is stated.
func (d Date) Precision() Precision {
	switch {
	case d.IsZero():
		return PrecisionNone
	case d.part == 0:
		return PrecisionYear
	case d.part >= firstQuarter:
		return PrecisionQuarter
	case d.day == 0:
		return PrecisionMonth
	}
	return PrecisionDay
}

// Year returns the year of d, or 0 if d is no date.
func (d Date) Year() int { return int(d.year) }

// First returns the first day of d, or no date if d is none.
func (d Date) First() Date {
	switch d.Precision() {
	case PrecisionNone, PrecisionDay:
		return d
	case PrecisionYear:
		return Date{d.year, 1, 1}
	case PrecisionQuarter:
		return Date{d.year, (d.part-firstQuarter)*3 + 1, 1}
	}
	return Date{d.year, d.part, 1}
}

// Last returns the last day of d, or no date if d is none.
func (d Date) Last() Date {
	month := d.part
	switch d.Precision() {
	case PrecisionNone, PrecisionDay:
		return d
	case PrecisionYear:
		month = 12
	case PrecisionQuarter:
		month = (d.part-firstQuarter)*3 + 3
	}
	return Date{d.year, month, uint8(daysIn(int(d.year), int(month)))}
}

// Compare orders dates by their first day, then by their last: "2027-01-01",
// "2027-01", "2027-Q1", "2027". No date comes before every date. It is 0 only
// for equal dates.
func (d Date) Compare(e Date) int {
	return cmp.Or(d.First().compareDays(e.First()), d.Last().compareDays(e.Last()))
}

func (d Date) compareDays(e Date) int {
	return cmp.Or(cmp.Compare(d.year, e.year), cmp.Compare(d.part, e.part), cmp.Compare(d.day, e.day))
}

// Before reports whether d is certainly before e: every day of d is before
// every day of e. It is false if either is no date.
func (d Date) Before(e Date) bool {
	return !d.IsZero() && !e.IsZero() && d.Last().compareDays(e.First()) < 0
}

// After reports whether d is certainly after e: every day of d is after every
// day of e. It is false if either is no date.
func (d Date) After(e Date) bool { return e.Before(d) }

// Add returns the date n units after d, or before it if n is negative. A month
// that lacks the day ends early: a month after 31 January is the last of
// February.
//
// A coarser date keeps its precision where n units are a whole number of its
// own ("2027-Q2" and six months give "2027-Q4"). Otherwise the count runs from
// its last day and the result is a day: a term that runs from "2027" isn't over
// before it would be over for the last day of 2027.
//
// The result is no date if d is none, the unit is unknown, or the years 1 to
// 9999 are left.
func (d Date) Add(n int, unit Unit) Date {
	if d.IsZero() || n > maxStep || n < -maxStep {
		return Date{}
	}
	switch unit {
	case Days:
		return addDays(d.Last(), n)
	case Weeks:
		return addDays(d.Last(), 7*n)
	case Months:
		return d.addMonths(n)
	case Years:
		return d.addMonths(12 * n)
	}
	return Date{}
}

func (d Date) addMonths(n int) Date {
	switch p := d.Precision(); {
	case p == PrecisionYear && n%12 == 0:
		return civil(int(d.year)+n/12, 0, 0)
	case p == PrecisionQuarter && n%3 == 0:
		year, quarter := split(int(d.year)*4+int(d.part-firstQuarter)+n/3, 4)
		return civil(year, quarter+firstQuarter, 0)
	case p == PrecisionMonth:
		year, month := split(int(d.year)*12+int(d.part)-1+n, 12)
		return civil(year, month+1, 0)
	}
	day := d.Last()
	year, month := split(int(day.year)*12+int(day.part)-1+n, 12)
	return civil(year, month+1, min(int(day.day), daysIn(year, month+1)))
}

// split divides n, counted in parts of a year, into years and the rest.
func split(n, perYear int) (year, rest int) {
	if n < 0 {
		return 0, 0
	}
	return n / perYear, n % perYear
}

func civil(year, part, day int) Date {
	if year < 1 || year > maxYear {
		return Date{}
	}
	return Date{uint16(year), uint8(part), uint8(day)}
}

// DaysUntil returns the days from the first day of d to the first day of e,
// negative if e comes first. It is 0 if either is no date.
func (d Date) DaysUntil(e Date) int {
	if d.IsZero() || e.IsZero() {
		return 0
	}
	return e.First().number() - d.First().number()
}

// The calendar is computed here: the time package would bring its time zones
// into every program. Years begin in March, so that the leap day is the last
// one, and 400 of them have a fixed number of days.
const daysOf400Years = 146_097

// number returns the days from 1 March of the year 0 to a date of day precision.
func (d Date) number() int {
	year, month := split(int(d.year)*12+int(d.part)-3, 12)
	return daysBefore(year) + daysBeforeMonth(month) + int(d.day) - 1
}

// daysBefore returns the days in that many years, of which the first is 0.
func daysBefore(years int) int { return 365*years + years/4 - years/100 + years/400 }

// daysBeforeMonth returns the days in that many months, of which the first is
// March: in fives, they have 153 days.
func daysBeforeMonth(months int) int { return (153*months + 2) / 5 }

func addDays(d Date, n int) Date {
	n += d.number()
	if n < 0 || n >= (maxYear/400+1)*daysOf400Years {
		return Date{}
	}
	year := n / daysOf400Years * 400
	n %= daysOf400Years
	inEra := (n - n/1460 + n/36_524 - n/(daysOf400Years-1)) / 365 // less the leap days so far
	n -= daysBefore(inEra)
	month := (5*n + 2) / 153
	n -= daysBeforeMonth(month)
	year, month = split((year+inEra)*12+month+2, 12)
	return civil(year, month+1, n+1)
}

// daysIn returns the length of a month of the Gregorian calendar.
func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// String returns the date as documents write it, or "" for no date.
func (d Date) String() string { return string(d.append(nil)) }

func (d Date) append(b []byte) []byte {
	switch d.Precision() {
	case PrecisionNone:
		return b
	case PrecisionYear:
		return fmt.Appendf(b, "%04d", d.year)
	case PrecisionQuarter:
		return fmt.Appendf(b, "%04d-Q%d", d.year, d.part-firstQuarter+1)
	case PrecisionMonth:
		return fmt.Appendf(b, "%04d-%02d", d.year, d.part)
	}
	return fmt.Appendf(b, "%04d-%02d-%02d", d.year, d.part, d.day)
}

// AppendText appends the text that String returns. It never fails.
func (d Date) AppendText(b []byte) ([]byte, error) { return d.append(b), nil }

// MarshalText returns the text that String returns. It never fails.
func (d Date) MarshalText() ([]byte, error) { return d.append([]byte{}), nil }

// UnmarshalText reads a date as ParseDate does; empty text is no date.
func (d *Date) UnmarshalText(text []byte) (err error) {
	*d, err = parseText(text, ParseDate)
	return err
}
