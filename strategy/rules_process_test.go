package strategy_test

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/strategy"
)

// govern adds what rules ask of the making and following of a strategy: who
// was heard, who evaluates and reports, which treaties and goals it serves.
func govern(s *strategy.Strategy) {
	heard := []actor.ID{"civil-society", "academia", "private-sector"}
	for i := range s.Actors {
		heard = append(heard, s.Actors[i].ID)
	}
	verified := ocs.Cite{Source: s.Sources[0].ID, Grade: ocs.GradeVerified}
	for _, k := range []actor.Kind{actor.CivilSociety, actor.Academia, actor.PrivateSector} {
		s.Actors = append(s.Actors, actor.Actor{ID: actor.ID(k), Name: "Umbrella body: " + string(k), Kind: k})
	}
	s.Consultations = []strategy.Consultation{{
		ID: "consultation", Title: "Consultation", Held: ocs.MustPeriod("2025-10"), Status: strategy.Held,
		Participants: heard, Outcomes: []string{"A call for one lead"},
	}}
	s.Evaluations = []strategy.Evaluation{
		{ID: "rights", Kind: strategy.HumanRightsImpact, By: "academia", Due: ocs.MustDeadline("2027")},
		{ID: "gender", Kind: strategy.GenderAnalysis, By: "academia", Due: ocs.MustDeadline("2027")},
		{ID: "middle", Kind: strategy.MidTerm, Independent: true, By: "academia", Due: ocs.MustDeadline("2028")},
		{ID: "end", Kind: strategy.FinalEvaluation, Independent: true, By: "academia", Due: ocs.MustDeadline("2031")},
	}
	s.Reporting = []strategy.ReportingDuty{{ID: "duty", By: s.Actors[0].ID, Cadence: ocs.CadenceAnnually, Due: ocs.MustDate("2027")}}
	s.Treaties = []strategy.TreatyStatus{{Treaty: ocs.UNTOC, Status: strategy.Ratified, Cite: verified}}
	s.Goals = []strategy.Goal{{ID: "sdg-16", Scheme: strategy.SDG, Code: "16"}}
}

// TestNothingRecorded: what is not there at all is reported at the list that
// should hold it, once it can be expected.
func TestNothingRecorded(t *testing.T) {
	watched := []string{"stakeholder-missing", "stakeholder-unheard", "sdg-unlinked", "human-rights-impact-missing",
		"gender-analysis-missing", "evaluation-missing", "reporting-missing"}
	tests := []struct {
		name  string
		stage ocs.Stage
		s     strategy.Strategy
		want  []place
	}{
		{"an empty draft", ocs.StageDraft, strategy.Strategy{}, []place{
			{"gender-analysis-missing", "/evaluations"}, {"human-rights-impact-missing", "/evaluations"}}},
		{"a draft with actors", ocs.StageDraft, strategy.Strategy{Actors: []actor.Actor{{ID: "a"}}}, []place{
			{"stakeholder-missing", "/actors"}, {"gender-analysis-missing", "/evaluations"}, {"human-rights-impact-missing", "/evaluations"}}},
		{"adopted", ocs.StageAdopted, strategy.Strategy{}, []place{
			{"sdg-unlinked", "/goals"}, {"stakeholder-unheard", "/consultations"},
			{"evaluation-missing", "/evaluations"}, {"gender-analysis-missing", "/evaluations"}, {"human-rights-impact-missing", "/evaluations"},
			{"reporting-missing", "/reporting"}}},
		{"superseded", ocs.StageSuperseded, strategy.Strategy{Actors: []actor.Actor{{ID: "a"}}}, []place{{"sdg-unlinked", "/goals"}}},
		{"under review without a mid-term evaluation", ocs.StageReview, strategy.Strategy{
			Evaluations: []strategy.Evaluation{{Kind: strategy.FinalEvaluation}}}, []place{
			{"sdg-unlinked", "/goals"}, {"stakeholder-unheard", "/consultations"},
			{"gender-analysis-missing", "/evaluations"}, {"human-rights-impact-missing", "/evaluations"}, {"reporting-missing", "/reporting"}}},
		{"under review without a final one", ocs.StageReview, strategy.Strategy{
			Evaluations: []strategy.Evaluation{{Kind: strategy.HumanRightsImpact}, {Kind: strategy.GenderAnalysis}},
			Reporting:   []strategy.ReportingDuty{{}}}, []place{
			{"sdg-unlinked", "/goals"}, {"stakeholder-unheard", "/consultations"},
			{"evaluation-missing", "/evaluations"},
			{"reporting-missing", "/reporting/0/by"}, {"reporting-missing", "/reporting/0/cadence"}, {"reporting-missing", "/reporting/0/due"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.s.ID = "s"
			got := places(strategy.Validate(&tt.s, &strategy.Options{Stage: tt.stage}).Findings, watched...)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// TestPlannedConsultationsCountUntilTheAdoption: whom it is planned to hear
// need not be heard yet while the strategy is before consultation.
func TestPlannedConsultationsCountUntilTheAdoption(t *testing.T) {
	s := &strategy.Strategy{ID: "s", Stage: ocs.StageConsultation,
		Actors: []actor.Actor{{ID: "a", Kind: actor.Academia}},
		Consultations: []strategy.Consultation{
			{ID: "k", Status: strategy.PlannedConsultation, Participants: []actor.ID{"a"}},
			{ID: "l", Status: strategy.CancelledConsultation},
		}}
	tests := []struct {
		stage ocs.Stage
		want  []place
	}{
		{ocs.StageConsultation, nil},
		{ocs.StageAdopted, []place{{"stakeholder-unheard", "/consultations"}}},
	}
	for _, tt := range tests {
		got := places(strategy.Validate(s, &strategy.Options{Stage: tt.stage}).Findings, "stakeholder-unheard")
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: -want +got:\n%s", tt.stage, diff)
		}
	}
}

// TestEveryKindCanBeRedacted redacts a field of each element of the sample that
// exists and one that doesn't.
func TestEveryKindCanBeRedacted(t *testing.T) {
	s := sample()
	var ids []ocs.ID
	visit(reflect.ValueOf(s).Elem(), "", func(v reflect.Value, path ocs.Pointer) {
		if path.Last() == "id" && v.String() != "" {
			ids = append(ids, ocs.ID(v.String()))
		}
	})
	s.Redactions = nil
	var want []place
	for i, id := range ids {
		s.Redactions = append(s.Redactions, strategy.Redaction{Element: id, Fields: []string{"id", "no-such-field"}, Ground: "security"})
		want = append(want, place{"redaction-unknown-field", ocs.Pointer("/redactions").Index(i).Append("fields").Index(1)})
	}
	// The framework's own identifier names no element that can be redacted.
	want = slices.DeleteFunc(want, func(p place) bool {
		n, _ := strconv.Atoi(strings.Split(string(p.Path), "/")[2])
		return ids[n] == ocs.ID(s.Framework.ID)
	})
	if diff := cmp.Diff(want, places(strategy.Validate(s, nil).Findings, "redaction-unknown-field")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if len(want) < 20 {
		t.Errorf("only %d kinds of element met: the sample is incomplete", len(want))
	}
}
