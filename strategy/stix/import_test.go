package stix_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy/stix"
	"github.com/ocs-framework/ocs/threat"
)

// placed is what a test compares of a finding with its place.
type placed struct {
	Rule         string
	Path         ocs.Pointer
	Line, Column int
}

const (
	uuid1 = "8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f"
	uuid2 = "9e2e2d2b-17d4-4cbf-938f-98ee46b3cd30"
	uuid3 = "0e2e2d2b-17d4-4cbf-938f-98ee46b3cd31"
	times = `"created":"2016-04-06T20:03:48.000Z","modified":"2016-04-06T20:03:48.000Z"`
	head  = `"spec_version":"2.1",` + times
)

// object is a JSON object of that type, with further members.
func object(typ, uuid, more string) string {
	return `{"type":"` + typ + `","id":"` + typ + `--` + uuid + `",` + head + `,"name":"N"` + more + `}`
}

func TestImportFaults(t *testing.T) {
	bundle := func(objects ...string) string {
		return "{\"type\":\"bundle\",\"id\":\"bundle--" + uuid1 + "\",\"objects\":[\n" + strings.Join(objects, ",\n") + "]}"
	}
	actor := object("threat-actor", uuid1, "")
	for _, test := range []struct {
		name, data string
		o          *stix.ImportOptions
		refused    bool
		want       []placed
	}{
		{"nothing", "", nil, true, []placed{{"stix-syntax", "", 1, 1}}},
		{"space", "  \n ", nil, true, []placed{{"stix-syntax", "", 1, 1}}},
		{"a list", " []", nil, true, []placed{{"stix-not-a-bundle", "", 1, 1}}},
		{"cut short", "{\"type\":\"bundle\",\n\"objects\":[{\"type\":", nil, true, []placed{{"stix-syntax", "/objects/0/type", 2, 20}}},
		{"syntax", bundle(`{"é":1,]}`), nil, true, []placed{{"stix-syntax", "/objects/0", 2, 8}}},
		{"duplicate name", bundle(`{"a":1,"a":2}`), nil, true, []placed{{"stix-syntax", "/objects/0/a", 2, 8}}},
		{"not UTF-8", bundle("{\"a\":\"\xff\"}"), nil, true, []placed{{"stix-syntax", "/objects/0/a", 2, 7}}},
		{"half a surrogate pair", bundle(`{"a":"\ud800"}`), nil, true, []placed{{"stix-syntax", "/objects/0/a", 2, 7}}},
		{"more after it", bundle() + "\n{}", nil, true, []placed{{"stix-syntax", "", 3, 2}}},
		{"no bundle", actor, nil, true, []placed{{"stix-not-a-bundle", "", 1, 1}}},
		{"no type", `{"objects":[]}`, nil, true, []placed{{"stix-not-a-bundle", "", 1, 1}}},
		{"objects is no list", `{"type":"bundle", "objects": {}}`, nil, true, []placed{{"stix-not-a-bundle", "/objects", 1, 30}}},
		{"objects twice", `{"type":"bundle","objects":[],"objects":[]}`, nil, true, []placed{{"stix-syntax", "/objects", 1, 31}}},
		{"too long", bundle(actor), &stix.ImportOptions{MaxBytes: 100}, true, []placed{{"stix-limit", "", 1, 1}}},
		{"just so long", bundle(actor), &stix.ImportOptions{MaxBytes: int64(len(bundle(actor)))}, false, nil},
		{"too many", bundle(actor, actor), &stix.ImportOptions{MaxObjects: 1}, true, []placed{{"stix-limit", "/objects/1", 3, 1}}},
		{"too deep", bundle(`{"a":[[[]]]}`), &stix.ImportOptions{MaxDepth: 3}, true, []placed{{"stix-limit", "/objects/0", 2, 1}}},
		{"bundle too deep", `{"type":"bundle","x":[[[[]]]]}`, &stix.ImportOptions{MaxDepth: 3}, true, []placed{{"stix-limit", "/x", 1, 22}}},
		{"no objects", `{"type":"bundle"}`, nil, false, nil},
		{"not objects", bundle(`"x"`, `7`, `{}`), nil, false, []placed{{"stix-object", "/objects/0", 2, 1}, {"stix-object", "/objects/1", 3, 1}, {"stix-object", "/objects/2/type", 4, 1}}},
		{"no identifier", bundle(`{"type":"threat-actor",` + head + `}`), nil, false, []placed{{"stix-id", "/objects/0/id", 2, 1}}},
		{"another's identifier", bundle(strings.Replace(actor, "threat-actor--", "identity--", 1)), nil, false, []placed{{"stix-id", "/objects/0/id", 2, 1}}},
		{"version 7", bundle(object("tool", "01890a5d-ac96-774b-bcce-b302099a8057", "")), nil, false, []placed{{"stix-id", "/objects/0/id", 2, 1}}},
		{"capitals", bundle(object("tool", strings.ToUpper(uuid1), "")), nil, false, []placed{{"stix-id", "/objects/0/id", 2, 1}}},
		{"one UUID twice", bundle(actor, object("tool", uuid1, "")), nil, false, []placed{{"stix-uuid-reused", "/objects/1/id", 3, 1}}},
		{"one UUID of two creators", bundle(actor, object("identity", uuid2, ""), object("tool", uuid1, `,"created_by_ref":"identity--`+uuid2+`"`)), nil, false, nil},
		{"one version twice", bundle(actor, object("threat-actor", uuid1, `,"goals":["G"]`)), nil, false, []placed{{"stix-version-twice", "/objects/1/modified", 3, 1}}},
		{"the same twice", bundle(actor, actor), nil, false, nil},
		{"backwards", bundle(strings.Replace(actor, `modified":"2016`, `modified":"2015`, 1)), nil, false, []placed{{"stix-time", "/objects/0/modified", 2, 1}}},
		{"backwards by a digit", bundle(object("campaign", uuid1, `,"first_seen":"2016-01-01T00:00:00.0000000000002Z","last_seen":"2016-01-01T00:00:00.0000000000001Z"`)), nil, false, []placed{{"stix-time", "/objects/0/last_seen", 2, 1}}},
		{"equal times", bundle(object("campaign", uuid1, `,"first_seen":"2016-01-01T00:00:00.100Z","last_seen":"2016-01-01T00:00:00.1Z"`)), nil, false, nil},
		{"no UTC", bundle(strings.Replace(actor, `48.000Z","modified`, `48.000+01:00","modified`, 1)), nil, false, []placed{{"stix-time", "/objects/0/created", 2, 1}}},
		{"creator", bundle(actor, object("tool", uuid2, `,"created_by_ref":"threat-actor--`+uuid1+`"`)), nil, false, []placed{{"stix-reference-type", "/objects/1/created_by_ref", 3, 1}}},
		{"relation to a relation", bundle(actor, object("relationship", uuid2, `,"relationship_type":"related-to","source_ref":"threat-actor--`+uuid1+`","target_ref":"relationship--`+uuid2+`"`)), nil, false, []placed{{"stix-reference-type", "/objects/1/target_ref", 3, 1}}},
		{"list", bundle(object("file", uuid1, `,"contains_refs":["file--`+uuid1+`"],"parent_directory_ref":"file--`+uuid1+`"`)), nil, false, []placed{{"stix-reference-type", "/objects/0/parent_directory_ref", 2, 1}}},
		{"unresolved", bundle(object("report", uuid1, `,"object_refs":["tool--`+uuid2+`","report--`+uuid1+`"]`)), nil, false, []placed{{"stix-unresolved", "/objects/0/object_refs", 2, 1}}},
		{"predefined marking", bundle(object("tool", uuid1, `,"object_marking_refs":["marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"]`)), nil, false, nil},
		{"marking of a part", bundle(object("tool", uuid1, `,"granular_markings":[{"marking_ref":"tool--`+uuid1+`","selectors":["name"]}]`)), nil, false, []placed{{"stix-reference-type", "/objects/0/granular_markings", 2, 1}}},
		{"what a sighting is of", bundle(object("sighting", uuid1, `,"sighting_of_ref":"file--`+uuid2+`"`), object("file", uuid2, "")), nil, false, []placed{{"stix-reference-type", "/objects/0/sighting_of_ref", 2, 1}}},
		{"result of an analysis", bundle(object("malware-analysis", uuid1, `,"analysis_sco_refs":["file--`+uuid2+`","tool--`+uuid3+`"]`), object("file", uuid2, ""), object("tool", uuid3, "")), nil, false, []placed{{"stix-reference-type", "/objects/0/analysis_sco_refs", 2, 1}}},
		{"not a reference", bundle(object("tool", uuid1, `,"x_ref":"elsewhere"`)), nil, false, []placed{{"stix-id", "/objects/0/x_ref", 2, 1}}},
		{"unknown marking", bundle(object("threat-actor", uuid1, `,"object_marking_refs":["marking-definition--`+uuid2+`"]`)), nil, false,
			[]placed{{"stix-marking", "/objects/0/object_marking_refs", 2, 1}, {"stix-unresolved", "/objects/0/object_marking_refs", 2, 1}}},
		{"extension", bundle(object("threat-actor", uuid1, `,"extensions":{"`+stix.ExtensionID+`":{"kind":"group","element":{"markets":"x"}}}`)), nil, false, []placed{{"stix-extension", "/objects/0/extensions", 2, 1}}},
		{"2.0", bundle(`{"type":"threat-actor","id":"threat-actor--` + uuid1 + `",` + times + `,"name":"N"}`), nil, false, []placed{{"stix-version", "/objects/0/spec_version", 2, 1}}},
		{"2.0 on request", bundle(`{"type":"threat-actor","id":"threat-actor--` + uuid1 + `",` + times + `,"name":"N"}`), &stix.ImportOptions{Accept20: true}, false, nil},
		{"2.2", bundle(strings.Replace(actor, `"2.1"`, `"2.2"`, 1)), &stix.ImportOptions{Accept20: true}, false, []placed{{"stix-version", "/objects/0/spec_version", 2, 1}}},
		{"observable without version", bundle(`{"type":"url","id":"url--` + uuid1 + `","value":"http://example.org"}`), nil, false, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, one := range []bool{false, true} {
				var r io.Reader = strings.NewReader(test.data)
				if one {
					r = iotest.OneByteReader(r)
				}
				doc, err := stix.Import("b.json", r, test.o)
				require.NoError(t, err)
				var got []placed
				for _, f := range doc.Findings {
					if f.Rule != "stix-kept" {
						got = append(got, placed{f.Rule, f.Path, f.Pos.Line, f.Pos.Column})
					}
				}
				if test.name == "too long" { // how far it was read before depends on the reader
					got[0].Line, got[0].Column = 1, 1
				}
				if diff := cmp.Diff(test.want, got); diff != "" {
					t.Errorf("findings (-want +got):\n%s\n%v", diff, doc.Findings)
				}
				require.Equal(t, test.refused, doc.Refused)
				if !test.refused && test.name != "not objects" {
					back, _, err := stix.Export(&doc.Strategy, &stix.ExportOptions{Level: ocs.MarkingRed, Persons: true})
					require.NoError(t, err)
					require.Equal(t, compact(t, []byte(test.data)), compact(t, back))
				}
			}
		})
	}
}

