package strategy_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// even is a counted indicator of which 40 % is expected at the end of 2027: 730
// of 1825 days have gone by.
func even(id pillar.IndicatorID) pillar.Indicator {
	i := counted(id, "")
	i.Targets = []pillar.Target{{By: date("2030-12-30"), Value: ocs.Num(12)}}
	return i
}

// measuredStrategy has three objectives under two pillars and one outside them.
// At the end of 2027, with 40 % expected of each indicator: a is at 40 %, b at 20,
// c has no reading, d was met, and e is at 35 % (health 87.5).
func measuredStrategy() *strategy.Strategy {
	s := &strategy.Strategy{ID: "s", Objectives: []pillar.Objective{
		{ID: "one", Pillar: pillar.Pursue, Indicators: []pillar.Indicator{even("a"), even("b")}},
		{ID: "two", Pillar: pillar.Pursue, Indicators: []pillar.Indicator{even("c")}},
		{ID: "three", Pillar: pillar.Protect, Indicators: []pillar.Indicator{even("d")}},
		{ID: "outside", Horizontal: true, Indicators: []pillar.Indicator{even("e")}},
	}}
	r := strategy.Report{ID: "r"}
	for i, v := range map[pillar.IndicatorID]string{"a": "9", "b": "8", "d": "12", "e": "8.75"} {
		r.Readings = append(r.Readings, strategy.Reading{Indicator: i, Date: date("2027"), Value: dec(v)})
	}
	s.Reports = []strategy.Report{r}
	return s
}

func rollupLines(v strategy.Rollup) []string {
	show := func(l strategy.RollupLine) string {
		return fmt.Sprintf("%s %s %v %v, %d of %d missing (%v %%)", l.ID, l.Status, l.Achievement, l.Health, l.MissingData, l.Indicators, l.MissingShare)
	}
	list := []string{show(v.Strategy)}
	for _, l := range v.Pillars {
		list = append(list, show(l))
	}
	for _, l := range v.Objectives {
		list = append(list, show(l))
	}
	return list
}

