package strategy_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/threat"
)

var levels = []ocs.Marking{ocs.MarkingClear, ocs.MarkingGreen, ocs.MarkingAmber, ocs.MarkingAmberStrict, ocs.MarkingRed}

// working is a working copy with a restricted element of most kinds.
func working() *strategy.Strategy {
	cite := func(id ocs.SourceID) []ocs.Cite { return []ocs.Cite{{Source: id}} }
	return &strategy.Strategy{
		Schema: strategy.Schema, ID: "s", Title: "S", Stage: ocs.StageDraft,
		Threats: []threat.Threat{
			{ID: "t-arms", Name: "Arms", Assessments: []threat.Assessment{{ID: "as-open"}, {ID: "as-secret", Note: "Sources say", Marking: ocs.MarkingRed}}},
			{ID: "t-coup", Name: "Coup", Marking: ocs.MarkingRed, Cites: cite("src-secret")},
		},
		Groups: []threat.Group{{ID: "g-one", Name: "Falcons", Aliases: []string{"Sons of the Dawn"}}, {ID: "g-open", Marking: ocs.MarkingClear}},
		Actors: []actor.Actor{{ID: "police", Name: "Police"}, {ID: "a-unit", Name: "Special Liaison Unit", Acronym: "SLU", Marking: ocs.MarkingAmber}},
		Objectives: []pillar.Objective{
			{ID: "o-1", Pillar: pillar.Pursue, Title: "Work with the SLU", Threats: []threat.ID{"t-arms"}, Groups: []threat.GroupID{"g-one"}, Cites: cite("src-open"),
				Indicators: []pillar.Indicator{{ID: "i-open", Name: "Seizures"}, {ID: "i-secret", Name: "Informants", Marking: ocs.MarkingRed}}},
		},
		Plans: []strategy.Plan{{ID: "p-1", Owner: "police", Commitments: []strategy.Commitment{
			{ID: "c-open", Title: "Train", Lead: "police", Description: "As Falcons spread", Deadline: ocs.MustDeadline("m-secret+6m")},
			{ID: "c-secret", Title: "Infiltrate", Lead: "a-unit", Marking: ocs.MarkingRed, Milestones: []strategy.Milestone{{ID: "m-secret", Title: "First contact"}}},
			{ID: "c-gone", Title: "Listen", Lead: "a-unit", Marking: ocs.MarkingRed},
		}}, {ID: "p-2", Title: "Secret plan", Marking: ocs.MarkingRed, Commitments: []strategy.Commitment{
			{ID: "c-shown", Title: "Tell the press", Marking: ocs.MarkingClear}, {ID: "c-inner", Title: "Do not"},
		}}},
		Reports: []strategy.Report{{ID: "r-1",
			Updates:  []strategy.Update{{Commitment: "c-gone", Note: "Began", Cite: ocs.Cite{Source: "src-log"}}, {Commitment: "c-open", Note: "Done"}},
			Readings: []strategy.Reading{{Indicator: "i-secret", Note: "Three"}, {Indicator: "i-open"}}}},
		Sources:    []ocs.Source{{ID: "src-secret", Title: "Cable"}, {ID: "src-open", Title: "Act"}, {ID: "src-log", Title: "Log"}, {ID: "src-unused", Title: "Book"}},
		Waivers:    []strategy.Waiver{{Rule: "lead-missing", Element: "c-gone", Reason: "Secret"}, {Rule: "deadline-missing", Element: "c-open", Reason: "Soon"}},
		Redactions: []strategy.Redaction{{Element: "t-coup", Fields: []string{"description"}, Ground: "s. 6"}, {Element: "o-1", Fields: []string{"problem"}, Ground: "s. 6"}},
	}
}

