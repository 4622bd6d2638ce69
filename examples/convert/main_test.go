package main

import (
	"bytes"
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestConvert(t *testing.T) {
	for name, tc := range map[string]struct {
		args  []string
		stdin string
		code  int
	}{
		"import":         {args: []string{"-to", "yaml", "testdata/plan.xml"}},
		"json":           {args: []string{"-to", "json", "-quiet", "testdata/plan.xml"}},
		"rewrite":        {args: []string{"-to", "stratml", "testdata/plan.xml"}},
		"part1":          {args: []string{"-to", "stratml1", "testdata/plan.strategy.yaml"}},
		"part2":          {args: []string{"-to", "stratml2", "testdata/plan.strategy.yaml"}},
		"bare":           {args: []string{"-to", "stratml", "-bare", "testdata/plan.strategy.yaml"}},
		"broken":         {args: []string{"-to", "yaml", "testdata/broken.xml"}, code: exitUnread},
		"unknown":        {args: []string{"-to", "stratml", "testdata/unknown.strategy.yaml"}, code: exitErrors},
		"stdin":          {args: []string{"-to", "yaml"}, stdin: "<StrategicPlan/>"},
		"declared":       {args: []string{"-from", "json", "-to", "yaml", "-"}, stdin: `{"schema":"ocs/v1","id":"s"}`},
		"stix":           {args: []string{"-to", "stix", "-level", "amber", "testdata/plan.strategy.yaml"}},
		"level":          {args: []string{"-to", "json", "-level", "clear", "testdata/plan.strategy.yaml"}},
		"bundle":         {args: []string{"-to", "yaml"}, stdin: `{"type": "bundle", "id": "bundle--5d0092c5-5f74-4287-9642-33f4c354e56d", "objects": []}`},
		"action-plan":    {args: []string{"-to", "action-plan", "-as-of", "2027-06-30", "testdata/plan.strategy.yaml"}},
		"responsibility": {args: []string{"-to", "responsibility", "testdata/plan.strategy.yaml"}},
		"indicators":     {args: []string{"-to", "indicators", "-level", "clear", "testdata/plan.strategy.yaml"}},
		"mapped":         {args: []string{"-to", "yaml", "-map", "testdata/ministry.mapping.yaml", "testdata/ministry.csv"}},
		"suggested":      {args: []string{"-to", "yaml", "testdata/ministry.csv"}, code: exitErrors},
		"into":           {args: []string{"-to", "yaml", "-map", "testdata/ministry.mapping.yaml", "-into", "testdata/plan.strategy.yaml", "testdata/ministry.csv"}},
		"mapping":        {args: []string{"-to", "mapping", "-quiet", "testdata/ministry.csv"}, code: exitErrors},
		"misspelt":       {args: []string{"-to", "yaml", "-map", "testdata/misspelt.mapping.yaml", "testdata/ministry.csv"}, code: exitUnread},
		"graphml":        {args: []string{"-to", "graphml", "-level", "amber", "testdata/plan.strategy.yaml"}},
		"public":         {args: []string{"-to", "graphml", "testdata/plan.strategy.yaml"}},
		"misp":           {args: []string{"-to", "misp", "testdata/plan.strategy.yaml"}},
		"nothing":        {args: []string{"-to", "misp"}, stdin: "schema: ocs/v1\nid: s\ntitle: Secret\nmarking: red\n", code: exitUnread},
		"empty":          {args: []string{"-from", "stratml", "-to", "yaml", "-"}, code: exitUnread},
	} {
		t.Run(name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			if code := run(tc.args, strings.NewReader(tc.stdin), &stdout, &stderr); code != tc.code {
				t.Errorf("exit code %d, want %d", code, tc.code)
			}
			for file, got := range map[string][]byte{name + ".golden": stdout.Bytes(), name + ".stderr": stderr.Bytes()} {
				got = bytes.ReplaceAll(got, []byte("\r\n"), []byte("\n")) // of tables; git keeps goldens with LF
				golden := filepath.Join("testdata", file)
				if *update {
					require.NoError(t, os.WriteFile(golden, got, 0o644))
				}
				want, err := os.ReadFile(golden)
				require.NoError(t, err)
				if diff := cmp.Diff(string(want), string(got)); diff != "" {
					t.Errorf("%s (-want +got):\n%s", file, diff)
				}
			}
		})
	}
}

