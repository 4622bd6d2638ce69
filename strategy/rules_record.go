package strategy

import (
	"encoding"
	"reflect"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// recordRules are about what excuses gaps: waivers and redactions.
func recordRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{waiverUnexplained, redactionUnexplained, redactionUnknownField}
}

var waiverUnexplained = ocs.Rule[Index]{
	Code:   "waiver-unexplained",
	Title:  "every waiver gives its reason",
	Doc:    "A waiver silences a rule. Whoever reviews the strategy must be able to see why, and the next author whether the reason still holds. State it in a sentence.",
	Basis:  "a waiver is an exception, granted for a reason and a time",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		for i := range ix.s.Waivers {
			if w := &ix.s.Waivers[i]; blank(w.Reason) {
				p.Report(&w.Reason, "waiver of %q has no reason", short(w.Rule)).Help("say why it is excused, or remove the waiver")
			}
		}
	},
}

var redactionUnexplained = ocs.Rule[Index]{
	Code:  "redaction-unexplained",
	Title: "every redaction states its ground",
	Doc: "What is withheld from a public copy is withheld on a ground that the law gives, which the reader may contest. " +
		"Name the ground, and cite the provision if there is one.",
	Basis:  "New Zealand 2020: each part withheld from the release has its legal ground",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		for i := range ix.s.Redactions {
			if r := &ix.s.Redactions[i]; blank(r.Ground) {
				p.Report(&r.Ground, "redaction of %q states no ground", short(r.Element)).Help("name the ground, or restore what was withheld")
			}
		}
	},
}

var redactionUnknownField = ocs.Rule[Index]{
	Code:  "redaction-unknown-field",
	Title: "every redaction names fields that its element has",
	Doc: "A field that is named as withheld is not demanded. A name that no such element has excuses nothing, and leaves the reader in doubt about what was taken out. " +
		"Name the field as documents write it, such as lead or partners/1.",
	Basis:  "integrity of references",
	Levels: "EEEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		for i := range ix.s.Redactions {
			r := &ix.s.Redactions[i]
			of := typeOfKind(ix.elements[r.Element].kind())
			if of == nil {
				continue // an unresolved reference
			}
			for k := range r.Fields {
				at, wrong := unknownField(of, r.Fields[k])
				if wrong == "" {
					continue
				}
				d := p.Report(&r.Fields[k], "%s has no field %q", article(ix.elements[r.Element].kind()), short(wrong))
				if near := ocs.Nearest(wrong, slices.Values(fieldNames(at))); near != "" {
					d.Help("did you mean %q?", near)
				} else {
					d.Help("name a field of the element, or remove it from the list")
				}
			}
		}
	},
}

// typeOfKind returns the type of the elements of a kind, or nil.
func typeOfKind(k kind) reflect.Type {
	switch k {
	case strategyKind:
		return reflect.TypeFor[Strategy]()
	case amendmentKind:
		return reflect.TypeFor[Amendment]()
	case goalKind:
		return reflect.TypeFor[Goal]()
	case threatKind:
		return reflect.TypeFor[threat.Threat]()
	case assessmentKind:
		return reflect.TypeFor[threat.Assessment]()
	case groupKind:
		return reflect.TypeFor[threat.Group]()
	case actorKind:
		return reflect.TypeFor[actor.Actor]()
	case pillarKind:
		return reflect.TypeFor[pillar.Pillar]()
	case objectiveKind:
		return reflect.TypeFor[pillar.Objective]()
	case indicatorKind:
		return reflect.TypeFor[pillar.Indicator]()
	case planKind:
		return reflect.TypeFor[Plan]()
	case budgetLineKind:
		return reflect.TypeFor[BudgetLine]()
	case commitmentKind:
		return reflect.TypeFor[Commitment]()
	case milestoneKind:
		return reflect.TypeFor[Milestone]()
	case riskKind:
		return reflect.TypeFor[Risk]()
	case safeguardKind:
		return reflect.TypeFor[Safeguard]()
	case consultationKind:
		return reflect.TypeFor[Consultation]()
	case evaluationKind:
		return reflect.TypeFor[Evaluation]()
	case dutyKind:
		return reflect.TypeFor[ReportingDuty]()
	case reportKind:
		return reflect.TypeFor[Report]()
	case sourceKind:
		return reflect.TypeFor[ocs.Source]()
	}
	return nil
}

// unknownField follows a field of a redaction into a type. It returns the
// first step that leads nowhere, and the type that lacks it.
func unknownField(t reflect.Type, field string) (at reflect.Type, wrong string) {
	for step := range ocs.Pointer("/" + field).Tokens() {
		switch {
		case t.Kind() == reflect.Map: // extensions: any name may stand there
			return nil, ""
		case t.Kind() == reflect.Slice && step != "" && strings.Trim(step, "0123456789") == "":
			t = t.Elem()
		case t.Kind() == reflect.Struct && !isText(t):
			f, ok := fieldNamed(t, step)
			if !ok {
				return t, orBlank(step)
			}
			t = f.Type
		default:
			return t, orBlank(step)
		}
	}
	return nil, ""
}

// orBlank stands in for an empty name, which a message could not show.
func orBlank(name string) string {
	if name == "" {
		return " "
	}
	return name
}

func isText(t reflect.Type) bool {
	return reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

func fieldNamed(t reflect.Type, name string) (reflect.StructField, bool) {
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() && jsonName(f) == name {
			return f, true
		}
	}
	return reflect.StructField{}, false
}

// fieldNames lists the names of a struct's fields, none for another type.
func fieldNames(t reflect.Type) []string {
	var names []string
	if t.Kind() == reflect.Struct && !isText(t) {
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() {
				names = append(names, jsonName(f))
			}
		}
	}
	return names
}

func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}
