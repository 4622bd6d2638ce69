package strategy

import (
	"reflect"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
)

// treeNode is an element of a document that has, or may have, an identifier:
// the strategy itself or an entry of a list.
type treeNode struct {
	value reflect.Value // can be addressed
	form  *form
	up    *treeNode // the element around it, nil for the strategy
	list  string    // pointer from up to the list that it stands in
	place int       // in the list
	match *treeNode // the same element in the other document
	lists []nodeList
}

// nodeList is a list of elements, named by its pointer from the element around
// it.
type nodeList struct {
	at    string
	nodes []treeNode
}

// newTree returns the elements of a strategy.
func newTree(s *Strategy, f *form) *treeNode {
	root := &treeNode{value: reflect.ValueOf(s).Elem(), form: f}
	root.collect(root.value, f, "")
	return root
}

func (n *treeNode) collect(v reflect.Value, f *form, prefix string) {
	for i := range f.members {
		m := &f.members[i]
		if !m.form.holds {
			continue
		}
		field, at := v.Field(m.index), m.step
		if prefix != "" {
			at = prefix + m.step
		}
		if m.form.sort == objectForm {
			n.collect(field, m.form, at)
			continue
		}
		if field.Len() == 0 {
			continue
		}
		nodes := make([]treeNode, field.Len())
		n.lists = append(n.lists, nodeList{at, nodes})
		for j := range nodes {
			nodes[j] = treeNode{value: field.Index(j), form: m.form.elem, up: n, list: at, place: j}
			nodes[j].collect(nodes[j].value, m.form.elem, "")
		}
	}
}

// in returns the elements of a list of n; n may be nil.
func (n *treeNode) in(at string) []treeNode {
	if n == nil {
		return nil
	}
	for i := range n.lists {
		if n.lists[i].at == at {
			return n.lists[i].nodes
		}
	}
	return nil
}

// each calls f for n's descendants, in document order.
func (n *treeNode) each(f func(*treeNode)) {
	for i := range n.lists {
		nodes := n.lists[i].nodes
		for j := range nodes {
			f(&nodes[j])
			nodes[j].each(f)
		}
	}
}

func (n *treeNode) id() string { return n.value.Field(n.form.id).String() }

func (n *treeNode) element() ocs.Element { return ocs.Element{Kind: n.form.kind, ID: n.id()} }

func (n *treeNode) pointer() ocs.Pointer {
	if n.up == nil {
		return ""
	}
	return (n.up.pointer() + ocs.Pointer(n.list)).Index(n.place)
}

// named returns the innermost element with an identifier that n is or lies in,
// and the way from there to n.
func (n *treeNode) named() (*treeNode, ocs.Pointer) {
	if n.up == nil || n.id() != "" {
		return n, ""
	}
	named, way := n.up.named()
	return named, (way + ocs.Pointer(n.list)).Index(n.place)
}

// identity is what makes two elements the same one.
type identity struct {
	form *form
	id   string
}

// matcher finds which elements of two documents are the same.
type matcher struct {
	renamed  map[string]string // what an element was called and is called now
	evidence map[*treeNode]string
}

// match matches the elements of two documents: by their identifier and, where
// that was changed, by what else speaks for it. If an identifier stands several
// times, the first is matched with the first.
func match(a, b *treeNode) *matcher {
	m := &matcher{renamed: make(map[string]string), evidence: make(map[*treeNode]string)}
	a.match, b.match = b, a
	if a.id() != "" && b.id() != "" && a.id() != b.id() {
		m.renamed[a.id()] = b.id()
	}
	align(a, b)
	var fresh []*treeNode
	b.each(func(n *treeNode) {
		if n.match == nil && n.id() != "" {
			fresh = append(fresh, n)
		}
	})
	if len(fresh) > 0 {
		waiting := make(map[identity][]*treeNode)
		a.each(func(n *treeNode) {
			if id := n.id(); n.match == nil && id != "" {
				key := identity{n.form, id}
				waiting[key] = append(waiting[key], n)
			}
		})
		fresh = slices.DeleteFunc(fresh, func(n *treeNode) bool {
			key := identity{n.form, n.id()}
			old := waiting[key]
			if len(old) == 0 {
				return false
			}
			n.match, old[0].match = old[0], n
			waiting[key] = old[1:]
			return true
		})
	}
	if len(fresh) > 0 {
		var gone []*treeNode
		a.each(func(n *treeNode) {
			if n.match == nil && n.id() != "" {
				gone = append(gone, n)
			}
		})
		m.renames(a, b, gone, fresh)
	}
	loose := func(n *treeNode) {
		if n.match != nil {
			for i := range n.lists {
				pairLoose(n.lists[i].nodes, n.match.in(n.lists[i].at), m.renamed)
			}
		}
	}
	loose(a)
	a.each(loose)
	return m
}

