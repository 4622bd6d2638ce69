package strategy

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
)

// rightsRules are about what keeps a strategy within the law and honest about
// its effects: safeguards, analyses of impact, evaluations, reporting.
func rightsRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{
		safeguardMissing,
		ocs.Each(safeguardHollow, (*Index).Safeguards),
		ocs.Each(impactMissing("human-rights-impact-missing", "human-rights impact", HumanRightsImpact,
			"Powers that are widened against organised crime are powers that can be turned against others."), (*Index).whole),
		ocs.Each(impactMissing("gender-analysis-missing", "gender", GenderAnalysis,
			"Women and men are recruited, exploited and policed in different ways, and a measure that was planned for one may miss the other."), (*Index).whole),
		evaluationMissing,
		ocs.Each(evaluationDependent, (*Index).Evaluations),
		evaluatorDelivers,
		evaluationOutOfOrder,
		reportingMissing,
	}
}

// fits reports whether a kind of safeguard answers what a power puts at risk.
func (s SafeguardKind) fits(power actor.Power) bool {
	switch s {
	case HumanRights, OversightSafeguard:
		return true
	case DueProcess:
		return power != actor.DataSharing
	case DataProtection:
		return power == actor.DataSharing || power == actor.Surveillance
	case ChildProtection:
		return power == actor.Detention
	}
	return false
}

var safeguardMissing = ocs.Rule[Index]{
	Code:  "safeguard-missing",
	Title: "every commitment that uses an intrusive power has a safeguard that fits it",
	Doc: "Special techniques, surveillance, data sharing, freezing and detention reach into rights, and evidence gained without a safeguard may be lost in court. " +
		"Name a safeguard of a kind that answers the power: human rights or oversight for any; due process, except for data sharing; data protection for data sharing and surveillance; " +
		"child protection for detention. Safeguards of the commitment of which this one is part count too.",
	Basis:  "UNTOC, article 20: special investigative techniques under the conditions of domestic law (recalled); Pakistan's workshop of October 2025 on human-rights safeguards; which kind fits which power is our choice",
	Levels: "-WEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		var own []kindSet // of the safeguards of each commitment
		for n, c := range ix.commitments {
			plan := &ix.s.Plans[c.plan]
			if !c.open() || !ix.InForce(plan) {
				continue
			}
			var bare []string
			var first *actor.Power
			var fitting []string // to the first
			var have kindSet
			for i, power := range c.Powers {
				if !power.Intrusive() {
					continue
				}
				if own == nil {
					own = ix.safeguardKinds()
				}
				if have == 0 {
					have = ix.safeguards(n, own)
				}
				if have.fits(power) || len(bare) == maxNamed || slices.Contains(bare, string(power)) {
					continue
				}
				if first == nil {
					first = &c.Powers[i]
					fitting = kindsThatFit(power)
				}
				bare = append(bare, string(power))
			}
			if first != nil {
				p.On(plan).On(c.Commitment).Report(&c.Safeguards, "no safeguard fits the use of %s", quotedList(bare)).
					Help("name under safeguards one of kind %s", strings.Join(fitting, ", ")).Related(first, "the power")
			}
		}
	},
}

// kindSet is a set of kinds of safeguard, by their place in the vocabulary. It
// is never 0 once it was looked up.
type kindSet uint32

const (
	lookedUp     kindSet = 1 << 31
	anySafeguard kindSet = 1 << 30 // a safeguard that doesn't resolve or has no known kind: reported elsewhere
)

func (k kindSet) fits(power actor.Power) bool {
	if k&anySafeguard != 0 {
		return true
	}
	for i, kind := range safeguardKinds {
		if k&(1<<i) != 0 && kind.fits(power) {
			return true
		}
	}
	return false
}

// kindsThatFit lists the kinds of safeguard that fit a power.
func kindsThatFit(power actor.Power) (kinds []string) {
	for _, kind := range safeguardKinds {
		if kind.fits(power) {
			kinds = append(kinds, string(kind))
		}
	}
	return kinds
}

// safeguardKinds returns the kinds of the safeguards that each commitment
// names itself.
func (ix *Index) safeguardKinds() []kindSet {
	sets := make([]kindSet, len(ix.commitments))
	for n, c := range ix.commitments {
		sets[n] = lookedUp
		for _, id := range c.Safeguards {
			if s := ix.Safeguard(id); s == nil || !s.Kind.Known() {
				sets[n] |= anySafeguard
			} else {
				sets[n] |= 1 << slices.Index(safeguardKinds, s.Kind)
			}
		}
	}
	return sets
}

// safeguards returns the kinds of the safeguards of commitment n and of those
// that it is part of.
func (ix *Index) safeguards(n int, own []kindSet) kindSet {
	set := own[n]
	for range maxAnchors {
		if n = find(ix, commitmentKind, ix.commitments[n].Parent); n < 0 {
			break
		}
		set |= own[n]
	}
	return set
}

