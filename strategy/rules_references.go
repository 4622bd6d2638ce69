package strategy

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

var unresolvedReference = ocs.Rule[Index]{
	Code:  "unresolved-reference",
	Title: "every reference leads to an element of the right kind",
	Doc: "A reference is the identifier of another element of the document: of an actor where an actor is meant, of a source in a citation. " +
		"Questions skip what leads nowhere, so a wrong reference is work that nobody is asked about. " +
		"Mend the identifier, add the missing element or drop the reference.",
	Basis:  "integrity of references",
	Levels: "EEEEE",
	Fixed:  true,
	Check: func(p *ocs.Pass, ix *Index) {
		if ix.referred().broken {
			(&references{pass: p, ix: ix}).everywhere()
		}
	},
}

// referred says what the references of the strategy come to.
type referred struct {
	broken  bool   // some reference doesn't resolve
	actors  []bool // actors to which something refers
	sources []bool // sources that are cited
}

func (ix *Index) findReferred() referred {
	to := referred{actors: make([]bool, len(ix.s.Actors)), sources: make([]bool, len(ix.s.Sources))}
	r := &references{ix: ix}
	r.show = func(_ any, id ocs.ID, k kind) {
		l, found := ix.elements[id]
		switch {
		case l.kind() == actorKind:
			to.actors[l.place()] = true
		case l.kind() == sourceKind && k == sourceKind:
			to.sources[l.place()] = true
		}
		to.broken = to.broken || !r.leads(k, id, l, found)
	}
	r.everywhere()
	return to
}

// everywhere meets every reference of the strategy.
func (r *references) everywhere() {
	r.strategy()
	r.threats()
	r.actors()
	r.objectives()
	for plan := range r.ix.Plans() {
		r.plan(plan)
	}
	r.governance()
	r.reports()
}

// Kinds of reference beside those of elements.
const (
	anyKind     = sourceKind + 1 + iota // an element of any kind
	unodcPillar                         // a pillar of UNODC's framework, whatever the strategy's is
)

// references checks references, or shows them instead.
type references struct {
	pass  *ocs.Pass
	ix    *Index
	focus []any // the element that refers, after those that enclose it
	show  func(field any, id ocs.ID, k kind)

	finder   idFinder
	names    map[kind][]string // the identifiers of a kind, sorted, for suggestions
	compared int               // candidates compared so far
	advised  int               // suggestions sought so far
}

// in says that the references that follow are those of the element.
func (r *references) in(elem any) { r.focus = append(r.focus[:0], elem) }

// within runs check for an element inside the present one.
func (r *references) within(elem any, check func()) {
	r.focus = append(r.focus, elem)
	check()
	r.focus = r.focus[:len(r.focus)-1]
}

// one checks a reference that may be absent.
func one[T ~string](r *references, k kind, id *T) {
	if *id != "" {
		r.meet(id, ocs.ID(*id), k)
	}
}

// must checks a reference that may not be absent.
func must[T ~string](r *references, k kind, id *T) {
	r.meet(id, ocs.ID(*id), k)
}

// meet checks or shows one reference.
func (r *references) meet(field any, id ocs.ID, k kind) {
	switch {
	case r.show != nil:
		r.show(field, id, k)
	case !r.resolves(k, id):
		r.report(field, id, k)
	}
}

// all checks a list of references.
func all[T ~string](r *references, k kind, ids []T) {
	for i := range ids {
		must(r, k, &ids[i])
	}
}

// cite checks a citation that may be absent.
func (r *references) cite(c *ocs.Cite) {
	if !absent(c) {
		must(r, sourceKind, &c.Source)
		one(r, sourceKind, &c.Via)
	}
}

func (r *references) cites(list []ocs.Cite) {
	for i := range list {
		must(r, sourceKind, &list[i].Source)
		one(r, sourceKind, &list[i].Via)
	}
}

