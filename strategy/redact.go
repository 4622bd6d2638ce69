package strategy

import (
	"reflect"
	"slices"

	"github.com/ocs-framework/ocs"
)

// Release is a copy of a strategy for those who may see what is marked up to a
// level, and the account of how it was made. Only the copy may leave the house:
// the account names what the copy lacks.
type Release struct {
	// Strategy is the copy. It shares with the original what is the same in both.
	Strategy Strategy

	// Withheld is what the copy lacks, in document order.
	Withheld []Withheld

	// Findings are what a person should look at before the copy is given away:
	// references and texts in it that tell of something withheld. Their paths are
	// those in the original, where they are to be mended. See [ReleaseReference]
	// and [ReleaseText].
	Findings ocs.Findings
}

// Withheld is something that a copy lacks.
type Withheld struct {
	// Element is the element withheld, or that from which something was.
	Element ocs.Element `json:"element"`

	// Path is where it stands in the original.
	Path ocs.Pointer `json:"path"`

	// Reason says why.
	Reason WithheldReason `json:"reason"`

	// Marking is with whom it may be shared: its own marking, or that of what it is part of or about.
	Marking ocs.Marking `json:"marking,omitzero"`

	// Stub says that a stub is left, with the identifier and nothing else, since the copy refers to the element or
	// holds a part of it.
	Stub bool `json:"stub,omitzero"`
}

// WithheldReason is why something was withheld.
type WithheldReason string

// The reasons.
const (
	WithheldMarked  WithheldReason = "marked"  // its own marking is stricter than the level; a group without one is amber
	WithheldWithin  WithheldReason = "within"  // it has no marking, and what it is part of is withheld
	WithheldAbout   WithheldReason = "about"   // it says something about an element that is withheld
	WithheldUncited WithheldReason = "uncited" // it is a source that only withheld elements cite
)

var withheldReasons = []WithheldReason{WithheldMarked, WithheldWithin, WithheldAbout, WithheldUncited}

// Known reports whether r is in the vocabulary.
func (r WithheldReason) Known() bool { return slices.Contains(withheldReasons, r) }

// Terms lists the vocabulary.
func (WithheldReason) Terms() []string { return ocs.Words(withheldReasons) }

// The codes of findings about a release. They are warnings.
const (
	ReleaseReference = "release-reference" // the copy refers to what is withheld, so that its identifier stays
	ReleaseText      = "release-text"      // a text in the copy quotes the identifier or a name of what is withheld
)

// ReleaseGround is the ground of the redactions that [Redact] adds. It is the
// same for all, so that it tells nothing.
const ReleaseGround = "not for release at this level"

// Redact returns the copy of a strategy for those who may see what is marked up
// to the level. A level that isn't known, or absent, counts as clear. The
// strategy that is given isn't changed.
//
// An element is withheld if the marking that holds for it is stricter than the
// level: its own, else that of what it is part of, else the document's. A
// criminal group without a marking is amber, or as strict as the document. With
// an element goes what is in it, but for parts with a marking of their own that
// allows them; and what is about it: updates, readings, waivers, redactions and
// origins, and sources that nothing else cites. What the copy refers to, or
// holds a part of, stays as a stub: its identifier, marked with the level. Of a
// strategy that is itself stricter, what has no marking of its own is withheld,
// and the schema, identifier, stage and the identifier of the framework stay.
//
// References in the copy lead somewhere. Where it lacks something it says so
// under redactions, on the [ReleaseGround], so that no rule demands it. A copy
// at the level clear is marked clear as a whole.
//
// To redact a copy again gives what redacting the original gives: a lower level
// never shows more. Texts are copied as they are; those that quote what is
// withheld are among the findings, as far as they can be recognised.
// Translations are for the copy to be given through [Localise], which leaves
// out what the copy lacks.
func Redact(s *Strategy, level ocs.Marking) Release {
	if !level.Known() {
		level = ocs.MarkingClear
	}
	r := &redactor{level: level, root: outline(s), fates: make(map[*branch]fate), withheld: make(map[ocs.ID]ocs.Marking),
		removed: make(map[ocs.ID]bool), needed: make(map[ocs.ID]bool), lost: make(map[ocs.ID]map[string]bool)}
	r.decide()
	out := Release{Strategy: r.copy(r.root).Interface().(Strategy)}
	if _, hidden := r.fates[r.root]; hidden {
		out.Strategy.Schema, out.Strategy.Stage = s.Schema, s.Stage
		if len(s.Framework.Pillars) == 0 || len(out.Strategy.Framework.Pillars) > 0 {
			out.Strategy.Framework.ID = s.Framework.ID
		}
	}
	if level == ocs.MarkingClear {
		out.Strategy.Marking = level
	}
	out.Strategy.Redactions = r.explain(out.Strategy.Redactions)
	out.Withheld = r.account
	out.Findings = r.review()
	return out
}

