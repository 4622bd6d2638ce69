package stratml

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/internal/faults"
	"github.com/ocs-framework/ocs/strategy"
)

// Document is a strategy as it was read from StratML, with what was wrong in
// the document.
type Document struct {
	// Strategy is what the document says, in the terms of the model.
	Strategy strategy.Strategy

	// Part is the part of the standard that the document is of, 0 if it was refused.
	Part Part

	// Findings say where the document departs from the standard and what was done
	// about it. Their paths are those of elements, such as
	// /StrategicPlanCore/Goal/2/Objective/0/Identifier below the root element, where
	// what may be repeated is counted from 0. [Faults] describes their codes.
	Findings ocs.Findings

	// Omitted are the codes with more than 1000 findings, with how many there are
	// beyond.
	Omitted []ocs.Omission

	// Unified are the actors that the document names more than once.
	Unified []Unified

	// Refused says that nothing was read: the document isn't well-formed, exceeds a
	// limit, or isn't StratML of Part 1 or 2.
	Refused bool
}

// Decode reads a document of Part 1 or 2, in the namespace of the standard, in
// that of the drafts before it or in none. The name appears in positions; no
// file of that name is opened.
//
// It reads whatever can be understood, in any order, and reports every
// departure from the standard. What the model has no field for, and what the
// standard doesn't know, is kept under [Extension], so that [Encode] writes it
// back.
func Decode(name string, data []byte, o *Options) *Document {
	limits := o.limits()
	if len(data) > limits.MaxBytes {
		return refuse(name, nil, 0, &fault{code: xmlLimit, message: fmt.Sprintf("the document is larger than %d bytes", limits.MaxBytes)})
	}
	text, skipped, f := decodeText(data)
	if f != nil {
		return refuse(name, data, 0, f)
	}
	t, f := parse(text, &limits)
	if f != nil {
		return refuse(name, text, skipped, f)
	}
	part, f := recognise(t.root)
	if f != nil {
		return refuse(name, text, skipped, f)
	}
	d := decodeTree(t, text, part)
	locate(name, text, skipped, d.Findings)
	var mentions []*ocs.Position
	for _, u := range d.Unified {
		for i := range u.Mentions {
			mentions = append(mentions, &u.Mentions[i])
		}
	}
	place(name, text, skipped, mentions)
	d.Findings.Sort()
	return d
}

// refuse is a document that could not be read.
func refuse(name string, text []byte, skipped int, f *fault) *Document {
	d := &Document{Refused: true, Findings: ocs.Findings{{Rule: f.code, Severity: faults.Severity(Faults(), f.code), Message: f.message, Help: f.help,
		Pos: ocs.Position{Offset: f.offset}}}}
	locate(name, text, skipped, d.Findings)
	return d
}

// recognise tells which part a document is of.
func recognise(root *node) (Part, *fault) {
	space, local := root.name.Space, root.name.Local
	switch {
	case strings.HasPrefix(space, "urn:schemas:AIIM:org:"):
		return 0, &fault{code: part3, offset: root.begin, message: "the document is of StratML Part 3, additional elements",
			help: "only Parts 1 and 2 are read"}
	case strings.HasPrefix(space, "http://schemas.stratml.us/3") || local == "OrganizationalStrategyDocument":
		return 0, &fault{code: dialect, offset: root.begin, message: "the document is in the dialect called StratML 3.5",
			help: "it is no part of the standard; only Parts 1 and 2 are read"}
	case local != Part1.root() && local != Part2.root():
		return 0, &fault{code: notStratML, offset: root.begin, message: fmt.Sprintf("the root element is %s", ocs.Quote(local)),
			help: "a document of StratML begins with StrategicPlan or PerformancePlanOrReport"}
	}
	core := false
	for _, k := range root.kids {
		core = core || k.kind == element && k.name.Local == "StrategicPlanCore"
	}
	for _, k := range root.kids {
		if k.kind == element && !core && slices.Contains([]string{"Goals", "Goal", "Objectives", "Organizations", "Organization", "Targets", "Measures",
			"StrategyFramework", "Plan", "NameDescription"}, k.name.Local) {
			return 0, &fault{code: dialect, offset: k.begin, message: fmt.Sprintf("%s holds %s and no StrategicPlanCore", local, ocs.Quote(k.name.Local)),
				help: "the words are StratML's, the arrangement is not; only Parts 1 and 2 are read"}
		}
	}
	if local == Part1.root() {
		return Part1, nil
	}
	return Part2, nil
}

