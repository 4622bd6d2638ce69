package stratml

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// The identifiers and words by which the mapping knows again what it made.
const (
	sourceID  = "stratml-source"  // the entry of the bibliography that the document comes from
	reportID  = "stratml-results" // the report that holds the actual results
	noPillar  = "no-pillar"       // the goal of what stands under no pillar
	ownerRole = "Owner"           // the role of an objective's owner
	lineMark  = "[ocs] "          // begins a line that ocs added to OtherInformation for people to read
)

// importer maps the vocabulary onto the model.
type importer struct {
	*reader
	d       *plan
	s       strategy.Strategy
	carried bool            // ocs wrote the document and its instructions are there
	taken   map[string]bool // identifiers in use
	later   map[string]bool // identifiers that elements of the document ask for
	seen    map[string]bool // identifiers as read
	suffixes
	actors  actors
	results strategy.Report
	unified []Unified
}

// importPlan maps a document onto the model. It takes from d what it maps.
func importPlan(r *reader, d *plan) *importer {
	m := &importer{reader: r, d: d, carried: slices.Contains(d.Carried, carriedVersion), taken: make(map[string]bool),
		later: make(map[string]bool), seen: make(map[string]bool), suffixes: make(suffixes)}
	m.reserve()
	s := &m.s
	s.Schema = strategy.Schema
	s.Title = d.Name
	s.ID = ocs.ID(m.newID(d.Admin.Identifier, d.Name, "strategy"))
	d.Admin.Identifier = m.original(d.Admin.Identifier, string(s.ID))
	s.Vision, d.Vision.Description = d.Vision.Description, ""
	s.Mission, d.Mission.Description = d.Mission.Description, ""
	m.values()
	m.administration()
	m.collectActors()
	m.goals()
	if len(m.results.Readings) > 0 {
		m.results.ID = ocs.ID(m.newID("", reportID, reportID))
		m.results.Covers = s.Period
		for i := range s.Actors {
			if m.actors.list[i].org != nil {
				m.results.By = s.Actors[i].ID
				break
			}
		}
		s.Reports = []strategy.Report{m.results}
	}
	m.actors.finish(m)
	if d.Type == inferType(s) {
		d.Type = ""
	}
	m.rest()
	return m
}

// reserve notes the identifiers that elements of the document have, so that
// none is made up that one of them needs.
func (m *importer) reserve() {
	add := func(id string) {
		if own := ocsID(id); !unnamed(id) && xmlID(own) == id {
			m.later[own] = true
		}
	}
	for _, o := range m.d.Organizations {
		add(o.Identifier)
	}
	add(m.d.Admin.Identifier)
	for _, g := range m.d.Goals {
		add(g.Identifier)
		for _, o := range g.Objectives {
			add(o.Identifier)
			for _, q := range o.Indicators {
				add(q.Identifier)
			}
		}
	}
}

// newID returns an identifier that isn't in use: the one read if it can be, or
// else one made from a text.
func (m *importer) newID(read, text, otherwise string) string {
	id := ""
	if !unnamed(read) {
		id = ocsID(read)
	}
	made := id == "" || xmlID(id) != read
	if id == "" {
		id = slug(text, true)
	}
	if id == "" {
		id = otherwise
	}
	return m.unique(id, made)
}

func (m *importer) unique(id string, made bool) string {
	free := func(id string) bool { return !m.taken[id] && (!made || !m.later[id]) }
	id = m.suffixes.unique(id, free)
	m.taken[id] = true
	return id
}

// suffixes make identifiers unique. They hold the last number that was put
// behind each, so that many equal ones don't take long.
type suffixes map[string]int

// unique returns an identifier that is free: id, or id with a number.
func (s suffixes) unique(id string, free func(string) bool) string {
	unique := id
	for !free(unique) {
		s[id] = max(s[id], 1) + 1
		unique = id + "-" + strconv.Itoa(s[id])
	}
	return unique
}

// original returns an identifier as it was read, if it isn't what will be
// written for the element.
func (m *importer) original(read, id string) string {
	if read == xmlID(id) {
		return ""
	}
	return read
}

// keepID sorts an identifier that was read into what is to be kept of it.
func (m *importer) keepID(read, id string) (identifier, sameAs string) {
	if !unnamed(read) && m.seen[read] {
		return "", read
	}
	m.seen[read] = true
	return m.original(read, id), ""
}

