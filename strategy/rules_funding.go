package strategy

import (
	"math/big"
	"slices"

	"github.com/ocs-framework/ocs"
)

var fundingMissing = ocs.Rule[Index]{
	Code:  "funding-missing",
	Title: "every commitment says how it is paid for, or why it isn't",
	Doc: "A commitment without means is a wish. List its funding by source, staff time included (in-kind), let a budget line name it, or say under unfunded why there is no money. " +
		"A commitment is covered by one that it is part of, and one that has parts by its parts. " +
		"Where no commitment of a plan says anything, that is one finding about the plan.",
	Basis:  "Romania 2021-2024: budgets and funding sources by action; Serbia 2009: a column of resources",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		parents := ix.parentCommitments()
		lines := ix.linesByCommitment()
		n := 0 // the commitment's place among all
		for i := range ix.s.Plans {
			plan := &ix.s.Plans[i]
			first := n
			n += len(plan.Commitments)
			if !ix.InForce(plan) {
				continue
			}
			asked, bare := 0, 0
			for k := range plan.Commitments {
				if c := &plan.Commitments[k]; c.open() && !parents[first+k] {
					asked++
					if !ix.means(first+k, lines) {
						bare++
					}
				}
			}
			if bare > 1 && bare == asked {
				p.On(plan).Report(&plan.Commitments, "none of the plan's %d commitments says how it is paid for", bare).
					Help("list the funding of each, in-kind included, or say why there is none")
				continue
			}
			for k := range plan.Commitments {
				if c := &plan.Commitments[k]; bare > 0 && c.open() && !parents[first+k] && !ix.means(first+k, lines) {
					on(p, plan, c).Report(&c.Funding, "commitment says neither how it is paid for nor why it isn't").
						Help("list its sources of funding, in-kind included, or say under unfunded why there is none")
				}
			}
		}
	},
}

// parentCommitments says which commitments have parts.
func (ix *Index) parentCommitments() []bool {
	parents := make([]bool, len(ix.commitments))
	for _, c := range ix.commitments {
		if c.Parent != "" {
			if n := find(ix, commitmentKind, c.Parent); n >= 0 {
				parents[n] = true
			}
		}
	}
	return parents
}

// means reports whether commitment n, or one that it is part of, says how it is
// paid for or why it isn't.
func (ix *Index) means(n int, lines []int32) bool {
	const levels = 8 // of commitments within commitments; more are a cycle, which has a finding of its own
	for range levels {
		c := ix.commitments[n].Commitment
		if len(c.Funding) > 0 || !blank(c.Unfunded) || lines != nil && lines[n] > 0 {
			return true
		}
		if n = find(ix, commitmentKind, c.Parent); n < 0 {
			break
		}
	}
	return false
}

var fundingContradiction = ocs.Rule[Commitment]{
	Code:  "funding-contradiction",
	Title: "no commitment is both funded and unfunded",
	Doc: "Unfunded gives the reason why a commitment has no funding, so it can't stand beside a list of sources. Drop one of the two. " +
		"Where the funding covers only a part of the costs, the sums say so.",
	Basis:  "Romania 2021-2024: funding sources by action",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, c *Commitment) {
		if len(c.Funding) > 0 && !blank(c.Unfunded) {
			p.Report(&c.Unfunded, "commitment is said to be unfunded and has funding").Help("drop one of the two").
				Related(&c.Funding, "the funding")
		}
	},
}

var fundingMismatch = ocs.Rule[Index]{
	Code:  "funding-mismatch",
	Title: "the funding of a commitment covers its costs and doesn't exceed them",
	Doc: "Funding that exceeds the costs was counted twice, or a cost is missing; funding that falls short leaves a gap that somebody has to fill. " +
		"Only stated sums are compared, converted by the plan's rates; a gap is seen only if every source states its sum.",
	Basis:  "Romania 2021-2024: budgets and funding sources by action",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		for plan := range ix.plansInForce() {
			rates := ratesOf(plan)
			for i := range plan.Commitments {
				if c := &plan.Commitments[i]; c.open() && len(c.Costs) > 0 && len(c.Funding) > 0 {
					compareFunding(p, ix, plan, rates, c)
				}
			}
		}
	},
}

