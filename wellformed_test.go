package ocs_test

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
)

type record struct {
	ID       ocs.ID         `json:"id"`
	Text     string         `json:"text,omitzero"`
	Country  ocs.Country    `json:"country,omitzero"`
	Areas    []ocs.Area     `json:"areas,omitempty"`
	Language ocs.Language   `json:"language,omitzero"`
	Cost     ocs.Money      `json:"cost,omitzero"`
	Articles []ocs.Article  `json:"articles,omitempty"`
	Cadence  ocs.Cadence    `json:"cadence,omitzero"`
	Levels   []ocs.Level    `json:"levels,omitempty"`
	Marking  ocs.Marking    `json:"marking,omitzero"`
	Due      ocs.Deadline   `json:"due,omitzero"`
	Steps    []stepRecord   `json:"steps,omitempty"`
	Sub      []record       `json:"sub,omitempty"`
	Other    ocs.Extensions `json:"extensions,omitempty"`
}

type stepRecord struct {
	ID    string `json:"id,omitzero"`
	Title string `json:"title,omitzero"`
}

func cleanRecord() record {
	return record{
		ID:       "r-1",
		Text:     "Anti-Narcotics Force; “quoted”, 2026–2030\n\tانسداد منشیات",
		Country:  "PK",
		Areas:    []ocs.Area{"PK", "PK-PB"},
		Language: "ur",
		Cost:     ocs.MustMoney("PKR 1.50"),
		Articles: []ocs.Article{"untoc/20", "tip/6"},
		Cadence:  ocs.CadenceAnnually,
		Levels:   []ocs.Level{ocs.LevelNational},
		Marking:  "green",
		Due:      ocs.MustDeadline("adoption+90d"),
		Steps:    []stepRecord{{ID: "s", Title: "t"}, {}},
		Sub:      []record{{ID: "r-1.1"}},
		Other:    ocs.Extensions{"example.org/x": []byte(`"\u0000"`)},
	}
}

