package codec

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// old are two versions that never were. In ocs/v0, a title was called heading. In
// ocs/draft, a commitment's deadline was called by, and the actors were members of
// an object by their identifiers.
var old = []version{
	{schema: "ocs/draft", plan: draftPlan, convert: fromDraft},
	{schema: "ocs/v0", plan: strategyPlan, convert: func(doc *value) { renameMember(doc, "heading", "title") }},
}

// draftPlan is the plan of today, with what was different.
func draftPlan() *plan {
	commitment := *strategyPlan().fields["plans"].plan.elem.fields["commitments"].plan.elem
	commitment.fields = map[string]*field{"id": commitment.fields["id"], "by": commitment.fields["deadline"]}
	text := strategyPlan().fields["title"].plan
	commitments := &plan{kind: object, fields: map[string]*field{"commitments": {plan: &plan{kind: list, elem: &commitment}}}}
	return &plan{kind: object, fields: map[string]*field{"schema": {plan: text}, "heading": {plan: text}, "plans": {plan: &plan{kind: list, elem: commitments}}}}
}

func fromDraft(doc *value) {
	if plans := memberOf(doc, "plans"); plans != nil {
		for _, p := range plans.members {
			if commitments := memberOf(p.value, "commitments"); commitments != nil {
				for _, c := range commitments.members {
					renameMember(c.value, "by", "deadline")
				}
			}
		}
	}
	if actors := memberOf(doc, "actors"); actors != nil && !actors.list {
		actors.list = true
		for i := range actors.members {
			m := &actors.members[i]
			id := &value{origin: m.origin, scalar: []byte(`"` + m.name + `"`)}
			m.value.members = slices.Insert(m.value.members, 0, member{m.origin, "id", id})
		}
	}
}

func memberOf(v *value, name string) *value {
	for _, m := range v.members {
		if m.name == name {
			return m.value
		}
	}
	return nil
}

func renameMember(v *value, from, to string) {
	for i := range v.members {
		if v.members[i].name == from {
			v.members[i].name = to
		}
	}
}

// at is what a test compares of a finding.
type at struct {
	Rule         string
	Path         ocs.Pointer
	Line, Column int
}

func places(fs ocs.Findings) []at {
	var list []at
	for _, f := range fs {
		list = append(list, at{f.Rule, f.Path, f.Pos.Line, f.Pos.Column})
	}
	return list
}

// A document in an earlier version is read as one in this, through every version
// between; its findings stand where they stand in it.
func TestVersions(t *testing.T) {
	const now = "schema: ocs/v1\ntitle: \"1.10\"\nactors: [{id: moi, name: Interior}]\nplans:\n  - commitments:\n      - {id: c, deadline: 2027}\n"
	want := Decode("x.yaml", []byte(now), nil).Strategy
	tests := []struct {
		name, data string
		findings   []at
		refused    bool
	}{
		{"draft.yaml", "schema: ocs/draft\nheading: 1.10\nactors:\n  moi: {name: Interior}\nplans:\n  - commitments:\n      - {id: c, by: 2027}\n", nil, false},
		{"draft.json", `{"schema":"ocs/draft","heading":"1.10","actors":{"moi":{"name":"Interior"}},"plans":[{"commitments":[{"id":"c","by":"2027"}]}]}`, nil, false},
		{"v0.yaml", strings.NewReplacer("ocs/v1", "ocs/v0", "title", "heading").Replace(now), nil, false},
		{"v1.yaml", now, nil, false},
		{"faults.yaml", "schema: ocs/draft\nheading: 1.10\nactors:\n  moi:\n    name: Interior\n    kid: 1\nplans:\n  - commitments:\n      - {id: c, by: soon}\n",
			[]at{{"unknown-field", "/actors/0/kid", 6, 5}, {"invalid-value", "/plans/0/commitments/0/deadline", 9, 21}}, false},
		{"faults.json", "{\"schema\":\"ocs/draft\",\n\"plans\":[{\"commitments\":[\n{\"id\":\"c\",  \"by\":7}]}]}",
			[]at{{"wrong-type", "/plans/0/commitments/0/deadline", 3, 18}}, false},
		{"none.yaml", "schema: ocs/v-1\n", []at{{"schema-unsupported", "/schema", 1, 9}}, true},
		{"later.yaml", "schema: ocs/v2\n", []at{{"schema-unsupported", "/schema", 1, 9}}, true},
		{"minor.yaml", "schema: ocs/v1.7\nnew: 1\n", []at{{"unknown-field", "/new", 2, 1}}, false},
		{"minor.yaml", "schema: ocs/v0.1\n", []at{{"schema-unsupported", "/schema", 1, 9}}, true},
		{"syntax.json", "{\"schema\":\"ocs/draft\",\n\"x\":,}", []at{{"syntax", "", 2, 5}}, true},
		{"trailing.json", "{\"schema\":\"ocs/draft\"}\n{}", []at{{"syntax", "", 2, 1}}, true},
		{"deep.json", `{"schema":"ocs/draft","x":` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + "}", []at{{"limit-exceeded", "", 1, 91}}, true},
		{"encoding.json", "{\"schema\":\"ocs/draft\",\n\"x\":\"\xff\"}", []at{{"unsupported-encoding", "", 2, 6}}, true},
		{"many.json", `{"schema":"ocs/draft","x":[` + strings.Repeat("1,", 200) + "1]}", []at{{"limit-exceeded", "", 1, 292}}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := Decode(test.name, []byte(test.data), &Options{versions: old, MaxNodes: 150})
			if diff := cmp.Diff(test.findings, places(d.Findings)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			if d.Refused != test.refused {
				t.Errorf("Refused = %v", d.Refused)
			}
			if test.findings == nil {
				if diff := cmp.Diff(want, d.Strategy, cmpopts.EquateEmpty()); diff != "" {
					t.Errorf("strategy (-want +got):\n%s", diff)
				}
			}
		})
	}
}

