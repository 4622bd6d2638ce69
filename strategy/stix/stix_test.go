package stix_test

import (
	"bytes"
	cmp2 "cmp"
	"encoding/json"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/stix"
	"github.com/ocs-framework/ocs/threat"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(file, got, 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got, rewrite with -update):\n%s", file, diff)
	}
}

func full(t *testing.T) strategy.Strategy {
	t.Helper()
	data, err := os.ReadFile("testdata/full.yaml")
	require.NoError(t, err)
	doc := codec.Decode("full.yaml", data, nil)
	require.NoError(t, doc.Findings.Err())
	return doc.Strategy
}

func foreign(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/foreign.json")
	require.NoError(t, err)
	return data
}

func read(t *testing.T, data []byte) *stix.Document {
	t.Helper()
	doc, err := stix.Import("bundle.json", bytes.NewReader(data), nil)
	require.NoError(t, err)
	require.False(t, doc.Refused, "%v", doc.Findings)
	return doc
}

// write exports everything.
func write(t *testing.T, s *strategy.Strategy, o stix.ExportOptions) ([]byte, ocs.Findings) {
	t.Helper()
	o.Level = ocs.MarkingRed
	data, fs, err := stix.Export(s, &o)
	require.NoError(t, err)
	return data, fs
}

// compact is JSON without the space between its tokens.
func compact(t *testing.T, data []byte) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, json.Compact(&out, data))
	return out.String()
}

// objects are a bundle's objects, as they are written.
func objects(t *testing.T, data []byte) []string {
	t.Helper()
	var bundle struct{ Objects []json.RawMessage }
	require.NoError(t, json.Unmarshal(data, &bundle))
	var list []string
	for _, raw := range bundle.Objects {
		list = append(list, compact(t, raw))
	}
	return list
}

// find returns the object of which the text is a part.
func find(t *testing.T, data []byte, part string) string {
	t.Helper()
	var found []string
	for _, o := range objects(t, data) {
		if strings.Contains(o, part) {
			found = append(found, o)
		}
	}
	require.Len(t, found, 1, "objects with %q", part)
	return found[0]
}

// lacks and has look for text in a bundle, which is too long to be shown.
func lacks(t *testing.T, data []byte, part string, why ...string) {
	t.Helper()
	if bytes.Contains(data, []byte(part)) {
		t.Errorf("the bundle holds %s: %s", part, why)
	}
}

func has(t *testing.T, data []byte, part string, why ...string) {
	t.Helper()
	if !bytes.Contains(data, []byte(part)) {
		t.Errorf("the bundle lacks %s: %s", part, why)
	}
}

// seen is what a test compares of a finding.
type seen struct {
	Rule string
	Path ocs.Pointer
}

func look(fs ocs.Findings, rules ...string) []seen {
	var list []seen
	for _, f := range fs {
		if len(rules) == 0 || slices.Contains(rules, f.Rule) {
			list = append(list, seen{f.Rule, f.Path})
		}
	}
	return list
}

func TestExport(t *testing.T) {
	s := full(t)
	for _, test := range []struct {
		file string
		o    *stix.ExportOptions
	}{
		{"full-clear", nil},
		{"full-red", &stix.ExportOptions{Level: ocs.MarkingRed, Sources: true, RelatedOnly: true}},
	} {
		t.Run(test.file, func(t *testing.T) {
			data, fs, err := stix.Export(&s, test.o)
			require.NoError(t, err)
			golden(t, "testdata/"+test.file+".json", data)
			var list bytes.Buffer
			for _, f := range fs {
				list.WriteString(f.Severity.String() + " " + f.Rule + " " + string(f.Path) + "\n")
			}
			golden(t, "testdata/"+test.file+".findings", list.Bytes())

			again, _, err := stix.Export(&s, test.o)
			require.NoError(t, err)
			require.Equal(t, string(data), string(again))
		})
	}
}

