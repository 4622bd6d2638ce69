package report

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// tooltip tells all of a row in words.
func (t *timeline) tooltip(r *timelineRow) phrase {
	parts := []phrase{nameOr(r.Title, r.ID)}
	if a := t.ix.Actor(r.Lead); a != nil {
		parts = append(parts, nameOr(a.Name, a.ID))
	}
	parts = append(parts, t.o.span(r.window))
	for _, id := range r.DependsOn[:min(len(r.DependsOn), 5)] { // the table has all
		if before := t.ix.Commitment(id); before != nil {
			parts = append(parts, t.o.say("depends-on")+": "+nameOr(before.Title, before.ID))
		}
	}
	if !t.o.AsOf.IsZero() {
		parts = append(parts, t.o.word("standing", string(r.delivery.Standing)))
		if e := t.expected[r.ID]; e != nil && e.StartsLater > 0 && r.delivery.Open() {
			because := phraseOf(string(e.Because))
			if b := t.ix.Commitment(e.Because); b != nil {
				because = nameOr(b.Title, b.ID)
			}
			parts = append(parts, t.o.say("pic.held-up", t.o.count(e.StartsLater), because))
		}
	}
	return t.o.join("; ", parts...)
}

// span is a period as a phrase.
func (o *Options) span(p ocs.Period) phrase {
	return phraseOf(o.period(p))
}

// timelineLegend explains what the rows use.
func (c *chart) timelineLegend(t *timeline, rows []timelineRow) {
	used := make(map[strategy.Standing]bool)
	var endless, milestones, ties, beyond bool
	here := make(map[strategy.CommitmentID]bool, len(rows))
	for i := range rows {
		here[rows[i].ID] = true
	}
	for i := range rows {
		r := &rows[i]
		used[r.delivery.Standing] = true
		endless = endless || r.endless
		milestones = milestones || len(r.Milestones) > 0
		ties = ties || slices.ContainsFunc(r.DependsOn, func(id strategy.CommitmentID) bool { return here[id] && id != r.ID })
		e := t.expected[r.ID]
		beyond = beyond || r.delivery.DaysLate > 0 || e != nil && e.EndsLater > 0
	}
	l := c.newLegend()
	sign := func(key string, draw func(x, y int)) { l.entry(c.say(key), draw) }
	if !t.o.AsOf.IsZero() {
		for _, term := range strategy.Standing("").Terms() {
			if used[strategy.Standing(term)] {
				l.entry(c.o.word("standing", term), func(x, y int) {
					c.progressBar(x, y, 18*px, 12*px, looks[strategy.Standing(term)], ocs.Num(60))
				})
			}
		}
		if beyond {
			sign("pic.beyond", func(x, y int) {
				c.line(x, y+6*px, x+18*px, y+6*px, late, 20, "3 2")
				c.line(x+18*px, y+2*px, x+18*px, y+10*px, late, 20, "")
			})
		}
	}
	if endless {
		sign("pic.endless", func(x, y int) {
			c.bar(x, y+3*px, 11*px, 6*px, look{rule, hollow})
			c.polygon([]point{{x + 11*px, y}, {x + 18*px, y + 6*px}, {x + 11*px, y + 12*px}}, look{rule, solid})
		})
	}
	if milestones {
		sign("pic.milestone", func(x, y int) { c.diamond(x+9*px, y+6*px, 5*px, look{ink, hollow}) })
		if !t.o.AsOf.IsZero() {
			sign("pic.milestone-reached", func(x, y int) { c.diamond(x+9*px, y+6*px, 5*px, look{ink, solid}) })
		}
	}
	if ties {
		sign("pic.waits", func(x, y int) {
			c.polyline([]point{{x, y + 6*px}, {x + 14*px, y + 6*px}}, faint, px, "")
			c.polygon([]point{{x + 13*px, y + 3*px}, {x + 18*px, y + 6*px}, {x + 13*px, y + 9*px}}, look{faint, solid})
		})
	}
	l.done()
}

// table holds the figures of the rows.
func (t *timeline) table(rows []timelineRow) strategy.Table {
	table := strategy.Table{Title: string(t.o.say("timeline")), Columns: []string{"plan", "commitment", "title", "pillar", "lead", "start", "end", "deadline",
		"standing", "days late", "percent", "expected end", "milestones", "waits for"}}
	for i := range rows {
		r, d := &rows[i], rows[i].delivery
		standing, expected := "", ""
		if !t.o.AsOf.IsZero() {
			standing = string(d.Standing)
		}
		if e := t.expected[r.ID]; e != nil {
			expected = e.ExpectedEnd.String()
		}
		late := ""
		if d.DaysLate > 0 {
			late = ocs.Num(int64(d.DaysLate)).String()
		}
		var milestones []string
		for j := range r.Milestones {
			m := &r.Milestones[j]
			text := strings.TrimSpace(string(m.ID) + " " + t.ix.DueMilestone(m).String())
			if t.reached[m.ID] {
				text += " reached"
			}
			milestones = append(milestones, text)
		}
		table.Rows = append(table.Rows, []string{string(d.Plan), string(r.ID), r.Title, string(r.group.pillar), string(r.Lead), r.window.Start.String(),
			r.window.End.String(), r.Deadline.String(), standing, late, d.Percent.String(), expected, strings.Join(milestones, "; "),
			strings.Join(ocs.Words(r.DependsOn), " ")})
	}
	return table
}
