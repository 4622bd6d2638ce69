package strategy

import (
	"fmt"

	"github.com/ocs-framework/ocs"
)

// PlanMoney sets the total that a plan states beside the sums of its budget
// lines and of its commitments' costs. All three ought to be equal where all
// are given; where they aren't, a note says so.
type PlanMoney struct {
	Plan PlanID `json:"plan"`

	// Total is the total that the plan states.
	Total ocs.Money `json:"total,omitzero"`

	// Lines and Costs are the sums of budget lines and of commitments' costs, each by currency in the order of its first
	// sum, but in the total's currency as far as the plan states a rate. Commitments that ended count here too.
	Lines []ocs.Money `json:"lines,omitempty"`
	Costs []ocs.Money `json:"costs,omitempty"`

	// Notes say what doesn't add up, and what was converted.
	Notes []string `json:"notes,omitempty"`
}

type rateKey struct {
	plan int32
	from ocs.Currency
	to   ocs.Currency
}

type ratePlace struct {
	rate       *Rate
	conversion int // its place among the conversions, -1 before the first
}

// rate returns the plan's rate between two currencies: the latest of several
// that is not later than the as-of date.
func (v *budgetView) rate(plan int32, from, to ocs.Currency) ratePlace {
	key := rateKey{plan, from, to}
	if r, ok := v.rates[key]; ok {
		return r
	}
	found := ratePlace{conversion: -1}
	for i := range v.ix.s.Plans[plan].Rates {
		r := &v.ix.s.Plans[plan].Rates[i]
		if r.From == from && r.To == to && r.Rate.Sign() > 0 && !v.t.later(r.Date) &&
			(found.rate == nil || r.Date.Compare(found.rate.Date) > 0) {
			found.rate = r
		}
	}
	v.rates[key] = found
	return found
}

// convert returns the money in the currency asked for, if one is and the plan
// states a rate.
func (v *budgetView) convert(plan int32, m ocs.Money) ocs.Money {
	to := v.o.Currency
	if to == "" || m.Currency == to {
		return m
	}
	r := v.rate(plan, m.Currency, to)
	if r.rate != nil {
		if converted, err := m.Convert(r.rate.Rate, to); err == nil {
			if r.conversion < 0 {
				r.conversion = len(v.b.Conversions)
				v.b.Conversions = append(v.b.Conversions, Conversion{Plan: v.ix.s.Plans[plan].ID, Rate: *r.rate})
				v.rates[rateKey{plan, m.Currency, to}] = r
			}
			v.b.Conversions[r.conversion].Sums++
			return converted
		}
	}
	if key := (rateKey{plan, m.Currency, to}); !v.unrated[key] {
		v.unrated[key] = true
		v.b.Notes = append(v.b.Notes, fmt.Sprintf("plan %q: sums in %s are not converted to %s", short(v.ix.s.Plans[plan].ID), short(m.Currency), short(to)))
	}
	return m
}

// lines enters the budget lines of plans.
func (v *budgetView) lines() {
	for i := range v.ix.s.Plans {
		p := &v.ix.s.Plans[i]
		if !v.t.inForce[i] {
			continue
		}
		for j := range p.Budget {
			line := &p.Budget[j]
			if line.Money.Amount.IsZero() {
				continue
			}
			m := v.convert(int32(i), line.Money)
			v.spread(v.budgetLines, v.linePillars(line), v.money.place(m.Currency), ofCost, m.Amount, -1)
		}
	}
}

// linePillars returns the places of the pillars that a budget line serves.
func (v *budgetView) linePillars(line *BudgetLine) []int {
	if n, ok := v.pillarPlace[line.Pillar]; ok && !v.o.UNODC {
		return []int{n}
	}
	var places []int
	if p := v.ix.Pillar(line.Pillar); p != nil && v.o.UNODC {
		for _, to := range p.MapsTo {
			if n, ok := v.pillarPlace[to]; ok {
				places = append(places, n)
			}
		}
	}
	if len(places) == 0 {
		return []int{len(v.framework.Pillars) + 1}
	}
	return places
}