// quotedList quotes what a message lists.
func quotedList[T ~string](ids []T) string {
	var b strings.Builder
	for i, id := range ids {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strconv.Quote(short(id)))
	}
	return b.String()
}

var safeguardHollow = ocs.Rule[Safeguard]{
	Code:  "safeguard-hollow",
	Title: "every safeguard says how it works and who sees to it",
	Doc: "A safeguard that is only a heading protects nobody. Say in a sentence what happens before, while or after a power is used, and name the office that applies or supervises it. " +
		"An instrument alone may stand in place of the description.",
	Basis:  "UNTOC COP resolution 11/2 (recalled): rights in the implementation of the Convention; New Zealand and Scotland name who inspects",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, s *Safeguard) {
		if blank(s.Description) && s.Instrument == (ocs.Cite{}) {
			p.Report(&s.Description, "safeguard doesn't say how it works").Help("say what happens before, while or after the power is used")
		}
		if s.Responsible == "" {
			p.Report(&s.Responsible, "nobody is responsible for the safeguard").Help("name the office that applies or supervises it")
		}
	},
}

func impactMissing(code, name string, kind EvaluationKind, why string) ocs.Rule[Strategy] {
	return ocs.Rule[Strategy]{
		Code:  code,
		Title: "an analysis of the strategy's " + name + " is planned or done",
		Doc: why + " Record an evaluation of kind " + string(kind) + ", done or with the date by which it will be, or waive this rule with the reason. " +
			"It is an error when the strategy is adopted, since the analysis should shape the text, a reminder while it is carried out, and an error again when it is reviewed. " +
			"A superseded strategy is not asked any more.",
		Basis:  "UNTOC COP resolution 11/2 and CCPCJ resolution 26/3; UNODC toolkit on mainstreaming gender and human rights (its text was not read)",
		Levels: "iWEWE",
		Check: func(p *ocs.Pass, s *Strategy) {
			if p.Stage() != ocs.StageSuperseded && !slices.ContainsFunc(s.Evaluations, func(e Evaluation) bool { return e.Kind == kind }) {
				p.Report(&s.Evaluations, "no %s analysis is planned or done", name).
					Help("record an evaluation of kind %s, or waive the rule with the reason", string(kind))
			}
		},
	}
}

// shortPeriod is the length, in days, up to which a strategy or plan is over
// before an evaluation in its middle could change anything.
const shortPeriod = 2*365 + 1

var evaluationMissing = ocs.Rule[Index]{
	Code:  "evaluation-missing",
	Title: "a mid-term and a final evaluation are planned",
	Doc: "Only an evaluation in the middle can still change the course, and only one at the end can inform the successor. " +
		"Plan both with their dates; one of a plan counts as well as one of the whole. A strategy of two years or less needs none in its middle. " +
		"When the strategy is under review only the final one is asked for, and of a superseded one neither.",
	Basis:  "EU EMPACT: independent evaluation at the end of each cycle; Chile 2022-2027, chapter on monitoring and evaluation",
	Levels: "-iWWE",
	Check: func(p *ocs.Pass, ix *Index) {
		s := ix.s
		if p.Stage() == ocs.StageSuperseded {
			return
		}
		var absent []string
		for _, kind := range []EvaluationKind{MidTerm, FinalEvaluation} {
			days := s.Period.First().DaysUntil(s.Period.Last())
			if kind == MidTerm && (p.Stage() == ocs.StageReview || 0 < days && days <= shortPeriod) {
				continue
			}
			if !slices.ContainsFunc(s.Evaluations, func(e Evaluation) bool { return e.Kind == kind }) {
				absent = append(absent, string(kind))
			}
		}
		if len(absent) > 0 {
			p.On(s).Report(&s.Evaluations, "no %s evaluation is planned", strings.Join(absent, " or ")).
				Help("plan it, with the date by which it is to be done")
		}
	},
}

var evaluationDependent = ocs.Rule[Evaluation]{
	Code:  "evaluation-dependent",
	Title: "the final evaluation is independent",
	Doc: "Whoever carried out the work should not be the one to judge it at the end. Have it done by an office or institute without a part in delivery, and mark it as independent. " +
		"Whether the one named has such a part is reported as evaluator-delivers.",
	Basis:  "EU EMPACT: the evaluation at the end of the cycle is independent",
	Levels: "-iWWE",
	Check: func(p *ocs.Pass, e *Evaluation) {
		if e.Kind == FinalEvaluation && !e.Independent {
			p.Report(&e.Independent, "final evaluation is not independent").Help("give it to an evaluator without a part in delivery and mark it as independent")
		}
	},
}

