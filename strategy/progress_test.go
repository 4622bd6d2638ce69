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

func objectives(indicators ...pillar.Indicator) []pillar.Objective {
	return []pillar.Objective{{ID: "o", Pillar: pillar.Pursue, Indicators: indicators}}
}

func dec(s string) ocs.Decimal {
	if s == "" {
		return ocs.Decimal{}
	}
	return ocs.MustDecimal(s)
}

// counted is an indicator that is read every year and is to rise from 7 at the
// end of 2025 to 12 at the end of 2030.
func counted(id pillar.IndicatorID, reading pillar.ReadingKind) pillar.Indicator {
	return pillar.Indicator{ID: id, Direction: pillar.Increase, Reading: reading, Frequency: ocs.CadenceAnnually,
		Baseline: pillar.Baseline{Value: ocs.Num(7), Date: date("2025")}, Targets: []pillar.Target{{By: date("2030"), Value: ocs.Num(12)}}}
}

func reading(on, value string) strategy.Reading {
	return strategy.Reading{Indicator: "i", Date: date(on), Value: dec(value)}
}

// progress judges one indicator from its readings.
func progress(i pillar.Indicator, asOf string, readings ...strategy.Reading) strategy.IndicatorProgress {
	s := &strategy.Strategy{ID: "s", Period: ocs.MustPeriod("2026/2030"), Objectives: objectives(i), Reports: []strategy.Report{{ID: "r", Readings: readings}}}
	return strategy.NewIndex(s).Progress(date(asOf), nil).Indicators[0]
}

// The figures of LogAlto's manual (help.logalto.com, article 84): from a
// baseline of 7 to a target of 12, an actual value of 9 is 40 %.
func TestProgressLogAlto(t *testing.T) {
	if p := progress(counted("i", pillar.LevelReading), "2027", reading("2027", "9")); p.Achievement != ocs.Num(40) {
		t.Errorf("achievement %v", p.Achievement)
	}
}

// OPSYS holds a reading against the first intermediate target after its date.
// By hand, with a baseline of 100 and targets of 150 by the end of 2027 and 300
// by the end of 2030:
//
//	a reading of 120 on 2026-12-31 is against 150: (120-100)/(150-100) = 40 %
//	one of 150 on 2027-12-31, the target's own day: (150-100)/(150-100) = 100 %
//	one of 200 on 2028-12-31 is against 300: (200-100)/(300-100) = 50 %
//	one of 270 after the last target is against it: (270-100)/(300-100) = 85 %
func TestProgressOPSYS(t *testing.T) {
	i := counted("i", pillar.LevelReading)
	i.Baseline.Value = ocs.Num(100)
	i.Targets = []pillar.Target{{By: date("2030"), Value: ocs.Num(300)}, {By: date("2027"), Value: ocs.Num(150)}}
	for _, tt := range []struct {
		on, value           string
		target, achievement int64
	}{{"2026", "120", 150, 40}, {"2027", "150", 150, 100}, {"2028", "200", 300, 50}, {"2031-02", "270", 300, 85}} {
		p := progress(i, "2031-06", reading(tt.on, tt.value))
		if p.Target.Value != ocs.Num(tt.target) || p.Achievement != ocs.Num(tt.achievement) {
			t.Errorf("%s on %s: %v %% of %v, want %d %% of %d", tt.value, tt.on, p.Achievement, p.Target.Value, tt.achievement, tt.target)
		}
	}
}

