package main

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

func TestGenerateCounts(t *testing.T) {
	tests := []struct {
		n    int
		want counts
	}{
		{300, counts{commitments: 179, objectives: 35, indicators: 70, threats: 8, actors: 8, groups: 2, plans: 1, reports: 4}},
		{1000, counts{commitments: 591, objectives: 117, indicators: 234, threats: 29, actors: 29, groups: 7, plans: 2, reports: 4}},
		{17000, counts{commitments: 10000, objectives: 2000, indicators: 4000, threats: 500, actors: 500, groups: 125, plans: 41, reports: 4}},
	}
	for _, test := range tests {
		t.Run(fmt.Sprint(test.n), func(t *testing.T) {
			s := Generate(test.n)
			got := counts{objectives: len(s.Objectives), threats: len(s.Threats), actors: len(s.Actors), groups: len(s.Groups), plans: len(s.Plans), reports: len(s.Reports)}
			for _, o := range s.Objectives {
				got.indicators += len(o.Indicators)
			}
			for _, p := range s.Plans {
				got.commitments += len(p.Commitments)
			}
			if diff := cmp.Diff(test.want, got, cmp.AllowUnexported(counts{})); diff != "" {
				t.Errorf("counts (-want +got):\n%s", diff)
			}
			if got.total() != test.n {
				t.Errorf("%d objects, want %d", got.total(), test.n)
			}
		})
	}
}

func TestGenerateReadings(t *testing.T) {
	s := Generate(1000)
	readings := map[string]int{}
	for _, r := range s.Reports {
		for _, reading := range r.Readings {
			readings[string(reading.Indicator)]++
		}
	}
	for _, o := range s.Objectives {
		for i, in := range o.Indicators {
			if got, want := readings[string(in.ID)], 2+2*i; got != want {
				t.Errorf("indicator %q has %d readings, want %d", in.ID, got, want)
			}
		}
	}
}

func TestGenerateIsDeterministic(t *testing.T) {
	if diff := cmp.Diff(marshal(t, 1000), marshal(t, 1000)); diff != "" {
		t.Errorf("two runs differ:\n%s", diff)
	}
}

func TestGenerateSize(t *testing.T) {
	for _, n := range []int{1000, 10000} {
		data := marshal(t, n)
		if per := len(data) / n; per < 950 || per > 1050 {
			t.Errorf("%d objects: %d bytes of indented JSON for each, want about 1000", n, per)
		}
		ascii := 0
		for _, b := range data {
			if b < utf8.RuneSelf {
				ascii++
			}
		}
		if share := 1 - float64(ascii)/float64(len(data)); share < 0.06 || share > 0.10 {
			t.Errorf("%d objects: a share of %.3f isn't ASCII, want about 0.08", n, share)
		}
	}
}

// Descriptions are of 60 to 400 characters.
func TestGenerateTexts(t *testing.T) {
	s := Generate(1000)
	var texts []string
	for _, th := range s.Threats {
		texts = append(texts, th.Description)
	}
	for _, a := range s.Actors {
		texts = append(texts, a.Description)
	}
	for _, o := range s.Objectives {
		texts = append(texts, o.Description)
	}
	for _, p := range s.Plans {
		for _, c := range p.Commitments {
			texts = append(texts, c.Description)
		}
	}
	texts = append(texts, s.Vision, s.Mission)
	for _, text := range texts {
		if n := utf8.RuneCountInString(text); n < 60 || n > 400 {
			t.Errorf("a text of %d characters: %q", n, text)
		}
	}
}

// A document that every peer accepts is one on which they can be compared.
func TestPeersAcceptGenerated(t *testing.T) {
	data := marshal(t, 1000)
	for name, peer := range map[string]func() (func([]byte) any, func(any) any){
		"santhosh-tekuri/jsonschema": santhosh, "google/jsonschema-go": googleSchema, "validator": tags,
	} {
		t.Run(name, func(t *testing.T) {
			parse, check := peer()
			if check(parse(data)) == nil {
				t.Error("no value")
			}
		})
	}
}

