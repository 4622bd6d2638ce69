package strategy_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// measured is the small strategy with something of all that can be weakened.
func measured() strategy.Strategy {
	s := small()
	o := &s.Objectives[0]
	o.Threats = []threat.ID{"trafficking", "laundering"}
	o.Indicators = []pillar.Indicator{
		{ID: "convictions", Name: "Convictions", Direction: pillar.Increase, Frequency: ocs.CadenceQuarterly,
			Targets: []pillar.Target{{By: ocs.MustDate("2028"), Value: ocs.Num(80)}, {By: ocs.MustDate("2030"), Value: ocs.Num(120)}}},
		{ID: "delay", Name: "Days to a charge", Direction: pillar.Decrease, Targets: []pillar.Target{{By: ocs.MustDate("2028"), Value: ocs.Num(45)}}},
	}
	c := &s.Plans[0].Commitments[0]
	c.Milestones = []strategy.Milestone{{ID: "m-1", Title: "First unit", Due: ocs.MustDeadline("2027-Q1")}}
	c.Safeguards = []strategy.SafeguardID{"review"}
	c.Areas = []ocs.Area{"PK-PB", "PK-SD"}
	c.Partners = []strategy.Partner{{Actor: "interior", Role: actor.Overseeing}}
	c.Funding = []strategy.Funding{{Source: strategy.StateBudget, Money: ocs.MustMoney("PKR 900"), Status: strategy.Committed}}
	s.Plans[0].Budget = []strategy.BudgetLine{{Title: "Units", Money: ocs.MustMoney("PKR 900")}}
	s.Plans = append(s.Plans, strategy.Plan{ID: "provincial", Title: "Provincial action plan", Owner: "interior"})
	s.Safeguards = []strategy.Safeguard{{ID: "review", Kind: strategy.HumanRights, Title: "Review of powers", Description: "Each use is reviewed."}}
	s.Evaluations = []strategy.Evaluation{{ID: "mid-term", Due: ocs.MustDeadline("2028"), Independent: true}}
	s.Reporting = []strategy.ReportingDuty{{By: "interior", To: []actor.ID{"fia"}, Cadence: ocs.CadenceAnnually, Public: true, Due: ocs.MustDate("2027")}}
	return s
}

