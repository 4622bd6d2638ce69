package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
)

// threats are ten criminal markets with their index scores of 2021, two that
// the index of 2021 does not score, the split of trafficking by scope that the
// law makes, and two enablers. Which of them are priorities is illustrative,
// drawn from what the workshops named.
func threats() []threat.Threat {
	all := append(drugThreats(), peopleThreats()...)
	all = append(all, moneyAndCyberThreats()...)
	all = append(all, goodsThreats()...)
	return append(all, enablers()...)
}

// index is a score of the Global Organized Crime Index 2021. The index states
// no confidence, so that the confidence here is our own and illustrative.
func index(score string) []threat.Assessment {
	return []threat.Assessment{{
		Method:     "gi-toc-2021",
		Date:       ocs.MustDate("2021"),
		Scale:      threat.Scale{Min: ocs.Num(1), Max: ocs.Num(10), Worse: threat.HighIsWorse},
		Score:      ocs.MustDecimal(score),
		Trend:      threat.TrendUnknown,
		Confidence: threat.Confidence{Scheme: threat.LowMediumHigh, Code: "medium"},
		Gaps:       []string{"No national assessment since the index of 2021 was available"},
		Note:       "The index scores the market as a whole. It states no confidence: the one given here is illustrative.",
		Cites:      []ocs.Cite{verified(ocIndex, "")},
	}}
}

func drugThreats() []threat.Threat {
	limbs := func() []threat.Limb { return []threat.Limb{threat.SeveralStates, threat.GroupAbroad} }
	offence := func() []threat.Offence {
		return []threat.Offence{{
			Title: "Trafficking in narcotic drugs and psychotropic substances", Law: recalled(cnsa, ""),
			Codes: []threat.Code{{Scheme: threat.ICCS, Code: "06012"}},
		}}
	}
	return []threat.Threat{
		{
			ID: opiates, Kind: threat.Crime, Name: "Trafficking in opiates", Priority: true,
			Description: "Movement of heroin and opium through Pakistan to markets abroad, and supply at home.",
			Markets:     []threat.Market{threat.HeroinTrafficking},
			EnabledBy:   []threat.ID{corruption, documentFraud},
			Scope:       threat.Transnational, Limbs: limbs(),
			Roles:    []threat.FlowRole{threat.Transit, threat.Destination},
			Victims:  []threat.Victim{threat.DrugUsers, threat.Communities},
			Methods:  []threat.Method{{Name: "Concealment in containers and vehicles"}, {Name: "Couriers by air"}},
			Offences: offence(), Assessments: index("8.5"),
			Cites: []ocs.Cite{verified(mnn, "")},
		},
		{
			ID: synthetics, Kind: threat.Crime, Name: "Trafficking in synthetic drugs",
			Markets: []threat.Market{threat.SyntheticDrugTrafficking}, EnabledBy: []threat.ID{corruption},
			Scope: threat.Transnational, Limbs: limbs(),
			Roles:    []threat.FlowRole{threat.Transit, threat.Destination},
			Victims:  []threat.Victim{threat.DrugUsers, threat.Communities},
			Offences: offence(), Assessments: index("6.5"),
			Cites: []ocs.Cite{verified(mnn, "")},
		},
		{
			ID: cannabis, Kind: threat.Crime, Name: "Trafficking in cannabis",
			Markets: []threat.Market{threat.CannabisTrafficking}, EnabledBy: []threat.ID{corruption},
			Scope: threat.Transnational, Limbs: limbs(),
			Roles:    []threat.FlowRole{threat.Transit, threat.Destination},
			Victims:  []threat.Victim{threat.DrugUsers},
			Offences: offence(), Assessments: index("7.0"),
			Cites: []ocs.Cite{verified(mnn, "")},
		},
		{
			ID: cocaine, Kind: threat.Crime, Name: "Trafficking in cocaine",
			Description: "A small market, so far only watched: no objective answers it.",
			Markets:     []threat.Market{threat.CocaineTrafficking},
			Scope:       threat.Transnational, Limbs: limbs(),
			Roles:    []threat.FlowRole{threat.Destination},
			Victims:  []threat.Victim{threat.DrugUsers},
			Offences: offence(), Assessments: index("3.0"),
			Cites: []ocs.Cite{verified(ocIndex, "")},
		},
	}
}

