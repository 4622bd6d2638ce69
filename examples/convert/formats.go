package main

import (
	"bytes"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/findings"
	"github.com/ocs-framework/ocs/strategy/graph"
	"github.com/ocs-framework/ocs/strategy/misp"
	"github.com/ocs-framework/ocs/strategy/sheet"
	"github.com/ocs-framework/ocs/strategy/stix"
	"github.com/ocs-framework/ocs/strategy/stratml"
)

// format is a format that is read, written, or both.
type format struct {
	name string
	ends []string // what names of its files end with, the longest of all formats counts

	read  func(c *converter, name string, data []byte) (*document, error)
	write func(c *converter, s *strategy.Strategy) ([]byte, ocs.Findings, error)

	// tables writes a folder of tables, by the names of their files, in place of one file.
	tables func(c *converter, s *strategy.Strategy) (map[string]strategy.Table, ocs.Findings)
}

// document is an input that was read.
type document struct {
	strategy *strategy.Strategy
	found    ocs.Findings
	refused  bool
}

// formats are made by a function since reading refers to them.
func formats() []format {
	return []format{
		{name: "yaml", ends: []string{".yaml", ".yml"}, read: readDocument, write: writeDocument},
		{name: "json", ends: []string{".json"}, read: readDocument, write: writeDocument},
		{name: "stratml", ends: []string{".xml"}, read: readStratML, write: writeStratML},
		{name: "stratml1", read: readStratML, write: writeStratML},
		{name: "stratml2", read: readStratML, write: writeStratML},
		{name: "stix", ends: []string{".stix.json", ".stix"}, read: readSTIX, write: writeSTIX},
		{name: "graphml", ends: []string{".graphml"}, write: writeGraphML},
		{name: "graph-csv", tables: graphTables},
		{name: "misp", ends: []string{"machinetag.json"}, write: writeMISP},
		{name: "csv", ends: []string{".csv"}, read: readSheet},
		{name: "action-plan", ends: []string{".action-plan.csv"}, read: readSheet, write: writeActionPlan},
		{name: "responsibility", ends: []string{".responsibility.csv"}, write: writeResponsibility},
		{name: "indicators", ends: []string{".indicators.csv"}, write: writeIndicators},
		{name: "mapping", ends: []string{".mapping.yaml"}, write: writeMapping},
	}
}

// names lists formats.
func names(of func(format) bool) string {
	var list []string
	for _, f := range formats() {
		if of(f) {
			list = append(list, f.name)
		}
	}
	return strings.Join(list, ", ")
}

func readable(f format) bool { return f.read != nil }
func writable(f format) bool { return f.write != nil || f.tables != nil }

// formatNamed returns the format of that name.
func formatNamed(name string) (format, bool) {
	for _, f := range formats() {
		if f.name == name {
			return f, true
		}
	}
	return format{}, false
}

// formatOf tells a format from the end of a name, "" if it says nothing.
func formatOf(name string) string {
	found, longest := "", 0
	for _, f := range formats() {
		for _, end := range f.ends {
			if len(end) > longest && strings.HasSuffix(strings.ToLower(filepath.Base(name)), end) {
				found, longest = f.name, len(end)
			}
		}
	}
	return found
}

// sniff tells the format of an input whose name says nothing. What isn't one
// of the others is left to the codec to read.
func sniff(data []byte) string {
	start := strings.TrimLeft(string(data[:min(len(data), 200)]), "\ufeff \t\r\n")
	switch {
	case strings.HasPrefix(start, "<"):
		return "stratml"
	case strings.HasPrefix(start, "{") && strings.Contains(strings.ReplaceAll(start, " ", ""), `"type":"bundle"`):
		return "stix"
	}
	return "yaml" // which reads JSON as well
}

func readDocument(c *converter, name string, data []byte) (*document, error) {
	if c.from != "" && formatOf(name) != c.from {
		name += "." + c.from
	}
	doc := codec.Decode(name, data, nil)
	return &document{&doc.Strategy, doc.Findings, doc.Refused}, nil
}

func writeDocument(c *converter, s *strategy.Strategy) ([]byte, ocs.Findings, error) {
	copied, found := c.release(s)
	data, err := codec.Encode(copied, codec.Syntax(c.to))
	return data, found, err
}

func readStratML(_ *converter, name string, data []byte) (*document, error) {
	doc := stratml.Decode(name, data, nil)
	return &document{&doc.Strategy, doc.Findings, doc.Refused}, nil
}

func writeStratML(c *converter, s *strategy.Strategy) ([]byte, ocs.Findings, error) {
	copied, found := c.release(s)
	data, lost, err := stratml.Encode(copied, partOf(c.to, copied), &stratml.EncodeOptions{Bare: c.bare})
	return data, append(found, lost...), err
}

// partOf is the part that a format stands for. Either will do: Part 1 is for
// strategies in which nothing is measured or scheduled.
func partOf(format string, s *strategy.Strategy) stratml.Part {
	if format == "stratml1" {
		return stratml.Part1
	}
	if format == "stratml2" || len(s.Plans)+len(s.Reports) > 0 {
		return stratml.Part2
	}
	for i := range s.Objectives {
		if len(s.Objectives[i].Indicators) > 0 {
			return stratml.Part2
		}
	}
	return stratml.Part1
}

func readSTIX(c *converter, name string, data []byte) (*document, error) {
	doc, err := stix.Import(name, bytes.NewReader(data), &stix.ImportOptions{Accept20: true})
	if err != nil {
		return nil, err
	}
	return &document{&doc.Strategy, doc.Findings, doc.Refused}, nil
}

func writeSTIX(c *converter, s *strategy.Strategy) ([]byte, ocs.Findings, error) {
	return stix.Export(s, &stix.ExportOptions{Level: c.level})
}

func writeGraphML(c *converter, s *strategy.Strategy) ([]byte, ocs.Findings, error) {
	g := graph.New(s, c.level)
	var out bytes.Buffer
	err := g.WriteGraphML(&out)
	return out.Bytes(), g.Findings, err
}

func graphTables(c *converter, s *strategy.Strategy) (map[string]strategy.Table, ocs.Findings) {
	g := graph.New(s, c.level)
	nodes, edges := g.Tables()
	return map[string]strategy.Table{"nodes.csv": nodes, "edges.csv": edges}, g.Findings
}

// writeMISP writes the taxonomy of the strategy, if there is anything in it.
func writeMISP(c *converter, s *strategy.Strategy) ([]byte, ocs.Findings, error) {
	taxonomy, lost := misp.Of(s, c.level)
	if lost.Count(ocs.Error) > 0 {
		return nil, lost, errors.New("there is no taxonomy to write")
	}
	var out bytes.Buffer
	err := taxonomy.WriteJSON(&out)
	return out.Bytes(), lost, err
}

// release returns the copy for the level that was asked for, with what needs a
// look in it; the strategy itself if none was.
func (c *converter) release(s *strategy.Strategy) (*strategy.Strategy, ocs.Findings) {
	if c.level == "" {
		return s, nil
	}
	release := strategy.Redact(s, c.level)
	return &release.Strategy, release.Findings
}

// explanations describe the codes of every format.
func explanations() []findings.Explanation {
	return findings.ExplanationsOf(slices.Concat(
		codec.Faults(), stratml.Faults(), stix.Faults(), graph.Faults(), misp.Faults(), sheet.Faults()))
}
