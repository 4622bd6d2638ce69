package strategy

import (
	"sort"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/threat"
)

// ResponsibilityOptions say what [Index.Responsibility] counts. Nil means the
// zero value.
type ResponsibilityOptions struct {
	// All counts the commitments of plans that are not in force too.
	All bool

	// Period is the time for which loads are given. Zero means that of the strategy, else of its plans.
	Period ocs.Period
}

// Responsibility says who answers for what, when, and with what mandate.
type Responsibility struct {
	// AsOf is the day on which the strategy is looked at.
	AsOf ocs.Date `json:"as-of,omitzero"`

	// Quarters are those for which loads are given, at most eighty.
	Quarters []ocs.Date `json:"quarters,omitempty"`

	// Actors are those that have a part in a commitment, in document order.
	Actors []ActorLoad `json:"actors,omitempty"`

	// Leaderless are the commitments without a lead that is in the document.
	Leaderless []CommitmentID `json:"leaderless,omitempty"`

	// Misfits are the commitments whose lead lacks part of the mandate.
	Misfits []Fit `json:"misfits,omitempty"`

	// NoMandate are the leads of which no mandate is stated, so that their commitments couldn't be tested.
	NoMandate []actor.ID `json:"no-mandate,omitempty"`

	// SinglePoints are the actors on which several priority threats depend.
	SinglePoints []SinglePoint `json:"single-points,omitempty"`

	// Bodies are the coordination bodies, and all actors of which it is said how they meet.
	Bodies []BodySeats `json:"bodies,omitempty"`

	// Unseated are the leads that sit on no body, nor does the actor that they are part of.
	Unseated []actor.ID `json:"unseated,omitempty"`

	// Successions are those among the actors, in document order.
	Successions []Handover `json:"successions,omitempty"`

	// Ceasing are the commitments whose lead, or its mandate, ceases before the commitment's time is over.
	Ceasing []Ceasing `json:"ceasing,omitempty"`

	// Withheld are the elements of which this document lacks, by a redaction, something that the view rests on.
	Withheld []ocs.ID `json:"withheld,omitempty"`

	// Notes are remarks on the view itself.
	Notes []string `json:"notes,omitempty"`
}

// ActorLoad is what falls to one actor.
type ActorLoad struct {
	Actor actor.ID `json:"actor"`
	Name  string   `json:"name,omitzero"`

	// Leads are the commitments that the actor leads.
	Leads []CommitmentID `json:"leads,omitempty"`

	// Parts are its other roles, in the order of the vocabulary, then of the document.
	Parts []RoleShare `json:"parts,omitempty"`

	// Led and Joined say for each quarter how many commitments run that the actor leads, and in how many others it has
	// a working part: co-lead, implementing or supporting. Both are absent if all are 0.
	Led    []int `json:"led,omitempty"`
	Joined []int `json:"joined,omitempty"`

	// Undated are the commitments that it leads and of whose time neither start nor end is known.
	Undated int `json:"undated,omitzero"`
}

// RoleShare is what an actor does in one role.
type RoleShare struct {
	Role        actor.Role     `json:"role,omitzero"`
	Commitments []CommitmentID `json:"commitments,omitempty"`

	// Proposed is how many of them the actor has not agreed to yet.
	Proposed int `json:"proposed,omitzero"`
}

// SinglePoint is an actor that alone leads all commitments against several
// priority threats: what it fails to do, nobody does.
type SinglePoint struct {
	// Actor is the actor, and Threats those that depend on it.
	Actor   actor.ID    `json:"actor"`
	Threats []threat.ID `json:"threats"`
}

// BodySeats says who sits on a body.
type BodySeats struct {
	// Body is the body; what follows is as it says of itself.
	Body        actor.ID    `json:"body"`
	Name        string      `json:"name,omitzero"`
	Chair       actor.ID    `json:"chair,omitzero"`
	Secretariat actor.ID    `json:"secretariat,omitzero"`
	Members     []actor.ID  `json:"members,omitempty"`
	Cadence     ocs.Cadence `json:"cadence,omitzero"`
	ReportsTo   actor.ID    `json:"reports-to,omitzero"`
	Oversees    []ocs.ID    `json:"oversees,omitempty"`

	// Leads are the members, the chair among them, that lead commitments.
	Leads []actor.ID `json:"leads,omitempty"`
}

