package stix

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
)

// tlp2 are the marking definitions of TLP 2.0. The standard has none; these are
// common objects of OASIS, which readers need not know and which therefore
// travel with what they mark. Those of clear and amber are second-hand: read in
// several programs, not in the repository of the common objects.
var tlp2 = []struct {
	marking ocs.Marking
	id      string
}{
	{ocs.MarkingClear, "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487"},
	{ocs.MarkingGreen, "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"},
	{ocs.MarkingAmber, "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"},
	{ocs.MarkingAmberStrict, "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003"},
	{ocs.MarkingRed, "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1"},
}

// tlp1 are those of TLP 1, which STIX 2.1 predefines in section 7.2.1. They
// are read, not written.
var tlp1 = []struct {
	marking ocs.Marking
	id      string
}{
	{ocs.MarkingClear, "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9"},
	{ocs.MarkingGreen, "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da"},
	{ocs.MarkingAmber, "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"},
	{ocs.MarkingRed, "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"},
}

const tlpExtension = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"

// tlpID returns the identifier of the definition of a marking, "" for none.
func tlpID(m ocs.Marking) string {
	for _, t := range tlp2 {
		if t.marking == m {
			return t.id
		}
	}
	return ""
}

// tlpDefinition is the definition of a marking, as OASIS publishes it.
func tlpDefinition(m ocs.Marking) []byte {
	return build([]field{
		{"type", quote("marking-definition")},
		{"spec_version", quote("2.1")},
		{"id", quote(tlpID(m))},
		{"created", quote("2022-10-01T00:00:00.000Z")},
		{"name", quote(m.Label())},
		{"extensions", build([]field{{tlpExtension, build([]field{
			{"extension_type", quote("property-extension")},
			{"tlp_2_0", quote(string(m))},
		})}})},
	})
}

// definitions knows what the markings of a bundle mean.
type definitions map[string]ocs.Marking

// unmarked is what a definition means that limits nothing, such as a statement
// of copyright.
const unmarked ocs.Marking = ""

func newDefinitions() definitions {
	d := make(definitions)
	for _, t := range tlp2 {
		d[t.id] = t.marking
	}
	for _, t := range tlp1 {
		d[t.id] = t.marking
	}
	return d
}

// add takes up a marking definition of the bundle. A level that isn't known,
// and every other way of limiting who may see an object, counts as red.
func (d definitions) add(id string, fs []member) {
	if _, predefined := d[id]; predefined {
		return
	}
	level, isTLP := text(at(get(fs, "extensions"), tlpExtension, "tlp_2_0"))
	kind, _ := text(get(fs, "definition_type"))
	if !isTLP && kind == "tlp" {
		level, isTLP = text(at(get(fs, "definition"), "tlp"))
	}
	switch {
	case isTLP:
		m := ocs.Marking(strings.ToLower(level))
		if m == "white" {
			m = ocs.MarkingClear
		}
		if !m.Known() {
			m = ocs.MarkingRed
		}
		d[id] = m
	case kind == "statement":
		d[id] = unmarked
	default:
		d[id] = ocs.MarkingRed
	}
}

// marking returns the strictest marking of an object and of its parts, where a
// marking that isn't understood counts as red, and the strictest of those that
// are understood.
func (d definitions) marking(fs []member) (m, known ocs.Marking) {
	refs := texts(get(fs, "object_marking_refs"))
	for _, g := range entries(get(fs, "granular_markings")) {
		if ref, ok := text(at(g, "marking_ref")); ok {
			refs = append(refs, ref)
		}
	}
	for _, ref := range refs {
		n, ok := d[ref]
		if !ok {
			m = ocs.MarkingRed
			continue
		}
		known = stricter(known, n)
	}
	return stricter(m, known), known
}

func stricter(m, n ocs.Marking) ocs.Marking {
	if n.Compare(m) > 0 {
		return n
	}
	return m
}

// remark returns the references of an object to its markings with those of the
// Traffic Light Protocol replaced.
func remark(refs []string, m ocs.Marking) []string {
	refs = slices.DeleteFunc(slices.Clone(refs), isTLP)
	if id := tlpID(m); id != "" {
		refs = append(refs, id)
	}
	return refs
}

func isTLP(id string) bool {
	for _, t := range tlp1 {
		if t.id == id {
			return true
		}
	}
	for _, t := range tlp2 {
		if t.id == id {
			return true
		}
	}
	return false
}
