package strategy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// TestOverdueWithoutReports: where nothing is reported at all, everything that
// is past due is.
func TestOverdueWithoutReports(t *testing.T) {
	s := &strategy.Strategy{ID: "s", Stage: ocs.StageImplementation, Plans: []strategy.Plan{{ID: "p", Commitments: []strategy.Commitment{
		{ID: "a", Deadline: ocs.MustDeadline("2026")},
		{ID: "b", Deadline: ocs.MustDeadline("2028"), Milestones: []strategy.Milestone{{ID: "m", Due: ocs.MustDeadline("2026")}}},
		{ID: "c", Deadline: ocs.MustDeadline("continuous"), Review: ocs.MustDate("2026")},
	}}}}
	want := []place{
		{"commitment-overdue", "/plans/0/commitments/0/deadline"},
		{"milestone-overdue", "/plans/0/commitments/1/milestones/0/due"},
		{"review-overdue", "/plans/0/commitments/2/review"},
	}
	got := strategy.Validate(s, &strategy.Options{AsOf: ocs.MustDate("2027-01-01")}).Findings
	if diff := cmp.Diff(want, places(got, "commitment-overdue", "milestone-overdue", "review-overdue")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestDutiesEndWithTheStrategy: nobody owes a report on what was superseded.
func TestDutiesEndWithTheStrategy(t *testing.T) {
	for stage, want := range map[ocs.Stage]int{ocs.StageImplementation: 1, ocs.StageReview: 1, ocs.StageSuperseded: 0} {
		s := &strategy.Strategy{ID: "s", Stage: stage, Reporting: []strategy.ReportingDuty{
			{ID: "d", By: "ministry", Cadence: ocs.CadenceAnnually, Due: ocs.MustDate("2025")}}}
		got := strategy.Validate(s, &strategy.Options{AsOf: ocs.MustDate("2027-01-01")}).Findings
		if n := len(places(got, "report-overdue")); n != want {
			t.Errorf("%s: %d findings, want %d", stage, n, want)
		}
	}
}

// TestLongReadings: parts and values of any size are compared without a word
// where their sum can't be stated.
func TestLongReadings(t *testing.T) {
	huge := ocs.MustDecimal("9223372036854775807")
	tests := []struct {
		name  string
		value ocs.Decimal
		parts []ocs.Decimal
		want  int
	}{
		{"the sum is too long", huge, []ocs.Decimal{huge, huge}, 0},
		{"the difference is too long to be weighed", huge, []ocs.Decimal{ocs.Num(1), ocs.Num(1)}, 1},
		{"the difference is too long", ocs.MustDecimal("-9223372036854775807"), []ocs.Decimal{huge}, 1},
		{"equal", huge, []ocs.Decimal{huge, ocs.Num(0)}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			reading := strategy.Reading{Indicator: "i", Date: ocs.MustDate("2026"), Value: tt.value}
			for _, v := range tt.parts {
				reading.Parts = append(reading.Parts, strategy.Part{By: "sex", Value: v})
			}
			s := counting()
			s.Reports = []strategy.Report{{ID: "r", Readings: []strategy.Reading{reading}}}
			if got := len(places(strategy.Validate(s, nil).Findings, "reading-parts")); got != tt.want {
				t.Errorf("%d findings, want %d", got, tt.want)
			}
		})
	}
}

// counting returns a strategy with an indicator that counts persons.
func counting() *strategy.Strategy {
	return &strategy.Strategy{ID: "s", Stage: ocs.StageImplementation, Objectives: []pillar.Objective{{
		ID: "o", Indicators: []pillar.Indicator{{ID: "i", People: true}}}}}
}
