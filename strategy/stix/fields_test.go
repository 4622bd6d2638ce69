package stix_test

import (
	"bytes"
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/stix"
	"github.com/ocs-framework/ocs/threat"
)

// fill sets every field of a value: texts to the canary with a number, lists to
// two entries.
type filler struct{ n int }

func (f *filler) fill(v reflect.Value) {
	f.n++
	switch x := v.Addr().Interface().(type) {
	case *ocs.Date:
		*x = ocs.MustDate("2027-03-01").Add(f.n, 'd')
		return
	case *ocs.Period:
		*x = ocs.MustPeriod("2027/2031")
		return
	case *ocs.Deadline:
		*x = ocs.MustDeadline("2027-12-31")
		return
	case *ocs.Decimal:
		*x = ocs.Num(int64(f.n))
		return
	case *ocs.Money:
		*x = ocs.MustMoney("PKR 1.00")
		return
	case *ocs.Marking:
		*x = ocs.MarkingClear
		return
	case *ocs.Extensions:
		*x = ocs.Extensions{"example.gov/canary": []byte(fmt.Sprintf(`"CANARY-%d"`, f.n))}
		return
	case encoding.TextUnmarshaler:
		panic(fmt.Sprintf("don't know how to fill %T", x))
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			f.fill(v.Index(i))
		}
	case reflect.String:
		v.SetString(fmt.Sprintf("CANARY-%d", f.n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(int64(f.n))
	default:
		panic(v.Type())
	}
}

func filled[T any](f *filler) T {
	var v T
	f.fill(reflect.ValueOf(&v).Elem())
	return v
}

// Nothing of an element that is withheld is in the bundle, whatever field it
// stands in and whoever refers to it.
func TestNoFieldLeaks(t *testing.T) {
	var f filler
	g, th, a, c, src := filled[threat.Group](&f), filled[threat.Threat](&f), filled[actor.Actor](&f), filled[strategy.Commitment](&f), filled[ocs.Source](&f)
	g.Marking, th.Marking, a.Marking, c.Marking, src.Marking = ocs.MarkingRed, ocs.MarkingGreen, ocs.MarkingAmber, ocs.MarkingAmberStrict, "secret"
	s := strategy.Strategy{
		ID: "zz", Period: ocs.MustPeriod("2027/2031"), Groups: []threat.Group{g}, Threats: []threat.Threat{th}, Actors: []actor.Actor{a}, Sources: []ocs.Source{src},
		Plans: []strategy.Plan{{ID: "p", Commitments: []strategy.Commitment{c}}},
	}
	s.Groups = append(s.Groups, threat.Group{ID: "g", Marking: ocs.MarkingClear, Threats: []threat.ID{th.ID}, Ties: []threat.Tie{{Kind: threat.Protects, Group: g.ID, Note: "CANARY"}}, Cites: []ocs.Cite{{Source: src.ID}}})
	s.Threats = append(s.Threats, threat.Threat{ID: "t", EnabledBy: []threat.ID{th.ID}, Assessments: []threat.Assessment{{Method: "m", By: ocs.ID(a.ID)}, {Method: "CANARY", Marking: "red"}}})
	s.Actors = append(s.Actors, actor.Actor{ID: "a", Parent: a.ID, Succeeds: []actor.Succession{{Actor: a.ID, Note: "CANARY"}}, Body: actor.Body{Members: []actor.ID{a.ID, "a"}, Oversees: []ocs.ID{ocs.ID(c.ID)}}})
	s.Plans[0].Commitments = append(s.Plans[0].Commitments, strategy.Commitment{ID: "c", Lead: a.ID, DependsOn: []strategy.CommitmentID{c.ID},
		Partners: []strategy.Partner{{Actor: a.ID}}, Basis: ocs.Cite{Source: src.ID, Locator: "CANARY"}, Funding: []strategy.Funding{{Source: strategy.DonorFunds, Donor: a.ID}}})
	data, fs, err := stix.Export(&s, &stix.ExportOptions{Sources: true})
	require.NoError(t, err)
	lacks(t, data, "CANARY")
	require.Subset(t, look(fs), []seen{{"stix-withheld", "/groups/0"}, {"stix-withheld", "/threats/0"}, {"stix-withheld", "/actors/0"}, {"stix-withheld", "/plans/0/commitments/0"},
		{"stix-withheld", "/actors/1"}, {"stix-withheld", "/plans/0/commitments/1"}, {"stix-withheld", "/groups/1"}})
	for _, o := range objects(t, data) {
		for _, empty := range []string{"[]", "{}", "null"} {
			require.NotContains(t, o, ":"+empty, "the standard has no empty lists")
		}
	}
	require.Equal(t, len(objects(t, data)), strings.Count(string(data), "\n")-2, "one object a line")
}

// Every field of a group, threat and actor comes back, or is known not to.
func TestEveryFieldComesBack(t *testing.T) {
	var f filler
	g, th, a := filled[threat.Group](&f), filled[threat.Threat](&f), filled[actor.Actor](&f)
	g.Threats, g.Areas, g.Ties = []threat.ID{th.ID}, []ocs.Area{"PK", "PK-PB"}, []threat.Tie{{Kind: "CANARY-tie", Group: g.ID, Note: "CANARY-note"}}
	th.EnabledBy = []threat.ID{th.ID}
	for i := range th.Methods {
		th.Methods[i].Cites = nil
	}
	for i := range th.Assessments {
		th.Assessments[i].Cites, th.Assessments[i].Marking = nil, ""
	}
	a.Areas = []ocs.Area{"PK-SD"}
	s := strategy.Strategy{ID: "zz", Period: ocs.MustPeriod("2027/2031"), Groups: []threat.Group{g}, Threats: []threat.Threat{th}, Actors: []actor.Actor{a}}
	data, _ := write(t, &s, stix.ExportOptions{Sources: true})
	doc := read(t, data)

	lost := map[string][]string{
		"group":  {"Cites", "Extensions"},
		"threat": {"Cites", "Extensions"},
		"actor":  {"Cites", "Extensions"},
	}
	compare := func(kind string, want, got reflect.Value) {
		for i := range want.NumField() {
			name := want.Type().Field(i).Name
			if slices.Contains(lost[kind], name) {
				continue
			}
			require.False(t, want.Field(i).IsZero(), "%s.%s isn't filled", kind, name)
			if diff := cmp.Diff(want.Field(i).Interface(), got.Field(i).Interface()); diff != "" {
				t.Errorf("%s.%s (-want +got):\n%s", kind, name, diff)
			}
		}
	}
	compare("group", reflect.ValueOf(g), reflect.ValueOf(doc.Strategy.Groups[0]))
	compare("threat", reflect.ValueOf(th), reflect.ValueOf(doc.Strategy.Threats[0]))
	compare("actor", reflect.ValueOf(a), reflect.ValueOf(doc.Strategy.Actors[0]))
}

// Every field of a strategy is exported or reported as left out.
func TestEveryPartIsAccountedFor(t *testing.T) {
	exported := []string{"Schema", "ID", "Version", "Title", "Notice", "Jurisdiction", "Level", "Languages", "Labels", "Vision", "Mission", "Stage", "Period", "Adoption", "Threats", "Groups", "Actors", "Marking"}
	var f filler
	whole := filled[strategy.Strategy](&f)
	v := reflect.ValueOf(&whole).Elem()
	for i := range v.NumField() {
		name := v.Type().Field(i)
		s := strategy.Strategy{Period: ocs.MustPeriod("2027/2031")}
		reflect.ValueOf(&s).Elem().Field(i).Set(v.Field(i))
		_, fs, err := stix.Export(&s, &stix.ExportOptions{Level: ocs.MarkingRed, Created: day})
		require.NoError(t, err)
		path, _, _ := strings.Cut(name.Tag.Get("json"), ",")
		reported := slices.ContainsFunc(fs, func(f ocs.Finding) bool {
			return f.Path == ocs.Pointer("/"+path) && (f.Rule == "stix-left-out" || f.Rule == "stix-sources")
		})
		if reported == slices.Contains(exported, name.Name) {
			t.Errorf("%s: reported %v", name.Name, reported)
		}
	}
}

// Every finding that may come is described, and does come.
func TestFaults(t *testing.T) {
	described := map[string]ocs.Severity{}
	for _, fault := range stix.Faults() {
		require.NotEmpty(t, fault.Title)
		require.NotEmpty(t, fault.Doc)
		require.NotContains(t, described, fault.Code)
		described[fault.Code] = fault.Severity
	}
	s := full(t)
	_, fs, err := stix.Export(&s, nil)
	require.NoError(t, err)
	doc := read(t, bytes.Replace(foreign(t), []byte(`"campaign--e5268b6e-4931-42f1-b379-87f48eb41b1e"]`), []byte(`"campaign--e5268b6e-4931-42f1-b379-87f48eb41b1f"]`), 1))
	fs = append(fs, doc.Findings...)
	doc.Strategy.Groups[0].Name = ""
	doc.Strategy.Groups[1].Extensions[stix.ObjectKey] = []byte(`[]`)
	doc.Strategy.Groups = doc.Strategy.Groups[:3]
	_, more, err := stix.Export(&doc.Strategy, &stix.ExportOptions{Level: ocs.MarkingRed, Created: day})
	require.NoError(t, err)
	found := map[string]bool{}
	for _, f := range append(fs, more...) {
		require.Equal(t, described[f.Rule], f.Severity, f.Rule)
		require.NotEmpty(t, f.Message)
		found[f.Rule] = true
	}
	for code := range described {
		inImport := slices.Contains([]string{"stix-syntax", "stix-not-a-bundle", "stix-limit", "stix-object", "stix-version", "stix-id", "stix-uuid-reused",
			"stix-version-twice", "stix-time", "stix-reference-type", "stix-extension", "stix-marking"}, code) // see TestImportFaults
		if found[code] == inImport {
			t.Errorf("%s: found %v", code, found[code])
		}
	}
}
