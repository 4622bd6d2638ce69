package strategy_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// subject is an objective about fraud.
const subject = "period: 2026/2030\nthreats: [{id: t, markets: [fraud]}]\nobjectives: [{id: o, threats: [t]}]\n"

// TestWhoDoesWhat has what the fixtures of the rules on accountability,
// mandates, governance and geography can't show in one document each.
func TestWhoDoesWhat(t *testing.T) {
	tests := []struct {
		name, rule, document string
		want                 []ocs.Pointer
	}{
		{"a body without chair is the only one", "coordination-body-missing",
			"actors: [{id: a, kind: coordination-body}, {id: b, body: {members: [a], cadence: annually}}]",
			[]ocs.Pointer{"/actors/1/body/chair"}},
		{"a body without members and cadence is the only one", "coordination-body-missing",
			"actors: [{id: a}, {id: b, body: {chair: a}}, {id: c, body: {cadence: annually}}]",
			[]ocs.Pointer{"/actors/1/body/members", "/actors/1/body/cadence"}},
		{"the body that is nearest to complete is not reported twice", "body-incomplete",
			"actors: [{id: b, body: {chair: c}}, {id: c, body: {cadence: annually}}]",
			[]ocs.Pointer{"/actors/1/body/chair", "/actors/1/body/members"}},
		{"no mandate of anybody", "mandate-unstated",
			"actors: [{id: a}, {id: b}, {id: c}]\nplans: [{id: p, commitments: [{id: d, lead: b}, {id: e, lead: c}]}]",
			[]ocs.Pointer{"/actors"}},
		{"no mandate, no lead", "mandate-unstated", "actors: [{id: a}]\nplans: [{id: p, commitments: [{id: d}]}]", nil},
		{"no bodies, no oversight to ask for", "plan-without-oversight",
			"actors: [{id: a}]\nplans: [{id: p, commitments: [{id: c, lead: a}]}]", nil},
		{"a duty to report on the whole strategy", "lead-outside-governance",
			"actors: [{id: a}, {id: b}]\nplans: [{id: p, commitments: [{id: c, lead: a}]}]\nreporting: [{id: d, by: b, to: [b]}]",
			[]ocs.Pointer{"/actors/0"}},
		{"nobody was consulted yet", "lead-not-consulted",
			"actors: [{id: a}]\nplans: [{id: p, commitments: [{id: c, lead: a}]}]\nconsultations: [{id: k, status: held}]", nil},
		{"a subnational lead in its own jurisdiction", "area-outside-reach",
			"jurisdiction: {name: Scotland, countries: [GB], areas: [GB-SCT]}\n" +
				"actors: [{id: a, level: subnational, areas: [GB-SCT]}]\nplans: [{id: p, commitments: [{id: c, lead: a, areas: [GB-GLG]}, {id: d, lead: a}]}]", nil},
		{"a subnational lead in part of its jurisdiction", "area-outside-reach",
			"jurisdiction: {name: North, countries: [GB], areas: [GB-SCT, GB-NIR]}\n" +
				"actors: [{id: a, level: subnational, areas: [GB-SCT]}]\nplans: [{id: p, commitments: [{id: c, lead: a}]}]",
			[]ocs.Pointer{"/plans/0/commitments/0/areas"}},
		{"a body of one State of a group", "area-outside-reach",
			"level: regional\njurisdiction: {name: Group, countries: [BJ, GH]}\n" +
				"actors: [{id: a, country: BJ}]\nplans: [{id: p, commitments: [{id: c, lead: a, areas: [BJ]}, {id: d, lead: a, areas: [GH]}]}]",
			[]ocs.Pointer{"/plans/0/commitments/1/areas/0"}},
		{"a country the jurisdiction doesn't list", "area-outside-jurisdiction",
			"actors: [{id: a}]\nplans: [{id: p, commitments: [{id: c, lead: a, areas: [GH]}]}]", nil},
		{"no commitments, no implementers to ask for", "country-without-implementer",
			"jurisdiction: {name: Group, countries: [BJ, GH]}\nplans: [{id: p, stage: superseded, commitments: [{id: c}]}]", nil},
		{"one State", "country-without-implementer",
			"jurisdiction: {name: Benin, countries: [BJ]}\nactors: [{id: a, country: GH}]\nplans: [{id: p, commitments: [{id: c, lead: a}]}]", nil},
		{"a jurisdiction without countries is nobody's foreigner", "foreign-lead",
			"actors: [{id: a, kind: ministry, country: GH}]\nplans: [{id: p, commitments: [{id: c, lead: a}]}]", nil},
		{"an organisation of States leads for a group of them", "foreign-lead",
			"level: international\nactors: [{id: a, kind: international-organisation}]\nplans: [{id: p, commitments: [{id: c, lead: a}]}]", nil},
		{"a region need not list its countries", "foreign-lead",
			"level: regional\nactors: [{id: a, kind: international-organisation}]\nplans: [{id: p, commitments: [{id: c, lead: a}]}]", nil},
		{"several countries are a region", "foreign-lead",
			"jurisdiction: {name: Group, countries: [BJ, GH]}\nactors: [{id: a, kind: international-organisation}]\nplans: [{id: p, commitments: [{id: c, lead: a}]}]", nil},
		{"the second of two actors with one identifier", "actor-unused",
			"actors: [{id: a}, {id: a}]\nplans: [{id: p, commitments: [{id: c, lead: a}]}]", nil},
		{"an organisation of States without a State", "coercive-lead-not-state",
			"level: regional\nactors: [{id: a, kind: international-organisation}, {id: b, kind: law-enforcement}]\n" +
				"plans: [{id: p, commitments: [{id: c, lead: a, powers: [arrest], partners: [{actor: b, role: supporting}]}]}]",
			[]ocs.Pointer{"/plans/0/commitments/0/lead"}},
		{"nobody knows when the commitment ends", "handover-unfit",
			"actors: [{id: a, mandates: [{period: /2027}]}]\nplans: [{id: p, commitments: [{id: c, lead: a, deadline: continuous}]}]", nil},
		{"withheld seats", "lead-outside-governance",
			"actors: [{id: a}, {id: b, body: {oversees: [p]}}]\nplans: [{id: p, commitments: [{id: c, lead: a}]}]\nredactions: [{element: b, fields: [body/members]}]", nil},
		{"withheld bodies", "plan-without-oversight",
			"actors: [{id: b, body: {chair: b}}]\nplans: [{id: p, commitments: [{id: c}]}]\nredactions: [{element: b, fields: [body]}]", nil},
		{"a withheld body", "coordination-body-missing", "actors: [{id: a}]\nredactions: [{element: a}]", nil},
		{"a withheld superior", "self-oversight",
			"actors: [{id: a}, {id: b, body: {chair: a, oversees: [p]}}]\nplans: [{id: p, owner: a}]\nredactions: [{element: b, fields: [body/reports-to]}]", nil},
		{"withheld mandates", "lead-outside-mandate", subject +
			"actors: [{id: a, mandates: [{markets: [corruption]}]}]\nplans: [{id: p, commitments: [{id: c, lead: a, objectives: [o]}]}]\nredactions: [{element: a, fields: [mandates/1]}]", nil},
		{"another field withheld", "lead-outside-mandate", subject +
			"actors: [{id: a, mandates: [{markets: [corruption]}]}]\nplans: [{id: p, commitments: [{id: c, lead: a, objectives: [o]}]}]\nredactions: [{element: a, fields: [description]}]",
			[]ocs.Pointer{"/plans/0/commitments/0/lead"}},
		{"another actor's mandates withheld", "lead-outside-mandate", subject +
			"actors: [{id: a, mandates: [{markets: [corruption]}]}, {id: b}]\nplans: [{id: p, commitments: [{id: c, lead: a, objectives: [o]}]}]\nredactions: [{element: b, fields: [mandates]}]",
			[]ocs.Pointer{"/plans/0/commitments/0/lead"}},
		{"another field of an actor withheld", "coordination-body-missing", "actors: [{id: a}]\nredactions: [{element: a, fields: [description]}]",
			[]ocs.Pointer{"/actors"}},
		{"another kind of element withheld", "coordination-body-missing", "actors: [{id: a}]\nplans: [{id: p}]\nredactions: [{element: p}]",
			[]ocs.Pointer{"/actors"}},
		{"all mandates withheld", "mandate-unstated",
			"actors: [{id: a}, {id: b}]\nplans: [{id: p, commitments: [{id: d, lead: a}, {id: e, lead: b}]}]\nredactions: [{element: a, fields: [mandates]}]",
			[]ocs.Pointer{"/actors/1/mandates"}},
		{"a successor's withheld mandates", "handover-unfit", subject +
			"actors: [{id: a, active: /2027, mandates: [{markets: [fraud]}]}, {id: b, mandates: [{markets: [corruption]}], succeeds: [{actor: a}]}]\n" +
			"plans: [{id: p, commitments: [{id: c, lead: a, objectives: [o], deadline: 2029}]}]\nredactions: [{element: b, fields: [mandates/1]}]", nil},
		{"withheld renewal of a mandate", "handover-unfit", subject +
			"actors: [{id: a, mandates: [{markets: [fraud], period: /2027}]}]\n" +
			"plans: [{id: p, commitments: [{id: c, lead: a, objectives: [o], deadline: 2029}]}]\nredactions: [{element: a, fields: [mandates/1]}]", nil},
		{"a partner's withheld mandates", "power-without-mandate",
			"actors: [{id: a, mandates: [{powers: [training]}]}, {id: b}]\n" +
				"plans: [{id: p, commitments: [{id: c, lead: a, powers: [arrest], partners: [{actor: b, role: implementing}]}]}]\nredactions: [{element: b, fields: [mandates]}]", nil},
		{"withheld partners", "power-without-mandate",
			"actors: [{id: a, mandates: [{powers: [training]}]}]\nplans: [{id: p, commitments: [{id: c, lead: a, powers: [arrest]}]}]\nredactions: [{element: c, fields: [partners/0]}]", nil},
		{"withheld partners of many bodies", "collective-lead",
			"actors: [{id: a, collective: true}]\nplans: [{id: p, commitments: [{id: c, lead: a}]}]\nredactions: [{element: c, fields: [partners]}]", nil},
		{"withheld references", "actor-unused", "actors: [{id: a}]\nplans: [{id: p}]\nredactions: [{element: p, fields: [owner]}]", nil},
		{"withheld participants", "lead-not-consulted",
			"actors: [{id: a}, {id: b}]\nplans: [{id: p, commitments: [{id: c, lead: a}]}]\n" +
				"consultations: [{id: k, status: held, participants: [b]}]\nredactions: [{element: k, fields: [participants/1]}]", nil},
		{"withheld commitments", "plan-without-commitments", "plans: [{id: p}]\nredactions: [{element: p, fields: [commitments]}]", nil},
		{"withheld reach", "area-outside-reach",
			"actors: [{id: a, areas: [PK-PB]}]\nplans: [{id: p, commitments: [{id: c, lead: a, areas: [PK-SD]}]}]\nredactions: [{element: a, fields: [areas/1]}]", nil},
		{"withheld implementers", "country-without-implementer",
			"jurisdiction: {name: Group, countries: [BJ, GH]}\nactors: [{id: a, country: BJ}]\n" +
				"plans: [{id: p, commitments: [{id: c, lead: a}]}]\nredactions: [{element: c, fields: [partners]}]", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []ocs.Pointer
			for _, f := range findings(t, tt.document, tt.rule) {
				got = append(got, f.Path)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if open, _, redacted := strings.Cut(tt.document, "\nredactions:"); redacted && tt.want == nil && len(findings(t, open, tt.rule)) == 0 {
				t.Error("no finding without the redaction either")
			}
		})
	}
}

