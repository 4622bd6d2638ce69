package strategy

import (
	"reflect"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
)

func identityRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{duplicateID, missingID}
}

var duplicateID = ocs.Rule[Index]{
	Code:  "duplicate-id",
	Title: "no two elements share an identifier",
	Doc: "All elements of a document, whatever their kind, share one namespace, so that a reference or a waiver can mean only one of them. " +
		"References go to the element that comes first. Give the later one another identifier and mend the references that mean it.",
	Basis:  "integrity of references",
	Levels: "EEEEE",
	Fixed:  true,
	Check: func(p *ocs.Pass, ix *Index) {
		var finder idFinder
		for _, c := range ix.clashes {
			if b, ok := c.elem.(*pillar.Pillar); ok && !ix.ownPillars() {
				// The later one is a pillar of a built-in framework, which isn't part of the document.
				if field := finder.field(ix, ocs.ID(b.ID)); field != nil {
					p.Report(field, "identifier %q is that of a pillar of the framework", b.ID).Help("choose another identifier")
				}
				continue
			}
			id := idAt(c.field)
			d := p.On(c.elem).Report(c.field, "identifier %q already belongs to %s", short(id), article(c.first.kind())).
				Help("choose another identifier")
			if field := finder.field(ix, id); field != nil {
				d.Related(field, "first used here")
			}
		}
	},
}

var missingID = ocs.Rule[Index]{
	Code:  "missing-id",
	Title: "the strategy and each of its sources has an identifier",
	Doc: "Other documents refer to the strategy, and citations to a source, by its identifier. " +
		"It is chosen once and kept when titles change. Other elements that lack one are reported as malformed-id.",
	Basis:  "integrity of references",
	Levels: "EEEEE",
	Fixed:  true,
	Check: func(p *ocs.Pass, ix *Index) {
		if ix.s.ID == "" {
			p.Report(&ix.s.ID, "strategy has no identifier").Help("give it one that will not change, such as the country's code and the first year")
		}
		for src := range ix.Sources() {
			if src.ID == "" {
				p.On(src).Report(&src.ID, "source has no identifier").Help("give it one for citations to refer to")
			}
		}
	},
}

// ownPillars reports whether the framework's pillars stand in the document.
func (ix *Index) ownPillars() bool { return len(ix.s.Framework.Pillars) > 0 }

// idFinder finds the field that holds an identifier. Elements nested in a list
// without places of its own are looked up in a map, made when first needed.
type idFinder struct {
	inner map[ocs.ID]any
}

// field returns the address of the ID of the first element with that
// identifier, or nil if it isn't part of the document.
func (f *idFinder) field(ix *Index, id ocs.ID) any {
	s, l := ix.s, ix.elements[id]
	switch l.kind() {
	case strategyKind:
		return &s.ID
	case goalKind:
		return &s.Goals[l.place()].ID
	case threatKind:
		return &s.Threats[l.place()].ID
	case groupKind:
		return &s.Groups[l.place()].ID
	case actorKind:
		return &s.Actors[l.place()].ID
	case pillarKind:
		if ix.ownPillars() {
			return &s.Framework.Pillars[l.place()].ID
		}
		return nil
	case objectiveKind:
		return &s.Objectives[l.place()].ID
	case indicatorKind:
		return &ix.indicators[l.place()].Indicator.ID
	case planKind:
		return &s.Plans[l.place()].ID
	case commitmentKind:
		return &ix.commitments[l.place()].Commitment.ID
	case milestoneKind:
		return &ix.milestones[l.place()].Milestone.ID
	case riskKind:
		return &s.Risks[l.place()].ID
	case safeguardKind:
		return &s.Safeguards[l.place()].ID
	case consultationKind:
		return &s.Consultations[l.place()].ID
	case evaluationKind:
		return &s.Evaluations[l.place()].ID
	case dutyKind:
		return &s.Reporting[l.place()].ID
	case reportKind:
		return &s.Reports[l.place()].ID
	case sourceKind:
		return &s.Sources[l.place()].ID
	}
	if f.inner == nil {
		f.inner = innerIDs(s)
	}
	return f.inner[id]
}

// innerIDs returns the ID fields of amendments, assessments and budget lines,
// the first of each identifier in the order in which they are indexed.
func innerIDs(s *Strategy) map[ocs.ID]any {
	fields := make(map[ocs.ID]any)
	add := func(id *ocs.ID) {
		if fields[*id] == nil {
			fields[*id] = id
		}
	}
	for i := range s.Amendments {
		add(&s.Amendments[i].ID)
	}
	for i := range s.Threats {
		for j := range s.Threats[i].Assessments {
			add(&s.Threats[i].Assessments[j].ID)
		}
	}
	for i := range s.Plans {
		for j := range s.Plans[i].Amendments {
			add(&s.Plans[i].Amendments[j].ID)
		}
		for j := range s.Plans[i].Budget {
			add(&s.Plans[i].Budget[j].ID)
		}
	}
	return fields
}

// idAt returns the identifier in an ID field, given by its address.
func idAt(field any) ocs.ID { return ocs.ID(reflect.ValueOf(field).Elem().String()) }
