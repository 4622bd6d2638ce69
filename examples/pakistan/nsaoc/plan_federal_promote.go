package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// federalPromote are the commitments on coordination, cooperation and
// evidence, and the one on papers, which is horizontal.
func federalPromote() []strategy.Commitment {
	return []strategy.Commitment{
		{
			ID: "f-secretariat", Kind: strategy.Programme,
			Title:      "Staff the secretariat that follows this plan and publishes how it goes",
			Objectives: []pillar.ObjectiveID{promoteGovernment}, Lead: interior,
			Deadline: ocs.MustDeadline("continuous"), Review: ocs.MustDate("2028-06-30"),
			Costs: cost(strategy.Personnel, "PKR 60000000"), Funding: []strategy.Funding{stateBudget("PKR 60000000")},
		},
		{
			ID: "f-requests", Kind: strategy.Project,
			Title:      "Give the central authority a case system for requests from and to other States",
			Objectives: []pillar.ObjectiveID{promoteWorld, pursueAssets}, Lead: interior,
			Partners: []strategy.Partner{
				{Actor: foreign, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: law, Role: actor.Supporting, Status: strategy.Proposed},
				{Actor: unodc, Role: actor.Supporting, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("2028-03-31"), Powers: []actor.Power{actor.MutualLegalAssistance, actor.Extradition},
			Safeguards: []strategy.SafeguardID{fairTrial, rightsReview, dataRules}, Basis: recalled(mlaAct, ""),
			Costs: cost(strategy.Capital, "PKR 130000000"), Funding: []strategy.Funding{stateBudget("PKR 130000000")},
		},
		{
			ID: "f-agreements", Kind: strategy.Agreement,
			Title:      "Conclude agreements on joint investigations with States of transit and destination",
			Objectives: []pillar.ObjectiveID{promoteWorld}, Lead: foreign,
			Partners: []strategy.Partner{
				{Actor: interior, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: fia, Role: actor.Supporting, Status: strategy.Proposed},
				{Actor: anf, Role: actor.Supporting, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("2029-06-30"), Safeguards: []strategy.SafeguardID{rightsReview},
			Indicators: []pillar.Indicator{{
				ID: "i-agreements", Name: "Agreements in force", Kind: pillar.Output, Unit: "agreements",
				Direction: pillar.Increase, Baseline: pending(), Targets: by("2029-06-30", "6"), Source: "Treaty register",
				Frequency: ocs.CadenceAnnually,
			}},
			Costs: cost(strategy.OtherCost, "PKR 25000000"), Funding: []strategy.Funding{stateBudget("PKR 25000000")},
		},
		{
			// No deadline: one of the gaps to close before adoption.
			ID: "f-liaison", Kind: strategy.CapacityBuilding,
			Title:      "Post liaison officers where the routes lead",
			Objectives: []pillar.ObjectiveID{promoteWorld}, Lead: fia,
			Partners: []strategy.Partner{
				{Actor: anf, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: foreign, Role: actor.Supporting, Status: strategy.Proposed},
			},
			Powers:     []actor.Power{actor.DataSharing},
			Safeguards: []strategy.SafeguardID{dataRules, rightsReview},
			Unfunded:   "Posts are not sanctioned yet",
		},
		{
			ID: "f-forum", Kind: strategy.Activity,
			Title:      "Meet civil society, universities and business twice a year and publish the conclusions",
			Objectives: []pillar.ObjectiveID{promoteSociety}, Lead: interior,
			Partners: []strategy.Partner{
				{Actor: civilSociety, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: nioc, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: universities, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: banks, Role: actor.Consulted, Status: strategy.Proposed},
				{Actor: telecoms, Role: actor.Consulted, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("semiannually"),
			Costs:    cost(strategy.Services, "PKR 15000000"), Funding: []strategy.Funding{stateBudget("PKR 15000000")},
		},
		{
			ID: "f-statistics", Kind: strategy.Project,
			Title:      "Count offences in all agencies by the international classification of crime",
			Objectives: []pillar.ObjectiveID{promoteEvidence}, Lead: interior,
			Partners: []strategy.Partner{
				{Actor: universities, Role: actor.Supporting, Status: strategy.Proposed},
				{Actor: provincialPolice, Role: actor.Implementing, Status: strategy.Proposed},
			},
			Start: ocs.MustDate("2027-04-01"), Deadline: ocs.MustDeadline("2029-03-31"),
			DependsOn:  []strategy.CommitmentID{"f-baseline"},
			Safeguards: []strategy.SafeguardID{dataRules},
			Costs:      cost(strategy.Services, "PKR 160000000"), Funding: []strategy.Funding{stateBudget("PKR 160000000")},
		},
		{
			ID: "f-baseline", Kind: strategy.Research,
			Title:      "Establish the baselines of all indicators",
			Objectives: []pillar.ObjectiveID{promoteEvidence}, Lead: interior,
			Partners: []strategy.Partner{
				{Actor: universities, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: britishHC, Role: actor.Donor, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("2027-03-31"),
			Costs:    cost(strategy.Services, "PKR 30000000"),
			Funding:  []strategy.Funding{donor(britishHC, "GBP 80000", "2026-10-01/2027-03-31")},
		},
		{
			ID: "f-papers", Kind: strategy.Project,
			Title:      "Keep one register of lost and false papers that every border post can query",
			Objectives: []pillar.ObjectiveID{documents}, Lead: passports,
			Partners: []strategy.Partner{
				{Actor: fia, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: customs, Role: actor.Implementing, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("2028-06-30"), Safeguards: []strategy.SafeguardID{dataRules},
			Costs: cost(strategy.Capital, "PKR 220000000"), Funding: []strategy.Funding{stateBudget("PKR 220000000")},
		},
	}
}
