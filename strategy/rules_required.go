package strategy

import (
	"iter"

	"github.com/ocs-framework/ocs"
)

func requiredRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{
		ocs.Each(titleMissing(func(s *Strategy) *string { return &s.Title }), (*Index).whole),
		ocs.Each(titleMissing(func(p *Plan) *string { return &p.Title }), (*Index).Plans),
		ocs.Each(titleMissing(func(c *Commitment) *string { return &c.Title }), (*Index).Commitments),
		ocs.Each(titleMissing(func(m *Milestone) *string { return &m.Title }), (*Index).Milestones),
		ocs.Each(titleMissing(func(c *Consultation) *string { return &c.Title }), (*Index).Consultations),
		ocs.Each(jurisdictionMissing, (*Index).whole),
		ocs.Each(periodMissing(func(s *Strategy) *ocs.Period { return &s.Period }), (*Index).whole),
		ocs.Each(periodMissing(func(p *Plan) *ocs.Period { return &p.Period }), (*Index).writtenPlans),
		ocs.Each(visionMissing, (*Index).whole),
		ocs.Each(adoptionMissing(func(s *Strategy) *Adoption { return &s.Adoption }), (*Index).whole),
		ocs.Each(adoptionMissing(func(p *Plan) *Adoption { return &p.Adoption }), (*Index).adoptedPlans),
		ocs.Each(leadMissing, (*Index).openCommitments),
		ocs.Each(deadlineMissing, (*Index).openCommitments),
	}
}

// writtenPlans yields the plans in force whose text exists: one that is only
// owed has a day by which it is due and no commitments yet.
func (ix *Index) writtenPlans() iter.Seq[*Plan] {
	return func(yield func(*Plan) bool) {
		for p := range ix.plansInForce() {
			if p.Stage != ocs.StagePlanned && !yield(p) {
				return
			}
		}
	}
}

// adoptedPlans yields the plans in force that say themselves that they were
// adopted. A plan without a stage may have been adopted with the strategy.
func (ix *Index) adoptedPlans() iter.Seq[*Plan] {
	return func(yield func(*Plan) bool) {
		for p := range ix.plansInForce() {
			switch p.Stage {
			case ocs.StageAdopted, ocs.StageImplementation, ocs.StageReview:
				if !yield(p) {
					return
				}
			}
		}
	}
}

func titleMissing[T any](title func(*T) *string) ocs.Rule[T] {
	return ocs.Rule[T]{
		// The same words stand in package pillar, for objectives.
		Code:   "title-missing",
		Title:  "the strategy and each of its parts has a title",
		Doc:    "Readers and tables know the strategy, its objectives, plans, commitments, milestones and consultations by their titles. Say in one sentence what it is or does.",
		Basis:  "every strategy that was looked at",
		Levels: "WEEEE",
		Check: func(p *ocs.Pass, v *T) {
			if field := title(v); blank(*field) {
				p.Report(field, "title is missing").Help("give a title of one sentence")
			}
		},
	}
}

var jurisdictionMissing = ocs.Rule[Strategy]{
	Code:  "jurisdiction-missing",
	Title: "the strategy says where it applies",
	Doc: "A strategy names its State, province or group of States, and lists the countries it covers by their codes. " +
		"The name is what readers see; the codes are what areas, mandates and other documents are compared with.",
	Basis:  "every strategy that was looked at; SHERLOC's database of strategies is ordered by country",
	Levels: "WEEEE",
	Check: func(p *ocs.Pass, s *Strategy) {
		j := &s.Jurisdiction
		switch {
		case j.IsZero():
			p.Report(j, "jurisdiction is missing").Help("name the State or group of States and list its country codes")
			return
		case blank(j.Name):
			p.Report(&j.Name, "jurisdiction has no name").Help("name the State, province or group of States")
		}
		if len(j.Countries) == 0 {
			p.Report(&j.Countries, "jurisdiction lists no country").Help("list the country codes, such as PK")
		}
	},
}

func periodMissing[T any](period func(*T) *ocs.Period) ocs.Rule[T] {
	return ocs.Rule[T]{
		Code:   "period-missing",
		Title:  "the strategy and each plan says which time it covers",
		Doc:    "Deadlines, targets, budgets and evaluations are held against the period. Give a start and, unless it is open, an end, such as 2026/2030. A plan that is only owed (stage planned) and one that is no longer in force may go without.",
		Basis:  "every strategy that was looked at",
		Levels: "WEEEE",
		Check: func(p *ocs.Pass, v *T) {
			if field := period(v); field.IsZero() {
				p.Report(field, "period is missing").Help("give the first and last day, month or year, such as 2026/2030")
			}
		},
	}
}

