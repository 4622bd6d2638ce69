package codec_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// own are rules of the test, so that it doesn't depend on those of the library:
// every commitment has a lead, a title and a deadline.
var own = []ocs.Rule[strategy.Index]{{
	Code: "x-complete", Title: "t", Doc: "d", Basis: "b", Levels: "EEEEE",
	Check: func(p *ocs.Pass, ix *strategy.Index) {
		for i := range ix.Strategy().Plans {
			for j := range ix.Strategy().Plans[i].Commitments {
				c := &ix.Strategy().Plans[i].Commitments[j]
				if c.Lead == "" {
					p.On(c).Report(&c.Lead, "no lead")
				}
				if c.Title == "" {
					p.On(c).Report(&c.Title, "no title")
				}
				if c.Deadline.IsZero() {
					p.On(c).Report(&c.Deadline, "no deadline")
				}
			}
		}
	},
}}

// Faults and findings come in one list, by file and line; a value that could
// not be read is reported once.
func TestCheck(t *testing.T) {
	fsys := fstest.MapFS{
		"a.yaml": {Data: []byte("schema: ocs/v1\nid: s\ncolour: x\n")},
		"b.yaml": {Data: []byte("plans:\n  - id: p\n    commitments:\n      - id: c-1\n        deadline: soon\n        lead: l\n      - [x]\n")},
		"c.json": {Data: []byte("{\"plans\": [{\"id\": \"q\", \"commitments\": [\n  {\"id\": \"c-2\", \"title\": \"x\", \"lead\": null}]}]}")},
	}
	d, err := codec.Load(fsys, nil)
	require.NoError(t, err)
	result := d.Check(&strategy.Options{Extra: own})
	result.Findings = slices.DeleteFunc(result.Findings, func(f ocs.Finding) bool {
		return f.Rule != "x-complete" && !slices.ContainsFunc(codec.Faults(), func(k codec.Fault) bool { return k.Code == f.Rule })
	})
	var got []string
	for _, f := range result.Findings {
		got = append(got, f.Pos.String()+" "+f.Rule+" "+string(f.Path))
	}
	want := []string{
		"a.yaml:3:1 unknown-field /colour",
		"b.yaml:4:9 x-complete /plans/0/commitments/0/title",
		"b.yaml:5:19 invalid-value /plans/0/commitments/0/deadline",
		"b.yaml:7:9 wrong-type /plans/0/commitments/1",
		"c.json:2:3 x-complete /plans/1/commitments/0/deadline",
		"c.json:2:39 null-value /plans/1/commitments/0/lead",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Rules don't run on what could not be read.
func TestCheckRefused(t *testing.T) {
	for _, data := range []string{"schema: ocs/v2\n", "schema: [\n", ""} {
		d := codec.Decode("a.yaml", []byte(data), nil)
		if result := d.Check(nil); len(result.Findings) != 1 || result.Findings[0].Rule != d.Findings[0].Rule {
			t.Errorf("%q: %v", data, result.Findings)
		}
	}
}
