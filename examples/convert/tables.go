package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/sheet"
)

// readSheet reads an action plan as a ministry keeps it.
func readSheet(c *converter, name string, data []byte) (*document, error) {
	var before ocs.Findings // of the documents by which it is read
	var m *sheet.Mapping
	if c.mapping != "" {
		text, err := os.ReadFile(c.mapping)
		if err != nil {
			return nil, err
		}
		doc := codec.DecodeCompanion[sheet.Mapping](filepath.ToSlash(c.mapping), text, nil)
		found := append(doc.Findings, doc.Value.Check()...)
		doc.Locate(found)
		if found.Count(ocs.Error) > 0 {
			c.source = doc.Source
			return &document{found: found, refused: true}, nil
		}
		before, m = found, &doc.Value
	}
	var o sheet.Options
	if c.into != "" {
		text, err := os.ReadFile(c.into)
		if err != nil {
			return nil, err
		}
		doc := codec.Decode(filepath.ToSlash(c.into), text, nil)
		if doc.Findings.Count(ocs.Error) > 0 {
			c.source = doc.Source
			return &document{found: doc.Findings, refused: true}, nil
		}
		before, o.Into = append(before, doc.Findings...), &doc.Strategy
	}
	doc := sheet.Read(name, data, m, &o)
	c.source = func(file string) []byte {
		if file == name {
			return doc.Text
		}
		return nil
	}
	c.used = &doc.Mapping
	return &document{&doc.Strategy, append(before, doc.Findings...), doc.Refused}, nil
}

// writeMapping writes the mapping by which a table was read: the suggested one is a
// start for one that is kept.
func writeMapping(c *converter, _ *strategy.Strategy) ([]byte, ocs.Findings, error) {
	if c.used == nil {
		return nil, nil, errors.New("a mapping is made of a table, in CSV")
	}
	data, err := codec.EncodeCompanion(c.used, codec.YAML)
	return data, nil, err
}

func writeActionPlan(c *converter, s *strategy.Strategy) ([]byte, ocs.Findings, error) {
	return c.table(s, func(ix *strategy.Index) strategy.Table { return ix.ActionPlan(c.asOf, nil) })
}

func writeResponsibility(c *converter, s *strategy.Strategy) ([]byte, ocs.Findings, error) {
	return c.table(s, func(ix *strategy.Index) strategy.Table { return ix.ResponsibilityMatrix(c.asOf, nil) })
}

func writeIndicators(c *converter, s *strategy.Strategy) ([]byte, ocs.Findings, error) {
	return c.table(s, func(ix *strategy.Index) strategy.Table { return ix.MonitoringPlan(c.asOf, nil) })
}

// table writes a view of the strategy, or of the copy for a level.
func (c *converter) table(s *strategy.Strategy, view func(*strategy.Index) strategy.Table) ([]byte, ocs.Findings, error) {
	copied, found := c.release(s)
	var out bytes.Buffer
	err := view(strategy.NewIndex(copied)).WriteCSV(&out)
	return out.Bytes(), found, err
}
