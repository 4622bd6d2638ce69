package strategy_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// task is a commitment with a start, a deadline and what it waits for.
func task(id strategy.CommitmentID, start, due string, after ...strategy.CommitmentID) strategy.Commitment {
	c := strategy.Commitment{ID: id, Start: date(start), DependsOn: after}
	if due != "" {
		c.Deadline = ocs.MustDeadline(due)
	}
	return c
}

// row is what the tests compare of an entry.
func row(e strategy.ScheduleEntry) string {
	slack := "-"
	if e.Slack != nil {
		slack = fmt.Sprint(*e.Slack)
	}
	return fmt.Sprintf("%s %v..%v +%d +%d because %q root %q slack %s", e.Commitment, e.ExpectedStart, e.ExpectedEnd, e.StartsLater, e.EndsLater, e.Because, e.Root, slack)
}

func TestSchedule(t *testing.T) {
	tests := []struct {
		name     string
		cs       []strategy.Commitment
		updates  []strategy.Update
		asOf     string
		want     []string
		critical []strategy.CommitmentID
	}{
		{
			name: "in time",
			cs:   []strategy.Commitment{task("b", "2027-02-01", "2027-03-31", "a"), task("a", "2027-01-01", "2027-01-31"), task("alone", "", "2027-01-31")},
			asOf: "2027-01-15",
			want: []string{
				`a 2027-01-01..2027-01-31 +0 +0 because "" root "" slack 0`,
				`b 2027-02-01..2027-03-31 +0 +0 because "" root "" slack 0`,
			},
			critical: []strategy.CommitmentID{"a", "b"},
		},
		{
			name: "delay is carried along a chain, and slack absorbs it",
			cs: []strategy.Commitment{task("a", "2027-01-01", "2027-01-31"), task("b", "2027-02-01", "2027-02-28", "a"),
				task("c", "2027-03-06", "2027-03-31", "b")}, // five days lie between b and c
			asOf: "2027-02-10",
			want: []string{
				`a 2027-01-01..2027-02-10 +0 +10 because "" root "" slack -10`,
				`b 2027-02-11..2027-03-10 +10 +10 because "a" root "a" slack -10`,
				`c 2027-03-11..2027-04-05 +5 +5 because "b" root "a" slack -5`,
			},
			critical: []strategy.CommitmentID{"a", "b", "c"},
		},
		{
			name: "the latest of several decides",
			cs: []strategy.Commitment{task("a", "2027-01-01", "2027-01-31"), task("b", "2027-01-01", "2027-02-05"),
				task("c", "2027-02-06", "2027-02-28", "a", "b", "b", "nowhere")},
			asOf: "2027-02-03",
			want: []string{
				`a 2027-01-01..2027-02-03 +0 +3 because "" root "" slack -3`,
				`b 2027-01-01..2027-02-05 +0 +0 because "" root "" slack 0`,
				`c 2027-02-06..2027-02-28 +0 +0 because "" root "" slack 0`,
			},
			critical: []strategy.CommitmentID{"b", "c"},
		},
		{
			name:    "what was delivered late pushes by what it was late",
			cs:      []strategy.Commitment{task("a", "2027-01-01", "2027-01-31"), task("b", "2027-02-01", "2027-02-28", "a")},
			updates: []strategy.Update{told("a", "2027-02-03", strategy.Complete)},
			asOf:    "2027-02-03",
			want: []string{
				`a 2027-01-01..2027-02-03 +0 +3 because "" root "" slack -`,
				`b 2027-02-04..2027-03-03 +3 +3 because "a" root "a" slack -3`,
			},
			critical: []strategy.CommitmentID{"a", "b"},
		},
		{
			name:    "what has begun isn't moved",
			cs:      []strategy.Commitment{task("a", "2027-01-01", "2027-01-31"), task("b", "2027-02-01", "2027-02-28", "a")},
			updates: []strategy.Update{told("b", "2027-02-03", strategy.OnTrack)},
			asOf:    "2027-02-10",
			want: []string{
				`a 2027-01-01..2027-02-10 +0 +10 because "" root "" slack -10`,
				`b 2027-02-01..2027-02-28 +0 +0 because "" root "" slack 0`,
			},
			critical: []strategy.CommitmentID{"a", "b"},
		},
		{
			name:    "what was cancelled, or has no end, holds nothing up",
			cs:      []strategy.Commitment{task("a", "2027-01-01", "2027-01-31"), task("always", "", "continuous"), task("b", "2027-02-01", "2027-02-28", "a", "always")},
			updates: []strategy.Update{told("a", "2027-01-03", strategy.CancelledState)},
			asOf:    "2027-02-10",
			want: []string{
				`a 2027-01-01.. +0 +0 because "" root "" slack -`,
				`always 2026-01-01.. +0 +0 because "" root "" slack -`,
				`b 2027-02-01..2027-02-28 +0 +0 because "" root "" slack 0`,
			},
		},
		{
			name: "an overlap that was planned is kept",
			cs:   []strategy.Commitment{task("a", "2027-01-01", "2027-01-31"), task("b", "2027-01-22", "2027-02-28", "a")},
			asOf: "2027-02-02",
			want: []string{
				`a 2027-01-01..2027-02-02 +0 +2 because "" root "" slack -2`,
				`b 2027-01-24..2027-03-02 +2 +2 because "a" root "a" slack -2`,
			},
			critical: []strategy.CommitmentID{"a", "b"},
		},
		{
			name: "without a start of its own it begins after what it waits for",
			cs:   []strategy.Commitment{task("a", "", "2027-01-31"), task("b", "", "2027-02-28", "a")},
			asOf: "2027-02-03",
			want: []string{
				`a 2026-01-01..2027-02-03 +0 +3 because "" root "" slack -3`,
				`b 2027-02-04..2027-03-03 +3 +3 because "a" root "a" slack -3`,
			},
			critical: []strategy.CommitmentID{"a", "b"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := strategy.NewIndex(reported(tt.cs, tt.updates...)).Schedule(date(tt.asOf))
			var got []string
			for _, e := range v.Entries {
				got = append(got, row(e))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.critical, v.Critical); diff != "" {
				t.Errorf("critical (-want +got):\n%s", diff)
			}
		})
	}
}

