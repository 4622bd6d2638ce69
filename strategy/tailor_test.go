package strategy_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// national is a strategy of which provinces make their own.
func national() *strategy.Strategy {
	return &strategy.Strategy{
		Schema: strategy.Schema, ID: "n", Version: "2", Title: "National strategy", Vision: "Safety", Stage: ocs.StageAdopted,
		Jurisdiction: strategy.Jurisdiction{Name: "Zeta", Countries: []ocs.Country{"PK"}},
		Adoption:     strategy.Adoption{Body: "cabinet"}, Relations: []strategy.Relation{{Kind: strategy.Related, Title: "Other"}},
		Threats: []threat.Threat{{ID: "t-arms", Name: "Arms", Cites: []ocs.Cite{{Source: "src-1"}}}, {ID: "t-drugs", Name: "Drugs"}},
		Actors: []actor.Actor{
			{ID: "cabinet", Name: "Cabinet"}, {ID: "moi", Name: "Ministry"},
			{ID: "police-pb", Name: "Police", Parent: "moi"},
			{ID: "board", Name: "Board", Body: actor.Body{Chair: "moi", Oversees: []ocs.ID{"n", "p-2", "p-1"}}},
		},
		Objectives: []pillar.Objective{
			{ID: "o-1", Pillar: pillar.Pursue, Title: "Fewer arms", Threats: []threat.ID{"t-arms"}, Indicators: []pillar.Indicator{{ID: "i-1", Name: "Seizures"}}},
			{ID: "o-2", Pillar: pillar.Protect, Title: "Help", Threats: []threat.ID{"t-drugs"}},
		},
		Plans: []strategy.Plan{
			{ID: "p-1", Title: "Plan", Owner: "moi", Total: ocs.MustMoney("PKR 10"), Commitments: []strategy.Commitment{
				{ID: "c-1", Title: "Search", Objectives: []pillar.ObjectiveID{"o-1"}, Lead: "police-pb", Areas: []ocs.Area{"PK-PB", "PK-SD"}, Deadline: ocs.MustDeadline("m-2+6m"),
					Costs: []strategy.Cost{{Note: "four"}}},
				{ID: "c-2", Title: "Train", Objectives: []pillar.ObjectiveID{"o-1"}, Lead: "moi", Milestones: []strategy.Milestone{{ID: "m-2", Title: "Course"}}},
				{ID: "c-3", Title: "Heal", Objectives: []pillar.ObjectiveID{"o-2"}, Lead: "moi", Areas: []ocs.Area{"PK-SD"}},
			}, Budget: []strategy.BudgetLine{{ID: "b-1", Commitments: []strategy.CommitmentID{"c-1", "c-2"}}, {ID: "b-2", Commitments: []strategy.CommitmentID{"c-1", "c-3"}}}},
			{ID: "p-2", Title: "Old plan", Supersedes: []strategy.PlanID{"p-1"}},
		},
		Risks:   []strategy.Risk{{ID: "r-1", Affects: []ocs.ID{"c-1", "p-2"}}},
		Sources: []ocs.Source{{ID: "src-1", Title: "Report"}, {ID: "src-2", Title: "Book"}},
		Waivers: []strategy.Waiver{{Rule: "lead-missing", Element: "c-3"}},
	}
}

