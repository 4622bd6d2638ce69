package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/findings"
	"github.com/ocs-framework/ocs/strategy/sheet"
)

type converter struct {
	*settings
	stdin          io.Reader
	stdout, stderr io.Writer
	source         func(file string) []byte // for excerpts
	used           *sheet.Mapping           // by which a table was read
}

// convert converts. The error says that nothing was, and what is wrong in the
// input has been reported then.
func (c *converter) convert() (int, error) {
	doc, err := c.read()
	if err != nil {
		return 0, err
	}
	if err := c.report(doc.found); err != nil {
		return 0, err
	}
	if doc.refused {
		return 0, fmt.Errorf("%s can't be read", c.input)
	}
	if err = c.write(doc.strategy); err == nil && doc.found.Count(ocs.Error) > 0 {
		return exitErrors, nil
	}
	return exitClean, err
}

// write writes the strategy, and reports what is lost.
func (c *converter) write(s *strategy.Strategy) error {
	to, _ := formatNamed(c.to) // it was checked
	if to.tables != nil {
		tables, lost := to.tables(c, s)
		if err := c.report(lost); err != nil {
			return err
		}
		return writeTables(c.output, tables)
	}
	data, lost, err := to.write(c, s)
	if err := c.report(lost); err != nil {
		return err
	}
	switch {
	case err != nil:
		return err
	case c.output == "-":
		_, err = c.stdout.Write(data)
		return err
	}
	return os.WriteFile(c.output, data, 0o644)
}

// writeTables writes tables into a folder, which is made if it isn't there.
func writeTables(dir string, tables map[string]strategy.Table) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(tables)) {
		var out bytes.Buffer
		if err := tables[name].WriteCSV(&out); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), out.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// read reads the input, in whatever format it is.
func (c *converter) read() (*document, error) {
	info, err := os.Stat(c.input)
	if c.input != "-" && err != nil {
		return nil, err
	}
	if c.input != "-" && info.IsDir() {
		doc, err := codec.Load(os.DirFS(c.input), nil)
		if err != nil {
			return nil, err
		}
		c.source = doc.Source
		return &document{&doc.Strategy, doc.Findings, doc.Refused}, nil
	}
	name, data := c.input, []byte(nil)
	if name == "-" {
		name = "stdin"
		data, err = io.ReadAll(c.stdin)
	} else {
		data, err = os.ReadFile(name)
	}
	if err != nil {
		return nil, err
	}
	c.source = func(string) []byte { return data }
	from := c.from
	if from == "" {
		from = formatOf(name)
	}
	if from == "" {
		from = sniff(data)
	}
	f, _ := formatNamed(from)
	if f.read == nil {
		return nil, fmt.Errorf("%s is written only: a strategy can't be read from it", from)
	}
	if table := from == "csv" || from == "action-plan"; !table && c.mapping+c.into != "" {
		return nil, fmt.Errorf("-map and -into are for tables, and %s is read as %s", name, from)
	}
	return f.read(c, name, data)
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
