package sheet_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/sheet"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(file, got, 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got, rewrite with -update):\n%s", file, diff)
	}
}

func file(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	return data
}

// ministryMapping is the mapping of the ministry's table.
func ministryMapping(t *testing.T) *sheet.Mapping {
	t.Helper()
	c := codec.DecodeCompanion[sheet.Mapping]("ministry.mapping.yaml", file(t, "ministry.mapping.yaml"), nil)
	require.Empty(t, c.Findings)
	return &c.Value
}

// places are findings as rule, place and severity.
func places(found ocs.Findings) []string {
	var list []string
	for _, f := range found {
		list = append(list, f.Severity.String()+" "+f.Rule+" "+f.Pos.String())
	}
	return list
}

func TestMinistry(t *testing.T) {
	doc := sheet.Read("ministry.csv", file(t, "ministry.csv"), ministryMapping(t), nil)
	data, err := codec.Encode(&doc.Strategy, codec.YAML)
	require.NoError(t, err)
	golden(t, "ministry.golden.yaml", data)
	if diff := cmp.Diff([]string{"info sheet-preface ministry.csv:1:1"}, places(doc.Findings)); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}
