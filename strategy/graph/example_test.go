package graph_test

import (
	"fmt"
	"os"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/graph"
	"github.com/ocs-framework/ocs/threat"
)

// harbour is an illustrative strategy.
func harbour() *strategy.Strategy {
	return &strategy.Strategy{
		ID: "harbour", Title: "Strategy of a harbour",
		Framework:  pillar.Framework{ID: "own", Pillars: []pillar.Pillar{{ID: "law", Name: "Law"}}},
		Threats:    []threat.Threat{{ID: "extortion", Name: "Extortion", Priority: true}},
		Actors:     []actor.Actor{{ID: "police", Name: "Harbour Police", Acronym: "HP"}},
		Objectives: []pillar.Objective{{ID: "safe", Pillar: "law", Title: "Traders are safe", Threats: []threat.ID{"extortion"}}},
		Plans: []strategy.Plan{{ID: "plan", Title: "Plan", Commitments: []strategy.Commitment{
			{ID: "line", Title: "Open a line", Lead: "police", Objectives: []pillar.ObjectiveID{"safe"}},
			{ID: "raids", Title: "Search the warehouses", Lead: "police", DependsOn: []strategy.CommitmentID{"line"}, Marking: ocs.MarkingRed},
		}}},
	}
}

// The commitment marked red isn't in the graph for the public.
func ExampleNew() {
	g := graph.New(harbour(), ocs.MarkingClear)
	for _, n := range g.Nodes {
		fmt.Println(n.Kind, n.ID, n.Label)
	}
	for _, e := range g.Edges {
		fmt.Println(e.From, e.Label(), e.To)
	}
	for _, f := range g.Findings {
		fmt.Println(f.Rule, f.Element.ID)
	}
	// Output:
	// strategy harbour Strategy of a harbour
	// pillar law Law
	// threat extortion Extortion
	// actor police HP
	// objective safe Traders are safe
	// plan plan Plan
	// commitment line Open a line
	// law pillar of harbour
	// safe under law
	// safe answers extortion
	// plan plan of harbour
	// line in plan plan
	// line serves safe
	// police lead line
	// graph-withheld raids
}

func ExampleGraph_WriteGraphML() {
	s := &strategy.Strategy{
		ID: "harbour", Title: "Strategy of a harbour",
		Framework: pillar.Framework{ID: "own", Pillars: []pillar.Pillar{{ID: "law", Name: "Law"}}},
	}
	if err := graph.New(s, ocs.MarkingClear).WriteGraphML(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
	//   <key id="graph-title" for="graph" attr.name="title" attr.type="string"/>
	//   <key id="graph-notice" for="graph" attr.name="notice" attr.type="string"/>
	//   <key id="graph-marking" for="graph" attr.name="marking" attr.type="string"/>
	//   <key id="node-label" for="node" attr.name="label" attr.type="string"/>
	//   <key id="node-kind" for="node" attr.name="kind" attr.type="string"/>
	//   <key id="node-marking" for="node" attr.name="marking" attr.type="string"/>
	//   <key id="edge-label" for="edge" attr.name="label" attr.type="string"/>
	//   <key id="edge-kind" for="edge" attr.name="kind" attr.type="string"/>
	//   <key id="edge-marking" for="edge" attr.name="marking" attr.type="string"/>
	//   <graph edgedefault="directed" id="harbour">
	//     <data key="graph-title">Strategy of a harbour</data>
	//     <data key="graph-marking">clear</data>
	//     <node id="harbour">
	//       <data key="node-label">Strategy of a harbour</data>
	//       <data key="node-kind">strategy</data>
	//       <data key="node-marking">clear</data>
	//     </node>
	//     <node id="law">
	//       <data key="node-label">Law</data>
	//       <data key="node-kind">pillar</data>
	//       <data key="node-marking">clear</data>
	//     </node>
	//     <edge id="law:pillar-of:harbour" source="law" target="harbour">
	//       <data key="edge-label">pillar of</data>
	//       <data key="edge-kind">pillar-of</data>
	//       <data key="edge-marking">clear</data>
	//     </edge>
	//   </graph>
	// </graphml>
}

func ExampleGraph_Tables() {
	nodes, edges := graph.New(harbour(), ocs.MarkingClear).Tables()
	fmt.Println(len(nodes.Rows), "nodes")
	for _, row := range edges.Rows[1:] {
		fmt.Println(row[1:4], row[5])
	}
	// Output:
	// 7 nodes
	// [safe law Directed] under
	// [safe extortion Directed] answers
	// [plan harbour Directed] plan-of
	// [line plan Directed] in-plan
	// [line safe Directed] serves
	// [police line Directed] lead
}

func ExampleEdge_Label() {
	fmt.Println(graph.Edge{Kind: "depends-on"}.Label())
	// Output: depends on
}

func ExampleFaults() {
	for _, f := range graph.Faults() {
		fmt.Println(f.Severity, f.Code)
	}
	// Output:
	// info graph-withheld
	// info graph-left-out
	// warning graph-no-id
	// warning graph-shared-id
	// warning graph-id
	// warning graph-no-element
	// warning graph-character
}