// align matches the elements inside two matched ones that have the same
// identifiers at the same places, counted from the beginning of their list or
// from its end. Most have, and needn't be looked up.
func align(a, b *treeNode) {
	for i := range a.lists {
		olds, news := a.lists[i].nodes, b.in(a.lists[i].at)
		same := func(x, y *treeNode) bool {
			id := x.id()
			if id == "" || id != y.id() {
				return false
			}
			x.match, y.match = y, x
			align(x, y)
			return true
		}
		n, shorter := 0, min(len(olds), len(news))
		for n < shorter && same(&olds[n], &news[n]) {
			n++
		}
		for m := 1; m <= shorter-n && same(&olds[len(olds)-m], &news[len(news)-m]); m++ {
		}
	}
}

// The evidence that an element was renamed.
const (
	sameContent    = "same-content"
	sameTitle      = "same-title"
	sameReferences = "same-references"
)

// renames matches elements that have other identifiers, by what one of those
// that are gone and one of those that are new have in common and no other has.
func (m *matcher) renames(a, b *treeNode, gone, fresh []*treeNode) {
	unmatched := func(nodes []*treeNode) []*treeNode {
		return slices.DeleteFunc(nodes, func(n *treeNode) bool { return n.match != nil })
	}
	by := func(evidence string, feature func(n *treeNode, old bool) string) {
		gone, fresh = unmatched(gone), unmatched(fresh)
		if len(gone) == 0 || len(fresh) == 0 {
			return
		}
		type key struct {
			form    *form
			feature string
		}
		olds, news := make(map[key][]*treeNode), make(map[key][]*treeNode)
		for _, n := range gone {
			k := key{n.form, feature(n, true)}
			olds[k] = append(olds[k], n)
		}
		for _, n := range fresh {
			k := key{n.form, feature(n, false)}
			news[k] = append(news[k], n)
		}
		for _, n := range fresh {
			k := key{n.form, feature(n, false)}
			if k.feature == "" || len(olds[k]) != 1 || len(news[k]) != 1 {
				continue
			}
			old := olds[k][0]
			if evidence == sameReferences && !alike(n.form, old.value, n.value) {
				continue
			}
			old.match, n.match = n, old
			m.evidence[n] = evidence
			m.renamed[old.id()] = n.id()
		}
	}
	by(sameContent, func(n *treeNode, _ bool) string {
		if substance(n) == "" {
			return ""
		}
		return string(n.form.appendContent(nil, n.value, "id", nil))
	})
	by(sameTitle, func(n *treeNode, _ bool) string { return substance(n) })
	if gone, fresh = unmatched(gone), unmatched(fresh); len(gone) > 0 && len(fresh) > 0 {
		before, after := referrers(a, gone), referrers(b, fresh)
		by(sameReferences, func(n *treeNode, old bool) string {
			if old {
				return strings.Join(before[n.id()], "\n")
			}
			return strings.Join(after[n.id()], "\n")
		})
	}
}

// substance returns the text that says most about what an element is.
func substance(n *treeNode) string {
	for _, name := range []string{"title", "name", "description"} {
		if m := n.form.member(name); m != nil {
			if text := n.value.Field(m.index).String(); text != "" {
				return text
			}
		}
	}
	return ""
}

// alike reports whether two objects have at least half of what they state in
// common, identifiers apart.
func alike(f *form, a, b reflect.Value) bool {
	same, stated := common(f, a, b)
	return same > 0 && 2*same >= stated
}

// common counts the fields that two objects state alike, and those that at
// least one states.
func common(f *form, a, b reflect.Value) (same, stated int) {
	for i := range f.members {
		m := &f.members[i]
		if m.index == f.id {
			continue
		}
		x, y := a.Field(m.index), b.Field(m.index)
		if x.IsZero() && y.IsZero() {
			continue
		}
		stated++
		if m.form.equal(x, y) {
			same++
		}
	}
	return same, stated
}

// referrers lists for each of some elements the places that refer to it, named
// by elements that stand in both documents.
func referrers(root *treeNode, to []*treeNode) map[string][]string {
	found := make(map[string][]string)
	for _, n := range to {
		found[n.id()] = nil
	}
	way := make([]string, 0, 16)
	note := func(n *treeNode) {
		if n.match == nil {
			return
		}
		name := max(n.id(), n.match.id()) // the same in both documents
		n.form.eachReference(n.value, way[:0], func(id string, way []string) {
			if _, ok := found[id]; ok {
				found[id] = append(found[id], n.form.kind+" "+name+" "+strings.Join(way, ""))
			}
		})
	}
	note(root)
	root.each(note)
	return found
}

// eachReference calls f for the references of a value, with the names that lead
// there, but for those of the elements inside it.
func (f *form) eachReference(v reflect.Value, way []string, call func(id string, way []string)) {
	switch f.sort {
	case objectForm:
		for i := range f.members {
			m := &f.members[i]
			if m.index == f.id || m.form.sort == leafForm && !m.form.refers {
				continue
			}
			m.form.eachReference(v.Field(m.index), append(way, m.step), call)
		}
	case listForm:
		if f.elem.id >= 0 || f.elem.sort == leafForm && !f.elem.refers {
			return
		}
		for i := range v.Len() {
			f.elem.eachReference(v.Index(i), way, call)
		}
	case leafForm:
		if f.refers && v.Len() > 0 {
			call(v.String(), way)
		}
	}
}
