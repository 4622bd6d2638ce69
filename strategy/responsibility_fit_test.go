package strategy_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// The rule and the question are one decision: a lead is outside its mandate if,
// and only if, its mandates don't fit the subject, its reach or the time.
func TestMandateRuleAgreesWithMandateFit(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	markets := []threat.Market{threat.HeroinTrafficking, threat.DrugTrafficking, threat.Extortion, threat.TraffickingInPersons}
	scopes := []threat.Scope{threat.Local, threat.National, threat.Transnational}
	periods := []string{"", "", "2026/2027", "2029/2030", "/2025"}
	some := func(n int) int { return rnd.IntN(n) }
	fails, holds := 0, 0
	for range 400 {
		s := &strategy.Strategy{ID: "s", Stage: ocs.StageAdopted, Period: ocs.MustPeriod("2026/2030"), Plans: []strategy.Plan{{ID: "p"}}}
		for i := range 3 {
			th := threat.Threat{ID: threat.ID(fmt.Sprint("t-", i))}
			for range some(3) {
				th.Markets = append(th.Markets, markets[some(4)])
			}
			if some(2) == 0 {
				th.Scope = scopes[some(3)]
			}
			s.Threats = append(s.Threats, th)
			s.Objectives = append(s.Objectives, pillar.Objective{ID: pillar.ObjectiveID(fmt.Sprint("o-", i)), Threats: []threat.ID{th.ID}})
			a := actor.Actor{ID: actor.ID(fmt.Sprint("a-", i))}
			for range some(3) {
				var m actor.Mandate
				for range some(3) {
					m.Markets = append(m.Markets, markets[some(4)])
				}
				if some(3) == 0 {
					m.Scopes = []threat.Scope{scopes[some(3)]}
				}
				if text := periods[some(len(periods))]; text != "" {
					m.Period = ocs.MustPeriod(text)
				}
				a.Mandates = append(a.Mandates, m)
			}
			s.Actors = append(s.Actors, a)
			c := strategy.Commitment{ID: strategy.CommitmentID(fmt.Sprint("c-", i)), Lead: actor.ID(fmt.Sprint("a-", some(3))), Deadline: ocs.MustDeadline("2028")}
			for range some(3) {
				c.Objectives = append(c.Objectives, pillar.ObjectiveID(fmt.Sprint("o-", some(3))))
			}
			s.Plans[0].Commitments = append(s.Plans[0].Commitments, c)
		}
		outside := map[string]bool{}
		for _, f := range strategy.Validate(s, nil).Findings {
			if f.Rule == "lead-outside-mandate" {
				outside[string(f.Path)] = true
			}
		}
		ix := strategy.NewIndex(s)
		for i := range s.Plans[0].Commitments {
			fit := ix.MandateFit(&s.Plans[0].Commitments[i])
			want := slices.ContainsFunc(fit.Fails, func(p strategy.FitPart) bool {
				return p == strategy.FitMarket || p == strategy.FitScope || p == strategy.FitPeriod
			})
			if got := outside[fmt.Sprintf("/plans/0/commitments/%d/lead", i)]; got != want {
				t.Fatalf("rule says %v, question %+v, of %+v with %+v", got, fit, s.Plans[0].Commitments[i], s.Actors)
			}
			if want {
				fails++
			} else {
				holds++
			}
		}
	}
	if fails < 100 || holds < 100 {
		t.Errorf("%d fail and %d hold: too few to tell", fails, holds)
	}
}
