package stratml_test

import (
	"fmt"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/stratml"
	"github.com/ocs-framework/ocs/threat"
)

// A plan from elsewhere is read whatever its state, and every liberty that it
// takes is reported.
func ExampleDecode() {
	data := []byte(`<StrategicPlan>
  <Name>Plan of the harbour</Name>
  <StrategicPlanCore>
    <Goal>
      <Name>Protect</Name>
      <Description>Ships and crews are safe.</Description>
      <Objective>
        <Name>Lights</Name>
        <Identifier>78901c50</Identifier>
        <Description>All lights burn.</Description>
      </Objective>
    </Goal>
  </StrategicPlanCore>
</StrategicPlan>`)

	doc := stratml.Decode("harbour.xml", data, nil)
	for _, f := range doc.Findings {
		fmt.Println(f)
	}
	ix := strategy.NewIndex(&doc.Strategy)
	for o := range ix.Objectives() {
		fmt.Println(ix.Pillar(o.Pillar).Name, "/", o.Title, "- serves", ix.UNODCPillars(o))
	}

	// Output:
	// harbour.xml:1:1: info: the namespace is "", not that of the standard [stratml-namespace]
	// harbour.xml:9:9: warning: "78901c50" is no identifier [stratml-identifier]
	// harbour.xml:10:9: warning: Description stands after Identifier [stratml-order]
	// Protect / Lights - serves [protect]
}

// A strategy is written valid, with what StratML has no place for beside it.
func ExampleEncode() {
	s := strategy.Strategy{
		Schema: strategy.Schema, ID: "s", Title: "Strategy", Stage: ocs.StageDraft,
		Threats:    []threat.Threat{{ID: "t", Name: "Smuggling"}},
		Actors:     []actor.Actor{{ID: "customs", Name: "Customs"}},
		Objectives: []pillar.Objective{{ID: "o", Pillar: pillar.Pursue, Title: "Search more", Threats: []threat.ID{"t"}, Owner: "customs"}},
	}
	data, findings, err := stratml.Encode(&s, stratml.Part2, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, objective, _ := strings.Cut(string(data), "<Objective>")
	objective, _, _ = strings.Cut(objective, "</Objective>")
	fmt.Println(strings.TrimSpace(objective))
	for _, f := range findings {
		fmt.Println(f.Rule, f.Path)
	}
	doc := stratml.Decode("s.xml", data, nil)
	fmt.Println(doc.Strategy.Threats[0].Name)

	// Output:
	// <Name>Search more</Name>
	//         <Identifier>o</Identifier>
	//         <SequenceIndicator>2.1</SequenceIndicator>
	//         <Stakeholder StakeholderTypeType="Organization">
	//           <Name>Customs</Name>
	//           <Role>
	//             <Name>Owner</Name>
	//             <RoleType>Performer</RoleType>
	//           </Role>
	//         </Stakeholder>
	//         <OtherInformation>[ocs] Threats: Smuggling.</OtherInformation>
	// stratml-only-carried /stage
	// stratml-only-carried /threats/0
	// stratml-only-carried /objectives/0/threats
	// Smuggling
}

// The kinds of finding, for a manual or a filter: here the errors.
func ExampleFaults() {
	for _, f := range stratml.Faults() {
		if f.Severity == ocs.Error {
			fmt.Println(f.Code, "-", f.Title)
		}
	}
	// Output:
	// xml-syntax - The document is well-formed XML
	// xml-encoding - The document is UTF-8 text
	// xml-directive - The document has no document type declaration
	// xml-limit - The document keeps within the limits on size, depth and number of nodes
	// not-stratml - The root element is StrategicPlan or PerformancePlanOrReport
	// stratml-part-3 - The document is of StratML Part 1 or 2
	// stratml-dialect - The document keeps to the vocabulary of the standard
}
