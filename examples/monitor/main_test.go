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
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy/codec"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestMonitor(t *testing.T) {
	for name, tc := range map[string]struct {
		args []string
		code int
	}{
		"example":  {args: []string{"-as-of", "2028-06-30"}},
		"since":    {args: []string{"-since", "2027-12-31"}}, // the day is the example's own
		"earlier":  {args: []string{"-as-of", "2027-01-15"}},
		"readings": {args: []string{"-feed", "testdata/readings.csv", "-since", "2028-03-31"}},
		"updates":  {args: []string{"-feed", "testdata/updates.csv"}},
		"bad":      {args: []string{"-feed", "testdata/bad.csv"}, code: exitFaults},
		"file":     {args: []string{"-as-of", "2028-01-31", "testdata/small.strategy.yaml"}},
		"fed":      {args: []string{"-as-of", "2028-01-31", "-feed", "testdata/small.csv", "testdata/small.strategy.yaml"}},
		"folder":   {args: []string{"-as-of", "2028-01-31", "../check/testdata/split"}, code: exitFaults},
		"faults":   {args: []string{"-as-of", "2028-01-31", "../check/testdata/faults.strategy.yaml"}, code: exitFaults},
	} {
		t.Run(name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			if code := run(tc.args, &stdout, &stderr); code != tc.code {
				t.Errorf("exit code %d, want %d", code, tc.code)
			}
			if stderr.Len() > 0 {
				t.Errorf("on stderr: %s", &stderr)
			}
			golden(t, name, stdout.Bytes())
			if tc.code == exitPrinted {
				narrow(t, stdout.String())
			}
		})
	}
}

// The example gives the same page when it is read from a folder of files.
func TestMonitorFolder(t *testing.T) {
	dir := t.TempDir()
	s := nsaoc.Monitored()
	files, err := codec.Split(&s, codec.YAML)
	require.NoError(t, err)
	for _, f := range files {
		name := filepath.Join(dir, f.Name)
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o777))
		require.NoError(t, os.WriteFile(name, f.Data, 0o644))
	}
	var composed, read, stderr bytes.Buffer
	require.Equal(t, exitPrinted, run([]string{"-as-of", "2028-06-30"}, &composed, &stderr), stderr.String())
	require.Equal(t, exitPrinted, run([]string{"-as-of", "2028-06-30", dir}, &read, &stderr), stderr.String())
	if diff := cmp.Diff(composed.String(), read.String()); diff != "" {
		t.Errorf("(-composed +read):\n%s", diff)
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		require.NoError(t, os.WriteFile(path, got, 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// narrow checks that the page fits its width.
func narrow(t *testing.T, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > width {
			t.Errorf("line of %d characters: %s", n, line)
		}
	}
}

// Every answer is written as a table, and the same ones whatever is asked on
// the page.
func TestMonitorCSV(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	var stdout, stderr bytes.Buffer
	code := run([]string{"-as-of", "2028-01-31", "-since", "2027-06-30", "-csv", dir, "testdata/small.strategy.yaml"}, &stdout, &stderr)
	require.Equal(t, exitPrinted, code, stderr.String())
	files, err := os.ReadDir(dir)
	require.NoError(t, err)
	var all bytes.Buffer
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join(dir, f.Name()))
		require.NoError(t, err)
		if bytes.Count(data, []byte("\n")) == 0 {
			t.Errorf("%s has no headings", f.Name())
		}
		all.WriteString("== " + f.Name() + "\n")
		all.Write(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))) // the golden file is kept as text
	}
	golden(t, "csv", all.Bytes())
	if want := "29 tables are in " + dir; len(files) != 29 || !strings.Contains(strings.ReplaceAll(stdout.String(), "\n", " "), want) {
		t.Errorf("%d files; %q is not in the output", len(files), want)
	}
}

func TestMonitorCannotRead(t *testing.T) {
	for name, args := range map[string][]string{
		"no such file":       {"-as-of", "2028-01-31", "testdata/none.yaml"},
		"no date":            {"testdata/small.strategy.yaml"},
		"bad date":           {"-as-of", "soon"},
		"since is later":     {"-since", "2028-06-30"},
		"two documents":      {"-as-of", "2028-01-31", "testdata/small.strategy.yaml", "testdata/small.strategy.yaml"},
		"unknown flag":       {"-colour"},
		"no such table":      {"-feed", "testdata/none.csv"},
		"table is a folder":  {"-feed", "testdata"},
		"folder is a file":   {"-csv", "testdata/small.csv"},
		"folder has nothing": {"-as-of", "2028-01-31", t.TempDir()},
	} {
		t.Run(name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			if code := run(args, &stdout, &stderr); code != exitUnread {
				t.Errorf("exit code %d, want %d", code, exitUnread)
			}
			if stderr.Len() == 0 {
				t.Error("nothing on stderr")
			}
			if stdout.Len() > 0 {
				t.Errorf("on stdout: %s", &stdout)
			}
		})
	}
}

func TestMonitorHelp(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if code := run([]string{"-help"}, &stdout, &stderr); code != exitPrinted {
		t.Errorf("exit code %d", code)
	}
	golden(t, "help", stderr.Bytes())
}

// The picture of a document with mistakes is drawn all the same: the rules'
// bad examples hold one of each kind.
func TestMonitorOfBadDocuments(t *testing.T) {
	documents, err := filepath.Glob("../../strategy/findings/rules/*/bad.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, documents)
	for _, name := range documents {
		var stdout, stderr bytes.Buffer
		code := run([]string{"-as-of", "2028-06-30", "-since", "2027-12-31", name}, &stdout, &stderr)
		if code != exitPrinted && code != exitFaults {
			t.Errorf("%s: exit code %d: %s", name, code, &stderr)
		}
	}
}

// A document's text must not steer the terminal of whoever looks at it.
func TestMonitorHidesControls(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.strategy.yaml")
	text := "schema: ocs/v1\nid: s\ntitle: \"a\\e[31m\\u202Eb\"\nnotice: \"\\e[2Jn\"\nactors: [{id: a, name: \"\\e[1m\"}]\n" +
		"plans: [{id: p, commitments: [{id: c, title: \"\\e]0;x\\a\", lead: a, deadline: 2027-01-01}, {id: \"d\\N\\r\\e\", deadline: 2027-01-01}]}]\n" +
		"reports: [{id: r, made: 2026-12-31, updates: [{commitment: c, date: 2026-12-31, state: blocked, note: \"\\e[5m\\nx\"}]}]\n"
	require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
	var stdout, stderr bytes.Buffer
	code := run([]string{"-as-of", "2028-06-30", name}, &stdout, &stderr)
	if out := stdout.String() + stderr.String(); code != exitPrinted || strings.ContainsAny(out, "\x1b\u202e\a\r\u0085") || !strings.Contains(out, "a\ufffd[31m\ufffdb") {
		t.Errorf("exit code %d, output %q", code, out)
	}
}
