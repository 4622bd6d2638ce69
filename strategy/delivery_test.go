package strategy_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

func date(s string) ocs.Date {
	if s == "" {
		return ocs.Date{}
	}
	return ocs.MustDate(s)
}

// told makes an update; the area and milestone may be set by the caller.
func told(id strategy.CommitmentID, on string, state strategy.State) strategy.Update {
	return strategy.Update{Commitment: id, Date: date(on), State: state}
}

func in(area ocs.Area, u strategy.Update) strategy.Update {
	u.Area = area
	return u
}

func at(m strategy.MilestoneID, u strategy.Update) strategy.Update {
	u.Milestone = m
	return u
}

// reported is a strategy with one plan of the commitments and one report.
func reported(cs []strategy.Commitment, updates ...strategy.Update) *strategy.Strategy {
	return &strategy.Strategy{ID: "s", Period: ocs.MustPeriod("2026/2030"),
		Plans:   []strategy.Plan{{ID: "p", Period: ocs.MustPeriod("2026/2030"), Commitments: cs}},
		Reports: []strategy.Report{{ID: "r", Made: date("2027-12-31"), Updates: updates}}}
}

func TestDelivery(t *testing.T) {
	c := func(change func(*strategy.Commitment)) strategy.Commitment {
		c := strategy.Commitment{ID: "c", Deadline: ocs.MustDeadline("2027-06-30")}
		if change != nil {
			change(&c)
		}
		return c
	}
	deadline := func(s string) strategy.Commitment {
		return c(func(c *strategy.Commitment) { c.Deadline = ocs.MustDeadline(s) })
	}
	ended := func(how strategy.EndingKind, on string) strategy.Commitment {
		return c(func(c *strategy.Commitment) { c.Ended = strategy.Ending{How: how, Date: date(on)} })
	}
	areas := c(func(c *strategy.Commitment) { c.Areas = []ocs.Area{"PK-PB", "PK-SD"} })
	reviewed := c(func(c *strategy.Commitment) { c.Deadline, c.Review = ocs.MustDeadline("continuous"), date("2027-01") })
	stepped := c(func(c *strategy.Commitment) {
		c.Milestones = []strategy.Milestone{{ID: "m", Due: ocs.MustDeadline("2027-03")}}
	})
	const asOf = "2027-07-10"
	tests := []struct {
		name     string
		c        strategy.Commitment
		updates  []strategy.Update
		asOf     string
		standing strategy.Standing
		rule     strategy.DeliveryRule
		late     int
	}{
		{"nothing reported, before the start", c(func(c *strategy.Commitment) { c.Start = date("2027-02") }), nil, "2027-01-31", strategy.StandingNotStarted, strategy.ByStart, 0},
		{"nothing reported", c(nil), nil, "2027-06-30", strategy.StandingNoInformation, strategy.ByNoReport, 0},
		{"nothing reported and past due is no information, and the days are said", c(nil), nil, asOf, strategy.StandingNoInformation, strategy.ByNoReport, 10},
		{"on track", c(nil), []strategy.Update{told("c", "2027-03", strategy.OnTrack)}, "2027-06-30", strategy.StandingOnTrack, strategy.ByReportedOnTrack, 0},
		{"on track on the day it is due, late the day after", c(nil), []strategy.Update{told("c", "2027-03", strategy.OnTrack)}, "2027-07-01", strategy.StandingLate, strategy.ByDeadline, 1},
		{"delayed before it is due", c(nil), []strategy.Update{told("c", "2027-03", strategy.Delayed)}, "2027-04", strategy.StandingLate, strategy.ByReportedDelayed, 0},
		{"blocked outranks the deadline", c(nil), []strategy.Update{told("c", "2027-03", strategy.Blocked)}, asOf, strategy.StandingBlocked, strategy.ByReportedBlocked, 10},
		{"an update of a month counts from its last day", c(nil), []strategy.Update{told("c", "2027-03", strategy.Blocked)}, "2027-03-30", strategy.StandingNoInformation, strategy.ByNoReport, 0},
		{"the latest update counts, in any order", c(nil), []strategy.Update{told("c", "2027-05-02", strategy.OnTrack), told("c", "2027-05-01", strategy.Blocked)}, "2027-06", strategy.StandingOnTrack, strategy.ByReportedOnTrack, 0},
		{"complete", c(nil), []strategy.Update{told("c", "2027-05", strategy.Complete)}, asOf, strategy.StandingDelivered, strategy.ByReportedComplete, 0},
		{"complete stays complete", c(nil), []strategy.Update{told("c", "2027-05", strategy.Complete), told("c", "2027-06", strategy.Blocked)}, asOf, strategy.StandingDelivered, strategy.ByReportedComplete, 0},
		{"a correction of the same date replaces", c(nil), []strategy.Update{told("c", "2027-05", strategy.Complete), told("c", "2027-05", strategy.OnTrack)}, "2027-06", strategy.StandingOnTrack, strategy.ByReportedOnTrack, 0},
		{"a percentage alone says that work has begun", c(nil), []strategy.Update{{Commitment: "c", Date: date("2027-05"), Percent: ocs.Num(100)}}, "2027-06", strategy.StandingOnTrack, strategy.ByReportedOnTrack, 0},
		{"an unknown state is no information", c(nil), []strategy.Update{told("c", "2027-05", "fine")}, "2027-06", strategy.StandingNoInformation, strategy.ByUnknownReportedTerm, 0},
		{"cancelled", c(nil), []strategy.Update{told("c", "2027-05", strategy.CancelledState)}, asOf, strategy.StandingCancelled, strategy.ByReportedCancelled, 0},
		{"ended as completed", ended(strategy.Completed, "2027-05"), nil, asOf, strategy.StandingDelivered, strategy.ByEndedCompleted, 0},
		{"replaced", ended(strategy.Replaced, "2027-05"), nil, asOf, strategy.StandingCancelled, strategy.ByEnding, 0},
		{"not replaced yet", ended(strategy.Replaced, "2027-05"), nil, "2027-04", strategy.StandingNoInformation, strategy.ByNoReport, 0},
		{"delivered before it was replaced", ended(strategy.Replaced, "2027-05"), []strategy.Update{told("c", "2027-04", strategy.Complete)}, asOf, strategy.StandingDelivered, strategy.ByReportedComplete, 0},
		{"all areas complete", areas, []strategy.Update{in("PK-PB", told("c", "2027-03", strategy.Complete)), in("PK-SD", told("c", "2027-04", strategy.Complete))}, asOf, strategy.StandingDelivered, strategy.ByCompleteInAreas, 0},
		{"complete in the country is complete in its areas", areas, []strategy.Update{in("PK", told("c", "2027-03", strategy.Complete))}, asOf, strategy.StandingDelivered, strategy.ByCompleteInAreas, 0},
		{"one area complete", areas, []strategy.Update{in("PK-PB", told("c", "2027-03", strategy.Complete))}, "2027-04", strategy.StandingOnTrack, strategy.ByReportedOnTrack, 0},
		{"the worst area speaks for all", areas, []strategy.Update{in("PK-PB", told("c", "2027-03", strategy.Blocked)), in("PK-SD", told("c", "2027-04", strategy.OnTrack))}, "2027-04", strategy.StandingBlocked, strategy.ByReportedBlocked, 0},
		{"a later word on the whole outranks areas", areas, []strategy.Update{in("PK-PB", told("c", "2027-03", strategy.Blocked)), told("c", "2027-04", strategy.OnTrack)}, "2027-04", strategy.StandingOnTrack, strategy.ByReportedOnTrack, 0},
		{"later words on every area outrank the whole", areas, []strategy.Update{told("c", "2027-02", strategy.Blocked), in("PK-PB", told("c", "2027-03", strategy.OnTrack)), in("PK-SD", told("c", "2027-03", strategy.OnTrack))}, "2027-04", strategy.StandingOnTrack, strategy.ByReportedOnTrack, 0},
		{"complete in one area and cancelled in the other", areas, []strategy.Update{in("PK-PB", told("c", "2027-03", strategy.Complete)), in("PK-SD", told("c", "2027-03", strategy.CancelledState))}, "2027-04", strategy.StandingCancelled, strategy.ByReportedCancelled, 0},
		{"areas complete but the commitment names none", c(nil), []strategy.Update{in("PK-PB", told("c", "2027-03", strategy.Complete))}, "2027-04", strategy.StandingOnTrack, strategy.ByReportedOnTrack, 0},
		{"milestone missed", stepped, []strategy.Update{told("c", "2027-04-02", strategy.OnTrack)}, "2027-04-10", strategy.StandingLate, strategy.ByMilestone, 0},
		{"milestone reached", stepped, []strategy.Update{at("m", told("c", "2027-03-20", strategy.Complete))}, "2027-04-10", strategy.StandingOnTrack, strategy.ByReportedOnTrack, 0},
		{"continuous, not yet reviewed", reviewed, []strategy.Update{told("c", "2026-12-31", strategy.OnTrack)}, "2027-01-31", strategy.StandingOnTrack, strategy.ByReportedOnTrack, 0},
		{"continuous, review passed", reviewed, []strategy.Update{told("c", "2026-12-31", strategy.OnTrack)}, "2027-02-03", strategy.StandingLate, strategy.ByReview, 3},
		{"continuous, reported since", reviewed, []strategy.Update{told("c", "2027-02-02", strategy.OnTrack)}, "2027-02-03", strategy.StandingOnTrack, strategy.ByReportedOnTrack, 0},
		{"recurring, reported for the latest occurrence", deadline("quarterly"), []strategy.Update{told("c", "2026-Q3", strategy.Complete)}, "2026-12-30", strategy.StandingOnTrack, strategy.ByReportedOnTrack, 0},
		{"recurring, an occurrence went by", deadline("quarterly"), []strategy.Update{told("c", "2026-Q3", strategy.Complete)}, "2027-01-02", strategy.StandingLate, strategy.ByOccurrence, 2},
		{"recurring, one went by and the next is due today", deadline("quarterly"), []strategy.Update{told("c", "2026-Q3", strategy.Complete)}, "2027-03-31", strategy.StandingLate, strategy.ByOccurrence, 90},
		{"recurring, on track in the span says nothing of its end", deadline("quarterly"), []strategy.Update{told("c", "2026-08", strategy.OnTrack)}, "2026-10-01", strategy.StandingLate, strategy.ByOccurrence, 1},
		{"recurring, on track after it was due", deadline("quarterly"), []strategy.Update{told("c", "2026-10-01", strategy.OnTrack)}, "2026-10-01", strategy.StandingOnTrack, strategy.ByReportedOnTrack, 0},
		{"counted from an event without a date", deadline("adoption+90d"), []strategy.Update{told("c", "2026-Q3", strategy.OnTrack)}, "2029", strategy.StandingOnTrack, strategy.ByReportedOnTrack, 0},
		{"without a date everything counts and nothing is late", c(nil), []strategy.Update{told("c", "2029", strategy.OnTrack)}, "", strategy.StandingOnTrack, strategy.ByReportedOnTrack, 0},
		{"an update without a date counts", c(nil), []strategy.Update{told("c", "", strategy.Blocked)}, "2026-02", strategy.StandingBlocked, strategy.ByReportedBlocked, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := reported([]strategy.Commitment{tt.c}, tt.updates...)
			v := strategy.NewIndex(s).Delivery(date(tt.asOf), nil)
			d := v.Commitments[0]
			if d.Standing != tt.standing || d.Rule != tt.rule || d.DaysLate != tt.late {
				t.Errorf("%s by %s, %d days late, want %s by %s, %d (%s)", d.Standing, d.Rule, d.DaysLate, tt.standing, tt.rule, tt.late, d.Reason)
			}
			if !d.Standing.Known() || d.Reason == "" {
				t.Errorf("standing without a reason: %+v", d)
			}
		})
	}
}

