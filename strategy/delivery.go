package strategy

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ocs-framework/ocs"
)

// Standing is how a commitment stands on a day. Where [State] is what somebody
// reported, a Standing is what follows from all that was reported, from the
// dates, and from the plan. The vocabulary is ours.
type Standing string

// The standings.
const (
	StandingNoInformation Standing = "no-information" // nothing says how it stands; that is neither good nor bad
	StandingNotStarted    Standing = "not-started"
	StandingOnTrack       Standing = "on-track"
	StandingLate          Standing = "late"
	StandingBlocked       Standing = "blocked"
	StandingDelivered     Standing = "delivered"
	StandingCancelled     Standing = "cancelled" // given up, or ended or closed with its plan without having been delivered
)

var standings = []Standing{StandingNoInformation, StandingNotStarted, StandingOnTrack, StandingLate, StandingBlocked,
	StandingDelivered, StandingCancelled}

// Known reports whether s is in the vocabulary.
func (s Standing) Known() bool { return slices.Contains(standings, s) }

// Terms lists the vocabulary.
func (Standing) Terms() []string { return ocs.Words(standings) }

// DeliveryRule is the rule that decided how a commitment stands. The rules are
// tried in the order of the constants and the first that applies decides; of
// those by which it is delivered, the one that applied first in time.
type DeliveryRule string

// The rules, in the order in which they are tried.
const (
	ByReportedComplete    DeliveryRule = "reported-complete"     // delivered: an update says so, for the whole
	ByCompleteInAreas     DeliveryRule = "complete-in-all-areas" // delivered: updates say so, for each of the commitment's areas
	ByEndedCompleted      DeliveryRule = "ended-completed"       // delivered: the commitment's ending says so
	ByPartsDelivered      DeliveryRule = "parts-delivered"       // delivered: all its parts are, and until then nothing was reported of the whole
	ByEnding              DeliveryRule = "ended"                 // cancelled: it was replaced, repealed, moved or the like
	ByPlanEnding          DeliveryRule = "plan-ended"            // cancelled: its plan ended, or was replaced, before it was delivered
	ByReportedCancelled   DeliveryRule = "reported-cancelled"    // cancelled
	ByReportedBlocked     DeliveryRule = "reported-blocked"      // blocked
	ByStart               DeliveryRule = "before-start"          // not started: nothing is reported, and work is to begin later
	ByNoReport            DeliveryRule = "unreported"            // no information
	ByDeadline            DeliveryRule = "deadline-passed"       // late
	ByOccurrence          DeliveryRule = "occurrence-missed"     // late: it recurs, and the latest occurrence isn't reported done
	ByMilestone           DeliveryRule = "milestone-missed"      // late
	ByReview              DeliveryRule = "review-passed"         // late: a continuous commitment was to be reviewed, and nothing is reported since
	ByReportedDelayed     DeliveryRule = "reported-delayed"      // late
	ByReportedNotStarted  DeliveryRule = "reported-not-started"  // not started
	ByReportedOnTrack     DeliveryRule = "reported-on-track"     // on track
	ByUnknownReportedTerm DeliveryRule = "unknown-state"         // no information: the reported state isn't in the vocabulary
)

// Delivery is how one commitment stands on a day, and why.
type Delivery struct {
	// Commitment is the commitment.
	Commitment CommitmentID `json:"commitment"`

	// Plan is the plan that holds it.
	Plan PlanID `json:"plan,omitzero"`

	// Standing is how it stands.
	Standing Standing `json:"standing"`

	// Rule is the rule that decided.
	Rule DeliveryRule `json:"rule"`

	// Reason is the same in words.
	Reason string `json:"reason,omitzero"`

	// Since is the date of the fact that decided: the day of the update, of the ending, or by which something was due.
	Since ocs.Date `json:"since,omitzero"`

	// Due is the day by which it is, or was, due: the deadline's last day, the next occurrence of one that recurs, or
	// the review of a continuous one.
	Due ocs.Date `json:"due,omitzero"`

	// DaysLate are the days from what was due to the as-of date, if that has passed and the commitment is neither
	// delivered nor cancelled. It is stated also where the standing is that there is no information.
	DaysLate int `json:"days-late,omitzero"`

	// Percent is how much was last reported done of the whole.
	Percent ocs.Decimal `json:"percent,omitzero"`

	// Reported is the date of the latest update that counts.
	Reported ocs.Date `json:"reported,omitzero"`

	// Missed are the milestones that are past due and not reported as reached.
	Missed []MilestoneID `json:"missed,omitempty"`

	// Areas are how it stands area by area, where updates are by area.
	Areas []AreaDelivery `json:"areas,omitempty"`

	// Withheld are the fields that this copy lacks by redaction and that bear on the standing.
	Withheld []string `json:"withheld,omitempty"`

	// Notes are remarks, such as on reports that contradict each other.
	Notes []string `json:"notes,omitempty"`
}

