package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
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
		{"clear", nil},
		{"amber", []string{"-level", "TLP:AMBER"}},
		{"urdu", []string{"-lang", "ur"}},
		{"quotes", []string{"testdata/quotes.strategy.yaml"}},
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

// TestWritten: what is written is the copy, without a word of what is withheld.
func TestWritten(t *testing.T) {
	s := nsaoc.Strategy()
	release := strategy.Redact(&s, ocs.MarkingClear)
	translation := codec.DecodeCompanion[strategy.Translation]("ur.yaml", nsaoc.Urdu(), nil)
	inUrdu, _ := strategy.Localise(&release.Strategy, &translation.Value)
	tests := []struct {
		lang, file string
		want       strategy.Strategy
	}{
		{"", "pk-nsaoc-clear.strategy.yaml", release.Strategy},
		{"ur", "pk-nsaoc-clear-ur.strategy.yaml", inUrdu},
	}
	for _, test := range tests {
		t.Run(test.file, func(t *testing.T) {
			dir := t.TempDir()
			require.NoError(t, run(&bytes.Buffer{}, []string{"-lang", test.lang, "-out", dir}))
			data, err := os.ReadFile(filepath.Join(dir, test.file))
			require.NoError(t, err)
			doc := codec.Decode(test.file, data, nil)
			require.NoError(t, doc.Check(nil).Findings.Err())
			if diff := cmp.Diff(test.want, doc.Strategy, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("copy (-want +got):\n%s", diff)
			}
			for _, h := range release.Withheld {
				if strings.Contains(string(data), h.Element.ID) {
					t.Errorf("%v is named", h.Element)
				}
			}
		})
	}
}

func TestArguments(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "outside.yaml")
	require.NoError(t, os.WriteFile(outside, []byte("schema: ocs/v1\nid: ../outside\n"), 0o666))
	tests := []struct {
		name string
		args []string
	}{
		{"unknown flag", []string{"-verbose"}},
		{"unknown level", []string{"-level", "secret"}},
		{"unknown language", []string{"-lang", "fr"}},
		{"a translation of another strategy", []string{"-lang", "ur", "testdata/quotes.strategy.yaml"}},
		{"no such file", []string{filepath.Join("testdata", "none.yaml")}},
		{"not a strategy", []string{filepath.Join("testdata", "clear.golden")}},
		{"identifier that leads out of the folder", []string{"-out", t.TempDir(), outside}},
		{"two files", []string{"a.yaml", "b.yaml"}},
		{"not a folder", []string{"-out", filepath.Join("testdata", "clear.golden")}},
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
