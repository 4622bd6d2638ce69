package sheet_test

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/sheet"
)

// simple is a mapping of three columns, the first two carried down.
func simple() sheet.Mapping {
	return sheet.Mapping{Columns: []sheet.Column{{Header: "Pillar", Field: sheet.FieldPillar, CarryDown: true, Optional: true},
		{Header: "Objective", Field: sheet.FieldObjective, CarryDown: true, Optional: true}, {Header: "Activity", Field: sheet.FieldTitle},
		{Header: "Lead", Field: sheet.FieldLead, Optional: true}}}
}

// lines are the commitments that were read: objective, title, lead.
func lines(doc *sheet.Document) []string {
	var list []string
	ix := strategy.NewIndex(&doc.Strategy)
	for c := range ix.Commitments() {
		line := c.Title + " " + string(c.Lead)
		for _, o := range c.Objectives {
			line = string(ix.Objective(o).Pillar) + "/" + ix.Objective(o).Title + "/" + line
		}
		list = append(list, strings.TrimSpace(line))
	}
	return list
}

func utf16Of(order binary.AppendByteOrder, text string) []byte {
	var data []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + text)) {
		data = order.AppendUint16(data, u)
	}
	return data
}

func TestTables(t *testing.T) {
	sections := simple()
	sections.Section = sheet.FieldPillar
	blanks := simple()
	blanks.Blanks = []string{"-", "N/A"}
	tab := simple()
	tab.Delimiter = "tab"
	identified := simple()
	identified.Columns = append(identified.Columns, sheet.Column{Header: "ID", Field: sheet.FieldID})
	planned := simple()
	planned.Columns = append(planned.Columns, sheet.Column{Header: "Plan", Field: sheet.FieldPlan}, sheet.Column{Header: "ID", Field: sheet.FieldID})
	stated := simple()
	stated.Columns = append(stated.Columns, sheet.Column{Header: "Status", Field: sheet.FieldState})
	for _, tt := range []struct {
		name  string
		m     sheet.Mapping
		data  string
		want  []string
		found []string
	}{
		{"commas", simple(), "Activity,Lead\nA,FIA\nB,\n", []string{"A fia", "B"}, nil},
		{"semicolons", simple(), "Activity;Lead\n\"A; or B\";FIA\n", []string{"A; or B fia"}, nil},
		{"tabs", tab, "Activity\tLead\nA, B\tFIA\n", []string{"A, B fia"}, nil},
		{"stated delimiter", simple(), "sep=;\r\nActivity;Lead\r\nA,B;FIA\r\nC;?;D\r\n", []string{"A,B fia"}, []string{"error sheet-row t.csv:4:5"}},
		{"byte order mark", simple(), "\ufeffActivity,Lead\nA,FIA\n", []string{"A fia"}, nil},
		{"UTF-16, little end first", simple(), string(utf16Of(binary.LittleEndian, "Activity;Lead\nپولیس 𝒜;FIA\nB;C;D\n")), []string{"پولیس 𝒜 fia"}, []string{"error sheet-row t.csv:3:5"}},
		{"UTF-16, big end first", simple(), string(utf16Of(binary.BigEndian, "Activity\nA\n")), []string{"A"}, nil},
		{"UTF-16, cut", simple(), "\xff\xfeA", nil, []string{"error sheet-encoding t.csv"}},
		{"UTF-16, half a pair", simple(), "\xff\xfe\x00\xd8a\x00", nil, []string{"error sheet-encoding t.csv"}},
		{"Windows 1252", simple(), "Activity\ncaf\xe9\n", nil, []string{"error sheet-encoding t.csv"}},
		{"headings in another dress", simple(), "  ACTIVITY.,le-ad \nA,FIA\n", []string{"A fia"}, nil},
		{"text above the headings", simple(), "Action plan,\n,\nActivity,Lead\nA,FIA\n", []string{"A fia"}, []string{"info sheet-preface t.csv:1:1"}},
		{"lines of nothing", simple(), "Activity,Lead\n,\nA,FIA\n\n  , \n", []string{"A fia"}, nil},
		{"short rows", simple(), "Activity,Lead\nA\n", []string{"A"}, nil},
		{"long rows", simple(), "Activity,Lead\nA,FIA,,\nB,FIA,x\n", []string{"A fia"}, []string{"error sheet-row t.csv:3:7"}},
		{"carried down", simple(), "Pillar,Objective,Activity\nPrevent,One,A\n,,B\n,Two,C\nPursue,Three,D\nProtect,,E\n,,F\n",
			[]string{"prevent/One/A", "prevent/One/B", "prevent/Two/C", "pursue/Three/D", "E", "F"}, nil},
		{"not carried down", simple(), "Objective,Activity,Lead\nOne,A,FIA\n,B,\n", []string{"/One/A fia", "/One/B"}, nil},
		{"sections", sections, "Objective,Activity,Lead\nPILLAR 1: PREVENT,,\nOne,A,\n,B,\nPursue,,\nTwo,C,\n", []string{"prevent/One/A", "prevent/One/B", "pursue/Two/C"}, nil},
		{"one cell without sections", simple(), "Lead,Activity\nPREVENT,\n", nil, []string{"error sheet-row t.csv:2:1"}},
		{"blanks", blanks, "Activity,Lead\nA,-\nB,n/a\n", []string{"A", "B"}, nil},
		{"column kept", simple(), "Activity,Remarks\nA,x\n", []string{"A"}, []string{"info sheet-unmapped t.csv:1:10"}},
		{"column wanting", identified, "Activity,Lead\nA,x\n", nil, []string{"error sheet-header t.csv:1:1"}},
		{"column twice", simple(), "Activity,Lead,LEAD\nA,x,y\n", nil, []string{"error sheet-header t.csv:1:15"}},
		{"no headings", simple(), "a,b\nc,d\n", nil, []string{"error sheet-header t.csv:1:1"}},
		{"empty", simple(), "", nil, []string{"error sheet-header t.csv:1:1"}},
		{"no CSV", simple(), "Activity,Lead\nA,FIA\nB \"b\",x\n", nil, []string{"error sheet-syntax t.csv:3:3"}},
		{"no end of a quotation", simple(), "Activity\nA\n\"B\n", nil, []string{"error sheet-syntax t.csv:3:4"}},
		{"objective alone", simple(), "Pillar,Objective,Activity,Lead\nPursue,One,,\n,,A,\n,Two,,FIA\n", []string{"pursue/One/A"}, []string{"error sheet-row t.csv:4:6"}},
		{"objective under two pillars", simple(), "Pillar,Objective,Activity\nPursue,One,A\nPrevent,One,B\n", []string{"pursue/One/A"}, []string{"error sheet-conflict t.csv:3:1"}},
		{"same title under two objectives", simple(), "Objective,Activity,Lead\nOne,A,FIA\nTwo,a,ANF\n", []string{"/One/A fia", "/Two/a anf"}, []string{"info sheet-same-title t.csv:3:5"}},
		{"same activity twice", simple(), "Objective,Activity,Lead\nOne,A,FIA\nOne,A,\nOne,A,FIA\n", []string{"/One/A fia"}, nil},
		{"two leads", simple(), "Objective,Activity,Lead\nOne,A,FIA\nOne,A,ANF\n", []string{"/One/A fia"}, []string{"error sheet-conflict t.csv:3:7"}},
		{"identifier twice", identified, "ID,Activity\na,A\na,A\na,B\n", []string{"A"}, []string{"error sheet-conflict t.csv:4:3"}},
		{"identifier of a pillar's objective", identified, "ID,Objective,Activity\none,One,A\n", nil, []string{"error sheet-id t.csv:2:1"}},
		{"commitment of another plan", planned, "Plan,ID,Activity\np,a,A\nq,a,A\n", []string{"A"}, []string{"error sheet-conflict t.csv:3:3"}},
		{"state undated", stated, "Activity,Status\nA,Complete\n", []string{"A"}, []string{"warning sheet-undated t.csv:1:10"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := sheet.Read("t.csv", []byte(tt.data), &tt.m, nil)
			if diff := cmp.Diff(tt.want, lines(doc)); diff != "" {
				t.Errorf("commitments (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.found, places(doc.Findings)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			for _, f := range doc.Findings {
				if f.Pos.Offset > len(doc.Text) {
					t.Errorf("%v is at %d of %d bytes", f, f.Pos.Offset, len(doc.Text))
				}
			}
		})
	}
}

// A row that has a fault leaves no trace: not its offices, not its objective, not
// the identifiers that these took.
func TestFaultyRowLeavesNothing(t *testing.T) {
	m := simple()
	m.Columns = append(m.Columns, sheet.Column{Header: "Deadline", Field: sheet.FieldDeadline}, sheet.Column{Header: "Partners", Field: sheet.FieldPartners},
		sheet.Column{Header: "KPI", Field: sheet.FieldIndicators}, sheet.Column{Header: "Status", Field: sheet.FieldState}, sheet.Column{Header: "Threat", Field: sheet.FieldThreats})
	m.AsOf = ocs.MustDate("2027")
	const header = "Pillar,Objective,Activity,Lead,Partners,KPI,Status,Threat,Deadline,Note\n"
	const good = "Pursue,One,A,FIA,ANF,Beds,complete,Fraud,2027,x\n"
	const bad = "Prevent,Two,B,New body (NB),FIA; Other,Beds; Cases,delayed,Arms,soon,y\nPursue,One,A,FIA,Third,Places,delayed,Fraud,2027,z\n"
	want := sheet.Read("t.csv", []byte(header+good), &m, nil)
	got := sheet.Read("t.csv", []byte(header+good+bad), &m, nil)
	if diff := cmp.Diff(want.Strategy, got.Strategy); diff != "" {
		t.Errorf("strategy (-without the rows +with them):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"info sheet-unmapped t.csv:1:68", "error sheet-date t.csv:3:65", "error sheet-conflict t.csv:4:31"}, places(got.Findings)); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	before := sheet.Read("t.csv", []byte(header+bad+good), &m, nil)
	if diff := cmp.Diff([]string{"A fia"}, []string{before.Strategy.Plans[0].Commitments[0].Title + " " + string(before.Strategy.Plans[0].Commitments[0].Lead)}); diff != "" {
		t.Errorf("commitments (-want +got):\n%s", diff)
	}
}

// What stands beside an objective alone is kept with it.
func TestObjectiveKeeps(t *testing.T) {
	m := simple()
	doc := sheet.Read("t.csv", []byte("No,Objective,Activity,Weight\n1,One,,high\n1.1,,A,\n"), &m, nil)
	got := []string{string(doc.Strategy.Objectives[0].Extensions[sheet.Extension]), string(doc.Strategy.Plans[0].Commitments[0].Extensions[sheet.Extension])}
	if diff := cmp.Diff([]string{`{"No":"1","Weight":"high"}`, `{"No":"1.1"}`}, got); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
}

// The limits hold, and what is beyond them is refused as a whole.
func TestLimits(t *testing.T) {
	row := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	into := small()
	for _, tt := range []struct {
		name    string
		data    string
		o       sheet.Options
		refused bool
	}{
		{"bytes", "Activity\nA\n", sheet.Options{MaxBytes: 8}, true},
		{"rows", "Activity\n" + row(4, "A%d\n"), sheet.Options{MaxRows: 3}, true},
		{"columns", "Activity," + strings.Repeat("x,", 10) + "\nA\n", sheet.Options{MaxColumns: 5}, true},
		{"faults", "Activity,Lead,Objective\n" + row(1001, ",x%d,\n"), sheet.Options{}, true},
		{"rows of one activity", "Activity\n" + strings.Repeat("A\n", 251), sheet.Options{}, false},
		{"values in a cell", "Activity,Lead\nA," + row(251, "x%d;") + "\n", sheet.Options{}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := simple()
			tt.o.Into = &into
			doc := sheet.Read("t.csv", []byte(tt.data), &m, &tt.o)
			if doc.Refused != tt.refused {
				t.Errorf("refused: %v", doc.Refused)
			}
			last := doc.Findings[len(doc.Findings)-1]
			for _, f := range doc.Findings {
				if f.Rule == "sheet-limit" {
					last = f
				}
			}
			if last.Rule != "sheet-limit" {
				t.Errorf("findings %v", places(doc.Findings))
			}
			if diff := cmp.Diff(into, doc.Strategy); tt.refused && diff != "" {
				t.Errorf("something was taken (-before +after):\n%s", diff)
			}
		})
	}
}

func TestMappingCheck(t *testing.T) {
	title := sheet.Column{Header: "Activity", Field: sheet.FieldTitle}
	for _, tt := range []struct {
		name string
		m    sheet.Mapping
		want []ocs.Pointer
	}{
		{"none", sheet.Mapping{}, []ocs.Pointer{"/columns"}},
		{"no activities", sheet.Mapping{Columns: []sheet.Column{{Header: "a", Field: sheet.FieldLead}}}, []ocs.Pointer{"/columns"}},
		{"column", sheet.Mapping{Columns: []sheet.Column{title, {Header: "ACTIVITY", Field: sheet.FieldKeep}, {Header: "", Field: "x"}, {Header: "b", Field: sheet.FieldTitle}}},
			[]ocs.Pointer{"/columns/1/header", "/columns/2/field", "/columns/2/header", "/columns/3/field"}},
		{"role and multiplier", sheet.Mapping{Columns: []sheet.Column{title, {Header: "b", Field: sheet.FieldPartners, Role: "x", Multiplier: ocs.Num(0)}}},
			[]ocs.Pointer{"/columns/1/role", "/columns/1/multiplier"}},
		{"terms", sheet.Mapping{Columns: []sheet.Column{title}, Terms: []sheet.Term{{Field: "x", Text: "a"}, {Field: sheet.FieldState, Text: ""}, {Field: sheet.FieldState, Text: "b", Means: "bad"},
			{Field: sheet.FieldState, Text: "B"}}}, []ocs.Pointer{"/terms/0/field", "/terms/1/text", "/terms/2/means", "/terms/3/text"}},
		{"dates", sheet.Mapping{Columns: []sheet.Column{title}, Dates: []string{"dd/mm/yyyy", "dd/mm", "FY yyyy-yy", "dd yyyy", "yyyy yyyy yyyy", "x"}},
			[]ocs.Pointer{"/dates/1", "/dates/2", "/dates/3", "/dates/4", "/dates/5"}},
		{"others", sheet.Mapping{Columns: []sheet.Column{title}, Plan: "a b", Report: "/", Section: sheet.FieldLead, Delimiter: "|", Months: []string{"a"}, FiscalStart: 13, Thousands: ",", Decimal: ","},
			[]ocs.Pointer{"/plan", "/report", "/section", "/delimiter", "/months", "/fiscal-start", "/thousands"}},
		{"half", sheet.Mapping{Columns: []sheet.Column{title, {Header: "a", Field: sheet.FieldCurrency}}}, []ocs.Pointer{"/columns"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []ocs.Pointer
			for _, f := range tt.m.Check() {
				got = append(got, f.Path)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("paths (-want +got):\n%s", diff)
			}
			if doc := sheet.Read("t.csv", []byte("Activity\nA\n"), &tt.m, nil); !doc.Refused {
				t.Error("the table was read")
			}
		})
	}
}

func TestSuggest(t *testing.T) {
	for header, want := range map[string]sheet.Field{
		"S.No": sheet.FieldKeep, "S. No.": sheet.FieldKeep, "Pillar": sheet.FieldPillar, "Strategic Objective": sheet.FieldObjective, "Activity": sheet.FieldTitle,
		"Key Actions": sheet.FieldTitle, "Lead agency": sheet.FieldLead, "Lead Agency / Department": sheet.FieldLead, "Responsibility": sheet.FieldLead,
		"Supporting agencies": sheet.FieldPartners, "Time-line": sheet.FieldTimeline, "Performance indicator": sheet.FieldIndicators, "KPIs": sheet.FieldIndicators,
		"Status": sheet.FieldState, "Status as on": sheet.FieldStateDate, "Remarks": sheet.FieldNote, "% complete": sheet.FieldPercent, "Budget": sheet.FieldCost,
		"Source of funds": sheet.FieldFundingSource, "Leadership training": sheet.FieldKeep, "Weather": sheet.FieldKeep, "شعبہ": sheet.FieldKeep,
	} {
		if got := sheet.Suggest([]string{header}).Columns[0].Field; got != want {
			t.Errorf("%s is %s, want %s", header, got, want)
		}
	}
	twice := sheet.Suggest([]string{"Activity", "Action", "", "activity"})
	if diff := cmp.Diff([]sheet.Column{{Header: "Activity", Field: sheet.FieldTitle}, {Header: "Action", Field: sheet.FieldKeep}}, twice.Columns); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
}

// A mapping is a document that is written and read back.
func TestMappingDocument(t *testing.T) {
	m := *ministryMapping(t)
	data, err := codec.EncodeCompanion(&m, codec.YAML)
	if err != nil {
		t.Fatal(err)
	}
	again := codec.DecodeCompanion[sheet.Mapping]("m.yaml", data, nil)
	if diff := cmp.Diff(m, again.Value); diff != "" || len(again.Findings) > 0 {
		t.Errorf("%v (-written +read):\n%s", again.Findings, diff)
	}
}
