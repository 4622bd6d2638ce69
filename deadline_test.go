package ocs_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
)

type deadlineParts struct {
	Text, Date string
	Continuous bool
	Every      ocs.Cadence
	After      ocs.ID
	N          int
	Unit       ocs.Unit
}

func partsOf(d ocs.Deadline) deadlineParts {
	parts := deadlineParts{Text: d.String(), Continuous: d.Continuous()}
	if date, ok := d.Date(); ok {
		parts.Date = date.String()
	}
	if every, ok := d.Every(); ok {
		parts.Every = every
	}
	if anchor, n, unit, ok := d.After(); ok {
		parts.After, parts.N, parts.Unit = anchor, n, unit
	}
	return parts
}

func TestParseDeadline(t *testing.T) {
	for _, want := range []deadlineParts{
		{Text: "2027-06-30", Date: "2027-06-30"},
		{Text: "2027-Q2", Date: "2027-Q2"},
		{Text: "2027", Date: "2027"},
		{Text: "continuous", Continuous: true},
		{Text: "weekly", Every: ocs.CadenceWeekly},
		{Text: "monthly", Every: ocs.CadenceMonthly},
		{Text: "quarterly", Every: ocs.CadenceQuarterly},
		{Text: "semiannually", Every: ocs.CadenceSemiannually},
		{Text: "annually", Every: ocs.CadenceAnnually},
		{Text: "biennially", Every: ocs.CadenceBiennially},
		{Text: "adoption+90d", After: ocs.AnchorAdoption, N: 90, Unit: ocs.Days},
		{Text: "adoption+0d", After: ocs.AnchorAdoption, N: 0, Unit: ocs.Days},
		{Text: "m-training+6m", After: "m-training", N: 6, Unit: ocs.Months},
		{Text: "c1.m2+2w", After: "c1.m2", N: 2, Unit: ocs.Weeks},
		{Text: "continuous+1y", After: "continuous", N: 1, Unit: ocs.Years}, // a milestone of that ID
		{Text: "2027+1y", After: "2027", N: 1, Unit: ocs.Years},
		{Text: "تربیت+3m", After: "تربیت", N: 3, Unit: ocs.Months},
	} {
		t.Run(want.Text, func(t *testing.T) {
			d, err := ocs.ParseDeadline(want.Text)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, partsOf(d)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParseDeadlineRejects(t *testing.T) {
	for _, text := range []string{
		"", "soon", "Continuous", "as-needed", "yearly", "adoption", "adoption+", "adoption+90", "adoption+d", "adoption+90h",
		"adoption+090d", "adoption+-90d", "adoption++90d", "adoption-90d", "adoption + 90d", "+90d", "a b+90d",
		"adoption+999999d", "2027-13", "2027/2028",
	} {
		if d, err := ocs.ParseDeadline(text); err == nil || !d.IsZero() {
			t.Errorf("ParseDeadline(%q) = %v, %v, want an error and no deadline", text, d, err)
		}
	}
}

func TestDeadlineResolve(t *testing.T) {
	on := func(anchor ocs.ID) ocs.Date {
		switch anchor {
		case ocs.AnchorAdoption:
			return ocs.MustDate("2026-03-01")
		case "m-training":
			return ocs.MustDate("2026-Q3")
		}
		return ocs.Date{}
	}
	for _, tc := range []struct{ text, want string }{
		{"2027-Q2", "2027-Q2"},
		{"adoption+90d", "2026-05-30"},
		{"m-training+6m", "2027-Q1"},
		{"m-training+10d", "2026-10-10"},
		{"m-unknown+6m", ""},
		{"continuous", ""},
		{"quarterly", ""},
	} {
		if got := ocs.MustDeadline(tc.text).Resolve(on).String(); got != tc.want {
			t.Errorf("%s resolves to %q, want %q", tc.text, got, tc.want)
		}
	}
	if got := ocs.MustDeadline("adoption+90d").Resolve(nil); !got.IsZero() {
		t.Errorf("without anchors: %v", got)
	}
}

func FuzzDeadline(f *testing.F) {
	for _, seed := range []string{"2027-Q2", "continuous", "monthly", "adoption+90d", "m-1+6m", "a+00d", "as-needed"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ocs.ParseDeadline(text)
		if err != nil {
			return
		}
		if d.String() != text || d.IsZero() {
			t.Errorf("%q is written %q", text, d)
		}
		d.Resolve(func(ocs.ID) ocs.Date { return ocs.MustDate("2027-Q2") })
	})
}
