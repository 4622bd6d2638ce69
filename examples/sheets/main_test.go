package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// reopened writes the workbook of a strategy and opens it again.
func reopened(t *testing.T, s strategy.Strategy, level ocs.Marking) (*excelize.File, ocs.Findings) {
	t.Helper()
	var out bytes.Buffer
	lost, err := workbook(&out, &codec.Document{Strategy: s}, ocs.MustDate(exampleDay), level)
	require.NoError(t, err)
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, f.Close()) })
	return f, lost
}

// raw are the cells of a sheet below what stands above the headings, days as
// numbers.
func raw(t *testing.T, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	return rows[headingRow-1:]
}

// Every cell of the views is in the workbook, as a day, a number or text.
func TestCells(t *testing.T) {
	s := nsaoc.Monitored()
	ix := strategy.NewIndex(&s)
	asOf := ocs.MustDate(exampleDay)
	f, lost := reopened(t, s, "")
	require.Empty(t, lost)
	for sheet, table := range map[string]strategy.Table{"Action plan": ix.ActionPlan(asOf, nil), "Responsibility": ix.ResponsibilityMatrix(asOf, nil),
		"Indicators": ix.MonitoringPlan(asOf, nil), "Budget": ix.Budget(asOf, nil).Table(), "Findings": findingsTable(strategy.Validate(&s, nil).Findings)} {
		t.Run(sheet, func(t *testing.T) {
			want := append([][]string{table.Columns}, table.Rows...)
			got := raw(t, f, sheet)
			if len(got) != len(want) {
				t.Fatalf("%d rows, want %d", len(got), len(want))
			}
			days := 0
			for n, row := range want {
				for i, cell := range row {
					at, err := excelize.CoordinatesToCellName(i+1, headingRow+n)
					require.NoError(t, err)
					read, err := f.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
					require.NoError(t, err)
					if d, err := ocs.ParseDecimal(read); err == nil && n > 0 {
						if serial, ok := dayNumber(cell); ok && d.Equal(ocs.Num(int64(serial))) {
							read, days = cell, days+1
						} else if w, err := ocs.ParseDecimal(cell); err == nil && w.Compare(d) == 0 {
							read = cell
						}
					}
					if read != cell {
						t.Errorf("%s is %q, want %q", at, read, cell)
					}
					formula, err := f.GetCellFormula(sheet, at)
					require.NoError(t, err)
					if formula != "" {
						t.Errorf("%s holds the formula %q", at, formula)
					}
				}
			}
			if sheet == "Action plan" && days == 0 {
				t.Error("no day was written as such")
			}
		})
	}
}

// Days and sums are numbers with a format; what isn't a day stays text.
func TestTypes(t *testing.T) {
	s := strategy.Strategy{ID: "s", Title: "Illustrative", Plans: []strategy.Plan{{ID: "p", Commitments: []strategy.Commitment{
		{ID: "a", Title: "=HYPERLINK(\"x\")", Start: ocs.MustDate("2027-03-04"), Deadline: ocs.MustDeadline("2027-Q2"), Costs: []strategy.Cost{{Money: ocs.MustMoney("PKR 1500000.50")}}},
		{ID: "b", Title: "'+1", Deadline: ocs.MustDeadline("adoption+90d"), Costs: []strategy.Cost{{Money: ocs.MustMoney("PKR 1234567890123456.78")}}},
		{ID: "d", Title: "_x0041_ & <b> \u202e\tend \x01"},
		{ID: "c", Title: strings.Repeat("x", 40_000), Costs: []strategy.Cost{{Money: ocs.MustMoney("PKR 100000000000000000")}, {Money: ocs.MustMoney("USD 2")}}},
	}}}}
	f, lost := reopened(t, s, "")
	type cell struct {
		Shown string
		Type  excelize.CellType
	}
	const number, text = excelize.CellTypeUnset, excelize.CellTypeSharedString // a cell without a type holds a number
	got := make(map[string]cell)
	for _, at := range []string{"F7", "N7", "O7", "P7", "R7", "F8", "O8", "R8", "F9", "R10"} {
		shown, err := f.GetCellValue("Action plan", at)
		require.NoError(t, err)
		typ, err := f.GetCellType("Action plan", at)
		require.NoError(t, err)
		got[at] = cell{shown, typ}
	}
	want := map[string]cell{
		"F7": {"=HYPERLINK(\"x\")", text}, "N7": {"2027-03-04", number}, "O7": {"2027-Q2", text}, "P7": {"2027-06-30", number}, "R7": {"1,500,000.50", number},
		"F8": {"'+1", text}, "O8": {"adoption+90d", text}, "R8": {"1234567890123456.78", text}, "F9": {"_x0041_ & <b> \u202e\tend \x01", text}, "R10": {"100000000000000000\n2", text},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("cells (-want +got):\n%s", diff)
	}
	var codes []string
	for _, f := range lost {
		codes = append(codes, f.Rule)
	}
	long, err := f.GetCellValue("Action plan", "F10")
	require.NoError(t, err)
	if len(long) != excelize.TotalCellChars {
		t.Errorf("a cell holds %d characters", len(long))
	}
	counted := strings.Join(codes, " ")
	if !strings.HasPrefix(counted, longNumber+" "+longText) {
		t.Errorf("findings %v", codes)
	}
}

