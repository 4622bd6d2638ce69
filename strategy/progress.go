package strategy

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
)

// ProgressStatus is how an indicator stands on a day. The words are those of
// Cascade, a strategy-tracking product, with no-data and unjudged added.
type ProgressStatus string

// The statuses.
const (
	ProgressNoData     ProgressStatus = "no-data"     // readings are wanting; that is neither zero nor bad
	ProgressUnjudged   ProgressStatus = "unjudged"    // there are readings, and a status can't be worked out from them
	ProgressNotStarted ProgressStatus = "not-started" // no reading is due yet
	ProgressAtRisk     ProgressStatus = "at-risk"
	ProgressBehind     ProgressStatus = "behind"
	ProgressOnTrack    ProgressStatus = "on-track"
	ProgressAchieved   ProgressStatus = "achieved"
	ProgressExceeded   ProgressStatus = "exceeded"
)

var progressStatuses = []ProgressStatus{ProgressNoData, ProgressUnjudged, ProgressNotStarted, ProgressAtRisk, ProgressBehind,
	ProgressOnTrack, ProgressAchieved, ProgressExceeded}

// Known reports whether s is in the vocabulary.
func (s ProgressStatus) Known() bool { return slices.Contains(progressStatuses, s) }

// Terms lists the vocabulary.
func (ProgressStatus) Terms() []string { return ocs.Words(progressStatuses) }

// The rules that decide an indicator's status before a [StatusPolicy] is
// asked, as [IndicatorProgress].Rule names them.
const (
	RuleByHand           = "by-hand"                // the latest reading carries a judgement
	RuleNoReading        = "no-reading"             // no data
	RuleBeforeReading    = "before-first-reading"   // not started
	RuleStale            = "stale"                  // no data: readings have stopped
	RuleNoTarget         = "no-target"              // unjudged
	RuleNoBaseline       = "no-baseline"            // unjudged: the baseline is pending or missing
	RuleTargetIsBaseline = "target-equals-baseline" // unjudged: no way leads from one to the other
	RuleNoDates          = "no-dates"               // unjudged: nothing says what to expect by when
	RuleNotComputable    = "not-computable"         // unjudged: narrative, or text where a number or yes or no is wanted
	RuleAreasApart       = "areas-apart"            // unjudged: read by area only, and levels of areas don't add up
	RuleOverflow         = "overflow"               // unjudged: the readings add up to more digits than a number holds
	RuleNothingExpected  = "nothing-expected"       // on track: no touch point has passed, and nothing was lost
)

// IndicatorProgress is how one indicator stands on a day, and why. Percentages
// are worked out exactly and rounded to two decimal places, halves away from
// zero, for show; statuses are decided before the rounding.
type IndicatorProgress struct {
	// Indicator is the indicator.
	Indicator pillar.IndicatorID `json:"indicator"`

	// Objective is the objective that it measures, if it measures one.
	Objective pillar.ObjectiveID `json:"objective,omitzero"`

	// Commitment is the commitment that it measures, if it measures one.
	Commitment CommitmentID `json:"commitment,omitzero"`

	// Status is how it stands.
	Status ProgressStatus `json:"status"`

	// Rule is what decided: a code of the policy, or one of the rules above.
	Rule string `json:"rule"`

	// Achievement is how much of the way from the baseline to Target has been
	// gone, in percent: (current - baseline) / (target - baseline). Of an
	// indicator that is to stay within a bound it is how near the value is to the bound, 100 within it.
	Achievement ocs.Decimal `json:"achievement,omitzero"`

	// Overall is the same for the last target.
	Overall ocs.Decimal `json:"overall,omitzero"`

	// Expected is how much of the way to Target should have been gone by the
	// last touch point on or before the reading, in percent.
	Expected ocs.Decimal `json:"expected,omitzero"`

	// Health is Achievement as a percentage of Expected.
	Health ocs.Decimal `json:"health,omitzero"`

	// Current is the value as of the latest reading that counts.
	Current ocs.Decimal `json:"current,omitzero"`

	// Text is the same for a yes-no or narrative indicator.
	Text string `json:"text,omitzero"`

	// Read is the date of that reading.
	Read ocs.Date `json:"read,omitzero"`

	// Series are the values as of each reading that counts, in order of time: Current, or Text, is the last of them.
	Series []SeriesPoint `json:"series,omitempty"`

	// Target is the target that the reading is held against: the first due on or after its date, else the last.
	Target pillar.Target `json:"target,omitzero"`

	// Touch is the touch point for which Expected holds.
	Touch ocs.Date `json:"touch,omitzero"`

	// Missing is how many readings have fallen due since the one that was used, or since the baseline, within the
	// strategy's period.
	Missing int `json:"missing,omitzero"`

	// Areas are readings by area, apart from the whole.
	Areas []AreaReading `json:"areas,omitempty"`

	// Judgement is the explanation that stands with a status set by hand.
	Judgement string `json:"judgement,omitzero"`

	// Withheld are the fields that this copy lacks by redaction and that bear on the status.
	Withheld []string `json:"withheld,omitempty"`

	// Notes are remarks, such as on parts that don't add up to their total.
	Notes []string `json:"notes,omitempty"`
}

