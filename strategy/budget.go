package strategy

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
)

// BudgetOptions say how [Index.Budget] counts. Nil means the zero value.
type BudgetOptions struct {
	// All counts the commitments of plans that are not in force too.
	All bool

	// UNODC arranges money under UNODC's pillars, onto which those of the strategy's framework map.
	UNODC bool

	// Currency is the one into which sums are converted by the rates that their plan states. What a plan states no rate
	// for stays in its own currency. Absent means that nothing is converted.
	Currency ocs.Currency
}

// Budget says what a strategy costs, who pays, and for what.
//
// Sums are exact and kept apart by currency. Money that serves several things
// is shown whole under each of them and never split by a guess: the rows of
// Pillars and Threats may add up to more than Total, which counts every
// commitment once, and Shared says how much of a row stands in others too. Sums
// by year are split in proportion to days, in units of the last place as
// written, so that the years add up exactly.
type Budget struct {
	// AsOf is the day on which the strategy is looked at. Commitments that stand as cancelled don't count: see
	// [Index.Delivery].
	AsOf ocs.Date `json:"as-of,omitzero"`

	// Total are all commitments that count, each once.
	Total []MoneyRow `json:"total,omitempty"`

	// Pillars are by the primary pillar of the objectives served, "horizontal" and "" for those outside the pillars.
	Pillars []MoneyRow `json:"pillars,omitempty"`

	// Threats are by the threats that the objectives answer, "" for those that answer none.
	Threats []MoneyRow `json:"threats,omitempty"`

	// Sources are by the kind of source of the funding. They have no cost.
	Sources []MoneyRow `json:"sources,omitempty"`

	// Donors are by the actor that gives. They have no cost.
	Donors []MoneyRow `json:"donors,omitempty"`

	// Leads are by the lead, "" for commitments without one.
	Leads []MoneyRow `json:"leads,omitempty"`

	// Years are by calendar year, "undated" for sums of whose time a start or an end isn't known.
	Years []MoneyRow `json:"years,omitempty"`

	// Lines are the plans' budget lines by pillar, "" for those of none. They say what commitments' costs say in other
	// words and are not added to them.
	Lines []MoneyRow `json:"lines,omitempty"`

	// Plans set each plan's stated total beside its parts.
	Plans []PlanMoney `json:"plans,omitempty"`

	// Uncosted are the commitments without a cost.
	Uncosted []CommitmentID `json:"uncosted,omitempty"`

	// Unfunded are the commitments without secured funding.
	Unfunded []CommitmentID `json:"unfunded,omitempty"`

	// Nested are the commitments with a cost that are part of one with a cost. Both are counted: if the whole's sum
	// takes in those of its parts, they are counted twice.
	Nested []CommitmentID `json:"nested,omitempty"`

	// Conversions are those that were made, by plan and currency.
	Conversions []Conversion `json:"conversions,omitempty"`

	// Withheld are the elements of which this document lacks, by a redaction, something that the view rests on: sums may
	// be higher in the full text.
	Withheld []ocs.ID `json:"withheld,omitempty"`

	// Notes are remarks on the view itself.
	Notes []string `json:"notes,omitempty"`
}

// MoneyRow is the money of one thing in one currency. A sum that is absent is
// of nothing, or is unknown if it is named in Unknown.
type MoneyRow struct {
	// Key is what the row is about: an identifier, a year, a kind of source.
	Key  string `json:"key,omitzero"`
	Name string `json:"name,omitzero"`

	// Currency is that of all sums of the row.
	Currency ocs.Currency `json:"currency"`

	// Cost is what it is expected to cost.
	Cost ocs.Decimal `json:"cost,omitzero"`

	// Shared is the part of Cost that is in other rows of the same list too.
	Shared ocs.Decimal `json:"shared,omitzero"`

	// Requested, Pledged, Committed and Disbursed are the funding by its status. Unstated is funding whose status isn't
	// stated.
	Requested ocs.Decimal `json:"requested,omitzero"`
	Pledged   ocs.Decimal `json:"pledged,omitzero"`
	Committed ocs.Decimal `json:"committed,omitzero"`
	Disbursed ocs.Decimal `json:"disbursed,omitzero"`
	Unstated  ocs.Decimal `json:"unstated,omitzero"`

	// Donor is the part of the funding, whatever its status, that comes from donors.
	Donor ocs.Decimal `json:"donor,omitzero"`

	// FundedShare is secured funding (committed, disbursed, or of no stated status) as a percentage of Cost, and
	// DonorShare is Donor as a percentage of all funding, each rounded half up to a tenth. Both are of one currency: what
	// is costed in one and funded in another needs a conversion to show. Budget lines have neither.
	FundedShare ocs.Decimal `json:"funded-share,omitzero"`
	DonorShare  ocs.Decimal `json:"donor-share,omitzero"`

	// Commitments is how many commitments have money in the row.
	Commitments int `json:"commitments,omitzero"`

	// Unknown are the sums that have more digits than can be held: "cost", "requested" and so on.
	Unknown []string `json:"unknown,omitempty"`
}

