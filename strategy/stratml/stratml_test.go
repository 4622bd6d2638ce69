package stratml_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/stratml"
	"github.com/stretchr/testify/require"
)

// shared returns the folder of reference documents that the project may use but
// doesn't hold.
func shared(t testing.TB, elem ...string) string {
	t.Helper()
	dir := os.Getenv("OCS_SHARED")
	if dir == "" {
		t.Skip("OCS_SHARED isn't set: the documents of others aren't at hand")
	}
	return filepath.Join(append([]string{dir, "stratml"}, elem...)...)
}

var both = []stratml.Part{stratml.Part1, stratml.Part2}

func TestPakistanComesBack(t *testing.T) {
	for _, part := range both {
		s := nsaoc.Strategy()
		data, fs, err := stratml.Encode(&s, part, nil)
		require.NoError(t, err)
		if os.Getenv("DUMP") != "" {
			os.WriteFile("/tmp/pak"+string(rune('0'+part))+".xml", data, 0o644)
			for _, f := range fs {
				t.Log(f)
			}
		}
		d := stratml.Decode("p.xml", data, nil)
		for _, f := range d.Findings {
			t.Log(f)
		}
		if diff := cmp.Diff(nsaoc.Strategy(), d.Strategy, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("part %d (-want +got):\n%s", part, diff)
		}
	}
}

func TestRealDocuments(t *testing.T) {
	names, err := filepath.Glob(shared(t, "docs", "real", "*.xml"))
	require.NoError(t, err)
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		d := stratml.Decode(filepath.Base(name), data, nil)
		if os.Getenv("DUMP") != "" {
			for _, f := range d.Findings {
				t.Log(f)
			}
		}
		out, fs, err := stratml.Encode(&d.Strategy, d.Part, nil)
		require.NoError(t, err)
		if os.Getenv("DUMP") != "" {
			for _, f := range fs {
				t.Log(f)
			}
			os.WriteFile("/tmp/out_"+filepath.Base(name), out, 0o644)
		}
		again := stratml.Decode(filepath.Base(name), out, nil)
		if diff := cmp.Diff(d.Strategy, again.Strategy, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	_ = strategy.Strategy{}
}
