package strategy

import (
	"cmp"
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
)

// readings are the readings of all indicators up to a day, in order of time.
type readings struct {
	list  []read
	of    relation // indicator → list
	notes []string
}

// read is a reading with the last day of its date and the report that gave it.
type read struct {
	*Reading
	day    ocs.Date
	n      int32 // the indicator
	report int32
}

// readings collects the readings dated on or before asOf. Of two for the same
// indicator, area and date the one that holds comes last and next to the other.
func (ix *Index) readings(asOf ocs.Date) *readings {
	r := &readings{}
	asOf = asOf.Last()
	hold := ix.holder()
	var lost, withheld int
	for i := range ix.s.Reports {
		rep := &ix.s.Reports[i]
		if hold.any(rep.ID, "readings") {
			withheld++
		}
		for j := range rep.Readings {
			g := &rep.Readings[j]
			day := g.Date.Last()
			if !asOf.IsZero() && day.Compare(asOf) > 0 {
				continue
			}
			n := find(ix, indicatorKind, g.Indicator)
			if n < 0 {
				lost++
				continue
			}
			r.list = append(r.list, read{g, day, int32(n), int32(i)})
		}
	}
	if withheld > 0 {
		r.notes = append(r.notes, fmt.Sprintf("readings of %d reports were withheld", withheld))
	}
	if lost > 0 {
		r.notes = append(r.notes, fmt.Sprintf("%d readings are of indicators that don't exist", lost))
	}
	r.of = gatherRelation(len(ix.indicators), func(add func(int, int32)) {
		for i := range r.list {
			add(int(r.list[i].n), int32(i))
		}
	})
	made := func(g *read) ocs.Date { return ix.s.Reports[g.report].Made }
	r.of.sort(len(ix.indicators), func(x, y int32) int {
		a, b := &r.list[x], &r.list[y]
		if c := a.day.Compare(b.day); c != 0 {
			return c
		}
		return cmp.Or(strings.Compare(string(a.Area), string(b.Area)), a.Date.Compare(b.Date), made(a).Compare(made(b)), cmp.Compare(a.report, b.report))
	})
	return r
}

// history returns the readings of indicator n that hold, from the day of the
// baseline on. Of increments those of that day are in the baseline already.
func (r *readings) history(n int, i *pillar.Indicator) []read {
	places := r.of.of(n)
	list := make([]read, 0, len(places))
	since := i.Baseline.Date.Last()
	for k, p := range places {
		g := r.list[p]
		if k+1 < len(places) {
			if next := r.list[places[k+1]]; next.Date == g.Date && next.Area == g.Area {
				continue // corrected
			}
		}
		if c := g.day.Compare(since); !since.IsZero() && !g.day.IsZero() && (c < 0 || c == 0 && i.Reading == pillar.Increment) {
			continue
		}
		list = append(list, g)
	}
	return list
}

// value is what the readings of an indicator come to.
type value struct {
	number ocs.Decimal
	text   string
	day    ocs.Date // the day that it holds for
	stated ocs.Date // the same as the reading states it
	latest read     // the latest reading of the whole, for its judgement; no Reading if there is none
	areas  []AreaReading
	series []SeriesPoint // the values in order of time
	fault  string        // a rule, if there are readings and no value came of them
	notes  []string
}

func (v *value) note(format string, args ...any) {
	v.notes = append(v.notes, fmt.Sprintf(format, args...))
}

func (v *value) set(number ocs.Decimal, g read) {
	v.number, v.day, v.stated = number, g.day, g.Date
	v.series = append(v.series, SeriesPoint{Date: g.Date, Value: number})
}

// valueOf works out what the readings of a numeric indicator come to.
func valueOf(i *pillar.Indicator, history []read) value {
	var v value
	rate := i.Unit == "%"
	for _, g := range history {
		if g.Area == "" {
			v.latest = g
		}
		if !rate {
			v.checkParts(g)
		}
	}
	history = slices.DeleteFunc(history, func(g read) bool { return !g.Value.IsSet() })
	if len(history) == 0 {
		return v
	}
	inner := v.byArea(i, history)
	switch {
	case i.Reading == pillar.Increment:
		v.sumIncrements(i, history, inner, rate)
	default:
		for _, g := range history {
			if g.Area == "" {
				v.set(g.Value, g)
			}
		}
		if i.Reading == pillar.Cumulative && !rate {
			v.sumTotals(history, inner)
		}
	}
	if v.number.IsZero() {
		v.series = nil
		v.fault = cmp.Or(v.fault, RuleAreasApart)
	}
	return v
}

// checkParts holds each breakdown of a reading against its value.
func (v *value) checkParts(g read) {
	var by []pillar.Disaggregation
	for k := range g.Parts {
		if !slices.Contains(by, g.Parts[k].By) {
			by = append(by, g.Parts[k].By)
		}
		if len(by) > 16 { // the vocabulary has nine
			v.note("reading of %v is broken down in more than 16 ways", g.Date)
			return
		}
	}
	for _, b := range by {
		var sum ocs.Decimal
		var err error
		for k := range g.Parts {
			if g.Parts[k].By == b && err == nil {
				sum, err = sum.Add(g.Parts[k].Value)
			}
		}
		switch {
		case err != nil:
			v.note("parts by %s of the reading of %v add up to more digits than a number holds", short(b), g.Date)
		case g.Value.IsSet() && sum.IsSet() && !sum.Equal(g.Value):
			v.note("parts by %s of the reading of %v add up to %v, not %v", short(b), g.Date, sum, g.Value)
		}
	}
}

