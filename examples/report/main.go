// Command report shows a strategy as people read it: as one page of HTML that
// stands by itself, as a picture, or as text for a wiki.
//
//	go run ./examples/report
//	go run ./examples/report -lang ur -o report-ur.html
//	go run ./examples/report -as-of 2028-06-30 -level amber FILE-OR-FOLDER
//	go run ./examples/report -format markdown -o wiki.md
//	go run ./examples/report -format svg -picture coverage -o -
//
// Without a file or folder it is about the built-in example, Pakistan's
// strategy with two illustrative years of reports. A document of one's own is
// shown without progress unless -as-of states the day.
//
// Nothing is shown that is marked above -level. Unless stated that is clear, and
// amber for the built-in example, of which nothing is secret. Whether texts tell of what was left out is for a person to see: examples/publish
// lists what to look at.
//
// With -lang the labels are in another language, and with -translation the
// document's texts too, as far as the file translates them. For the built-in
// example there are its titles in Urdu.
//
// The exit code is 0 if the report was written, 1 if the document or the
// translation has faults, and 2 if something could not be read or written.
package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/ocs-framework/ocs"
)

// The exit codes.
const (
	exitWritten = iota
	exitFaults
	exitUnread
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// settings are what the flags say.
type settings struct {
	asOf        ocs.Date
	level       ocs.Marking
	lang        ocs.Language
	translation string
	format      string
	picture     string
	output      string
	document    string // none for the built-in example
}

// exampleDay is the day that the built-in example tells of.
const exampleDay = "2028-06-30"

func parse(args []string, stderr io.Writer) (*settings, error) {
	var s settings
	flags := flag.NewFlagSet("report", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprint(stderr, "usage: report [flags] [FILE-OR-FOLDER]\n\n"+
			"Shows a strategy as one page of HTML, as a picture, or as text for a wiki. Without a file or folder\n"+
			"it is about the built-in example.\n\n")
		flags.PrintDefaults()
	}
	flags.Func("as-of", "the `date` on which to look, as in "+exampleDay+"; without one the plan is shown without progress", func(v string) (err error) {
		s.asOf, err = ocs.ParseDate(v)
		return err
	})
	flags.TextVar(&s.level, "level", s.level, "the strictest `marking` that is shown: "+strings.Join(s.level.Terms(), ", ")+"; clear unless stated,\nand amber for the built-in example")
	flags.StringVar((*string)(&s.lang), "lang", "", "the `language` of labels: en, fr, ur")
	flags.StringVar(&s.translation, "translation", "", "show the texts as this `file` translates them")
	flags.StringVar(&s.format, "format", "html", "the `format`: "+strings.Join(formatNames(), ", "))
	flags.StringVar(&s.picture, "picture", "", "with -format svg or mermaid, the `name` of the picture, as in coverage, timeline-1, gantt-1; a wrong one lists all")
	flags.StringVar(&s.output, "o", "", "write to this `file`, \"-\" being standard output; report.html and the like unless stated")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	switch flags.NArg() {
	case 0:
		if s.asOf.IsZero() {
			s.asOf = ocs.MustDate(exampleDay)
		}
		s.level = cmp.Or(s.level, ocs.MarkingAmber)
	case 1:
		s.document = flags.Arg(0)
		s.level = cmp.Or(s.level, ocs.MarkingClear)
	default:
		return nil, errors.New("one document at a time; one that is split over files is given as its folder")
	}
	return &s, s.check()
}

// check says which of the settings can't be followed.
func (s *settings) check() error {
	if !s.level.Known() {
		return fmt.Errorf("no such level: %q", string(s.level))
	}
	f, ok := formats[s.format]
	if !ok {
		return fmt.Errorf("no such format: %q", s.format)
	}
	switch {
	case s.format == "svg" && s.picture == "":
		return errors.New("-format svg needs a -picture, such as coverage")
	case s.format != "svg" && s.format != "mermaid" && s.picture != "":
		return errors.New("-picture goes with -format svg or mermaid")
	}
	if s.output == "" {
		s.output = "report" + f.extension // diagrams of Mermaid stand in Markdown, one alone doesn't
		if s.picture != "" {
			s.output = s.picture + strings.TrimSuffix(f.extension, ".md")
		}
	}
	return nil
}

func run(args []string, stdout, stderr io.Writer) int {
	s, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return exitWritten
	}
	code := exitUnread
	if err == nil {
		code, err = s.report(stdout, stderr)
	}
	if err != nil {
		fmt.Fprintln(stderr, "report:", err)
	}
	return code
}