// What is marked more strictly than the level, and agencies' own data, are
// nowhere in the bundle.
func TestNothingLeaks(t *testing.T) {
	s := full(t)
	clear, _, err := stix.Export(&s, nil)
	require.NoError(t, err)
	lacks(t, clear, "CANARY")
	for _, id := range []string{"g-secret", "t-secret", "a-secret", "c-secret", "o-secret", "plan-secret", "i-2", "informant", "g-default", "g-dealers"} {
		lacks(t, clear, `"`+id+`"`)
	}
	lacks(t, clear, "example.org/law", "sources are not exported by default")

	green, _, err := stix.Export(&s, &stix.ExportOptions{Level: ocs.MarkingGreen, Sources: true})
	require.NoError(t, err)
	lacks(t, green, "CANARY")
	has(t, green, "example.org/law")
	has(t, green, `"g-dealers"`)

	everything, _ := write(t, &s, stix.ExportOptions{Sources: true})
	has(t, everything, "CANARY-GROUP")
	lacks(t, everything, "CANARY-EXTENSION")
	lacks(t, everything, "CANARY-NO-ID", "a group without identifier has no marking to go by")
	for _, o := range objects(t, everything) {
		if strings.Contains(o, "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487") { // clear
			require.NotContains(t, o, "CANARY")
			require.NotContains(t, o, "secret", "who is given the object may share it by its own marking")
		}
	}
}

// An export at a level holds no object that one at a stricter level doesn't.
func TestExportIsMonotone(t *testing.T) {
	s := full(t)
	var before []string
	for _, level := range ocs.Marking("").Terms() {
		data, _, err := stix.Export(&s, &stix.ExportOptions{Level: ocs.Marking(level)})
		require.NoError(t, err)
		var ids []string
		for _, o := range objects(t, data) {
			var head struct{ ID string }
			require.NoError(t, json.Unmarshal([]byte(o), &head))
			ids = append(ids, head.ID)
		}
		for _, id := range before {
			if !slices.Contains(ids, id) {
				t.Errorf("%s is exported below %s and not at it", id, level)
			}
		}
		before = ids
	}
}

// What we export has nothing that we would report of a bundle of others, and
// comes back as it was.
func TestOwnExport(t *testing.T) {
	s := full(t)
	for _, o := range []stix.ExportOptions{{}, {RelatedOnly: true}, {Sources: true}} {
		data, _ := write(t, &s, o)
		doc := read(t, data)
		require.Empty(t, look(doc.Findings, "stix-reference-type", "stix-unresolved", "stix-uuid-reused", "stix-id", "stix-time", "stix-extension", "stix-marking", "stix-version"))

		back, fs := write(t, &doc.Strategy, o)
		require.Empty(t, fs)
		if diff := cmp.Diff(objects(t, data), objects(t, back)); diff != "" {
			t.Errorf("export of the import (-want +got):\n%s", diff)
		}
	}
}

// Groups, threats and actors that went out come back as they were, but for
// citations, which have no way back. What was unsaid of a marking is said.
func TestOwnElements(t *testing.T) {
	s := full(t)
	data, _ := write(t, &s, stix.ExportOptions{Sources: true})
	got := read(t, data).Strategy
	said := func(own ocs.Marking) ocs.Marking { return cmp2.Or(own, ocs.MarkingClear) }

	want := s.Groups[:len(s.Groups)-1]
	for i := range want {
		g := &want[i]
		g.Marking, g.Cites = g.EffectiveMarking(), nil
		g.Threats = slices.DeleteFunc(g.Threats, func(id threat.ID) bool { return id == "t-none" })
		g.Areas = slices.DeleteFunc(g.Areas, func(a ocs.Area) bool { return !a.Known() })
		for j := range g.Ties {
			g.Ties[j].Cites = nil
		}
		got.Groups[i].Extensions = nil
	}
	if diff := cmp.Diff(want, got.Groups); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
	for i := range s.Threats {
		w := &s.Threats[i]
		w.Marking, w.Cites, w.Extensions = said(w.Marking), nil, nil
		for j := range w.Methods {
			w.Methods[j].Cites = nil
		}
		for j := range w.Assessments {
			w.Assessments[j].Cites = nil
		}
		got.Threats[i].Extensions = nil
	}
	if diff := cmp.Diff(s.Threats, got.Threats); diff != "" {
		t.Errorf("threats (-want +got):\n%s", diff)
	}
	s.Actors[0].Parent = "" // amber, so that it isn't named in an object that is clear
	s.Actors[1].Body.Members = []actor.ID{"fia"}
	for i := range s.Actors {
		a := &s.Actors[i]
		a.Marking, a.Cites = said(a.Marking), nil
		got.Actors[i].Extensions = nil
	}
	if diff := cmp.Diff(s.Actors, got.Actors); diff != "" {
		t.Errorf("actors (-want +got):\n%s", diff)
	}
}
