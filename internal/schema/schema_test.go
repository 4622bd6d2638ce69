package schema

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the schemas again")

// The schemas that are kept are those that the types give.
func TestSchemasAreCurrent(t *testing.T) {
	c, err := readComments()
	if err != nil {
		t.Fatal(err)
	}
	for file := range documents {
		got, err := generate(file, c)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(root, folder, file)
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s is not what the types give; see what changed, then run with -update (-kept +made):\n%s", file, diff)
		}
	}
}
