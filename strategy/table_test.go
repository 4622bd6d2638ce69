package strategy_test

import (
	"encoding/csv"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs/strategy"
)

func TestTableWriteCSVDefusesFormulas(t *testing.T) {
	for _, tt := range []struct{ name, cell, want string }{
		{"text", "Police", "Police"},
		{"equals", "=1+1", "'=1+1"},
		{"plus", "+cmd", "'+cmd"},
		{"minus", "-cmd", "'-cmd"},
		{"at", "@SUM(A1)", "'@SUM(A1)"},
		{"tab", "\tx", "'\tx"},
		{"carriage return", "\rx", "'x"}, // RFC 4180 has line breaks as CR LF only, so that a lone CR is dropped
		{"line feed", "\nx", "'\nx"},
		{"after spaces", "  =1", "'  =1"},
		{"after a no-break space", "\u00A0=1", "'\u00A0=1"},
		{"after a byte order mark", "\uFEFF=1", "'\uFEFF=1"},
		{"after a zero-width space", "\u200B=1", "'\u200B=1"},
		{"after a delete character", "\x7f=1", "'\x7f=1"},
		{"full-width equals", "＝1", "'＝1"},
		{"full-width at, after a wide space", "\u3000＠x", "'\u3000＠x"},
		{"negative number", "-12.50", "-12.50"},
		{"signed number", "+3", "+3"},
		{"number", "007", "007"},
		{"not quite a number", "-1.", "'-1."},
		{"two numbers", "-1-1", "'-1-1"},
		{"inside", "a=b", "a=b"},
		{"apostrophe", "'=1", "''=1"}, // so that it isn't read back as =1
		{"apostrophe before text", "'tis", "'tis"},
		{"quotes and commas", `say "no", twice`, `say "no", twice`},
		{"other script", "پولیس", "پولیس"},
		{"not UTF-8", "a\xffb", "a\uFFFDb"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out strings.Builder
			require.NoError(t, strategy.Table{Columns: []string{"a", "b"}, Rows: [][]string{{"x", tt.cell}}}.WriteCSV(&out))
			rows, err := csv.NewReader(strings.NewReader(out.String())).ReadAll()
			require.NoError(t, err)
			if diff := cmp.Diff([][]string{{"a", "b"}, {"x", tt.want}}, rows); diff != "" {
				t.Errorf("rows (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTableWriteCSVShape(t *testing.T) {
	var out strings.Builder
	table := strategy.Table{Title: "Not written", Columns: []string{"a", "=b"}, Rows: [][]string{{"1"}, {"2", "x\ny"}}}
	require.NoError(t, table.WriteCSV(&out))
	if diff := cmp.Diff("a,'=b\r\n1,\r\n2,\"x\r\ny\"\r\n", out.String()); diff != "" {
		t.Errorf("bytes (-want +got):\n%s", diff)
	}
}

type brokenWriter struct{}

var errBroken = errors.New("broken")

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestTableWriteCSVError(t *testing.T) {
	table := strategy.Table{Columns: []string{"a"}, Rows: [][]string{{strings.Repeat("x", 10_000)}}}
	if err := table.WriteCSV(brokenWriter{}); !errors.Is(err, errBroken) {
		t.Errorf("got %v", err)
	}
}
