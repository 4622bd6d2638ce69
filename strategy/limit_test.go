package strategy_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/strategy"
)

func TestValidateMaxPerRule(t *testing.T) {
	s := &strategy.Strategy{ID: "s", Stage: ocs.StageAdopted, Actors: make([]actor.Actor, 1200)}
	for i := range s.Actors {
		s.Actors[i] = actor.Actor{ID: "same", Parent: actor.ID(fmt.Sprint("nobody-", i))}
	}
	waived := *s
	for i := range 3 {
		waived.Waivers = append(waived.Waivers, strategy.Waiver{Rule: fmt.Sprint("no-such-rule-", i), Reason: "r"})
	}
	tests := []struct {
		name       string
		s          *strategy.Strategy
		max        int
		duplicates int
		omitted    map[string]int // of some rules
	}{
		{"default", s, 0, 1000, map[string]int{"duplicate-id": 199, "unresolved-reference": 200}},
		{"more", s, 1199, 1199, map[string]int{"unresolved-reference": 1}},
		{"all", s, -1, 1199, map[string]int{}},
		{"with waivers", &waived, 2, 2, map[string]int{"duplicate-id": 1197, "unresolved-reference": 1198, "waiver-unknown-rule": 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := strategy.Validate(tt.s, &strategy.Options{MaxPerRule: tt.max})
			if got := len(places(r.Findings, "duplicate-id")); got != tt.duplicates {
				t.Errorf("%d duplicates, want %d", got, tt.duplicates)
			}
			omitted := make(map[string]int)
			for _, o := range r.Omitted {
				if o.Rule == "duplicate-id" || o.Rule == "unresolved-reference" || o.Rule == "waiver-unknown-rule" {
					omitted[o.Rule] = o.Count
				}
			}
			if d := cmp.Diff(tt.omitted, omitted); d != "" {
				t.Error(d)
			}
			at := -1
			for _, o := range r.Omitted {
				i := slices.Index(codes(), o.Rule)
				if i <= at {
					t.Errorf("%s is out of order", o.Rule)
				}
				at = i
			}
		})
	}
}
