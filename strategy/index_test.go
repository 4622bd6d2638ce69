package strategy_test

import (
	"iter"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// ids collects the identifiers of what a sequence yields.
func ids[E any, T ~string](seq iter.Seq[*E], id func(*E) T) []string {
	var list []string
	for e := range seq {
		list = append(list, string(id(e)))
	}
	return list
}

func commitmentIDs(seq iter.Seq[*strategy.Commitment]) []string {
	return ids(seq, func(c *strategy.Commitment) strategy.CommitmentID { return c.ID })
}

func TestIndexFindsElementsByKind(t *testing.T) {
	s := small()
	s.Plans[0].Commitments[0].Milestones = []strategy.Milestone{{ID: "m-1"}}
	s.Plans[0].Commitments[1].Indicators = []pillar.Indicator{{ID: "i-2"}}
	s.Objectives[1].Indicators = []pillar.Indicator{{ID: "i-1"}}
	s.Groups = []threat.Group{{ID: "g-1"}}
	s.Risks = []strategy.Risk{{ID: "r-1"}}
	s.Safeguards = []strategy.Safeguard{{ID: "sg-1"}}
	s.Consultations = []strategy.Consultation{{ID: "con-1"}}
	s.Goals = []strategy.Goal{{ID: "sdg-16"}}
	s.Sources = []ocs.Source{{ID: "src-1"}}
	ix := strategy.NewIndex(&s)

	for name, same := range map[string]bool{
		"threat":       ix.Threat("laundering") == &s.Threats[1],
		"group":        ix.Group("g-1") == &s.Groups[0],
		"actor":        ix.Actor("fia") == &s.Actors[1],
		"pillar":       ix.Pillar("protect").Name == "Protect",
		"objective":    ix.Objective("assist") == &s.Objectives[1],
		"indicator":    ix.Indicator("i-1") == &s.Objectives[1].Indicators[0],
		"indicator 2":  ix.Indicator("i-2") == &s.Plans[0].Commitments[1].Indicators[0],
		"plan":         ix.Plan("federal") == &s.Plans[0],
		"commitment":   ix.Commitment("referral") == &s.Plans[0].Commitments[1],
		"milestone":    ix.Milestone("m-1") == &s.Plans[0].Commitments[0].Milestones[0],
		"risk":         ix.Risk("r-1") == &s.Risks[0],
		"safeguard":    ix.Safeguard("sg-1") == &s.Safeguards[0],
		"consultation": ix.Consultation("con-1") == &s.Consultations[0],
		"goal":         ix.Goal("sdg-16") == &s.Goals[0],
		"source":       ix.Source("src-1") == &s.Sources[0],
		"wrong kind":   ix.Actor("laundering") == nil,
		"absent":       ix.Threat("none") == nil,
		"empty":        ix.Commitment("") == nil,
		"plan of":      ix.PlanOf(&s.Plans[0].Commitments[1]) == &s.Plans[0],
		"foreign":      ix.PlanOf(&strategy.Commitment{ID: "referral"}) == nil,
	} {
		if !same {
			t.Errorf("%s: the index leads elsewhere", name)
		}
	}
	kinds := map[string]string{}
	for _, id := range []ocs.ID{"example", "fia", "m-1", "i-2", "src-1", "prevent", "none"} {
		kinds[string(id)] = ix.Kind(id)
	}
	want := map[string]string{"example": "strategy", "fia": "actor", "m-1": "milestone", "i-2": "indicator", "src-1": "source", "prevent": "pillar", "none": ""}
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Errorf("kinds (-want +got):\n%s", diff)
	}
}

