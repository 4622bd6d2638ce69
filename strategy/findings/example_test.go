package findings_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/findings"
)

const document = `schema: ocs/v1
id: example
stage: draft
actors:
  - {id: fia, name: Federal Investigation Agency}
plans:
  - id: federal
    title: Federal action plan
    commitments:
      - {id: units, title: Set up units, lead: fai, objectives: [investigate]}
objectives:
  - {id: investigate, pillar: pursue, title: Networks are brought to court, horizontal: true}
`

func ExampleText() {
	doc := codec.Decode("plan.yaml", []byte(document), nil)
	for _, f := range doc.Check(nil).Findings {
		if f.Rule == "unresolved-reference" {
			_ = findings.Text(os.Stdout, ocs.Findings{f}, &findings.Options{Source: doc.Source})
		}
	}
	// Output:
	// plan.yaml:10:48: error: commitment "units": no such actor: "fai" [unresolved-reference]
	//           - {id: units, title: Set up units, lead: fai, objectives: [investigate]}
	//                                                    ^
	//     help: did you mean "fia"?
}

// A baseline lets a checker be adopted before everything is mended.
func ExampleBaseline() {
	doc := codec.Decode("plan.yaml", []byte(document), nil)
	known := findings.NewBaseline(doc.Check(nil).Findings)

	// Somebody adds an actor with a misspelt kind at the top of the list.
	changed := bytes.Replace([]byte(document), []byte("actors:\n"), []byte("actors:\n  - {id: anf, name: Anti-Narcotics Force, kind: law-enforcment}\n"), 1)
	fresh, gone := known.New(codec.Decode("plan.yaml", changed, nil).Check(nil).Findings)
	for _, f := range fresh {
		fmt.Println(f)
	}
	fmt.Println(gone, "gone")
	// Output:
	// plan.yaml:5:49: warning: actor "anf": "law-enforcment" is not a known kind of actor [unknown-term]
	// 0 gone
}

// A baseline is kept in a file beside the document.
func ExampleReadBaseline() {
	found := codec.Decode("plan.yaml", []byte(document), nil).Check(nil).Findings
	var file bytes.Buffer
	if err := findings.NewBaseline(found).Write(&file); err != nil {
		fmt.Println(err)
		return
	}
	known, err := findings.ReadBaseline(&file)
	if err != nil {
		fmt.Println(err)
		return
	}
	fresh, gone := known.New(found)
	fmt.Println(len(fresh), "new,", gone, "gone")
	// Output: 0 new, 0 gone
}

// The same findings for a script, for annotations on a change, and for a code
// scanning service.
func ExampleJSONLines() {
	doc := codec.Decode("plan.yaml", []byte(document), nil)
	found := slices.DeleteFunc(doc.Check(nil).Findings, func(f ocs.Finding) bool { return f.Severity < ocs.Error })
	_ = findings.JSONLines(os.Stdout, found)
	_ = findings.GitHub(os.Stdout, found)

	var sarif bytes.Buffer
	_ = findings.SARIF(&sarif, found, nil)
	fmt.Println(json.Valid(sarif.Bytes()))
	// Output:
	// {"rule":"unresolved-reference","severity":"error","path":"/plans/0/commitments/0/lead","pos":{"file":"plan.yaml","line":10,"column":48,"offset":216},"element":{"kind":"commitment","id":"units"},"message":"no such actor: \"fai\"","help":"did you mean \"fia\"?"}
	// ::error file=plan.yaml,line=10,col=48,title=unresolved-reference::commitment "units": no such actor: "fai"%0Adid you mean "fia"?
	// true
}

func ExampleExplain() {
	e, ok := findings.Explain("period-reversed")
	fmt.Println(ok, e.Title)
	// Output:
	// true no period ends before it starts
}

// An agency's own rules are explained, and listed in the reference, like ours.
func ExampleExplanationOf() {
	acronyms := ocs.Rule[actor.Actor]{
		Code:   "acronym-missing",
		Title:  "every actor has an acronym",
		Doc:    "Our tables have room for acronyms only. Give the usual abbreviation.",
		Basis:  "house style",
		Levels: "--WWW",
	}
	own := findings.ExplanationOf(acronyms)
	own.Bad = "actors:\n  - {id: fia, name: Federal Investigation Agency} # acronym-missing\n"
	if e, ok := findings.Explain("acronym-missing", own); ok {
		_ = e.WriteText(os.Stdout)
	}

	var page strings.Builder
	if err := findings.WriteReference(&page, own); err != nil {
		fmt.Println(err)
		return
	}
	for line := range strings.Lines(page.String()) {
		if strings.Contains(line, "acronym-missing") && strings.HasPrefix(line, "|") {
			fmt.Print(line)
		}
	}
	// Output:
	// acronym-missing: every actor has an acronym
	//
	// Our tables have room for acronyms only. Give the usual abbreviation.
	//
	// Basis: house style
	//
	// Severity: draft off, consultation off, adopted warning, implementation warning, review warning
	//
	// Breaks the rule:
	//
	//     actors:
	//       - {id: fia, name: Federal Investigation Agency} # acronym-missing
	// | [`acronym-missing`](#acronym-missing) | – | – | W | W | W |  |
}

// What reading a document may bring to light is explained as rules are.
func ExampleExplanationsOf() {
	e, _ := findings.Explain("duplicate-field", findings.ExplanationsOf(codec.Faults())...)
	if err := e.WriteText(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// duplicate-field: A name stands once in its mapping
	//
	// The first value was read, the others were not.
	//
	// Severity: draft error, consultation error, adopted error, implementation error, review error
}
