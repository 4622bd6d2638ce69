package stix

import (
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/internal/faults"
	"github.com/ocs-framework/ocs/strategy"
)

// Export writes a strategy as a bundle of STIX 2.1, one object a line. Options
// may be nil. The same strategy and options give the same bytes.
//
// Findings say what the bundle lacks, or says less exactly than the strategy.
// Their paths are those in the strategy.
//
// It fails where an option isn't what it should be, where neither the strategy
// nor the options give a time for the objects, for text that isn't valid UTF-8,
// and where there would be more objects than the options allow.
func Export(s *strategy.Strategy, o *ExportOptions) ([]byte, ocs.Findings, error) {
	e, err := newExporter(s, o)
	if err != nil {
		return nil, nil, err
	}
	e.readKept()
	e.collectElements()
	e.collectEdges()
	e.refreshElements()
	e.settleKept()
	e.writeKept()
	e.writeElements()
	e.writeCommitments()
	e.writeEdges()
	e.reportLeftOut()
	data := e.assemble()
	if e.err != nil {
		return nil, nil, e.err
	}
	if !utf8.Valid(data) {
		return nil, nil, errors.New("stix: the strategy holds text that is not valid UTF-8")
	}
	return data, e.found.List(), nil
}

// exporter writes a strategy as a bundle.
type exporter struct {
	found   faults.Log
	s       *strategy.Strategy
	ix      *strategy.Index
	o       ExportOptions
	names   namer
	marking func(ocs.ID) ocs.Marking
	whole   ocs.Marking // the document's

	created, modified string // "" if nothing says when
	creator           string // identifier of the identity that exports, "" for none
	err               error  // the first thing that makes the export impossible

	items    []*item
	byID     map[ocs.ID]*item
	byObject map[string]*item // by the identifier of the object that is kept
	hidden   map[ocs.ID]bool  // elements left out for other reasons than their marking

	kept  keptBundle
	marks definitions

	edges     []statedEdge
	stated    map[edge]bool
	covered   map[edge]string     // by an object that was kept, and its target
	reused    map[edge]string     // the attack pattern that was kept of a method that is said anew
	places    map[string]party    // what the locations and attack patterns that were kept stand for
	locations map[ocs.Area]string // the locations there are
	methods   map[ocs.ID][]string // the attack patterns of a threat
	repeated  map[string]int      // how often a relation was written, by the identifier of the first

	walker

	front, body []written
	ids         map[string]bool
	used        map[ocs.Marking]bool
	made        bool // an object that wasn't kept is among them
	extended    bool // an edited object bears our extension
}

// written is an object of the bundle.
type written struct {
	id, typ string
	raw     []byte
}

func newExporter(s *strategy.Strategy, o *ExportOptions) (*exporter, error) {
	e := &exporter{
		found: faults.Log{Faults: Faults()},
		s:     s, ix: strategy.NewIndex(s), whole: s.Marking, marks: newDefinitions(), walker: walker{met: make(scanner)},
		byID: make(map[ocs.ID]*item), byObject: make(map[string]*item), hidden: make(map[ocs.ID]bool),
		stated: make(map[edge]bool), covered: make(map[edge]string), reused: make(map[edge]string), repeated: make(map[string]int),
		places: make(map[string]party), locations: make(map[ocs.Area]string), methods: make(map[ocs.ID][]string),
		ids: make(map[string]bool), used: make(map[ocs.Marking]bool),
	}
	if o != nil {
		e.o = *o
	}
	if e.o.MaxObjects <= 0 {
		e.o.MaxObjects = defaultMaxObjects
	}
	if e.whole == "" {
		e.whole = ocs.MarkingClear
	}
	if e.o.Level == "" {
		e.o.Level = ocs.MarkingClear
	}
	if !e.o.Level.Known() {
		return nil, fmt.Errorf("stix: %q is no level", e.o.Level)
	}
	if e.o.Namespace == "" {
		e.o.Namespace = Namespace
	}
	var ok bool
	if e.names.namespace, ok = parseUUID(e.o.Namespace); !ok || e.o.Namespace == observableNamespace {
		return nil, errNamespace
	}
	if id := e.o.CreatedBy; id != "" {
		if typ, _, ok := splitID(id); !ok || typ != "identity" {
			return nil, fmt.Errorf("stix: %q is no identifier of an identity", id)
		}
		e.creator = id
	}
	e.marking = e.ix.Markings()
	return e, e.setTimes()
}

