package ocs_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
)

func TestParsePeriod(t *testing.T) {
	for _, tc := range []struct {
		text, want, first, last string
	}{
		{"2026/2030", "2026/2030", "2026-01-01", "2030-12-31"},
		{"2026-07-01/2031-06-30", "2026-07-01/2031-06-30", "2026-07-01", "2031-06-30"},
		{"2026-Q3/2027-02", "2026-Q3/2027-02", "2026-07-01", "2027-02-28"},
		{"/2025-04", "/2025-04", "", "2025-04-30"},
		{"2025-04/", "2025-04/", "2025-04-01", ""},
		{"2026", "2026", "2026-01-01", "2026-12-31"},
		{"2026/2026", "2026", "2026-01-01", "2026-12-31"},
		{"2030/2026", "2030/2026", "2030-01-01", "2026-12-31"}, // for a rule to report
	} {
		t.Run(tc.text, func(t *testing.T) {
			p, err := ocs.ParsePeriod(tc.text)
			if err != nil {
				t.Fatal(err)
			}
			got := []string{p.String(), p.First().String(), p.Last().String()}
			if diff := cmp.Diff([]string{tc.want, tc.first, tc.last}, got); diff != "" {
				t.Error(diff)
			}
			if again := ocs.MustPeriod(p.String()); again != p {
				t.Errorf("read again: %v, want %v", again, p)
			}
		})
	}
}

func TestParsePeriodRejects(t *testing.T) {
	for _, text := range []string{"", "/", "//", "2026/2027/2028", "2026-2030", "2026 / 2030", "2026/x", "2026-13/2027", "2026/P1Y"} {
		if p, err := ocs.ParsePeriod(text); err == nil {
			t.Errorf("ParsePeriod(%q) = %v, want an error", text, p)
		}
	}
}

func TestPeriodRelations(t *testing.T) {
	for _, tc := range []struct {
		p, q             string
		within, overlaps bool
	}{
		{"2026/2030", "2026/2030", true, true},
		{"2027", "2026/2030", true, true},
		{"2026/2030", "2027", false, true},
		{"2025/2027", "2026/2030", false, true},
		{"2026-01-01/2026-12-31", "2026", true, true},
		{"2025", "2026", false, false},
		{"2025/2026-01", "2026-Q1/2027", false, true},
		{"2025/2026-Q1", "2026-04/2027", false, false},
		{"2027/", "2026/", true, true},
		{"2026/", "2026/2030", false, true},
		{"/2027", "/2030", true, true},
		{"/2027", "2026/2030", false, true},
		{"/2025", "2026/", false, false},
		{"2030/2026", "2000/2050", false, false},
		{"2027", "2030/2026", false, false},
		{"", "2026/2030", false, false},
		{"2026", "", false, false},
		{"", "", false, false},
	} {
		p, q := periodOrNone(tc.p), periodOrNone(tc.q)
		got := []bool{p.Within(q), p.Overlaps(q), q.Overlaps(p)}
		if diff := cmp.Diff([]bool{tc.within, tc.overlaps, tc.overlaps}, got); diff != "" {
			t.Errorf("%q and %q: %s", tc.p, tc.q, diff)
		}
	}
}

func periodOrNone(s string) ocs.Period {
	if s == "" {
		return ocs.Period{}
	}
	return ocs.MustPeriod(s)
}

func TestPeriodContains(t *testing.T) {
	for _, tc := range []struct {
		period, date string
		want         bool
	}{
		{"2026/2030", "2026-01-01", true},
		{"2026/2030", "2030-12-31", true},
		{"2026/2030", "2030", true},
		{"2026-07/2030", "2026", false}, // only its second half
		{"2026-07/", "2999", true},
		{"/2025-04", "2025-05-01", false},
		{"2026", "", false},
		{"", "2026", false},
		{"2030/2026", "2028", false},
	} {
		if got := periodOrNone(tc.period).Contains(dateOrNone(tc.date)); got != tc.want {
			t.Errorf("%q contains %q: %v, want %v", tc.period, tc.date, got, tc.want)
		}
	}
}

func FuzzPeriod(f *testing.F) {
	for _, seed := range []string{"2026/2030", "/2025-04", "2025-04/", "2026", "/", "2026/2026", "2027/2026"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ocs.ParsePeriod(text)
		if err != nil {
			return
		}
		again, err := ocs.ParsePeriod(p.String())
		if err != nil || again != p || p.IsZero() {
			t.Errorf("%q is written %q, read again as %v, %v", text, p, again, err)
		}
		if ok := !p.End.Before(p.Start) && p.Overlaps(p); ok && !p.Within(p) && p.First().Compare(p.Last()) <= 0 {
			t.Errorf("%q isn't within itself", text)
		}
	})
}
