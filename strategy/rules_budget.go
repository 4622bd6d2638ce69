package strategy

import (
	"math/big"
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
)

var budgetTotal = ocs.Rule[Index]{
	Code:  "budget-total",
	Title: "the lines of a budget add up to the plan's total",
	Doc: "The total is what a cabinet approves and the press reports, the lines are what is spent; where they differ, one of them is wrong or a line is missing. " +
		"Sums in other currencies are converted by the plan's rates, and differences within the tolerance are forgiven. " +
		"A budget in which a line has no sum is not added up.",
	Basis:  "Nigeria's plan on trafficking 2022-2026: a stated total over costed themes and an institutional line",
	Levels: "-WWEE",
	Check: func(p *ocs.Pass, ix *Index) {
		for plan := range ix.plansInForce() {
			if plan.Total.IsZero() || len(plan.Budget) == 0 {
				continue
			}
			sum, ok := linesOf(plan, plan.Total.Currency)
			if ok && sum.compare(exactSumOf(plan.Total.Amount), ix.thresholds.Tolerance) != 0 {
				p.On(plan).Report(&plan.Total, "budget lines add up to %v %v, the total is %v", plan.Total.Currency, sum.String(), plan.Total).
					Help("mend the total or the wrong line, or add the missing one").Related(&plan.Budget, "the lines")
			}
		}
	},
}

// linesOf adds up the budget lines of a plan in a currency. It isn't ok if a
// line has no sum or can't be converted.
func linesOf(plan *Plan, in ocs.Currency) (sum exactSum, ok bool) {
	x := ratesOf(plan).to(in)
	for i := range plan.Budget {
		if m := plan.Budget[i].Money; m.Amount.IsZero() || !x.into(&sum, m) {
			return exactSum{}, false
		}
	}
	return sum, true
}

var budgetShare = ocs.Rule[Index]{
	Code:  "budget-share",
	Title: "a budget line that is a share of other lines equals that share",
	Doc: "A line such as an institutional cost of 5 % goes wrong as soon as one of the lines it depends on is changed. " +
		"The sum is held against the share of the lines that it names, within the tolerance. A share has a percentage above 0 and names lines, and not itself.",
	Basis:  "Nigeria's plan on trafficking 2022-2026: an institutional line stated as 5 % of the capital part and reported as another sum",
	Levels: "-WWEE",
	Check: func(p *ocs.Pass, ix *Index) {
		for plan := range ix.plansInForce() {
			lines := lineFinder{plan: plan, rates: ratesOf(plan)}
			for i := range plan.Budget {
				if l := &plan.Budget[i]; !l.Share.IsZero() {
					shareOf(on(p, plan, l), ix, &lines, l)
				}
			}
		}
	},
}

// lineFinder finds the budget lines of a plan by their identifiers.
type lineFinder struct {
	plan  *Plan
	rates *rates
	byID  map[ocs.ID]*BudgetLine
}

func (f *lineFinder) line(id ocs.ID) *BudgetLine {
	if f.byID == nil {
		f.byID = make(map[ocs.ID]*BudgetLine, len(f.plan.Budget))
		for i := range f.plan.Budget {
			if l := &f.plan.Budget[i]; l.ID != "" && f.byID[l.ID] == nil {
				f.byID[l.ID] = l
			}
		}
	}
	return f.byID[id]
}

