package graph_test

import (
	"bytes"
	"encoding/xml"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/graph"
	"github.com/ocs-framework/ocs/threat"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(file, got, 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got, rewrite with -update):\n%s", name, diff)
	}
}

// full reads the strategy in which every relation occurs.
func full(t *testing.T) *strategy.Strategy {
	t.Helper()
	data, err := os.ReadFile("testdata/full.strategy.yaml")
	require.NoError(t, err)
	doc := codec.Decode("full.strategy.yaml", data, nil)
	require.Empty(t, doc.Findings)
	return &doc.Strategy
}

// file is a GraphML document as its grammar has it.
type file struct {
	XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Keys    []struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Name string `xml:"attr.name,attr"`
		Type string `xml:"attr.type,attr"`
	} `xml:"key"`
	Graphs []struct {
		ID      string `xml:"id,attr"`
		Default string `xml:"edgedefault,attr"`
		Data    []data `xml:"data"`
		Nodes   []struct {
			ID   string `xml:"id,attr"`
			Data []data `xml:"data"`
		} `xml:"node"`
		Edges []struct {
			ID     string `xml:"id,attr"`
			Source string `xml:"source,attr"`
			Target string `xml:"target,attr"`
			Data   []data `xml:"data"`
		} `xml:"edge"`
	} `xml:"graph"`
}

type data struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

// write writes GraphML and checks that it is sound: keys are declared, once,
// with a type that their values have; identifiers are unique; edges have ends;
// and the file says what the graph does.
func write(t testing.TB, g *graph.Graph) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, g.WriteGraphML(&out))
	decoder := xml.NewDecoder(bytes.NewReader(out.Bytes()))
	decoder.Strict = true
	var f file
	require.NoError(t, decoder.Decode(&f))
	require.Len(t, f.Graphs, 1)
	types := make(map[string][2]string)
	for _, k := range f.Keys {
		require.NotContains(t, types, k.ID)
		require.Contains(t, []string{"boolean", "int", "double", "string"}, k.Type)
		types[k.ID] = [2]string{k.For, k.Type}
	}
	read := func(of string, list []data) {
		seen := make(map[string]bool)
		for _, d := range list {
			require.Equal(t, of, types[d.Key][0], d.Key)
			require.False(t, seen[d.Key], d.Key)
			seen[d.Key] = true
			var err error
			switch types[d.Key][1] {
			case "boolean":
				require.Equal(t, "true", d.Value)
			case "int", "double":
				_, err = ocs.ParseDecimal(d.Value)
			}
			require.NoError(t, err)
		}
	}
	body := f.Graphs[0]
	require.Equal(t, "directed", body.Default)
	read("graph", body.Data)
	nodes, edges := make(map[string]bool), make(map[string]bool)
	for i, n := range body.Nodes {
		require.False(t, nodes[n.ID], n.ID)
		nodes[n.ID] = true
		read("node", n.Data)
		require.Equal(t, g.Nodes[i].ID, n.ID)
	}
	for i, e := range body.Edges {
		require.False(t, edges[e.ID], e.ID)
		edges[e.ID] = true
		require.True(t, nodes[e.Source] && nodes[e.Target], e.ID)
		read("edge", e.Data)
		require.Equal(t, g.Edges[i].ID, e.ID)
	}
	require.Len(t, body.Nodes, len(g.Nodes))
	require.Len(t, body.Edges, len(g.Edges))
	return out.Bytes()
}

func TestGolden(t *testing.T) {
	for _, level := range []ocs.Marking{ocs.MarkingClear, ocs.MarkingRed} {
		g := graph.New(full(t), level)
		golden(t, fmt.Sprintf("full-%s.graphml", level), write(t, g))
		nodes, edges := g.Tables()
		for name, table := range map[string]strategy.Table{"nodes": nodes, "edges": edges} {
			var out bytes.Buffer
			require.NoError(t, table.WriteCSV(&out))
			golden(t, fmt.Sprintf("full-%s.%s.csv", level, name), bytes.ReplaceAll(out.Bytes(), []byte("\r\n"), []byte("\n")))
		}
		var found strings.Builder
		for _, f := range g.Findings {
			fmt.Fprintf(&found, "%s\t%s\t%s\t%s\n", f.Severity, f.Rule, f.Path, f.Element.ID)
		}
		golden(t, fmt.Sprintf("full-%s.findings", level), []byte(found.String()))
	}
}

