package strategy

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
)

// deliveries is how all commitments stand on a day, by place.
type deliveries struct {
	ix     *Index
	record *record
	plans  []planEnd
	parts  relation // commitment → commitments that are part of it
	hold   holder
	list   []Delivery
	begun  []ocs.Date // the earliest day on which work was reported
	words  bool       // reasons and notes are wanted: a third of the work
}

// planEnd says whether a plan had ended, or been replaced, by the as-of date.
type planEnd struct {
	over bool
	on   ocs.Date
}

// planEnds says which plans had ended by the day of the record. Without dates
// that say otherwise, a plan that isn't in force has ended.
func (r *record) planEnds() []planEnd {
	ix := r.ix
	ends := make([]planEnd, len(ix.s.Plans))
	for i := range ix.s.Plans {
		p := &ix.s.Plans[i]
		ends[i] = planEnd{!ix.InForce(p), p.Ended.Date}
	}
	for i := range ix.s.Plans {
		for _, earlier := range ix.s.Plans[i].Supersedes {
			if n := find(ix, planKind, earlier); n >= 0 && n != i && ends[n].on.IsZero() {
				ends[n].on = ix.s.Plans[i].Adoption.Date
			}
		}
	}
	for i := range ends {
		ends[i].over = ends[i].over && !r.later(ends[i].on.Last())
	}
	return ends
}

// deliveries decides how every commitment stands, without reasons and notes.
func (ix *Index) deliveries(asOf ocs.Date) *deliveries { return ix.decideAll(asOf, false) }

// decideAll decides how every commitment stands, with reasons and notes if they
// are wanted.
func (ix *Index) decideAll(asOf ocs.Date, words bool) *deliveries {
	r := ix.record(asOf)
	b := &deliveries{ix: ix, record: r, plans: r.planEnds(), hold: ix.holder(), words: words,
		list: make([]Delivery, len(ix.commitments)), begun: make([]ocs.Date, len(ix.commitments))}
	parents := make([]int32, len(ix.commitments))
	for n, c := range ix.commitments {
		parents[n] = int32(find(ix, commitmentKind, c.Parent))
	}
	b.parts = gatherRelation(len(ix.commitments), func(add func(int, int32)) {
		for n, p := range parents {
			add(int(p), int32(n))
		}
	})
	// Parts come before what they are part of; what is part of itself comes
	// last, and its parts don't bear on it.
	waiting := make([]int32, len(parents))
	for _, p := range parents {
		if p >= 0 {
			waiting[p]++
		}
	}
	ready := make([]int32, 0, len(parents))
	for n := range parents {
		if waiting[n] == 0 {
			ready = append(ready, int32(n))
		}
	}
	for at := 0; at < len(ready); at++ {
		n := ready[at]
		b.decide(int(n), b.parts.of(int(n)))
		if p := parents[n]; p >= 0 {
			if waiting[p]--; waiting[p] == 0 {
				ready = append(ready, p)
			}
		}
	}
	for n := range parents {
		if waiting[n] > 0 {
			b.decide(n, nil)
		}
	}
	return b
}

// text is a reason or note, nothing if they aren't wanted.
func (b *deliveries) text(format string, args ...any) string {
	if !b.words {
		return ""
	}
	return fmt.Sprintf(format, args...)
}

// decide finds out how commitment n stands, given its parts.
func (b *deliveries) decide(n int, parts []int32) {
	c := b.ix.commitments[n]
	d := &b.list[n]
	a := b.record.account(n)
	b.begun[n] = a.begun
	d.Commitment, d.Plan, d.Reported = c.ID, b.ix.s.Plans[c.plan].ID, a.latest
	if a.whole.Update != nil {
		d.Percent = a.whole.Percent
	}
	for _, e := range a.areas {
		d.Areas = append(d.Areas, AreaDelivery{e.Area, reportedState(e.Update), e.Date, e.Percent})
	}
	d.Withheld = b.hold.fields(ocs.ID(c.ID), "deadline", "start", "review", "ended", "milestones", "depends-on")
	term := b.terms(c)
	d.Due = term.due
	b.missed(c, d, &a)
	if !b.closed(c, d, &a, parts, term) {
		b.open(c, d, &a, parts, term)
	}
	if !d.Open() {
		d.Missed = nil
	}
	if b.words {
		b.remark(c, d, &a, parts)
	}
}

// missed lists the milestones that are past due and not reached.
func (b *deliveries) missed(c placedCommitment, d *Delivery, a *account) {
	for i := range c.Milestones {
		m := &c.Milestones[i]
		due := b.ix.day(m.Due, &b.ix.s.Plans[c.plan])
		if _, reached := a.reached[m.ID]; !reached && b.record.passed(due) {
			d.Missed = append(d.Missed, m.ID)
			if d.Since.IsZero() {
				d.Since = due // kept only if the milestone decides
			}
		}
	}
}