func TestDiff(t *testing.T) {
	date, deadline := ocs.MustDate, ocs.MustDeadline
	for name, tc := range map[string]struct {
		edit func(*strategy.Strategy)
		want []string // operation, element, field, old place, new place, weakening
	}{
		"nothing":          {func(s *strategy.Strategy) { s.Groups = []threat.Group{} }, nil},
		"deadline later":   {func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Deadline = deadline("2028") }, []string{"changed units deadline /plans/0/commitments/0/deadline /plans/0/commitments/0/deadline deadline-later"}},
		"deadline earlier": {func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Deadline = deadline("2027-Q1") }, []string{"changed units deadline /plans/0/commitments/0/deadline /plans/0/commitments/0/deadline "}},
		"vaguer is later":  {func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Deadline = deadline("2027") }, []string{"changed units deadline /plans/0/commitments/0/deadline /plans/0/commitments/0/deadline deadline-later"}},
		"deadline dropped": {func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Deadline = ocs.Deadline{} }, []string{"changed units deadline /plans/0/commitments/0/deadline /plans/0/commitments/0/deadline deadline-later"}},
		"longer term":      {func(s *strategy.Strategy) { s.Plans[0].Commitments[1].Deadline = deadline("adoption+4m") }, []string{"changed referral deadline /plans/0/commitments/1/deadline /plans/0/commitments/1/deadline deadline-later"}},
		"another event":    {func(s *strategy.Strategy) { s.Plans[0].Commitments[1].Deadline = deadline("m-1+9y") }, []string{"changed referral deadline /plans/0/commitments/1/deadline /plans/0/commitments/1/deadline "}},
		"no end":           {func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Deadline = deadline("continuous") }, []string{"changed units deadline /plans/0/commitments/0/deadline /plans/0/commitments/0/deadline deadline-later"}},
		"target lowered":   {func(s *strategy.Strategy) { s.Objectives[0].Indicators[0].Targets[0].Value = ocs.Num(60) }, []string{"changed convictions targets/0/value /objectives/0/indicators/0/targets/0/value /objectives/0/indicators/0/targets/0/value target-lowered"}},
		"target raised":    {func(s *strategy.Strategy) { s.Objectives[0].Indicators[0].Targets[0].Value = ocs.Num(90) }, []string{"changed convictions targets/0/value /objectives/0/indicators/0/targets/0/value /objectives/0/indicators/0/targets/0/value "}},
		"more is less":     {func(s *strategy.Strategy) { s.Objectives[0].Indicators[1].Targets[0].Value = ocs.Num(60) }, []string{"changed delay targets/0/value /objectives/0/indicators/1/targets/0/value /objectives/0/indicators/1/targets/0/value target-lowered"}},
		"target later":     {func(s *strategy.Strategy) { s.Objectives[0].Indicators[1].Targets[0].By = date("2029") }, []string{"changed delay targets/0/by /objectives/0/indicators/1/targets/0/by /objectives/0/indicators/1/targets/0/by deadline-later"}},
		"target removed": {func(s *strategy.Strategy) {
			s.Objectives[0].Indicators[0].Targets = s.Objectives[0].Indicators[0].Targets[1:]
		}, []string{"removed convictions targets/0 /objectives/0/indicators/0/targets/0  target-lowered"}},
		"indicator removed": {func(s *strategy.Strategy) { s.Objectives[0].Indicators = s.Objectives[0].Indicators[1:] }, []string{"removed convictions  /objectives/0/indicators/0  indicator-removed"}},
		"rarer reading":     {func(s *strategy.Strategy) { s.Objectives[0].Indicators[0].Frequency = ocs.CadenceAnnually }, []string{"changed convictions frequency /objectives/0/indicators/0/frequency /objectives/0/indicators/0/frequency oversight-removed"}},
		"safeguard removed": {func(s *strategy.Strategy) { s.Safeguards = nil }, []string{"removed review  /safeguards/0  safeguard-removed"}},
		"safeguard dropped": {func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Safeguards = nil }, []string{"removed units safeguards/0 /plans/0/commitments/0/safeguards/0  safeguard-removed"}},
		"area dropped":      {func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Areas = []ocs.Area{"PK-SD"} }, []string{"removed units areas/0 /plans/0/commitments/0/areas/0  ambition-narrowed"}},
		"everywhere":        {func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Areas = nil }, []string{"removed units areas/0 /plans/0/commitments/0/areas/0  ", "removed units areas/1 /plans/0/commitments/0/areas/1  "}},
		"somewhere":         {func(s *strategy.Strategy) { s.Plans[0].Commitments[1].Areas = []ocs.Area{"PK-SD"} }, []string{"added referral areas/0  /plans/0/commitments/1/areas/0 ambition-narrowed"}},
		"overseer gone":     {func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Partners = nil }, []string{"removed units partners/0 /plans/0/commitments/0/partners/0  oversight-removed"}},
		"role changed":      {func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Partners[0].Role = actor.CoLead }, []string{"changed units partners/0/role /plans/0/commitments/0/partners/0/role /plans/0/commitments/0/partners/0/role oversight-removed"}},
		"less money":        {func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Funding[0].Money = ocs.MustMoney("PKR 700") }, []string{"changed units funding/0/money /plans/0/commitments/0/funding/0/money /plans/0/commitments/0/funding/0/money funding-cut"}},
		"less sure":         {func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Funding[0].Status = strategy.Requested }, []string{"changed units funding/0/status /plans/0/commitments/0/funding/0/status /plans/0/commitments/0/funding/0/status funding-cut"}},
		"other money":       {func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Funding[0].Money = ocs.MustMoney("USD 7") }, []string{"changed units funding/0/money /plans/0/commitments/0/funding/0/money /plans/0/commitments/0/funding/0/money "}},
		"line without ID":   {func(s *strategy.Strategy) { s.Plans[0].Budget[0].Money = ocs.MustMoney("PKR 700") }, []string{"changed federal budget/0/money /plans/0/budget/0/money /plans/0/budget/0/money funding-cut"}},
		"line gets ID":      {func(s *strategy.Strategy) { s.Plans[0].Budget[0].ID = "b-units" }, []string{"changed b-units id /plans/0/budget/0/id /plans/0/budget/0/id "}},
		"commitment gone":   {func(s *strategy.Strategy) { s.Plans[0].Commitments = s.Plans[0].Commitments[1:] }, []string{"removed units  /plans/0/commitments/0  commitment-removed"}},
		"plan gone":         {func(s *strategy.Strategy) { s.Plans = s.Plans[1:] }, []string{"removed federal  /plans/0  commitment-removed"}},
		"milestone gone":    {func(s *strategy.Strategy) { s.Plans[0].Commitments[0].Milestones = nil }, []string{"removed m-1  /plans/0/commitments/0/milestones/0  ambition-narrowed"}},
		"threat unanswered": {func(s *strategy.Strategy) { s.Objectives[0].Threats = s.Objectives[0].Threats[:1] }, []string{"removed investigate threats/1 /objectives/0/threats/1  ambition-narrowed"}},
		"no priority":       {func(s *strategy.Strategy) { s.Threats[0].Priority = false }, []string{"changed trafficking priority /threats/0/priority /threats/0/priority ambition-narrowed"}},
		"not independent":   {func(s *strategy.Strategy) { s.Evaluations[0].Independent = false }, []string{"changed mid-term independent /evaluations/0/independent /evaluations/0/independent oversight-removed"}},
		"duty gone":         {func(s *strategy.Strategy) { s.Reporting = nil }, []string{"removed example reporting/0 /reporting/0  oversight-removed"}},
		"duty not public":   {func(s *strategy.Strategy) { s.Reporting[0].Public = false }, []string{"changed example reporting/0/public /reporting/0/public /reporting/0/public oversight-removed"}},
		"to another plan": {func(s *strategy.Strategy) {
			c := s.Plans[0].Commitments
			c[0].Lead = "interior"
			s.Plans[0].Commitments, s.Plans[1].Commitments = c[1:], c[:1]
		}, []string{"moved units  /plans/0/commitments/0 /plans/1/commitments/0 ", "changed units lead /plans/0/commitments/0/lead /plans/1/commitments/0/lead "}},
		"to a new plan": {func(s *strategy.Strategy) {
			s.Plans = append(s.Plans, strategy.Plan{ID: "third", Title: "A third", Commitments: s.Plans[0].Commitments})
			s.Plans[0].Commitments = nil
		}, []string{"added third   /plans/2 ", "moved units  /plans/0/commitments/0 /plans/2/commitments/0 ", "moved referral  /plans/0/commitments/1 /plans/2/commitments/1 "}},
		"order": {func(s *strategy.Strategy) { slices.Reverse(s.Actors) }, []string{"moved fia  /actors/1 /actors/0 "}},
		"order of references": {func(s *strategy.Strategy) { slices.Reverse(s.Plans[0].Commitments[1].Objectives) },
			[]string{"moved referral objectives/0 /plans/0/commitments/1/objectives/1 /plans/0/commitments/1/objectives/0 "}},
		"extensions": {func(s *strategy.Strategy) { s.Extensions = ocs.Extensions{"a.example/x~y": json.RawMessage("1")} },
			[]string{"changed example extensions/a.example~1x~0y /extensions/a.example~1x~0y /extensions/a.example~1x~0y "}},
		"renamed by title": {func(s *strategy.Strategy) {
			s.Actors[1].ID, s.Actors[1].Acronym = "agency", "FIA"
			s.Plans[0].Commitments[0].Lead, s.Plans[0].Commitments[1].Partners[0].Actor, s.Reporting[0].To[0] = "agency", "agency", "agency"
		}, []string{"renamed agency id /actors/1/id /actors/1/id  same-title 3", "changed agency acronym /actors/1/acronym /actors/1/acronym ", "changed units lead /plans/0/commitments/0/lead /plans/0/commitments/0/lead  follows",
			"changed referral partners/0/actor /plans/0/commitments/1/partners/0/actor /plans/0/commitments/1/partners/0/actor  follows", "changed example reporting/0/to/0 /reporting/0/to/0 /reporting/0/to/0  follows"}},
		"renamed by content": {func(s *strategy.Strategy) { s.Evaluations[0].ID = "midway"; s.Safeguards[0].ID = "review-of-powers" },
			[]string{"renamed review-of-powers id /safeguards/0/id /safeguards/0/id  same-content 0", "removed mid-term  /evaluations/0  oversight-removed", "added midway   /evaluations/0 "}},
		"renamed by references": {func(s *strategy.Strategy) {
			s.Safeguards[0].ID, s.Safeguards[0].Title, s.Plans[0].Commitments[0].Safeguards[0] = "check", "Check of powers", "check"
		}, []string{"changed units safeguards/0 /plans/0/commitments/0/safeguards/0 /plans/0/commitments/0/safeguards/0  follows",
			"renamed check id /safeguards/0/id /safeguards/0/id  same-references 1", "changed check title /safeguards/0/title /safeguards/0/title "}},
		"another actor": {func(s *strategy.Strategy) { // takes everything over, and is not the same
			s.Actors[1] = actor.Actor{ID: "agency", Name: "New agency", Kind: actor.Regulator}
			s.Plans[0].Commitments[0].Lead, s.Plans[0].Commitments[1].Partners = "agency", nil
			s.Reporting[0].To[0] = "agency"
		}, []string{"removed fia  /actors/1  ", "added agency   /actors/1 ", "changed units lead /plans/0/commitments/0/lead /plans/0/commitments/0/lead ", "removed referral partners/0 /plans/0/commitments/1/partners/0  ",
			"removed example reporting/0/to/0 /reporting/0/to/0  oversight-removed", "added example reporting/0/to/0  /reporting/0/to/0 "}},
	} {
		t.Run(name, func(t *testing.T) {
			a, b := measured(), measured()
			tc.edit(&b)
			var got []string
			for _, e := range requireApplies(t, &a, &b).Edits {
				line := []string{string(e.Op), e.Element.ID, e.Field, string(e.Old), string(e.New), string(e.Weakens)}
				if e.Evidence != "" {
					line = append(line, e.Evidence, ocs.Num(int64(e.References)).String())
				}
				if e.Follows {
					line = append(line, "follows")
				}
				got = append(got, strings.Join(line, " "))
			}
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Errorf("edits (-want +got):\n%s", diff)
			}
		})
	}
}

