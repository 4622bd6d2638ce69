package graph_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/graph"
	"github.com/ocs-framework/ocs/threat"
)

// sound checks all that every graph must be, whatever the strategy.
func sound(t testing.TB, s *strategy.Strategy, level ocs.Marking) *graph.Graph {
	t.Helper()
	g := graph.New(s, level)
	once := write(t, g)
	again := graph.New(s, level)
	require.True(t, reflect.DeepEqual(g, again), "two graphs of one strategy differ")
	require.True(t, bytes.Equal(once, write(t, again)))
	codes := make(map[string]bool)
	for _, f := range graph.Faults() {
		codes[f.Code] = true
	}
	for _, f := range g.Findings {
		require.True(t, codes[f.Rule] || f.Rule == strategy.ReleaseReference || f.Rule == strategy.ReleaseText, f.Rule)
		require.NotEmpty(t, f.Severity)
	}
	nodes, edges := g.Tables()
	for _, table := range []strategy.Table{nodes, edges} {
		var out bytes.Buffer
		require.NoError(t, table.WriteCSV(&out))
		rows, err := csv.NewReader(&out).ReadAll()
		require.NoError(t, err)
		require.Len(t, rows, 1+len(table.Rows))
	}
	return g
}

// A strategy that repeats what is costly in some way makes a graph of its own
// size, and no more findings than are listed.
func TestHostile(t *testing.T) {
	const many = 4_000
	same := make([]threat.Tie, many)
	missing := make([]threat.ID, many)
	members := make([]actor.ID, many)
	for i := range many {
		same[i] = threat.Tie{Kind: threat.PartOf, Group: "g"}
		missing[i] = threat.ID(fmt.Sprint("none-", i))
		members[i] = "a"
	}
	s := &strategy.Strategy{
		ID:      "s",
		Groups:  []threat.Group{{ID: "g", Ties: same, Threats: missing}},
		Actors:  []actor.Actor{{ID: "a", Name: "\x00", Body: actor.Body{Members: members, Oversees: []ocs.ID{"a", "s", "gone"}}}},
		Threats: make([]threat.Threat, many), // without identifiers
		Plans:   make([]strategy.Plan, many),
	}
	for i := range s.Plans {
		s.Plans[i] = strategy.Plan{ID: "p", Marking: ocs.MarkingClear, PartOf: "p"} // all with one
	}
	for _, level := range []ocs.Marking{ocs.MarkingClear, ocs.MarkingRed} {
		g := sound(t, s, level)
		require.Less(t, len(g.Findings), 5_000)
		require.LessOrEqual(t, len(g.Nodes), many+10)
		require.LessOrEqual(t, len(g.Edges), 4*many+10)
	}
}

// FuzzGraph makes graphs of whatever can be read as a strategy.
func FuzzGraph(f *testing.F) {
	data, err := os.ReadFile("testdata/full.strategy.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data, "clear")
	f.Add([]byte(`{"id":"a","threats":[{"id":"a"},{"id":"threat:a"},{"id":"a","enabled-by":["a",""]}]}`), "red")
	f.Add([]byte(`{"groups":[{"id":"g","ties":[{"kind":"\u0000","group":"g"}]}],"marking":"secret"}`), "amber")
	f.Add([]byte("id: s\nframework: {id: uk-2018}\nmarking: red\nplans: [{id: p, commitments: [{id: c, marking: green, lead: p}]}]\n"), "green")
	f.Fuzz(func(t *testing.T, data []byte, level string) {
		doc := codec.Decode("f.yaml", data, nil)
		sound(t, &doc.Strategy, ocs.Marking(level))
	})
}

// FuzzText puts any text, UTF-8 or not, where a graph shows it.
func FuzzText(f *testing.F) {
	f.Add("\x00\x1b\ufffe\xff", "=1+1")
	f.Add("<![CDATA[&]]>", "a b")
	f.Fuzz(func(t *testing.T, text, id string) {
		s := &strategy.Strategy{
			ID: ocs.ID(id), Title: text, Notice: text,
			Groups:     []threat.Group{{ID: threat.GroupID(id), Name: text, Type: threat.GroupType(text), Ties: []threat.Tie{{Kind: threat.TieKind(text), Group: threat.GroupID(id), Note: text}}}},
			Objectives: []pillar.Objective{{ID: pillar.ObjectiveID(id + "x"), Title: text, Pillar: pillar.ID(text), Marking: ocs.Marking(text)}},
		}
		sound(t, s, ocs.MarkingRed)
	})
}
