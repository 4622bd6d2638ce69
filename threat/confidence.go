package threat

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs"
)

// Confidence is a grade of confidence, kept as written in its own scheme:
// schemes don't convert into each other without loss. [Confidence.Convert] says
// what a grade comes to in another, and what is lost.
type Confidence struct {
	// Scheme names the grading system. Cardinality: one.
	Scheme ConfidenceScheme `json:"scheme,omitzero"`

	// Code is the grade as written, e.g. "B2", "likely", "medium", "70". Cardinality: one.
	Code string `json:"code,omitzero"`
}

// Conversion is what a grade of confidence comes to in another scheme.
type Conversion struct {
	// Confidence is the grade in the other scheme, as that scheme spells it. It is zero if there is none; Missing then
	// says why.
	Confidence Confidence
	Missing    MissingGrade

	// Lossy says that the grade can't be had back: others come to the same, or what was answered converts back into
	// another grade or none.
	Lossy bool

	// Merged are the other grades of the scheme converted from that come to the same, in the scheme's order.
	Merged []string

	// Grade is how well the correspondence was checked. It is inferred, by us, where no standard gives one.
	Grade ocs.Grade
}

// MissingGrade says why a grade comes to nothing in another scheme.
type MissingGrade string

// The reasons.
const (
	NotAGrade     MissingGrade = "not-a-grade"    // the code is none of its scheme
	NoMapping     MissingGrade = "no-mapping"     // the schemes measure different things, or one isn't known
	NoCounterpart MissingGrade = "no-counterpart" // the grade has no place there, as 6, truth cannot be judged, has on no scale
	BetweenGrades MissingGrade = "between-grades" // it falls into a gap between grades, or spans several
)

var missingGrades = []MissingGrade{NotAGrade, NoMapping, NoCounterpart, BetweenGrades}

// Known reports whether m is in the vocabulary.
func (m MissingGrade) Known() bool { return slices.Contains(missingGrades, m) }

// Terms lists the vocabulary.
func (MissingGrade) Terms() []string { return ocs.Words(missingGrades) }

// Convert says what the grade comes to in another scheme. [Percent] is the
// scale of STIX 2.1 from 0 to 100.
//
// Appendix A of STIX 2.1 gives values and ranges on that scale for 0 to 10, the
// words of estimative probability, ICD 203, none to high, and of the Admiralty's
// system the credibility of the information. Between these the value of a grade
// is looked up in the ranges of the other scheme. To convert into the Admiralty's
// system is to write F for the source, whose reliability can't be judged.
//
// No standard gives the rest, so that it is our inference. A phrase that stands
// for probabilities converts if its range overlaps with one range of the other
// scheme, and into a number as the middle of its range. The police systems 4x4
// and 3x5x2 are held against each other by their wording.
//
// Capitals and, in phrases, hyphens make no difference to how a code is read.
func (c Confidence) Convert(to ConfidenceScheme) Conversion {
	from, target := c.Scheme.table(), to.table()
	if from == nil || target == nil {
		return Conversion{Missing: NoMapping}
	}
	g, ok := from.parse(c.Code)
	if !ok {
		return Conversion{Missing: NotAGrade}
	}
	if from == target {
		return Conversion{Confidence: Confidence{to, g.code}, Grade: from.checked}
	}
	code, checked, missing := from.convert(g, target)
	if missing != "" {
		return Conversion{Missing: missing}
	}
	result := Conversion{Confidence: Confidence{to, code}, Grade: checked}
	for _, other := range from.all() {
		if other.code == g.code {
			continue
		}
		if same, _, missing := from.convert(other, target); missing == "" && same == code {
			result.Merged = append(result.Merged, other.code)
		}
	}
	answer, _ := target.parse(code)
	back, _, _ := target.convert(answer, from)
	result.Lossy = len(result.Merged) > 0 || back != g.code
	return result
}

// ConfidenceGrade is a grade of a scheme, or of one part of it.
type ConfidenceGrade struct {
	// Part is what the code grades in a scheme of several parts, whose codes are written one after the other: source,
	// information or handling. It is empty in a scheme of one.
	Part string

	// Code is the grade as its scheme writes it, and Also other ways of writing the same.
	Code string
	Also []string

	// Meaning is what the grade says, in brief, where that isn't the code itself.
	Meaning string

	// Grade is how well code and meaning were checked.
	Grade ocs.Grade
}

// Grades lists the grades of the scheme, part by part. It is empty for an
// unknown scheme and for [Percent], of which every number is a grade.
func (s ConfidenceScheme) Grades() []ConfidenceGrade {
	t := s.table()
	if t == nil {
		return nil
	}
	var list []ConfidenceGrade
	for _, p := range t.parts {
		for _, r := range p.rows {
			list = append(list, ConfidenceGrade{p.name, r.code, slices.Clone(r.also), r.meaning, t.checked})
		}
	}
	return list
}

// written is a grade that was read: its spelling in the scheme, and the row of
// each part, in the scheme's order.
type written struct {
	code string
	rows []row
}

