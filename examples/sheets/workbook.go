package main

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// workbook writes the workbook of a strategy as it stands on a day. With a level
// it is that of the copy for the level. The findings say which values couldn't be
// written as they are.
func workbook(w io.Writer, doc *codec.Document, asOf ocs.Date, level ocs.Marking) (ocs.Findings, error) {
	s := &doc.Strategy
	found := doc.Check(nil).Findings
	marking := level
	if level == "" {
		marking = strictest(s)
	} else {
		release := strategy.Redact(s, level)
		s = &release.Strategy
		found = strategy.Validate(s, nil).Findings // those of the whole tell of what was withheld
	}
	ix := strategy.NewIndex(s)
	b := &book{File: excelize.NewFile(), s: s, marking: marking}
	defer b.Close()
	if err := b.styles(); err != nil {
		return nil, err
	}
	budget := ix.Budget(asOf, nil)
	for _, page := range []page{
		{"Action plan", ix.ActionPlan(asOf, nil)},
		{"Responsibility", ix.ResponsibilityMatrix(asOf, nil)},
		{"Indicators", ix.MonitoringPlan(asOf, nil)},
		{"Budget", budget.Table()},
		{"Findings", findingsTable(found)},
	} {
		if err := b.page(page); err != nil {
			return nil, err
		}
	}
	if err := b.DeleteSheet("Sheet1"); err != nil { // that of a new file
		return nil, err
	}
	b.SetActiveSheet(0)
	if err := b.properties(asOf); err != nil {
		return nil, err
	}
	return b.lost, b.pack(w)
}

// page is a sheet of the workbook.
type page struct {
	name  string
	table strategy.Table
}

// findingsTable is what the rules say of the strategy.
func findingsTable(found ocs.Findings) strategy.Table {
	t := strategy.Table{Title: "What the rules find", Columns: []string{"severity", "rule", "element", "identifier", "finding", "what to do", "place"}}
	for _, f := range found {
		place := f.Pos.String()
		if place == "" {
			place = string(f.Path)
		}
		t.Rows = append(t.Rows, []string{f.Severity.String(), f.Rule, f.Element.Kind, f.Element.ID, f.Message, f.Help, place})
	}
	return t
}

// properties are the workbook's own, from the strategy and not the clock.
func (b *book) properties(asOf ocs.Date) error {
	day := asOf.Last().String() + "T00:00:00Z"
	return b.SetDocProps(&excelize.DocProperties{
		Title: b.s.Title, Subject: b.marking.Label(), Description: b.s.Notice, Identifier: string(b.s.ID), Version: b.s.Version,
		Creator: "ocs", LastModifiedBy: "ocs", Created: day, Modified: day,
	})
}

// pack writes the workbook with its parts in order and without the times at which
// they were written.
func (b *book) pack(w io.Writer) error {
	var raw bytes.Buffer
	if err := b.Write(&raw); err != nil {
		return err
	}
	in, err := zip.NewReader(bytes.NewReader(raw.Bytes()), int64(raw.Len()))
	if err != nil {
		return err
	}
	slices.SortFunc(in.File, func(x, y *zip.File) int {
		const first = "[Content_Types].xml" // some readers expect it so
		switch {
		case x.Name == first:
			return -1
		case y.Name == first:
			return 1
		}
		return strings.Compare(x.Name, y.Name)
	})
	out := zip.NewWriter(w)
	for _, f := range in.File {
		part, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		text, err := f.Open()
		if err != nil {
			return err
		}
		if _, err := io.Copy(part, text); err != nil {
			return err
		}
		if err := text.Close(); err != nil {
			return err
		}
	}
	return out.Close()
}
