package strategy_test

import (
	"testing"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
)

func BenchmarkRedact(b *testing.B) {
	s := nsaoc.Strategy()
	b.ReportAllocs()
	for b.Loop() {
		strategy.Redact(&s, ocs.MarkingClear)
	}
}
