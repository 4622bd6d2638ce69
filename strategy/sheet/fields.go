package sheet

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// texts takes what is text or a term.
func (w *row) texts(a *activity) {
	e := elementOf(a)
	c := w.cell(FieldTitle)
	if c.text = oneLine(c.text); tight(c.text) != tight(a.Title) {
		say(w, c, e, "title", &a.Title, c.text)
	} else if c.text != "" {
		w.said = append(w.said, said{"commitment/" + e.ID + "/title", c.at})
	}
	c = w.cell(FieldDescription)
	say(w, c, e, "description", &a.Description, c.text)
	c = w.cell(FieldKind)
	say(w, c, e, "kind", &a.Kind, strategy.CommitmentKind(w.term(c, vocabulary(FieldKind))))
	if c = w.cell(FieldParent); c.text != "" && !ocs.ID(c.text).WellFormed() {
		w.fault(badID, c, "%s is not an identifier", ocs.Quote(c.text)).Help = "write that of the activity which this one is part of"
	} else {
		say(w, c, e, "parent", &a.Parent, strategy.CommitmentID(c.text))
	}
	c = w.cell(FieldMarking)
	if m := ocs.Marking(w.term(c, vocabulary(FieldMarking))); m != a.plan.marking(&w.doc.Strategy) || a.Marking != "" {
		say(w, c, e, "marking", &a.Marking, m)
	}
}

// marking is the one that holds for commitments that state none.
func (p *plan) marking(s *strategy.Strategy) ocs.Marking {
	switch {
	case p.Marking != "":
		return p.Marking
	case s.Marking != "":
		return s.Marking
	}
	return ocs.MarkingClear
}

// times takes the start and the deadline.
func (w *row) times(a *activity) {
	if c := w.cell(FieldStart); c.text != "" {
		if s, ok := w.dates.read(c.text); ok {
			say(w, c, elementOf(a), "start", &a.Start, s.start)
		} else {
			w.noDate(c, "a date")
		}
	}
	if c := w.cell(FieldDeadline); c.text != "" {
		if _, d, ok := w.deadline(c.text); ok {
			say(w, c, elementOf(a), "deadline", &a.Deadline, d)
		} else {
			w.noDate(c, "a deadline")
		}
	}
	c := w.cell(FieldTimeline)
	if c.text == "" {
		return
	}
	start, d, ok := w.deadline(c.text)
	if !ok {
		s, isRange := w.dates.readRange(c.text)
		if ok = isRange; ok {
			start, d = s.start, ocs.MustDeadline(s.end.String())
		}
	}
	if !ok {
		w.noDate(c, "a time")
		return
	}
	say(w, c, elementOf(a), "start", &a.Start, start)
	say(w, c, elementOf(a), "deadline", &a.Deadline, d)
}

func (w *row) noDate(c cell, what string) {
	w.fault(badDate, c, "%s is not %s", ocs.Quote(c.text), what).Help = `write YYYY-MM-DD, YYYY-MM, YYYY-Qn, YYYY or "30 June 2027"; or state in the mapping how dates are written, and in its terms what words mean`
}

// deadline reads a deadline. Of what spans several dates, such as a fiscal year,
// start is the first.
func (w *row) deadline(text string) (start ocs.Date, d ocs.Deadline, ok bool) {
	if s, ok := w.dates.read(text); ok {
		if s.start != s.end {
			start = s.start
		}
		return start, ocs.MustDeadline(s.end.String()), true
	}
	text = oneLine(text)
	for _, t := range []string{text, strings.ToLower(text)} {
		if d, err := ocs.ParseDeadline(t); err == nil {
			return start, d, true
		}
	}
	return start, d, false
}

