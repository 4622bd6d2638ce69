package stratml_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/ocs-framework/ocs/strategy/stratml"
	"github.com/stretchr/testify/require"
)

// FuzzDecode checks of any document that reading it ends, with findings that
// stand in it, and that what was read is written valid and comes back.
func FuzzDecode(f *testing.F) {
	for _, pattern := range []string{"testdata/*.xml", "testdata/*.part?", "testdata/refused/*.xml"} {
		names, err := filepath.Glob(pattern)
		require.NoError(f, err)
		for _, name := range names {
			data, err := os.ReadFile(name)
			require.NoError(f, err)
			f.Add(data)
		}
	}
	f.Add([]byte("\xfe\xff\x00<\x00a\x00/\x00>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d := stratml.Decode("f.xml", data, &stratml.Options{MaxNodes: 10_000})
		for _, g := range d.Findings {
			if g.Pos.Line < 1 || g.Pos.Column < 1 || g.Pos.Offset < 0 || g.Pos.Offset > 3*len(data)+3 {
				t.Errorf("%s stands at %+v", g.Rule, g.Pos)
			}
		}
		if d.Refused {
			if len(d.Findings) != 1 {
				t.Errorf("refused with %d findings", len(d.Findings))
			}
			return
		}
		for _, part := range both {
			out, _, err := stratml.Encode(&d.Strategy, part, nil)
			if err != nil {
				t.Fatalf("what was read can't be written: %v", err)
			}
			if faults := invalid(out, part); len(faults) > 0 {
				t.Fatalf("Part %d isn't valid: %q\n%s", part, faults, out)
			}
			again := stratml.Decode("again.xml", out, nil)
			if diff := cmp.Diff(d.Strategy, again.Strategy, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("Part %d (-want +got):\n%s\n%s", part, diff, out)
			}
		}
	})
}