// What a rule finds stands where it stands in the old document too.
func TestVersionPositions(t *testing.T) {
	data := "schema: ocs/draft\nactors:\n  moi:\n    name: Interior\n  unit:\n    parent: moj\nplans:\n  - commitments:\n      - id: c\n        by: 2027\n"
	d := Decode("x.yaml", []byte(data), &Options{versions: old})
	for p, want := range map[ocs.Pointer]string{"/actors/1/parent": "6:13", "/actors/1/id": "5:3", "/plans/0/commitments/0/deadline": "10:13", "/schema": "1:9", "": "1:1"} {
		pos := d.Position(p)
		pos.File = ""
		if got := pos.String(); got != want {
			t.Errorf("%s is at %s, want %s", p, got, want)
		}
	}
}

// An old document is not edited in place: its pointers are not those of the
// strategy.
func TestVersionsAreNotEdited(t *testing.T) {
	o, data := &Options{versions: old}, []byte("schema: ocs/v0\nheading:  x\nstage: Draft\n")
	if _, err := Format("x.yaml", data, o); err == nil {
		t.Error("it is reformatted")
	}
	if _, err := Set("x.yaml", data, "/stage", "draft", o); err == nil {
		t.Error("it is edited")
	}
	if files, fixes := Decode("x.yaml", data, o).Fix(nil); files != nil || fixes != nil {
		t.Error("it is mended")
	}
}

// Documents in a released version are read for ever as they were when it was
// released. The files are then not changed any more: another version has its own.
// Of an earlier version, document.json is read like document.yaml, and
// encoded.json is what both become.
func TestReleasedVersions(t *testing.T) {
	dirs, err := filepath.Glob("testdata/versions/*")
	require.NoError(t, err)
	require.NotEmpty(t, dirs)
	for _, dir := range dirs {
		want, err := os.ReadFile(dir + "/encoded.json")
		if errors.Is(err, fs.ErrNotExist) { // the version of today
			want, err = os.ReadFile(dir + "/document.json")
		}
		require.NoError(t, err)
		for _, name := range []string{"document.yaml", "document.json"} {
			data, err := os.ReadFile(dir + "/" + name)
			require.NoError(t, err)
			d := Decode(name, data, nil)
			if len(d.Findings) > 0 {
				t.Errorf("%s/%s: %v", dir, name, d.Findings)
			}
			got, err := Encode(&d.Strategy, JSON)
			require.NoError(t, err)
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("%s/%s as JSON (-want +got):\n%s", dir, name, diff)
			}
		}
	}
}

// The file of the version of today has every member of the model, so that the
// day on which it is released nothing is missing from it.
func TestCurrentVersionIsWhole(t *testing.T) {
	dir := "testdata/versions/" + strings.TrimPrefix(strategy.Schema, "ocs/")
	data, err := os.ReadFile(dir + "/document.yaml")
	require.NoError(t, err)
	d := Decode("document.yaml", data, nil)
	stated := map[string]bool{} // by type and field
	var look func(v reflect.Value)
	look = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Slice:
			for i := range v.Len() {
				look(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.Tag.Get("json") != "" {
					name := v.Type().String() + "." + f.Name
					stated[name] = stated[name] || !v.Field(i).IsZero()
					look(v.Field(i))
				}
			}
		}
	}
	look(reflect.ValueOf(d.Strategy))
	require.NotEmpty(t, stated)
	for _, name := range slices.Sorted(maps.Keys(stated)) {
		if !stated[name] {
			t.Errorf("%s/document.yaml states no %s", dir, name)
		}
	}
}
