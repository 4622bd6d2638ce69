package main

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

const width = 100

// horizontal is the column of objectives that stand outside the pillars.
const horizontal pillar.ID = ""

// heading prints what the strategy is, and the notice that every output must
// carry.
func heading(w *bytes.Buffer, ix *strategy.Index) {
	s := ix.Strategy()
	fmt.Fprintf(w, "%s\n%s · version %s · stage: %s · %s\n\n", s.Title, s.Jurisdiction.Name, s.Version, s.Stage, s.Period)
	wrap(w, "", strings.Fields(s.Notice))
}

// pillars prints the framework with what stands under each of its pillars.
func pillars(w *bytes.Buffer, ix *strategy.Index) {
	title(w, "Framework: "+ix.Framework().Name)
	fmt.Fprintf(w, "%-12s%12s%14s%12s\n", "", "objectives", "commitments", "indicators")
	for p := range ix.Pillars() {
		pillarRow(w, ix, p.Name, slices.Collect(ix.ObjectivesUnder(p.ID)))
	}
	var rest []*pillar.Objective
	for o := range ix.Objectives() {
		if o.Horizontal {
			rest = append(rest, o)
		}
	}
	pillarRow(w, ix, "Horizontal", rest)
}

// pillarRow counts a commitment once, however many objectives of the pillar it
// serves.
func pillarRow(w *bytes.Buffer, ix *strategy.Index, name string, objectives []*pillar.Objective) {
	commitments := make(map[*strategy.Commitment]bool)
	indicators := 0
	for _, o := range objectives {
		indicators += len(o.Indicators)
		for c := range ix.CommitmentsFor(o.ID) {
			commitments[c] = true
		}
	}
	fmt.Fprintf(w, "%-12s%12d%14d%12d\n", name, len(objectives), len(commitments), indicators)
}

// coverage prints how many commitments each pillar sets against each threat,
// so that gaps can be seen.
func coverage(w *bytes.Buffer, ix *strategy.Index) {
	title(w, "Commitments against each threat, by pillar (* priority, · none)")
	columns := []pillar.ID{}
	fmt.Fprintf(w, "%-48s", "")
	for p := range ix.Pillars() {
		columns = append(columns, p.ID)
		fmt.Fprintf(w, "%9s", p.Name)
	}
	columns = append(columns, horizontal)
	fmt.Fprintf(w, "%12s\n", "Horizontal")

	for t := range ix.Threats() {
		mark := " "
		if t.Priority {
			mark = "*"
		}
		fmt.Fprintf(w, "%s %-46s", mark, t.Name)
		counts := cells(ix, t)
		for _, p := range columns {
			cell := "·"
			if n := counts[p]; n > 0 {
				cell = fmt.Sprint(n)
			}
			if p == horizontal {
				fmt.Fprint(w, "   ")
			}
			fmt.Fprintf(w, "%9s", cell)
		}
		fmt.Fprintln(w)
	}

	var unanswered []string
	for t := range ix.Unanswered() {
		unanswered = append(unanswered, t.Name+";")
	}
	if len(unanswered) > 0 {
		wrap(w, "Answered by no objective: ", unanswered)
	}
}

// cells counts, for one threat, the commitments under each pillar.
func cells(ix *strategy.Index, t *threat.Threat) map[pillar.ID]int {
	counts := make(map[pillar.ID]int)
	for c := range ix.CommitmentsAgainst(t.ID) {
		under := make(map[pillar.ID]bool)
		for _, id := range c.Objectives {
			if o := ix.Objective(id); o != nil && slices.Contains(o.Threats, t.ID) {
				under[o.Pillar] = true
			}
		}
		for p := range under {
			counts[p]++
		}
	}
	return counts
}

