package stix

import (
	"fmt"
	"strings"
	"time"

	"github.com/ocs-framework/ocs"
)

// cutTime returns the day of a time of STIX: RFC 3339 in UTC, with any number
// of digits after the second.
func cutTime(s string) (day string, ok bool) {
	_, ok = splitTime(s)
	if !ok {
		return "", false
	}
	return s[:10], true
}

// splitTime reads a time as the whole seconds and what follows them, which has
// no end: time.Time holds nine digits, documents may have more.
func splitTime(s string) (t stamp, ok bool) {
	body, ok := strings.CutSuffix(s, "Z")
	if !ok || len(body) < len("2006-01-02T15:04:05") {
		return t, false
	}
	seconds, fraction := body[:19], body[19:]
	if fraction != "" && (fraction[0] != '.' || len(fraction) == 1 || strings.Trim(fraction[1:], "0123456789") != "") {
		return t, false
	}
	if strings.HasSuffix(seconds, ":60") { // a leap second
		seconds = seconds[:17] + "59"
	}
	at, err := time.Parse("2006-01-02T15:04:05", seconds)
	if err != nil {
		return t, false
	}
	return stamp{at, strings.TrimRight(strings.TrimPrefix(fraction, "."), "0")}, true
}

// stamp is a time to any precision.
type stamp struct {
	seconds  time.Time
	fraction string // digits after the second, without trailing zeros
}

func (t stamp) compare(u stamp) int {
	if c := t.seconds.Compare(u.seconds); c != 0 {
		return c
	}
	return strings.Compare(t.fraction, u.fraction)
}

// later reports whether time s is after time t. A time that can't be read is
// before every other.
func later(s, t string) bool {
	a, okA := splitTime(s)
	b, okB := splitTime(t)
	return okA && (!okB || a.compare(b) > 0)
}

// formatTime writes a time with three digits after the second, as STIX demands,
// or more if it has more.
func formatTime(t time.Time) string {
	t = t.UTC()
	s := t.Format("2006-01-02T15:04:05.000")
	if t.Nanosecond()%1_000_000 != 0 {
		s = t.Format("2006-01-02T15:04:05.000000000")
	}
	return s + "Z"
}

// dayTime is the first moment of a date.
func dayTime(d ocs.Date) string { return d.First().String() + "T00:00:00.000Z" }

// next returns a time a millisecond after another.
func next(s string) (string, error) {
	t, ok := splitTime(s)
	if !ok {
		return "", fmt.Errorf("stix: %q is no time", s)
	}
	digits := (t.fraction + "000000000")[:9]
	var nanos int64
	for _, d := range digits {
		nanos = nanos*10 + int64(d-'0')
	}
	return formatTime(t.seconds.Add(time.Duration(nanos)*time.Nanosecond + time.Millisecond)), nil
}
