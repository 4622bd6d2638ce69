package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/findings"
	"github.com/ocs-framework/ocs/strategy/stratml"
)

type converter struct {
	*settings
	stdin          io.Reader
	stdout, stderr io.Writer
	source         func(file string) []byte // for excerpts
}

// convert converts. The error says that nothing was, and what is wrong in the
// input has been reported then.
func (c *converter) convert() (int, error) {
	s, found, refused, err := c.read()
	if err != nil {
		return 0, err
	}
	if err := c.report(found); err != nil {
		return 0, err
	}
	if refused {
		return 0, fmt.Errorf("%s can't be read", c.input)
	}
	data, lost, err := c.encode(s)
	if err != nil {
		return 0, err
	}
	if err := c.report(lost); err != nil {
		return 0, err
	}
	if c.output == "-" {
		_, err = c.stdout.Write(data)
	} else {
		err = os.WriteFile(c.output, data, 0o644)
	}
	if err == nil && found.Count(ocs.Error) > 0 {
		return exitErrors, nil
	}
	return exitClean, err
}

// read reads the input, in whatever format it is.
func (c *converter) read() (s *strategy.Strategy, found ocs.Findings, refused bool, err error) {
	info, err := os.Stat(c.input)
	if c.input != "-" && err != nil {
		return nil, nil, false, err
	}
	if c.input != "-" && info.IsDir() {
		doc, err := codec.Load(os.DirFS(c.input), nil)
		if err != nil {
			return nil, nil, false, err
		}
		c.source = doc.Source
		return &doc.Strategy, doc.Findings, doc.Refused, nil
	}
	name, data := c.input, []byte(nil)
	if name == "-" {
		name = "stdin"
		data, err = io.ReadAll(c.stdin)
	} else {
		data, err = os.ReadFile(name)
	}
	if err != nil {
		return nil, nil, false, err
	}
	c.source = func(string) []byte { return data }
	if c.isStratML(data) {
		doc := stratml.Decode(name, data, nil)
		return &doc.Strategy, doc.Findings, doc.Refused, nil
	}
	if c.from != "" && formatOf(name) != c.from {
		name += "." + c.from
	}
	doc := codec.Decode(name, data, nil)
	return &doc.Strategy, doc.Findings, doc.Refused, nil
}

// isStratML tells whether the input is StratML: by flag, by name, or by its
// first character.
func (c *converter) isStratML(data []byte) bool {
	from := c.from
	if from == "" {
		from = formatOf(c.input)
	}
	if from == "" {
		return strings.HasPrefix(strings.TrimLeft(string(data[:min(len(data), 100)]), "\ufeff \t\r\n"), "<")
	}
	return strings.HasPrefix(from, "stratml")
}

// encode writes the strategy in the format of the output.
func (c *converter) encode(s *strategy.Strategy) ([]byte, ocs.Findings, error) {
	if !strings.HasPrefix(c.to, "stratml") {
		data, err := codec.Encode(s, codec.Syntax(c.to))
		return data, nil, err
	}
	return stratml.Encode(s, partOf(c.to, s), &stratml.EncodeOptions{Bare: c.bare})
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

// report writes findings to standard error. Of many places of one kind the
// first is enough to see what is meant.
func (c *converter) report(found ocs.Findings) error {
	var shown ocs.Findings
	for _, f := range found {
		if !c.quiet || f.Severity == ocs.Error {
			f.Related = nil
			shown = append(shown, f)
		}
	}
	return findings.Text(c.stderr, shown, &findings.Options{Source: c.source, More: explanations()})
}

// explanations describe the codes of both kinds of document.
func explanations() []findings.Explanation {
	var list []findings.Explanation
	for _, f := range codec.Faults() {
		list = append(list, findings.Explanation{Code: f.Code, Title: f.Title, Doc: f.Doc})
	}
	for _, f := range stratml.Faults() {
		list = append(list, findings.Explanation{Code: f.Code, Title: f.Title, Doc: f.Doc})
	}
	return list
}
