package strategy_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// sample has an element of every kind, one entry in every list and every
// struct filled, so that a walk over it meets every field of the model.
func sample() *strategy.Strategy {
	s := &strategy.Strategy{}
	fill(reflect.ValueOf(s).Elem(), new(int))
	return s
}

// fill gives lists one entry, strings that are IDs of their own a unique text,
// and flags and references none.
func fill(v reflect.Value, n *int) {
	switch v.Kind() {
	case reflect.Struct:
		if _, text := v.Addr().Interface().(encoding.TextMarshaler); text {
			return
		}
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if f.Name == "ID" && f.Type.Kind() == reflect.String {
				*n++
				v.Field(i).SetString(fmt.Sprintf("id-%d", *n))
			} else {
				fill(v.Field(i), n)
			}
		}
	case reflect.Slice:
		if v.Type() != reflect.TypeFor[json.RawMessage]() {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fill(v.Index(0), n)
		}
	}
}

// visit calls f for every string in v with its path.
func visit(v reflect.Value, path ocs.Pointer, f func(reflect.Value, ocs.Pointer)) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if sf := v.Type().Field(i); sf.IsExported() {
				at := path
				if _, text := v.Addr().Interface().(encoding.TextMarshaler); !text {
					name, _, _ := strings.Cut(sf.Tag.Get("json"), ",")
					at = path.Append(name)
				}
				visit(v.Field(i), at, f)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			visit(v.Index(i), path.Index(i), f)
		}
	case reflect.String:
		f(v, path)
	}
}

// TestEveryReferenceIsResolved sets each field of the model that holds an
// identifier to one that doesn't exist. A field that is added to the model and
// forgotten in the rule fails here.
func TestEveryReferenceIsResolved(t *testing.T) {
	types := []reflect.Type{
		reflect.TypeFor[ocs.ID](), reflect.TypeFor[ocs.SourceID](), reflect.TypeFor[threat.ID](), reflect.TypeFor[threat.GroupID](),
		reflect.TypeFor[actor.ID](), reflect.TypeFor[pillar.ID](), reflect.TypeFor[pillar.ObjectiveID](), reflect.TypeFor[pillar.IndicatorID](),
		reflect.TypeFor[strategy.PlanID](), reflect.TypeFor[strategy.CommitmentID](), reflect.TypeFor[strategy.MilestoneID](),
		reflect.TypeFor[strategy.SafeguardID](),
	}
	foreign := ocs.Pointer("/relations/0/strategy") // another document
	s := sample()
	var checked int
	visit(reflect.ValueOf(s).Elem(), "", func(v reflect.Value, path ocs.Pointer) {
		if !slices.Contains(types, v.Type()) || path.Last() == "id" || path == foreign {
			return
		}
		checked++
		v.SetString("no-such-thing")
		defer v.SetString("")
		got := places(strategy.Validate(s, nil).Findings, "unresolved-reference")
		if !slices.Contains(got, place{"unresolved-reference", path}) {
			t.Errorf("%s of type %v: no finding", path, v.Type())
		}
	})
	if checked < 60 {
		t.Errorf("only %d references met: the sample is incomplete", checked)
	}
}

// TestEveryAnchorIsResolved does the same for deadlines that count from a milestone.
func TestEveryAnchorIsResolved(t *testing.T) {
	s := sample()
	after := ocs.MustDeadline("no-such-thing+6m")
	s.Plans[0].Due, s.Plans[0].Commitments[0].Deadline, s.Plans[0].Commitments[0].Milestones[0].Due, s.Evaluations[0].Due = after, after, after, after
	got := places(strategy.Validate(s, nil).Findings, "unresolved-reference")
	for _, path := range []ocs.Pointer{"/plans/0/due", "/plans/0/commitments/0/deadline", "/plans/0/commitments/0/milestones/0/due", "/evaluations/0/due"} {
		if !slices.Contains(got, place{"unresolved-reference", path}) {
			t.Errorf("%s: no finding", path)
		}
	}
}

// TestEveryTermIsChecked sets each field that has a vocabulary to a word that
// is in none.
func TestEveryTermIsChecked(t *testing.T) {
	s := sample()
	var checked int
	visit(reflect.ValueOf(s).Elem(), "", func(v reflect.Value, path ocs.Pointer) {
		if _, ok := v.Interface().(ocs.Term); !ok {
			return
		}
		checked++
		v.SetString("no-such-thing-1")
		defer v.SetString("")
		got := strategy.Validate(s, nil).Findings
		if !slices.ContainsFunc(got, func(f ocs.Finding) bool {
			return f.Path == path && (strings.HasPrefix(f.Rule, "unknown-") || f.Rule == "malformed-language")
		}) {
			t.Errorf("%s of type %v: no finding", path, v.Type())
		}
	})
	if checked < 60 {
		t.Errorf("only %d terms met: the sample is incomplete", checked)
	}
}

// TestAnyTextAnywhere gives all texts of the sample values from a few, so that
// identifiers clash and references go wrong in every way. A rule that takes an
// address outside the document makes the run panic.
func TestAnyTextAnywhere(t *testing.T) {
	words := []string{"", "id-1", "id-2", "id-3", "id-4", "id-5", "prevent", "pursue", "adoption", "unodc-4p", "a b", "lead-missing"}
	dates := []ocs.Period{{}, ocs.MustPeriod("2026/2030"), ocs.MustPeriod("2030/2026"), ocs.MustPeriod("2027-Q1")}
	deadlines := []ocs.Deadline{{}, ocs.MustDeadline("2027"), ocs.MustDeadline("id-1+6m"), ocs.MustDeadline("continuous")}
	for seed := range uint64(300) {
		random := rand.New(rand.NewPCG(seed, 0))
		s := sample()
		if seed%2 == 0 {
			s.Framework.Pillars = nil
		}
		visit(reflect.ValueOf(s).Elem(), "", func(v reflect.Value, _ ocs.Pointer) { v.SetString(words[random.IntN(len(words))]) })
		s.Period, s.Plans[0].Period, s.Actors[0].Active = dates[random.IntN(4)], dates[random.IntN(4)], dates[random.IntN(4)]
		s.Adoption.Date = dates[random.IntN(4)].End
		s.Consultations[0].Held = dates[random.IntN(4)]
		c := &s.Plans[0].Commitments[0]
		c.Start, c.Deadline, c.Milestones[0].Due = dates[random.IntN(4)].Start, deadlines[random.IntN(4)], deadlines[random.IntN(4)]
		for _, f := range strategy.Validate(s, &strategy.Options{Stage: ocs.StageAdopted, AsOf: ocs.MustDate("2028")}).Findings {
			if f.Rule == "" || f.Message == "" || f.Severity == ocs.Off {
				t.Fatalf("seed %d: incomplete finding %+v", seed, f)
			}
		}
	}
}