// traffickingOffences have the maxima that most reports of 2018 give; one
// paper gives 14 years for the second.
func traffickingOffences() []threat.Offence {
	return []threat.Offence{
		{
			Title: "Trafficking in persons", Law: reported(trafficAct, ""), MaxYears: ocs.Num(7), Serious: true,
			Articles: []ocs.Article{"tip/5"}, Codes: []threat.Code{{Scheme: threat.ICCS, Code: "0204"}},
		},
		{
			Title: "Trafficking in women or children", Law: reported(trafficAct, ""), MaxYears: ocs.Num(10), Serious: true,
			Articles: []ocs.Article{"tip/5"}, Codes: []threat.Code{{Scheme: threat.ICCS, Code: "0204"}},
		},
	}
}

func peopleThreats() []threat.Threat {
	return []threat.Threat{
		{
			ID: transnationalTraffic, Kind: threat.Crime, Name: "Transnational trafficking in persons", Priority: true,
			Description: "Trafficking out of, through and into Pakistan, for forced labour and sexual exploitation.",
			Markets:     []threat.Market{threat.TraffickingInPersons}, EnabledBy: []threat.ID{documentFraud, corruption},
			Scope: threat.Transnational, Limbs: []threat.Limb{threat.SeveralStates, threat.EffectsAbroad},
			Roles:    []threat.FlowRole{threat.Origin, threat.Transit, threat.Destination},
			Victims:  []threat.Victim{threat.Women, threat.Children, threat.Men, threat.Workers},
			Methods:  []threat.Method{{Name: "False offers of work abroad"}, {Name: "Debt owed to the recruiter"}},
			Offences: traffickingOffences(), Assessments: index("8.0"),
			Cites: []ocs.Cite{verified(mnn, ""), verified(pakistanToday, ""), verified(dailyTimes, "")},
		},
		{
			ID: domesticTraffic, Kind: threat.Crime, Name: "Domestic trafficking in persons", Priority: true,
			Description: "Trafficking within Pakistan, in bonded labour, begging, domestic work and sexual exploitation.",
			Markets:     []threat.Market{threat.TraffickingInPersons}, EnabledBy: []threat.ID{corruption},
			Scope:    threat.National,
			Roles:    []threat.FlowRole{threat.Origin, threat.Destination},
			Victims:  []threat.Victim{threat.Children, threat.Women, threat.Workers, threat.Minorities},
			Offences: traffickingOffences(), Assessments: index("8.0"),
			Cites: []ocs.Cite{verified(pakistanToday, ""), verified(joshMak, "art. 11 of the Constitution")},
		},
		{
			ID: migrantSmuggling, Kind: threat.Crime, Name: "Smuggling of migrants", Priority: true,
			Description: "Irregular movement of persons for profit. The law punishes the smuggler, not the person smuggled.",
			Markets:     []threat.Market{threat.SmugglingOfMigrants}, EnabledBy: []threat.ID{documentFraud, corruption},
			Scope: threat.Transnational, Limbs: []threat.Limb{threat.SeveralStates, threat.GroupAbroad},
			Roles:   []threat.FlowRole{threat.Origin, threat.Transit},
			Victims: []threat.Victim{threat.Migrants, threat.Refugees},
			Methods: []threat.Method{{Name: "Land routes and boats"}, {Name: "Overstay of visas issued on false papers"}},
			Offences: []threat.Offence{{
				Title: "Smuggling of migrants", Law: reported(smugglingAct, ""), MaxYears: ocs.Num(5), Serious: true,
				Articles: []ocs.Article{"som/6"}, Codes: []threat.Code{{Scheme: threat.ICCS, Code: "08051"}},
			}},
			Assessments: index("7.0"),
			Cites:       []ocs.Cite{verified(spokesman, ""), verified(observer, ""), verified(unodcPakistan, "")},
		},
	}
}

