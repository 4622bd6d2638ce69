package sheet_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/sheet"
)

// written is the action plan as a spreadsheet gets it, and the mapping that is
// suggested for it. What the columns compute is left out.
func written(t *testing.T, s *strategy.Strategy) ([]byte, *sheet.Mapping) {
	t.Helper()
	table := strategy.NewIndex(s).ActionPlan(ocs.Date{}, &strategy.DeliveryOptions{All: true})
	var out bytes.Buffer
	require.NoError(t, table.WriteCSV(&out))
	m := sheet.Suggest(table.Columns)
	for i := range m.Columns {
		if c := &m.Columns[i]; c.Header == "funding" || c.Header == "funding status" || c.Header == "percent" {
			c.Field = sheet.FieldSkip
		}
	}
	return out.Bytes(), &m
}

// An action plan that comes back as it was written changes nothing.
func TestReadBack(t *testing.T) {
	for name, s := range map[string]strategy.Strategy{"drafted": nsaoc.Strategy(), "monitored": nsaoc.Monitored()} {
		t.Run(name, func(t *testing.T) {
			data, m := written(t, &s)
			before, err := codec.Encode(&s, codec.JSON)
			require.NoError(t, err)
			doc := sheet.Read("plan.csv", data, m, &sheet.Options{Into: &s})
			require.Zero(t, doc.Findings.Count(ocs.Error), "%v", doc.Findings)
			after, err := codec.Encode(&doc.Strategy, codec.JSON)
			require.NoError(t, err)
			if diff := cmp.Diff(string(before), string(after)); diff != "" {
				t.Errorf("strategy (-before +after):\n%s", diff)
			}
			for _, f := range doc.Findings {
				if f.Rule != "sheet-skipped" {
					t.Errorf("finding %v", f)
				}
			}
		})
	}
}

// Without the strategy that it came from, the plan is read with the identifiers
// and all that its cells say.
func TestReadAlone(t *testing.T) {
	s := nsaoc.Strategy()
	data, m := written(t, &s)
	doc := sheet.Read("plan.csv", data, m, nil)
	require.Zero(t, doc.Findings.Count(ocs.Error), "%v", doc.Findings)
	table := strategy.NewIndex(&s).ActionPlan(ocs.Date{}, &strategy.DeliveryOptions{All: true})
	again := strategy.NewIndex(&doc.Strategy).ActionPlan(ocs.Date{}, &strategy.DeliveryOptions{All: true})
	columns := []string{"plan", "objectives", "objective titles", "commitment", "title", "kind", "part of", "lead", "lead name", "partners",
		"areas", "start", "deadline", "milestones", "cost", "currency", "indicators"}
	if diff := cmp.Diff(pick(table, columns), pick(again, columns)); diff != "" {
		t.Errorf("action plan (-written +read):\n%s", diff)
	}
	// Of commitments for several objectives the table doesn't say which answers which threat.
	counts := make(map[string]int)
	for _, f := range doc.Findings {
		counts[f.Rule]++
	}
	if diff := cmp.Diff(map[string]int{"sheet-skipped": 6, "sheet-threat": 2}, counts); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

// pick returns columns of a table.
func pick(t strategy.Table, columns []string) [][]string {
	var rows [][]string
	for _, row := range t.Rows {
		var cells []string
		for _, want := range columns {
			for i, c := range t.Columns {
				if c == want {
					cells = append(cells, row[i])
				}
			}
		}
		rows = append(rows, cells)
	}
	return rows
}

func small() strategy.Strategy {
	return strategy.Strategy{Schema: strategy.Schema, ID: "s", Title: "Illustrative",
		Objectives: []pillar.Objective{{ID: "court", Pillar: pillar.Pursue, Title: "Networks are brought to court"}},
		Plans: []strategy.Plan{{ID: "federal", Title: "Federal plan", Commitments: []strategy.Commitment{
			{ID: "units", Title: "Set up units", Objectives: []pillar.ObjectiveID{"court"}, Lead: "fia", Description: "More of it.",
				Deadline: ocs.MustDeadline("2027"), Costs: []strategy.Cost{{Money: ocs.MustMoney("PKR 5.00"), Note: "kept"}},
				Milestones: []strategy.Milestone{{ID: "m1", Title: "First unit", Due: ocs.MustDeadline("2027-01"), Responsible: "fia"}}},
			{ID: "old", Title: "Stays as it is"},
		}}},
		Extensions: ocs.Extensions{"x:y": []byte("1")},
	}
}

// What the table says replaces what was there, and a finding says what that was.
// What it doesn't say stays.
func TestReadInto(t *testing.T) {
	table := "Activity,Strategic objective,Lead,Deadline,Cost,Currency,Milestones,Status,Remarks\n" +
		"set up UNITS,Networks are brought to court.,New body (NB),2028,5,PKR,First unit (2027-03); Second unit,Completed,done\n" +
		"Train staff,Networks are brought to court,FIA,,,,,,\n"
	m := sheet.Suggest([]string{"Activity", "Strategic objective", "Lead", "Deadline", "Cost", "Currency", "Milestones", "Status", "Remarks"})
	m.AsOf = ocs.MustDate("2028-01-31")
	s := small()
	before, err := codec.Encode(&s, codec.JSON)
	require.NoError(t, err)
	doc := sheet.Read("plan.csv", []byte(table), &m, &sheet.Options{Into: &s})

	got := places(doc.Findings)
	want := []string{"info sheet-replaced plan.csv:2:45", "info sheet-replaced plan.csv:2:59", "info sheet-replaced plan.csv:2:70"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	wanted := small()
	wanted.Actors = doc.Strategy.Actors // of which below
	units := &wanted.Plans[0].Commitments[0]
	units.Lead, units.Deadline = "nb", ocs.MustDeadline("2028")
	units.Milestones = []strategy.Milestone{{ID: "m1", Title: "First unit", Due: ocs.MustDeadline("2027-03"), Responsible: "fia"}, {ID: "second-unit", Title: "Second unit"}}
	wanted.Plans[0].Commitments = append(wanted.Plans[0].Commitments, strategy.Commitment{ID: "train-staff", Title: "Train staff", Lead: "fia", Objectives: []pillar.ObjectiveID{"court"}})
	wanted.Reports = []strategy.Report{{ID: "federal-status", Kind: strategy.Progress, Plan: "federal", Made: m.AsOf, Updates: []strategy.Update{
		{Commitment: "units", Date: m.AsOf, State: strategy.Complete, Note: "done"}}}}
	if diff := cmp.Diff(wanted, doc.Strategy); diff != "" {
		t.Errorf("strategy (-want +got):\n%s", diff)
	}
	var names []string
	for _, a := range doc.Strategy.Actors {
		names = append(names, string(a.ID)+" "+a.Name+" "+a.Acronym)
	}
	if diff := cmp.Diff([]string{"nb New body NB", "fia FIA "}, names); diff != "" {
		t.Errorf("actors (-want +got):\n%s", diff)
	}
	after, err := codec.Encode(&s, codec.JSON)
	require.NoError(t, err)
	if diff := cmp.Diff(string(before), string(after)); diff != "" {
		t.Errorf("the strategy that was given changed (-before +after):\n%s", diff)
	}

	again := sheet.Read("plan.csv", []byte(table), &m, &sheet.Options{Into: &doc.Strategy})
	if diff := cmp.Diff(doc.Strategy, again.Strategy); diff != "" || len(again.Findings) > 0 {
		t.Errorf("reading the table again changes something: %v\n%s", again.Findings, diff)
	}
}
