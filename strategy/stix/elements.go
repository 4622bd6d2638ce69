package stix

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/go-json-experiment/json"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// The kinds of what our extension describes.
const (
	groupKind      = "group"
	threatKind     = "threat"
	actorKind      = "actor"
	sourceKind     = "source"
	methodKind     = "method"
	assessmentKind = "assessment"
	commitmentKind = "commitment"
	strategyKind   = "strategy"
	tieKind        = "tie"
	enablerKind    = "enabled-by"
	leadKind       = "lead"
)

// kindOf returns the kind of element that is made from objects of a type, "" if
// none is.
func kindOf(typ string, fs []member) string {
	switch typ {
	case "threat-actor", "intrusion-set":
		return groupKind
	case "campaign":
		return threatKind
	case "identity":
		switch class, _ := text(get(fs, "identity_class")); class {
		case "individual", "system": // actors are offices
			return ""
		}
		return actorKind
	case "report":
		if own, _ := text(at(ownExtension(fs), "kind")); own != "" {
			return "" // written by us, for what is no publication
		}
		return sourceKind
	}
	return ""
}

// mayBecome reports whether elements are made from objects of a type.
func mayBecome(typ string) bool { return kindOf(typ, nil) != "" }

// isPersonal reports whether an object is about an individual.
func isPersonal(typ string, fs []member) bool {
	switch typ {
	case "identity":
		class, _ := text(get(fs, "identity_class"))
		return class == "individual"
	case "threat-actor":
		level, _ := text(get(fs, "resource_level"))
		return level == "individual"
	case "note", "opinion":
		return len(entries(get(fs, "authors"))) > 0
	case "email-addr", "email-message", "user-account":
		return true
	}
	return false
}

// ownExtension returns our extension of an object, nil if it has none.
func ownExtension(fs []member) []byte { return at(get(fs, "extensions"), ExtensionID) }

// readElement reads what our extension says of an element, on top of what the
// properties said.
func readElement(fs []member, kind string, elem any) error {
	own := ownExtension(fs)
	if name, _ := text(at(own, "kind")); name != kind {
		return nil
	}
	data := at(own, "element")
	if data == nil {
		return nil
	}
	if err := json.Unmarshal(data, elem); err != nil {
		return errors.New("the element in the extension doesn't have the form of a " + kind)
	}
	return nil
}

// readGroup makes a group of a threat actor or intrusion set. Its relations are
// objects of their own.
func readGroup(fs []member, m ocs.Marking) (threat.Group, error) {
	var g threat.Group
	err := readElement(fs, groupKind, &g)
	if err != nil {
		g = threat.Group{}
	}
	g.Threats, g.Areas, g.Ties, g.Cites, g.Extensions = nil, nil, nil, nil, nil
	g.Name, _ = text(get(fs, "name"))
	g.Aliases = texts(get(fs, "aliases"))
	g.Description, _ = text(get(fs, "description"))
	g.Marking = m
	return g, err
}

// readThreat makes a threat of a campaign.
func readThreat(fs []member, m ocs.Marking) (threat.Threat, error) {
	var t threat.Threat
	err := readElement(fs, threatKind, &t)
	if err != nil {
		t = threat.Threat{}
	}
	t.EnabledBy, t.Methods, t.Assessments, t.Cites, t.Extensions = nil, nil, nil, nil, nil
	t.Name, _ = text(get(fs, "name"))
	t.Description, _ = text(get(fs, "description"))
	t.Marking = m
	return t, err
}

// readActor makes an actor of an identity.
func readActor(fs []member, m ocs.Marking) (actor.Actor, error) {
	var a actor.Actor
	err := readElement(fs, actorKind, &a)
	if err != nil {
		a = actor.Actor{}
	}
	a.Areas, a.Cites, a.Extensions = nil, nil, nil
	a.Name, _ = text(get(fs, "name"))
	a.Description, _ = text(get(fs, "description"))
	class, _ := text(get(fs, "identity_class"))
	a.Collective = class == "class"
	a.Marking = m
	return a, err
}

