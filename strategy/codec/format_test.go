package codec_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs/strategy/codec"
)

// yamlFiles returns every YAML document of the repository by name.
func yamlFiles(t testing.TB) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, pattern := range []string{"testdata/*.yaml", "testdata/*.json", "testdata/documents/*.yaml", "../findings/rules/*/*.yaml", "../../examples/*/testdata/*.yaml",
		"../../examples/*/*.yaml"} {
		names, err := filepath.Glob(pattern)
		require.NoError(t, err)
		for _, name := range names {
			data, err := os.ReadFile(name)
			require.NoError(t, err)
			files[name] = data
		}
	}
	require.Greater(t, len(files), 100)
	return files
}

func TestFormatFiles(t *testing.T) {
	for name, data := range yamlFiles(t) {
		t.Run(name, func(t *testing.T) {
			out := reformatted(t, name, data)
			if diff := cmp.Diff(notes(data), notes(out)); diff != "" && out != nil {
				t.Errorf("comments (-before +after):\n%s", diff)
			}
		})
	}
}

// notes returns the comments of a document that has no number signs in its
// values, sorted.
func notes(data []byte) []string {
	var found []string
	for line := range strings.Lines(string(data)) {
		if i := strings.Index(" "+line, " #"); i >= 0 {
			found = append(found, strings.TrimSpace(line[i:]))
		}
	}
	slices.Sort(found)
	return found
}

// reformatted demands of a document what Format promises.
func reformatted(t testing.TB, name string, data []byte) []byte {
	t.Helper()
	before := codec.Decode(name, data, nil)
	out, err := codec.Format(name, data, nil)
	if before.Refused {
		if err == nil {
			t.Error("no error for a document that is refused")
		}
		return nil
	}
	if err != nil {
		t.Errorf("error: %v", err)
		return nil
	}
	again, err := codec.Format(name, out, nil)
	if err != nil {
		t.Errorf("the second time: %v\n%s", err, out)
	}
	if diff := cmp.Diff(string(out), string(again)); diff != "" {
		t.Errorf("the second time changes (-first +second):\n%s", diff)
	}
	after := codec.Decode(name, out, nil)
	if diff := equal(before.Strategy, after.Strategy); diff != "" {
		t.Errorf("the strategy changes (-before +after):\n%s", diff)
	}
	return out
}

// What Encode writes is laid out in the usual way.
func TestFormatEncoded(t *testing.T) {
	for name, d := range corpus(t) {
		for _, format := range formats {
			data, err := codec.Encode(&d.Strategy, format)
			require.NoError(t, err)
			out, err := codec.Format("x."+string(format), data, nil)
			require.NoError(t, err)
			if diff := cmp.Diff(string(data), string(out)); diff != "" {
				t.Errorf("%s in %s (-encoded +reformatted):\n%s", name, format, diff)
			}
		}
	}
}