// carriedVersion is the body of the instruction that says that ocs wrote the
// document, in the version of what the other instructions hold.
const carriedVersion = "v1"

// decodeTree maps a tree onto the model. Positions of findings hold offsets.
func decodeTree(t *tree, text []byte, part Part) *Document {
	r := &reader{text: text, part: part, namespace: t.root.name.Space, counts: make(map[string]int), first: make(map[string]spot)}
	root := &spot{name: t.root.name.Local, at: t.root.begin}
	if r.namespace != part.namespace() {
		r.report(oldNamespace, root, "the namespace is %s, not that of the standard", ocs.Quote(r.namespace))
	}
	d := r.plan(t.root)
	if r.namespace != part.namespace() {
		d.Namespace = r.namespace
		if d.Namespace == "" {
			d.Namespace = "none"
		}
	}
	d.Before, d.After = around(text, t.before), around(text, t.after)
	r.reportBlanks()
	stated := d.Type
	m := importPlan(r, &d)
	if inferred := inferType(&m.s); stated == planTypes[0] && inferred != stated {
		r.report(contradictedType, root, "Type is %s, but the document holds indicators", stated)
	}
	if m.carried {
		m.applyCarried(root)
	} else if len(d.Carried) > 0 {
		r.report(carriedUnreadable, root, "what the document carries is of another version")
	}
	doc := &Document{Strategy: m.s, Part: part, Findings: r.findings, Unified: m.unified}
	for _, f := range Faults() {
		if n := r.counts[f.Code]; n > maxOfOne {
			doc.Omitted = append(doc.Omitted, ocs.Omission{Rule: f.Code, Count: n - maxOfOne})
		}
	}
	return doc
}

// around returns the comments and instructions outside the root as they stand.
func around(text []byte, nodes []*node) []string {
	var list []string
	for _, n := range nodes {
		list = append(list, string(text[n.begin:n.end]))
	}
	return list
}

// applyCarried adds to what the visible document says what ocs carried beside
// it. If that can't be read, the visible document stands alone.
func (m *importer) applyCarried(root *spot) {
	visible, err := marshalAny(m.s)
	if err != nil {
		m.report(carriedUnreadable, root, "what the document carries can't be applied")
		return
	}
	var p patcher
	v := reflect.ValueOf(&m.s).Elem()
	for _, text := range m.d.Carried {
		if text == carriedVersion {
			continue
		}
		name, delta, _ := strings.Cut(text, " ")
		if err = p.applyMember(name, json.RawMessage(delta), v); err != nil {
			break
		}
	}
	if err != nil {
		m.s = strategy.Strategy{}
		if json.Unmarshal(visible, &m.s) != nil {
			m.s = strategy.Strategy{}
		}
		m.report(carriedUnreadable, root, "what the document carries can't be read")
		return
	}
	for _, at := range p.stale {
		m.report(carriedStale, root, "%s was changed since ocs wrote the document", at)
	}
}

// applyMember applies the delta of one member of the strategy.
func (p *patcher) applyMember(name string, delta json.RawMessage, s reflect.Value) error {
	for i := range s.NumField() {
		if fieldName(s.Type().Field(i)) == name {
			return p.apply(delta, s.Field(i), ocs.Pointer("").Append(name))
		}
	}
	return errDelta
}
