package strategy_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// TestEveryTextIsRead sets each text of the model to a placeholder. A field
// that is added to the model and forgotten in the survey fails here.
func TestEveryTextIsRead(t *testing.T) {
	codes := []string{"schema", "version", "digest", "url", "rule", "code", "acronym", "fields"} // are no prose
	s := sample()
	var checked int
	visit(reflect.ValueOf(s).Elem(), "", func(v reflect.Value, path ocs.Pointer) {
		field := path.Last()
		if strings.Trim(field, "0123456789") == "" {
			field = path.Parent().Last()
		}
		if v.Type() != reflect.TypeFor[string]() || slices.Contains(codes, field) {
			return
		}
		checked++
		v.SetString("TBD")
		defer v.SetString("")
		if !slices.Contains(places(strategy.Validate(s, nil).Findings, "placeholder-text"), place{"placeholder-text", path}) {
			t.Errorf("%s: no finding", path)
		}
	})
	if checked < 80 {
		t.Errorf("only %d texts met: the sample is incomplete", checked)
	}
}

// TestEveryExtensionIsRead does the same for the agencies' own data.
func TestEveryExtensionIsRead(t *testing.T) {
	s := sample()
	var checked int
	var walk func(v reflect.Value, path ocs.Pointer)
	walk = func(v reflect.Value, path ocs.Pointer) {
		switch {
		case v.Type() == reflect.TypeFor[ocs.Extensions]():
			checked++
			v.Set(reflect.ValueOf(ocs.Extensions{"bare": []byte("1")}))
			if !slices.Contains(places(strategy.Validate(s, nil).Findings, "extension-key"), place{"extension-key", path}) {
				t.Errorf("%s: no finding", path)
			}
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i), path.Index(i))
			}
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.IsExported() {
					name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
					walk(v.Field(i), path.Append(name))
				}
			}
		}
	}
	walk(reflect.ValueOf(s).Elem(), "")
	if checked < 12 {
		t.Errorf("only %d extensions met: the sample is incomplete", checked)
	}
}

// eachMarking calls f for every field of a marking but the document's own, with
// its path and the identifier of its element.
func eachMarking(s *strategy.Strategy, f func(v reflect.Value, path ocs.Pointer, id ocs.ID)) {
	ids := make(map[ocs.Pointer]string)
	visit(reflect.ValueOf(s).Elem(), "", func(v reflect.Value, path ocs.Pointer) {
		switch {
		case path.Last() == "id":
			ids[path.Parent()] = v.String()
		case v.Type() == reflect.TypeFor[ocs.Marking]() && path != "/marking":
			f(v, path, ocs.ID(ids[path.Parent()]))
		}
	})
}

func TestEveryMarkingCounts(t *testing.T) {
	var checked int
	s := sample()
	eachMarking(s, func(v reflect.Value, path ocs.Pointer, id ocs.ID) {
		checked++
		s.Marking = ocs.MarkingClear
		v.SetString("amber")
		got := places(strategy.Validate(s, nil).Findings, "restricted-in-public")
		if !slices.Contains(got, place{"restricted-in-public", path}) {
			t.Errorf("%s: no finding", path)
		}
		v.SetString("clear")

		// A reference to the element from one that is clear exposes it.
		if strings.HasPrefix(string(path), "/risks/") {
			return
		}
		s.Marking = ""
		v.SetString("red")
		s.Risks[0].Affects = []ocs.ID{id}
		got = places(strategy.Validate(s, nil).Findings, "marking-exposed")
		if !slices.Contains(got, place{"marking-exposed", "/risks/0/affects/0"}) {
			t.Errorf("%s: a reference to the element is no finding", path)
		}
		v.SetString("clear")
	})
	if checked < 13 {
		t.Errorf("only %d markings met: the sample is incomplete", checked)
	}
}

// TestMarkingsAreInherited: what has no marking of its own has that of what it
// is part of.
func TestMarkingsAreInherited(t *testing.T) {
	tests := []struct {
		name string
		id   func(*strategy.Strategy) ocs.ID
		mark func(*strategy.Strategy) *ocs.Marking
	}{
		{"assessment", func(s *strategy.Strategy) ocs.ID { return s.Threats[0].Assessments[0].ID }, func(s *strategy.Strategy) *ocs.Marking { return &s.Threats[0].Marking }},
		{"indicator of an objective", func(s *strategy.Strategy) ocs.ID { return ocs.ID(s.Objectives[0].Indicators[0].ID) }, func(s *strategy.Strategy) *ocs.Marking { return &s.Objectives[0].Marking }},
		{"indicator of a commitment", func(s *strategy.Strategy) ocs.ID { return ocs.ID(s.Plans[0].Commitments[0].Indicators[0].ID) }, func(s *strategy.Strategy) *ocs.Marking { return &s.Plans[0].Marking }},
		{"milestone", func(s *strategy.Strategy) ocs.ID { return ocs.ID(s.Plans[0].Commitments[0].Milestones[0].ID) }, func(s *strategy.Strategy) *ocs.Marking { return &s.Plans[0].Commitments[0].Marking }},
		{"budget line", func(s *strategy.Strategy) ocs.ID { return s.Plans[0].Budget[0].ID }, func(s *strategy.Strategy) *ocs.Marking { return &s.Plans[0].Marking }},
		{"amendment", func(s *strategy.Strategy) ocs.ID { return s.Plans[0].Amendments[0].ID }, func(s *strategy.Strategy) *ocs.Marking { return &s.Plans[0].Marking }},
		{"threat, from the document", func(s *strategy.Strategy) ocs.ID { return ocs.ID(s.Threats[0].ID) }, func(s *strategy.Strategy) *ocs.Marking { return &s.Marking }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := sample()
			s.Risks[0].Marking = ocs.MarkingClear
			s.Risks[0].Affects = []ocs.ID{tt.id(s)}
			*tt.mark(s) = ocs.MarkingAmber
			if !slices.Contains(places(strategy.Validate(s, nil).Findings, "marking-exposed"), place{"marking-exposed", "/risks/0/affects/0"}) {
				t.Error("no finding")
			}
		})
	}
}