// closed tries the rules by which nothing is left to be done, and reports
// whether one applied.
func (b *deliveries) closed(c placedCommitment, d *Delivery, a *account, parts []int32, term term) bool {
	set := func(s Standing, by DeliveryRule, since ocs.Date, format string, args ...any) bool {
		d.Standing, d.Rule, d.Since, d.Reason = s, by, since, b.text(format, args...)
		return true
	}
	if rule, since, reason := b.delivered(c, a, parts, term); rule != "" {
		return set(StandingDelivered, rule, since, "%s", reason)
	}
	ended := !c.open() && !b.record.later(c.Ended.Date.Last())
	if ended {
		how := string(c.Ended.How)
		if how == "" {
			how = "not said how"
		}
		return set(StandingCancelled, ByEnding, c.Ended.Date, "ended without having been delivered: %s", how)
	}
	if end := b.plans[c.plan]; end.over {
		return set(StandingCancelled, ByPlanEnding, end.on, "plan %q ended before it was delivered", short(d.Plan))
	}
	if state, u := a.combined(c.Commitment); state == CancelledState {
		return set(StandingCancelled, ByReportedCancelled, u.Date, "reported cancelled%s", where(u))
	}
	return false
}

// delivered finds the first event by which the commitment was delivered, so
// that what comes later never moves its date; there is no rule if there is none.
func (b *deliveries) delivered(c placedCommitment, a *account, parts []int32, term term) (rule DeliveryRule, since ocs.Date, reason string) {
	first := func(by DeliveryRule, on ocs.Date, format string, args ...any) {
		if rule == "" || on.Last().Compare(since.Last()) < 0 {
			rule, since, reason = by, on, b.text(format, args...)
		}
	}
	if !term.recurs {
		if a.done.Update != nil {
			first(ByReportedComplete, a.done.Date, "reported complete")
		}
		if u, all := a.allAreas(c.Areas); all {
			first(ByCompleteInAreas, u.Date, "reported complete in all %d areas", len(c.Areas))
		}
	}
	if c.Ended.How == Completed && !b.record.later(c.Ended.Date.Last()) {
		first(ByEndedCompleted, c.Ended.Date, "ended as completed")
	}
	if term.recurs || len(parts) == 0 || slices.ContainsFunc(parts, func(p int32) bool { return b.list[p].Standing != StandingDelivered }) {
		return rule, since, reason
	}
	var last ocs.Date
	for _, p := range parts {
		if s := b.list[p].Since; s.Last().Compare(last.Last()) > 0 {
			last = s
		}
	}
	if !a.any || a.first.Compare(last.Last()) > 0 { // nothing had been said of the whole by then
		first(ByPartsDelivered, last, "all %d parts are delivered", len(parts))
	}
	return rule, since, reason
}

// open tries the rules for what is still to be done.
func (b *deliveries) open(c placedCommitment, d *Delivery, a *account, parts []int32, term term) {
	milestone := d.Since
	set := func(s Standing, by DeliveryRule, since ocs.Date, format string, args ...any) {
		d.Standing, d.Rule, d.Since, d.Reason = s, by, since, b.text(format, args...)
	}
	state, u := a.combined(c.Commitment)
	said, since, about := "reported", ocs.Date{}, ""
	switch {
	case u.Update != nil:
		since, about = u.Date, where(u)
	case a.any: // on milestones only
		state, since, about = OnTrack, a.latest, " by its milestones"
	default:
		state, since = b.ofParts(parts)
		said = "by its parts"
	}
	// What recurs, or is continuous, may be done for now.
	done := term.recurs && a.occurred(term.before, term.overdue) || c.Deadline.Continuous() && a.latest.Last().Compare(term.overdue) >= 0
	overdue := b.record.passed(term.overdue) && !done
	switch {
	case state == Blocked:
		set(StandingBlocked, ByReportedBlocked, since, "%s blocked%s", said, about)
	case state == "" && !a.any && b.record.asOf.Before(term.start):
		set(StandingNotStarted, ByStart, term.start, "work is to begin %v", term.start)
	case state == "" && !a.any:
		set(StandingNoInformation, ByNoReport, ocs.Date{}, "nothing is reported")
	case overdue && !term.recurs && !c.Deadline.Continuous():
		set(StandingLate, ByDeadline, term.overdue, "was due %v and isn't reported complete", term.overdue)
	case overdue && term.recurs:
		set(StandingLate, ByOccurrence, term.overdue, "the occurrence due %v isn't reported done", term.overdue)
	case len(d.Missed) > 0:
		set(StandingLate, ByMilestone, milestone, "milestone %q isn't reported reached", short(d.Missed[0]))
	case overdue:
		set(StandingLate, ByReview, term.overdue, "was to be reviewed %v and nothing is reported since", term.overdue)
	case state == Delayed:
		set(StandingLate, ByReportedDelayed, since, "%s delayed%s", said, about)
	case state == NotStarted:
		set(StandingNotStarted, ByReportedNotStarted, since, "%s not started%s", said, about)
	case state == OnTrack || state == Complete:
		set(StandingOnTrack, ByReportedOnTrack, since, "%s on track%s", said, about)
	default:
		set(StandingNoInformation, ByUnknownReportedTerm, since, "reported state %q isn't understood", short(state))
	}
	if overdue {
		d.DaysLate = term.overdue.DaysUntil(b.record.asOf)
	}
}

