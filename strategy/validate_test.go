package strategy_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// place is what tests compare of a finding.
type place struct {
	Rule string
	Path ocs.Pointer
}

func places(fs ocs.Findings, rules ...string) []place {
	var out []place
	for _, f := range fs {
		if len(rules) == 0 || slices.Contains(rules, f.Rule) {
			out = append(out, place{f.Rule, f.Path})
		}
	}
	return out
}

func TestValidateOptions(t *testing.T) {
	s := func() *strategy.Strategy {
		return &strategy.Strategy{
			ID: "s", Title: "S", Stage: ocs.StageDraft,
			Actors: []actor.Actor{{ID: "police", Name: "Police", Parent: "ministry"}},
			Plans:  []strategy.Plan{{ID: "p", Title: "P", Commitments: []strategy.Commitment{{ID: "c", Title: "C"}}}},
		}
	}
	acronym := ocs.Rule[strategy.Index]{
		Code: "acronym-missing", Title: "every actor has an acronym", Doc: "Ours.", Basis: "our style", Levels: "WWWWW",
		Check: func(p *ocs.Pass, ix *strategy.Index) {
			for a := range ix.Actors() {
				if a.Acronym == "" {
					p.On(a).Report(&a.Acronym, "actor has no acronym").Help("give one")
				}
			}
		},
	}
	watched := []string{"lead-missing", "deadline-missing", "unresolved-reference", "acronym-missing"}
	const lead, deadline = "/plans/0/commitments/0/lead", "/plans/0/commitments/0/deadline"
	tests := []struct {
		name     string
		options  *strategy.Options
		want     []place
		severity ocs.Severity // of lead-missing
	}{
		{"own stage", nil, []place{{"unresolved-reference", "/actors/0/parent"}, {"lead-missing", lead}}, ocs.Info},
		{"another stage", &strategy.Options{Stage: ocs.StageAdopted},
			[]place{{"unresolved-reference", "/actors/0/parent"}, {"lead-missing", lead}, {"deadline-missing", deadline}}, ocs.Error},
		{"off, but not a fixed rule", &strategy.Options{Off: []string{"lead-missing", "unresolved-reference"}},
			[]place{{"unresolved-reference", "/actors/0/parent"}}, ocs.Off},
		{"an agency's rule", &strategy.Options{Extra: []ocs.Rule[strategy.Index]{acronym}},
			[]place{{"acronym-missing", "/actors/0/acronym"}, {"unresolved-reference", "/actors/0/parent"}, {"lead-missing", lead}}, ocs.Info},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := strategy.Validate(s(), tt.options).Findings
			if diff := cmp.Diff(tt.want, places(got, watched...)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			var severity ocs.Severity
			for _, f := range got {
				if f.Rule == "lead-missing" {
					severity = f.Severity
				}
			}
			if severity != tt.severity {
				t.Errorf("lead-missing is %v, want %v", severity, tt.severity)
			}
		})
	}
}

func TestValidateNothing(t *testing.T) {
	if diff := cmp.Diff(ocs.Result{}, strategy.Validate(nil, nil)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if got := places(strategy.Validate(&strategy.Strategy{}, nil).Findings, "missing-id"); len(got) != 1 {
		t.Errorf("the zero strategy has no identifier: %v", got)
	}
}

func TestValidateSkipsForWantOfADate(t *testing.T) {
	s := &strategy.Strategy{ID: "s"}
	if got := strategy.Validate(s, nil).Skipped; !slices.Contains(got, "waiver-expired") {
		t.Errorf("skipped without a date: %v", got)
	}
	if got := strategy.Validate(s, &strategy.Options{AsOf: ocs.MustDate("2027")}).Skipped; got != nil {
		t.Errorf("skipped with a date: %v", got)
	}
}

func TestWaivers(t *testing.T) {
	s := &strategy.Strategy{
		ID: "s", Stage: ocs.StageAdopted,
		Plans: []strategy.Plan{{ID: "p", Commitments: []strategy.Commitment{{ID: "c1"}, {ID: "c2"}, {}}}},
		Waivers: []strategy.Waiver{
			{Rule: "lead-missing", Element: "c1"},
			{Rule: "vision-missing"},
			{Rule: "lead-missing", Element: "c2", Until: ocs.MustDate("2026")},
			{Rule: "title-missing", Element: "c3"},
			{Rule: "malformed-id"},
		},
		Redactions: []strategy.Redaction{{Element: "gone"}},
	}
	got := strategy.Validate(s, &strategy.Options{AsOf: ocs.MustDate("2027-01-01")})
	watched := []string{"lead-missing", "vision-missing", "malformed-id", "unresolved-reference", "waiver-unused", "waiver-expired", "waiver-unknown-rule"}
	want := []place{
		{"lead-missing", "/plans/0/commitments/1/lead"},
		{"malformed-id", "/plans/0/commitments/2/id"},
		{"lead-missing", "/plans/0/commitments/2/lead"},
		{"waiver-expired", "/waivers/2/until"},
		{"unresolved-reference", "/waivers/3/element"},
		{"waiver-unused", "/waivers/3"},
		{"waiver-unknown-rule", "/waivers/4/rule"},
		{"unresolved-reference", "/redactions/0/element"},
	}
	if diff := cmp.Diff(want, places(got.Findings, watched...)); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]place{{"vision-missing", "/vision"}, {"lead-missing", "/plans/0/commitments/0/lead"}}, places(got.Waived, watched...)); diff != "" {
		t.Errorf("waived (-want +got):\n%s", diff)
	}
}

