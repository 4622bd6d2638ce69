package actor_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
)

func TestRulesOfALoneActor(t *testing.T) {
	require.NoError(t, ocs.CheckRules(actor.Rules()))
	tests := []struct {
		name  string
		actor actor.Actor
		want  []string
	}{
		{"clean", actor.Actor{ID: "a", Name: "Federal police", Kind: actor.LawEnforcement, Active: ocs.MustPeriod("2002/")}, nil},
		{"without a name", actor.Actor{ID: "a", Kind: actor.LawEnforcement}, []string{"name-missing /name"}},
		{"periods reversed", actor.Actor{ID: "a", Name: "Federal police", Kind: actor.LawEnforcement, Active: ocs.MustPeriod("2026/2025"),
			Mandates: []actor.Mandate{{Period: ocs.MustPeriod("2025/2026")}, {Period: ocs.MustPeriod("2025-06/2025-05")}}},
			[]string{"period-reversed /active", "period-reversed /mandates/1/period"}},
		{"without a kind", actor.Actor{ID: "a", Name: "Federal police"}, []string{"actor-kind-missing /kind"}},
		{"coercive power without law", actor.Actor{ID: "a", Name: "Federal police", Kind: actor.LawEnforcement,
			Mandates: []actor.Mandate{{Powers: []actor.Power{actor.Training}}, {Powers: []actor.Power{actor.Arrest}}}},
			[]string{"power-without-basis /mandates/1/basis"}},
		{"mandate from before the actor", actor.Actor{ID: "a", Name: "Federal police", Kind: actor.LawEnforcement, Active: ocs.MustPeriod("2002/"),
			Mandates: []actor.Mandate{{Period: ocs.MustPeriod("2001/")}, {Period: ocs.MustPeriod("2003/2001")}}},
			[]string{"mandate-outside-actor /mandates/0/period", "period-reversed /mandates/1/period"}},
		{"in order as far as is known", actor.Actor{ID: "a", Name: "Federal police", Kind: actor.LawEnforcement, Active: ocs.MustPeriod("2026-06/2026")}, nil},
		{"not well formed", actor.Actor{ID: "a", Name: "Federal police", Kind: actor.LawEnforcement, Country: "PAK"}, []string{"unknown-country /country"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, f := range ocs.Run(nil, &tt.actor, actor.Rules(), &ocs.RunOptions{Stage: ocs.StageAdopted}).Findings {
				got = append(got, f.Rule+" "+string(f.Path))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
