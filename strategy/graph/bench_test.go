package graph_test

import (
	"fmt"
	"io"
	"testing"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/graph"
	"github.com/ocs-framework/ocs/threat"
)

// generated makes a strategy of n elements: of each ten a threat, an actor, an
// objective with an indicator, and commitments with partners and dependencies,
// one of them red.
func generated(n int) *strategy.Strategy {
	s := &strategy.Strategy{ID: "generated", Title: "Generated strategy", Period: ocs.MustPeriod("2026/2031"),
		Plans: []strategy.Plan{{ID: "plan", Title: "Action plan", Owner: "actor-0"}}}
	p := &s.Plans[0]
	for g := range n / 10 {
		t, a, o := threat.ID(fmt.Sprintf("threat-%d", g)), actor.ID(fmt.Sprintf("actor-%d", g)), pillar.ObjectiveID(fmt.Sprintf("objective-%d", g))
		s.Threats = append(s.Threats, threat.Threat{ID: t, Name: fmt.Sprint("Extortion of traders ", g), Markets: []threat.Market{threat.Extortion}})
		s.Actors = append(s.Actors, actor.Actor{ID: a, Name: fmt.Sprint("Provincial police ", g), Kind: actor.LawEnforcement, Areas: []ocs.Area{"PK-PB"}})
		s.Objectives = append(s.Objectives, pillar.Objective{ID: o, Pillar: pillar.Protect, Title: fmt.Sprint("Fewer traders pay ", g), Threats: []threat.ID{t}, Owner: a,
			Indicators: []pillar.Indicator{{ID: pillar.IndicatorID(fmt.Sprintf("indicator-%d", g)), Name: "Traders who pay", Kind: pillar.Outcome}}})
		for i := range 6 {
			c := strategy.Commitment{ID: strategy.CommitmentID(fmt.Sprintf("commitment-%d-%d", g, i)), Title: "Set up a reporting line for traders in every district",
				Objectives: []pillar.ObjectiveID{o}, Lead: a, Partners: []strategy.Partner{{Actor: "actor-0", Role: actor.Supporting}}, Deadline: ocs.MustDeadline("2028-Q2")}
			if i > 0 {
				c.DependsOn = []strategy.CommitmentID{p.Commitments[len(p.Commitments)-1].ID}
			} else {
				c.Marking = ocs.MarkingRed
			}
			p.Commitments = append(p.Commitments, c)
		}
	}
	return s
}

func BenchmarkNew(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		s := generated(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				graph.New(s, ocs.MarkingClear)
			}
		})
	}
}

func BenchmarkWriteGraphML(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		g := graph.New(generated(n), ocs.MarkingRed)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var size int64
			b.ReportAllocs()
			for b.Loop() {
				w := counter{}
				if err := g.WriteGraphML(&w); err != nil {
					b.Fatal(err)
				}
				size = w.n
			}
			b.SetBytes(size)
		})
	}
}

func BenchmarkTables(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		g := graph.New(generated(n), ocs.MarkingRed)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				nodes, edges := g.Tables()
				for _, t := range []strategy.Table{nodes, edges} {
					if err := t.WriteCSV(io.Discard); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

// counter counts what is written.
type counter struct{ n int64 }

func (c *counter) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	return len(p), nil
}
