package strategy

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/threat"
)

func accountabilityRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{
		ocs.Each(jointLeads, (*Index).openCommitments),
		ocs.Each(partnerRepeated, (*Index).openCommitments),
		ocs.Each(partnerUnconfirmed, (*Index).openCommitments),
		collectiveLead,
		foreignLead,
		actorUnused,
		actorInactive,
		successionIncomplete,
	}
}

// delivers reports whether the partner has a share in the lead or in carrying
// the commitment out, and has not declined it.
func (q *Partner) delivers() bool {
	return q.Status != Declined && (q.Role == actor.CoLead || q.Role == actor.Implementing)
}

var jointLeads = ocs.Rule[Commitment]{
	Code:  "joint-leads",
	Title: "no commitment has more than one accountable lead",
	Doc: "Where several actors lead, each can point to the others when the work is late. Keep one lead, and make the others implementing partners, " +
		"or split the commitment into one for each. If the work has to be led jointly, waive the rule and say who settles a dispute.",
	Basis:  "New Zealand 2025: who leads was left open; EU EMPACT names one driver and co-drivers beside it (recalled)",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, c *Commitment) {
		if c.Lead == "" {
			return
		}
		var first *Partner
		leads := []actor.ID{c.Lead}
		for i := range c.Partners {
			if q := &c.Partners[i]; q.Role == actor.CoLead && q.Status != Declined && q.Actor != c.Lead {
				leads = append(leads, q.Actor)
				if first == nil {
					first = q
				}
			}
		}
		if first != nil {
			p.Report(&first.Role, "commitment has %d leads: %s", len(leads), named(leads)).
				Help("keep one lead and make the others implementing partners").Related(&c.Lead, "the lead")
		}
	},
}

var partnerRepeated = ocs.Rule[Commitment]{
	Code:  "partner-repeated",
	Title: "no actor is listed twice for one part in a commitment",
	Doc: "An actor listed twice counts twice in tables of who does what. One actor may have several roles, such as donor and supporting, but each once, " +
		"and the lead need not be listed again: it implements what it leads. Remove the entry that says nothing new.",
	Basis:  "ECOWAS 2008-2011: lead organisations and potential partners stand in columns of their own",
	Levels: "WWWWW",
	Check: func(p *ocs.Pass, c *Commitment) {
		eachRepeated(c.Partners, func(q *Partner) Partner { return Partner{Actor: q.Actor, Role: q.Role} }, func(first, again *Partner) {
			p.Report(&again.Actor, "partner %q is listed twice with the same role", short(again.Actor)).
				Help("remove one entry, or mend its role").Related(&first.Actor, "first listed here")
		})
		for i := range c.Partners {
			q := &c.Partners[i]
			// A lead that pays or benefits has another part too; one that oversees itself breaks another rule.
			if q.Actor == c.Lead && c.Lead != "" && q.Role != actor.Donor && q.Role != actor.Beneficiary && q.Role != actor.Overseeing {
				p.Report(&q.Actor, "lead %q is listed as a partner too", short(c.Lead)).Help("remove the partner, or mend the lead").Related(&c.Lead, "the lead")
			}
		}
	},
}

// eachRepeated calls report for each element whose key an earlier one of the
// list has, with the first that has it. Elements with a zero key don't count.
func eachRepeated[E any, K comparable](list []E, key func(*E) K, report func(first, again *E)) {
	const few = 16 // up to which comparing all with all is cheaper than a map
	var none K
	var seen map[K]int
	if len(list) > few {
		seen = make(map[K]int, len(list))
	}
	for i := range list {
		k := key(&list[i])
		if k == none {
			continue
		}
		first, found := i, false
		if seen != nil {
			if first, found = seen[k]; !found {
				seen[k] = i
			}
		} else {
			for j := 0; j < i && !found; j++ {
				first, found = j, key(&list[j]) == k
			}
		}
		if found {
			report(&list[first], &list[i])
		}
	}
}

var partnerUnconfirmed = ocs.Rule[Commitment]{
	Code:  "partner-unconfirmed",
	Title: "those who are to lead with or implement a commitment have agreed to it before work begins",
	Doc: "A commitment binds those who took it on. A partner that was only proposed, or that declined, does no work. " +
		"Ask it and record its answer, or find another. Partners whose status isn't stated are taken to have agreed. " +
		"Partners that are only proposed are reported once for each commitment.",
	Basis:  "ECOWAS 2008-2011 names potential partners; UNODC Toolkit to Combat Trafficking in Persons, tool 2.5: assigned responsibilities (read in a second-hand copy)",
	Levels: "---WW",
	Check: func(p *ocs.Pass, c *Commitment) {
		var first *Partner
		proposed := 0
		for i := range c.Partners {
			q := &c.Partners[i]
			if q.Role != actor.CoLead && q.Role != actor.Implementing {
				continue
			}
			switch q.Status {
			case Proposed:
				if proposed++; first == nil {
					first = q
				}
			case Declined:
				p.Report(&q.Status, "partner %q declined its part", short(q.Actor)).Help("name another actor for the part, or remove the partner")
			}
		}
		if first != nil {
			p.Report(&first.Status, "%d partners that are to implement are only proposed, %q first", proposed, short(first.Actor)).
				Help("ask them, and record that they agreed or declined")
		}
	},
}

