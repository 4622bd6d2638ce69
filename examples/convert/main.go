// Command convert turns a strategy from one format into another: YAML, JSON,
// StratML, the international standard for machine-readable strategic plans
// (ISO 17469-1 is its Part 1, ANSI/AIIM 22 its Part 2), STIX 2.1, which
// tools for threat intelligence read, and tables for spreadsheets. It also
// writes, for others to read, graphs and taxonomies for MISP.
//
//	go run ./examples/convert [flags] [INPUT [OUTPUT]]
//	go run ./examples/convert plan.xml plan.yaml
//	go run ./examples/convert -to stratml1 folder/ > plan.xml
//	go run ./examples/convert -level green strategy.yaml groups.stix.json
//	go run ./examples/convert strategy.yaml network.graphml
//	go run ./examples/convert -to graph-csv strategy.yaml DIR
//	go run ./examples/convert strategy.yaml island/machinetag.json
//	go run ./examples/convert -as-of 2027-06-30 strategy.yaml pakistan.action-plan.csv
//	go run ./examples/convert ministry.csv ministry.mapping.yaml
//	go run ./examples/convert -map ministry.mapping.yaml -into strategy.yaml ministry.csv merged.yaml
//
// The formats are told from the ends of the names, .xml being StratML and
// .stix.json STIX, or stated by -from and -to. The format stratml reads either
// part and writes the one that the strategy needs. INPUT may be a folder, which
// is one strategy split over YAML or JSON files; "-", or nothing, is standard
// input or output. The format graph-csv writes two tables, nodes.csv and
// edges.csv, into a folder that OUTPUT names.
//
// The formats action-plan, responsibility and indicators are tables in CSV: one
// view of the strategy each, and nothing else of it. -as-of says on which day to
// look. An action plan in CSV is read by the mapping of -map, a document that says
// what its columns and words mean, else by one that is suggested from its
// headings. Written as mapping, the suggestion is a start for one that is kept.
// With -into the table is read into a strategy in YAML or JSON, by identifiers and
// names. Package sheet describes mappings.
//
// What departs from the input's format and what the output's can't hold is
// written to standard error; with -quiet only errors are. -bare leaves out of
// StratML the processing instructions in which the rest is carried.
//
// With -level nothing is written that is marked more strictly. Without, the
// formats that hold a whole strategy hold all of it, those for exchange what may
// be published, and tables every row, with its marking.
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

	"github.com/ocs-framework/ocs"
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

// settings are what the flags say.
type settings struct {
	from, to      string
	input, output string
	mapping, into string // documents by which a table is read
	bare, quiet   bool
	level         ocs.Marking
	asOf          ocs.Date
}

func parse(args []string, stderr io.Writer) (*settings, error) {
	s := settings{input: "-", output: "-"}
	flags := flag.NewFlagSet("convert", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprint(stderr, "usage: convert [flags] [INPUT [OUTPUT]]\n\n"+
			"Turns a strategy from one format into another, and says on standard error what the output can't hold.\n"+
			"The formats are told from the names. INPUT may be a folder; \"-\", or nothing, is standard input or\n"+
			"output.\n\n")
		flags.PrintDefaults()
	}
	flags.StringVar(&s.from, "from", "", "the `format` of the input: "+names(readable))
	flags.StringVar(&s.to, "to", "", "the `format` of the output: "+names(writable))
	flags.StringVar((*string)(&s.level), "level", "", "write nothing marked above this `level`: clear, green, amber, amber+strict, red")
	flags.StringVar(&s.mapping, "map", "", "read a table by the mapping in this `file`")
	flags.StringVar(&s.into, "into", "", "read a table into the strategy in this `file`")
	flags.Func("as-of", "the `date` of which tables tell", func(v string) (err error) {
		s.asOf, err = ocs.ParseDate(v)
		return err
	})
	flags.BoolVar(&s.bare, "bare", false, "write StratML without processing instructions")
	flags.BoolVar(&s.quiet, "quiet", false, "report errors only")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	if files := flags.Args(); len(files) > 2 {
		return nil, errors.New("more than an input and an output")
	} else if len(files) > 0 {
		s.input = files[0]
		if len(files) == 2 {
			s.output = files[1]
		}
	}
	if s.to == "" {
		if s.to = formatOf(s.output); s.to == "" {
			return nil, errors.New("nothing tells the format of the output: state it with -to")
		}
	}
	if _, ok := formatNamed(s.from); s.from != "" && !ok {
		return nil, fmt.Errorf("unknown format %q: it is one of %s", s.from, names(readable))
	}
	if f, ok := formatNamed(s.to); !ok || !writable(f) {
		return nil, fmt.Errorf("unknown format %q: it is one of %s", s.to, names(writable))
	}
	if f, _ := formatNamed(s.to); f.tables != nil && s.output == "-" {
		return nil, fmt.Errorf("%s is several files: name a folder as OUTPUT", s.to)
	}
	if s.level != "" && !s.level.Known() {
		return nil, errors.New("a level is one of clear, green, amber, amber+strict, red")
	}
	return &s, nil
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
