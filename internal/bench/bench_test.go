package main

import (
	"fmt"
	"testing"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// The sizes of documents in benchmarks, in objects.
var benchSizes = []int{1000, 10_000}

// benchmark runs a measure for each size; measures that read or write text
// say how many bytes they do.
func benchmark(b *testing.B, prepare func(*doc) (run func() any, bytes int)) {
	e := &env{docs: map[int]*doc{}}
	for _, n := range benchSizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			run, bytes := prepare(e.yamlDoc(n))
			b.ReportAllocs()
			b.SetBytes(int64(bytes))
			for b.Loop() {
				sink = run()
			}
			if bytes == 0 {
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/object")
			}
		})
	}
}

func BenchmarkLoadJSON(b *testing.B) {
	benchmark(b, func(d *doc) (func() any, int) {
		return func() any { return load("s.json", d.json) }, len(d.json)
	})
}

func BenchmarkLoadYAML(b *testing.B) {
	benchmark(b, func(d *doc) (func() any, int) {
		return func() any { return load("s.yaml", d.yaml) }, len(d.yaml)
	})
}

func BenchmarkUnmarshalV2(b *testing.B) {
	benchmark(b, func(d *doc) (func() any, int) {
		return func() any { return decodeV2(d.json) }, len(d.json)
	})
}

func BenchmarkIndex(b *testing.B) {
	benchmark(b, func(d *doc) (func() any, int) {
		return func() any { return strategy.NewIndex(d.strategy) }, 0
	})
}

func BenchmarkValidate(b *testing.B) {
	benchmark(b, func(d *doc) (func() any, int) {
		return func() any { return validate(d.strategy) }, 0
	})
}

func BenchmarkEncodeJSON(b *testing.B) {
	benchmark(b, func(d *doc) (func() any, int) {
		return func() any { return must(codec.Encode(d.strategy, codec.JSON)) }, len(d.json)
	})
}

func BenchmarkEncodeYAML(b *testing.B) {
	benchmark(b, func(d *doc) (func() any, int) {
		return func() any { return must(codec.Encode(d.strategy, codec.YAML)) }, len(d.yaml)
	})
}

// BenchmarkRule times each rule alone, to show where the time goes.
func BenchmarkRule(b *testing.B) {
	d := (&env{docs: map[int]*doc{}}).doc(10_000)
	ix := strategy.NewIndex(d.strategy)
	for _, r := range strategy.Rules() {
		b.Run(r.Code, func(b *testing.B) {
			b.ReportAllocs()
			rules := []ocs.Rule[strategy.Index]{r}
			o := ocs.RunOptions{Stage: d.strategy.Stage, AsOf: asOf}
			for b.Loop() {
				sink = ocs.Run(d.strategy, ix, rules, &o)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(d.n), "ns/object")
		})
	}
}

// BenchmarkDiff compares two versions of which one commitment in a hundred was
// edited.
func BenchmarkDiff(b *testing.B) {
	benchmark(b, func(d *doc) (func() any, int) {
		next := decodeV2(d.json)
		revise(next, false)
		return func() any { return strategy.Diff(d.strategy, next) }, 0
	})
}

// BenchmarkMerge brings together two drafts, of which each has edits of one
// commitment in a hundred, and checks the result.
func BenchmarkMerge(b *testing.B) {
	benchmark(b, func(d *doc) (func() any, int) {
		ours, theirs := decodeV2(d.json), decodeV2(d.json)
		revise(ours, false)
		for i := range theirs.Plans {
			theirs.Plans[i].Version = "2"
		}
		return func() any {
			merged, conflicts := strategy.Merge(d.strategy, ours, theirs)
			if len(conflicts) > 0 {
				fatal("drafts that don't meet have a conflict: ", conflicts[0])
			}
			return merged
		}, 0
	})
}
