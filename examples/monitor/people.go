package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/strategy"
)

// people says who carries most, and what hangs on one actor or outlives it.
func (p *page) people() {
	p.title("On whom it depends")
	type load struct {
		lead             actor.ID
		open, late, stop int
	}
	var loads []load
	places := make(map[actor.ID]int)
	for i := range p.delivery.Commitments {
		d := &p.delivery.Commitments[i]
		lead := p.commitment(d.Commitment).Lead
		if lead == "" || !d.Open() {
			continue
		}
		at, known := places[lead]
		if !known {
			at = len(loads)
			places[lead] = at
			loads = append(loads, load{lead: lead})
		}
		loads[at].open++
		switch d.Standing {
		case strategy.StandingLate:
			loads[at].late++
		case strategy.StandingBlocked:
			loads[at].stop++
		}
	}
	slices.SortStableFunc(loads, func(a, b load) int { return cmp.Compare(b.open, a.open) })
	var rows [][]string
	for _, l := range loads[:min(len(loads), 6)] {
		rows = append(rows, []string{p.who(l.lead), fmt.Sprint(l.open), blankZero(l.late), blankZero(l.stop)})
	}
	p.table([]string{"leads most", "open", "late", "blocked"}, rows)

	if len(p.duties.SinglePoints) == 0 {
		p.sayf("No actor alone leads all the work against several priority threats.")
	}
	for _, s := range p.duties.SinglePoints {
		p.sayf("%s alone leads all the work against %s.", p.who(s.Actor), strings.Join(words(s.Threats), ", "))
	}
	if list := p.duties.Leaderless; len(list) > 0 {
		p.sayf("Without a lead: %s.", few(words(list), 8))
	}
	for _, f := range p.duties.Misfits {
		p.sayf("%s, the lead of %s, lacks part of the mandate: %s.", p.who(f.Lead), f.Commitment, strings.Join(words(f.Fails), ", "))
	}
	for _, c := range p.duties.Ceasing {
		if p.open[c.Commitment] {
			p.sayf("%s can answer for %s only until %v.", p.who(c.Lead), c.Commitment, c.Until)
		}
	}
	p.notes(p.duties.Notes)
}

// reports says which reports are owed: those that are overdue and, of each
// duty, the next.
func (p *page) reports() {
	p.title("Reports owed")
	year := ocs.Period{Start: p.next.Start, End: p.next.Start.Add(1, ocs.Years)}
	var rows [][]string
	next := make(map[string]bool)
	for _, i := range slices.Concat(p.overdue.Items, p.ix.Agenda(year, p.asOf).Items) {
		what := p.nameOf(i)
		if i.Kind != strategy.DueReport || i.Done || i.DaysLate == 0 && next[what] {
			continue
		}
		when := "is next"
		if i.DaysLate > 0 {
			when = fmt.Sprintf("overdue by %s", count(i.DaysLate, "day"))
		} else {
			next[what] = true
		}
		rows = append(rows, []string{i.Due.String(), when, p.who(i.Responsible), what})
	}
	if rows == nil {
		p.sayf("None within a year.")
	}
	p.table(nil, rows)
}
