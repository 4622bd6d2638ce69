package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// consultations are real, as the press reported them. Of the second only the
// participants that the report names are listed.
func consultations() []strategy.Consultation {
	return []strategy.Consultation{
		{
			ID: "w-2025-10", Title: "Two-day workshop to prepare the national strategy. The exact date is unresolved: one report is of " +
				"2 October, another of 7 October says Monday",
			Held: ocs.MustPeriod("2025-10"), Place: "Islamabad", Status: strategy.Held,
			ConvenedBy: []actor.ID{interior, unodc}, SupportedBy: []actor.ID{britishHC},
			Participants: []actor.ID{interior, anf, fia, provincialPolice, amlDirector, britishHC, civilSociety, universities},
			Topics: []string{"Drug trafficking", "Human trafficking", "Cybercrime", "Transnational criminal networks",
				"Prevent, Pursue, Protect and Promote"},
			Outcomes: []string{"Better investigations", "Sharing of intelligence", "Protection of victims", "Human-rights safeguards",
				"Ends: justice, protected communities, long-term peace and development"},
			Informs: []pillar.ObjectiveID{pursueIntelligence, pursueCases, pursueOnline, protectVictims, promoteWorld},
			Cites:   []ocs.Cite{verified(mnn, ""), verified(dawnWorkshop, "date conflicts")},
		},
		{
			ID: "w-2026-02", Title: "Consultative workshop towards finalising the national strategy",
			Held: ocs.MustPeriod("2026-02-16/2026-02-17"), Status: strategy.Held,
			Participants: []actor.ID{interior, fia}, Attendance: 60,
			Topics: []string{"Irregular migration", "Human smuggling", "Cybercrime", "Money laundering"},
			Outcomes: []string{"The ministry reaffirmed its will to endorse and implement the strategy",
				"Asked for: capacity to investigate, intelligence sharing, approaches that respond to gender, coordination of agencies",
				"FIA asked for operational results"},
			Informs: []pillar.ObjectiveID{pursueIntelligence, pursueAssets, pursueOnline, preventMigration, protectMigrants,
				promoteGovernment},
			Cites: []ocs.Cite{verified(spokesman, "about 60 participants"), verified(mediaNetwork, "says launched; contradicted")},
		},
	}
}

// safeguards are illustrative, with one of each kind.
func safeguards() []strategy.Safeguard {
	return []strategy.Safeguard{
		{
			ID: rightsReview, Kind: strategy.HumanRights, Title: "Rights review",
			Description: "Before a power is used in a new way its effect on rights is assessed in writing and reviewed yearly.",
			Responsible: rightsCommsn, Instrument: recalled(constitution, ""),
		},
		{
			ID: genderResponse, Kind: strategy.Gender, Title: "Response to gender",
			Description: "Services and figures are planned for women, men, girls and boys; female staff interview female victims.",
			Responsible: rights,
		},
		{
			ID: dataRules, Kind: strategy.DataProtection, Title: "Data rules",
			Description: "Purpose, access log, time limit and deletion are set before data are shared.",
			Responsible: interior,
		},
		{
			ID: fairTrial, Kind: strategy.DueProcess, Title: "Due process",
			Description: "Court order where the law asks for one, disclosure to the defence, appeal against freezing.",
			Responsible: law, Instrument: recalled(constitution, ""),
		},
		{
			ID: outsideView, Kind: strategy.OversightSafeguard, Title: "View from outside",
			Description: "An office without part in operations sees how covert powers are used and reports on it.",
			Responsible: rightsCommsn,
		},
		{
			ID: bestInterests, Kind: strategy.ChildProtection, Title: "Best interests of the child",
			Description: "Children are heard by trained staff, kept apart from adults, and not held in custody.",
			Responsible: socialWelfare,
		},
		{
			ID: noPunishment, Kind: strategy.NonPunishment, Title: "No punishment of victims",
			Description: "Victims are not charged with what they were compelled to do; smuggled migrants are not charged with being smuggled.",
			Responsible: law, Instrument: reported(smugglingAct, ""),
		},
		{
			ID: assistance, Kind: strategy.VictimAssistance, Title: "Assistance",
			Description: "Shelter, health care, legal aid and a way home or to stay do not depend on giving evidence.",
			Responsible: rights, Instrument: reported(trafficAct, ""),
		},
	}
}

