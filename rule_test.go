package ocs_test

import (
	"iter"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
)

func TestCheckRules(t *testing.T) {
	good := ocs.Rule[doc]{Code: "title-missing-2", Title: "t", Doc: "d", Basis: "b", Levels: "EEEEE", Check: func(*ocs.Pass, *doc) {}}
	with := func(change func(*ocs.Rule[doc])) ocs.Rule[doc] {
		r := good
		change(&r)
		return r
	}
	tests := []struct {
		name   string
		rules  []ocs.Rule[doc]
		faults int
	}{
		{"none", nil, 0},
		{"good", []ocs.Rule[doc]{good}, 0},
		{"one code, equal metadata", []ocs.Rule[doc]{good, good}, 0},
		{"no code", []ocs.Rule[doc]{with(func(r *ocs.Rule[doc]) { r.Code = "" })}, 1},
		{"capitals", []ocs.Rule[doc]{with(func(r *ocs.Rule[doc]) { r.Code = "Title" })}, 1},
		{"digit first", []ocs.Rule[doc]{with(func(r *ocs.Rule[doc]) { r.Code = "4p" })}, 1},
		{"hyphen last", []ocs.Rule[doc]{with(func(r *ocs.Rule[doc]) { r.Code = "title-" })}, 1},
		{"hyphen first", []ocs.Rule[doc]{with(func(r *ocs.Rule[doc]) { r.Code = "-title" })}, 1},
		{"two hyphens", []ocs.Rule[doc]{with(func(r *ocs.Rule[doc]) { r.Code = "a--b" })}, 1},
		{"no text", []ocs.Rule[doc]{with(func(r *ocs.Rule[doc]) { r.Title, r.Doc, r.Basis = "", " ", "" })}, 3},
		{"levels", []ocs.Rule[doc]{with(func(r *ocs.Rule[doc]) { r.Levels = "EE" })}, 1},
		{"no check", []ocs.Rule[doc]{with(func(r *ocs.Rule[doc]) { r.Check = nil })}, 1},
		{"one code, two titles", []ocs.Rule[doc]{good, with(func(r *ocs.Rule[doc]) { r.Title = "u" })}, 1},
		{"one code, fixed or not", []ocs.Rule[doc]{good, with(func(r *ocs.Rule[doc]) { r.Fixed = true })}, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := 0
			if err := ocs.CheckRules(tt.rules); err != nil {
				got = len(err.(interface{ Unwrap() []error }).Unwrap())
			}
			if d := cmp.Diff(tt.faults, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestEachKeepsMetadata(t *testing.T) {
	leaf := ocs.Rule[thing]{Code: "c", Title: "t", Doc: "d", Basis: "b", Levels: "-WEEE", Fixed: true, NeedsDate: true}
	got := ocs.Each(leaf, things)
	got.Check = nil
	want := ocs.Rule[doc]{Code: "c", Title: "t", Doc: "d", Basis: "b", Levels: "-WEEE", Fixed: true, NeedsDate: true}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// things yields pointers to the things of a document.
func things(d *doc) iter.Seq[*thing] {
	return func(yield func(*thing) bool) {
		for i := range d.Things {
			if !yield(&d.Things[i]) {
				return
			}
		}
	}
}
