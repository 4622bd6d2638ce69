package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

func protectObjectives() []pillar.Objective {
	return []pillar.Objective{
		{
			ID: protectVictims, Pillar: pillar.Protect,
			Title:    "Find, assist and never punish the victims of trafficking",
			Problem:  "Victims are taken for offenders or sent home without help.",
			Approach: "One referral procedure for all agencies; shelters and legal aid in every province.",
			Threats:  []threat.ID{transnationalTraffic, domesticTraffic},
			Owner:    rights, Articles: []ocs.Article{"untoc/25", "tip/6", "tip/8"},
			Goals: []ocs.ID{sdgChildren, sdgWomen, sdgLabour, goalJustice},
			Indicators: []pillar.Indicator{
				{
					ID: "i-victims-assisted", Name: "Victims of trafficking who receive assistance",
					Kind: pillar.Output, Unit: "persons", Direction: pillar.Increase, Reading: pillar.Increment, Baseline: pending(),
					Targets: by("2029-06-30", "5000"), Source: "Records of shelters and referral desks", Responsible: rights,
					Frequency: ocs.CadenceSemiannually,
					People:    true,
					DisaggregatedBy: []pillar.Disaggregation{pillar.BySex, pillar.ByAge, pillar.ByNationality, pillar.ByDisability,
						pillar.ByArea},
				},
				{
					ID: "i-victims-punished", Name: "Identified victims charged with acts they were compelled to commit",
					Kind: pillar.Outcome, Unit: "persons", Direction: pillar.Decrease, Reading: pillar.Increment, Baseline: pending(),
					Targets: []pillar.Target{{By: ocs.MustDate("2030-06-30"), Comparator: pillar.Exactly, Value: ocs.Num(0)}},
					Source:  "Review of files by the human rights commission", Responsible: rightsCommsn,
					Frequency: ocs.CadenceAnnually,
					People:    true, DisaggregatedBy: []pillar.Disaggregation{pillar.BySex, pillar.ByAge},
				},
				{
					ID: "i-victims-index", Name: "Score of human trafficking in the Global Organized Crime Index",
					Kind: pillar.Impact, Unit: "points", Direction: pillar.Decrease, Baseline: scored("8.0"),
					Targets: by("2031-06-30", "7.0"), Source: "Index, country profile", Responsible: interior,
					Frequency: ocs.CadenceBiennially,
				},
			},
		},
		{
			ID: protectMigrants, Pillar: pillar.Protect,
			Title:   "Protect the lives and rights of smuggled migrants",
			Threats: []threat.ID{migrantSmuggling},
			Owner:   interior, Articles: []ocs.Article{"som/5", "som/16"}, Goals: []ocs.ID{goalSafety},
			Indicators: []pillar.Indicator{
				{
					ID: "i-migrants-screened", Name: "Smuggled migrants screened for need of protection",
					Kind: pillar.Outcome, Unit: "%", Direction: pillar.Increase, Baseline: pending(),
					Targets: by("2029-06-30", "90"), Source: "Screening records", Responsible: fia, Frequency: ocs.CadenceSemiannually,
					People: true, DisaggregatedBy: []pillar.Disaggregation{pillar.BySex, pillar.ByAge, pillar.ByNationality},
				},
			},
		},
		{
			ID: protectWitnesses, Pillar: pillar.Protect,
			Title:   "Keep witnesses and communities safe who stand up to criminal groups",
			Threats: []threat.ID{arms, opiates, transnationalTraffic},
			Owner:   law, Articles: []ocs.Article{"untoc/24", "untoc/26"}, Goals: []ocs.ID{sdgViolence, goalJustice},
			Indicators: []pillar.Indicator{
				{
					ID: "i-witnesses-protected", Name: "Witnesses under protection who gave evidence to the end",
					Kind: pillar.Outcome, Unit: "%", Direction: pillar.Increase, Baseline: pending(),
					Targets: by("2030-06-30", "85"), Source: "Protection programme, figures only", Responsible: law,
					Frequency: ocs.CadenceAnnually,
					People:    true, DisaggregatedBy: []pillar.Disaggregation{pillar.BySex, pillar.ByAge},
				},
				{
					ID: "i-witnesses-fear", Name: "What residents of exposed districts say about their safety",
					Description: "Told in words, since a figure would claim more than interviews can show.",
					Kind:        pillar.Impact, Value: pillar.Narrative,
					Baseline: pillar.Baseline{Pending: "First round of interviews not yet held", By: ocs.MustDate("2027-06-30")},
					Targets:  []pillar.Target{{By: ocs.MustDate("2031-03-31"), Text: "Residents say that they can report without fear"}},
					Source:   "Interviews by universities", Responsible: universities, Frequency: ocs.CadenceBiennially,
				},
			},
		},
		{
			ID: protectOnline, Pillar: pillar.Protect,
			Title:   "Help those who were defrauded, blackmailed or abused online",
			Threats: []threat.ID{cybercrime},
			Owner:   nccia, Articles: []ocs.Article{"untoc/25"}, Goals: []ocs.ID{sdgChildren, sdgWomen},
			Indicators: []pillar.Indicator{
				{
					ID: "i-online-helped", Name: "Persons who report abuse online and are referred to support within two days",
					Kind: pillar.Outcome, Unit: "%", Direction: pillar.Increase, Baseline: pending(),
					Targets: by("2029-06-30", "80"), Source: "Reporting platform", Responsible: nccia, Frequency: ocs.CadenceQuarterly,
					People: true, DisaggregatedBy: []pillar.Disaggregation{pillar.BySex, pillar.ByAge},
				},
			},
		},
		{
			ID: protectHealth, Pillar: pillar.Protect, Also: []pillar.ID{pillar.Prevent},
			Title:   "Treat dependence on drugs as a matter of health",
			Threats: []threat.ID{opiates, synthetics, cannabis},
			Owner:   socialWelfare, Articles: []ocs.Article{"untoc/31"}, Goals: []ocs.ID{sdgSubstances},
			Indicators: []pillar.Indicator{
				{
					ID: "i-health-treated", Name: "Persons who complete treatment for dependence",
					Kind: pillar.Output, Unit: "persons", Direction: pillar.Increase, Reading: pillar.Increment, Baseline: pending(),
					Targets: by("2030-06-30", "15000"), Source: "Treatment centres", Responsible: socialWelfare,
					Frequency: ocs.CadenceAnnually,
					People:    true, DisaggregatedBy: []pillar.Disaggregation{pillar.BySex, pillar.ByAge, pillar.ByArea},
				},
			},
		},
	}
}
