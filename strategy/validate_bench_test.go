package strategy_test

import (
	"fmt"
	"testing"
	"time"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// generated makes a strategy of about n objects: in each fifty a threat, two
// actors, two objectives with an indicator each, and commitments with their
// partners, milestones and costs. If broken, some lack what rules ask for.
func generated(n int, broken bool) *strategy.Strategy {
	s := &strategy.Strategy{
		Schema: strategy.Schema, ID: "generated", Title: "Generated strategy", Stage: ocs.StageAdopted,
		Jurisdiction: strategy.Jurisdiction{Name: "Pakistan", Countries: []ocs.Country{"PK"}},
		Languages:    []ocs.Language{"en"}, Period: ocs.MustPeriod("2026/2031"), Vision: "Safe communities",
		Adoption: strategy.Adoption{Instrument: ocs.Cite{Source: "decree"}, Body: "actor-0-0", Date: ocs.MustDate("2026-01-15")},
		Sources:  []ocs.Source{{ID: "decree", Kind: ocs.SourceLaw, Title: "Decree", Publisher: "Gazette"}},
		Plans:    []strategy.Plan{{ID: "plan", Title: "Action plan", Owner: "actor-0-0", Period: ocs.MustPeriod("2026/2031")}},
	}
	pillars := []pillar.ID{pillar.Prevent, pillar.Pursue, pillar.Protect, pillar.Promote}
	for g := range max(2, n/50) {
		s.Threats = append(s.Threats, threat.Threat{
			ID: threat.ID(fmt.Sprintf("threat-%d", g)), Kind: threat.Crime, Name: fmt.Sprint("Extortion of traders ", g), Priority: true,
			Markets:     []threat.Market{threat.Extortion},
			Assessments: []threat.Assessment{{Method: "national threat assessment", Date: ocs.MustDate("2025")}},
			Scope:       threat.National, Cites: []ocs.Cite{{Source: "decree", Locator: "article 3", Grade: ocs.GradeVerified}},
		})
		for i := range 2 {
			s.Actors = append(s.Actors, actor.Actor{
				ID: actor.ID(fmt.Sprintf("actor-%d-%d", g, i)), Name: fmt.Sprintf("Provincial police %d-%d", g, i), Kind: actor.LawEnforcement,
				Level: ocs.LevelSubnational, Areas: []ocs.Area{"PK-PB"}, Active: ocs.MustPeriod("2002/"),
				Mandates: []actor.Mandate{{Markets: []threat.Market{threat.Extortion}, Powers: []actor.Power{actor.Investigation},
					Basis: ocs.Cite{Source: "decree"}}},
			})
			s.Objectives = append(s.Objectives, pillar.Objective{
				ID: pillar.ObjectiveID(fmt.Sprintf("objective-%d-%d", g, i)), Pillar: pillars[i],
				Also: []pillar.ID{pillars[2+i]}, Title: fmt.Sprintf("Fewer traders pay for protection %d-%d", g, i), Threats: []threat.ID{s.Threats[g].ID}, Owner: s.Actors[0].ID,
				Articles: []ocs.Article{"untoc/12", "untoc/31"},
				Indicators: []pillar.Indicator{{
					ID: pillar.IndicatorID(fmt.Sprintf("indicator-%d-%d", g, i)), Name: "Traders who report extortion", Kind: pillar.Outcome,
					Unit: "persons", Direction: pillar.Increase, Frequency: ocs.CadenceAnnually, Source: "Survey of traders",
					Baseline: pillar.Baseline{Value: ocs.Num(120), Date: ocs.MustDate("2025")},
					Targets:  []pillar.Target{{By: ocs.MustDate("2030"), Value: ocs.Num(400)}},
					People:   true, DisaggregatedBy: []pillar.Disaggregation{pillar.BySex, pillar.ByAge},
				}},
			})
		}
		generateCommitments(s, g, broken)
	}
	board := actor.Actor{
		ID: "board", Name: "Board on organised crime", Kind: actor.CoordinationBody, Level: ocs.LevelNational,
		Body: actor.Body{Chair: "actor-0-1", Cadence: ocs.CadenceQuarterly, Oversees: []ocs.ID{"plan"}},
	}
	for i := range s.Actors {
		board.Body.Members = append(board.Body.Members, s.Actors[i].ID)
	}
	s.Actors = append(s.Actors, board)
	govern(s)
	return s
}

// generateCommitments adds the commitments of group g: ten, each with a
// milestone, two partners and a cost.
func generateCommitments(s *strategy.Strategy, g int, broken bool) {
	cs := &s.Plans[0].Commitments
	for i := range 10 {
		c := strategy.Commitment{
			ID: strategy.CommitmentID(fmt.Sprintf("commitment-%d-%d", g, i)), Kind: strategy.Activity,
			Title:      "Set up a reporting line for traders in every district",
			Objectives: []pillar.ObjectiveID{s.Objectives[2*g+i%2].ID}, Lead: s.Actors[2*g].ID,
			Partners: []strategy.Partner{{Actor: s.Actors[2*g+1].ID, Role: actor.Implementing, Status: strategy.Agreed},
				{Actor: "board", Role: actor.Overseeing, Status: strategy.Agreed}},
			Start: ocs.MustDate("2026-06"), Deadline: ocs.MustDeadline("2028-Q2"), Areas: []ocs.Area{"PK-PB"},
			Milestones: []strategy.Milestone{{ID: strategy.MilestoneID(fmt.Sprintf("milestone-%d-%d", g, i)), Title: "Pilot district open",
				Due: ocs.MustDeadline("2027")}},
			Costs:   []strategy.Cost{{Money: ocs.MustMoney("PKR 1500000.00"), Class: strategy.Recurrent}},
			Funding: []strategy.Funding{{Source: strategy.StateBudget, Status: strategy.Committed}},
		}
		if i > 0 {
			c.DependsOn, c.Start = []strategy.CommitmentID{(*cs)[len(*cs)-1].ID}, ocs.Date{}
		}
		if broken && i%5 == 4 {
			c.Lead = ""
			c.Deadline = ocs.MustDeadline("2040")
			c.Partners[0].Actor = "nobody"
		}
		*cs = append(*cs, c)
	}
	if broken && g%3 == 2 {
		s.Objectives[2*g].Indicators = nil
		s.Objectives[2*g].Pillar = ""
	}
}

// objects counts the JSON objects of the generated strategy.
func objects(s *strategy.Strategy) int {
	n := 5 + len(s.Threats)*3 + len(s.Actors)*2 + len(s.Objectives)*4
	for _, p := range s.Plans {
		n += len(p.Commitments) * 6
	}
	return n
}

func BenchmarkValidate(b *testing.B) {
	for _, n := range []int{1_000, 100_000, 1_000_000} {
		s := generated(n, false)
		b.Run(fmt.Sprintf("clean-%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				strategy.Validate(s, nil)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(objects(s)), "ns/object")
		})
	}
}

func BenchmarkDecode(b *testing.B) {
	s := generated(1_000, false)
	data, err := jsonv2.Marshal(s)
	require.NoError(b, err)
	for b.Loop() {
		var into strategy.Strategy
		require.NoError(b, jsonv2.Unmarshal(data, &into))
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(objects(s)), "ns/object")
}

// BenchmarkRule shows which rules cost what.
func BenchmarkRule(b *testing.B) {
	s := generated(1_000, false)
	ix := strategy.NewIndex(s)
	b.Run("index", func(b *testing.B) {
		for b.Loop() {
			strategy.NewIndex(s)
		}
	})
	for _, code := range codes() {
		var rules []ocs.Rule[strategy.Index]
		for _, r := range strategy.Rules() {
			if r.Code == code {
				rules = append(rules, r)
			}
		}
		b.Run(code, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ocs.Run(s, ix, rules, &ocs.RunOptions{Stage: ocs.StageAdopted})
			}
		})
	}
}

