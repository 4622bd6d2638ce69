package strategy

import (
	"reflect"
	"slices"
	"testing"

	"github.com/ocs-framework/ocs"
)

// byPlace are the kinds of entries that nothing but their place tells apart.
var byPlace = []string{"mandate"}

// TestEntriesAreToldApart demands that every kind of entry of a list has an
// identifier or a natural key, or is known to have neither, and that natural
// keys are fields.
func TestEntriesAreToldApart(t *testing.T) {
	forms := make(forms)
	forms.of(reflect.TypeFor[Strategy]())
	kinds := make(map[string]*form)
	for _, f := range forms {
		if f.sort == objectForm {
			kinds[f.kind] = f
		}
	}
	for kind, key := range naturalKeys {
		f := kinds[kind]
		if f == nil {
			t.Errorf("there is no %q in the model", kind)
			continue
		}
		for _, name := range key {
			if f.member(name) == nil {
				t.Errorf("%s has no field %q", kind, name)
			}
		}
		if len(f.key) != len(key) {
			t.Errorf("%s has %d fields of its key, want %d", kind, len(f.key), len(key))
		}
	}
	for _, f := range forms {
		if f.sort != listForm || f.elem.sort != objectForm {
			continue
		}
		if e := f.elem; e.id < 0 && len(e.key) == 0 && !slices.Contains(byPlace, e.kind) {
			t.Errorf("nothing tells one %s of a list from another: give it a natural key", e.kind)
		}
		// An element of a list has an identifier that may be left out: it then needs a key too.
		if e := f.elem; e.id >= 0 && len(e.key) == 0 && e.typ.Field(e.id).Tag.Get("json") != "id" {
			t.Errorf("the identifier of %s may be left out: give it a natural key", e.kind)
		}
	}
	// What weakens is looked up by the names of fields.
	for _, fields := range []map[string]bool{owedDates, paidSums} {
		for field := range fields {
			requireField(t, kinds, field)
		}
	}
	for field := range weakeningFlags {
		requireField(t, kinds, field)
	}
	for kind, names := range records {
		for _, name := range names {
			requireField(t, kinds, kind+"/"+name)
		}
	}
}

func requireField(t *testing.T, kinds map[string]*form, field string) {
	t.Helper()
	kind := ocs.Pointer("/" + field).Parent().Last()
	if f := kinds[kind]; f == nil || f.member(ocs.Pointer("/"+field).Last()) == nil {
		t.Errorf("there is no field %q", field)
	}
}

func TestIncreasing(t *testing.T) {
	for _, tc := range []struct{ numbers, want []int }{
		{nil, nil}, {[]int{1, 2, 3}, []int{1, 2, 3}}, {[]int{3, 1, 2}, []int{1, 2}}, {[]int{2, 1}, []int{1}},
		{[]int{4, 0, 1, 5, 2, 3}, []int{0, 1, 2, 3}},
	} {
		stay := increasing(tc.numbers)
		var got []int
		for _, n := range tc.numbers {
			if stays(stay, n) {
				got = append(got, n)
			}
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%v: %v stay, want %v", tc.numbers, got, tc.want)
		}
	}
}

func TestRevisionVocabularies(t *testing.T) {
	for _, term := range []ocs.Term{EditAdded, EditRemoved, EditChanged, EditMoved, EditRenamed, TargetLowered, DeadlineLater, SafeguardRemoved,
		IndicatorRemoved, FundingCut, CommitmentRemoved, OversightRemoved, AmbitionNarrowed} {
		if v := reflect.ValueOf(term).String(); !term.Known() || !slices.Contains(term.Terms(), v) {
			t.Errorf("%q is not in its vocabulary", v)
		}
	}
	if EditOp("x").Known() || Weakening("").Known() {
		t.Error("a word of no vocabulary is known")
	}
	codes := make(map[string]bool)
	for _, r := range Rules() {
		codes[r.Code] = true
	}
	for _, r := range MergeRules() {
		if codes[r.Code] || r.Title == "" || r.Doc == "" || !r.Levels.Valid() {
			t.Errorf("%s has the code of another rule, or isn't described", r.Code)
		}
		codes[r.Code] = true
	}
}
