package strategy

import (
	"fmt"
	"reflect"

	"github.com/ocs-framework/ocs"
)

// The codes of what Merge reports.
const (
	mergeConflict = "merge-conflict"
	mergeDeleted  = "merge-deleted"
	mergeMoved    = "merge-moved"
	mergeBreaks   = "merge-breaks"
)

// MergeRules describes the codes that [Merge] reports. They have no check of
// their own and are not among [Rules].
func MergeRules() []ocs.Rule[Strategy] {
	rule := func(code, title, doc string) ocs.Rule[Strategy] {
		return ocs.Rule[Strategy]{Code: code, Title: title, Doc: doc, Basis: "ours", Levels: "EEEEE", Fixed: true}
	}
	return []ocs.Rule[Strategy]{
		rule(mergeConflict, "no value is changed in two ways",
			"Both drafts changed the same value, each to another. The merged strategy has ours. Decide, and put the value right."),
		rule(mergeDeleted, "nothing is deleted in one draft and changed in the other",
			"What one draft deleted, the other changed. The merged strategy has what ours made of it: it is gone, or there with our changes. "+
				"Decide whether it is still wanted."),
		rule(mergeMoved, "no element is moved to two places",
			"Both drafts moved an element, each into another list. It stands where ours put it."),
		rule(mergeBreaks, "two drafts together break no rule that each of them keeps",
			"Each change fits its own draft, and together they don't: one draft refers to what the other deleted, both gave new elements the same "+
				"identifier, or together they make a circle. The rule that is broken is named in the message. The place is one of the merged strategy."),
	}
}

// Merge brings together what two drafts changed in a base that both began from,
// element by element and field by field. What only one draft changed is taken
// from it. None of the three is changed, and the result shares nothing with
// them.
//
// Elements are matched as by [Diff]: one that was moved in one draft and edited
// in the other is moved and edited, and references follow one that was renamed.
// Lists keep the order of the draft that reordered them, ours if both did; what
// both added at one place stands in the order ours, theirs.
//
// Where the drafts can't be reconciled there is a finding, of the codes in
// [MergeRules], and the result has what ours says; nothing is ever written into
// a value. Path points to the value in ours, or to what would hold it, and the
// first of Related to the same in theirs. If there is no such conflict, the
// result breaks no rule, for the stage it is at, with the severity of an error
// that neither draft breaks; where it would, there are findings merge-breaks,
// with places of the result.
func Merge(base, ours, theirs *Strategy) (Strategy, ocs.Findings) {
	m := newMerger(base, ours, theirs)
	merged := m.element(m.root).Interface().(Strategy)
	m.follow(&merged)
	if len(m.findings) == 0 {
		m.findings = broken(&merged, ours, theirs)
	}
	return merged, m.findings
}

// broken finds errors that neither of two drafts has.
func broken(merged, ours, theirs *Strategy) ocs.Findings {
	type fault struct {
		rule, message string
		element       ocs.Element
	}
	found := Validate(merged, nil).Findings
	if found.Count(ocs.Error) == 0 {
		return nil
	}
	fixed := make(map[string]bool)
	for _, r := range Rules() {
		fixed[r.Code] = r.Fixed
	}
	faultOf := func(f *ocs.Finding) fault {
		key := fault{rule: f.Rule, element: f.Element}
		if fixed[f.Rule] { // of the others, the message may count what both drafts add to
			key.message = f.Message
		}
		return key
	}
	known := make(map[fault]bool)
	for _, s := range []*Strategy{ours, theirs} {
		found := Validate(s, nil).Findings
		for i := range found {
			known[faultOf(&found[i])] = true
		}
	}
	var fresh ocs.Findings
	for _, f := range found {
		if f.Severity == ocs.Error && !known[faultOf(&f)] {
			f.Message = fmt.Sprintf("the drafts together break %s: %s", f.Rule, f.Message)
			f.Rule = mergeBreaks
			fresh = append(fresh, f)
		}
	}
	return fresh
}

// draftMerger brings together two drafts.
type draftMerger struct {
	form        *form
	root        *mergeClass
	classes     map[*treeNode]*mergeClass
	ordered     []*mergeClass             // those in base, then those that ours and theirs added
	members     map[mergeList]mergeOrders // what stands in each list of the result
	oursNames   map[string]string         // what ours calls elements of the base
	theirsNames map[string]string
	findings    ocs.Findings
}

// mergeClass is one element in the base and both drafts, nil where it isn't.
type mergeClass struct {
	base, ours, theirs *treeNode
	decided, kept      bool
}

// mergeList is a list of an element of the result.
type mergeList struct {
	in *mergeClass
	at string
}