// TestGeneratedIsClean keeps the benchmark about a clean document.
func TestGeneratedIsClean(t *testing.T) {
	require.Empty(t, strategy.Validate(generated(1000, false), nil).Findings)
}

// TestBadDocumentsTakeLinearTime gives hostile documents far more time than
// they need and far less than a quadratic rule would take.
func TestBadDocumentsTakeLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("large documents")
	}
	const n = 30_000
	plan := func(fill func(i int, c *strategy.Commitment)) *strategy.Strategy {
		s := &strategy.Strategy{ID: "s", Stage: ocs.StageAdopted, Plans: []strategy.Plan{{ID: "p", Commitments: make([]strategy.Commitment, n)}}}
		for i := range n {
			c := &s.Plans[0].Commitments[i]
			c.ID = id(i)
			fill(i, c)
		}
		return s
	}
	reported := &strategy.Strategy{ID: "s", Stage: ocs.StageImplementation}
	for i := range n / 3 {
		p := strategy.PlanID(fmt.Sprint("p-", i))
		reported.Plans = append(reported.Plans, strategy.Plan{ID: p, Commitments: []strategy.Commitment{{ID: id(i)}}})
		reported.Reports = append(reported.Reports, strategy.Report{ID: ocs.ID(fmt.Sprint("r-", i)), Plan: p, Covers: ocs.MustPeriod("2026")})
	}
	tests := []struct {
		name string
		s    *strategy.Strategy
		rule string
		want int
	}{
		{"a report on each plan that says nothing", reported, "report-incomplete", n / 3},
		{"one identifier for all", plan(func(i int, c *strategy.Commitment) { c.ID = "same" }), "duplicate-id", n - 1},
		{"every reference dangling", plan(func(i int, c *strategy.Commitment) { c.Lead = actor.ID(fmt.Sprint("nobody-", i)) }), "unresolved-reference", n},
		{"a ring of dependencies", plan(func(i int, c *strategy.Commitment) { c.DependsOn = []strategy.CommitmentID{id((i + 1) % n)} }), "dependency-cycle", 1},
		{"a chain of dependencies", plan(func(i int, c *strategy.Commitment) { c.DependsOn = []strategy.CommitmentID{id(i + 1)} }), "dependency-cycle", 0},
		{"many small rings", plan(func(i int, c *strategy.Commitment) { c.Parent = id(i ^ 1) }), "parent-cycle", n / 2},
		{"milestones that count from each other", plan(func(i int, c *strategy.Commitment) {
			c.Milestones = []strategy.Milestone{{ID: strategy.MilestoneID(fmt.Sprint("m-", i)), Due: ocs.MustDeadline(fmt.Sprintf("m-%d+1d", (i+1)%n))}}
		}), "deadline-cycle", 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			got := len(places(strategy.Validate(tt.s, &strategy.Options{MaxPerRule: -1}).Findings, tt.rule))
			if took := time.Since(start); took > 3*time.Minute {
				t.Errorf("took %v", took)
			} else {
				t.Logf("took %v", took)
			}
			if got != tt.want {
				t.Errorf("%d findings of %s, want %d", got, tt.rule, tt.want)
			}
		})
	}
}

func id(i int) strategy.CommitmentID { return strategy.CommitmentID(fmt.Sprint("c-", i)) }
