package misp_test

import (
	"fmt"
	"os"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/misp"
	"github.com/ocs-framework/ocs/threat"
)

func ExampleVocabulary() {
	t := misp.Vocabulary()
	fmt.Println(t.Namespace, len(t.Predicates), "predicates")
	fmt.Println(t.Tags()[3])
	fmt.Println(t.Values[0].Entry[3].Description)
	// Output:
	// ocs 2 predicates
	// ocs:market="firearms-trafficking"
	// iccs: 09012 trafficking of weapons and explosives (inferred). fatf: illicit arms trafficking (second-hand). sherloc: trafficking in firearms. gi-toc: arms trafficking (second-hand).
}

// An illustrative strategy. The group is amber, as groups are unless they say
// otherwise, and so not in a taxonomy for the public.
func ExampleOf() {
	s := strategy.Strategy{
		ID: "island", Version: "2", Title: "Strategy of the Island",
		Framework: pillar.Framework{ID: "own", Pillars: []pillar.Pillar{{ID: "law", Name: "Law"}}},
		Threats:   []threat.Threat{{ID: "extortion", Name: "Extortion of traders"}},
		Groups:    []threat.Group{{ID: "harbour-ring", Name: "Harbour ring"}},
	}
	t, findings := misp.Of(&s, ocs.MarkingClear)
	for _, tag := range t.Tags() {
		fmt.Println(tag)
	}
	for _, f := range findings {
		fmt.Println(f.Rule, f.Element.ID)
	}
	// Output:
	// island:pillar="law"
	// island:threat="extortion"
	// misp-withheld harbour-ring
	// misp-left-out
}

func ExampleTaxonomy_WriteJSON() {
	t := misp.Taxonomy{Namespace: "island", Description: "Illustrative", Version: 1, Predicates: []misp.Predicate{{Value: "threat"}},
		Values: []misp.Values{{Predicate: "threat", Entry: []misp.Entry{{Value: "extortion", Expanded: "Extortion"}}}}}
	if err := t.WriteJSON(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "namespace": "island",
	//   "description": "Illustrative",
	//   "version": 1,
	//   "predicates": [
	//     {
	//       "value": "threat"
	//     }
	//   ],
	//   "values": [
	//     {
	//       "predicate": "threat",
	//       "entry": [
	//         {
	//           "value": "extortion",
	//           "expanded": "Extortion"
	//         }
	//       ]
	//     }
	//   ]
	// }
}

func ExampleTaxonomy_Tags() {
	t := misp.Taxonomy{Namespace: "island", Values: []misp.Values{{Predicate: "threat", Entry: []misp.Entry{{Value: "extortion"}}}}}
	fmt.Println(t.Tags())
	// Output: [island:threat="extortion"]
}

func ExampleFaults() {
	for _, f := range misp.Faults() {
		fmt.Println(f.Severity, f.Code)
	}
	// Output:
	// info misp-withheld
	// info misp-left-out
	// error misp-empty
	// warning misp-id
	// warning misp-shared-id
	// info misp-version
	// warning misp-character
}
