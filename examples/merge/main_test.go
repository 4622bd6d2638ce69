package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// asDriver makes the test binary be the program, for Git to run.
const asDriver = "OCS_TEST_MERGE_DRIVER"

func TestMain(m *testing.M) {
	if os.Getenv(asDriver) != "" {
		os.Exit(run(os.Args[1:], os.Stderr))
	}
	os.Exit(m.Run())
}

func drafted(edits ...[]edit) strategy.Strategy {
	s := nsaoc.Strategy()
	for _, e := range slices.Concat(edits...) {
		e(&s)
	}
	return s
}

// Two drafts with thirty edits that go together and four that don't.
func TestThirtyEditsAndFourConflicts(t *testing.T) {
	base, ours, theirs := nsaoc.Strategy(), drafted(ourEdits, ourClashes), drafted(theirEdits, theirClashes)
	got, found := strategy.Merge(&base, &ours, &theirs)
	var conflicts []string
	for _, f := range found {
		conflicts = append(conflicts, fmt.Sprintf("%s %s %s %s", f.Rule, f.Element.ID, f.Path, f.Related[0].Path))
	}
	slices.Sort(conflicts)
	want := []string{
		"merge-conflict f-parallel /plans/0/commitments/18/lead /plans/0/commitments/17/lead",
		"merge-conflict i-assets-parallel /objectives/8/indicators/1/targets/0/value /objectives/8/indicators/1/targets/0/value",
		"merge-conflict pk-nsaoc /vision /vision",
		"merge-deleted f-forum /plans/0/commitments /plans/0/commitments/29",
	}
	if diff := cmp.Diff(want, conflicts); diff != "" {
		t.Errorf("conflicts (-want +got):\n%s", diff)
	}
	all := drafted(ourEdits, theirEdits, ourClashes)
	if rest := strategy.Diff(&all, &got); !rest.IsZero() {
		var b bytes.Buffer
		require.NoError(t, rest.WriteText(&b))
		t.Errorf("the merged strategy isn't what all edits make:\n%s", &b)
	}
	// Without the four there is none, and nothing is broken.
	ours, theirs = drafted(ourEdits), drafted(theirEdits)
	got, found = strategy.Merge(&base, &ours, &theirs)
	if len(found) > 0 {
		t.Errorf("conflicts: %v", found)
	}
	all = drafted(ourEdits, theirEdits)
	if rest := strategy.Diff(&all, &got); !rest.IsZero() {
		t.Errorf("left over: %v", rest.Edits)
	}
}

const (
	base = `# The strategy, kept by hand.
schema: ocs/v1
id: s
title: Strategy # working title
stage: draft
actors:
  - {id: moi, name: Ministry}   # the owner
  - {id: fia, name: Agency}
threats:
  - id: t
    name: Trafficking
    priority: true
`
	part = "# a part\nthreats:\n  - {id: t, name: Trafficking}\n  - {id: u, name: Laundering}\n"
)

func TestMergeFiles(t *testing.T) {
	swap := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(base) }
	for name, tc := range map[string]struct {
		base, ours, theirs string
		args               []string
		code               int
		want               string   // empty: ours
		stderr             []string // what must be on it
	}{
		"theirs alone":   {base, base, swap("Agency", "Bureau"), nil, exitMerged, swap("Agency", "Bureau"), nil},
		"by lines":       {base, swap("working title", "title, agreed", "true", "false"), swap("Strategy #", "A strategy #", "Ministry", "The Ministry"), nil, exitMerged, "", []string{"written anew"}},
		"comments stay":  {base, swap("draft", "consultation"), swap("Trafficking", "Trafficking in persons"), nil, exitMerged, swap("draft", "consultation", "Trafficking", "Trafficking in persons"), nil},
		"conflict":       {base, swap("title: Strategy", "title: Ours"), swap("title: Strategy", "title: Theirs", "Agency", "Bureau"), nil, exitConflicts, swap("title: Strategy", "title: Ours", "Agency", "Bureau"), []string{":4:8: error:", "[merge-conflict]", "theirs: "}},
		"shown name":     {base, swap("title: Strategy", "title: Ours"), swap("title: Strategy", "title: Theirs"), []string{"-path", "pk/s.strategy.yaml"}, exitConflicts, "", []string{"pk/s.strategy.yaml:4:8: error:"}},
		"part":           {part, strings.Replace(part, "Trafficking", "Smuggling", 1), strings.Replace(part, "Laundering", "Fraud", 1), nil, exitMerged, "", []string{"written anew"}},
		"both added":     {"", base, swap("Agency", "Bureau"), nil, exitConflicts, "", []string{"[merge-conflict]"}},
		"not read whole": {base, base, swap("title:", "titel:"), nil, exitFailed, "", []string{"could not be read whole"}},
		"no syntax":      {base, base, "a: [", nil, exitFailed, "", []string{"could not be read whole"}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			paths := []string{filepath.Join(dir, "base"), filepath.Join(dir, "ours"), filepath.Join(dir, "theirs")}
			for i, text := range []string{tc.base, tc.ours, tc.theirs} {
				require.NoError(t, os.WriteFile(paths[i], []byte(text), 0o644))
			}
			var stderr bytes.Buffer
			if code := run(append(tc.args, paths...), &stderr); code != tc.code {
				t.Errorf("exit code %d, want %d: %s", code, tc.code, &stderr)
			}
			for _, want := range tc.stderr {
				if !strings.Contains(stderr.String(), want) {
					t.Errorf("no %q on stderr: %s", want, &stderr)
				}
			}
			if len(tc.stderr) == 0 && stderr.Len() > 0 {
				t.Errorf("on stderr: %s", &stderr)
			}
			got, err := os.ReadFile(paths[1])
			require.NoError(t, err)
			if tc.want != "" {
				if diff := cmp.Diff(tc.want, string(got)); diff != "" {
					t.Errorf("merged (-want +got):\n%s", diff)
				}
			} else if tc.code == exitFailed && string(got) != tc.ours {
				t.Errorf("ours was changed:\n%s", got)
			}
			if strings.Contains(string(got), "<<<<<<<") {
				t.Errorf("marks in the file:\n%s", got)
			}
		})
	}
}

