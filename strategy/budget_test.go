package strategy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// funded is a strategy with money. All sums are illustrative.
func funded() *strategy.Strategy {
	return &strategy.Strategy{
		Period:  ocs.MustPeriod("2026/2027"),
		Threats: []threat.Threat{{ID: "a"}, {ID: "b"}},
		Actors:  []actor.Actor{{ID: "fia"}, {ID: "uk", Name: "United Kingdom"}},
		Objectives: []pillar.Objective{
			{ID: "o-1", Pillar: pillar.Pursue, Threats: []threat.ID{"a", "b"}},
			{ID: "o-2", Pillar: pillar.Protect, Threats: []threat.ID{"b"}},
		},
		Plans: []strategy.Plan{{
			ID: "p", Period: ocs.MustPeriod("2026-07-01/2027-06-30"),
			Total:  ocs.MustMoney("PKR 1000"),
			Budget: []strategy.BudgetLine{{Pillar: pillar.Pursue, Money: ocs.MustMoney("PKR 600")}, {Money: ocs.MustMoney("GBP 1")}},
			Rates:  []strategy.Rate{{From: "GBP", To: "PKR", Rate: ocs.Num(300), Date: ocs.MustDate("2025")}, {From: "GBP", To: "PKR", Rate: ocs.Num(400), Date: ocs.MustDate("2026")}},
			Commitments: []strategy.Commitment{
				{ID: "c-1", Lead: "fia", Objectives: []pillar.ObjectiveID{"o-1", "o-2"}, Costs: []strategy.Cost{{Money: ocs.MustMoney("PKR 1000")}},
					Funding: []strategy.Funding{
						{Source: strategy.StateBudget, Money: ocs.MustMoney("PKR 500"), Status: strategy.Committed},
						{Source: strategy.DonorFunds, Donor: "uk", Money: ocs.MustMoney("GBP 1.50"), Status: strategy.Pledged, Period: ocs.MustPeriod("2026")}}},
				{ID: "c-2", Lead: "fia", Parent: "c-1", Objectives: []pillar.ObjectiveID{"o-2"},
					Costs:   []strategy.Cost{{Money: ocs.MustMoney("PKR 0.10"), Period: ocs.MustPeriod("2026-01-01/2028-12-31")}},
					Funding: []strategy.Funding{{Source: strategy.InKind}, {Source: strategy.StateBudget, Money: ocs.MustMoney("PKR 0.05")}}},
				{ID: "c-3", Objectives: []pillar.ObjectiveID{"o-2"}},
				{ID: "c-4", Costs: []strategy.Cost{{Money: ocs.MustMoney("PKR 77")}}, Ended: strategy.Ending{How: strategy.Replaced}},
			},
		}},
	}
}

var d = ocs.MustDecimal

