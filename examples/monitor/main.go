// Command monitor prints how a strategy stands on a day: what a steering
// committee needs to see each quarter.
//
//	go run ./examples/monitor -as-of 2028-06-30
//	go run ./examples/monitor -as-of 2028-06-30 -since 2027-12-31
//	go run ./examples/monitor -as-of 2028-06-30 -feed examples/monitor/testdata/readings.csv
//	go run ./examples/monitor -as-of 2028-06-30 -csv DIR
//	go run ./examples/monitor -as-of 2028-06-30 FILE-OR-FOLDER
//
// Without a file or folder it is about the built-in example, Pakistan's
// strategy with two illustrative years of reports. With -feed it first adds a
// table of readings or of updates, as an agency would send one; of a table
// with a fault nothing is added. With -since it says what has changed since
// that day. With -csv it writes every answer as a table, for spreadsheets.
// Nothing is written to the document itself.
//
// The page counts what is marked amber, too, and is not for the public.
//
// The exit code is 0 if the page was printed, 1 if the document or the table
// has faults, and 2 if something could not be read or written.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/findings"
)

// The exit codes.
const (
	exitPrinted = iota
	exitFaults
	exitUnread
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// settings are what the flags say.
type settings struct {
	asOf, since ocs.Date
	feed        string
	csv         string
	document    string // none for the built-in example
}

// exampleDay is the day that the built-in example tells of.
const exampleDay = "2028-06-30"

func parse(args []string, stderr io.Writer) (*settings, error) {
	var s settings
	flags := flag.NewFlagSet("monitor", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprint(stderr, "usage: monitor [flags] [FILE-OR-FOLDER]\n\n"+
			"Prints how a strategy stands on a day: what is delivered, late or blocked, what is overdue and what\n"+
			"comes next, how the indicators stand, and what is funded. Without a file or folder it is about the\n"+
			"built-in example.\n\n")
		flags.PrintDefaults()
	}
	day := func(to *ocs.Date) func(string) error {
		return func(v string) (err error) {
			*to, err = ocs.ParseDate(v)
			return err
		}
	}
	flags.Func("as-of", "the `date` on which to look, as in "+exampleDay+"; needed with a file or folder", day(&s.asOf))
	flags.Func("since", "say also what has changed since this `date`", day(&s.since))
	flags.StringVar(&s.feed, "feed", "", "first add this `file`: CSV with the columns id, date, value (readings)\nor id, date, state, percent (updates); area and note if wanted")
	flags.StringVar(&s.csv, "csv", "", "write every answer as CSV to this `folder`")
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
		flags.Usage()
		return nil, errors.New("one document at a time; one that is split over files is given as its folder")
	}
	if s.asOf.IsZero() {
		return nil, errors.New("state the day on which to look: -as-of YYYY-MM-DD")
	}
	if !s.since.IsZero() && !s.since.Last().Before(s.asOf.Last()) {
		return nil, errors.New("-since must be before -as-of")
	}
	return &s, nil
}

func run(args []string, stdout, stderr io.Writer) int {
	s, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return exitPrinted
	}
	code := exitUnread
	if err == nil {
		code, err = s.monitor(stdout)
	}
	if err != nil {
		fmt.Fprintln(stderr, "monitor:", err)
	}
	return code
}

// monitor loads the strategy, adds the table if there is one, and prints the
// page. It returns the exit code.
func (s *settings) monitor(stdout io.Writer) (int, error) {
	now, faults, err := s.load()
	if err != nil {
		return exitUnread, err
	}
	if len(faults) > 0 {
		return refuse(stdout, faults, "nothing is said of a document with faults of syntax or structure")
	}
	p := newPage(s)
	if s.feed != "" {
		added, faults, err := apply(&now, s.feed, s.asOf)
		if err != nil {
			return exitUnread, err
		}
		if len(faults) > 0 {
			return refuse(stdout, faults, "nothing of the table was added")
		}
		p.added = added
	}

	// Questions are asked of an index, which joins the strategy's lists.
	p.ask(strategy.NewIndex(&now))
	p.write()
	if s.csv != "" {
		n, err := writeTables(s.csv, p.tables())
		if err != nil {
			return exitUnread, err
		}
		p.sayf("\n%d tables are in %s\n", n, s.csv)
	}
	if _, err := stdout.Write(p.text.Bytes()); err != nil {
		return exitUnread, err
	}
	return exitPrinted, nil
}

// load reads the document, or composes the example. The faults are those of
// syntax and structure: what the rules say of a document is told by check.
func (s *settings) load() (strategy.Strategy, ocs.Findings, error) {
	if s.document == "" {
		return nsaoc.Monitored(), nil, nil
	}
	info, err := os.Stat(s.document)
	if err != nil {
		return strategy.Strategy{}, nil, err
	}
	dir, name := s.document, "."
	if !info.IsDir() {
		dir, name = filepath.Split(s.document)
		if dir == "" {
			dir = "."
		}
	}
	doc, err := codec.Load(os.DirFS(dir), nil, name)
	if err != nil {
		return strategy.Strategy{}, nil, err
	}
	doc.Locate(doc.Findings)
	var faults ocs.Findings
	for _, f := range doc.Findings {
		if f.Pos.File != "" {
			f.Pos.File = path.Join(filepath.ToSlash(dir), f.Pos.File)
		}
		if f.Severity == ocs.Error {
			faults = append(faults, f)
		}
	}
	return doc.Strategy, faults, nil
}

// apply adds a table of progress to the strategy. It says what was done, or
// what is wrong with the table.
func apply(s *strategy.Strategy, name string, asOf ocs.Date) (added string, faults ocs.Findings, err error) {
	file, err := os.Open(name)
	if err != nil {
		return "", nil, err
	}
	defer file.Close()
	feed, faults, err := strategy.NewIndex(s).ReadFeed(filepath.ToSlash(name), file, nil)
	if err != nil || len(faults) > 0 {
		return "", faults, err
	}
	merged, result := feed.Apply(s, strategy.Report{
		ID: "monitor-feed", Kind: strategy.Progress, Title: "Table of progress", Made: asOf,
	})
	*s = merged
	var text strings.Builder
	fmt.Fprintf(&text, "%s: %s added, %d replaced, %d known already.\n", filepath.ToSlash(name), count(result.Added, "row"), result.Replaced, result.Same)
	if err := findings.Text(&text, result.Corrections, nil); err != nil {
		return "", nil, err
	}
	return text.String(), nil, nil
}

// refuse prints faults in place of the page.
func refuse(stdout io.Writer, faults ocs.Findings, why string) (int, error) {
	if err := findings.Text(stdout, faults, nil); err != nil {
		return exitUnread, err
	}
	_, err := fmt.Fprintf(stdout, "%s: %s\n", count(len(faults), "fault"), why)
	return exitFaults, err
}
