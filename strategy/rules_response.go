package strategy

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
)

func responseRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{threatOneSided, victimsUnprotected, traffickingSafeguards, cooperationMissing, confiscationMissing}
}

var threatOneSided = ocs.Rule[Index]{
	Code:  "threat-one-sided",
	Title: "priority threats are answered by pursuit and by prevention",
	Doc: "Groups that are arrested are replaced while the market and its recruits remain; prevention alone leaves the groups in place. Answer a priority under both of UNODC's pillars, or accept the gap by a waiver with the reason. " +
		"Preventing what enables the threat counts as prevention. Threats that no objective answers, and those answered under a pillar that is not mapped, are left to other rules.",
	Basis:  "UNODC's approach takes the four pillars together; UNTOC articles 11 and 31. The demand for both is ours",
	Levels: "-iWWi",
	Check: func(p *ocs.Pass, ix *Index) {
		all := ix.threatResponses()
		for n := range ix.s.Threats {
			t, r := &ix.s.Threats[n], all[n]
			if !t.Priority || r&(answersAll|answersUnmapped) == 0 || r.has(answersUnmapped) {
				continue
			}
			for k := 0; k < len(t.EnabledBy) && !r.has(answersPrevent); k++ {
				if e := find(ix, threatKind, t.EnabledBy[k]); e >= 0 {
					r |= all[e] & answersPrevent
				}
			}
			var missing string
			switch {
			case !r.has(answersPursue) && !r.has(answersPrevent):
				missing = "pursue or prevent"
			case !r.has(answersPursue):
				missing = "pursue"
			case !r.has(answersPrevent):
				missing = "prevent"
			default:
				continue
			}
			p.On(t).Report(t, "threat is a priority and is not answered under %s", missing).Help("add an objective, list the threat under one that answers it, or say by a waiver why not")
		}
	},
}

var victimsUnprotected = ocs.Rule[Index]{
	Code:  "victims-unprotected",
	Title: "threats that harm persons have a commitment to protect them",
	Doc: "The Convention obliges States to assist and protect victims and witnesses, within their means. A threat that is answered or a priority, and names groups of persons among its victims, has a commitment under Protect, " +
		"or one that uses powers to assist victims or protect witnesses, or carries a safeguard of victim assistance. Whole communities are not counted as such a group.",
	Basis:  "UNTOC articles 24 and 25; Trafficking in Persons Protocol articles 6 to 8",
	Levels: "-WEEW",
	Check: func(p *ocs.Pass, ix *Index) {
		for n, r := range ix.threatResponses() {
			t := &ix.s.Threats[n]
			if r.has(assists) || r == 0 && !t.Priority {
				continue
			}
			if slices.ContainsFunc(t.Victims, identifiable) {
				if ix.concealsObjectives("threats", "pillar") || ix.concealsCommitments("objectives", "powers", "safeguards") {
					return
				}
				p.On(t).Report(&t.Victims, "threat harms persons, and no commitment protects its victims").
					Help("add a commitment that serves an objective under Protect against it, or that assists its victims")
			}
		}
	},
}

// identifiable reports whether a group of victims is of persons who can be
// found and assisted one by one.
func identifiable(v threat.Victim) bool { return v.Known() && v.Persons() && v != threat.Communities }