func moneyAndCyberThreats() []threat.Threat {
	return []threat.Threat{
		{
			ID: cybercrime, Kind: threat.Crime, Name: "Cybercrime and fraud online", Priority: true,
			Description: "Attacks on systems and fraud by means of them. The index of 2021 does not score it.",
			Markets:     []threat.Market{threat.CyberDependentCrime, threat.CyberEnabledFraud},
			EnabledBy:   []threat.ID{documentFraud},
			Scope:       threat.Transnational, Limbs: []threat.Limb{threat.DirectedAbroad, threat.EffectsAbroad},
			Roles:   []threat.FlowRole{threat.Origin, threat.Destination},
			Victims: []threat.Victim{threat.InternetUsers, threat.Children, threat.Women, threat.Businesses},
			Offences: []threat.Offence{{
				Title: "Offences against information systems and by means of them", Law: reported(peca, ""),
				Codes: []threat.Code{{Scheme: threat.ICCS, Code: "0903"}},
			}},
			Cites: []ocs.Cite{verified(spokesman, ""), verified(digitalRights, "")},
		},
		{
			ID: laundering, Kind: threat.Crime, Name: "Money laundering", Priority: true,
			Description: "Laundering of the proceeds of the other threats. The index of 2021 does not score it.",
			Markets:     []threat.Market{threat.MoneyLaundering}, EnabledBy: []threat.ID{corruption, documentFraud},
			Scope: threat.Transnational, Limbs: []threat.Limb{threat.SeveralStates},
			Victims: []threat.Victim{threat.PublicInstitutions, threat.Businesses},
			Methods: []threat.Method{{Name: "Unlicensed value transfer"}, {Name: "False invoices in trade"}},
			Offences: []threat.Offence{{
				Title: "Money laundering", Law: reported(amla, ""), Articles: []ocs.Article{"untoc/6"},
				Codes: []threat.Code{{Scheme: threat.ICCS, Code: "07041"}},
			}},
			Cites: []ocs.Cite{verified(spokesman, ""), verified(southAsian, "")},
		},
	}
}

func goodsThreats() []threat.Threat {
	return []threat.Threat{
		{
			ID: arms, Kind: threat.Crime, Name: "Trafficking in firearms", Priority: true,
			Description: "Illicit firearms, made at home or brought in, that arm the other markets.",
			Markets:     []threat.Market{threat.FirearmsTrafficking}, EnabledBy: []threat.ID{corruption},
			Scope: threat.Transnational, Limbs: []threat.Limb{threat.SeveralStates},
			Roles:   []threat.FlowRole{threat.Origin, threat.Transit, threat.Destination},
			Victims: []threat.Victim{threat.Communities}, Assessments: index("8.0"),
			Cites: []ocs.Cite{verified(ocIndex, "")},
		},
		{
			ID: fauna, Kind: threat.Crime, Name: "Trafficking in protected animals",
			Markets: []threat.Market{threat.FaunaCrime}, EnabledBy: []threat.ID{documentFraud, corruption},
			Scope: threat.Transnational, Limbs: []threat.Limb{threat.SeveralStates},
			Roles:   []threat.FlowRole{threat.Origin, threat.Transit},
			Victims: []threat.Victim{threat.Environment}, Assessments: index("5.0"),
			Cites: []ocs.Cite{verified(ocIndex, "")},
		},
		{
			ID: flora, Kind: threat.Crime, Name: "Illegal logging and trade in protected plants",
			Description: "So far only watched: no objective answers it.",
			Markets:     []threat.Market{threat.FloraCrime}, EnabledBy: []threat.ID{corruption},
			Scope:   threat.National,
			Victims: []threat.Victim{threat.Environment, threat.Communities}, Assessments: index("4.5"),
			Cites: []ocs.Cite{verified(ocIndex, "")},
		},
		{
			ID: nonRenewable, Kind: threat.Crime, Name: "Smuggling of fuel and minerals",
			Markets: []threat.Market{threat.NonRenewableResources}, EnabledBy: []threat.ID{corruption},
			Scope: threat.Transnational, Limbs: []threat.Limb{threat.SeveralStates},
			Roles:   []threat.FlowRole{threat.Origin, threat.Destination},
			Victims: []threat.Victim{threat.PublicInstitutions}, Assessments: index("5.5"),
			Cites: []ocs.Cite{verified(ocIndex, "")},
		},
	}
}

// enablers are conditions that make the crimes possible.
func enablers() []threat.Threat {
	return []threat.Threat{
		{
			ID: documentFraud, Kind: threat.Enabler, Name: "Document fraud",
			Description: "Forged and fraudulently obtained identity, travel and trade papers. Illustrative as an enabler.",
			Markets:     []threat.Market{threat.DocumentFraud},
			Scope:       threat.Transnational, Limbs: []threat.Limb{threat.SeveralStates},
		},
		{
			ID: corruption, Kind: threat.Enabler, Name: "Corruption",
			Description: "Bribery and undue influence that shield the other threats. Illustrative as an enabler.",
			Markets:     []threat.Market{threat.Corruption},
			Scope:       threat.National,
			Victims:     []threat.Victim{threat.PublicInstitutions},
		},
	}
}
