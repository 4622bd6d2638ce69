package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// heading prints what the strategy is, and the notice that every output must
// carry.
func (p *page) heading() {
	s := p.ix.Strategy()
	p.sayf("%s", s.Title)
	p.sayf("%s · version %s · stage: %s · %s", s.Jurisdiction.Name, cmp.Or(s.Version, "not stated"), s.Stage, s.Period)
	last := "no report has been made"
	if to := p.ix.Reported(p.asOf); !to.IsZero() {
		last = fmt.Sprintf("the latest report speaks of the time up to %v", to)
	}
	p.sayf("As of %v; %s", p.asOf, last)
	if s.Notice != "" {
		p.sayf("\n%s", s.Notice)
	}
	if p.restricted() {
		p.sayf("\nParts of it are not for everyone, and this page counts them: it is not to be published.")
	}
	if p.added != "" {
		p.title("Added before looking")
		p.say(p.added)
	}
}

// restricted reports whether anything that the page shows is marked as being
// not for everyone.
func (p *page) restricted() bool {
	limits := func(m ocs.Marking) bool { return m != "" && m != ocs.MarkingClear }
	if limits(p.ix.Strategy().Marking) {
		return true
	}
	for c := range p.ix.Commitments() {
		if limits(c.Marking) {
			return true
		}
	}
	for r := range p.ix.Reports() {
		if limits(r.Marking) {
			return true
		}
	}
	return false
}

// brief says in a few lines what the rest of the page says at length.
func (p *page) brief() {
	p.title("In brief")
	var parts []string
	for _, standing := range columns {
		for _, c := range p.delivery.Counts {
			if c.Standing == standing {
				parts = append(parts, fmt.Sprintf("%d %s", c.Count, spaced(standing)))
			}
		}
	}
	p.sayf("%s: %s.", count(len(p.delivery.Commitments), "commitment"), strings.Join(parts, ", "))
	if n := len(p.overdue.Items); n > 0 {
		worst := slices.MaxFunc(p.overdue.Items, func(a, b strategy.DueItem) int { return cmp.Compare(a.DaysLate, b.DaysLate) })
		p.sayf("%s overdue, the longest by %s: %s.", countAre(n, "thing"), count(worst.DaysLate, "day"), p.nameOf(worst))
	} else {
		p.sayf("Nothing is overdue.")
	}
	line := p.rollup.Strategy
	p.sayf("Objectives: %s; %d of %d indicators (%s) are without data or could not be judged.",
		line.Status, line.MissingData, line.Indicators, percent(line.MissingShare))
	for _, m := range p.budget.Total {
		p.sayf("Money: %s %s of %s is secured, %s.", m.Currency, grouped(secured(m)), grouped(m.Cost), percent(m.FundedShare))
	}
}

func countAre(n int, what string) string {
	if n == 1 {
		return "1 " + what + " is"
	}
	return count(n, what) + " are"
}

// changes says what is not as it was.
func (p *page) changes() {
	view := p.ix.Changes(p.since, p.asOf)
	p.title("What has changed since %v", p.since)
	var rows [][]string
	small := 0
	for _, c := range view.List {
		what := fmt.Sprintf("%s → %s", cmp.Or(c.Before, "none"), cmp.Or(c.After, "none"))
		switch c.Field {
		case strategy.ChangedPercent, strategy.ChangedValue:
			small++ // here they would drown the rest
			continue
		case strategy.ChangedMilestones:
			what = "missed milestones: " + what
		case strategy.ChangedReport:
			what = c.After
		}
		rows = append(rows, []string{c.Kind, string(c.ID), what})
	}
	if len(rows) == 0 {
		p.sayf("Nothing that bears on how anything stands.")
	}
	p.table(nil, rows)
	if small > 0 {
		p.sayf("Besides, %s of percentages and values.", count(small, "change"))
	}
	p.notes(view.Notes)
}

func (p *page) notes(list []string) {
	for _, n := range list {
		p.sayf("Note: %s.", n)
	}
}

// columns are the standings, in the order in which they are shown.
var columns = []strategy.Standing{
	strategy.StandingDelivered, strategy.StandingOnTrack, strategy.StandingLate, strategy.StandingBlocked,
	strategy.StandingNotStarted, strategy.StandingNoInformation, strategy.StandingCancelled,
}

func spaced(s strategy.Standing) string { return strings.ReplaceAll(string(s), "-", " ") }

