package pillar_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/stretchr/testify/require"
)

var unodc = []pillar.ID{pillar.Prevent, pillar.Pursue, pillar.Protect, pillar.Promote}

func ids(f pillar.Framework) []pillar.ID {
	var ids []pillar.ID
	for _, p := range f.Pillars {
		ids = append(ids, p.ID)
	}
	return ids
}

func TestBuiltInPillars(t *testing.T) {
	for _, tt := range []struct {
		id   ocs.ID
		want []pillar.ID
	}{
		{"unodc-4p", unodc},
		{"uk-4p-2018", []pillar.ID{"uk-pursue", "uk-prevent", "uk-protect", "uk-prepare"}},
		{"scotland-4d", []pillar.ID{"divert", "deter", "detect", "disrupt"}},
	} {
		t.Run(string(tt.id), func(t *testing.T) {
			f, ok := pillar.BuiltIn(tt.id)
			require.True(t, ok)
			if diff := cmp.Diff(tt.want, ids(f)); diff != "" {
				t.Errorf("pillars (-want +got):\n%s", diff)
			}
		})
	}
	if f, ok := pillar.BuiltIn("cold-4p"); ok || !f.IsZero() {
		t.Errorf("unknown framework: %+v", f)
	}
}

func TestFrameworksAreSound(t *testing.T) {
	frameworks := map[ocs.ID]bool{}
	pillars := map[pillar.ID]bool{} // no two frameworks share a pillar's ID, lest one be taken for the other
	for _, f := range pillar.Frameworks() {
		if frameworks[f.ID] || !f.ID.WellFormed() || f.Name == "" || len(f.Cites) != 0 {
			t.Errorf("framework %q: ID twice or ill-formed, no name, or cites", f.ID)
		}
		frameworks[f.ID] = true
		for _, p := range f.Pillars {
			if pillars[p.ID] || !ocs.ID(p.ID).WellFormed() || p.Name == "" || p.Aim == "" {
				t.Errorf("pillar %q: ID twice or ill-formed, no name or no aim", p.ID)
			}
			pillars[p.ID] = true
			if !p.Grade.Known() || p.Grade.Verified() {
				t.Errorf("pillar %q: grade %q, but no aim was verified", p.ID, p.Grade)
			}
			if len(p.MapsTo) == 0 {
				t.Errorf("pillar %q maps onto none", p.ID)
			}
			for _, u := range p.MapsTo {
				if !slices.Contains(unodc, u) {
					t.Errorf("pillar %q maps onto %q", p.ID, u)
				}
			}
			if f.ID == "unodc-4p" && !cmp.Equal(p.MapsTo, []pillar.ID{p.ID}) {
				t.Errorf("pillar %q maps onto %q, want itself", p.ID, p.MapsTo)
			}
			if f.ID != "unodc-4p" && p.Grade != ocs.GradeInferred {
				t.Errorf("pillar %q: grade %q, but its mapping is inferred", p.ID, p.Grade)
			}
		}
	}
}

func TestFrameworksCannotBeSpoilt(t *testing.T) {
	f := pillar.UNODC()
	f.Pillars[0].MapsTo[0], f.Pillars[1] = "x", pillar.Pillar{}
	if diff := cmp.Diff(unodc, ids(pillar.UNODC())); diff != "" {
		t.Errorf("pillars (-want +got):\n%s", diff)
	}
	if got := pillar.UNODC().Pillars[0].MapsTo[0]; got != pillar.Prevent {
		t.Errorf("maps onto %q", got)
	}
}

func TestFrameworkIsZero(t *testing.T) {
	for _, tt := range []struct {
		name string
		f    pillar.Framework
		want bool
	}{
		{"nothing", pillar.Framework{}, true},
		{"empty lists", pillar.Framework{Pillars: []pillar.Pillar{}, Cites: []ocs.Cite{}}, true},
		{"id", pillar.Framework{ID: "x"}, false},
		{"name", pillar.Framework{Name: "x"}, false},
		{"pillars", pillar.Framework{Pillars: []pillar.Pillar{{}}}, false},
		{"cites", pillar.Framework{Cites: []ocs.Cite{{}}}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.f.IsZero(); got != tt.want {
				t.Errorf("got %t, want %t", got, tt.want)
			}
		})
	}
}
