package strategy

import (
	"math/big"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
)

// textOf is the latest text of a yes-no or narrative indicator. Areas stay
// apart.
func textOf(history []read) value {
	var v value
	at := make(map[ocs.Area]int)
	for _, g := range history {
		if g.Area == "" {
			v.latest = g
			if g.Text != "" {
				v.text, v.day, v.stated = g.Text, g.day, g.Date
				v.series = append(v.series, SeriesPoint{Date: g.Date, Text: g.Text})
			}
			continue
		}
		k, known := at[g.Area]
		if !known {
			k = len(v.areas)
			at[g.Area] = k
			v.areas = append(v.areas, AreaReading{})
		}
		v.areas[k] = AreaReading{Area: g.Area, Text: g.Text, Date: g.Date}
	}
	slices.SortFunc(v.areas, func(a, b AreaReading) int { return strings.Compare(string(a.Area), string(b.Area)) })
	if v.latest.Reading == nil && len(v.areas) > 0 {
		v.fault = RuleAreasApart
	}
	return v
}

// yesNo measures a yes-no indicator: all of the way or nothing, and nothing is
// expected before the target's day.
func yesNo(i *pillar.Indicator, p *measured, v *value) string {
	targets := slices.DeleteFunc(slices.Clone(i.Targets), func(t pillar.Target) bool { return t.Text == "" })
	if len(targets) == 0 {
		return RuleNoTarget
	}
	said, ok := answer(v.text)
	if !ok {
		return RuleNotComputable
	}
	sortTargets(targets)
	next, last := nextTarget(targets, v.day), targets[len(targets)-1]
	p.Target = next
	share := func(t pillar.Target) *big.Rat {
		if wanted, ok := answer(t.Text); ok && wanted == said {
			return big.NewRat(1, 1)
		}
		return new(big.Rat)
	}
	p.achievement, p.overall = share(next), share(last)
	by := next.By.Last()
	switch {
	case by.IsZero() || v.day.IsZero():
		return RuleNoDates
	case v.day.Compare(by) < 0:
		p.expected = new(big.Rat)
		return RuleNothingExpected
	}
	p.expected, p.health, p.Touch = big.NewRat(1, 1), p.achievement, by
	return ""
}

// answer reads yes or no.
func answer(text string) (yes, ok bool) {
	switch strings.ToLower(strings.TrimSpace(text)) {
	case "yes":
		return true, true
	case "no":
		return false, true
	}
	return false, false
}
