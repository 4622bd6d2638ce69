package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// federal is the action plan of the federal offices. All of it is
// illustrative, the sums and the exchange rate too.
func federal() strategy.Plan {
	commitments := append(federalPrevent(), federalPursue()...)
	commitments = append(commitments, federalCases()...)
	commitments = append(commitments, federalProtect()...)
	commitments = append(commitments, federalPromote()...)
	return strategy.Plan{
		ID: federalPlan, Version: "0.3", Title: "Federal action plan against organised crime (illustrative)",
		Description: "Illustrative, with all sums. Pounds are converted at an assumed rate, which is no forecast.",
		Owner:       interior, Stage: ocs.StageConsultation, Period: ocs.MustPeriod("2026-07-01/2029-06-30"),
		Commitments: commitments,
		Total:       ocs.MustMoney("PKR 5670000000"),
		Budget: []strategy.BudgetLine{
			{
				ID: "b-prevent", Title: "Prevention", Pillar: pillar.Prevent, Money: ocs.MustMoney("PKR 1440000000"),
				Commitments: []strategy.CommitmentID{"f-districts", "f-campaign", "f-recruiters", "f-owners", "f-integrity",
					"f-blocking", "f-precursors"},
			},
			{
				ID: "b-pursue", Title: "Investigation, borders and assets", Pillar: pillar.Pursue,
				Money: ocs.MustMoney("PKR 3425000000"),
				Commitments: []strategy.CommitmentID{"f-desk", "f-assessment", "f-teams", "f-parallel", "f-asset-office",
					"f-analysis", "f-laboratories", "f-ports"},
			},
			{
				ID: "b-protect", Title: "Victims, migrants and witnesses", Pillar: pillar.Protect,
				Money:       ocs.MustMoney("PKR 165000000"),
				Commitments: []strategy.CommitmentID{"f-referral", "f-screening", "f-witness-law"},
			},
			{
				ID: "b-promote", Title: "Coordination, cooperation and evidence", Pillar: pillar.Promote,
				Money: ocs.MustMoney("PKR 420000000"),
				Commitments: []strategy.CommitmentID{"f-secretariat", "f-requests", "f-agreements", "f-forum", "f-statistics",
					"f-baseline"},
			},
			{
				ID: "b-documents", Title: "Register of lost and false papers", Money: ocs.MustMoney("PKR 220000000"),
				Commitments: []strategy.CommitmentID{"f-papers"},
			},
		},
		Rates: []strategy.Rate{poundRate()},
	}
}

// poundRate is assumed: no source is cited for it.
func poundRate() strategy.Rate {
	return strategy.Rate{From: "GBP", To: "PKR", Rate: ocs.Num(375), Date: ocs.MustDate("2026-03-01")}
}

// cost is one sum over the whole of a commitment's time.
func cost(class strategy.CostClass, sum string) []strategy.Cost {
	return []strategy.Cost{{Money: ocs.MustMoney(sum), Class: class}}
}

// stateBudget is money that was asked of the federal budget and not yet given.
func stateBudget(sum string) strategy.Funding {
	return strategy.Funding{Source: strategy.StateBudget, Money: ocs.MustMoney(sum), Status: strategy.Requested}
}

// donor is money that is hoped for: no donor has promised any of it.
func donor(id actor.ID, sum, period string) strategy.Funding {
	return strategy.Funding{Source: strategy.DonorFunds, Donor: id, Money: ocs.MustMoney(sum),
		Period: ocs.MustPeriod(period), Status: strategy.Requested}
}

// ownStaff is work done by the lead's own staff.
func ownStaff() []strategy.Funding {
	return []strategy.Funding{{Source: strategy.InKind}}
}
