package strategy

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
)

// processRules are about how a strategy is made, adopted, changed and
// succeeded.
func processRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{
		stageContradicted,
		amendmentBeforeAdoption,
		successorMissing,
		ocs.Each(consultationUndocumented, (*Index).Consultations),
		ocs.Each(consultationNotYetHeld, (*Index).Consultations),
		ocs.Each(consultationLapsed, (*Index).Consultations),
		ocs.Each(stakeholderMissing, (*Index).whole),
		stakeholderUnheard,
	}
}

// beforeAdoption reports whether a stage comes before adoption. Of a stage
// that is absent or unknown nothing is known.
func beforeAdoption(s ocs.Stage) bool {
	return s == ocs.StagePlanned || s == ocs.StageDraft || s == ocs.StageConsultation
}

// underWay reports whether a stage is one of adopted text that is still carried out.
func underWay(s ocs.Stage) bool {
	return s == ocs.StageAdopted || s == ocs.StageImplementation || s == ocs.StageReview
}

// stageOf returns the stage of a plan: its own, else the strategy's.
func (ix *Index) stageOf(p *Plan) ocs.Stage {
	if p != nil && p.Stage != "" {
		return p.Stage
	}
	return ix.s.Stage
}

var stageContradicted = ocs.Rule[Index]{
	Code:  "stage-contradicted",
	Title: "what the document holds fits the stage that it states",
	Doc: "The stage selects what is demanded of a strategy, so that a stage left behind hides what is missing. A text that is not adopted has no date of adoption, " +
		"no plan of it has been adopted, and no updates are reported on it; a plan that ended is not under way. Move the stage on, or take out what comes too early. " +
		"The stage that the document itself states counts, whichever it is checked for.",
	Basis:  "the policy cycle: draft, consultation, adoption, implementation, review",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		s := ix.s
		early := beforeAdoption(s.Stage)
		if early && !s.Adoption.Date.IsZero() {
			p.On(s).Report(&s.Adoption.Date, "strategy is at stage %q but was adopted %v", s.Stage, s.Adoption.Date).
				Help("move the stage on, or remove the date until it is adopted").Related(&s.Stage, "the stage")
		}
		for plan := range ix.Plans() {
			switch {
			case beforeAdoption(plan.Stage) && !plan.Adoption.Date.IsZero():
				p.On(plan).Report(&plan.Adoption.Date, "plan is at stage %q but was adopted %v", plan.Stage, plan.Adoption.Date).
					Help("move the stage on, or remove the date until it is adopted").Related(&plan.Stage, "the stage")
			case plan.Ended != (Ending{}) && (plan.Stage == ocs.StageAdopted || plan.Stage == ocs.StageImplementation):
				p.On(plan).Report(&plan.Stage, "plan ended but is at stage %q", plan.Stage).
					Help("move the stage to review or superseded, or remove the ending").Related(&plan.Ended, "the ending")
			case early && underWay(plan.Stage) && ix.InForce(plan):
				p.On(plan).Report(&plan.Stage, "plan is at stage %q, ahead of the strategy at stage %q", plan.Stage, s.Stage).
					Help("move one of the two stages").Related(&s.Stage, "the strategy's stage")
			}
		}
		for r := range ix.Reports() {
			if stage := ix.stageOf(ix.Plan(r.Plan)); len(r.Updates) > 0 && beforeAdoption(stage) {
				p.On(r).Report(&r.Updates, "report has updates on commitments at stage %q", stage).
					Help("move the stage on, or remove the updates").Related(&s.Stage, "the strategy's stage")
			}
		}
	},
}

var amendmentBeforeAdoption = ocs.Rule[Index]{
	Code:  "amendment-before-adoption",
	Title: "only adopted texts are amended, after their adoption",
	Doc: "An amendment changes a text that binds. What changes before the adoption is drafting and needs no record of its own. " +
		"Mend the date, record the adoption, or remove the amendment.",
	Basis:  "New Zealand 2020: addenda and corrections after the text was released",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		check := func(p *ocs.Pass, list []Amendment, adoption *Adoption, stage ocs.Stage) {
			for i := range list {
				switch a := &list[i]; {
				case a.Date.Before(adoption.Date):
					p.Report(&a.Date, "amendment of %v comes before the adoption on %v", a.Date, adoption.Date).
						Help("mend the wrong date").Related(&adoption.Date, "the adoption")
				case adoption.Date.IsZero() && beforeAdoption(stage):
					p.Report(a, "amendment is of a text at stage %q, which is not adopted", stage).Help("record the adoption, or remove the amendment")
				}
			}
		}
		if len(ix.s.Amendments) > 0 {
			check(p.On(ix.s), ix.s.Amendments, &ix.s.Adoption, ix.s.Stage)
		}
		for plan := range ix.Plans() {
			if len(plan.Amendments) > 0 {
				check(p.On(plan), plan.Amendments, &plan.Adoption, ix.stageOf(plan))
			}
		}
	},
}

