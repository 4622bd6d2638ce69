// Command pakistan shows what can be done with a strategy once it is data. It
// composes Pakistan's first National Strategy Against Organised Crime, whose
// substance is illustrative, asks it the questions that a ministry asks of such
// a text, and says what is still missing for adoption.
//
//	go run ./examples/pakistan
//	go run ./examples/pakistan -out DIR
//
// With -out it writes the strategy as YAML, split over files under DIR/yaml as
// a team would keep it under version control, and as one JSON document,
// DIR/strategy.json, as it would be sent to others.
//
// The page is for those who make the strategy: it counts what is marked amber,
// too, and is not a public copy.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

func main() {
	if err := run(os.Stdout, os.Args[1:]); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "pakistan:", err)
		os.Exit(1)
	}
}

func run(stdout io.Writer, args []string) error {
	flags := flag.NewFlagSet("pakistan", flag.ContinueOnError)
	out := flags.String("out", "", "write the strategy as YAML and as JSON to this `folder`")
	asOf := flags.String("as-of", "2026-03-01", "the `day` on which the strategy is looked at")
	flags.Usage = func() {
		fmt.Fprint(flags.Output(), "usage: pakistan [flags]\n\n"+
			"Composes Pakistan's strategy (illustrative), prints what it holds, who leads what, and what is\n"+
			"still missing for adoption.\n\n")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return errors.New("it takes no document; to check one of your own use examples/check")
	}
	today, err := ocs.ParseDate(*asOf)
	if err != nil {
		return err
	}

	// A strategy is a plain value: nsaoc composes it from literals.
	s := nsaoc.Strategy()

	// Questions are asked of an index, which joins its lists by their IDs.
	ix := strategy.NewIndex(&s)
	var page bytes.Buffer
	heading(&page, ix)
	pillars(&page, ix)
	coverage(&page, ix)
	leads(&page, ix)
	consultations(&page, ix)

	// Checking never fails: it returns what it found. What a strategy must hold
	// depends on its stage, so that the demands of a later stage show what is
	// still missing for it.
	now := strategy.Validate(&s, &strategy.Options{AsOf: today})
	findings(&page, "Findings at the stage of "+string(s.Stage), now)
	adopted := strategy.Validate(&s, &strategy.Options{AsOf: today, Stage: ocs.StageAdopted})
	findings(&page, "Still missing for adoption", adopted)

	if *out != "" {
		if err := write(*out, &s); err != nil {
			return err
		}
		fmt.Fprintf(&page, "\nWritten to %s: yaml/ (one file for each part) and strategy.json\n", *out)
	}
	_, err = stdout.Write(page.Bytes())
	return err
}

// write writes the strategy to a folder in both formats.
func write(dir string, s *strategy.Strategy) error {
	files, err := codec.Split(s, codec.YAML)
	if err != nil {
		return err
	}
	for i := range files {
		files[i].Name = "yaml/" + files[i].Name
	}
	whole, err := codec.Encode(s, codec.JSON)
	if err != nil {
		return err
	}
	for _, f := range append(files, codec.File{Name: "strategy.json", Data: whole}) {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			return err
		}
	}
	return nil
}