// readSource makes an entry of the bibliography of a report.
func readSource(fs []member, m ocs.Marking) (ocs.Source, error) {
	src := ocs.Source{Kind: ocs.SourceReport, Marking: m}
	src.Title, _ = text(get(fs, "name"))
	published, _ := text(get(fs, "published"))
	if day, ok := cutTime(published); ok {
		src.Date, _ = ocs.ParseDate(day)
	}
	return src, nil
}

// renderGroup returns the properties of a group, as writeElement finishes them.
// Relations are objects of their own.
func renderGroup(g threat.Group) ([]field, any) {
	fs := []field{
		{"name", named(g.Name, g.ID)},
		{"description", quote(g.Description)},
		{"threat_actor_types", quotes([]string{"crime-syndicate"})},
		{"aliases", quotes(g.Aliases)},
	}
	g.Name, g.Description, g.Marking = "", "", ""
	g.Aliases, g.Threats, g.Areas, g.Ties, g.Cites, g.Extensions = nil, nil, nil, nil, nil, nil
	return fs, g
}

func renderThreat(t threat.Threat) ([]field, any) {
	fs := []field{
		{"name", named(t.Name, t.ID)},
		{"description", quote(t.Description)},
	}
	t.Name, t.Description, t.Marking = "", "", ""
	t.EnabledBy, t.Methods, t.Assessments, t.Cites, t.Extensions = nil, nil, nil, nil, nil
	return fs, t
}

func renderActor(a actor.Actor) ([]field, any) {
	class := "organization"
	if a.Collective {
		class = "class"
	}
	fs := []field{
		{"name", named(a.Name, a.ID)},
		{"description", quote(a.Description)},
		{"identity_class", quote(class)},
	}
	a.Name, a.Description, a.Marking = "", "", ""
	a.Collective = false
	a.Areas, a.Cites, a.Extensions = nil, nil, nil
	return fs, a
}

// renderSource is for reports that were imported: a source of one's own is no
// report of one's own.
func renderSource(src ocs.Source) ([]field, any) {
	fs := []field{{"name", named(src.Title, src.ID)}}
	if !src.Date.IsZero() {
		fs = append(fs, field{"published", quote(dayTime(src.Date))})
	}
	return fs, nil
}

func renderCommitment(c strategy.Commitment) ([]field, any) {
	fs := []field{
		{"name", named(c.Title, c.ID)},
		{"description", quote(c.Description)},
	}
	c.Title, c.Description, c.Marking = "", "", ""
	c.Cites, c.Extensions = nil, nil
	return fs, c
}

func renderAssessment(a threat.Assessment, name string) ([]field, any) {
	fs := []field{
		{"name", quote(name)},
		{"description", quote(a.Note)},
		{"report_types", quotes([]string{"threat-report"})},
		{"confidence", confidence(a.Confidence)},
	}
	a.Note, a.Marking, a.Cites = "", "", nil
	return fs, a
}

// named is the name of an element, or its identifier in place of one: the
// standard demands a name.
func named[ID ~string](name string, id ID) []byte {
	if name == "" {
		name = string(id)
	}
	return appendText(nil, name)
}

// extension returns the extensions of an object: ours, of that kind, with
// further members and the element. An element of which nothing is left to say is
// left out.
func extension(kind string, elem any, more ...field) (field, error) {
	fs := append([]field{{"extension_type", quote("property-extension")}, {"kind", quote(kind)}}, more...)
	if elem != nil {
		data, err := json.Marshal(elem, json.Deterministic(true))
		if err != nil {
			return field{}, fmt.Errorf("stix: %s: %w", kind, err)
		}
		if !bytes.Equal(data, []byte("{}")) {
			fs = append(fs, field{"element", data})
		}
	}
	return field{"extensions", build([]field{{ExtensionID, build(fs)}})}, nil
}