// SeriesPoint is the value of an indicator as of one reading: what was read, or
// for increments the sum up to it.
type SeriesPoint struct {
	// Date is the date of the reading.
	Date ocs.Date `json:"date,omitzero"`

	// Value is the value of a numeric indicator.
	Value ocs.Decimal `json:"value,omitzero"`

	// Text is the value of a yes-no or narrative indicator.
	Text string `json:"text,omitzero"`
}

// AreaReading is the latest value of an indicator in one area: the sum of its
// readings, if these are increments.
type AreaReading struct {
	// Value or Text is given, as the indicator has it; Date is that of the latest reading.
	Area  ocs.Area    `json:"area"`
	Value ocs.Decimal `json:"value,omitzero"`
	Text  string      `json:"text,omitzero"`
	Date  ocs.Date    `json:"date,omitzero"`
}

// ProgressOptions say how progress is judged. Nil stands for the zero value.
type ProgressOptions struct {
	// Policy decides the status; absent means [DefaultStatusPolicy].
	Policy StatusPolicy

	// StaleAfter is how many readings may fall due without coming in before
	// there is no data any more. Zero means two, since reports come in after
	// the day on which they are due; below zero means never.
	StaleAfter int

	// All takes in the indicators of commitments that ended, or whose plan isn't in force any more.
	All bool
}

// ProgressView is how the indicators stand on a day.
type ProgressView struct {
	// AsOf is the day.
	AsOf ocs.Date `json:"as-of,omitzero"`

	// Indicators are those of objectives, then those of commitments, in document order.
	Indicators []IndicatorProgress `json:"indicators,omitempty"`

	// Counts say how many stand how, without those of which there are none.
	Counts []ProgressCount `json:"counts,omitempty"`

	// Notes are remarks on the whole.
	Notes []string `json:"notes,omitempty"`
}

// ProgressCount is how many indicators have one status.
type ProgressCount struct {
	Status ProgressStatus `json:"status"`
	Count  int            `json:"count"`
}

// Progress says how each indicator stands on the as-of date, or its last day.
// Without a date all readings count and none is missing.
//
// The current value is that of the latest reading (a level), the latest total
// (cumulative: in the same terms as the target, so that it begins at the
// baseline), or the baseline and all that was added since (increment). One
// history gives one current value, whichever way it is written down. Achievement
// is the European Commission's (OPSYS): the way gone from the baseline to the
// first target due on or after the reading's date. A decrease needs no case of
// its own.
//
// What should have been achieved by then runs in straight lines from the
// baseline through the targets, and is looked at only at touch points, the days
// by which the indicator's frequency calls for a reading: what is read once a
// year isn't behind for eleven months. The touch point is the last on or before
// the reading, so that a reading that is wanting counts as missing and never as
// bad; Missing says how many, and too many make no-data. Without a frequency the
// touch point is the reading's own day.
//
// The options may be nil.
func (ix *Index) Progress(asOf ocs.Date, o *ProgressOptions) ProgressView {
	m := ix.measure(asOf, o)
	v := ProgressView{AsOf: asOf, Notes: m.readings.notes, Indicators: make([]IndicatorProgress, 0, len(ix.indicators))}
	for i := range m.list {
		if m.list[i].counts {
			v.Indicators = append(v.Indicators, m.list[i].IndicatorProgress)
			v.Counts = countProgress(v.Counts, m.list[i].Status, 1)
		}
	}
	sortProgress(v.Counts)
	return v
}

// countProgress adds n to the count of a status.
func countProgress(counts []ProgressCount, status ProgressStatus, n int) []ProgressCount {
	for i := range counts {
		if counts[i].Status == status {
			counts[i].Count += n
			return counts
		}
	}
	return append(counts, ProgressCount{status, n})
}

// sortProgress puts counts in the order of the vocabulary, and words of a
// caller's own policy before it in the order of the alphabet.
func sortProgress(counts []ProgressCount) {
	slices.SortFunc(counts, func(a, b ProgressCount) int {
		return cmp.Or(cmp.Compare(slices.Index(progressStatuses, a.Status), slices.Index(progressStatuses, b.Status)), cmp.Compare(a.Status, b.Status))
	})
}

// Table shows the indicators, one a row.
func (v ProgressView) Table() Table {
	t := Table{Title: titleAsOf("Progress of indicators", v.AsOf),
		Columns: []string{"indicator", "measures", "status", "rule", "current", "read", "target", "by", "achievement %", "expected %", "health %", "missing", "notes"},
		Rows:    make([][]string, 0, len(v.Indicators))}
	for i := range v.Indicators {
		p := &v.Indicators[i]
		notes := p.Notes
		if len(p.Withheld) > 0 {
			notes = append(slices.Clip(notes), "withheld: "+strings.Join(p.Withheld, ", "))
		}
		t.Rows = append(t.Rows, []string{string(p.Indicator), string(p.Objective) + string(p.Commitment), string(p.Status), p.Rule,
			p.Current.String() + p.Text, p.Read.String(), p.Target.Value.String() + p.Target.Text, p.Target.By.String(), p.Achievement.String(),
			p.Expected.String(), p.Health.String(), countCell(p.Missing), strings.Join(notes, "; ")})
	}
	return t
}
