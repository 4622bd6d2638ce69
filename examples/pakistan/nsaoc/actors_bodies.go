package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/threat"
)

func actors() []actor.Actor {
	all := append(federalActors(), bodies()...)
	all = append(all, provincialActors()...)
	return append(all, partners()...)
}

// bodies coordinate others. The two that oversee the plans are illustrative:
// the public reports don't say how the strategy is to be governed.
func bodies() []actor.Actor {
	return []actor.Actor{
		{
			ID: steering, Name: "National Steering Committee on Organised Crime", Acronym: "NSC-OC",
			Kind: actor.CoordinationBody, Level: ocs.LevelNational,
			Description: "Illustrative: no such body is known from the public reports.",
			Mandates: []actor.Mandate{
				{Powers: []actor.Power{actor.Coordination, actor.Monitoring}},
			},
			Body: actor.Body{
				Chair: minister, Secretariat: interior, Cadence: ocs.CadenceQuarterly, ReportsTo: cabinet,
				Members: []actor.ID{interior, anf, fia, nccia, fmu, fbr, nab, stateBank, secp, foreign, law, rights, passports,
					judicialSchool, amlAuthority, provincialBoard},
				Oversees: []ocs.ID{ocs.ID(federalPlan)},
			},
		},
		{
			ID: provincialBoard, Name: "Provincial Coordination Board on Organised Crime", Acronym: "PCB-OC",
			Kind: actor.CoordinationBody, Level: ocs.LevelSubnational,
			Description: "Illustrative: no such body is known from the public reports.",
			Mandates: []actor.Mandate{
				{Powers: []actor.Power{actor.Coordination, actor.Monitoring}},
			},
			Body: actor.Body{
				Chair: interior, Secretariat: punjabHome, Cadence: ocs.CadenceQuarterly, ReportsTo: steering,
				Members: []actor.ID{interior, rights, punjabHome, sindhHome, kpHome, balochistanHome, gbHome, ajkHome,
					islamabadPolice, provincialPolice, socialWelfare, labourDepts, prosecutors, antiTrafficking, civilSociety},
				Oversees: []ocs.ID{ocs.ID(provincialPlan)},
			},
		},
		{
			ID: amlAuthority, Name: "National AML/CFT Authority", Kind: actor.CoordinationBody, Level: ocs.LevelNational,
			Description: "Set up by the Act of 2023; reports differ on whether the bill passed in July or August. " +
				"The provincial chief secretaries, also members, are not listed here. How often it meets was not found.",
			Mandates: []actor.Mandate{
				{Markets: []threat.Market{threat.MoneyLaundering}, Powers: []actor.Power{actor.Policy, actor.Coordination},
					Basis: reported(amlAct, "")},
			},
			Body: actor.Body{
				Chair: amlChair, Cadence: ocs.CadenceAsNeeded, Basis: reported(amlAct, ""),
				Members: []actor.ID{finance, foreign, interior, stateBank, secp, nab, fia, anf, fbr, fmu, nacta},
			},
			Cites: []ocs.Cite{verified(propakistani, ""), verified(frontierPost, "")},
		},
		{
			ID: amlChair, Name: "Office of the Chairman, National AML/CFT Authority", Kind: actor.Executive,
			Level: ocs.LevelNational, Parent: amlAuthority, Cites: []ocs.Cite{verified(propakistani, "")},
		},
		{
			ID: amlDirector, Name: "Office of the Director General Anti-Money Laundering", Kind: actor.FinancialIntelligence,
			Level:       ocs.LevelNational,
			Description: "Named among the participants; to which body it belongs was not stated, and its kind is inferred.",
			Cites:       []ocs.Cite{verified(mnn, "")},
		},
		{
			ID: antiTrafficking, Name: "National committee against trafficking in persons and smuggling of migrants",
			Kind: actor.CoordinationBody, Level: ocs.LevelNational,
			Description: "Above provincial and district committees; its other members and how often it meets were not found.",
			Mandates: []actor.Mandate{
				{Markets: []threat.Market{threat.TraffickingInPersons, threat.SmugglingOfMigrants},
					Powers: []actor.Power{actor.Coordination}},
			},
			Body:  actor.Body{Chair: minister, Members: []actor.ID{interior, fia}, Cadence: ocs.CadenceAsNeeded},
			Cites: []ocs.Cite{verified(recorder, "")},
		},
	}
}

// partners are actors outside the State.
func partners() []actor.Actor {
	return []actor.Actor{
		{
			ID: unodc, Name: "UNODC Country Office Pakistan", Acronym: "UNODC", Kind: actor.InternationalOrganisation,
			Level: ocs.LevelInternational,
			Mandates: []actor.Mandate{
				{Powers: []actor.Power{actor.TechnicalAssistance, actor.Training}},
			},
			Cites: []ocs.Cite{verified(mnn, ""), verified(spokesman, "")},
		},
		{
			ID: britishHC, Name: "British High Commission", Acronym: "BHC", Kind: actor.ForeignGovernment,
			Level: ocs.LevelInternational, Country: "GB",
			Description: "Represents the Government of the United Kingdom, which supports the making of the strategy.",
			Mandates: []actor.Mandate{
				{Powers: []actor.Power{actor.FundingPower, actor.TechnicalAssistance}},
			},
			Cites: []ocs.Cite{verified(mnn, "")},
		},
		{
			ID: nioc, Name: "National Initiative against Organized Crime", Acronym: "NIOC", Kind: actor.CivilSociety,
			Level: ocs.LevelNational, Active: ocs.MustPeriod("2019/"),
			Description: "Works at the Centre for Governance Research.",
			Mandates: []actor.Mandate{
				{Powers: []actor.Power{actor.Prevention, actor.Monitoring}},
			},
			Cites: []ocs.Cite{verified(cgr, "")},
		},
		{
			ID: civilSociety, Name: "Civil society organisations", Kind: actor.CivilSociety, Collective: true,
			Level:       ocs.LevelNational,
			Description: "About 50 have formed an alliance; which of them were at the workshops is not reported.",
			Mandates: []actor.Mandate{
				{Powers: []actor.Power{actor.VictimAssistance, actor.Prevention}},
			},
			Cites: []ocs.Cite{verified(cgr, ""), verified(mnn, "")},
		},
		{
			ID: universities, Name: "Universities and research institutes", Kind: actor.Academia, Collective: true,
			Level: ocs.LevelNational,
			Mandates: []actor.Mandate{
				{Powers: []actor.Power{actor.Monitoring, actor.Training}},
			},
			Cites: []ocs.Cite{verified(mnn, "")},
		},
		{
			ID: banks, Name: "Banks and payment service providers", Kind: actor.PrivateSector, Collective: true,
			Level: ocs.LevelNational, Description: "Illustrative: the private sector was not named among the participants.",
		},
		{
			ID: telecoms, Name: "Telecommunication and platform companies", Kind: actor.PrivateSector, Collective: true,
			Level: ocs.LevelNational, Description: "Illustrative: the private sector was not named among the participants.",
		},
	}
}
