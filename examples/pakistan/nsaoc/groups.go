package nsaoc

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
)

// groups are types of criminal actor and not real groups: each is illustrative
// and described by what it does. They are marked amber all the same, as such
// knowledge would be.
func groups() []threat.Group {
	return []threat.Group{
		{
			ID: "g-corridor", Name: "Brokers of an overland drug corridor", Type: threat.Network,
			Description: "Illustrative. Loosely tied brokers who buy transport and protection along a land route.",
			Elements: threat.Elements{Members: threat.Met, Structured: threat.Unknown, Duration: threat.Met,
				Concert: threat.Met, Aim: threat.Met, Benefit: threat.Met},
			Threats: []threat.ID{opiates, synthetics, arms},
			Markets: []threat.Market{threat.HeroinTrafficking, threat.SyntheticDrugTrafficking, threat.FirearmsTrafficking},
			Areas:   []ocs.Area{"PK-BA", "PK-KP"},
			Ties: []threat.Tie{
				{Kind: threat.CooperatesWith, Group: "g-value-transfer", Note: "Pays through it"},
			},
			Marking: ocs.MarkingAmber,
		},
		{
			ID: "g-recruiters", Name: "Recruiters and agents for travel abroad", Type: threat.Network,
			Description: "Illustrative. Local agents who pass persons on to organisers abroad.",
			Elements: threat.Elements{Members: threat.Met, Structured: threat.Met, Duration: threat.Met,
				Concert: threat.Met, Aim: threat.Met, Benefit: threat.Met},
			Threats: []threat.ID{transnationalTraffic, migrantSmuggling},
			Markets: []threat.Market{threat.TraffickingInPersons, threat.SmugglingOfMigrants},
			Areas:   []ocs.Area{"PK-PB", "PK-JK"},
			Ties: []threat.Tie{
				{Kind: threat.Supplies, Group: "g-organisers-abroad"},
				{Kind: threat.CooperatesWith, Group: "g-value-transfer"},
			},
			Marking: ocs.MarkingAmber,
		},
		{
			ID: "g-organisers-abroad", Name: "Organisers of journeys, based abroad", Type: threat.Foreign,
			Description: "Illustrative. They direct the routes and hold the money.",
			Elements: threat.Elements{Members: threat.Met, Structured: threat.Met, Duration: threat.Met,
				Concert: threat.Met, Aim: threat.Met, Benefit: threat.Met},
			Threats: []threat.ID{migrantSmuggling},
			Markets: []threat.Market{threat.SmugglingOfMigrants},
			Marking: ocs.MarkingAmber,
		},
		{
			ID: "g-value-transfer", Name: "Unlicensed dealers in value transfer", Type: threat.PrivateSector,
			Description: "Illustrative. Dealers who move money for any customer and keep no records.",
			Elements: threat.Elements{Members: threat.Unknown, Structured: threat.Unknown, Duration: threat.Met,
				Concert: threat.Unknown, Aim: threat.Met, Benefit: threat.Met},
			Threats: []threat.ID{laundering},
			Markets: []threat.Market{threat.MoneyLaundering},
			Areas:   []ocs.Area{"PK-PB", "PK-SD", "PK-KP"},
			Marking: ocs.MarkingAmber,
		},
		{
			ID: "g-call-centre", Name: "Operators of a fraud call centre", Type: threat.Network,
			Description: "Illustrative. They defraud persons at home and abroad by telephone and message.",
			Elements: threat.Elements{Members: threat.Met, Structured: threat.Met, Duration: threat.Met,
				Concert: threat.Met, Aim: threat.Met, Benefit: threat.Met},
			Threats: []threat.ID{cybercrime},
			Markets: []threat.Market{threat.CyberEnabledFraud},
			Areas:   []ocs.Area{"PK-SD", "PK-IS"},
			Ties: []threat.Tie{
				{Kind: threat.CooperatesWith, Group: "g-value-transfer"},
			},
			Marking: ocs.MarkingAmber,
		},
	}
}