// commitments counts how they stand, by pillar, and says of each that is late
// why it is.
func (p *page) commitments() {
	p.title("How commitments stand")
	under := make(map[pillar.ID]map[strategy.Standing]int)
	total := make(map[strategy.Standing]int)
	const outside pillar.ID = ""
	for _, d := range p.delivery.Commitments {
		pillars := map[pillar.ID]bool{}
		for _, id := range p.commitment(d.Commitment).Objectives {
			if o := p.ix.Objective(id); o != nil {
				pillars[o.Pillar] = true
			}
		}
		if len(pillars) == 0 {
			pillars[outside] = true
		}
		for id := range pillars {
			if under[id] == nil {
				under[id] = make(map[strategy.Standing]int)
			}
			under[id][d.Standing]++
		}
		total[d.Standing]++
	}
	heads := []string{"", "all"}
	for _, s := range columns {
		heads = append(heads, spaced(s))
	}
	row := func(name string, counts map[strategy.Standing]int) []string {
		cells, all := []string{name, ""}, 0
		for _, s := range columns {
			all += counts[s]
			cells = append(cells, blankZero(counts[s]))
		}
		cells[1] = fmt.Sprint(all)
		return cells
	}
	var rows [][]string
	for f := range p.ix.Pillars() {
		rows = append(rows, row(f.Name, under[f.ID]))
	}
	if under[outside] != nil {
		rows = append(rows, row("Outside the pillars", under[outside]))
	}
	p.table(heads, append(rows, row("All, each once", total)))
	p.sayf("A commitment counts under each pillar of the objectives that it serves.")

	if rows := p.standing(strategy.StandingLate); len(rows) > 0 {
		p.title("Late, and why")
		p.table(nil, rows)
	}
}

// standing are the commitments that stand like that, the latest first, with the
// reason.
func (p *page) standing(s strategy.Standing) [][]string {
	var list []*strategy.Delivery
	for i := range p.delivery.Commitments {
		if d := &p.delivery.Commitments[i]; d.Standing == s {
			list = append(list, d)
		}
	}
	slices.SortStableFunc(list, func(a, b *strategy.Delivery) int { return cmp.Compare(b.DaysLate, a.DaysLate) })
	var rows [][]string
	for _, d := range list {
		c := p.commitment(d.Commitment)
		rows = append(rows, []string{string(c.ID), p.who(c.Lead), strings.TrimSuffix(c.Title, ".") + ". " + p.why(d)})
	}
	return rows
}

func blankZero(n int) string {
	if n == 0 {
		return "·"
	}
	return fmt.Sprint(n)
}

// commitment is the one with that identifier; an empty one if a faulty
// document has none.
func (p *page) commitment(id strategy.CommitmentID) *strategy.Commitment {
	if c := p.ix.Commitment(id); c != nil {
		return c
	}
	return &strategy.Commitment{ID: id}
}

// why joins what the rules concluded and what was last said.
func (p *page) why(d *strategy.Delivery) string {
	reason := d.Reason
	if d.DaysLate > 0 {
		reason += fmt.Sprintf(" (%s)", count(d.DaysLate, "day"))
	}
	return strings.TrimSuffix(upper(reason), ".") + ". " + p.word(d.Commitment)
}

// word is what was last said of a commitment.
func (p *page) word(id strategy.CommitmentID) string {
	u := p.told[id]
	if u == nil {
		return "Nothing was reported of the whole."
	}
	text := fmt.Sprintf("On %v: %s", u.Date, cmp.Or(string(u.State), "no state"))
	if u.Percent.IsSet() {
		text += ", " + percent(u.Percent)
	}
	if u.Note != "" {
		text += ", “" + u.Note + "”"
	}
	return text + "."
}