// references are the fields of the model that refer to an element, with the
// kinds of the edges that they become, or why they become none.
var references = map[string]string{
	"actor.Actor.Parent":               "part-of",
	"actor.Attachment.Parent":          "was-part-of",
	"actor.Body.Chair":                 "chairs",
	"actor.Body.Members":               "member-of",
	"actor.Body.Oversees":              "oversees",
	"actor.Body.ReportsTo":             "reports-to",
	"actor.Body.Secretariat":           "secretariat-of",
	"actor.Succession.Actor":           "succeeds",
	"pillar.Indicator.Responsible":     "responsible",
	"pillar.Objective.Also":            "also-under",
	"pillar.Objective.Goals":           "serves",
	"pillar.Objective.Groups":          "aimed-at",
	"pillar.Objective.MapsTo":          "- onto UNODC's framework, which may not be the strategy's",
	"pillar.Objective.Owner":           "owns",
	"pillar.Objective.Parent":          "part-of",
	"pillar.Objective.Pillar":          "under",
	"pillar.Objective.Threats":         "answers",
	"pillar.Pillar.MapsTo":             "- onto UNODC's framework, which may not be the strategy's",
	"strategy.Adoption.Body":           "adopted",
	"strategy.Amendment.Affects":       "- amendments are left out",
	"strategy.BudgetLine.Commitments":  "- budgets are left out",
	"strategy.BudgetLine.Pillar":       "- budgets are left out",
	"strategy.Commitment.Continues":    "continues",
	"strategy.Commitment.DependsOn":    "depends-on",
	"strategy.Commitment.Lead":         "lead",
	"strategy.Commitment.Objectives":   "serves",
	"strategy.Commitment.Parent":       "part-of",
	"strategy.Commitment.Safeguards":   "safeguarded-by",
	"strategy.Consultation.ConvenedBy": "convened", "strategy.Consultation.Informs": "informs",
	"strategy.Consultation.Participants": "heard", "strategy.Consultation.SupportedBy": "supported",
	"strategy.Evaluation.By": "conducts", "strategy.Evaluation.Plan": "evaluates",
	"strategy.Funding.Donor":         "funds",
	"strategy.Milestone.Responsible": "responsible",
	"strategy.Origin.Element":        "- origins are left out",
	"strategy.Partner.Actor":         "implementing",
	"strategy.Plan.Covers":           "covers",
	"strategy.Plan.Owner":            "owns",
	"strategy.Plan.PartOf":           "part-of",
	"strategy.Plan.Supersedes":       "supersedes",
	"strategy.Reading.Indicator":     "- reports are left out",
	"strategy.Redaction.By":          "- redactions are left out",
	"strategy.Redaction.Element":     "- redactions are left out",
	"strategy.Relation.Strategy":     "- relations to other strategies are left out",
	"strategy.Report.By":             "- reports are left out",
	"strategy.Report.Plan":           "- reports are left out",
	"strategy.Report.To":             "- reports are left out",
	"strategy.ReportingDuty.By":      "reports-to",
	"strategy.ReportingDuty.Plan":    "- the edge is between actors",
	"strategy.ReportingDuty.To":      "reports-to",
	"strategy.Risk.Affects":          "affects",
	"strategy.Risk.Owner":            "owns",
	"strategy.Safeguard.Responsible": "responsible",
	"strategy.Share.Of":              "- budgets are left out",
	"strategy.Update.Commitment":     "- reports are left out",
	"strategy.Update.Milestone":      "- reports are left out",
	"strategy.Waiver.By":             "- waivers are left out",
	"strategy.Waiver.Element":        "- waivers are left out",
	"threat.Assessment.By":           "- assessments are left out",
	"threat.Group.Threats":           "drives",
	"threat.Threat.EnabledBy":        "enabled-by",
	"threat.Tie.Group":               "supplies",
}

