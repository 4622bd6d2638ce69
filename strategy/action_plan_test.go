package strategy_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// cells returns the named columns of a table, row by row.
func cells(t *testing.T, table strategy.Table, columns ...string) [][]string {
	t.Helper()
	at := make(map[string]int)
	for i, c := range table.Columns {
		at[c] = i
	}
	var rows [][]string
	for _, row := range table.Rows {
		if len(row) != len(table.Columns) {
			t.Fatalf("a row has %d cells, there are %d columns", len(row), len(table.Columns))
		}
		var picked []string
		for _, c := range columns {
			i, ok := at[c]
			if !ok {
				t.Fatalf("no column %q", c)
			}
			picked = append(picked, row[i])
		}
		rows = append(rows, picked)
	}
	return rows
}

func TestActionPlan(t *testing.T) {
	s := underWay()
	s.Marking = ocs.MarkingGreen
	s.Plans = append(s.Plans, strategy.Plan{ID: "old", Ended: strategy.Ending{Date: date("2026-01-01"), How: strategy.Replaced},
		Commitments: []strategy.Commitment{{ID: "gone"}}})
	units := &s.Plans[0].Commitments[0]
	units.Marking, units.Kind = ocs.MarkingAmber, strategy.Project
	units.Partners = []strategy.Partner{{Actor: "interior", Role: actor.Implementing, Status: strategy.Proposed}, {Actor: "anf"}}
	units.Milestones = []strategy.Milestone{{ID: "m1", Title: "First\nunit", Due: ocs.MustDeadline("2027-01")}, {ID: "m2"}}
	units.Costs = []strategy.Cost{{Money: ocs.MustMoney("PKR 9000000000000000.01")}, {Money: ocs.MustMoney("USD 5")}, {Money: ocs.MustMoney("PKR 0.02")}}
	units.Funding = []strategy.Funding{{Source: strategy.DonorFunds, Donor: "unodc", Money: ocs.MustMoney("USD 5"), Status: strategy.Pledged}, {Source: strategy.StateBudget}}
	units.Indicators = []pillar.Indicator{{ID: "i1", Name: "Units at work"}, {ID: "i2"}}
	referral := &s.Plans[0].Commitments[1]
	referral.Unfunded = "none was asked for"
	ix := strategy.NewIndex(&s)
	asOf := date("2027-07-15")

	got := cells(t, ix.ActionPlan(asOf, nil), "commitment", "pillars", "objectives", "lead name", "partners", "threats", "deadline", "due", "standing", "marking")
	want := [][]string{
		{"units", "pursue", "investigate", "Federal Investigation Agency", "interior (implementing, proposed); anf", "trafficking", "2027-Q2", "2027-06-30", "late", "amber"},
		{"referral", "protect; pursue", "assist; investigate", "Ministry of Interior and Narcotics Control", "fia (supporting)", "trafficking", "adoption+90d", "2026-09-29", "delivered", "green"},
		{"cases", "", "", "Federal Investigation Agency", "", "", "2027-12-31", "2027-12-31", "no-information", "green"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("who, what, when (-want +got):\n%s", diff)
	}
	got = cells(t, ix.ActionPlan(asOf, nil), "milestones", "cost", "currency", "funding", "funding status", "indicators")[:2]
	want = [][]string{
		{"First unit (2027-01)\nm2", "9000000000000000.03\n5", "PKR\nUSD", "donor unodc USD 5 (pledged)\nstate-budget", "pledged", "Units at work\ni2"},
		{"", "", "", "unfunded: none was asked for", "unfunded", ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("by which means (-want +got):\n%s", diff)
	}
	if n := len(ix.ActionPlan(asOf, &strategy.DeliveryOptions{All: true}).Rows); n != 4 {
		t.Errorf("%d rows of all plans, want 4", n)
	}
	got = cells(t, ix.ActionPlan(asOf, &strategy.DeliveryOptions{Plan: "old", All: true}), "commitment")
	if diff := cmp.Diff([][]string{{"gone"}}, got); diff != "" {
		t.Errorf("one plan (-want +got):\n%s", diff)
	}
}

func TestResponsibilityMatrix(t *testing.T) {
	s := small()
	referral := &s.Plans[0].Commitments[1]
	referral.Partners = append(referral.Partners, strategy.Partner{Actor: "fia", Role: actor.Consulted, Status: strategy.Proposed},
		strategy.Partner{Actor: "unknown"}, strategy.Partner{Actor: "interior", Status: strategy.Declined})
	got := strategy.NewIndex(&s).ResponsibilityMatrix(date("2027-01-01"), nil)
	want := strategy.Table{Title: "Responsibility matrix as of 2027-01-01", Columns: []string{"plan", "commitment", "title", "marking", "interior", "fia", "others"},
		Rows: [][]string{
			{"federal", "units", "Set up joint investigation units", "clear", "", "lead", ""},
			{"federal", "referral", "Adopt a referral procedure", "clear", "lead", "supporting; consulted (proposed)", "unknown (partner)"},
		}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("matrix (-want +got):\n%s", diff)
	}
}

// Of very many actors those with the fewest parts share the last column, so that
// the table grows with what it holds.
func TestResponsibilityMatrixOfManyActors(t *testing.T) {
	s := small()
	c := &s.Plans[0].Commitments[0]
	for i := range 300 {
		id := actor.ID(fmt.Sprintf("a%03d", i))
		s.Actors = append(s.Actors, actor.Actor{ID: id})
		c.Partners = append(c.Partners, strategy.Partner{Actor: id, Role: actor.Supporting})
	}
	got := strategy.NewIndex(&s).ResponsibilityMatrix(date("2027-01-01"), nil)
	if n := len(got.Columns); n != 255 {
		t.Errorf("%d columns, want 255", n)
	}
	others := strings.Split(got.Rows[0][len(got.Columns)-1], "; ")
	if len(others) != 52 || others[0] != "a248 (supporting)" {
		t.Errorf("others are %d, the first %q", len(others), others[0])
	}
}

func TestMonitoringPlan(t *testing.T) {
	s := measuredSmall()
	i := &s.Objectives[1].Indicators[0]
	i.Name, i.Source, i.Responsible, i.Marking = "Victims assisted", "register", "fia", ocs.MarkingRed
	i.Baseline = pillar.Baseline{Pending: "register is new", By: date("2027")}
	got := strategy.NewIndex(&s).MonitoringPlan(date("2028-02-01"), nil)
	want := [][]string{
		{"convictions", "", "investigate", "outcome", "persons", "increase", "100", "2026", "150 (2028)\n300 (2031)", "", "annually", "", "122", "2027", "behind", "44", "clear"},
		{"assisted", "Victims assisted", "assist", "outcome", "persons", "increase", "pending (2027)", "", "150 (2028)\n300 (2031)", "register", "annually", "fia", "", "", "no-data", "", "red"},
	}
	if diff := cmp.Diff(want, cells(t, got, got.Columns...)); diff != "" {
		t.Errorf("indicators (-want +got):\n%s", diff)
	}
}