func TestReaderFails(t *testing.T) {
	failure := errors.New("no connection")
	doc, err := stix.Import("b.json", io.MultiReader(strings.NewReader(`{"type":"bundle","objects":[`), iotest.ErrReader(failure)), nil)
	require.ErrorIs(t, err, failure)
	require.Nil(t, doc)
}

func TestByteOrderMark(t *testing.T) {
	doc := read(t, append([]byte("\ufeff"), foreign(t)...))
	require.Len(t, doc.Strategy.Groups, 4)
}

// Of several versions of an object the latest is used, and all are kept.
func TestVersions(t *testing.T) {
	version := func(name, modified string) string {
		return `{"type":"threat-actor","spec_version":"2.1","id":"threat-actor--` + uuid1 + `","created":"2016-01-01T00:00:00.000Z","modified":"` + modified + `","name":"` + name + `"}`
	}
	data := []byte(`{"type":"bundle","id":"bundle--` + uuid1 + `","objects":[` + strings.Join([]string{
		version("middle", "2016-01-02T00:00:00.000Z"), version("last", "2016-01-02T00:00:00.0001Z"), version("first", "2016-01-01T00:00:00.000Z")}, ",") + `]}`)
	doc := read(t, data)
	require.Len(t, doc.Strategy.Groups, 1)
	require.Equal(t, "last", doc.Strategy.Groups[0].Name)
	back, _ := write(t, &doc.Strategy, stix.ExportOptions{})
	require.Equal(t, string(data), compact(t, back))

	doc.Strategy.Groups[0].Name = "redacted"
	back, _ = write(t, &doc.Strategy, stix.ExportOptions{Created: day})
	for _, name := range []string{"middle", "last", "first"} {
		lacks(t, back, name, "what was edited is not to be read in an earlier version")
	}
}

