package pillar_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
)

// broken lists what was found as "rule path".
func broken[T any](v *T, rules []ocs.Rule[T]) []string {
	var got []string
	for _, f := range ocs.Run(nil, v, rules, &ocs.RunOptions{Stage: ocs.StageAdopted}).Findings {
		got = append(got, f.Rule+" "+string(f.Path))
	}
	return got
}

func TestRulesOfALoneObjective(t *testing.T) {
	require.NoError(t, ocs.CheckRules(pillar.Rules()))
	indicators := []pillar.Indicator{{ID: "i", Name: "Convictions"}}
	tests := []struct {
		name      string
		objective pillar.Objective
		want      []string
	}{
		{"clean", pillar.Objective{ID: "o", Title: "Disrupt extortion", Pillar: pillar.Pursue, Indicators: indicators}, nil},
		{"horizontal", pillar.Objective{ID: "o", Title: "Disrupt extortion", Horizontal: true, Indicators: indicators}, nil},
		{"empty", pillar.Objective{ID: "o"}, []string{"objective-pillar /pillar", "title-missing /title", "indicator-missing /indicators"}},
		{"pillar and horizontal", pillar.Objective{ID: "o", Title: "Disrupt extortion", Pillar: pillar.Pursue, Horizontal: true, Indicators: indicators},
			[]string{"objective-pillar /horizontal"}},
		{"indicators are checked with their objective", pillar.Objective{ID: "o", Title: "Disrupt extortion", Pillar: pillar.Pursue,
			Indicators: []pillar.Indicator{{ID: "i", Name: "Convictions"}, {ID: "j", Kind: "guess"}}},
			[]string{"name-missing /indicators/1/name", "unknown-term /indicators/1/kind"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, broken(&tt.objective, pillar.Rules())); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestRulesOfALoneIndicator(t *testing.T) {
	require.NoError(t, ocs.CheckRules(pillar.IndicatorRules()))
	on := ocs.MustDate
	tests := []struct {
		name      string
		indicator pillar.Indicator
		want      []string
	}{
		{"clean", pillar.Indicator{ID: "i", Name: "Convictions", Baseline: pillar.Baseline{Value: ocs.Num(1), Date: on("2025")},
			Targets: []pillar.Target{{By: on("2026"), Value: ocs.Num(2)}}}, nil},
		{"target before the baseline", pillar.Indicator{ID: "i", Name: "Convictions", Baseline: pillar.Baseline{Value: ocs.Num(1), Date: on("2025-06")},
			Targets: []pillar.Target{{By: on("2025-05")}, {By: on("2025")}}}, []string{"target-before-baseline /targets/0/by"}},
		{"no baseline yet", pillar.Indicator{ID: "i", Name: "Convictions", Baseline: pillar.Baseline{Pending: "no survey", By: on("2027")},
			Targets: []pillar.Target{{By: on("2026")}}}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, broken(&tt.indicator, pillar.IndicatorRules())); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
