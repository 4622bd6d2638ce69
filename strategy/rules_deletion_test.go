package strategy_test

import (
	"os"
	"path"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// TestNoRuleSurvivesDeletion takes the entries of the registry away one by one
// and demands that the bad fixture of the entry's code then shows less: a rule
// over several kinds of element must be broken by each of them.
func TestNoRuleSurvivesDeletion(t *testing.T) {
	all := strategy.Rules()
	needed := 0
	for i, r := range all {
		data, err := os.ReadFile(path.Join(fixtures, r.Code, "bad.yaml"))
		require.NoError(t, err)
		doc := codec.Decode("bad.yaml", data, nil)
		count := func(rules []ocs.Rule[strategy.Index]) int {
			n := 0
			s := &doc.Strategy
			for _, f := range ocs.Run(s, strategy.NewIndex(s), rules, &ocs.RunOptions{Stage: s.Stage, AsOf: fixturesAsOf}).Findings {
				if f.Rule == r.Code {
					n++
				}
			}
			return n
		}
		var same []ocs.Rule[strategy.Index] // the entries of that code
		for j := range all {
			if all[j].Code == r.Code && j != i {
				same = append(same, all[j])
			}
		}
		without := 0
		if len(same) > 0 {
			without = count(same)
		}
		with := count(append(same, r))
		if with == without && r.Code[:min(7, len(r.Code))] != "waiver-" { // what waivers did is known to Validate only
			t.Errorf("%s: nothing in its bad fixture needs entry %d of the registry", r.Code, i)
			continue
		}
		needed++
	}
	t.Logf("%d of %d entries are needed", needed, len(all))
}