func TestBudget(t *testing.T) {
	got := strategy.NewIndex(funded()).Budget(ocs.Date{}, nil)
	gbp := func(key, name string) strategy.MoneyRow {
		return strategy.MoneyRow{Key: key, Name: name, Currency: "GBP", Pledged: d("1.50"), Donor: d("1.50"), DonorShare: d("100.0"), Commitments: 1}
	}
	both := strategy.MoneyRow{Currency: "PKR", Cost: d("1000.10"), Committed: d("500"), Unstated: d("0.05"), FundedShare: d("50.0"), DonorShare: d("0.0"), Commitments: 2}
	first := strategy.MoneyRow{Currency: "PKR", Cost: d("1000"), Shared: d("1000"), Committed: d("500"), FundedShare: d("50.0"), DonorShare: d("0.0"), Commitments: 1}
	of := func(r strategy.MoneyRow, key, name string) strategy.MoneyRow {
		r.Key, r.Name = key, name
		return r
	}
	shared := both
	shared.Shared = d("1000")
	want := strategy.Budget{
		Total:   []strategy.MoneyRow{gbp("", ""), both},
		Pillars: []strategy.MoneyRow{gbp("pursue", "Pursue"), of(first, "pursue", "Pursue"), gbp("protect", "Protect"), of(shared, "protect", "Protect")},
		Threats: []strategy.MoneyRow{gbp("a", ""), of(first, "a", ""), gbp("b", ""), of(shared, "b", "")},
		Sources: []strategy.MoneyRow{
			{Key: "state-budget", Currency: "PKR", Committed: d("500"), Unstated: d("0.05"), DonorShare: d("0.0"), Commitments: 2}, gbp("donor", "")},
		Donors: []strategy.MoneyRow{gbp("uk", "United Kingdom")},
		Leads:  []strategy.MoneyRow{gbp("fia", ""), of(both, "fia", "")},
		Years: []strategy.MoneyRow{
			gbp("2026", ""),
			// 184 of 365 days from July to December; 365 of the 1096 days of the three years
			{Key: "2026", Currency: "PKR", Cost: d("504.03"), Committed: d("252"), Unstated: d("0.02"), FundedShare: d("50.0"), DonorShare: d("0.0"), Commitments: 2},
			{Key: "2027", Currency: "PKR", Cost: d("496.03"), Committed: d("248"), Unstated: d("0.03"), FundedShare: d("50.0"), DonorShare: d("0.0"), Commitments: 2},
			{Key: "2028", Currency: "PKR", Cost: d("0.04"), FundedShare: d("0.0"), Commitments: 1},
		},
		Lines:    []strategy.MoneyRow{{Key: "pursue", Name: "Pursue", Currency: "PKR", Cost: d("600")}, {Currency: "GBP", Cost: d("1")}},
		Plans:    []strategy.PlanMoney{{Plan: "p", Total: ocs.MustMoney("PKR 1000"), Lines: []ocs.Money{ocs.MustMoney("PKR 1000")}, Costs: []ocs.Money{ocs.MustMoney("PKR 1077.10")}}},
		Uncosted: []strategy.CommitmentID{"c-3"}, Unfunded: []strategy.CommitmentID{"c-3"}, Nested: []strategy.CommitmentID{"c-2"},
	}
	if n := len(got.Plans[0].Notes); n != 2 {
		t.Errorf("%d notes on the plan, want one on the conversion and one on the costs: %q", n, got.Plans[0].Notes)
	}
	got.Plans[0].Notes = nil
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("budget (-want +got):\n%s", diff)
	}
}

func TestBudgetConversion(t *testing.T) {
	for _, tt := range []struct {
		name     string
		asOf     string
		currency ocs.Currency
		total    []strategy.MoneyRow
		rate     string
		notes    int
	}{
		{name: "latest rate", asOf: "2026-12-31", currency: "PKR", rate: "400", total: []strategy.MoneyRow{{Currency: "PKR", Cost: d("1000.10"),
			Committed: d("500"), Pledged: d("600.00"), Unstated: d("0.05"), Donor: d("600.00"), FundedShare: d("50.0"), DonorShare: d("54.5"), Commitments: 2}}},
		{name: "rate of the day", asOf: "2026-06-01", currency: "PKR", rate: "300", total: []strategy.MoneyRow{{Currency: "PKR", Cost: d("1000.10"),
			Committed: d("500"), Pledged: d("450.00"), Unstated: d("0.05"), Donor: d("450.00"), FundedShare: d("50.0"), DonorShare: d("47.4"), Commitments: 2}}},
		{name: "no rate", asOf: "2026-12-31", currency: "USD", notes: 2, total: []strategy.MoneyRow{
			{Currency: "GBP", Pledged: d("1.50"), Donor: d("1.50"), DonorShare: d("100.0"), Commitments: 1},
			{Currency: "PKR", Cost: d("1000.10"), Committed: d("500"), Unstated: d("0.05"), FundedShare: d("50.0"), DonorShare: d("0.0"), Commitments: 2}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := strategy.NewIndex(funded()).Budget(ocs.MustDate(tt.asOf), &strategy.BudgetOptions{Currency: tt.currency})
			if diff := cmp.Diff(tt.total, b.Total); diff != "" {
				t.Errorf("total (-want +got):\n%s", diff)
			}
			rate := ""
			for _, c := range b.Conversions {
				rate += c.Rate.Rate.String()
			}
			if rate != tt.rate || len(b.Notes) != tt.notes {
				t.Errorf("rate %q, notes %q", rate, b.Notes)
			}
		})
	}
}