var collectiveLead = ocs.Rule[Index]{
	Code:  "collective-lead",
	Title: "where many bodies lead under one name, somebody answers for them",
	Doc: "An entry such as \"provincial police\" stands for many bodies, none of which answers for the rest. " +
		"Name a single body as lead, give the many a parent, make a single body an implementing partner, or add parts of the commitment or milestones that single bodies answer for. " +
		"Each such lead is reported once.",
	Basis:  "Serbia 2009: municipalities implement; Pakistan's plan on trafficking of 2021-25 has provincial and district committees under a national one",
	Levels: "-iiii",
	Check: func(p *ocs.Pass, ix *Index) {
		var alone []*Commitment         // by actor: the first commitment that it leads with nobody to answer for it
		var parts map[CommitmentID]bool // commitments of which a single body leads a part
		for at, c := range ix.open() {
			n := ix.commitments[at].lead
			if n < 0 || !ix.s.Actors[n].Collective || ix.s.Actors[n].Parent != "" || alone != nil && alone[n] != nil || ix.singleBody(c) {
				continue
			}
			if parts == nil {
				parts, alone = ix.ledParts(), make([]*Commitment, len(ix.s.Actors))
			}
			if c.ID == "" || !parts[c.ID] && !ix.conceals(ocs.ID(c.ID), "partners", "milestones") {
				alone[n] = c
			}
		}
		for n, c := range alone {
			if c != nil {
				a := &ix.s.Actors[n]
				p.On(a).Report(&a.Collective, "actor stands for many bodies and leads %q, for which none of them answers", short(c.ID)).
					Help("name a single body that answers for them").Related(&c.Lead, "the first of such commitments")
			}
		}
	},
}

// ledParts returns the commitments of which a single body leads a part.
func (ix *Index) ledParts() map[CommitmentID]bool {
	parts := make(map[CommitmentID]bool)
	for n, c := range ix.open() {
		if a := ix.leadOf(n); a != nil && !a.Collective {
			parts[c.Parent] = true
		}
	}
	return parts
}

// singleBody reports whether a body that stands for itself only delivers the
// commitment or a milestone of it beside the lead.
func (ix *Index) singleBody(c *Commitment) bool {
	single := func(id actor.ID) bool {
		a := ix.Actor(id)
		return a != nil && !a.Collective
	}
	for i := range c.Partners {
		if c.Partners[i].delivers() && single(c.Partners[i].Actor) {
			return true
		}
	}
	return slices.ContainsFunc(c.Milestones, func(m Milestone) bool { return single(m.Responsible) })
}

var foreignLead = ocs.Rule[Index]{
	Code:  "foreign-lead",
	Title: "commitments are led by those whom the State can hold to account, not by donors or other States",
	Doc: "Neither another State nor an international organisation answers to this State's government or parliament, and a donor that leads what it pays for answers to itself. " +
		"Name an office of the State as lead and keep the other as donor or supporting partner. In a regional strategy international organisations may lead.",
	Basis:  "national ownership, a principle that UNODC states for its strategy workshops; Serbia 2009: donations are a resource, not a responsibility",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		for n, c := range ix.open() {
			lead := ix.leadOf(n)
			if lead == nil {
				continue
			}
			switch {
			case ix.foreign(lead):
				p.On(c).Report(&c.Lead, "lead %q is not of the State whose strategy it is", short(c.Lead)).
					Help("name an office of the State as lead, and this actor as donor or supporting partner").Related(&lead.Kind, "the lead's kind")
			case lead.Kind.Known() && !lead.Kind.State() && c.paidBy(c.Lead):
				p.On(c).Report(&c.Lead, "lead %q pays for what it leads", short(c.Lead)).Help("name an actor as lead that is not the donor")
			}
		}
	},
}

// foreign reports whether the actor is of no State of the jurisdiction.
// International organisations belong to a regional strategy.
func (ix *Index) foreign(a *actor.Actor) bool {
	switch a.Kind {
	case actor.ForeignGovernment:
		return true
	case actor.InternationalOrganisation:
		return !ix.regional()
	}
	countries := ix.s.Jurisdiction.Countries
	return a.Kind.State() && a.Country != "" && len(countries) > 0 && !slices.Contains(countries, a.Country)
}

