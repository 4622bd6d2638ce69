package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/threat"
)

// drugMarkets and cyberMarkets give each caller a list of its own: the parts of
// a strategy should not share memory.
func drugMarkets() []threat.Market {
	return []threat.Market{threat.HeroinTrafficking, threat.SyntheticDrugTrafficking, threat.CannabisTrafficking, threat.CocaineTrafficking}
}

func cyberMarkets() []threat.Market {
	return []threat.Market{threat.CyberDependentCrime, threat.CyberEnabledFraud}
}

func federalActors() []actor.Actor {
	all := ministries()
	all = append(all, agencies()...)
	all = append(all, financialOffices()...)
	return append(all, supportingOffices()...)
}

func ministries() []actor.Actor {
	return []actor.Actor{
		{
			ID: cabinet, Name: "Federal Cabinet", Kind: actor.Executive, Level: ocs.LevelNational,
			Description: "Would be the body to adopt the strategy; no adoption was found.",
			Cites:       fromMemory(),
		},
		{
			ID: minister, Name: "Office of the Minister for Interior and Narcotics Control",
			Kind: actor.Executive, Level: ocs.LevelNational, Parent: interior,
			Cites: []ocs.Cite{reported(recorder, "chair of the national committee")},
		},
		{
			ID: interior, Name: "Ministry of Interior and Narcotics Control", Acronym: "MoI&NC",
			Kind: actor.Ministry, Level: ocs.LevelNational,
			Description: "Leads the making of the strategy with the support of UNODC and the United Kingdom.",
			Succeeds: []actor.Succession{
				{Actor: formerNarc, How: actor.Merged, Date: ocs.MustDate("2025-02-04"), Cite: reported(mergerOrder, "")},
			},
			Mandates: []actor.Mandate{
				{Powers: []actor.Power{actor.Policy, actor.Coordination, actor.Prevention, actor.Monitoring, actor.Training},
					Basis: recalled(businessRules, "")},
				{Powers: []actor.Power{actor.MutualLegalAssistance, actor.Extradition, actor.DataSharing},
					Basis: recalled(mlaAct, "")},
			},
			Cites: []ocs.Cite{verified(rozana, ""), verified(spokesman, "")},
		},
		{
			ID: formerNarc, Name: "Ministry of Narcotics Control", Acronym: "MoNC",
			Kind: actor.Ministry, Level: ocs.LevelNational,
			Description: "Merged into the Ministry of Interior; kept so that earlier texts can be read.",
			Active:      ocs.MustPeriod("/2025-02-04"),
			Cites:       []ocs.Cite{verified(rozana, "")},
		},
		{
			ID: finance, Name: "Ministry of Finance", Acronym: "MoF", Kind: actor.Ministry, Level: ocs.LevelNational,
			Description: "Its secretary is a member of the National AML/CFT Authority.",
			Cites:       []ocs.Cite{verified(propakistani, "")},
		},
		{
			ID: foreign, Name: "Ministry of Foreign Affairs", Acronym: "MoFA", Kind: actor.Ministry, Level: ocs.LevelNational,
			Description: "Its secretary is a member of the National AML/CFT Authority.",
			Mandates: []actor.Mandate{
				{Powers: []actor.Power{actor.Policy, actor.Coordination}, Basis: recalled(businessRules, "")},
			},
			Cites: []ocs.Cite{verified(propakistani, "")},
		},
		{
			ID: law, Name: "Ministry of Law and Justice", Acronym: "MoLJ", Kind: actor.Ministry, Level: ocs.LevelNational,
			Mandates: []actor.Mandate{
				{Powers: []actor.Power{actor.Policy, actor.WitnessProtection}, Basis: recalled(businessRules, "")},
			},
			Cites: fromMemory(),
		},
		{
			ID: rights, Name: "Ministry of Human Rights", Acronym: "MoHR", Kind: actor.Ministry, Level: ocs.LevelNational,
			Mandates: []actor.Mandate{
				{Powers: []actor.Power{actor.Policy, actor.VictimAssistance, actor.Monitoring, actor.Prevention},
					Basis: recalled(businessRules, "")},
			},
			Cites: fromMemory(),
		},
	}
}

