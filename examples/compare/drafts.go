package main

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// consulted is the draft of package nsaoc as it might come back from
// consultation. Every change is illustrative; no ministry asked for any of them.
func consulted() strategy.Strategy {
	s := nsaoc.Strategy()
	s.Version = "0.5"

	// The finance side asks for less and later.
	federal := plan(&s, "plan-federal")
	federal.Version = "0.4"
	federal.Total = ocs.MustMoney("PKR 5170000000")
	for i := range federal.Budget {
		if federal.Budget[i].ID == "b-pursue" {
			federal.Budget[i].Money = ocs.MustMoney("PKR 2925000000")
		}
	}
	laboratories := commitment(&s, "f-laboratories")
	laboratories.Deadline = ocs.MustDeadline("2029-06-30")
	laboratories.Areas = slices.DeleteFunc(laboratories.Areas, func(a ocs.Area) bool { return a == "PK-BA" })

	// Those who would carry it out change who does what.
	desk := commitment(&s, "f-desk")
	desk.Lead = "nacta"
	desk.Partners = slices.DeleteFunc(desk.Partners, func(p strategy.Partner) bool { return p.Actor == "fmu" })
	for i := range desk.Partners {
		desk.Partners[i].Status = strategy.Agreed
	}
	rules := commitment(&s, "f-sharing-rules")
	rules.Safeguards = slices.DeleteFunc(rules.Safeguards, func(id strategy.SafeguardID) bool { return id == "s-oversight" })
	rules.Partners = append(rules.Partners, strategy.Partner{Actor: "molj", Role: actor.Consulted, Status: strategy.Agreed})

	// The indicators are made more cautious, and one less cautious.
	for i := range s.Objectives {
		o := &s.Objectives[i]
		for j := range o.Indicators {
			in := &o.Indicators[j]
			switch in.ID {
			case "i-intelligence-cases":
				in.Targets[0].Value = ocs.Num(120)
			case "i-cases-organisers":
				in.Targets[0].Value = ocs.Num(140)
			case "i-intelligence-agencies":
				in.Frequency = ocs.CadenceAnnually
			}
		}
		o.Indicators = slices.DeleteFunc(o.Indicators, func(in pillar.Indicator) bool { return in.ID == "i-assets-parallel" })
	}

	// Civil society asks for a commitment of its own, and one goes to the provinces.
	federal.Commitments = append(federal.Commitments, strategy.Commitment{
		ID: "f-hotline", Kind: strategy.Project, Title: "Open a helpline for witnesses, run by civil society",
		Objectives: []pillar.ObjectiveID{"o-witnesses"}, Lead: "moi",
		Partners: []strategy.Partner{{Actor: "civil-society", Role: actor.Implementing, Status: strategy.Agreed}},
		Deadline: ocs.MustDeadline("2028-06-30"), Funding: []strategy.Funding{{Source: strategy.InKind}},
	})
	at := slices.IndexFunc(federal.Commitments, func(c strategy.Commitment) bool { return c.ID == "f-districts" })
	provincial := plan(&s, "plan-provincial")
	provincial.Commitments = append(provincial.Commitments, federal.Commitments[at])
	federal.Commitments = slices.Delete(federal.Commitments, at, at+1)

	// An identifier is put right: the campaign is called what it is.
	campaign := commitment(&s, "f-campaign")
	campaign.ID = "f-public-campaign"
	for i := range federal.Budget {
		for j, id := range federal.Budget[i].Commitments {
			if id == "f-campaign" {
				federal.Budget[i].Commitments[j] = campaign.ID
			}
		}
	}
	return s
}

func plan(s *strategy.Strategy, id strategy.PlanID) *strategy.Plan {
	i := slices.IndexFunc(s.Plans, func(p strategy.Plan) bool { return p.ID == id })
	return &s.Plans[i]
}

func commitment(s *strategy.Strategy, id strategy.CommitmentID) *strategy.Commitment {
	for i := range s.Plans {
		for j := range s.Plans[i].Commitments {
			if c := &s.Plans[i].Commitments[j]; c.ID == id {
				return c
			}
		}
	}
	panic("no commitment is called " + id)
}
