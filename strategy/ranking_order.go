package strategy

import (
	"cmp"
	"math/big"
	"slices"
	"sort"
	"strconv"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
)

const (
	maxSwaps   = 1_000     // pairs that are listed
	maxCompare = 1_000_000 // pairs that are looked at
)

// rank gives the ranks to values in order.
func (r *Ranking) rank(values []rankedValue) {
	for i := range values {
		v := &values[i]
		v.Rank = i + 1
		if i > 0 && v.value.Cmp(values[i-1].value) == 0 {
			v.Rank, v.Tied, values[i-1].Tied = values[i-1].Rank, true, true
		}
	}
	least := 0 // the lowest rank of a priority
	for i := range values {
		if values[i].Priority {
			least = values[i].Rank
		}
	}
	for i := range values {
		if v := &values[i]; !v.Priority && v.Rank < least {
			r.Outranking = append(r.Outranking, v.Threat)
		}
	}
}

// sensitivity works out which ranks each threat may take and which pairs may
// swap, and puts the threats into the ranking.
func (r *Ranking) sensitivity(values []rankedValue) {
	n := len(values)
	lows, highs := make([]*big.Rat, n), make([]*big.Rat, n)
	widest := new(big.Rat)
	for i := range values {
		lows[i], highs[i] = values[i].low, values[i].high
		if w := rational(values[i].Band); w.Cmp(widest) > 0 {
			widest = w
		}
	}
	slices.SortFunc(lows, (*big.Rat).Cmp)
	slices.SortFunc(highs, (*big.Rat).Cmp)
	for i := range values {
		v := &values[i]
		v.Best = 1 + n - sort.Search(n, func(k int) bool { return lows[k].Cmp(v.high) > 0 })
		v.Worst = n - sort.Search(n, func(k int) bool { return highs[k].Cmp(v.low) >= 0 })
		r.Ranked = append(r.Ranked, v.RankedThreat)
	}
	looked := 0
	for i := range values {
		reach := new(big.Rat).Sub(values[i].low, widest) // at or below it no other band reaches up to this one
		for j := i + 1; j < n; j++ {
			if looked++; looked > maxCompare || len(r.Swaps) == maxSwaps {
				r.SwapsCut = true
				return
			}
			if values[j].value.Cmp(reach) <= 0 {
				break
			}
			if values[i].Rank != values[j].Rank && values[i].low.Cmp(values[j].high) < 0 {
				r.Swaps = append(r.Swaps, Swap{values[i].Threat, values[j].Threat})
			}
		}
	}
}

// mean works out the mean score.
func (r *Ranking) mean() {
	total := new(big.Rat)
	var scale threat.Scale
	for i := range r.Ranked {
		v := &r.Ranked[i]
		if i == 0 {
			scale = v.Scale
		}
		if !v.Scale.Min.Equal(scale.Min) || !v.Scale.Max.Equal(scale.Max) || v.Scale.Worse != scale.Worse {
			r.Notes = append(r.Notes, "the assessments are not all on one scale: they are compared by their place on their own")
			return
		}
		if v.Score.IsZero() {
			return
		}
		total.Add(total, rational(v.Score))
	}
	if n := len(r.Ranked); n > 0 {
		r.Mean, _ = ocs.ParseDecimal(total.Quo(total, big.NewRat(int64(n), 1)).FloatString(2))
	}
}

// Table gives the ranked threats, then those that couldn't be ranked, which
// have no rank.
func (r Ranking) Table() Table {
	t := Table{Title: "Threats by " + cmp.Or(r.Method, "assessment"), Columns: []string{"rank", "tied", "threat", "name", "priority", "score", "value", "confidence", "band",
		"best rank", "worst rank", "date", "remark"}}
	for _, v := range r.Ranked {
		remark := ""
		if len(v.Missing) > 0 {
			remark = "without " + listCell(v.Missing)
		}
		t.Rows = append(t.Rows, []string{strconv.Itoa(v.Rank), yesCell(v.Tied), string(v.Threat), v.Name, yesCell(v.Priority), v.Score.String(), v.Value.String(),
			v.Confidence.Code, v.Band.String(), strconv.Itoa(v.Best), strconv.Itoa(v.Worst), v.Date.String(), remark})
	}
	for _, u := range r.Unranked {
		t.Rows = append(t.Rows, []string{"", "", string(u.Threat), u.Name, "", "", "", "", "", "", "", "", string(u.Reason)})
	}
	return t
}

// SwapsTable gives the pairs whose order the confidence doesn't bear out.
func (r Ranking) SwapsTable() Table {
	t := Table{Title: "Pairs that may stand the other way round", Columns: []string{"above", "below"}}
	for _, s := range r.Swaps {
		t.Rows = append(t.Rows, []string{string(s.Above), string(s.Below)})
	}
	return t
}
