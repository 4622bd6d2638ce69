package sheet

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

func elementOf(a *activity) ocs.Element { return ocs.Element{Kind: "commitment", ID: string(a.ID)} }

// take adds the row to the strategy.
func (w *row) take() {
	p := w.planOf()
	if p == nil {
		return
	}
	pillars := w.pillarsOf()
	objectives := w.objectivesOf(pillars)
	if w.cell(FieldTitle).text == "" && w.cell(FieldID).text == "" {
		w.withoutActivity(objectives)
		return
	}
	a := w.activityOf(p, objectives)
	if a == nil {
		return
	}
	if !w.about(&a.kept, elementOf(a)) {
		return
	}
	for _, o := range objectives {
		if !slices.Contains(a.Objectives, o.ID) {
			add(w, w.cell(FieldObjective), &a.Objectives, o.ID)
		}
	}
	w.threatsOf(a, objectives)
	w.texts(a)
	w.people(a)
	w.times(a)
	w.lists(a)
	w.costs(a)
	w.funding(a)
	w.update(a)
	w.keep(&a.kept)
	if w.first == nil {
		set(w, &w.first, p)
	}
	set(w, &w.doc.Taken, w.doc.Taken+1)
}

// about counts a row about an element, and reports whether there aren't too many:
// each looks through what the others have said.
func (w *row) about(k *kept, e ocs.Element) bool {
	if set(w, &k.rows, k.rows+1); k.rows > maxList {
		w.report(overLimit, w.begin, w.path, "more than %d rows about one thing", maxList).Element = e
		return false
	}
	return true
}

// withoutActivity takes a row that states an objective, and nothing that only an
// activity has.
func (w *row) withoutActivity(objectives []*pillar.Objective) {
	if len(objectives) == 0 {
		w.report(badRow, w.begin, w.path, "row has neither an activity nor an objective")
		return
	}
	for i := range w.cells {
		c := &w.cells[i]
		if c.text == "" || c.carried || c.column == nil ||
			slices.Contains([]Field{FieldPlan, FieldPillar, FieldObjective, FieldObjectiveID, FieldThreats, FieldKeep, FieldSkip}, c.field) {
			continue
		}
		w.fault(badRow, w.cell(FieldTitle), "row has no activity").Help = "fill in the activity; a merged cell is read if the mapping carries its column down"
		return
	}
	o := objectives[0]
	k := w.besides[o]
	if k == nil {
		k = &kept{}
		w.besides[o] = k
	}
	if !w.about(k, ocs.Element{Kind: "objective", ID: string(o.ID)}) {
		return
	}
	w.keep(k)
	w.threatsOf(nil, objectives)
	set(w, &w.doc.Taken, w.doc.Taken+1)
}

// planOf finds or makes the row's plan.
func (w *row) planOf() *plan {
	c := w.cell(FieldPlan)
	text, title := c.text, oneLine(c.text)
	if text == "" {
		text, title = string(w.defaultPlan()), w.m.Title
	}
	p, several := w.plans.find(text)
	if several {
		w.severalCalled(c, "plans")
		return nil
	}
	if p != nil {
		return p
	}
	p = &plan{Plan: strategy.Plan{Title: title}}
	if c.text == "" {
		p.ID = strategy.PlanID(w.free(text))
	} else {
		p.ID = strategy.PlanID(w.idFrom(text, "plan"))
	}
	w.undo = append(w.undo, w.plans.add(p, string(p.ID), text, title))
	return p
}

func (w *row) severalCalled(c cell, what string) {
	w.fault(ambiguous, c, "several %s are called %s", what, ocs.Quote(c.text)).Help = "write the identifier, or let the mapping's terms say which it is"
}

// pillarsOf reads the pillars that the row names: by identifier or name, also with
// words around it, as in "Pillar 1: Prevent".
func (w *row) pillarsOf() []pillar.ID {
	var list []pillar.ID
	c := w.cell(FieldPillar)
	for _, one := range w.valuesIn(c) {
		found := w.pillarNamed(one.text)
		if found == "" {
			names := make([]string, 0, len(w.pillars))
			for i := range w.pillars {
				names = append(names, string(w.pillars[i].ID))
			}
			w.fault(badTerm, one, "no such pillar: %s", ocs.Quote(one.text)).Help = "it is one of " + strings.Join(names, ", ")
			continue
		}
		list = append(list, found)
	}
	return list
}

