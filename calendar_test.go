package ocs

import (
	"testing"
	"time"
)

// The calendar agrees with that of the time package on each day of 400 years,
// and where dates begin and end.
func TestCalendar(t *testing.T) {
	for _, from := range []Date{{1, 1, 1}, {1896, 2, 27}, {maxYear - 401, 1, 1}} {
		start := time.Date(int(from.year), time.Month(from.part), int(from.day), 0, 0, 0, 0, time.UTC)
		for n := -1; n <= daysOf400Years+366; n++ {
			want := civilOf(start.AddDate(0, 0, n))
			got := addDays(from, n)
			if got != want {
				t.Fatalf("%v and %d days: got %v, want %v", from, n, got, want)
			}
			if back := from.DaysUntil(got); got != (Date{}) && back != n {
				t.Fatalf("from %v to %v: %d days, want %d", from, got, back, n)
			}
		}
	}
	for _, n := range []int{-1 << 40, 1 << 40} {
		if got := addDays(Date{2026, 1, 1}, n); got != (Date{}) {
			t.Errorf("%d days: got %v", n, got)
		}
	}
}

func civilOf(t time.Time) Date { return civil(t.Year(), int(t.Month()), t.Day()) }
