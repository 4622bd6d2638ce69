package strategy_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// viewed is a strategy with something of everything that the views look at. It
// is illustrative.
func viewed() *strategy.Strategy {
	return &strategy.Strategy{
		Schema: strategy.Schema, ID: "viewed", Title: "Illustrative strategy", Vision: "Safe communities",
		Jurisdiction: strategy.Jurisdiction{Name: "Pakistan", Countries: []ocs.Country{"PK"}},
		Period:       ocs.MustPeriod("2026-01/2027-12"),
		Threats: []threat.Threat{
			{ID: "trafficking", Name: "Trafficking in persons", Priority: true, Scope: threat.Transnational,
				Markets: []threat.Market{threat.TraffickingInPersons}, Victims: []threat.Victim{threat.Women, threat.Children},
				EnabledBy: []threat.ID{"papers"}, Assessments: []threat.Assessment{{Method: "m"}}},
			{ID: "drugs", Name: "Drugs", Priority: true, Markets: []threat.Market{threat.DrugTrafficking}, Victims: []threat.Victim{threat.DrugUsers}},
			{ID: "papers", Name: "False papers", Kind: threat.Enabler, Markets: []threat.Market{threat.DocumentFraud, "forged-seals"}},
		},
		Groups: []threat.Group{{ID: "group", Markets: []threat.Market{threat.Kidnapping}, Areas: []ocs.Area{"PK-SD"}}},
		Actors: []actor.Actor{
			{ID: "interior", Name: "Ministry of Interior"},
			{ID: "police", Name: "Police", Areas: []ocs.Area{"PK-PB"}},
		},
		Goals: []strategy.Goal{{ID: "g-5-2", Scheme: strategy.SDG, Code: "5.2"}, {ID: "g-16-4", Scheme: strategy.SDG, Code: "16.4", Title: "Illicit flows"},
			{ID: "g-16-2", Scheme: strategy.SDG, Code: "16.2"}},
		Objectives: []pillar.Objective{
			{ID: "cases", Pillar: pillar.Pursue, Threats: []threat.ID{"trafficking"}, Articles: []ocs.Article{"untoc/11", "untoc/11.2"}, Goals: []ocs.ID{"g-16-4"}},
			{ID: "care", Pillar: pillar.Protect, Also: []pillar.ID{pillar.Promote}, Threats: []threat.ID{"trafficking"},
				Articles: []ocs.Article{"tip/6"}, Goals: []ocs.ID{"g-5-2", "g-16-2"}},
			{ID: "shelters", Pillar: pillar.Protect, Parent: "care", Threats: []threat.ID{"trafficking"}},
			{ID: "papers-register", Horizontal: true, Threats: []threat.ID{"papers"}},
			{ID: "skills", Pillar: pillar.Promote, Enabling: true},
		},
		Plans: []strategy.Plan{
			{ID: "old", Period: ocs.MustPeriod("2025"), Commitments: []strategy.Commitment{
				{ID: "old-care", Objectives: []pillar.ObjectiveID{"care"}},
			}},
			{ID: "new", Supersedes: []strategy.PlanID{"old"}, Period: ocs.MustPeriod("2026-01/2027-06"), Commitments: []strategy.Commitment{
				{ID: "units", Objectives: []pillar.ObjectiveID{"cases"}, Lead: "police", Areas: []ocs.Area{"PK-PB"}, Deadline: ocs.MustDeadline("2026-Q4"),
					Funding: []strategy.Funding{{Source: strategy.StateBudget, Status: strategy.Committed}}},
				{ID: "unit-cars", Parent: "units", Areas: []ocs.Area{"PK-PB", "PK-BA"}, Lead: "police", Start: ocs.MustDate("2026-07"),
					Funding: []strategy.Funding{{Source: strategy.DonorFunds, Status: strategy.Requested}}},
				{ID: "beds", Objectives: []pillar.ObjectiveID{"shelters", "care"}, Lead: "interior",
					Funding: []strategy.Funding{{Source: strategy.InKind}}},
				{ID: "dropped", Objectives: []pillar.ObjectiveID{"papers-register"}, Ended: strategy.Ending{How: strategy.Cancelled, Date: ocs.MustDate("2026-06-01")}},
				{ID: "law", Objectives: []pillar.ObjectiveID{"cases"}, Areas: []ocs.Area{"PK"}, Ended: strategy.Ending{How: strategy.Completed, Date: ocs.MustDate("2026-06-01")}},
				{ID: "loose", Objectives: []pillar.ObjectiveID{"nowhere"}},
			}},
		},
		Reports: []strategy.Report{{ID: "r", Updates: []strategy.Update{
			{Commitment: "units", Date: ocs.MustDate("2026-09-30"), State: strategy.Complete},
			{Commitment: "unit-cars", Area: "PK-PB", Date: ocs.MustDate("2026-09-30"), State: strategy.Complete},
			{Commitment: "unit-cars", Area: "PK-BA", Date: ocs.MustDate("2026-12-31"), State: strategy.Complete},
			{Commitment: "nothing", Date: ocs.MustDate("2026-12-31"), State: strategy.Complete},
		}}},
	}
}