// A property of one object is never in another, whatever their order and
// however often the bundle goes round.
func TestPropertiesStayWithTheirObject(t *testing.T) {
	var list []string
	for i := range 50 {
		more := ""
		if i%2 == 0 {
			more = fmt.Sprintf(`,"x_only_%d":%d,"confidence":0`, i, i)
		}
		list = append(list, object([]string{"threat-actor", "campaign", "identity", "tool"}[i%4], fmt.Sprintf("8e2e2d2b-17d4-4cbf-938f-%012d", i), more))
	}
	data := []byte(`{"type":"bundle","id":"bundle--` + uuid1 + `","objects":[` + strings.Join(list, ",") + `]}`)
	doc := read(t, data)
	for i := range doc.Strategy.Groups {
		doc.Strategy.Groups[i].Description = "Edited"
	}
	for range 2 {
		back, _ := write(t, &doc.Strategy, stix.ExportOptions{Created: day, Reissue: true})
		for i, o := range objects(t, back) {
			for j := range 50 {
				if strings.Contains(o, fmt.Sprintf(`"x_only_%d"`, j)) != (i == j && j%2 == 0) {
					t.Errorf("object %d and x_only_%d: %s", i, j, o)
				}
			}
			require.Equal(t, i%2 == 0, strings.Contains(o, `"confidence":0`))
		}
		doc = read(t, back)
	}
}