// TestWhatRefersMayBeAsStrict: references from elements that are marked as
// strictly as what they refer to expose nothing.
func TestWhatRefersMayBeAsStrict(t *testing.T) {
	s := sample()
	eachMarking(s, func(v reflect.Value, _ ocs.Pointer, _ ocs.ID) { v.SetString("red") })
	group := string(s.Groups[0].ID)
	types := 0
	visit(reflect.ValueOf(s).Elem(), "", func(v reflect.Value, path ocs.Pointer) {
		if name := v.Type().Name(); path.Last() != "id" && (strings.HasSuffix(name, "ID") || name == "ID") {
			v.SetString(group)
			types++
		}
	})
	if types < 60 {
		t.Fatalf("only %d references met: the sample is incomplete", types)
	}
	unmarked := []string{"framework", "adoption", "amendments", "relations", "goals", "treaties", "evaluations", "reporting", "waivers", "redactions"}
	got := make(map[string]bool)
	for _, p := range places(strategy.Validate(s, nil).Findings, "marking-exposed") {
		for token := range p.Path.Tokens() {
			got[token] = true
			if !slices.Contains(unmarked, token) {
				t.Errorf("%s: unwanted", p.Path)
			}
			break
		}
	}
	if !got["goals"] || !got["evaluations"] {
		t.Errorf("no findings for elements without a marking: %v", got)
	}
}

func TestPersonalData(t *testing.T) {
	tests := []struct {
		text string
		want bool
	}{
		{"amina.khan@interior.example", true},
		{"Write to a.b.khan@interior.example, please", true},
		{"khan51@gmail.com", true},
		{"amina.khan7@interior.example", false}, // may be anything
		{"press.office@interior.example", false},
		{"strategy@gmail.com", false},
		{"amina.khan@interior", false},
		{"@interior.example", false},
		{"35202-1234567-1", true},
		{"CNIC:35202-1234567-1.", true},
		{"135202-1234567-1", false},
		{"35202-1234567-1-4", false},
		{"35202-123456-71", false},
		{"+92 300 1234567", true},
		{"(+44) 7911 123456", true},
		{"+923001234567", true},
		{"+92 300 1234567x", false},
		{"+0300 1234567890", false},
		{"+12 345 678 901", false}, // a sum
		{"+92 300 12345", false},
		{"Helpline +92 300 1234567", false},
		{"passport AB1234567", true},
		{"Passport no. A123456", true},
		{"passport ABC1234567", false},
		{"passports, of which AB1234567 is a specimen that is long gone", true},
		{"passport that was lost before the year AB1234567", false},
		{"AB1234567", false},
		{"FIR No. 123/2025", true},
		{"FIR 7/24 of the station", true},
		{"FIRs 7/24", false},
		{"FIR No. 123/20256", false},
		{"FIR No. 1a/2025", false},
		{"SFIR No. 123/2025", false},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			s := &strategy.Strategy{ID: "s", Marking: ocs.MarkingClear, Notice: tt.text}
			if got := len(places(strategy.Validate(s, nil).Findings, "personal-data")) == 1; got != tt.want {
				t.Errorf("got %v", got)
			}
			s.Marking = ""
			if got := places(strategy.Validate(s, nil).Findings, "personal-data"); got != nil {
				t.Errorf("in a document that isn't public: %v", got)
			}
		})
	}
}

// TestToleranceIsTheCallers: what a sum may differ by is an option.
func TestToleranceIsTheCallers(t *testing.T) {
	s := &strategy.Strategy{ID: "s", Stage: ocs.StageAdopted, Plans: []strategy.Plan{{
		ID: "p", Total: ocs.MustMoney("PKR 1000"), Budget: []strategy.BudgetLine{{Money: ocs.MustMoney("PKR 1001")}},
	}}}
	for percent, want := range map[string][]place{"0.1": nil, "0.0999": {{"budget-total", "/plans/0/total"}}, "5": nil} {
		o := &strategy.Options{Thresholds: strategy.Thresholds{Tolerance: ocs.MustDecimal(percent)}}
		if diff := cmp.Diff(want, places(strategy.Validate(s, o).Findings, "budget-total")); diff != "" {
			t.Errorf("%s percent (-want +got):\n%s", percent, diff)
		}
	}
}
