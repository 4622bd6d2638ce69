package strategy

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// goalRules are about what the strategy stands under: treaties and higher
// goals.
func goalRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{
		treatyUnlisted,
		treatyStatusMissing,
		treatyStatusUnverified,
		sdgUnknown,
		sdgUnlinked,
		goalUnserved,
	}
}

var treatyUnlisted = ocs.Rule[Index]{
	Code:  "treaty-unlisted",
	Title: "every treaty whose articles are cited is listed with the State's status in it",
	Doc: "An objective that puts an article into effect rests on a treaty, and whether the State is bound by it decides what the objective may demand. " +
		"List the treaty under treaties with what the State has done: signed, ratified, acceded, or nothing yet. It is reported once for each treaty, where it is first cited.",
	Basis:  "UNTOC and its protocols, each of which has its own parties; Pakistan, where the status in the protocols differs",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		var seen []ocs.Treaty // there are only a few
		cited := func(p *ocs.Pass, elem any, articles []ocs.Article) {
			for i := range articles {
				t := articles[i].Treaty()
				if !t.Known() || slices.Contains(seen, t) {
					continue
				}
				seen = append(seen, t)
				if !slices.ContainsFunc(ix.s.Treaties, func(s TreatyStatus) bool { return s.Treaty == t }) {
					p.On(elem).Report(&articles[i], "treaty %q is not listed with the State's status in it", string(t)).
						Help("list it under treaties with what the State has done")
				}
			}
		}
		for t := range ix.Threats() {
			for i := range t.Offences {
				cited(p, t, t.Offences[i].Articles)
			}
		}
		for o := range ix.Objectives() {
			cited(p, o, o.Articles)
		}
	},
}

var treatyStatusMissing = ocs.Rule[Index]{
	Code:   "treaty-status-missing",
	Title:  "every treaty is listed with the State's status in it",
	Doc:    "A treaty that was signed binds less than one that was ratified, and one that the State has not joined is a goal and no ground. Say which it is; where nobody has checked, say unknown.",
	Basis:  "UNTOC, articles 36 to 38: signature, ratification, accession, entry into force (recalled)",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		for i := range ix.s.Treaties {
			if t := &ix.s.Treaties[i]; t.Status == "" {
				p.Report(&t.Status, "status in treaty %q is missing", short(t.Treaty)).Help("say signed, ratified, acceded, denounced, none, or unknown")
			}
		}
	},
}

var treatyStatusUnverified = ocs.Rule[Index]{
	Code:  "treaty-status-unverified",
	Title: "the State's status in each treaty was checked against a source",
	Doc: "The depositary publishes who is party to a treaty and since when, so that a status need not be left unknown or taken from memory. " +
		"Look it up, cite the page and grade the citation as verified.",
	Basis:  "UNTOC, article 41: the Secretary-General of the United Nations is the depositary (recalled)",
	Levels: "-iiii",
	Check: func(p *ocs.Pass, ix *Index) {
		const help = "look it up with the depositary and cite the page"
		for i := range ix.s.Treaties {
			switch t := &ix.s.Treaties[i]; {
			case t.Status == "":
			case t.Status == StatusUnknown:
				p.Report(&t.Status, "status in treaty %q is unknown", short(t.Treaty)).Help(help)
			case t.Cite == (ocs.Cite{}):
				p.Report(&t.Cite, "status in treaty %q has no source", short(t.Treaty)).Help(help)
			case t.Cite.Grade == ocs.GradeRecalled || t.Cite.Grade == ocs.GradeInferred:
				p.Report(&t.Cite.Grade, "status in treaty %q is %s, not checked", short(t.Treaty), string(t.Cite.Grade)).Help(help)
			}
		}
	},
}

var sdgUnknown = ocs.Rule[Index]{
	Code:  "sdg-unknown",
	Title: "every Sustainable Development Goal or target exists",
	Doc: "A goal of scheme sdg has the number of one of the 17 goals or of one of their targets, such as 16 or 16.4, by which others find it. " +
		"Mend the code, or name another scheme.",
	Basis:  "the 2030 Agenda, General Assembly resolution 70/1; how many targets each goal has is recalled",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		for i := range ix.s.Goals {
			switch g := &ix.s.Goals[i]; {
			case g.Scheme != SDG:
			case g.Code == "":
				p.On(g).Report(&g.Code, "goal of scheme %q has no code", string(SDG)).Help("give the number of the goal or target, such as 16.4")
			case !pillar.SDGTargetExists(g.Code) && !pillar.SDGTargetExists(g.Code+".1"):
				p.On(g).Report(&g.Code, "there is no Sustainable Development Goal or target %q", short(g.Code)).
					Help("mend the number, such as 16.4 or 16.a")
			}
		}
	},
}

