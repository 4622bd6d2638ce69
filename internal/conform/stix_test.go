package conform

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/stix"
)

// stixSchemas compiles the published schema of each type of object. The schema
// of the bundle isn't used: it leaves out types that the standard has.
func stixSchemas(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	shared := os.Getenv("OCS_SHARED")
	if shared == "" {
		t.Skip("OCS_SHARED doesn't name the folder with the published schemas")
	}
	const base = "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/"
	root := filepath.Join(shared, "stix", "schemas")
	files, err := filepath.Glob(filepath.Join(root, "*", "*.json"))
	if err != nil || len(files) < 50 {
		t.Fatalf("%d schemas in %s: %v", len(files), root, err)
	}
	c := jsonschema.NewCompiler()
	types := map[string]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		rel, _ := filepath.Rel(root, file)
		url := base + filepath.ToSlash(rel)
		if err := c.AddResource(url, doc); err != nil {
			t.Fatal(err)
		}
		types[strings.TrimSuffix(filepath.Base(file), ".json")] = url
	}
	schemas := map[string]*jsonschema.Schema{}
	for typ, url := range types {
		if schemas[typ], err = c.Compile(url); err != nil {
			t.Fatal(err)
		}
	}
	return schemas
}

// validObjects holds every object of a bundle against the schema of its type,
// and returns how many of each type there are.
func validObjects(t *testing.T, schemas map[string]*jsonschema.Schema, data []byte) map[string]int {
	t.Helper()
	var bundle struct {
		Objects []json.RawMessage `json:"objects"`
	}
	if err := json.Unmarshal(data, &bundle); err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, raw := range bundle.Objects {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		typ, _ := value.(map[string]any)["type"].(string)
		s := schemas[typ]
		if s == nil {
			t.Errorf("no schema for the type %q", typ)
			continue
		}
		counts[typ]++
		if err := s.Validate(value); err != nil {
			t.Errorf("%v\n%s", err, raw)
		}
	}
	return counts
}

// TestSTIX holds what we export against the published schemas: the example,
// at each level and with each option, and a strategy in which everything is
// said that an export takes up.
func TestSTIX(t *testing.T) {
	schemas := stixSchemas(t)
	full := codec.Decode("full.yaml", read(t, "../../strategy/stix/testdata/full.yaml"), nil)
	if err := full.Findings.Err(); err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]strategy.Strategy{"pakistan": nsaoc.Strategy(), "full": full.Strategy} {
		for _, level := range ocs.Marking("").Terms() {
			for _, o := range []stix.ExportOptions{{}, {RelatedOnly: true}, {Sources: true},
				{Created: time.Date(2026, 1, 2, 3, 4, 5, 6, time.UTC), CreatedBy: "identity--d1f3e0a1-63c1-4a8f-8a36-6f1b6f3ae0a1"}} {
				o.Level = ocs.Marking(level)
				t.Run(name+"/"+level, func(t *testing.T) {
					data, _, err := stix.Export(&s, &o)
					if err != nil {
						t.Fatal(err)
					}
					counts := validObjects(t, schemas, data)
					if counts["report"] == 0 || counts["identity"] == 0 || counts["extension-definition"] != 1 {
						t.Errorf("objects: %v", counts)
					}
				})
			}
		}
	}
}

// TestSTIXEdited holds objects that were imported, edited and exported again
// against the published schemas.
func TestSTIXEdited(t *testing.T) {
	schemas := stixSchemas(t)
	for _, reissue := range []bool{false, true} {
		doc, err := stix.Import("foreign.json", bytes.NewReader(read(t, "../../strategy/stix/testdata/foreign.json")), nil)
		if err != nil {
			t.Fatal(err)
		}
		s := &doc.Strategy
		for i := range s.Groups {
			s.Groups[i].Description += " Edited."
			s.Groups[i].Marking = ocs.MarkingGreen
		}
		for i := range s.Threats {
			s.Threats[i].Priority = true
		}
		for i := range s.Actors {
			s.Actors[i].Acronym = "A"
		}
		for i := range s.Sources {
			s.Sources[i].Title += " (edited)"
		}
		data, _, err := stix.Export(s, &stix.ExportOptions{Level: ocs.MarkingRed, Reissue: reissue, Modified: time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		validObjects(t, withCustom(schemas), data)
	}
}

// withCustom adds schemas that allow everything for the types of the fixture
// that the standard doesn't have.
func withCustom(schemas map[string]*jsonschema.Schema) map[string]*jsonschema.Schema {
	c := jsonschema.NewCompiler()
	if err := c.AddResource("any.json", map[string]any{}); err != nil {
		panic(err)
	}
	all := map[string]*jsonschema.Schema{"x-example-case": c.MustCompile("any.json")}
	for typ, s := range schemas {
		all[typ] = s
	}
	return all
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
