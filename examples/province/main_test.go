package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestPage(t *testing.T) {
	tests := []struct {
		name string
		args []string
	}{
		{"punjab", nil},
		{"conflicts", []string{"-tailoring", "testdata/conflicts.tailoring.yaml"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got bytes.Buffer
			require.NoError(t, run(&got, test.args))
			golden := filepath.Join("testdata", test.name+".golden")
			if *update {
				require.NoError(t, os.WriteFile(golden, got.Bytes(), 0o666))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("page (-want +got, rewrite with -update):\n%s", diff)
			}
		})
	}
}

func TestWritten(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, run(&bytes.Buffer{}, []string{"-out", dir}))
	const name = "pk-pb-nsaoc.strategy.yaml"
	data, err := os.ReadFile(filepath.Join(dir, name))
	require.NoError(t, err)
	doc := codec.Decode(name, data, nil)
	require.Empty(t, doc.Findings)

	national := nsaoc.Strategy()
	tailoring := codec.DecodeCompanion[strategy.Tailoring]("punjab.tailoring.yaml", punjab, nil)
	want, conflicts := strategy.Tailor(&national, &tailoring.Value)
	require.Empty(t, conflicts)
	if diff := cmp.Diff(want, doc.Strategy, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("plan (-want +got):\n%s", diff)
	}
	require.NoError(t, doc.Check(nil).Findings.Err())
}

func TestArguments(t *testing.T) {
	other := filepath.Join(t.TempDir(), "other.yaml")
	require.NoError(t, os.WriteFile(other, []byte("schema: ocs/v1\nstrategy: another\n"), 0o666))
	outside := filepath.Join(t.TempDir(), "outside.yaml")
	require.NoError(t, os.WriteFile(outside, []byte("schema: ocs/v1\nstrategy: pk-nsaoc\nset: {id: ../outside}\n"), 0o666))
	tests := []struct {
		name string
		args []string
	}{
		{"identifier that leads out of the folder", []string{"-out", t.TempDir(), "-tailoring", outside}},
		{"unknown flag", []string{"-verbose"}},
		{"no such file", []string{"-tailoring", filepath.Join("testdata", "none.yaml")}},
		{"not a tailoring", []string{"-tailoring", filepath.Join("testdata", "punjab.golden")}},
		{"of another strategy", []string{"-tailoring", other}},
		{"not a folder", []string{"-out", filepath.Join("testdata", "punjab.golden")}},
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
