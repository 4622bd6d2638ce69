// Command compare says what lies between two drafts of a strategy, element by
// element, and what of it takes something back.
//
//	go run ./examples/compare [-format text|json|markdown] [-weakenings] OLD NEW
//	go run ./examples/compare [flags]
//
// OLD and NEW are documents in YAML or JSON: files, or folders over which a
// document is split. They may be of different syntax. Without them two drafts of
// Pakistan's strategy are compared: the one of package nsaoc, and one as it might
// come back from consultation (see drafts.go). Both are illustrative.
//
// With -weakenings only what weakens the strategy is shown.
//
// The exit code is 0 if nothing was changed (with -weakenings: nothing
// weakened), 1 if something was, and 2 if a document could not be read whole,
// since what wasn't read would seem deleted.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// The exit codes.
const (
	exitSame = iota
	exitDifferent
	exitUnread
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// writers write a revision in the formats that can be asked for.
var writers = map[string]func(*strategy.Revision, io.Writer) error{
	"text":     (*strategy.Revision).WriteText,
	"json":     (*strategy.Revision).WriteJSON,
	"markdown": (*strategy.Revision).WriteMarkdown,
}

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("compare", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprint(stderr, "usage: compare [flags] [OLD NEW]\n\n"+
			"Says what lies between two drafts of a strategy, element by element, and what weakens it (marked !).\n"+
			"OLD and NEW are files or folders in YAML or JSON; without them two drafts of the built-in example are\n"+
			"compared. The exit code is 1 if something was changed, and 2 if a draft could not be read.\n\n")
		flags.PrintDefaults()
	}
	format := flags.String("format", "text", "text, json or markdown")
	weakenings := flags.Bool("weakenings", false, "show only what weakens the strategy")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return exitSame
		}
		return exitUnread
	}
	write := writers[*format]
	if write == nil || flags.NArg() != 0 && flags.NArg() != 2 {
		flags.Usage()
		return exitUnread
	}
	old, new, err := drafts(flags.Args())
	if err != nil {
		fmt.Fprintln(stderr, err)
		return exitUnread
	}
	r := strategy.Diff(old, new)
	if *weakenings {
		r.Edits = slices.DeleteFunc(r.Edits, func(e strategy.Edit) bool { return e.Weakens == "" })
	}
	if err := write(r, stdout); err != nil {
		fmt.Fprintln(stderr, err)
		return exitUnread
	}
	if r.IsZero() {
		return exitSame
	}
	return exitDifferent
}

// drafts returns the two documents named, or the built-in ones.
func drafts(names []string) (old, new *strategy.Strategy, err error) {
	if len(names) == 0 {
		draft, consulted := nsaoc.Strategy(), consulted()
		return &draft, &consulted, nil
	}
	if old, err = load(names[0]); err != nil {
		return nil, nil, err
	}
	new, err = load(names[1])
	return old, new, err
}

// load reads a file or folder, which must have no faults.
func load(name string) (*strategy.Strategy, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	dir, path := name, "."
	if !info.IsDir() {
		dir, path = filepath.Split(name)
		if dir == "" {
			dir = "."
		}
	}
	doc, err := codec.Load(os.DirFS(dir), nil, path)
	if err != nil {
		return nil, err
	}
	if n := doc.Findings.Count(ocs.Error); n > 0 {
		return nil, fmt.Errorf("%s could not be read whole: %w", name, doc.Findings.Err())
	}
	return &doc.Strategy, nil
}
