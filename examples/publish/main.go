// Command publish makes the copy of a strategy for those who may see what is
// marked up to a level of the Traffic Light Protocol: of Pakistan's, whose
// substance is illustrative, or of one in a file.
//
//	go run ./examples/publish
//	go run ./examples/publish -level amber -out DIR
//	go run ./examples/publish -lang ur
//	go run ./examples/publish FILE
//
// It prints what was withheld, for the eyes of the publisher only, and what a
// person should look at before the copy leaves the house. With -out it writes
// the copy. With -lang the copy is in another language; of Pakistan's strategy
// there are the titles in Urdu, an unofficial translation.
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
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/findings"
)

func main() {
	if err := run(os.Stdout, os.Args[1:]); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "publish:", err)
		os.Exit(1)
	}
}

func run(stdout io.Writer, args []string) error {
	flags := flag.NewFlagSet("publish", flag.ContinueOnError)
	level := ocs.MarkingClear
	flags.TextVar(&level, "level", level, "the strictest `marking` that is shown: "+strings.Join(level.Terms(), ", "))
	lang := flags.String("lang", "", "the `language` of the copy, if not the original's: ur")
	out := flags.String("out", "", "write the copy as YAML to this `folder`")
	flags.Usage = func() {
		fmt.Fprint(flags.Output(), "usage: publish [flags] [FILE]\n\n"+
			"Makes the copy of a strategy for those who may see what is marked up to a level, and prints what was\n"+
			"withheld and what a person should look at before the copy leaves the house. Without a file it is\n"+
			"about the built-in example.\n\n")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return err
	}
	if !level.Known() {
		return fmt.Errorf("no such level: %q; it is one of %s", string(level), strings.Join(level.Terms(), ", "))
	}

	doc, err := open(flags.Args())
	if err != nil {
		return err
	}
	if *lang != "" && *lang != "ur" {
		return fmt.Errorf("there is no translation into %q", *lang)
	}
	s := &doc.Strategy
	release := strategy.Redact(s, level)
	doc.Locate(release.Findings)
	name := fmt.Sprintf("%s-%s", s.ID, strings.ReplaceAll(string(level), "+", "-"))

	var page, untranslated bytes.Buffer
	if *lang != "" {
		name += "-" + *lang
		if release.Strategy, err = localise(&untranslated, &release.Strategy); err != nil {
			return err
		}
	}
	name += ".strategy.yaml"
	// Text of either direction may stand in a line with what the program says.
	fmt.Fprintf(&page, "%s\nCopy for %s\n", ocs.Isolate(release.Strategy.Title), level.Label())
	if notice := release.Strategy.Notice; notice != "" {
		fmt.Fprintf(&page, "\n%s\n", ocs.Isolate(notice))
	}
	objectives(&page, &release.Strategy)
	withheld(&page, release.Withheld)
	if err := look(&page, doc, &release); err != nil {
		return err
	}
	page.Write(untranslated.Bytes())

	if *out != "" {
		if err := write(*out, name, &release.Strategy); err != nil {
			return err
		}
		fmt.Fprintf(&page, "\nWritten: %s\n", name)
	}
	_, err = stdout.Write(page.Bytes())
	return err
}

// write writes the copy to a folder. Its name holds an identifier from a
// document, which must not lead out of the folder.
func write(dir, name string, s *strategy.Strategy) error {
	if !s.ID.WellFormed() {
		return fmt.Errorf("%q can't name a file", string(s.ID))
	}
	data, err := codec.Encode(s, codec.YAML)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, name), data, 0o666)
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

// localise returns the copy in Urdu, and prints what of it stays as it was.
func localise(w *bytes.Buffer, s *strategy.Strategy) (strategy.Strategy, error) {
	translation := codec.DecodeCompanion[strategy.Translation]("translations/ur.yaml", nsaoc.Urdu(), nil)
	if err := translation.Findings.Err(); err != nil {
		return strategy.Strategy{}, err
	}
	copied, faults := strategy.Localise(s, &translation.Value)
	if err := faults.Err(); err != nil {
		return strategy.Strategy{}, err
	}
	translation.Locate(faults)
	missing := 0
	faults = slices.DeleteFunc(faults, func(f ocs.Finding) bool {
		if f.Rule == strategy.TranslationMissing {
			missing++
		}
		return f.Rule == strategy.TranslationMissing
	})
	fmt.Fprintf(w, "\nTo be looked at in the translation: %d, and %d elements have texts that are not translated\n", len(faults), missing)
	return copied, findings.Text(w, faults, &findings.Options{Source: translation.Source})
}

// objectives prints what the copy sets out to achieve.
func objectives(w *bytes.Buffer, s *strategy.Strategy) {
	ix := strategy.NewIndex(s)
	list := func(o *pillar.Objective) { fmt.Fprintf(w, "  %-20s %s\n", o.ID, ocs.Isolate(o.Title)) }
	for p := range ix.Pillars() {
		fmt.Fprintf(w, "\n%s\n", ocs.Isolate(p.Name))
		for o := range ix.ObjectivesUnder(p.ID) {
			list(o)
		}
	}
	heading := "\nOutside the pillars\n"
	for o := range ix.Objectives() {
		if o.Horizontal {
			fmt.Fprint(w, heading)
			heading = ""
			list(o)
		}
	}
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
