package strategy

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
)

// The states of a text on a translator's worksheet.
const (
	worksheetCurrent  = "current"  // translated as it stands
	worksheetMissing  = "missing"  // not translated
	worksheetOutdated = "outdated" // changed since
	worksheetOrphaned = "orphaned" // translated, and no longer there
)

// TranslationSheet is the code of findings about a worksheet that can't be read.
const TranslationSheet = "translation-sheet"

var worksheetColumns = []string{"element", "field", "source", "text", "status"}

// Worksheet returns the texts of a strategy for a translator, in document
// order, with the translations there are: a table with the columns element,
// field, source, text and status. The status is current, missing, outdated or,
// of translations whose text is gone, which come last, orphaned.
// [Table.WriteCSV] writes it so that no spreadsheet takes a text for a formula,
// and [Translation.ReadWorksheet] reads it back.
func (t *Translation) Worksheet(s *Strategy) Table {
	all := textsOf(outline(s))
	have := make(map[textKey]*TranslatedText)
	for i := range t.Texts {
		if key := t.Texts[i].key(); have[key] == nil {
			have[key] = &t.Texts[i]
		}
	}
	table := Table{Title: "Translation into " + string(t.Language), Columns: slices.Clone(worksheetColumns)}
	for _, key := range all.order {
		source, text, status := all.at[key].value.String(), "", worksheetMissing
		if entry := have[key]; entry != nil && !blank(entry.Text) {
			text, status = entry.Text, worksheetCurrent
			if entry.Source != source {
				status = worksheetOutdated
			}
		}
		table.Rows = append(table.Rows, []string{string(key.element), key.field, source, text, status})
	}
	for i := range t.Texts {
		entry := &t.Texts[i]
		if _, found := all.at[entry.key()]; !found && have[entry.key()] == entry {
			table.Rows = append(table.Rows, []string{string(entry.Element), entry.Field, entry.Source, entry.Text, worksheetOrphaned})
		}
	}
	return table
}

func (e *TranslatedText) key() textKey { return textKey{e.Element, e.Field} }

// ReadWorksheet returns the translation with what a translator wrote on its
// worksheet, a table in CSV and UTF-8 with the columns of
// [Translation.Worksheet] in any order; status may be wanting. The translation
// that is given isn't changed. A worksheet that comes back as it went changes
// nothing.
//
// A text that differs from the one there is replaces it, and was made from the
// source on its row. One that is the same stays as outdated as it was, unless
// its status was set to current. An empty text removes the one there is. Texts
// that the worksheet doesn't list stay.
//
// All rows are taken or none: each fault is a finding with its line and column,
// and with any the translation is returned as it was. The name stands for the
// worksheet in the findings. A worksheet may have 16 MiB. The error is that of
// r.
func (t *Translation) ReadWorksheet(name string, r io.Reader) (Translation, ocs.Findings, error) {
	out := *t
	data, err := io.ReadAll(io.LimitReader(r, defaultFeedBytes+1))
	if err != nil {
		return out, nil, err
	}
	w := &worksheetReader{name: name}
	w.data, w.skipped = cutBOM(data)
	switch {
	case len(data) > defaultFeedBytes:
		w.fault(1, 1, fmt.Sprintf("worksheet is larger than %d bytes", defaultFeedBytes), "split it")
	case !utf8.Valid(w.data):
		at := invalidAt(w.data)
		w.fault(1+bytes.Count(w.data[:at], []byte("\n")), at-bytes.LastIndexByte(w.data[:at], '\n'), "text is not UTF-8", "save the worksheet as CSV in UTF-8")
	default:
		w.read()
	}
	if len(w.findings) > 0 {
		return out, w.findings, nil
	}
	out.Texts = w.merge(t.Texts)
	return out, nil, nil
}

// worksheetReader reads a worksheet.
type worksheetReader struct {
	name     string
	data     []byte
	skipped  int
	column   map[string]int
	rows     []worksheetRow
	findings ocs.Findings
}

