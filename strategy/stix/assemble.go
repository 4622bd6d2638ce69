package stix

import (
	"cmp"
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// assemble writes the bundle: the objects, after what they need that isn't of
// the strategy.
func (e *exporter) assemble() []byte {
	if e.made {
		e.writeWhole()
	}
	if e.made || e.extended {
		e.writeExtension()
	}
	e.writeMarkings()
	objects := append(e.front, e.body...)

	size := 128
	for _, w := range objects {
		size += len(w.raw) + 2
	}
	list := append(make([]byte, 0, size), '[')
	for i, w := range objects {
		if i > 0 {
			list = append(list, ',')
		}
		list = append(append(list, '\n'), w.raw...)
	}
	if len(objects) > 0 {
		list = append(list, '\n')
	}
	list = append(list, ']')

	members := slices.Clone(e.kept.members)
	if members == nil {
		id := e.names.id("bundle", string(e.s.ID), e.s.Version, string(e.o.Level))
		members = []member{{name: "type", value: quote("bundle")}, {name: "id", value: quote(id)}}
	}
	i := slices.IndexFunc(members, func(m member) bool { return m.name == "objects" })
	switch {
	case i >= 0:
		members[i].value = list
	case len(objects) > 0: // the standard has no empty lists
		members = append(members, member{name: "objects", value: list})
	}
	return append(rebuild(members), '\n')
}

// writeWhole puts a report around all objects. Some tools make nothing of a
// bundle without one.
func (e *exporter) writeWhole() {
	var refs []string
	named := map[string]bool{projectID: true}
	for _, w := range e.body {
		if w.typ != "marking-definition" && w.typ != "extension-definition" && !named[w.id] {
			named[w.id] = true
			refs = append(refs, w.id)
		}
	}
	if len(refs) == 0 || e.created == "" {
		return
	}
	name, description, m := cmp.Or(e.s.Title, string(e.s.ID), "Strategy against organised crime"), e.s.Notice, e.whole
	var about any = strategy.Strategy{ID: e.s.ID, Version: e.s.Version, Jurisdiction: e.s.Jurisdiction, Level: e.s.Level, Languages: e.s.Languages,
		Stage: e.s.Stage, Period: e.s.Period, Vision: e.s.Vision, Mission: e.s.Mission, Labels: e.s.Labels}
	if !e.within(m) {
		name, m = "Part of a strategy against organised crime", e.o.Level
		about = nil
		e.found.Report(ocs.Finding{Rule: withheld, Path: "/title"}, "the strategy itself is marked %s", e.whole.Label())
	}
	x, err := extension(strategyKind, about)
	if err != nil {
		e.fail(err)
		return
	}
	id := e.names.id("report", string(e.s.ID))
	e.ids[id] = true
	e.front = append(e.front, written{id, "report", e.common("report", id, m, []field{
		{"name", quote(name)},
		{"description", quote(description)},
		{"report_types", quotes([]string{"threat-report"})},
		{"published", quote(e.created)},
		{"object_refs", quotes(refs)},
		x,
	})})
}

// writeExtension defines our extension, and says who we are.
func (e *exporter) writeExtension() {
	const day = "2026-01-01T00:00:00.000Z"
	if e.ids[ExtensionID] || e.ids[projectID] {
		return
	}
	e.front = slices.Insert(e.front, 0,
		written{projectID, "identity", build([]field{
			{"type", quote("identity")}, {"spec_version", quote("2.1")}, {"id", quote(projectID)},
			{"created", quote(day)}, {"modified", quote(day)},
			{"name", quote("ocs")},
			{"description", quote("An open library for strategies against organised crime.")},
			{"identity_class", quote("system")},
		})},
		written{ExtensionID, "extension-definition", build([]field{
			{"type", quote("extension-definition")}, {"spec_version", quote("2.1")}, {"id", quote(ExtensionID)},
			{"created_by_ref", quote(projectID)}, {"created", quote(day)}, {"modified", quote(day)},
			{"name", quote("Strategies against organised crime")},
			{"description", quote("What an element of a strategy says beyond the properties of the object.")},
			{"schema", quote("kind says what the object is in the strategy: group, threat, method, assessment, actor, commitment, tie, lead, enabled-by, answers or strategy. " +
				"element holds its members as the document format ocs/v1 names them, without those that the object's own properties or relationships say. " +
				"threat, plan and tie name the threat, the action plan and the kind of tie.")},
			{"version", quote("1.0.0")},
			{"extension_types", []byte(`["property-extension"]`)},
		})})
}

// writeMarkings puts the definitions of the markings first: readers need not
// know those of TLP 2.0.
func (e *exporter) writeMarkings() {
	var list []written
	for _, t := range tlp2 {
		if e.used[t.marking] && !e.ids[t.id] {
			list = append(list, written{t.id, "marking-definition", tlpDefinition(t.marking)})
		}
	}
	e.front = append(list, e.front...)
}

// reportLeftOut reports the parts of a strategy that STIX has no place for.
func (e *exporter) reportLeftOut() {
	s := e.s
	for _, part := range []struct {
		name  string
		count int
	}{
		{"principles", len(s.Principles)}, {"amendments", len(s.Amendments)}, {"relations", len(s.Relations)}, {"origins", len(s.Origins)}, {"goals", len(s.Goals)},
		{"treaties", len(s.Treaties)}, {"objectives", len(s.Objectives)}, {"risks", len(s.Risks)}, {"safeguards", len(s.Safeguards)},
		{"consultations", len(s.Consultations)}, {"evaluations", len(s.Evaluations)}, {"reporting", len(s.Reporting)},
		{"reports", len(s.Reports)}, {"waivers", len(s.Waivers)}, {"redactions", len(s.Redactions)},
		{"framework", len(s.Framework.Pillars)},
	} {
		if part.count > 0 {
			e.found.Report(ocs.Finding{Rule: leftOut, Path: ocs.Pointer("").Append(part.name)}, "%s have no place in STIX", part.name)
		}
	}
	if len(s.Plans) > 0 {
		e.found.Report(ocs.Finding{Rule: leftOut, Path: "/plans"}, "of plans only the commitments are exported")
	}
	imported := func(src ocs.Source) bool { return src.Extensions[ObjectKey] != nil }
	if !e.o.Sources && slices.ContainsFunc(s.Sources, func(src ocs.Source) bool { return !imported(src) }) {
		e.found.Report(ocs.Finding{Rule: noSources, Path: "/sources"}, "the bibliography is not exported")
	}
	for key := range s.Extensions {
		if key != BundleKey {
			e.found.Report(ocs.Finding{Rule: leftOut, Path: "/extensions"}, "the agency's own data are not exported")
			break
		}
	}
}