func TestRedact(t *testing.T) {
	s := working()
	release := strategy.Redact(s, ocs.MarkingClear)
	if diff := cmp.Diff(working(), s); diff != "" {
		t.Errorf("the original was changed (-want +got):\n%s", diff)
	}

	want := working()
	want.Marking = ocs.MarkingClear
	want.Threats = want.Threats[:1]
	want.Threats[0].Assessments = want.Threats[0].Assessments[:1]
	want.Groups[0] = threat.Group{ID: "g-one", Marking: ocs.MarkingClear} // the objective refers to it
	want.Actors = want.Actors[:1]
	want.Objectives[0].Indicators = want.Objectives[0].Indicators[:1]
	want.Plans[0].Commitments = []strategy.Commitment{want.Plans[0].Commitments[0],
		{ID: "c-secret", Marking: ocs.MarkingClear, Milestones: []strategy.Milestone{{ID: "m-secret"}}}} // a deadline counts from the milestone
	want.Plans[1] = strategy.Plan{ID: "p-2", Marking: ocs.MarkingClear, Commitments: want.Plans[1].Commitments[:1]} // holds what is clear
	want.Reports[0].Updates = want.Reports[0].Updates[1:]
	want.Reports[0].Readings = want.Reports[0].Readings[1:]
	want.Sources = []ocs.Source{want.Sources[1], want.Sources[3]}
	want.Waivers = want.Waivers[1:]
	const ground = strategy.ReleaseGround
	want.Redactions = []strategy.Redaction{
		want.Redactions[1],
		{Element: "s", Fields: []string{"threats", "actors", "sources"}, Ground: ground},
		{Element: "t-arms", Fields: []string{"assessments"}, Ground: ground},
		{Element: "g-one", Ground: ground},
		{Element: "o-1", Fields: []string{"indicators"}, Ground: ground},
		{Element: "p-1", Fields: []string{"commitments"}, Ground: ground},
		{Element: "c-secret", Ground: ground},
		{Element: "m-secret", Ground: ground},
		{Element: "p-2", Ground: ground},
		{Element: "r-1", Fields: []string{"updates", "readings"}, Ground: ground},
	}
	if diff := cmp.Diff(*want, release.Strategy, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("copy (-want +got):\n%s", diff)
	}

	wantFindings := []place{
		{strategy.ReleaseText, "/objectives/0/title"},
		{strategy.ReleaseReference, "/objectives/0/groups/0"},
		{strategy.ReleaseText, "/plans/0/commitments/0/description"},
		{strategy.ReleaseReference, "/plans/0/commitments/0/deadline"},
	}
	if diff := cmp.Diff(wantFindings, places(release.Findings)); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}

	wantAccount := []strategy.Withheld{
		{Element: ocs.Element{Kind: "assessment", ID: "as-secret"}, Path: "/threats/0/assessments/1", Reason: strategy.WithheldMarked, Marking: "red"},
		{Element: ocs.Element{Kind: "threat", ID: "t-coup"}, Path: "/threats/1", Reason: strategy.WithheldMarked, Marking: "red"},
		{Element: ocs.Element{Kind: "group", ID: "g-one"}, Path: "/groups/0", Reason: strategy.WithheldMarked, Marking: "amber", Stub: true},
		{Element: ocs.Element{Kind: "actor", ID: "a-unit"}, Path: "/actors/1", Reason: strategy.WithheldMarked, Marking: "amber"},
		{Element: ocs.Element{Kind: "indicator", ID: "i-secret"}, Path: "/objectives/0/indicators/1", Reason: strategy.WithheldMarked, Marking: "red"},
		{Element: ocs.Element{Kind: "commitment", ID: "c-secret"}, Path: "/plans/0/commitments/1", Reason: strategy.WithheldMarked, Marking: "red", Stub: true},
		{Element: ocs.Element{Kind: "milestone", ID: "m-secret"}, Path: "/plans/0/commitments/1/milestones/0", Reason: strategy.WithheldWithin, Marking: "red", Stub: true},
		{Element: ocs.Element{Kind: "commitment", ID: "c-gone"}, Path: "/plans/0/commitments/2", Reason: strategy.WithheldMarked, Marking: "red"},
		{Element: ocs.Element{Kind: "plan", ID: "p-2"}, Path: "/plans/1", Reason: strategy.WithheldMarked, Marking: "red", Stub: true},
		{Element: ocs.Element{Kind: "commitment", ID: "c-inner"}, Path: "/plans/1/commitments/1", Reason: strategy.WithheldWithin, Marking: "red"},
		{Element: ocs.Element{Kind: "report", ID: "r-1"}, Path: "/reports/0/updates/0", Reason: strategy.WithheldAbout, Marking: "red"},
		{Element: ocs.Element{Kind: "report", ID: "r-1"}, Path: "/reports/0/readings/0", Reason: strategy.WithheldAbout, Marking: "red"},
		{Element: ocs.Element{Kind: "source", ID: "src-secret"}, Path: "/sources/0", Reason: strategy.WithheldUncited, Marking: "clear"},
		{Element: ocs.Element{Kind: "source", ID: "src-log"}, Path: "/sources/2", Reason: strategy.WithheldUncited, Marking: "clear"},
		{Element: ocs.Element{Kind: "strategy", ID: "s"}, Path: "/waivers/0", Reason: strategy.WithheldAbout, Marking: "red"},
		{Element: ocs.Element{Kind: "strategy", ID: "s"}, Path: "/redactions/0", Reason: strategy.WithheldAbout, Marking: "red"},
	}
	if diff := cmp.Diff(wantAccount, release.Withheld); diff != "" {
		t.Errorf("account (-want +got):\n%s", diff)
	}
}

