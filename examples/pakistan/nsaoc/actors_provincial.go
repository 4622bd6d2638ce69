package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/threat"
)

// provincialActors are the offices of Pakistan's seven subdivisions as ISO
// 3166-2 lists them. The law gives domestic trafficking to their police and
// transnational trafficking to the federal agency.
func provincialActors() []actor.Actor {
	all := []actor.Actor{
		{
			ID: provincialPolice, Name: "Provincial police", Kind: actor.LawEnforcement, Collective: true,
			Level:       ocs.LevelSubnational,
			Description: "Stands for the police forces where reports do not say which of them took part.",
			Mandates:    policeMandates(),
			Cites:       []ocs.Cite{verified(mnn, "")},
		},
		police(punjabPolice, "Punjab Police", "PK-PB", punjabHome),
		police(sindhPolice, "Sindh Police", "PK-SD", sindhHome),
		police(kpPolice, "Khyber Pakhtunkhwa Police", "PK-KP", kpHome),
		police(balochistanPol, "Balochistan Police", "PK-BA", balochistanHome),
		police(islamabadPolice, "Islamabad Capital Territory Police", "PK-IS", interior),
		police(gbPolice, "Gilgit-Baltistan Police", "PK-GB", gbHome),
		police(ajkPolice, "Azad Jammu and Kashmir Police", "PK-JK", ajkHome),
		home(punjabHome, "Home Department, Punjab", "PK-PB"),
		home(sindhHome, "Home Department, Sindh", "PK-SD"),
		home(kpHome, "Home and Tribal Affairs Department, Khyber Pakhtunkhwa", "PK-KP"),
		home(balochistanHome, "Home and Tribal Affairs Department, Balochistan", "PK-BA"),
		home(gbHome, "Home Department, Gilgit-Baltistan", "PK-GB"),
		home(ajkHome, "Home Department, Azad Jammu and Kashmir", "PK-JK"),
	}
	return append(all, provincialServices()...)
}

func police(id actor.ID, name string, area ocs.Area, parent actor.ID) actor.Actor {
	return actor.Actor{
		ID: id, Name: name, Kind: actor.LawEnforcement, Level: ocs.LevelSubnational, Areas: []ocs.Area{area},
		Parent: parent, Mandates: policeMandates(), Cites: fromMemory(),
	}
}

func policeMandates() []actor.Mandate {
	return []actor.Mandate{
		{Markets: []threat.Market{threat.TraffickingInPersons}, Scopes: []threat.Scope{threat.Local, threat.National},
			Powers: []actor.Power{actor.Investigation, actor.Arrest, actor.Detention, actor.SearchSeizure, actor.DataSharing},
			Basis:  reported(trafficAct, "")},
		{Powers: []actor.Power{actor.Investigation, actor.Arrest, actor.Detention, actor.SearchSeizure, actor.DataSharing,
			actor.Prevention, actor.WitnessProtection},
			Scopes: []threat.Scope{threat.Local, threat.National}, Basis: recalled(procedureCode, "")},
	}
}

func home(id actor.ID, name string, area ocs.Area) actor.Actor {
	return actor.Actor{
		ID: id, Name: name, Kind: actor.Subnational, Level: ocs.LevelSubnational, Areas: []ocs.Area{area},
		Mandates: []actor.Mandate{
			{Powers: []actor.Power{actor.Policy, actor.Coordination, actor.Prevention, actor.WitnessProtection, actor.Monitoring},
				Basis: recalled(unchecked, "")},
		},
		Cites: fromMemory(),
	}
}

func provincialServices() []actor.Actor {
	return []actor.Actor{
		{
			ID: socialWelfare, Name: "Provincial social welfare departments", Kind: actor.SocialServices, Collective: true,
			Level: ocs.LevelSubnational,
			Mandates: []actor.Mandate{
				{Powers: []actor.Power{actor.VictimAssistance, actor.Prevention, actor.Training}, Basis: recalled(unchecked, "")},
			},
			Cites: fromMemory(),
		},
		{
			ID: labourDepts, Name: "Provincial labour departments", Kind: actor.Subnational, Collective: true,
			Level: ocs.LevelSubnational,
			Mandates: []actor.Mandate{
				{Markets: []threat.Market{threat.TraffickingInPersons},
					Powers: []actor.Power{actor.Regulation, actor.Prevention}, Basis: recalled(unchecked, "")},
			},
			Cites: fromMemory(),
		},
		{
			ID: prosecutors, Name: "Provincial prosecution services", Kind: actor.Prosecution, Collective: true,
			Level: ocs.LevelSubnational,
			Mandates: []actor.Mandate{
				{Powers: []actor.Power{actor.Prosecuting, actor.WitnessProtection, actor.Training},
					Basis: recalled(procedureCode, "")},
			},
			Cites: fromMemory(),
		},
	}
}
