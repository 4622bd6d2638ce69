package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// provincial is the plan of the provinces and other subdivisions for domestic
// trafficking, victims and prevention. All of it is illustrative.
func provincial() strategy.Plan {
	commitments := append(deskCommitments(), justiceCommitments()...)
	commitments = append(commitments, victimCommitments()...)
	commitments = append(commitments, communityCommitments()...)
	return strategy.Plan{
		ID: provincialPlan, Version: "0.1", Title: "Provincial plan on trafficking and the protection of victims (illustrative)",
		Description: "Illustrative, with all sums. Owed within 90 days of the adoption of the strategy.",
		Owner:       interior, Stage: ocs.StageDraft, Period: ocs.MustPeriod("2026-10-01/2029-06-30"),
		Due:         ocs.MustDeadline("adoption+90d"),
		Covers:      []pillar.ID{pillar.Prevent, pillar.Pursue, pillar.Protect, pillar.Promote},
		Commitments: commitments,
		Total:       ocs.MustMoney("PKR 2110000000"),
		Budget: []strategy.BudgetLine{
			{
				ID: "b-desks", Title: "Desks and training", Pillar: pillar.Pursue, Money: ocs.MustMoney("PKR 665000000"),
				Commitments: []strategy.CommitmentID{"p-desks-pb", "p-desks-sd", "p-desks-kp", "p-desks-ba", "p-desks-is", "p-training"},
			},
			{
				ID: "b-victims", Title: "Shelters, legal aid, children", Pillar: pillar.Protect,
				Money:       ocs.MustMoney("PKR 1130000000"),
				Commitments: []strategy.CommitmentID{"p-shelters", "p-shelter-men", "p-legal-aid", "p-children", "p-treatment"},
			},
			{
				ID: "b-communities", Title: "Labour inspection and border districts", Pillar: pillar.Prevent,
				Money:       ocs.MustMoney("PKR 315000000"),
				Commitments: []strategy.CommitmentID{"p-labour", "p-border-kp", "p-border-ba"},
			},
		},
		Rates: []strategy.Rate{poundRate()},
	}
}

// provincialBudget is money that was asked of a provincial budget and not yet
// given.
func provincialBudget(sum string) strategy.Funding {
	return strategy.Funding{Source: strategy.ProvincialBudget, Money: ocs.MustMoney(sum), Status: strategy.Requested}
}

// deskCommitments are one measure with an activity for each police force.
func deskCommitments() []strategy.Commitment {
	return []strategy.Commitment{
		{
			ID: "p-desks", Kind: strategy.Measure,
			Title:      "Open an anti-trafficking desk at the police of 80 districts",
			Objectives: []pillar.ObjectiveID{pursueDomestic}, Lead: provincialPolice,
			Partners:   []strategy.Partner{{Actor: fia, Role: actor.Supporting, Status: strategy.Proposed}},
			Deadline:   ocs.MustDeadline("2029-03-31"),
			Safeguards: []strategy.SafeguardID{noPunishment, genderResponse, bestInterests},
			Basis:      reported(trafficAct, ""), Funding: ownStaff(),
		},
		desks("p-desks-pb", punjabPolice, "PK-PB", "2028-03-31", "PKR 250000000"),
		desks("p-desks-sd", sindhPolice, "PK-SD", "2028-03-31", "PKR 150000000"),
		desks("p-desks-kp", kpPolice, "PK-KP", "2028-09-30", "PKR 90000000"),
		desks("p-desks-ba", balochistanPol, "PK-BA", "2028-12-31", "PKR 60000000"),
		desks("p-desks-is", islamabadPolice, "PK-IS", "2027-09-30", "PKR 20000000"),
		desks("p-desks-gb", gbPolice, "PK-GB", "2029-03-31", ""),
		desks("p-desks-jk", ajkPolice, "PK-JK", "2029-03-31", ""),
	}
}

