package main

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

type edit func(*strategy.Strategy)

// on makes an edit of a commitment.
func on(id strategy.CommitmentID, f func(*strategy.Commitment)) edit {
	return func(s *strategy.Strategy) {
		for i := range s.Plans {
			for j := range s.Plans[i].Commitments {
				if c := &s.Plans[i].Commitments[j]; c.ID == id {
					f(c)
					return
				}
			}
		}
		panic("no commitment is called " + id)
	}
}

// in makes an edit of an indicator of an objective.
func in(id pillar.IndicatorID, f func(*pillar.Indicator)) edit {
	return func(s *strategy.Strategy) {
		for i := range s.Objectives {
			for j := range s.Objectives[i].Indicators {
				if x := &s.Objectives[i].Indicators[j]; x.ID == id {
					f(x)
					return
				}
			}
		}
		panic("no indicator is called " + id)
	}
}

// ourEdits and theirEdits are fifteen edits each of Pakistan's illustrative
// strategy, as two offices might make them in the same weeks. None touches what
// another does, though many stand on neighbouring lines.
var ourEdits = []edit{
	func(s *strategy.Strategy) { s.Version = "0.5" },
	func(s *strategy.Strategy) {
		s.Principles[0].Description = "No power is used without a law, a limit and a review by others."
	},
	func(s *strategy.Strategy) {
		s.Threats[0].Description = "Illustrative: opiates that cross the western border."
	},
	func(s *strategy.Strategy) {
		s.Threats = append(s.Threats, threat.Threat{ID: "t-water", Kind: threat.Crime, Name: "Theft of water", Description: "Illustrative."})
	},
	in("i-intelligence-agencies", func(x *pillar.Indicator) { x.Frequency = ocs.CadenceMonthly }),
	in("i-cases-heroin", func(x *pillar.Indicator) { x.Responsible = "anf" }),
	in("i-cyber-charged", func(x *pillar.Indicator) { x.Targets[0].Value = ocs.Num(15) }),
	on("f-sharing-rules", func(c *strategy.Commitment) { c.Deadline = ocs.MustDeadline("2027-04-30") }),
	on("f-desk", func(c *strategy.Commitment) { c.Title = "Open a joint desk for intelligence on organised crime" }),
	on("f-desk", func(c *strategy.Commitment) { c.Partners[0].Status = strategy.Agreed }),
	on("f-assessment", func(c *strategy.Commitment) { c.Lead = "nacta" }),
	on("f-laboratories", func(c *strategy.Commitment) { c.Areas = append(c.Areas, "PK-GB") }),
	func(s *strategy.Strategy) { s.Plans[0].Version = "0.4" },
	func(s *strategy.Strategy) { s.Risks[0].Owner = "moi" },
	func(s *strategy.Strategy) { s.Safeguards[1].Title = "Response to gender in each measure" },
}

var theirEdits = []edit{
	func(s *strategy.Strategy) {
		s.Mission = "Illustrative: prevent, pursue, protect and promote, together."
	},
	func(s *strategy.Strategy) {
		s.Principles[1].Description = "Measures are planned for women, men, girls and boys."
	},
	func(s *strategy.Strategy) { s.Threats[1].Description = "Illustrative: made in small laboratories." },
	func(s *strategy.Strategy) { slices.Reverse(s.Consultations) },
	in("i-intelligence-agencies", func(x *pillar.Indicator) { x.Targets[0].Value = ocs.Num(16) }),
	in("i-cases-organisers", func(x *pillar.Indicator) { x.Source = "Court records, published each year" }),
	in("i-cyber-forensics", func(x *pillar.Indicator) { x.Targets[0].Value = ocs.Num(40) }),
	on("f-sharing-rules", func(c *strategy.Commitment) { c.Milestones[0].Title = "Rules signed by the first ten agencies" }),
	on("f-desk", func(c *strategy.Commitment) { c.Deadline = ocs.MustDeadline("2028-06-30") }),
	on("f-desk", func(c *strategy.Commitment) { c.Partners[1].Status = strategy.Agreed }),
	on("f-assessment", func(c *strategy.Commitment) {
		c.Partners = append(c.Partners, strategy.Partner{Actor: "civil-society", Role: actor.Consulted, Status: strategy.Proposed})
	}),
	on("f-laboratories", func(c *strategy.Commitment) { c.Milestones[0].Due = ocs.MustDeadline("2028-01-31") }),
	func(s *strategy.Strategy) { // a commitment goes to the provinces
		from, to := &s.Plans[0].Commitments, &s.Plans[1].Commitments
		i := slices.IndexFunc(*from, func(c strategy.Commitment) bool { return c.ID == "f-districts" })
		*to = append(*to, (*from)[i])
		*from = slices.Delete(*from, i, i+1)
	},
	func(s *strategy.Strategy) {
		s.Risks[1].Mitigations = append(s.Risks[1].Mitigations, "Ask each province by name")
	},
	func(s *strategy.Strategy) { s.Safeguards[0].Responsible = "nchr" },
}

// ourClashes and theirClashes can't be reconciled, the first with the first.
var ourClashes = []edit{
	func(s *strategy.Strategy) { s.Vision = "Illustrative: a country without shelter for organised crime." },
	on("f-parallel", func(c *strategy.Commitment) { c.Lead = "fmu" }),
	in("i-assets-parallel", func(x *pillar.Indicator) { x.Targets[0].Value = ocs.Num(60) }),
	func(s *strategy.Strategy) { // deleted here, edited there
		s.Plans[0].Commitments = slices.DeleteFunc(s.Plans[0].Commitments, func(c strategy.Commitment) bool { return c.ID == "f-forum" })
		for i := range s.Plans[0].Budget {
			b := &s.Plans[0].Budget[i]
			b.Commitments = slices.DeleteFunc(b.Commitments, func(id strategy.CommitmentID) bool { return id == "f-forum" })
		}
	},
}

var theirClashes = []edit{
	func(s *strategy.Strategy) { s.Vision = "Illustrative: justice for those whom organised crime harms." },
	on("f-parallel", func(c *strategy.Commitment) { c.Lead = "nab" }),
	in("i-assets-parallel", func(x *pillar.Indicator) { x.Targets[0].Value = ocs.Num(40) }),
	on("f-forum", func(c *strategy.Commitment) { c.Deadline = ocs.MustDeadline("2029-01-31") }),
}
