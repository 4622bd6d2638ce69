package stix_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/stix"
	"github.com/ocs-framework/ocs/threat"
)

// quick fails if something takes so long that it must go over all of its input
// again and again.
func quick(t *testing.T, f func()) {
	t.Helper()
	began := time.Now()
	f()
	if took := time.Since(began); took > 3*time.Minute {
		t.Errorf("took %v", took)
	}
}

// Bundles that repeat what is costly in some way are read in time.
func TestHostileBundles(t *testing.T) {
	const many = 10_000
	wide := `,"x_wide":[` + strings.Repeat("0,", 20_000) + `0]`
	var wider strings.Builder
	for i := range 5_000 {
		fmt.Fprintf(&wider, `,"x_%d":[0,0,0,0,0,0,0,0]`, i)
	}
	relation := func(i int, from, to, more string) string {
		return fmt.Sprintf(`{"type":"relationship","spec_version":"2.1","id":"relationship--8e2e2d2b-17d4-4cbf-938f-%012d",%s,"relationship_type":"part-of","source_ref":"%s--%s","target_ref":"%s--%s"%s}`, i, times, from, uuid1, to, uuid2, more)
	}
	for name, entry := range map[string]func(i int) string{
		"ties with notes": func(i int) string {
			return relation(i, "threat-actor", "threat-actor", fmt.Sprintf(`,"description":"%d"`, i))
		},
		"one large location": func(i int) string {
			return strings.Replace(relation(i, "threat-actor", "location", ""), "part-of", "located-at", 1)
		},
		"versions": func(i int) string {
			return fmt.Sprintf(`{"type":"tool","spec_version":"2.1","id":"tool--%s","name":"%d",%s}`, uuid1, i, times)
		},
		"findings":      func(int) string { return `{"type":"x"}` },
		"unresolved":    func(i int) string { return relation(i, "tool", "tool", "") },
		"types":         func(i int) string { return fmt.Sprintf(`{"type":"x-%d"}`, i) },
		"names":         func(i int) string { return fmt.Sprintf(`{"type":"x-type","x_%d":0}`, i) },
		"one report":    func(i int) string { return object("report", uuid1, `,"object_refs":["threat-actor--`+uuid1+`"]`) },
		"forged groups": func(i int) string { return object("threat-actor", uuid1, "") },
	} {
		t.Run(name, func(t *testing.T) {
			list := []string{object("threat-actor", uuid1, wide), object("threat-actor", uuid2, ""), object("tool", uuid1, wider.String()),
				object("location", uuid2, wider.String()+`,"country":"PK"`)}
			for i := range many {
				list = append(list, entry(i))
			}
			data := `{"type":"bundle","objects":[` + strings.Join(list, ",") + `]}`
			quick(t, func() {
				doc := read(t, []byte(data))
				require.Less(t, len(doc.Findings), many+10)
				back, _ := write(t, &doc.Strategy, stix.ExportOptions{})
				require.Equal(t, len(data), len(compact(t, back)))
				doc.Strategy.Extensions = nil
				for i := range doc.Strategy.Groups {
					doc.Strategy.Groups[i].Extensions = nil
				}
				write(t, &doc.Strategy, stix.ExportOptions{Created: day})
			})
		})
	}
	doc, err := stix.Import("b.json", strings.NewReader(`{"type":"bundle","objects":[{"type":"x"`+wider.String()+strings.ReplaceAll(wider.String(), "x_", "y_")+`}]}`), nil)
	require.NoError(t, err)
	require.Equal(t, []seen{{"stix-limit", "/objects/0"}}, look(doc.Findings))
}

// A strategy whose relations multiply is refused before they fill the memory.
func TestHostileStrategy(t *testing.T) {
	s := strategy.Strategy{ID: "zz", Period: ocs.MustPeriod("2027/2031")}
	o := pillar.Objective{ID: "o"}
	for i := range 300 {
		th := threat.Threat{ID: threat.ID(fmt.Sprintf("t-%d", i))}
		for j := range 100 {
			th.Methods = append(th.Methods, threat.Method{Name: fmt.Sprint(j)})
		}
		s.Threats = append(s.Threats, th)
		o.Threats = append(o.Threats, th.ID)
	}
	s.Objectives = []pillar.Objective{o}
	s.Plans = []strategy.Plan{{ID: "p"}}
	for i := range 2_000 {
		s.Plans[0].Commitments = append(s.Plans[0].Commitments, strategy.Commitment{ID: strategy.CommitmentID(fmt.Sprintf("c-%d", i)), Objectives: []pillar.ObjectiveID{"o"}})
	}
	quick(t, func() {
		_, _, err := stix.Export(&s, &stix.ExportOptions{MaxObjects: 20_000})
		require.Error(t, err)
	})
}
