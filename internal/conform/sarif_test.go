package conform

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/findings"
)

// schema compiles the published schema that an environment variable names.
func schema(t *testing.T, variable string) *jsonschema.Schema {
	t.Helper()
	file := os.Getenv(variable)
	if file == "" {
		t.Skipf("%s doesn't name the published schema", variable)
	}
	s, err := jsonschema.NewCompiler().Compile(file)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSARIF writes the findings of every rule's bad example, and of documents
// that can't be read, and holds each log against the schema of SARIF 2.1.0.
func TestSARIF(t *testing.T) {
	s := schema(t, "OCS_SARIF_SCHEMA")
	files, err := filepath.Glob("../../strategy/findings/rules/*/bad.yaml")
	if err != nil || len(files) < 100 {
		t.Fatalf("%d examples: %v", len(files), err)
	}
	check := func(name string, fs ocs.Findings) {
		t.Helper()
		var log bytes.Buffer
		if err := findings.SARIF(&log, fs, nil); err != nil {
			t.Fatal(err)
		}
		value, err := jsonschema.UnmarshalJSON(&log)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		fs := codec.Decode("a b.yaml", data, nil).Check(nil).Findings
		if len(fs) == 0 {
			continue // broken only on a day
		}
		check(file, fs)
	}
	check("syntax", codec.Decode("x.yaml", []byte("a: [\t"), nil).Check(nil).Findings)
	check("nothing", nil)
	check("no position", ocs.Findings{{Rule: "r", Severity: ocs.Info, Path: "/a", Message: "m"}})
}
