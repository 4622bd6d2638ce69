package main

import (
	"bytes"
	"fmt"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// roomy are limits for documents larger than the default ones allow.
var roomy = codec.Options{MaxBytes: 1 << 30, MaxNodes: 1 << 28}

// load reads a document and ends the program if it isn't clean.
func load(name string, data []byte) *codec.Document {
	d := codec.Decode(name, data, &roomy)
	if len(d.Findings) > 0 {
		fatal("the generated document isn't clean: ", d.Findings[0])
	}
	return d
}

// speed says how fast a pass over data was.
func speed(data []byte, t time.Duration) string {
	return fmt.Sprintf("%.0f MB/s", float64(len(data))/1e6/t.Seconds())
}

// loadJSON is goal 1.
func loadJSON(e *env) (rows []row) {
	for _, n := range e.upTo(100_000) {
		d := e.doc(n)
		t := compare(e.passes,
			subject{"json/v2", func() any { return decodeV2(d.json) }},
			subject{"codec", func() any { return load("s.json", d.json) }})
		rows = append(rows, row{what: "JSON load ÷ json/v2 Unmarshal, " + size(n), measured: t.ratio(1, 0), gate: 1.15, aim: 1.03,
			note: speed(d.json, t.median(1))})
	}
	return rows
}

// loadYAML is goal 2.
func loadYAML(e *env) (rows []row) {
	peer := decodeYAML()
	for _, n := range e.upTo(10_000) {
		d := e.yamlDoc(n)
		t := compare(e.passes,
			subject{"yaml v4", func() any { return peer(d.yaml) }},
			subject{"codec", func() any { return load("s.yaml", d.yaml) }})
		rows = append(rows, row{what: "YAML load ÷ yaml v4 Unmarshal, " + size(n), measured: t.ratio(1, 0), gate: 1.25, aim: 1.0,
			note: speed(d.yaml, t.median(1))})
	}
	return rows
}

// located is how many findings are located in goal 3.
const located = 10

// locate is goal 3: with findings of rules, whose positions are looked up, and
// with faults of the document itself, found by a second reading.
func locate(e *env) (rows []row) {
	for _, n := range e.upTo(10_000) {
		d := e.yamlDoc(n)
		for _, f := range []struct {
			name string
			data []byte
		}{{"s.json", d.json}, {"s.yaml", d.yaml}} {
			findings := spread(d, located)
			faulty := misspell(f.data, located)
			t := compare(e.passes,
				subject{"clean", func() any { return load(f.name, f.data) }},
				subject{"findings", func() any {
					doc := load(f.name, f.data)
					fs := append(ocs.Findings(nil), findings...)
					doc.Locate(fs)
					return fs
				}},
				subject{"faults", func() any {
					doc := codec.Decode(f.name, faulty, nil)
					if len(doc.Findings) != located {
						fatal(len(doc.Findings), " faults, want ", located)
					}
					return doc
				}})
			syntax := codec.SyntaxOf(f.name)
			rows = append(rows,
				row{what: fmt.Sprintf("%s load with 10 rule findings located ÷ clean, %s", syntax, size(n)), measured: t.ratio(1, 0), gate: 1.6, aim: 1.35},
				row{what: fmt.Sprintf("%s load with 10 unknown fields ÷ clean, %s", syntax, size(n)), measured: t.ratio(2, 0), gate: 1.6, aim: 1.35})
		}
	}
	return rows
}

// spread returns findings about k commitments, from the first plan to the last.
func spread(d *doc, k int) ocs.Findings {
	var fs ocs.Findings
	plans := d.strategy.Plans
	for i := range k {
		p := i * (len(plans) - 1) / (k - 1)
		c := i * (len(plans[p].Commitments) - 1) / (k - 1)
		path := ocs.Pointer("").Append("plans").Index(p).Append("commitments").Index(c).Append("lead")
		fs = append(fs, ocs.Finding{Rule: "bench", Severity: ocs.Error, Path: path, Message: "made for measuring"})
	}
	return fs
}

// misspell misspells the names of k members, all through the document.
func misspell(data []byte, k int) []byte {
	const right, wrong = "description", "descriptoin"
	faulty := bytes.Clone(data)
	end := bytes.LastIndex(data, []byte(right)) // what follows has no such member
	for i := range k {
		from := i * end / k
		at := bytes.Index(faulty[from:], []byte(right))
		if at < 0 {
			fatal("nothing to misspell")
		}
		copy(faulty[from+at:], wrong)
	}
	return faulty
}

// encode has no goal: it is for information.
func encode(e *env) (rows []row) {
	for _, n := range e.upTo(10_000) {
		d := e.doc(n)
		t := compare(e.passes,
			subject{"json/v2", func() any { return must(json.Marshal(d.strategy, jsontext.WithIndent("  "))) }},
			subject{"JSON", func() any { return must(codec.Encode(d.strategy, codec.JSON)) }},
			subject{"YAML", func() any { return must(codec.Encode(d.strategy, codec.YAML)) }})
		rows = append(rows,
			row{what: "Encode JSON ÷ json/v2 Marshal, indented, " + size(n), measured: t.ratio(1, 0)},
			row{what: "Encode YAML ÷ json/v2 Marshal, indented, " + size(n), measured: t.ratio(2, 0)})
	}
	return rows
}