// fate is what becomes of an element in a copy. Zero is that it is shown.
type fate struct {
	reason WithheldReason // why it isn't
	stub   bool
}

func (f fate) gone() bool { return f.reason != "" && !f.stub }

type redactor struct {
	level    ocs.Marking
	root     *branch
	fates    map[*branch]fate           // of what isn't shown
	withheld map[ocs.ID]ocs.Marking     // the elements that their markings withhold
	removed  map[ocs.ID]bool            // sources that are gone with what cited them
	needed   map[ocs.ID]bool            // what the copy refers to
	lost     map[ocs.ID]map[string]bool // the lists of an element from which something is gone
	account  []Withheld
}

// decide determines the fate of every element.
func (r *redactor) decide() {
	cited := make(map[ocs.ID]bool) // by anything
	r.root.all(func(p *branch) {
		p.own(nil, func(at ocs.Pointer, v reflect.Value) { cited[reference(at, v)] = true })
		if p.marking.Compare(r.level) <= 0 {
			return
		}
		reason := WithheldWithin
		if p.marked || p.kind == groupKind && p.parent.marking.Compare(r.level) <= 0 {
			reason = WithheldMarked
		}
		r.fates[p] = fate{reason: reason, stub: p == r.root}
		if p.id != "" {
			r.withheld[p.id] = p.marking
		}
	})
	r.root.all(func(p *branch) {
		r.shown(p, func(at ocs.Pointer, v reflect.Value) {
			if !about(at) {
				r.needed[reference(at, v)] = true
			}
		})
	})
	r.root.all(func(p *branch) {
		switch f, hidden := r.fates[p]; {
		case hidden && p.id != "" && r.needed[p.id]:
			f.stub = true
			r.fates[p] = f
		case !hidden && p.kind == sourceKind && cited[p.id] && !r.needed[p.id]:
			r.fates[p] = fate{reason: WithheldUncited}
			r.removed[p.id] = true
		}
		if r.fates[p].gone() {
			return
		}
		for up := p.parent; up != nil; up = up.parent {
			if f, hidden := r.fates[up]; hidden {
				f.stub = true
				r.fates[up] = f
			}
		}
	})
}

// shown shows what the copy has of a part beside its identifier.
func (r *redactor) shown(p *branch, show func(at ocs.Pointer, v reflect.Value)) {
	if _, hidden := r.fates[p]; !hidden {
		p.own(r.isAboutWithheld, show)
	} else if p == r.root {
		p.own(r.isAboutWithheld, func(at ocs.Pointer, v reflect.Value) {
			if aboutElements("/" + ocs.Pointer(topField(at))) {
				show(at, v)
			}
		})
	}
}

// topic returns the element that an update, reading, waiver, redaction or
// origin is about.
func topic(entry reflect.Value) (id ocs.ID, ok bool) {
	switch e := entry.Addr().Interface().(type) {
	case *Update:
		return ocs.ID(e.Commitment), true
	case *Reading:
		return ocs.ID(e.Indicator), true
	case *Waiver:
		return e.Element, true
	case *Redaction:
		return e.Element, true
	case *Origin:
		return e.Element, true
	}
	return "", false
}

// about reports whether a reference is that of a waiver, redaction or origin to
// the element that it is about. It goes with the element, and doesn't keep it.
func about(at ocs.Pointer) bool { return at.Last() == "element" && aboutElements(at.Parent().Parent()) }

// aboutElements reports whether the list of a strategy holds what is about
// elements, and stays with them even if the document itself is withheld.
func aboutElements(list ocs.Pointer) bool {
	return list == "/waivers" || list == "/redactions" || list == "/origins"
}

// isAboutWithheld reports whether an entry of a list goes with an element that
// is withheld or gone.
func (r *redactor) isAboutWithheld(entry reflect.Value) bool {
	id, ok := topic(entry)
	if ok && id == "" && entry.Type() == reflect.TypeFor[Waiver]() {
		_, hidden := r.fates[r.root]
		return hidden
	}
	_, hidden := r.withheld[id]
	return ok && (hidden || r.removed[id])
}