func TestMergeUsage(t *testing.T) {
	for name, args := range map[string][]string{"no files": nil, "two files": {"a", "b"}, "no such files": {"a", "b", "c"}, "unknown flag": {"-x"}} {
		var stderr bytes.Buffer
		if code := run(args, &stderr); code != exitFailed || stderr.Len() == 0 {
			t.Errorf("%s: exit code %d, stderr %q", name, code, &stderr)
		}
	}
}

// TestMergeDriver lets Git merge two branches with the program as its driver.
func TestMergeDriver(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	self, err := os.Executable()
	require.NoError(t, err)
	dir := t.TempDir()
	git := func(args ...string) (string, error) {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull,
			"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.org")
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	must := func(args ...string) {
		t.Helper()
		out, err := git(args...)
		require.NoError(t, err, out)
	}
	file := filepath.Join(dir, "pk.strategy.yaml")
	commit := func(s strategy.Strategy, message string) {
		t.Helper()
		data, err := codec.Encode(&s, codec.YAML)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(file, data, 0o644))
		must("add", "-A")
		must("commit", "-q", "-m", message)
	}
	read := func() strategy.Strategy {
		t.Helper()
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		doc := codec.Decode(file, data, nil)
		require.Empty(t, doc.Findings)
		return doc.Strategy
	}

	must("init", "-q", "-b", "main")
	must("config", "merge.ocs.name", "strategies")
	must("config", "merge.ocs.driver", fmt.Sprintf("%s=1 '%s' -path %%P %%O %%A %%B", asDriver, self))
	require.NoError(t, os.WriteFile(filepath.Join(dir, ".gitattributes"), []byte("*.strategy.yaml merge=ocs\n"), 0o644))
	commit(drafted(), "base")
	must("checkout", "-q", "-b", "theirs")
	commit(drafted(theirEdits), "their edits")
	must("checkout", "-q", "main")
	commit(drafted(ourEdits), "our edits")

	must("merge", "-q", "-m", "merge", "theirs")
	got, want := read(), drafted(ourEdits, theirEdits)
	if rest := strategy.Diff(&want, &got); !rest.IsZero() {
		t.Errorf("left over: %v", rest.Edits)
	}

	must("checkout", "-q", "theirs")
	commit(drafted(theirEdits, theirClashes), "their clashes")
	must("checkout", "-q", "main")
	commit(drafted(ourEdits, theirEdits, ourClashes), "our clashes")
	out, err := git("merge", "-m", "merge", "theirs")
	if err == nil || strings.Count(out, "[merge-conflict]") != 3 || strings.Count(out, "[merge-deleted]") != 1 || !strings.Contains(out, "pk.strategy.yaml:") {
		t.Errorf("git merge: %v\n%s", err, out)
	}
	got, want = read(), drafted(ourEdits, theirEdits, ourClashes)
	if rest := strategy.Diff(&want, &got); !rest.IsZero() {
		t.Errorf("left over: %v", rest.Edits)
	}
	if status, _ := git("status", "--porcelain"); !strings.HasPrefix(status, "UU ") {
		t.Errorf("git doesn't know of the conflict: %q", status)
	}
}