// plans sets totals beside their parts.
func (v *budgetView) plans() {
	for i := range v.ix.s.Plans {
		p := &v.ix.s.Plans[i]
		if !v.t.inForce[i] {
			continue
		}
		m := PlanMoney{Plan: p.ID, Total: p.Total}
		var lines, costs planSum
		for j := range p.Budget {
			lines.add(p.Budget[j].Money)
		}
		for j := range p.Commitments {
			for _, cost := range p.Commitments[j].Costs {
				costs.add(cost.Money)
			}
		}
		m.Lines = v.settle(&m, int32(i), &lines, "budget lines")
		m.Costs = v.settle(&m, int32(i), &costs, "commitments' costs")
		if len(m.Lines) > 0 || len(m.Costs) > 0 || !m.Total.IsZero() {
			v.b.Plans = append(v.b.Plans, m)
		}
	}
}

// planSum adds money up by currency.
type planSum struct {
	sums []ocs.Money
	over bool // a sum has too many digits
	at   map[ocs.Currency]int
}

func (s *planSum) add(m ocs.Money) {
	if m.Amount.IsZero() {
		return
	}
	if s.at == nil {
		s.at = make(map[ocs.Currency]int)
	}
	n, ok := s.at[m.Currency]
	if !ok {
		s.at[m.Currency] = len(s.sums)
		s.sums = append(s.sums, m)
		return
	}
	sum, err := s.sums[n].Add(m)
	if err != nil {
		s.over = true
		return
	}
	s.sums[n] = sum
}

// settle brings the sums into the currency of the plan's total and notes if
// they don't equal it.
func (v *budgetView) settle(m *PlanMoney, plan int32, s *planSum, what string) []ocs.Money {
	if len(s.sums) == 0 {
		return nil
	}
	var settled planSum
	for _, sum := range s.sums {
		if m.Total.IsZero() || sum.Currency == m.Total.Currency {
			settled.add(sum)
			continue
		}
		r := v.rate(plan, sum.Currency, m.Total.Currency)
		converted := sum
		if r.rate != nil {
			if c, err := sum.Convert(r.rate.Rate, m.Total.Currency); err == nil {
				converted = c
				m.Notes = append(m.Notes, fmt.Sprintf("%s: %v is converted at %v", what, sum, r.rate.Rate))
			}
		}
		settled.add(converted)
	}
	if s.over || settled.over {
		m.Notes = append(m.Notes, what+": the sum has too many digits and isn't known")
		return nil
	}
	switch {
	case m.Total.IsZero():
	case len(settled.sums) > 1:
		m.Notes = append(m.Notes, what+" are in several currencies and can't be held against the total")
	case !settled.sums[0].Equal(m.Total):
		m.Notes = append(m.Notes, fmt.Sprintf("%s add up to %v, the stated total is %v", what, settled.sums[0], m.Total))
	}
	return settled.sums
}

// Tables gives the budget's lists of rows, each as a table.
func (b Budget) Tables() []Table {
	return []Table{
		moneyTable("Total", b.Total), moneyTable("By pillar", b.Pillars), moneyTable("By threat", b.Threats),
		moneyTable("By source of funding", b.Sources), moneyTable("By donor", b.Donors), moneyTable("By lead", b.Leads),
		moneyTable("By year", b.Years), moneyTable("Budget lines by pillar", b.Lines),
	}
}

// Table gives the money by pillar, with the total in the last rows.
func (b Budget) Table() Table {
	t := moneyTable("Money by pillar; what serves several pillars is whole under each", b.Pillars)
	total := moneyTable("", b.Total)
	for _, row := range total.Rows {
		row[0] = "total"
		t.Rows = append(t.Rows, row)
	}
	return t
}

func moneyTable(title string, rows []MoneyRow) Table {
	t := Table{Title: title, Columns: []string{"key", "name", "currency", "cost", "of which shared", "requested", "pledged", "committed", "disbursed",
		"status unstated", "of which from donors", "funded %", "donors %", "commitments", "unknown"}}
	for _, r := range rows {
		t.Rows = append(t.Rows, []string{r.Key, r.Name, string(r.Currency), r.Cost.String(), r.Shared.String(), r.Requested.String(),
			r.Pledged.String(), r.Committed.String(), r.Disbursed.String(), r.Unstated.String(), r.Donor.String(), r.FundedShare.String(),
			r.DonorShare.String(), numberCell(r.Commitments), listCell(r.Unknown)})
	}
	return t
}
