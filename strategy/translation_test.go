package strategy_test

import (
	"bytes"
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// untranslated are the texts of the model that stay as they are in every
// language. A text that is added to the model has to be put here, or among
// those that can be translated.
var untranslated = []string{
	"strategy.Strategy.Schema", "strategy.Strategy.Version", "strategy.Plan.Version", "strategy.Adoption.Digest", "strategy.Origin.Fields",
	"strategy.Goal.Code", "threat.Code.Code", "threat.Assessment.Method", "threat.Confidence.Code", "strategy.Part.Group", "strategy.Waiver.Rule",
	"strategy.Redaction.Fields", "ocs.Cite.Locator", "ocs.Source.Title", "ocs.Source.Publisher", "ocs.Source.URL", "ocs.Source.Digest",
}

// TestEveryTextIsTranslatedOrNot gives each text of the model a word of its own
// and looks which of them the worksheet lists.
func TestEveryTextIsTranslatedOrNot(t *testing.T) {
	s := sample()
	s.Redactions[0].Element = "id-1"
	var listed []string
	fields(reflect.ValueOf(s).Elem(), func(v reflect.Value, name string) {
		v.SetString("word " + name)
		listed = append(listed, name)
	})
	have := make(map[string]bool)
	for _, row := range (&strategy.Translation{}).Worksheet(s).Rows {
		have[strings.TrimPrefix(row[2], "word ")] = true
	}
	for _, name := range listed {
		switch kept := slices.Contains(untranslated, name); {
		case kept && have[name]:
			t.Errorf("%s is on the worksheet", name)
		case !kept && !have[name]:
			t.Errorf("%s is neither translated nor listed as left alone", name)
		}
	}
	for _, name := range untranslated {
		if !slices.Contains(listed, name) {
			t.Errorf("%s is no text of the model", name)
		}
	}
	if len(have) < 60 {
		t.Errorf("only %d texts", len(have))
	}
}

// fields calls f for every plain text in v, with the type and name of its
// field.
func fields(v reflect.Value, f func(v reflect.Value, name string)) {
	for i := range v.NumField() {
		name := v.Type().String() + "." + v.Type().Field(i).Name
		list := []reflect.Value{v.Field(i)}
		if v.Field(i).Kind() == reflect.Slice {
			list = nil
			for k := range v.Field(i).Len() {
				list = append(list, v.Field(i).Index(k))
			}
		}
		for _, e := range list {
			_, text := e.Addr().Interface().(encoding.TextUnmarshaler)
			switch {
			case e.Type() == reflect.TypeFor[string]():
				f(e, name)
			case e.Kind() == reflect.Struct && !text && e.Type() != reflect.TypeFor[ocs.Decimal]():
				fields(e, f)
			}
		}
	}
}

// bilingual has a few texts.
func bilingual() *strategy.Strategy {
	return &strategy.Strategy{
		Schema: strategy.Schema, ID: "s", Title: "Strategy", Notice: "A draft.", Languages: []ocs.Language{"en", "ur"},
		Principles: []strategy.Principle{{Name: "One"}, {Name: "Two"}},
		Threats:    []threat.Threat{{ID: "t", Name: "Arms", Assessments: []threat.Assessment{{Note: "High", Gaps: []string{"Routes"}}}}},
		Objectives: []pillar.Objective{{ID: "o", Pillar: pillar.Pursue, Title: "Fewer arms", Indicators: []pillar.Indicator{
			{ID: "i", Value: pillar.YesNo, Name: "Law passed", Targets: []pillar.Target{{Text: "yes"}}}}}},
		Redactions: []strategy.Redaction{{Element: "s", Fields: []string{"vision"}, Ground: strategy.ReleaseGround}}, // which stays as it is
	}
}

func TestLocalise(t *testing.T) {
	text := func(element ocs.ID, field, source, text string) strategy.TranslatedText {
		return strategy.TranslatedText{Element: element, Field: field, Source: source, Text: text}
	}
	s := bilingual()
	got, findings := strategy.Localise(s, &strategy.Translation{Strategy: "s", Language: "ur", Notice: "غیر سرکاری ترجمہ", Texts: []strategy.TranslatedText{
		text("s", "title", "Strategy", "حکمت عملی"),
		text("s", "principles/1/name", "Two", "دو"),
		text("t", "name", "Weapons", "ہتھیار"),               // outdated
		text("t", "assessments/0/gaps/0", "Routes", "راستے"), // the assessment has no identifier
		text("t", "name", "Arms", "اسلحہ"),                   // twice
		text("o", "title", "Fewer arms", ""),                 // still to be made
		text("o", "description", "Gone", "گیا"),              // orphaned
		text("i", "targets/0/text", "yes", "ہاں"),            // no text that can be translated
		text("x", "title", "X", "ایکس"),                      // orphaned
		text("prevent", "name", "Prevent", "روک تھام"),
	}})
	want := *bilingual()
	want.Title, want.Notice, want.Principles[1].Name = "حکمت عملی", "غیر سرکاری ترجمہ\nA draft.", "دو"
	want.Threats[0].Assessments[0].Gaps[0] = "راستے"
	want.Languages = []ocs.Language{"ur", "en"}
	f := pillar.UNODC()
	want.Framework = pillar.Framework{ID: f.ID, Name: f.Name, Pillars: f.Pillars}
	for i := range f.Pillars {
		f.Pillars[i].Cites = nil
	}
	f.Pillars[0].Name = "روک تھام"
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("strategy (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(bilingual(), s); diff != "" {
		t.Errorf("the original was changed (-want +got):\n%s", diff)
	}
	type found struct{ Rule, Path, Element string }
	var is []found
	for _, f := range findings {
		is = append(is, found{f.Rule, string(f.Path), f.Element.ID})
	}
	if diff := cmp.Diff([]found{
		{strategy.TranslationOutdated, "/texts/2/source", "t"}, {strategy.TranslationTwice, "/texts/4", "t"},
		{strategy.TranslationOrphaned, "/texts/6/field", "o"}, {strategy.TranslationOrphaned, "/texts/7/field", "i"}, {strategy.TranslationOrphaned, "/texts/8/element", ""},
		{strategy.TranslationMissing, "/texts", "s"},
		{strategy.TranslationMissing, "/texts", "prevent"}, {strategy.TranslationMissing, "/texts", "pursue"}, {strategy.TranslationMissing, "/texts", "protect"}, {strategy.TranslationMissing, "/texts", "promote"},
		{strategy.TranslationMissing, "/texts", "t"}, {strategy.TranslationMissing, "/texts", "o"}, {strategy.TranslationMissing, "/texts", "i"},
	}, is); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	if n := strategy.Validate(&got, nil).Findings.Count(ocs.Error); n > strategy.Validate(s, nil).Findings.Count(ocs.Error) {
		t.Errorf("%d errors", n)
	}
}

func TestLocaliseRefuses(t *testing.T) {
	for name, tr := range map[string]*strategy.Translation{
		"/strategy": {Strategy: "other", Language: "ur", Texts: []strategy.TranslatedText{{Element: "s", Field: "title", Source: "Strategy", Text: "x"}}},
		"/language": {Strategy: "s", Language: "u r", Texts: []strategy.TranslatedText{{Element: "s", Field: "title", Source: "Strategy", Text: "x"}}},
	} {
		got, findings := strategy.Localise(bilingual(), tr)
		if diff := cmp.Diff([]place{{strategy.TranslationStrategy, ocs.Pointer(name)}}, places(findings)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(*bilingual(), got); diff != "" {
			t.Errorf("changed all the same (-want +got):\n%s", diff)
		}
	}
}

// translated is a whole translation of a strategy, made through its worksheet.
func translated(t *testing.T, s *strategy.Strategy, text func(string) string) *strategy.Translation {
	t.Helper()
	tr := &strategy.Translation{Schema: strategy.Schema, Strategy: s.ID, Language: "ur"}
	sheet := tr.Worksheet(s)
	for _, row := range sheet.Rows {
		row[3] = text(row[2])
	}
	back := reread(t, tr, sheet)
	return &back
}

// reread writes a worksheet and reads it.
func reread(t *testing.T, tr *strategy.Translation, sheet strategy.Table) strategy.Translation {
	t.Helper()
	var csv bytes.Buffer
	require.NoError(t, sheet.WriteCSV(&csv))
	back, findings, err := tr.ReadWorksheet("ur.csv", &csv)
	require.NoError(t, err)
	require.Empty(t, findings)
	return back
}

// TestWorksheetRoundTrip: all texts of real documents can be translated by way
// of the worksheet, and one that comes back untouched changes nothing.
func TestWorksheetRoundTrip(t *testing.T) {
	for name, s := range documents(t) {
		t.Run(name, func(t *testing.T) {
			tr := translated(t, s, func(text string) string { return "=" + text + "'" })
			got, findings := strategy.Localise(s, tr)
			if len(findings) > 0 {
				t.Errorf("findings: %v", findings)
			}
			for _, row := range (&strategy.Translation{}).Worksheet(&got).Rows {
				if !strings.HasPrefix(row[2], "=") {
					t.Errorf("%s of %s isn't translated", row[1], row[0])
				}
			}
			back := reread(t, tr, tr.Worksheet(s))
			if diff := cmp.Diff(*tr, back); diff != "" {
				t.Errorf("untouched (-want +got):\n%s", diff)
			}
		})
	}
}

func TestWorksheet(t *testing.T) {
	s := bilingual()
	tr := &strategy.Translation{Strategy: "s", Language: "ur", Texts: []strategy.TranslatedText{
		{Element: "x", Field: "title", Source: "=gone", Text: "گیا"},
		{Element: "s", Field: "title", Source: "Strategy", Text: "حکمت عملی"},
		{Element: "t", Field: "name", Source: "Weapons", Text: "ہتھیار"},
		{Element: "o", Field: "title", Source: "Fewer arms"},
	}}
	sheet := tr.Worksheet(s)
	want := [][]string{
		{"s", "title", "Strategy", "حکمت عملی", "current"}, {"s", "notice", "A draft.", "", "missing"},
		{"s", "principles/0/name", "One", "", "missing"}, {"s", "principles/1/name", "Two", "", "missing"},
		{"t", "name", "Arms", "ہتھیار", "outdated"},
		{"t", "assessments/0/gaps/0", "Routes", "", "missing"}, {"t", "assessments/0/note", "High", "", "missing"},
		{"o", "title", "Fewer arms", "", "missing"}, {"i", "name", "Law passed", "", "missing"},
		{"x", "title", "=gone", "گیا", "orphaned"},
	}
	if diff := cmp.Diff(want, sheet.Rows); diff != "" {
		t.Errorf("worksheet (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(*tr, reread(t, tr, sheet)); diff != "" {
		t.Errorf("untouched (-want +got):\n%s", diff)
	}
	sheet.Rows[0][3] = ""         // removed
	sheet.Rows[1][3] = "مسودہ"    // new
	sheet.Rows[4][4] = "current"  // still fits
	sheet.Rows[7][3] = "کم اسلحہ" // made at last
	wantTexts := []strategy.TranslatedText{
		{Element: "x", Field: "title", Source: "=gone", Text: "گیا"},
		{Element: "t", Field: "name", Source: "Arms", Text: "ہتھیار"},
		{Element: "o", Field: "title", Source: "Fewer arms", Text: "کم اسلحہ"},
		{Element: "s", Field: "notice", Source: "A draft.", Text: "مسودہ"},
	}
	if diff := cmp.Diff(wantTexts, reread(t, tr, sheet).Texts); diff != "" {
		t.Errorf("filled in (-want +got):\n%s", diff)
	}
}

func TestWorksheetFaults(t *testing.T) {
	const header = "element,field,source,text\n"
	tests := []struct {
		name, data   string
		line, column int
	}{
		{"nothing", "", 1, 1},
		{"unknown column", "element,field,source,text,note\n", 1, 1},
		{"column named twice", "element,field,source,text,text\n", 1, 1},
		{"column wanting", "element,field,text\n", 1, 1},
		{"too few cells", header + "s,title,x\n", 2, 1},
		{"two rows for one text", header + "s,title,x,y\nt,name,x,y\ns,title,x,z\n", 4, 1},
		{"not CSV", header + "s,title,\"x\"y,z\n", 2, 11},
		{"not UTF-8", header + "s,تیر\xff,x,y\n", 2, 6},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tr := &strategy.Translation{Texts: []strategy.TranslatedText{{Element: "s", Field: "title", Text: "x"}}}
			got, findings, err := tr.ReadWorksheet("ur.csv", strings.NewReader(test.data))
			require.NoError(t, err)
			require.Len(t, findings, 1)
			f := findings[0]
			if f.Rule != strategy.TranslationSheet || f.Pos.Line != test.line || f.Pos.Column != test.column || f.Pos.File != "ur.csv" {
				t.Errorf("%s at %v, want %d:%d", f.Rule, f.Pos, test.line, test.column)
			}
			if diff := cmp.Diff(*tr, got); diff != "" {
				t.Errorf("the translation changed (-want +got):\n%s", diff)
			}
		})
	}
}

// FuzzWorksheet: any text goes out to a spreadsheet and comes back as it was,
// and no table makes the reader fail.
func FuzzWorksheet(f *testing.F) {
	for _, seed := range []string{"", "=1+1", "'=x", "''", "\t", "a\nb", `"`, "element,field,source,text\ns,title,a,b\n", "-5", "+x", "＝"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tr := &strategy.Translation{}
		if _, _, err := tr.ReadWorksheet("x", strings.NewReader(text)); err != nil {
			t.Fatal(err)
		}
		if text = strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\r", ""); strings.TrimSpace(text) == "" {
			return
		}
		s := &strategy.Strategy{ID: "s", Title: text}
		sheet := tr.Worksheet(s)
		sheet.Rows[0][3] = text
		back := reread(t, tr, sheet)
		if diff := cmp.Diff([]strategy.TranslatedText{{Element: "s", Field: "title", Source: text, Text: text}}, back.Texts); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}

// TestTranslationBringsNothingBack: a translation of the original, put on a
// copy that was redacted, adds nothing that was withheld.
func TestTranslationBringsNothingBack(t *testing.T) {
	const canary = "canary"
	s := sample()
	s.Risks[0].Affects[0] = ocs.ID(s.Groups[0].ID) // so that a stub stays
	fields(reflect.ValueOf(&s.Groups[0]).Elem(), func(v reflect.Value, name string) { v.SetString(canary + name) })
	fields(reflect.ValueOf(&s.Plans[0]).Elem(), func(v reflect.Value, name string) { v.SetString(canary + name) })
	s.Plans[0].Marking = ocs.MarkingRed
	tr := translated(t, s, func(text string) string { return text + " in Urdu" })
	release := strategy.Redact(s, ocs.MarkingClear)
	got, _ := strategy.Localise(&release.Strategy, tr)
	for form, data := range written(t, &got) {
		if bytes.Contains(data, []byte(canary)) {
			t.Errorf("a trace in %s", form)
		}
	}
	if !strings.Contains(fmt.Sprint(tr.Texts), canary) {
		t.Error("nothing was translated")
	}
}
