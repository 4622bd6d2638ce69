package strategy_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// reports says whether a rule reports anything about a strategy.
func reports(s *strategy.Strategy, rule string) bool {
	return slices.ContainsFunc(strategy.Validate(s, nil).Findings, func(f ocs.Finding) bool { return f.Rule == rule })
}

// Texts are ruled out several bytes at a time, so what is sought must be found
// wherever it stands.
func TestTextsSoughtAnywhere(t *testing.T) {
	const name, description = true, false
	for _, tt := range []struct {
		rule, text string
		where      bool
	}{
		{"stray-space", "b  c", name},
		{"stray-space", "b\tc", name},
		{"stray-space", "b\nc", name},
		{"personal-data", " ali.khan@gmail.com", description},
		{"personal-data", " +92 300 1234567", description},
		{"personal-data", " 35202-1234567-1", description},
		{"personal-data", " FIR 12/2024", description},
		{"personal-data", " passport AB1234567", description},
		{"placeholder-text", " Lorem ipsum", description},
		{"placeholder-text", " TBD", description},
		{"placeholder-text", " [insert", description},
	} {
		for before := range 20 {
			for _, after := range []string{"", " a", " and some more that follows"} {
				text := strings.Repeat("é", before%2) + strings.Repeat("a", before) + tt.text + after
				s := strategy.Strategy{ID: "s", Marking: ocs.MarkingClear, Threats: []threat.Threat{{ID: "t", Name: "A threat"}}}
				if tt.where == name {
					s.Threats[0].Name = text
				} else {
					s.Threats[0].Description = text
				}
				if !reports(&s, tt.rule) {
					t.Errorf("%s: nothing found in %q", tt.rule, text)
				}
			}
		}
		s := strategy.Strategy{ID: "s", Marking: ocs.MarkingClear, Threats: []threat.Threat{{ID: "t", Name: "A threat !", Description: "Texts, some long and some short!"}}}
		if reports(&s, tt.rule) {
			t.Errorf("%s: found in a clean text", tt.rule)
		}
	}
}

// Names are compared within one element, be they few or many, without regard
// to case and spaces.
func TestIndicatorDuplicateMany(t *testing.T) {
	for _, n := range []int{2, 3, 16, 17, 40} {
		o := pillar.Objective{ID: "o"}
		for i := range n {
			o.Indicators = append(o.Indicators, pillar.Indicator{ID: pillar.IndicatorID(fmt.Sprint("i-", i)), Name: fmt.Sprint("Épreuve No ", i)})
		}
		other := pillar.Objective{ID: "p", Indicators: []pillar.Indicator{{ID: "j", Name: o.Indicators[0].Name}}}
		s := strategy.Strategy{ID: "s", Objectives: []pillar.Objective{o, other}}
		if reports(&s, "indicator-duplicate") {
			t.Errorf("%d names: a repetition found where there is none", n)
		}
		o.Indicators[n-1].Name = "  éPREUVE \u00a0 no 0"
		if !reports(&s, "indicator-duplicate") {
			t.Errorf("%d names: the repetition was not found", n)
		}
	}
}

// Sums in other currencies are exact, however many rates there are: the donors
// give half of all, and then a thousandth of a rupee more.
func TestDonorShareManyRates(t *testing.T) {
	s := strategy.Strategy{ID: "s", Stage: ocs.StageAdopted}
	for i := range int64(30) {
		rate := 200 + i
		s.Plans = append(s.Plans, strategy.Plan{
			ID:    strategy.PlanID(fmt.Sprint("p-", i)),
			Rates: []strategy.Rate{{From: "USD", To: "PKR", Rate: ocs.Num(rate)}, {From: "PKR", To: "EUR", Rate: ocs.MustDecimal("0.004")}},
			Commitments: []strategy.Commitment{{ID: strategy.CommitmentID(fmt.Sprint("c-", i)), Funding: []strategy.Funding{
				{Source: strategy.StateBudget, Money: ocs.Money{Amount: ocs.Num(3*rate + 250), Currency: "PKR"}},
				{Source: strategy.DonorFunds, Money: ocs.MustMoney("USD 3.0")},
				{Source: strategy.DonorFunds, Money: ocs.MustMoney("EUR 1.00")}, // by the inverse of a rate
			}}},
		})
	}
	if reports(&s, "donor-share") {
		t.Error("half of the funding is more than half")
	}
	s.Plans[29].Commitments[0].Funding[0].Money = ocs.MustMoney(fmt.Sprintf("PKR %d.999", 3*229+249))
	if !reports(&s, "donor-share") {
		t.Error("more than half of the funding is not more than half")
	}
}
