package strategy

import (
	"cmp"
	"fmt"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
)

// reportGapRules are about what reports leave out, and about delivery that did
// not bring the result.
func reportGapRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{reportIncomplete, indicatorUnread, doneWithoutResult}
}

var reportIncomplete = ocs.Rule[Index]{
	Code:  "report-incomplete",
	Title: "the latest report covers every open commitment",
	Doc: "What a report leaves out is usually what went badly. Say of each commitment how it stands, if only that it has not been started. " +
		"Looked at is the latest report on each plan in force, and on the strategy as a whole; statistical reports and those to donors are not. " +
		"Commitments that were complete, had ended before or begin later are not missed, nor those of which a part, or the whole, is reported.",
	Basis:  "Romania 2021-2024: the yearly report goes through the activities of the plan",
	Levels: "--iii",
	Check: func(p *ocs.Pass, ix *Index) {
		if len(ix.s.Reports) == 0 {
			return
		}
		news := ix.reported()
		covered := make([]int32, len(ix.commitments)) // by which report, counting from 1
		end := 0                                      // of the plan's commitments in the flattened list
		for mark, latest := range ix.latestReports() {
			begin := 0
			if mark < len(ix.s.Plans) {
				begin, end = end, end+len(ix.s.Plans[mark].Commitments)
			}
			if latest == nil {
				continue
			}
			for i := range latest.Updates {
				// A part that is reported speaks for its whole.
				n := find(ix, commitmentKind, latest.Updates[i].Commitment)
				for range maxAnchors {
					if n < 0 {
						break
					}
					covered[n] = int32(mark + 1)
					n = find(ix, commitmentKind, ix.commitments[n].Parent)
				}
			}
			ix.reportMissing(p, latest, begin, end, news, func(n int) bool {
				whole := find(ix, commitmentKind, ix.commitments[n].Parent)
				return covered[n] == int32(mark+1) || whole >= 0 && covered[whole] == int32(mark+1)
			})
		}
	},
}

// latestReports returns the latest report on delivery of each plan in force,
// by the plan's place, and last the one on the strategy as a whole.
func (ix *Index) latestReports() []*Report {
	latest := make([]*Report, len(ix.s.Plans)+1)
	for r := range ix.Reports() {
		at := len(ix.s.Plans)
		if r.Plan != "" {
			if at = find(ix, planKind, r.Plan); at < 0 || !ix.InForce(&ix.s.Plans[at]) {
				continue
			}
		}
		if r.Kind == DonorReport || r.Kind == StatisticalReport || r.Covers.IsZero() {
			continue
		}
		if old := latest[at]; old == nil || r.Covers.Last().Compare(old.Covers.Last()) >= 0 {
			latest[at] = r
		}
	}
	return latest
}

// reportMissing reports which commitments, of those from begin to end, a
// report should cover and doesn't.
func (ix *Index) reportMissing(p *ocs.Pass, r *Report, begin, end int, news *reported, covered func(n int) bool) {
	expected, missing := 0, 0
	var names []CommitmentID
	for n := begin; n < end; n++ {
		c := ix.commitments[n]
		plan := &ix.s.Plans[c.plan]
		if !ix.InForce(plan) || beforeAdoption(plan.Stage) {
			continue
		}
		switch begun := cmp.Or(c.Start, plan.Period.Start); {
		case begun.After(r.Covers.End), c.Ended.Date.Before(r.Covers.Start), !c.open() && c.Ended.Date.IsZero():
			continue
		case covered(n):
			expected++
			continue
		case news.done(n), news.state(n) == CancelledState:
			continue
		}
		expected++
		if missing++; len(names) < maxNamed {
			names = append(names, c.ID)
		}
	}
	if missing == 0 {
		return
	}
	more := ""
	if missing > len(names) {
		more = fmt.Sprintf(" and %d more", missing-len(names))
	}
	p.On(r).Report(&r.Updates, "report says nothing of %d of %d commitments: %s%s", missing, expected, quotedList(names), more).
		Help("say of each how it stands")
}

var indicatorUnread = ocs.Rule[Index]{
	Code:  "indicator-unread",
	Title: "every indicator is read as often as it says",
	Doc: "An indicator whose readings stop can't show whether its target is met. Report the value, or with status no-data why there is none. " +
		"An indicator is due when its frequency has gone by since the last reading, or else since the baseline or the strategy's start, by the end of the time last reported on. " +
		"Where nothing is reported at all, only the missing reports are.",
	Basis:  "results-based management: frequency of measurement; Nigeria 2022-2026: yearly benchmarks",
	Levels: "--iii",
	Check: func(p *ocs.Pass, ix *Index) {
		var end ocs.Date
		for r := range ix.Reports() {
			if last := r.Covers.Last(); r.Kind != DonorReport && last.Compare(end) > 0 {
				end = last
			}
		}
		if end.IsZero() {
			return
		}
		last := ix.lastReadings()
		for n := range ix.indicators {
			i := ix.indicators[n]
			months := i.Frequency.Months()
			if months == 0 || i.objective < 0 && !ix.counts(int(i.commitment)) {
				continue
			}
			since := cmp.Or(i.Baseline.Date, i.Baseline.By, ix.s.Period.First())
			if last[n] != nil {
				since = last[n].Date
			}
			next := since.Last().Add(months, ocs.Months)
			if next.IsZero() || next.Compare(end) > 0 {
				continue
			}
			d := on(p, ix.measures(i)...).On(i.Indicator)
			if last[n] == nil {
				d.Report(i.Indicator, "indicator has no reading up to %v, though one was due %v", end, next).Help("report its value, or why there is none")
			} else {
				d.Report(i.Indicator, "indicator has no reading after %v up to %v, though one was due %v", since, end, next).
					Help("report its value, or why there is none").Related(&last[n].Date, "the last reading")
			}
		}
	},
}