func (m *importer) values() {
	for _, v := range m.d.Values {
		m.s.Principles = append(m.s.Principles, strategy.Principle{Name: v.Name, Description: v.Description})
		m.d.Residue = append(m.d.Residue, v.Residue...)
	}
	m.d.Values = nil
}

// administration maps the administrative information onto the period and the
// bibliography.
func (m *importer) administration() {
	a, s := &m.d.Admin, &m.s
	s.Period.Start, a.Start = takeDate(a.Start)
	s.Period.End, a.End = takeDate(a.End)
	var published ocs.Date
	published, a.Publication = takeDate(a.Publication)
	if a.Source == "" && published.IsZero() {
		return
	}
	s.Sources = []ocs.Source{{ID: ocs.SourceID(m.newID("", sourceID, sourceID)), Kind: ocs.SourcePolicy, Title: s.Title, Date: published, URL: a.Source}}
	a.Source = ""
}

// takeDate reads a date, and returns the text as well if that isn't how the
// date will be written.
func takeDate(text string) (ocs.Date, string) {
	d, ok := dateOf(text)
	if !ok {
		if d, err := ocs.ParseDate(text); err == nil && text != "" { // "2012" says something, if not in XML Schema's words
			return d, text
		}
		return ocs.Date{}, text
	}
	if text == d.String() {
		return d, ""
	}
	return d, text
}

// goals maps the goals onto a framework, and what is in them.
func (m *importer) goals() {
	s := &m.s
	s.Framework = pillar.Framework{ID: ocs.ID(m.newID("", string(s.ID)+"-goals", "goals")), Name: s.Title}
	if len(s.Sources) > 0 {
		s.Framework.Cites = []ocs.Cite{{Source: s.Sources[0].ID}}
	}
	known := knownFramework(m.d.Goals)
	var kept []goal
	for i := range m.d.Goals {
		g := &m.d.Goals[i]
		p := pillar.Pillar{ID: pillar.ID(m.newID(g.Identifier, g.Name, "goal-"+strconv.Itoa(i+1))), Name: g.Name, Aim: g.Description}
		if j := slices.IndexFunc(known.Pillars, func(k pillar.Pillar) bool { return strings.EqualFold(k.Name, g.Name) }); j >= 0 {
			p.Grade, p.MapsTo = ocs.GradeInferred, known.Pillars[j].MapsTo
		}
		s.Framework.Pillars = append(s.Framework.Pillars, p)
		g.Pillar, g.Name, g.Description = string(p.ID), "", ""
		g.Identifier, g.SameAs = m.keepID(g.Identifier, string(p.ID))
		m.objectives(g, p.ID)
		g.Stakeholders, _ = m.mentions(g.Stakeholders)
		g.Other = m.other(g.Other)
	}
	m.numbering()
	for _, g := range m.d.Goals {
		if g.Objectives = nil; !isEmpty(goal{Pillar: g.Pillar}, g) {
			kept = append(kept, g)
		}
	}
	m.d.Goals = kept
	m.builtIn()
}

// knownFramework returns the built-in framework that shares the most names of
// pillars with the goals, the zero Framework if none shares any.
func knownFramework(goals []goal) (best pillar.Framework) {
	most := 0
	for _, f := range pillar.Frameworks() {
		n := 0
		for _, p := range f.Pillars {
			if slices.ContainsFunc(goals, func(g goal) bool { return strings.EqualFold(g.Name, p.Name) }) {
				n++
			}
		}
		if n > most {
			most, best = n, f
		}
	}
	return best
}

// builtIn names a built-in framework by its ID if the goals are its pillars to
// the letter.
func (m *importer) builtIn() {
	for _, f := range pillar.Frameworks() {
		if slices.EqualFunc(f.Pillars, m.s.Framework.Pillars, func(a, b pillar.Pillar) bool {
			return a.ID == b.ID && a.Name == b.Name && a.Aim == b.Aim
		}) {
			m.s.Framework = pillar.Framework{ID: f.ID}
			return
		}
	}
}