// lists takes areas, milestones and indicators.
func (w *row) lists(a *activity) {
	w.each(FieldAreas, func(c cell) {
		area := ocs.Area(strings.ToUpper(c.text))
		if !area.Known() {
			w.fault(badValue, c, "%s is not an area", ocs.Quote(c.text)).Help = "write its code of ISO 3166, e.g. PK-PB; or say in the mapping's terms which it is"
		} else if !slices.Contains(a.Areas, area) {
			add(w, c, &a.Areas, area)
		}
	})
	w.each(FieldMilestones, func(c cell) { w.milestone(c, a) })
	w.each(FieldIndicators, func(c cell) {
		name := oneLine(c.text)
		same := func(i pillar.Indicator) bool { return tight(i.Name) == tight(name) || string(i.ID) == name }
		if !slices.ContainsFunc(a.Indicators, same) {
			add(w, c, &a.Indicators, pillar.Indicator{ID: pillar.IndicatorID(w.idFrom(name, "indicator")), Name: name})
		}
	})
}

// milestone takes a step: its title, with its deadline in parentheses.
func (w *row) milestone(c cell, a *activity) {
	m := strategy.Milestone{Title: oneLine(c.text)}
	if rest, inside, ok := remarks(m.Title); ok {
		if _, due, ok := w.deadline(inside); ok {
			m.Title, m.Due = rest, due
		}
	}
	for i := range a.Milestones {
		if old := &a.Milestones[i]; tight(old.Title) == tight(m.Title) || string(old.ID) == m.Title {
			if !m.Due.IsZero() && m.Due != old.Due {
				set(w, &a.Milestones, slices.Clone(a.Milestones))
				say(w, c, ocs.Element{Kind: "milestone", ID: string(old.ID)}, "due", &a.Milestones[i].Due, m.Due)
			}
			return
		}
	}
	m.ID = strategy.MilestoneID(w.idFrom(m.Title, "milestone"))
	w.said = append(w.said, said{"milestone/" + string(m.ID) + "/due", c.at})
	add(w, c, &a.Milestones, m)
}

// costs takes sums: one a line, each with its currency or with that of the line in
// the column of currencies.
func (w *row) costs(a *activity) {
	c, codes := w.cell(FieldCost), w.cell(FieldCurrency)
	currencies, amounts := lines(codes.text), lines(c.text)
	if len(amounts) > maxList {
		w.fault(overLimit, c, "cell has more than %d values", maxList)
		return
	}
	var costs costList
	for i, text := range amounts {
		s, ok := w.numbers.readSum(text)
		if !ok || s.amount.Sign() < 0 {
			w.fault(badNumber, c, "%s is not a sum of money", ocs.Quote(text)).Help = "write digits with a point; the mapping can say what stands between thousands, and what the sums are multiplied by"
			return
		}
		if c.column.Multiplier.IsSet() {
			if s.amount, ok = product(s.amount, c.column.Multiplier); !ok {
				w.fault(badNumber, c, "%s has too many digits", ocs.Quote(text))
				return
			}
		}
		if s.currency == "" && len(currencies) > 0 {
			s.currency = currencies[min(i, len(currencies)-1)]
		}
		m := ocs.Money{Amount: s.amount}
		if m.Currency, ok = w.currency(s.currency, c.column); !ok {
			w.fault(badTerm, c, "%s has no currency that is known", ocs.Quote(text)).Help = "state one in the mapping, by its code of ISO 4217, or say in its terms what the word means"
			return
		}
		costs = append(costs, strategy.Cost{Money: m})
	}
	sayBy(w, c, elementOf(a), "cost", (*costList)(&a.Costs), costs, sameCosts)
}

// currency is the one that a text names, or the column's, or the mapping's.
func (w *row) currency(text string, col *Column) (ocs.Currency, bool) {
	if text == "" {
		if col.Currency != "" {
			return col.Currency, true
		}
		return w.m.Currency, w.m.Currency != ""
	}
	if means, ok := w.terms[FieldCurrency][tight(text)]; ok {
		text = means
	}
	return currencyOf(text)
}

// costList is a list of costs that shows its sums.
type costList []strategy.Cost

func (l costList) String() string {
	list, _ := sums(l)
	var texts []string
	for _, m := range list {
		texts = append(texts, m.String())
	}
	return strings.Join(texts, "; ")
}

// sameCosts reports whether costs come to the same in each currency.
func sameCosts(a, b costList) bool {
	x, okX := sums(a)
	y, okY := sums(b)
	return okX && okY && slices.EqualFunc(x, y, ocs.Money.Equal)
}

