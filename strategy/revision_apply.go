package strategy

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"

	"github.com/ocs-framework/ocs"
)

// Apply makes the edits in a copy of s, which has to say what the old version
// said wherever something was edited: Apply of Diff(a, b) to a gives b. The
// result shares nothing with s or b.
//
// It fails if s says something else there; the error names the place. To bring
// edits together with others is [Merge]'s to do.
func (r *Revision) Apply(s *Strategy) (Strategy, error) {
	a := applier{
		old:      newTree(s, strategyForm()),
		edited:   make(map[ocs.Pointer]*Edit),
		within:   make(map[ocs.Pointer][]*Edit),
		incoming: make(map[ocs.Pointer][]*Edit),
		outgoing: make(map[ocs.Pointer]bool),
		touched:  make(map[ocs.Pointer]bool),
		grown:    make(map[ocs.Pointer]bool),
	}
	for i := range r.Edits {
		e := &r.Edits[i]
		switch e.Op {
		case EditChanged, EditRenamed:
			a.edited[e.Old] = e
			a.within[e.Old.Parent()] = append(a.within[e.Old.Parent()], e)
		case EditAdded, EditMoved:
			a.incoming[e.New.Parent()] = append(a.incoming[e.New.Parent()], e)
			mark(a.grown, e.New.Parent())
		}
		if e.Op == EditRemoved || e.Op == EditMoved {
			a.outgoing[e.Old] = true
		}
		if e.Op != EditAdded {
			mark(a.touched, e.Old)
		}
	}
	result, err := a.build(reflect.ValueOf(s).Elem(), a.old.form, "", "")
	if err != nil {
		return Strategy{}, err
	}
	if err := a.unused(r.Edits); err != nil {
		return Strategy{}, err
	}
	return result.Interface().(Strategy), nil
}

// mark notes a place and all around it.
func mark(places map[ocs.Pointer]bool, p ocs.Pointer) {
	for !places[p] {
		places[p] = true
		p = p.Parent()
	}
}

// applier builds a new version from an old one and the edits.
type applier struct {
	old      *treeNode
	edited   map[ocs.Pointer]*Edit   // by the old place
	within   map[ocs.Pointer][]*Edit // the same, by the old place of what is around the value
	incoming map[ocs.Pointer][]*Edit // by the list, in the new version, that something came into
	outgoing map[ocs.Pointer]bool    // old places of what left its list or its place there
	touched  map[ocs.Pointer]bool    // old places at or in which something was edited
	grown    map[ocs.Pointer]bool    // new places in which something came
	used     map[*Edit]bool
}

// build returns the new version of a value that stood at one place and will
// stand at another.
func (a *applier) build(v reflect.Value, f *form, from, to ocs.Pointer) (reflect.Value, error) {
	if e := a.edited[from]; e != nil {
		return a.edit(v, f, e)
	}
	if !a.touched[from] && !a.grown[to] {
		return f.clone(v), nil
	}
	switch f.sort {
	case objectForm:
		made := reflect.New(f.typ).Elem()
		for i := range f.members {
			m := &f.members[i]
			part, err := a.build(v.Field(m.index), m.form, from+ocs.Pointer(m.step), to+ocs.Pointer(m.step))
			if err != nil {
				return v, err
			}
			made.Field(m.index).Set(part)
		}
		return made, nil
	case listForm:
		return a.list(v, f, from, to)
	case tableForm:
		return a.table(v, from)
	}
	return f.clone(v), nil
}

func (a *applier) use(e *Edit) {
	if a.used == nil {
		a.used = make(map[*Edit]bool)
	}
	a.used[e] = true
}

// edit returns what a value was changed to.
func (a *applier) edit(v reflect.Value, f *form, e *Edit) (reflect.Value, error) {
	if before, ok := addressable(e.Before, f); !ok || !f.equal(v, before) {
		return v, misfit(e, "the value isn't what it was")
	}
	after, ok := addressable(e.After, f)
	if !ok {
		return v, misfit(e, "the new value isn't of the field's type")
	}
	a.use(e)
	return after, nil
}

// addressable returns a value of the form that can be addressed; nil is an absent
// one.
func addressable(v any, f *form) (reflect.Value, bool) {
	made := reflect.New(f.typ).Elem()
	if v == nil {
		return made, true
	}
	if reflect.TypeOf(v) != f.typ {
		return made, false
	}
	f.copyTo(made, reflect.ValueOf(v))
	return made, true
}

