package ocs_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ocs-framework/ocs"
)

// untitled is a rule about a leaf: a thing must have a title.
func untitled() ocs.Rule[thing] {
	return ocs.Rule[thing]{
		Code: "untitled", Title: "every thing has a title", Doc: "d", Basis: "b", Levels: "-WEEE",
		Check: func(p *ocs.Pass, v *thing) {
			if v.Title == "" {
				p.Report(&v.Title, "has no title").Help("give it one")
			}
		},
	}
}

// ignoreText leaves out what is for people.
var ignoreText = cmp.Options{
	cmpopts.IgnoreFields(ocs.Finding{}, "Message", "Help"),
	cmpopts.IgnoreFields(ocs.Related{}, "Message"),
}

func TestRunLeafAndLifted(t *testing.T) {
	d := doc{Things: []thing{{ID: "a", Title: "t"}, {ID: "b"}}}
	element := ocs.Element{Kind: "thing", ID: "b"}
	o := &ocs.RunOptions{Stage: ocs.StageConsultation}

	leaf := ocs.Run(nil, &d.Things[1], []ocs.Rule[thing]{untitled()}, o)
	want := ocs.Findings{{Rule: "untitled", Severity: ocs.Warning, Path: "/title", Element: element}}
	if d := cmp.Diff(want, leaf.Findings, ignoreText); d != "" {
		t.Error(d)
	}
	lifted := ocs.Run(&d, &d, []ocs.Rule[doc]{ocs.Each(untitled(), things)}, o)
	want[0].Path = "/things/1/title"
	if d := cmp.Diff(want, lifted.Findings, ignoreText); d != "" {
		t.Error(d)
	}
}

func TestRunOverIndex(t *testing.T) {
	type index struct{ d *doc }
	d := doc{Title: "x"}
	rule := ocs.Rule[index]{Code: "r", Levels: "EEEEE", Check: func(p *ocs.Pass, ix *index) { p.Report(&ix.d.Title, "m") }}
	got := ocs.Run(&d, &index{&d}, []ocs.Rule[index]{rule}, nil)
	want := ocs.Findings{{Rule: "r", Severity: ocs.Error, Path: "/title"}}
	if d := cmp.Diff(want, got.Findings, ignoreText); d != "" {
		t.Error(d)
	}
}

