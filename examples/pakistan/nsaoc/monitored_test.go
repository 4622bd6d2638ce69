package nsaoc_test

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/examples/pakistan/nsaoc"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

var twoYearsOn = ocs.MustDate("2028-06-30")

// TestMonitoredFindings lists what is wrong with the monitored strategy, rule
// by rule: no errors, and warnings only of what the example means to show or
// what is true of its sources.
func TestMonitoredFindings(t *testing.T) {
	s := nsaoc.Monitored()
	result := strategy.Validate(&s, &strategy.Options{AsOf: twoYearsOn})
	got := map[string][]string{}
	for _, f := range result.Findings {
		switch f.Rule {
		case "basis-unchecked", "source-incomplete", "assessment-outdated", "assessment-missing", "treaty-status-unverified":
			continue // of the sources, and as in the draft
		}
		got[f.Rule] = append(got[f.Rule], f.Element.ID)
		if f.Severity == ocs.Error {
			t.Errorf("%v", f)
		}
	}
	want := map[string][]string{
		"baseline-overdue":    {"i-recruitment-reoffending", "i-economy-quality", "i-victims-punished", "i-witnesses-fear"},
		"collective-lead":     {"provincial-police", "social-welfare", "labour-departments", "civil-society"},
		"commitment-overdue":  {"p-desks-pb", "p-desks-sd", "p-shelter-men"},
		"evaluation-overdue":  {"ev-gender"},
		"indicator-unread":    {"i-recruitment-reoffending", "i-economy-quality"},
		"lead-not-consulted":  {"pk-nsaoc"},
		"milestone-overdue":   {"m-shelters-half"},
		"review-overdue":      {"p-returns"},
		"stakeholder-unheard": {"pk-nsaoc"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("elements by rule (-want +got):\n%s", diff)
	}
	if len(result.Waived) != 1 || result.Waived[0].Rule != "report-overdue" {
		t.Errorf("waived: %v, want the overdue report", result.Waived)
	}
}

// TestMonitoredPicture checks that the example shows every way in which a
// commitment and an indicator can stand, but for one of each.
func TestMonitoredPicture(t *testing.T) {
	s := nsaoc.Monitored()
	ix := strategy.NewIndex(&s)
	standings := map[strategy.Standing]bool{}
	for _, c := range ix.Delivery(twoYearsOn, nil).Counts {
		standings[c.Standing] = true
	}
	for _, want := range strategy.Standing("").Terms() {
		if !standings[strategy.Standing(want)] {
			t.Errorf("no commitment stands as %s", want)
		}
	}
	statuses := map[strategy.ProgressStatus]bool{}
	for _, c := range ix.Progress(twoYearsOn, nil).Counts {
		statuses[c.Status] = true
	}
	for _, want := range strategy.ProgressStatus("").Terms() {
		status := strategy.ProgressStatus(want)
		if !statuses[status] && status != strategy.ProgressNotStarted && status != strategy.ProgressExceeded {
			t.Errorf("no indicator stands as %s", want)
		}
	}
	if at := ix.Progress(ocs.MustDate("2027-09-30"), nil).Indicators; current(at, "i-online-blocked") != ocs.Num(78) {
		t.Errorf("the correction is not what counts: %v", current(at, "i-online-blocked"))
	}
}

func current(list []strategy.IndicatorProgress, id string) ocs.Decimal {
	for _, p := range list {
		if p.Indicator == pillar.IndicatorID(id) {
			return p.Current
		}
	}
	return ocs.Decimal{}
}

// TestMonitoredReports checks that each report speaks only of its time, and
// that nothing that is told falls between them.
func TestMonitoredReports(t *testing.T) {
	s := nsaoc.Monitored()
	updates, readings := 0, 0
	kinds := map[pillar.ReadingKind]bool{}
	ix := strategy.NewIndex(&s)
	for _, r := range s.Reports {
		updates, readings = updates+len(r.Updates), readings+len(r.Readings)
		for _, u := range r.Updates {
			if u.Date.Before(r.Covers.Start) || u.Date.After(r.Covers.End) {
				t.Errorf("%s: update on %s of %v", r.ID, u.Commitment, u.Date)
			}
		}
		for _, g := range r.Readings {
			if i := ix.Indicator(g.Indicator); i == nil {
				t.Errorf("%s: reading of %s, which isn't there", r.ID, g.Indicator)
			} else {
				kinds[i.Reading] = true
			}
		}
	}
	if len(s.Reports) != 10 || updates != 177 || readings != 87 {
		t.Errorf("%d reports with %d updates and %d readings", len(s.Reports), updates, readings)
	}
	if len(kinds) != 3 {
		t.Errorf("readings of kinds %v, want levels, totals and increments", kinds)
	}
}

func TestMonitoredIsIllustrative(t *testing.T) {
	s := nsaoc.Monitored()
	for _, r := range s.Reports {
		if !strings.Contains(r.Title, "(illustrative)") {
			t.Errorf("report %s doesn't say that it is illustrative", r.ID)
		}
	}
	if !strings.Contains(s.Notice, "all that is reported") || s.Adoption.Instrument.Grade != ocs.GradeInferred {
		t.Errorf("adoption of grade %q, notice %q", s.Adoption.Instrument.Grade, s.Notice)
	}
}

// TestMonitoredCopies checks that callers can't spoil each other's strategy,
// nor the one that isn't monitored.
func TestMonitoredCopies(t *testing.T) {
	first, want, draft := nsaoc.Monitored(), nsaoc.Monitored(), nsaoc.Strategy()
	blank(reflect.ValueOf(&first).Elem())
	if diff := cmp.Diff(want, nsaoc.Monitored()); diff != "" {
		t.Errorf("changed through an earlier copy (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(draft, nsaoc.Strategy()); diff != "" {
		t.Errorf("the draft changed (-want +got):\n%s", diff)
	}
}

// TestMonitoredViewsAgree holds two questions against each other on many days:
// what is overdue is late, by as many days, and the other way round.
func TestMonitoredViewsAgree(t *testing.T) {
	s := nsaoc.Monitored()
	ix := strategy.NewIndex(&s)
	for day := ocs.MustDate("2026-09-28"); day.Before(ocs.MustDate("2028-08-01")); day = day.Add(1, ocs.Days) {
		overdue, late := map[string]int{}, map[string]int{}
		for _, i := range ix.Overdue(day).Items {
			switch i.Kind {
			case strategy.DueCommitment, strategy.DueOccurrence, strategy.DueReview:
				overdue[string(i.ID)] = i.DaysLate
			}
		}
		for _, d := range ix.Delivery(day, nil).Commitments {
			if d.DaysLate > 0 {
				late[string(d.Commitment)] = d.DaysLate
			}
		}
		if diff := cmp.Diff(overdue, late); diff != "" {
			t.Fatalf("%v (-overdue +late):\n%s", day, diff)
		}
	}
}

// TestMonitoredOrderDoesNotMatter lists everything in another order, as
// another author would, and asks again.
func TestMonitoredOrderDoesNotMatter(t *testing.T) {
	answers := func(s strategy.Strategy) (map[ocs.ID]strategy.RollupLine, map[strategy.CommitmentID]strategy.Delivery) {
		ix := strategy.NewIndex(&s)
		r := ix.Rollup(twoYearsOn, nil)
		lines := map[ocs.ID]strategy.RollupLine{"the strategy": r.Strategy}
		for _, l := range append(r.Pillars, r.Objectives...) {
			lines[l.ID] = l
		}
		standing := map[strategy.CommitmentID]strategy.Delivery{}
		for _, d := range ix.Delivery(twoYearsOn, nil).Commitments {
			standing[d.Commitment] = d
		}
		return lines, standing
	}
	lines, standing := answers(nsaoc.Monitored())
	rnd := rand.New(rand.NewPCG(7, 8))
	for range 20 {
		s := nsaoc.Monitored()
		shuffle(rnd, s.Objectives)
		for i := range s.Objectives {
			shuffle(rnd, s.Objectives[i].Indicators)
		}
		shuffle(rnd, s.Plans)
		for i := range s.Plans {
			shuffle(rnd, s.Plans[i].Commitments)
		}
		shuffle(rnd, s.Reports)
		for i := range s.Reports {
			shuffle(rnd, s.Reports[i].Updates)
			shuffle(rnd, s.Reports[i].Readings)
		}
		gotLines, gotStanding := answers(s)
		if diff := cmp.Diff(lines, gotLines); diff != "" {
			t.Fatalf("objectives (-as listed +shuffled):\n%s", diff)
		}
		if diff := cmp.Diff(standing, gotStanding); diff != "" {
			t.Fatalf("commitments (-as listed +shuffled):\n%s", diff)
		}
	}
}

func shuffle[T any](rnd *rand.Rand, list []T) {
	rnd.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}
