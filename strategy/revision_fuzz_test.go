package strategy_test

import (
	"encoding/json"
	"testing"

	"github.com/ocs-framework/ocs/strategy"
)

// FuzzRevision holds any three documents against what must be true of all:
// that a revision leads from one to the other, and that a draft which changed
// nothing has no say in a merge.
func FuzzRevision(f *testing.F) {
	a, b := small(), measured()
	for seed := range uint64(4) {
		x, y := small(), measured()
		newMutator(seed).mutate(&x, 6)
		newMutator(seed).mutate(&y, 6)
		var docs [4][]byte
		for i, s := range []*strategy.Strategy{&a, &b, &x, &y} {
			docs[i], _ = json.Marshal(s)
		}
		f.Add(docs[0], docs[2], docs[1])
		f.Add(docs[1], docs[3], docs[0])
	}
	f.Add([]byte(`{"plans":[{"id":"p"},{"id":"p"},{"id":""}]}`), []byte(`{"plans":[{"id":"p","budget":[{},{}]},{"id":"q"}]}`), []byte(`{}`))
	f.Fuzz(func(t *testing.T, base, ours, theirs []byte) {
		var docs [3]strategy.Strategy
		for i, data := range [][]byte{base, ours, theirs} {
			if len(data) > 1<<16 || json.Unmarshal(data, &docs[i]) != nil {
				return
			}
		}
		b, o, th := &docs[0], &docs[1], &docs[2]
		requireApplies(t, b, o)
		requireApplies(t, o, th)
		for _, sides := range [][2]*strategy.Strategy{{o, b}, {b, o}, {o, o}} {
			got, found := strategy.Merge(b, sides[0], sides[1])
			if len(found) > 0 {
				t.Fatal(found)
			}
			requireSame(t, "merged", o, &got)
		}
		merged, found := strategy.Merge(b, o, th)
		for _, finding := range found {
			if finding.Rule == "" || finding.Message == "" {
				t.Fatalf("incomplete finding %+v", finding)
			}
		}
		text(t, &merged)
	})
}