func TestCoverageMatrix(t *testing.T) {
	cv := strategy.NewIndex(viewed()).Coverage(ocs.MustDate("2026-10-01"), nil)
	type list = []strategy.CommitmentID
	cases := strategy.Work{Objectives: []pillar.ObjectiveID{"cases"}, Commitments: list{"units", "unit-cars", "law"}, Funded: list{"units"},
		Delivered: list{"units", "law"}}
	careBeds := list{"beds"}
	care := strategy.Work{Objectives: []pillar.ObjectiveID{"care"}, Commitments: careBeds, Funded: careBeds}
	protect := strategy.Work{Objectives: []pillar.ObjectiveID{"care", "shelters"}, Commitments: careBeds, Funded: careBeds}
	register := strategy.Work{Objectives: []pillar.ObjectiveID{"papers-register"}}
	skills := strategy.Work{Objectives: []pillar.ObjectiveID{"skills"}}
	want := []strategy.CoverageRow{
		{Threat: "trafficking", Name: "Trafficking in persons", Priority: true,
			Cells: []strategy.CoverageCell{{Pillar: pillar.Pursue, Work: cases}, {Pillar: pillar.Protect, Work: protect}, {Pillar: pillar.Promote, Work: care}},
			Total: strategy.Work{Objectives: []pillar.ObjectiveID{"cases", "care", "shelters"}, Commitments: list{"units", "unit-cars", "beds", "law"},
				Funded: list{"units", "beds"}, Delivered: list{"units", "law"}}},
		{Threat: "drugs", Name: "Drugs", Priority: true},
		{Threat: "papers", Name: "False papers", Enabler: true, Enables: []threat.ID{"trafficking"},
			Cells: []strategy.CoverageCell{{Horizontal: true, Work: register}}, Total: register},
		{Cells: []strategy.CoverageCell{{Pillar: pillar.Promote, Work: skills}}, Total: skills},
	}
	if diff := cmp.Diff(want, append(cv.Threats, cv.NoThreat)); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

// lines gives the lists of a coverage in short.
func lines(list []strategy.CoverageLine) []string {
	var short []string
	for _, l := range list {
		short = append(short, fmt.Sprint(l.Key, " ", l.Objectives, " ", l.Commitments))
	}
	return short
}

func TestCoverageLines(t *testing.T) {
	cv := strategy.NewIndex(viewed()).Coverage(ocs.MustDate("2026-10-01"), nil)
	got := map[string][]string{
		"areas":      lines(cv.Areas),
		"everywhere": lines([]strategy.CoverageLine{cv.Everywhere}),
		"goals":      lines(cv.Goals),
		"sdgs":       lines(cv.SDGs),
	}
	want := map[string][]string{
		"areas":      {"PK-BA [cases] [unit-cars]", "PK-PB [cases] [units unit-cars]", "PK-SD [] []"},
		"everywhere": {" [cases care shelters] [beds law loose]"},
		"goals":      {"g-5-2 [care] [beds]", "g-16-4 [cases] [units unit-cars law]", "g-16-2 [care] [beds]"},
		"sdgs":       {"5 [care] [beds]", "16 [cases care] [units unit-cars beds law]"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	for _, v := range cv.Victims {
		got := fmt.Sprint(v.Victim, " ", v.Persons, " ", v.Threats, " ", v.Objectives, " ", v.Commitments)
		want := map[threat.Victim]string{
			threat.Children:  "children true [trafficking] [care shelters] [beds]",
			threat.Women:     "women true [trafficking] [care shelters] [beds]",
			threat.DrugUsers: "people-who-use-drugs true [drugs] [] []",
		}[v.Victim]
		if got != want {
			t.Errorf("victims: got %q, want %q", got, want)
		}
	}
	articles := map[string]string{}
	for _, l := range cv.Articles {
		articles[l.Key] = fmt.Sprint(l.Objectives)
	}
	wantArticles := map[string]string{"untoc/11": "[cases]", "untoc/5": "[]", "tip/6": "[care]", "tip/9": "[]"}
	for key, objectives := range wantArticles {
		if articles[key] != objectives {
			t.Errorf("article %s: got %q, want %q", key, articles[key], objectives)
		}
	}
	if _, listed := articles["firearms/5"]; listed {
		t.Error("a protocol that the strategy doesn't touch is listed")
	}
}

func TestCoverageMarkets(t *testing.T) {
	cv := strategy.NewIndex(viewed()).Coverage(ocs.Date{}, nil)
	got := map[threat.Market]string{}
	for _, m := range cv.Markets {
		if len(m.Threats) > 0 || m.Named {
			got[m.Market] = fmt.Sprint(m.Threats, m.Named)
		}
	}
	want := map[threat.Market]string{
		threat.TraffickingInPersons: "[trafficking] false", threat.DrugTrafficking: "[drugs] false", threat.DocumentFraud: "[papers] false",
		threat.HeroinTrafficking: "[drugs] false", threat.CocaineTrafficking: "[drugs] false", threat.CannabisTrafficking: "[drugs] false",
		threat.SyntheticDrugTrafficking: "[drugs] false", threat.Kidnapping: "[] true", "forged-seals": "[papers] false",
	}
	for _, m := range threat.Markets() { // whatever document fraud is a part of
		if m.Market != threat.DocumentFraud && m.Market.Covers(threat.DocumentFraud) {
			want[m.Market] = "[papers] false"
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("markets (-want +got):\n%s", diff)
	}
}

func TestCoverageGaps(t *testing.T) {
	cv := strategy.NewIndex(viewed()).Coverage(ocs.Date{}, nil)
	var got []strategy.Gap
	for _, g := range cv.Gaps {
		if g.Kind != strategy.ArticleUnserved && g.Kind != strategy.MarketWithoutThreat {
			got = append(got, g)
		}
	}
	want := []strategy.Gap{
		{Kind: strategy.ThreatPillarEmpty, About: "trafficking", Pillar: pillar.Prevent, Priority: true},
		{Kind: strategy.ThreatUnassessed, About: "drugs", Priority: true},
		{Kind: strategy.ThreatUnanswered, About: "drugs", Priority: true},
		{Kind: strategy.ThreatUnassessed, About: "papers"},
		{Kind: strategy.ThreatUncommitted, About: "papers"},
		{Kind: strategy.PillarEmpty, Pillar: pillar.Prevent},
		{Kind: strategy.ObjectiveUncommitted, About: "papers-register"},
		{Kind: strategy.ObjectiveUncommitted, About: "skills"},
		{Kind: strategy.CommitmentUnattached, About: "loose"},
		{Kind: strategy.VictimsUnprotected, About: "people-who-use-drugs"},
		{Kind: strategy.AreaUncommitted, About: "PK-SD"},
		{Kind: strategy.NamedMarketNoThreat, About: "kidnapping"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("gaps (-want +got):\n%s", diff)
	}
}

func TestCoverageCounts(t *testing.T) {
	for _, tt := range []struct {
		name        string
		asOf        string
		all         bool
		change      func(*strategy.Strategy)
		commitments []strategy.CommitmentID // against trafficking
		delivered   []strategy.CommitmentID
		withheld    []ocs.ID
	}{
		{name: "before the first report, an ending to come is none", asOf: "2026-03-01", commitments: []strategy.CommitmentID{"units", "unit-cars", "beds", "law"}},
		{name: "delivered in all areas", asOf: "2026-12-31", commitments: []strategy.CommitmentID{"units", "unit-cars", "beds", "law"},
			delivered: []strategy.CommitmentID{"units", "unit-cars", "law"}},
		{name: "plans not in force", asOf: "2026-03-01", all: true,
			commitments: []strategy.CommitmentID{"old-care", "units", "unit-cars", "beds", "law"}},
		{name: "cancelled by report", asOf: "2027-03-01", change: func(s *strategy.Strategy) {
			s.Reports = append(s.Reports, strategy.Report{Updates: []strategy.Update{
				{Commitment: "beds", Date: ocs.MustDate("2026-02-01"), State: strategy.OnTrack},
				{Commitment: "beds", Date: ocs.MustDate("2027-02-01"), State: strategy.CancelledState},
				{Commitment: "units", Date: ocs.MustDate("2027-02-01"), State: strategy.CancelledState}}})
		}, commitments: []strategy.CommitmentID{"units", "unit-cars", "law"}, delivered: []strategy.CommitmentID{"units", "unit-cars", "law"}},
		{name: "withheld", asOf: "2026-03-01", change: func(s *strategy.Strategy) {
			s.Redactions = []strategy.Redaction{{Element: "units", Fields: []string{"lead"}}, {Element: "beds", Fields: []string{"funding/0", "areas"}}, {Element: "law"}}
		}, commitments: []strategy.CommitmentID{"units", "unit-cars", "beds", "law"}, withheld: []ocs.ID{"beds", "law"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := viewed()
			if tt.change != nil {
				tt.change(s)
			}
			cv := strategy.NewIndex(s).Coverage(ocs.MustDate(tt.asOf), &strategy.CoverageOptions{All: tt.all})
			if diff := cmp.Diff(tt.commitments, cv.Threats[0].Total.Commitments); diff != "" {
				t.Errorf("commitments (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.delivered, cv.Threats[0].Total.Delivered); diff != "" {
				t.Errorf("delivered (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.withheld, cv.Withheld); diff != "" {
				t.Errorf("withheld (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCoverageForeignFramework(t *testing.T) {
	s := viewed()
	s.Framework = pillar.Framework{ID: "scotland-4d"}
	s.Objectives[0].Pillar, s.Objectives[1].Pillar, s.Objectives[1].Also = "disrupt", "deter", nil
	ix := strategy.NewIndex(s)
	cells := func(o *strategy.CoverageOptions) []string {
		var got []string
		for _, c := range ix.Coverage(ocs.Date{}, o).Threats[0].Cells {
			got = append(got, fmt.Sprint(c.Pillar, c.Objectives))
		}
		return got
	}
	if diff := cmp.Diff([]string{"deter[care]", "disrupt[cases]", "[shelters]"}, cells(nil)); diff != "" {
		t.Errorf("own pillars (-want +got):\n%s", diff)
	}
	want := []string{"prevent[care]", "pursue[cases]", "protect[care]", "[shelters]"}
	if diff := cmp.Diff(want, cells(&strategy.CoverageOptions{UNODC: true})); diff != "" {
		t.Errorf("UNODC's pillars (-want +got):\n%s", diff)
	}
}

// broken is a strategy in which little is right: identifiers taken or missing,
// references that lead nowhere or in rings, dates and sums without sense.
func broken() *strategy.Strategy {
	s := viewed()
	s.Period = ocs.MustPeriod("9999/0001")
	s.Threats = append(s.Threats, threat.Threat{ID: "trafficking", EnabledBy: []threat.ID{"trafficking"}}, threat.Threat{},
		threat.Threat{ID: "x", Assessments: []threat.Assessment{{}, {Method: "m", Score: ocs.Num(3)}}})
	s.Objectives[0].Parent, s.Objectives[1].Parent = "care", "shelters"
	s.Objectives = append(s.Objectives, pillar.Objective{ID: "cases", Threats: []threat.ID{"", "gone", "trafficking", "trafficking"}, Articles: []ocs.Article{"", "x", "untoc/999"}},
		pillar.Objective{Pillar: "gone", Parent: "cases"})
	cs := &s.Plans[1].Commitments
	(*cs)[0].Parent = "unit-cars"
	(*cs)[0].Start, (*cs)[0].Deadline = ocs.MustDate("9999"), ocs.MustDeadline("0001")
	(*cs)[1].Deadline = ocs.MustDeadline("adoption+9999y")
	*cs = append(*cs, strategy.Commitment{ID: "units", Lead: "units", Parent: "units", Partners: []strategy.Partner{{}, {Actor: "police"}, {Actor: "police"}},
		Costs:   []strategy.Cost{{}, {Money: ocs.MustMoney("PKR 9223372036854775807"), Period: ocs.MustPeriod("0001/9999")}, {Money: ocs.MustMoney("PKR 1")}},
		Funding: []strategy.Funding{{}, {Source: "x", Donor: "gone", Money: ocs.MustMoney("XXX -1.5"), Period: ocs.MustPeriod("2027/2026"), Status: "x"}}},
		strategy.Commitment{}, strategy.Commitment{Objectives: []pillar.ObjectiveID{"", "cases", "cases"}, Areas: []ocs.Area{"", "PK-PB", "PK-PB"}})
	s.Plans = append(s.Plans, strategy.Plan{}, strategy.Plan{ID: "new", PartOf: "new", Rates: []strategy.Rate{{}},
		Budget: []strategy.BudgetLine{{}, {Pillar: "x", Money: ocs.MustMoney("PKR 1")}}, Total: ocs.MustMoney("USD 3")})
	s.Actors = append(s.Actors, actor.Actor{ID: "police", Parent: "police", Succeeds: []actor.Succession{{Actor: "police"}, {Actor: "gone"}, {}},
		Body: actor.Body{Chair: "gone", Members: []actor.ID{"police", "police", ""}}, Mandates: []actor.Mandate{{}}, Active: ocs.MustPeriod("9999/0001")})
	s.Reports = append(s.Reports, strategy.Report{Updates: []strategy.Update{{}, {Commitment: "units", Area: "x", State: "x"}}})
	s.Redactions = []strategy.Redaction{{}, {Element: "gone", Fields: []string{"/"}}}
	s.Goals = append(s.Goals, strategy.Goal{}, strategy.Goal{ID: "g-5-2", Scheme: strategy.SDG, Code: "."})
	return s
}

func TestCoverageOfBrokenStrategy(t *testing.T) {
	cv := strategy.NewIndex(broken()).Coverage(ocs.MustDate("2026-10-01"), &strategy.CoverageOptions{UNODC: true})
	if n := len(cv.Threats); n != 6 {
		t.Fatalf("%d rows, want one for each threat", n)
	}
	if w := cv.Threats[3].Total; !w.IsZero() {
		t.Errorf("a threat whose identifier is taken has work of its own: %v", w)
	}
	if !slices.Contains(cv.Threats[0].Total.Commitments, "units") {
		t.Error("rings of parts lost a commitment")
	}
}

// tangled is a strategy in which everything refers to everything.
func tangled(n int) *strategy.Strategy {
	s := &strategy.Strategy{Period: ocs.MustPeriod("2026/2030"), Plans: []strategy.Plan{{ID: "plan"}}}
	o := pillar.Objective{ID: "all", Pillar: pillar.Protect}
	for i := range n {
		t := threat.Threat{ID: threat.ID(fmt.Sprint("t-", i)), Priority: true, Victims: []threat.Victim{threat.Women, threat.Children}}
		s.Threats = append(s.Threats, t)
		o.Threats = append(o.Threats, t.ID)
		s.Actors = append(s.Actors, actor.Actor{ID: actor.ID(fmt.Sprint("a-", i))})
		s.Plans[0].Commitments = append(s.Plans[0].Commitments, strategy.Commitment{ID: id(i), Lead: s.Actors[0].ID, Objectives: []pillar.ObjectiveID{"all"},
			Costs: []strategy.Cost{{Money: ocs.MustMoney("PKR 1")}}})
	}
	s.Objectives = []pillar.Objective{o}
	return s
}

func TestViewsOfTangledStrategyEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("makes lists of some millions")
	}
	s := tangled(20_000)
	ix := strategy.NewIndex(s)
	cv := ix.Coverage(ocs.Date{}, nil)
	if last := cv.Threats[len(cv.Threats)-1].Total; !last.Partial || len(cv.Threats[0].Total.Commitments) != 20_000 {
		t.Errorf("what is cut off isn't marked: %v", last)
	}
	if r := ix.Responsibility(ocs.Date{}, nil); len(r.SinglePoints) != 1 || len(r.SinglePoints[0].Threats) != 20_000 {
		t.Error("the one lead isn't found")
	}
	if b := ix.Budget(ocs.Date{}, nil); len(b.Notes) == 0 || len(b.Threats) > 0 {
		t.Error("money by threat isn't left out")
	}
}

func BenchmarkCoverage(b *testing.B) {
	benchmarkView(b, func(ix *strategy.Index) { ix.Coverage(ocs.Date{}, nil) })
}

// benchmarkView measures a question on a strategy of about n objects.
func benchmarkView(b *testing.B, ask func(*strategy.Index)) {
	for _, n := range []int{1_000, 100_000} {
		ix := strategy.NewIndex(generated(n, false))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ask(ix)
			}
		})
	}
}
