package main

import (
	"fmt"
	"runtime"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// options are those of validation: all rules run, also those that need a date.
var options = strategy.Options{AsOf: asOf}

// validate checks a strategy and ends the program if it isn't clean.
func validate(s *strategy.Strategy) any {
	r := strategy.Validate(s, &options)
	if len(r.Findings) > 0 {
		fatal("the generated strategy isn't clean: ", r.Findings[0])
	}
	return r
}

// rulesAgainstDecode is goal 4, which holds at 1,000 objects.
func rulesAgainstDecode(e *env) (rows []row) {
	for _, n := range e.upTo(100_000) {
		d := e.doc(n)
		t := compare(e.passes,
			subject{"json/v2", func() any { return decodeV2(d.json) }},
			subject{"rules", func() any { return validate(d.strategy) }})
		r := row{what: "all rules ÷ json/v2 decode, " + size(n), measured: t.ratio(1, 0), note: fmt.Sprintf("%d rules", len(strategy.Rules()))}
		if n == 1000 {
			r.gate, r.aim = 0.30, 0.15
		}
		rows = append(rows, r)
	}
	return rows
}

// rulesAgainstSchema is goal 5.
func rulesAgainstSchema(e *env) (rows []row) {
	parse, check := santhosh()
	parseGoogle, checkGoogle := googleSchema()
	parseTags, checkTags := tags()
	for _, n := range e.upTo(10_000) {
		d := e.doc(n)
		v, vg, vt := parse(d.json), parseGoogle(d.json), parseTags(d.json)
		t := compare(e.passes,
			subject{"rules", func() any { return validate(d.strategy) }},
			subject{"santhosh", func() any { return check(v) }},
			subject{"google", func() any { return checkGoogle(vg) }},
			subject{"validator", func() any { return checkTags(vt) }})
		rows = append(rows,
			row{what: "all rules ÷ santhosh v6 on a schema, " + size(n), measured: t.ratio(0, 1), gate: 0.08, aim: 0.04},
			row{what: "all rules ÷ google/jsonschema-go on it, " + size(n), measured: t.ratio(0, 2)},
			row{what: "all rules ÷ validator/v10 tags, " + size(n), measured: t.ratio(0, 3)})
	}
	return rows
}

// verdict is goal 6: from the bytes of a JSON document to a verdict.
func verdict(e *env) (rows []row) {
	parse, check := santhosh()
	parseTags, checkTags := tags()
	for _, n := range e.upTo(10_000) {
		d := e.doc(n)
		t := compare(e.passes,
			subject{"ocs", func() any {
				r := codec.Decode("s.json", d.json, nil).Check(&options)
				if len(r.Findings) > 0 {
					fatal("the generated document isn't clean: ", r.Findings[0])
				}
				return r
			}},
			subject{"santhosh", func() any { return check(parse(d.json)) }},
			subject{"validator", func() any { return checkTags(parseTags(d.json)) }})
		rows = append(rows,
			row{what: "bytes to verdict ÷ santhosh v6, " + size(n), measured: t.ratio(0, 1), gate: 0.30, aim: 0.20},
			row{what: "bytes to verdict ÷ encoding/json + validator/v10, " + size(n), measured: t.ratio(0, 2), gate: 0.60, aim: 0.45})
	}
	return rows
}

// scale is goal 7: it holds for a million objects against a thousand.
func scale(e *env) (rows []row) {
	perObject, allocated := map[int]float64{}, map[int]uint64{}
	for _, n := range e.sizes {
		s := Generate(n)
		run := func() any { return validate(&s) }
		t := compare(e.passes, subject{"rules", run})
		perObject[n], allocated[n] = float64(t.median(0))/float64(n), allocations(run)
		rows = append(rows, row{what: "validation per object, " + size(n), measured: perObject[n], unit: " ns",
			note: fmt.Sprintf("%d allocations", allocated[n])})
		s = strategy.Strategy{}
		runtime.GC()
	}
	const small, large = 1000, 1_000_000
	if perObject[small] > 0 && perObject[large] > 0 {
		rows = append(rows,
			row{what: "validation per object, 1M ÷ 1k", measured: perObject[large] / perObject[small], gate: 6, aim: 3},
			row{what: "allocations, 1M ÷ 1k", measured: float64(allocated[large]) / float64(allocated[small]), note: "goal: O(1)"})
	}
	return rows
}

// address is goal 8: what it costs to turn one reported address into a
// pointer, which takes a walk over the model.
func address(e *env) (rows []row) {
	for _, n := range e.upTo(100_000) {
		d := e.doc(n)
		run := func(check func(*ocs.Pass, *strategy.Strategy)) func() any {
			rules := []ocs.Rule[strategy.Strategy]{{Code: "bench", Title: "bench", Levels: "EEEEE", Check: check}}
			return func() any { return ocs.Run(d.strategy, d.strategy, rules, nil) }
		}
		plans := d.strategy.Plans
		last := plans[len(plans)-1].Commitments
		c := &last[len(last)-1]
		t := compare(e.passes,
			subject{"json/v2", func() any { return decodeV2(d.json) }},
			subject{"one", run(func(p *ocs.Pass, _ *strategy.Strategy) { p.Report(&c.Lead, "made for measuring") })},
			subject{"focused", run(func(p *ocs.Pass, _ *strategy.Strategy) { p.On(c).Report(&c.Lead, "made for measuring") })})
		rows = append(rows,
			row{what: "address of 1 finding ÷ json/v2 decode, " + size(n), measured: t.ratio(1, 0), gate: 0.5, aim: 0.2},
			row{what: "the same with its element in focus, " + size(n), measured: t.ratio(2, 0), gate: 0.5, aim: 0.2})
	}
	return rows
}
