package ocs_test

import (
	"fmt"
	"iter"

	"github.com/ocs-framework/ocs"
)

// Seizure and Register stand for an agency's own data.
type Seizure struct {
	ID     ocs.ID    `json:"id"`
	Place  string    `json:"place,omitzero"`
	Seized ocs.Date  `json:"seized,omitzero"`
	Value  ocs.Money `json:"value,omitzero"`
}

type Register struct {
	Seizures []Seizure `json:"seizures,omitempty"`
}

func (r *Register) All() iter.Seq[*Seizure] {
	return func(yield func(*Seizure) bool) {
		for i := range r.Seizures {
			if !yield(&r.Seizures[i]) {
				return
			}
		}
	}
}

// An agency writes a rule of its own as a value. It runs on one element alone
// and, lifted by Each, on the whole; the path follows from the address that
// the rule reports.
func ExampleRule() {
	rule := ocs.Rule[Seizure]{
		Code:   "seizure-without-place",
		Title:  "every seizure has a place",
		Doc:    "A seizure that can't be placed can't be counted for a district.",
		Basis:  "illustrative",
		Levels: "WWEEE",
		Check: func(p *ocs.Pass, s *Seizure) {
			if s.Place == "" {
				p.Report(&s.Place, "seizure %q has no place", s.ID).
					Help("name the district")
			}
		},
	}

	alone := Seizure{ID: "s-7"}
	for _, f := range ocs.Run(&alone, &alone, []ocs.Rule[Seizure]{rule}, nil).Findings {
		fmt.Println(f.Path, f.Severity, f.Message)
	}

	register := Register{Seizures: []Seizure{{ID: "s-1", Place: "Quetta"}, {ID: "s-2"}}}
	rules := []ocs.Rule[Register]{ocs.Each(rule, (*Register).All)}
	o := &ocs.RunOptions{Stage: ocs.StageAdopted}
	for _, f := range ocs.Run(&register, &register, rules, o).Findings {
		fmt.Println(f)
		fmt.Println("about", f.Element, "-", f.Help)
	}
	// Output:
	// /place warning seizure "s-7" has no place
	// /seizures/1/place: error: seizure "s-2" has no place [seizure-without-place]
	// about seizure "s-2" - name the district
}

func ExampleWellFormed() {
	register := Register{Seizures: []Seizure{{
		ID:    "s 1",
		Place: "Quetta\u202e",
		Value: ocs.Money{Amount: ocs.MustDecimal("1500"), Currency: "RPK"},
	}}}
	result := ocs.Run(nil, &register, ocs.WellFormed[Register](), nil)
	for _, f := range result.Findings {
		fmt.Println(f.Path, f.Rule)
	}
	// Output:
	// /seizures/0/id malformed-id
	// /seizures/0/place control-character
	// /seizures/0/value unknown-currency
}

func ExampleCheckRules() {
	rules := []ocs.Rule[Seizure]{{
		Code: "Seizure place", Title: "every seizure has a place", Doc: "See the manual.", Basis: "illustrative", Levels: "WWE",
		Check: func(*ocs.Pass, *Seizure) {},
	}}
	fmt.Println(ocs.CheckRules(rules))
	// Output:
	// rule "Seizure place": a code must be lower-case words joined by hyphens
	// rule "Seizure place": levels must be five of the letters E, W, i and -, not "WWE"
}

// A rule may look at the day and the stage, name another place that matters,
// and put one element after the other in focus.
func ExamplePass() {
	rule := ocs.Rule[Register]{
		Code: "seizure-out-of-order", Title: "seizures are listed by date", Doc: "Sort the list.", Basis: "illustrative",
		Levels: "iWEEE", NeedsDate: true,
		Check: func(p *ocs.Pass, r *Register) {
			for i := 1; i < len(r.Seizures); i++ {
				before, s := &r.Seizures[i-1], &r.Seizures[i]
				if s.Seized.Before(before.Seized) {
					p.On(s).Report(&s.Seized, "seized before the one above").Related(&before.Seized, "seized on %s", before.Seized)
				}
				if s.Seized.After(p.AsOf()) && p.Stage() != ocs.StageDraft {
					p.On(s).Report(&s.Seized, "seized after %s", p.AsOf())
				}
			}
		},
	}
	register := Register{Seizures: []Seizure{
		{ID: "s-1", Seized: ocs.MustDate("2026-03-01")},
		{ID: "s-2", Seized: ocs.MustDate("2026-02-01")},
		{ID: "s-3", Seized: ocs.MustDate("2027-02-01")},
	}}
	o := &ocs.RunOptions{AsOf: ocs.MustDate("2026-12-31"), Stage: ocs.StageConsultation}
	for _, f := range ocs.Run(&register, &register, []ocs.Rule[Register]{rule}, o).Findings {
		fmt.Println(f.Path, f.Sentence())
		for _, r := range f.Related {
			fmt.Println("  see", r.Path, r.Message)
		}
	}
	fmt.Println("without a date:", ocs.Run(&register, &register, []ocs.Rule[Register]{rule}, nil).Skipped)
	// Output:
	// /seizures/1/seized seizure "s-2": seized before the one above
	//   see /seizures/0/seized seized on 2026-03-01
	// /seizures/2/seized seizure "s-3": seized after 2026-12-31
	// without a date: [seizure-out-of-order]
}