// anchor checks the event from which a deadline counts.
func (r *references) anchor(d *ocs.Deadline) {
	if anchor, _, _, ok := d.After(); ok && anchor != ocs.AnchorAdoption {
		r.meet(d, anchor, milestoneKind)
	}
}

// resolves reports whether a reference leads to an element of the right kind.
func (r *references) resolves(k kind, id ocs.ID) bool {
	l, found := r.ix.elements[id]
	return r.leads(k, id, l, found)
}

// leads reports whether a reference of a kind may lead to that place, if the
// identifier was found.
func (r *references) leads(k kind, id ocs.ID, l location, found bool) bool {
	if k == unodcPillar {
		switch pillar.ID(id) {
		case pillar.Prevent, pillar.Pursue, pillar.Protect, pillar.Promote:
			return true
		}
		return false
	}
	switch {
	case k == anyKind:
		return found
	case k == pillarKind && len(r.ix.framework.Pillars) == 0:
		return id != "" // the framework isn't known, which has a finding of its own
	}
	return found && l.kind() == k
}

// report says why a reference doesn't resolve.
func (r *references) report(field any, id ocs.ID, k kind) {
	p := on(r.pass, r.focus...)
	l, found := r.ix.elements[id]
	switch {
	case id == "":
		p.Report(field, "reference to %s is empty", article(k)).Help("give the identifier of %s", article(k))
	case found && k != unodcPillar:
		d := p.Report(field, "%q is %s, not %s", short(id), article(l.kind()), article(k)).Help("give the identifier of %s", article(k))
		if at := r.finder.field(r.ix, id); at != nil {
			d.Related(at, "the %s %q", l.kind(), short(id))
		}
	default:
		p.Report(field, "no such %s: %q", noun(k), short(id)).Help("%s", r.advice(id, k))
	}
}

// advice says what to do about a reference to nothing.
func (r *references) advice(id ocs.ID, k kind) string {
	if namesSeveral(string(id)) {
		if k == actorKind {
			return "give the identifier of one actor; the others of a commitment go under partners"
		}
		return "give one identifier; where there may be several, each is an entry of its own"
	}
	if near := r.suggest(id, k); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	const listed = 10 // names that can be taken in at a glance
	if names := r.candidates(k); k != anyKind && len(names) > 1 && len(names) <= listed {
		return fmt.Sprintf("use one of %s, or add the %s", quotedList(names), noun(k))
	}
	return "mend the identifier or add the " + noun(k)
}

// namesSeveral reports whether a text names more than one thing, as a cell of a table
// does.
func namesSeveral(s string) bool {
	return strings.ContainsAny(s, ",;/&") || strings.Contains(s, " and ")
}

// Limits on the search for suggestions, so that a document in which every
// reference is broken takes time in proportion to its size.
const (
	maxAdvised  = 64
	maxCompared = 1 << 17
)

// suggest returns the identifier of the right kind that is nearest to id, or "".
func (r *references) suggest(id ocs.ID, k kind) string {
	if r.advised == maxAdvised || r.compared >= maxCompared {
		return ""
	}
	r.advised++
	names := r.candidates(k)
	r.compared += len(names)
	return ocs.Nearest(string(id), slices.Values(names))
}

// candidates returns the identifiers of a kind in alphabetical order.
func (r *references) candidates(k kind) []string {
	if k == unodcPillar {
		return []string{string(pillar.Prevent), string(pillar.Pursue), string(pillar.Protect), string(pillar.Promote)}
	}
	names, ok := r.names[k]
	if ok {
		return names
	}
	for id, l := range r.ix.elements {
		if k == anyKind || l.kind() == k {
			names = append(names, string(id))
		}
	}
	slices.Sort(names)
	if r.names == nil {
		r.names = make(map[kind][]string)
	}
	r.names[k] = names
	return names
}

// noun names a kind of reference in a message.
func noun(k kind) string {
	switch k {
	case anyKind:
		return "element"
	case unodcPillar:
		return "pillar of UNODC's framework"
	}
	return strings.ReplaceAll(k.String(), "-", " ")
}

