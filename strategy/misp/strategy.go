package misp

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/internal/faults"
	"github.com/ocs-framework/ocs/strategy"
)

// Of returns the taxonomy of one strategy: tags for its pillars, threats,
// criminal groups and objectives, by their identifiers. Its namespace is the
// strategy's identifier, and its version the strategy's, if that is a whole
// number.
//
// Nothing above the level is in it; a level that isn't known, or absent, counts
// as clear. Texts aren't searched for what they tell of an element that was left
// out: the rule marking-exposed does that when the strategy is validated.
//
// Findings say what the taxonomy lacks. [Faults] describes their codes.
func Of(s *strategy.Strategy, level ocs.Marking) (Taxonomy, ocs.Findings) {
	if !level.Known() {
		level = ocs.MarkingClear
	}
	ix := strategy.NewIndex(s)
	m := &maker{found: faults.Log{Faults: Faults()}, level: level, marking: ix.Markings(), seen: make(map[ocs.ID]bool)}
	id := s.ID
	if !id.WellFormed() {
		m.report(badID, "/id", ocs.Element{Kind: "strategy"}, "the strategy's identifier can't be a namespace")
		id = "strategy"
	}
	m.t = Taxonomy{Namespace: string(id), Description: string(id), Version: m.version(s), UUID: uuid(string(id))}
	if cmp.Or(s.Marking, ocs.MarkingClear).Compare(level) <= 0 {
		m.t.Expanded = m.text(s.Title, "/title", ocs.Element{Kind: "strategy", ID: string(s.ID)})
		m.t.Description = cmp.Or(strings.TrimSpace(m.t.Expanded+" "+m.text(s.Notice, "/notice", ocs.Element{Kind: "strategy", ID: string(s.ID)})), string(id))
	}
	m.add(ix, s)
	if len(m.t.Predicates) == 0 {
		m.report(empty, "", ocs.Element{}, "nothing of the strategy can be a tag")
	}
	m.report(leftOut, "", ocs.Element{}, "only pillars, threats, groups and objectives are tags")
	return m.t, m.found.List()
}

// maker makes a taxonomy of a strategy.
type maker struct {
	found   faults.Log
	t       Taxonomy
	level   ocs.Marking
	marking func(ocs.ID) ocs.Marking
	seen    map[ocs.ID]bool
}

// add adds the predicates.
func (m *maker) add(ix *strategy.Index, s *strategy.Strategy) {
	var pillars, threats, groups, objectives []Entry
	for i, p := range ix.Framework().Pillars {
		at := ocs.Pointer("/framework") // where a built-in one is named
		if len(s.Framework.Pillars) > 0 {
			at = at.Append("pillars").Index(i)
		}
		pillars = m.entry(pillars, "pillar", at, ocs.ID(p.ID), p.Name, "name", p.Aim, "aim")
	}
	for i, t := range s.Threats {
		threats = m.entry(threats, "threat", ocs.Pointer("/threats").Index(i), ocs.ID(t.ID), t.Name, "name", t.Description, "description")
	}
	for i, g := range s.Groups {
		groups = m.entry(groups, "group", ocs.Pointer("/groups").Index(i), ocs.ID(g.ID), g.Name, "name", g.Description, "description")
	}
	for i, o := range s.Objectives {
		objectives = m.entry(objectives, "objective", ocs.Pointer("/objectives").Index(i), ocs.ID(o.ID), o.Title, "title", o.Description, "description")
	}
	m.t.predicate(Predicate{Value: "pillar", Expanded: "Pillar", Description: "The pillar of the strategy under which the information is of use."}, pillars)
	m.t.predicate(Predicate{Value: "threat", Expanded: "Threat", Description: "The threat, as the strategy names it, that the information is about."}, threats)
	m.t.predicate(Predicate{Value: "group", Expanded: "Criminal group", Description: "The criminal group that the information is about."}, groups)
	m.t.predicate(Predicate{Value: "objective", Expanded: "Objective", Description: "The objective of the strategy for which the information is of use."}, objectives)
}

// entry adds an element to the values of its predicate, if it may be there.
func (m *maker) entry(to []Entry, kind string, path ocs.Pointer, id ocs.ID, name, nameField, about, aboutField string) []Entry {
	elem := ocs.Element{Kind: kind, ID: string(id)}
	switch marking := m.marking(id); {
	case !id.WellFormed():
		m.report(badID, path.Append("id"), elem, "the identifier can't be the value of a tag")
	case m.seen[id]:
		m.report(sharedID, path.Append("id"), elem, "another element has the identifier")
	case marking.Compare(m.level) > 0:
		m.report(withheld, path, elem, "what is marked %s is not in the taxonomy", marking.Label())
	default:
		to = append(to, Entry{Value: string(id), Expanded: m.text(name, path.Append(nameField), elem), Description: m.text(about, path.Append(aboutField), elem)})
	}
	m.seen[id] = true
	return to
}

// version returns the strategy's version as MISP counts.
func (m *maker) version(s *strategy.Strategy) int {
	n, err := strconv.Atoi(strings.TrimSpace(s.Version))
	if err != nil || n < 1 {
		m.report(badVersion, "/version", ocs.Element{Kind: "strategy", ID: string(s.ID)}, "the version is no whole number")
		return 1
	}
	return n
}

// text returns a text as JSON can hold it.
func (m *maker) text(s string, path ocs.Pointer, elem ocs.Element) string {
	clean := strings.ToValidUTF8(s, "\uFFFD")
	if clean != s {
		m.report(character, path, elem, "the text is not valid UTF-8")
	}
	return clean
}

func (m *maker) report(code string, path ocs.Pointer, elem ocs.Element, format string, args ...any) {
	m.found.Report(ocs.Finding{Rule: code, Path: path, Element: elem}, format, args...)
}
