package ocs_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
)

func TestParseDate(t *testing.T) {
	for _, tc := range []struct {
		text, first, last string
		precision         ocs.Precision
		year              int
	}{
		{"2027", "2027-01-01", "2027-12-31", ocs.PrecisionYear, 2027},
		{"2027-Q1", "2027-01-01", "2027-03-31", ocs.PrecisionQuarter, 2027},
		{"2027-Q2", "2027-04-01", "2027-06-30", ocs.PrecisionQuarter, 2027},
		{"2027-Q4", "2027-10-01", "2027-12-31", ocs.PrecisionQuarter, 2027},
		{"2027-02", "2027-02-01", "2027-02-28", ocs.PrecisionMonth, 2027},
		{"2028-02", "2028-02-01", "2028-02-29", ocs.PrecisionMonth, 2028},
		{"2000-02", "2000-02-01", "2000-02-29", ocs.PrecisionMonth, 2000},
		{"1900-02", "1900-02-01", "1900-02-28", ocs.PrecisionMonth, 1900},
		{"2028-02-29", "2028-02-29", "2028-02-29", ocs.PrecisionDay, 2028},
		{"0001", "0001-01-01", "0001-12-31", ocs.PrecisionYear, 1},
		{"9999-12-31", "9999-12-31", "9999-12-31", ocs.PrecisionDay, 9999},
	} {
		t.Run(tc.text, func(t *testing.T) {
			d, err := ocs.ParseDate(tc.text)
			if err != nil {
				t.Fatal(err)
			}
			got := []any{d.String(), d.First().String(), d.Last().String(), d.Precision(), d.Year()}
			want := []any{tc.text, tc.first, tc.last, tc.precision, tc.year}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParseDateRejects(t *testing.T) {
	for _, text := range []string{
		"", "27", "0000", "0000-01-01", "02027", "2027-", "2027-00", "2027-13", "2027-16", "2027-99", "2027-Q0", "2027-Q5",
		"2027-q1", "2027Q1", "2027-6", "2027-06-", "2027-06-00", "2027-00-10", "2027-13-01", "2027-06-31", "2027-02-29",
		"1900-02-29", "2027-06-99", "2027/06/30", "20270630", "2027-06-30T00:00:00Z", " 2027", "2027 ", "-001", "+202",
		"२०२७", "30-06-2027",
	} {
		if d, err := ocs.ParseDate(text); err == nil {
			t.Errorf("ParseDate(%q) = %v, want an error", text, d)
		}
	}
}

func TestTextErrorsQuoteLittle(t *testing.T) {
	long := strings.Repeat("é", 5000)
	for _, err := range []error{
		new(ocs.Date).UnmarshalText([]byte(long)),
		new(ocs.Date).UnmarshalText([]byte("x" + long)),
		new(ocs.Period).UnmarshalText([]byte(long)),
		new(ocs.Deadline).UnmarshalText([]byte(long)),
		new(ocs.Deadline).UnmarshalText([]byte(long + "+3m")),
		new(ocs.Money).UnmarshalText([]byte(long)),
		new(ocs.Money).UnmarshalText([]byte("PKR " + strings.Repeat("9", 5000))),
		new(ocs.Decimal).UnmarshalJSON([]byte(strings.Repeat("9", 5000))),
	} {
		if err == nil || len(err.Error()) > 300 || strings.ContainsRune(err.Error(), '\uFFFD') {
			t.Errorf("want a short error, not %d bytes: %.60v", len(err.Error()), err)
		}
	}
}

func TestDateOrder(t *testing.T) {
	// In order; the zero Date is first.
	ordered := []ocs.Date{
		{}, ocs.MustDate("2026-12-31"), ocs.MustDate("2027-01-01"), ocs.MustDate("2027-01"), ocs.MustDate("2027-Q1"),
		ocs.MustDate("2027"), ocs.MustDate("2027-01-02"), ocs.MustDate("2027-02"), ocs.MustDate("2027-Q2"),
		ocs.MustDate("2027-12-31"), ocs.MustDate("2028"),
	}
	checkOrder(t, ordered, ocs.Date.Compare)
}

// checkOrder checks that compare agrees with the order of the values, all
// different.
func checkOrder[T any](t *testing.T, ordered []T, compare func(a, b T) int) {
	t.Helper()
	for i, a := range ordered {
		for j, b := range ordered {
			want := 0
			switch {
			case i < j:
				want = -1
			case i > j:
				want = 1
			}
			if got := compare(a, b); got != want {
				t.Errorf("Compare(%v, %v) = %d, want %d", a, b, got, want)
			}
		}
	}
}

func TestDateBeforeAfter(t *testing.T) {
	for _, tc := range []struct {
		a, b   string
		before bool
	}{
		{"2026", "2027", true},
		{"2027-Q1", "2027-04", true},
		{"2027-Q1", "2027-03", false},
		{"2027", "2027-12-31", false},
		{"2027-06-29", "2027-06-30", true},
		{"2027-06-30", "2027-06-30", false},
		{"", "2027", false},
		{"2027", "", false},
	} {
		a, b := dateOrNone(tc.a), dateOrNone(tc.b)
		if got := []bool{a.Before(b), b.After(a)}; !slices.Equal(got, []bool{tc.before, tc.before}) {
			t.Errorf("%q before %q: %v, want %v", tc.a, tc.b, got, tc.before)
		}
	}
}

func dateOrNone(s string) ocs.Date {
	if s == "" {
		return ocs.Date{}
	}
	return ocs.MustDate(s)
}

func TestDateAdd(t *testing.T) {
	for _, tc := range []struct {
		date string
		n    int
		unit ocs.Unit
		want string
	}{
		{"2027-01-31", 1, ocs.Months, "2027-02-28"},
		{"2028-01-31", 1, ocs.Months, "2028-02-29"},
		{"2028-02-29", 1, ocs.Years, "2029-02-28"},
		{"2027-03-31", -1, ocs.Months, "2027-02-28"},
		{"2027-12-31", 1, ocs.Days, "2028-01-01"},
		{"2027-03-01", -1, ocs.Days, "2027-02-28"},
		{"2027-03-01", 2, ocs.Weeks, "2027-03-15"},
		{"2027-03-01", 0, ocs.Days, "2027-03-01"},
		{"2027-01-15", -1, ocs.Months, "2026-12-15"},
		{"2027", 2, ocs.Years, "2029"},
		{"2027", 12, ocs.Months, "2028"},
		{"2027", 6, ocs.Months, "2028-06-30"},
		{"2027", 90, ocs.Days, "2028-03-30"},
		{"2027-Q2", 6, ocs.Months, "2027-Q4"},
		{"2027-Q2", 9, ocs.Months, "2028-Q1"},
		{"2027-Q2", 1, ocs.Years, "2028-Q2"},
		{"2027-Q1", -3, ocs.Months, "2026-Q4"},
		{"2027-Q2", 2, ocs.Months, "2027-08-30"},
		{"2027-11", 3, ocs.Months, "2028-02"},
		{"2027-01", -1, ocs.Months, "2026-12"},
		{"2027-06", 10, ocs.Days, "2027-07-10"},
		{"9999", 1, ocs.Years, ""},
		{"9999-12-31", 1, ocs.Days, ""},
		{"0001-01-01", -1, ocs.Days, ""},
		{"0001-01", -1, ocs.Months, ""},
		{"0001-Q1", -3, ocs.Months, ""},
		{"0001", -1, ocs.Years, ""},
		{"0001-01", -13, ocs.Months, ""},
		{"0001-Q1", -15, ocs.Months, ""},
		{"2027", 1 << 62, ocs.Years, ""},
		{"2027", -1 << 62, ocs.Weeks, ""},
		{"2027", 1, 'h', ""},
		{"", 1, ocs.Days, ""},
	} {
		if got := dateOrNone(tc.date).Add(tc.n, tc.unit).String(); got != tc.want {
			t.Errorf("%q + %d%c = %q, want %q", tc.date, tc.n, tc.unit, got, tc.want)
		}
	}
}

func TestDateDaysUntil(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want int
	}{
		{"2027-06-30", "2027-07-01", 1},
		{"2027", "2028", 365},
		{"2028", "2029", 366},
		{"2027-Q2", "2027-01", -90},
		{"0001-01-01", "9999-12-31", 3652058}, // more than a time.Duration holds
		{"", "2027", 0},
		{"2027", "", 0},
	} {
		if got := dateOrNone(tc.a).DaysUntil(dateOrNone(tc.b)); got != tc.want {
			t.Errorf("from %q to %q: %d days, want %d", tc.a, tc.b, got, tc.want)
		}
	}
}

func TestPrecisionNames(t *testing.T) {
	var got []string
	for _, text := range []string{"", "2027", "2027-Q2", "2027-06", "2027-06-30"} {
		got = append(got, dateOrNone(text).Precision().String())
	}
	got = append(got, ocs.Precision(9).String())
	if diff := cmp.Diff([]string{"none", "year", "quarter", "month", "day", "Precision(9)"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestMustDatePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	ocs.MustDate("soon")
}

func FuzzDate(f *testing.F) {
	for _, seed := range []string{"2027", "2027-Q2", "2027-06", "2027-06-30", "2027-13", "9999-12-31", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ocs.ParseDate(text)
		if err != nil {
			if !d.IsZero() {
				t.Errorf("%q: error with a value", text)
			}
			return
		}
		if d.String() != text {
			t.Errorf("%q is written %q", text, d.String())
		}
		if d.First().Compare(d.Last()) > 0 || d.Add(1, ocs.Days).Before(d) {
			t.Errorf("%q: days out of order", text)
		}
	})
}
