package strategy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

func TestMandateFit(t *testing.T) {
	heroin := threat.Threat{ID: "t", Markets: []threat.Market{threat.HeroinTrafficking}, Scope: threat.Transnational}
	other := threat.Threat{ID: "u", Markets: []threat.Market{threat.Extortion}, Scope: threat.Local}
	drugs := actor.Mandate{Markets: []threat.Market{threat.DrugTrafficking}, Powers: []actor.Power{actor.Investigation}}
	for _, tt := range []struct {
		name    string
		threats []threat.Threat
		lead    actor.Actor
		c       strategy.Commitment
		want    strategy.Fit
	}{
		{name: "wider market", threats: []threat.Threat{heroin}, lead: actor.Actor{Mandates: []actor.Mandate{drugs}}, want: strategy.Fit{Verdict: strategy.FitHolds}},
		{name: "any market", threats: []threat.Threat{heroin}, lead: actor.Actor{Mandates: []actor.Mandate{{}}}, want: strategy.Fit{Verdict: strategy.FitHolds}},
		{name: "one of two threats", threats: []threat.Threat{other, heroin}, lead: actor.Actor{Mandates: []actor.Mandate{drugs}}, want: strategy.Fit{Verdict: strategy.FitHolds}},
		{name: "threat without market", threats: []threat.Threat{{ID: "t"}}, lead: actor.Actor{Mandates: []actor.Mandate{drugs}}, want: strategy.Fit{Verdict: strategy.FitHolds}},
		{name: "no threat", lead: actor.Actor{Mandates: []actor.Mandate{drugs}}, want: strategy.Fit{Verdict: strategy.FitHolds}},
		{name: "other market", threats: []threat.Threat{other}, lead: actor.Actor{Mandates: []actor.Mandate{drugs}},
			want: strategy.Fit{Verdict: strategy.FitFails, Fails: []strategy.FitPart{strategy.FitMarket}, Markets: []threat.Market{threat.Extortion}}},
		{name: "narrower market", threats: []threat.Threat{{ID: "t", Markets: []threat.Market{threat.DrugTrafficking}}},
			lead: actor.Actor{Mandates: []actor.Mandate{{Markets: []threat.Market{threat.HeroinTrafficking}}}},
			want: strategy.Fit{Verdict: strategy.FitFails, Fails: []strategy.FitPart{strategy.FitMarket}, Markets: []threat.Market{threat.DrugTrafficking}}},
		{name: "other scope", threats: []threat.Threat{heroin}, lead: actor.Actor{Mandates: []actor.Mandate{{Scopes: []threat.Scope{threat.Local, threat.National}}}},
			want: strategy.Fit{Verdict: strategy.FitFails, Fails: []strategy.FitPart{strategy.FitScope}, Scopes: []threat.Scope{threat.Transnational}}},
		{name: "scope of a threat outside the market doesn't help", threats: []threat.Threat{heroin, other},
			lead: actor.Actor{Mandates: []actor.Mandate{{Markets: []threat.Market{threat.DrugTrafficking}, Scopes: []threat.Scope{threat.Local}}}},
			want: strategy.Fit{Verdict: strategy.FitFails, Fails: []strategy.FitPart{strategy.FitScope}, Scopes: []threat.Scope{threat.Transnational}}},
		{name: "no scope stated", threats: []threat.Threat{{ID: "t", Markets: heroin.Markets}}, lead: actor.Actor{Mandates: []actor.Mandate{{Scopes: []threat.Scope{threat.Local}}}},
			want: strategy.Fit{Verdict: strategy.FitHolds}},
		{name: "power in the mandate for another market", threats: []threat.Threat{heroin}, c: strategy.Commitment{Powers: []actor.Power{actor.Investigation, actor.Arrest}},
			lead: actor.Actor{Mandates: []actor.Mandate{drugs, {Markets: other.Markets, Powers: []actor.Power{actor.Arrest}}}},
			want: strategy.Fit{Verdict: strategy.FitFails, Fails: []strategy.FitPart{strategy.FitPower}, Powers: []actor.Power{actor.Arrest}}},
		{name: "powers of two mandates", threats: []threat.Threat{heroin}, c: strategy.Commitment{Powers: []actor.Power{actor.Investigation, actor.Arrest}},
			lead: actor.Actor{Mandates: []actor.Mandate{drugs, {Powers: []actor.Power{actor.Arrest}}}}, want: strategy.Fit{Verdict: strategy.FitHolds}},
		{name: "mandate over before the start", threats: []threat.Threat{heroin}, c: strategy.Commitment{Start: ocs.MustDate("2026-07")},
			lead: actor.Actor{Mandates: []actor.Mandate{{Period: ocs.MustPeriod("/2025-04")}}},
			want: strategy.Fit{Verdict: strategy.FitFails, Fails: []strategy.FitPart{strategy.FitPeriod}, Until: ocs.MustDate("2025-04-30")}},
		{name: "mandate over in the middle", threats: []threat.Threat{heroin}, c: strategy.Commitment{Start: ocs.MustDate("2026-07"), Deadline: ocs.MustDeadline("2027")},
			lead: actor.Actor{Mandates: []actor.Mandate{{Period: ocs.MustPeriod("/2027-03")}, {Period: ocs.MustPeriod("/2026")}}},
			want: strategy.Fit{Verdict: strategy.FitHolds, Until: ocs.MustDate("2027-03-31")}},
		{name: "lead gone", lead: actor.Actor{Active: ocs.MustPeriod("/2024"), Mandates: []actor.Mandate{{}}},
			want: strategy.Fit{Verdict: strategy.FitFails, Fails: []strategy.FitPart{strategy.FitPeriod}, Until: ocs.MustDate("2024-12-31")}},
		{name: "provincial lead of national work", lead: actor.Actor{Level: ocs.LevelSubnational, Areas: []ocs.Area{"PK-PB"}, Mandates: []actor.Mandate{{}}},
			want: strategy.Fit{Verdict: strategy.FitFails, Fails: []strategy.FitPart{strategy.FitLevel, strategy.FitArea}, Areas: []ocs.Area{"PK"}}},
		{name: "provincial leads together", lead: actor.Actor{Level: ocs.LevelSubnational, Areas: []ocs.Area{"PK-PB"}, Collective: true, Mandates: []actor.Mandate{{}}},
			want: strategy.Fit{Verdict: strategy.FitHolds}},
		{name: "own province and another", c: strategy.Commitment{Areas: []ocs.Area{"PK-PB", "PK-SD"}},
			lead: actor.Actor{Level: ocs.LevelSubnational, Areas: []ocs.Area{"PK-PB"}, Mandates: []actor.Mandate{{}}},
			want: strategy.Fit{Verdict: strategy.FitFails, Fails: []strategy.FitPart{strategy.FitArea}, Areas: []ocs.Area{"PK-SD"}}},
		{name: "federal lead in a province", c: strategy.Commitment{Areas: []ocs.Area{"PK-PB"}}, lead: actor.Actor{Country: "PK", Mandates: []actor.Mandate{{}}},
			want: strategy.Fit{Verdict: strategy.FitHolds}},
		{name: "foreign lead", c: strategy.Commitment{Areas: []ocs.Area{"PK-PB"}}, lead: actor.Actor{Country: "GB", Mandates: []actor.Mandate{{}}},
			want: strategy.Fit{Verdict: strategy.FitFails, Fails: []strategy.FitPart{strategy.FitArea}, Areas: []ocs.Area{"PK-PB"}}},
		{name: "no mandate stated", threats: []threat.Threat{heroin}, want: strategy.Fit{Verdict: strategy.FitNoMandate}},
		{name: "no lead", c: strategy.Commitment{Lead: "gone"}, want: strategy.Fit{Verdict: strategy.FitNoLead, Lead: "gone"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o := pillar.Objective{ID: "o"}
			for _, th := range tt.threats {
				o.Threats = append(o.Threats, th.ID)
			}
			tt.lead.ID, tt.c.ID, tt.c.Objectives = "a", "c", []pillar.ObjectiveID{"o"}
			if tt.c.Lead == "" {
				tt.c.Lead = "a"
			}
			s := &strategy.Strategy{Jurisdiction: strategy.Jurisdiction{Countries: []ocs.Country{"PK"}}, Period: ocs.MustPeriod("2026/2028"), Threats: tt.threats,
				Objectives: []pillar.Objective{o}, Actors: []actor.Actor{tt.lead}, Plans: []strategy.Plan{{ID: "p", Commitments: []strategy.Commitment{tt.c}}}}
			tt.want.Commitment = "c"
			if tt.want.Lead == "" {
				tt.want.Lead = "a"
			}
			if diff := cmp.Diff(tt.want, strategy.NewIndex(s).MandateFit(&s.Plans[0].Commitments[0])); diff != "" {
				t.Errorf("fit (-want +got):\n%s", diff)
			}
		})
	}
}

