package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// The codes of findings about values that a workbook can't hold.
const (
	longNumber = "workbook-number" // more digits than a spreadsheet computes with
	longText   = "workbook-text"   // more characters than a cell holds
)

// book is a workbook that is being written.
type book struct {
	*excelize.File
	s       *strategy.Strategy
	marking ocs.Marking
	lost    ocs.Findings

	plain, heading, top, strong, warning, date, amount, number int // styles
}

// The columns that hold days and numbers, by their names in the views.
var (
	dateColumns   = []string{"start", "deadline", "due", "since", "baseline date", "read"}
	moneyColumns  = []string{"cost", "of which shared", "requested", "pledged", "committed", "disbursed", "status unstated", "of which from donors"}
	numberColumns = []string{"percent", "baseline", "current", "achievement %", "funded %", "donors %", "commitments"}
)

func (b *book) styles() (err error) {
	wrapped := &excelize.Alignment{Vertical: "top", WrapText: true}
	right := &excelize.Alignment{Vertical: "top"}
	day, money := "yyyy-mm-dd", "#,##0.00"
	for _, style := range []struct {
		id *int
		as excelize.Style
	}{
		{&b.plain, excelize.Style{Alignment: wrapped}},
		{&b.heading, excelize.Style{Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}, Font: &excelize.Font{Bold: true, Color: "FFFFFF"},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1F3A5F"}}}},
		{&b.top, excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}}},
		{&b.strong, excelize.Style{Font: &excelize.Font{Bold: true}}},
		{&b.warning, excelize.Style{Alignment: wrapped, Font: &excelize.Font{Bold: true}}},
		{&b.date, excelize.Style{Alignment: right, CustomNumFmt: &day}},
		{&b.amount, excelize.Style{Alignment: right, CustomNumFmt: &money}},
		{&b.number, excelize.Style{Alignment: right}},
	} {
		if *style.id, err = b.NewStyle(&style.as); err != nil {
			return err
		}
	}
	return nil
}

// headingRow is the row of the headings: the title, the strategy, the marking and
// the notice stand above.
const (
	noticeRow  = 4
	headingRow = 6
)

// page writes one sheet.
func (b *book) page(p page) error {
	if _, err := b.NewSheet(p.name); err != nil {
		return err
	}
	for i, line := range []struct {
		text  string
		style int
	}{{p.table.Title, b.top}, {b.s.Title, b.strong}, {b.marking.Label(), b.strong}, {b.s.Notice, b.warning}} {
		if err := b.text(p.name, 1, i+1, line.text, line.style); err != nil {
			return err
		}
	}
	for i, name := range p.table.Columns {
		if err := b.text(p.name, i+1, headingRow, name, b.heading); err != nil {
			return err
		}
	}
	for n, row := range p.table.Rows {
		for i, cell := range row {
			if err := b.cell(p.name, i+1, headingRow+1+n, p.table.Columns[i], cell); err != nil {
				return err
			}
		}
	}
	return b.layOut(p)
}

// layOut sets widths, filter, frozen headings, and how the sheet is printed.
func (b *book) layOut(p page) error {
	last, err := excelize.CoordinatesToCellName(len(p.table.Columns), headingRow+len(p.table.Rows))
	if err != nil {
		return err
	}
	below := "A" + strconv.Itoa(headingRow+1)
	wide, err := b.widths(p)
	if err != nil {
		return err
	}
	yes, tall := true, 0
	landscape, a4 := "landscape", 9
	steps := []func() error{
		func() error { return b.AutoFilter(p.name, "A"+strconv.Itoa(headingRow)+":"+last, nil) },
		func() error {
			return b.SetPanes(p.name, &excelize.Panes{Freeze: true, YSplit: headingRow, TopLeftCell: below, ActivePane: "bottomLeft"})
		},
		func() error {
			return b.SetHeaderFooter(p.name, &excelize.HeaderFooterOptions{OddHeader: "&C&B" + printed(b.marking.Label(), 40),
				OddFooter: "&L" + printed(b.s.Notice, 160) + "&R&P / &N"})
		},
		func() error {
			return b.SetPageLayout(p.name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &wide, FitToHeight: &tall})
		},
		func() error { return b.SetSheetProps(p.name, &excelize.SheetPropsOptions{FitToPage: &yes}) },
		func() error {
			return b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: p.name,
				RefersTo: fmt.Sprintf("'%s'!$%d:$%d", p.name, headingRow, headingRow)})
		},
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// printed is a text in a header or footer, where & begins a command and the whole
// has 255 characters.
func printed(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) > most {
		text = string([]rune(text)[:most-1]) + "…"
	}
	return strings.ReplaceAll(text, "&", "&&")
}

