package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
)

func TestDate(t *testing.T) {
	tests := []struct{ date, en, fr, ur string }{
		{"2027-06-30", "30 June 2027", "30 juin 2027", "30 جون 2027"},
		{"2027-01-01", "1 January 2027", "1er janvier 2027", "1 جنوری 2027"},
		{"2027-12", "December 2027", "décembre 2027", "دسمبر 2027"},
		{"2027-Q2", "Q2 2027", "T2 2027", "سہ ماہی 2 2027"},
		{"2027", "2027", "2027", "2027"},
		{"0001-02-03", "3 February 1", "3 février 1", "3 فروری 1"},
	}
	for _, test := range tests {
		t.Run(test.date, func(t *testing.T) {
			d := ocs.MustDate(test.date)
			got := []string{(*Options)(nil).date(d), (&Options{Language: "fr"}).date(d), (&Options{Language: "ur"}).date(d)}
			if diff := cmp.Diff([]string{test.en, test.fr, test.ur}, got); diff != "" {
				t.Errorf("date (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPeriod(t *testing.T) {
	tests := []struct{ period, want string }{
		{"2026-07-01/2031-06-30", "1 July 2026 – 30 June 2031"},
		{"2026", "2026"},
		{"/2025-04", "– April 2025"},
		{"2025-04/", "April 2025 –"},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, (*Options)(nil).period(ocs.MustPeriod(test.period))); diff != "" {
			t.Errorf("period (-want +got):\n%s", diff)
		}
	}
}

func TestNumber(t *testing.T) {
	tests := []struct{ number, en, fr string }{
		{"0", "0", "0"},
		{"-1234.50", "−1,234.50", "−1\u202f234,50"},
		{"123", "123", "123"},
		{"123456789", "123,456,789", "123\u202f456\u202f789"},
	}
	for _, test := range tests {
		d := ocs.MustDecimal(test.number)
		got := []string{(*Options)(nil).number(d), (&Options{Language: "fr"}).number(d)}
		if diff := cmp.Diff([]string{test.en, test.fr}, got); diff != "" {
			t.Errorf("number (-want +got):\n%s", diff)
		}
	}
}

func TestRounded(t *testing.T) {
	tests := []struct{ amount, exact, rounded string }{
		{"999999", "PKR\u00a0999,999", "PKR\u00a0999,999"},
		{"2940000.00", "PKR\u00a02,940,000", "PKR\u00a02.94\u00a0million"},
		{"7780000000", "PKR\u00a07,780,000,000", "PKR\u00a07.78\u00a0billion"},
		{"12345678", "PKR\u00a012,345,678", "PKR\u00a012.3\u00a0million"},
		{"999500000", "PKR\u00a0999,500,000", "PKR\u00a01\u00a0billion"},
		{"999499999", "PKR\u00a0999,499,999", "PKR\u00a0999\u00a0million"},
		{"9223372036854775807", "PKR\u00a09,223,372,036,854,775,807", "PKR\u00a09,223,372\u00a0trillion"},
		{"-5000000", "PKR\u00a0−5,000,000", "PKR\u00a0−5,000,000"},
		{"1500000.25", "PKR\u00a01,500,000.25", "PKR\u00a01.5\u00a0million"},
	}
	for _, test := range tests {
		t.Run(test.amount, func(t *testing.T) {
			d := ocs.MustDecimal(test.amount)
			got := []string{(*Options)(nil).sum(d, "PKR"), (*Options)(nil).rounded(d, "PKR")}
			if diff := cmp.Diff([]string{test.exact, test.rounded}, got); diff != "" {
				t.Errorf("sum (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDeadline(t *testing.T) {
	tests := []struct{ deadline, day, want string }{
		{"2027-Q2", "", "Q2 2027"},
		{"continuous", "", "continuous"},
		{"quarterly", "", "every quarter"},
		{"adoption+90d", "2027-03-01", "1 March 2027"},
		{"adoption+90d", "", "adoption+90d"},
	}
	for _, test := range tests {
		var day ocs.Date
		if test.day != "" {
			day = ocs.MustDate(test.day)
		}
		if diff := cmp.Diff(test.want, (*Options)(nil).deadline(ocs.MustDeadline(test.deadline), day)); diff != "" {
			t.Errorf("deadline (-want +got):\n%s", diff)
		}
	}
}