func (m *importer) objectives(g *goal, under pillar.ID) {
	sequences := make(map[string]pillar.ObjectiveID)
	first := len(m.s.Objectives)
	for j := range g.Objectives {
		o := &g.Objectives[j]
		id := m.newID(o.Identifier, string(under)+"-"+strconv.Itoa(j+1), "objective")
		out := pillar.Objective{ID: pillar.ObjectiveID(id), Pillar: under, Title: o.Name, Description: o.Description}
		if o.Name == "" && o.Description != "" {
			out.Title, out.Description, o.Untitled = o.Description, "", true
		}
		o.Name, o.Description = "", ""
		o.Identifier, o.SameAs = m.keepID(o.Identifier, id)
		o.Other = m.other(o.Other)
		o.Stakeholders, out.Owner = m.mentions(o.Stakeholders)
		for k := range o.Indicators {
			q := &o.Indicators[k]
			qid := m.newID(q.Identifier, id+"-i"+strconv.Itoa(k+1), "indicator")
			out.Indicators = append(out.Indicators, m.indicator(q, qid))
		}
		o.Indicators = nil
		if key := sequenceKey(*o.Sequence); key != "" && sequences[key] == "" {
			sequences[key] = out.ID
		}
		m.s.Objectives = append(m.s.Objectives, out)
	}
	for j := range g.Objectives {
		o := &m.s.Objectives[first+j]
		o.Parent = parentOf(*g.Objectives[j].Sequence, sequences)
	}
}

// other drops from OtherInformation the lines that ocs added, if what they say
// is carried as well.
func (m *importer) other(text string) string {
	if !m.carried || !strings.Contains(text, lineMark) {
		return text
	}
	lines := slices.DeleteFunc(strings.Split(text, "\n"), func(l string) bool { return strings.HasPrefix(l, lineMark) })
	return strings.Join(lines, "\n")
}

// numbering forgets the sequence indicators that the numbering of the model
// would give anyway, and puts the rest of the objectives into their extensions.
func (m *importer) numbering() {
	numbered := false
	for i := range m.d.Goals {
		g := &m.d.Goals[i]
		numbered = numbered || *g.Sequence != ""
		for j := range g.Objectives {
			numbered = numbered || *g.Objectives[j].Sequence != ""
		}
	}
	m.d.Unnumbered = !numbered && len(m.d.Goals) > 0
	at := 0
	for i := range m.d.Goals {
		g := &m.d.Goals[i]
		n := strconv.Itoa(i + 1)
		objectives := m.s.Objectives[at : at+len(g.Objectives)]
		at += len(g.Objectives)
		nodes := make([]nested, len(objectives))
		for j := range objectives {
			nodes[j] = nested{string(objectives[j].ID), string(objectives[j].Parent)}
		}
		numbers := outline(n, nodes)
		if !numbered || *g.Sequence == n {
			g.Sequence = nil
		}
		for j := range g.Objectives {
			o := &g.Objectives[j]
			if !numbered || *o.Sequence == numbers[j] {
				o.Sequence = nil
			}
			if !isEmpty(objective{}, *o) {
				objectives[j].Extensions = extension(*o)
			}
		}
	}
}

// rest puts what of the document the model has no field for into the
// strategy's extension.
func (m *importer) rest() {
	d := *m.d
	d.Name, d.Part, d.Organizations = "", 0, nil
	d.Other = m.other(d.Other)
	if isEmpty(plan{}, d) {
		return
	}
	m.s.Extensions = extension(d)
}

// inferType tells the type of a document from what the strategy holds.
func inferType(s *strategy.Strategy) string {
	for i := range s.Reports {
		if len(s.Reports[i].Readings)+len(s.Reports[i].Updates) > 0 {
			return "Performance_Report"
		}
	}
	measured := func(o pillar.Objective) bool { return len(o.Indicators) > 0 }
	if slices.ContainsFunc(s.Objectives, measured) || len(s.Plans) > 0 {
		return "Performance_Plan"
	}
	return "Strategic_Plan"
}

// actorID is the ID of the actor, by an instruction of ocs in a stakeholder.
func (p *parts) actorID() actor.ID {
	for _, k := range p.node.kids {
		if k.kind != instruction || k.name.Local != target {
			continue
		}
		data, ok := strings.CutPrefix(string(k.text), "actor ")
		var id actor.ID
		if ok && json.Unmarshal([]byte(data), &id) == nil && ocs.ID(id).WellFormed() {
			return id
		}
	}
	return ""
}