// risks are illustrative.
func risks() []strategy.Risk {
	return []strategy.Risk{
		{
			ID: "r-money", Likelihood: strategy.High, Impact: strategy.High, Owner: finance,
			Description: "The budget is cut or comes late.",
			Mitigations: []string{"Actions are ranked, so that cuts fall on the last", "Costs are phased by year"},
			Affects:     []ocs.ID{ocs.ID(federalPlan), "f-desk", "f-laboratories"},
		},
		{
			ID: "r-overlap", Likelihood: strategy.High, Impact: strategy.Medium, Owner: interior,
			Description: "Agencies with overlapping mandates compete instead of sharing.",
			Mitigations: []string{"Rules for sharing are signed first", "The committee settles overlaps in writing"},
			Affects:     []ocs.ID{"f-sharing-rules", "f-desk", "f-teams"},
		},
		{
			ID: "r-provinces", Likelihood: strategy.Medium, Impact: strategy.High, Owner: provincialBoard,
			Description: "Provinces adopt their plan late or not at all.",
			Mitigations: []string{"The board has a seat for each", "The plan is owed within 90 days"},
			Affects:     []ocs.ID{ocs.ID(provincialPlan), ocs.ID(pursueDomestic)},
		},
		{
			ID: "r-rights", Likelihood: strategy.Medium, Impact: strategy.VeryHigh, Owner: rightsCommsn,
			Description: "Powers against cybercrime are turned against lawful speech.",
			Mitigations: []string{"The procedure is published", "An office outside reviews its use"},
			Affects:     []ocs.ID{"f-surveillance", ocs.ID(pursueOnline)},
		},
		{
			ID: "r-skills", Likelihood: strategy.Medium, Impact: strategy.Medium, Owner: nccia,
			Description: "Trained staff leave for better pay.",
			Mitigations: []string{"A technical cadre with its own scale", "Training is bound to years of service"},
			Affects:     []ocs.ID{"f-laboratories", "f-parallel"},
		},
		{
			ID: "r-donor", Likelihood: strategy.Medium, Impact: strategy.Low, Owner: interior,
			Description: "Hoped-for grants are not made.",
			Mitigations: []string{"No grant pays the whole of an action that others depend on"},
			Affects:     []ocs.ID{"f-districts", "f-blocking", "p-legal-aid"},
		},
	}
}

// evaluations are independent where the evaluator has no part in delivery. They
// and the duties to report are illustrative.
func evaluations() []strategy.Evaluation {
	return []strategy.Evaluation{
		{ID: "ev-baseline", Kind: strategy.BaselineStudy, By: universities, Due: ocs.MustDeadline("2027-03-31")},
		{ID: "ev-rights", Kind: strategy.HumanRightsImpact, By: rightsCommsn, Independent: true, Due: ocs.MustDeadline("adoption+12m")},
		{ID: "ev-gender", Kind: strategy.GenderAnalysis, By: rightsCommsn, Independent: true, Due: ocs.MustDeadline("2027-06-30")},
		{ID: "ev-mid-term", Kind: strategy.MidTerm, By: interior, Due: ocs.MustDeadline("2029-01-31")},
		{ID: "ev-final", Kind: strategy.FinalEvaluation, By: auditor, Independent: true, Due: ocs.MustDeadline("2031-03-31")},
	}
}

func reporting() []strategy.ReportingDuty {
	return []strategy.ReportingDuty{
		{
			ID: "d-federal", By: interior, To: []actor.ID{steering}, Plan: federalPlan, Cadence: ocs.CadenceQuarterly,
			Due: ocs.MustDate("2026-12-31"),
		},
		{
			ID: "d-provincial", By: provincialBoard, To: []actor.ID{steering}, Plan: provincialPlan, Cadence: ocs.CadenceSemiannually,
			Due: ocs.MustDate("2027-06-30"),
		},
		{ID: "d-public", By: steering, To: []actor.ID{cabinet}, Cadence: ocs.CadenceAnnually, Due: ocs.MustDate("2027-09-30"), Public: true},
	}
}
