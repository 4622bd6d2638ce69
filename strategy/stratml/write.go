package stratml

import (
	"encoding/xml"
	"io"
	"slices"
	"strings"
)

// target is the target of the processing instructions in which ocs carries
// what StratML has no place for.
const target = "ocs"

// writer writes the vocabulary as a document that is valid whatever it is
// given: in the order of the schema, with what the schema demands, without what
// it doesn't allow. Identifiers must have been made unique before.
type writer struct {
	out   []byte
	part  Part
	depth int
	bare  bool     // no instructions of ocs
	dirty []string // elements whose text had characters that XML can't hold
}

func (w *writer) line() {
	w.out = append(w.out, '\n')
	for range w.depth {
		w.out = append(w.out, "  "...)
	}
}

// open begins an element. Attributes come as names and values; those without a
// value are left out.
func (w *writer) open(name string, attrs ...string) {
	w.line()
	w.out = append(append(w.out, '<'), name...)
	for i := 0; i < len(attrs); i += 2 {
		if attrs[i+1] != "" {
			w.out = append(append(w.out, ' '), attrs[i]...)
			w.out = append(w.out, `="`...)
			w.escape(attrs[i+1])
			w.out = append(w.out, '"')
		}
	}
	w.out = append(w.out, '>')
	w.depth++
}

func (w *writer) close(name string) {
	w.depth--
	w.line()
	w.out = append(append(append(w.out, "</"...), name...), '>')
}

// must writes an element with text, which may be empty.
func (w *writer) must(name, text string) {
	w.line()
	w.out = append(append(w.out, '<'), name...)
	if text == "" {
		w.out = append(w.out, "/>"...)
		return
	}
	w.out = append(w.out, '>')
	if c := clean(text); c != text {
		w.dirty = append(w.dirty, name)
		text = c
	}
	w.escape(text)
	w.out = append(append(append(w.out, "</"...), name...), '>')
}

// may writes an element with text unless it is empty.
func (w *writer) may(name, text string) {
	if text != "" {
		w.must(name, text)
	}
}

// date writes a date, and nothing if the text is none.
func (w *writer) date(name, text string) {
	if isDate(text) {
		w.must(name, text)
	}
}

func (w *writer) escape(s string) {
	from := 0
	for i := range len(s) {
		var as string
		switch s[i] {
		case '&':
			as = "&amp;"
		case '<':
			as = "&lt;"
		case '>':
			as = "&gt;"
		case '"':
			as = "&quot;"
		case '\r':
			as = "&#xD;"
		default:
			continue
		}
		w.out = append(append(w.out, s[from:i]...), as...)
		from = i + 1
	}
	w.out = append(w.out, s[from:]...)
}

// instruction writes an instruction of ocs. Its body must be JSON, which may
// spell any character in ASCII.
func (w *writer) instruction(body string) {
	if w.bare {
		return
	}
	w.line()
	w.out = append(append(append(w.out, "<?"+target+" "...), body...), "?>"...)
}

// residue writes the comments and instructions of a residue back. What else it
// holds has no valid place.
func (w *writer) residue(list []string) {
	for _, r := range list {
		if isHarmless(r) {
			w.line()
			w.out = append(w.out, r...)
		}
	}
}

// isHarmless reports whether s is one comment or processing instruction that
// may stand anywhere in a document.
func isHarmless(s string) bool {
	if !strings.HasPrefix(s, "<!--") && !strings.HasPrefix(s, "<?") || !isClean(s) {
		return false
	}
	dec := xml.NewDecoder(strings.NewReader(s))
	token, err := dec.RawToken()
	if err != nil {
		return false
	}
	if pi, ok := token.(xml.ProcInst); ok && (!isNCName(pi.Target) || strings.EqualFold(pi.Target, "xml") || pi.Target == target) {
		return false
	}
	_, err = dec.RawToken()
	return err == io.EOF
}

// term returns text if it is one of the terms, else "".
func term(text string, terms []string) string {
	if slices.Contains(terms, text) {
		return text
	}
	return ""
}

// plan writes the document. It returns where in it instructions can be put that
// belong to the whole.
func (w *writer) plan(d *plan) (end int) {
	w.out = append(w.out, `<?xml version="1.0" encoding="UTF-8"?>`...)
	w.residue(d.Before)
	root := w.part.root()
	if w.part == Part2 {
		w.open(root, "xmlns", w.part.namespace(), "Type", d.Type)
	} else {
		w.open(root, "xmlns", w.part.namespace())
	}
	w.residue(d.Residue)
	w.must("Name", d.Name)
	w.may("Description", d.Description)
	w.may("OtherInformation", d.Other)
	w.open("StrategicPlanCore")
	for i := range d.Organizations {
		w.organization(&d.Organizations[i])
	}
	w.statement("Vision", &d.Vision)
	w.statement("Mission", &d.Mission)
	for _, v := range d.Values {
		w.open("Value")
		w.residue(v.Residue)
		w.may("Name", v.Name)
		w.may("Description", v.Description)
		w.close("Value")
	}
	for i := range d.Goals {
		w.goal(&d.Goals[i])
	}
	if len(d.Goals) == 0 {
		w.goal(&goal{})
	}
	w.close("StrategicPlanCore")
	w.administration(d)
	if w.part == Part2 {
		w.submitter(&d.Submitter)
	}
	end = len(w.out)
	w.close(root)
	w.residue(d.After)
	w.out = append(w.out, '\n')
	return end
}