// TestWhoInstead checks that findings point at the actor that could take over.
func TestWhoInstead(t *testing.T) {
	tests := []struct {
		name, rule, document string
		want                 ocs.Pointer
	}{
		{"a partner that has the mandate", "lead-outside-mandate", subject +
			"actors: [{id: a, mandates: [{markets: [corruption]}]}, {id: b, kind: ministry, mandates: [{markets: [corruption]}]}, {id: c, kind: ministry, mandates: [{markets: [fraud]}]}]\n" +
			"plans: [{id: p, commitments: [{id: d, lead: a, objectives: [o], partners: [{actor: a}, {actor: b}, {actor: c}]}]}]", "/actors/2"},
		{"not a partner outside the State", "lead-outside-mandate", subject +
			"actors: [{id: a, mandates: [{markets: [corruption]}]}, {id: b, kind: civil-society, mandates: [{markets: [fraud]}]}]\n" +
			"plans: [{id: p, commitments: [{id: d, lead: a, objectives: [o], partners: [{actor: b}]}]}]", ""},
		{"a successor that has the mandate", "lead-outside-mandate", subject +
			"actors: [{id: a, mandates: [{markets: [fraud], period: /2020}]}, {id: b, kind: ministry, succeeds: [{actor: a}], mandates: [{markets: [fraud]}]}]\n" +
			"plans: [{id: p, commitments: [{id: d, lead: a, objectives: [o]}]}]", "/actors/1"},
		{"any successor where there is no subject", "actor-inactive", subject +
			"actors: [{id: a, active: /2020}, {id: b, succeeds: [{actor: a, markets: [corruption]}]}]\nplans: [{id: p, owner: a, period: 2026/2030}]", "/actors/1"},
		{"the successor that took the subject over", "actor-inactive", subject +
			"actors: [{id: a, active: /2020}, {id: b, succeeds: [{actor: a, markets: [corruption]}]}, {id: c, active: /2021, succeeds: [{actor: a}]}, {id: d, succeeds: [{actor: a, markets: [fraud]}]}]\n" +
			"plans: [{id: p, commitments: [{id: e, lead: a, objectives: [o]}]}]", "/actors/3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := findings(t, tt.document, tt.rule)
			require.Len(t, found, 1)
			var got ocs.Pointer
			if related := found[0].Related; len(related) > 1 {
				got = related[1].Path
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// findings checks the body of a document as adopted and returns what one rule
// finds.
func findings(t *testing.T, document, rule string) ocs.Findings {
	t.Helper()
	doc := codec.Decode("test.yaml", []byte("schema: ocs/v1\nid: s\nstage: adopted\n"+document), nil)
	require.Empty(t, doc.Findings)
	var found ocs.Findings
	for _, f := range strategy.Validate(&doc.Strategy, &strategy.Options{AsOf: fixturesAsOf}).Findings {
		if f.Rule == rule {
			found = append(found, f)
		}
	}
	return found
}
