package ocs_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
)

// Every listed term is known and listed once; absent and foreign ones aren't.
func TestVocabularies(t *testing.T) {
	checkVocabulary(t, "grade", ocs.GradeVerified)
	checkVocabulary(t, "level", ocs.LevelNational)
	checkVocabulary(t, "cadence", ocs.CadenceAnnually)
	checkVocabulary(t, "stage", ocs.StageAdopted)
	checkVocabulary(t, "marking", ocs.MarkingAmberStrict)
	checkVocabulary(t, "source kind", ocs.SourceLaw)
	checkVocabulary(t, "treaty", ocs.TIPProtocol)
	checkVocabulary(t, "article", ocs.Article("firearms/8"))
	checkVocabulary(t, "country", ocs.Country("PK"))
	checkVocabulary(t, "currency", ocs.Currency("PKR"))
}

func checkVocabulary[T interface {
	~string
	ocs.Term
}](t *testing.T, name string, member T) {
	t.Run(name, func(t *testing.T) {
		terms := member.Terms()
		if !slices.Contains(terms, string(member)) {
			t.Errorf("%q isn't listed", member)
		}
		if set := slices.Compact(slices.Sorted(slices.Values(terms))); len(set) != len(terms) {
			t.Errorf("%d terms, %d different", len(terms), len(set))
		}
		for _, term := range terms {
			if !T(term).Known() {
				t.Errorf("%q is listed, not known", term)
			}
		}
		for _, foreign := range []T{"", "?", "no-such-term", member + " ", " " + member} {
			if foreign.Known() {
				t.Errorf("%q is known", foreign)
			}
		}
		var term ocs.Term = member
		if allocs := testing.AllocsPerRun(100, func() { _ = term.Known() }); allocs != 0 {
			t.Errorf("Known allocates %v times", allocs)
		}
	})
}

func TestStageOrder(t *testing.T) {
	checkOrder(t, []ocs.Stage{"", "abandoned", ocs.StagePlanned, ocs.StageDraft, ocs.StageConsultation, ocs.StageAdopted,
		ocs.StageImplementation, ocs.StageReview, ocs.StageSuperseded}, ocs.Stage.Compare)
}

func TestMarking(t *testing.T) {
	checkOrder(t, []ocs.Marking{"", ocs.MarkingClear, ocs.MarkingGreen, ocs.MarkingAmber, ocs.MarkingAmberStrict, ocs.MarkingRed,
		"TLP:WHITE", "secret"}, ocs.Marking.Compare)
	for _, tc := range []struct {
		text  string
		want  ocs.Marking
		label string
	}{
		{"clear", ocs.MarkingClear, "TLP:CLEAR"},
		{"TLP:AMBER+STRICT", ocs.MarkingAmberStrict, "TLP:AMBER+STRICT"},
		{"tlp:red", ocs.MarkingRed, "TLP:RED"},
		{"Green", ocs.MarkingGreen, "TLP:GREEN"},
		{"TLP:WHITE", "TLP:WHITE", "TLP:WHITE"}, // of version 1
		{"TLP:", "TLP:", "TLP:"},
		{" red", " red", " red"},
		{"", "", ""},
	} {
		var got ocs.Marking
		if err := got.UnmarshalText([]byte(tc.text)); err != nil || got != tc.want || got.Label() != tc.label {
			t.Errorf("%q is read as %q, labelled %q, %v", tc.text, got, got.Label(), err)
		}
	}
}