// What was imported, kept as YAML or JSON, and exported again is the same
// document, and a folder is one strategy.
func TestThereAndBack(t *testing.T) {
	dir := t.TempDir()
	convert := func(args ...string) {
		t.Helper()
		var stdout, stderr bytes.Buffer
		require.Zero(t, run(append([]string{"-quiet"}, args...), strings.NewReader(""), &stdout, &stderr), stderr.String())
		require.Empty(t, stdout.String())
		require.Empty(t, stderr.String())
	}
	at := func(name string) string { return filepath.Join(dir, name) }
	convert("testdata/plan.xml", at("direct.xml"))
	convert("testdata/plan.xml", at("plan.yaml"))
	convert(at("plan.yaml"), at("plan.json"))
	convert(at("plan.json"), at("again.xml"))
	require.NoError(t, os.Mkdir(at("folder"), 0o755))
	convert("testdata/plan.xml", at("folder/plan.yml"))
	convert("-to", "stratml2", at("folder"), at("folder.out"))
	want, err := os.ReadFile(at("direct.xml"))
	require.NoError(t, err)
	for _, name := range []string{"again.xml", "folder.out"} {
		got, err := os.ReadFile(at(name))
		require.NoError(t, err)
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (-direct +by way of others):\n%s", name, diff)
		}
	}
}

// A graph as tables is two files in a folder, which is made.
func TestTables(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "graph")
	for _, test := range []struct {
		level string
		edges int
	}{{"clear", 13}, {"amber", 16}} {
		var stdout, stderr bytes.Buffer
		require.Zero(t, run([]string{"-quiet", "-to", "graph-csv", "-level", test.level, "testdata/plan.strategy.yaml", dir}, strings.NewReader(""), &stdout, &stderr), stderr.String())
		require.Empty(t, stdout.String())
		ids := make(map[string]bool)
		nodes, edges := table(t, dir, "nodes.csv"), table(t, dir, "edges.csv")
		for _, row := range nodes[1:] {
			ids[row[0]] = true
		}
		for _, row := range edges[1:] {
			require.True(t, ids[row[1]] && ids[row[2]], row)
		}
		require.Equal(t, test.edges, len(edges)-1)
		require.Equal(t, test.level == "amber", ids["inspections"])
	}
}

func table(t *testing.T, dir, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	require.NoError(t, err)
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	require.NoError(t, err)
	return rows
}

func TestCannotConvert(t *testing.T) {
	for name, args := range map[string][]string{
		"no format":                 {"testdata/plan.xml"},
		"unknown format":            {"-to", "stratml3", "testdata/plan.xml"},
		"unknown source":            {"-from", "pdf", "-to", "yaml", "testdata/plan.xml"},
		"no such file":              {"-to", "yaml", "testdata/none.xml"},
		"three names":               {"a.xml", "b.xml", "c.xml"},
		"no such folder":            {"testdata/plan.xml", "testdata/none/plan.yaml"},
		"empty folder":              {"-to", "yaml", t.TempDir()},
		"unknown level":             {"-to", "yaml", "-level", "secret", "testdata/plan.xml"},
		"unknown flag":              {"-pretty", "testdata/plan.xml"},
		"no such map":               {"-to", "yaml", "-map", "testdata/none.yaml", "testdata/ministry.csv"},
		"no such base":              {"-to", "yaml", "-into", "testdata/none.yaml", "testdata/ministry.csv"},
		"map of no table":           {"-to", "yaml", "-map", "testdata/ministry.mapping.yaml", "testdata/plan.xml"},
		"no date":                   {"-to", "indicators", "-as-of", "soon", "testdata/plan.xml"},
		"written only":              {"-from", "indicators", "-to", "yaml", "testdata/ministry.csv"},
		"tables to standard output": {"-to", "graph-csv", "testdata/plan.strategy.yaml"},
		"tables over a file":        {"-to", "graph-csv", "testdata/plan.strategy.yaml", "testdata/plan.xml"},
		"graph is written only":     {"-from", "graphml", "-to", "yaml", "testdata/public.golden"},
		"mapping of none":           {"-to", "mapping", "testdata/plan.strategy.yaml"},
	} {
		t.Run(name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			if code := run(args, strings.NewReader(""), &stdout, &stderr); code != exitUnread {
				t.Errorf("exit code %d, want %d", code, exitUnread)
			}
			if stderr.Len() == 0 || stdout.Len() > 0 {
				t.Errorf("stdout %q, stderr %q", &stdout, &stderr)
			}
		})
	}
}
