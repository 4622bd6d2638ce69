package threat_test

import (
	"testing"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
)

func TestGroupEffectiveMarking(t *testing.T) {
	for _, tt := range []struct {
		name          string
		marking, want ocs.Marking
	}{
		{"none means amber", "", ocs.MarkingAmber},
		{"clear stays clear", ocs.MarkingClear, ocs.MarkingClear},
		{"red stays red", ocs.MarkingRed, ocs.MarkingRed},
	} {
		t.Run(tt.name, func(t *testing.T) {
			g := threat.Group{Marking: tt.marking}
			if got := g.EffectiveMarking(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestVictimPersons(t *testing.T) {
	goods := map[threat.Victim]bool{"": true, threat.Businesses: true, threat.PublicInstitutions: true, threat.Environment: true}
	victims := []threat.Victim{""}
	for _, v := range threat.Victim("").Terms() {
		victims = append(victims, threat.Victim(v))
	}
	for _, v := range victims {
		if got, want := v.Persons(), !goods[v]; got != want {
			t.Errorf("%q: persons %t, want %t", v, got, want)
		}
	}
}
