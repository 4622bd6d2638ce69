package stratml

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
)

// Unified says that several stakeholders of a document became one actor.
// StratML has no identifiers for stakeholders, so that an actor is repeated by
// name wherever it has a part.
type Unified struct {
	// Actor is the actor.
	Actor actor.ID

	// Mentions are where the document names it.
	Mentions []ocs.Position
}

// actorKey is what stakeholders must have in common to become one actor.
type actorKey struct {
	name string // white space aside
	kind string
}

func keyOf(name, kind string) actorKey {
	return actorKey{strings.Join(strings.Fields(name), " "), kind}
}

// mentioned is what the document says of one actor.
type mentioned struct {
	kind     string
	org      *organization // what is left of it, if it is the document's organisation
	mentions []int         // offsets
}

// actors are the actors of a document. The list runs beside that of the
// strategy.
type actors struct {
	list  []mentioned
	byKey map[actorKey]int
	byID  map[actor.ID]int
}

// actorExtension is what of an actor the model has no field for.
type actorExtension struct {
	Type         *string       `json:"type,omitempty"` // absent: Generic_Group if collective, else Organization
	Organization *organization `json:"organization,omitempty"`
}

// collectActors makes the actors, first the organisations and then the
// stakeholders in the order of the document.
func (m *importer) collectActors() {
	m.actors.byKey, m.actors.byID = make(map[actorKey]int), make(map[actor.ID]int)
	var lists [][]stakeholder
	for i := range m.d.Organizations {
		o := &m.d.Organizations[i]
		id := m.newID(o.Identifier, o.Name, "organization")
		a := actor.Actor{ID: actor.ID(id), Name: o.Name, Acronym: o.Acronym, Description: o.Description}
		left := organization{Stakeholders: o.Stakeholders, Residue: o.Residue}
		left.Identifier, left.SameAs = m.keepID(o.Identifier, id)
		m.addActor(a, "Organization")
		m.actors.list[len(m.actors.list)-1].org = &left
		lists = append(lists, o.Stakeholders)
	}
	for _, g := range m.d.Goals {
		lists = append(lists, g.Stakeholders)
		for _, o := range g.Objectives {
			lists = append(lists, o.Stakeholders)
		}
	}
	for _, list := range lists {
		for i := range list {
			m.mention(&list[i])
		}
	}
}

func (m *importer) addActor(a actor.Actor, kind string) int {
	n := len(m.s.Actors)
	m.s.Actors = append(m.s.Actors, a)
	m.actors.list = append(m.actors.list, mentioned{kind: kind})
	m.actors.byID[a.ID] = n
	if key := keyOf(a.Name, kind); a.Name != "" {
		if _, ok := m.actors.byKey[key]; !ok {
			m.actors.byKey[key] = n
		}
	}
	return n
}

// mention finds or makes the actor of a stakeholder.
func (m *importer) mention(h *stakeholder) {
	if h.Name == "" && h.Actor == "" {
		return
	}
	i, ok := m.actors.byID[h.Actor]
	if h.Actor == "" {
		i, ok = m.actors.byKey[keyOf(h.Name, h.Type)]
	}
	if !ok {
		id := string(h.Actor)
		if id == "" || m.taken[id] {
			id = m.newID("", h.Name, "actor")
		}
		m.taken[id] = true
		i = m.addActor(actor.Actor{ID: actor.ID(id), Name: h.Name, Collective: h.Type == "Generic_Group"}, h.Type)
		if h.Actor != "" {
			m.actors.byID[h.Actor] = i
		}
	}
	a := &m.s.Actors[i]
	h.Actor = a.ID
	if a.Description == "" && m.actors.list[i].org == nil {
		a.Description = text(h.Description)
	}
	m.actors.list[i].mentions = append(m.actors.list[i].mentions, h.at)
}

// mentions returns what of the stakeholders of a goal or objective isn't said
// by the model, and the actor that owns it, if one does.
func (m *importer) mentions(list []stakeholder) (left []stakeholder, owner actor.ID) {
	var performers []actor.ID
	for _, h := range list {
		if h.Actor == "" {
			if text(h.Description) == "" {
				h.Description = nil
			}
			left = append(left, h)
			continue
		}
		a := &m.s.Actors[m.actors.byID[h.Actor]]
		if h.Name == a.Name {
			h.Name = ""
		}
		h.Type = ""
		if text(h.Description) == a.Description {
			h.Description = nil
		}
		if performs(h) && !slices.Contains(performers, h.Actor) {
			performers = append(performers, h.Actor)
		}
		if owner == "" && isOwner(h) {
			owner = h.Actor
			continue
		}
		left = append(left, h)
	}
	if owner == "" && len(performers) == 1 {
		owner = performers[0]
	}
	return left, owner
}

func performs(h stakeholder) bool {
	return slices.ContainsFunc(h.Roles, func(r role) bool { return slices.Contains(r.Types, roleTypes[0]) })
}

// isOwner reports whether a stakeholder is written as the owner of an objective
// is, and says nothing else.
func isOwner(h stakeholder) bool {
	return h.Name == "" && h.Description == nil && len(h.Residue) == 0 && len(h.Roles) == 1 && isEmpty(ownerOf(), h.Roles[0])
}

func ownerOf() role { return role{Name: ownerRole, Types: []string{roleTypes[0]}} }

// finish puts what is left of the actors into their extensions and reports what
// became one.
func (as *actors) finish(m *importer) {
	people := 0
	var first int
	for i := range as.list {
		e, a := &as.list[i], &m.s.Actors[i]
		var left actorExtension
		if e.org != nil {
			left.Organization = e.org
			e.org.Stakeholders, _ = m.mentions(e.org.Stakeholders)
			if i == 0 {
				e.org.Stakeholders = slices.DeleteFunc(e.org.Stakeholders, as.isBare)
			}
		} else if usual := typeOf(a); e.kind != usual {
			left.Type = &e.kind
		}
		if e.kind == stakeholderTypes[0] {
			if people++; people == 1 {
				first = e.mentions[0]
			}
		}
		if left.Type != nil || left.Organization != nil {
			a.Extensions = extension(left)
		}
		as.unify(m, i)
	}
	if people > 0 {
		m.report(namedPerson, &spot{at: first}, "%d of the actors are persons", people)
	}
}

// isBare reports whether a stakeholder of the organisation says nothing but
// that there is such an actor, which no other place does.
func (as *actors) isBare(h stakeholder) bool {
	i, ok := as.byID[h.Actor]
	return ok && h.Name == "" && h.Description == nil && len(h.Roles) == 0 && len(h.Residue) == 0 &&
		len(as.list[i].mentions) == 1 && as.list[i].org == nil
}

// unify reports an actor that is named more than once.
func (as *actors) unify(m *importer, i int) {
	at := as.list[i].mentions
	if len(at) < 2 {
		return
	}
	u := Unified{Actor: m.s.Actors[i].ID}
	for _, offset := range at {
		u.Mentions = append(u.Mentions, ocs.Position{Offset: offset})
	}
	m.unified = append(m.unified, u)
	m.report(unifiedActors, &spot{at: at[0]}, "%d stakeholders became the actor %s", len(at), ocs.Quote(string(u.Actor)))
}

// typeOf is the type as which an actor is written unless its extension says
// otherwise.
func typeOf(a *actor.Actor) string {
	if a.Collective {
		return "Generic_Group"
	}
	return "Organization"
}
