package ocs_test

import (
	"fmt"
	"slices"

	"github.com/ocs-framework/ocs"
)

// A vocabulary is open: a term that this version doesn't know decodes, is kept,
// and is for a rule to report. Here an agency declares one of its own.
func ExampleTerm() {
	for _, r := range []Route{"sea", "tunnel"} {
		fmt.Printf("%s: known %t, did you mean %q?\n", r, r.Known(), ocs.Nearest(string(r), slices.Values(r.Terms())))
	}
	fmt.Printf("%q\n", ocs.Nearest("laend", slices.Values(Route("").Terms())))
	// Output:
	// sea: known true, did you mean "sea"?
	// tunnel: known false, did you mean ""?
	// "land"
}

// Route is how goods cross a border.
type Route string

var routes = []Route{"land", "sea", "air", "post"}

// Known reports whether r is in the vocabulary.
func (r Route) Known() bool { return slices.Contains(routes, r) }

// Terms lists the vocabulary.
func (Route) Terms() []string { return ocs.Words(routes) }

func ExampleWords() {
	fmt.Printf("%q\n", ocs.Words([]ocs.Stage{ocs.StageDraft, ocs.StageAdopted}))
	// Output: ["draft" "adopted"]
}

func ExampleNearest() {
	stages := ocs.Stage("").Terms()
	fmt.Printf("%q\n", ocs.Nearest("adoptd", slices.Values(stages)))
	fmt.Printf("%q\n", ocs.Nearest("abandoned", slices.Values(stages)))
	// Output:
	// "adopted"
	// ""
}

func ExampleArticle() {
	a := ocs.Article("untoc/20.1")
	fmt.Println(a.Treaty().Name())
	fmt.Printf("article %d: %s (%s)\n", a.Number(), a.Title(), a.Grade())
	// Output:
	// United Nations Convention against Transnational Organized Crime
	// article 20: Special investigative techniques (recalled)
}

// Titles of articles are from memory, and say so.
func ExampleGrade_Verified() {
	for _, g := range []ocs.Grade{ocs.GradeVerified, ocs.Article("untoc/20").Grade(), ""} {
		fmt.Printf("%q %t\n", g, g.Verified())
	}
	// Output:
	// "verified" true
	// "recalled" false
	// "" false
}

// An area is a country or a part of one.
func ExampleArea() {
	for _, a := range []ocs.Area{"PK", "PK-PB", "IN-PB"} {
		fmt.Println(a, a.Country(), a.IsCountry(), a.Within("PK"))
	}
	// Output:
	// PK PK true true
	// PK-PB PK false true
	// IN-PB IN false false
}

func ExampleMarking_Compare() {
	markings := []ocs.Marking{"red", "clear", "amber+strict"}
	fmt.Println(slices.MaxFunc(markings, ocs.Marking.Compare).Label())
	// Output: TLP:RED
}

func ExampleStage_Compare() {
	for _, s := range []ocs.Stage{ocs.StageConsultation, ocs.StageImplementation} {
		fmt.Println(s, "has been adopted:", s.Compare(ocs.StageAdopted) >= 0)
	}
	// Output:
	// consultation has been adopted: false
	// implementation has been adopted: true
}

func ExampleCadence_Months() {
	fmt.Println(ocs.CadenceQuarterly.Months(), ocs.CadenceBiennially.Months(), ocs.CadenceAsNeeded.Months())
	// Output: 3 24 0
}

func ExampleID_WellFormed() {
	for _, id := range []ocs.ID{"c-12", "پنجاب-1", "joint units"} {
		fmt.Println(id.WellFormed())
	}
	// Output:
	// true
	// true
	// false
}

// Text that is written from right to left doesn't turn round what stands
// beside it.
func ExampleIsolate() {
	fmt.Printf("%+q\n", "2026: "+ocs.Isolate("حکمتِ عملی")+" (draft)")
	fmt.Printf("%+q\n", ocs.Isolate("Strategy"))
	// Output:
	// "2026: \u2068\u062d\u06a9\u0645\u062a\u0650 \u0639\u0645\u0644\u06cc\u2069 (draft)"
	// "Strategy"
}

// An agency's own data rides along, and comes back as it was.
func ExampleExtensions() {
	own := ocs.Extensions{
		"punjab-police.gov.pk/tracker": []byte(`{"case": 17, "unit": "south"}`),
		"tracker":                      []byte(`17`),
	}
	fmt.Println("without a namespace:", own.Unnamespaced())
	laidOut := ocs.Extensions{
		"punjab-police.gov.pk/tracker": []byte(`{"unit":"south","case":17}`),
		"tracker":                      []byte(`17`),
	}
	fmt.Println("the same data:", own.Equal(laidOut))
	// Output:
	// without a namespace: [tracker]
	// the same data: true
}
