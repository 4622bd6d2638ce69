package sheet

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/strategy"
)

// people takes the lead and the partners.
func (w *row) people(a *activity) {
	lead := w.cell(FieldLead)
	for i, c := range w.valuesIn(lead) {
		found := w.actorNamed(c)
		switch {
		case found == nil:
		case i == 0:
			w.leadName(c, found)
			say(w, c, elementOf(a), "lead", &a.Lead, found.ID)
		default:
			if i == 1 {
				w.fault(leads, lead, "several bodies lead; %s does, the others are co-leads", ocs.Quote(string(a.Lead))).Element = elementOf(a)
			}
			w.partner(c, a, strategy.Partner{Actor: found.ID, Role: actor.CoLead}, true)
		}
	}
	w.each(FieldPartners, func(c cell) {
		p := strategy.Partner{Role: c.column.Role}
		if p.Role == "" {
			p.Role = actor.Supporting
		}
		rest, stated := w.stated(c.text, &p)
		c.text = rest
		if found := w.actorNamed(c); found != nil {
			p.Actor = found.ID
			w.partner(c, a, p, stated)
		}
	})
}

// leadName takes the name of a lead that stands in a column of its own.
func (w *row) leadName(c cell, a *actor.Actor) {
	name := w.cell(FieldLeadName)
	if name.text = oneLine(name.text); name.text == "" || name.text == a.Name {
		return
	}
	if a.Name == c.text { // it was known by its identifier only
		set(w, &a.Name, name.text)
		w.undo = append(w.undo, w.actors.add(a, string(a.ID), a.Name))
		return
	}
	if tight(name.text) != tight(a.Name) {
		w.fault(otherName, name, "%s is known as %s", ocs.Quote(name.text), ocs.Quote(a.Name)).Element = ocs.Element{Kind: "actor", ID: string(a.ID)}
	}
}

// stated reads the role and status that stand in parentheses after a name.
func (w *row) stated(text string, p *strategy.Partner) (rest string, stated bool) {
	rest, inside, ok := remarks(text)
	if !ok {
		return text, false
	}
	read := *p
	for word := range strings.SplitSeq(inside, ",") {
		if role, ok := nearTerm(word, actor.Role("").Terms()); ok {
			read.Role, stated = actor.Role(role), true
		} else if status, ok := nearTerm(word, strategy.PartnerStatus("").Terms()); ok {
			read.Status = strategy.PartnerStatus(status)
		} else {
			return text, false
		}
	}
	*p = read
	return rest, stated
}

// partner adds a partner, unless the actor is one already in that role, or in any
// if the cell states none.
func (w *row) partner(c cell, a *activity, p strategy.Partner, stated bool) {
	for i := range a.Partners {
		if q := &a.Partners[i]; q.Actor == p.Actor && (q.Role == p.Role || !stated) {
			if p.Status != "" && p.Status != q.Status {
				set(w, &a.Partners, slices.Clone(a.Partners))
				say(w, c, elementOf(a), "status of partner "+string(p.Actor), &a.Partners[i].Status, p.Status)
			}
			return
		}
	}
	add(w, c, &a.Partners, p)
}

// actorNamed finds or makes an actor by its identifier, name or acronym, or a name
// with the acronym in parentheses.
func (w *row) actorNamed(c cell) *actor.Actor {
	text := oneLine(c.text)
	full, inside, ok := remarks(text)
	ok = ok && isAcronym(inside)
	tries := []string{text}
	if ok {
		tries = append(tries, full, inside)
	}
	for i, name := range tries {
		a, several := w.actors.find(name)
		if several {
			w.severalCalled(c, "actors")
			return nil
		}
		if a == nil {
			continue
		}
		if ok && i > 0 {
			w.complete(c, a, full, inside)
		}
		return a
	}
	a := &actor.Actor{Name: text}
	if ok {
		a.Name, a.Acronym = full, inside
		a.ID = actor.ID(w.idFrom(inside, "actor"))
	} else {
		a.ID = actor.ID(w.idFrom(text, "actor"))
	}
	w.undo = append(w.undo, w.actors.add(a, string(a.ID), a.Name, a.Acronym))
	return a
}

// complete adds to an actor what a cell says beyond what is known of it.
func (w *row) complete(c cell, a *actor.Actor, full, acronym string) {
	if tight(a.Name) == tight(acronym) && a.Acronym == "" {
		set(w, &a.Name, full)
	}
	if a.Acronym == "" {
		set(w, &a.Acronym, acronym)
	}
	w.undo = append(w.undo, w.actors.add(a, string(a.ID), a.Name, a.Acronym))
	if tight(a.Name) != tight(full) || tight(a.Acronym) != tight(acronym) {
		w.fault(otherName, c, "%s is known as %s", ocs.Quote(c.text), ocs.Quote(a.Name+" ("+a.Acronym+")")).Element = ocs.Element{Kind: "actor", ID: string(a.ID)}
	}
}
