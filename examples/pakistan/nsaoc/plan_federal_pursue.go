package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// federalPursue are the commitments on intelligence, borders and cybercrime.
func federalPursue() []strategy.Commitment {
	return []strategy.Commitment{
		{
			ID: "f-sharing-rules", Kind: strategy.Agreement,
			Title:      "Sign the rules for sharing intelligence between agencies and provinces",
			Objectives: []pillar.ObjectiveID{pursueIntelligence, promoteGovernment}, Lead: interior,
			Partners: []strategy.Partner{
				{Actor: provincialBoard, Role: actor.Consulted, Status: strategy.Proposed},
				{Actor: rightsCommsn, Role: actor.Consulted, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("2027-03-31"),
			Milestones: []strategy.Milestone{
				{ID: "m-rules-signed", Title: "Rules signed by the first eight agencies", Due: ocs.MustDeadline("2027-02-28")},
			},
			Powers: []actor.Power{actor.DataSharing}, Safeguards: []strategy.SafeguardID{dataRules, rightsReview, outsideView},
			Funding: ownStaff(),
		},
		{
			ID: "f-desk", Kind: strategy.Project,
			Title:      "Open a joint intelligence desk on organised crime",
			Objectives: []pillar.ObjectiveID{pursueIntelligence}, Lead: interior,
			Partners: []strategy.Partner{
				{Actor: anf, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: fia, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: nccia, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: fmu, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: customs, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: provincialPolice, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: niftac, Role: actor.Supporting, Status: strategy.Proposed},
				{Actor: britishHC, Role: actor.Donor, Status: strategy.Proposed},
			},
			Start: ocs.MustDate("2027-04-01"), Deadline: ocs.MustDeadline("2028-03-31"),
			DependsOn: []strategy.CommitmentID{"f-sharing-rules"},
			Milestones: []strategy.Milestone{
				{ID: "m-desk-open", Title: "Desk open with staff of six agencies", Due: ocs.MustDeadline("m-rules-signed+6m")},
			},
			Powers:     []actor.Power{actor.DataSharing},
			Safeguards: []strategy.SafeguardID{dataRules, rightsReview, outsideView},
			Costs: []strategy.Cost{
				{Money: ocs.MustMoney("PKR 500000000"), Class: strategy.Capital, Period: ocs.MustPeriod("2027-04-01/2028-03-31")},
				{Money: ocs.MustMoney("PKR 300000000"), Class: strategy.Personnel, Period: ocs.MustPeriod("2027-04-01/2028-03-31")},
			},
			Funding: []strategy.Funding{stateBudget("PKR 500000000"), donor(britishHC, "GBP 800000", "2027-04-01/2028-03-31")},
		},
		{
			ID: "f-assessment", Kind: strategy.Research,
			Title:      "Publish a national threat assessment every year",
			Objectives: []pillar.ObjectiveID{pursueIntelligence, promoteEvidence}, Lead: interior,
			Partners: []strategy.Partner{
				{Actor: universities, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: nioc, Role: actor.Consulted, Status: strategy.Proposed},
				{Actor: unodc, Role: actor.Supporting, Status: strategy.Proposed},
			},
			Start: ocs.MustDate("2027-01-01"), Deadline: ocs.MustDeadline("annually"),
			Safeguards: []strategy.SafeguardID{dataRules},
			Costs:      cost(strategy.Services, "PKR 45000000"), Funding: []strategy.Funding{stateBudget("PKR 45000000")},
		},
		{
			ID: "f-laboratories", Kind: strategy.Project,
			Title:      "Equip five laboratories for digital evidence",
			Objectives: []pillar.ObjectiveID{pursueOnline}, Lead: nccia,
			Partners: []strategy.Partner{
				{Actor: unodc, Role: actor.Supporting, Status: strategy.Proposed},
				{Actor: britishHC, Role: actor.Donor, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("2028-12-31"), Areas: []ocs.Area{"PK-IS", "PK-PB", "PK-SD", "PK-KP", "PK-BA"},
			Milestones: []strategy.Milestone{
				{ID: "m-laboratories-two", Title: "First two laboratories accredited", Due: ocs.MustDeadline("2027-12-31")},
			},
			Powers: []actor.Power{actor.SearchSeizure}, Safeguards: []strategy.SafeguardID{fairTrial, dataRules},
			Indicators: []pillar.Indicator{{
				ID: "i-laboratories", Name: "Accredited laboratories", Kind: pillar.Output, Unit: "laboratories",
				Direction: pillar.Increase, Baseline: none(), Targets: by("2028-12-31", "5"), Source: "Certificates",
				Frequency: ocs.CadenceAnnually, DisaggregatedBy: []pillar.Disaggregation{pillar.ByArea},
			}},
			Basis:   reported(peca, "s. 51"),
			Costs:   cost(strategy.Capital, "PKR 900000000"),
			Funding: []strategy.Funding{stateBudget("PKR 600000000"), donor(britishHC, "GBP 800000", "2026-10-01/2028-12-31")},
		},
		{
			ID: "f-surveillance", Kind: strategy.PolicyWork,
			Title: "Issue and publish the procedure for lawful interception in cybercrime cases",
			Description: "The amendment of January 2025 was criticised for its effect on speech, so that the procedure " +
				"names the court order, the time limit and the review.",
			Objectives: []pillar.ObjectiveID{pursueOnline}, Lead: nccia,
			Partners: []strategy.Partner{
				{Actor: rightsCommsn, Role: actor.Overseeing, Status: strategy.Proposed},
				{Actor: law, Role: actor.Consulted, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("adoption+6m"), Powers: []actor.Power{actor.Surveillance},
			Safeguards: []strategy.SafeguardID{rightsReview, dataRules, outsideView, fairTrial},
			Basis:      reported(peca, ""), Cites: []ocs.Cite{verified(techJuice, "")}, Funding: ownStaff(),
		},
		{
			ID: "f-ports", Kind: strategy.Project,
			Title:      "Set up joint control units at nine ports and crossings",
			Objectives: []pillar.ObjectiveID{pursueBorders}, Lead: customs,
			Partners: []strategy.Partner{
				{Actor: anf, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: fia, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: coastGuards, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: unodc, Role: actor.Supporting, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("2029-03-31"), Areas: []ocs.Area{"PK-SD", "PK-BA", "PK-KP", "PK-PB"},
			Milestones: []strategy.Milestone{
				{ID: "m-ports-sea", Title: "Units at the seaports", Due: ocs.MustDeadline("2027-12-31")},
				{ID: "m-ports-land", Title: "Units at four land crossings", Due: ocs.MustDeadline("2028-09-30"), Responsible: customs},
			},
			Powers: []actor.Power{actor.BorderControl, actor.SearchSeizure}, Safeguards: []strategy.SafeguardID{fairTrial, rightsReview},
			Costs: cost(strategy.Capital, "PKR 700000000"), Funding: []strategy.Funding{stateBudget("PKR 700000000")},
		},
		{
			// No lead, and no word on funding: gaps to close before adoption.
			ID: "f-wildlife", Kind: strategy.CapacityBuilding,
			Title:      "Train border staff to recognise protected animals and their parts",
			Objectives: []pillar.ObjectiveID{pursueBorders},
			Partners:   []strategy.Partner{{Actor: universities, Role: actor.Supporting, Status: strategy.Proposed}},
			Deadline:   ocs.MustDeadline("2028-Q4"),
		},
	}
}