// counts reports whether commitment n is open under a plan in force.
func (ix *Index) counts(n int) bool {
	return ix.commitments[n].binds
}

// measures returns what an indicator measures, with what encloses it,
// outermost first.
func (ix *Index) measures(i placedIndicator) []any {
	if i.objective >= 0 {
		return []any{&ix.s.Objectives[i.objective]}
	}
	c := ix.commitments[i.commitment]
	return []any{&ix.s.Plans[c.plan], c.Commitment}
}

// findLastReadings returns the latest reading of each indicator for the whole
// jurisdiction, or, where there is none of that, for an area.
func (ix *Index) findLastReadings() []*Reading {
	last := make([]*Reading, len(ix.indicators))
	for r, places := range ix.read() {
		for i, n := range places {
			g := &ix.s.Reports[r].Readings[i]
			if n < 0 || g.Date.IsZero() {
				continue
			}
			switch old := last[n]; {
			case old == nil, old.Area != "" && g.Area == "":
				last[n] = g
			case (old.Area == "") == (g.Area == "") && g.Date.Last().Compare(old.Date.Last()) >= 0:
				last[n] = g
			}
		}
	}
	return last
}

var doneWithoutResult = ocs.Rule[Index]{
	Code:  "done-without-result",
	Title: "where all commitments of an objective are complete, its last targets are met",
	Doc: "If everything that was promised was done and the result did not come, the plan rested on a wrong assumption, and more of the same will not help. " +
		"Say in the next plan what is to be done instead. Compared is the last target of each indicator of a number that has a direction or comparator, once it is due, with the latest reading. " +
		"Indicators whose readings are increments are left out.",
	Basis:  "results-based management: from output to outcome; Scotland 2022: finished actions and outcomes are followed apart",
	Levels: "--WWW",
	Check: func(p *ocs.Pass, ix *Index) {
		if len(ix.s.Reports) == 0 {
			return
		}
		news, last := ix.reported(), ix.lastReadings()
		for n := range ix.indicators {
			i := ix.indicators[n]
			g := last[n]
			if i.objective < 0 || g == nil || g.Area != "" || g.Value.IsZero() || i.Reading == pillar.Increment {
				continue
			}
			t := lastNumericTarget(i.Indicator)
			if t == nil || g.Date.Last().Compare(t.By.Last()) < 0 || meets(i.Indicator, t, g.Value) || !ix.allDone(int(i.objective), news) {
				continue
			}
			o := &ix.s.Objectives[i.objective]
			p.On(o).On(i.Indicator).Report(&t.Value, "value %v misses the target of %v for %v, though all commitments of %q are complete", g.Value, t.Value, t.By, short(o.ID)).
				Help("say what is to be done instead").Related(&g.Value, "the reading")
		}
	},
}

// lastNumericTarget returns the target of a number with the latest date, or
// nil.
func lastNumericTarget(i *pillar.Indicator) *pillar.Target {
	var last *pillar.Target
	for k := range i.Targets {
		t := &i.Targets[k]
		if !t.Value.IsZero() && !t.By.IsZero() && (last == nil || t.By.Last().Compare(last.By.Last()) >= 0) {
			last = t
		}
	}
	return last
}

// meets reports whether a value meets a target. It is true where neither
// comparator nor direction says what that means.
func meets(i *pillar.Indicator, t *pillar.Target, value ocs.Decimal) bool {
	switch c := value.Compare(t.Value); {
	case t.Comparator == pillar.Exactly:
		return c == 0
	case t.Comparator == pillar.AtLeast, t.Comparator == "" && i.Direction == pillar.Increase:
		return c >= 0
	case t.Comparator == pillar.AtMost, t.Comparator == "" && i.Direction == pillar.Decrease:
		return c <= 0
	}
	return true
}

// allDone reports whether objective n has commitments that were done and none
// that is still to be. Those that ended in another way don't count.
func (ix *Index) allDone(n int, news *reported) bool {
	some := false
	for _, at := range ix.objectiveCommitments.of(n) {
		c := ix.commitments[at]
		switch {
		case c.Ended.How == Completed || news.done(int(at)):
			some = true
		case ix.counts(int(at)) && news.state(int(at)) != CancelledState:
			return false
		}
	}
	return some
}