func TestIndexRelations(t *testing.T) {
	s := small()
	s.Plans = append(s.Plans, strategy.Plan{ID: "second", Commitments: []strategy.Commitment{
		{ID: "later", Lead: "fia", Objectives: []pillar.ObjectiveID{"assist", "nowhere"}},
		{ID: "referral", Lead: "nobody", Objectives: []pillar.ObjectiveID{"assist"}}, // the identifier is taken
	}})
	s.Objectives = append(s.Objectives, pillar.Objective{ID: "stray", Pillar: "prepare", Threats: []threat.ID{"gone"}})
	ix := strategy.NewIndex(&s)

	partnered := func(a actor.ID) iter.Seq[*strategy.Commitment] {
		return func(yield func(*strategy.Commitment) bool) {
			for c, p := range ix.PartneredBy(a) {
				if p.Actor != a {
					t.Errorf("partner %q yielded for %q", p.Actor, a)
				}
				if !yield(c) {
					return
				}
			}
		}
	}
	objectiveID := func(o *pillar.Objective) pillar.ObjectiveID { return o.ID }
	got := map[string][]string{
		"under pursue":        ids(ix.ObjectivesUnder("pursue"), objectiveID),
		"under prevent":       ids(ix.ObjectivesUnder("prevent"), objectiveID),
		"under unknown":       ids(ix.ObjectivesUnder("prepare"), objectiveID),
		"against trafficking": ids(ix.ObjectivesAgainst("trafficking"), objectiveID),
		"for assist":          commitmentIDs(ix.CommitmentsFor("assist")),
		"for investigate":     commitmentIDs(ix.CommitmentsFor("investigate")),
		"answer trafficking":  commitmentIDs(ix.CommitmentsAgainst("trafficking")),
		"answer laundering":   commitmentIDs(ix.CommitmentsAgainst("laundering")),
		"led by fia":          commitmentIDs(ix.LedBy("fia")),
		"partnered by fia":    commitmentIDs(partnered("fia")),
		"all":                 commitmentIDs(ix.Commitments()),
		"unanswered":          ids(ix.Unanswered(), func(t *threat.Threat) threat.ID { return t.ID }),
	}
	want := map[string][]string{
		"under pursue":        {"investigate"},
		"under prevent":       nil,
		"under unknown":       nil,
		"against trafficking": {"investigate", "assist"},
		"for assist":          {"referral", "later", "referral"},
		"for investigate":     {"units", "referral"},
		"answer trafficking":  {"units", "referral", "later", "referral"},
		"answer laundering":   nil,
		"led by fia":          {"units", "later"},
		"partnered by fia":    {"referral"},
		"all":                 {"units", "referral", "later", "referral"},
		"unanswered":          {"laundering"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
	if p := ix.PlanOf(&s.Plans[1].Commitments[1]); p != &s.Plans[1] {
		t.Errorf("a commitment whose identifier is taken lost its plan: %v", p)
	}
}

func TestIndexInForce(t *testing.T) {
	s := strategy.Strategy{Plans: []strategy.Plan{
		{ID: "first"},
		{ID: "second", Supersedes: []strategy.PlanID{"first", "second"}},
		{ID: "ended", Ended: strategy.Ending{How: strategy.Completed}},
		{ID: "old", Stage: ocs.StageSuperseded},
	}}
	ix := strategy.NewIndex(&s)
	got := map[strategy.PlanID]bool{}
	for p := range ix.Plans() {
		got[p.ID] = ix.InForce(p)
	}
	want := map[strategy.PlanID]bool{"first": false, "second": true, "ended": false, "old": false}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("in force (-want +got):\n%s", diff)
	}
}

func TestIndexDue(t *testing.T) {
	s := strategy.Strategy{Adoption: strategy.Adoption{Date: ocs.MustDate("2026-01-31")}, Plans: []strategy.Plan{
		{ID: "p", Adoption: strategy.Adoption{Date: ocs.MustDate("2026-06-30")}, Commitments: []strategy.Commitment{
			{ID: "dated", Deadline: ocs.MustDeadline("2027-Q1")},
			{ID: "adopted", Deadline: ocs.MustDeadline("adoption+1m")},
			{ID: "relative", Deadline: ocs.MustDeadline("m-2+10d"), Milestones: []strategy.Milestone{
				{ID: "m-1", Due: ocs.MustDeadline("2026-12-01")},
				{ID: "m-2", Due: ocs.MustDeadline("m-1+1m")},
			}},
			{ID: "ring", Deadline: ocs.MustDeadline("m-3+1d"), Milestones: []strategy.Milestone{{ID: "m-3", Due: ocs.MustDeadline("m-3+1d")}}},
			{ID: "lost", Deadline: ocs.MustDeadline("m-9+1d")},
			{ID: "always", Deadline: ocs.MustDeadline("continuous")},
			{ID: "yearly", Deadline: ocs.MustDeadline("annually")},
			{ID: "none"},
		}},
		{ID: "q", Due: ocs.MustDeadline("adoption+90d"), Commitments: []strategy.Commitment{
			{ID: "by-strategy", Deadline: ocs.MustDeadline("adoption+1m")},
		}},
	}}
	ix := strategy.NewIndex(&s)
	got := map[strategy.CommitmentID]string{}
	for c := range ix.Commitments() {
		got[c.ID] = ix.Due(c).String()
	}
	want := map[strategy.CommitmentID]string{"dated": "2027-03-31", "adopted": "2026-07-30", "relative": "2027-01-11",
		"ring": "", "lost": "", "always": "", "yearly": "", "none": "", "by-strategy": "2026-02-28"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("due (-want +got):\n%s", diff)
	}
	if got := ix.DuePlan(&s.Plans[1]).String(); got != "2026-05-01" {
		t.Errorf("plan q is due on %s", got)
	}
}

func TestIndexFramework(t *testing.T) {
	own := pillar.Framework{ID: "ours", Pillars: []pillar.Pillar{{ID: "axis-1", MapsTo: []pillar.ID{pillar.Pursue, pillar.Promote}}, {ID: "axis-2", MapsTo: []pillar.ID{pillar.Pursue}}}}
	for name, tc := range map[string]struct {
		framework pillar.Framework
		objective pillar.Objective
		pillars   int
		serves    []pillar.ID
	}{
		"none named":  {pillar.Framework{}, pillar.Objective{Pillar: pillar.Protect}, 4, []pillar.ID{pillar.Protect}},
		"built in":    {pillar.Framework{ID: "scotland-4d"}, pillar.Objective{}, 4, nil},
		"own":         {own, pillar.Objective{Pillar: "axis-1", Also: []pillar.ID{"axis-2"}}, 2, []pillar.ID{pillar.Pursue, pillar.Promote}},
		"own mapping": {own, pillar.Objective{Pillar: "axis-1", MapsTo: []pillar.ID{pillar.Prevent}}, 2, []pillar.ID{pillar.Prevent}},
		"unknown":     {pillar.Framework{ID: "no-such"}, pillar.Objective{Pillar: "axis-1"}, 0, nil},
	} {
		t.Run(name, func(t *testing.T) {
			s := strategy.Strategy{Framework: tc.framework, Objectives: []pillar.Objective{tc.objective}}
			ix := strategy.NewIndex(&s)
			n := 0
			for range ix.Pillars() {
				n++
			}
			if n != tc.pillars {
				t.Errorf("%d pillars, want %d", n, tc.pillars)
			}
			if diff := cmp.Diff(tc.serves, ix.UNODCPillars(&s.Objectives[0])); diff != "" {
				t.Errorf("serves (-want +got):\n%s", diff)
			}
		})
	}
}