func upper(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

// overdueItems lists what was due and isn't done.
func (p *page) overdueItems() {
	p.title("Overdue: %s", count(len(p.overdue.Items), "thing"))
	var rows [][]string
	for _, i := range p.overdue.Items {
		rows = append(rows, []string{i.Due.String(), fmt.Sprint(i.DaysLate), string(i.Kind), p.who(i.Responsible), p.nameOf(i)})
	}
	if rows == nil {
		p.sayf("Nothing.")
	}
	p.table([]string{"due", "days", "", "owed by", ""}, rows)
	p.notes(p.overdue.Notes)
}

// nameOf says what an item of an agenda is about.
func (p *page) nameOf(i strategy.DueItem) string {
	named := func(title string) string { return fmt.Sprintf("%s, %s", i.ID, title) }
	if c := p.ix.Commitment(strategy.CommitmentID(i.ID)); c != nil {
		return named(c.Title)
	}
	if m := p.ix.Milestone(strategy.MilestoneID(i.ID)); m != nil {
		return named(m.Title)
	}
	if n := p.ix.Indicator(pillar.IndicatorID(i.ID)); n != nil {
		return named(n.Name)
	}
	if plan := p.ix.Plan(strategy.PlanID(i.ID)); plan != nil {
		return named(plan.Title)
	}
	for e := range p.ix.Evaluations() {
		if e.ID == i.ID && i.Kind == strategy.DueEvaluation {
			return fmt.Sprintf("%s (%s)", e.ID, e.Kind)
		}
	}
	if i.Kind == strategy.DueReport {
		return p.reportOn(i)
	}
	return string(i.ID)
}

func (p *page) reportOn(i strategy.DueItem) string {
	on := "the strategy"
	if plan := p.ix.Plan(strategy.PlanID(i.Of)); plan != nil {
		on = plan.Title
	}
	return strings.TrimPrefix(fmt.Sprintf("%s, report on %s", i.ID, on), ", ")
}

// blocked says what doesn't move, and since when.
func (p *page) blocked() {
	p.title("Blocked")
	rows := p.standing(strategy.StandingBlocked)
	if rows == nil {
		p.sayf("Nothing.")
	}
	p.table(nil, rows)
}

// slippage says who starts or ends later because of whom.
func (p *page) slippage() {
	p.title("What waits for what")
	var rows [][]string
	ends := make(map[strategy.CommitmentID]ocs.Date)
	for _, e := range p.schedule.Entries {
		ends[e.Commitment] = e.ExpectedEnd
		if e.StartsLater > 0 {
			because := string(e.Because)
			if e.Root != e.Because {
				because += ", at the root " + string(e.Root)
			}
			rows = append(rows, []string{string(e.Commitment), fmt.Sprint(e.StartsLater), e.Due.String(), e.ExpectedEnd.String(), because})
		}
	}
	if rows == nil {
		p.sayf("No commitment starts later because of another.")
	}
	p.table([]string{"commitment", "days later", "was due", "now expected", "because of"}, rows)
	if len(p.schedule.Critical) > 0 {
		var steps []string
		for _, id := range p.schedule.Critical {
			steps = append(steps, fmt.Sprintf("%s (not before %v)", id, ends[id]))
		}
		p.sayf("The chain that ends last: %s.", strings.Join(steps, " → "))
		last := p.schedule.Critical[len(p.schedule.Critical)-1]
		if plan := p.ix.PlanOf(p.commitment(last)); plan != nil && ends[last].After(plan.Period.Last()) {
			p.sayf("That is after the end of its plan, %v.", plan.Period.Last())
		}
	}
	for _, c := range p.schedule.Cycles {
		p.sayf("These wait for each other: %v.", c)
	}
	p.notes(p.schedule.Notes)
}

// comingUp lists what falls due in the next three months. Readings are many
// and small, and only counted.
func (p *page) comingUp() {
	p.title("Falls due from %v to %v", p.next.Start, p.next.End)
	var rows [][]string
	readings := make(map[actor.ID]int)
	var owners []actor.ID
	done := 0
	for _, i := range p.ahead.Items {
		switch {
		case i.Done:
			done++
		case i.Kind == strategy.DueReading:
			if readings[i.Responsible]++; readings[i.Responsible] == 1 {
				owners = append(owners, i.Responsible)
			}
		default:
			rows = append(rows, []string{i.Due.String(), string(i.Kind), p.who(i.Responsible), p.nameOf(i)})
		}
	}
	if rows == nil && owners == nil {
		p.sayf("Nothing.")
	}
	p.table([]string{"due", "", "owed by", ""}, rows)
	if len(owners) > 0 {
		slices.SortStableFunc(owners, func(a, b actor.ID) int { return cmp.Compare(readings[b], readings[a]) })
		var list []string
		for _, a := range owners {
			list = append(list, fmt.Sprintf("%s %d", p.who(a), readings[a]))
		}
		p.sayf("Readings of indicators: %s.", strings.Join(list, ", "))
	}
	if done > 0 {
		p.sayf("Done already: %s.", count(done, "thing"))
	}
	p.notes(p.ahead.Notes)
}
