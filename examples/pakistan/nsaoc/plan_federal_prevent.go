package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

func federalPrevent() []strategy.Commitment {
	return []strategy.Commitment{
		{
			ID: "f-districts", Kind: strategy.Programme,
			Title:      "Run prevention programmes with schools and families in the 24 districts most exposed",
			Objectives: []pillar.ObjectiveID{preventRecruitment}, Lead: interior,
			Partners: []strategy.Partner{
				{Actor: civilSociety, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: nioc, Role: actor.Supporting, Status: strategy.Proposed},
				{Actor: universities, Role: actor.Consulted, Status: strategy.Proposed},
				{Actor: britishHC, Role: actor.Donor, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("2029-03-31"),
			Milestones: []strategy.Milestone{
				{ID: "m-districts-chosen", Title: "Districts chosen on published criteria", Due: ocs.MustDeadline("adoption+120d")},
				{ID: "m-districts-running", Title: "Programmes run in 12 districts", Due: ocs.MustDeadline("2028-03-31")},
			},
			Safeguards: []strategy.SafeguardID{bestInterests, genderResponse},
			Indicators: []pillar.Indicator{{
				ID: "i-districts-running", Name: "Districts with a running programme", Kind: pillar.Output, Unit: "districts",
				Direction: pillar.Increase, Baseline: none(), Targets: by("2029-03-31", "24"), Source: "Programme records",
				Frequency: ocs.CadenceSemiannually,
			}},
			Costs:   cost(strategy.Services, "PKR 600000000"),
			Funding: []strategy.Funding{stateBudget("PKR 450000000"), donor(britishHC, "GBP 400000", "2026-10-01/2029-03-31")},
		},
		{
			ID: "f-campaign", Kind: strategy.Programme,
			Title:      "Inform on safe migration and on the tricks of traffickers and smugglers",
			Objectives: []pillar.ObjectiveID{preventMigration}, Lead: fia,
			Partners: []strategy.Partner{
				{Actor: civilSociety, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: unodc, Role: actor.Supporting, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("continuous"), Review: ocs.MustDate("2027-12-31"),
			Safeguards: []strategy.SafeguardID{genderResponse},
			Costs:      cost(strategy.Services, "PKR 180000000"), Funding: []strategy.Funding{stateBudget("PKR 180000000")},
		},
		{
			ID: "f-recruiters", Kind: strategy.Project,
			Title:      "Open a telephone and web service to check a recruiter's licence",
			Objectives: []pillar.ObjectiveID{preventMigration}, Lead: interior,
			Partners: []strategy.Partner{
				{Actor: telecoms, Role: actor.Supporting, Status: strategy.Proposed},
				{Actor: labourDepts, Role: actor.Implementing, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("2027-Q4"),
			Indicators: []pillar.Indicator{{
				ID: "i-recruiters-open", Name: "Service is open in Urdu and four provincial languages", Kind: pillar.Output,
				Value: pillar.YesNo, Baseline: pillar.Baseline{Text: "no", Date: ocs.MustDate("2026-06-30")},
				Targets: []pillar.Target{{By: ocs.MustDate("2027-12-31"), Text: "yes"}}, Source: "Service itself",
				Frequency: ocs.CadenceAnnually,
			}},
			Costs: cost(strategy.Capital, "PKR 60000000"), Funding: []strategy.Funding{stateBudget("PKR 60000000")},
		},
		{
			ID: "f-value-transfer", Kind: strategy.Activity,
			Title:      "Inspect exchange companies and act on unlicensed value transfer",
			Objectives: []pillar.ObjectiveID{preventEconomy}, Lead: stateBank,
			Partners: []strategy.Partner{
				{Actor: fmu, Role: actor.Supporting, Status: strategy.Proposed},
				{Actor: banks, Role: actor.Consulted, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("quarterly"), Powers: []actor.Power{actor.Regulation},
			Basis: reported(amla, ""), Funding: ownStaff(),
		},
		{
			ID: "f-owners", Kind: strategy.Project,
			Title:      "Verify the entries on who ultimately owns and controls companies",
			Objectives: []pillar.ObjectiveID{preventEconomy}, Lead: secp,
			Partners: []strategy.Partner{{Actor: fbr, Role: actor.Supporting, Status: strategy.Proposed}},
			Deadline: ocs.MustDeadline("2028-06-30"), Powers: []actor.Power{actor.Regulation},
			Costs: cost(strategy.Services, "PKR 90000000"), Funding: []strategy.Funding{stateBudget("PKR 90000000")},
		},
		{
			ID: "f-integrity", Kind: strategy.PolicyWork,
			Title:      "Put an integrity plan in place in every agency with powers to arrest or search",
			Objectives: []pillar.ObjectiveID{preventIntegrity}, Lead: interior,
			Partners: []strategy.Partner{
				{Actor: nab, Role: actor.Supporting, Status: strategy.Proposed},
				{Actor: auditor, Role: actor.Overseeing, Status: strategy.Proposed},
			},
			Deadline:   ocs.MustDeadline("2028-12-31"),
			Safeguards: []strategy.SafeguardID{outsideView},
			Costs:      cost(strategy.TrainingCost, "PKR 40000000"), Funding: []strategy.Funding{stateBudget("PKR 40000000")},
		},
		{
			ID: "f-blocking", Kind: strategy.Project,
			Title:      "Build a platform on which reported accounts and numbers are blocked within a day",
			Objectives: []pillar.ObjectiveID{preventOnline, protectOnline}, Lead: nccia,
			Partners: []strategy.Partner{
				{Actor: banks, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: telecoms, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: stateBank, Role: actor.Supporting, Status: strategy.Proposed},
				{Actor: britishHC, Role: actor.Donor, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("2028-03-31"),
			Milestones: []strategy.Milestone{
				{ID: "m-blocking-rules", Title: "Rules on blocking, appeal and unblocking published", Due: ocs.MustDeadline("2027-06-30")},
				{ID: "m-blocking-pilot", Title: "Pilot with the first companies", Due: ocs.MustDeadline("m-blocking-rules+3m")},
			},
			Powers: []actor.Power{actor.DataSharing}, Safeguards: []strategy.SafeguardID{dataRules, rightsReview, fairTrial},
			Costs:   cost(strategy.Capital, "PKR 350000000"),
			Funding: []strategy.Funding{stateBudget("PKR 237500000"), donor(britishHC, "GBP 300000", "2026-10-01/2028-03-31")},
		},
		{
			ID: "f-precursors", Kind: strategy.Project,
			Title:      "Track trade in precursors from import to end use",
			Objectives: []pillar.ObjectiveID{preventSupply}, Lead: anf,
			Partners: []strategy.Partner{{Actor: customs, Role: actor.Implementing, Status: strategy.Proposed}},
			Deadline: ocs.MustDeadline("2028-12-31"), Powers: []actor.Power{actor.Prevention},
			Costs: cost(strategy.Capital, "PKR 120000000"), Funding: []strategy.Funding{stateBudget("PKR 120000000")},
		},
		{
			ID: "f-firearms", Kind: strategy.Legislation,
			Title:      "Agree on one licence and one record for firearms in all provinces",
			Objectives: []pillar.ObjectiveID{preventSupply}, Lead: interior,
			Partners: []strategy.Partner{{Actor: provincialBoard, Role: actor.Consulted, Status: strategy.Proposed}},
			Deadline: ocs.MustDeadline("2029-03-31"),
			Unfunded: "Federation and provinces have not agreed who pays for the common record",
		},
	}
}
