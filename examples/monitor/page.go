package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/strategy"
)

const width = 100

// page holds the answers, and the text that is made of them.
type page struct {
	*settings
	added string // what the feed did

	ix       *strategy.Index
	next     ocs.Period // the quarter ahead
	delivery strategy.DeliveryView
	overdue  strategy.Agenda
	ahead    strategy.Agenda
	schedule strategy.Schedule
	progress strategy.ProgressView
	rollup   strategy.Rollup
	budget   strategy.Budget
	coverage strategy.Coverage
	duties   strategy.Responsibility

	open map[strategy.CommitmentID]bool             // still to be delivered
	told map[strategy.CommitmentID]*strategy.Update // the last word on each
	seen map[actor.ID]bool                          // actors that are named by their identifier
	text bytes.Buffer
}

func newPage(s *settings) *page {
	return &page{settings: s, open: make(map[strategy.CommitmentID]bool), told: make(map[strategy.CommitmentID]*strategy.Update),
		seen: make(map[actor.ID]bool)}
}

// ask asks all questions once. Each answer is data: what is printed of it is
// this program's choice.
func (p *page) ask(ix *strategy.Index) {
	today := p.asOf.Last()
	p.ix = ix
	p.next = ocs.Period{Start: today, End: today.Add(3, ocs.Months)}
	p.delivery = ix.Delivery(p.asOf, nil)
	p.overdue = ix.Overdue(p.asOf)
	p.ahead = ix.Agenda(p.next, p.asOf)
	p.schedule = ix.Schedule(p.asOf)
	p.progress = ix.Progress(p.asOf, nil)
	p.rollup = ix.Rollup(p.asOf, nil)
	p.budget = ix.Budget(p.asOf, &strategy.BudgetOptions{Currency: currency(ix)})
	p.coverage = ix.Coverage(p.asOf, nil)
	p.duties = ix.Responsibility(p.asOf, nil)
	for i := range p.delivery.Commitments {
		if d := &p.delivery.Commitments[i]; d.Open() {
			p.open[d.Commitment] = true
		}
	}
	p.lastWords()
}

// currency is that of the first plan that states a total: sums are converted
// into it as far as the plans state rates.
func currency(ix *strategy.Index) ocs.Currency {
	for plan := range ix.Plans() {
		if !plan.Total.IsZero() {
			return plan.Total.Currency
		}
	}
	return ""
}

// lastWords finds the latest update on each commitment as a whole.
func (p *page) lastWords() {
	for r := range p.ix.Reports() {
		for i := range r.Updates {
			u := &r.Updates[i]
			if u.Milestone != "" || u.Area != "" || u.Date.Last().After(p.asOf.Last()) {
				continue
			}
			if old := p.told[u.Commitment]; old == nil || u.Date.Last().Compare(old.Date.Last()) >= 0 {
				p.told[u.Commitment] = u
			}
		}
	}
}

func (p *page) write() {
	p.heading()
	p.brief()
	if !p.since.IsZero() {
		p.changes()
	}
	p.commitments()
	p.overdueItems()
	p.blocked()
	p.slippage()
	p.comingUp()
	p.indicators()
	p.money()
	p.gaps()
	p.people()
	p.reports()
	p.names()
}

func (p *page) sayf(format string, args ...any) { p.say(fmt.Sprintf(format, args...)) }

// say prints a text on lines of at most the page's width. A line break in the
// text is kept.
func (p *page) say(text string) {
	for line := range strings.Lines(text) {
		for _, part := range lines(line, width) {
			fmt.Fprintln(&p.text, part)
		}
	}
}

// title begins a section.
func (p *page) title(format string, args ...any) {
	text := plain(fmt.Sprintf(format, args...))
	fmt.Fprintf(&p.text, "\n%s\n%s\n", text, strings.Repeat("-", utf8.RuneCountInString(text)))
}

// table prints rows in columns, with headings if there are any. Columns of
// numbers are aligned to the right; the last column takes the rest of the page
// and wraps within it, if it isn't of numbers.
func (p *page) table(heads []string, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	if len(heads) > 0 {
		rows = append([][]string{heads}, rows...)
	}
	last := len(rows[0]) - 1
	widths, right := make([]int, last+1), make([]bool, last+1)
	for c := range widths {
		right[c] = true
		for r, row := range rows {
			widths[c] = max(widths[c], utf8.RuneCountInString(row[c]))
			if (r > 0 || len(heads) == 0) && !numeric(row[c]) {
				right[c] = false
			}
		}
	}
	used := 0
	for _, w := range widths[:last] {
		used += w + 2
	}
	for _, row := range rows {
		for n, part := range lines(row[last], max(width-used, 20)) {
			var line strings.Builder
			for c, cell := range append(slices.Clone(row[:last]), part) {
				if n > 0 && c < last {
					cell = ""
				}
				cell = plain(cell)
				pad := strings.Repeat(" ", max(widths[c]-utf8.RuneCountInString(cell), 0))
				if right[c] {
					line.WriteString(pad + cell + "  ")
				} else {
					line.WriteString(cell + pad + "  ")
				}
			}
			fmt.Fprintln(&p.text, strings.TrimRight(line.String(), " "))
		}
	}
}

// numeric reports whether a cell holds a number, a share or nothing.
func numeric(cell string) bool {
	return strings.Trim(cell, "0123456789.,-%· ") == ""
}

// lines breaks a text at its spaces into lines of at most n characters. There
// is always one.
func lines(text string, n int) []string {
	var list []string
	line := ""
	for word := range strings.FieldsSeq(plain(text)) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > n {
			list = append(list, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(list, line)
}

// plain replaces what a document's text must not send to a terminal, and puts
// it on one line.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsGraphic(r):
			return r
		}
		return '\ufffd'
	}, text)
}

// who names an actor by its identifier, which the end of the page explains.
func (p *page) who(id actor.ID) string {
	if id == "" {
		return "nobody"
	}
	p.seen[id] = true
	return string(id)
}

// names explains the identifiers of actors.
func (p *page) names() {
	var rows [][]string
	for a := range p.ix.Actors() {
		if p.seen[a.ID] {
			rows = append(rows, []string{string(a.ID), a.Name})
		}
	}
	if len(rows) > 0 {
		p.title("Who is who")
		p.table(nil, rows)
	}
}

// count says how many there are of something.
func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

// few joins the first of a list, and counts the rest.
func few(list []string, n int) string {
	if len(list) <= n+1 {
		return strings.Join(list, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(list[:n], ", "), len(list)-n)
}

// percent shows a share, or that it isn't known.
func percent(d ocs.Decimal) string {
	if !d.IsSet() {
		return "-"
	}
	return d.String() + " %"
}

// grouped shows a number with commas between the thousands.
func grouped(d ocs.Decimal) string {
	text, fraction, _ := strings.Cut(d.String(), ".")
	var parts []string
	for len(text) > 3 && text[len(text)-4] != '-' {
		parts = append(parts, text[len(text)-3:])
		text = text[:len(text)-3]
	}
	parts = append(parts, text)
	slices.Reverse(parts)
	text = strings.Join(parts, ",")
	if fraction != "" {
		text += "." + fraction
	}
	return text
}