// The report that was made later holds, wherever it stands in the document.
func TestDeliveryCorrectedByLaterReport(t *testing.T) {
	s := reported([]strategy.Commitment{{ID: "c"}})
	s.Reports = []strategy.Report{
		{ID: "second", Made: date("2027-06"), Updates: []strategy.Update{told("c", "2027-03", strategy.OnTrack)}},
		{ID: "first", Made: date("2027-04"), Updates: []strategy.Update{told("c", "2027-03", strategy.Complete)}},
	}
	if d := strategy.NewIndex(s).Delivery(date("2027-07"), nil).Commitments[0]; d.Standing != strategy.StandingOnTrack {
		t.Errorf("%s by %s", d.Standing, d.Rule)
	}
}

func TestDeliveryOfParts(t *testing.T) {
	part := func(id, parent strategy.CommitmentID) strategy.Commitment {
		return strategy.Commitment{ID: id, Parent: parent}
	}
	tests := []struct {
		name    string
		updates []strategy.Update
		want    strategy.Standing
		rule    strategy.DeliveryRule
	}{
		{"all delivered", []strategy.Update{told("a", "2027-01", strategy.Complete), told("b", "2027-02", strategy.Complete)}, strategy.StandingDelivered, strategy.ByPartsDelivered},
		{"one delivered, one unknown", []strategy.Update{told("a", "2027-01", strategy.Complete)}, strategy.StandingNoInformation, strategy.ByNoReport},
		{"one blocked, one unknown", []strategy.Update{told("a", "2027-01", strategy.Blocked)}, strategy.StandingBlocked, strategy.ByReportedBlocked},
		{"one delivered, one on track", []strategy.Update{told("a", "2027-01", strategy.Complete), told("b", "2027-01", strategy.OnTrack)}, strategy.StandingOnTrack, strategy.ByReportedOnTrack},
		{"the whole speaks for itself", []strategy.Update{told("whole", "2027-01", strategy.OnTrack), told("b", "2027-01", strategy.Blocked)}, strategy.StandingOnTrack, strategy.ByReportedOnTrack},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := reported([]strategy.Commitment{part("whole", ""), part("a", "whole"), part("b", "whole"), part("ring", "ring")}, tt.updates...)
			d := strategy.NewIndex(s).Delivery(date("2027-06"), nil).Commitments[0]
			if d.Standing != tt.want || d.Rule != tt.rule {
				t.Errorf("%s by %s, want %s by %s", d.Standing, d.Rule, tt.want, tt.rule)
			}
		})
	}
}