// Conversion says what was converted by a plan's rate.
type Conversion struct {
	// Plan is the plan whose rate was used.
	Plan PlanID `json:"plan,omitzero"`
	Rate Rate   `json:"rate"`

	// Sums is how many sums were converted.
	Sums int `json:"sums"`
}

// Budget adds up the money of commitments: of those whose plan is in force on the
// as-of date and that don't stand as cancelled, as [Index.Delivery] has it. The
// options may be nil.
func (ix *Index) Budget(asOf ocs.Date, o *BudgetOptions) Budget {
	if o == nil {
		o = new(BudgetOptions)
	}
	v := newBudgetView(ix, asOf, o)
	for i := range ix.commitments {
		if v.t.counts[i] {
			v.commitment(i)
		}
	}
	v.lines()
	v.plans()
	v.b.Total = v.total.rows(func(int) (string, string) { return "", "" })
	v.b.Pillars = v.pillars.rows(v.pillarName)
	v.b.Lines = v.budgetLines.rows(v.pillarName)
	v.b.Threats = v.threats.rows(func(n int) (string, string) {
		if n == len(ix.s.Threats) {
			return "", ""
		}
		return string(ix.s.Threats[n].ID), ix.s.Threats[n].Name
	})
	v.b.Sources = v.sources.rows(func(n int) (string, string) { return string(v.sourceKinds[n]), "" })
	v.b.Donors = v.donors.rows(v.actorName)
	v.b.Leads = v.leads.rows(v.actorName)
	v.b.Years = v.years.rows(func(n int) (string, string) {
		if n == undated {
			return "undated", ""
		}
		return strconv.Itoa(n), ""
	})
	if v.joined < 0 {
		v.b.Threats = nil
		v.b.Notes = append(v.b.Notes, "money by threat is left out: too many commitments serve too many threats")
	}
	slices.SortFunc(v.b.Conversions, func(a, b Conversion) int {
		return cmp.Or(cmp.Compare(a.Plan, b.Plan), cmp.Compare(a.Rate.From, b.Rate.From))
	})
	v.b.Withheld = ix.withheld("costs", "funding", "budget", "total", "objectives", "commitments", "rates", "lead", "period")
	return v.b
}

// budgetView is a budget in the making.
type budgetView struct {
	ix                                                                  *Index
	t                                                                   *tally
	o                                                                   *BudgetOptions
	b                                                                   Budget
	money                                                               *currencies
	total, pillars, threats, sources, donors, leads, years, budgetLines *ledger
	sourceKinds                                                         []FundingSource
	sourcePlace                                                         map[FundingSource]int
	framework                                                           pillar.Framework
	pillarPlace                                                         map[pillar.ID]int
	seenThreat                                                          []int32 // by threat, the commitment that it was last seen for
	joined                                                              int     // pairs of commitments and threats that may still be joined
	rates                                                               map[rateKey]ratePlace
	unrated                                                             map[rateKey]bool
}

func newBudgetView(ix *Index, asOf ocs.Date, o *BudgetOptions) *budgetView {
	v := &budgetView{ix: ix, t: ix.tally(asOf, o.All), o: o, b: Budget{AsOf: asOf}, money: newCurrencies(),
		sourcePlace: make(map[FundingSource]int), framework: ix.framework, pillarPlace: make(map[pillar.ID]int),
		seenThreat: make([]int32, len(ix.s.Threats)+1), joined: maxJoined,
		rates: make(map[rateKey]ratePlace), unrated: make(map[rateKey]bool)}
	for _, l := range []**ledger{&v.total, &v.pillars, &v.threats, &v.sources, &v.donors, &v.leads, &v.years, &v.budgetLines} {
		*l = newLedger(v.money)
	}
	if o.UNODC {
		v.framework = pillar.UNODC()
	}
	for i, p := range v.framework.Pillars {
		if _, taken := v.pillarPlace[p.ID]; !taken {
			v.pillarPlace[p.ID] = i
		}
	}
	for _, word := range FundingSource("").Terms() {
		v.source(FundingSource(word))
	}
	return v
}

// source returns the place of a kind of source.
func (v *budgetView) source(s FundingSource) int {
	n, ok := v.sourcePlace[s]
	if !ok {
		n = len(v.sourceKinds)
		v.sourcePlace[s] = n
		v.sourceKinds = append(v.sourceKinds, s)
	}
	return n
}

// pillarName names a row of pillars: after the pillars, horizontal and none.
func (v *budgetView) pillarName(n int) (key, name string) {
	switch n - len(v.framework.Pillars) {
	case 0:
		return "horizontal", ""
	case 1:
		return "", ""
	}
	p := &v.framework.Pillars[n]
	return string(p.ID), p.Name
}