// ofParts is how a commitment of which nothing is reported stands by its parts:
// as the worst of them. Nothing is known of it if nothing is known of a part
// and none is late or blocked.
func (b *deliveries) ofParts(parts []int32) (state State, since ocs.Date) {
	var unknown bool
	for _, p := range parts {
		part := &b.list[p]
		s := NotStarted
		switch part.Standing {
		case StandingNoInformation:
			unknown = true
			continue
		case StandingBlocked:
			s = Blocked
		case StandingLate:
			s = Delayed
		case StandingOnTrack, StandingDelivered:
			s = OnTrack
		case StandingCancelled:
			continue
		}
		if s.rank() > state.rank() {
			state, since = s, part.Since
		}
	}
	if unknown && state.rank() < Delayed.rank() {
		return "", ocs.Date{}
	}
	return state, since
}

// remark adds what a reader should know beside the standing.
func (b *deliveries) remark(c placedCommitment, d *Delivery, a *account, parts []int32) {
	note := func(format string, args ...any) { d.Notes = append(d.Notes, fmt.Sprintf(format, args...)) }
	if a.done.Update != nil && d.Standing == StandingDelivered {
		if s := reportedState(a.whole.Update); s != Complete && s != "" {
			note("a later update, of %v, says %q", a.whole.Date, short(s))
		}
		if !c.open() && c.Ended.How != Completed && !b.record.later(c.Ended.Date.Last()) {
			note("it also ended, %q", short(c.Ended.How))
		}
	}
	if d.Standing == StandingDelivered {
		open := 0
		for _, p := range parts {
			if b.list[p].Open() {
				open++
			}
		}
		if open > 0 {
			note("%d of its %d parts are still open", open, len(parts))
		}
		open = 0
		for i := range c.Milestones {
			if _, reached := a.reached[c.Milestones[i].ID]; !reached {
				open++
			}
		}
		if open > 0 {
			note("%d of its %d milestones aren't reported reached", open, len(c.Milestones))
		}
		return
	}
	if d.Open() && len(c.Areas) == 0 && len(a.areas) > 0 && a.whole.Update == nil {
		note("reported by area only, and the commitment names no areas, so that the whole can't be known to be complete")
	}
	if d.Standing == StandingCancelled && d.Rule == ByReportedCancelled && slices.ContainsFunc(a.areas, func(e areaAccount) bool { return e.complete }) {
		note("complete in some areas and cancelled in the rest")
	}
}

// where names the area of an update.
func where(u told) string {
	if u.Update == nil || u.Area == "" {
		return ""
	}
	return " in " + short(u.Area)
}

// holder says which fields of which elements were withheld by redaction; nil
// if none were. A field "" stands for the whole element.
type holder map[ocs.ID][]string

func (ix *Index) holder() holder {
	if len(ix.s.Redactions) == 0 {
		return nil
	}
	h := make(holder, len(ix.s.Redactions))
	for _, r := range ix.s.Redactions {
		if len(r.Fields) == 0 {
			h[r.Element] = append(h[r.Element], "")
		}
		for _, f := range r.Fields {
			first, _, _ := strings.Cut(f, "/")
			h[r.Element] = append(h[r.Element], first)
		}
	}
	return h
}

// fields lists those of the fields that were withheld from the element.
func (h holder) fields(id ocs.ID, fields ...string) []string {
	held := h[id]
	if len(held) == 0 {
		return nil
	}
	if slices.Contains(held, "") {
		return []string{"the whole"}
	}
	var list []string
	for _, f := range fields {
		if slices.Contains(held, f) {
			list = append(list, f)
		}
	}
	return list
}

func (h holder) any(id ocs.ID, fields ...string) bool { return len(h.fields(id, fields...)) > 0 }
