package ocs_test

import (
	"strconv"
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

func TestRunMaxPerRule(t *testing.T) {
	// Seven things without a title, four of them twice reported by "b".
	d := doc{Things: make([]thing, 7)}
	each := func(code string, fixed bool, n int) ocs.Rule[doc] {
		return ocs.Rule[doc]{Code: code, Levels: "EEEEE", Fixed: fixed, Check: func(p *ocs.Pass, d *doc) {
			for i := range n {
				p.On(&d.Things[i]).Report(&d.Things[i].Title, "m").Help("h").Related(&d.Title, "r")
			}
		}}
	}
	rules := []ocs.Rule[doc]{each("c", false, 3), each("b", true, 7), each("a", false, 7), each("b", true, 4)}
	path := func(i int) ocs.Pointer { return ocs.Pointer("/things").Append(strconv.Itoa(i)).Append("title") }
	type kept struct {
		Path ocs.Pointer
		Rule string
	}
	even := func(f ocs.Pointer) bool { return (f[len("/things/")]-'0')%2 == 0 }
	first := []kept{{path(0), "a"}, {path(0), "b"}, {path(0), "c"}, {path(1), "a"}, {path(1), "b"}, {path(1), "c"}}
	tests := []struct {
		name    string
		o       ocs.RunOptions
		want    []kept
		omitted []ocs.Omission
	}{
		{"limit", ocs.RunOptions{MaxPerRule: 2}, first, []ocs.Omission{{"c", 1}, {"b", 9}, {"a", 5}}},
		{
			"limit and rule off", ocs.RunOptions{MaxPerRule: 3, Off: []string{"a"}},
			[]kept{{path(0), "b"}, {path(0), "c"}, {path(1), "b"}, {path(1), "c"}, {path(2), "b"}, {path(2), "c"}},
			[]ocs.Omission{{"b", 8}},
		},
		{
			"waived don't count", ocs.RunOptions{MaxPerRule: 2, Waive: func(f ocs.Finding) bool { return even(f.Path) }},
			[]kept{{path(0), "b"}, {path(1), "a"}, {path(1), "b"}, {path(1), "c"}, {path(3), "a"}},
			[]ocs.Omission{{"b", 9}, {"a", 1}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := ocs.Run(nil, &d, rules, &tt.o)
			var got []kept
			for _, f := range r.Findings {
				got = append(got, kept{f.Path, f.Rule})
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(tt.omitted, r.Omitted); d != "" {
				t.Error(d)
			}
		})
	}
	t.Run("no limit", func(t *testing.T) {
		for _, n := range []int{0, -1, 11} {
			if r := ocs.Run(nil, &d, rules, &ocs.RunOptions{MaxPerRule: n}); len(r.Findings) != 21 || r.Omitted != nil {
				t.Errorf("%d: %d findings, omitted %v", n, len(r.Findings), r.Omitted)
			}
		}
	})
	t.Run("withheld don't count", func(t *testing.T) {
		o := &ocs.RunOptions{MaxPerRule: 2, Withheld: func(e ocs.Element, _ ocs.Pointer) bool { return e.ID != "open" }}
		d.Things[5].ID = "open"
		r := ocs.Run(nil, &d, rules, o)
		if len(r.Findings) != 2 || r.Omitted != nil {
			t.Errorf("%d findings, omitted %v", len(r.Findings), r.Omitted)
		}
	})
}

func TestRunMaxPerRuleSharedMemory(t *testing.T) {
	// One report gives a finding for each place that the address occurs at.
	parts := []part{{}}
	d := doc{Things: []thing{{Parts: parts}, {Parts: parts}, {Parts: parts}}}
	rule := ocs.Rule[doc]{Code: "r", Levels: "EEEEE", Check: func(p *ocs.Pass, d *doc) { p.Report(&parts[0].Name, "m") }}
	r := ocs.Run(nil, &d, []ocs.Rule[doc]{rule}, &ocs.RunOptions{MaxPerRule: 2})
	if len(r.Findings) != 2 {
		t.Errorf("%d findings", len(r.Findings))
	}
	if d := cmp.Diff([]ocs.Omission{{"r", 1}}, r.Omitted); d != "" {
		t.Error(d)
	}
}