// byArea lists what was read in each area, and returns the areas that lie
// within another one that was read, which no sum may count again.
func (v *value) byArea(i *pillar.Indicator, history []read) (inner map[ocs.Area]bool) {
	at := make(map[ocs.Area]int)
	for _, g := range history {
		if g.Area == "" {
			continue
		}
		k, known := at[g.Area]
		if !known {
			k = len(v.areas)
			at[g.Area] = k
			v.areas = append(v.areas, AreaReading{Area: g.Area})
		}
		a := &v.areas[k]
		number := g.Value
		if i.Reading == pillar.Increment {
			sum, err := a.Value.Add(g.Value)
			if err != nil {
				v.note("increments of area %q add up to more digits than a number holds", short(g.Area))
				sum = ocs.Decimal{}
			}
			number = sum
		}
		*a = AreaReading{Area: g.Area, Value: number, Date: g.Date}
	}
	for area := range at {
		if _, whole := at[ocs.Area(area.Country())]; whole && !area.IsCountry() {
			if inner == nil {
				inner = make(map[ocs.Area]bool)
			}
			inner[area] = true
		}
	}
	slices.SortFunc(v.areas, func(a, b AreaReading) int { return strings.Compare(string(a.Area), string(b.Area)) })
	if len(inner) > 0 {
		v.note("%d areas lie within others that were read too, and aren't counted again", len(inner))
	}
	return inner
}

// sumIncrements adds what was added since the baseline: on each day what is
// stated for the whole, else for the areas.
func (v *value) sumIncrements(i *pillar.Indicator, history []read, inner map[ocs.Area]bool, rate bool) {
	sum := i.Baseline.Value
	var before ocs.Date
	for at := 0; at < len(history); {
		end := at + 1
		for end < len(history) && history[end].day == history[at].day {
			end++
		}
		whole := history[at].Area == "" // it sorts first
		for _, g := range history[at:end] {
			if whole != (g.Area == "") || inner[g.Area] || rate && !whole {
				continue
			}
			if whole && g.Date.First().Compare(before) <= 0 && g.Date.Precision() != ocs.PrecisionDay {
				v.note("increment of %v overlaps an earlier one", g.Date)
			}
			var err error
			if sum, err = sum.Add(g.Value); err != nil {
				v.number, v.fault = ocs.Decimal{}, RuleOverflow
				return
			}
			v.set(sum, g)
		}
		before = history[at].day
		at = end
	}
}

// sumTotals adds the latest totals of the areas, if they are newer than what
// is known of the whole.
func (v *value) sumTotals(history []read, inner map[ocs.Area]bool) {
	latest := make(map[ocs.Area]read)
	var newest read
	for _, g := range history {
		if g.Area != "" && !inner[g.Area] {
			latest[g.Area] = g
			newest = g
		}
	}
	if newest.Reading == nil || v.number.IsSet() && newest.day.Compare(v.day) <= 0 {
		return
	}
	var sum ocs.Decimal
	older := 0
	for _, a := range v.areas { // in order, so that the outcome never depends on a map
		g, counts := latest[a.Area]
		if !counts {
			continue
		}
		var err error
		if sum, err = sum.Add(g.Value); err != nil {
			v.number, v.fault = ocs.Decimal{}, RuleOverflow
			return
		}
		if g.day != newest.day {
			older++
		}
	}
	v.set(sum, newest)
	v.note("total of %d areas", len(latest))
	if older > 0 {
		v.note("%d of the areas were last read before %v", older, newest.Date)
	}
}

// rat is the number as an exact fraction.
func rat(d ocs.Decimal) *big.Rat {
	whole, fraction, _ := strings.Cut(d.String(), ".")
	n, _ := strconv.ParseInt(whole+fraction, 10, 64) // a Decimal's digits fit
	if fraction == "" {
		return new(big.Rat).SetInt64(n)
	}
	unit := int64(1)
	for range fraction {
		unit *= 10
	}
	return big.NewRat(n, unit)
}

// percentOf is the fraction in percent, rounded to two places, halves away
// from zero; no number if there is none or it is too long.
func percentOf(r *big.Rat) ocs.Decimal {
	if r == nil {
		return ocs.Decimal{}
	}
	var text string
	if hundredths, ok := scaled(r, 100*100, true); ok {
		sign := ""
		if hundredths < 0 {
			sign, hundredths = "-", -hundredths
		}
		text = fmt.Sprintf("%s%d.%02d", sign, hundredths/100, hundredths%100)
	} else {
		text = new(big.Rat).Mul(r, big.NewRat(100, 1)).FloatString(2)
	}
	text = strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	if text == "-0" {
		text = "0"
	}
	d, err := ocs.ParseDecimal(text)
	if err != nil {
		return ocs.Decimal{}
	}
	return d
}

// scaled is r × by as a whole number, rounded to the nearest, halves away from
// zero, or else towards zero. It is false where the numbers don't fit.
func scaled(r *big.Rat, by uint64, nearest bool) (n int64, ok bool) {
	if !r.Num().IsInt64() || !r.Denom().IsInt64() {
		return 0, false
	}
	num, den := r.Num().Int64(), uint64(r.Denom().Int64())
	size := uint64(num)
	if num < 0 {
		size = -size
	}
	high, low := bits.Mul64(size, by)
	if high >= den {
		return 0, false
	}
	q, rest := bits.Div64(high, low, den)
	if nearest && rest >= den-rest {
		q++
	}
	if q > math.MaxInt64 {
		return 0, false
	}
	if num < 0 {
		return -int64(q), true
	}
	return int64(q), true
}