func (w *writer) administration(d *plan) {
	a := d.Admin
	if w.part == Part1 {
		a.Identifier = "" // Part 1 has no place for it
	}
	if a.IsZero() && (w.part == Part2 || d.Submitter.IsZero()) {
		return
	}
	w.open("AdministrativeInformation")
	w.residue(a.Residue)
	w.may("Identifier", a.Identifier)
	w.date("StartDate", a.Start)
	w.date("EndDate", a.End)
	w.date("PublicationDate", a.Publication)
	if isURI(a.Source) {
		w.may("Source", a.Source)
	}
	if w.part == Part1 {
		w.submitter(&d.Submitter)
	}
	w.close("AdministrativeInformation")
}

func (w *writer) submitter(p *person) {
	if p.IsZero() {
		return
	}
	w.open("Submitter")
	w.residue(p.Residue)
	if w.part == Part2 {
		w.may("Identifier", p.Identifier)
	}
	w.may("GivenName", p.GivenName)
	w.may("Surname", p.Surname)
	w.may("PhoneNumber", p.Phone)
	w.may("EmailAddress", p.Email)
	w.close("Submitter")
}

func (w *writer) organization(o *organization) {
	w.open("Organization")
	w.residue(o.Residue)
	w.may("Name", o.Name)
	w.may("Acronym", o.Acronym)
	w.may("Identifier", o.Identifier)
	w.may("Description", o.Description)
	w.stakeholders(o.Stakeholders)
	w.close("Organization")
}

func (w *writer) statement(name string, s *statement) {
	if s.IsZero() {
		return
	}
	w.open(name)
	w.residue(s.Residue)
	w.may("Description", s.Description)
	w.may("Identifier", s.Identifier)
	w.close(name)
}

func (w *writer) goal(g *goal) {
	w.open("Goal")
	w.residue(g.Residue)
	w.must("Name", g.Name)
	w.must("Description", g.Description)
	w.may("Identifier", g.Identifier)
	w.may("SequenceIndicator", text(g.Sequence))
	w.stakeholders(g.Stakeholders)
	w.may("OtherInformation", g.Other)
	for i := range g.Objectives {
		w.objective(&g.Objectives[i])
	}
	w.close("Goal")
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func (w *writer) objective(o *objective) {
	w.open("Objective")
	w.residue(o.Residue)
	w.may("Name", o.Name)
	w.may("Description", o.Description)
	w.may("Identifier", o.Identifier)
	w.may("SequenceIndicator", text(o.Sequence))
	w.stakeholders(o.Stakeholders)
	w.may("OtherInformation", o.Other)
	if w.part == Part2 {
		for i := range o.Indicators {
			w.indicator(&o.Indicators[i])
		}
	}
	w.close("Objective")
}

func (w *writer) stakeholders(list []stakeholder) {
	for i := range list {
		h := &list[i]
		w.open("Stakeholder", "StakeholderTypeType", term(h.Type, stakeholderTypes))
		w.residue(h.Residue)
		if h.Actor != "" {
			w.instruction("actor " + escapeJSON(jsonText(string(h.Actor))))
		}
		w.must("Name", h.Name)
		w.may("Description", text(h.Description))
		if w.part == Part2 {
			for _, r := range h.Roles {
				w.role(&r)
			}
		}
		w.close("Stakeholder")
	}
}

func (w *writer) role(r *role) {
	w.open("Role")
	w.residue(r.Residue)
	w.must("Name", r.Name)
	w.may("Description", r.Description)
	n := 0
	for i, t := range r.Types {
		if slices.Contains(roleTypes, t) && !slices.Contains(r.Types[:i], t) && n < 2 {
			w.must("RoleType", t)
			n++
		}
	}
	w.close("Role")
}

func (w *writer) indicator(q *indicator) {
	w.open("PerformanceIndicator", "ValueChainStage", term(q.Stage, stages), "PerformanceIndicatorType", term(text(q.Type), indicatorTypes))
	w.residue(q.Residue)
	w.may("SequenceIndicator", q.Sequence)
	w.must("MeasurementDimension", q.Dimension)
	w.must("UnitOfMeasurement", q.Unit)
	w.may("Identifier", q.Identifier)
	for _, r := range q.Relationships {
		w.open("Relationship", "RelationshipType", term(r.Type, relationshipTypes))
		w.residue(r.Residue)
		w.may("Identifier", r.Identifier)
		for _, ref := range r.Referents {
			w.may("ReferentIdentifier", ref)
		}
		w.may("Name", r.Name)
		w.may("Description", r.Description)
		w.close("Relationship")
	}
	for _, m := range q.Instances {
		w.open("MeasurementInstance")
		w.residue(m.Residue)
		w.results("TargetResult", m.Targets)
		w.results("ActualResult", m.Actuals)
		w.close("MeasurementInstance")
	}
	w.may("OtherInformation", q.Other)
	w.close("PerformanceIndicator")
}

func (w *writer) results(name string, list []result) {
	for i := range list {
		r := &list[i]
		w.open(name)
		w.residue(r.Residue)
		w.date("StartDate", r.Start)
		w.date("EndDate", r.End)
		if isDecimal(r.Number) {
			w.must("NumberOfUnits", r.Number)
		}
		if r.DescriptorName != "" || r.DescriptorValue != "" {
			w.open("Descriptor")
			w.may("DescriptorName", r.DescriptorName)
			w.may("DescriptorValue", r.DescriptorValue)
			w.close("Descriptor")
		}
		w.may("Description", r.Description)
		w.close(name)
	}
}