func (a *applier) list(v reflect.Value, f *form, from, to ocs.Pointer) (reflect.Value, error) {
	var stay []int
	for i := range v.Len() {
		if !a.outgoing[from.Index(i)] {
			stay = append(stay, i)
		}
	}
	incoming := make(map[int]*Edit)
	for _, e := range a.incoming[to] {
		i, err := strconv.Atoi(e.New.Last())
		if err != nil || incoming[i] != nil {
			return v, misfit(e, "its place is taken or none")
		}
		incoming[i] = e
	}
	n := len(stay) + len(incoming)
	made := reflect.MakeSlice(f.typ, n, n)
	if n == 0 {
		made = reflect.Zero(f.typ)
	}
	for i := range n {
		var part reflect.Value
		var err error
		e := incoming[i]
		switch {
		case e == nil && len(stay) == 0:
			for _, e := range a.incoming[to] {
				return v, misfit(e, "the list isn't as long as it was")
			}
		case e == nil:
			part, err = a.build(v.Index(stay[0]), f.elem, from.Index(stay[0]), to.Index(i))
			stay = stay[1:]
		case e.Op == EditAdded:
			var ok bool
			if part, ok = addressable(e.After, f.elem); !ok {
				err = misfit(e, "what was added isn't of the list's type")
			}
			a.use(e)
		default:
			part, err = a.arrive(e, f.elem)
		}
		if err != nil {
			return v, err
		}
		made.Index(i).Set(part)
	}
	return made, nil
}

// arrive builds what was moved.
func (a *applier) arrive(e *Edit, f *form) (reflect.Value, error) {
	v, found := a.find(e.Old)
	if !found || v.Type() != f.typ {
		return v, misfit(e, "what was moved isn't there")
	}
	a.use(e)
	return a.build(v, f, e.Old, e.New)
}

// find returns the value at a place in the old version.
func (a *applier) find(p ocs.Pointer) (reflect.Value, bool) {
	v, f := a.old.value, a.old.form
	for token := range p.Tokens() {
		switch f.sort {
		case objectForm:
			m := f.member(token)
			if m == nil {
				return v, false
			}
			v, f = v.Field(m.index), m.form
		case listForm:
			i, err := strconv.Atoi(token)
			if err != nil || i < 0 || i >= v.Len() {
				return v, false
			}
			v, f = v.Index(i), f.elem
		default:
			return v, false
		}
	}
	return v, true
}

func (a *applier) table(v reflect.Value, from ocs.Pointer) (reflect.Value, error) {
	made := maps.Clone(extensions(v))
	for key, value := range made {
		made[key] = slices.Clone(value)
	}
	for _, e := range a.within[from] {
		key := e.Old.Last()
		current, there := made[key]
		before, was := e.Before.(json.RawMessage)
		after, is := e.After.(json.RawMessage)
		if there != was || there && !sameJSON(current, before) {
			return v, misfit(e, "the value isn't what it was")
		}
		if made == nil {
			made = make(ocs.Extensions)
		}
		if is {
			made[key] = slices.Clone(after)
		} else {
			delete(made, key)
		}
		a.use(e)
	}
	if len(made) == 0 {
		made = nil
	}
	return reflect.ValueOf(made), nil
}

// unused returns an error if an edit was not made and isn't part of one that
// was: what is in an added element came with it, what is removed goes, and both
// have to be there.
func (a *applier) unused(edits []Edit) error {
	added := make(map[ocs.Pointer]bool)
	for i := range edits {
		if e := &edits[i]; e.Op == EditAdded && a.used[e] {
			added[e.New] = true
		}
	}
	for i := range edits {
		e := &edits[i]
		if a.used[e] {
			continue
		}
		if e.Op == EditRemoved {
			v, found := a.find(e.Old)
			if before := reflect.ValueOf(e.Before); found && before.IsValid() && before.Type() == v.Type() && reflect.DeepEqual(before.Interface(), v.Interface()) {
				continue
			}
			return misfit(e, "what was removed isn't what it was")
		}
		inside := false
		for p := e.New; p != "" && !inside; p = p.Parent() {
			inside = added[p]
		}
		if !inside {
			return misfit(e, "there is nothing to edit")
		}
	}
	return nil
}

func misfit(e *Edit, why string) error {
	at := e.Old
	if e.Op == EditAdded {
		at = e.New
	}
	return fmt.Errorf("strategy: the revision doesn't fit: %s (%s): %s", at, e.Op, why)
}
