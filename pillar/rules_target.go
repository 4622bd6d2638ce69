package pillar

import (
	"slices"

	"github.com/ocs-framework/ocs"
)

var targetDirection = ocs.Rule[Indicator]{
	Code:  "target-direction",
	Title: "targets lead from the baseline in the indicator's direction, each no less far than the one before",
	Doc: "If the value should increase, every target is above the baseline and none is below an earlier one; if it should decrease, the other way round; " +
		"if it is to be maintained, targets keep to the baseline. Either a figure or the direction is wrong. What is counted from the start (cumulative) can't decrease: count by period instead.",
	Basis:  "indicators that are specific and time-bound (SMART); Nigeria's yearly benchmarks",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, i *Indicator) {
		if !i.number() {
			return
		}
		if i.Direction == Decrease && i.Reading == Cumulative {
			p.Report(&i.Reading, "a cumulative value can't decrease").Help("make the reading an increment, or change the direction")
			return
		}
		var before *Target // the earlier target that the next may not fall behind
		order := dateOrder(i.Targets)
		for n := range i.Targets {
			t := &i.Targets[inOrder(order, n)]
			if !t.Value.IsSet() {
				continue
			}
			switch {
			case contradicts(t.Comparator, i.Direction):
				p.Report(&t.Comparator, "target is %q, though the value should %s", t.Comparator, i.Direction).
					Help("change the comparator or the direction")
			case i.Baseline.Value.IsSet() && !leads(i.Direction, t.Comparator, i.Baseline.Value.Compare(t.Value)):
				p.Report(&t.Value, "target %v does not %s the baseline %v", t.Value, i.Direction, i.Baseline.Value).
					Help("mend the figure, or change the direction").Related(&i.Baseline.Value, "the baseline")
			case before != nil && before.By.Before(t.By) && backwards(i.Direction, before.Value.Compare(t.Value)):
				p.Report(&t.Value, "target %v falls back behind the earlier target %v", t.Value, before.Value).
					Help("mend the figure, or change the direction").Related(&before.Value, "the target for %v", before.By)
				continue
			}
			before = t
		}
	},
}

// leads reports whether a target is where the direction leads from the
// baseline, given the order of baseline and target. What is maintained may
// have slack on the side that the comparator leaves open.
func leads(d Direction, c Comparator, order int) bool {
	switch d {
	case Increase:
		return order < 0
	case Decrease:
		return order > 0
	case Maintain:
		return order == 0 || order > 0 && c == AtLeast || order < 0 && c == AtMost
	}
	return true
}

// backwards reports whether a later target lies behind an earlier one, given
// the order of the two.
func backwards(d Direction, order int) bool {
	return d == Increase && order > 0 || d == Decrease && order < 0
}

// contradicts reports whether a comparator is satisfied by moving against the
// direction.
func contradicts(c Comparator, d Direction) bool {
	return d == Increase && c == AtMost || d == Decrease && c == AtLeast
}

var targetDuplicate = ocs.Rule[Indicator]{
	Code:  "target-duplicate",
	Title: "no indicator has two targets for one date",
	Doc: "Of two targets for one date nobody knows which counts. Keep one, or correct the date of the other. " +
		"Two that together make a range, at least one value and at most another, are in order.",
	Basis:  "integrity of the data",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, i *Indicator) {
		order := dateOrder(i.Targets)
		for n := 1; n < len(i.Targets); n++ {
			a, b := &i.Targets[inOrder(order, n-1)], &i.Targets[inOrder(order, n)]
			ranged := a.Comparator == AtLeast && b.Comparator == AtMost || a.Comparator == AtMost && b.Comparator == AtLeast
			if !a.By.IsZero() && a.By == b.By && !ranged {
				p.Report(&b.By, "there is another target for %v", b.By).Help("keep one of the two").Related(&a.By, "the first target for the date")
			}
		}
	},
}

// dateOrder returns the places of the targets in order of their dates, or nil
// if they stand in that order.
func dateOrder(targets []Target) []int {
	if slices.IsSortedFunc(targets, func(a, b Target) int { return a.By.Compare(b.By) }) {
		return nil
	}
	order := make([]int, len(targets))
	for n := range order {
		order[n] = n
	}
	slices.SortStableFunc(order, func(a, b int) int { return targets[a].By.Compare(targets[b].By) })
	return order
}

// inOrder returns the n-th place of an order of [dateOrder].
func inOrder(order []int, n int) int {
	if order == nil {
		return n
	}
	return order[n]
}