func shareOf(p *ocs.Pass, ix *Index, lines *lineFinder, l *BudgetLine) {
	switch {
	case l.Share.Percent.Sign() <= 0:
		p.Report(&l.Share.Percent, "share must be more than 0 per cent").Help("give the percentage, such as 5")
		return
	case len(l.Share.Of) == 0:
		p.Report(&l.Share.Of, "share names no lines of which it is one").Help("list the lines")
		return
	}
	x := lines.rates.to(l.Money.Currency)
	var whole exactSum
	known := !l.Money.Amount.IsZero()
	for k := range l.Share.Of {
		of := lines.line(l.Share.Of[k])
		if of == l {
			p.Report(&l.Share.Of[k], "line is a share of itself").Help("list the other lines only")
			return
		}
		known = known && of != nil && !of.Money.Amount.IsZero() && x.into(&whole, of.Money)
	}
	if !known {
		return
	}
	if whole.isShare(l.Money.Amount, l.Share.Percent) {
		return
	}
	share := exactSum{wide: new(big.Rat).Mul(whole.rat(), rational(l.Share.Percent))}
	share.wide.Quo(share.wide, big.NewRat(100, 1))
	if exactSumOf(l.Money.Amount).compare(&share, ix.thresholds.Tolerance) != 0 {
		p.Report(&l.Money, "line is %v, but %v per cent of the lines it names are %v %v", l.Money, l.Share.Percent, l.Money.Currency, share.String()).
			Help("mend the sum or the percentage").Related(&l.Share, "the share")
	}
}

var costsExceedBudget = ocs.Rule[Index]{
	Code:  "costs-exceed-budget",
	Title: "commitments cost no more than the budget line, or the plan's total, that pays for them",
	Doc: "Costs are planned by commitment, money by line; where the costs are higher, the plan can't be carried out as it stands. " +
		"Costs are held against a line where no other line pays for the same commitments, as far as they fall to its class and period, and against the total. " +
		"A line may be higher than the costs: it may pay for more. Commitments that ended are not counted.",
	Basis:  "UNODC Toolkit to Combat Trafficking in Persons, tool 2.5: resource plan and budget (read in a second-hand copy)",
	Levels: "-WWEE",
	Check: func(p *ocs.Pass, ix *Index) {
		lines := ix.linesByCommitment()
		for plan := range ix.plansInForce() {
			rates := ratesOf(plan)
			for i := range plan.Budget {
				lineCosts(p, ix, plan, rates, &plan.Budget[i], lines)
			}
			totalCosts(p, ix, plan, rates)
		}
	},
}

// countLines counts for each commitment the budget lines that pay for
// it; it is nil if none does.
func (ix *Index) countLines() []int32 {
	var lines []int32
	for plan := range ix.plansInForce() {
		for i := range plan.Budget {
			for _, id := range plan.Budget[i].Commitments {
				if n := find(ix, commitmentKind, id); n >= 0 {
					if lines == nil {
						lines = make([]int32, len(ix.commitments))
					}
					lines[n]++
				}
			}
		}
	}
	return lines
}

func lineCosts(p *ocs.Pass, ix *Index, plan *Plan, rates *rates, l *BudgetLine, lines []int32) {
	if l.Money.Amount.IsZero() {
		return
	}
	x := rates.to(l.Money.Currency)
	var costs exactSum
	for _, id := range l.Commitments {
		n := find(ix, commitmentKind, id)
		if n < 0 || lines[n] != 1 {
			return
		}
		if c := ix.commitments[n].Commitment; c.open() {
			for k := range c.Costs {
				cost := &c.Costs[k]
				if l.Class != "" && cost.Class != l.Class || !l.Period.IsZero() && !cost.Period.Within(l.Period) {
					continue
				}
				if !x.into(&costs, cost.Money) {
					return
				}
			}
		}
	}
	if costs.exceeds(exactSumOf(l.Money.Amount), ix.thresholds.Tolerance) {
		on(p, plan, l).Report(&l.Money, "line is %v, its commitments cost %v %v", l.Money, l.Money.Currency, costs.String()).
			Help("raise the line, lower the costs or move commitments to another line").Related(&l.Commitments, "the commitments")
	}
}