// institutions is Pakistan's change of 2025 in a strategy that began before it.
// The commitments are illustrative.
func institutions() *strategy.Strategy {
	cyber := []threat.Market{threat.CyberDependentCrime}
	return &strategy.Strategy{
		Jurisdiction: strategy.Jurisdiction{Countries: []ocs.Country{"PK"}}, Period: ocs.MustPeriod("2025-01/2025-12"),
		Threats: []threat.Threat{{ID: "attacks", Priority: true, Markets: cyber}, {ID: "trafficking", Priority: true, Markets: []threat.Market{threat.TraffickingInPersons}},
			{ID: "drugs", Priority: true, Markets: []threat.Market{threat.DrugTrafficking}}},
		Objectives: []pillar.Objective{{ID: "o-cyber", Threats: []threat.ID{"attacks"}}, {ID: "o-people", Threats: []threat.ID{"trafficking"}},
			{ID: "o-drugs", Threats: []threat.ID{"drugs", "trafficking"}}},
		Actors: []actor.Actor{
			{ID: "interior", Body: actor.Body{}},
			{ID: "fia", Parent: "interior", Mandates: []actor.Mandate{{Markets: cyber, Period: ocs.MustPeriod("/2025-04")}, {Markets: []threat.Market{threat.TraffickingInPersons}}}},
			{ID: "nccia", Active: ocs.MustPeriod("2025-04/"), Mandates: []actor.Mandate{{Markets: cyber}},
				Succeeds: []actor.Succession{{Actor: "fia", How: actor.Transferred, Date: ocs.MustDate("2025-04"), Markets: cyber}}},
			{ID: "narcotics", Active: ocs.MustPeriod("/2024")},
			{ID: "committee", Kind: actor.CoordinationBody, Body: actor.Body{Chair: "interior", Members: []actor.ID{"nccia", "interior"}, Cadence: ocs.CadenceQuarterly}},
		},
		Plans: []strategy.Plan{{ID: "p", Commitments: []strategy.Commitment{
			{ID: "c-cyber", Objectives: []pillar.ObjectiveID{"o-cyber"}, Lead: "fia", Deadline: ocs.MustDeadline("2025-09-30"),
				Partners: []strategy.Partner{{Actor: "nccia", Role: actor.Supporting, Status: strategy.Proposed}, {Actor: "nccia", Role: actor.Consulted},
					{Actor: "narcotics", Role: actor.Implementing, Status: strategy.Declined}}},
			{ID: "c-people", Objectives: []pillar.ObjectiveID{"o-people"}, Lead: "fia", Start: ocs.MustDate("2025-07"), Deadline: ocs.MustDeadline("continuous")},
			{ID: "c-drugs", Objectives: []pillar.ObjectiveID{"o-drugs"}, Lead: "narcotics"},
			{ID: "c-people-2", Objectives: []pillar.ObjectiveID{"o-drugs"}, Lead: "fia", Ended: strategy.Ending{How: strategy.Cancelled}},
			{ID: "c-none", Objectives: []pillar.ObjectiveID{"o-people"}},
		}}},
	}
}