func TestTailor(t *testing.T) {
	n := national()
	got, findings := strategy.Tailor(n, &strategy.Tailoring{
		Strategy: "n", Version: "2",
		Select: strategy.Selection{Areas: []ocs.Area{"PK-PB"}, Elements: []ocs.ID{"r-1", "board"}},
		Set: strategy.Strategy{ID: "pb", Title: "Provincial strategy", Jurisdiction: strategy.Jurisdiction{Name: "Punjab"},
			Plans: []strategy.Plan{{ID: "p-1", Owner: "police-pb", Commitments: []strategy.Commitment{{ID: "c-1", Title: "Search vehicles"}}}}},
		Was: strategy.Strategy{Plans: []strategy.Plan{{ID: "p-1", Commitments: []strategy.Commitment{{ID: "c-1", Title: "Search"}}}}},
		Add: strategy.Strategy{Plans: []strategy.Plan{{ID: "p-own", Commitments: []strategy.Commitment{{ID: "c-own", Lead: "police-pb"}}}}},
	})
	if diff := cmp.Diff(ocs.Findings(nil), findings); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(national(), n); diff != "" {
		t.Errorf("the national strategy was changed (-want +got):\n%s", diff)
	}

	want := *national()
	want.ID, want.Version, want.Title, want.Adoption, want.Waivers = "pb", "", "Provincial strategy", strategy.Adoption{}, nil
	want.Jurisdiction = strategy.Jurisdiction{Name: "Punjab"}
	want.Relations = []strategy.Relation{{Kind: strategy.Implements, Strategy: "n", Title: "National strategy"}}
	want.Threats = want.Threats[:1]
	want.Actors = want.Actors[1:] // the board and the police refer to the ministry, nobody to the cabinet
	want.Actors[2].Body.Oversees = []ocs.ID{"p-1"}
	want.Objectives = want.Objectives[:1]
	want.Plans[0].Commitments = want.Plans[0].Commitments[:2] // a deadline counts from a milestone of the second
	want.Plans[0].Commitments[0].Title, want.Plans[0].Commitments[0].Areas = "Search vehicles", []ocs.Area{"PK-PB"}
	want.Plans[0].Owner, want.Plans[0].Total, want.Plans[0].Budget = "police-pb", ocs.Money{}, want.Plans[0].Budget[:1]
	want.Plans[1] = strategy.Plan{ID: "p-own", Commitments: []strategy.Commitment{{ID: "c-own", Lead: "police-pb"}}}
	want.Risks[0].Affects = []ocs.ID{"c-1"}
	want.Sources = want.Sources[:1]
	want.Origins = []strategy.Origin{
		{Element: "t-arms"}, {Element: "moi"}, {Element: "police-pb"}, {Element: "board", Fields: []string{"body/oversees"}}, {Element: "o-1"}, {Element: "i-1"},
		{Element: "p-1", Fields: []string{"budget", "commitments", "owner", "total"}}, {Element: "c-1", Fields: []string{"areas", "title"}},
		{Element: "c-2"}, {Element: "m-2"}, {Element: "b-1"}, {Element: "r-1", Fields: []string{"affects"}}, {Element: "src-1"},
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("derived strategy (-want +got):\n%s", diff)
	}
}