// What is applied has to fit.
func TestApplyRefuses(t *testing.T) {
	for name, tc := range map[string]struct{ edit, other func(*strategy.Strategy) }{
		"another value":    {func(s *strategy.Strategy) { s.Title = "B" }, func(s *strategy.Strategy) { s.Title = "C" }},
		"shorter list":     {func(s *strategy.Strategy) { s.Threats[1].Name = "B" }, func(s *strategy.Strategy) { s.Threats = s.Threats[:1] }},
		"removed already":  {func(s *strategy.Strategy) { s.Threats = s.Threats[:1] }, func(s *strategy.Strategy) { s.Threats = s.Threats[:1] }},
		"removed, edited":  {func(s *strategy.Strategy) { s.Threats = s.Threats[:1] }, func(s *strategy.Strategy) { s.Threats[1].Name = "B" }},
		"moved, gone":      {func(s *strategy.Strategy) { slices.Reverse(s.Actors) }, func(s *strategy.Strategy) { s.Actors = nil }},
		"added far behind": {func(s *strategy.Strategy) { s.Threats = append(s.Threats, threat.Threat{ID: "x"}) }, func(s *strategy.Strategy) { s.Threats = nil }},
		"extensions":       {func(s *strategy.Strategy) { s.Extensions = ocs.Extensions{"a.b/c": json.RawMessage("1")} }, func(s *strategy.Strategy) { s.Extensions = ocs.Extensions{"a.b/c": json.RawMessage("2")} }},
	} {
		t.Run(name, func(t *testing.T) {
			a, b, c := measured(), measured(), measured()
			tc.edit(&b)
			tc.other(&c)
			if got, err := strategy.Diff(&a, &b).Apply(&c); err == nil {
				t.Errorf("no error, and %v", got.Title)
			}
		})
	}
}