var evaluatorDelivers = ocs.Rule[Index]{
	Code:  "evaluator-delivers",
	Title: "an independent evaluator has no part in delivery",
	Doc: "An evaluation is marked as independent because its maker has no part in what is evaluated. One that leads or implements a commitment, or owns a plan, has. " +
		"Name another evaluator, or don't call the evaluation independent. Commitments on monitoring count too; where that is the only part, waive the rule with that reason.",
	Basis:  "EU EMPACT: independent evaluation; standards of evaluation in general",
	Levels: "-iWWE",
	Check: func(p *ocs.Pass, ix *Index) {
		var parts []any
		for e := range ix.Evaluations() {
			n := find(ix, actorKind, e.By)
			if !e.Independent || n < 0 {
				continue
			}
			if parts == nil {
				parts = ix.partsInDelivery()
			}
			if parts[n] != nil {
				p.On(e).Report(&e.By, "evaluation is marked as independent, and its evaluator %q has a part in delivery", short(e.By)).
					Help("name another evaluator, or don't mark the evaluation as independent").Related(parts[n], "its part in delivery")
			}
		}
	},
}

// partsInDelivery returns for each actor the address of a field that gives it a
// part in delivery, or nil: the owner of a plan in force, or the lead, co-lead
// or implementing partner of a commitment in one that wasn't cancelled.
func (ix *Index) partsInDelivery() []any {
	parts := make([]any, len(ix.s.Actors))
	note := func(field *actor.ID) {
		if n := find(ix, actorKind, *field); n >= 0 && parts[n] == nil {
			parts[n] = field
		}
	}
	for plan := range ix.plansInForce() {
		note(&plan.Owner)
		for i := range plan.Commitments {
			c := &plan.Commitments[i]
			if c.Ended.How == Cancelled {
				continue
			}
			note(&c.Lead)
			for k := range c.Partners {
				if role := c.Partners[k].Role; role == actor.CoLead || role == actor.Implementing {
					note(&c.Partners[k].Actor)
				}
			}
		}
	}
	return parts
}

var evaluationOutOfOrder = ocs.Rule[Index]{
	Code:  "evaluation-out-of-order",
	Title: "evaluations come when there is something to evaluate, the mid-term one before the final one",
	Doc: "A mid-term evaluation falls within the period, and before the final one; neither is done before the period begins. " +
		"Baseline studies and analyses of impact may well come earlier, and a final evaluation later. Mend the date or the kind.",
	Basis:  "the policy cycle; EU EMPACT",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		var mid map[PlanID]*Evaluation
		for e := range ix.Evaluations() {
			if e.Kind != MidTerm && e.Kind != FinalEvaluation {
				continue
			}
			period := &ix.s.Period
			if plan := ix.Plan(e.Plan); plan != nil {
				period = &plan.Period
			}
			due := ix.due(&e.Due, ix.Plan(e.Plan))
			if e.Done.Before(period.Start) {
				p.On(e).Report(&e.Done, "%s evaluation was done %v, before the period %v began", string(e.Kind), e.Done, *period).
					Help("mend the date or the kind").Related(period, "the period")
			}
			if e.Kind == MidTerm {
				if beyond(due, period) {
					p.On(e).Report(&e.Due, "mid-term evaluation is due %v, outside the period %v", due, *period).
						Help("move it to the middle of the period").Related(period, "the period")
				}
				if mid == nil {
					mid = make(map[PlanID]*Evaluation)
				}
				mid[e.Plan] = e
			}
		}
		for e := range ix.Evaluations() {
			m := mid[e.Plan]
			if e.Kind != FinalEvaluation || m == nil {
				continue
			}
			if due, first := ix.due(&e.Due, ix.Plan(e.Plan)), ix.due(&m.Due, ix.Plan(e.Plan)); due.Before(first) {
				p.On(e).Report(&e.Due, "final evaluation is due %v, before the mid-term one on %v", due, first).
					Help("move one of the two").Related(&m.Due, "the mid-term evaluation")
			}
		}
	},
}

var reportingMissing = ocs.Rule[Index]{
	Code:  "reporting-missing",
	Title: "it is laid down who reports on delivery, how often and from when",
	Doc: "What nobody must report on is not followed. Lay down at least one duty to report, with the actor that reports, how often, and when the first report is due. " +
		"Reports that were made don't replace the duty: the next one may not come. A superseded strategy is not asked any more.",
	Basis:  "Romania 2021-2024: yearly monitoring report; Scotland: annual public report; New Zealand: yearly report back to Cabinet",
	Levels: "-iEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		s := ix.s
		if len(s.Reporting) == 0 && p.Stage() != ocs.StageSuperseded {
			p.On(s).Report(&s.Reporting, "no duty to report is laid down").Help("say who reports, how often and from when")
		}
		for i := range s.Reporting {
			d := &s.Reporting[i]
			if d.By == "" {
				p.On(d).Report(&d.By, "reporting duty falls on nobody").Help("name the actor that reports")
			}
			if d.Cadence == "" {
				p.On(d).Report(&d.Cadence, "reporting duty has no cadence").Help("say how often, such as annually")
			}
			if d.Due.IsZero() && d.Cadence != ocs.CadenceAsNeeded {
				p.On(d).Report(&d.Due, "reporting duty has no first date").Help("say when the first report is due")
			}
		}
	},
}
