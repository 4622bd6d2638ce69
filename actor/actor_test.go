package actor_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
)

func TestKindState(t *testing.T) {
	var outside []actor.Kind
	for _, k := range actor.Kind("").Terms() {
		if !actor.Kind(k).State() {
			outside = append(outside, actor.Kind(k))
		}
	}
	want := []actor.Kind{actor.InternationalOrganisation, actor.ForeignGovernment, actor.CivilSociety, actor.Academia,
		actor.PrivateSector, actor.Media, actor.Community}
	if diff := cmp.Diff(want, outside); diff != "" {
		t.Errorf("kinds that are no organ of the State (-want +got):\n%s", diff)
	}
	for _, k := range []actor.Kind{"", "cartel"} {
		if k.State() {
			t.Errorf("unknown kind %q is called an organ of the State", k)
		}
	}
}

func TestPowers(t *testing.T) {
	var coercive, intrusive []actor.Power
	for _, p := range actor.Power("").Terms() {
		if actor.Power(p).Coercive() {
			coercive = append(coercive, actor.Power(p))
		}
		if actor.Power(p).Intrusive() {
			intrusive = append(intrusive, actor.Power(p))
		}
	}
	wantCoercive := []actor.Power{actor.Arrest, actor.Detention, actor.SearchSeizure, actor.Surveillance,
		actor.SpecialTechniques, actor.AssetFreezing, actor.Confiscation, actor.Prosecuting, actor.Adjudication,
		actor.BorderControl, actor.Extradition}
	if diff := cmp.Diff(wantCoercive, coercive); diff != "" {
		t.Errorf("coercive powers (-want +got):\n%s", diff)
	}
	wantIntrusive := []actor.Power{actor.Detention, actor.Surveillance, actor.SpecialTechniques, actor.DataSharing,
		actor.AssetFreezing}
	if diff := cmp.Diff(wantIntrusive, intrusive); diff != "" {
		t.Errorf("intrusive powers (-want +got):\n%s", diff)
	}
}

func TestBodyIsZero(t *testing.T) {
	for _, tt := range []struct {
		name string
		body actor.Body
		want bool
	}{
		{"nothing said", actor.Body{}, true},
		{"empty lists", actor.Body{Members: []actor.ID{}, Oversees: []ocs.ID{}}, true},
		{"chair", actor.Body{Chair: "ministry"}, false},
		{"secretariat", actor.Body{Secretariat: "ministry"}, false},
		{"members", actor.Body{Members: []actor.ID{"police"}}, false},
		{"cadence", actor.Body{Cadence: ocs.CadenceQuarterly}, false},
		{"reports to", actor.Body{ReportsTo: "cabinet"}, false},
		{"oversees", actor.Body{Oversees: []ocs.ID{"plan"}}, false},
		{"basis", actor.Body{Basis: ocs.Cite{Source: "order"}}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.body.IsZero(); got != tt.want {
				t.Errorf("got %t, want %t", got, tt.want)
			}
		})
	}
}