// leads prints who answers for what, those with most to do first.
func leads(w *bytes.Buffer, ix *strategy.Index) {
	title(w, "Who leads what")
	type lead struct {
		actor *actor.Actor
		ids   []string
	}
	var all []lead
	for a := range ix.Actors() {
		var ids []string
		for c := range ix.LedBy(a.ID) {
			ids = append(ids, string(c.ID))
		}
		if len(ids) > 0 {
			all = append(all, lead{a, ids})
		}
	}
	slices.SortStableFunc(all, func(a, b lead) int { return cmp.Compare(len(b.ids), len(a.ids)) })
	for _, l := range all {
		wrap(w, fmt.Sprintf("%2d  %s: ", len(l.ids), l.actor.Name), l.ids)
	}

	var nobody []string
	for c := range ix.Commitments() {
		if c.Lead == "" {
			nobody = append(nobody, string(c.ID))
		}
	}
	if len(nobody) > 0 {
		wrap(w, fmt.Sprintf("%2d  nobody yet: ", len(nobody)), nobody)
	}
}

// consultations prints who was heard in the making of the strategy.
func consultations(w *bytes.Buffer, ix *strategy.Index) {
	title(w, "Consultations")
	for c := range ix.Consultations() {
		line := fmt.Sprintf("%s, %s", c.Held, c.Place)
		if c.Place == "" {
			line = c.Held.String()
		}
		if c.Attendance > 0 {
			line += fmt.Sprintf(", about %d participants", c.Attendance)
		}
		wrap(w, line+": ", strings.Fields(c.Title))
		var names []string
		for _, id := range c.Participants {
			if a := ix.Actor(id); a != nil {
				names = append(names, a.Name+";")
			}
		}
		wrap(w, "    heard: ", names)
		wrap(w, "    on: ", semicolons(c.Topics))
		wrap(w, "    outcome: ", semicolons(c.Outcomes))
	}
}

// findings prints what was found, by rule: what the rule demands, then the
// elements that fall short of it.
func findings(w *bytes.Buffer, heading string, r ocs.Result) {
	title(w, fmt.Sprintf("%s: %d errors, %d warnings, %d notes", heading,
		r.Findings.Count(ocs.Error), r.Findings.Count(ocs.Warning), r.Findings.Count(ocs.Info)))
	demands := make(map[string]string)
	for _, rule := range strategy.Rules() {
		demands[rule.Code] = rule.Title
	}
	var codes []string
	elements := make(map[string][]string)
	severity := make(map[string]ocs.Severity)
	for _, f := range r.Findings {
		if elements[f.Rule] == nil {
			codes = append(codes, f.Rule)
		}
		elements[f.Rule] = append(elements[f.Rule], cmp.Or(f.Element.ID, string(f.Path)))
		severity[f.Rule] = max(severity[f.Rule], f.Severity)
	}
	slices.SortStableFunc(codes, func(a, b string) int { return cmp.Compare(severity[b], severity[a]) })
	for _, code := range codes {
		wrap(w, fmt.Sprintf("%-7s %s: ", severity[code], code), strings.Fields(demands[code]))
		wrap(w, "        ", slices.Compact(elements[code]))
	}
	if len(r.Skipped) > 0 {
		wrap(w, "Not checked, for want of a date: ", r.Skipped)
	}
}

func title(w *bytes.Buffer, text string) {
	fmt.Fprintf(w, "\n%s\n%s\n", text, strings.Repeat("-", utf8.RuneCountInString(text)))
}

// semicolons ends each text with a semicolon, so that a list reads as one.
func semicolons(texts []string) []string {
	ended := make([]string, len(texts))
	for i, t := range texts {
		ended[i] = t + ";"
	}
	return ended
}

// wrap prints words, or phrases, after a label on lines of at most the page's
// width. Further lines are indented if there is a label. The last semicolon
// becomes a full stop.
func wrap(w *bytes.Buffer, label string, phrases []string) {
	indent := ""
	if label != "" {
		indent = "        "
	}
	text := strings.Join(phrases, " ")
	if strings.HasSuffix(text, ";") {
		text = strings.TrimSuffix(text, ";") + "."
	}
	line, begun := label, false
	for word := range strings.FieldsSeq(text) {
		if begun && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			fmt.Fprintln(w, line)
			line, begun = indent, false
		}
		if begun {
			line += " "
		}
		line, begun = line+word, true
	}
	fmt.Fprintln(w, line)
}