func agencies() []actor.Actor {
	return []actor.Actor{
		{
			ID: anf, Name: "Anti-Narcotics Force", Acronym: "ANF", Kind: actor.LawEnforcement,
			Level: ocs.LevelNational, Parent: interior,
			Description: "Attached to the Ministry of Interior and Narcotics Control since the merger of February 2025.",
			Mandates: []actor.Mandate{
				{Markets: drugMarkets(),
					Powers: []actor.Power{actor.Investigation, actor.Arrest, actor.Detention, actor.SearchSeizure,
						actor.SpecialTechniques, actor.DataSharing, actor.IntelligenceAnalysis, actor.Prevention},
					Basis: reported(anfAct, "")},
				{Markets: drugMarkets(), Powers: []actor.Power{actor.AssetFreezing}, Basis: recalled(cnsa, "")},
			},
			Cites: []ocs.Cite{verified(rozana, ""), verified(mnn, "")},
		},
		{
			ID: fia, Name: "Federal Investigation Agency", Acronym: "FIA", Kind: actor.LawEnforcement,
			Level: ocs.LevelNational, Parent: interior,
			Description: "Transnational trafficking, migrant smuggling and laundering; cybercrime until April 2025.",
			Mandates: []actor.Mandate{
				{Markets: []threat.Market{threat.TraffickingInPersons}, Scopes: []threat.Scope{threat.Transnational},
					Powers: []actor.Power{actor.Investigation, actor.Arrest, actor.Detention, actor.SearchSeizure,
						actor.SpecialTechniques, actor.DataSharing, actor.IntelligenceAnalysis, actor.Prevention},
					Basis: reported(trafficAct, "")},
				{Markets: []threat.Market{threat.SmugglingOfMigrants},
					Powers: []actor.Power{actor.Investigation, actor.Arrest, actor.Detention, actor.SearchSeizure,
						actor.SpecialTechniques, actor.DataSharing, actor.IntelligenceAnalysis, actor.Prevention},
					Basis: reported(smugglingAct, "")},
				{Markets: []threat.Market{threat.MoneyLaundering},
					Powers: []actor.Power{actor.Investigation, actor.SearchSeizure, actor.AssetFreezing, actor.DataSharing,
						actor.IntelligenceAnalysis},
					Basis: reported(amla, "")},
				{Markets: []threat.Market{threat.SmugglingOfMigrants, threat.TraffickingInPersons},
					Powers: []actor.Power{actor.BorderControl, actor.Training}, Basis: recalled(fiaAct, "")},
				{Markets: cyberMarkets(), Powers: []actor.Power{actor.Investigation, actor.Arrest, actor.SearchSeizure},
					Period: ocs.MustPeriod("/2025-04"), Basis: reported(peca, "")},
			},
			Cites: []ocs.Cite{verified(spokesman, ""), verified(digitalRights, "")},
		},
		{
			ID: nccia, Name: "National Cyber Crime Investigation Agency", Acronym: "NCCIA", Kind: actor.LawEnforcement,
			Level: ocs.LevelNational, Parent: interior,
			Description: "Took over staff, cases and assets of FIA's cybercrime wing; its history before April 2025 was not checked.",
			Active:      ocs.MustPeriod("2025-04/"),
			Succeeds: []actor.Succession{
				{Actor: fia, How: actor.Transferred, Date: ocs.MustDate("2025-04"), Markets: cyberMarkets(), Cite: reported(peca, "s. 51")},
			},
			Mandates: []actor.Mandate{
				{Markets: cyberMarkets(),
					Powers: []actor.Power{actor.Investigation, actor.Arrest, actor.Detention, actor.SearchSeizure,
						actor.Surveillance, actor.DataSharing, actor.IntelligenceAnalysis, actor.Prevention, actor.VictimAssistance},
					Basis: reported(peca, "s. 51")},
			},
			Cites: []ocs.Cite{verified(digitalRights, ""), verified(techJuice, "")},
		},
		{
			ID: customs, Name: "Pakistan Customs", Kind: actor.CustomsBorder, Level: ocs.LevelNational, Parent: fbr,
			Mandates: []actor.Mandate{
				{Markets: append(drugMarkets(), threat.FirearmsTrafficking, threat.FaunaCrime, threat.FloraCrime,
					threat.NonRenewableResources, threat.ExcisableGoods),
					Powers: []actor.Power{actor.Investigation, actor.SearchSeizure, actor.BorderControl, actor.DataSharing,
						actor.Prevention},
					Basis: recalled(customsAct, "")},
			},
			Cites: fromMemory(),
		},
		{
			ID: coastGuards, Name: "Pakistan Coast Guards", Acronym: "PCG", Kind: actor.CustomsBorder,
			Level: ocs.LevelNational, Parent: interior, Areas: []ocs.Area{"PK-SD", "PK-BA"}, Cites: fromMemory(),
		},
		{
			ID: nab, Name: "National Accountability Bureau", Acronym: "NAB", Kind: actor.LawEnforcement, Level: ocs.LevelNational,
			Description: "Member of the National AML/CFT Authority.",
			Mandates: []actor.Mandate{
				{Markets: []threat.Market{threat.Corruption, threat.MoneyLaundering},
					Powers: []actor.Power{actor.Investigation, actor.SearchSeizure, actor.AssetFreezing, actor.Prevention},
					Basis:  recalled(nabOrdinance, "")},
			},
			Cites: []ocs.Cite{verified(propakistani, "")},
		},
		{
			ID: nacta, Name: "National Counter Terrorism Authority", Acronym: "NACTA", Kind: actor.Intelligence,
			Level:       ocs.LevelNational,
			Description: "Has a mandate against terrorism, not against organised crime: an intelligence partner only.",
			Cites:       []ocs.Cite{verified(dawnNiftac, "")},
		},
		{
			ID: niftac, Name: "National Intelligence Fusion and Threat Assessment Centre", Acronym: "NIFTAC",
			Kind: actor.Intelligence, Level: ocs.LevelNational, Parent: nacta, Active: ocs.MustPeriod("2025-04-07/"),
			Description: "Approved on 7 April 2025, with provincial centres; an intelligence partner only.",
			Cites:       []ocs.Cite{verified(dawnNiftac, "")},
		},
	}
}

