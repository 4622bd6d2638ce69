package strategy

import (
	"reflect"
	"slices"
	"strconv"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
)

// Tailor derives the strategy that a tailoring describes. Neither argument is
// changed; what is the same in the result is shared with them.
//
// What is selected comes with what it needs: an element that it refers to, the
// plan in which it stands, and the framework. Of a plan of which not all is
// taken, budget lines come if all their commitments do, and the total doesn't.
// Waivers, redactions, adoption, amendments and relations are the national
// strategy's own and stay behind, as do, unless selected by their identifier,
// risks, consultations, evaluations, duties to report and reports. References
// to plans that stay behind, and to the national strategy itself, are left out:
// a body that oversees several plans is taken without those. A reference never
// takes a plan, but for those of evaluations, duties to report and reports.
//
// The result implements the national strategy, as a relation says, and states
// under origins which elements it took and which of their fields differ.
// Deriving goes one level deep: a strategy with origins isn't tailored again.
//
// The findings are the conflicts between the two texts; none of them stops the
// work, but where the tailoring is not of this strategy at all the result is
// empty. That the result is sound is for [Validate] to say.
func Tailor(national *Strategy, t *Tailoring) (Strategy, ocs.Findings) {
	r := &tailor{national: national, t: t, root: outline(national), areas: make(map[ocs.Area]bool), taken: make(map[*branch]bool), ids: make(map[ocs.ID]*branch),
		changed: make(map[ocs.ID][]string)}
	if !r.fits() {
		return Strategy{}, r.findings
	}
	r.root.all(func(b *branch) {
		if b.id != "" && r.ids[b.id] == nil {
			r.ids[b.id] = b
		}
	})
	r.choose()
	r.budgets()
	out := r.copy(r.root).Interface().(Strategy)
	r.own(&out)
	r.set(&out)
	r.add(&out)
	r.dangling(&out)
	r.origins(&out)
	return out, r.findings
}

type tailor struct {
	national *Strategy
	t        *Tailoring
	root     *branch
	ids      map[ocs.ID]*branch // of the national strategy
	areas    map[ocs.Area]bool  // selected
	taken    map[*branch]bool
	queue    []*branch           // taken, but not yet followed
	whole    map[*branch]bool    // plans of which all is taken
	changed  map[ocs.ID][]string // by element, its fields that differ
	findings ocs.Findings
}

func (r *tailor) report(rule string, severity ocs.Severity, path ocs.Pointer, id ocs.ID, message, help string) {
	f := ocs.Finding{Rule: rule, Severity: severity, Path: path, Message: message, Help: help}
	if b := r.ids[id]; b != nil {
		f.Element = b.element()
	}
	r.findings = append(r.findings, f)
}

// fits reports whether the tailoring is of this strategy.
func (r *tailor) fits() bool {
	before := len(r.findings)
	switch set := r.t.Set.ID; {
	case r.t.Strategy != r.national.ID:
		r.report(TailoringStrategy, ocs.Error, "/strategy", "", "the tailoring is of "+quotedID(r.t.Strategy)+", not of "+quotedID(r.national.ID),
			"give the strategy that it was made from")
	case set == "":
		r.report(TailoringStrategy, ocs.Error, "/set/id", "", "the derived strategy has no identifier", "give it one of its own")
	case set == r.national.ID:
		r.report(TailoringStrategy, ocs.Error, "/set/id", "", "the derived strategy has the identifier of the national one", "give it one of its own")
	case len(r.national.Origins) > 0:
		r.report(TailoringStrategy, ocs.Error, "/strategy", "", quotedID(r.national.ID)+" is itself derived", "tailor the strategy that it implements")
	case r.t.Version != "" && r.t.Version != r.national.Version:
		r.report(TailoringVersion, ocs.Info, "/version", "", "the tailoring was made from version "+quotedID(r.t.Version)+", and the text is version "+quotedID(r.national.Version)+" now",
			"look through what is set, then give the new version")
		return true
	}
	return len(r.findings) == before
}

// choose takes what the criteria name.
func (r *tailor) choose() {
	r.whole = make(map[*branch]bool)
	r.take(r.root)
	for _, b := range r.root.parts {
		if b.kind == pillarKind {
			r.take(b)
		}
	}
	s := &r.t.Select
	for _, area := range s.Areas {
		r.areas[area] = true
	}
	actors, pillars := setOf(s.Actors), setOf(s.Pillars)
	chosen(r, s.Elements, "elements", func(b *branch) bool { return b.kind != strategyKind }, func(b *branch) {
		if b.kind == planKind {
			r.whole[b] = true
		}
		r.take(b)
	})
	chosen(r, s.Actors, "actors", func(b *branch) bool { return b.kind == actorKind }, r.take)
	ix := NewIndex(r.national)
	for i, id := range s.Pillars {
		if ix.Pillar(id) == nil {
			r.unknown(ocs.Pointer("/select/pillars").Index(i), ocs.ID(id))
		}
	}
	r.root.all(func(b *branch) {
		switch e := b.value.Addr().Interface().(type) {
		case *Commitment:
			partner := slices.ContainsFunc(e.Partners, func(p Partner) bool { return actors[p.Actor] })
			if partner || actors[e.Lead] || slices.ContainsFunc(e.Areas, r.covers) {
				r.take(b)
			}
		case *pillar.Objective:
			if pillars[e.Pillar] || slices.ContainsFunc(e.Also, func(id pillar.ID) bool { return pillars[id] }) {
				r.take(b)
			}
		}
	})
	r.follow()
}