func TestResponsibility(t *testing.T) {
	got := strategy.NewIndex(institutions()).Responsibility(ocs.Date{}, nil)
	quarters := []ocs.Date{ocs.MustDate("2025-Q1"), ocs.MustDate("2025-Q2"), ocs.MustDate("2025-Q3"), ocs.MustDate("2025-Q4")}
	want := strategy.Responsibility{
		Quarters: quarters,
		Actors: []strategy.ActorLoad{
			{Actor: "fia", Leads: []strategy.CommitmentID{"c-cyber", "c-people"}, Led: []int{1, 1, 2, 1}},
			{Actor: "nccia", Joined: []int{1, 1, 1, 0}, Parts: []strategy.RoleShare{
				{Role: actor.Supporting, Commitments: []strategy.CommitmentID{"c-cyber"}, Proposed: 1}, {Role: actor.Consulted, Commitments: []strategy.CommitmentID{"c-cyber"}}}},
			{Actor: "narcotics", Leads: []strategy.CommitmentID{"c-drugs"}, Led: []int{1, 1, 1, 1}},
		},
		Leaderless: []strategy.CommitmentID{"c-none"},
		Misfits: []strategy.Fit{{Commitment: "c-drugs", Lead: "narcotics", Verdict: strategy.FitFails, Fails: []strategy.FitPart{strategy.FitPeriod},
			Until: ocs.MustDate("2024-12-31")}},
		NoMandate: []actor.ID{"narcotics"},
		Bodies:    []strategy.BodySeats{{Body: "committee", Chair: "interior", Members: []actor.ID{"nccia", "interior"}, Cadence: ocs.CadenceQuarterly}},
		Unseated:  []actor.ID{"narcotics"},
		Successions: []strategy.Handover{{From: "fia", To: "nccia", How: actor.Transferred, Date: ocs.MustDate("2025-04"), InPeriod: true,
			Markets: []threat.Market{threat.CyberDependentCrime}, Left: []strategy.CommitmentID{"c-cyber"}}},
		Ceasing: []strategy.Ceasing{
			{Commitment: "c-cyber", Lead: "fia", Until: ocs.MustDate("2025-04-30"), Successors: []strategy.Fit{{Commitment: "c-cyber", Lead: "nccia", Verdict: strategy.FitHolds}}},
			{Commitment: "c-drugs", Lead: "narcotics", Until: ocs.MustDate("2024-12-31")},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("responsibility (-want +got):\n%s", diff)
	}
}

func TestResponsibilitySinglePoints(t *testing.T) {
	s := institutions()
	s.Plans[0].Commitments[2].Lead = "fia" // now all three threats hang on one actor
	ix := strategy.NewIndex(s)
	want := []strategy.SinglePoint{{Actor: "fia", Threats: []threat.ID{"attacks", "trafficking", "drugs"}}}
	if diff := cmp.Diff(want, ix.Responsibility(ocs.Date{}, nil).SinglePoints); diff != "" {
		t.Errorf("single points (-want +got):\n%s", diff)
	}
}

func TestResponsibilityQuarters(t *testing.T) {
	for _, tt := range []struct {
		name     string
		strategy ocs.Period
		plan     ocs.Period
		asked    ocs.Period
		first    string
		n        int
		notes    int
	}{
		{name: "begins within a quarter", strategy: ocs.MustPeriod("2026-02-10/2026-10-01"), first: "2026-Q1", n: 4},
		{name: "of the plans", plan: ocs.MustPeriod("2026-Q3"), first: "2026-Q3", n: 1},
		{name: "asked for", strategy: ocs.MustPeriod("2026"), asked: ocs.MustPeriod("2027"), first: "2027-Q1", n: 4},
		{name: "open", strategy: ocs.MustPeriod("2026/"), notes: 1},
		{name: "of all time", strategy: ocs.MustPeriod("0001/9999"), first: "0001-Q1", n: 80, notes: 1},
		{name: "at the end of time", strategy: ocs.MustPeriod("9999-12/9999"), first: "9999-Q4", n: 1},
		{name: "reversed", strategy: ocs.MustPeriod("2027/2026")},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := &strategy.Strategy{Period: tt.strategy, Plans: []strategy.Plan{{Period: tt.plan}}}
			r := strategy.NewIndex(s).Responsibility(ocs.Date{}, &strategy.ResponsibilityOptions{Period: tt.asked})
			first := ""
			if len(r.Quarters) > 0 {
				first = r.Quarters[0].String()
			}
			if first != tt.first || len(r.Quarters) != tt.n || len(r.Notes) != tt.notes {
				t.Errorf("from %q, %d quarters, notes %q", first, len(r.Quarters), r.Notes)
			}
		})
	}
}