// TestTailorSelects looks at what each criterion takes.
func TestTailorSelects(t *testing.T) {
	tests := []struct {
		name string
		sel  strategy.Selection
		want []ocs.ID
	}{
		{"nothing", strategy.Selection{}, nil},
		{"element", strategy.Selection{Elements: []ocs.ID{"o-2"}}, []ocs.ID{"t-drugs", "o-2"}},
		{"part of an element", strategy.Selection{Elements: []ocs.ID{"m-2"}}, []ocs.ID{"t-arms", "moi", "o-1", "i-1", "p-1", "c-2", "m-2", "src-1"}},
		{"plan", strategy.Selection{Elements: []ocs.ID{"p-1"}}, []ocs.ID{"t-arms", "t-drugs", "moi", "police-pb", "o-1", "i-1", "o-2", "p-1", "c-1", "c-2", "m-2", "c-3", "b-1", "b-2", "src-1"}},
		{"area", strategy.Selection{Areas: []ocs.Area{"PK-PB"}}, []ocs.ID{"t-arms", "moi", "police-pb", "o-1", "i-1", "p-1", "c-1", "c-2", "m-2", "b-1", "src-1"}},
		{"country", strategy.Selection{Areas: []ocs.Area{"PK"}}, []ocs.ID{"t-arms", "t-drugs", "moi", "police-pb", "o-1", "i-1", "o-2", "p-1", "c-1", "c-2", "m-2", "c-3", "b-1", "b-2", "src-1"}},
		{"actor", strategy.Selection{Actors: []actor.ID{"police-pb"}}, []ocs.ID{"t-arms", "moi", "police-pb", "o-1", "i-1", "p-1", "c-1", "c-2", "m-2", "b-1", "src-1"}},
		{"pillar", strategy.Selection{Pillars: []pillar.ID{pillar.Protect}}, []ocs.ID{"t-drugs", "o-2"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s, findings := strategy.Tailor(national(), &strategy.Tailoring{Strategy: "n", Select: test.sel, Set: strategy.Strategy{ID: "pb"}})
			if diff := cmp.Diff([]place(nil), places(findings)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			var got []ocs.ID
			for _, o := range s.Origins {
				got = append(got, o.Element)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("taken (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTailorConflicts(t *testing.T) {
	plan := func(c strategy.Commitment) strategy.Strategy {
		return strategy.Strategy{ID: "pb", Plans: []strategy.Plan{{ID: "p-1", Commitments: []strategy.Commitment{c}}}}
	}
	was := func(c strategy.Commitment) strategy.Strategy { return strategy.Strategy{Plans: plan(c).Plans} }
	pb := strategy.Strategy{ID: "pb"}
	punjab := strategy.Selection{Areas: []ocs.Area{"PK-PB"}}
	tests := []struct {
		name string
		t    strategy.Tailoring
		want []place
	}{
		{"of another strategy", strategy.Tailoring{Strategy: "m", Set: pb}, []place{{strategy.TailoringStrategy, "/strategy"}}},
		{"without an identifier", strategy.Tailoring{Strategy: "n"}, []place{{strategy.TailoringStrategy, "/set/id"}}},
		{"with the national identifier", strategy.Tailoring{Strategy: "n", Set: strategy.Strategy{ID: "n"}}, []place{{strategy.TailoringStrategy, "/set/id"}}},
		{"of an earlier version", strategy.Tailoring{Strategy: "n", Version: "1", Set: pb}, []place{{strategy.TailoringVersion, "/version"}}},
		{"unknown selections", strategy.Tailoring{Strategy: "n", Set: pb, Select: strategy.Selection{Elements: []ocs.ID{"x", "n"}, Actors: []actor.ID{"o-1"}, Pillars: []pillar.ID{"x", "prevent"}}},
			[]place{{strategy.TailoringUnknown, "/select/elements/0"}, {strategy.TailoringUnknown, "/select/elements/1"}, {strategy.TailoringUnknown, "/select/actors/0"}, {strategy.TailoringUnknown, "/select/pillars/0"}}},
		{"sets what isn't taken", strategy.Tailoring{Strategy: "n", Select: punjab, Set: plan(strategy.Commitment{ID: "c-3", Title: "X"})},
			[]place{{strategy.TailoringUnselected, "/set/plans/0/commitments/0/id"}}},
		{"sets what there isn't", strategy.Tailoring{Strategy: "n", Select: punjab, Set: plan(strategy.Commitment{ID: "c-9", Title: "X"})},
			[]place{{strategy.TailoringUnknown, "/set/plans/0/commitments/0/id"}}},
		{"sets it elsewhere", strategy.Tailoring{Strategy: "n", Select: punjab, Set: plan(strategy.Commitment{ID: "o-1", Title: "X"})},
			[]place{{strategy.TailoringUnknown, "/set/plans/0/commitments/0/id"}}},
		{"changed since", strategy.Tailoring{Strategy: "n", Select: punjab, Set: plan(strategy.Commitment{ID: "c-1", Title: "X", Areas: []ocs.Area{"PK-PB"}, Lead: "moi"}),
			Was: was(strategy.Commitment{ID: "c-1", Title: "Searches", Areas: []ocs.Area{"PK-PB"}, Lead: "police-pb"})},
			[]place{{strategy.TailoringChanged, "/set/plans/0/commitments/0/title"}, {strategy.TailoringChanged, "/set/plans/0/commitments/0/areas"}}},
		{"unchanged inside a list", strategy.Tailoring{Strategy: "n", Select: punjab, Set: plan(strategy.Commitment{ID: "c-1", Costs: []strategy.Cost{{Note: "five"}}}),
			Was: was(strategy.Commitment{ID: "c-1", Costs: []strategy.Cost{{Note: "four"}}})}, nil},
		{"changed inside a list", strategy.Tailoring{Strategy: "n", Select: punjab, Set: plan(strategy.Commitment{ID: "c-1", Costs: []strategy.Cost{{Note: "five"}}}),
			Was: was(strategy.Commitment{ID: "c-1", Costs: []strategy.Cost{{Note: "three"}}})},
			[]place{{strategy.TailoringChanged, "/set/plans/0/commitments/0/costs"}}},
		{"vision changed since", strategy.Tailoring{Strategy: "n", Set: strategy.Strategy{ID: "pb", Vision: "Ours"}, Was: strategy.Strategy{Vision: "Peace"}},
			[]place{{strategy.TailoringChanged, "/set/vision"}}},
		{"adds what is taken, or was left", strategy.Tailoring{Strategy: "n", Set: pb, Select: punjab,
			Add: strategy.Strategy{Threats: []threat.Threat{{ID: "t-arms"}, {ID: "t-drugs"}, {ID: "t-own"}}, Risks: []strategy.Risk{{ID: "t-own"}}}},
			[]place{{strategy.TailoringClash, "/add/threats/0/id"}, {strategy.TailoringClash, "/add/threats/1/id"}, {strategy.TailoringClash, "/add/risks/0/id"}}},
		{"adds more than elements", strategy.Tailoring{Strategy: "n", Set: pb, Add: strategy.Strategy{Schema: strategy.Schema, Title: "X",
			Framework: pillar.Framework{Pillars: []pillar.Pillar{{ID: "x"}}}, Threats: []threat.Threat{{ID: "t-own"}}}},
			[]place{{strategy.TailoringIgnored, "/add/title"}, {strategy.TailoringIgnored, "/add/framework"}}},
		{"sets origins", strategy.Tailoring{Strategy: "n", Set: strategy.Strategy{ID: "pb", Origins: []strategy.Origin{{Element: "o-1"}}}},
			[]place{{strategy.TailoringIgnored, "/set/origins"}}},
		{"refers to what was left", strategy.Tailoring{Strategy: "n", Select: punjab, Set: plan(strategy.Commitment{ID: "c-1", Objectives: []pillar.ObjectiveID{"o-2"}}),
			Add: strategy.Strategy{Risks: []strategy.Risk{{ID: "r-own", Owner: "cabinet", Affects: []ocs.ID{"c-1", "nowhere"}}}}},
			[]place{{strategy.TailoringUnselected, "/set/plans/0/commitments/0/objectives/0"}, {strategy.TailoringUnselected, "/add/risks/0/owner"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, got := strategy.Tailor(national(), &test.t)
			if diff := cmp.Diff(test.want, places(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	t.Run("of a derived strategy", func(t *testing.T) {
		n := national()
		n.Origins = []strategy.Origin{{Element: "o-1"}}
		s, got := strategy.Tailor(n, &strategy.Tailoring{Strategy: "n", Set: pb})
		if diff := cmp.Diff([]place{{strategy.TailoringStrategy, "/strategy"}}, places(got)); diff != "" || s.ID != "" {
			t.Errorf("strategy %q, findings (-want +got):\n%s", s.ID, diff)
		}
	})
}

// TestTailorResolves takes elements at random: what comes refers to nothing
// that was left behind, and is as it was where no field is said to differ.
func TestTailorResolves(t *testing.T) {
	for name, n := range documents(t) {
		t.Run(name, func(t *testing.T) {
			n.Origins = nil
			var ids []ocs.ID
			before := make(map[ocs.ID]any)
			each(n, func(v reflect.Value, id ocs.ID) {
				if ids = append(ids, id); v.Addr().Interface() != any(n) {
					before[id] = v.Interface()
				}
			})
			broken := len(places(strategy.Validate(n, nil).Findings, "unresolved-reference", "duplicate-id"))
			for seed := range uint64(8) {
				random := rand.New(rand.NewPCG(seed, 2))
				tailoring := &strategy.Tailoring{Strategy: n.ID, Set: strategy.Strategy{ID: "derived"}}
				for range seed {
					if id := ids[random.IntN(len(ids))]; before[id] != nil {
						tailoring.Select.Elements = append(tailoring.Select.Elements, id)
					}
				}
				s, findings := strategy.Tailor(n, tailoring)
				if got := places(findings, strategy.TailoringUnselected, strategy.TailoringClash, strategy.TailoringChanged); got != nil {
					t.Errorf("seed %d: %v", seed, got)
				}
				if got := places(strategy.Validate(&s, nil).Findings, "unresolved-reference", "duplicate-id"); len(got) > broken {
					t.Errorf("seed %d, %v: %v", seed, tailoring.Select.Elements, got)
				}
				fields := make(map[ocs.ID][]string)
				for _, o := range s.Origins {
					fields[o.Element] = o.Fields
				}
				each(&s, func(v reflect.Value, id ocs.ID) {
					if changed, taken := fields[id]; taken && changed == nil {
						if diff := cmp.Diff(before[id], v.Interface(), cmpopts.EquateEmpty()); diff != "" {
							t.Errorf("seed %d: %s is said to be as it was (-was +is):\n%s", seed, id, diff)
						}
					}
				})
			}
		})
	}
}

// each calls f for every element that has an identifier.
func each(s *strategy.Strategy, f func(v reflect.Value, id ocs.ID)) {
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			if id := v.FieldByName("ID"); id.IsValid() && id.Kind() == reflect.String && id.String() != "" && v.Type() != reflect.TypeFor[pillar.Framework]() {
				f(v, ocs.ID(id.String()))
			}
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() {
					walk(v.Field(i))
				}
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		}
	}
	walk(reflect.ValueOf(s).Elem())
}
