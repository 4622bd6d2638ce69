package strategy_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/strategy"
)

// views asks every question of a strategy and gives the answers and their
// tables.
func views(s *strategy.Strategy) (answers []any, tables []strategy.Table) {
	ix, day := strategy.NewIndex(s), ocs.MustDate("2026-10-01")
	cv := ix.Coverage(day, nil)
	r := ix.Responsibility(day, nil)
	b := ix.Budget(day, &strategy.BudgetOptions{Currency: "PKR"})
	k := ix.Ranking(day, nil)
	l := ix.Logframe(day, nil)
	tables = append(b.Tables(), b.Table(), cv.Table(), cv.LinesTable(), cv.MarketsTable(), cv.GapsTable(), r.Table(), r.LoadTable(), r.MandatesTable(),
		r.BodiesTable(), r.SuccessionTable(), k.Table(), k.SwapsTable(), l.Table())
	return []any{cv, r, b, k, l}, tables
}

// Answers are plain data: they can be encoded, are the same each time, and
// asking changes nothing.
func TestViewsArePlainAndPure(t *testing.T) {
	for name, s := range map[string]*strategy.Strategy{"viewed": viewed(), "broken": broken(), "funded": funded(), "institutions": institutions(),
		"pakistan": pakistan2021(), "empty": {}} {
		t.Run(name, func(t *testing.T) {
			before, err := json.Marshal(s)
			require.NoError(t, err)
			answers, tables := views(s)
			first, err := json.Marshal(answers)
			require.NoError(t, err)
			again, _ := views(s)
			second, err := json.Marshal(again)
			require.NoError(t, err)
			if diff := cmp.Diff(string(first), string(second)); diff != "" {
				t.Errorf("answers differ (-first +second):\n%s", diff)
			}
			after, err := json.Marshal(s)
			require.NoError(t, err)
			if diff := cmp.Diff(string(before), string(after)); diff != "" {
				t.Errorf("asking changed the strategy (-before +after):\n%s", diff)
			}
			for _, table := range tables {
				checkShape(t, table)
			}
		})
	}
}

// A lead with very many mandates is looked at up to a point.
func TestMandateFitOfManyMandates(t *testing.T) {
	s := institutions()
	fia := &s.Actors[1]
	fia.Mandates = make([]actor.Mandate, 5_000)
	for i := range 400 {
		s.Plans[0].Commitments = append(s.Plans[0].Commitments, strategy.Commitment{ID: id(i), Lead: "fia", Objectives: s.Plans[0].Commitments[0].Objectives})
	}
	for _, f := range strategy.NewIndex(s).Responsibility(ocs.Date{}, nil).Misfits {
		if f.Lead == "fia" {
			t.Errorf("%s: a mandate for anything doesn't fit: %v", f.Commitment, f.Fails)
		}
	}
}

func TestViewVocabularies(t *testing.T) {
	for name, v := range map[string]struct {
		terms []string
		known func(string) bool
	}{
		"gap":      {strategy.GapKind("").Terms(), func(s string) bool { return strategy.GapKind(s).Known() }},
		"verdict":  {strategy.FitVerdict("").Terms(), func(s string) bool { return strategy.FitVerdict(s).Known() }},
		"part":     {strategy.FitPart("").Terms(), func(s string) bool { return strategy.FitPart(s).Known() }},
		"unranked": {strategy.UnrankedReason("").Terms(), func(s string) bool { return strategy.UnrankedReason(s).Known() }},
		"level":    {strategy.LogframeLevel("").Terms(), func(s string) bool { return strategy.LogframeLevel(s).Known() }},
	} {
		seen := map[string]bool{}
		for _, term := range v.terms {
			if seen[term] || !v.known(term) {
				t.Errorf("%s: %q is listed twice or not known", name, term)
			}
			seen[term] = true
		}
		if len(seen) == 0 || v.known("none of these") || v.known("") {
			t.Errorf("%s: the vocabulary is empty or knows anything", name)
		}
	}
}

// The as-of date moves forward: what counts as delivered only grows.
func TestCoverageNeverUndelivers(t *testing.T) {
	ix := strategy.NewIndex(viewed())
	before := 0
	for month := 1; month <= 24; month++ {
		day := ocs.MustDate("2025-12-31").Add(month, ocs.Months)
		n := len(ix.Coverage(day, nil).Threats[0].Total.Delivered)
		if n < before {
			t.Errorf("%v: %d delivered, %d before", day, n, before)
		}
		before = n
	}
	if before != 3 {
		t.Errorf("%d delivered in the end, want 3", before)
	}
}