// TestRedactStrictDocument: what has no marking of its own is as strict as the
// document.
func TestRedactStrictDocument(t *testing.T) {
	s := &strategy.Strategy{
		Schema: strategy.Schema, ID: "s", Title: "S", Vision: "V", Stage: ocs.StageAdopted, Marking: ocs.MarkingAmber, Framework: pillar.Framework{ID: "unodc-4p"},
		Threats: []threat.Threat{{ID: "t", Name: "T"}, {ID: "u", Name: "U", Marking: ocs.MarkingClear}},
		Groups:  []threat.Group{{ID: "g", Name: "G"}},
		Waivers: []strategy.Waiver{{Rule: "x"}, {Rule: "x", Element: "t"}, {Rule: "x", Element: "u"}},
	}
	want := strategy.Strategy{
		Schema: strategy.Schema, ID: "s", Stage: ocs.StageAdopted, Marking: ocs.MarkingClear, Framework: pillar.Framework{ID: "unodc-4p"},
		Threats:    []threat.Threat{{ID: "u", Name: "U", Marking: ocs.MarkingClear}},
		Waivers:    []strategy.Waiver{{Rule: "x", Element: "u"}},
		Redactions: []strategy.Redaction{{Element: "s", Ground: strategy.ReleaseGround}},
	}
	if diff := cmp.Diff(want, strategy.Redact(s, "").Strategy); diff != "" {
		t.Errorf("without a level (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want, strategy.Redact(s, "no such level").Strategy); diff != "" {
		t.Errorf("at an unknown level (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(*s, strategy.Redact(s, ocs.MarkingAmber).Strategy, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("at its own level (-want +got):\n%s", diff)
	}
}

// documents are the strategies that the examples and the tests of other
// packages hold.
func documents(t *testing.T) map[string]*strategy.Strategy {
	t.Helper()
	s := nsaoc.Strategy()
	all := map[string]*strategy.Strategy{"pakistan": &s, "working": working(), "sample": sample()}
	files, err := filepath.Glob("codec/testdata/documents/*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		doc := codec.Decode(file, data, nil)
		require.NoError(t, doc.Findings.Err())
		all[strings.TrimSuffix(filepath.Base(file), ".strategy.yaml")] = &doc.Strategy
	}
	return all
}

// mark gives a part of the elements markings at random.
func mark(v reflect.Value, random *rand.Rand) {
	visit(v, "", func(v reflect.Value, _ ocs.Pointer) {
		if v.Type() == reflect.TypeFor[ocs.Marking]() && random.IntN(4) == 0 {
			v.SetString(string(levels[random.IntN(len(levels))]))
		}
	})
}

// TestRedactIsMonotone: a lower level shows nothing that a higher one doesn't,
// since it can be made from it. To redact again changes nothing.
func TestRedactIsMonotone(t *testing.T) {
	for name, s := range documents(t) {
		t.Run(name, func(t *testing.T) {
			for seed := range uint64(4) {
				if seed > 0 {
					mark(reflect.ValueOf(s).Elem(), rand.New(rand.NewPCG(seed, 0)))
				}
				copies := make(map[ocs.Marking]*strategy.Strategy)
				for _, high := range levels {
					release := strategy.Redact(s, high)
					copies[high] = &release.Strategy
					for low, want := range copies {
						if got := strategy.Redact(copies[high], low).Strategy; !bytes.Equal(encoded(t, want), encoded(t, &got)) {
							t.Fatalf("seed %d: %s (-at once +by way of %s):\n%s", seed, low, high, cmp.Diff(*want, got, cmpopts.EquateEmpty()))
						}
					}
				}
			}
		})
	}
}

func encoded(t *testing.T, s *strategy.Strategy) []byte {
	t.Helper()
	data, err := codec.Encode(s, codec.JSON)
	require.NoError(t, err)
	return data
}

// TestRedactStaysValid: a copy has no fault that the original doesn't have.
func TestRedactStaysValid(t *testing.T) {
	type fault struct{ Rule, Element string }
	faults := func(s *strategy.Strategy) map[fault]bool {
		found := make(map[fault]bool)
		for _, f := range strategy.Validate(s, &strategy.Options{AsOf: ocs.MustDate("2028-01-01")}).Findings {
			// These hold for copies: what they find was not to be seen before.
			if f.Severity == ocs.Error && f.Rule != "personal-data" && f.Rule != "withheld-amount" {
				found[fault{f.Rule, f.Element.ID}] = true
			}
		}
		return found
	}
	for name, s := range documents(t) {
		t.Run(name, func(t *testing.T) {
			for seed := range uint64(4) {
				if seed > 0 {
					mark(reflect.ValueOf(s).Elem(), rand.New(rand.NewPCG(seed, 1)))
				}
				before := faults(s)
				for _, level := range levels {
					release := strategy.Redact(s, level)
					for f := range faults(&release.Strategy) {
						if !before[f] {
							t.Errorf("seed %d, %s: new fault %v", seed, level, f)
						}
					}
				}
			}
		})
	}
}

// TestRedactLeavesNoTrace plants a word of its own in every text, term and
// identifier of an element, and looks for it in all that can be written of a
// copy that lacks the element.
func TestRedactLeavesNoTrace(t *testing.T) {
	const canary = "canary"
	planted := 0
	eachMarking(sample(), func(_ reflect.Value, path ocs.Pointer, id ocs.ID) {
		s := sample()
		element := valueAt(reflect.ValueOf(s).Elem(), path.Parent())
		n := 0
		visit(element, path.Parent(), func(v reflect.Value, at ocs.Pointer) {
			n++
			v.SetString(fmt.Sprintf("%s-%d", canary, n))
		})
		if e := element.FieldByName("Extensions"); e.IsValid() {
			n++
			e.Set(reflect.ValueOf(ocs.Extensions{"x." + canary: json.RawMessage(`"` + canary + `"`)}))
		}
		element.FieldByName("Marking").SetString("red")
		planted += n
		for _, stub := range []bool{false, true} {
			if stub { // the element keeps its identifier, and no other word
				element.FieldByName("ID").SetString("some-id")
				s.Amendments[0].Affects = []ocs.ID{"some-id"}
			}
			release := strategy.Redact(s, ocs.MarkingAmber)
			for form, data := range written(t, &release.Strategy) {
				if bytes.Contains(data, []byte(canary)) {
					t.Errorf("%s, stub %t: a trace in %s", path.Parent(), stub, form)
				}
			}
			if !slices.ContainsFunc(release.Withheld, func(w strategy.Withheld) bool { return w.Path == path.Parent() && w.Stub == stub }) {
				t.Errorf("%s, stub %t: not in the account", path.Parent(), stub)
			}
		}
	})
	if planted < 150 {
		t.Errorf("only %d planted: the sample is incomplete", planted)
	}
}

// valueAt returns the value that the pointer leads to.
func valueAt(v reflect.Value, p ocs.Pointer) reflect.Value {
	for token := range p.Tokens() {
		if v.Kind() == reflect.Slice {
			var i int
			fmt.Sscan(token, &i)
			v = v.Index(i)
			continue
		}
		for i := range v.NumField() {
			if name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ","); name == token {
				v = v.Field(i)
				break
			}
		}
	}
	return v
}

// written is everything that can be written of a strategy.
func written(t *testing.T, s *strategy.Strategy) map[string][]byte {
	t.Helper()
	out := make(map[string][]byte)
	for _, format := range []codec.Syntax{codec.YAML, codec.JSON} {
		data, err := codec.Encode(s, format)
		require.NoError(t, err)
		out[string(format)] = data
		files, err := codec.Split(s, format)
		require.NoError(t, err)
		for _, f := range files {
			out["split "+f.Name] = append([]byte(f.Name), f.Data...)
		}
	}
	var text bytes.Buffer
	for _, f := range strategy.Validate(s, nil).Findings {
		fmt.Fprintln(&text, f.Error(), f.Help)
	}
	out["findings"] = text.Bytes()
	ix, asOf := strategy.NewIndex(s), ocs.MustDate("2028-01-01")
	coverage, responsibility := ix.Coverage(asOf, nil), ix.Responsibility(asOf, nil)
	ranking := ix.Ranking(asOf, nil)
	for i, table := range append(ix.Budget(asOf, nil).Tables(), coverage.Table(), coverage.LinesTable(), coverage.MarketsTable(), coverage.GapsTable(),
		ix.Changes(ocs.MustDate("2020"), asOf).Table(), ix.Delivery(asOf, nil).Table(), ix.Logframe(asOf, nil).Table(), ix.Progress(asOf, nil).Table(),
		ranking.Table(), ranking.SwapsTable(), responsibility.Table(), responsibility.LoadTable(), responsibility.MandatesTable(),
		responsibility.BodiesTable(), responsibility.SuccessionTable(), ix.Rollup(asOf, nil).Table(), ix.Schedule(asOf).Table()) {
		var csv bytes.Buffer
		csv.WriteString(table.Title)
		require.NoError(t, table.WriteCSV(&csv))
		out[fmt.Sprintf("table %d, %s", i, table.Title)] = csv.Bytes()
	}
	out["values"] = fmt.Appendf(nil, "%+v", *s)
	return out
}

// TestRedactReviewsTexts: what tells of something withheld is found in any
// text of what is shown.
func TestRedactReviewsTexts(t *testing.T) {
	s := sample()
	s.Groups[0].Name, s.Groups[0].Marking = "Falcons", ocs.MarkingRed
	checked := 0
	visit(reflect.ValueOf(s).Elem(), "", func(v reflect.Value, path ocs.Pointer) {
		if v.Type() != reflect.TypeFor[string]() || strings.HasPrefix(string(path), "/groups") {
			return
		}
		checked++
		v.SetString("the Falcons, it is said")
		defer v.SetString("")
		got := places(strategy.Redact(s, ocs.MarkingAmber).Findings)
		if !slices.Contains(got, place{strategy.ReleaseText, path}) {
			t.Errorf("%s: no finding", path)
		}
	})
	if checked < 80 {
		t.Errorf("only %d texts met: the sample is incomplete", checked)
	}
	s.Extensions = ocs.Extensions{"zz.example/x": json.RawMessage(`{"note":"of the Falcons"}`)}
	got := places(strategy.Redact(s, ocs.MarkingAmber).Findings)
	if diff := cmp.Diff([]place{{strategy.ReleaseText, "/extensions/zz.example~1x"}}, got); diff != "" {
		t.Errorf("extensions (-want +got):\n%s", diff)
	}
}

// TestRedactAnyTextAnywhere gives all texts, identifiers and markings of the
// sample values from a few, so that identifiers clash and references go wrong
// in every way. What is redacted again stays as it is, and a tailoring and a
// translation made of the same take it without harm.
func TestRedactAnyTextAnywhere(t *testing.T) {
	words := []string{"", "id-1", "id-2", "id-3", "id-4", "id-5", "prevent", "red", "amber", "clear", "secret", "a b", strategy.ReleaseGround}
	for seed := range rounds(200) {
		random := rand.New(rand.NewPCG(seed, 3))
		s := sample()
		visit(reflect.ValueOf(s).Elem(), "", func(v reflect.Value, _ ocs.Pointer) { v.SetString(words[random.IntN(len(words))]) })
		s.Plans[0].Commitments[0].Deadline = ocs.MustDeadline("id-1+6m")
		for _, level := range levels {
			release := strategy.Redact(s, level)
			again := strategy.Redact(&release.Strategy, level)
			if diff := cmp.Diff(release.Strategy, again.Strategy, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("seed %d, %s (-once +twice):\n%s", seed, level, diff)
			}
		}
		set := *s
		set.ID = "derived"
		s.Origins = nil
		strategy.Tailor(s, &strategy.Tailoring{Strategy: s.ID, Select: strategy.Selection{Elements: []ocs.ID{"id-1", "id-2"}}, Set: set, Was: *sample(), Add: set})
		tr := strategy.Translation{Strategy: s.ID, Language: "ur"}
		for _, row := range tr.Worksheet(s).Rows {
			tr.Texts = append(tr.Texts, strategy.TranslatedText{Element: ocs.ID(row[0]), Field: row[1], Source: row[2], Text: "x"})
		}
		strategy.Localise(s, &tr)
	}
}

// TestWithheldListsAreNotDemanded: what a rule concludes from a list it doesn't
// conclude where something of it was withheld.
func TestWithheldListsAreNotDemanded(t *testing.T) {
	s := strategy.Strategy{
		ID: "s", Stage: ocs.StageAdopted, Framework: pillar.Framework{ID: "own", Pillars: []pillar.Pillar{{ID: "axis", MapsTo: []pillar.ID{"pursue"}}, {ID: "empty"}}},
		Threats:    []threat.Threat{{ID: "t", Priority: true}, {ID: "u", Victims: []threat.Victim{threat.Children}}},
		Objectives: []pillar.Objective{{ID: "o", Pillar: "axis", Threats: []threat.ID{"u"}}},
		Plans: []strategy.Plan{{ID: "p", Commitments: []strategy.Commitment{
			{ID: "c", Costs: []strategy.Cost{{Money: ocs.MustMoney("PKR 1")}, {Money: ocs.MustMoney("GBP 1")}}}}}},
	}
	tests := []struct {
		rule string
		of   []strategy.Redaction // each of which is enough
	}{
		{"pillar-empty", []strategy.Redaction{{Element: "s", Fields: []string{"objectives"}}, {Element: "o"}, {Element: "o", Fields: []string{"also"}}}},
		{"threat-unanswered", []strategy.Redaction{{Element: "s", Fields: []string{"objectives"}}, {Element: "o"}, {Element: "o", Fields: []string{"threats"}}}},
		{"objective-without-commitment", []strategy.Redaction{{Element: "s", Fields: []string{"plans"}}, {Element: "p", Fields: []string{"commitments"}}, {Element: "c"}}},
		{"victims-unprotected", []strategy.Redaction{{Element: "s", Fields: []string{"objectives"}}, {Element: "s", Fields: []string{"plans"}}, {Element: "c", Fields: []string{"powers"}}}},
		{"currency-without-rate", []strategy.Redaction{{Element: "p", Fields: []string{"rates"}}, {Element: "p", Fields: []string{"commitments"}}}},
	}
	for _, test := range tests {
		t.Run(test.rule, func(t *testing.T) {
			s.Redactions = []strategy.Redaction{{Element: "t", Fields: []string{"markets"}}}
			if places(strategy.Validate(&s, nil).Findings, test.rule) == nil {
				t.Error("no finding, though nothing that matters is withheld")
			}
			for _, r := range test.of {
				s.Redactions = []strategy.Redaction{r}
				if got := places(strategy.Validate(&s, nil).Findings, test.rule); got != nil {
					t.Errorf("%s %v withheld: %v", r.Element, r.Fields, got)
				}
			}
		})
	}
}
