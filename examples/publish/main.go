// Command publish makes the copy of a strategy for those who may see what is
// marked up to a level of the Traffic Light Protocol: of Pakistan's, whose
// substance is illustrative, or of one in a file.
//
//	go run ./examples/publish
//	go run ./examples/publish -level amber -out DIR
//	go run ./examples/publish FILE
//
// It prints what was withheld, for the eyes of the publisher only, and what a
// person should look at before the copy leaves the house. With -out it writes
// the copy.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/findings"
)

func main() {
	if err := run(os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "publish:", err)
		os.Exit(1)
	}
}

func run(stdout io.Writer, args []string) error {
	flags := flag.NewFlagSet("publish", flag.ContinueOnError)
	level := ocs.MarkingClear
	flags.TextVar(&level, "level", level, "the strictest `marking` that is shown: "+strings.Join(level.Terms(), ", "))
	out := flags.String("out", "", "write the copy to this `folder`")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if !level.Known() {
		return fmt.Errorf("no such level: %q", string(level))
	}

	doc, err := open(flags.Args())
	if err != nil {
		return err
	}
	s := &doc.Strategy
	release := strategy.Redact(s, level)
	doc.Locate(release.Findings)

	var page bytes.Buffer
	fmt.Fprintf(&page, "%s\nCopy for %s\n", s.Title, level.Label())
	if s.Notice != "" {
		fmt.Fprintf(&page, "\n%s\n", s.Notice)
	}
	withheld(&page, release.Withheld)
	if err := look(&page, doc, &release); err != nil {
		return err
	}

	if *out != "" {
		name := strings.ReplaceAll(fmt.Sprintf("%s-%s", s.ID, level), "+", "-") + ".strategy.yaml"
		data, err := codec.Encode(&release.Strategy, codec.YAML)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(*out, 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(*out, name), data, 0o666); err != nil {
			return err
		}
		fmt.Fprintf(&page, "\nWritten: %s\n", name)
	}
	_, err = stdout.Write(page.Bytes())
	return err
}

// open reads the strategy in a file, or else composes Pakistan's.
func open(files []string) (*codec.Document, error) {
	switch len(files) {
	case 0:
		return &codec.Document{Strategy: nsaoc.Strategy()}, nil
	case 1:
		data, err := os.ReadFile(files[0])
		if err != nil {
			return nil, err
		}
		// Of a document with faults it isn't known what it holds, nor how it is marked.
		doc := codec.Decode(filepath.ToSlash(files[0]), data, nil)
		return doc, doc.Findings.Err()
	}
	return nil, errors.New("more than one file")
}

// withheld prints what the copy lacks.
func withheld(w *bytes.Buffer, list []strategy.Withheld) {
	fmt.Fprintf(w, "\nWithheld: %d (not for publication)\n", len(list))
	for _, h := range list {
		left := "nothing is left"
		if h.Stub {
			left = "a stub is left"
		}
		fmt.Fprintf(w, "  %-12s %-22s %-13s %-9s %s\n", h.Element.Kind, h.Element.ID, h.Marking.Label(), h.Reason, left)
	}
}

// look prints what a person should look at: what in the copy tells of something
// withheld, and the faults that only the copy has.
func look(w *bytes.Buffer, doc *codec.Document, release *strategy.Release) error {
	before := doc.Check(nil).Findings
	telling := slices.Clone(release.Findings)
	for _, f := range before {
		if f.Rule == "withheld-amount" { // a sum that is withheld can be computed
			telling = append(telling, f)
		}
	}
	telling.Sort()
	fmt.Fprintf(w, "\nTo be looked at in the strategy: %d\n", len(telling))
	if err := findings.Text(w, telling, &findings.Options{Source: doc.Source}); err != nil {
		return err
	}
	fresh := slices.DeleteFunc(strategy.Validate(&release.Strategy, nil).Findings, func(f ocs.Finding) bool {
		return f.Severity < ocs.Warning || slices.ContainsFunc(before, func(b ocs.Finding) bool { return b.Rule == f.Rule && b.Element == f.Element })
	})
	fmt.Fprintf(w, "\nTo be looked at in the copy: %d\n", len(fresh))
	return findings.Text(w, fresh, nil)
}
