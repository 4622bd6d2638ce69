package strategy

import (
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// weakensWhole says how it weakens the strategy that an element as a whole was
// removed.
func weakensWhole(e *Edit, n *treeNode) Weakening {
	if e.Op != EditRemoved {
		return ""
	}
	switch v := e.Before.(type) {
	case Commitment:
		return CommitmentRemoved
	case Plan:
		for _, c := range n.in("/commitments") {
			if c.match == nil {
				return CommitmentRemoved
			}
		}
		if len(v.Commitments) == 0 {
			return AmbitionNarrowed
		}
	case pillar.Indicator:
		return IndicatorRemoved
	case Safeguard:
		return SafeguardRemoved
	case Evaluation, ReportingDuty:
		return OversightRemoved
	case actor.Actor:
		if len(v.Body.Oversees) > 0 {
			return OversightRemoved
		}
	case BudgetLine:
		return FundingCut
	case pillar.Objective, threat.Threat, Milestone, Goal:
		return AmbitionNarrowed
	}
	return ""
}

// weakens says how an edit of a value or an entry weakens the strategy. The
// objects are those around it from the element on, the steps those that lead
// to it.
func weakens(e *Edit, objects []objectPair, steps []diffStep) Weakening {
	if e.Op == EditMoved || e.Op == EditRenamed {
		return ""
	}
	name := ""
	for _, s := range steps {
		if s.name != "" {
			name = s.name
		}
	}
	inner := objects[len(objects)-1]
	field := inner.form.kind + name
	switch {
	case e.Op == EditRemoved:
		return weakensWithout(e, field, inner)
	case e.Op == EditAdded:
		if narrowed := strings.HasSuffix(field, "/areas") && inner.old.FieldByName("Areas").Len() == 0; narrowed {
			return AmbitionNarrowed // none meant all
		}
		return ""
	}
	return weakensChange(e, field, objects)
}

// weakensChange says how it weakens the strategy that a value was changed.
func weakensChange(e *Edit, field string, objects []objectPair) Weakening {
	switch before := e.Before.(type) {
	case ocs.Deadline:
		after, _ := e.After.(ocs.Deadline)
		if later(before, after) {
			return DeadlineLater
		}
	case ocs.Date:
		after, _ := e.After.(ocs.Date)
		if owedDates[field] && (after.IsZero() || after.After(before) || after.Last().After(before.Last())) {
			return DeadlineLater
		}
	case ocs.Decimal:
		after, _ := e.After.(ocs.Decimal)
		if field == "target/value" && lower(before, after, objects) {
			return TargetLowered
		}
	case ocs.Money:
		after, _ := e.After.(ocs.Money)
		if order, ok := after.Compare(before); paidSums[field] && (after.IsZero() || ok && order < 0) {
			return FundingCut
		}
	case ocs.Cadence:
		after, _ := e.After.(ocs.Cadence)
		if rarer(before, after) {
			return OversightRemoved
		}
	case FundingStatus:
		after, _ := e.After.(FundingStatus)
		if fundingOrder[after] < fundingOrder[before] {
			return FundingCut
		}
	case actor.Role:
		if before == actor.Overseeing {
			return OversightRemoved
		}
	case pillar.Comparator:
		if field == "target/comparator" && before == pillar.Exactly {
			return TargetLowered
		}
	case bool:
		return weakeningFlags[field]
	}
	return ""
}

// owedDates are the dates by which something is owed.
var owedDates = map[string]bool{"target/by": true, "commitment/review": true, "baseline/by": true, "reporting-duty/due": true, "report/due": true}

// paidSums are the sums that pay for something.
var paidSums = map[string]bool{"plan/total": true, "budget-line/money": true, "funding/money": true}

// weakeningFlags are the flags that weaken the strategy when they are dropped.
var weakeningFlags = map[string]Weakening{
	"evaluation/independent": OversightRemoved,
	"reporting-duty/public":  OversightRemoved,
	"threat/priority":        AmbitionNarrowed,
}

// fundingOrder says how sure money is.
var fundingOrder = map[FundingStatus]int{Requested: 1, Pledged: 2, Committed: 3, Disbursed: 4}

// weakensWithout says how it weakens the strategy that an entry was removed
// from a list.
func weakensWithout(e *Edit, field string, owner objectPair) Weakening {
	switch field {
	case "indicator/targets":
		return TargetLowered
	case "commitment/safeguards":
		return SafeguardRemoved
	case "commitment/funding":
		return FundingCut
	case "body/oversees", "reporting-duty/to":
		return OversightRemoved
	case "commitment/partners":
		if p, ok := e.Before.(Partner); ok && p.Role == actor.Overseeing {
			return OversightRemoved
		}
	case "objective/threats", "objective/articles", "commitment/objectives", "threat/markets", "plan/covers":
		return AmbitionNarrowed
	case "commitment/areas", "jurisdiction/areas":
		if owner.new.FieldByName("Areas").Len() > 0 { // none would mean all
			return AmbitionNarrowed
		}
	}
	return ""
}

// later reports whether a deadline gives more time than the one before. What
// can't be compared, such as a date and a recurrence, is not later; what is
// done all the time or not by any date is.
func later(before, after ocs.Deadline) bool {
	if after.IsZero() {
		return true
	}
	if was, recurs := before.Every(); recurs {
		is, ok := after.Every()
		return ok && rarer(was, is)
	}
	if before.Continuous() {
		return false
	}
	if after.Continuous() {
		return true
	}
	was, _, _, term := before.After()
	is, _, _, stillTerm := after.After()
	if term != stillTerm || was != is {
		return false
	}
	on := func(ocs.ID) ocs.Date { return ocs.MustDate("2001-01-01") } // any day will do: both count from it
	return after.Resolve(on).Last().After(before.Resolve(on).Last())
}

// rarer reports whether something happens less often than before.
func rarer(before, after ocs.Cadence) bool {
	rank := func(c ocs.Cadence) int {
		switch c {
		case "":
			return 1000
		case ocs.CadenceWeekly:
			return 0
		case ocs.CadenceAsNeeded:
			return 100
		}
		return c.Months()
	}
	return before.Known() && (after == "" || after.Known()) && rank(after) > rank(before)
}

// lower reports whether a target asks for less than before, as the direction of
// its indicator has it.
func lower(before, after ocs.Decimal, objects []objectPair) bool {
	indicator, ok := objects[0].new.Addr().Interface().(*pillar.Indicator)
	if !ok {
		return false
	}
	if !after.IsSet() {
		return true
	}
	switch indicator.Direction {
	case pillar.Increase:
		return after.Compare(before) < 0
	case pillar.Decrease:
		return after.Compare(before) > 0
	}
	return false
}
