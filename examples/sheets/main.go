// Command sheets writes a strategy as a workbook for a spreadsheet: its action
// plan, who is responsible for what, the indicators, the budget, and what is
// still wrong with it.
//
//	cd examples/sheets
//	go run . -o plan.xlsx
//	go run . -o plan.xlsx -as-of 2028-06-30 -level green FILE-OR-FOLDER
//
// Without a file or folder it is about the built-in example, Pakistan's strategy
// with two illustrative years of reports. With -level the workbook holds the
// copy for that level; without, everything. Each sheet states the marking and the
// notice at the top, and on every printed page.
//
// Dates and numbers are such in the workbook, so that they can be sorted and
// summed. Spreadsheets compute with binary numbers of some 15 digits: a longer
// number is written as text, and reported. So is a date that isn't a day, such as
// 2027-Q2, which is written as it stands. No text of the strategy becomes a
// formula, and the same strategy gives the same bytes.
//
// It is a module of its own, so that what it needs for the format is no
// dependency of ocs.
//
// The exit code is 0 if the workbook was written and 2 if not.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/findings"
)

// The exit codes.
const (
	exitWritten = 0
	exitFailed  = 2
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// exampleDay is the day that the built-in example tells of.
const exampleDay = "2028-06-30"

// settings are what the flags say.
type settings struct {
	output   string
	asOf     ocs.Date
	level    ocs.Marking
	document string // none for the built-in example
}

func parse(args []string, stderr io.Writer) (*settings, error) {
	s := settings{}
	flags := flag.NewFlagSet("sheets", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprint(stderr, "usage: sheets [flags] [FILE-OR-FOLDER]\n\nWrites a strategy as a workbook for a spreadsheet. Without a file or\nfolder it is about the built-in example.\n\n")
		flags.PrintDefaults()
	}
	flags.StringVar(&s.output, "o", "plan.xlsx", "write the workbook to this `file`")
	flags.Func("as-of", "the `date` on which to look, as in "+exampleDay+"; needed with a file or folder", func(v string) (err error) {
		s.asOf, err = ocs.ParseDate(v)
		return err
	})
	flags.StringVar((*string)(&s.level), "level", "", "write nothing marked above this `level`: clear, green, amber, amber+strict, red")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	switch flags.NArg() {
	case 0:
		if s.asOf.IsZero() {
			s.asOf = ocs.MustDate(exampleDay)
		}
	case 1:
		s.document = flags.Arg(0)
	default:
		return nil, errors.New("one document at a time; one that is split over files is given as its folder")
	}
	if s.asOf.IsZero() {
		return nil, errors.New("state the day on which to look: -as-of YYYY-MM-DD")
	}
	if s.level != "" && !s.level.Known() {
		return nil, errors.New("a level is one of clear, green, amber, amber+strict, red")
	}
	return &s, nil
}

func run(args []string, stdout, stderr io.Writer) int {
	s, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return exitWritten
	}
	if err == nil {
		err = s.write(stdout, stderr)
	}
	if err != nil {
		fmt.Fprintln(stderr, "sheets:", err)
		return exitFailed
	}
	return exitWritten
}

// write loads the strategy and writes the workbook.
func (s *settings) write(stdout, stderr io.Writer) error {
	doc, err := s.load()
	if err != nil {
		return err
	}
	var out bytes.Buffer
	lost, err := workbook(&out, doc, s.asOf, s.level)
	if err != nil {
		return err
	}
	if err := findings.Text(stderr, lost, nil); err != nil {
		return err
	}
	if err := os.WriteFile(s.output, out.Bytes(), 0o666); err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "Written: %s\n", s.output)
	return err
}

// load reads the document, or composes the example. Of one with faults of syntax or
// structure it isn't known what it holds.
func (s *settings) load() (*codec.Document, error) {
	if s.document == "" {
		return &codec.Document{Strategy: nsaoc.Monitored()}, nil
	}
	info, err := os.Stat(s.document)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		doc, err := codec.Load(os.DirFS(s.document), nil)
		if err != nil {
			return nil, err
		}
		return doc, doc.Findings.Err()
	}
	data, err := os.ReadFile(s.document)
	if err != nil {
		return nil, err
	}
	doc := codec.Decode(s.document, data, nil)
	return doc, doc.Findings.Err()
}

// strictest is the strictest marking that holds for something in the strategy.
func strictest(s *strategy.Strategy) ocs.Marking {
	ix := strategy.NewIndex(s)
	of := ix.Markings()
	top := ocs.MarkingClear
	take := func(id ocs.ID) {
		if m := of(id); m.Compare(top) > 0 {
			top = m
		}
	}
	take(s.ID)
	for c := range ix.Commitments() {
		take(ocs.ID(c.ID))
	}
	for i := range ix.Indicators() {
		take(ocs.ID(i.ID))
	}
	for o := range ix.Objectives() {
		take(ocs.ID(o.ID))
	}
	for t := range ix.Threats() {
		take(ocs.ID(t.ID))
	}
	for g := range ix.Groups() {
		take(ocs.ID(g.ID))
	}
	for a := range ix.Actors() {
		take(ocs.ID(a.ID))
	}
	for r := range ix.Reports() {
		take(ocs.ID(r.ID))
	}
	for r := range ix.Risks() {
		take(ocs.ID(r.ID))
	}
	return top
}
