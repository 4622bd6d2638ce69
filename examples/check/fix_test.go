package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

// fix checks a copy of testdata/fix and returns what is said and the files then.
func fix(t *testing.T, args ...string) (code int, said string, files map[string]string, dir string) {
	t.Helper()
	dir = t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS("testdata/fix")))
	var stdout, stderr bytes.Buffer
	code = run(append(args, dir), strings.NewReader(""), &stdout, &stderr, false)
	said = strings.ReplaceAll(stderr.String()+"----\n"+stdout.String(), filepath.ToSlash(dir), "DIR")
	return code, said, contents(t, dir), dir
}

func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		require.NoError(t, err)
		files[e.Name()] = string(data)
	}
	return files
}

func TestFix(t *testing.T) {
	code, said, files, dir := fix(t, "-fix")
	if code != exitErrors { // one mistake is left to a person
		t.Errorf("exit code %d", code)
	}
	got := said
	for _, name := range []string{"actors.yaml", "strategy.yaml", "threats.json"} {
		got += "---- " + name + "\n" + files[name]
	}
	if len(files) != 3 {
		t.Errorf("%d files, want 3", len(files))
	}
	golden := "testdata/fix.golden"
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	var stdout, stderr bytes.Buffer
	run([]string{"-fix", dir}, strings.NewReader(""), &stdout, &stderr, false)
	if diff := cmp.Diff(files, contents(t, dir)); diff != "" || stderr.Len() > 0 {
		t.Errorf("a second time: %s (-first +second):\n%s", &stderr, diff)
	}
}

// A dry run says the same and writes nothing.
func TestDryRun(t *testing.T) {
	_, really, _, _ := fix(t, "-fix")
	code, said, files, _ := fix(t, "-dry-run")
	if code != exitErrors {
		t.Errorf("exit code %d", code)
	}
	if diff := cmp.Diff(contents(t, "testdata/fix"), files); diff != "" {
		t.Errorf("files (-before +after):\n%s", diff)
	}
	done, _, _ := strings.Cut(really, "----\n")
	toDo, _, _ := strings.Cut(said, "----\n")
	if diff := cmp.Diff(done, toDo); diff != "" {
		t.Errorf("what is said (-done +to do):\n%s", diff)
	}
}

// Of what is in order nothing is written; what can't be read is left alone;
// rights and links are kept.
func TestFixLeavesAlone(t *testing.T) {
	dir := t.TempDir()
	broken, target, link := filepath.Join(dir, "broken.yaml"), filepath.Join(dir, "target.yaml"), filepath.Join(dir, "link.yaml")
	require.NoError(t, os.WriteFile(broken, []byte("id:   [\n"), 0o600))
	require.NoError(t, os.WriteFile(target, []byte("schema:   ocs/v1\n"), 0o640))
	require.NoError(t, os.Symlink("target.yaml", link))
	var stdout, stderr bytes.Buffer
	run([]string{"-fix", broken, link}, strings.NewReader(""), &stdout, &stderr, false)
	got := contents(t, dir)
	want := map[string]string{"broken.yaml": "id:   [\n", "target.yaml": "schema: ocs/v1\n", "link.yaml": "schema: ocs/v1\n"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	info, err := os.Lstat(target)
	require.NoError(t, err)
	if info.Mode() != 0o640 {
		t.Errorf("the mode is %v", info.Mode())
	}
	if info, err = os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	if code := run([]string{"-fix", "-"}, strings.NewReader("schema:  ocs/v1\n"), &stdout, &stderr, false); code != exitUnread {
		t.Errorf("exit code %d for standard input", code)
	}
}
