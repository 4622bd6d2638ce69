package pillar_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
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

// complete is an indicator in which no rule finds fault.
func complete() pillar.Indicator {
	return pillar.Indicator{
		ID: "i", Name: "Convictions", Kind: pillar.Outcome, Unit: "convictions", Direction: pillar.Increase,
		Source: "Court register", Frequency: ocs.CadenceAnnually,
		Baseline: pillar.Baseline{Value: ocs.Num(1), Date: ocs.MustDate("2025")},
		Targets:  []pillar.Target{{By: ocs.MustDate("2026"), Value: ocs.Num(2)}},
	}
}

// with changes a complete indicator.
func with(change func(*pillar.Indicator)) pillar.Indicator {
	i := complete()
	change(&i)
	return i
}

func TestRulesOfALoneObjective(t *testing.T) {
	require.NoError(t, ocs.CheckRules(pillar.Rules()))
	indicators, threats := []pillar.Indicator{complete()}, []threat.ID{"extortion"}
	tests := []struct {
		name      string
		objective pillar.Objective
		want      []string
	}{
		{"clean", pillar.Objective{ID: "o", Title: "Disrupt extortion", Threats: threats, Pillar: pillar.Pursue, Indicators: indicators}, nil},
		{"horizontal", pillar.Objective{ID: "o", Title: "Disrupt extortion", Threats: threats, Horizontal: true, Indicators: indicators}, nil},
		{"empty", pillar.Objective{ID: "o"}, []string{"objective-pillar /pillar", "title-missing /title", "objective-without-threat /threats", "indicator-missing /indicators"}},
		{"pillar and horizontal", pillar.Objective{ID: "o", Title: "Disrupt extortion", Threats: threats, Pillar: pillar.Pursue, Horizontal: true, Indicators: indicators},
			[]string{"objective-pillar /horizontal"}},
		{"indicators are checked with their objective", pillar.Objective{ID: "o", Title: "Disrupt extortion", Threats: threats, Pillar: pillar.Pursue,
			Indicators: []pillar.Indicator{complete(), with(func(i *pillar.Indicator) { i.ID, i.Name, i.Kind, i.Source = "j", "", "guess", "" })}},
			[]string{"name-missing /indicators/1/name", "unknown-term /indicators/1/kind", "indicator-incomplete /indicators/1/source"}},
		{"pillar named twice", pillar.Objective{ID: "o", Title: "Disrupt extortion", Threats: threats, Pillar: pillar.Pursue,
			Also: []pillar.ID{pillar.Prevent, pillar.Pursue}, Indicators: indicators}, []string{"pillar-repeated /also/1"}},
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
		{"clean", complete(), nil},
		{"target before the baseline", with(func(i *pillar.Indicator) {
			i.Baseline.Date, i.Targets[0].By = on("2025-06"), on("2025-05")
			i.Targets = append(i.Targets, pillar.Target{By: on("2025"), Value: ocs.Num(3)})
		}), []string{"target-before-baseline /targets/0/by"}},
		{"no baseline yet", with(func(i *pillar.Indicator) { i.Baseline = pillar.Baseline{Pending: "no survey", By: on("2027")} }), nil},
		{"wrong way", with(func(i *pillar.Indicator) { i.Direction = pillar.Decrease }), []string{"target-direction /targets/0/value"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, broken(&tt.indicator, pillar.IndicatorRules())); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