// table returns the scheme's table, nil for an unknown scheme.
func (s ConfidenceScheme) table() *schemeTable {
	for i := range schemeTables {
		if schemeTables[i].scheme == s {
			return &schemeTables[i]
		}
	}
	return nil
}

// parse reads a code.
func (t *schemeTable) parse(code string) (written, bool) {
	code = strings.TrimSpace(code)
	switch {
	case t.scheme == Percent:
		return parsePercent(code)
	case len(t.parts) == 1:
		word := strings.ReplaceAll(strings.ToLower(code), "-", " ")
		for _, r := range t.parts[0].rows {
			if r.code == word || slices.Contains(r.also, word) {
				return written{r.code, []row{r}}, true
			}
		}
		return written{}, false
	}
	code = strings.ToUpper(code)
	g := written{code: code}
	for i, p := range t.parts {
		if i >= len(code) {
			return g, p.optional
		}
		at := slices.IndexFunc(p.rows, func(r row) bool { return r.code == code[i:i+1] })
		if at < 0 {
			return g, false
		}
		g.rows = append(g.rows, p.rows[at])
	}
	return g, len(code) == len(t.parts)
}

// parsePercent reads a number from 0 to 100, which is a grade by itself.
func parsePercent(code string) (written, bool) {
	code = strings.TrimSpace(strings.TrimSuffix(code, "%"))
	d, err := ocs.ParseDecimal(code)
	if err != nil || d.Sign() < 0 || d.Compare(ocs.Num(100)) > 0 {
		return written{}, false
	}
	tenths := int(math.Round(d.Float64()*1000)) / 100 // no range ends between tenths
	if code = d.String(); d.Equal(ocs.Num(int64(tenths / 10))) {
		code = percentText(tenths) // 70.0 is 70
	}
	point := span{tenths, tenths}
	return written{code, []row{{code: code, places: []place{{appendixA, point, point}, {probability, point, point}}}}}, true
}

// all lists the grades of the scheme, of percent the whole numbers.
func (t *schemeTable) all() []written {
	if t.scheme == Percent {
		list := make([]written, 101)
		for n := range list {
			list[n], _ = parsePercent(strconv.Itoa(n))
		}
		return list
	}
	list := []written{{}}
	for _, p := range t.parts {
		var longer []written
		for _, g := range list {
			if p.optional {
				longer = append(longer, g)
			}
			for _, r := range p.rows {
				longer = append(longer, written{g.code + r.code, append(slices.Clip(g.rows), r)})
			}
		}
		list = longer
	}
	return list
}

// convert looks up a grade of t in another scheme, part by part.
func (t *schemeTable) convert(g written, to *schemeTable) (code string, checked ocs.Grade, missing MissingGrade) {
	missing = NoMapping // unless a part says otherwise
	for _, p := range to.parts {
		by, ok := t.sharedRuler(p)
		if !ok {
			if p.unknown == "" && !p.optional {
				return "", "", NoMapping
			}
			code += p.unknown
			continue
		}
		probe, ok := g.on(by)
		if !ok {
			return "", "", NoCounterpart
		}
		checked = rulerGrades[by]
		if to.scheme == Percent {
			return percentText((probe.from + probe.to) / 2), checked, ""
		}
		found, ok := p.lookUp(by, probe)
		if !ok {
			return "", "", BetweenGrades
		}
		code, missing = code+found, ""
	}
	return code, checked, missing
}

// percentText writes tenths as a whole number, the fraction left out.
func percentText(tenths int) string { return strconv.Itoa(tenths / 10) }

// sharedRuler is the first measure on which both the scheme and the part of
// another have places.
func (t *schemeTable) sharedRuler(p part) (ruler, bool) {
	for by := range ruler(len(rulerGrades)) {
		if p.has(by) && slices.ContainsFunc(t.parts, func(own part) bool { return own.has(by) }) {
			return by, true
		}
	}
	return 0, false
}

// has reports whether grades of the part have places on the ruler.
func (p part) has(by ruler) bool {
	return slices.Contains(p.numbers, by) || slices.ContainsFunc(p.rows, func(r row) bool {
		return slices.ContainsFunc(r.places, func(at place) bool { return at.ruler == by })
	})
}

// on returns what stands for the grade on the ruler.
func (g written) on(by ruler) (span, bool) {
	for _, r := range g.rows {
		for _, at := range r.places {
			if at.ruler == by {
				return at.probe, true
			}
		}
	}
	return span{}, false
}

// lookUp returns the one grade of the part onto which the probe falls.
func (p part) lookUp(by ruler, probe span) (code string, ok bool) {
	for _, r := range p.rows {
		for _, at := range r.places {
			if at.ruler != by || !at.band.takes(probe) {
				continue
			}
			if ok {
				return "", false
			}
			code, ok = r.code, true
		}
	}
	return code, ok
}

// takes reports whether a point is in the span, or a stretch overlaps with it
// by more than an end: 45 to 55 and 55 to 75 have only their ends in common.
func (s span) takes(probe span) bool {
	if probe.from == probe.to {
		return s.from <= probe.from && probe.from <= s.to
	}
	if s.from == s.to {
		return probe.from <= s.from && s.from <= probe.to
	}
	return max(s.from, probe.from) < min(s.to, probe.to)
}