// An element whose extension was made up by another is what the properties say.
func TestForgedExtension(t *testing.T) {
	forged := object("threat-actor", uuid1, `,"extensions":{"`+stix.ExtensionID+`":{"kind":"group","element":{"id":"g/1","name":"Other","marking":"clear",
		"ties":[{"kind":"part-of","group":"x"}],"threats":["t"],"areas":["PK"],"cites":[{"source":"s"}],"extensions":{"stix:object":{}},"type":"network"}}}`)
	same := object("threat-actor", uuid2, `,"extensions":{"`+stix.ExtensionID+`":{"kind":"group","element":{"id":"g1"}}}`)
	doc := read(t, []byte(`{"type":"bundle","objects":[`+forged+","+same+","+strings.Replace(same, uuid2, uuid3, 1)+`]}`))
	g := doc.Strategy.Groups[0]
	g.Extensions = nil
	if diff := cmp.Diff(threat.Group{ID: "threat-actor--" + uuid1, Name: "N", Type: threat.Network}, g); diff != "" {
		t.Errorf("group (-want +got):\n%s", diff)
	}
	require.Equal(t, threat.GroupID("g1"), doc.Strategy.Groups[1].ID)
	require.Equal(t, threat.GroupID("threat-actor--"+uuid3), doc.Strategy.Groups[2].ID, "one identifier serves once")
	back, fs := write(t, &doc.Strategy, stix.ExportOptions{})
	require.Empty(t, fs)
	require.Len(t, objects(t, back), 3)
}

// Bundles that others publish, if there are any: nothing is lost, object by
// object, and nothing found that isn't so.
func TestPublishedBundles(t *testing.T) {
	folder := os.Getenv("OCS_STIX")
	if folder == "" {
		t.Skip("OCS_STIX doesn't name a folder with bundles of others")
	}
	var files []string
	require.NoError(t, filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
		if strings.HasSuffix(path, ".json") {
			files = append(files, path)
		}
		return err
	}))
	require.NotEmpty(t, files)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, accept := range []bool{false, true} {
			doc, err := stix.Import(filepath.Base(file), bytes.NewReader(data), &stix.ImportOptions{Accept20: accept})
			require.NoError(t, err)
			if doc.Refused {
				t.Logf("%s: %v", file, doc.Findings)
				continue
			}
			back, fs := write(t, &doc.Strategy, stix.ExportOptions{Persons: true})
			require.Empty(t, look(fs))
			want, got := objects(t, data), objects(t, back)
			if !slices.Equal(want, got) {
				t.Errorf("%s: %s", file, cmp.Diff(want, got))
			}
			require.Equal(t, compact(t, data), compact(t, back))
		}
	}
}