// Cascade's bands (support.cascade.app): of what was expected, 95 to 105 % is
// on track, 85 to 94 behind, below that at risk. The baseline is 0, the target
// one a day for ten years, so that after five of them 1826 are expected.
func TestProgressCascade(t *testing.T) {
	i := counted("i", pillar.LevelReading)
	i.Baseline = pillar.Baseline{Value: ocs.Num(0), Date: date("2020")}
	i.Targets = []pillar.Target{{By: date("2030"), Value: ocs.Num(3652)}}
	for _, tt := range []struct {
		value  string
		status strategy.ProgressStatus
		rule   string
	}{
		{"3653", strategy.ProgressExceeded, "last-target-exceeded"},
		{"3652", strategy.ProgressAchieved, "last-target-met"},
		{"1917.4", strategy.ProgressOnTrack, "ahead"}, // 105.005 %
		{"1917.3", strategy.ProgressOnTrack, "on-track"},
		{"1826", strategy.ProgressOnTrack, "on-track"},
		{"1734.7", strategy.ProgressOnTrack, "on-track"}, // 95 %
		{"1734.69999", strategy.ProgressBehind, "behind"},
		{"1552.1", strategy.ProgressBehind, "behind"}, // 85 %
		{"1552.09999", strategy.ProgressAtRisk, "at-risk"},
		{"0", strategy.ProgressAtRisk, "at-risk"},
		{"-5", strategy.ProgressAtRisk, "at-risk"},
	} {
		p := progress(i, "2025", reading("2025", tt.value))
		if p.Status != tt.status || p.Rule != tt.rule {
			t.Errorf("%s: %s by %s (health %v, expected %v), want %s by %s", tt.value, p.Status, p.Rule, p.Health, p.Expected, tt.status, tt.rule)
		}
	}
}

