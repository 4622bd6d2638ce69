package strategy_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// TestResponses holds the rules about how threats are answered against cases
// that their fixtures, of one stage and one kind of strategy, don't hold.
func TestResponses(t *testing.T) {
	fraud := threat.Threat{ID: "fraud", Priority: true, Scope: threat.Transnational, Markets: []threat.Market{threat.Fraud}}
	laundering := threat.Threat{ID: "laundering", Markets: []threat.Market{threat.MoneyLaundering}}
	against := func(o pillar.Objective, threats ...threat.ID) pillar.Objective {
		if o.ID == "" {
			o.ID = "answer"
		}
		o.Threats = threats
		return o
	}
	pursue := pillar.Objective{Pillar: pillar.Pursue, Also: []pillar.ID{pillar.Prevent}}
	const fraudPath = "/threats/0"
	rules := []string{"cooperation-missing", "confiscation-missing", "threat-one-sided", "victims-unprotected", "trafficking-safeguards", "flow-scope"}
	missing := []place{{"confiscation-missing", fraudPath}, {"cooperation-missing", fraudPath}}
	tests := []struct {
		name string
		s    strategy.Strategy
		want []place
	}{
		{"nothing is done together or about proceeds", strategy.Strategy{
			Threats: []threat.Threat{fraud}, Objectives: []pillar.Objective{against(pursue, "fraud")}}, missing},
		{"an enabling objective does it for all threats", strategy.Strategy{
			Threats: []threat.Threat{fraud},
			Objectives: []pillar.Objective{against(pursue, "fraud"),
				{ID: "treaty", Pillar: pillar.Promote, Enabling: true, Articles: []ocs.Article{"untoc/13"}}}}, nil},
		{"so does a horizontal one", strategy.Strategy{
			Threats: []threat.Threat{fraud},
			Objectives: []pillar.Objective{against(pursue, "fraud"),
				{ID: "treaty", Horizontal: true, Articles: []ocs.Article{"untoc/13"}}}}, nil},
		{"proceeds are taken where laundering is answered, cooperation is not", strategy.Strategy{
			Threats: []threat.Threat{fraud, laundering},
			Objectives: []pillar.Objective{against(pursue, "fraud"),
				against(pillar.Objective{ID: "money", Pillar: pillar.Pursue, Articles: []ocs.Article{"untoc/13"}}, "laundering")}},
			[]place{{"cooperation-missing", fraudPath}}},
		{"a province leaves cooperation and borders to the State", strategy.Strategy{
			Level: ocs.LevelSubnational, Threats: []threat.Threat{fraud, {ID: "drugs", Scope: threat.National, Roles: []threat.FlowRole{threat.Transit}}},
			Objectives: []pillar.Objective{against(pursue, "fraud")}},
			[]place{{"confiscation-missing", fraudPath}}},
		{"so does a city", strategy.Strategy{
			Level: ocs.LevelLocal, Threats: []threat.Threat{fraud}, Objectives: []pillar.Objective{against(pursue, "fraud")}},
			[]place{{"confiscation-missing", fraudPath}}},
		{"a lead of another State is cooperation", strategy.Strategy{
			Threats: []threat.Threat{fraud}, Actors: []actor.Actor{{ID: "abroad", Kind: actor.LawEnforcement, Country: "GB"}},
			Jurisdiction: strategy.Jurisdiction{Countries: []ocs.Country{"PK"}}, Objectives: []pillar.Objective{against(pursue, "fraud")},
			Plans: []strategy.Plan{{ID: "p", Commitments: []strategy.Commitment{{ID: "c", Objectives: []pillar.ObjectiveID{"answer"}, Lead: "abroad"}}}}},
			[]place{{"confiscation-missing", fraudPath}}},
		{"a pillar that isn't mapped may be anything", strategy.Strategy{
			Framework:  pillar.Framework{ID: "own", Pillars: []pillar.Pillar{{ID: "axis"}}},
			Threats:    []threat.Threat{{ID: "fraud", Priority: true}},
			Objectives: []pillar.Objective{against(pillar.Objective{Pillar: "axis"}, "fraud")}}, nil},
		{"smuggling alone asks that migrants be spared", strategy.Strategy{
			Threats: []threat.Threat{{ID: "smuggling", Priority: true, Markets: []threat.Market{threat.SmugglingOfMigrants}}}},
			[]place{{"trafficking-safeguards", "/safeguards"}}},
		{"a lower priority that is answered asks for safeguards", strategy.Strategy{
			Threats:    []threat.Threat{{ID: "trafficking", Markets: []threat.Market{threat.TraffickingInPersons}}},
			Objectives: []pillar.Objective{against(pursue, "trafficking")},
			Safeguards: []strategy.Safeguard{{ID: "g", Kind: strategy.NonPunishment}}},
			[]place{{"trafficking-safeguards", "/safeguards"}}},
		{"plans of a superseded strategy still show what it did", strategy.Strategy{
			Stage: ocs.StageSuperseded, Threats: []threat.Threat{{ID: "fraud", Victims: []threat.Victim{threat.Women}}},
			Objectives: []pillar.Objective{against(pillar.Objective{Pillar: pillar.Protect}, "fraud")},
			Plans: []strategy.Plan{{ID: "p", Stage: ocs.StageSuperseded,
				Commitments: []strategy.Commitment{{ID: "c", Objectives: []pillar.ObjectiveID{"answer"}}}}}}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.s.Stage == "" {
				tt.s.Stage = ocs.StageAdopted
			}
			if diff := cmp.Diff(tt.want, places(strategy.Validate(&tt.s, nil).Findings, rules...)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// weighed is a strategy with so many commitments under prevent and pursue.
func weighed(f pillar.Framework, prevent, pursue int) strategy.Strategy {
	s := strategy.Strategy{Stage: ocs.StageAdopted, Framework: f, Objectives: []pillar.Objective{
		{ID: "o-prevent", Pillar: pillar.Prevent}, {ID: "o-pursue", Pillar: pillar.Pursue},
	}, Plans: []strategy.Plan{{ID: "p"}}}
	for n := range prevent + pursue {
		c := strategy.Commitment{ID: strategy.CommitmentID(fmt.Sprint("c", n)), Objectives: []pillar.ObjectiveID{"o-prevent"}}
		if n >= prevent {
			c.Objectives[0] = "o-pursue"
		}
		s.Plans[0].Commitments = append(s.Plans[0].Commitments, c)
	}
	return s
}

func TestPillarOverweight(t *testing.T) {
	two := pillar.Framework{ID: "two", Pillars: []pillar.Pillar{{ID: pillar.Prevent}, {ID: pillar.Pursue}}}
	heavy := []place{{"pillar-overweight", "/plans"}}
	tests := []struct {
		name            string
		framework       pillar.Framework
		prevent, pursue int
		share           int
		want            []place
	}{
		{"at the line", pillar.Framework{}, 4, 6, 0, nil},
		{"above the line", pillar.Framework{}, 39, 61, 0, heavy},
		{"another line", pillar.Framework{}, 39, 61, 61, nil},
		{"too few to weigh", pillar.Framework{}, 0, 9, 0, nil},
		{"just enough to weigh", pillar.Framework{}, 0, 10, 0, heavy},
		{"two pillars", two, 0, 10, 0, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := weighed(tt.framework, tt.prevent, tt.pursue)
			o := &strategy.Options{Thresholds: strategy.Thresholds{PillarShare: tt.share}}
			if diff := cmp.Diff(tt.want, places(strategy.Validate(&s, o).Findings, "pillar-overweight")); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestOutcomeMissingOfBuiltInPillars(t *testing.T) {
	s := strategy.Strategy{Stage: ocs.StageAdopted, Objectives: []pillar.Objective{
		{ID: "o", Pillar: pillar.Prevent, Indicators: []pillar.Indicator{{ID: "i", Kind: pillar.Output}}},
	}}
	if diff := cmp.Diff([]place{{"outcome-missing", "/objectives"}}, places(strategy.Validate(&s, nil).Findings, "outcome-missing")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestPartnershipsNarrow(t *testing.T) {
	four := []actor.Actor{{ID: "state", Kind: actor.Ministry}, {ID: "society", Kind: actor.CivilSociety}, {ID: "business", Kind: actor.PrivateSector},
		{ID: "abroad", Kind: actor.InternationalOrganisation}}
	narrow := []place{{"partnerships-narrow", "/objectives/0"}}
	made := func(o pillar.Objective, with ...actor.ID) strategy.Strategy {
		o.ID = "o"
		c := strategy.Commitment{ID: "c", Objectives: []pillar.ObjectiveID{"o"}}
		for _, id := range with {
			c.Partners = append(c.Partners, strategy.Partner{Actor: id})
		}
		return strategy.Strategy{Stage: ocs.StageAdopted, Jurisdiction: strategy.Jurisdiction{Countries: []ocs.Country{"PK"}},
			Actors: four, Objectives: []pillar.Objective{o}, Plans: []strategy.Plan{{ID: "p", Commitments: []strategy.Commitment{c}}}}
	}
	promote := pillar.Objective{Pillar: pillar.Promote}
	regional := made(promote, "state", "society", "business")
	regional.Jurisdiction.Countries = []ocs.Country{"BJ", "TG"}
	tests := []struct {
		name string
		s    strategy.Strategy
		want []place
	}{
		{"all sides", made(promote, "state", "society", "business", "abroad"), nil},
		{"no body of the State", made(promote, "society", "business", "abroad"), narrow},
		{"no civil society", made(promote, "state", "business", "abroad"), narrow},
		{"no business", made(promote, "state", "society", "abroad"), narrow},
		{"no other State", made(promote, "state", "society", "business"), narrow},
		{"several States", regional, nil},
		{"by its own mapping", made(pillar.Objective{Pillar: pillar.Pursue, MapsTo: []pillar.ID{pillar.Promote}}, "state"), narrow},
		{"not by its own mapping", made(pillar.Objective{Pillar: pillar.Promote, MapsTo: []pillar.ID{pillar.Pursue}}, "state"), nil},
		{"no commitment", strategy.Strategy{Stage: ocs.StageAdopted, Objectives: []pillar.Objective{promote}}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, places(strategy.Validate(&tt.s, nil).Findings, "partnerships-narrow")); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestAssessmentYears(t *testing.T) {
	s := strategy.Strategy{Stage: ocs.StageAdopted, Threats: []threat.Threat{
		{ID: "t", Priority: true, Assessments: []threat.Assessment{{ID: "a", Date: ocs.MustDate("2024")}}},
	}}
	for years, want := range map[int][]place{0: {{"assessment-outdated", "/threats/0/assessments/0/date"}}, 4: nil} {
		o := &strategy.Options{AsOf: ocs.MustDate("2028-01-01"), Thresholds: strategy.Thresholds{AssessmentYears: years}}
		if diff := cmp.Diff(want, places(strategy.Validate(&s, o).Findings, "assessment-outdated")); diff != "" {
			t.Errorf("%d years (-want +got):\n%s", years, diff)
		}
	}
}