func TestScheduleCycles(t *testing.T) {
	v := strategy.NewIndex(reported([]strategy.Commitment{
		task("after", "2027-02-01", "2027-02-28", "x"), task("y", "2027-01-01", "2027-01-20", "x"), task("x", "2027-01-01", "2027-01-31", "y", "first"),
		task("self", "", "2027-01-31", "self"), task("first", "2026-01-01", "2026-12-31"),
	})).Schedule(date("2027-02-10"))
	if diff := cmp.Diff([][]strategy.CommitmentID{{"y", "x"}, {"self"}}, v.Cycles); diff != "" {
		t.Errorf("cycles (-want +got):\n%s", diff)
	}
	at := map[strategy.CommitmentID]int{}
	for i, e := range v.Entries {
		at[e.Commitment] = i
	}
	if len(at) != 5 || at["after"] < at["x"] || at["x"] < at["first"] {
		t.Errorf("order: %v", at)
	}
	if e := v.Entries[at["after"]]; e.StartsLater == 0 || e.Because != "x" {
		t.Errorf("delay isn't carried out of the cycle: %s", row(e))
	}
}

// Long chains, rings and stars take time in proportion to their size.
func TestScheduleHostile(t *testing.T) {
	const n = 30_000
	for name, after := range map[string]func(i int) []strategy.CommitmentID{
		"chain": func(i int) []strategy.CommitmentID { return []strategy.CommitmentID{id(i - 1)} },
		"ring":  func(i int) []strategy.CommitmentID { return []strategy.CommitmentID{id((i + 1) % n)} },
		"star":  func(int) []strategy.CommitmentID { return []strategy.CommitmentID{"c-0"} },
		"same": func(i int) []strategy.CommitmentID {
			if i == 0 {
				return make([]strategy.CommitmentID, n)
			}
			return nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			cs := make([]strategy.Commitment, n)
			for i := range cs {
				cs[i] = task(id(i), "0001-01-01", "9999", after(i)...)
			}
			s := reported(cs)
			s.Plans[0].Period = ocs.Period{}
			start := time.Now()
			v := strategy.NewIndex(s).Schedule(date("9999"))
			if took := time.Since(start); took > 3*time.Minute {
				t.Errorf("took %v for %d entries", took, len(v.Entries))
			}
		})
	}
}