// sums are costs by currency, in the order of the alphabet.
func sums(costs []strategy.Cost) (list []ocs.Money, ok bool) {
	for _, c := range costs {
		i := slices.IndexFunc(list, func(m ocs.Money) bool { return m.Currency == c.Money.Currency })
		if i < 0 {
			list = append(list, c.Money)
			continue
		}
		var err error
		if list[i], err = list[i].Add(c.Money); err != nil {
			return nil, false
		}
	}
	slices.SortFunc(list, func(a, b ocs.Money) int { return strings.Compare(string(a.Currency), string(b.Currency)) })
	return list, true
}

// funding takes the sources of money and how sure it is.
func (w *row) funding(a *activity) {
	c := w.cell(FieldFundingStatus)
	status := strategy.FundingStatus(w.term(c, vocabulary(FieldFundingStatus)))
	sources := 0
	w.each(FieldFundingSource, func(one cell) {
		source := strategy.FundingSource(w.term(one, vocabulary(FieldFundingSource)))
		if source == "" {
			return
		}
		sources++
		n := slices.IndexFunc(a.Funding, func(f strategy.Funding) bool { return f.Source == source })
		if n < 0 {
			w.said = append(w.said, said{"commitment/" + string(a.ID) + "/status of " + string(source), c.at})
			add(w, one, &a.Funding, strategy.Funding{Source: source, Status: status})
		} else if status != "" && a.Funding[n].Status != status {
			set(w, &a.Funding, slices.Clone(a.Funding))
			say(w, c, elementOf(a), "status of "+string(source), &a.Funding[n].Status, status)
		}
	})
	if status != "" && sources == 0 {
		w.keepAs(&a.kept, c.column.Header, c.text)
	}
}

// updateKey is what an update is about.
type updateKey struct {
	commitment strategy.CommitmentID
	date       ocs.Date
}

// update takes how the activity stands.
func (w *row) update(a *activity) {
	state, percent, note, on := w.cell(FieldState), w.cell(FieldPercent), w.cell(FieldNote), w.cell(FieldStateDate)
	u := strategy.Update{Commitment: a.ID, State: strategy.State(w.term(state, vocabulary(FieldState))), Note: note.text, Date: w.m.AsOf}
	if percent.text != "" {
		d, ok := w.numbers.read(strings.TrimSuffix(percent.text, "%"))
		if !ok || d.Sign() < 0 || d.Compare(ocs.Num(100)) > 0 {
			w.fault(badNumber, percent, "%s is not a percentage", ocs.Quote(percent.text)).Help = "write a number from 0 to 100"
		}
		u.Percent = d
	}
	if on.text != "" {
		s, ok := w.dates.read(on.text)
		if !ok {
			w.noDate(on, "a date")
		}
		u.Date = s.end
	}
	if state.text == "" && percent.text == "" {
		for _, c := range []cell{note, on} {
			if c.text != "" && !c.carried {
				w.fault(keptRemark, c, "%s stands beside no state and is kept", ocs.Quote(c.column.Header)).Element = elementOf(a)
				w.keepAs(&a.kept, c.column.Header, c.text)
			}
		}
		return
	}
	key := updateKey{a.ID, u.Date}
	if n, again := w.updates[key]; again {
		if old := &w.feed.Updates[n]; old.State != u.State || !old.Percent.Equal(u.Percent) || old.Note != u.Note {
			f := w.fault(conflict, state, "state is %s, another row says %s", ocs.Quote(string(u.State)), ocs.Quote(string(old.State)))
			f.Element, f.Related = elementOf(a), []ocs.Related{{Pos: w.feed.Rows[n], Message: "the first"}}
		}
		return
	}
	w.updates[key] = len(w.feed.Updates)
	w.undo = append(w.undo, func() { delete(w.updates, key) })
	set(w, &w.feed.Updates, append(w.feed.Updates, u))
	set(w, &w.feed.Rows, append(w.feed.Rows, w.table.position(state.at)))
}