func financialOffices() []actor.Actor {
	return []actor.Actor{
		{
			ID: fmu, Name: "Financial Monitoring Unit", Acronym: "FMU", Kind: actor.FinancialIntelligence, Level: ocs.LevelNational,
			Mandates: []actor.Mandate{
				{Markets: []threat.Market{threat.MoneyLaundering},
					Powers: []actor.Power{actor.FinancialAnalysis, actor.IntelligenceAnalysis, actor.DataSharing},
					Basis:  reported(amla, "")},
			},
			Cites: []ocs.Cite{verified(propakistani, "")},
		},
		{
			ID: fbr, Name: "Federal Board of Revenue", Acronym: "FBR", Kind: actor.Regulator, Level: ocs.LevelNational,
			Description: "Member of the National AML/CFT Authority; Customs belongs to it.",
			Cites:       []ocs.Cite{verified(propakistani, "")},
		},
		{
			ID: stateBank, Name: "State Bank of Pakistan", Acronym: "SBP", Kind: actor.Regulator, Level: ocs.LevelNational,
			Mandates: []actor.Mandate{
				{Markets: append(cyberMarkets(), threat.MoneyLaundering),
					Powers: []actor.Power{actor.Regulation, actor.Prevention}, Basis: reported(amla, "")},
			},
			Cites: []ocs.Cite{verified(propakistani, "")},
		},
		{
			ID: secp, Name: "Securities and Exchange Commission of Pakistan", Acronym: "SECP", Kind: actor.Regulator,
			Level: ocs.LevelNational,
			Mandates: []actor.Mandate{
				{Markets: []threat.Market{threat.MoneyLaundering}, Powers: []actor.Power{actor.Regulation, actor.Prevention}, Basis: reported(amla, "")},
			},
			Cites: []ocs.Cite{verified(propakistani, "")},
		},
	}
}

func supportingOffices() []actor.Actor {
	return []actor.Actor{
		{
			ID: passports, Name: "Directorate General of Immigration and Passports", Acronym: "DGI&P",
			Kind: actor.Regulator, Level: ocs.LevelNational, Parent: interior,
			Mandates: []actor.Mandate{
				{Powers: []actor.Power{actor.Regulation, actor.Prevention}, Basis: recalled(businessRules, "")},
			},
			Cites: fromMemory(),
		},
		{
			ID: rightsCommsn, Name: "National Commission for Human Rights", Acronym: "NCHR",
			Kind: actor.HumanRightsInstitution, Level: ocs.LevelNational,
			Mandates: []actor.Mandate{
				{Powers: []actor.Power{actor.Oversight, actor.Monitoring}, Basis: recalled(unchecked, "")},
			},
			Cites: fromMemory(),
		},
		{
			ID: auditor, Name: "Auditor General of Pakistan", Acronym: "AGP", Kind: actor.Audit, Level: ocs.LevelNational,
			Mandates: []actor.Mandate{
				{Powers: []actor.Power{actor.Oversight}, Basis: recalled(constitution, "")},
			},
			Cites: fromMemory(),
		},
		{
			ID: judicialSchool, Name: "Federal Judicial Academy", Acronym: "FJA", Kind: actor.Judiciary, Level: ocs.LevelNational,
			Mandates: []actor.Mandate{
				{Powers: []actor.Power{actor.Training}, Basis: recalled(unchecked, "")},
			},
			Cites: fromMemory(),
		},
	}
}