// The shapes of the peers have the model's fields, all through.
func TestShapes(t *testing.T) {
	for name, shape := range map[string]reflect.Type{"yaml": yamlShape(), "validator": validatorShape()} {
		if got, want := leaves(shape), leaves(modelType); got != want {
			t.Errorf("%s: %d leaves, want %d as in the model", name, got, want)
		}
	}
}

func leaves(t reflect.Type) int {
	if isLeaf(t) {
		return 1
	}
	if t.Kind() == reflect.Slice {
		return leaves(t.Elem())
	}
	n := 0
	for i := range t.NumField() {
		n += leaves(t.Field(i).Type)
	}
	return n
}

func marshal(t *testing.T, n int) []byte {
	t.Helper()
	s := Generate(n)
	data, err := json.Marshal(&s, jsontext.WithIndent("  "))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// No rule finds a fault, at the strategy's own stage, with a date and without.
func TestGenerateHasNoFindings(t *testing.T) {
	for _, n := range []int{minObjects, 1000, 5000} {
		s := Generate(n)
		for _, day := range []ocs.Date{asOf, {}} {
			result := strategy.Validate(&s, &strategy.Options{AsOf: day})
			if diff := cmp.Diff(ocs.Findings(nil), result.Findings); diff != "" {
				t.Errorf("%d objects, as of %q (-want +got):\n%.4000s", n, day, diff)
			}
			if len(result.Waived)+len(result.Omitted) != 0 {
				t.Errorf("%d objects, as of %q: waived %v, omitted %v", n, day, result.Waived, result.Omitted)
			}
			if !day.IsZero() && len(result.Skipped) > 0 {
				t.Errorf("%d objects, as of %q: skipped %v", n, day, result.Skipped)
			}
		}
	}
}

// The rules are worth timing only on what they look at: the generated strategy
// fills the lists of the model, at any depth. Some are left empty, since their
// like is filled elsewhere.
func TestGenerateFillsModel(t *testing.T) {
	filled := make(map[string]bool)
	fills(reflect.ValueOf(Generate(1000)), "", filled)
	var empty []string
	for name, full := range filled {
		if !full && !strings.HasSuffix(name, ".Cites") {
			empty = append(empty, name)
		}
	}
	slices.Sort(empty)
	want := []string{
		"Actor.Areas", "Actor.FormerParents", "Actor.Succeeds", "Commitment.Indicators", "Framework.Pillars", "Jurisdiction.Areas",
		"Mandate.Areas", "Mandate.Markets", "Mandate.Scopes", "Objective.MapsTo", "Offence.Codes", "Plan.Amendments", "Plan.Supersedes",
		"Strategy.Origins", "Strategy.Redactions", "Strategy.Waivers", "TreatyStatus.Reservations",
	}
	if diff := cmp.Diff(want, empty); diff != "" {
		t.Errorf("lists that are empty everywhere (-want +got):\n%s", diff)
	}
}

// fills notes of each list of the types inside v whether it is filled anywhere.
func fills(v reflect.Value, name string, filled map[string]bool) {
	switch t := v.Type(); t.Kind() {
	case reflect.Slice:
		filled[name] = filled[name] || v.Len() > 0
		for i := range v.Len() {
			fills(v.Index(i), name, filled)
		}
	case reflect.Struct:
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() {
				fills(v.Field(i), t.Name()+"."+f.Name, filled)
			}
		}
	}
}

// Read back from either format it is the same strategy.
func TestGenerateReadsBack(t *testing.T) {
	want := Generate(1000)
	for _, f := range []codec.Syntax{codec.JSON, codec.YAML} {
		data, err := codec.Encode(&want, f)
		if err != nil {
			t.Fatal(err)
		}
		got := codec.Decode("s."+string(f), data, nil)
		if diff := cmp.Diff(ocs.Findings(nil), got.Findings); diff != "" {
			t.Errorf("%s: findings:\n%.2000s", f, diff)
		}
		if diff := cmp.Diff(want, got.Strategy); diff != "" {
			t.Errorf("%s: not the same (-want +got):\n%.2000s", f, diff)
		}
	}
}
