// Command check reports what is inconsistent or unfinished in strategies
// written as YAML or JSON.
//
//	go run ./examples/check [flags] FILE-OR-FOLDER ...
//	go run ./examples/check -explain RULE
//	go run ./examples/check -schema strategy > ocs-v1.strategy.schema.json
//
// Each file is a document of its own; a folder is one document split over
// files; "-" is standard input. With -stage the document is checked as if it
// had reached that stage: "what is still missing before adoption?" With
// -baseline only findings that the file doesn't know are shown;
// -write-baseline makes such a file.
//
// With -fix the files are mended where there is one sure mend, and laid out in
// the usual way, before they are checked; what was done is said on standard
// error. -dry-run says what -fix would do, and writes nothing.
//
// -schema prints the JSON Schema of a kind of document, for editors: a document
// whose first line is
//
//	# yaml-language-server: $schema=ocs-v1.strategy.schema.json
//
// is completed and checked while it is written.
//
// The exit code is 0 if there are no errors, 1 if there are or if -dry-run found
// something to do, and 2 if a document could not be read or written.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/findings"
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

// settings are what the flags say.
type settings struct {
	options       strategy.Options
	format        string
	baseline      string
	writeBaseline string
	explain       string
	schema        []byte
	fix, dryRun   bool
	paths         []string
}

func parse(args []string, stderr io.Writer) (*settings, error) {
	var s settings
	flags := flag.NewFlagSet("check", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprint(stderr, "usage: check [flags] FILE-OR-FOLDER ...\n       check -explain RULE\n       check -schema KIND\n\n"+
			"Reports what is inconsistent or unfinished in strategies written as YAML or JSON, with line and\n"+
			"column. A folder is one strategy split over files; \"-\" is standard input. The exit code is 1 if there\n"+
			"are errors, and 2 if a document could not be read.\n\n")
		flags.PrintDefaults()
	}
	flags.Func("stage", "check as if the document had reached this `stage`: "+strings.Join(ocs.Stage("").Terms(), ", "), func(v string) error {
		if s.options.Stage = ocs.Stage(v); !s.options.Stage.Known() {
			return errors.New("unknown stage")
		}
		return nil
	})
	flags.Func("as-of", "the `date` on which to look, for rules that need one", func(v string) (err error) {
		s.options.AsOf, err = ocs.ParseDate(v)
		return err
	})
	flags.StringVar(&s.format, "format", "text", "text, jsonl, sarif or github")
	flags.StringVar(&s.baseline, "baseline", "", "show only what this `file` doesn't know")
	flags.StringVar(&s.writeBaseline, "write-baseline", "", "write a baseline of all findings to this `file`")
	flags.StringVar(&s.explain, "explain", "", "explain this `rule` and stop")
	flags.Func("schema", "print the JSON Schema of this `kind` of document, strategy, translation or tailoring, and stop", func(v string) error {
		switch v {
		case "strategy":
			s.schema = codec.Schema()
		case "translation":
			s.schema = codec.CompanionSchema[strategy.Translation]()
		case "tailoring":
			s.schema = codec.CompanionSchema[strategy.Tailoring]()
		default:
			return errors.New("unknown kind of document")
		}
		return nil
	})
	flags.BoolVar(&s.fix, "fix", false, "mend and reformat the files first")
	flags.BoolVar(&s.dryRun, "dry-run", false, "say what -fix would do, and write nothing")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	s.paths = flags.Args()
	if len(s.paths) == 0 && s.explain == "" && s.schema == nil {
		flags.Usage()
		return nil, errors.New("nothing to check")
	}
	if (s.fix || s.dryRun) && slices.Contains(s.paths, "-") {
		return nil, errors.New("standard input can't be mended")
	}
	if !slices.Contains([]string{"text", "jsonl", "sarif", "github"}, s.format) {
		return nil, fmt.Errorf("unknown format %q", s.format)
	}
	return &s, nil
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer, colour bool) int {
	s, err := parse(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitClean
	case err != nil:
		fmt.Fprintln(stderr, err)
		return exitUnread
	case s.explain != "":
		err = explain(s.explain, stdout)
	case s.schema != nil:
		_, err = stdout.Write(s.schema)
	default:
		c := checker{settings: s, stdin: stdin, stdout: stdout, stderr: stderr, colour: colour}
		if err = c.check(); err == nil {
			return c.code
		}
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
		return exitUnread
	}
	return exitClean
}

// faults explains the codes of faults in a document's syntax and structure, and
// of what a merge reports.
func faults() []findings.Explanation {
	list := findings.ExplanationsOf(codec.Faults())
	for _, r := range strategy.MergeRules() {
		list = append(list, findings.ExplanationOf(r))
	}
	return list
}

func explain(code string, stdout io.Writer) error {
	e, ok := findings.Explain(code, faults()...)
	if !ok {
		var codes []string
		for _, r := range strategy.Rules() {
			codes = append(codes, r.Code)
		}
		err := fmt.Errorf("no rule is called %q", code)
		if near := ocs.Nearest(code, slices.Values(codes)); near != "" {
			err = fmt.Errorf("%w: did you mean %q?", err, near)
		}
		return err
	}
	return e.WriteText(stdout)
}

// load reads a file, a folder or standard input. The folder that positions are
// relative to comes second.
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
	return doc, filepath.ToSlash(dir), err
}
