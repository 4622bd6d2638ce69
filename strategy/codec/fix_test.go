package codec_test

import (
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// mended is what a test compares of a Fix.
type mended struct {
	Rule     string
	Path     ocs.Pointer
	Old, New string
}

func lookFixes(fixes []codec.Fix) []mended {
	var list []mended
	for _, f := range fixes {
		list = append(list, mended{f.Finding.Rule, f.Finding.Path, f.Old, f.New})
	}
	return list
}

func TestFix(t *testing.T) {
	const actors = "actors:\n  - {id: police, name: Police, kind: law-enforcement, level: national}\n"
	tests := []struct {
		name, data string
		want       []mended
		now        string // "" if nothing changes
	}{
		{"field", "schema: ocs/v1\nid: s\ntidel: A # c\n", nil, ""}, // two letters
		{"field, one letter", "schema: ocs/v1\nid: s\ntitlle: A # c\n", []mended{{"unknown-field", "/titlle", "titlle", "title"}},
			"schema: ocs/v1\nid: s\ntitle: A # c\n"},
		{"field that is set", "schema: ocs/v1\nid: s\ntitle: A\ntitlle: B\n", nil, ""},
		{"two for one field", "schema: ocs/v1\nid: s\ntitlle: A\ntiitle: B\n", []mended{{"unknown-field", "/titlle", "titlle", "title"}},
			"schema: ocs/v1\nid: s\ntitle: A\ntiitle: B\n"},
		{"field, then its value", "schema: ocs/v1\nid: s\ntitlle: ' A'\n",
			[]mended{{"unknown-field", "/titlle", "titlle", "title"}, {"stray-space", "/title", " A", "A"}}, "schema: ocs/v1\nid: s\ntitle: 'A'\n"},
		{"field of another type", "schema: ocs/v1\nid: s\ntitlle: [A]\n", nil, ""},
		{"term", "schema: ocs/v1\nid: s\nstage: Draft\n", []mended{{"unknown-term", "/stage", "Draft", "draft"}},
			"schema: ocs/v1\nid: s\nstage: draft\n"},
		{"term, swapped", "schema: ocs/v1\nid: s\nstage: darft\n", []mended{{"unknown-term", "/stage", "darft", "draft"}},
			"schema: ocs/v1\nid: s\nstage: draft\n"},
		{"term, too far", "schema: ocs/v1\nid: s\nstage: rafted\n", nil, ""},
		{"country", "schema: ocs/v1\nid: s\njurisdiction: {name: A, countries: [pk, \"xx\"]}\n",
			[]mended{{"unknown-country", "/jurisdiction/countries/0", "pk", "PK"}},
			"schema: ocs/v1\nid: s\njurisdiction: {name: A, countries: [PK, \"xx\"]}\n"},
		{"language", "schema: ocs/v1\nid: s\nlanguages: [uz_Latn]\n", []mended{{"malformed-language", "/languages/0", "uz_Latn", "uz-Latn"}},
			"schema: ocs/v1\nid: s\nlanguages: [uz-Latn]\n"},
		{"space", "schema: ocs/v1\nid: s\ntitle: \" A  b\"\n", []mended{{"stray-space", "/title", " A  b", "A b"}},
			"schema: ocs/v1\nid: s\ntitle: \"A b\"\n"},
		{"number in quotes", "schema: ocs/v1\nid: s\nconsultations: [{id: c, attendance: \"12\"}]\n",
			[]mended{{"wrong-type", "/consultations/0/attendance", `"12"`, "12"}},
			"schema: ocs/v1\nid: s\nconsultations: [{id: c, attendance: 12}]\n"},
		{"truth that brings a finding", "schema: ocs/v1\nid: s\nthreats: [{id: t, name: T, markets: [corruption], priority: \"true\"}]\n", nil, ""},
		{"number as text", `{"schema": "ocs/v1", "id": "s", "version": 1.10}`, []mended{{"wrong-type", "/version", "1.10", `"1.10"`}},
			`{"schema": "ocs/v1", "id": "s", "version": "1.10"}`},
		{"reference", "schema: ocs/v1\nid: s\n" + actors + "  - {id: unit, name: Unit, kind: law-enforcement, level: national, parent: polise}\n",
			[]mended{{"unresolved-reference", "/actors/1/parent", "polise", "police"}},
			"schema: ocs/v1\nid: s\n" + actors + "  - {id: unit, name: Unit, kind: law-enforcement, level: national, parent: police}\n"},
		{"reference to another kind", "schema: ocs/v1\nid: s\nthreats: [{id: police, name: T}]\nactors: [{id: unit, name: U, parent: polise}]\n", nil, ""},
		{"reference that is a number away", "schema: ocs/v1\nid: s\nactors: [{id: actor-1, name: A}, {id: unit, name: U, parent: actor-2}]\n", nil, ""},
		{"reference with two near", "schema: ocs/v1\nid: s\nactors: [{id: agence, name: A}, {id: agenci, name: B}, {id: unit, name: U, parent: agenca}]\n", nil, ""},
		{"mend that brings a finding", "schema: ocs/v1\nid: s\nactors: [{id: police, name: A, parent: polise}]\n", nil, ""}, // its own parent
		{"refused", "schema: [\n", nil, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files, fixes := codec.Decode("x.yaml", []byte(test.data), nil).Fix(nil)
			if diff := cmp.Diff(test.want, lookFixes(fixes)); diff != "" {
				t.Errorf("fixes (-want +got):\n%s", diff)
			}
			now := ""
			for _, f := range files {
				now += string(f.Data)
			}
			if diff := cmp.Diff(test.now, now); diff != "" {
				t.Errorf("file (-want +got):\n%s", diff)
			}
		})
	}
}

