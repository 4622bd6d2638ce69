package ocs_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ocs-framework/ocs"
)

const benchElements = 100_000

func benchDoc() *doc {
	d := &doc{Things: make([]thing, benchElements)}
	for i := range d.Things {
		d.Things[i] = thing{
			ID: ocs.ID(fmt.Sprintf("t-%d", i)), Title: "title", Tags: []string{"x", "y"},
			Parts: []part{{Name: "n", Note: "o"}, {Name: "n", Note: "o"}},
		}
	}
	return d
}

// BenchmarkRun measures 100,000 elements under one rule: clean, with one
// finding and with a finding for each.
func BenchmarkRun(b *testing.B) {
	for _, bad := range []int{0, 1, benchElements} {
		d := benchDoc()
		for i := range bad {
			d.Things[benchElements-1-i].Title = ""
		}
		focused := []ocs.Rule[doc]{ocs.Each(untitled(), things)}
		direct := []ocs.Rule[doc]{{Code: "untitled", Levels: "WWEEE", Check: func(p *ocs.Pass, d *doc) {
			for i := range d.Things {
				if d.Things[i].Title == "" {
					p.Report(&d.Things[i].Title, "thing %q has no title", d.Things[i].ID)
				}
			}
		}}}
		o := &ocs.RunOptions{Stage: ocs.StageAdopted}
		for name, rules := range map[string][]ocs.Rule[doc]{"focused": focused, "unfocused": direct} {
			b.Run(fmt.Sprintf("%s/findings=%d", name, bad), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if n := len(ocs.Run(d, d, rules, o).Findings); n != bad {
						b.Fatal(n)
					}
				}
			})
		}
	}
}

// BenchmarkRunSmall measures one finding in a document of 100 elements, where
// finding out the shape of the types counts.
func BenchmarkRunSmall(b *testing.B) {
	d := benchDoc()
	d.Things = d.Things[:100]
	d.Things[50].Title = ""
	rules := []ocs.Rule[doc]{ocs.Each(untitled(), things)}
	o := &ocs.RunOptions{Stage: ocs.StageAdopted}
	b.ReportAllocs()
	for b.Loop() {
		ocs.Run(d, d, rules, o)
	}
}

// BenchmarkWellFormed measures all generic rules over clean values and reports
// the cost of one field.
func BenchmarkWellFormed(b *testing.B) {
	type whole struct {
		Records []record `json:"records"`
	}
	w := &whole{Records: make([]record, 1000)}
	fields := 0
	for i := range w.Records {
		w.Records[i] = cleanRecord()
		w.Records[i].Text = strings.Repeat("The Force and the Agency agree. ", 4)
		fields += 27 // IDs, texts, terms and entries of one record, its steps and its sub-record, empty ones too
	}
	rules := ocs.WellFormed[whole]()
	if fs := ocs.Run(w, w, rules, nil).Findings; len(fs) > 0 {
		b.Fatal(fs[0])
	}
	for _, r := range append(rules, ocs.Rule[whole]{Code: "all"}) {
		some := []ocs.Rule[whole]{r}
		if r.Code == "all" {
			some = rules
		}
		b.Run(r.Code, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ocs.Run(w, w, some, nil)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(fields), "ns/field")
		})
	}
}
