package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

func federalProtect() []strategy.Commitment {
	return []strategy.Commitment{
		{
			ID: "f-referral", Kind: strategy.PolicyWork,
			Title:      "Agree on one national procedure to identify and refer victims of trafficking",
			Objectives: []pillar.ObjectiveID{protectVictims}, Lead: rights,
			Partners: []strategy.Partner{
				{Actor: fia, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: provincialPolice, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: socialWelfare, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: civilSociety, Role: actor.Consulted, Status: strategy.Proposed},
				{Actor: unodc, Role: actor.Supporting, Status: strategy.Proposed},
			},
			Deadline:   ocs.MustDeadline("2027-06-30"),
			Safeguards: []strategy.SafeguardID{noPunishment, assistance, genderResponse, bestInterests, dataRules},
			Basis:      reported(trafficAct, ""),
			Costs:      cost(strategy.Services, "PKR 35000000"), Funding: []strategy.Funding{stateBudget("PKR 35000000")},
		},
		{
			ID: "f-instruction", Kind: strategy.PolicyWork,
			Title:      "Instruct all prosecutors not to charge victims for what they were compelled to do",
			Objectives: []pillar.ObjectiveID{protectVictims}, Lead: law,
			Partners: []strategy.Partner{{Actor: prosecutors, Role: actor.Implementing, Status: strategy.Proposed}},
			Deadline: ocs.MustDeadline("adoption+90d"), Safeguards: []strategy.SafeguardID{noPunishment, fairTrial},
			Funding: ownStaff(),
		},
		{
			ID: "f-screening", Kind: strategy.Programme,
			Title:      "Screen smuggled migrants for need of protection, at the border and on return",
			Objectives: []pillar.ObjectiveID{protectMigrants, protectVictims}, Lead: fia,
			Partners: []strategy.Partner{
				{Actor: rights, Role: actor.Supporting, Status: strategy.Proposed},
				{Actor: civilSociety, Role: actor.Implementing, Status: strategy.Proposed},
			},
			Start: ocs.MustDate("2027-07-01"), Deadline: ocs.MustDeadline("2028-06-30"),
			DependsOn:  []strategy.CommitmentID{"f-referral"},
			Safeguards: []strategy.SafeguardID{rightsReview, noPunishment, bestInterests, assistance, genderResponse},
			Basis:      reported(smugglingAct, ""),
			Costs:      cost(strategy.Services, "PKR 110000000"), Funding: []strategy.Funding{stateBudget("PKR 110000000")},
		},
		{
			ID: "f-witness-law", Kind: strategy.Legislation,
			Title:      "Prepare a federal law on the protection of witnesses",
			Objectives: []pillar.ObjectiveID{protectWitnesses}, Lead: law,
			Partners: []strategy.Partner{
				{Actor: interior, Role: actor.Consulted, Status: strategy.Proposed},
				{Actor: rightsCommsn, Role: actor.Consulted, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("2028-12-31"), Safeguards: []strategy.SafeguardID{fairTrial, rightsReview},
			Costs: cost(strategy.Institutional, "PKR 20000000"), Funding: []strategy.Funding{stateBudget("PKR 20000000")},
		},
		{
			ID: "f-help-line", Kind: strategy.Programme,
			Title:      "Run a help line for persons abused or blackmailed online",
			Objectives: []pillar.ObjectiveID{protectOnline}, Lead: nccia,
			Partners: []strategy.Partner{{Actor: civilSociety, Role: actor.Implementing, Status: strategy.Proposed}},
			Start:    ocs.MustDate("2028-04-01"), Deadline: ocs.MustDeadline("2029-03-31"),
			DependsOn:  []strategy.CommitmentID{"f-blocking"},
			Safeguards: []strategy.SafeguardID{assistance, genderResponse, bestInterests, dataRules},
			Unfunded:   "To be costed once the platform on which it rests is built",
		},
	}
}
