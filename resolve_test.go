package ocs_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
)

type doc struct {
	Title      string         `json:"title,omitzero"`
	Things     []thing        `json:"things,omitempty"`
	Boxes      []box          `json:"boxes,omitempty"`
	Period     ocs.Period     `json:"period,omitzero"`
	Total      ocs.Money      `json:"total,omitzero"`
	Pair       [2]part        `json:"pair,omitzero"`
	Link       *part          `json:"link,omitzero"`
	Hidden     string         `json:"-"`
	Untagged   string         ``
	Slashed    string         `json:"a/b"`
	Extensions ocs.Extensions `json:"extensions,omitempty"`
	Any        any            `json:"any,omitzero"`
}

type thing struct {
	ID    ocs.ID   `json:"id"`
	Title string   `json:"title,omitzero"`
	Tags  []string `json:"tags,omitempty"`
	Parts []part   `json:"parts,omitempty"`
	Sub   []thing  `json:"sub,omitempty"`
}

type part struct {
	Name string `json:"name,omitzero"`
	Note string `json:"note,omitzero"`
}

type common struct {
	ID    ocs.ID `json:"id,omitzero"`
	Label string `json:"label,omitzero"`
}

type Shared struct {
	Owner string `json:"owner,omitzero"`
}

type box struct {
	First string `json:"first,omitzero"`
	common
	*Shared
	Named part   `json:"named,omitzero"`
	Last  string `json:"last,omitzero"`
}

// report runs one rule that reports what f does.
func report(d *doc, f func(p *ocs.Pass)) ocs.Findings {
	rule := ocs.Rule[doc]{Code: "the-rule", Levels: "EEEEE", Check: func(p *ocs.Pass, _ *doc) { f(p) }}
	return ocs.Run(d, d, []ocs.Rule[doc]{rule}, nil).Findings
}

func places(fs ocs.Findings) []string {
	var out []string
	for _, f := range fs {
		out = append(out, strings.TrimSpace(string(f.Path)+" "+f.Element.Kind+" "+f.Element.ID))
	}
	return out
}

func TestResolvePlaces(t *testing.T) {
	d := &doc{
		Things: []thing{
			{ID: "a", Tags: []string{"x", "y"}, Parts: []part{{}, {}}},
			{ID: "b", Sub: []thing{{ID: "c", Sub: []thing{{ID: "d"}}}}},
		},
		Boxes:      []box{{common: common{ID: "k"}, Shared: new(Shared)}, {}},
		Period:     ocs.MustPeriod("2026/2030"),
		Total:      ocs.MustMoney("PKR 1"),
		Link:       new(part),
		Extensions: ocs.Extensions{"example.org/x": []byte("1")},
	}
	tests := []struct {
		name  string
		field any
		want  string
	}{
		{"document", d, ""},
		{"member", &d.Title, "/title"},
		{"no tag", &d.Untagged, "/Untagged"},
		{"escaped", &d.Slashed, "/a~1b"},
		{"list", &d.Things, "/things"},
		{"element", &d.Things[1], "/things/1 thing b"},
		{"its first field", &d.Things[1].ID, "/things/1/id thing b"},
		{"entry of a list", &d.Things[0].Tags[1], "/things/0/tags/1 thing a"},
		{"struct without an ID", &d.Things[0].Parts[1], "/things/0/parts/1 thing a"},
		{"recursive type", &d.Things[1].Sub[0].Sub[0].Title, "/things/1/sub/0/sub/0/title thing d"},
		{"array", &d.Pair[1].Note, "/pair/1/note"},
		{"pointer field", &d.Link, "/link"},
		{"what it points to", d.Link, "/link"},
		{"inside that", &d.Link.Note, "/link/note"},
		{"text", &d.Period, "/period"},
		{"inside a text", &d.Period.End, "/period"},
		{"inside another text", &d.Total.Currency, "/total"},
		{"map", &d.Extensions, "/extensions"},
		{"embedded, its ID promoted", &d.Boxes[0].Label, "/boxes/0/label box k"},
		{"promoted ID", &d.Boxes[0].ID, "/boxes/0/id box k"},
		{"embedded pointer", &d.Boxes[0].Owner, "/boxes/0/owner box k"},
		{"embedded value as a whole", d.Boxes[0].Shared, "/boxes/0 box k"},
		{"named struct", &d.Boxes[0].Named.Note, "/boxes/0/named/note box k"},
		{"empty ID", &d.Boxes[1].Label, "/boxes/1/label box"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := places(report(d, func(p *ocs.Pass) { p.Report(tt.field, "m") }))
			if d := cmp.Diff([]string{tt.want}, got); d != "" {
				t.Error(d)
			}
		})
	}
	t.Run("all at once", func(t *testing.T) {
		got := places(report(d, func(p *ocs.Pass) {
			for _, tt := range tests {
				p.Report(tt.field, "m")
			}
		}))
		if len(got) != len(tests) {
			t.Errorf("%d findings for %d reports: %q", len(got), len(tests), got)
		}
	})
}