// sdgFor are the targets to which a response to a market contributes, any one
// of which will do. The selection is that of the rule's basis.
func sdgFor(m threat.Market) []string {
	switch m {
	case threat.TraffickingInPersons:
		return []string{"8.7", "5.2", "16.2"}
	case threat.SexualExploitation:
		return []string{"16.2", "5.2", "8.7"}
	case threat.FirearmsTrafficking, threat.MoneyLaundering:
		return []string{"16.4"}
	case threat.Corruption:
		return []string{"16.5"}
	case threat.OrganisedViolence:
		return []string{"16.1"}
	case threat.FaunaCrime:
		return []string{"15.7", "15.c"}
	}
	return nil
}

var sdgUnlinked = ocs.Rule[Index]{
	Code:  "sdg-unlinked",
	Title: "the strategy is linked to the Sustainable Development Goals that its priorities serve",
	Doc: "States report on the goals every year; a strategy that names the targets to which it contributes is counted there, and its data are asked for. " +
		"Add a goal of scheme sdg, and list it under the objectives that serve it. A goal as a whole, such as 16, stands for all its targets.",
	Basis:  "the 2030 Agenda, targets 5.2, 8.7, 15.7, 16.1, 16.2, 16.4, 16.5; which market bears on which is our judgement",
	Levels: "-iiii",
	Check: func(p *ocs.Pass, ix *Index) {
		if !slices.ContainsFunc(ix.s.Goals, func(g Goal) bool { return g.Scheme == SDG }) {
			p.On(ix.s).Report(&ix.s.Goals, "no Sustainable Development Goal is linked").Help("add the targets that the strategy serves, such as 16.4")
			return
		}
		linked := make(map[string]bool, len(ix.s.Goals))
		for i := range ix.s.Goals {
			if g := &ix.s.Goals[i]; g.Scheme == SDG {
				linked[g.Code] = true
			}
		}
		for t := range ix.Threats() {
			if !t.Priority {
				continue
			}
			for i := range t.Markets {
				if targets := sdgFor(t.Markets[i]); len(targets) > 0 && !linksSDG(linked, targets) {
					p.On(t).Report(&t.Markets[i], "threat is a priority, and no goal links it to target %s of the Sustainable Development Goals", targets[0]).
						Help("add the target under goals and list it under the objectives that serve it")
				}
			}
		}
	},
}

// linksSDG reports whether one of the targets, or its goal as a whole, is
// among the codes linked.
func linksSDG(linked map[string]bool, targets []string) bool {
	return slices.ContainsFunc(targets, func(t string) bool {
		goal, _, _ := strings.Cut(t, ".")
		return linked[t] || linked[goal]
	})
}

var goalUnserved = ocs.Rule[Index]{
	Code:  "goal-unserved",
	Title: "every higher goal is served by an objective",
	Doc: "A goal that no objective lists is an intention without a means, and nobody can say what the strategy did for it. " +
		"List it under the objectives that serve it, or leave it out. A strategy whose objectives list no goals at all is not asked.",
	Basis:  "Scotland 2022: links to national outcomes; Nigeria 2022-2026: goals by objective",
	Levels: "-iiii",
	Check: func(p *ocs.Pass, ix *Index) {
		if len(ix.s.Goals) == 0 {
			return
		}
		served := make([]bool, len(ix.s.Goals))
		linked := false
		for i := range ix.s.Objectives {
			for _, id := range ix.s.Objectives[i].Goals {
				if n := find(ix, goalKind, id); n >= 0 {
					served[n], linked = true, true
				}
			}
		}
		for i := range ix.s.Goals {
			if g := &ix.s.Goals[i]; linked && !served[i] {
				p.On(g).Report(g, "no objective serves the goal").Help("list it under the objectives that serve it, or leave it out")
			}
		}
	},
}