func TestProgressStatus(t *testing.T) {
	base := counted("i", pillar.LevelReading)
	with := func(change func(*pillar.Indicator)) pillar.Indicator {
		i := base
		change(&i)
		return i
	}
	decrease := with(func(i *pillar.Indicator) {
		i.Direction, i.Baseline.Value, i.Targets = pillar.Decrease, ocs.Num(100), []pillar.Target{{By: date("2030"), Value: ocs.Num(50)}}
	})
	keep := with(func(i *pillar.Indicator) {
		i.Direction, i.Targets = pillar.Maintain, []pillar.Target{{By: date("2030"), Value: ocs.Num(100), Comparator: pillar.AtLeast}}
	})
	flat := with(func(i *pillar.Indicator) { i.Targets = []pillar.Target{{By: date("2030"), Value: ocs.Num(7)}} })
	ceiling := with(func(i *pillar.Indicator) {
		i.Direction, i.Baseline.Value, i.Targets = "", ocs.Num(100), []pillar.Target{{By: date("2030"), Value: ocs.Num(120), Comparator: pillar.AtMost}}
	})
	exactly := with(func(i *pillar.Indicator) { i.Targets[0].Comparator = pillar.Exactly })
	exactly.Targets = []pillar.Target{{By: date("2030"), Value: ocs.Num(12), Comparator: pillar.Exactly}}
	yesNo := pillar.Indicator{ID: "i", Value: pillar.YesNo, Baseline: pillar.Baseline{Text: "no", Date: date("2025")}, Targets: []pillar.Target{{By: date("2027"), Text: "yes"}}}
	story := pillar.Indicator{ID: "i", Value: pillar.Narrative}
	say := func(on, text string) strategy.Reading {
		return strategy.Reading{Indicator: "i", Date: date(on), Text: text}
	}
	judged := func(r strategy.Reading, s strategy.ReadingStatus) strategy.Reading {
		r.Status, r.Note = s, "see the report"
		return r
	}

	tests := []struct {
		name        string
		i           pillar.Indicator
		asOf        string
		readings    []strategy.Reading
		status      strategy.ProgressStatus
		rule        string
		achievement string
	}{
		{"no reading is due yet", base, "2026-12-30", nil, strategy.ProgressNotStarted, strategy.RuleBeforeReading, ""},
		{"a reading is due and none came", base, "2026-12-31", nil, strategy.ProgressNoData, strategy.RuleNoReading, ""},
		{"a reading is not judged daily", base, "2027-11-30", []strategy.Reading{reading("2026", "8")}, strategy.ProgressOnTrack, "on-track", "20"},
		{"one reading is missing", base, "2027-12-31", []strategy.Reading{reading("2026", "8")}, strategy.ProgressOnTrack, "on-track", "20"},
		{"two readings are missing", base, "2028-12-31", []strategy.Reading{reading("2026", "8")}, strategy.ProgressNoData, strategy.RuleStale, "20"},
		{"between baseline and first touch point nothing is expected", base, "2026-06", []strategy.Reading{reading("2026-06", "7")}, strategy.ProgressOnTrack, strategy.RuleNothingExpected, "0"},
		{"but losing ground is at risk", base, "2026-06", []strategy.Reading{reading("2026-06", "6")}, strategy.ProgressAtRisk, "at-risk", "-20"},
		{"a reading of before the baseline doesn't count", base, "2026-12-31", []strategy.Reading{reading("2024", "9")}, strategy.ProgressNoData, strategy.RuleNoReading, ""},
		{"readings are due in the strategy's period only", with(func(i *pillar.Indicator) { i.Baseline.Date = date("2020") }), "2026-06", nil, strategy.ProgressNotStarted, strategy.RuleBeforeReading, ""},
		{"a decrease needs no case of its own", decrease, "2027", []strategy.Reading{reading("2027", "80")}, strategy.ProgressOnTrack, "on-track", "40"},
		{"a decrease reached", decrease, "2027", []strategy.Reading{reading("2027", "50")}, strategy.ProgressAchieved, "last-target-met", "100"},
		{"kept above the bound", keep, "2027", []strategy.Reading{reading("2027", "130")}, strategy.ProgressOnTrack, "on-track", "100"},
		{"near the bound", keep, "2027", []strategy.Reading{reading("2027", "90")}, strategy.ProgressBehind, "behind", "90"},
		{"kept until the end", keep, "2031", []strategy.Reading{reading("2030", "130")}, strategy.ProgressAchieved, "last-target-met", "100"},
		{"growth within a ceiling", ceiling, "2027", []strategy.Reading{reading("2027", "110")}, strategy.ProgressOnTrack, "on-track", "100"},
		{"target equals baseline, held", flat, "2027", []strategy.Reading{reading("2027", "7")}, strategy.ProgressAchieved, "last-target-met", ""},
		{"target equals baseline, lost", flat, "2027", []strategy.Reading{reading("2027", "6")}, strategy.ProgressUnjudged, strategy.RuleTargetIsBaseline, ""},
		{"beyond an exact target", exactly, "2030", []strategy.Reading{reading("2030", "14")}, strategy.ProgressAtRisk, "at-risk", "60"},
		{"no target", with(func(i *pillar.Indicator) { i.Targets = nil }), "2027", []strategy.Reading{reading("2027", "9")}, strategy.ProgressUnjudged, strategy.RuleNoTarget, ""},
		{"baseline pending", with(func(i *pillar.Indicator) { i.Baseline = pillar.Baseline{Pending: "survey"} }), "2027", []strategy.Reading{reading("2027", "9")}, strategy.ProgressUnjudged, strategy.RuleNoBaseline, ""},
		{"target without a date", with(func(i *pillar.Indicator) { i.Targets = []pillar.Target{{Value: ocs.Num(12)}} }), "2027", []strategy.Reading{reading("2027", "9")}, strategy.ProgressUnjudged, strategy.RuleNoDates, "40"},
		{"target without a date, reached", with(func(i *pillar.Indicator) { i.Targets = []pillar.Target{{Value: ocs.Num(12)}} }), "2027", []strategy.Reading{reading("2027", "12")}, strategy.ProgressAchieved, "last-target-met", "100"},
		{"judged by hand", base, "2027", []strategy.Reading{judged(reading("2027", "7"), strategy.ReadingOnTrack)}, strategy.ProgressOnTrack, strategy.RuleByHand, "0"},
		{"a later reading ends the judgement", base, "2028", []strategy.Reading{judged(reading("2026", "8"), strategy.ReadingAtRisk), reading("2028", "10")}, strategy.ProgressOnTrack, "on-track", "60"},
		{"yes", yesNo, "2026", []strategy.Reading{say("2026", "Yes")}, strategy.ProgressAchieved, "last-target-met", "100"},
		{"not yet", yesNo, "2026", []strategy.Reading{say("2026", "no")}, strategy.ProgressOnTrack, strategy.RuleNothingExpected, "0"},
		{"still no", yesNo, "2028", []strategy.Reading{say("2027", "no")}, strategy.ProgressAtRisk, "at-risk", "0"},
		{"neither yes nor no", yesNo, "2026", []strategy.Reading{say("2026", "partly")}, strategy.ProgressUnjudged, strategy.RuleNotComputable, ""},
		{"a story", story, "2026", []strategy.Reading{say("2026", "Courts now…")}, strategy.ProgressUnjudged, strategy.RuleNotComputable, ""},
		{"a story that was judged", story, "2026", []strategy.Reading{judged(say("2026", "Courts now…"), strategy.ReadingBehind)}, strategy.ProgressBehind, strategy.RuleByHand, ""},
		{"text where a number is wanted", base, "2027", []strategy.Reading{say("2027", "9")}, strategy.ProgressUnjudged, strategy.RuleNotComputable, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := progress(tt.i, tt.asOf, tt.readings...)
			if p.Status != tt.status || p.Rule != tt.rule || !p.Achievement.Equal(dec(tt.achievement)) {
				t.Errorf("%s by %s, %v %%, want %s by %s, %s %% (health %v, expected %v, missing %d)", p.Status, p.Rule, p.Achievement, tt.status, tt.rule, tt.achievement,
					p.Health, p.Expected, p.Missing)
			}
			if !p.Status.Known() {
				t.Errorf("unknown status %q", p.Status)
			}
		})
	}
}