func totalCosts(p *ocs.Pass, ix *Index, plan *Plan, rates *rates) {
	if plan.Total.Amount.IsZero() {
		return
	}
	x := rates.to(plan.Total.Currency)
	var costs exactSum
	for i := range plan.Commitments {
		if c := &plan.Commitments[i]; c.open() {
			for k := range c.Costs {
				if !x.into(&costs, c.Costs[k].Money) {
					return
				}
			}
		}
	}
	if costs.exceeds(exactSumOf(plan.Total.Amount), ix.thresholds.Tolerance) {
		p.On(plan).Report(&plan.Total, "total is %v, the commitments cost %v %v", plan.Total, plan.Total.Currency, costs.String()).
			Help("raise the total or lower the costs")
	}
}

var budgetLinePlan = ocs.Rule[Index]{
	Code:  "budget-line-plan",
	Title: "a budget line pays for commitments of its own plan, and is a share of its lines",
	Doc: "A plan is an instrument of its own: its budget binds those who carry it out. " +
		"A line that pays for a commitment of another plan counts the money twice or in the wrong place. " +
		"The budget of a plan may pay for the plans that are part of it.",
	Basis:  "plans are instruments with budgets of their own in Chile, Romania and Scotland",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		for plan := range ix.plansInForce() {
			lines := lineFinder{plan: plan}
			for i := range plan.Budget {
				l := &plan.Budget[i]
				for k, id := range l.Commitments {
					if n := find(ix, commitmentKind, id); n >= 0 && !ix.inPlan(n, plan) {
						on(p, plan, l).Report(&l.Commitments[k], "commitment %q is of another plan", short(id)).
							Help("move the line to that plan, or the commitment to this one").Related(ix.commitments[n].Commitment, "the commitment")
					}
				}
				for k, id := range l.Share.Of {
					if find(ix, budgetLineKind, id) >= 0 && lines.line(id) == nil {
						on(p, plan, l).Report(&l.Share.Of[k], "line %q is of another plan", short(id)).Help("name lines of this plan")
					}
				}
			}
		}
	},
}

// inPlan reports whether commitment n belongs to the plan or to a part of it.
func (ix *Index) inPlan(n int, plan *Plan) bool {
	const levels = 8 // of plans within plans; more are a cycle, which has a finding of its own
	of := &ix.s.Plans[ix.commitments[n].plan]
	for range levels {
		if of == plan {
			return true
		}
		if of = ix.Plan(of.PartOf); of == nil {
			break
		}
	}
	return false
}

var budgetLinePillar = ocs.Rule[Index]{
	Code:  "budget-line-pillar",
	Title: "a budget line's pillar is one that its commitments serve",
	Doc: "Money is counted under the pillar of its line, and commitments under the pillars of their objectives. " +
		"A line none of whose commitments serves an objective of its pillar makes one of the two counts wrong. Change the pillar, or drop it if the line serves several.",
	Basis:  "Nigeria's plan on trafficking 2022-2026: a budget by thematic area",
	Levels: "-iiii",
	Check: func(p *ocs.Pass, ix *Index) {
		for plan := range ix.plansInForce() {
			for i := range plan.Budget {
				if l := &plan.Budget[i]; l.Pillar != "" && len(l.Commitments) > 0 && !ix.mayServe(l.Commitments, l.Pillar) {
					on(p, plan, l).Report(&l.Pillar, "no commitment of the line serves an objective under %q", short(l.Pillar)).
						Help("change the pillar, or the commitments that the line pays for").Related(&l.Commitments, "the commitments")
				}
			}
		}
	},
}

// mayServe reports whether one of the commitments serves an objective under the
// pillar, or may: it is not known, has no objectives of its own, or serves one
// that is horizontal or of a pillar that is not known.
func (ix *Index) mayServe(commitments []CommitmentID, under pillar.ID) bool {
	for _, id := range commitments {
		c := ix.Commitment(id)
		if c == nil || len(c.Objectives) == 0 {
			return true
		}
		for _, o := range c.Objectives {
			if o := ix.Objective(o); o == nil || o.Horizontal || find(ix, pillarKind, o.Pillar) < 0 || o.Pillar == under || slices.Contains(o.Also, under) {
				return true
			}
		}
	}
	return false
}
