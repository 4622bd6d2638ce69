package strategy

import (
	"reflect"

	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// translatable names the fields of a struct of the model that hold text for
// readers. Not among them are codes and what is matched against something else:
// versions, digests, addresses, the names of rules and fields, places in a
// source and what sources are called, and the groups of a breakdown. A test
// demands that it is decided for every text of the model.
func translatable(t reflect.Type) []string {
	switch t {
	case reflect.TypeFor[Strategy]():
		return []string{"Title", "Notice", "Vision", "Mission"}
	case reflect.TypeFor[Jurisdiction](), reflect.TypeFor[pillar.Framework]():
		return []string{"Name"}
	case reflect.TypeFor[Principle](), reflect.TypeFor[threat.Method](), reflect.TypeFor[threat.Threat]():
		return []string{"Name", "Description"}
	case reflect.TypeFor[pillar.Pillar]():
		return []string{"Name", "Aim"}
	case reflect.TypeFor[Labels]():
		return []string{"Pillar", "Objective", "Plan", "Commitment", "Lead"}
	case reflect.TypeFor[Amendment](), reflect.TypeFor[Relation](), reflect.TypeFor[Goal](), reflect.TypeFor[threat.Offence](),
		reflect.TypeFor[Milestone](), reflect.TypeFor[Report]():
		return []string{"Title"}
	case reflect.TypeFor[TreatyStatus]():
		return []string{"Reservations", "Note"}
	case reflect.TypeFor[threat.Assessment]():
		return []string{"Gaps", "Note"}
	case reflect.TypeFor[threat.Group]():
		return []string{"Name", "Aliases", "Description"}
	case reflect.TypeFor[threat.Tie](), reflect.TypeFor[actor.Succession](), reflect.TypeFor[Cost](), reflect.TypeFor[Rate](), reflect.TypeFor[Update]():
		return []string{"Note"}
	case reflect.TypeFor[actor.Actor]():
		return []string{"Name", "Acronym", "Description"}
	case reflect.TypeFor[pillar.Objective]():
		return []string{"Title", "Description", "Problem", "Approach", "Assumptions"}
	case reflect.TypeFor[pillar.Indicator]():
		return []string{"Name", "Description", "Unit", "Source"}
	case reflect.TypeFor[pillar.Baseline]():
		return []string{"Text", "Pending"}
	case reflect.TypeFor[pillar.Target]():
		return []string{"Text"}
	case reflect.TypeFor[Plan](), reflect.TypeFor[Safeguard]():
		return []string{"Title", "Description"}
	case reflect.TypeFor[Ending](), reflect.TypeFor[Waiver]():
		return []string{"Reason"}
	case reflect.TypeFor[Commitment]():
		return []string{"Title", "Description", "Unfunded"}
	case reflect.TypeFor[BudgetLine]():
		return []string{"Title", "Note"}
	case reflect.TypeFor[Risk]():
		return []string{"Description", "Mitigations"}
	case reflect.TypeFor[Consultation]():
		return []string{"Title", "Description", "Place", "Topics", "Outcomes"}
	case reflect.TypeFor[Reading]():
		return []string{"Text", "Note"}
	case reflect.TypeFor[Redaction]():
		return []string{"Ground"}
	}
	return nil
}

// verbatim reports whether a text stays as it is in every language: the words
// of yes-no indicators, and what says that something was redacted.
func verbatim(in modelField, text string) bool {
	return in.name == "text" && (text == "yes" || text == "no") || in.name == "ground" && text == ReleaseGround
}
