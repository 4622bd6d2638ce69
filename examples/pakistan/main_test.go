package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy/codec"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestPage(t *testing.T) {
	var got bytes.Buffer
	require.NoError(t, run(&got, nil))
	for n, line := range strings.Split(got.String(), "\n") {
		if w := utf8.RuneCountInString(line); w > width {
			t.Errorf("line %d has %d columns, more than %d", n+1, w, width)
		}
	}

	golden := filepath.Join("testdata", "page.golden")
	if *update {
		require.NoError(t, os.WriteFile(golden, got.Bytes(), 0o666))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("page (-want +got, rewrite with -update):\n%s", diff)
	}
}

func TestWritten(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, run(&bytes.Buffer{}, []string{"-out", dir}))
	want := nsaoc.Strategy()
	for _, path := range []string{"yaml", "strategy.json"} {
		t.Run(path, func(t *testing.T) {
			doc, err := codec.Load(os.DirFS(dir), nil, path)
			require.NoError(t, err)
			if diff := cmp.Diff(ocs.Findings(nil), doc.Findings, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(want, doc.Strategy, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("strategy (-want +got):\n%s", diff)
			}
		})
	}
}

func TestArguments(t *testing.T) {
	tests := []struct {
		name string
		args []string
	}{
		{"unknown flag", []string{"-verbose"}},
		{"not a date", []string{"-as-of", "yesterday"}},
		{"not a folder", []string{"-out", filepath.Join("testdata", "page.golden")}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			if err := run(&out, test.args); err == nil {
				t.Error("no error")
			}
			if diff := cmp.Diff("", out.String()); diff != "" {
				t.Errorf("printed all the same (-want +got):\n%s", diff)
			}
		})
	}
}
