package stratml_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
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

// FuzzCarried checks of anything that may stand in an instruction of ocs that
// reading it ends, and that what comes of it can be written and read again.
func FuzzCarried(f *testing.F) {
	s := nsaoc.Strategy()
	data, _, err := stratml.Encode(&s, stratml.Part2, nil)
	require.NoError(f, err)
	for line := range strings.Lines(string(data)) {
		if body, ok := strings.CutPrefix(strings.TrimSpace(line), "<?ocs "); ok {
			f.Add(strings.TrimSuffix(body, "?>"))
		}
	}
	f.Add(`extensions {"ocs:stratml":{"":[],"description":["d"],"unnumbered":[]}}`)
	f.Add(`objectives [{"=":true},{"~":"g-1","title":["t","x"]}]`)
	f.Add(`objectives ["g-1",{"x":"g-1","was":"y"},{"+":{"id":"n"}}]`)
	const before, after = head + "<Objective><Name>O</Name></Objective></Goal></StrategicPlanCore><?ocs v1?><?ocs ", "?></StrategicPlan>"
	f.Fuzz(func(t *testing.T, body string) {
		if strings.Contains(body, "?>") {
			return
		}
		d := stratml.Decode("f.xml", []byte(before+body+after), nil)
		if d.Refused {
			return // characters that XML can't hold
		}
		out, _, err := stratml.Encode(&d.Strategy, stratml.Part2, nil)
		if err != nil {
			t.Fatal(err)
		}
		again := stratml.Decode("again.xml", out, nil)
		if diff := cmp.Diff(d.Strategy, again.Strategy, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("(-want +got):\n%s\n%s", diff, out)
		}
	})
}