// actorName names a row of actors: after the actors, none.
func (v *budgetView) actorName(n int) (key, name string) {
	if n == len(v.ix.s.Actors) {
		return "", ""
	}
	a := &v.ix.s.Actors[n]
	return string(a.ID), a.Name
}

// commitment enters the money of one commitment.
func (v *budgetView) commitment(i int) {
	c := v.ix.commitments[i]
	if len(c.Costs) == 0 {
		v.b.Uncosted = append(v.b.Uncosted, c.ID)
	} else if whole := v.ix.Commitment(c.Parent); whole != nil && len(whole.Costs) > 0 && whole != c.Commitment {
		v.b.Nested = append(v.b.Nested, c.ID)
	}
	if !v.t.funded[i] {
		v.b.Unfunded = append(v.b.Unfunded, c.ID)
	}
	if len(c.Costs) == 0 && len(c.Funding) == 0 {
		return
	}
	pillars, threats := v.serves(i)
	lead := placeOr(find(v.ix, actorKind, c.Lead), len(v.ix.s.Actors))
	when := v.ix.window(c.Commitment, &v.ix.s.Plans[c.plan])
	enter := func(m ocs.Money, period ocs.Period, fields ...sumOf) {
		if period.IsZero() {
			period = when
		}
		cur := v.money.place(m.Currency)
		for _, f := range fields {
			v.total.add(0, cur, f, m.Amount, i)
			v.leads.add(lead, cur, f, m.Amount, i)
			v.spread(v.pillars, pillars, cur, f, m.Amount, i)
			v.spread(v.threats, threats, cur, f, m.Amount, i)
		}
		for _, y := range byYear(m.Amount, period) {
			for _, f := range fields {
				v.years.add(y.year, cur, f, y.amount, i)
			}
		}
	}
	for k := range c.Costs {
		if cost := &c.Costs[k]; cost.Money.Amount.IsSet() {
			enter(v.convert(c.plan, cost.Money), cost.Period, ofCost)
		}
	}
	for k := range c.Funding {
		f := &c.Funding[k]
		if f.Money.Amount.IsZero() {
			continue
		}
		m, status := v.convert(c.plan, f.Money), statusSum(f.Status)
		cur := v.money.place(m.Currency)
		v.sources.add(v.source(f.Source), cur, status, m.Amount, i)
		if f.Donor == "" && f.Source != DonorFunds && f.Source != Donation {
			enter(m, f.Period, status)
			continue
		}
		enter(m, f.Period, status, ofDonor)
		v.sources.add(v.source(f.Source), cur, ofDonor, m.Amount, i)
		donor := placeOr(find(v.ix, actorKind, f.Donor), len(v.ix.s.Actors))
		v.donors.add(donor, cur, status, m.Amount, i)
		v.donors.add(donor, cur, ofDonor, m.Amount, i)
	}
}

// spread enters a sum whole under each of the places, and a cost also as shared
// if there are several.
func (v *budgetView) spread(l *ledger, places []int, cur int, f sumOf, amount ocs.Decimal, i int) {
	for _, n := range places {
		l.add(n, cur, f, amount, i)
		if f == ofCost && len(places) > 1 {
			l.add(n, cur, ofShared, amount, i)
		}
	}
}

func placeOr(n, otherwise int) int {
	if n < 0 {
		return otherwise
	}
	return n
}

// serves returns the places of the pillars and threats that the commitment
// serves, the last ones for none.
func (v *budgetView) serves(i int) (pillars, threats []int) {
	ix := v.ix
	n := len(v.framework.Pillars)
	for _, id := range ix.objectivesOf(ix.commitments[i].Commitment) {
		o := ix.Objective(id)
		if o == nil {
			continue
		}
		under := []pillar.ID{o.Pillar}
		if v.o.UNODC {
			under = ix.UNODCPillars(o)
		}
		if o.Horizontal {
			under = nil
			if !slices.Contains(pillars, n) {
				pillars = append(pillars, n)
			}
		}
		for _, p := range under {
			if k, ok := v.pillarPlace[p]; ok && !slices.Contains(pillars, k) {
				pillars = append(pillars, k)
			}
		}
		if v.joined -= len(o.Threats); v.joined < 0 {
			continue
		}
		for _, t := range o.Threats {
			if k := find(ix, threatKind, t); k >= 0 && v.seenThreat[k] != int32(i+1) {
				v.seenThreat[k] = int32(i + 1)
				threats = append(threats, k)
			}
		}
	}
	if len(pillars) == 0 {
		pillars = []int{n + 1}
	}
	if len(threats) == 0 {
		threats = []int{len(ix.s.Threats)}
	}
	return pillars, threats
}
