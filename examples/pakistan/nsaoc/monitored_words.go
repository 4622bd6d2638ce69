package nsaoc

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// The words in which two years are told: a history for each commitment and
// indicator, one line for each day on which something was said of it.

// quarters and halves end the times of which the reports speak.
var (
	quarters = days("2026-09-30", "2026-12-31", "2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31", "2028-03-31")
	halves   = days("2026-12-31", "2027-06-30", "2027-12-31")
)

func days(list ...string) []ocs.Date {
	var dates []ocs.Date
	for _, d := range list {
		dates = append(dates, ocs.MustDate(d))
	}
	return dates
}

// history is what was said of one commitment.
func history(id strategy.CommitmentID, updates ...strategy.Update) []strategy.Update {
	for i := range updates {
		updates[i].Commitment = id
	}
	return updates
}

func update(state strategy.State, date string, percent int64, note string) strategy.Update {
	return strategy.Update{Date: ocs.MustDate(date), State: state, Percent: ocs.Num(percent), Note: note}
}

func notBegun(date string) strategy.Update { return update(strategy.NotStarted, date, 0, "") }
func complete(date string) strategy.Update { return update(strategy.Complete, date, 100, "") }

func onTrack(date string, percent int64) strategy.Update {
	return update(strategy.OnTrack, date, percent, "")
}

func delayed(date string, percent int64, why string) strategy.Update {
	return update(strategy.Delayed, date, percent, why)
}

func blocked(date string, percent int64, why string) strategy.Update {
	return update(strategy.Blocked, date, percent, why)
}

func givenUp(date, why string) strategy.Update {
	return strategy.Update{Date: ocs.MustDate(date), State: strategy.CancelledState, Note: why}
}

// runs is said of what has no end, of which no share can be done.
func runs(dates ...string) []strategy.Update {
	var list []strategy.Update
	for _, d := range dates {
		list = append(list, strategy.Update{Date: ocs.MustDate(d), State: strategy.OnTrack})
	}
	return list
}

func reached(m strategy.MilestoneID, date string) strategy.Update {
	return strategy.Update{Milestone: m, Date: ocs.MustDate(date), State: strategy.Complete}
}

// in says of one area what the update says.
func in(area ocs.Area, u strategy.Update) strategy.Update {
	u.Area = area
	return u
}

// within are the updates of that time, in order of time.
func within(t ocs.Period, list []strategy.Update) []strategy.Update {
	var some []strategy.Update
	for _, u := range list {
		if !u.Date.Before(t.Start) && !u.Date.After(t.End) {
			some = append(some, u)
		}
	}
	slices.SortStableFunc(some, func(a, b strategy.Update) int { return a.Date.Compare(b.Date) })
	return some
}

// series is what was read of one indicator.
func series(id pillar.IndicatorID, readings ...strategy.Reading) []strategy.Reading {
	for i := range readings {
		readings[i].Indicator = id
	}
	return readings
}

func read(date, value string, parts ...strategy.Part) strategy.Reading {
	return strategy.Reading{Date: ocs.MustDate(date), Value: ocs.MustDecimal(value), Parts: parts}
}

func answer(date, text string) strategy.Reading {
	return strategy.Reading{Date: ocs.MustDate(date), Text: text}
}

func unknown(date, why string) strategy.Reading {
	return strategy.Reading{Date: ocs.MustDate(date), Status: strategy.ReadingNoData, Note: why}
}

func female(n int64) strategy.Part  { return part(pillar.BySex, "female", n) }
func male(n int64) strategy.Part    { return part(pillar.BySex, "male", n) }
func under18(n int64) strategy.Part { return part(pillar.ByAge, "under-18", n) }
func adult(n int64) strategy.Part   { return part(pillar.ByAge, "18-and-over", n) }

func area(a ocs.Area, n int64) strategy.Part { return part(pillar.ByArea, string(a), n) }

func part(by pillar.Disaggregation, group string, n int64) strategy.Part {
	return strategy.Part{By: by, Group: group, Value: ocs.Num(n)}
}

// readWithin are the readings of that time, in order of time.
func readWithin(t ocs.Period, list []strategy.Reading) []strategy.Reading {
	var some []strategy.Reading
	for _, r := range list {
		if !r.Date.Before(t.Start) && !r.Date.After(t.End) {
			some = append(some, r)
		}
	}
	slices.SortStableFunc(some, func(a, b strategy.Reading) int { return a.Date.Compare(b.Date) })
	return some
}