func TestWaiverOfARuleThatDoesNotRunIsNotUnused(t *testing.T) {
	s := &strategy.Strategy{ID: "s", Stage: ocs.StageDraft, Waivers: []strategy.Waiver{
		{Rule: "adoption-missing"}, // not run for a draft
		{Rule: "vision-missing"},   // switched off
	}}
	got := strategy.Validate(s, &strategy.Options{Off: []string{"vision-missing"}}).Findings
	if p := places(got, "waiver-unused"); p != nil {
		t.Errorf("got %v", p)
	}
}

func TestRedactedFieldsAreNotDemanded(t *testing.T) {
	s := &strategy.Strategy{
		ID: "s", Stage: ocs.StageAdopted,
		Plans: []strategy.Plan{{ID: "p", Commitments: []strategy.Commitment{{ID: "c1"}, {ID: "c2"}}}},
		Redactions: []strategy.Redaction{
			{Element: "c1", Fields: []string{"lead"}},
			{Element: "c2"},
			{Element: "s", Fields: []string{"adoption"}},
		},
	}
	want := []place{{"deadline-missing", "/plans/0/commitments/0/deadline"}}
	got := places(strategy.Validate(s, nil).Findings, "lead-missing", "deadline-missing", "adoption-missing")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// aboutElements is what of findings doesn't depend on the order of lists.
func aboutElements(fs ocs.Findings) []string {
	var out []string
	for _, f := range fs {
		out = append(out, fmt.Sprint(f.Rule, " ", f.Severity, " ", f.Element))
	}
	slices.Sort(out)
	return out
}

func TestOrderOfElementsDoesNotMatter(t *testing.T) {
	s := generated(200, true)
	want := aboutElements(strategy.Validate(s, nil).Findings)
	require.NotEmpty(t, want)
	random := rand.New(rand.NewPCG(1, 2))
	random.Shuffle(len(s.Threats), reflect.Swapper(s.Threats))
	random.Shuffle(len(s.Actors), reflect.Swapper(s.Actors))
	random.Shuffle(len(s.Objectives), reflect.Swapper(s.Objectives))
	random.Shuffle(len(s.Plans[0].Commitments), reflect.Swapper(s.Plans[0].Commitments))
	if diff := cmp.Diff(want, aboutElements(strategy.Validate(s, nil).Findings)); diff != "" {
		t.Errorf("-before +after:\n%s", diff)
	}
}

func TestValidateIsRepeatable(t *testing.T) {
	s := generated(200, true)
	if diff := cmp.Diff(strategy.Validate(s, nil), strategy.Validate(s, nil)); diff != "" {
		t.Errorf("-first +second:\n%s", diff)
	}
}

// TestLaterStagesAreStricter: what is demanded once is demanded from then on,
// except that a review looks back and asks less of what can't be changed any more.
func TestLaterStagesAreStricter(t *testing.T) {
	milderInReview := []string{"vision-missing", "objective-without-commitment", "threat-unanswered", "pillar-empty"}
	stages := []ocs.Stage{ocs.StageDraft, ocs.StageConsultation, ocs.StageAdopted, ocs.StageImplementation, ocs.StageReview}
	for _, r := range strategy.Rules() {
		for i := 1; i < len(stages); i++ {
			before, after := r.Levels.At(stages[i-1]), r.Levels.At(stages[i])
			if after < before && !(stages[i] == ocs.StageReview && slices.Contains(milderInReview, r.Code)) {
				t.Errorf("%s is %v at %s and %v at %s", r.Code, before, stages[i-1], after, stages[i])
			}
		}
	}
	s := generated(60, true)
	count := -1
	for _, stage := range stages[:4] {
		n := len(strategy.Validate(s, &strategy.Options{Stage: stage}).Findings)
		if n < count {
			t.Errorf("%d findings at %s, %d before", n, stage, count)
		}
		count = n
	}
}

// TestMoreCommitmentsNeverLeaveAnObjectiveWithout: adding work can't uncover an objective.
func TestMoreCommitmentsNeverLeaveAnObjectiveWithout(t *testing.T) {
	s := generated(60, true)
	code := "objective-without-commitment"
	before := len(places(strategy.Validate(s, nil).Findings, code))
	cs := &s.Plans[0].Commitments
	for i := range s.Objectives {
		*cs = append(*cs, strategy.Commitment{ID: strategy.CommitmentID(fmt.Sprint("more-", i)), Objectives: []pillar.ObjectiveID{s.Objectives[i].ID}})
		after := len(places(strategy.Validate(s, nil).Findings, code))
		if after > before {
			t.Fatalf("%d objectives without a commitment, %d before", after, before)
		}
		before = after
	}
	if before != 0 {
		t.Errorf("%d objectives without a commitment, each has one", before)
	}
}

// TestCycles: one finding for each tangle, at a reference that is part of a
// shortest cycle through its first element.
func TestCycles(t *testing.T) {
	tests := []struct {
		name string
		deps map[string][]string
		want []string // element → the reference reported
	}{
		{"none", map[string][]string{"a": {"b", "c"}, "b": {"c"}}, nil},
		{"itself", map[string][]string{"a": {"b"}, "b": {"c", "b"}}, []string{"b 1"}},
		{"two", map[string][]string{"b": {"a", "c"}, "c": {"b"}}, []string{"b 1"}},
		{"the first element is outside", map[string][]string{"a": {"b"}, "b": {"c"}, "c": {"d"}, "d": {"b"}}, []string{"b 0"}},
		{"two apart", map[string][]string{"a": {"b"}, "b": {"a"}, "c": {"d"}, "d": {"c"}}, []string{"a 0", "c 0"}},
		{"two that share an element", map[string][]string{"a": {"b", "c"}, "b": {"a"}, "c": {"a"}}, []string{"a 0"}},
		{"a short one in a long one", map[string][]string{"a": {"b", "d"}, "b": {"c"}, "c": {"d"}, "d": {"a"}}, []string{"a 1"}},
		{"a dangling reference", map[string][]string{"a": {"z", "b"}, "b": {"a"}}, []string{"a 1"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := &strategy.Strategy{ID: "s", Plans: []strategy.Plan{{ID: "p"}}}
			for _, id := range []string{"a", "b", "c", "d"} {
				c := strategy.Commitment{ID: strategy.CommitmentID(id)}
				for _, d := range tt.deps[id] {
					c.DependsOn = append(c.DependsOn, strategy.CommitmentID(d))
				}
				s.Plans[0].Commitments = append(s.Plans[0].Commitments, c)
			}
			var got []string
			for _, f := range strategy.Validate(s, nil).Findings {
				if f.Rule == "dependency-cycle" {
					got = append(got, f.Element.ID+" "+f.Path.Last())
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestFrameworkThatIsOnlyNamed(t *testing.T) {
	s := &strategy.Strategy{ID: "s", Framework: pillar.Framework{Name: "Ten axes"}, Objectives: []pillar.Objective{{ID: "o", Pillar: "axis-1"}}}
	got := places(strategy.Validate(s, nil).Findings, "unknown-framework")
	if diff := cmp.Diff([]place{{"unknown-framework", "/framework/pillars"}}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	s.Framework = pillar.Framework{ID: "ten-axes"}
	got = places(strategy.Validate(s, nil).Findings, "unknown-framework", "unresolved-reference", "pillar-empty")
	if diff := cmp.Diff([]place{{"unknown-framework", "/framework/id"}}, got); diff != "" {
		t.Errorf("one finding for the framework and none for each pillar that it lacks (-want +got):\n%s", diff)
	}
}

// TestPlansInForce: what a plan that no longer counts lacks is not asked for,
// and what it has covers nothing, unless the whole strategy is of the past.
func TestPlansInForce(t *testing.T) {
	tests := []struct {
		name  string
		stage ocs.Stage
		plan  strategy.Plan
		later []strategy.PlanID // what a later plan supersedes
		want  []string
	}{
		{"in force", ocs.StageAdopted, strategy.Plan{}, nil, []string{"lead-missing"}},
		{"ended", ocs.StageAdopted, strategy.Plan{Ended: strategy.Ending{How: strategy.Expired}}, nil, []string{"objective-without-commitment"}},
		{"superseded", ocs.StageAdopted, strategy.Plan{Stage: ocs.StageSuperseded}, nil, []string{"objective-without-commitment"}},
		{"replaced", ocs.StageAdopted, strategy.Plan{}, []strategy.PlanID{"p"}, []string{"objective-without-commitment"}},
		{"of a superseded strategy", ocs.StageSuperseded, strategy.Plan{Stage: ocs.StageSuperseded}, nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.plan.ID = "p"
			tt.plan.Commitments = []strategy.Commitment{{ID: "c", Objectives: []pillar.ObjectiveID{"o"}}}
			s := &strategy.Strategy{ID: "s", Stage: tt.stage, Objectives: []pillar.Objective{{ID: "o"}},
				Plans: []strategy.Plan{tt.plan, {ID: "q", Supersedes: tt.later}}}
			var got []string
			for _, p := range places(strategy.Validate(s, nil).Findings, "lead-missing", "objective-without-commitment") {
				got = append(got, p.Rule)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// TestSharedLists: Go code may use one slice in two elements. A finding is
// about the element that it was found in.
func TestSharedLists(t *testing.T) {
	partners := []strategy.Partner{{Actor: "nobody"}}
	s := &strategy.Strategy{ID: "s", Plans: []strategy.Plan{{ID: "p", Commitments: []strategy.Commitment{
		{ID: "c1", Partners: partners}, {ID: "c2", Partners: partners},
	}}}}
	want := []place{
		{"unresolved-reference", "/plans/0/commitments/0/partners/0/actor"},
		{"unresolved-reference", "/plans/0/commitments/1/partners/0/actor"},
	}
	if diff := cmp.Diff(want, places(strategy.Validate(s, nil).Findings, "unresolved-reference")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestBuiltInPillarTaken: an identifier that a pillar of a built-in framework
// has is reported where the document uses it, before or after the pillars.
func TestBuiltInPillarTaken(t *testing.T) {
	s := &strategy.Strategy{ID: "prevent", Goals: []strategy.Goal{{ID: "protect"}}, Threats: []threat.Threat{{ID: "pursue"}},
		Objectives: []pillar.Objective{{ID: "o"}}}
	want := []place{{"duplicate-id", "/id"}, {"duplicate-id", "/goals/0/id"}, {"duplicate-id", "/threats/0/id"}}
	if diff := cmp.Diff(want, places(strategy.Validate(s, nil).Findings, "duplicate-id")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestSuggestionsAreOfTheRightKind(t *testing.T) {
	s := &strategy.Strategy{ID: "s",
		Actors:  []actor.Actor{{ID: "police", Parent: "polise"}},
		Threats: []threat.Threat{{ID: "polis", EnabledBy: []threat.ID{"police"}}},
	}
	var help []string
	var related []ocs.Pointer
	for _, f := range strategy.Validate(s, nil).Findings {
		if f.Rule == "unresolved-reference" {
			help = append(help, f.Help)
			for _, r := range f.Related {
				related = append(related, r.Path)
			}
		}
	}
	require.Len(t, help, 2)
	if !strings.Contains(help[1], `"police"`) || strings.Contains(help[1], `"polis"`) {
		t.Errorf("the nearest actor is not suggested: %q", help[1])
	}
	if diff := cmp.Diff([]ocs.Pointer{"/actors/0/id"}, related); diff != "" {
		t.Errorf("related (-want +got):\n%s", diff)
	}
}