// What is expected runs through the intermediate targets: half a year before
// 100 is due, with 20 due a year before that, it is 60, halfway of the last step.
func TestProgressExpectedRunsThroughTargets(t *testing.T) {
	i := counted("i", pillar.LevelReading)
	i.Frequency = ""
	i.Baseline = pillar.Baseline{Value: ocs.Num(0), Date: date("2025-12-31")}
	i.Targets = []pillar.Target{{By: date("2028-12-31"), Value: ocs.Num(20)}, {By: date("2029-01-10"), Value: ocs.Num(100)}}
	if p := progress(i, "2029-01-05", reading("2029-01-05", "60")); p.Expected != ocs.Num(60) || p.Health != ocs.Num(100) {
		t.Errorf("expected %v, health %v", p.Expected, p.Health)
	}
}

// One history, written down in three ways, gives the same progress.
func TestProgressSameHistorySameProgress(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var level, increment []strategy.Reading
		total := int64(7)
		for year := 2026; year < 2026+rnd.IntN(5); year++ {
			step := rnd.Int64N(3)
			total += step
			level = append(level, reading(fmt.Sprint(year), fmt.Sprint(total)))
			increment = append(increment, reading(fmt.Sprint(year), fmt.Sprint(step)))
		}
		rnd.Shuffle(len(level), func(a, b int) { level[a], level[b] = level[b], level[a] })
		rnd.Shuffle(len(increment), func(a, b int) { increment[a], increment[b] = increment[b], increment[a] })
		want := progress(counted("i", pillar.LevelReading), "2029", level...)
		for kind, readings := range map[pillar.ReadingKind][]strategy.Reading{pillar.Cumulative: level, pillar.Increment: increment} {
			got := progress(counted("i", kind), "2029", readings...)
			if want.Rule == strategy.RuleStale { // a total that was reached stays reached, a level need not
				continue
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s (-level +got):\n%s", kind, diff)
			}
		}
	}
}