// covers reports whether the area is one of those selected or lies in one.
func (r *tailor) covers(a ocs.Area) bool {
	return a != "" && (r.areas[a] || r.areas[ocs.Area(a.Country())])
}

// setOf returns the identifiers of a list, but for the empty one.
func setOf[T ~string](list []T) map[T]bool {
	set := make(map[T]bool, len(list))
	for _, id := range list {
		set[id] = id != ""
	}
	return set
}

// chosen takes the elements that a list of the selection names.
func chosen[T ~string](r *tailor, list []T, field string, fit func(*branch) bool, take func(*branch)) {
	for i, id := range list {
		if b := r.ids[ocs.ID(id)]; b != nil && fit(b) {
			take(b)
		} else {
			r.unknown(ocs.Pointer("/select").Append(field).Index(i), ocs.ID(id))
		}
	}
}

func (r *tailor) unknown(at ocs.Pointer, id ocs.ID) {
	r.report(TailoringUnknown, ocs.Error, at, id, "the strategy has no such element: "+quotedID(id), "mend the identifier")
}

// take takes an element. What goes with it is taken by follow.
func (r *tailor) take(b *branch) {
	if !r.taken[b] {
		r.taken[b] = true
		r.queue = append(r.queue, b)
	}
}

// follow takes what is in the elements taken and around them, and what these
// need.
func (r *tailor) follow() {
	for len(r.queue) > 0 {
		b := r.queue[len(r.queue)-1]
		r.queue = r.queue[:len(r.queue)-1]
		r.needs(b)
		if b.parent == nil {
			continue
		}
		r.take(b.parent)
		for _, c := range b.parts {
			if b.kind != planKind || c.kind == amendmentKind || c.kind == commitmentKind && r.whole[b] {
				r.take(c)
			}
		}
	}
}

// needs takes what an element refers to.
func (r *tailor) needs(b *branch) {
	b.own(nil, func(at ocs.Pointer, v reflect.Value) {
		to := r.ids[reference(at, v)]
		if to == nil || to.kind == strategyKind || b == r.root && !r.staysInDocument(at) || to.kind == planKind && b.kind != evaluationKind && b.kind != dutyKind && b.kind != reportKind {
			return
		}
		r.take(to)
	})
}

// staysInDocument reports whether a value that the national document says of
// itself goes into the derived one.
func (r *tailor) staysInDocument(at ocs.Pointer) bool {
	switch topField(at) {
	case "id", "version", "adoption", "relations", "waivers", "redactions", "origins":
		return false
	}
	return true
}

// budgets takes the budget lines whose commitments are all taken.
func (r *tailor) budgets() {
	for _, p := range r.root.parts {
		if p.kind != planKind || !r.taken[p] {
			continue
		}
		r.whole[p] = !slices.ContainsFunc(p.parts, func(c *branch) bool { return c.kind == commitmentKind && !r.taken[c] })
		for _, c := range p.parts {
			line, ok := c.value.Addr().Interface().(*BudgetLine)
			if !ok {
				continue
			}
			if r.whole[p] || len(line.Commitments) > 0 && !slices.ContainsFunc(line.Commitments, func(id CommitmentID) bool { return !r.taken[r.ids[ocs.ID(id)]] }) {
				r.take(c)
			}
		}
	}
	r.follow()
}

// quotedID quotes an identifier for a message.
func quotedID[T ~string](id T) string { return strconv.Quote(short(id)) }

// copy makes what the derived strategy has of an element that is taken.
func (r *tailor) copy(b *branch) reflect.Value {
	return b.rebuild(func(c *branch) (reflect.Value, bool) {
		if !r.taken[c] {
			if b != r.root {
				r.change(b.id, c.field)
			}
			return reflect.Value{}, false
		}
		return r.copy(c), true
	}, func(at ocs.Pointer, v reflect.Value) reflect.Value {
		out := v
		switch {
		case b == r.root && !r.staysInDocument(at):
			return reflect.Zero(v.Type())
		case b.kind == planKind && at == "/total" && !r.whole[b], v.Kind() == reflect.String && r.left(at, v):
			out = reflect.Zero(v.Type())
		case v.Kind() == reflect.Slice:
			out = r.entries(b, at, v)
		}
		if !v.IsZero() && (out.IsZero() || v.Kind() == reflect.Slice && out.Len() < v.Len()) {
			r.change(b.id, string(at[1:]))
		}
		return out
	})
}

// left reports whether a value refers to an element that stays behind.
func (r *tailor) left(at ocs.Pointer, v reflect.Value) bool {
	to := r.ids[reference(at, v)]
	return to != nil && (!r.taken[to] || to == r.root)
}

// entries returns those of a list that come: references to what is taken, and
// of the areas of a commitment those that are selected, if any is.
func (r *tailor) entries(b *branch, at ocs.Pointer, list reflect.Value) reflect.Value {
	areas, narrow := list.Interface().([]ocs.Area)
	narrow = narrow && b.kind == commitmentKind && slices.ContainsFunc(areas, r.covers)
	out := reflect.Zero(list.Type())
	for i := range list.Len() {
		v := list.Index(i)
		if v.Kind() != reflect.String || !r.left(at, v) && (!narrow || r.covers(areas[i])) {
			out = reflect.Append(out, v)
		}
	}
	if out.Len() == list.Len() {
		return list
	}
	return out
}

// change notes that a field of an element isn't as it was taken.
func (r *tailor) change(id ocs.ID, field string) {
	if id != "" && !slices.Contains(r.changed[id], field) {
		r.changed[id] = append(r.changed[id], field)
	}
}
