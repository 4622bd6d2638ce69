package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

func victimCommitments() []strategy.Commitment {
	return []strategy.Commitment{
		{
			ID: "p-shelters", Kind: strategy.Programme,
			Title:      "Keep a shelter for women and children who were trafficked in every division",
			Objectives: []pillar.ObjectiveID{protectVictims}, Lead: socialWelfare,
			Partners: []strategy.Partner{
				{Actor: civilSociety, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: rights, Role: actor.Overseeing, Status: strategy.Proposed},
			},
			Deadline:   ocs.MustDeadline("2029-06-30"),
			Milestones: []strategy.Milestone{{ID: "m-shelters-half", Title: "Half of the divisions", Due: ocs.MustDeadline("2028-03-31")}},
			Powers:     []actor.Power{actor.VictimAssistance},
			Safeguards: []strategy.SafeguardID{assistance, genderResponse, bestInterests, dataRules},
			Indicators: []pillar.Indicator{{
				ID: "i-shelters", Name: "Places in shelters that meet the standard", Kind: pillar.Output, Unit: "places",
				Direction: pillar.Increase, Baseline: pending(), Targets: by("2029-06-30", "1500"),
				Source: "Inspections", Responsible: rights, Frequency: ocs.CadenceSemiannually,
				DisaggregatedBy: []pillar.Disaggregation{pillar.ByArea},
			}},
			Costs: cost(strategy.Recurrent, "PKR 420000000"), Funding: []strategy.Funding{provincialBudget("PKR 420000000")},
		},
		{
			ID: "p-shelter-men", Kind: strategy.Pilot,
			Title:      "Try a shelter for men and boys in Sindh",
			Objectives: []pillar.ObjectiveID{protectVictims}, Lead: socialWelfare, Areas: []ocs.Area{"PK-SD"},
			Partners: []strategy.Partner{{Actor: civilSociety, Role: actor.Implementing, Status: strategy.Proposed}},
			Deadline: ocs.MustDeadline("2028-03-31"), Powers: []actor.Power{actor.VictimAssistance},
			Safeguards: []strategy.SafeguardID{assistance, bestInterests},
			Costs:      cost(strategy.Services, "PKR 70000000"), Funding: []strategy.Funding{provincialBudget("PKR 70000000")},
		},
		{
			ID: "p-legal-aid", Kind: strategy.Programme,
			Title:      "Give victims legal aid from the first statement to compensation",
			Objectives: []pillar.ObjectiveID{protectVictims, protectMigrants}, Lead: civilSociety,
			Partners: []strategy.Partner{
				{Actor: law, Role: actor.Supporting, Status: strategy.Proposed},
				{Actor: britishHC, Role: actor.Donor, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("2029-03-31"), Powers: []actor.Power{actor.VictimAssistance},
			Safeguards: []strategy.SafeguardID{assistance, fairTrial, genderResponse},
			Costs:      cost(strategy.Services, "PKR 60000000"),
			Funding:    []strategy.Funding{donor(britishHC, "GBP 160000", "2027-01-01/2029-03-31")},
		},
		{
			ID: "p-children", Kind: strategy.Project,
			Title:      "Take children who are made to beg to care and not to custody",
			Objectives: []pillar.ObjectiveID{protectVictims}, Lead: punjabHome, Areas: []ocs.Area{"PK-PB"},
			Partners: []strategy.Partner{
				{Actor: punjabPolice, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: socialWelfare, Role: actor.Implementing, Status: strategy.Proposed},
			},
			Start: ocs.MustDate("2027-07-01"), Deadline: ocs.MustDeadline("2028-12-31"),
			DependsOn:  []strategy.CommitmentID{"f-referral"},
			Safeguards: []strategy.SafeguardID{bestInterests, noPunishment, assistance},
			Costs:      cost(strategy.Services, "PKR 80000000"), Funding: []strategy.Funding{provincialBudget("PKR 80000000")},
		},
		{
			ID: "p-treatment", Kind: strategy.Programme,
			Title:      "Offer treatment for dependence in every division, by referral and without a criminal record",
			Objectives: []pillar.ObjectiveID{protectHealth}, Lead: socialWelfare,
			Partners: []strategy.Partner{
				{Actor: anf, Role: actor.Supporting, Status: strategy.Proposed},
				{Actor: civilSociety, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: unodc, Role: actor.Supporting, Status: strategy.Proposed},
			},
			Deadline:   ocs.MustDeadline("2029-06-30"),
			Safeguards: []strategy.SafeguardID{rightsReview, genderResponse, dataRules},
			Costs:      cost(strategy.Recurrent, "PKR 500000000"), Funding: []strategy.Funding{provincialBudget("PKR 500000000")},
		},
	}
}

func communityCommitments() []strategy.Commitment {
	return []strategy.Commitment{
		{
			ID: "p-labour", Kind: strategy.Programme,
			Title:      "Inspect brick kilns, farms and households for bonded labour",
			Objectives: []pillar.ObjectiveID{preventMigration, protectVictims}, Lead: labourDepts,
			Partners: []strategy.Partner{
				{Actor: provincialPolice, Role: actor.Supporting, Status: strategy.Proposed},
				{Actor: civilSociety, Role: actor.Consulted, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("2029-03-31"), Powers: []actor.Power{actor.Regulation},
			Safeguards: []strategy.SafeguardID{noPunishment, bestInterests}, Basis: recalled(constitution, "art. 11"),
			Costs: cost(strategy.Recurrent, "PKR 75000000"), Funding: []strategy.Funding{provincialBudget("PKR 75000000")},
		},
		{
			ID: "p-border-kp", Kind: strategy.Programme,
			Title:      "Offer training and work to young people in the border districts of Khyber Pakhtunkhwa",
			Objectives: []pillar.ObjectiveID{preventRecruitment}, Lead: kpHome, Areas: []ocs.Area{"PK-KP"},
			Partners: []strategy.Partner{{Actor: civilSociety, Role: actor.Implementing, Status: strategy.Proposed}},
			Deadline: ocs.MustDeadline("2029-06-30"), Safeguards: []strategy.SafeguardID{bestInterests, genderResponse},
			Costs: cost(strategy.Services, "PKR 140000000"), Funding: []strategy.Funding{provincialBudget("PKR 140000000")},
		},
		{
			ID: "p-border-ba", Kind: strategy.Programme,
			Title:      "Offer training and work to young people in the border districts of Balochistan",
			Objectives: []pillar.ObjectiveID{preventRecruitment}, Lead: balochistanHome, Areas: []ocs.Area{"PK-BA"},
			Partners: []strategy.Partner{{Actor: universities, Role: actor.Supporting, Status: strategy.Proposed}},
			Deadline: ocs.MustDeadline("2029-06-30"), Safeguards: []strategy.SafeguardID{bestInterests, genderResponse},
			Costs: cost(strategy.Services, "PKR 100000000"), Funding: []strategy.Funding{provincialBudget("PKR 100000000")},
		},
	}
}