func TestProgressAreas(t *testing.T) {
	area := func(a ocs.Area, on, value string) strategy.Reading {
		r := reading(on, value)
		r.Area = a
		return r
	}
	increment, total := counted("i", pillar.Increment), counted("i", pillar.Cumulative)
	percent := counted("i", pillar.Cumulative)
	percent.Unit = "%"
	tests := []struct {
		name     string
		i        pillar.Indicator
		readings []strategy.Reading
		current  string
		rule     string
	}{
		{"levels stay apart", counted("i", pillar.LevelReading), []strategy.Reading{area("PK-PB", "2026", "5"), area("PK-SD", "2026", "4")}, "", strategy.RuleAreasApart},
		{"shares stay apart", percent, []strategy.Reading{area("PK-PB", "2026", "5"), area("PK-SD", "2026", "4")}, "", strategy.RuleAreasApart},
		{"increments add up", increment, []strategy.Reading{area("PK-PB", "2026", "0.5"), area("PK-SD", "2026", "0.25"), area("PK-PB", "2027", "1")}, "8.75", "behind"},
		{"increments of the whole outrank those of areas on a day", increment, []strategy.Reading{area("PK-PB", "2026", "0.5"), reading("2026", "1"), area("PK-PB", "2027", "1")}, "9", "on-track"},
		{"the latest totals add up", total, []strategy.Reading{area("PK-PB", "2026", "5"), area("PK-SD", "2026", "1"), area("PK-PB", "2027", "8")}, "9", "on-track"},
		{"a later total of the whole outranks those of areas", total, []strategy.Reading{area("PK-PB", "2026", "5"), reading("2027", "9")}, "9", "on-track"},
		{"an area within another isn't counted again", total, []strategy.Reading{area("PK", "2027", "9"), area("PK-PB", "2027", "5")}, "9", "on-track"},
		{"a sum that doesn't fit is unknown", increment, []strategy.Reading{area("PK-PB", "2026", "9223372036854775807"), area("PK-SD", "2026", "1")}, "", strategy.RuleOverflow},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := progress(tt.i, "2027", tt.readings...)
			if !p.Current.Equal(dec(tt.current)) || p.Rule != tt.rule {
				t.Errorf("current %v by %s, want %s by %s", p.Current, p.Rule, tt.current, tt.rule)
			}
			if len(p.Areas) == 0 {
				t.Errorf("areas aren't shown")
			}
		})
	}
}

func TestProgressPartsAreHeldAgainstTotal(t *testing.T) {
	by := func(by pillar.Disaggregation, values ...string) (parts []strategy.Part) {
		for _, v := range values {
			parts = append(parts, strategy.Part{By: by, Group: "group", Value: dec(v)})
		}
		return parts
	}
	percent := counted("i", pillar.LevelReading)
	percent.Unit = "%"
	tests := []struct {
		name  string
		i     pillar.Indicator
		parts []strategy.Part
		notes int
	}{
		{"none", counted("i", ""), nil, 0},
		{"they add up, each way", counted("i", ""), append(by("sex", "4.5", "4.5"), by("age", "2", "7")...), 0},
		{"one way doesn't", counted("i", ""), append(by("sex", "4.5", "4"), by("age", "2", "7")...), 1},
		{"too large a sum", counted("i", ""), by("sex", "9223372036854775807", "9"), 1},
		{"shares don't add up anyway", percent, by("sex", "4.5", "4"), 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := reading("2027", "9")
			r.Parts = tt.parts
			if p := progress(tt.i, "2027", r); len(p.Notes) != tt.notes {
				t.Errorf("notes %q, want %d", p.Notes, tt.notes)
			}
		})
	}
}

func TestProgressOwnPolicy(t *testing.T) {
	s := &strategy.Strategy{ID: "s", Objectives: objectives(counted("i", "")), Reports: []strategy.Report{{Readings: []strategy.Reading{reading("2027", "9")}}}}
	o := &strategy.ProgressOptions{Policy: strategy.StatusPolicy{
		{Code: "far", Status: "green", Measure: strategy.MeasureAchievement, AtLeast: ocs.Num(50)},
		{Code: "under-way", Status: "amber", Measure: strategy.MeasureAchievement, Above: ocs.Num(0)},
	}}
	v := strategy.NewIndex(s).Progress(date("2027"), o)
	if p := v.Indicators[0]; p.Status != "amber" || p.Rule != "under-way" {
		t.Errorf("%s by %s", p.Status, p.Rule)
	}
	if diff := cmp.Diff([]strategy.ProgressCount{{Status: "amber", Count: 1}}, v.Counts); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