var visionMissing = ocs.Rule[Strategy]{
	Code:  "vision-missing",
	Title: "the strategy states its vision or mission",
	Doc: "A vision says what state of affairs the strategy works towards, a mission what it is to do about it. " +
		"Without either, objectives cannot be held against anything. One sentence is enough.",
	Basis:  "Scotland 2022 and New Zealand 2020 state a vision or aim",
	Levels: "iWEEW",
	Check: func(p *ocs.Pass, s *Strategy) {
		if blank(s.Vision) && blank(s.Mission) {
			p.Report(&s.Vision, "neither vision nor mission is stated").Help("say in a sentence what the strategy works towards")
		}
	},
}

func adoptionMissing[T any](adoption func(*T) *Adoption) ocs.Rule[T] {
	return ocs.Rule[T]{
		Code:   "adoption-missing",
		Title:  "what was adopted names the instrument, body and date of its adoption",
		Doc:    "Whom a strategy binds depends on the act that adopted it, and terms such as adoption+90d count from its date. Cite the instrument, name the adopting body and give the date. A plan is asked for its own adoption if it states a stage from adopted on.",
		Basis:  "Chile: decree 369 of 22 December 2022; Romania: government decision; Nigeria: approval by the Federal Executive Council",
		Levels: "--EEE",
		Check: func(p *ocs.Pass, v *T) {
			a := adoption(v)
			if *a == (Adoption{}) {
				p.Report(a, "adoption is missing").Help("cite the instrument and give the adopting body and the date")
				return
			}
			if a.Instrument == (ocs.Cite{}) {
				p.Report(&a.Instrument, "adoption cites no instrument").Help("cite the decree, decision or minute")
			}
			if a.Body == "" {
				p.Report(&a.Body, "adoption names no body").Help("name the actor that adopted")
			}
			if a.Date.IsZero() {
				p.Report(&a.Date, "adoption has no date").Help("give the day of the act")
			}
		},
	}
}

var leadMissing = ocs.Rule[Commitment]{
	Code:  "lead-missing",
	Title: "every commitment has a lead",
	Doc: "One actor must answer for a commitment, whoever else has a part in it; what everybody leads, nobody does. " +
		"Name the accountable actor as lead and the others as partners. Commitments that ended, or whose plan is no longer in force, are not asked.",
	Basis:  "UNODC Toolkit to Combat Trafficking in Persons, tool 2.5: assigned responsibilities (read in a second-hand copy); Romania 2021-2024",
	Levels: "iWEEE",
	Check: func(p *ocs.Pass, c *Commitment) {
		if c.Lead == "" {
			p.Report(&c.Lead, "commitment has no lead").Help("name the one actor that answers for it")
		}
	},
}

var deadlineMissing = ocs.Rule[Commitment]{
	Code:  "deadline-missing",
	Title: "every commitment and milestone has a deadline, and what is continuous is reviewed",
	Doc: "What has no deadline is never late. Give a date in any precision, a cadence, or a term such as adoption+90d. " +
		"Work without end is continuous and has a review date. Commitments that ended, or whose plan is no longer in force, are not asked.",
	Basis:  "UNODC Toolkit to Combat Trafficking in Persons, tool 2.5: timelines (read in a second-hand copy); Serbia 2009, deadline \"continuously\"",
	Levels: "-WEEE",
	Check: func(p *ocs.Pass, c *Commitment) {
		switch {
		case c.Deadline.IsZero():
			p.Report(&c.Deadline, "commitment has no deadline").Help("give a date, a cadence, a term such as adoption+90d, or continuous with a review date")
		case c.Deadline.Continuous() && c.Review.IsZero():
			p.Report(&c.Review, "continuous commitment has no review date").Help("say when it is looked at again")
		}
		for i := range c.Milestones {
			if m := &c.Milestones[i]; m.Due.IsZero() {
				p.On(m).Report(&m.Due, "milestone has no due date").Help("say by when it is reached")
			}
		}
	},
}