// Of several files those change in which something is mended.
func TestFixFiles(t *testing.T) {
	doc, err := codec.Load(fstest.MapFS{
		"a.yaml": {Data: []byte("schema: ocs/v1\nid: s\nactors: [{id: police, name: P}]\n")},
		"b.yaml": {Data: []byte("actors: [{id: unit, name: U, parent: polise}]\n")},
		"c.yaml": {Data: []byte("stage: Draft\n")},
	}, nil)
	require.NoError(t, err)
	var names []string
	for _, f := range doc.Files() {
		names = append(names, f.Name)
	}
	if diff := cmp.Diff([]string{"a.yaml", "b.yaml", "c.yaml"}, names); diff != "" {
		t.Errorf("files as read (-want +got):\n%s", diff)
	}
	files, fixes := doc.Fix(nil)
	want := []codec.File{
		{Name: "b.yaml", Data: []byte("actors: [{id: unit, name: U, parent: police}]\n")},
		{Name: "c.yaml", Data: []byte("stage: draft\n")},
	}
	if diff := cmp.Diff(want, files); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]mended{{"unresolved-reference", "/actors/1/parent", "polise", "police"}, {"unknown-term", "/stage", "Draft", "draft"}}, lookFixes(fixes)); diff != "" {
		t.Errorf("fixes (-want +got):\n%s", diff)
	}
}

// Whatever a document suffers from, what is mended is gone, and nothing new
// comes.
func TestFixRules(t *testing.T) {
	names, err := filepath.Glob("../findings/rules/*/bad.yaml")
	require.NoError(t, err)
	mendedRules := map[string]bool{}
	for name, data := range yamlFiles(t) {
		if !slices.Contains(names, name) && filepath.Base(name) != "faults.yaml" {
			continue
		}
		o := &strategy.Options{AsOf: ocs.MustDate("2026-06-30")}
		doc := codec.Decode(name, data, nil)
		files, fixes := doc.Fix(o)
		if (len(files) == 0) != (len(fixes) == 0) {
			t.Errorf("%s: %d files for %d fixes", name, len(files), len(fixes))
		}
		if len(files) == 0 {
			continue
		}
		count := map[mended]int{}
		for _, f := range doc.Check(o).Findings {
			count[mended{Rule: f.Rule, Path: f.Path}]++
		}
		for _, f := range fixes {
			count[mended{Rule: f.Finding.Rule, Path: f.Finding.Path}]--
			mendedRules[f.Finding.Rule] = true
		}
		for _, f := range codec.Decode(name, files[0].Data, nil).Check(o).Findings {
			key := mended{Rule: f.Rule, Path: f.Path}
			if count[key]--; count[key] < 0 {
				t.Errorf("%s: %v is new or was not mended", name, f)
			}
		}
	}
	require.NotEmpty(t, mendedRules)
}

// FuzzFix mends any bytes: what is mended can be read, suffers from fewer
// findings, and is not mended further.
func FuzzFix(f *testing.F) {
	for _, text := range layouts {
		f.Add("x.yaml", []byte(text))
	}
	f.Add("x.yaml", []byte("schema: ocs/v1\nid: s\ntitlle: ' A'\nstage: Draft\nactors: [{id: police, name: P}, {id: unit, name: U, parent: polise}]\n"))
	f.Add("x.json", []byte(`{"schema":"ocs/v1","version":1.10,"jurisdiction":{"countries":["pk"]},"languages":["uz_Latn"]}`))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		d := codec.Decode(name, data, &codec.Options{MaxNodes: 10_000, MaxAliases: 1000})
		files, fixes := d.Fix(nil)
		if len(fixes) == 0 {
			return
		}
		after := codec.Decode(name, files[0].Data, nil)
		if after.Refused {
			t.Fatalf("refused after %v: %v", fixes, after.Findings)
		}
		// Each removes its finding, and only a name that wasn't known may bring others.
		renamed := 0
		for _, f := range fixes {
			if f.Finding.Rule == "unknown-field" {
				renamed++
			}
		}
		if was, is := len(d.Check(nil).Findings), len(after.Check(nil).Findings); renamed == 0 && is > was-len(fixes) {
			t.Fatalf("%d findings before, %d after %d mends:\n%s", was, is, len(fixes), files[0].Data)
		}
	})
}
