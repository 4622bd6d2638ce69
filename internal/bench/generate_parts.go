package main

import (
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// actorsPerPlan is how many actors there are for each plan, at least.
const actorsPerPlan = 12

// actorKinds are the kinds of a plan's actors by place: the first is the body
// that oversees the plan, those of leadPlaces may lead commitments, those of
// partnerPlaces never do. A small strategy lacks the last ones.
var (
	actorKinds = [actorsPerPlan]actor.Kind{actor.CoordinationBody, actor.Ministry, actor.LawEnforcement, actor.CivilSociety,
		actor.Executive, actor.Academia, actor.InternationalOrganisation, actor.PrivateSector, actor.Prosecution,
		actor.CustomsBorder, actor.SocialServices, actor.FinancialIntelligence}
	leadPlaces    = []int{ministry, police, prosecution, 9, 10, 11}
	partnerPlaces = []int{civilSociety, academia, donor, business}
)

// Places of actors.
const (
	overseer = iota
	ministry
	police
	civilSociety
	cabinet
	academia
	donor
	business
	prosecution
)

// present returns the place of a plan, or that of the ministry if a small
// strategy has no actor there.
func (g *builder) present(plan, place int) int {
	if place*g.plans+plan >= g.actors {
		return ministry
	}
	return place
}

// actorAt returns the actor at that place of a plan.
func (g *builder) actorAt(plan, place int) actor.ID { return actorID(place*g.plans + plan) }

// actorsOf returns the actors of a plan without the body that oversees it.
func (g *builder) actorsOf(plan int) []actor.ID {
	var ids []actor.ID
	for n := g.plans + plan; n < g.actors; n += g.plans {
		ids = append(ids, actorID(n))
	}
	return ids
}

func (g *builder) actor(i int) actor.Actor {
	plan, place := i%g.plans, i/g.plans
	kind := actorKinds[place%actorsPerPlan]
	if place >= actorsPerPlan && kind == actor.CoordinationBody {
		kind = actor.Ministry
	}
	a := actor.Actor{
		ID:          actorID(i),
		Name:        g.title(i),
		Acronym:     id[string]("A", i),
		Kind:        kind,
		Description: g.text(1),
		Level:       ocs.LevelNational,
		Mandates:    []actor.Mandate{{Powers: powersOf(kind), Basis: ocs.Cite{Source: "src-act", Locator: id[string]("s.", i%90+1)}}},
	}
	if place == overseer {
		a.Body = actor.Body{
			Chair:       g.actorAt(plan, cabinet),
			Secretariat: g.actorAt(plan, ministry),
			Members:     g.actorsOf(plan),
			Cadence:     ocs.CadenceQuarterly,
			ReportsTo:   g.actorAt(plan, cabinet),
			Oversees:    []ocs.ID{ocs.ID(planID(plan))},
			Basis:       ocs.Cite{Source: "src-act", Locator: "s. 4"},
		}
	}
	return a
}

// powersOf returns what actors of a kind may do: only organs of the State have
// coercive powers.
func powersOf(k actor.Kind) []actor.Power {
	switch k {
	case actor.CoordinationBody:
		return []actor.Power{actor.Coordination, actor.Monitoring}
	case actor.Executive:
		return []actor.Power{actor.Policy, actor.Oversight}
	case actor.CivilSociety, actor.PrivateSector, actor.Academia, actor.InternationalOrganisation:
		return []actor.Power{actor.Prevention, actor.Training}
	case actor.LawEnforcement, actor.CustomsBorder, actor.Prosecution, actor.FinancialIntelligence:
		return []actor.Power{actor.Investigation, actor.SpecialTechniques, actor.DataSharing, actor.AssetFreezing}
	}
	return []actor.Power{actor.Policy, actor.Training, actor.VictimAssistance, actor.DataSharing}
}

var markets = []threat.Market{threat.HeroinTrafficking, threat.TraffickingInPersons, threat.MoneyLaundering,
	threat.SmugglingOfMigrants, threat.FirearmsTrafficking, threat.Extortion, threat.FaunaCrime, threat.CyberEnabledFraud}

func (g *builder) threat(i int) threat.Threat {
	market := markets[i%len(markets)]
	score := 4 + int64(i%6)
	t := threat.Threat{
		ID:          threatID(i),
		Kind:        threat.Crime,
		Name:        g.title(i),
		Description: g.text(1),
		Markets:     []threat.Market{market},
		Priority:    score >= 8,
		Scope:       threat.Regional,
		Victims:     []threat.Victim{threat.Communities},
		Methods:     []threat.Method{{Name: g.title(i), Cites: []ocs.Cite{{Source: "src-record", Grade: ocs.GradeInferred}}}},
		Offences: []threat.Offence{{
			Title:    g.title(i),
			Law:      ocs.Cite{Source: "src-act", Locator: id[string]("s.", i%90+1)},
			MaxYears: ocs.Num(int64(5 + i%10)),
			Serious:  true,
			Articles: []ocs.Article{"untoc/5"},
		}},
		Assessments: []threat.Assessment{{
			ID:               id[ocs.ID]("as", i),
			Method:           "invented-scale",
			By:               ocs.ID(g.actorAt(0, police)),
			Date:             ocs.MustDate("2025-11"),
			Scale:            threat.Scale{Min: ocs.Num(1), Max: ocs.Num(10), Worse: threat.HighIsWorse},
			Harm:             threat.Harm{Physical: ocs.Num(score), Economic: ocs.Num(score - 1), Community: ocs.MustDecimal("6.5")},
			Likelihood:       ocs.Num(score),
			ResponseCapacity: ocs.Num(10 - score),
			Score:            ocs.Num(score),
			Trend:            threat.Stable,
			Confidence:       threat.Confidence{Scheme: threat.LowMediumHigh, Code: "medium"},
			Gaps:             []string{"invented gap"},
		}},
		Cites: []ocs.Cite{{Source: "src-record", Grade: ocs.GradeSecondHand}},
	}
	if i%3 == 0 {
		t.Scope, t.Limbs = threat.Transnational, []threat.Limb{threat.SeveralStates}
		t.Roles = []threat.FlowRole{threat.Origin, threat.Transit}
	}
	if i > 0 && i%5 == 0 {
		t.EnabledBy = []threat.ID{threatID(i - 1)}
	}
	if i%5 == 4 && i+1 < g.threats {
		t.Kind = threat.Enabler
	}
	return t
}

// group makes group i, which drives four threats and works with the group
// before it.
func (g *builder) group(i int) threat.Group {
	gr := threat.Group{
		ID:          groupID(i),
		Name:        id[string]("Invented group", i),
		Aliases:     []string{id[string]("Invented alias", i)},
		Description: g.text(1),
		Type:        threat.Network,
		Elements: threat.Elements{
			Members: threat.Met, Structured: threat.Met, Duration: threat.Met, Concert: threat.Met, Aim: threat.Met, Benefit: threat.Unknown,
		},
		Areas:   []ocs.Area{provinces[i%len(provinces)]},
		Cites:   []ocs.Cite{{Source: "src-record", Grade: ocs.GradeInferred}},
		Marking: ocs.MarkingClear,
	}
	for n := 4 * i; n < 4*i+4; n++ {
		gr.Threats = append(gr.Threats, threatID(n))
		gr.Markets = append(gr.Markets, markets[n%len(markets)])
	}
	if i > 0 {
		gr.Ties = []threat.Tie{{Kind: threat.CooperatesWith, Group: groupID(i - 1), Note: "invented"}}
	}
	return gr
}

var provinces = []ocs.Area{"PK-PB", "PK-SD", "PK-KP", "PK-BA"}

// unodcPillars are the pillars, each with the treaty articles of its
// objectives.
var unodcPillars = []struct {
	id       pillar.ID
	articles []ocs.Article
}{
	{pillar.Prevent, []ocs.Article{"untoc/31"}},
	{pillar.Pursue, []ocs.Article{"untoc/12", "untoc/18"}},
	{pillar.Protect, []ocs.Article{"untoc/24", "untoc/25"}},
	{pillar.Promote, []ocs.Article{"untoc/27", "untoc/29"}},
}

// pillarOf returns the place in unodcPillars of the pillar that a commitment
// serves.
func (g *builder) pillarOf(commitment int) int { return g.pillarAt(commitment % g.objectives) }

// pillarAt returns the place of an objective's pillar: each threat is answered
// in every pillar.
func (g *builder) pillarAt(objective int) int { return objective / g.threats % len(unodcPillars) }

// objective makes objective i, which answers one threat.
func (g *builder) objective(i int) pillar.Objective {
	p := unodcPillars[g.pillarAt(i)]
	o := pillar.Objective{
		ID:          objectiveID(i),
		Pillar:      p.id,
		Title:       g.title(i),
		Description: g.text(1),
		Threats:     []threat.ID{threatID(i % g.threats)},
		Owner:       g.actorAt(i%g.plans, ministry),
		Articles:    p.articles,
		Indicators:  []pillar.Indicator{g.indicator(2 * i), g.indicator(2*i + 1)},
	}
	if i < 4*g.groups {
		o.Groups = []threat.GroupID{groupID(i / 4)} // that drives its threat
	}
	switch markets[i%g.threats%len(markets)] {
	case threat.TraffickingInPersons:
		o.Goals = []ocs.ID{"goal-sdg-8-7"}
	case threat.FaunaCrime:
		o.Goals = []ocs.ID{"goal-sdg-15-7"}
	default:
		o.Goals = []ocs.ID{"goal-sdg-16-4"}
	}
	if i%6 == 0 && p.id != pillar.Prevent {
		o.Also = []pillar.ID{pillar.Prevent}
	}
	if i%7 == 0 {
		o.Assumptions = []string{g.text(1)}
	}
	return o
}

// indicator makes indicator i. Those with an odd number are read twice a
// year, the others once. Some count persons, some are to fall.
func (g *builder) indicator(i int) pillar.Indicator {
	base := baseline(i)
	in := pillar.Indicator{
		ID:        indicatorID(i),
		Name:      g.title(i),
		Kind:      pillar.Outcome,
		Unit:      "cases",
		Direction: pillar.Increase,
		Baseline:  pillar.Baseline{Value: ocs.Num(base), Date: ocs.MustDate("2023-12-31"), Cite: ocs.Cite{Source: "src-record"}},
		Targets:   []pillar.Target{{By: ocs.MustDate("2030"), Value: ocs.Num(base + 60)}},
		Source:    "Case register",
		Frequency: ocs.CadenceAnnually,
	}
	switch {
	case counted(i):
		in.Unit, in.People, in.DisaggregatedBy = "persons", true, []pillar.Disaggregation{pillar.BySex, pillar.ByAge}
	case falls(i):
		in.Direction = pillar.Decrease
		in.Targets = []pillar.Target{
			{By: ocs.MustDate("2027"), Comparator: pillar.AtMost, Value: ocs.Num(base - 5)},
			{By: ocs.MustDate("2030"), Comparator: pillar.AtMost, Value: ocs.Num(base - 20)},
		}
	}
	if i%2 == 1 {
		in.Kind, in.Frequency = pillar.Output, ocs.CadenceSemiannually
	}
	return in
}

func baseline(indicator int) int64 { return int64(20 + indicator%80) }
func counted(indicator int) bool   { return indicator%8 == 2 }
func falls(indicator int) bool     { return indicator%8 == 5 }
