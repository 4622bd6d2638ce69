package strategy

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strconv"

	"github.com/ocs-framework/ocs"
)

// differ walks through two versions side by side.
type differ struct {
	*matcher
	edits []Edit

	old, new *treeNode  // the element in which the walk is
	steps    []diffStep // from there
	objects  []objectPair
}

// diffStep leads from a pair of values to a pair inside them.
type diffStep struct {
	name     string // of a member, as a step of a pointer
	old, new int    // in a list, if there is no name; -1 where the value isn't in the list
}

// objectPair is two versions of an object.
type objectPair struct {
	form     *form
	old, new reflect.Value
}

// element compares two versions of an element.
func (d *differ) element(a, b *treeNode) {
	old, new, steps, objects := d.old, d.new, d.steps, d.objects
	d.old, d.new, d.steps, d.objects = a, b, d.steps[len(d.steps):], d.objects[len(d.objects):]
	d.object(a.value, b.value, a.form)
	d.old, d.new, d.steps, d.objects = old, new, steps, objects
}

func (d *differ) object(a, b reflect.Value, f *form) {
	n := len(d.objects)
	d.objects = append(d.objects, objectPair{f, a, b})
	for i := range f.members {
		m := &f.members[i]
		x, y := a.Field(m.index), b.Field(m.index)
		switch {
		case m.form.str:
			if x.String() == y.String() {
				continue
			}
		case m.form.sort == listForm && x.Len()+y.Len() == 0, !m.form.holds && m.form.equal(x, y):
			continue
		}
		d.steps = append(d.steps, diffStep{name: m.step})
		d.value(x, y, m.form)
		d.steps = d.steps[:len(d.steps)-1]
	}
	d.objects = d.objects[:n]
}

// value compares two values that aren't equal, or hold elements.
func (d *differ) value(a, b reflect.Value, f *form) {
	switch f.sort {
	case objectForm:
		d.object(a, b, f)
	case listForm:
		if f.elem.id >= 0 && d.atMember() {
			at := d.path("", false)
			d.nodes(d.old.in(at), d.new.in(at))
		} else {
			d.list(a, b, f.elem)
		}
	case tableForm:
		d.table(extensions(a), extensions(b))
	default:
		d.edit(Edit{Op: EditChanged, Before: present(a), After: present(b)})
	}
}

// atMember reports whether no step since the last element is into a list.
func (d *differ) atMember() bool {
	return !slices.ContainsFunc(d.steps, func(s diffStep) bool { return s.name == "" })
}

// present returns a value, or nil if it is absent.
func present(v reflect.Value) any {
	if v.IsZero() {
		return nil
	}
	return v.Interface()
}

func (d *differ) table(a, b ocs.Extensions) {
	keys := make(map[string]bool, len(a)+len(b))
	for _, e := range []ocs.Extensions{a, b} {
		for key := range e {
			keys[key] = true
		}
	}
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		x, inA := a[key]
		y, inB := b[key]
		if inA && inB && sameJSON(x, y) {
			continue
		}
		e := Edit{Op: EditChanged}
		if inA {
			e.Before = x
		}
		if inB {
			e.After = y
		}
		d.steps = append(d.steps, diffStep{name: string(ocs.Pointer("").Append(key))})
		d.edit(e)
		d.steps = d.steps[:len(d.steps)-1]
	}
}

// sameJSON reports whether two values of extensions are the same.
func sameJSON(a, b json.RawMessage) bool { return ocs.Extensions{"": a}.Equal(ocs.Extensions{"": b}) }

// nodes compares two lists of elements.
func (d *differ) nodes(a, b []treeNode) {
	var places []int // in a, of those of b that stood there
	for i := range b {
		if m := b[i].match; m != nil && len(a) > 0 && m.up == a[0].up && m.list == a[0].list {
			places = append(places, m.place)
		}
	}
	stay := increasing(places)
	for i := range a {
		if n := &a[i]; n.match == nil {
			d.whole(Edit{Op: EditRemoved, Old: n.pointer(), Before: n.value.Interface()}, n)
		}
	}
	for i := range b {
		n := &b[i]
		m := n.match
		if m == nil {
			d.whole(Edit{Op: EditAdded, New: n.pointer(), After: n.value.Interface()}, n)
			d.arrived(n)
			continue
		}
		here := len(a) > 0 && m.up == a[0].up && m.list == a[0].list
		if !here || !stays(stay, m.place) {
			d.moved(m, n)
		}
		d.element(m, n)
	}
}

// arrived compares the elements inside an added one that stood elsewhere.
func (d *differ) arrived(added *treeNode) {
	for i := range added.lists {
		nodes := added.lists[i].nodes
		for j := range nodes {
			n := &nodes[j]
			if n.match == nil {
				d.arrived(n)
				continue
			}
			d.moved(n.match, n)
			d.element(n.match, n)
		}
	}
}