func TestResolveSharedMemory(t *testing.T) {
	parts := []part{{Name: "p"}}
	d := &doc{Things: []thing{{ID: "a", Parts: parts}, {ID: "b", Parts: parts}}}
	tests := []struct {
		name   string
		report func(p *ocs.Pass)
		want   []string
	}{
		{"no focus", func(p *ocs.Pass) { p.Report(&parts[0].Name, "m") },
			[]string{"/things/0/parts/0/name thing a", "/things/1/parts/0/name thing b"}},
		{"focus", func(p *ocs.Pass) { p.On(&d.Things[1]).Report(&parts[0].Name, "m") }, []string{"/things/1/parts/0/name thing b"}},
		{"each its own", func(p *ocs.Pass) {
			p.On(&d.Things[1]).Report(&parts[0].Name, "m")
			p.On(&d.Things[0]).Report(&parts[0].Note, "m")
		}, []string{"/things/0/parts/0/note thing a", "/things/1/parts/0/name thing b"}},
		{"nested focus", func(p *ocs.Pass) { p.On(&d.Things[1]).On(&parts[0]).Report(&parts[0].Name, "m") },
			[]string{"/things/1/parts/0/name thing b"}},
		{"inner focus only", func(p *ocs.Pass) { p.On(&parts[0]).Report(&parts[0].Name, "m") },
			[]string{"/things/0/parts/0/name thing a", "/things/1/parts/0/name thing b"}},
		{"the focus itself", func(p *ocs.Pass) { p.On(&d.Things[1]).Report(&d.Things[1], "m") }, []string{"/things/1 thing b"}},
		{"the same focus twice", func(p *ocs.Pass) { p.On(&d.Things[1]).On(&d.Things[1]).Report(&d.Things[1].ID, "m") },
			[]string{"/things/1/id thing b"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, places(report(d, tt.report))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestResolveSharedNestedLists(t *testing.T) {
	// Two things share their list of things, whose titles are then at two places.
	sub := []thing{{ID: "s"}}
	d := &doc{Things: []thing{{ID: "a", Sub: sub}, {ID: "b", Sub: sub}}}
	got := report(d, func(p *ocs.Pass) {
		p.On(&d.Things[0]).On(&sub[0]).Report(&sub[0].Title, "m")
		p.On(&d.Things[1]).On(&sub[0]).Report(&sub[0].ID, "m")
	})
	want := []string{"/things/0/sub/0/title thing s", "/things/1/sub/0/id thing s"}
	if d := cmp.Diff(want, places(got)); d != "" {
		t.Error(d)
	}
}

func TestResolveElementIsTheFocus(t *testing.T) {
	d := &doc{Things: []thing{{ID: "a", Sub: []thing{{ID: "c"}}}}}
	got := report(d, func(p *ocs.Pass) { p.On(&d.Things[0]).Report(&d.Things[0].Sub[0].Title, "m") })
	if d := cmp.Diff([]string{"/things/0/sub/0/title thing a"}, places(got)); d != "" {
		t.Error(d)
	}
}

func TestResolveOrder(t *testing.T) {
	d := &doc{Things: make([]thing, 12)}
	box := []box{{First: "f"}}
	d.Boxes = box
	rule := func(code string, f func(p *ocs.Pass)) ocs.Rule[doc] {
		return ocs.Rule[doc]{Code: code, Levels: "EEEEE", Check: func(p *ocs.Pass, _ *doc) { f(p) }}
	}
	rules := []ocs.Rule[doc]{
		rule("z", func(p *ocs.Pass) {
			p.Report(&d.Boxes[0].Last, "m")
			p.Report(&d.Boxes[0].Label, "m")
			p.Report(&d.Boxes[0].First, "m")
			p.On(&d.Things[10]).Report(&d.Things[10].Tags, "m")
			p.On(&d.Things[2]).Report(&d.Things[2].Title, "m")
			p.Report(&d.Things[2].ID, "m")
			p.Report(&d.Things[2].Tags, "m")
			p.Report(&d.Things[2], "m")
		}),
		rule("b", func(p *ocs.Pass) { p.Report(d, "m"); p.Report(&d.Things[2].Title, "second") }),
		rule("b", func(p *ocs.Pass) { p.Report(&d.Things[2].Title, "third") }),
	}
	var got []string
	for _, f := range ocs.Run(d, d, rules, nil).Findings {
		got = append(got, strings.Join([]string{string(f.Path), f.Rule, f.Message}, " "))
	}
	want := []string{
		" b m", "/things/2 z m", "/things/2/id z m", "/things/2/title b second", "/things/2/title b third", "/things/2/title z m",
		"/things/2/tags z m", "/things/10/tags z m", "/boxes/0/first z m", "/boxes/0/label z m", "/boxes/0/last z m",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestResolveRelated(t *testing.T) {
	tags := []string{"x"}
	d := &doc{Things: []thing{{ID: "a", Tags: tags}, {ID: "a", Tags: tags}}}
	got := report(d, func(p *ocs.Pass) {
		p.On(&d.Things[1]).Report(&d.Things[1].ID, "id %q is taken", "a").
			Related(&d.Things[0].ID, "first here"). // outside the focus
			Related(&tags[0], "shared").            // in it, and elsewhere too
			Related(d, "all").
			Help("choose another")
	})
	want := ocs.Findings{{
		Rule: "the-rule", Severity: ocs.Error, Path: "/things/1/id", Element: ocs.Element{Kind: "thing", ID: "a"},
		Message: `id "a" is taken`, Help: "choose another",
		Related: []ocs.Related{
			{Path: "/things/0/id", Message: "first here"},
			{Path: "/things/1/tags/0", Message: "shared"},
			{Path: "", Message: "all"},
		},
	}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestResolveManyAddresses(t *testing.T) {
	d := &doc{Things: make([]thing, 50)}
	got := report(d, func(p *ocs.Pass) {
		for i := range d.Things {
			p.Report(&d.Things[i].Title, "m")
			p.On(&d.Things[i]).Report(&d.Things[i].Tags, "m")
		}
	})
	var want []string
	for i := range d.Things {
		want = append(want, fmt.Sprintf("/things/%d/title thing", i), fmt.Sprintf("/things/%d/tags thing", i))
	}
	if d := cmp.Diff(want, places(got)); d != "" {
		t.Error(d)
	}
}

func TestReportPanics(t *testing.T) {
	d := &doc{Things: []thing{{ID: "a", Title: "t"}, {ID: "b"}}, Boxes: make([]box, 1), Hidden: "h", Any: new(part)}
	loopCopy := d.Things[0]
	tests := []struct {
		name   string
		report func(p *ocs.Pass)
		typ    string // that the message names
	}{
		{"loop copy", func(p *ocs.Pass) { p.Report(&loopCopy.Title, "m") }, "*string"},
		{"copied element", func(p *ocs.Pass) { p.Report(&loopCopy, "m") }, "*ocs_test.thing"},
		{"copied focus", func(p *ocs.Pass) { p.On(&loopCopy).Report(&loopCopy.Title, "m") }, "*ocs_test.thing"},
		{"out of focus", func(p *ocs.Pass) { p.On(&d.Things[0]).Report(&d.Things[1].Title, "m") }, "*string"},
		{"not in the document", func(p *ocs.Pass) { p.Report(&d.Hidden, "m") }, "*string"},
		{"behind an interface", func(p *ocs.Pass) { p.Report(d.Any, "m") }, "*ocs_test.part"},
		{"embedded value of an unexported type", func(p *ocs.Pass) { p.Report(&d.Boxes[0].common, "m") }, "*ocs_test.common"},
		{"another type", func(p *ocs.Pass) { p.Report(new(int), "m") }, "*int"},
		{"related copy", func(p *ocs.Pass) { p.Report(d, "m").Related(&loopCopy.ID, "m") }, "*ocs.ID"},
		{"no address", func(p *ocs.Pass) { p.Report(d.Title, "m") }, "string"},
		{"nil", func(p *ocs.Pass) { p.Report(nil, "m") }, "nil"},
		{"typed nil", func(p *ocs.Pass) { p.Report((*part)(nil), "m") }, "*ocs_test.part"},
		{"nil focus", func(p *ocs.Pass) { p.On(nil) }, "nil"},
		{"nil related", func(p *ocs.Pass) { p.Report(d, "m").Related(nil, "m") }, "nil"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			defer func() {
				message, _ := recover().(string)
				if !strings.Contains(message, `"the-rule"`) || !strings.Contains(message, tt.typ) {
					t.Errorf("panicked with %q, which must name the rule and %s", message, tt.typ)
				}
			}()
			report(d, tt.report)
		})
	}
}

func TestRunRootMustBePointer(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a root that is no pointer was taken")
		}
	}()
	rule := ocs.Rule[doc]{Code: "r", Check: func(p *ocs.Pass, d *doc) { p.Report(&d.Title, "m") }}
	ocs.Run(doc{}, new(doc), []ocs.Rule[doc]{rule}, nil)
}