func compareFunding(p *ocs.Pass, ix *Index, plan *Plan, rates *rates, c *Commitment) {
	currency := c.Costs[0].Money.Currency
	x := rates.to(currency)
	var costs, funding exactSum
	for i := range c.Costs {
		if m := c.Costs[i].Money; m.Amount.IsZero() || !x.into(&costs, m) {
			return
		}
	}
	complete := true
	for i := range c.Funding {
		if m := c.Funding[i].Money; m.Amount.IsZero() {
			complete = false
		} else if !x.into(&funding, m) {
			return
		}
	}
	switch {
	case funding.exceeds(&costs, ix.thresholds.Tolerance):
		on(p, plan, c).Report(&c.Funding, "funding is %v %v, the costs are %v", currency, funding.String(), costs.String()).
			Help("mend the sum that is wrong, or add the cost that is missing").Related(&c.Costs, "the costs")
	case complete && costs.exceeds(&funding, ix.thresholds.Tolerance):
		on(p, plan, c).Report(&c.Funding, "funding is %v %v, less than the costs, %v", currency, funding.String(), costs.String()).
			Help("add the source of the rest, without a sum if it isn't known").Related(&c.Costs, "the costs")
	}
}

// fromDonor reports whether the money is given from outside the State's own
// budgets, by a donor.
func (f *Funding) fromDonor() bool { return f.Source == DonorFunds || f.Source == Donation }

var donorIncomplete = ocs.Rule[Index]{
	Code:  "donor-incomplete",
	Title: "donor money names its donor and the end of its period",
	Doc: "Money from a donor is given under an agreement that ends. Name the donor, an actor that is not an office of the State itself, and the period for which it gives, with its end. " +
		"A donor named beside a budget of the State belongs to an entry of its own.",
	Basis:  "Serbia 2009: donations as a resource; Romania 2021-2024: funds of the European Union",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		for plan := range ix.plansInForce() {
			for i := range plan.Commitments {
				c := &plan.Commitments[i]
				if !c.open() {
					continue
				}
				for k := range c.Funding {
					checkDonor(p, ix, plan, c, &c.Funding[k])
				}
			}
		}
	},
}

func checkDonor(p *ocs.Pass, ix *Index, plan *Plan, c *Commitment, f *Funding) {
	switch f.Source {
	case DonorFunds:
		if f.Donor == "" {
			on(p, plan, c).Report(&f.Donor, "donor money names no donor").Help("name the actor that gives it")
		}
		if f.Period.End.IsZero() {
			on(p, plan, c).Report(&f.Period, "donor money has no end").Help("give the period of the agreement, such as 2026/2028")
		}
	case StateBudget, ProvincialBudget, RecoveredAssets:
		if f.Donor != "" {
			on(p, plan, c).Report(&f.Donor, "donor %q is named for money of the State", short(f.Donor)).
				Help("change the source, or list what the donor gives as an entry of its own").Related(&f.Source, "the source")
		}
		return
	}
	if a := ix.Actor(f.Donor); a != nil && a.Kind.State() && (a.Country == "" || slices.Contains(ix.s.Jurisdiction.Countries, a.Country)) {
		on(p, plan, c).Report(&f.Donor, "donor %q is an office of the State", short(f.Donor)).
			Help("name the donor, or give the State's own budget as the source").Related(a, "its kind is %q", short(a.Kind))
	}
}