var successorMissing = ocs.Rule[Index]{
	Code:  "successor-missing",
	Title: "what was superseded says by what",
	Doc: "A reader of an old text must find the one that holds now. Give a superseded strategy a relation superseded-by, and name a plan that was replaced " +
		"under supersedes of the one that replaced it. What lapsed without a successor says so: a plan by its ending; a strategy by a waiver of this rule, with the reason.",
	Basis:  "Chile: resolution 6.348 replaced by 2.530; New Zealand: strategy of 2020 followed by that of 2025",
	Levels: "WWWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		s := ix.s
		if s.Stage == ocs.StageSuperseded && !slices.ContainsFunc(s.Relations, func(r Relation) bool { return r.Kind == SupersededBy }) {
			p.On(s).Report(&s.Relations, "strategy is superseded but names no successor").
				Help("add a relation superseded-by with the successor's title").Related(&s.Stage, "the stage")
		}
		for plan := range ix.Plans() {
			switch {
			case ix.replaced[plan.ID]:
			case plan.Ended.How == Replaced:
				p.On(plan).Report(&plan.Ended.How, "plan was replaced, but no plan supersedes it").
					Help("list it under supersedes of the plan that replaced it")
			case plan.Stage == ocs.StageSuperseded && plan.Ended == (Ending{}):
				p.On(plan).Report(&plan.Stage, "plan is superseded, but no plan supersedes it and no ending is stated").
					Help("list it under supersedes of the plan that replaced it, or say how it ended")
			}
		}
	},
}

var consultationUndocumented = ocs.Rule[Consultation]{
	Code:  "consultation-undocumented",
	Title: "a consultation that was held is on record with its dates, participants and outcomes",
	Doc: "Whoever was heard should be able to see when, with whom and to what effect. Give the dates, the participants or at least their number, and what came of it. " +
		"It is never an error, since what was not written down at the time often cannot be recovered.",
	Basis:  "Pakistan's workshops of 2025 and 2026, of which the press gives date, participants and outcomes; UNODC: inclusive preparation",
	Levels: "iWWWW",
	Check: func(p *ocs.Pass, c *Consultation) {
		if c.Status != Held {
			return
		}
		if c.Held.IsZero() {
			p.Report(&c.Held, "consultation was held but has no date").Help("say when, in whatever precision is known")
		}
		if len(c.Participants) == 0 && c.Attendance == 0 {
			p.Report(&c.Participants, "consultation was held but has neither participants nor attendance").
				Help("list the actors that took part, or say how many persons came")
		}
		if len(c.Outcomes) == 0 {
			p.Report(&c.Outcomes, "consultation was held but has no outcomes").Help("say what came of it")
		}
	},
}

var consultationNotYetHeld = ocs.Rule[Consultation]{
	Code:      "consultation-not-yet-held",
	Title:     "no consultation counts as held before its day",
	Doc:       "A consultation that still lies ahead is planned, and counts for nothing yet. Mend the date or the status.",
	Basis:     "a record states what was, not what is hoped for",
	Levels:    "WWEEE",
	NeedsDate: true,
	Check: func(p *ocs.Pass, c *Consultation) {
		if c.Status == Held && c.Held.Start.After(p.AsOf()) {
			p.Report(&c.Status, "consultation of %v is marked as held", c.Held).
				Help("mark it as planned, or mend the date").Related(&c.Held, "the date")
		}
	},
}

var consultationLapsed = ocs.Rule[Consultation]{
	Code:      "consultation-lapsed",
	Title:     "a consultation that was planned is held, moved or cancelled when its day has passed",
	Doc:       "A plan whose day has passed says nothing about whether anybody was heard. Record it as held, with what came of it, as cancelled, or with its new date.",
	Basis:     "a record states what was",
	Levels:    "WWWWW",
	NeedsDate: true,
	Check: func(p *ocs.Pass, c *Consultation) {
		if c.Status == PlannedConsultation && c.Held.End.Before(p.AsOf()) {
			p.Report(&c.Status, "consultation planned for %v has not been recorded as held", c.Held).
				Help("record what came of it, give the new date, or mark it as cancelled").Related(&c.Held, "the date")
		}
	},
}

