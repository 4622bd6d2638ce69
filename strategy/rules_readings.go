package strategy

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
)

// readingRules are about the readings of indicators in reports.
func readingRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{
		readingIncomplete,
		readingDuplicate,
		readingFalls,
		readingParts,
		ocs.Each(datedOutsideReport, (*Index).Reports),
	}
}

var readingIncomplete = ocs.Rule[Index]{
	Code:  "reading-incomplete",
	Title: "every reading has a date and a value of its indicator's kind, and explains a status set by hand",
	Doc: "A reading without a value of the right kind can't be held against the target: a number for an indicator of a number, yes or no for one of yes or no, a text for a narrative. " +
		"Where there are no data, say so with status no-data. A status set by hand stands in place of the computed one and must say why in a note.",
	Basis:  "results-based management; Scotland 2022: outcomes that cannot be counted are told",
	Levels: "--EEE",
	Check: func(p *ocs.Pass, ix *Index) {
		for at, places := range ix.read() {
			r := &ix.s.Reports[at]
			for k, n := range places {
				if n < 0 {
					continue
				}
				g, i := &r.Readings[k], ix.indicators[n].Indicator
				if g.Date.IsZero() {
					p.On(r).Report(&g.Date, "reading of %q has no date", short(i.ID)).Help("say of which day it is")
				}
				if g.Status != "" && blank(g.Note) {
					p.On(r).Report(&g.Note, "status of %q was set by hand without a note", short(i.ID)).Help("say in a note why")
				}
				if g.Status != ReadingNoData {
					readingValue(p, r, g, i)
				}
			}
		}
	},
}

// readingValue reports a value that is not of the indicator's kind.
func readingValue(p *ocs.Pass, r *Report, g *Reading, i *pillar.Indicator) {
	switch i.Value {
	case "", pillar.Number:
		if g.Value.IsZero() {
			p.On(r).Report(&g.Value, "reading of %q has no number", short(i.ID)).Help("state the number, or say no-data")
		}
	case pillar.YesNo:
		if g.Text != "yes" && g.Text != "no" {
			p.On(r).Report(&g.Text, "reading of %q is neither yes nor no", short(i.ID)).Help("state yes or no as its text, or say no-data")
		}
	case pillar.Narrative:
		if blank(g.Text) {
			p.On(r).Report(&g.Text, "reading of %q has no text", short(i.ID)).Help("tell what was found, or say no-data")
		}
	}
}

// placedReading is a reading with its indicator and where it stands.
type placedReading struct {
	*Reading
	indicator int32
	report    int32
}

// sortReadings returns the readings that have an indicator and a date, those of
// one indicator and area together and in order of time.
func (ix *Index) sortReadings() []placedReading {
	readings := 0
	for r := range ix.s.Reports {
		readings += len(ix.s.Reports[r].Readings)
	}
	// Counted by indicator first: those of one are few, and mostly in order.
	list, start := make([]placedReading, 0, readings), make([]int32, len(ix.indicators)+1)
	for r, places := range ix.read() {
		for i, n := range places {
			if g := &ix.s.Reports[r].Readings[i]; n >= 0 && !g.Date.IsZero() {
				list = append(list, placedReading{g, n, int32(r)})
				start[n+1]++
			}
		}
	}
	for n := range ix.indicators {
		start[n+1] += start[n]
	}
	sorted := make([]placedReading, len(list))
	for _, g := range list {
		sorted[start[g.indicator]] = g
		start[g.indicator]++ // ends where the next began
	}
	for begin := 0; begin < len(sorted); {
		end := int(start[sorted[begin].indicator])
		if same := sorted[begin:end]; !slices.IsSortedFunc(same, placedReading.compare) {
			slices.SortStableFunc(same, placedReading.compare)
		}
		begin = end
	}
	return sorted
}

// compare orders the readings of one indicator.
func (a placedReading) compare(b placedReading) int {
	if a.Area != b.Area {
		return strings.Compare(string(a.Area), string(b.Area))
	}
	return cmp.Or(a.Date.Last().Compare(b.Date.Last()), a.Date.Compare(b.Date))
}

// sameSeries reports whether two readings are of the same indicator and area.
func (a placedReading) sameSeries(b placedReading) bool {
	return a.indicator == b.indicator && a.Area == b.Area
}

var readingDuplicate = ocs.Rule[Index]{
	Code:  "reading-duplicate",
	Title: "an indicator has one value for one area on one date",
	Doc: "Of two values for the same day nobody knows which one counts. Remove one of them, or mend its date or area. " +
		"A later report may repeat a value, and may correct it if a note says so.",
	Basis:  "one account of one fact",
	Levels: "--EEE",
	Check: func(p *ocs.Pass, ix *Index) {
		list := ix.sortedReadings()
		for k := 1; k < len(list); k++ {
			a, b := list[k-1], list[k]
			if !a.sameSeries(b) || a.Date != b.Date {
				continue
			}
			corrected := !blank(b.Note) || a.Value.Equal(b.Value) && a.Text == b.Text
			if a.report == b.report || !corrected {
				p.On(&ix.s.Reports[b.report]).Report(&b.Date, "there is another reading of %q for %v", short(b.Indicator), b.Date).
					Help("keep one of them, or say in a note what was corrected").Related(&a.Date, "the other reading")
			}
		}
	},
}