var donorShare = ocs.Rule[Index]{
	Code:  "donor-share",
	Title: "the strategy doesn't depend on donors",
	Doc: "What donors pay for ends when they leave, and follows their priorities while they stay. " +
		"The share of donor money and donations in all funding with a sum, or in the plans' totals where these are higher, is held against a threshold, 50 per cent unless the caller chooses another. " +
		"Plan for the State's own money to take over, or accept the dependence with a waiver that says why.",
	Basis:  "Serbia 2009: donations as a resource; the threshold is ours",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		var all, given exactSum
		var currency ocs.Currency
		for plan := range ix.plansInForce() {
			for i := range plan.Commitments {
				if c := &plan.Commitments[i]; currency == "" && c.open() && len(c.Funding) > 0 {
					currency = c.Funding[0].Money.Currency
				}
			}
			if currency != "" && !addFunding(plan, currency, &all, &given) {
				return
			}
		}
		if percent, over := share(&given, &all, ix.thresholds.DonorShare); over {
			p.On(ix.s).Report(&ix.s.Plans, "donors give %s per cent of the funding, more than %d", percent, ix.thresholds.DonorShare).
				Help("plan for the State's own money to take over, or waive the rule with a reason")
		}
	},
}

// addFunding adds up what a plan's funding gives, or its total if that is
// higher, and what of it donors give. It isn't ok if a sum can't be converted.
func addFunding(plan *Plan, currency ocs.Currency, all, given *exactSum) (ok bool) {
	x := ratesOf(plan).to(currency)
	var whole exactSum
	for i := range plan.Commitments {
		c := &plan.Commitments[i]
		if !c.open() {
			continue
		}
		for k := range c.Funding {
			f := &c.Funding[k]
			if f.Money.Amount.Sign() > 0 && (!x.into(&whole, f.Money) || f.fromDonor() && !x.into(given, f.Money)) {
				return false
			}
		}
	}
	var total exactSum
	if plan.Total.Amount.IsSet() && x.into(&total, plan.Total) && total.exceeds(&whole, ocs.Decimal{}) {
		whole = total
	}
	all.addSum(&whole)
	return true
}

// share returns what percentage a part is of a whole, in full percent, and
// whether it is over a limit.
func share(part, whole *exactSum, limit int) (percent string, over bool) {
	if part.rat().Sign() <= 0 {
		return "", false
	}
	p := new(big.Rat).Quo(part.rat(), whole.rat())
	p.Mul(p, big.NewRat(100, 1))
	return p.FloatString(0), p.Cmp(big.NewRat(int64(limit), 1)) > 0
}

var donorEndsEarly = ocs.Rule[Index]{
	Code:  "donor-ends-early",
	Title: "donor money lasts as long as the commitment that it alone pays for",
	Doc: "Where all the money of a commitment comes from donors and the last of them stops before the work does, the rest has no money. " +
		"The end of the work is the deadline, or the end of the plan for work that is continuous or recurs. " +
		"Say who pays for the rest, extend the agreement or bring the deadline forward.",
	Basis:  "Serbia 2009: donations as a resource; pilots that end with their funds",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		for plan := range ix.plansInForce() {
			for i := range plan.Commitments {
				if c := &plan.Commitments[i]; c.open() && len(c.Funding) > 0 {
					checkDonorEnd(p, ix, plan, c)
				}
			}
		}
	},
}

func checkDonorEnd(p *ocs.Pass, ix *Index, plan *Plan, c *Commitment) {
	last := &c.Funding[0]
	for i := range c.Funding {
		f := &c.Funding[i]
		if !f.fromDonor() || f.Period.End.IsZero() {
			return
		}
		if last.Period.End.Before(f.Period.End) {
			last = f
		}
	}
	end, what := ix.due(&c.Deadline, plan), "deadline"
	if end.IsZero() {
		end, what = plan.Period.End, "end of the plan"
	}
	if last.Period.End.Before(end) {
		on(p, plan, c).Report(&last.Period, "donor money ends %v, before the %s, %v", last.Period.End, what, end).
			Help("say who pays for the rest, or bring the two dates together")
	}
}
