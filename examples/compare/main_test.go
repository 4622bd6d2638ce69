package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy/codec"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// writeDrafts writes the old draft as one file of YAML and the new one as a
// folder of JSON.
func writeDrafts(t *testing.T) (old, new string) {
	dir := t.TempDir()
	old, new = filepath.Join(dir, "old.strategy.yaml"), filepath.Join(dir, "new")
	draft, changed := nsaoc.Strategy(), consulted()
	data, err := codec.Encode(&draft, codec.YAML)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(old, data, 0o644))
	files, err := codec.Split(&changed, codec.JSON)
	require.NoError(t, err)
	for _, f := range files {
		name := filepath.Join(new, filepath.FromSlash(f.Name))
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, f.Data, 0o644))
	}
	return old, new
}

func TestCompare(t *testing.T) {
	old, new := writeDrafts(t)
	for name, tc := range map[string]struct {
		args   []string
		golden string
		code   int
	}{
		"text":       {nil, "text", exitDifferent},
		"files":      {[]string{old, new}, "text", exitDifferent},
		"markdown":   {[]string{"-format", "markdown"}, "markdown", exitDifferent},
		"json":       {[]string{"-format", "json", old, new}, "json", exitDifferent},
		"weakenings": {[]string{"-weakenings"}, "weakenings", exitDifferent},
		"same":       {[]string{new, new}, "same", exitSame},
	} {
		t.Run(name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			if code := run(tc.args, &stdout, &stderr); code != tc.code {
				t.Errorf("exit code %d, want %d", code, tc.code)
			}
			require.Empty(t, stderr.String())
			golden := filepath.Join("testdata", tc.golden+".golden")
			if *update {
				require.NoError(t, os.WriteFile(golden, stdout.Bytes(), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			if diff := cmp.Diff(string(want), stdout.String()); diff != "" {
				t.Errorf("output (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCompareCannotRead(t *testing.T) {
	dir := t.TempDir()
	faulty := filepath.Join(dir, "faulty.yaml")
	require.NoError(t, os.WriteFile(faulty, []byte("schema: ocs/v1\nid: s\ntitel: T\n"), 0o644))
	for name, args := range map[string][]string{
		"one argument":   {faulty},
		"no such file":   {filepath.Join(dir, "none.yaml"), faulty},
		"unknown format": {"-format", "xml"},
		"unknown flag":   {"-colour"},
		"not read whole": {faulty, faulty},
	} {
		t.Run(name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			if code := run(args, &stdout, &stderr); code != exitUnread {
				t.Errorf("exit code %d, want %d", code, exitUnread)
			}
			if stderr.Len() == 0 || stdout.Len() > 0 {
				t.Errorf("stdout %q, stderr %q", &stdout, &stderr)
			}
		})
	}
}
