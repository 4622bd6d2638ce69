package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// named is a table and the name of its file.
type named struct {
	name  string
	table strategy.Table
}

// tables are all answers as tables, those too of which the page shows only a
// part. A question that wants a second day is left out without one.
func (p *page) tables() []named {
	today := p.asOf.Last()
	ranking := p.ix.Ranking(p.asOf, nil)
	list := []named{
		{"delivery", p.delivery.Table()},
		{"overdue", p.overdue.Table()},
		{"next-quarter", p.ahead.Table()},
		{"next-year", p.ix.Agenda(ocs.Period{Start: today, End: today.Add(1, ocs.Years)}, p.asOf).Table()},
		{"schedule", p.schedule.Table()},
		{"indicators", p.progress.Table()},
		{"objectives", p.rollup.Table()},
		{"coverage", p.coverage.Table()},
		{"coverage-lines", p.coverage.LinesTable()},
		{"coverage-markets", p.coverage.MarketsTable()},
		{"coverage-gaps", p.coverage.GapsTable()},
		{"actors", p.duties.Table()},
		{"actors-by-quarter", p.duties.LoadTable()},
		{"actors-mandates", p.duties.MandatesTable()},
		{"actors-bodies", p.duties.BodiesTable()},
		{"actors-succession", p.duties.SuccessionTable()},
		{"ranking", ranking.Table()},
		{"ranking-swaps", ranking.SwapsTable()},
		{"logframe", p.ix.Logframe(p.asOf, nil).Table()},
		{"money", p.budget.Table()},
	}
	for _, t := range p.budget.Tables() {
		list = append(list, named{"money-" + slug(t.Title), t})
	}
	if !p.since.IsZero() {
		list = append(list, named{"changes", p.ix.Changes(p.since, p.asOf).Table()})
	}
	return list
}

// slug makes a file's name of a title.
func slug(title string) string { return strings.ReplaceAll(strings.ToLower(title), " ", "-") }

// writeTables writes each table to a file of its own, and says how many.
func writeTables(dir string, list []named) (int, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return 0, err
	}
	for _, n := range list {
		file, err := os.Create(filepath.Join(dir, n.name+".csv"))
		if err != nil {
			return 0, err
		}
		if err := n.table.WriteCSV(file); err != nil {
			file.Close()
			return 0, err
		}
		if err := file.Close(); err != nil {
			return 0, err
		}
	}
	return len(list), nil
}
