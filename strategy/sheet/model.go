package sheet

import (
	"encoding/json"
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

// model is the strategy while rows are added to it. Every change notes how it is
// undone, so that a row is taken as a whole or not at all.
type model struct {
	ix         *strategy.Index // of the strategy as it was
	pillars    []pillar.Pillar
	plans      named[plan]
	actors     named[actor.Actor]
	objectives named[pillar.Objective]
	threats    named[threat.Threat]

	commitments map[strategy.CommitmentID]*activity
	titled      map[titleKey][]*activity
	feed        strategy.Feed
	updates     map[updateKey]int // where in the feed
	open        []openThreat
	besides     map[*pillar.Objective]*kept // of rows without an activity
	preface     []string
	first       *plan // the plan of the first row that was taken

	taken  map[ocs.ID]bool
	suffix map[string]int
	told   map[string]place // what the table has said, and where
	undo   []func()
}

// plan is a plan whose commitments are listed apart.
type plan struct {
	strategy.Plan
	list []*activity
}

// activity is a commitment, and what of its rows is kept.
type activity struct {
	strategy.Commitment
	plan *plan
	kept kept
	at   place
}

// kept are the cells of an element that have no field, by their headings.
type kept struct {
	members []member
	at      place
	rows    int // that are about the element
}

// member is a column that is kept, with its text.
type member struct{ name, text string }

type titleKey struct {
	plan  *plan
	title string
}

// named is a list of elements that are found by identifier or name.
type named[T any] struct {
	list  []*T
	ids   map[string]*T
	names map[string]*T // nil for a name that several have
}

// add adds an element, or further names of one that is there, and returns how
// that is undone.
func (n *named[T]) add(v *T, id string, names ...string) (undo func()) {
	if n.ids == nil {
		n.ids, n.names = make(map[string]*T), make(map[string]*T)
	}
	type was struct {
		name  string
		v     *T
		there bool
	}
	var before []was
	size, fresh := len(n.list), n.ids[id] != v
	if _, twice := n.ids[id]; fresh {
		n.list = append(n.list, v)
		if fresh = !twice; fresh {
			n.ids[id] = v
		}
	}
	for _, name := range names {
		if name = tight(name); name == "" {
			continue
		}
		old, there := n.names[name]
		before = append(before, was{name, old, there})
		if n.names[name] = v; there && old != v {
			n.names[name] = nil
		}
	}
	return func() {
		n.list = n.list[:size]
		if fresh {
			delete(n.ids, id)
		}
		for _, b := range slices.Backward(before) {
			if n.names[b.name] = b.v; !b.there {
				delete(n.names, b.name)
			}
		}
	}
}

// find finds by identifier, else by name; several says that more than one goes by
// the name.
func (n *named[T]) find(text string) (v *T, several bool) {
	if v = n.ids[text]; v != nil {
		return v, false
	}
	v, there := n.names[tight(text)]
	return v, there && v == nil
}

// startModel prepares the strategy that rows are added to.
func (r *reader) startModel() bool {
	s := &r.doc.Strategy
	if r.limits.Into == nil {
		*s = strategy.Strategy{Schema: strategy.Schema, Stage: ocs.StageDraft, Title: r.m.Title}
	}
	m := &r.model
	m.ix = strategy.NewIndex(s)
	m.pillars = m.ix.Framework().Pillars
	m.commitments, m.titled = make(map[strategy.CommitmentID]*activity), make(map[titleKey][]*activity)
	m.besides = make(map[*pillar.Objective]*kept)
	m.updates = make(map[updateKey]int)
	m.taken, m.suffix, m.told = make(map[ocs.ID]bool), make(map[string]int), make(map[string]place)
	for i := range s.Actors {
		a := s.Actors[i]
		m.actors.add(&a, string(a.ID), a.Name, a.Acronym)
	}
	for i := range s.Objectives {
		o := s.Objectives[i]
		o.Threats = slices.Clip(o.Threats) // what is added must not show in the strategy that was given
		m.objectives.add(&o, string(o.ID), o.Title)
	}
	for i := range s.Threats {
		t := s.Threats[i]
		m.threats.add(&t, string(t.ID), t.Name)
	}
	for i := range s.Plans {
		p := &plan{Plan: s.Plans[i]}
		m.plans.add(p, string(p.ID), p.Title)
		for j := range p.Commitments {
			a := &activity{Commitment: p.Commitments[j], plan: p}
			a.clip()
			p.list = append(p.list, a)
			if m.commitments[a.ID] == nil {
				m.commitments[a.ID] = a
			}
			key := titleKey{p, tight(a.Title)}
			m.titled[key] = append(m.titled[key], a)
		}
	}
	if r.limits.Into == nil {
		s.ID = r.free(cut(string(r.defaultPlan())) + "-strategy")
	}
	return true
}

// clip makes what is added to a commitment's lists not show in the strategy that
// was given.
func (a *activity) clip() {
	a.Objectives, a.Partners, a.Areas = slices.Clip(a.Objectives), slices.Clip(a.Partners), slices.Clip(a.Areas)
	a.Milestones, a.Indicators, a.Funding = slices.Clip(a.Milestones), slices.Clip(a.Indicators), slices.Clip(a.Funding)
}

// defaultPlan is the identifier of the plan of rows that name none.
func (r *reader) defaultPlan() strategy.PlanID {
	switch {
	case r.m.Plan != "":
		return r.m.Plan
	case r.limits.Into != nil && len(r.limits.Into.Plans) == 1:
		return r.limits.Into.Plans[0].ID
	}
	return "action-plan"
}

// isFree reports whether nothing has the identifier.
func (r *reader) isFree(id ocs.ID) bool { return !r.model.taken[id] && r.ix.Kind(id) == "" }

// claim takes an identifier.
func (r *reader) claim(id ocs.ID) {
	r.model.taken[id] = true
	r.undo = append(r.undo, func() { delete(r.model.taken, id) })
}

// free takes the first free identifier that begins so.
func (r *reader) free(stem string) ocs.ID {
	id := ocs.ID(stem)
	if !r.isFree(id) {
		stem = cut(stem)
		was, n := r.suffix[stem], max(r.suffix[stem], 1)
		for !r.isFree(id) {
			n++
			id = ocs.ID(fmt.Sprintf("%s-%d", stem, n))
		}
		r.suffix[stem] = n
		r.undo = append(r.undo, func() { r.suffix[stem] = was })
	}
	r.claim(id)
	return id
}

// cut leaves room for something to be added to an identifier.
func cut(stem string) string {
	const most = 100 // of 128 characters
	if utf8.RuneCountInString(stem) > most {
		return string([]rune(stem)[:most])
	}
	return stem
}

// idFrom makes an identifier of a text: the text itself where it is one, else a
// slug, else the word that stands for the kind.
func (r *reader) idFrom(text, kind string) ocs.ID {
	if id := ocs.ID(text); id.WellFormed() && text == strings.ToLower(text) {
		return r.free(text)
	}
	if s := slug(text); s != "" {
		return r.free(s)
	}
	return r.free(kind)
}

// finish writes the model back into the strategy.
func (r *reader) finish() {
	r.settleThreats()
	for _, o := range r.objectives.list {
		if k := r.besides[o]; k != nil {
			r.extend(&o.Extensions, k, ocs.Element{Kind: "objective", ID: string(o.ID)})
		}
	}
	s := &r.doc.Strategy
	s.Actors, s.Objectives, s.Threats = values(r.actors.list), values(r.objectives.list), values(r.threats.list)
	s.Plans = nil
	for _, p := range r.plans.list {
		if p.Commitments = nil; len(p.list) > 0 {
			p.Commitments = make([]strategy.Commitment, 0, len(p.list))
		}
		for _, a := range p.list {
			r.extend(&a.Extensions, &a.kept, elementOf(a))
			p.Commitments = append(p.Commitments, a.Commitment)
		}
		if p == r.first && len(r.preface) > 0 {
			list, _ := json.Marshal(r.preface) // text always has a spelling
			r.extendBy(&p.Extensions, place{}, ocs.Element{Kind: "plan", ID: string(p.ID)}, `{"above":`+string(list)+`}`)
		}
		s.Plans = append(s.Plans, p.Plan)
	}
	if len(r.feed.Updates) == 0 {
		return
	}
	into := strategy.Report{ID: r.m.Report, Kind: strategy.Progress, Title: r.m.Title, Plan: r.first.ID, Made: r.m.AsOf}
	if into.ID == "" {
		into.ID = ocs.ID(cut(string(r.first.ID)) + "-status")
	}
	if kind := r.ix.Kind(into.ID); kind != "report" && !r.isFree(into.ID) {
		into.ID = r.free(string(into.ID))
	}
	merged, result := r.feed.Apply(s, into)
	*s = merged
	r.doc.Findings = append(r.doc.Findings, result.Corrections...)
}

// extend sets what is kept of the table for an element.
func (r *reader) extend(to *ocs.Extensions, k *kept, e ocs.Element) {
	if len(k.members) > 0 {
		r.extendBy(to, k.at, e, object(k.members))
	}
}

func (r *reader) extendBy(to *ocs.Extensions, at place, e ocs.Element, value string) {
	var own ocs.Extensions
	if err := json.Unmarshal([]byte(`{"`+Extension+`":`+value+`}`), &own); err != nil {
		panic(err) // it was written here
	}
	was, there := (*to)[Extension]
	if there && (ocs.Extensions{Extension: was}).Equal(own) {
		return
	}
	if there {
		r.report(replaced, at, "", "what is kept of the table was replaced").Element = e
	}
	all := make(ocs.Extensions, len(*to)+1)
	for key, v := range *to {
		all[key] = v
	}
	all[Extension] = own[Extension]
	*to = all
}

// object writes members as a JSON object, in their order.
func object(members []member) string {
	text := "{"
	for i, m := range members {
		if i > 0 {
			text += ","
		}
		name, _ := json.Marshal(m.name) // text always has a spelling
		value, _ := json.Marshal(m.text)
		text += string(name) + ":" + string(value)
	}
	return text + "}"
}

func values[T any](list []*T) []T {
	var all []T
	if len(list) > 0 {
		all = make([]T, 0, len(list))
	}
	for _, v := range list {
		all = append(all, *v)
	}
	return all
}