func TestCadenceMonths(t *testing.T) {
	got := map[ocs.Cadence]int{}
	for _, term := range ocs.Cadence("").Terms() {
		got[ocs.Cadence(term)] = ocs.Cadence(term).Months()
	}
	want := map[ocs.Cadence]int{"weekly": 0, "monthly": 1, "quarterly": 3, "semiannually": 6, "annually": 12, "biennially": 24, "as-needed": 0}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestGradeVerified(t *testing.T) {
	for _, g := range []ocs.Grade{"", ocs.GradeSecondHand, ocs.GradeRecalled, ocs.GradeInferred, "Verified"} {
		if g.Verified() {
			t.Errorf("%q counts as verified", g)
		}
	}
	if !ocs.GradeVerified.Verified() {
		t.Error("verified isn't")
	}
}

func TestIDWellFormed(t *testing.T) {
	for id, want := range map[ocs.ID]bool{
		"c-12": true, "A": true, "7": true, "pk.anf_1": true, "تربیت-1": true, "मानव": true, "संगठित-अपराध": true, "é": true,
		ocs.ID(strings.Repeat("x", 128)): true, ocs.ID(strings.Repeat("ت", 128)): true,
		"": false, "-a": false, ".a": false, "_a": false, "a b": false, "a/b": false, "a~b": false, "a+b": false, "a:b": false,
		"a\n": false, "a\xff": false, "\u0301a": false, "a\u202eb": false, "a\ufeffb": false, "€": false, "a\uFFFD": false,
		ocs.ID(strings.Repeat("x", 129)): false, ocs.ID(strings.Repeat("ت", 129)): false,
	} {
		if got := id.WellFormed(); got != want {
			t.Errorf("%q well-formed: %v, want %v", id, got, want)
		}
	}
}

func TestArea(t *testing.T) {
	for _, tc := range []struct {
		area           ocs.Area
		known, country bool
		of             ocs.Country
	}{
		{"PK", true, true, "PK"},
		{"PK-PB", true, false, "PK"},
		{"FR-75C", true, false, "FR"},
		{"XK", true, true, "XK"},
		{"NO", true, true, "NO"},
		{"UK", false, true, "UK"},
		{"pk", false, true, "pk"},
		{"PK-", false, false, "PK"},
		{"PK-pb", false, false, "PK"},
		{"PK-PBXX", false, false, "PK"},
		{"PK-P-B", false, false, "PK"},
		{"ZZ-PB", false, false, "ZZ"},
		{"", false, false, ""},
	} {
		got := []any{tc.area.Known(), tc.area.IsCountry(), tc.area.Country()}
		if diff := cmp.Diff([]any{tc.known, tc.country, tc.of}, got); diff != "" {
			t.Errorf("%q: %s", tc.area, diff)
		}
	}
	if terms := ocs.Area("PK-PB").Terms(); terms != nil {
		t.Errorf("areas are listed: %q", terms)
	}
	for _, tc := range []struct {
		a, b ocs.Area
		want bool
	}{
		{"PK-PB", "PK", true}, {"PK", "PK", true}, {"PK-PB", "PK-PB", true}, {"PK", "PK-PB", false}, {"PK-SD", "PK-PB", false},
		{"IN-PB", "PK", false}, {"", "", false}, {"", "PK", false}, {"PK", "", false},
	} {
		if got := tc.a.Within(tc.b); got != tc.want {
			t.Errorf("%q within %q: %v, want %v", tc.a, tc.b, got, tc.want)
		}
	}
}

func TestLanguageKnown(t *testing.T) {
	for tag, want := range map[ocs.Language]bool{
		"en": true, "ur": true, "PS": true, "prs": true, "en-GB": true, "pa-Arab-PK": true, "zh-cmn-Hans-CN": true, "es-419": true,
		"de-CH-1901": true, "sl-rozaj-biske": true, "de-1996": true, "en-a-bbb-x-a-ccc": true, "x-own": true, "x-a-1": true,
		"en-u-ca-gregory-x-1": true, "qaa-Qaaa-QM-x-southern": true, "abcde": true, "zh-aaa-bbb-ccc": true,
		"": false, "e": false, "english1": false, "en-": false, "-en": false, "en--GB": false, "en_GB": false, "en-G": false,
		"en-GB-Latn": false, "x": false, "x-": false, "en-x": false, "en-a": false, "en-a-x-y": false, "en-a-b-cc": false, "e1": false,
		"en-abcdefghi": false, "Urdu language": false, "i-klingon": false, "zh-aaa-bbb-ccc-ddd": false, "en-12": false, "é": false,
	} {
		if got := tag.Known(); got != want {
			t.Errorf("%q known: %v, want %v", tag, got, want)
		}
	}
	if allocs := testing.AllocsPerRun(100, func() { _ = ocs.Language("zh-cmn-Hans-CN-x-a").Known() }); allocs != 0 {
		t.Errorf("Known allocates %v times", allocs)
	}
}

func TestArticle(t *testing.T) {
	for _, tc := range []struct {
		article ocs.Article
		known   bool
		treaty  ocs.Treaty
		number  int
		title   string
		grade   ocs.Grade
	}{
		{"untoc/20", true, ocs.UNTOC, 20, "Special investigative techniques", ocs.GradeRecalled},
		{"untoc/2.b", true, ocs.UNTOC, 2, "Use of terms", ocs.GradeRecalled},
		{"untoc/1", true, ocs.UNTOC, 1, "Statement of purpose", ocs.GradeRecalled},
		{"untoc/41", true, ocs.UNTOC, 41, "Depositary and languages", ocs.GradeRecalled},
		{"untoc/42", false, ocs.UNTOC, 42, "", ""},
		{"tip/6.3.a", true, ocs.TIPProtocol, 6, "Assistance to and protection of victims of trafficking in persons", ocs.GradeRecalled},
		{"tip/21", false, ocs.TIPProtocol, 21, "", ""},
		{"som/16", true, ocs.SOMProtocol, 16, "Protection and assistance measures", ocs.GradeRecalled},
		{"som/26", false, ocs.SOMProtocol, 26, "", ""},
		{"firearms/21", true, ocs.FirearmsProtocol, 21, "Depositary and languages", ocs.GradeRecalled},
		{"firearms/22", false, ocs.FirearmsProtocol, 22, "", ""},
		{"untoc/2.", false, ocs.UNTOC, 2, "Use of terms", ocs.GradeRecalled},
		{"untoc/2.b c", false, ocs.UNTOC, 2, "Use of terms", ocs.GradeRecalled},
		{"untoc/020", false, ocs.UNTOC, 0, "", ""},
		{"untoc/0", false, ocs.UNTOC, 0, "", ""},
		{"untoc/-1", false, ocs.UNTOC, 0, "", ""},
		{"untoc/99999999999999999999", false, ocs.UNTOC, 0, "", ""},
		{"untoc", false, ocs.UNTOC, 0, "", ""},
		{"uncac/20", false, "uncac", 20, "", ""},
		{"UNTOC/20", false, "UNTOC", 20, "", ""},
		{"", false, "", 0, "", ""},
	} {
		a := tc.article
		got := []any{a.Known(), a.Treaty(), a.Number(), a.Title(), a.Grade()}
		if diff := cmp.Diff([]any{tc.known, tc.treaty, tc.number, tc.title, tc.grade}, got); diff != "" {
			t.Errorf("%q: %s", a, diff)
		}
	}
	if got, want := len(ocs.Article("").Terms()), 41+20+25+21; got != want {
		t.Errorf("%d articles, want %d", got, want)
	}
	if name := ocs.Treaty("uncac").Name(); name != "" {
		t.Errorf("an unknown treaty is named %q", name)
	}
	for _, treaty := range ocs.Treaty("").Terms() {
		if ocs.Treaty(treaty).Name() == "" {
			t.Errorf("%q has no name", treaty)
		}
	}
}

func TestCodeLists(t *testing.T) {
	if got := len(ocs.Country("").Terms()); got != 249+1 {
		t.Errorf("%d countries", got)
	}
	for _, list := range [][]string{ocs.Country("").Terms(), ocs.Currency("").Terms()} {
		if !slices.IsSorted(list) {
			t.Error("list isn't in order")
		}
	}
	for code, want := range map[ocs.Currency]bool{
		"PKR": true, "USD": true, "AED": true, "ZWG": true, "XDR": true, "HRK": false, "BGN": false, "XAU": false, "XXX": false,
		"pkr": false, "PK": false, "PKR ": false, "R Z": false,
	} {
		if got := code.Known(); got != want {
			t.Errorf("%q known: %v, want %v", code, got, want)
		}
	}
}

func BenchmarkKnown(b *testing.B) {
	for name, term := range map[string]ocs.Term{
		"country": ocs.Country("PK"), "currency": ocs.Currency("PKR"), "stage": ocs.StageReview, "area": ocs.Area("PK-PB"),
		"language": ocs.Language("ur-PK"), "article": ocs.Article("untoc/20"),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				_ = term.Known()
			}
		})
	}
}
