package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

func preventObjectives() []pillar.Objective {
	return []pillar.Objective{
		{
			ID: preventRecruitment, Pillar: pillar.Prevent,
			Title:    "Make it harder to draw young people and poor communities into organised crime",
			Problem:  "Groups recruit carriers and helpers where income, schooling and trust in the State are low.",
			Approach: "Work in the districts most exposed, with schools, families and former offenders.",
			Assumptions: []string{
				"Provinces take part with their own education and social welfare services",
			},
			Threats: []threat.ID{opiates, cannabis, domesticTraffic, arms},
			Owner:   interior, Articles: []ocs.Article{"untoc/31"}, Goals: []ocs.ID{sdgSubstances, goalSafety},
			Indicators: []pillar.Indicator{
				{
					ID: "i-recruitment-youth", Name: "Young people who complete a prevention programme in the exposed districts",
					Kind: pillar.Output, Unit: "persons", Direction: pillar.Increase, Reading: pillar.Cumulative, Baseline: none(),
					Targets: []pillar.Target{
						{By: ocs.MustDate("2028-06-30"), Value: ocs.Num(20000)},
						{By: ocs.MustDate("2031-06-30"), Value: ocs.Num(60000)},
					},
					Source: "Programme records of the provinces", Responsible: interior, Frequency: ocs.CadenceAnnually,
					People: true, DisaggregatedBy: []pillar.Disaggregation{pillar.BySex, pillar.ByAge, pillar.ByArea},
				},
				{
					ID: "i-recruitment-reoffending", Name: "Persons convicted again within two years of release",
					Kind: pillar.Outcome, Unit: "%", Direction: pillar.Decrease, Baseline: pending(),
					Targets: by("2031-06-30", "20"), Source: "Prison and court records", Responsible: interior,
					Frequency: ocs.CadenceAnnually,
					People:    true, DisaggregatedBy: []pillar.Disaggregation{pillar.BySex, pillar.ByAge, pillar.ByOffence},
				},
			},
		},
		{
			ID: preventMigration, Pillar: pillar.Prevent, Also: []pillar.ID{pillar.Protect},
			Title:    "Let persons who seek work abroad do so safely and lawfully",
			Problem:  "Traffickers and smugglers offer what lawful recruitment does not reach.",
			Approach: "Information before departure, licensed recruitment, and checks on agents.",
			Threats:  []threat.ID{transnationalTraffic, domesticTraffic, migrantSmuggling},
			Owner:    interior, Articles: []ocs.Article{"tip/9", "som/15"}, Goals: []ocs.ID{sdgLabour, goalSafety},
			Indicators: []pillar.Indicator{
				{
					ID: "i-migration-informed", Name: "Persons reached by information on safe migration",
					Kind: pillar.Output, Unit: "persons", Direction: pillar.Increase, Reading: pillar.Cumulative, Baseline: none(),
					Targets: by("2029-06-30", "500000"), Source: "Campaign records", Responsible: fia,
					Frequency: ocs.CadenceSemiannually,
					People:    true, DisaggregatedBy: []pillar.Disaggregation{pillar.BySex, pillar.ByAge, pillar.ByArea},
				},
				{
					ID: "i-migration-trust", Name: "Would-be migrants who know how to check a recruiter",
					Kind: pillar.Outcome, Unit: "%", Direction: pillar.Increase, Baseline: pending(),
					Targets: by("2030-12-31", "70"), Source: "Survey of households in districts of origin", Responsible: universities,
					Frequency: ocs.CadenceBiennially,
					People:    true, DisaggregatedBy: []pillar.Disaggregation{pillar.BySex, pillar.ByAge},
				},
			},
		},
		{
			ID: preventEconomy, Pillar: pillar.Prevent,
			Title:   "Keep the proceeds of crime out of the lawful economy",
			Threats: []threat.ID{laundering, opiates, migrantSmuggling},
			Owner:   stateBank, Articles: []ocs.Article{"untoc/7"}, Goals: []ocs.ID{sdgArms},
			Indicators: []pillar.Indicator{
				{
					ID: "i-economy-supervised", Name: "Designated businesses inspected for their duties against laundering",
					Kind: pillar.Output, Unit: "%", Direction: pillar.Increase, Baseline: pending(),
					Targets: by("2029-06-30", "80"), Source: "Supervisors' records", Responsible: secp,
					Frequency: ocs.CadenceAnnually,
				},
				{
					ID: "i-economy-quality", Name: "Suspicious transaction reports that lead to an inquiry",
					Kind: pillar.Outcome, Unit: "%", Direction: pillar.Increase, Baseline: pending(),
					Targets: by("2031-06-30", "15"), Source: "Records of the Financial Monitoring Unit", Responsible: fmu,
					Frequency: ocs.CadenceQuarterly,
				},
			},
		},
		{
			ID: preventIntegrity, Pillar: pillar.Prevent,
			Title:   "Protect law enforcement and border services from corruption",
			Threats: []threat.ID{corruption},
			Owner:   interior, Articles: []ocs.Article{"untoc/8", "untoc/9"}, Goals: []ocs.ID{sdgCorruption, goalJustice},
			Indicators: []pillar.Indicator{
				{
					ID: "i-integrity-plans", Name: "Agencies with an integrity plan that is inspected every year",
					Kind: pillar.Output, Unit: "agencies", Direction: pillar.Increase, Baseline: none(),
					Targets: by("2028-12-31", "8"), Source: "Inspection reports", Responsible: interior,
					Frequency: ocs.CadenceAnnually,
				},
			},
		},
		{
			ID: preventOnline, Pillar: pillar.Prevent,
			Title:    "Make persons and businesses harder to defraud and abuse online",
			Problem:  "Losses are seldom reported and accounts used for fraud are closed late.",
			Approach: "Shared blocking of accounts and numbers, and training where the losses are.",
			Threats:  []threat.ID{cybercrime},
			Owner:    nccia, Articles: []ocs.Article{"untoc/31"}, Goals: []ocs.ID{goalSafety},
			Indicators: []pillar.Indicator{
				{
					ID: "i-online-blocked", Name: "Median time from a report to the blocking of the account used",
					Kind: pillar.Outcome, Unit: "hours", Direction: pillar.Decrease, Baseline: pending(),
					Targets: by("2029-06-30", "24"), Source: "Reporting platform", Responsible: nccia,
					Frequency: ocs.CadenceQuarterly,
				},
				{
					ID: "i-online-trained", Name: "Teachers trained in safety online",
					Kind: pillar.Output, Unit: "persons", Direction: pillar.Increase, Reading: pillar.Cumulative, Baseline: none(),
					Targets: by("2029-06-30", "10000"), Source: "Training records", Responsible: nccia,
					Frequency: ocs.CadenceAnnually,
					People:    true, DisaggregatedBy: []pillar.Disaggregation{pillar.BySex, pillar.ByAge},
				},
			},
		},
		{
			ID: preventSupply, Pillar: pillar.Prevent,
			Title:   "Control the goods that criminal markets need: precursors and firearms",
			Threats: []threat.ID{synthetics, opiates, arms},
			Owner:   interior, Articles: []ocs.Article{"firearms/7", "firearms/8", "firearms/10"}, Goals: []ocs.ID{sdgArms},
			Indicators: []pillar.Indicator{
				{
					ID: "i-supply-marked", Name: "Firearms in lawful hands that are marked and on record",
					Kind: pillar.Outcome, Unit: "%", Direction: pillar.Increase, Baseline: pending(),
					Targets: by("2030-06-30", "75"), Source: "Licensing records of the provinces", Responsible: interior,
					Frequency: ocs.CadenceAnnually, DisaggregatedBy: []pillar.Disaggregation{pillar.ByArea},
				},
			},
		},
	}
}
