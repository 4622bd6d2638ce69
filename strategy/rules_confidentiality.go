package strategy

import (
	"maps"
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
)

func confidentialityRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{restrictedInPublic, personalData, markingExposed, withheldAmount}
}

// public reports whether the document says of itself that it may be read by
// everybody. Without a marking it says nothing: it may be a working copy.
func (s *Strategy) public() bool { return s.Marking == ocs.MarkingClear }

var restrictedInPublic = ocs.Rule[Index]{
	Code:  "restricted-in-public",
	Title: "a document that is marked clear holds nothing that is restricted",
	Doc: "A strategy whose own marking is clear says that all of it may be published. An element with a stricter marking, or a criminal group without one, which is amber, doesn't belong in it. " +
		"Take the element out of the public copy and say so under redactions, or mark it clear if it is. " +
		"A working copy that holds restricted elements states no marking of its own, or the strictest.",
	Basis:  "FIRST TLP 2.0 (recalled); New Zealand 2020: a text released with parts withheld",
	Levels: "EEEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		if !ix.s.public() || !ix.suspicions().restricted {
			return
		}
		v := survey{text: func(*survey, *string, bool) {}}
		v.element = func(v *survey) {
			e := v.here()
			_, isGroup := e.elem.(*threat.Group)
			switch {
			case e.own == nil || e.marking == ocs.MarkingClear:
			case *e.own != "":
				v.on(p).Report(e.own, "marked %s in a document that is marked clear", short(e.marking)).
					Help("take it out of the public copy, or mark it clear if it is").Related(&ix.s.Marking, "the document's marking")
			case isGroup:
				v.on(p).Report(e.own, "group has no marking, so that it is amber, in a document that is marked clear").
					Help("take it out of the public copy, or mark it clear if it is").Related(&ix.s.Marking, "the document's marking")
			}
		}
		v.strategy(ix.s)
	},
}

var personalData = ocs.Rule[Index]{
	Code:  "personal-data",
	Title: "a document that is marked clear holds no personal data and no detail of a case",
	Doc: "A published strategy names offices, not persons. Texts are searched for what looks like a person's e-mail address, a telephone number with its country code, " +
		"the number of an identity card or passport, and the number of a criminal case; mailboxes of offices and numbers of hotlines are left alone. " +
		"Remove what is found, or waive the rule where it is an office's after all. Since patterns err, drafts are only warned. Names of persons can't be found in this way.",
	Basis:  "do no harm; New Zealand 2020: a text released with parts withheld",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		if known := ix.suspicions(); !ix.s.public() || !known.personal && !known.extended {
			return
		}
		const help = "remove it, or give the office in its place"
		v := survey{
			text: func(v *survey, text *string, _ bool) {
				if what := personal(*text); what != "" {
					v.on(p).Report(text, "text holds what looks like %s", what).Help(help)
				}
			},
			extensions: func(v *survey, e *ocs.Extensions) {
				for _, key := range slices.Sorted(maps.Keys(*e)) {
					if what := personal(string((*e)[key])); what != "" {
						v.on(p).Report(e, "key %q holds what looks like %s", short(key), what).Help(help)
					}
				}
			},
		}
		v.strategy(ix.s)
	},
}
