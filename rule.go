package ocs

import (
	"errors"
	"fmt"
	"iter"
	"strings"
)

// Rule is one thing that a T must satisfy, as a value: an agency adds its own
// in one literal. Several rules may share a code if all but their checks are
// equal; so one rule covers several kinds of element.
type Rule[T any] struct {
	// Code names the rule for ever: "commitment-without-lead". It is words of
	// lower-case ASCII letters and digits, joined by hyphens, a letter first.
	Code string

	// Title is what holds where the rule is kept, in one sentence without a
	// full stop: "every commitment has a lead".
	Title string

	// Doc explains the rule to the author of a strategy and says how to mend a breach.
	Doc string

	// Basis is where the demand comes from: a treaty article, a toolkit, real strategies.
	Basis string

	// Levels is the severity of a breach at each stage.
	Levels Levels

	// Fixed rules guard identity and references, without which nothing else can
	// be checked: no option or waiver lowers them.
	Fixed bool

	// NeedsDate says that the rule compares with the as-of date and is skipped without one.
	NeedsDate bool

	// Check reports the breaches in the value to the Pass. It neither changes
	// the value nor stops at the first breach, and keeps nothing of the Pass.
	Check func(*Pass, *T)
}

// Each lifts a rule about an element to a rule about the whole: the check runs
// for each element of the sequence, with that element in focus (see
// [Pass.On]). The sequence must yield pointers into the checked value and not
// to copies.
func Each[T, E any](r Rule[E], seq func(*T) iter.Seq[*E]) Rule[T] {
	return Rule[T]{
		Code:      r.Code,
		Title:     r.Title,
		Doc:       r.Doc,
		Basis:     r.Basis,
		Levels:    r.Levels,
		Fixed:     r.Fixed,
		NeedsDate: r.NeedsDate,
		Check: func(p *Pass, v *T) {
			inner := p.inner() // one for all elements: a clean document costs no allocation for each
			for e := range seq(v) {
				inner.elem, inner.focused = e, nil
				r.Check(inner, e)
			}
		},
	}
}

// CheckRules reports what is wrong with a list of rules: a code that is not of
// the form [Rule] describes, a missing title, doc, basis or check, levels that
// aren't valid, and two rules with one code but different metadata. The error
// joins all faults. It is meant for the tests of those who write rules.
func CheckRules[T any](rules []Rule[T]) error {
	var faults []error
	fault := func(r Rule[T], format string, args ...any) {
		faults = append(faults, fmt.Errorf("rule %q: %s", r.Code, fmt.Sprintf(format, args...)))
	}
	first := make(map[string]Rule[T])
	for _, r := range rules {
		if !isSlug(r.Code) {
			fault(r, "a code must be lower-case words joined by hyphens")
		}
		for _, text := range []struct{ name, text string }{{"title", r.Title}, {"doc", r.Doc}, {"basis", r.Basis}} {
			if strings.TrimSpace(text.text) == "" {
				fault(r, "must have a %s", text.name)
			}
		}
		if !r.Levels.Valid() {
			fault(r, "levels must be five of the letters E, W, i and -, not %q", string(r.Levels))
		}
		if r.Check == nil {
			fault(r, "must have a check")
		}
		f, seen := first[r.Code]
		if !seen {
			first[r.Code] = r
		} else if !sameMetadata(f, r) {
			fault(r, "rules with one code must be equal in all but their checks")
		}
	}
	return errors.Join(faults...)
}

func sameMetadata[T any](a, b Rule[T]) bool {
	return a.Title == b.Title && a.Doc == b.Doc && a.Basis == b.Basis && a.Levels == b.Levels &&
		a.Fixed == b.Fixed && a.NeedsDate == b.NeedsDate
}

// isSlug reports whether s is lower-case ASCII words joined by hyphens, a letter first.
func isSlug(s string) bool {
	last := byte('-')
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z':
		case '0' <= c && c <= '9' && i > 0:
		case c == '-' && last != '-':
		default:
			return false
		}
		last = s[i]
	}
	return last != '-'
}