// article is noun with "a" or "an".
func article(k kind) string {
	n := noun(k)
	if strings.IndexByte("aeiou", n[0]) >= 0 {
		return "an " + n
	}
	return "a " + n
}

func (r *references) strategy() {
	s := r.ix.s
	r.focus = r.focus[:0]
	r.cites(s.Framework.Cites)
	for i := range s.Framework.Pillars {
		p := &s.Framework.Pillars[i]
		r.in(p)
		all(r, unodcPillar, p.MapsTo)
		r.cites(p.Cites)
	}
	r.focus = r.focus[:0]
	r.adoption(&s.Adoption)
	r.amendments(s.Amendments)
	for i := range s.Relations {
		r.cite(&s.Relations[i].Cite)
	}
	for i := range s.Goals {
		r.in(&s.Goals[i])
		r.cite(&s.Goals[i].Cite)
	}
	r.focus = r.focus[:0]
	for i := range s.Treaties {
		r.cite(&s.Treaties[i].Cite)
	}
}

func (r *references) adoption(a *Adoption) {
	r.cite(&a.Instrument)
	r.cite(&a.Published)
	one(r, actorKind, &a.Body)
}

func (r *references) amendments(list []Amendment) {
	for i := range list {
		a := &list[i]
		r.within(a, func() {
			r.cite(&a.Instrument)
			all(r, anyKind, a.Affects)
		})
	}
}

func (r *references) threats() {
	for t := range r.ix.Threats() {
		r.in(t)
		all(r, threatKind, t.EnabledBy)
		for i := range t.Methods {
			r.cites(t.Methods[i].Cites)
		}
		for i := range t.Offences {
			r.cite(&t.Offences[i].Law)
		}
		for i := range t.Assessments {
			r.assessment(&t.Assessments[i])
		}
		r.cites(t.Cites)
	}
	for g := range r.ix.Groups() {
		r.in(g)
		all(r, threatKind, g.Threats)
		for i := range g.Ties {
			must(r, groupKind, &g.Ties[i].Group)
			r.cites(g.Ties[i].Cites)
		}
		r.cites(g.Cites)
	}
}

func (r *references) assessment(a *threat.Assessment) {
	r.within(a, func() {
		one(r, actorKind, &a.By)
		r.cites(a.Cites)
	})
}

func (r *references) actors() {
	for a := range r.ix.Actors() {
		r.in(a)
		one(r, actorKind, &a.Parent)
		for i := range a.FormerParents {
			must(r, actorKind, &a.FormerParents[i].Parent)
			r.cite(&a.FormerParents[i].Cite)
		}
		for i := range a.Succeeds {
			must(r, actorKind, &a.Succeeds[i].Actor)
			r.cite(&a.Succeeds[i].Cite)
		}
		for i := range a.Mandates {
			r.cite(&a.Mandates[i].Basis)
		}
		r.body(&a.Body)
		r.cites(a.Cites)
	}
}

func (r *references) body(b *actor.Body) {
	one(r, actorKind, &b.Chair)
	one(r, actorKind, &b.Secretariat)
	all(r, actorKind, b.Members)
	one(r, actorKind, &b.ReportsTo)
	all(r, anyKind, b.Oversees)
	r.cite(&b.Basis)
}

func (r *references) objectives() {
	for o := range r.ix.Objectives() {
		r.in(o)
		one(r, pillarKind, &o.Pillar)
		all(r, pillarKind, o.Also)
		all(r, unodcPillar, o.MapsTo)
		one(r, objectiveKind, &o.Parent)
		all(r, threatKind, o.Threats)
		all(r, groupKind, o.Groups)
		one(r, actorKind, &o.Owner)
		all(r, goalKind, o.Goals)
		r.indicators(o.Indicators)
		r.cites(o.Cites)
	}
}