// desks is the activity of one police force; an empty sum is one that is not
// known yet.
func desks(id strategy.CommitmentID, lead actor.ID, area ocs.Area, deadline, sum string) strategy.Commitment {
	c := strategy.Commitment{
		ID: id, Kind: strategy.Activity, Parent: "p-desks", Title: "Open and staff the desks in " + string(area),
		Objectives: []pillar.ObjectiveID{pursueDomestic}, Lead: lead, Areas: []ocs.Area{area},
		Partners: []strategy.Partner{{Actor: socialWelfare, Role: actor.Supporting, Status: strategy.Proposed}},
		Deadline: ocs.MustDeadline(deadline), Powers: []actor.Power{actor.Investigation},
		Safeguards: []strategy.SafeguardID{noPunishment, fairTrial, genderResponse}, Basis: reported(trafficAct, ""),
	}
	if sum == "" {
		c.Unfunded = "Number of desks and their cost are still being agreed"
		return c
	}
	c.Costs, c.Funding = cost(strategy.Personnel, sum), []strategy.Funding{provincialBudget(sum)}
	return c
}

func justiceCommitments() []strategy.Commitment {
	return []strategy.Commitment{
		{
			ID: "p-training", Kind: strategy.CapacityBuilding,
			Title:      "Train prosecutors and investigators together on domestic trafficking",
			Objectives: []pillar.ObjectiveID{pursueDomestic}, Lead: prosecutors,
			Partners: []strategy.Partner{
				{Actor: provincialPolice, Role: actor.Beneficiary, Status: strategy.Proposed},
				{Actor: judicialSchool, Role: actor.Implementing, Status: strategy.Proposed},
				{Actor: unodc, Role: actor.Supporting, Status: strategy.Proposed},
				{Actor: britishHC, Role: actor.Donor, Status: strategy.Proposed},
			},
			Deadline: ocs.MustDeadline("2028-06-30"), Safeguards: []strategy.SafeguardID{noPunishment, genderResponse},
			Indicators: []pillar.Indicator{{
				ID: "i-training", Name: "Prosecutors and investigators who pass the course", Kind: pillar.Output, Unit: "persons",
				Direction: pillar.Increase, Reading: pillar.Cumulative, Baseline: none(), Targets: by("2028-06-30", "900"),
				Source: "Course records", Responsible: prosecutors, Frequency: ocs.CadenceSemiannually,
				People: true, DisaggregatedBy: []pillar.Disaggregation{pillar.BySex, pillar.ByAge, pillar.ByArea},
			}},
			Costs:   cost(strategy.TrainingCost, "PKR 95000000"),
			Funding: []strategy.Funding{provincialBudget("PKR 20000000"), donor(britishHC, "GBP 200000", "2027-01-01/2028-06-30")},
		},
		{
			// No funding and no reason: one of the gaps to close before adoption.
			ID: "p-safe-houses", Kind: strategy.Project,
			Title:      "Prepare safe houses for witnesses in Sindh",
			Objectives: []pillar.ObjectiveID{protectWitnesses}, Lead: sindhHome, Areas: []ocs.Area{"PK-SD"},
			Partners: []strategy.Partner{{Actor: sindhPolice, Role: actor.Implementing, Status: strategy.Proposed}},
			Deadline: ocs.MustDeadline("2028-12-31"), Powers: []actor.Power{actor.WitnessProtection},
			Safeguards: []strategy.SafeguardID{dataRules, fairTrial},
		},
		{
			ID: "p-committees", Kind: strategy.Activity,
			Title:      "Hold the district committees against trafficking and report what they decide",
			Objectives: []pillar.ObjectiveID{promoteGovernment}, Lead: antiTrafficking,
			Partners: []strategy.Partner{{Actor: labourDepts, Role: actor.Implementing, Status: strategy.Proposed}},
			Deadline: ocs.MustDeadline("quarterly"), Cites: []ocs.Cite{verified(recorder, "")}, Funding: ownStaff(),
		},
		{
			ID: "p-returns", Kind: strategy.Activity,
			Title:      "Send figures on cases and victims to the secretariat, broken down by sex and age",
			Objectives: []pillar.ObjectiveID{promoteEvidence}, Lead: provincialPolice,
			Partners: []strategy.Partner{{Actor: socialWelfare, Role: actor.Implementing, Status: strategy.Proposed}},
			Deadline: ocs.MustDeadline("continuous"), Review: ocs.MustDate("2028-03-31"),
			Safeguards: []strategy.SafeguardID{dataRules, genderResponse}, Funding: ownStaff(),
		},
	}
}