// setTimes finds the times of what is made.
func (e *exporter) setTimes() error {
	first := e.s.Adoption.Date
	if first.IsZero() {
		first = e.s.Period.First()
	}
	last := first
	for _, a := range e.s.Amendments {
		if a.Date.First().After(last.First()) {
			last = a.Date
		}
	}
	set := func(to *string, given time.Time, date ocs.Date) error {
		switch {
		case given.IsZero() && !date.IsZero():
			*to = dayTime(date)
		case given.IsZero(): // nothing says when; only what is kept can be written
		case given.UTC().Year() < 1 || given.UTC().Year() > 9999:
			return errors.New("stix: a time is outside the years 1 to 9999")
		default:
			*to = formatTime(given)
		}
		return nil
	}
	if err := set(&e.created, e.o.Created, first); err != nil {
		return err
	}
	if err := set(&e.modified, e.o.Modified, last); err != nil {
		return err
	}
	switch {
	case e.created == "":
		e.created = e.modified
	case e.modified == "" || e.o.Modified.IsZero() && later(e.created, e.modified):
		e.modified = e.created
	case later(e.created, e.modified):
		return errors.New("stix: the objects would be modified before they are created")
	}
	return nil
}

// within reports whether a marking allows an element to be exported.
func (e *exporter) within(m ocs.Marking) bool { return m.Compare(e.o.Level) <= 0 }

// withheld reports whether the element with that identifier is left out.
func (e *exporter) withheld(id ocs.ID) bool { return e.hidden[id] || !e.within(e.marking(id)) }

// scrubber makes copies for an object with that marking. What is marked more
// strictly than the object stays out of it even if the level would allow it:
// whoever receives the object may share it by its own marking.
func (e *exporter) scrubber(m ocs.Marking) *scrubber {
	return &scrubber{withheld: func(id ocs.ID) bool { return e.withheld(id) || e.marking(id).Compare(m) > 0 }, level: m, sources: e.o.Sources}
}

// fail notes the first thing that makes the export impossible.
func (e *exporter) fail(err error) {
	if e.err == nil {
		e.err = err
	}
}

// put adds an object to the bundle.
func (e *exporter) put(w written) {
	if len(e.body) >= e.o.MaxObjects {
		e.fail(fmt.Errorf("stix: more than %d objects", e.o.MaxObjects))
		return
	}
	e.ids[w.id] = true
	e.body = append(e.body, w)
}

// make adds an object of our own, with the properties that all have in common.
// It returns the object's identifier.
func (e *exporter) make(typ, id string, m ocs.Marking, fs ...field) string {
	if e.err != nil {
		return id
	}
	if e.created == "" {
		e.fail(errors.New("stix: neither the strategy's adoption or period nor the options say when the objects were created"))
	}
	e.made = true
	e.put(written{id, typ, e.common(typ, id, m, fs)})
	return id
}

func (e *exporter) common(typ, id string, m ocs.Marking, fs []field) []byte {
	all := []field{{"type", quote(typ)}, {"spec_version", quote("2.1")}, {"id", quote(id)}}
	if id != e.creator {
		all = append(all, field{"created_by_ref", quote(e.creator)})
	}
	all = append(all, field{"created", quote(e.created)}, field{"modified", quote(e.modified)})
	if len(e.s.Languages) > 0 && e.s.Languages[0].Known() {
		all = append(all, field{"lang", quote(string(e.s.Languages[0]))})
	}
	all = append(all, fs...)
	if ref := tlpID(m); ref != "" {
		e.used[m] = true
		all = append(all, field{"object_marking_refs", quotes([]string{ref})})
	}
	return build(all)
}

// on reports about an element.
func (e *exporter) on(it *item, path ocs.Pointer, code, format string, args ...any) {
	e.found.Report(ocs.Finding{Rule: code, Path: path, Element: ocs.Element{Kind: it.kind, ID: string(it.id)}}, format, args...)
}