func TestResponsibilityOfBrokenStrategy(t *testing.T) {
	s := broken()
	r := strategy.NewIndex(s).Responsibility(ocs.MustDate("2026-10-01"), &strategy.ResponsibilityOptions{All: true})
	for _, l := range r.Actors {
		if l.Actor == "police" && len(l.Leads) == 0 {
			t.Error("the first actor of an identifier lost its commitments")
		}
	}
	for i := range s.Plans {
		for j := range s.Plans[i].Commitments {
			strategy.NewIndex(s).MandateFit(&s.Plans[i].Commitments[j])
		}
	}
	for _, table := range []strategy.Table{r.Table(), r.LoadTable(), r.MandatesTable(), r.BodiesTable(), r.SuccessionTable()} {
		checkShape(t, table)
	}
}

// checkShape demands that a table has a cell for every column.
func checkShape(t *testing.T, table strategy.Table) {
	t.Helper()
	for i, row := range table.Rows {
		if len(row) != len(table.Columns) {
			t.Errorf("%s: row %d has %d cells for %d columns", table.Title, i, len(row), len(table.Columns))
		}
	}
}

func BenchmarkResponsibility(b *testing.B) {
	benchmarkView(b, func(ix *strategy.Index) { ix.Responsibility(ocs.Date{}, nil) })
}
