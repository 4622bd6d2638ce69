package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// TestReport: what is written where, and what it must and must not say.
func TestReport(t *testing.T) {
	tests := []struct {
		name       string
		args       []string
		file       string
		has, lacks []string
	}{
		{"page", nil, "report.html", []string{"<!DOCTYPE html>", `lang="en"`, "TLP:AMBER", "As of <b>30 June 2028</b>"}, nil},
		{"clear", []string{"-level", "TLP:CLEAR"}, "report.html", []string{"TLP:CLEAR"}, []string{"TLP:AMBER"}},
		{"French", []string{"-lang", "fr", "-o", "rapport.html"}, "rapport.html", []string{`lang="fr"`, "30 juin 2028"}, nil},
		{"Urdu", []string{"-lang", "ur"}, "report.html", []string{`lang="ur" dir="rtl"`, "پاکستان کی قومی"}, nil},
		{"picture", []string{"-format", "svg", "-picture", "coverage"}, "coverage.svg", []string{"<svg "}, []string{"<html"}},
		{"wiki", []string{"-format", "markdown", "-level", "clear"}, "report.md", []string{"# "}, []string{"<h1", "TLP:AMBER"}},
		{"diagrams", []string{"-format", "mermaid"}, "report.mmd.md", []string{"```mermaid\ngantt\n", "```mermaid\nflowchart "}, []string{"<h1"}},
		{"diagram", []string{"-format", "mermaid", "-picture", "gantt-1"}, "gantt-1.mmd", []string{"gantt\n"}, []string{"```"}},
		{"document", []string{"DOCUMENT"}, "report.html", []string{"National Strategy Against Organised Crime", "TLP:CLEAR"}, []string{"As of <b>", "TLP:AMBER"}},
		{"folder", []string{"-as-of", "2027", "FOLDER"}, "report.html", []string{"As of <b>2027</b>"}, nil},
		{"translated document", []string{"-lang", "ur", "-translation", "TRANSLATION", "DOCUMENT"}, "report.html", []string{"پاکستان کی قومی"}, nil},
	}
	s := nsaoc.Strategy()
	document, err := codec.Encode(&s, codec.YAML)
	require.NoError(t, err)
	folder := t.TempDir()
	names := strings.NewReplacer("DOCUMENT", filepath.Join(folder, "pk.strategy.yaml"), "FOLDER", folder, "TRANSLATION", filepath.Join(folder, "translations", "ur.yaml"))
	require.NoError(t, os.Mkdir(filepath.Join(folder, "translations"), 0o777))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "pk.strategy.yaml"), document, 0o666))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "translations", "ur.yaml"), nsaoc.Urdu(), 0o666))
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			args := strings.Split(names.Replace(strings.Join(test.args, "\x00")), "\x00")
			if test.args == nil {
				args = nil
			}
			var stdout, stderr bytes.Buffer
			if diff := cmp.Diff(exitWritten, run(args, &stdout, &stderr)); diff != "" {
				t.Fatalf("exit code (-want +got):\n%s%s", diff, stderr.String())
			}
			if !strings.HasPrefix(stdout.String(), test.file+": ") || strings.Count(stdout.String(), "\n") != 1 {
				t.Errorf("said %q", stdout.String())
			}
			data, err := os.ReadFile(test.file)
			require.NoError(t, err)
			for _, text := range test.has {
				if !strings.Contains(string(data), text) {
					t.Errorf("it lacks %q", text)
				}
			}
			for _, text := range test.lacks {
				if strings.Contains(string(data), text) {
					t.Errorf("it says %q", text)
				}
			}
		})
	}
}

// TestStandardOutput: nothing but the report is written there.
func TestStandardOutput(t *testing.T) {
	t.Chdir(t.TempDir())
	var stdout, stderr bytes.Buffer
	require.Equal(t, exitWritten, run([]string{"-o", "-"}, &stdout, &stderr))
	if !strings.HasPrefix(stdout.String(), "<!DOCTYPE html>") || !strings.HasSuffix(stdout.String(), "</html>\n") {
		t.Error("there is something around the page")
	}
	left, err := os.ReadDir(".")
	require.NoError(t, err)
	if len(left) > 0 || stderr.Len() > 0 {
		t.Errorf("written besides: %v %q", left, stderr.String())
	}
}

func TestArguments(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "broken.strategy.yaml")
	require.NoError(t, os.WriteFile(broken, []byte("schema: ocs/v1\nid: x\nthreats: yes\n"), 0o666))
	tests := []struct {
		name string
		args []string
		want int
	}{
		{"help", []string{"-h"}, exitWritten},
		{"unknown flag", []string{"-verbose"}, exitUnread},
		{"unknown level", []string{"-level", "secret"}, exitUnread},
		{"unknown language", []string{"-lang", "de"}, exitUnread},
		{"unknown format", []string{"-format", "pdf"}, exitUnread},
		{"unknown picture", []string{"-format", "svg", "-picture", "cat"}, exitUnread},
		{"unknown diagram", []string{"-format", "mermaid", "-picture", "cat"}, exitUnread},
		{"no picture", []string{"-format", "svg"}, exitUnread},
		{"picture of a page", []string{"-picture", "coverage"}, exitUnread},
		{"not a date", []string{"-as-of", "soon"}, exitUnread},
		{"two documents", []string{"a.yaml", "b.yaml"}, exitUnread},
		{"no such file", []string{"none.yaml"}, exitUnread},
		{"no such translation", []string{"-translation", "none.yaml"}, exitUnread},
		{"no such folder", []string{"-o", filepath.Join("none", "report.html")}, exitUnread},
		{"document with faults", []string{broken}, exitFaults},
		{"not a translation", []string{"-translation", broken}, exitFaults},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			var stdout, stderr bytes.Buffer
			if diff := cmp.Diff(test.want, run(test.args, &stdout, &stderr)); diff != "" {
				t.Errorf("exit code (-want +got):\n%s", diff)
			}
			if stdout.Len() > 0 || stderr.Len() == 0 {
				t.Errorf("said %q, and of faults %q", stdout.String(), stderr.String())
			}
			if left, _ := os.ReadDir("."); len(left) > 0 {
				t.Error("written all the same")
			}
		})
	}
}
