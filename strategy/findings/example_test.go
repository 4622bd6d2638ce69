package findings_test

import (
	"bytes"
	"fmt"
	"os"

	"github.com/ocs-framework/ocs"
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

func ExampleExplain() {
	e, ok := findings.Explain("period-reversed")
	fmt.Println(ok, e.Title)
	// Output:
	// true no period ends before it starts
}