// Handover is a succession from one actor to another.
type Handover struct {
	// From is the earlier actor and To the later one. How, Date and Markets are as the succession states them.
	From    actor.ID             `json:"from"`
	To      actor.ID             `json:"to"`
	How     actor.SuccessionKind `json:"how,omitzero"`
	Date    ocs.Date             `json:"date,omitzero"`
	Markets []threat.Market      `json:"markets,omitempty"`

	// InPeriod says that it may fall in the strategy's period: so it does, or its date isn't known.
	InPeriod bool `json:"in-period,omitzero"`

	// Left are the commitments that the earlier actor leads though their subject passed: those that answer a threat in
	// one of Markets, or all if none are given.
	Left []CommitmentID `json:"left,omitempty"`
}

// Ceasing is a commitment that outlives its lead, or its lead's mandate.
type Ceasing struct {
	// Commitment is the commitment, and Lead who leads it.
	Commitment CommitmentID `json:"commitment"`
	Lead       actor.ID     `json:"lead"`

	// Until is the last day on which the lead can answer for it.
	Until ocs.Date `json:"until"`

	// Successors are the actors that succeed the lead, each with whether it may lead what is left. None with a verdict
	// of "holds" means that nobody may.
	Successors []Fit `json:"successors,omitempty"`
}

// maxQuarters bounds the quarters of a load: twenty years.
const maxQuarters = 80

// Responsibility sets actors against roles and quarters, tests the mandates of
// leads, and looks for what hangs on one actor or outlives it. Commitments count
// as for [Index.Budget]. The options may be nil.
func (ix *Index) Responsibility(asOf ocs.Date, o *ResponsibilityOptions) Responsibility {
	if o == nil {
		o = new(ResponsibilityOptions)
	}
	v := &responsibilityView{ix: ix, t: ix.tally(asOf, o.All), fitter: newFitter(ix), r: Responsibility{AsOf: asOf}}
	v.quarters(o.Period)
	v.loads()
	v.mandates()
	v.singlePoints()
	v.bodies()
	v.successions()
	v.r.Withheld = ix.withheld("lead", "partners", "mandates", "powers", "objectives", "commitments", "body", "succeeds", "active",
		"start", "deadline", "areas", "markets")
	return v.r
}

// responsibilityView is a responsibility in the making.
type responsibilityView struct {
	ix         *Index
	t          *tally
	fitter     *fitter
	r          Responsibility
	successors map[actor.ID][]int
	leads      []bool // by actor
}

// quarters lists the quarters of the period.
func (v *responsibilityView) quarters(p ocs.Period) {
	if p.IsZero() {
		p = v.ix.s.Period
	}
	if p.IsZero() {
		for i := range v.ix.s.Plans {
			plan := v.ix.s.Plans[i].Period
			if p.Start.IsZero() || !plan.Start.IsZero() && plan.Start.Compare(p.Start) < 0 {
				p.Start = plan.Start
			}
			if plan.End.Last().Compare(p.End.Last()) > 0 {
				p.End = plan.End
			}
		}
	}
	if p.Start.IsZero() || p.End.IsZero() {
		v.r.Notes = append(v.r.Notes, "no loads by quarter, since the period has an open end")
		return
	}
	q := ocs.MustDate(p.First().String()[:4] + "-Q1")
	for q.Before(p.First()) {
		q = q.Add(3, ocs.Months)
	}
	for ; !q.IsZero() && !q.After(p.Last()); q = q.Add(3, ocs.Months) {
		if len(v.r.Quarters) == maxQuarters {
			v.r.Notes = append(v.r.Notes, "loads are given for the first eighty quarters only")
			break
		}
		v.r.Quarters = append(v.r.Quarters, q)
	}
}

// quartersIn returns the first and last quarter, by place, in which the period
// runs; none if the last is before the first.
func (v *responsibilityView) quartersIn(p ocs.Period) (first, last int) {
	qs := v.r.Quarters
	first, last = 0, len(qs)-1
	if !p.Start.IsZero() {
		first = sort.Search(len(qs), func(i int) bool { return !qs[i].Before(p.First()) })
	}
	if !p.End.IsZero() {
		last = sort.Search(len(qs), func(i int) bool { return qs[i].After(p.Last()) }) - 1
	}
	return first, last
}