type worksheetRow struct {
	TranslatedText
	status string
}

// fault reports a fault. Columns are counted in bytes, as the reader of CSV
// does, until they are needed for people.
func (w *worksheetReader) fault(line, column int, message, help string) {
	pos := ocs.Position{File: w.name, Line: line, Column: column}
	start := 0
	for range line - 1 {
		start += bytes.IndexByte(w.data[start:], '\n') + 1
	}
	end := min(start+max(column-1, 0), len(w.data))
	pos.Column, pos.Offset = 1+utf8.RuneCount(w.data[start:end]), end+w.skipped
	w.findings = append(w.findings, ocs.Finding{Rule: TranslationSheet, Severity: ocs.Error, Pos: pos, Message: message, Help: help})
}

func (w *worksheetReader) read() {
	in := csv.NewReader(bytes.NewReader(w.data))
	in.FieldsPerRecord = -1
	seen := make(map[textKey]bool)
	for row := -1; ; row++ {
		cells, err := in.Read()
		var bad *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			if row < 0 {
				w.fault(1, 1, "worksheet is empty", "export it anew")
			}
			return
		case errors.As(err, &bad):
			w.fault(bad.Line, bad.Column, "row isn't CSV: "+bad.Err.Error(), "put text that holds quotes, commas or line breaks between quotes, and write a quote in it twice")
			return
		}
		line, column := in.FieldPos(0)
		switch {
		case row < 0:
			if !w.header(cells, line, column) {
				return
			}
			continue
		case len(cells) != len(w.column):
			w.fault(line, column, fmt.Sprintf("row has %d cells, and the header %d", len(cells), len(w.column)), "give each column a cell, an empty one if need be")
			return
		}
		cell := func(name string) string {
			if i, ok := w.column[name]; ok {
				return CellText(cells[i])
			}
			return ""
		}
		entry := worksheetRow{TranslatedText{ocs.ID(cell("element")), cell("field"), cell("source"), cell("text")}, cell("status")}
		if seen[entry.key()] {
			w.fault(line, column, "the text "+quotedID(entry.Field)+" of "+quotedID(entry.Element)+" has two rows", "keep one of the two")
			return
		}
		seen[entry.key()] = true
		w.rows = append(w.rows, entry)
	}
}

// header reads the names of the columns.
func (w *worksheetReader) header(cells []string, line, column int) bool {
	w.column = make(map[string]int)
	for i, name := range cells {
		if _, twice := w.column[name]; twice || !slices.Contains(worksheetColumns, name) {
			w.fault(line, column, "column "+quotedID(name)+" is unknown or named twice", "name the columns element, field, source, text and status")
			return false
		}
		w.column[name] = i
	}
	for _, name := range worksheetColumns[:4] {
		if _, found := w.column[name]; !found {
			w.fault(line, column, "column "+quotedID(name)+" is wanting", "name the columns element, field, source, text and status")
			return false
		}
	}
	return true
}

// merge returns the texts with what the rows say.
func (w *worksheetReader) merge(have []TranslatedText) []TranslatedText {
	rows := make(map[textKey]*worksheetRow, len(w.rows))
	for i := range w.rows {
		rows[w.rows[i].key()] = &w.rows[i]
	}
	var out []TranslatedText
	for _, entry := range have {
		row := rows[entry.key()]
		switch {
		case row == nil, blank(row.Text) && blank(entry.Text):
		case blank(row.Text):
			delete(rows, entry.key())
			continue
		case row.Text != entry.Text, row.status == worksheetCurrent:
			entry = row.TranslatedText
		}
		delete(rows, entry.key())
		out = append(out, entry)
	}
	for i := range w.rows {
		if row := &w.rows[i]; rows[row.key()] == row && !blank(row.Text) {
			out = append(out, row.TranslatedText)
		}
	}
	return out
}