// The marking and the notice stand at the top and on every page, and the headings
// stay in view.
func TestLayout(t *testing.T) {
	s := nsaoc.Monitored()
	s.Notice = "Illustrative & invented"
	for _, tt := range []struct{ level, label ocs.Marking }{{"", "TLP:AMBER"}, {ocs.MarkingClear, "TLP:CLEAR"}} {
		f, _ := reopened(t, s, tt.level)
		if diff := cmp.Diff([]string{"Action plan", "Responsibility", "Indicators", "Budget", "Findings"}, f.GetSheetList()); diff != "" {
			t.Errorf("sheets (-want +got):\n%s", diff)
		}
		for _, sheet := range f.GetSheetList() {
			marking, err := f.GetCellValue(sheet, "A3")
			require.NoError(t, err)
			notice, err := f.GetCellValue(sheet, "A4")
			require.NoError(t, err)
			printed, err := f.GetHeaderFooter(sheet)
			require.NoError(t, err)
			panes, err := f.GetPanes(sheet)
			require.NoError(t, err)
			got := []any{marking, notice, printed.OddHeader, printed.OddFooter, panes.Freeze, panes.YSplit}
			want := []any{string(tt.label), s.Notice, "&C&B" + string(tt.label), "&LIllustrative && invented&R&P / &N", true, headingRow}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", sheet, diff)
			}
		}
	}
}

// A number that is wider than its column is shown as ###.
func TestNumbersFit(t *testing.T) {
	f, _ := reopened(t, nsaoc.Monitored(), "")
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		require.NoError(t, err)
		for n, row := range rows[headingRow:] {
			for i, shown := range row {
				column, err := excelize.ColumnNumberToName(i + 1)
				require.NoError(t, err)
				width, err := f.GetColWidth(sheet, column)
				require.NoError(t, err)
				at, err := excelize.CoordinatesToCellName(i+1, headingRow+1+n)
				require.NoError(t, err)
				typ, err := f.GetCellType(sheet, at)
				require.NoError(t, err)
				if typ == excelize.CellTypeUnset && float64(len(shown))+1 > width {
					t.Errorf("%s!%s: %q in a column %v wide", sheet, at, shown, width)
				}
			}
		}
	}
}

// A copy for a level holds nothing that is marked above it.
func TestLevel(t *testing.T) {
	s := nsaoc.Monitored()
	s.Plans[0].Commitments[0].Title, s.Plans[0].Commitments[0].Marking = "a secret undertaking", ocs.MarkingRed
	whole, _ := reopened(t, s, "")
	public, _ := reopened(t, s, ocs.MarkingClear)
	for sheet, file := range map[bool]*excelize.File{true: whole, false: public} {
		found := false
		for _, name := range file.GetSheetList() {
			hits, err := file.SearchSheet(name, "a secret undertaking")
			require.NoError(t, err)
			found = found || len(hits) > 0
		}
		if found != sheet {
			t.Errorf("whole: %v, found: %v", sheet, found)
		}
	}
}

func TestRun(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "s.strategy.yaml")
	require.NoError(t, os.WriteFile(file, []byte("schema: ocs/v1\nid: s\ntitle: Illustrative\n"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "bad.yaml"), []byte("schema: ocs/v1\nid: [\n"), 0o644))
	for name, tt := range map[string]struct {
		args []string
		code int
	}{
		"example":       {nil, exitWritten},
		"document":      {[]string{"-as-of", "2027", file}, exitWritten},
		"help":          {[]string{"-h"}, exitWritten},
		"no day":        {[]string{file}, exitFailed},
		"no date":       {[]string{"-as-of", "soon"}, exitFailed},
		"no such level": {[]string{"-level", "secret"}, exitFailed},
		"no such file":  {[]string{"-as-of", "2027", filepath.Join(dir, "none.yaml")}, exitFailed},
		"broken":        {[]string{"-as-of", "2027", filepath.Join(dir, "bad.yaml")}, exitFailed},
		"two files":     {[]string{file, file}, exitFailed},
	} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "plan.xlsx")
			var stdout, stderr bytes.Buffer
			if code := run(append([]string{"-o", out}, tt.args...), &stdout, &stderr); code != tt.code {
				t.Fatalf("exit code %d, want %d: %s", code, tt.code, &stderr)
			}
			_, err := os.Stat(out)
			if written := err == nil; written != (stdout.Len() > 0) {
				t.Errorf("written: %v, said: %q", written, &stdout)
			}
		})
	}
}

// The same strategy gives the same bytes.
func TestDeterministic(t *testing.T) {
	var first []byte
	for range 3 {
		var out bytes.Buffer
		_, err := workbook(&out, &codec.Document{Strategy: nsaoc.Monitored()}, ocs.MustDate(exampleDay), "")
		require.NoError(t, err)
		if first == nil {
			first = out.Bytes()
		}
		if !bytes.Equal(first, out.Bytes()) {
			t.Error("the bytes differ")
		}
	}
}
