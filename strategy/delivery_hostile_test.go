package strategy_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// pick takes one of a list.
func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

// absurd makes a strategy in which identifiers are shared, references lead
// anywhere or nowhere, and dates and numbers are as far out as they can be.
func absurd(r *rand.Rand) *strategy.Strategy {
	day := func() ocs.Date {
		return date(pick(r, "", "0001", "0001-01-01", "2026", "2026-Q2", "2027-02", "2027-02-28", "2028-02-29", "9999", "9999-12-31"))
	}
	deadline := func() ocs.Deadline {
		return ocs.MustDeadline(pick(r, "2027", "9999-12-31", "0001-01-01", "continuous", "weekly", "monthly", "biennially", "adoption+99999y", "m-1+1m", "m-2+90d", "adoption+1w"))
	}
	number := func() ocs.Decimal {
		return dec(pick(r, "", "0", "-0.5", "7", "12.5", "9223372036854775807", "-9223372036854775808", "0.000000000000000001"))
	}
	name := func(p string) string { return fmt.Sprint(p, "-", r.IntN(4)) }
	area := func() ocs.Area { return pick[ocs.Area](r, "", "", "PK", "PK-PB", "??") }
	indicators := func() (list []pillar.Indicator) {
		for range r.IntN(3) {
			i := pillar.Indicator{ID: pillar.IndicatorID(name("i")), Direction: pick(r, "", pillar.Increase, pillar.Decrease, pillar.Maintain, "sideways"),
				Reading: pick(r, "", pillar.LevelReading, pillar.Cumulative, pillar.Increment, "odd"), Value: pick(r, "", "", pillar.YesNo, pillar.Narrative, "odd"),
				Frequency: pick(r, "", ocs.CadenceWeekly, ocs.CadenceMonthly, ocs.CadenceAnnually, "never"), Unit: pick(r, "", "%"),
				Baseline: pillar.Baseline{Value: number(), Date: day()}}
			for range r.IntN(4) {
				i.Targets = append(i.Targets, pillar.Target{By: day(), Value: number(), Text: pick(r, "", "yes", "no"), Comparator: pick(r, "", pillar.AtLeast, pillar.AtMost, pillar.Exactly, "near")})
			}
			list = append(list, i)
		}
		return list
	}
	s := &strategy.Strategy{ID: "s", Period: ocs.Period{Start: day(), End: day()}, Adoption: strategy.Adoption{Date: day()}}
	for range r.IntN(4) {
		s.Objectives = append(s.Objectives, pillar.Objective{ID: pillar.ObjectiveID(name("o")), Pillar: pick(r, "", pillar.Pursue, "nowhere"),
			Parent: pillar.ObjectiveID(pick(r, "", name("o"))), Indicators: indicators()})
	}
	for range 1 + r.IntN(3) {
		p := strategy.Plan{ID: strategy.PlanID(name("p")), Period: ocs.Period{Start: day(), End: day()}, Adoption: strategy.Adoption{Date: day()}, Due: deadline(),
			Ended: strategy.Ending{Date: pick(r, ocs.Date{}, ocs.Date{}, day())}, PartOf: strategy.PlanID(name("p"))}
		if r.IntN(3) == 0 {
			p.Supersedes = []strategy.PlanID{strategy.PlanID(name("p"))}
		}
		for range r.IntN(6) {
			c := strategy.Commitment{ID: strategy.CommitmentID(pick(r, "", name("c"), name("c"), name("c"))), Parent: strategy.CommitmentID(pick(r, "", name("c"))), Start: day(),
				Deadline: deadline(), Review: day(), Indicators: indicators(), Lead: actor.ID(name("a")), Areas: []ocs.Area{area()},
				Milestones: []strategy.Milestone{{ID: strategy.MilestoneID(name("m")), Due: deadline()}},
				DependsOn:  []strategy.CommitmentID{strategy.CommitmentID(name("c")), strategy.CommitmentID(name("c"))},
				Ended:      pick(r, strategy.Ending{}, strategy.Ending{}, strategy.Ending{How: "odd", Date: day()}, strategy.Ending{How: strategy.Completed, Date: day()})}
			p.Commitments = append(p.Commitments, c)
		}
		s.Plans = append(s.Plans, p)
	}
	for range r.IntN(3) {
		rep := strategy.Report{ID: ocs.ID(name("r")), Made: day(), Due: day(), Covers: ocs.Period{Start: day(), End: day()}}
		for range r.IntN(12) {
			rep.Updates = append(rep.Updates, strategy.Update{Commitment: strategy.CommitmentID(name("c")), Milestone: strategy.MilestoneID(pick(r, "", name("m"))), Area: area(),
				Date: day(), State: pick(r, "", strategy.OnTrack, strategy.Complete, strategy.CancelledState, strategy.Blocked, "odd"), Percent: number()})
			rep.Readings = append(rep.Readings, strategy.Reading{Indicator: pillar.IndicatorID(name("i")), Area: area(), Date: day(), Value: number(), Text: pick(r, "", "yes", "maybe"),
				Status: pick(r, "", "", strategy.ReadingBehind, "odd"), Parts: []strategy.Part{{By: "sex", Value: number()}, {By: "sex", Value: number()}}})
		}
		s.Reports = append(s.Reports, rep)
	}
	s.Evaluations = []strategy.Evaluation{{ID: "e", Due: deadline(), Done: day()}}
	s.Reporting = []strategy.ReportingDuty{{By: "a-1", Cadence: pick(r, "", ocs.CadenceWeekly, ocs.CadenceAnnually), Due: day()}}
	s.Redactions = []strategy.Redaction{{Element: ocs.ID(name("c"))}, {Element: ocs.ID(name("i")), Fields: []string{"baseline/value"}}, {Element: ocs.ID(name("r")), Fields: []string{"readings"}}}
	return s
}