// stakeholders are the parts of society that are to have a say, by the kinds
// of actor that belong to each.
var stakeholders = [...]struct {
	name  string
	kinds []actor.Kind
}{
	{"civil society", []actor.Kind{actor.CivilSociety, actor.Community}},
	{"academia", []actor.Kind{actor.Academia}},
	{"the private sector", []actor.Kind{actor.PrivateSector}},
}

// stakeholder returns which of the stakeholders the kind belongs to, or -1.
func stakeholder(k actor.Kind) int {
	for i := range stakeholders {
		if slices.Contains(stakeholders[i].kinds, k) {
			return i
		}
	}
	return -1
}

const stakeholderBasis = "UNODC's UNTOC stakeholder toolkit: civil society organisations, academia, private sector (its kinds read in a second-hand copy); " +
	"Serbia 2009 and Pakistan 2025"

var stakeholderMissing = ocs.Rule[Strategy]{
	Code:  "stakeholder-missing",
	Title: "civil society, academia and the private sector are among the actors",
	Doc: "Organised crime is not met by the State alone: banks and carriers see it first, victims turn to associations, and universities measure it. " +
		"Add those that have a part. It is never an error, since States differ in whom they involve. " +
		"A strategy that lists no actors yet, and a superseded one, is not asked.",
	Basis:  stakeholderBasis,
	Levels: "iWWWW",
	Check: func(p *ocs.Pass, s *Strategy) {
		if len(s.Actors) == 0 || p.Stage() == ocs.StageSuperseded {
			return
		}
		var found [len(stakeholders)]bool
		for i := range s.Actors {
			if n := stakeholder(s.Actors[i].Kind); n >= 0 {
				found[n] = true
			}
		}
		if missing := missingStakeholders(found, [len(stakeholders)]bool{}); len(missing) > 0 {
			p.Report(&s.Actors, "%s not among the actors", are(missing)).
				Help("add those that have a part, each with its kind")
		}
	},
}

var stakeholderUnheard = ocs.Rule[Index]{
	Code:  "stakeholder-unheard",
	Title: "civil society, academia and the private sector are consulted",
	Doc: "Whom a strategy concerns and who knows the matter should be heard before it is adopted, and the record should show it. " +
		"List them as participants of a consultation. Until the adoption one that is planned counts too. Those that are not among the actors at all are reported as stakeholder-missing. " +
		"It is never an error, since after the adoption it cannot be mended any more, and a superseded strategy is not asked.",
	Basis:  stakeholderBasis,
	Levels: "-WWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		if p.Stage() == ocs.StageSuperseded {
			return
		}
		var present, heard [len(stakeholders)]bool
		for a := range ix.Actors() {
			if n := stakeholder(a.Kind); n >= 0 {
				present[n] = true
			}
		}
		recorded := false
		for c := range ix.Consultations() {
			if c.Status == CancelledConsultation || c.Status == PlannedConsultation && !beforeAdoption(p.Stage()) {
				continue
			}
			recorded = true
			for _, id := range c.Participants {
				if a := ix.Actor(id); a != nil {
					if n := stakeholder(a.Kind); n >= 0 {
						heard[n] = true
					}
				}
			}
		}
		field := &ix.s.Consultations
		if !recorded {
			p.On(ix.s).Report(field, "no consultation is recorded").Help("record who was consulted in the making of the strategy, when and to what effect")
			return
		}
		for i := range present {
			present[i] = !present[i]
		}
		if missing := missingStakeholders(heard, present); len(missing) > 0 {
			p.On(ix.s).Report(field, "%s not among those consulted", are(missing)).Help("consult them, or list them where they took part")
		}
	},
}

// missingStakeholders names those that were neither found nor excepted.
func missingStakeholders(found, except [len(stakeholders)]bool) []string {
	var names []string
	for i := range stakeholders {
		if !found[i] && !except[i] {
			names = append(names, stakeholders[i].name)
		}
	}
	return names
}

// are joins names and the verb that follows them.
func are(names []string) string {
	if len(names) == 1 {
		return names[0] + " is"
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last] + " are"
}
