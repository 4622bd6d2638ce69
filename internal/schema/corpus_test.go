package schema

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// Of every document in the project codec and schema say the same: those that
// are meant to be right are valid, and those that show a fault of form are not.
func TestCorpus(t *testing.T) {
	whole := map[string]*jsonschema.Schema{}
	for _, k := range kinds {
		whole[k.name] = compile(t, k.schema, "")
	}
	part := compile(t, codec.Schema(), "#/$defs/strategy.Strategy")
	valid, invalid := map[string]int{}, map[string]int{}
	for _, path := range corpus(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		k := kindOf(path)
		d, ok := k.read(path, data)
		members, isObject := d.value.(map[string]any)
		if !ok || !isObject || members["$schema"] != nil || members["type"] == "bundle" || strings.Contains(path, ".mapping.") {
			continue // it is of another format, or shows a fault of syntax
		}
		s := whole[k.name]
		if members["schema"] == nil { // part of a strategy in several files
			s = part
			d.faults = without(d.faults, "schema-missing")
		}
		places := refused(s, d.value)
		if len(places) == 0 && len(d.faults) == 0 {
			valid[k.name]++
			continue
		}
		invalid[k.name]++
		for p := range places {
			if len(d.faults) == 0 && !d.isWrong(p) {
				t.Errorf("%s: the schema refuses %s, the codec finds nothing", path, p)
			}
		}
		if len(places) == 0 {
			t.Errorf("%s: the codec finds %v, the schema nothing", path, d.faults)
		}
	}
	for _, k := range kinds {
		if valid[k.name] == 0 {
			t.Errorf("no %s was seen that is valid", k.name)
		}
	}
	if invalid["strategy"] == 0 {
		t.Error("no document was seen that isn't valid")
	}
	t.Logf("valid: %v, not valid: %v", valid, invalid)
}

// corpus returns the files of the project that may be documents.
func corpus(t *testing.T) (paths []string) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != root && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case !d.IsDir() && codec.SyntaxOf(path) != "":
			paths = append(paths, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

func without(faults ocs.Findings, code string) (rest ocs.Findings) {
	for _, f := range faults {
		if f.Rule != code {
			rest = append(rest, f)
		}
	}
	return rest
}

// What the codec writes is valid, in one file and in several.
func TestEncoded(t *testing.T) {
	s := nsaoc.Strategy()
	schema := compile(t, codec.Schema(), "")
	for _, syntax := range []codec.Syntax{codec.YAML, codec.JSON} {
		one, err := codec.Encode(&s, syntax)
		if err != nil {
			t.Fatal(err)
		}
		files, err := codec.Split(&s, syntax)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range append(files, codec.File{Name: "one." + string(syntax), Data: one}) {
			d, ok := kinds[len(kinds)-1].read(f.Name, f.Data)
			if places := refused(schema, d.value); !ok || len(places) > 0 {
				t.Errorf("%s: the schema refuses %v", f.Name, places)
			}
		}
	}
}
