// Command merge brings together two drafts of a strategy that began from one
// base, element by element and field by field. Git can use it in place of its
// merge by lines.
//
//	go run ./examples/merge [-path NAME] BASE OURS THEIRS
//
// The merged strategy is written to OURS, in the syntax that it was in. BASE,
// OURS and THEIRS are files in YAML or JSON; each may be a part of a strategy
// that is split over files. NAME is what the file is called for readers, and its
// extension tells the syntax where those of the others don't.
//
// Two drafts that changed different elements, or different fields of one, merge
// whatever lines they stand on; one that moved an element and one that edited it
// do, too. What can't be reconciled is reported on standard error with its place
// in both drafts, and OURS then has what ours says there: no marks are ever put
// into a value. Conflicts are described by strategy.MergeRules.
//
// Comments are kept where the merge by lines that Git knows comes to the same
// strategy. Where it doesn't, the merged strategy is written anew, and comments
// are lost; a line on standard error says so.
//
// The exit code is 0 if the drafts were merged, 1 if there are conflicts, and 2
// if a draft could not be read whole or written; OURS is then left as it was.
//
// # With Git
//
// Tell Git how to run it, once for each clone:
//
//	go build -o /usr/local/bin/ocs-merge ./examples/merge
//	git config merge.ocs.name "strategies against organised crime"
//	git config merge.ocs.driver "ocs-merge -path %P %O %A %B"
//
// and for which files, in .gitattributes of the repository:
//
//	*.strategy.yaml merge=ocs
//	*.strategy.json merge=ocs
//
// Git then stops at a file with conflicts as it always does: correct what was
// reported, add the file and commit.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"testing/fstest"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// The exit codes.
const (
	exitMerged = iota
	exitConflicts
	exitFailed
)

func main() { os.Exit(run(os.Args[1:], os.Stderr)) }

func run(args []string, stderr io.Writer) int {
	flags := flag.NewFlagSet("merge", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprint(stderr, "usage: merge [-path NAME] BASE OURS THEIRS\n\n"+
			"Brings together two drafts of a strategy that began from one base, and writes the result to OURS. Git\n"+
			"can run it as a merge driver. The exit code is 1 if there are conflicts, which are reported, and 2 if\n"+
			"a draft could not be read or written.\n\n")
		flags.PrintDefaults()
	}
	name := flags.String("path", "", "what the file is called for readers: its `name` tells the syntax where the others don't")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return exitMerged
	case err != nil:
		return exitFailed
	case flags.NArg() != 3:
		flags.Usage()
		return exitFailed
	}
	code, err := merge(*name, [3]string(flags.Args()), stderr)
	if err != nil {
		fmt.Fprintln(stderr, "merge:", err)
		return exitFailed
	}
	return code
}

// draft is a version of the file.
type draft struct {
	path string // where it is
	data []byte
	doc  *codec.Document
	part bool // it is a part of a strategy: it states no schema
}

func merge(name string, paths [3]string, stderr io.Writer) (int, error) {
	var versions [3]*draft
	for i, path := range paths {
		d, err := read(path, name)
		if err != nil {
			return exitFailed, err
		}
		versions[i] = d
	}
	base, ours, theirs := versions[0], versions[1], versions[2]
	merged, conflicts := strategy.Merge(&base.doc.Strategy, &ours.doc.Strategy, &theirs.doc.Strategy)
	data, kept, err := write(&merged, versions, name)
	if err != nil {
		return exitFailed, err
	}
	if !kept && bytes.Contains(ours.data, []byte("#")) {
		fmt.Fprintf(stderr, "%s: written anew: comments are not kept\n", shownName(ours.path, name))
	}
	for i := range conflicts {
		report(&conflicts[i], ours, theirs, shownName(ours.path, name), stderr)
	}
	if !bytes.Equal(data, ours.data) {
		if err := os.WriteFile(ours.path, data, 0o644); err != nil {
			return exitFailed, err
		}
	}
	if conflicts.Err() != nil {
		return exitConflicts, nil
	}
	return exitMerged, nil
}

func shownName(path, name string) string {
	if name != "" {
		return name
	}
	return path
}

// format returns the syntax of a file: what its name says, or else the name
// for readers, or what it begins with.
func format(path, name string, data []byte) codec.Syntax {
	for _, n := range []string{path, name} {
		if f := codec.SyntaxOf(n); f != "" {
			return f
		}
	}
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
		return codec.JSON
	}
	return codec.YAML
}

func read(path, name string) (*draft, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	d, err := decode(data, format(path, name, data))
	if err != nil {
		return nil, fmt.Errorf("%s could not be read whole: %w", path, err)
	}
	d.path = path
	return d, nil
}

// decode reads a version. The base of a file that both drafts added is empty.
// A part of a strategy is read beside a file that states the schema.
func decode(data []byte, f codec.Syntax) (*draft, error) {
	const schema = "~schema.strategy.json"
	file := "draft." + string(f)
	d := &draft{data: data}
	if len(bytes.TrimSpace(data)) == 0 {
		d.doc, d.part = &codec.Document{}, true
		return d, nil
	}
	d.doc = codec.Decode(file, data, nil)
	if slices.ContainsFunc(d.doc.Findings, func(f ocs.Finding) bool { return f.Rule == "schema-missing" }) {
		fsys := fstest.MapFS{file: {Data: data}, schema: {Data: []byte(`{"schema": "` + strategy.Schema + `"}`)}}
		doc, err := codec.Load(fsys, nil, file, schema)
		if err != nil {
			return nil, err
		}
		d.doc, d.part = doc, true
		d.doc.Strategy.Schema = ""
	}
	return d, d.doc.Findings.Err()
}

// write returns the text of the merged strategy: that of a draft or of a merge by
// lines where it says the same, and then kept is true, or else a new one.
func write(merged *strategy.Strategy, versions [3]*draft, name string) (data []byte, kept bool, err error) {
	ours, theirs := versions[1], versions[2]
	f := format(ours.path, name, ours.data)
	for _, d := range []*draft{ours, theirs} {
		if strategy.Diff(merged, &d.doc.Strategy).IsZero() && format(d.path, name, d.data) == f {
			return d.data, true, nil
		}
	}
	if lines, err := exec.Command("git", "merge-file", "-p", "-q", "--ours", ours.path, versions[0].path, theirs.path).Output(); err == nil {
		if d, err := decode(lines, f); err == nil && strategy.Diff(merged, &d.doc.Strategy).IsZero() {
			return lines, true, nil
		}
	}
	data, err = codec.Encode(merged, f)
	return data, false, err
}

// report writes a conflict with its places in both drafts.
func report(c *ocs.Finding, ours, theirs *draft, name string, stderr io.Writer) {
	place := func(d *draft, p ocs.Pointer) string {
		pos := d.doc.Position(p)
		pos.File = name
		return pos.String()
	}
	if len(c.Related) == 0 { // of the merged strategy as a whole
		fmt.Fprintf(stderr, "%s: error: %s [%s]\n", name, c.Message, c.Rule)
		return
	}
	fmt.Fprintf(stderr, "%s: error: %s [%s]\n", place(ours, c.Path), c.Message, c.Rule)
	fmt.Fprintf(stderr, "  theirs: %s\n", place(theirs, c.Related[0].Path))
}
