// Command convert turns a strategy from one format into another: YAML, JSON,
// and StratML, the international standard for machine-readable strategic plans
// (ISO 17469-1 is its Part 1, ANSI/AIIM 22 its Part 2).
//
//	go run ./examples/convert [flags] [INPUT [OUTPUT]]
//	go run ./examples/convert plan.xml plan.yaml
//	go run ./examples/convert -to stratml1 folder/ > plan.xml
//
// The formats are told from the names' extensions, .xml being StratML, or
// stated by -from and -to: yaml, json, stratml1, stratml2, or stratml, which
// reads either part and writes the one that the strategy needs. INPUT may be a
// folder, which is one strategy split over YAML or JSON files; "-", or nothing,
// is standard input or output.
//
// What departs from the input's format and what the output's can't hold is
// written to standard error; with -quiet only errors are. -bare leaves out of
// StratML the processing instructions in which the rest is carried.
//
// The exit code is 0 if there are no errors, 1 if the input has some and was
// converted as far as it could be read, and 2 if nothing was converted.
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

	"github.com/ocs-framework/ocs/strategy/codec"
)

// The exit codes.
const (
	exitClean = iota
	exitErrors
	exitUnread
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

var formats = []string{"yaml", "json", "stratml", "stratml1", "stratml2"}

// settings are what the flags say.
type settings struct {
	from, to      string
	input, output string
	bare, quiet   bool
}

func parse(args []string, stderr io.Writer) (*settings, error) {
	s := settings{input: "-", output: "-"}
	flags := flag.NewFlagSet("convert", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprint(stderr, "usage: convert [flags] [INPUT [OUTPUT]]\n")
		flags.PrintDefaults()
	}
	flags.StringVar(&s.from, "from", "", "the `format` of the input: "+strings.Join(formats, ", "))
	flags.StringVar(&s.to, "to", "", "the `format` of the output")
	flags.BoolVar(&s.bare, "bare", false, "write StratML without processing instructions")
	flags.BoolVar(&s.quiet, "quiet", false, "report errors only")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	if names := flags.Args(); len(names) > 2 {
		return nil, errors.New("more than an input and an output")
	} else if len(names) > 0 {
		s.input = names[0]
		if len(names) == 2 {
			s.output = names[1]
		}
	}
	if s.to == "" {
		if s.to = formatOf(s.output); s.to == "" {
			return nil, errors.New("state the format of the output with -to")
		}
	}
	for _, f := range []string{s.from, s.to} {
		if f != "" && !slices.Contains(formats, f) {
			return nil, fmt.Errorf("unknown format %q: it is one of %s", f, strings.Join(formats, ", "))
		}
	}
	return &s, nil
}

// formatOf tells a format from the extension of a name.
func formatOf(name string) string {
	if strings.EqualFold(filepath.Ext(name), ".xml") {
		return "stratml"
	}
	return string(codec.SyntaxOf(name))
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	s, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return exitClean
	}
	if err == nil {
		c := converter{settings: s, stdin: stdin, stdout: stdout, stderr: stderr}
		var code int
		if code, err = c.convert(); err == nil {
			return code
		}
	}
	fmt.Fprintln(stderr, "convert:", err)
	return exitUnread
}