func (w *row) pillarNamed(text string) pillar.ID {
	key, in := tight(text), words(text)
	var found []pillar.ID
	for i := range w.pillars {
		p := &w.pillars[i]
		if key == tight(string(p.ID)) || key == tight(p.Name) {
			return p.ID
		}
		if name := words(p.Name); strings.TrimSpace(name) != "" && strings.Contains(in, name) {
			found = append(found, p.ID)
		}
	}
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

// objectivesOf finds or makes the objectives that the row names.
func (w *row) objectivesOf(pillars []pillar.ID) []*pillar.Objective {
	ids, titled := w.cell(FieldObjectiveID), w.cell(FieldObjective)
	var names, titles []string
	names = split(ids.text, w.separators(ids.column))
	switch {
	case titled.text == "":
	case len(names) > 1:
		titles = lines(titled.text)
	case titled.column.Separator != "":
		titles = split(titled.text, []string{titled.column.Separator})
	default:
		titles = []string{oneLine(titled.text)}
	}
	if len(names) > 0 && len(titles) > 0 && len(names) != len(titles) {
		w.fault(conflict, titled, "row has %d identifiers of objectives and %d titles", len(names), len(titles))
		return nil
	}
	n := max(len(names), len(titles))
	if n > maxList {
		w.fault(overLimit, titled, "row names more than %d objectives", maxList)
		return nil
	}
	var list []*pillar.Objective
	for i := range n {
		id, title := ids, titled
		id.text, title.text = at(names, i), at(titles, i)
		title = w.means(title)
		o, fresh := w.objective(id, title)
		if o == nil {
			continue
		}
		list = append(list, o)
		switch {
		case len(pillars) == 1:
			w.pillarOf(o, pillars[0])
		case len(pillars) == n && n > 0:
			w.pillarOf(o, pillars[i])
		case n == 1 && len(pillars) > 1:
			w.pillarOf(o, pillars[0])
			if fresh {
				o.Also = pillars[1:]
			}
		case len(pillars) > 0 && fresh:
			w.fault(noPillar, w.cell(FieldPillar), "of %d pillars and %d objectives it can't be told which belong together", len(pillars), n)
		}
	}
	return list
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

// objective finds or makes one objective, by its identifier or title.
func (w *row) objective(id, title cell) (o *pillar.Objective, fresh bool) {
	if id.text == "" {
		found, several := w.objectives.find(title.text)
		if several {
			w.severalCalled(title, "objectives")
			return nil, false
		}
		if found != nil {
			return found, false
		}
		o = &pillar.Objective{ID: pillar.ObjectiveID(w.idFrom(title.text, "objective")), Title: title.text}
	} else {
		if o = w.objectives.ids[id.text]; o != nil {
			if tight(o.Title) != tight(title.text) {
				say(w, title, ocs.Element{Kind: "objective", ID: id.text}, "title", &o.Title, title.text)
			}
			return o, false
		}
		if !w.claimed(id) {
			return nil, false
		}
		o = &pillar.Objective{ID: pillar.ObjectiveID(id.text), Title: title.text}
	}
	w.said = append(w.said, said{"objective/" + string(o.ID) + "/title", title.at})
	w.undo = append(w.undo, w.objectives.add(o, string(o.ID), o.Title))
	return o, true
}

// claimed takes an identifier that a cell states, and reports whether it could.
func (w *row) claimed(c cell) bool {
	id := ocs.ID(c.text)
	switch {
	case !id.WellFormed():
		w.fault(badID, c, "%s is not an identifier", ocs.Quote(c.text)).Help = "an identifier has letters, digits, '-', '_' and '.', and no spaces"
	case !w.isFree(id):
		kind := w.ix.Kind(id)
		if kind == "" {
			kind = "element"
		}
		w.fault(badID, c, "%s is the identifier of another %s", ocs.Quote(c.text), kind).Help = "identifiers are unique in the whole strategy"
	default:
		w.claim(id)
		return true
	}
	return false
}

// pillarOf puts an objective under a pillar. One that serves the pillar besides
// its own stays.
func (w *row) pillarOf(o *pillar.Objective, p pillar.ID) {
	if o.Horizontal || slices.Contains(o.Also, p) {
		return
	}
	say(w, w.cell(FieldPillar), ocs.Element{Kind: "objective", ID: string(o.ID)}, "pillar", &o.Pillar, p)
}

// threatsOf adds the row's threats to its objective. Of several objectives it
// can't be told which answers a threat, until other rows have said.
func (w *row) threatsOf(a *activity, objectives []*pillar.Objective) {
	w.each(FieldThreats, func(c cell) {
		t, several := w.threats.find(c.text)
		if several {
			w.severalCalled(c, "threats")
			return
		}
		if t == nil {
			t = &threat.Threat{ID: threat.ID(w.idFrom(c.text, "threat")), Name: oneLine(c.text)}
			w.undo = append(w.undo, w.threats.add(t, string(t.ID), t.Name))
		}
		switch {
		case len(objectives) != 1:
			set(w, &w.open, append(w.open, openThreat{c, t.ID, a, objectives}))
		case !slices.Contains(objectives[0].Threats, t.ID):
			add(w, c, &objectives[0].Threats, t.ID)
		}
	})
}

// openThreat is a threat of which it can't be told yet whose it is.
type openThreat struct {
	cell       cell
	threat     threat.ID
	activity   *activity // nil for a row without one
	objectives []*pillar.Objective
}

// settleThreats keeps the threats that none of their objectives answers.
func (r *reader) settleThreats() {
	for _, o := range r.open {
		if slices.ContainsFunc(o.objectives, func(ob *pillar.Objective) bool { return slices.Contains(ob.Threats, o.threat) }) {
			continue
		}
		f := r.report(noObjective, o.cell.at, o.cell.path, "of %d objectives it can't be told which answers %s", len(o.objectives), ocs.Quote(string(o.threat)))
		if o.activity != nil {
			f.Element = elementOf(o.activity)
			w := &row{reader: r, begin: o.cell.at}
			w.keepAs(&o.activity.kept, o.cell.column.Header, o.cell.text)
		}
	}
}

// activityOf finds or makes the row's commitment.
func (w *row) activityOf(p *plan, objectives []*pillar.Objective) *activity {
	id, title := w.cell(FieldID), w.cell(FieldTitle)
	title.text = oneLine(title.text)
	if id.text != "" {
		if a := w.commitments[strategy.CommitmentID(id.text)]; a != nil {
			if a.plan != p {
				w.fault(conflict, id, "%s is a commitment of another plan, %s", ocs.Quote(id.text), ocs.Quote(string(a.plan.ID)))
				return nil
			}
			return a
		}
		if !w.claimed(id) {
			return nil
		}
		return w.newActivity(p, strategy.CommitmentID(id.text), title)
	}
	same := w.titled[titleKey{p, tight(title.text)}]
	if len(same) > maxList {
		w.fault(overLimit, title, "more than %d activities are called %s", maxList, ocs.Quote(title.text)).Help = "give them identifiers"
		return nil
	}
	var found []*activity
	for _, a := range same {
		if len(objectives) == 0 || len(a.Objectives) == 0 || slices.ContainsFunc(objectives, func(o *pillar.Objective) bool { return slices.Contains(a.Objectives, o.ID) }) {
			found = append(found, a)
		}
	}
	switch {
	case len(found) == 1:
		return found[0]
	case len(found) > 1:
		w.severalCalled(title, "commitments")
		return nil
	case len(same) > 0:
		w.fault(sameTitle, title, "%s is the title of another activity too", ocs.Quote(title.text)).Related =
			[]ocs.Related{{Pos: w.table.position(same[0].at), Message: "identifier " + ocs.Quote(string(same[0].ID))}}
	}
	return w.newActivity(p, strategy.CommitmentID(w.idFrom(title.text, "activity")), title)
}

func (w *row) newActivity(p *plan, id strategy.CommitmentID, title cell) *activity {
	a := &activity{plan: p, at: w.begin}
	a.ID = id
	set(w, &p.list, append(p.list, a))
	w.commitments[id] = a
	key := titleKey{p, tight(title.text)}
	before := w.titled[key]
	w.titled[key] = append(before, a)
	w.undo = append(w.undo, func() { delete(w.commitments, id); w.titled[key] = before })
	return a
}
