package pillar_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/stretchr/testify/require"
)

func TestArticlesAreKnownAndServeOnePillar(t *testing.T) {
	served := map[ocs.Article]pillar.ID{}
	for _, p := range unodc {
		for _, a := range pillar.Articles(p) {
			if !a.Known() {
				t.Errorf("%q: article %q is unknown", p, a)
			}
			if other, ok := served[a]; ok {
				t.Errorf("article %q serves both %q and %q", a, other, p)
			}
			served[a] = p
			if got := pillar.OfArticle(a); got != p {
				t.Errorf("article %q serves %q, want %q", a, got, p)
			}
		}
	}
	for n := 5; n <= 31; n++ {
		if a := ocs.Article(fmt.Sprintf("untoc/%d", n)); served[a] == "" {
			t.Errorf("article %q serves no pillar", a)
		}
	}
	if got := pillar.Articles("uk-pursue"); got != nil {
		t.Errorf("articles of another framework's pillar: %v", got)
	}
}

func TestOfArticle(t *testing.T) {
	for _, tt := range []struct {
		article ocs.Article
		want    pillar.ID
	}{
		{"untoc/31", pillar.Prevent},
		{"untoc/12", pillar.Pursue},
		{"untoc/13", pillar.Promote},
		{"untoc/25", pillar.Protect},
		{"untoc/12.6", pillar.Pursue},
		{"tip/6.3.a", pillar.Protect},
		{"som/16", pillar.Protect},
		{"untoc/2.b", ""},
		{"untoc/36", ""},
		{"untoc/99", ""},
		{"uncac/31", ""},
		{"", ""},
	} {
		t.Run(string(tt.article), func(t *testing.T) {
			if got := pillar.OfArticle(tt.article); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestSuggestionsAreSound(t *testing.T) {
	suggestions := pillar.Suggestions()
	perPillar := map[pillar.ID]int{}
	seen := map[ocs.ID]bool{}
	for _, s := range suggestions {
		t.Run(string(s.ID), func(t *testing.T) {
			perPillar[s.Pillar]++
			if seen[s.ID] || !s.ID.WellFormed() || s.Title == "" || s.Why == "" {
				t.Error("ID twice or ill-formed, no title or no reason")
			}
			seen[s.ID] = true
			if len(s.Articles) == 0 || pillar.OfArticle(s.Articles[0]) == "" {
				t.Errorf("no article that serves a pillar: %v", s.Articles)
			}
			var own bool
			for _, a := range s.Articles {
				own = own || pillar.OfArticle(a) == s.Pillar
				if !a.Known() {
					t.Errorf("article %q is unknown", a)
				}
			}
			if !own {
				t.Errorf("no article serves the pillar %q", s.Pillar)
			}
			if len(s.Indicators) == 0 {
				t.Error("no indicator")
			}
			ids := map[pillar.IndicatorID]bool{}
			for _, in := range s.Indicators {
				if ids[in.ID] {
					t.Errorf("indicator ID %q stands twice", in.ID)
				}
				ids[in.ID] = true
				checkSuggestedIndicator(t, in)
			}
		})
	}
	for _, p := range unodc {
		if n := perPillar[p]; n < 4 {
			t.Errorf("pillar %q has %d suggestions", p, n)
		}
	}
	if !slices.IsSortedFunc(suggestions, func(a, b pillar.Suggestion) int {
		return slices.Index(unodc, a.Pillar) - slices.Index(unodc, b.Pillar)
	}) {
		t.Error("suggestions are not in the order of the pillars")
	}
}

func checkSuggestedIndicator(t *testing.T, in pillar.Indicator) {
	t.Helper()
	if !ocs.ID(in.ID).WellFormed() || in.Name == "" || !in.Kind.Known() {
		t.Errorf("indicator %q: ID ill-formed, no name or unknown kind", in.ID)
	}
	if in.Value == "" && (in.Unit == "" || !in.Direction.Known()) || in.Value != "" && !in.Value.Known() {
		t.Errorf("indicator %q: unknown sort of value, or a number without unit or direction", in.ID)
	}
	if in.People != (in.Unit == "persons") || in.People != (len(in.DisaggregatedBy) > 0) {
		t.Errorf("indicator %q: counts persons %t, unit %q, broken down by %v", in.ID, in.People, in.Unit, in.DisaggregatedBy)
	}
	if (in.Baseline != pillar.Baseline{}) || in.Targets != nil {
		t.Errorf("indicator %q has a baseline or targets, which are the State's to set", in.ID)
	}
}

func TestSuggestionObjective(t *testing.T) {
	s := pillar.Suggestion{
		ID: "s", Pillar: pillar.Protect, Title: "Title.", Why: "Reason.",
		Articles: []ocs.Article{"untoc/25"},
		Indicators: []pillar.Indicator{
			{ID: "a", Name: "A", DisaggregatedBy: []pillar.Disaggregation{pillar.BySex}},
			{ID: "b", Name: "B"},
		},
	}
	got := s.Objective("o1")
	want := pillar.Objective{
		ID: "o1", Pillar: pillar.Protect, Title: "Title.",
		Articles: []ocs.Article{"untoc/25"},
		Indicators: []pillar.Indicator{
			{ID: "o1.a", Name: "A", DisaggregatedBy: []pillar.Disaggregation{pillar.BySex}},
			{ID: "o1.b", Name: "B"},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("objective (-want +got):\n%s", diff)
	}
	got.Articles[0], got.Indicators[0].DisaggregatedBy[0] = "x", "x"
	if s.Articles[0] != "untoc/25" || s.Indicators[0].ID != "a" || s.Indicators[0].DisaggregatedBy[0] != pillar.BySex {
		t.Errorf("the suggestion changed: %+v", s)
	}
}

func TestSDGTargets(t *testing.T) {
	seen := map[string]bool{}
	for _, target := range pillar.SDGTargets() {
		if seen[target.Code] || !pillar.SDGTargetExists(target.Code) {
			t.Errorf("target %q stands twice or does not exist", target.Code)
		}
		seen[target.Code] = true
		if target.Topic == "" || !target.Grade.Known() || target.Grade.Verified() {
			t.Errorf("target %q: topic %q, grade %q", target.Code, target.Topic, target.Grade)
		}
		if got, ok := pillar.SDG(target.Code); !ok || got != target {
			t.Errorf("target %q: lookup gives %+v", target.Code, got)
		}
	}
	for _, code := range []string{"5.2", "8.7", "15.7", "16.1", "16.2", "16.3", "16.4", "16.5", "16.a"} {
		if !seen[code] {
			t.Errorf("target %q is missing", code)
		}
	}
	_, ok := pillar.SDG("4.7")
	require.False(t, ok)
	pillar.SDGTargets()[0].Code = "x"
	if _, ok := pillar.SDG("3.5"); !ok {
		t.Error("the targets changed")
	}
}

func TestSDGTargetExists(t *testing.T) {
	total := 0
	for goal := range 30 {
		for _, part := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15",
			"16", "17", "18", "19", "20", "21", "a", "b", "c", "d", "e"} {
			if pillar.SDGTargetExists(fmt.Sprintf("%d.%s", goal, part)) {
				total++
			}
		}
	}
	if total != 169 {
		t.Errorf("%d targets, the Agenda has 169", total)
	}
	for code, want := range map[string]bool{
		"16.10": true, "17.19": true, "3.d": true, "16.b": true,
		"16.11": false, "16.c": false, "18.1": false, "0.1": false, "16.0": false, "16": false, "16.": false, "": false,
		".4": false, "16.04": false, "016.4": false, "16.4.1": false, "16.A": false, "16.é": false, "+16.4": false,
		"16.-1": false, "16.4 ": false, "16.\xff": false, "SDG 16.4": false, "99999999999999999999.1": false,
	} {
		if got := pillar.SDGTargetExists(code); got != want {
			t.Errorf("%q: got %t, want %t", code, got, want)
		}
	}
}