func TestRunOptions(t *testing.T) {
	report := func(code string, fixed bool) ocs.Rule[doc] {
		return ocs.Rule[doc]{Code: code, Levels: "WEEEE", Fixed: fixed, Check: func(p *ocs.Pass, d *doc) { p.Report(&d.Title, "m") }}
	}
	rules := []ocs.Rule[doc]{report("fixed", true), report("loose", false)}
	all := func(ocs.Finding) bool { return true }
	warning := func(rule string) ocs.Finding {
		return ocs.Finding{Rule: rule, Severity: ocs.Warning, Path: "/title"}
	}
	failing := func(rule string) ocs.Finding {
		return ocs.Finding{Rule: rule, Severity: ocs.Error, Path: "/title"}
	}
	tests := []struct {
		name string
		o    *ocs.RunOptions
		want ocs.Result
	}{
		{"nil", nil, ocs.Result{Findings: ocs.Findings{warning("fixed"), warning("loose")}}},
		{"stage", &ocs.RunOptions{Stage: ocs.StageAdopted}, ocs.Result{Findings: ocs.Findings{failing("fixed"), failing("loose")}}},
		{"off", &ocs.RunOptions{Off: []string{"loose", "fixed"}}, ocs.Result{Findings: ocs.Findings{warning("fixed")}}},
		{
			"lowered and raised", &ocs.RunOptions{Levels: map[string]ocs.Levels{"fixed": "-----", "loose": "EEEEE"}},
			ocs.Result{Findings: ocs.Findings{warning("fixed"), failing("loose")}},
		},
		{
			"lowered to nothing", &ocs.RunOptions{Levels: map[string]ocs.Levels{"loose": "-EEEE"}},
			ocs.Result{Findings: ocs.Findings{warning("fixed")}},
		},
		{
			"waived", &ocs.RunOptions{Waive: all},
			ocs.Result{Findings: ocs.Findings{warning("fixed")}, Waived: ocs.Findings{warning("loose")}},
		},
		{"withheld", &ocs.RunOptions{Withheld: func(ocs.Element, ocs.Pointer) bool { return true }}, ocs.Result{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var d doc
			if d := cmp.Diff(tt.want, ocs.Run(&d, &d, rules, tt.o), ignoreText); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestRunWithheldField(t *testing.T) {
	type seen struct {
		Element ocs.Element
		Field   ocs.Pointer
	}
	d := doc{Things: []thing{{ID: "a", Parts: []part{{}}}}}
	rule := ocs.Rule[doc]{Code: "r", Check: func(p *ocs.Pass, d *doc) {
		p.Report(&d.Title, "m")
		p.Report(&d.Things[0], "m")
		p.Report(&d.Things[0].Title, "m")                          // no focus: the enclosing element
		p.On(&d.Things[0]).Report(&d.Things[0].Parts[0].Note, "m") // the part has no ID
		p.On(&d.Things[0]).On(&d.Things[0].Parts[0]).Report(&d.Things[0].Parts[0].Name, "m")
	}}
	var got []seen
	o := &ocs.RunOptions{Withheld: func(e ocs.Element, f ocs.Pointer) bool {
		got = append(got, seen{e, f})
		return true
	}}
	ocs.Run(&d, &d, []ocs.Rule[doc]{rule}, o)
	a := ocs.Element{Kind: "thing", ID: "a"}
	want := []seen{{ocs.Element{}, "/title"}, {a, ""}, {a, "/title"}, {a, "/parts/0/name"}, {a, "/parts/0/note"}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestRunNeedsDate(t *testing.T) {
	var days []ocs.Date
	dated := func(code string, levels ocs.Levels) ocs.Rule[doc] {
		return ocs.Rule[doc]{Code: code, Levels: levels, NeedsDate: true, Check: func(p *ocs.Pass, _ *doc) { days = append(days, p.AsOf()) }}
	}
	rules := []ocs.Rule[doc]{dated("b", "EEEEE"), dated("a", "EEEEE"), dated("b", "EEEEE"), dated("off", "-EEEE")}
	got := ocs.Run(nil, new(doc), rules, nil)
	if d := cmp.Diff(ocs.Result{Skipped: []string{"b", "a"}}, got); d != "" {
		t.Error(d)
	}
	day := ocs.MustDate("2027-06-30")
	got = ocs.Run(nil, new(doc), rules, &ocs.RunOptions{AsOf: day})
	if d := cmp.Diff(ocs.Result{}, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]ocs.Date{day, day, day}, days); d != "" {
		t.Error(d)
	}
}

func TestRunStage(t *testing.T) {
	var got ocs.Stage
	rule := ocs.Rule[doc]{Code: "r", Check: func(p *ocs.Pass, _ *doc) { got = p.Stage() }}
	ocs.Run(nil, new(doc), []ocs.Rule[doc]{rule}, &ocs.RunOptions{Stage: ocs.StageReview})
	if got != ocs.StageReview {
		t.Errorf("stage %q", got)
	}
}

func TestRunNil(t *testing.T) {
	ran := 0
	rule := ocs.Rule[doc]{Code: "r", Check: func(p *ocs.Pass, d *doc) { ran++; p.Report(&d.Title, "m") }}
	if d := cmp.Diff(ocs.Result{}, ocs.Run(nil, nil, []ocs.Rule[doc]{rule}, nil)); d != "" || ran != 0 {
		t.Errorf("nil was checked %d times: %s", ran, d)
	}
	for name, root := range map[string]any{"nil": nil, "typed nil": (*doc)(nil)} {
		got := ocs.Run(root, new(doc), []ocs.Rule[doc]{rule}, nil)
		if len(got.Findings) != 1 || got.Findings[0].Path != "/title" {
			t.Errorf("%s root: %v", name, got.Findings)
		}
	}
}
