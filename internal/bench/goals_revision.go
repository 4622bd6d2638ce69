package main

import (
	"crypto/sha256"
	stdjson "encoding/json"
	"fmt"
	"reflect"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/go-cmp/cmp"
	"github.com/r3labs/diff/v3"
	"github.com/wI2L/jsondiff"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// revise makes edits of one commitment in a hundred and says how many it made.
// A shifted one also loses, gains and moves some.
func revise(s *strategy.Strategy, shifted bool) (edits int) {
	n := 0
	for i := range s.Plans {
		p := &s.Plans[i]
		for j := range p.Commitments {
			if n++; n%100 == 0 {
				p.Commitments[j].Deadline = ocs.MustDeadline("2031-01")
				edits++
			}
		}
		if shifted && i%10 == 0 && len(p.Commitments) > 4 {
			p.Commitments = append(slices.Delete(p.Commitments, 1, 2), p.Commitments[0])
			p.Commitments[len(p.Commitments)-1].ID += "-new"
			p.Commitments[len(p.Commitments)-1].Title += " (new)"
			edits += 2
		}
	}
	return edits
}

// flatShape returns the strategy for r3labs/diff: the text types as text, and
// identifiers marked as such.
func flatShape() reflect.Type {
	return shaper{
		leaf: func(t reflect.Type) reflect.Type {
			switch {
			case t == decimal:
				return reflect.TypeFor[float64]()
			case t == extensions:
				return reflect.TypeFor[map[string]any]()
			case t.Kind() == reflect.Struct:
				return reflect.TypeFor[string]()
			}
			return t
		},
		tag: func(f reflect.StructField, name string) string {
			if f.Name == "ID" {
				return fmt.Sprintf(`json:"%s" diff:"%s,identifier"`, name, name)
			}
			return fmt.Sprintf(`json:"%s" diff:"%s"`, name, name)
		},
	}.shape(modelType)
}

// compareVersions is goals 9 and 10.
func compareVersions(e *env) (rows []row) {
	shape := flatShape()
	for _, n := range e.upTo(100_000) {
		d := e.doc(n)
		for _, shifted := range []bool{false, true} {
			next := decodeV2(d.json)
			made := revise(next, shifted)
			data := must(json.Marshal(next))
			name := map[bool]string{false: "edited, ", true: "shifted, "}[shifted] + size(n)
			subjects := []subject{{"ocs", func() any { return strategy.Diff(d.strategy, next) }}}
			if n <= 1000 {
				flat := [2]any{reflect.New(shape).Interface(), reflect.New(shape).Interface()}
				for i, doc := range [][]byte{d.json, data} {
					if err := stdjson.Unmarshal(doc, flat[i]); err != nil {
						fatal(err)
					}
				}
				subjects = append(subjects,
					subject{"jsondiff", func() any { return must(jsondiff.CompareJSON(d.json, data)) }},
					subject{"go-cmp", func() any { return cmp.Diff(d.strategy, next) }},
					subject{"r3labs", func() any { return must(diff.Diff(flat[0], flat[1])) }})
			} else if n <= 10_000 {
				subjects = append(subjects, subject{"jsondiff", func() any { return must(jsondiff.CompareJSON(d.json, data)) }})
			}
			t := compare(e.passes, subjects...)
			found := len(strategy.Diff(d.strategy, next).Edits)
			note := fmt.Sprintf("%v, %d edits", t.median(0).Round(1000), found)
			rows = append(rows, row{what: "edits reported ÷ made, " + name, measured: float64(found) / float64(max(made, 1)), gate: 1, aim: 1, note: note})
			if len(subjects) > 1 {
				rows = append(rows, row{what: "Diff ÷ wI2L/jsondiff of the bytes, " + name, measured: t.ratio(0, 1)})
			}
			if len(subjects) > 2 {
				rows = append(rows,
					row{what: "Diff ÷ go-cmp Diff, " + name, measured: t.ratio(0, 2), gate: 0.005, aim: 0.0015},
					row{what: "Diff ÷ r3labs/diff, " + name, measured: t.ratio(0, 3), gate: 0.02, aim: 0.006})
			}
		}
	}
	return rows
}

// digests is goal 11.
func digests(e *env) (rows []row) {
	for _, n := range e.upTo(100_000) {
		whole := decodeV2(e.doc(n).json)
		for i := range whole.Plans { // a plan of its own would be no part of the text
			whole.Plans[i].Stage, whole.Plans[i].Adoption = "", strategy.Adoption{}
		}
		whole.Reports = nil
		t := compare(e.passes,
			subject{"ocs", func() any { return must(whole.Digest()) }},
			subject{"canonicalize", func() any {
				value := jsontext.Value(must(json.Marshal(whole)))
				if err := value.Canonicalize(); err != nil {
					fatal(err)
				}
				return sha256.Sum256(value)
			}})
		rows = append(rows, row{what: "digest ÷ json/v2 Marshal, Canonicalize, SHA-256, " + size(n), measured: t.ratio(0, 1), gate: 1, aim: 0.3,
			note: t.median(0).Round(1000).String()})
	}
	return rows
}