// regional reports whether the strategy is that of a group of States.
func (ix *Index) regional() bool {
	return ix.s.Level == ocs.LevelRegional || ix.s.Level == ocs.LevelInternational || len(ix.s.Jurisdiction.Countries) > 1
}

// paidBy reports whether the actor is a donor of the commitment.
func (c *Commitment) paidBy(a actor.ID) bool {
	return slices.ContainsFunc(c.Partners, func(q Partner) bool { return q.Actor == a && q.Role == actor.Donor }) ||
		slices.ContainsFunc(c.Funding, func(f Funding) bool { return f.Donor == a })
}

var successionIncomplete = ocs.Rule[Index]{
	Code:  "succession-incomplete",
	Title: "where an actor's tasks passed to another, the earlier actor or its mandate ended then",
	Doc: "A body that was renamed, merged or absorbed no longer exists, and one that handed a subject over no longer acts on it; between the end of the one and the start of the other " +
		"nobody is responsible. Give the earlier actor, or its mandate for the subject, the end that the law gave it. Dates of coarse precision are taken to fit if they can.",
	Basis:  "Pakistan: the Ministry of Narcotics Control merged into that of the Interior on 4 February 2025, and cybercrime passed to a new agency in April 2025",
	Levels: "iWWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		for a := range ix.Actors() {
			for i := range a.Succeeds {
				if s := &a.Succeeds[i]; s.Actor != a.ID {
					if earlier := ix.Actor(s.Actor); earlier != nil {
						successionEnds(p, earlier, s)
					}
				}
			}
		}
	},
}

func successionEnds(p *ocs.Pass, earlier *actor.Actor, s *actor.Succession) {
	end := earlier.Active.End
	switch s.How {
	case actor.Renamed, actor.Merged, actor.Absorbed:
		if end.IsZero() && len(s.Markets) == 0 {
			p.On(earlier).Report(&earlier.Active, "actor was %s into another and has no end", s.How).
				Help("say when it ceased to exist").Related(s, "the succession")
		}
	}
	if !end.IsZero() && s.Date.After(end.Last().Add(1, ocs.Days)) {
		p.On(earlier).Report(&earlier.Active, "actor ended %v, and its tasks passed on only %v", end, s.Date).
			Help("mend one of the dates, or say who was responsible between them").Related(&s.Date, "the succession")
	}
	if len(s.Markets) == 0 || !end.IsZero() {
		return
	}
	for i := range earlier.Mandates {
		m := &earlier.Mandates[i]
		if len(m.Markets) > 0 && m.Period.End.IsZero() && !slices.ContainsFunc(m.Markets, func(n threat.Market) bool { return !coveredBy(n, s.Markets) }) {
			p.On(earlier).Report(&m.Period, "mandate has no end, although its subject passed to another actor").
				Help("say until when the mandate was held").Related(s, "the succession")
		}
	}
}

// coveredBy reports whether one of the markets covers the market.
func coveredBy(m threat.Market, markets []threat.Market) bool {
	return slices.ContainsFunc(markets, func(wide threat.Market) bool { return wide.Covers(m) })
}

var actorUnused = ocs.Rule[Index]{
	Code:  "actor-unused",
	Title: "every actor has a part in something",
	Doc: "An actor to which nothing refers leads nothing, sits nowhere and was not heard; a body of which it is said how it meets has its part. Give it its part, for instance as partner of a commitment, " +
		"or leave it out. It may also be that a reference meant it and names another actor.",
	Basis:  "UNODC Toolkit to Combat Trafficking in Persons, tool 2.5: assigned responsibilities (read in a second-hand copy)",
	Levels: "-iiii",
	Check: func(p *ocs.Pass, ix *Index) {
		used := make([]bool, len(ix.s.Actors))
		idle := 0
		for i := range ix.s.Actors {
			n := find(ix, actorKind, ix.s.Actors[i].ID)
			used[i] = n != i || len(ix.actorLed.of(n)) > 0 || len(ix.actorPartnered.of(n)) > 0 || !ix.s.Actors[i].Body.IsZero()
			if !used[i] {
				idle++
			}
		}
		if idle == 0 || len(ix.s.Redactions) > 0 {
			return // what was withheld may have referred to them
		}
		referred := ix.referred().actors
		for i := range ix.s.Actors {
			if a := &ix.s.Actors[i]; !used[i] && !referred[i] {
				p.On(a).Report(a, "nothing refers to the actor").Help("give it its part, or leave it out")
			}
		}
	},
}