// The result of Apply must not share lists with what it was made from.
func TestApplyShares(t *testing.T) {
	a, b := measured(), measured()
	b.Plans[1].Commitments = []strategy.Commitment{{ID: "new", Areas: []ocs.Area{"PK-PB"}}}
	got, err := strategy.Diff(&a, &b).Apply(&a)
	require.NoError(t, err)
	got.Plans[1].Commitments[0].Areas[0], got.Plans[0].Commitments[0].Areas[0], got.Threats[0].Victims[0] = "X", "X", "X"
	if want := measured(); text(t, &a) != text(t, &want) || b.Plans[1].Commitments[0].Areas[0] != "PK-PB" {
		t.Error("a change of the result changed what it was made from")
	}
}

// Free text is cut and control characters are hidden in every output.
func TestRevisionOutputIsSafe(t *testing.T) {
	a, b := small(), small()
	long := strings.Repeat("Names of informants must not be in a log. ", 9)
	b.Vision, b.Mission, b.Plans[0].Commitments[0].Title = long, "a\x1b[31m\u202Eb", long
	b.Risks = []strategy.Risk{{ID: "r", Description: long}}
	b.Extensions = ocs.Extensions{"a.example/x": json.RawMessage(`"` + long + `"`)}
	b.Plans[0].Commitments[1].Title = "<script>alert(1)</script> *x* [y](z)"
	r := strategy.Diff(&a, &b)
	for name, write := range map[string]func() (string, error){
		"text":     func() (string, error) { var w bytes.Buffer; err := r.WriteText(&w); return w.String(), err },
		"markdown": func() (string, error) { var w bytes.Buffer; err := r.WriteMarkdown(&w); return w.String(), err },
		"json":     func() (string, error) { var w bytes.Buffer; err := r.WriteJSON(&w); return w.String(), err },
	} {
		out, err := write()
		require.NoError(t, err)
		if strings.Contains(out, long[:100]) || strings.ContainsAny(out, "\x1b\u202e") {
			t.Errorf("%s repeats what it must not:\n%s", name, out)
		}
		if name == "markdown" && strings.Contains(out, "<script>") {
			t.Errorf("markdown is not escaped:\n%s", out)
		}
	}
}