func TestDeliveryOfEndedPlans(t *testing.T) {
	s := reported([]strategy.Commitment{{ID: "old"}, {ID: "done"}}, told("done", "2026-05", strategy.Complete))
	s.Plans = append(s.Plans, strategy.Plan{ID: "next", Supersedes: []strategy.PlanID{"p"}, Adoption: strategy.Adoption{Date: date("2027-01-10")},
		Commitments: []strategy.Commitment{{ID: "new"}}})
	ix := strategy.NewIndex(s)
	got := map[string][]string{}
	for name, v := range map[string]strategy.DeliveryView{
		"before": ix.Delivery(date("2027-01-09"), nil),
		"after":  ix.Delivery(date("2027-01-10"), nil),
		"all":    ix.Delivery(date("2027-01-10"), &strategy.DeliveryOptions{All: true}),
		"one":    ix.Delivery(date("2027-01-10"), &strategy.DeliveryOptions{All: true, Plan: "next"}),
	} {
		for _, d := range v.Commitments {
			got[name] = append(got[name], fmt.Sprint(d.Commitment, " ", d.Rule))
		}
		got[name] = append(got[name], fmt.Sprint("left out ", v.LeftOut))
	}
	want := map[string][]string{
		"before": {"old unreported", "done reported-complete", "new unreported", "left out 0"},
		"after":  {"new unreported", "left out 2"},
		"all":    {"old plan-ended", "done reported-complete", "new unreported", "left out 0"},
		"one":    {"new unreported", "left out 0"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDeliverySaysWhatWasWithheld(t *testing.T) {
	s := reported([]strategy.Commitment{{ID: "c"}})
	s.Redactions = []strategy.Redaction{{Element: "c", Fields: []string{"deadline", "lead", "milestones/2"}}, {Element: "r", Fields: []string{"updates/0"}}}
	v := strategy.NewIndex(s).Delivery(date("2027"), nil)
	if diff := cmp.Diff([]string{"deadline", "milestones"}, v.Commitments[0].Withheld); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(v.Notes) != 1 {
		t.Errorf("notes: %q", v.Notes)
	}
}

// TestDeliveryNeverUndone moves the as-of date over every month: what was
// delivered once is delivered ever after, whatever is reported.
func TestDeliveryNeverUndone(t *testing.T) {
	states := []strategy.State{strategy.NotStarted, strategy.OnTrack, strategy.Delayed, strategy.Blocked, strategy.Complete, strategy.CancelledState, "", "fine"}
	areas := []ocs.Area{"", "", "PK", "PK-PB", "PK-SD"}
	deadlines := []string{"2027-06-30", "continuous", "quarterly", "adoption+90d", "m-1+3m"}
	endings := []strategy.Ending{{}, {}, {How: strategy.Replaced, Date: date("2028-03")}, {How: strategy.Completed, Date: date("2027-09")}, {How: strategy.Cancelled}}
	rnd := uint32(7)
	next := func(n int) int { // a generator of its own: the same cases in every run
		rnd = rnd*1664525 + 1013904223
		return int(rnd>>8) % n
	}
	for run := range 300 {
		var cs []strategy.Commitment
		for i := range 6 {
			c := strategy.Commitment{ID: id(i), Deadline: ocs.MustDeadline(deadlines[next(len(deadlines))]), Ended: endings[next(len(endings))],
				Milestones: []strategy.Milestone{{ID: strategy.MilestoneID(fmt.Sprint("m-", i)), Due: ocs.MustDeadline("2027-02")}}}
			if next(2) == 0 {
				c.Areas = []ocs.Area{"PK-PB", "PK-SD"}
			}
			if i > 2 {
				c.Parent = id(next(6))
			}
			cs = append(cs, c)
		}
		s := reported(cs)
		for range 40 {
			u := told(id(next(6)), fmt.Sprintf("%d-%02d", 2026+next(3), 1+next(12)), states[next(len(states))])
			u.Area = areas[next(len(areas))]
			if next(5) == 0 {
				u.Milestone = strategy.MilestoneID(fmt.Sprint("m-", next(6)))
			}
			s.Reports[0].Updates = append(s.Reports[0].Updates, u)
		}
		ix := strategy.NewIndex(s)
		delivered := map[strategy.CommitmentID]bool{}
		for d := date("2025-12"); d.Year() < 2030; d = d.Add(1, ocs.Months) {
			for _, c := range ix.Delivery(d, nil).Commitments {
				now := c.Standing == strategy.StandingDelivered
				if delivered[c.Commitment] && !now {
					t.Fatalf("run %d: %s was delivered and is %s as of %v", run, c.Commitment, c.Standing, d)
				}
				delivered[c.Commitment] = now
			}
		}
	}
}

func TestAgenda(t *testing.T) {
	s := reported([]strategy.Commitment{
		{ID: "once", Lead: "fia", Deadline: ocs.MustDeadline("2027-06-30"), Milestones: []strategy.Milestone{{ID: "m-1", Due: ocs.MustDeadline("2027-02")}, {ID: "m-2", Responsible: "nab", Due: ocs.MustDeadline("m-1+1m")}}},
		{ID: "often", Deadline: ocs.MustDeadline("quarterly"), Start: date("2026-11-30")},
		{ID: "always", Deadline: ocs.MustDeadline("continuous"), Review: date("2027-03")},
		{ID: "given-up", Deadline: ocs.MustDeadline("2027-03"), Ended: strategy.Ending{How: strategy.Cancelled}},
		{ID: "done", Deadline: ocs.MustDeadline("2027-01-15")},
	}, told("often", "2027-02", strategy.Complete), told("done", "2027-01", strategy.Complete), at("m-1", told("once", "2027-02", strategy.Complete)))
	s.Plans = append(s.Plans, strategy.Plan{ID: "owed", Owner: "punjab", Due: ocs.MustDeadline("2027-03-31")})
	s.Evaluations = []strategy.Evaluation{{ID: "mid", By: "auditor", Due: ocs.MustDeadline("2027-03")}}
	s.Reporting = []strategy.ReportingDuty{{ID: "yearly", By: "interior", Cadence: ocs.CadenceAnnually, Due: date("2027-01-31")}}
	s.Objectives = objectives(counted("i", "level"))
	ix := strategy.NewIndex(s)
	show := func(a strategy.Agenda) []string {
		var list []string
		for _, i := range a.Items {
			list = append(list, fmt.Sprint(i.Due, " ", i.Kind, " ", i.ID, " ", i.Responsible, " ", i.Done, " ", i.DaysLate))
		}
		return list
	}
	got := map[string][]string{"first quarter": show(ix.Agenda(ocs.MustPeriod("2027-01/2027-03"), date("2027-04-10"))), "overdue": show(ix.Overdue(date("2027-04-10")))}
	want := map[string][]string{
		"first quarter": {
			"2027-01-15 commitment done  true 0",
			"2027-01-31 report yearly interior false 69",
			"2027-02-27 occurrence often  true 0",
			"2027-02-28 milestone m-1 fia true 0",
			"2027-03-31 review always  false 10",
			"2027-03-31 milestone m-2 nab false 10",
			"2027-03-31 plan owed punjab false 10",
			"2027-03-31 evaluation mid auditor false 10",
		},
		"overdue": {
			"2026-12-31 reading i  false 100",
			"2027-01-31 report yearly interior false 69",
			"2027-03-31 review always  false 10",
			"2027-03-31 milestone m-2 nab false 10",
			"2027-03-31 plan owed punjab false 10",
			"2027-03-31 evaluation mid auditor false 10",
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if rows := ix.Overdue(date("2027-04-10")).Table().Rows; !slices.Equal(rows[1], []string{"2027-01-31", "report", "yearly", "", "interior", "no", "69"}) {
		t.Errorf("row %q", rows[1])
	}
}

// A report that came late meets the date that it was due, and not the next as
// well. The rule and the question count the days of a duty alike.
func TestOverdueReports(t *testing.T) {
	report := func(due, made string) strategy.Report {
		return strategy.Report{ID: ocs.ID("r-" + due), By: "interior", Due: date(due), Made: date(made)}
	}
	for _, tt := range []struct {
		name    string
		duty    strategy.ReportingDuty
		reports []strategy.Report
		asOf    string
		want    string // the day on which the overdue report was due
	}{
		{"none", strategy.ReportingDuty{Cadence: ocs.CadenceAnnually, Due: date("2027-09-30")}, nil, "2027-10-01", "2027-09-30"},
		{"due today", strategy.ReportingDuty{Cadence: ocs.CadenceAnnually, Due: date("2027-09-30")}, nil, "2027-09-30", ""},
		{"late", strategy.ReportingDuty{Cadence: ocs.CadenceAnnually, Due: date("2027-09-30")}, []strategy.Report{report("2027-09-30", "2027-10-05")}, "2027-11-01", ""},
		{"late, and the next not made", strategy.ReportingDuty{Cadence: ocs.CadenceAnnually, Due: date("2027-09-30")},
			[]strategy.Report{report("2027-09-30", "2027-10-05")}, "2028-10-01", "2028-09-30"},
		{"the end of a quarter stays its end", strategy.ReportingDuty{Cadence: ocs.CadenceQuarterly, Due: date("2027-06-30")},
			[]strategy.Report{report("2027-09-30", "2027-09-20")}, "2028-01-01", "2027-12-31"},
		{"not before that end has passed", strategy.ReportingDuty{Cadence: ocs.CadenceQuarterly, Due: date("2027-06-30")},
			[]strategy.Report{report("2027-09-30", "2027-09-20")}, "2027-12-31", ""},
		{"after the last", strategy.ReportingDuty{Cadence: ocs.CadenceAnnually, Due: date("2030-03-31")},
			[]strategy.Report{report("2031-03-31", "2031-03-31")}, "2035-01-01", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.duty.ID, tt.duty.By = "d", "interior"
			s := reported(nil)
			s.Reports, s.Reporting, s.Stage = tt.reports, []strategy.ReportingDuty{tt.duty}, ocs.StageImplementation
			var got string
			for _, i := range strategy.NewIndex(s).Overdue(date(tt.asOf)).Items {
				if i.ID == "d" {
					got = i.Due.String()
				}
			}
			ruled := false
			for _, f := range strategy.Validate(s, &strategy.Options{AsOf: date(tt.asOf)}).Findings {
				ruled = ruled || f.Rule == "report-overdue"
			}
			if got != tt.want || ruled != (tt.want != "") {
				t.Errorf("due %q, rule %v, want %q", got, ruled, tt.want)
			}
		})
	}
}

// What recurs is due at the end of each span since its start, also where
// months are short.
func TestAgendaOccurrences(t *testing.T) {
	tests := []struct {
		name, cadence, start string
		want                 []string
	}{
		{"from the first of a month", "monthly", "2027-01-01", []string{"2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"}},
		{"from the middle", "monthly", "2027-01-15", []string{"2027-02-14", "2027-03-14", "2027-04-14"}},
		{"from a month's end", "monthly", "2027-01-31", []string{"2027-02-27", "2027-03-30", "2027-04-29"}},
		{"weekly", "weekly", "2027-04-10", []string{"2027-04-16", "2027-04-23", "2027-04-30"}},
		{"every two years", "biennially", "2025-03-01", []string{"2027-02-28"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ix := strategy.NewIndex(reported([]strategy.Commitment{{ID: "c", Deadline: ocs.MustDeadline(tt.cadence), Start: date(tt.start)}}))
			var got []string
			for _, i := range ix.Agenda(ocs.MustPeriod("2027-01/2027-04"), date("2027")).Items {
				got = append(got, i.Due.String())
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