func TestBudgetYearsAddUp(t *testing.T) {
	for _, tt := range []struct {
		name, sum, period string
		want              map[string]string
	}{
		{"one year", "PKR 10", "2027", map[string]string{"2027": "10"}},
		{"a rupee over two years", "PKR 1", "2026/2027", map[string]string{"2026": "0", "2027": "1"}},
		{"two days of two years", "PKR 1.01", "2026-12-31/2027-01-01", map[string]string{"2026": "0.50", "2027": "0.51"}},
		{"negative", "PKR -1.01", "2026-12-31/2027-01-01", map[string]string{"2026": "-0.50", "2027": "-0.51"}},
		{"leap year", "PKR 1096", "2027/2029", map[string]string{"2027": "365", "2028": "366", "2029": "365"}},
		{"early years", "PKR 731", "0003/0004", map[string]string{"3": "365", "4": "366"}},
		{"largest", "PKR 9223372036854775807", "2026/2027", map[string]string{"2026": "4611686018427387903", "2027": "4611686018427387904"}},
		{"smallest place", "PKR 0.000000000000000001", "2026/2027", map[string]string{"2026": "0.000000000000000000", "2027": "0.000000000000000001"}},
		{"open", "PKR 10", "2026/", map[string]string{"undated": "10"}},
		{"reversed", "PKR 10", "2027/2026", map[string]string{"undated": "10"}},
		{"of all time", "PKR 10", "0001/9999", map[string]string{"undated": "10"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := &strategy.Strategy{Plans: []strategy.Plan{{ID: "p", Commitments: []strategy.Commitment{{ID: "c",
				Costs: []strategy.Cost{{Money: ocs.MustMoney(tt.sum), Period: ocs.MustPeriod(tt.period)}}}}}}}
			got := map[string]string{}
			sum := ocs.Num(0)
			for _, r := range strategy.NewIndex(s).Budget(ocs.Date{}, nil).Years {
				got[r.Key] = r.Cost.String()
				var err error
				sum, err = sum.Add(r.Cost)
				require.NoError(t, err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("years (-want +got):\n%s", diff)
			}
			if want := ocs.MustMoney(tt.sum).Amount; !sum.Equal(want) {
				t.Errorf("years add up to %v, want %v", sum, want)
			}
		})
	}
}

func TestBudgetOverflowIsUnknown(t *testing.T) {
	s := funded()
	s.Plans[0].Commitments[0].Costs = append(s.Plans[0].Commitments[0].Costs, strategy.Cost{Money: ocs.MustMoney("PKR 9223372036854775807")})
	b := strategy.NewIndex(s).Budget(ocs.Date{}, nil)
	want := strategy.MoneyRow{Currency: "PKR", Committed: d("500"), Unstated: d("0.05"), DonorShare: d("0.0"), Commitments: 2, Unknown: []string{"cost"}}
	if diff := cmp.Diff(want, b.Total[1]); diff != "" {
		t.Errorf("total (-want +got):\n%s", diff)
	}
	if costs := b.Plans[0].Costs; costs != nil {
		t.Errorf("the plan's costs are %v", costs)
	}
}

func TestBudgetForeignFramework(t *testing.T) {
	s := funded()
	s.Framework = pillar.Framework{ID: "scotland-4d"}
	s.Objectives[0].Pillar, s.Objectives[1].Pillar, s.Plans[0].Budget[0].Pillar = "deter", "detect", "deter"
	ix := strategy.NewIndex(s)
	keys := func(rows []strategy.MoneyRow) (list []string) {
		for _, r := range rows {
			if r.Currency == "PKR" {
				list = append(list, r.Key+" "+r.Cost.String())
			}
		}
		return list
	}
	if diff := cmp.Diff([]string{"deter 1000", "detect 1000.10"}, keys(ix.Budget(ocs.Date{}, nil).Pillars)); diff != "" {
		t.Errorf("own pillars (-want +got):\n%s", diff)
	}
	b := ix.Budget(ocs.Date{}, &strategy.BudgetOptions{UNODC: true})
	if diff := cmp.Diff([]string{"prevent 1000", "pursue 1000.10", "protect 1000"}, keys(b.Pillars)); diff != "" {
		t.Errorf("UNODC's pillars (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"prevent 600", "protect 600"}, keys(b.Lines)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

func TestBudgetOfBrokenStrategy(t *testing.T) {
	b := strategy.NewIndex(broken()).Budget(ocs.MustDate("2026-10-01"), &strategy.BudgetOptions{All: true, Currency: "PKR"})
	if diff := cmp.Diff([]string{"cost"}, b.Total[0].Unknown); diff != "" {
		t.Errorf("unknown (-want +got):\n%s", diff)
	}
	for _, table := range append(b.Tables(), b.Table()) {
		checkShape(t, table)
	}
}

func BenchmarkBudget(b *testing.B) {
	benchmarkView(b, func(ix *strategy.Index) { ix.Budget(ocs.Date{}, nil) })
}