func (d *differ) moved(m, n *treeNode) {
	d.whole(Edit{Op: EditMoved, Old: m.pointer(), New: n.pointer(), Before: m.up.element(), After: n.up.element()}, n)
}

// whole adds an edit of an element as a whole.
func (d *differ) whole(e Edit, n *treeNode) {
	named, way := n.named()
	e.Element, e.Title, e.Field = named.element(), label(named), trimSlash(string(way))
	e.Weakens = weakensWhole(&e, n)
	d.edits = append(d.edits, e)
}

// list compares two lists of values without identifiers.
func (d *differ) list(a, b reflect.Value, f *form) {
	from := pairEntries(a, b, f, d.renamed, true)
	var places []int
	kept := make([]bool, a.Len())
	for _, i := range from {
		if i >= 0 {
			places = append(places, i)
			kept[i] = true
		}
	}
	stay := increasing(places)
	at := len(d.steps)
	d.steps = append(d.steps, diffStep{})
	for i := range a.Len() {
		if !kept[i] {
			d.steps[at] = diffStep{old: i, new: -1}
			d.edit(Edit{Op: EditRemoved, Before: a.Index(i).Interface()})
		}
	}
	for j, i := range from {
		d.steps[at] = diffStep{old: i, new: j}
		if i < 0 {
			d.edit(Edit{Op: EditAdded, After: b.Index(j).Interface()})
			continue
		}
		if !stays(stay, i) {
			d.edit(Edit{Op: EditMoved, Before: d.old.element(), After: d.new.element()})
		}
		if x, y := a.Index(i), b.Index(j); !f.equal(x, y) {
			d.value(x, y, f)
		}
	}
	d.steps = d.steps[:at]
}

// path returns the pointer from the element to where the walk is, in the new
// document or the old one.
func (d *differ) path(to ocs.Pointer, old bool) string {
	if len(d.steps) == 1 && to == "" && d.steps[0].name != "" {
		return d.steps[0].name
	}
	b := []byte(to)
	for _, s := range d.steps {
		switch {
		case s.name != "":
			b = append(b, s.name...)
		case old:
			b = strconv.AppendInt(append(b, '/'), int64(s.old), 10)
		default:
			b = strconv.AppendInt(append(b, '/'), int64(s.new), 10)
		}
	}
	return string(b)
}

func trimSlash(p string) string {
	if p == "" {
		return ""
	}
	return p[1:]
}

// edit adds an edit of the value where the walk is.
func (d *differ) edit(e Edit) {
	if e.Op != EditAdded {
		e.Old = ocs.Pointer(d.path(d.old.pointer(), true))
	}
	if e.Op != EditRemoved {
		e.New = ocs.Pointer(d.path(d.new.pointer(), false))
	}
	named, way := d.new.named()
	if e.Op == EditRemoved {
		_, way = d.old.named()
	}
	e.Field = trimSlash(d.path(way, e.Op == EditRemoved))
	e.Element, e.Title = named.element(), label(named)
	if why := d.evidence[d.new]; why != "" && e.Field == "id" {
		e.Op, e.Evidence = EditRenamed, why
	}
	e.Weakens, e.Entry = weakens(&e, d.objects, d.steps), d.entry()
	d.edits = append(d.edits, e)
}

// entry names the entry without identifier in which the walk is.
func (d *differ) entry() string {
	for _, o := range slices.Backward(d.objects) {
		if o.form.id >= 0 && o.old.Field(o.form.id).Len() > 0 {
			break
		}
		for _, i := range o.form.key {
			if v := o.old.Field(i); !v.IsZero() {
				return o.form.kind + " " + echo(v.Interface())
			}
		}
	}
	return ""
}

// conclude marks the references that follow a renamed element, and counts them.
func (d *differ) conclude() {
	if len(d.evidence) == 0 {
		return
	}
	renames := make(map[string]*Edit)
	for i := range d.edits {
		if e := &d.edits[i]; e.Op == EditRenamed {
			renames[reflect.ValueOf(e.Before).String()] = e
		}
	}
	for i := range d.edits {
		e := &d.edits[i]
		if e.Op != EditChanged || e.Before == nil || e.After == nil {
			continue
		}
		before, after := reflect.ValueOf(e.Before), reflect.ValueOf(e.After)
		if before.Kind() != reflect.String || !refersTo(before.Type()) {
			continue
		}
		if r := renames[before.String()]; r != nil && after.String() == reflect.ValueOf(r.After).String() {
			e.Follows, e.Weakens = true, ""
			r.References++
		}
	}
}
