package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

func promoteObjectives() []pillar.Objective {
	return []pillar.Objective{
		{
			ID: promoteGovernment, Pillar: pillar.Promote, Enabling: true,
			Title:    "Act as one government, federal and provincial",
			Problem:  "Mandates are split by subject, by scope and by tier; nobody settles the overlaps.",
			Approach: "A steering committee, a provincial board, and plans that name one lead for each commitment.",
			Owner:    interior, Articles: []ocs.Article{"untoc/31"}, Goals: []ocs.ID{goalPeace},
			Indicators: []pillar.Indicator{
				{
					ID: "i-government-meetings", Name: "Meetings of the steering committee with published conclusions",
					Kind: pillar.Process, Unit: "meetings", Direction: pillar.Increase, Reading: pillar.Cumulative, Baseline: none(),
					Targets: by("2031-06-30", "18"), Source: "Minutes", Responsible: interior, Frequency: ocs.CadenceSemiannually,
				},
				{
					ID: "i-government-overlaps", Name: "Overlaps of mandate settled by written agreement",
					Kind: pillar.Outcome, Unit: "%", Direction: pillar.Increase, Baseline: pending(),
					Targets: by("2029-06-30", "90"), Source: "Register of the secretariat", Responsible: interior,
					Frequency: ocs.CadenceAnnually,
				},
			},
		},
		{
			ID: promoteWorld, Pillar: pillar.Promote, Also: []pillar.ID{pillar.Pursue},
			Title:   "Work with other States as fast as the networks do",
			Threats: []threat.ID{opiates, transnationalTraffic, migrantSmuggling, cybercrime, laundering, arms, fauna},
			Owner:   interior, Articles: []ocs.Article{"untoc/16", "untoc/18", "untoc/19", "untoc/27"},
			Goals: []ocs.ID{goalPeace, goalJustice},
			Indicators: []pillar.Indicator{
				{
					ID: "i-world-requests", Name: "Requests for mutual legal assistance answered within six months",
					Kind: pillar.Outcome, Unit: "%", Direction: pillar.Increase, Baseline: pending(),
					Targets: by("2029-06-30", "70"), Source: "Register of the central authority", Responsible: interior,
					Frequency: ocs.CadenceSemiannually,
				},
				{
					ID: "i-world-liaison", Name: "Posts of liaison officers abroad",
					Kind: pillar.Input, Unit: "posts", Direction: pillar.Increase, Baseline: pending(),
					Targets: by("2029-06-30", "12"), Source: "Orders of posting", Responsible: interior,
					Frequency: ocs.CadenceAnnually,
				},
			},
		},
		{
			// No indicator yet: one of the gaps to close before adoption.
			ID: promoteSociety, Pillar: pillar.Promote, Enabling: true,
			Title:   "Make partners of civil society, universities and business",
			Problem: "Those outside the State are heard at workshops and not in between.",
			Owner:   interior, Articles: []ocs.Article{"untoc/31"}, Goals: []ocs.ID{goalSafety},
		},
		{
			ID: promoteEvidence, Pillar: pillar.Promote, Enabling: true,
			Title: "Know what works: shared data, open figures, independent evaluation",
			Owner: interior, Articles: []ocs.Article{"untoc/28"}, Goals: []ocs.ID{goalPeace},
			Indicators: []pillar.Indicator{
				{
					ID: "i-evidence-coded", Name: "Agencies that count offences by the international classification of crime",
					Kind: pillar.Output, Unit: "agencies", Direction: pillar.Increase, Baseline: none(),
					Targets: by("2029-12-31", "12"), Source: "Returns of the agencies", Responsible: interior,
					Frequency: ocs.CadenceAnnually,
				},
				{
					ID: "i-evidence-used", Name: "Decisions of the steering committee that cite shared figures",
					Kind: pillar.Outcome, Unit: "%", Direction: pillar.Increase, Baseline: pending(),
					Targets: by("2030-12-31", "60"), Source: "Minutes", Responsible: universities, Frequency: ocs.CadenceAnnually,
				},
			},
		},
	}
}