// layouts are YAML documents that are laid out in ways that are hard to follow.
var layouts = []string{
	"schema: ocs/v1\n",
	"# a\n\n# b\nid: s\nschema: ocs/v1\n",
	"---\n# c\nid: s\nschema: ocs/v1\n...\n# end\n",
	"%YAML 1.2\n---\nid: s # x\n\n\n\nschema: ocs/v1\n",
	"id:    s\r\nschema: ocs/v1   # c\r\n\r\n\r\n# d\r\ntitle: t\r\n",
	"schema: ocs/v1\nthreats:\n- name: n\n  # about id\n  id: t\n# before u\n- id: u\n\n  # foot of u\nactors: [] # none\n",
	"schema: ocs/v1\nvision: |\n     a\n       b\n\n     c\n\n# c\nid: s\n",
	"schema: ocs/v1\nvision: |2-\n     a\n   b\nid: s\n",
	"schema: ocs/v1\nvision: |+\n  a\n\n\n# c\nid: s\n\ntitle: t\n",
	"vision: >- # why\n  a\n  b\n\n  c\n\n   \n\nid: s\nschema: ocs/v1",
	"schema: ocs/v1\ntitle: a\n  b\n\n  c\nid: 'it''s\n\n   x'\nnotice: \"a\\\n    b \\\n\n  c\"\n",
	"schema: ocs/v1\nthreats:\n- &a\n  name: n\n  id: t\n- *a\n- {name: x, id: y}\n",
	"schema: ocs/v1\nthreats:\n  - # dash\n    name: n\n    id: t\n  -\n    # alone\n    name: n\n    id: t2\n  - !!map\n    name: n\n    id: t3\n",
	"schema: ocs/v1\nlanguages: [en, # english\n   ur,\n  de]\nthreats: [{name: n, id: t}, {id: u,\n name: m,}]\n",
	"schema: ocs/v1\nextensions: {b.c: {z: 1, a: 2}, a.b: [1,{y: ,x}]}\n",
	"schema: ocs/v1\nextensions:\n  ? a.b\n  : - 1\n    - - x\n      -   y\n  c.d:\n  - - - q\n",
	"schema: ocs/v1\ntitel: x\nstage: draft\nnull: ~\nid: s\nid: t\nthreats: {a: b}\n",
	"schema: ocs/v1\nid: # c\n  s\ntitle:\n  # d\n\n  # e\n  t # f\nactors:\n  # g\n\n  # h\n  - id: a\n  # i\n# j\n\n# k\n",
	"{id: s, schema: ocs/v1} # c\n# d\n",
	"{id: s,\n  schema: ocs/v1, title: " + strings.Repeat("word ", 30) + ", stage: draft}\n",
	"schema: ocs/v1\n\"id\" : s\nthreats:\n  - id: t\n    # - commented: out\n\n  # u\n\n  - id: u\nplans:\n\n\n  - id: p\n    commitments:\n        - id: c\n          # deep\n      # middle\n    # less\n  # list\n# top\nactors:\n  - id: a\n",
	"schema: ocs/v1\nmatrix: [a: b, [c, {d: e}], \"x\":y]\n",
	"\uFEFF# bom\nid: s\nschema: ocs/v1\n",
	"schema: ocs/v1\n'vision':\t\"a\"\t# tab\nid: s\n \n\t\n",
	"schema: ocs/v1\nvision: |\n\n\n  a\n\nextensions:\n  a.b:\n    - |-\n        x\n       # not content\n    - >\n\n    - |\n",
	"schema: ocs/v1\u2028title: a\u2028\u2028  b\u0085id: \u2029",
	"schema: ocs/v1\nextensions:\n  a.b:\n    ? 0\n  c.d: 1\n  e.f:\n    ? x # c\n# d\nid: s\n",
	"schema: ocs/v1\nvision: |\n  a",
	"schema: ocs/v1\nvision: |+1 # c\n  a\n\n  b",
	"schema: ocs/v1\nid: &x s\ntitle: *x\nextensions: {a.b: &y [1], *x : *y}\n",
	"# yaml-language-server: $schema=a.json\nid: s\nschema: ocs/v1\n",
	"# a\n\n# b\n# $schema: a.json\n# c\nid: s\nschema: ocs/v1 # yaml-language-server: $schema=b.json\n",
	"# yaml-language-server: $schema=a.json\n{id: s, schema: ocs/v1}\n",
}

func TestFormatLayouts(t *testing.T) {
	var all strings.Builder
	for i, text := range layouts {
		t.Run(strconv.Itoa(i), func(t *testing.T) {
			fmt.Fprintf(&all, "==== %d before:\n%s==== %d after:\n%s", i, text, i, reformatted(t, "x.yaml", []byte(text)))
		})
	}
	got := strings.ReplaceAll(all.String(), "\r", "<CR>") // for tools that would take it away
	golden := "testdata/layouts.golden"
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func FuzzFormat(f *testing.F) {
	for _, text := range layouts {
		f.Add("x.yaml", []byte(text))
	}
	for _, text := range texts {
		f.Add("a.yaml", []byte("schema: ocs/v1\ntitle: "+text+"\n"))
		f.Add("a.yaml", []byte("schema: ocs/v1\nextensions: {a.b: ["+text+"]}\n"))
	}
	for _, name := range []string{"faults.yaml", "faults.json", "documents/romania.strategy.yaml"} {
		data, err := os.ReadFile("testdata/" + name)
		require.NoError(f, err)
		f.Add(name, data)
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		// Some ways to write tags, anchors and explicit names are beyond it.
		if _, err := codec.Format(name, data, nil); err != nil && bytes.ContainsAny(data, "!&*?") {
			return
		}
		reformatted(t, name, data)
	})
}
