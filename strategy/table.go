package strategy

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode"
)

// Table is the answer to a question as rows of text, for spreadsheets and
// reports. Every view of a strategy gives one or several.
type Table struct {
	// Title says what the table shows.
	Title string `json:"title,omitzero"`

	// Columns are the headings.
	Columns []string `json:"columns"`

	// Rows are the lines, each with a cell for every column.
	Rows [][]string `json:"rows,omitempty"`
}

// WriteCSV writes the headings and rows as RFC 4180 describes, in UTF-8. The
// title isn't written. The error is that of w.
//
// A cell that a spreadsheet would take for a formula gets an apostrophe before
// it, which spreadsheets show as text: one that begins with =, +, -, @, or
// their full-width forms, also after white space or invisible characters, and
// one that begins with a tab or a line break. Plain numbers, "-12.5", stay as
// they are. So does one that has apostrophes before such text get one more: what
// was written can be read back. Bytes that aren't UTF-8 are replaced.
func (t Table) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	cells := make([]string, 0, len(t.Columns))
	for i := -1; i < len(t.Rows); i++ {
		row := t.Columns
		if i >= 0 {
			row = t.Rows[i]
		}
		cells = cells[:0]
		for _, cell := range row {
			cells = append(cells, defused(cell))
		}
		for len(cells) < len(t.Columns) {
			cells = append(cells, "")
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// defused returns the cell as a spreadsheet can be given it.
func defused(cell string) string {
	cell = strings.ToValidUTF8(cell, "\uFFFD")
	if cell == "" || cell[0] > '@' && cell[0] < 0x7F || plainNumber(cell) {
		return cell
	}
	visible := strings.TrimLeftFunc(cell, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
	})
	if strings.ContainsAny(cell[:1], "\t\r\n") || strings.IndexFunc(visible, startsFormula) == 0 {
		return "'" + cell
	}
	if bare := strings.TrimLeft(cell, "'"); bare != cell && defused(bare) != bare {
		return "'" + cell
	}
	return cell
}

// CellText returns the text of which [Table.WriteCSV] made this cell: that
// without the apostrophe which keeps a spreadsheet from taking it for a formula.
func CellText(cell string) string {
	if bare, ok := strings.CutPrefix(cell, "'"); ok && defused(bare) == cell {
		return bare
	}
	return cell
}

// startsFormula reports whether r begins a formula in a spreadsheet program.
func startsFormula(r rune) bool {
	switch r {
	case '=', '+', '-', '@', '＝', '＋', '－', '＠':
		return true
	}
	return false
}

// plainNumber reports whether s is digits with an optional sign and point.
func plainNumber(s string) bool {
	if s[0] == '+' || s[0] == '-' {
		s = s[1:]
	}
	whole, fraction, point := strings.Cut(s, ".")
	return allDigits(whole) && (!point || allDigits(fraction))
}

func allDigits(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}