func newMerger(base, ours, theirs *Strategy) *draftMerger {
	f := strategyForm()
	// The base is there twice, since an element knows its counterpart in one other document.
	b1, b2, o, t := newTree(base, f), newTree(base, f), newTree(ours, f), newTree(theirs, f)
	m := &draftMerger{form: f, classes: make(map[*treeNode]*mergeClass), members: make(map[mergeList]mergeOrders),
		oursNames: match(b1, o).renamed, theirsNames: match(b2, t).renamed}
	var same []*treeNode // of b2
	b2.each(func(n *treeNode) { same = append(same, n) })
	m.root = m.class(&mergeClass{base: b1, ours: o, theirs: t})
	i := 0
	b1.each(func(n *treeNode) {
		m.class(&mergeClass{base: n, ours: n.match, theirs: same[i].match})
		m.classes[same[i]] = m.classes[n]
		i++
	})
	m.additions(o, t)
	m.place()
	return m
}

func (m *draftMerger) class(c *mergeClass) *mergeClass {
	for _, n := range []*treeNode{c.base, c.ours, c.theirs} {
		if n != nil {
			m.classes[n] = c
		}
	}
	m.ordered = append(m.ordered, c)
	return c
}

// additions classes what a draft added. What both added with one identifier,
// or without one into the same list and alike in content or natural key, is
// the same.
func (m *draftMerger) additions(o, t *treeNode) {
	waiting := make(map[identity][]*mergeClass)
	loose := make(map[mergeList][]*treeNode) // of ours
	o.each(func(n *treeNode) {
		if m.classes[n] != nil {
			return
		}
		c := m.class(&mergeClass{ours: n})
		if key := (identity{n.form, n.id()}); key.id != "" {
			waiting[key] = append(waiting[key], c)
		} else {
			list := mergeList{m.classes[n.up], n.list}
			loose[list] = append(loose[list], n)
		}
	})
	t.each(func(n *treeNode) {
		if m.classes[n] == nil {
			c := &mergeClass{theirs: n}
			if key := (identity{n.form, n.id()}); key.id != "" && len(waiting[key]) > 0 {
				c = waiting[key][0]
				c.theirs, m.classes[n] = n, c
				waiting[key] = waiting[key][1:]
			} else if key.id != "" {
				m.class(c)
			}
		}
		for i := range n.lists {
			m.looseAdditions(n, &n.lists[i], loose)
		}
	})
	for i := range t.lists {
		m.looseAdditions(t, &t.lists[i], loose)
	}
	t.each(func(n *treeNode) {
		if m.classes[n] == nil {
			m.class(&mergeClass{theirs: n})
		}
	})
}

// looseAdditions classes what theirs added to a list without an identifier.
func (m *draftMerger) looseAdditions(in *treeNode, list *nodeList, ours map[mergeList][]*treeNode) {
	olds := ours[mergeList{m.classes[in], list.at}]
	if m.classes[in] == nil || len(olds) == 0 {
		return
	}
	var news []*treeNode
	for i := range list.nodes {
		if n := &list.nodes[i]; m.classes[n] == nil && n.id() == "" {
			news = append(news, n)
		}
	}
	values := func(nodes []*treeNode) reflect.Value {
		v := reflect.MakeSlice(reflect.SliceOf(olds[0].form.typ), len(nodes), len(nodes))
		for i, n := range nodes {
			v.Index(i).Set(n.value)
		}
		return v
	}
	for j, i := range pairEntries(values(olds), values(news), olds[0].form, nil, false) {
		if i >= 0 {
			c := m.classes[olds[i]]
			c.theirs, m.classes[news[j]] = news[j], c
		}
	}
}

// decide says whether an element is in the result, and reports a conflict.
func (m *draftMerger) decide(c *mergeClass) bool {
	if c.decided {
		return c.kept
	}
	c.decided, c.kept = true, true
	if c.base == nil || c.ours != nil && c.theirs != nil {
		return true
	}
	if c.ours == nil && c.theirs == nil {
		c.kept = false
		return false
	}
	left := c.ours
	if left == nil {
		left = c.theirs
	}
	// What goes with the element around it, or is kept with it, has no say of its own.
	if around := m.classes[c.base.up]; m.classes[left.up] == around && around != m.root {
		if c.ours == nil && around.ours == nil || c.theirs == nil && around.theirs == nil {
			c.kept = m.decide(around)
			return c.kept
		}
	}
	if m.unchanged(c, left) {
		c.kept = false
		return false
	}
	c.kept = c.ours != nil
	where, what := "theirs", "ours"
	if c.ours == nil {
		where, what = what, where
	}
	m.report(mergeDeleted, m.pointerIn(c, false), m.pointerIn(c, true), left,
		fmt.Sprintf("%v is deleted in %s and changed in %s", left.element(), where, what))
	return c.kept
}

