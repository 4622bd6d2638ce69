// Command check reports what is inconsistent or unfinished in strategies
// written as YAML or JSON.
//
//	go run ./examples/check [-stage STAGE] [-as-of DATE] FILE-OR-FOLDER ...
//
// Each file is a document of its own; a folder is one document split over
// files; "-" is standard input. With -stage the document is checked as if it
// had reached that stage: "what is still missing before adoption?"
//
// The exit code is 0 if there are no errors, 1 if there are, and 2 if a
// document could not be read.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// The exit codes.
const (
	exitClean = iota
	exitErrors
	exitUnread
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, isTerminal(os.Stdout)))
}

// isTerminal reports whether f is a terminal that may be written to in colour.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer, colour bool) int {
	flags := flag.NewFlagSet("check", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: check [-stage STAGE] [-as-of DATE] FILE-OR-FOLDER ...")
		flags.PrintDefaults()
	}
	var options strategy.Options
	flags.Func("stage", "check as if the document had reached this `stage` ("+strings.Join(ocs.Stage("").Terms(), ", ")+")", func(s string) error {
		if options.Stage = ocs.Stage(s); !options.Stage.Known() {
			return errors.New("unknown stage")
		}
		return nil
	})
	flags.Func("as-of", "the `date` on which to look, for rules that need one", func(s string) (err error) {
		options.AsOf, err = ocs.ParseDate(s)
		return err
	})
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return exitClean
		}
		return exitUnread
	}
	if flags.NArg() == 0 {
		flags.Usage()
		return exitUnread
	}
	out := printer{w: stdout, colour: colour}
	code := exitClean
	for _, name := range flags.Args() {
		doc, dir, err := load(name, stdin)
		if err != nil {
			fmt.Fprintln(stderr, err)
			code = exitUnread
			continue
		}
		result := doc.Check(&options)
		out.print(doc, dir, result)
		if result.Findings.Count(ocs.Error) > 0 {
			code = max(code, exitErrors)
		}
	}
	out.summary()
	return code
}

// load reads a file, a folder or standard input. The folder that positions
// are relative to comes second.
func load(name string, stdin io.Reader) (*codec.Document, string, error) {
	if name == "-" {
		data, err := io.ReadAll(stdin)
		if err != nil {
			return nil, "", err
		}
		return codec.Decode("stdin", data, nil), "", nil
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, "", err
	}
	dir, path := name, "."
	if !info.IsDir() {
		dir, path = filepath.Split(name)
		if dir == "" {
			dir = "."
		}
	}
	doc, err := codec.Load(os.DirFS(dir), nil, path)
	return doc, dir, err
}