func TestWellFormedRegistry(t *testing.T) {
	rules := ocs.WellFormed[record]()
	if err := ocs.CheckRules(rules); err != nil {
		t.Error(err)
	}
	got := make(map[string]ocs.Levels)
	for _, r := range rules {
		got[r.Code] = r.Levels
		if r.Fixed != (r.Code == "malformed-id") {
			t.Errorf("%s: fixed is %v", r.Code, r.Fixed)
		}
	}
	want := map[string]ocs.Levels{
		"unknown-country": "EEEEE", "unknown-area": "EEEEE", "malformed-language": "EEEEE", "unknown-currency": "EEEEE",
		"unknown-article": "EEEEE", "unknown-term": "WWEEE", "malformed-id": "EEEEE", "control-character": "EEEEE",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestWellFormed(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(r *record)
		want  []string // code, path, element
	}{
		{"clean", func(*record) {}, nil},
		{"nothing but an ID", func(r *record) { *r = record{ID: "x"} }, nil},
		{"country", func(r *record) { r.Country = "XQ" }, []string{"unknown-country /country record r-1"}},
		{"area", func(r *record) { r.Areas[1] = "XQ-1" }, []string{"unknown-area /areas/1 record r-1"}},
		{"language", func(r *record) { r.Language = "u r" }, []string{"malformed-language /language record r-1"}},
		{"currency inside an amount", func(r *record) { r.Cost.Currency = "XQQ" }, []string{"unknown-currency /cost record r-1"}},
		{"article", func(r *record) { r.Articles[0] = "untoc/99" }, []string{"unknown-article /articles/0 record r-1"}},
		{"term", func(r *record) { r.Cadence = "annualy" }, []string{"unknown-term /cadence record r-1"}},
		{"marking", func(r *record) { r.Marking = "purple" }, []string{"unknown-term /marking record r-1"}},
		{"empty entry", func(r *record) { r.Levels = []ocs.Level{""} }, []string{"unknown-term /levels/0 record r-1"}},
		{"ID", func(r *record) { r.ID = "a b" }, []string{"malformed-id /id record a b"}},
		{"ID left out", func(r *record) { r.ID = "" }, []string{"malformed-id /id record"}},
		{"ID of a plain type", func(r *record) { r.Steps[0].ID = "a/b" }, []string{"malformed-id /steps/0/id step-record a/b"}},
		{"nested element", func(r *record) { r.Sub[0].Country = "pk" }, []string{"unknown-country /sub/0/country record r-1.1"}},
		{"text", func(r *record) { r.Text += "\x00" }, []string{"control-character /text record r-1"}},
		{"text in a part", func(r *record) { r.Steps[1].Title = "\u202e" }, []string{"control-character /steps/1/title step-record"}},
		{"term and text", func(r *record) { r.Country = "\ufeffPK" },
			[]string{"control-character /country record r-1", "unknown-country /country record r-1"}},
		{"ID and text", func(r *record) { r.ID = "a\x00" },
			[]string{"control-character /id record a\x00", "malformed-id /id record a\x00"}},
		{"several", func(r *record) { r.Country, r.Text, r.Sub[0].ID = "?", "\r", "" },
			[]string{"control-character /text record r-1", "unknown-country /country record r-1", "malformed-id /sub/0/id record"}},
	}
	rules := ocs.WellFormed[record]()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := cleanRecord()
			tt.spoil(&r)
			var got []string
			for _, f := range ocs.Run(nil, &r, rules, nil).Findings {
				got = append(got, strings.TrimSpace(f.Rule+" "+string(f.Path)+" "+f.Element.Kind+" "+f.Element.ID))
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestWellFormedSuggests(t *testing.T) {
	r := record{ID: "r", Cadence: "anually", Text: "x"}
	got := ocs.Run(nil, &r, ocs.WellFormed[record](), nil).Findings
	require.Len(t, got, 1)
	if !strings.Contains(got[0].Help, string(ocs.CadenceAnnually)) {
		t.Errorf("help %q doesn't suggest %q", got[0].Help, ocs.CadenceAnnually)
	}
}

func TestWellFormedLifted(t *testing.T) {
	// Both elements share the memory of their areas: each has its own finding.
	areas := []ocs.Area{"XQ"}
	type whole struct {
		Records []record `json:"records"`
	}
	w := whole{Records: []record{{ID: "a", Areas: areas}, {ID: "b", Areas: areas}}}
	want := []string{"/records/0/areas/0 record a", "/records/1/areas/0 record b"}
	got := places(ocs.Run(nil, &w, ocs.WellFormed[whole](), nil).Findings)
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestWellFormedEmbedded(t *testing.T) {
	b := box{common: common{ID: "a b", Label: "\x01"}, Shared: &Shared{Owner: "\x02"}}
	want := []string{"/id box a b", "/label box a b", "/owner box a b"}
	if d := cmp.Diff(want, places(ocs.Run(nil, &b, ocs.WellFormed[box](), nil).Findings)); d != "" {
		t.Error(d)
	}
}

func TestWellFormedEachValueApart(t *testing.T) {
	// Two rules of one call are lifted over different parts of the whole.
	type whole struct {
		Old []record `json:"old"`
		New []record `json:"new"`
	}
	w := whole{Old: []record{{ID: "a", Country: "XQ"}}, New: []record{{ID: "b b", Country: "XQ"}}}
	each := func(list func(*whole) []record) func(*whole) iter.Seq[*record] {
		return func(w *whole) iter.Seq[*record] {
			return func(yield func(*record) bool) {
				for i := range list(w) {
					if !yield(&list(w)[i]) {
						return
					}
				}
			}
		}
	}
	var rules []ocs.Rule[whole]
	for _, r := range ocs.WellFormed[record]() {
		if r.Code == "unknown-country" {
			rules = append(rules, ocs.Each(r, each(func(w *whole) []record { return w.Old })))
		} else {
			rules = append(rules, ocs.Each(r, each(func(w *whole) []record { return w.New })))
		}
	}
	want := []string{"/old/0/country record a", "/new/0/id record b b"}
	if d := cmp.Diff(want, places(ocs.Run(nil, &w, rules, nil).Findings)); d != "" {
		t.Error(d)
	}
}

func TestWellFormedMaxPerRule(t *testing.T) {
	type whole struct {
		Records []record `json:"records"`
	}
	w := whole{Records: []record{{ID: "a b", Country: "XQ"}, {Country: "XQ"}, {ID: "\x00", Country: "XQ", Areas: []ocs.Area{""}}}}
	rules := ocs.WellFormed[whole]()
	lifted := []ocs.Rule[whole]{}
	for _, r := range ocs.WellFormed[record]() {
		lifted = append(lifted, ocs.Each(r, func(w *whole) iter.Seq[*record] {
			return func(yield func(*record) bool) {
				for i := range w.Records {
					if !yield(&w.Records[i]) {
						return
					}
				}
			}
		}))
	}
	want := []string{"/records/0/id record a b", "/records/0/country record a b", "/records/2/id record \x00", "/records/2/areas/0 record \x00"}
	omitted := []ocs.Omission{{"unknown-country", 2}, {"malformed-id", 2}}
	for name, rules := range map[string][]ocs.Rule[whole]{"in one go": rules, "for each": lifted} {
		got := ocs.Run(nil, &w, rules, &ocs.RunOptions{MaxPerRule: 1})
		if d := cmp.Diff(want, places(got.Findings)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
		if d := cmp.Diff(omitted, got.Omitted); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestWellFormedZeroParts(t *testing.T) {
	// What is skipped when it is zero must be clean then.
	type inner struct {
		Level ocs.Level `json:"level,omitzero"`
		Note  string    `json:"note,omitzero"`
	}
	type pair struct {
		Levels [2]ocs.Level `json:"levels"`
		Note   string       `json:"note,omitzero"`
	}
	type named struct {
		ID   ocs.ID `json:"id"`
		Note string `json:"note,omitzero"`
	}
	type whole struct {
		Inner inner  `json:"inner,omitzero"`
		Pair  pair   `json:"pair"`
		Named named  `json:"named"`
		Link  *inner `json:"link,omitzero"`
	}
	tests := []struct {
		name string
		w    whole
		want []string
	}{
		{"zero", whole{}, []string{"/named/id named", "/pair/levels/0", "/pair/levels/1"}},
		{
			"filled", whole{Inner: inner{Level: "?"}, Pair: pair{Levels: [2]ocs.Level{ocs.LevelLocal}}, Named: named{ID: "n"}, Link: &inner{Note: "\r"}},
			[]string{"/inner/level", "/link/note", "/pair/levels/1"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := places(ocs.Run(nil, &tt.w, ocs.WellFormed[whole](), nil).Findings)
			slices.Sort(got)
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}