// Open reports whether the commitment is still to be delivered.
func (d *Delivery) Open() bool {
	return d.Standing != StandingDelivered && d.Standing != StandingCancelled
}

// AreaDelivery is what was last reported of a commitment in one area.
type AreaDelivery struct {
	// Area is the area.
	Area ocs.Area `json:"area"`

	// State is what was reported; complete stays complete.
	State State `json:"state,omitzero"`

	// Date is the date of the update.
	Date ocs.Date `json:"date,omitzero"`

	// Percent is how much was last reported done there.
	Percent ocs.Decimal `json:"percent,omitzero"`
}

// DeliveryOptions say what is looked at. Nil stands for the zero value.
type DeliveryOptions struct {
	// Plan limits the view to the commitments of one plan.
	Plan PlanID

	// All takes in the commitments of plans that had ended or been replaced by the as-of date.
	All bool
}

// DeliveryView is how the commitments stand on a day.
type DeliveryView struct {
	// AsOf is the day.
	AsOf ocs.Date `json:"as-of,omitzero"`

	// Commitments are in document order.
	Commitments []Delivery `json:"commitments,omitempty"`

	// Counts say how many stand how, in the order of the vocabulary, without those of which there are none.
	Counts []StandingCount `json:"counts,omitempty"`

	// LeftOut is how many commitments aren't listed because their plans weren't in force any more.
	LeftOut int `json:"left-out,omitzero"`

	// Notes are remarks on the whole.
	Notes []string `json:"notes,omitempty"`
}

// StandingCount is how many commitments stand in one way.
type StandingCount struct {
	Standing Standing `json:"standing"`
	Count    int      `json:"count"`
}

// Delivery says how each commitment stands on the as-of date: the date's last
// day, if it is coarser than a day. Without a date everything that was
// reported counts, and nothing is past due.
//
// Of the updates, those dated on or before that day count, whenever the report
// was made; one without a date counts as the earliest. Of two updates on the
// same commitment, area and date the one in the report that was made later
// replaces the other, or else the one that stands later in the document. That is
// how a report is corrected.
//
// What is delivered stays delivered: a later update that says otherwise is
// noted and changes nothing. Updates by area are combined: the commitment is
// delivered when each of its areas is, and otherwise stands as its worst area
// does. A commitment that recurs isn't delivered by an update, only by an
// ending: an update that says complete speaks of the occurrence in whose span it
// falls, and one that says on track of all up to its date.
//
// The commitments of a plan that ended, or was replaced, by that day are left
// out unless the options ask for them. The options may be nil.
func (ix *Index) Delivery(asOf ocs.Date, o *DeliveryOptions) DeliveryView {
	if o == nil {
		o = &DeliveryOptions{}
	}
	b := ix.decideAll(asOf, true)
	v := DeliveryView{AsOf: asOf, Commitments: make([]Delivery, 0, len(ix.commitments)), Notes: b.record.notes}
	for n, c := range ix.commitments {
		switch {
		case o.Plan != "" && ix.s.Plans[c.plan].ID != o.Plan:
		case !o.All && b.plans[c.plan].over:
			v.LeftOut++
		default:
			v.Commitments = append(v.Commitments, b.list[n])
		}
	}
	v.Counts = countStandings(v.Commitments)
	return v
}

func countStandings(ds []Delivery) []StandingCount {
	n := make(map[Standing]int, len(standings))
	for i := range ds {
		n[ds[i].Standing]++
	}
	var counts []StandingCount
	for _, s := range standings {
		if n[s] > 0 {
			counts = append(counts, StandingCount{s, n[s]})
		}
	}
	return counts
}

// Table shows the commitments, one a row.
func (v DeliveryView) Table() Table {
	t := Table{Title: titleAsOf("Delivery of commitments", v.AsOf),
		Columns: []string{"plan", "commitment", "standing", "rule", "reason", "since", "due", "days late", "percent", "reported", "notes"},
		Rows:    make([][]string, 0, len(v.Commitments))}
	for i := range v.Commitments {
		d := &v.Commitments[i]
		notes := d.Notes
		if len(d.Withheld) > 0 {
			notes = append(slices.Clip(notes), "withheld: "+strings.Join(d.Withheld, ", "))
		}
		t.Rows = append(t.Rows, []string{string(d.Plan), string(d.Commitment), string(d.Standing), string(d.Rule), d.Reason, d.Since.String(),
			d.Due.String(), countCell(d.DaysLate), d.Percent.String(), d.Reported.String(), strings.Join(notes, "; ")})
	}
	return t
}

func titleAsOf(title string, asOf ocs.Date) string {
	if asOf.IsZero() {
		return title
	}
	return title + " as of " + asOf.String()
}

// countCell writes a number for a table, nothing for 0.
func countCell(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