// No reference of the model is forgotten, one that is added to it included.
func TestEveryReferenceIsAnEdge(t *testing.T) {
	kinds := make(map[string]bool)
	for _, e := range graph.New(full(t), ocs.MarkingRed).Edges {
		kinds[e.Kind] = true
	}
	fields := make(map[string]bool)
	seen := make(map[reflect.Type]bool)
	var visit func(reflect.Type)
	visit = func(typ reflect.Type) {
		for typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || seen[typ] {
			return
		}
		seen[typ] = true
		for f := range typ.Fields() {
			of := f.Type
			if of.Kind() == reflect.Slice {
				of = of.Elem()
			}
			if f.IsExported() && f.Name != "ID" && of.Kind() == reflect.String && strings.HasSuffix(of.Name(), "ID") && of != reflect.TypeFor[ocs.SourceID]() {
				fields[fmt.Sprintf("%v.%s", typ, f.Name)] = true
			}
			visit(f.Type)
		}
	}
	visit(reflect.TypeFor[strategy.Strategy]())
	for field := range fields {
		kind, known := references[field]
		if !known {
			t.Errorf("%s refers to an element: make an edge of it, or say why not", field)
		} else if !strings.HasPrefix(kind, "-") && !kinds[kind] {
			t.Errorf("%s should be an edge %q, of which there is none", field, kind)
		}
	}
	for field := range references {
		if !fields[field] {
			t.Errorf("%s is no reference of the model", field)
		}
	}
	doc, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	for kind := range kinds {
		if !slices.Contains([]string{"cooperates-with", "oversight", "partner"}, kind) && !bytes.Contains(doc, []byte(kind)) {
			t.Errorf("doc.go says nothing of edges %q", kind)
		}
	}
}

// A level shows nothing above it, and what it refers to as an identifier only.
func TestLevel(t *testing.T) {
	s := nsaoc.Strategy()
	ix := strategy.NewIndex(&s)
	marking := ix.Markings()
	last := 0
	for _, level := range []ocs.Marking{"", ocs.MarkingClear, ocs.MarkingGreen, ocs.MarkingAmber, ocs.MarkingAmberStrict, ocs.MarkingRed} {
		g := graph.New(&s, level)
		write(t, g)
		if level == "" {
			level = ocs.MarkingClear
		}
		for _, n := range g.Nodes {
			if n.Marking.Compare(level) > 0 {
				t.Errorf("at %s, node %s is %s", level, n.ID, n.Marking)
			}
			if stub := marking(ocs.ID(n.ID)).Compare(level) > 0; stub && (n.Label != n.ID || !cmp.Equal(n.Attributes, []graph.Attribute{{Name: "withheld", Value: "true"}})) {
				t.Errorf("at %s, node %s is shown as %+v", level, n.ID, n)
			}
		}
		for _, e := range g.Edges {
			if e.Marking.Compare(level) > 0 {
				t.Errorf("at %s, edge %s is %s", level, e.ID, e.Marking)
			}
		}
		if len(g.Nodes) < last {
			t.Errorf("at %s there are %d nodes, and %d at a lower level", level, len(g.Nodes), last)
		}
		last = len(g.Nodes)
	}
}

