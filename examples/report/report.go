package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/findings"
	"github.com/ocs-framework/ocs/strategy/report"
)

// format is one in which a strategy can be shown.
type format struct {
	extension string
	write     func(w io.Writer, ix *strategy.Index, o *report.Options, picture string) error
}

var formats = map[string]format{
	"html": {".html", func(w io.Writer, ix *strategy.Index, o *report.Options, _ string) error { return report.HTML(w, ix, o) }},
	"svg":  {".svg", draw},
	"markdown": {".md", func(w io.Writer, ix *strategy.Index, o *report.Options, _ string) error {
		return report.Markdown(w, ix, o)
	}},
	"mermaid": {".mmd.md", diagrams},
}

// draw writes the picture of that name.
func draw(w io.Writer, ix *strategy.Index, o *report.Options, name string) error {
	one := func(p report.Picture) []report.Picture { return []report.Picture{p} }
	all := slices.Concat(one(report.Coverage(ix, o)), one(report.ThreatRanking(ix, o)), report.Timeline(ix, o), one(report.Responsibilities(ix, o)),
		one(report.BudgetByPillar(ix, o)), one(report.BudgetBySource(ix, o)), one(report.Risks(ix, o)), report.Indicators(ix, o))
	var names []string
	for _, p := range all {
		if p.Name == name {
			_, err := w.Write(p.SVG)
			return err
		}
		names = append(names, p.Name)
	}
	return fmt.Errorf("no such picture: %q; there are %s", name, strings.Join(names, ", "))
}

// diagrams writes the diagram of that name, or all of them as Markdown, as wikis
// and code hosts draw them.
func diagrams(w io.Writer, ix *strategy.Index, o *report.Options, name string) error {
	var all, names []string
	for _, d := range report.Mermaid(ix, o) {
		if d.Name == name {
			_, err := io.WriteString(w, d.Text)
			return err
		}
		names = append(names, d.Name)
		all = append(all, "```mermaid\n"+strings.TrimSuffix(d.Text, "\n")+"\n```\n")
	}
	if name != "" {
		return fmt.Errorf("no such diagram: %q; there are %s", name, strings.Join(names, ", "))
	}
	_, err := io.WriteString(w, strings.Join(all, "\n"))
	return err
}

func formatNames() []string { return slices.Sorted(maps.Keys(formats)) }

// report reads the strategy, takes out what is above the level, translates the
// rest, and writes it. It returns the exit code.
func (s *settings) report(stdout, stderr io.Writer) (int, error) {
	whole, faults, err := s.load()
	if err != nil {
		return exitUnread, err
	}
	shown := strategy.Redact(&whole, s.level).Strategy
	if len(faults) == 0 {
		shown, faults, err = s.translate(shown)
		if err != nil {
			return exitUnread, err
		}
	}
	if len(faults) > 0 {
		if err := findings.Text(stderr, faults, nil); err != nil {
			return exitUnread, err
		}
		return exitFaults, nil
	}

	var text bytes.Buffer
	o := &report.Options{AsOf: s.asOf, Language: s.lang}
	if err := formats[s.format].write(&text, strategy.NewIndex(&shown), o, s.picture); err != nil {
		return exitUnread, err
	}
	if s.output == "-" {
		_, err := stdout.Write(text.Bytes())
		return exitWritten, err
	}
	if err := os.WriteFile(s.output, text.Bytes(), 0o666); err != nil {
		return exitUnread, err
	}
	_, err = fmt.Fprintf(stdout, "%s: for readers at %s\n", s.output, s.level.Label())
	return exitWritten, err
}

// load reads the document, or composes the example. The faults are those of
// syntax and structure: of a document with such, it isn't known how it is marked.
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
		dir, name = filepath.Dir(s.document), filepath.Base(s.document)
	}
	doc, err := codec.Load(os.DirFS(dir), nil, name)
	if err != nil {
		return strategy.Strategy{}, nil, err
	}
	doc.Locate(doc.Findings)
	return doc.Strategy, errorsOf(doc.Findings), nil
}

// translate returns the strategy in the language of the translation, if there
// is one. A text that isn't translated, or has changed since, stays as it is.
func (s *settings) translate(from strategy.Strategy) (strategy.Strategy, ocs.Findings, error) {
	name, data := s.translation, []byte(nil)
	switch {
	case name != "":
		var err error
		if data, err = os.ReadFile(name); err != nil {
			return from, nil, err
		}
	case s.document == "" && s.lang == "ur":
		name, data = "ur.yaml", nsaoc.Urdu()
	default:
		return from, nil, nil
	}
	translation := codec.DecodeCompanion[strategy.Translation](filepath.ToSlash(name), data, nil)
	if faults := errorsOf(translation.Findings); len(faults) > 0 {
		return from, faults, nil
	}
	localised, faults := strategy.Localise(&from, &translation.Value)
	translation.Locate(faults)
	return localised, errorsOf(faults), nil
}

func errorsOf(fs ocs.Findings) ocs.Findings {
	return slices.DeleteFunc(slices.Clone(fs), func(f ocs.Finding) bool { return f.Severity != ocs.Error })
}
