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
// that oversees the plan, those of leadPlaces may lead commitments.
var (
	actorKinds = [actorsPerPlan]actor.Kind{actor.CoordinationBody, actor.Ministry, actor.LawEnforcement, actor.CivilSociety,
		actor.Prosecution, actor.Academia, actor.CustomsBorder, actor.PrivateSector, actor.FinancialIntelligence,
		actor.InternationalOrganisation, actor.SocialServices, actor.Judiciary}
	leadPlaces = []int{1, 2, 4, 6, 8, 10}
)

// actorAt returns the actor at that place of a plan.
func (g *builder) actorAt(plan, place int) actor.ID {
	n := place*g.plans + plan
	if n >= g.actors { // a small strategy: fall back on the ministry
		n = g.plans + plan
	}
	return actorID(n)
}

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
		Mandates:    []actor.Mandate{{Powers: powersOf(kind), Basis: ocs.Cite{Source: "src-act", Locator: id[string]("s.", i%90+1), Grade: ocs.GradeInferred}}},
	}
	if place == 0 {
		a.Body = actor.Body{
			Chair:     g.actorAt(plan, 1),
			Members:   g.actorsOf(plan),
			Cadence:   ocs.CadenceQuarterly,
			ReportsTo: g.actorAt(plan, 1),
			Oversees:  []ocs.ID{ocs.ID(planID(plan))},
			Basis:     ocs.Cite{Source: "src-act", Locator: "s. 4", Grade: ocs.GradeInferred},
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
	t := threat.Threat{
		ID:          threatID(i),
		Kind:        threat.Crime,
		Name:        g.title(i),
		Description: g.text(1),
		Markets:     []threat.Market{market},
		Priority:    i%4 == 0,
		Scope:       threat.Regional,
		Victims:     []threat.Victim{threat.Communities},
		Offences: []threat.Offence{{
			Title:    g.title(i),
			Law:      ocs.Cite{Source: "src-act", Locator: id[string]("s.", i%90+1), Grade: ocs.GradeInferred},
			MaxYears: ocs.Num(int64(5 + i%10)),
			Serious:  true,
		}},
		Assessments: []threat.Assessment{{
			Method:     "invented-scale",
			By:         ocs.ID(g.actorAt(0, 2)),
			Date:       ocs.MustDate("2025-11"),
			Scale:      threat.Scale{Min: ocs.Num(1), Max: ocs.Num(10), Worse: threat.HighIsWorse},
			Score:      ocs.Num(int64(4 + i%6)),
			Trend:      threat.Stable,
			Confidence: threat.Confidence{Scheme: threat.LowMediumHigh, Code: "medium"},
		}},
	}
	if i%3 == 0 {
		t.Scope, t.Limbs = threat.Transnational, []threat.Limb{threat.SeveralStates}
		t.Roles = []threat.FlowRole{threat.Origin, threat.Transit}
	}
	if i > 0 && i%5 == 0 {
		t.EnabledBy = []threat.ID{threatID(i - 1)}
	}
	return t
}

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

// objective makes objective i: it answers one threat, and each threat is
// answered in every pillar.
func (g *builder) objective(i int) pillar.Objective {
	p := unodcPillars[i/g.threats%len(unodcPillars)]
	o := pillar.Objective{
		ID:          objectiveID(i),
		Pillar:      p.id,
		Title:       g.title(i),
		Description: g.text(1),
		Threats:     []threat.ID{threatID(i % g.threats)},
		Owner:       g.actorAt(i%g.plans, 1),
		Articles:    p.articles,
		Indicators:  []pillar.Indicator{g.indicator(2 * i), g.indicator(2*i + 1)},
	}
	if i%4 == 0 {
		o.Goals = []ocs.ID{"goal-sdg-16-4"}
	}
	if i%7 == 0 {
		o.Assumptions = []string{g.text(1)}
	}
	return o
}

// indicator makes indicator i. Those with an odd number are read twice a
// year, the others once.
func (g *builder) indicator(i int) pillar.Indicator {
	in := pillar.Indicator{
		ID:        indicatorID(i),
		Name:      g.title(i),
		Kind:      pillar.Outcome,
		Unit:      "cases",
		Direction: pillar.Increase,
		Baseline:  pillar.Baseline{Value: ocs.Num(baseline(i)), Date: ocs.MustDate("2023-12-31")},
		Targets:   []pillar.Target{{By: ocs.MustDate("2030"), Value: ocs.Num(baseline(i) + 60)}},
		Source:    "Case register",
		Frequency: ocs.CadenceAnnually,
	}
	if i%2 == 1 {
		in.Kind, in.Frequency = pillar.Output, ocs.CadenceSemiannually
	}
	return in
}

func baseline(indicator int) int64 { return int64(20 + indicator%80) }
