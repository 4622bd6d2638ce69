package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// federalCases are the commitments on criminal cases and on assets.
func federalCases() []strategy.Commitment {
	return []strategy.Commitment{
		{
			ID: "f-teams", Kind: strategy.Programme,
			Title:      "Form joint teams of investigators and prosecutors on chosen networks",
			Objectives: []pillar.ObjectiveID{pursueCases}, Lead: fia,
			Partners: []strategy.Partner{
				{Actor: anf, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: prosecutors, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: law, Role: actor.Supporting, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("2029-06-30"),
			Milestones: []strategy.Milestone{
				{ID: "m-teams-first", Title: "First three teams at work", Due: ocs.MustDeadline("2027-09-30")},
			},
			Powers:     []actor.Power{actor.Investigation, actor.SearchSeizure, actor.SpecialTechniques},
			Safeguards: []strategy.SafeguardID{rightsReview, fairTrial, noPunishment},
			Indicators: []pillar.Indicator{{
				ID: "i-teams", Name: "Joint teams at work", Kind: pillar.Output, Unit: "teams", Direction: pillar.Increase,
				Baseline: none(), Targets: by("2029-06-30", "10"), Source: "Orders that form the teams",
				Frequency: ocs.CadenceSemiannually,
			}},
			Costs: cost(strategy.Personnel, "PKR 500000000"), Funding: []strategy.Funding{stateBudget("PKR 500000000")},
		},
		{
			ID: "f-deliveries", Kind: strategy.Operation,
			Title:      "Carry out controlled deliveries with other States to reach the organisers",
			Objectives: []pillar.ObjectiveID{pursueCases, pursueBorders}, Lead: anf,
			Deadline: ocs.MustDeadline("continuous"), Review: ocs.MustDate("2028-06-30"),
			Powers:     []actor.Power{actor.SpecialTechniques},
			Safeguards: []strategy.SafeguardID{rightsReview, fairTrial, outsideView},
			Basis:      reported(anfAct, ""), Funding: ownStaff(), Marking: ocs.MarkingAmber,
		},
		{
			ID: "f-parallel", Kind: strategy.CapacityBuilding,
			Title:      "Open a financial investigation in every serious trafficking, smuggling and drug case",
			Objectives: []pillar.ObjectiveID{pursueAssets}, Lead: fia,
			Partners: []strategy.Partner{
				{Actor: fmu, Role: actor.Supporting, Status: strategy.Proposed},
				{Actor: anf, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: nab, Role: actor.Supporting, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("2028-12-31"), Powers: []actor.Power{actor.AssetFreezing, actor.DataSharing},
			Safeguards: []strategy.SafeguardID{fairTrial, dataRules, rightsReview}, Basis: reported(amla, ""),
			Indicators: []pillar.Indicator{{
				ID: "i-parallel-trained", Name: "Investigators trained in financial investigation", Kind: pillar.Output,
				Unit: "persons", Direction: pillar.Increase, Reading: pillar.Cumulative, Baseline: none(),
				Targets: by("2028-12-31", "400"), Source: "Training records", Frequency: ocs.CadenceAnnually,
				People: true, DisaggregatedBy: []pillar.Disaggregation{pillar.BySex, pillar.ByAge, pillar.ByAgency},
			}},
			Costs: cost(strategy.TrainingCost, "PKR 150000000"), Funding: []strategy.Funding{stateBudget("PKR 150000000")},
		},
		{
			ID: "f-asset-office", Kind: strategy.Legislation,
			Title:      "Prepare a law on the management and return of seized assets",
			Objectives: []pillar.ObjectiveID{pursueAssets}, Lead: law,
			Partners: []strategy.Partner{
				{Actor: amlAuthority, Role: actor.Consulted, Status: strategy.Proposed},
				{Actor: finance, Role: actor.Consulted, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("2028-06-30"), Safeguards: []strategy.SafeguardID{fairTrial},
			Milestones: []strategy.Milestone{
				{ID: "m-asset-bill", Title: "Bill before Parliament", Due: ocs.MustDeadline("2028-03-31")},
			},
			Costs: cost(strategy.Institutional, "PKR 70000000"),
			Funding: []strategy.Funding{
				{Source: strategy.RecoveredAssets, Money: ocs.MustMoney("PKR 70000000"), Status: strategy.Requested},
			},
		},
		{
			ID: "f-analysis", Kind: strategy.Project,
			Title:      "Renew the tools with which suspicious transactions are analysed",
			Objectives: []pillar.ObjectiveID{pursueAssets, preventEconomy}, Lead: fmu,
			Partners: []strategy.Partner{
				{Actor: banks, Role: actor.Consulted, Status: strategy.Proposed},
				{Actor: britishHC, Role: actor.Donor, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("2028-06-30"), Powers: []actor.Power{actor.FinancialAnalysis, actor.DataSharing},
			Safeguards: []strategy.SafeguardID{dataRules, rightsReview}, Basis: reported(amla, ""),
			Costs:   cost(strategy.Capital, "PKR 260000000"),
			Funding: []strategy.Funding{stateBudget("PKR 185000000"), donor(britishHC, "GBP 200000", "2026-10-01/2028-06-30")},
		},
	}
}