// Of a strategy that is stricter as a whole only what is less strict is told,
// and a marking that nobody knows is stricter than any.
func TestStrictWhole(t *testing.T) {
	s := &strategy.Strategy{ID: "s", Title: "Secret", Notice: "Secret", Marking: ocs.MarkingRed,
		Threats: []threat.Threat{{ID: "t", Name: "Shown", Marking: ocs.MarkingGreen, EnabledBy: []threat.ID{"u"}}, {ID: "u", Name: "Secret"}, {ID: "v", Name: "Secret"}}}
	g := graph.New(s, ocs.MarkingGreen)
	out := string(write(t, g))
	require.NotContains(t, out, "Secret")
	require.NotContains(t, out, `"v"`)
	require.Contains(t, out, "Shown")
	require.Contains(t, out, `"t:enabled-by:u"`)

	s = &strategy.Strategy{ID: "s", Threats: []threat.Threat{{ID: "t", Name: "Secret", Marking: "cosmic"}}}
	require.NotContains(t, string(write(t, graph.New(s, ocs.MarkingRed))), "Secret")
}

// What is wrong in the strategy is a finding, with its place in the strategy
// and not in the copy.
func TestFindings(t *testing.T) {
	s := &strategy.Strategy{
		ID: "s", Title: "bad \x00 title",
		Threats: []threat.Threat{
			{ID: "secret", Marking: ocs.MarkingRed},
			{ID: "t", Name: "a\x01b\xffc\ufffe", EnabledBy: []threat.ID{"t", "none", "g"}},
			{Name: "nameless"},
			{ID: "t", Name: "again", Marking: ocs.MarkingGreen},
			{ID: "bad id:1"},
		},
		Groups:     []threat.Group{{ID: "t", Name: "same as the threat", Marking: ocs.MarkingClear, Threats: []threat.ID{"t"}}, {ID: "g", Marking: ocs.MarkingClear, Ties: []threat.Tie{{Group: "t", Kind: "odd\x02"}, {Group: "t"}}}},
		Objectives: []pillar.Objective{{ID: "o", Pillar: "nowhere"}},
		Plans: []strategy.Plan{{ID: "hidden", Marking: ocs.MarkingAmber, Commitments: []strategy.Commitment{{ID: "h"}}},
			{ID: "p", Commitments: []strategy.Commitment{{ID: "c", Marking: ocs.MarkingRed, Milestones: []strategy.Milestone{{ID: "m"}}}, {ID: "d", Lead: "nobody", Milestones: []strategy.Milestone{{}}}}}},
	}
	type seen struct {
		Rule string
		Path ocs.Pointer
		ID   string
	}
	g := graph.New(s, ocs.MarkingGreen)
	var got []seen
	for _, f := range g.Findings {
		got = append(got, seen{f.Rule, f.Path, f.Element.ID})
	}
	want := []seen{
		{"graph-withheld", "/threats/0", "secret"},
		{"graph-withheld", "/plans/0", "hidden"},
		{"graph-withheld", "/plans/0/commitments/0", "h"},
		{"graph-withheld", "/plans/1/commitments/0", "c"},
		{"graph-withheld", "/plans/1/commitments/0/milestones/0", "m"},
		{"graph-character", "/title", "s"},
		{"graph-character", "/threats/1/name", "t"},
		{"graph-no-id", "/threats/2", ""},
		{"graph-shared-id", "/threats/3/id", "t"},
		{"graph-id", "/threats/4/id", "bad id:1"},
		{"graph-shared-id", "/groups/0/id", "t"},
		{"graph-no-id", "/plans/1/commitments/1/milestones/0", ""},
		{"graph-no-element", "/threats/1/enabled-by/1", "t"},
		{"graph-no-element", "/threats/1/enabled-by/2", "t"},
		{"graph-character", "/groups/1", "g"},
		{"graph-no-element", "/objectives/0/pillar", "o"},
		{"graph-no-element", "/plans/1/commitments/1/lead", "d"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	write(t, g)
	var edges []string
	for _, e := range g.Edges {
		if e.Kind != "pillar-of" {
			edges = append(edges, e.ID)
		}
	}
	if diff := cmp.Diff([]string{"t:enabled-by:t", "group:t:drives:t", "g:odd\ufffd:group:t", "g:related-to:group:t", "p:plan-of:s", "d:in-plan:p"}, edges); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
