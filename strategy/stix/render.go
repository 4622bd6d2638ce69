package stix

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/threat"
)

// render returns the properties of an element as it is now, without what may
// not be exported; the scrubber knows what that was.
func (e *exporter) render(it *item) ([]field, *scrubber, error) {
	c := e.scrubber(it.marking)
	var fs []field
	var elem any
	switch it.kind {
	case groupKind:
		g := e.s.Groups[it.at]
		g.Threats, g.Areas, g.Ties, g.Cites = nil, nil, nil, e.own(it, g.Cites)
		fs, elem = renderGroup(scrub(c, g))
	case threatKind:
		t := e.s.Threats[it.at]
		t.EnabledBy, t.Methods, t.Assessments, t.Cites = nil, nil, nil, e.own(it, t.Cites)
		fs, elem = renderThreat(scrub(c, t))
	case actorKind:
		a := e.s.Actors[it.at]
		a.Areas, a.Cites = nil, e.own(it, a.Cites)
		fs, elem = renderActor(scrub(c, a))
	default:
		src := e.s.Sources[it.at]
		fs, _ = renderSource(src)
		scrub(c, src.Extensions)
		return fs, c, nil
	}
	if it.kept == nil {
		fs = append(fs, e.references(c))
	}
	x, err := extension(it.kind, elem)
	return append(fs, x), c, err
}

// renderKept returns the properties that the element would have if it were as
// its object says.
func (e *exporter) renderKept(it *item, fs []member, stated ocs.Marking) ([]field, *scrubber, error) {
	c := &scrubber{withheld: func(ocs.ID) bool { return false }, sources: e.o.Sources, all: true}
	id := func(own ocs.ID) ocs.ID {
		if !usable(own, it.original) || string(it.id) == it.original {
			return ocs.ID(it.original)
		}
		return own
	}
	var was []field
	var elem any
	switch it.kind {
	case groupKind:
		g, _ := readGroup(fs, stated) // what can't be read was reported by the import
		g.ID = threat.GroupID(id(ocs.ID(g.ID)))
		was, elem = renderGroup(scrub(c, g))
	case threatKind:
		t, _ := readThreat(fs, stated)
		t.ID = threat.ID(id(ocs.ID(t.ID)))
		was, elem = renderThreat(scrub(c, t))
	case actorKind:
		a, _ := readActor(fs, stated)
		a.ID = actor.ID(id(ocs.ID(a.ID)))
		was, elem = renderActor(scrub(c, a))
	default:
		src, _ := readSource(fs, stated)
		src.ID = ocs.SourceID(it.original)
		was, _ = renderSource(src)
		return was, c, nil
	}
	x, err := extension(it.kind, elem)
	return append(was, x), c, err
}

// own returns the citations that are no references by an imported report, which
// come back with the report itself.
func (e *exporter) own(it *item, cites []ocs.Cite) []ocs.Cite {
	if it.kept == nil {
		return cites
	}
	return slices.DeleteFunc(slices.Clone(cites), func(c ocs.Cite) bool {
		src := e.byID[ocs.ID(c.Source)]
		return src != nil && src.kind == sourceKind
	})
}

// reportLosses reports what was left out of an element.
func (e *exporter) reportLosses(kind string, id ocs.ID, path ocs.Pointer, c *scrubber) {
	elem := ocs.Element{Kind: kind, ID: string(id)}
	if c.uncited {
		e.found.Report(ocs.Finding{Rule: noSources, Path: path, Element: elem}, "citations of the %s are not exported", kind)
	}
	if c.extensions {
		e.found.Report(ocs.Finding{Rule: leftOut, Path: path.Append("extensions"), Element: elem}, "the agency's own data of the %s are not exported", kind)
	}
	if c.parts {
		e.found.Report(ocs.Finding{Rule: withheld, Path: path, Element: elem}, "what is marked more strictly than the %s itself was left out of it", kind)
	}
}

// references returns the sources that were cited as external references, once
// each.
func (e *exporter) references(c *scrubber) field {
	var out []byte
	seen := make(map[ocs.SourceID]bool)
	for _, cite := range c.cites {
		if seen[cite.Source] {
			continue
		}
		seen[cite.Source] = true
		fs := []field{{"source_name", quote(string(cite.Source))}}
		if src := e.ix.Source(cite.Source); src != nil {
			if src.Title != "" {
				fs[0].value = quote(src.Title)
			}
			fs = append(fs, field{"url", quote(src.URL)})
		}
		fs = append(fs, field{"external_id", quote(string(cite.Source))})
		if out != nil {
			out = append(out, ',')
		}
		out = append(out, build(fs)...)
	}
	if out == nil {
		return field{}
	}
	return field{"external_references", append(append([]byte{'['}, out...), ']')}
}