// TestViewsOfAbsurdStrategies asks every question of strategies that make no
// sense: each has an answer, the same each time, whose tables are whole and whose
// values can be written as JSON.
func TestViewsOfAbsurdStrategies(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for run := range 150 {
		s := absurd(r)
		asOf := date(pick(r, "", "0001-01-01", "2026-06", "2027-03-01", "9999-12-31"))
		period := pick(r, ocs.Period{}, ocs.MustPeriod("2027"), ocs.MustPeriod("/2027-03"), ocs.MustPeriod("2028/2026"), ocs.MustPeriod("0001/"))
		ask := func() (tables []strategy.Table, answers []any) {
			ix := strategy.NewIndex(s)
			delivery, agenda, overdue, schedule := ix.Delivery(asOf, &strategy.DeliveryOptions{All: true}), ix.Agenda(period, asOf), ix.Overdue(asOf), ix.Schedule(asOf)
			changes, progress := ix.Changes(ix.Reported(asOf), asOf), ix.Progress(asOf, &strategy.ProgressOptions{All: true})
			rollup := ix.Rollup(asOf, &strategy.RollupOptions{Method: pick(r, "", strategy.RollupMean), Missing: strategy.MissingAsZero})
			return []strategy.Table{delivery.Table(), agenda.Table(), overdue.Table(), schedule.Table(), changes.Table(), progress.Table(), rollup.Table()},
				[]any{delivery, agenda, overdue, schedule, changes, progress, rollup}
		}
		tables, answers := ask()
		for _, table := range tables {
			for _, row := range table.Rows {
				if len(row) != len(table.Columns) {
					t.Fatalf("run %d, %s: %d cells in %d columns", run, table.Title, len(row), len(table.Columns))
				}
			}
		}
		first, err := json.Marshal(answers)
		if err != nil {
			t.Fatalf("run %d: %v", run, err)
		}
		again, answers := ask()
		second, err := json.Marshal(answers)
		if err != nil || !bytes.Equal(first, second) {
			t.Fatalf("run %d: another answer, %v (-first +second):\n%s", run, err, cmp.Diff(tables, again))
		}
	}
}
