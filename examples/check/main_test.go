package main

import (
	"bytes"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestCheck(t *testing.T) {
	for name, tc := range map[string]struct {
		args   []string
		stdin  string
		colour bool
		code   int
	}{
		"clean":    {args: []string{"testdata/clean.strategy.yaml"}, code: exitClean},
		"misspelt": {args: []string{"testdata/misspelt.strategy.yaml"}, code: exitErrors},
		"colour":   {args: []string{"testdata/misspelt.strategy.yaml"}, colour: true, code: exitErrors},
		"adopted":  {args: []string{"-stage", "adopted", "-as-of", "2026-12-31", "testdata/clean.strategy.yaml"}, code: exitErrors},
		"syntax":   {args: []string{"testdata/faults.strategy.yaml"}, code: exitErrors},
		"folder":   {args: []string{"testdata/split"}, code: exitErrors},
		"several":  {args: []string{"testdata/clean.strategy.yaml", "testdata/split"}, code: exitErrors},
		"jsonl":    {args: []string{"-format", "jsonl", "testdata/split"}, code: exitErrors},
		"sarif":    {args: []string{"-format", "sarif", "testdata/split", "testdata/misspelt.strategy.yaml"}, code: exitErrors},
		"github":   {args: []string{"-format", "github", "testdata/split"}, code: exitErrors},
		"baseline": {args: []string{"-baseline", "testdata/split.baseline", "testdata/split"}, code: exitClean},
		"explain":  {args: []string{"-explain", "lead-missing"}, code: exitClean},
		"fault":    {args: []string{"-explain", "unknown-field"}, code: exitClean},
		"stdin":    {args: []string{"-"}, stdin: `{"schema": "ocs/v1", "stage": "draft", "title": 7}`, code: exitErrors},
	} {
		t.Run(name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			code := run(tc.args, strings.NewReader(tc.stdin), &stdout, &stderr, tc.colour)
			if code != tc.code {
				t.Errorf("exit code %d, want %d", code, tc.code)
			}
			if stderr.Len() > 0 {
				t.Errorf("on stderr: %s", &stderr)
			}
			golden := filepath.Join("testdata", name+".golden")
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

func TestCheckCannotRead(t *testing.T) {
	for name, args := range map[string][]string{
		"no arguments":  nil,
		"no such file":  {"testdata/none.yaml"},
		"unknown stage": {"-stage", "adoptd", "testdata/clean.strategy.yaml"},
		"bad date":      {"-as-of", "soon", "testdata/clean.strategy.yaml"},
		"unknown flag":  {"-colour", "testdata/clean.strategy.yaml"},
		"unknown rule":  {"-explain", "lead-misssing"},
		"unknown kind":  {"-schema", "plan"},
		"bad format":    {"-format", "xml", "testdata/clean.strategy.yaml"},
		"no baseline":   {"-baseline", "testdata/none.baseline", "testdata/clean.strategy.yaml"},
		"bad baseline":  {"-baseline", "testdata/clean.strategy.yaml", "testdata/clean.strategy.yaml"},
		"one of two":    {"testdata/none.yaml", "testdata/clean.strategy.yaml"},
	} {
		t.Run(name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			if code := run(args, strings.NewReader(""), &stdout, &stderr, false); code != exitUnread {
				t.Errorf("exit code %d, want %d", code, exitUnread)
			}
			if stderr.Len() == 0 {
				t.Error("nothing on stderr")
			}
		})
	}
}

// The schemas are those of the codec, each of its own kind of document.
func TestSchema(t *testing.T) {
	for kind, want := range map[string][]byte{
		"strategy":    codec.Schema(),
		"translation": codec.CompanionSchema[strategy.Translation](),
		"tailoring":   codec.CompanionSchema[strategy.Tailoring](),
	} {
		var stdout, stderr bytes.Buffer
		if code := run([]string{"-schema", kind}, nil, &stdout, &stderr, false); code != exitClean || !bytes.Equal(stdout.Bytes(), want) {
			t.Errorf("%s: exit code %d, %d bytes, %s", kind, code, stdout.Len(), &stderr)
		}
	}
}

// What is in the baseline isn't shown, and a fault that comes after it was
// written is, wherever lines have moved to.
func TestBaseline(t *testing.T) {
	dir := t.TempDir()
	doc, baseline := filepath.Join(dir, "a.yaml"), filepath.Join(dir, "baseline")
	check := func(text string, args ...string) (int, string) {
		t.Helper()
		require.NoError(t, os.WriteFile(doc, []byte(text), 0o644))
		var stdout, stderr bytes.Buffer
		code := run(append(args, doc), strings.NewReader(""), &stdout, &stderr, false)
		require.Empty(t, stderr.String())
		return code, stdout.String()
	}
	const old = "schema: ocs/v1\nid: s\nstage: draft\nactors:\n  - {id: a, name: A, parent: none}\n"
	if code, _ := check(old, "-write-baseline", baseline); code != exitErrors {
		t.Fatalf("exit code %d for the first check", code)
	}
	moved := strings.Replace(old, "actors:\n", "# a comment\n\nactors:\n  - {id: new, name: New}\n", 1)
	if code, out := check(moved, "-baseline", baseline); code != exitClean || strings.Contains(out, "unresolved-reference") {
		t.Errorf("exit code %d for what is known:\n%s", code, out)
	}
	worse := strings.Replace(moved, "name: New}", "name: New, parent: none}", 1)
	if code, out := check(worse, "-baseline", baseline); code != exitErrors || strings.Count(out, "unresolved-reference") != 1 {
		t.Errorf("exit code %d for one new finding:\n%s", code, out)
	}
}

// A baseline of what could be read only in part would hide what couldn't.
func TestBaselineOfUnread(t *testing.T) {
	baseline := filepath.Join(t.TempDir(), "baseline")
	var stdout, stderr bytes.Buffer
	code := run([]string{"-write-baseline", baseline, "testdata/clean.strategy.yaml", "testdata/none.yaml"}, strings.NewReader(""), &stdout, &stderr, false)
	if code != exitUnread {
		t.Errorf("exit code %d, want %d", code, exitUnread)
	}
	if _, err := os.Stat(baseline); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a baseline was written: %v", err)
	}
}

// A document's text must not steer the terminal of whoever checks it.
func TestCheckHidesControls(t *testing.T) {
	var stdout, stderr bytes.Buffer
	doc := "schema: ocs/v1\nstage: \"\\e[31m\\u202E\"\nlead\x1b[2J: x\n"
	run([]string{"-"}, strings.NewReader(doc), &stdout, &stderr, false)
	if out := stdout.String() + stderr.String(); strings.ContainsAny(out, "\x1b\u202e") {
		t.Errorf("control characters in the output: %q", out)
	}
	if !strings.Contains(stdout.String(), "error:") {
		t.Errorf("nothing reported: %q", stdout.String())
	}
}

// A flood of findings is cut, and the rest counted.
func TestCheckOmits(t *testing.T) {
	var stdout, stderr bytes.Buffer
	doc := `{"schema": "ocs/v1", "id": "s", "title": "t", "threats": [{"id": "t"}` + strings.Repeat(`, {"id": "t"}`, 1010) + "]}"
	run([]string{"-"}, strings.NewReader(doc), &stdout, &stderr, false)
	if want := "10 more findings of duplicate-id not shown\n"; !strings.Contains(stdout.String(), want) {
		t.Errorf("%q is not in the output", want)
	}
}

// A document that wasn't read isn't counted as one without faults.
func TestCheckCountsUnread(t *testing.T) {
	var stdout, stderr bytes.Buffer
	run([]string{"testdata/none.yaml", "testdata/clean.strategy.yaml"}, strings.NewReader(""), &stdout, &stderr, false)
	if !strings.Contains(stdout.String(), ", 1 document not read\n") {
		t.Errorf("summary: %s", &stdout)
	}
}
