package threat_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
)

// broken lists what was found as "rule path".
func broken[T any](v *T, rules []ocs.Rule[T]) []string {
	var got []string
	for _, f := range ocs.Run(nil, v, rules, &ocs.RunOptions{Stage: ocs.StageAdopted}).Findings {
		got = append(got, f.Rule+" "+string(f.Path))
	}
	return got
}

func TestRulesOfALoneThreat(t *testing.T) {
	require.NoError(t, ocs.CheckRules(threat.Rules()))
	tests := []struct {
		name   string
		threat threat.Threat
		want   []string
	}{
		{"clean", threat.Threat{ID: "t", Name: "Extortion", Kind: threat.Crime}, nil},
		{"without a name", threat.Threat{ID: "t"}, []string{"name-missing /name"}},
		{"blank name", threat.Threat{ID: "t", Name: "\t "}, []string{"name-missing /name"}},
		{"not well formed", threat.Threat{ID: "a b", Name: "Extortion", Markets: []threat.Market{"no-such-market"}},
			[]string{"malformed-id /id", "unknown-term /markets/0"}},
		{"transnational without a ground, with a score and no more", threat.Threat{ID: "t", Name: "Extortion", Scope: threat.Transnational,
			Assessments: []threat.Assessment{{Method: "socta", Date: ocs.MustDate("2025"), Score: ocs.Num(4)}}},
			[]string{"transnational-limb /limbs", "assessment-scale /assessments/0/scale", "confidence-missing /assessments/0/confidence"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, broken(&tt.threat, threat.Rules())); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestRulesOfALoneGroup(t *testing.T) {
	require.NoError(t, ocs.CheckRules(threat.GroupRules()))
	markets := []threat.Market{threat.Extortion}
	elements := threat.Elements{Members: threat.Met, Structured: threat.Met, Duration: threat.Met, Concert: threat.Met, Aim: threat.Met, Benefit: threat.Met}
	tests := []struct {
		name  string
		group threat.Group
		want  []string
	}{
		{"clean", threat.Group{ID: "g", Name: "Network that extorts traders", Markets: markets, Elements: elements}, nil},
		{"without a name, with an unknown tie", threat.Group{ID: "g", Markets: markets, Elements: elements, Ties: []threat.Tie{{Kind: "likes", Group: "h"}}},
			[]string{"name-missing /name", "unknown-term /ties/0/kind"}},
		{"tied to nothing, and no group by one element", threat.Group{ID: "g", Name: "A", Elements: threat.Elements{Members: threat.NotMet, Structured: threat.Met,
			Duration: threat.Met, Concert: threat.Met, Aim: threat.Met, Benefit: threat.Met}},
			[]string{"group-not-organised /elements/members", "group-idle /threats"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, broken(&tt.group, threat.GroupRules())); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