var traffickingSafeguards = ocs.Rule[Index]{
	Code:  "trafficking-safeguards",
	Title: "a strategy against trafficking spares and assists victims, and one against smuggling spares migrants",
	Doc: "Trafficked persons are not punished for what they were compelled to do and are assisted whether or not they testify; smuggled migrants are not liable for having been smuggled. " +
		"A strategy that answers these threats carries a safeguard of kind non-punishment, and against trafficking one of kind victim-assistance. Say in it how police and courts are to act.",
	Basis:  "Trafficking in Persons Protocol articles 6 to 8; Smuggling of Migrants Protocol article 5; Pakistan's act of 2018 on smuggling does not make the migrant an offender",
	Levels: "-WEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		var trafficking, smuggling *threat.Threat
		for n := range ix.s.Threats {
			t := &ix.s.Threats[n]
			if !t.Priority && len(ix.threatObjectives.of(n)) == 0 {
				continue
			}
			if trafficking == nil && slices.Contains(t.Markets, threat.TraffickingInPersons) {
				trafficking = t
			}
			if smuggling == nil && slices.Contains(t.Markets, threat.SmugglingOfMigrants) {
				smuggling = t
			}
		}
		spare, assist := false, false
		for g := range ix.Safeguards() {
			spare = spare || g.Kind == NonPunishment
			assist = assist || g.Kind == VictimAssistance
		}
		switch {
		case spare:
		case trafficking != nil:
			p.On(ix.s).Report(&ix.s.Safeguards, "strategy against trafficking in persons has no safeguard of kind %q", NonPunishment).
				Help("say how it is ensured that victims are not punished").Related(trafficking, "the threat")
		case smuggling != nil:
			p.On(ix.s).Report(&ix.s.Safeguards, "strategy against smuggling of migrants has no safeguard of kind %q", NonPunishment).
				Help("say how it is ensured that migrants are not treated as offenders").Related(smuggling, "the threat")
		}
		if trafficking != nil && !assist {
			p.On(ix.s).Report(&ix.s.Safeguards, "strategy against trafficking in persons has no safeguard of kind %q", VictimAssistance).
				Help("say how victims are assisted").Related(trafficking, "the threat")
		}
	},
}

var cooperationMissing = ocs.Rule[Index]{
	Code:  "cooperation-missing",
	Title: "transnational priority threats are answered together with other States",
	Doc: "A group that works across a border is out of reach of a State that works alone. Let an objective that answers the threat, or an enabling one, put an article on extradition, mutual legal assistance, joint investigations or police cooperation into effect, " +
		"or let a commitment use those powers or have a partner from another State or an international organisation. Strategies of provinces and municipalities are not asked: such cooperation is the State's.",
	Basis:  "UNTOC articles 13, 16 to 19, 21 and 27, and their counterparts in the Protocols; the choice of articles is ours",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		if ix.belowState() {
			return
		}
		common := ix.commonResponse()
		for n, r := range ix.threatResponses() {
			t := &ix.s.Threats[n]
			if t.Priority && t.Scope == threat.Transnational && r != 0 && !(r | common).has(cooperates) {
				p.On(t).Report(t, "threat is a transnational priority and is answered without other States").
					Help("add cooperation under untoc/16, untoc/18 or untoc/27, or a partner from another State")
			}
		}
	},
}

var confiscationMissing = ocs.Rule[Index]{
	Code:  "confiscation-missing",
	Title: "priority threats that are run for profit are answered by taking the proceeds",
	Doc: "Profit is the reason for most markets, and prison without confiscation is a cost of business. Let an objective that answers the threat, or money laundering, or an enabling one, put articles 12 to 14 into effect, " +
		"or let a commitment use the power to freeze or confiscate.",
	Basis:  "UNTOC articles 12 to 14; Firearms Protocol article 6. Which markets are run for profit is our judgement",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		common := ix.commonResponse()
		for n, r := range ix.threatResponses() {
			t := &ix.s.Threats[n]
			if t.Priority && r != 0 && !(r | common).has(confiscates) && slices.ContainsFunc(t.Markets, threat.Market.ProfitDriven) {
				p.On(t).Report(t, "threat is a priority run for profit, and no objective takes its proceeds").
					Help("add seizure and confiscation under untoc/12 to an objective that answers it")
			}
		}
	},
}

// belowState reports whether the strategy is that of a part of a State.
func (ix *Index) belowState() bool {
	return ix.s.Level == ocs.LevelSubnational || ix.s.Level == ocs.LevelLocal
}