var readingFalls = ocs.Rule[Index]{
	Code:  "reading-falls",
	Title: "a cumulative indicator never falls",
	Doc: "A total since the start can stay or grow. If it falls, one of the two values is wrong, or the indicator is a level or an increment and no total. " +
		"Mend the value or the indicator's reading kind; where earlier figures were corrected downwards, say so in the note of the later reading.",
	Basis:  "arithmetic",
	Levels: "--EEE",
	Check: func(p *ocs.Pass, ix *Index) {
		var a placedReading // the one before
		for _, b := range ix.sortedReadings() {
			if ix.indicators[b.indicator].Reading != pillar.Cumulative || b.Value.IsZero() {
				continue
			}
			if a.Reading != nil && a.sameSeries(b) && a.Date != b.Date && b.Value.Compare(a.Value) < 0 && blank(b.Note) {
				p.On(&ix.s.Reports[b.report]).Report(&b.Value, "total of %q falls from %v on %v to %v on %v", short(b.Indicator), a.Value, a.Date, b.Value, b.Date).
					Help("mend the value, or say in a note what was corrected").Related(&a.Value, "the earlier reading")
			}
			a = b
		}
	},
}

// partitions are the characteristics by which no case falls into two groups,
// and whether the groups, where there are several, are all there are.
var partitions = [...]struct {
	by  pillar.Disaggregation
	all bool
}{
	{pillar.BySex, true},
	{pillar.ByAge, true},
	{pillar.ByArea, false},
	{pillar.ByNationality, false},
	{pillar.ByDisability, false},
}

var readingParts = ocs.Rule[Index]{
	Code:  "reading-parts",
	Title: "the parts of a reading add up to its value",
	Doc: "The parts by sex, and those by age, are all there are: where two or more groups are given they add up to the value; what is not known is a group of its own. " +
		"Parts by area, nationality or disability may leave some out, but don't exceed the value. Looked at are counts: indicators of persons, and those whose readings are cumulative or increments; " +
		"percentages and rates are not. A difference within the tolerance is rounding.",
	Basis:  "ICCS: disaggregation; arithmetic",
	Levels: "--WWW",
	Check: func(p *ocs.Pass, ix *Index) {
		for at, places := range ix.read() {
			r := &ix.s.Reports[at]
			for k, n := range places {
				g := &r.Readings[k]
				if len(g.Parts) == 0 || g.Value.IsZero() || n < 0 || !counted(ix.indicators[n].Indicator) {
					continue
				}
				for _, part := range partitions {
					ix.addUp(p, r, g, part.by, part.all)
				}
			}
		}
	},
}

// counted reports whether the indicator counts cases, so that parts add up.
func counted(i *pillar.Indicator) bool {
	unit := strings.ToLower(i.Unit)
	return (i.People || i.Reading == pillar.Cumulative || i.Reading == pillar.Increment) &&
		!strings.Contains(unit, "%") && !strings.Contains(unit, "per ") && !strings.Contains(unit, "percent") && !strings.Contains(unit, "rate")
}

// addUp holds the parts by one characteristic against the value.
func (ix *Index) addUp(p *ocs.Pass, r *Report, g *Reading, by pillar.Disaggregation, all bool) {
	var sum ocs.Decimal
	var err error
	groups, first := 0, -1
	for i := range g.Parts {
		if g.Parts[i].By != by || g.Parts[i].Value.IsZero() {
			continue
		}
		if groups++; first < 0 {
			first = i
		}
		if sum, err = sum.Add(g.Parts[i].Value); err != nil {
			return // too long to be added: no sum can be stated
		}
	}
	if groups == 0 || ix.near(sum, g.Value) {
		return
	}
	if sum.Compare(g.Value) > 0 || all && groups > 1 {
		p.On(r).Report(&g.Parts[first].Value, "parts of %q by %s add up to %v, not to %v", short(g.Indicator), string(by), sum, g.Value).
			Help("mend the parts or the value; give what is not known as a group of its own").Related(&g.Value, "the value")
	}
}

// near reports whether a sum differs from what it should be by no more than
// the tolerance.
func (ix *Index) near(sum, want ocs.Decimal) bool {
	if sum.Equal(want) {
		return true
	}
	off, err := sum.Sub(want)
	if err != nil {
		return false
	}
	hundred := ocs.Num(100)
	if off.Sign() < 0 {
		hundred = ocs.Num(-100)
	}
	if want.Sign() < 0 {
		want, _ = ocs.Num(0).Sub(want)
	}
	off, err = off.Mul(hundred)
	allowed, err2 := want.Mul(ix.thresholds.Tolerance)
	return err == nil && err2 == nil && off.Compare(allowed) <= 0
}

var datedOutsideReport = ocs.Rule[Report]{
	Code:  "dated-outside-report",
	Title: "readings are of the time that their report covers, and nothing in it is dated after it was made",
	Doc: "A reading of another time belongs to the report on that time, where it will be looked for; one dated after the report was made was not known then. " +
		"Mend the date, the period or the day of the report. Where figures come late, as statistics do, say in the reading's note of which time they are.",
	Basis:  "Romania 2021-2024: one report for each year",
	Levels: "--WWW",
	Check: func(p *ocs.Pass, r *Report) {
		for i := range r.Updates {
			if u := &r.Updates[i]; u.Date.After(r.Made) {
				p.Report(&u.Date, "update on %q is of %v, after the report was made on %v", short(u.Commitment), u.Date, r.Made).
					Help("mend one of the two dates").Related(&r.Made, "the day of the report")
			}
		}
		for i := range r.Readings {
			switch g := &r.Readings[i]; {
			case g.Date.After(r.Made):
				p.Report(&g.Date, "reading of %q is of %v, after the report was made on %v", short(g.Indicator), g.Date, r.Made).
					Help("mend one of the two dates").Related(&r.Made, "the day of the report")
			case beyond(g.Date, &r.Covers) && blank(g.Note):
				p.Report(&g.Date, "reading of %q is of %v, outside the period %v of the report", short(g.Indicator), g.Date, r.Covers).
					Help("mend the date or the period, or say in a note why it is of another time").Related(&r.Covers, "the period of the report")
			}
		}
	},
}
