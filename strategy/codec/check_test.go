package codec_test

import (
	"fmt"
	"slices"
	"strings"
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
		return f.Rule != "x-complete" && !slices.ContainsFunc(codec.Faults(), func(k ocs.Fault) bool { return k.Code == f.Rule })
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

// Findings about values that couldn't be read don't take the places of others,
// nor count among those left out.
func TestCheckOmitted(t *testing.T) {
	doc := func(names ...string) []byte {
		return []byte(`{"schema":"ocs/v1","id":"s","threats":[` + strings.Join(names, ",") + `]}`)
	}
	const missing, unread, named = `{"id":"%d"}`, `{"id":"%d","name":[1]}`, `{"id":"%d","name":"A name"}`
	number := func(list ...string) []string {
		for i := range list {
			list[i] = fmt.Sprintf(list[i], i)
		}
		return list
	}
	for _, tt := range []struct {
		name    string
		threats []string
		limit   int
		paths   []ocs.Pointer
		omitted int
	}{
		{"none unread", number(missing, named, missing, missing), 2, []ocs.Pointer{"/threats/0/name", "/threats/2/name"}, 1},
		{"unread first", number(unread, unread, missing, missing, missing), 2, []ocs.Pointer{"/threats/2/name", "/threats/3/name"}, 1},
		{"unread last", number(missing, missing, unread), 2, []ocs.Pointer{"/threats/0/name", "/threats/1/name"}, 0},
		{"just as many", number(unread, missing, missing), 2, []ocs.Pointer{"/threats/1/name", "/threats/2/name"}, 0},
		{"the usual limit", number(append([]string{unread}, slices.Repeat([]string{missing}, 1002)...)...), 0, nil, 2},
		{"no limit", number(unread, missing, missing), -1, []ocs.Pointer{"/threats/1/name", "/threats/2/name"}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := codec.Decode("s.json", doc(tt.threats...), nil)
			result := d.Check(&strategy.Options{MaxPerRule: tt.limit})
			var paths []ocs.Pointer
			for _, f := range result.Findings {
				if f.Rule == "name-missing" {
					paths = append(paths, f.Path)
				}
			}
			if tt.limit == 0 && len(paths) != 1000 {
				t.Errorf("%d findings, want 1000", len(paths))
			}
			if diff := cmp.Diff(tt.paths, paths); tt.limit != 0 && diff != "" {
				t.Errorf("paths (-want +got):\n%s", diff)
			}
			omitted := 0
			for _, o := range result.Omitted {
				if o.Rule == "name-missing" {
					omitted += o.Count
				}
			}
			if omitted != tt.omitted {
				t.Errorf("%d omitted, want %d", omitted, tt.omitted)
			}
		})
	}
}