func TestRollup(t *testing.T) {
	tests := []struct {
		name string
		o    *strategy.RollupOptions
		want []string
	}{
		{"mean, missing data left out", nil, []string{
			// By hand: pursue (30), protect (100), outside (35): 165/3 = 55; health (75 + 100 + 87.5)/3 = 87.5.
			"s behind 55 87.5, 1 of 5 missing (20 %)",
			"prevent no-data  , 0 of 0 missing ( %)",
			"pursue at-risk 30 75, 1 of 3 missing (33.33 %)",
			"protect achieved 100 100, 0 of 1 missing (0 %)",
			"promote no-data  , 0 of 0 missing ( %)",
			"one at-risk 30 75, 0 of 2 missing (0 %)",
			"two no-data  , 1 of 1 missing (100 %)",
			"three achieved 100 100, 0 of 1 missing (0 %)",
			"outside behind 35 87.5, 0 of 1 missing (0 %)",
		}},
		{"mean, missing data as zero", &strategy.RollupOptions{Missing: strategy.MissingAsZero}, []string{
			"s at-risk 50 75, 1 of 5 missing (20 %)", // (15 + 100 + 35)/3, (37.5 + 100 + 87.5)/3
			"prevent no-data  , 0 of 0 missing ( %)",
			"pursue at-risk 15 37.5, 1 of 3 missing (33.33 %)",
			"protect achieved 100 100, 0 of 1 missing (0 %)",
			"promote no-data  , 0 of 0 missing ( %)",
			"one at-risk 30 75, 0 of 2 missing (0 %)",
			"two at-risk 0 0, 1 of 1 missing (100 %)",
			"three achieved 100 100, 0 of 1 missing (0 %)",
			"outside behind 35 87.5, 0 of 1 missing (0 %)",
		}},
		{"mean, unknown if anything is missing", &strategy.RollupOptions{Missing: strategy.MissingUnknown}, []string{
			"s no-data  , 1 of 5 missing (20 %)",
			"prevent no-data  , 0 of 0 missing ( %)",
			"pursue no-data  , 1 of 3 missing (33.33 %)",
			"protect achieved 100 100, 0 of 1 missing (0 %)",
			"promote no-data  , 0 of 0 missing ( %)",
			"one at-risk 30 75, 0 of 2 missing (0 %)",
			"two no-data  , 1 of 1 missing (100 %)",
			"three achieved 100 100, 0 of 1 missing (0 %)",
			"outside behind 35 87.5, 0 of 1 missing (0 %)",
		}},
		{"worst", &strategy.RollupOptions{Method: strategy.RollupWorst}, []string{
			"s at-risk 20 50, 1 of 5 missing (20 %)",
			"prevent no-data  , 0 of 0 missing ( %)",
			"pursue at-risk 20 50, 1 of 3 missing (33.33 %)",
			"protect achieved 100 100, 0 of 1 missing (0 %)",
			"promote no-data  , 0 of 0 missing ( %)",
			"one at-risk 20 50, 0 of 2 missing (0 %)",
			"two no-data  , 1 of 1 missing (100 %)",
			"three achieved 100 100, 0 of 1 missing (0 %)",
			"outside behind 35 87.5, 0 of 1 missing (0 %)",
		}},
		{"weighted", &strategy.RollupOptions{Method: strategy.RollupWeighted, Weights: map[ocs.ID]ocs.Decimal{"a": dec("3"), "c": ocs.Num(0), "outside": dec("0.5")}}, []string{
			// one: (3·40 + 20)/4 = 35, health (3·100 + 50)/4 = 87.5; the whole: (35 + 100 + 17.5)/2.5 = 61, (87.5 + 100 + 43.75)/2.5 = 92.5
			"s behind 61 92.5, 0 of 4 missing (0 %)",
			"prevent no-data  , 0 of 0 missing ( %)",
			"pursue behind 35 87.5, 0 of 2 missing (0 %)",
			"protect achieved 100 100, 0 of 1 missing (0 %)",
			"promote no-data  , 0 of 0 missing ( %)",
			"one behind 35 87.5, 0 of 2 missing (0 %)",
			"two no-data  , 0 of 0 missing ( %)",
			"three achieved 100 100, 0 of 1 missing (0 %)",
			"outside behind 35 87.5, 0 of 1 missing (0 %)",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, rollupLines(strategy.NewIndex(measuredStrategy()).Rollup(date("2027"), tt.o))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// An indicator of which no reading is due yet doesn't speak for one that is
// wanting.
func TestRollupNotStartedBesideMissing(t *testing.T) {
	later := counted("later", "")
	later.Frequency = ocs.CadenceBiennially
	s := &strategy.Strategy{ID: "s", Objectives: objectives(counted("missing", ""), later)}
	for _, method := range []strategy.RollupMethod{strategy.RollupMean, strategy.RollupWorst} {
		l := strategy.NewIndex(s).Rollup(date("2026"), &strategy.RollupOptions{Method: method}).Strategy
		if l.Status != strategy.ProgressNoData || l.MissingData != 1 || l.Indicators != 2 {
			t.Errorf("%s: %+v", method, l)
		}
	}
}

// Parts of objectives enter their whole; circles end; a part under another
// pillar counts once in the strategy.
func TestRollupParts(t *testing.T) {
	s := measuredStrategy()
	s.Objectives[1].Parent = "one"
	s.Objectives[2].Parent = "one"
	s.Objectives[3].Parent = "outside"
	v := strategy.NewIndex(s).Rollup(date("2027"), nil)
	got := rollupLines(v)[:6]
	want := []string{
		"s behind 62.78 90.28, 1 of 5 missing (20 %)", // pursue, protect and outside: (53.33 + 100 + 35)/3; (83.33 + 100 + 87.5)/3
		"prevent no-data  , 0 of 0 missing ( %)",
		"pursue at-risk 53.33 83.33, 1 of 4 missing (25 %)", // the mean of 40, 20 and the 100 of three; 100, 50, 100
		"protect achieved 100 100, 0 of 1 missing (0 %)",
		"promote no-data  , 0 of 0 missing ( %)",
		"one at-risk 53.33 83.33, 1 of 4 missing (25 %)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The order in which a document lists things never changes the result.
func TestRollupOrderDoesNotMatter(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	build := func() *strategy.Strategy {
		s := &strategy.Strategy{ID: "s"}
		pillars := []pillar.ID{pillar.Prevent, pillar.Pursue, pillar.Protect, pillar.Promote, ""}
		r := strategy.Report{ID: "r"}
		for o := range 40 {
			ob := pillar.Objective{ID: pillar.ObjectiveID(fmt.Sprint("o-", o)), Pillar: pillars[rnd.IntN(5)]}
			if rnd.IntN(4) == 0 {
				ob.Parent = pillar.ObjectiveID(fmt.Sprint("o-", rnd.IntN(40)))
			}
			for i := range rnd.IntN(4) {
				in := counted(pillar.IndicatorID(fmt.Sprint("i-", o, "-", i)), "")
				in.Targets[0].Value = ocs.Num(int64(13 + rnd.IntN(90)))
				ob.Indicators = append(ob.Indicators, in)
				for range rnd.IntN(3) {
					r.Readings = append(r.Readings, strategy.Reading{Indicator: in.ID, Date: date(fmt.Sprint(2026 + rnd.IntN(2))), Value: ocs.Num(rnd.Int64N(90)),
						Area: []ocs.Area{"", "PK-PB"}[rnd.IntN(2)]})
				}
			}
			s.Objectives = append(s.Objectives, ob)
		}
		s.Reports = []strategy.Report{r}
		return s
	}
	byID := func(v strategy.Rollup) map[ocs.ID]strategy.RollupLine {
		m := map[ocs.ID]strategy.RollupLine{"the strategy": v.Strategy}
		for _, l := range append(v.Pillars, v.Objectives...) {
			m[l.ID] = l
		}
		return m
	}
	for range 20 {
		s := build()
		// Two readings of one date are told apart by their order, which is to stay.
		unique := map[string]bool{}
		var readings []strategy.Reading
		for _, r := range s.Reports[0].Readings {
			if k := fmt.Sprint(r.Indicator, r.Area, r.Date); !unique[k] {
				unique[k] = true
				readings = append(readings, r)
			}
		}
		s.Reports[0].Readings = readings
		for _, method := range []strategy.RollupMethod{strategy.RollupMean, strategy.RollupWeighted, strategy.RollupWorst} {
			o := &strategy.RollupOptions{Method: method, Weights: map[ocs.ID]ocs.Decimal{"o-1": dec("2.5"), "pursue": dec("3"), "i-2-0": dec("0.1")}}
			want := byID(strategy.NewIndex(s).Rollup(date("2027"), o))
			rnd.Shuffle(len(s.Objectives), func(a, b int) { s.Objectives[a], s.Objectives[b] = s.Objectives[b], s.Objectives[a] })
			for i := range s.Objectives {
				in := s.Objectives[i].Indicators
				rnd.Shuffle(len(in), func(a, b int) { in[a], in[b] = in[b], in[a] })
			}
			rnd.Shuffle(len(readings), func(a, b int) { readings[a], readings[b] = readings[b], readings[a] })
			if diff := cmp.Diff(want, byID(strategy.NewIndex(s).Rollup(date("2027"), o))); diff != "" {
				t.Fatalf("%s (-before +after):\n%s", method, diff)
			}
		}
	}
}