// widths makes columns as wide as what stands in them, within bounds, and rows as
// high as that then needs. It says on how many pages side by side the sheet can be
// printed and read.
func (b *book) widths(p page) (pages int, err error) {
	const narrowest, widest, onPage = 8, 48, 180 // characters
	whole := 0
	widths := make([]int, len(p.table.Columns))
	for i, name := range p.table.Columns {
		width := utf8.RuneCountInString(name) + 3 // the filter's button
		for _, row := range p.table.Rows {
			for line := range strings.Lines(row[i]) {
				n := utf8.RuneCountInString(line) + 1
				if slices.Contains(moneyColumns, name) {
					n += n/3 + len(".00") // as it is shown
				}
				width = max(width, n)
			}
		}
		widths[i] = min(max(width, narrowest), widest)
		column, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return 0, err
		}
		if err := b.SetColWidth(p.name, column, column, float64(widths[i])); err != nil {
			return 0, err
		}
		whole += widths[i]
	}
	for n, row := range p.table.Rows {
		lines := 1
		for i, cell := range row {
			lines = max(lines, linesOf(cell, widths[i]))
		}
		if err := b.height(p.name, headingRow+1+n, lines); err != nil {
			return 0, err
		}
	}
	return (whole + onPage - 1) / onPage, b.notice(p.name, widths)
}

// linesOf is how many lines a text takes in a column.
func linesOf(text string, width int) int {
	n := 0
	for line := range strings.Lines(text) {
		n += 1 + utf8.RuneCountInString(line)/width
	}
	return n
}

// height makes a row so many lines high. Some programs don't do it by themselves.
func (b *book) height(sheet string, row, lines int) error {
	const line, most = 15, 409 // points
	return b.SetRowHeight(sheet, row, float64(min(line*max(lines, 1), most)))
}

// notice gives the notice the width of the first columns.
func (b *book) notice(sheet string, widths []int) error {
	width, n := 0, 0
	for n < len(widths) && width < 100 {
		width += widths[n]
		n++
	}
	last, err := excelize.CoordinatesToCellName(n, noticeRow)
	if err != nil {
		return err
	}
	if err := b.MergeCell(sheet, "A"+strconv.Itoa(noticeRow), last); err != nil {
		return err
	}
	return b.height(sheet, noticeRow, linesOf(b.s.Notice, width))
}

// cell writes a value as what its column holds, or else as text.
func (b *book) cell(sheet string, column, row int, name, value string) error {
	if value == "" {
		return nil
	}
	at, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	style := b.number
	if slices.Contains(moneyColumns, name) {
		style = b.amount
	}
	switch {
	case slices.Contains(dateColumns, name):
		if serial, ok := dayNumber(value); ok {
			if err := b.SetCellInt(sheet, at, int64(serial)); err != nil {
				return err
			}
			return b.SetCellStyle(sheet, at, at, b.date)
		}
	case slices.Contains(moneyColumns, name) || slices.Contains(numberColumns, name):
		d, err := ocs.ParseDecimal(value)
		if err != nil {
			break // several on lines, or words
		}
		if f, exact := double(d); exact {
			if err := b.SetCellFloat(sheet, at, f, -1, 64); err != nil {
				return err
			}
			return b.SetCellStyle(sheet, at, at, style)
		}
		b.lose(longNumber, sheet, at, "%s has more digits than a spreadsheet computes with, and is written as text", value)
	}
	return b.text(sheet, column, row, value, b.plain)
}

// text writes a text, which is never taken for a formula.
func (b *book) text(sheet string, column, row int, text string, style int) error {
	at, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	if units := utf16.Encode([]rune(text)); len(units) > excelize.TotalCellChars {
		b.lose(longText, sheet, at, "text has %d characters, of which a cell holds %d", len(units), excelize.TotalCellChars)
		text = strings.TrimRight(string(utf16.Decode(units[:excelize.TotalCellChars])), "\uFFFD") // half of a pair
	}
	if err := b.SetCellStr(sheet, at, escaped(text)); err != nil {
		return err
	}
	return b.SetCellStyle(sheet, at, at, style)
}

var escape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_|[\x00-\x08\x0B\x0C\x0E-\x1F]`)

// escaped is a text as the format writes it (ECMA-376, ST_Xstring): characters
// that XML can't hold as _xHHHH_, and what looks like such an escape so that it
// isn't one. The library doesn't do it for shared strings.
func escaped(text string) string {
	return escape.ReplaceAllStringFunc(text, func(s string) string {
		if len(s) > 1 {
			return "_x005F" + s
		}
		return fmt.Sprintf("_x%04X_", s[0])
	})
}

func (b *book) lose(code, sheet, at, format string, args ...any) {
	b.lost = append(b.lost, ocs.Finding{Rule: code, Severity: ocs.Warning, Message: fmt.Sprintf("%s!%s: ", sheet, at) + fmt.Sprintf(format, args...)})
}

// dayNumber is how spreadsheets count days, from 1 March 1900: before that they
// don't agree.
func dayNumber(text string) (n int, ok bool) {
	d, err := ocs.ParseDate(text)
	if err != nil || d.Precision() != ocs.PrecisionDay || d.Before(ocs.MustDate("1900-03-01")) {
		return 0, false
	}
	return ocs.MustDate("1899-12-30").DaysUntil(d), true
}

// double is the binary number nearest to a decimal, and whether all of its digits
// come back: spreadsheets show 15.
func double(d ocs.Decimal) (f float64, exact bool) {
	text := d.String()
	digits := strings.TrimLeft(strings.NewReplacer("-", "", ".", "").Replace(text), "0")
	if strings.Contains(text, ".") {
		digits = strings.TrimRight(digits, "0")
	}
	f, err := strconv.ParseFloat(text, 64)
	return f, err == nil && len(digits) <= 15
}
