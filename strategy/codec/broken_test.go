package codec_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

var update = flag.Bool("update", false, "rewrite the tables of findings under testdata/broken")

// broken are the folders of testdata/broken, with the day on which each
// document is looked at. Their README says what each is made after.
var broken = map[string]ocs.Date{
	"serbia":      ocs.MustDate("2010-12-31"),
	"nigeria":     ocs.MustDate("2024-06-30"),
	"new-zealand": ocs.MustDate("2022-12-31"),
	"chile":       ocs.MustDate("2026-03-31"),
	"eu":          ocs.MustDate("2024-04-30"),
}

// Documents with the mistakes of real ones bring exactly the findings of the
// table beside them, each at its place, by the rules for their own stage.
func TestBrokenDocuments(t *testing.T) {
	for name, asOf := range broken {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join("testdata/broken", name)
			d, err := codec.Load(os.DirFS(dir), nil)
			require.NoError(t, err)
			require.False(t, d.Refused, "%v", d.Findings)
			var got bytes.Buffer
			for _, f := range d.Check(&strategy.Options{AsOf: asOf}).Findings {
				fmt.Fprintf(&got, "%v\t%v\t%s\t%s\n", f.Pos, f.Severity, f.Rule, f.Path)
			}
			table := filepath.Join(dir, "findings.tsv")
			if *update {
				require.NoError(t, os.WriteFile(table, got.Bytes(), 0o644))
			}
			want, err := os.ReadFile(table)
			require.NoError(t, err)
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("(-want +got, rewrite with -update):\n%s", diff)
			}
		})
	}
}

// Nothing that stands in a broken document is lost in silence: what was read
// comes back from either format, and every text of the source is in what is
// written or was reported at its place.
func TestBrokenDocumentsLoseNothing(t *testing.T) {
	for name := range broken {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join("testdata/broken", name)
			d, err := codec.Load(os.DirFS(dir), nil)
			require.NoError(t, err)
			for _, format := range formats {
				data, err := codec.Encode(&d.Strategy, format)
				require.NoError(t, err)
				again := codec.Decode("x."+string(format), data, nil)
				if diff := equal(d.Strategy, again.Strategy); diff != "" || len(again.Findings) > 0 {
					t.Errorf("%s: %v (-want +got):\n%s", format, again.Findings, diff)
				}
			}

			data, err := codec.Encode(&d.Strategy, codec.YAML)
			require.NoError(t, err)
			kept := map[string]int{}
			for s := range everyScalar(t, data) {
				kept[s.text]++
			}
			reported := map[place]bool{}
			for _, f := range d.Findings {
				reported[place{f.Pos.File, f.Pos.Line, f.Pos.Column}] = true
			}
			for _, file := range documents(t, dir) {
				for s := range everyScalar(t, d.Source(file)) {
					switch {
					case slices.ContainsFunc(s.within, func(p place) bool { return reported[place{file, p.line, p.column}] }):
					case kept[s.text] > 0:
						kept[s.text]--
					default:
						t.Errorf("%s:%d: %q is lost", file, s.within[len(s.within)-1].line, s.text)
					}
				}
			}
		})
	}
}

// documents lists the files of a folder that hold a document.
func documents(t *testing.T, dir string) []string {
	t.Helper()
	var files []string
	for _, pattern := range []string{"*.yaml", "*/*.yaml"} {
		found, err := filepath.Glob(filepath.Join(dir, pattern))
		require.NoError(t, err)
		for _, f := range found {
			rel, err := filepath.Rel(dir, f)
			require.NoError(t, err)
			files = append(files, filepath.ToSlash(rel))
		}
	}
	require.NotEmpty(t, files)
	return files
}

type place struct {
	file         string
	line, column int
}

// scalar is a text of a YAML document, with the places at which it, the values
// around it and their names stand, from the outside inwards.
type scalar struct {
	text   string
	within []place
}

// everyScalar yields every text of a YAML document, names too.
func everyScalar(t *testing.T, data []byte) func(func(scalar) bool) {
	t.Helper()
	var root yaml.Node
	require.NoError(t, yaml.Unmarshal(data, &root))
	var walk func(n *yaml.Node, within []place, yield func(scalar) bool) bool
	walk = func(n *yaml.Node, within []place, yield func(scalar) bool) bool {
		within = append(slices.Clip(within), place{line: n.Line, column: n.Column})
		switch n.Kind {
		case yaml.ScalarNode:
			return yield(scalar{n.Value, within})
		case yaml.MappingNode:
			for i := 0; i < len(n.Content); i += 2 {
				key, value := n.Content[i], n.Content[i+1]
				at := append(slices.Clip(within), place{line: key.Line, column: key.Column})
				named := append(slices.Clip(at), place{line: value.Line, column: value.Column}) // the name goes with its value
				if !yield(scalar{key.Value, named}) || !walk(value, at, yield) {
					return false
				}
			}
		default:
			for _, c := range n.Content {
				if !walk(c, within, yield) {
					return false
				}
			}
		}
		return true
	}
	return func(yield func(scalar) bool) { walk(&root, nil, yield) }
}
