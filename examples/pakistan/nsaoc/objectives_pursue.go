package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

func pursueObjectives() []pillar.Objective {
	return []pillar.Objective{
		{
			ID: pursueIntelligence, Pillar: pillar.Pursue, Also: []pillar.ID{pillar.Promote},
			Title:    "See the criminal networks whole: share intelligence between agencies and provinces",
			Problem:  "Each agency sees its part of a network; nobody is charged with the whole.",
			Approach: "A joint desk with rules for what is shared, and a yearly threat assessment.",
			Threats:  []threat.ID{opiates, transnationalTraffic, migrantSmuggling, cybercrime, laundering, arms},
			Owner:    interior, Articles: []ocs.Article{"untoc/27", "untoc/28"}, Goals: []ocs.ID{goalJustice},
			Indicators: []pillar.Indicator{
				{
					ID: "i-intelligence-agencies", Name: "Agencies that share intelligence through the joint desk",
					Kind: pillar.Output, Unit: "agencies", Direction: pillar.Increase, Baseline: none(),
					Targets: by("2028-06-30", "14"), Source: "Desk's log", Responsible: interior,
					Frequency: ocs.CadenceQuarterly, DisaggregatedBy: []pillar.Disaggregation{pillar.ByAgency},
				},
				{
					ID: "i-intelligence-cases", Name: "Investigations opened on intelligence of another agency",
					Kind: pillar.Outcome, Unit: "investigations", Direction: pillar.Increase, Reading: pillar.Increment,
					Baseline: pending(), Targets: by("2030-06-30", "200"), Source: "Case records", Responsible: interior,
					Frequency: ocs.CadenceSemiannually, DisaggregatedBy: []pillar.Disaggregation{pillar.ByMarket},
				},
				{
					ID: "i-intelligence-assessment", Name: "A national threat assessment is published each year",
					Kind: pillar.Output, Value: pillar.YesNo,
					Baseline: pillar.Baseline{Text: "no", Date: ocs.MustDate("2026-02-17")},
					Targets:  []pillar.Target{{By: ocs.MustDate("2027-12-31"), Text: "yes"}},
					Source:   "Ministry's website", Responsible: interior, Frequency: ocs.CadenceAnnually,
				},
			},
		},
		{
			ID: pursueCases, Pillar: pillar.Pursue,
			Title:    "Bring the organisers to court, with evidence that stands",
			Problem:  "Cases end with carriers and agents; those who direct and finance them are seldom charged.",
			Approach: "Joint teams of investigators and prosecutors on chosen networks, with lawful special techniques.",
			Threats:  []threat.ID{opiates, transnationalTraffic, migrantSmuggling, arms},
			Owner:    interior, Articles: []ocs.Article{"untoc/5", "untoc/11", "untoc/20"}, Goals: []ocs.ID{sdgViolence, goalJustice},
			Indicators: []pillar.Indicator{
				{
					ID: "i-cases-organisers", Name: "Convictions of persons who organised or financed",
					Kind: pillar.Outcome, Unit: "persons", Direction: pillar.Increase, Reading: pillar.Increment, Baseline: pending(),
					Targets: by("2030-06-30", "120"), Source: "Court records", Responsible: interior, Frequency: ocs.CadenceAnnually,
					People: true, DisaggregatedBy: []pillar.Disaggregation{pillar.BySex, pillar.ByAge, pillar.ByOffence},
				},
				{
					ID: "i-cases-heroin", Name: "Score of the heroin trade in the Global Organized Crime Index",
					Kind: pillar.Impact, Unit: "points", Direction: pillar.Decrease, Baseline: scored("8.5"),
					Targets: by("2031-06-30", "7.5"), Source: "Index, country profile", Responsible: interior,
					Frequency: ocs.CadenceBiennially, Cites: []ocs.Cite{verified(ocIndex, "")},
				},
			},
		},
		{
			ID: pursueAssets, Pillar: pillar.Pursue,
			Title:   "Take the profit out of crime: trace, freeze and confiscate",
			Threats: []threat.ID{laundering, opiates, transnationalTraffic, domesticTraffic, migrantSmuggling, cybercrime, arms, corruption},
			Owner:   amlAuthority, Articles: []ocs.Article{"untoc/6", "untoc/12", "untoc/13", "untoc/14"},
			Goals: []ocs.ID{sdgArms, goalJustice},
			Indicators: []pillar.Indicator{
				{
					ID: "i-assets-confiscated", Name: "Value confiscated by final order",
					Kind: pillar.Outcome, Unit: "PKR million", Direction: pillar.Increase, Reading: pillar.Increment,
					Baseline: pending(), Targets: by("2030-06-30", "5000"), Source: "Register of seized assets", Responsible: fmu,
					Frequency: ocs.CadenceAnnually, DisaggregatedBy: []pillar.Disaggregation{pillar.ByOffence, pillar.ByAgency},
				},
				{
					ID: "i-assets-parallel", Name: "Trafficking, smuggling and drug cases with a financial investigation",
					Kind: pillar.Process, Unit: "%", Direction: pillar.Increase, Baseline: pending(),
					Targets: by("2029-06-30", "50"), Source: "Case records", Responsible: fia, Frequency: ocs.CadenceSemiannually,
				},
			},
		},
		{
			ID: pursueOnline, Pillar: pillar.Pursue,
			Title:   "Investigate cybercrime with skill and within the law",
			Problem: "The agency is new; staff, cases and tools were taken over and must be built up.",
			Threats: []threat.ID{cybercrime},
			Owner:   nccia, Articles: []ocs.Article{"untoc/20", "untoc/29"}, Goals: []ocs.ID{goalJustice},
			Indicators: []pillar.Indicator{
				{
					ID: "i-cyber-charged", Name: "Complaints of serious cybercrime that lead to a charge",
					Kind: pillar.Outcome, Unit: "%", Direction: pillar.Increase, Baseline: pending(),
					Targets: by("2030-06-30", "12"), Source: "Case records", Responsible: nccia, Frequency: ocs.CadenceQuarterly,
				},
				{
					ID: "i-cyber-forensics", Name: "Days from seizure of a device to the examiner's report",
					Kind: pillar.Process, Unit: "days", Direction: pillar.Decrease, Baseline: pending(),
					Targets: by("2029-06-30", "45"), Source: "Laboratory records", Responsible: nccia,
					Frequency: ocs.CadenceQuarterly,
				},
			},
		},
		{
			ID: pursueBorders, Pillar: pillar.Pursue,
			Title:    "Break the flows at land borders, ports and airports",
			Threats:  []threat.ID{opiates, synthetics, cannabis, arms, fauna, nonRenewable, migrantSmuggling},
			Approach: "Targeting before arrival, joint control units, controlled deliveries with neighbours.",
			Owner:    customs, Articles: []ocs.Article{"som/11", "untoc/20"}, Goals: []ocs.ID{sdgArms, sdgWildlife},
			Indicators: []pillar.Indicator{
				{
					ID: "i-borders-units", Name: "Ports and crossings with a joint control unit",
					Kind: pillar.Output, Unit: "places", Direction: pillar.Increase, Baseline: none(),
					Targets: by("2029-06-30", "9"), Source: "Orders that set up the units", Responsible: customs,
					Frequency: ocs.CadenceSemiannually, DisaggregatedBy: []pillar.Disaggregation{pillar.ByArea},
				},
				{
					ID: "i-borders-targeted", Name: "Seizures that follow from targeting rather than chance",
					Kind: pillar.Outcome, Unit: "%", Direction: pillar.Increase, Baseline: pending(),
					Targets: by("2030-06-30", "40"), Source: "Seizure reports", Responsible: customs,
					Frequency: ocs.CadenceSemiannually, DisaggregatedBy: []pillar.Disaggregation{pillar.ByMarket},
				},
			},
		},
		{
			ID: pursueDomestic, Pillar: pillar.Pursue,
			Title:   "Make the police of every province able to investigate trafficking at home",
			Problem: "The law gives domestic cases to the police, of whom few are trained for them.",
			Threats: []threat.ID{domesticTraffic},
			Owner:   provincialBoard, Articles: []ocs.Article{"tip/5", "untoc/11", "untoc/29"}, Goals: []ocs.ID{sdgLabour, sdgChildren},
			Indicators: []pillar.Indicator{
				{
					ID: "i-domestic-units", Name: "Districts with a trained anti-trafficking desk at the police",
					Kind: pillar.Output, Unit: "districts", Direction: pillar.Increase, Baseline: pending(),
					Targets: by("2029-06-30", "80"), Source: "Returns of the police", Responsible: provincialBoard,
					Frequency: ocs.CadenceSemiannually, DisaggregatedBy: []pillar.Disaggregation{pillar.ByArea},
				},
				{
					ID: "i-domestic-convictions", Name: "Persons convicted of domestic trafficking",
					Kind: pillar.Outcome, Unit: "persons", Direction: pillar.Increase, Reading: pillar.Increment, Baseline: pending(),
					Targets: by("2030-12-31", "300"), Source: "Court records", Responsible: prosecutors,
					Frequency: ocs.CadenceAnnually,
					People:    true, DisaggregatedBy: []pillar.Disaggregation{pillar.BySex, pillar.ByAge, pillar.ByArea},
				},
			},
		},
	}
}