// unchanged reports whether a draft left an element of the base as it was.
func (m *draftMerger) unchanged(c *mergeClass, n *treeNode) bool {
	return m.classes[n.up] == m.classes[c.base.up] && n.list == c.base.list && n.form.equal(c.base.value, n.value)
}

// pointerIn returns where an element stands in a draft, or else what would hold
// it.
func (m *draftMerger) pointerIn(c *mergeClass, theirs bool) ocs.Pointer {
	in := func(c *mergeClass) *treeNode {
		if theirs {
			return c.theirs
		}
		return c.ours
	}
	if n := in(c); n != nil {
		return n.pointer()
	}
	n := c.base
	if n == nil {
		n = c.ours
	}
	if n == nil {
		n = c.theirs
	}
	for around := n.up; around != nil; around = around.up {
		if there := in(m.classes[around]); there != nil {
			return there.pointer() + ocs.Pointer(n.list)
		}
		n = around
	}
	return ""
}

func (m *draftMerger) report(code string, ours, theirs ocs.Pointer, n *treeNode, message string) {
	named, _ := n.named()
	m.findings = append(m.findings, ocs.Finding{
		Rule: code, Severity: ocs.Error, Path: ours, Element: named.element(), Message: message,
		Help:    "decide which is right and change the merged strategy, which has ours",
		Related: []ocs.Related{{Path: theirs, Message: "theirs"}},
	})
}

// place puts every element that is kept into a list of the result.
func (m *draftMerger) place() {
	placed := make(map[*mergeClass]mergeList)
	for _, c := range m.ordered {
		if c != m.root && m.decide(c) {
			placed[c] = m.placement(c)
		}
	}
	orders := func(n *treeNode, into func(*mergeOrders, *mergeClass)) {
		n.each(func(n *treeNode) {
			c := m.classes[n]
			list := mergeList{m.classes[n.up], n.list}
			if at, ok := placed[c]; ok && at == list {
				o := m.members[list]
				into(&o, c)
				m.members[list] = o
			}
		})
	}
	orders(m.root.base, func(o *mergeOrders, c *mergeClass) { o.base = append(o.base, c) })
	orders(m.root.ours, func(o *mergeOrders, c *mergeClass) { o.ours = append(o.ours, c) })
	orders(m.root.theirs, func(o *mergeOrders, c *mergeClass) { o.theirs = append(o.theirs, c) })
}

// placement returns the list in which an element stands in the result.
func (m *draftMerger) placement(c *mergeClass) mergeList {
	in := func(n *treeNode) (l mergeList) {
		if n != nil {
			l = mergeList{m.classes[n.up], n.list}
		}
		return l
	}
	base, ours, theirs := in(c.base), in(c.ours), in(c.theirs)
	choice := ours
	switch {
	case c.ours == nil, c.theirs != nil && ours == base:
		choice = theirs
	case c.theirs == nil, ours == theirs, theirs == base:
	default:
		m.report(mergeMoved, c.ours.pointer(), c.theirs.pointer(), c.ours,
			fmt.Sprintf("%v is moved to %v in ours and to %v in theirs", c.ours.element(), c.ours.up.element(), c.theirs.up.element()))
	}
	for _, l := range []mergeList{choice, ours, theirs} {
		if l.in != nil && m.decide(l.in) {
			return l
		}
	}
	return choice // it goes with what holds it
}

// element returns the merged value of an element.
func (m *draftMerger) element(c *mergeClass) reflect.Value {
	s := mergeSides{class: c, ours: m.pointerIn(c, false), theirs: m.pointerIn(c, true)}
	values := func(n, other, last *treeNode) reflect.Value {
		for _, n := range []*treeNode{n, other, last} {
			if n != nil {
				return n.value
			}
		}
		return reflect.Value{}
	}
	// A draft that lacks the element has nothing to say: it counts as unchanged.
	s.b = values(c.base, c.ours, c.theirs)
	s.o = values(c.ours, c.base, c.theirs)
	s.t = values(c.theirs, c.base, c.ours)
	f := nodeOf(c).form
	if c.base == nil && c.ours != nil && c.theirs != nil {
		s.b = reflect.New(f.typ).Elem()
	}
	return m.object(s, f)
}

func nodeOf(c *mergeClass) *treeNode {
	switch {
	case c.ours != nil:
		return c.ours
	case c.theirs != nil:
		return c.theirs
	}
	return c.base
}
