package stix_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/stix"
	"github.com/ocs-framework/ocs/threat"
)

const (
	clear2 = `"object_marking_refs":["marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487"]`
	red2   = `"object_marking_refs":["marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1"]`
)

func bundleOf(objects ...string) []byte {
	return []byte(`{"type":"bundle","id":"bundle--` + uuid1 + `","objects":[` + strings.Join(objects, ",") + `]}`)
}

func relation(uuid, typ, from, to, more string) string {
	return `{"type":"relationship","spec_version":"2.1","id":"relationship--` + uuid + `",` + times + `,"relationship_type":"` + typ + `","source_ref":"` + from + `","target_ref":"` + to + `"` + more + `}`
}

// What is marked more strictly than an element doesn't become a part of it, and
// is not told by it.
func TestStricterRelations(t *testing.T) {
	data := bundleOf(
		object("threat-actor", uuid1, ","+clear2), object("threat-actor", uuid2, ","+clear2), object("campaign", uuid1[:35]+"0", ","+clear2),
		object("location", uuid1[:35]+"1", `,"country":"PK",`+red2), object("attack-pattern", uuid1[:35]+"2", `,"description":"CANARY",`+red2),
		relation(uuid1[:35]+"3", "part-of", "threat-actor--"+uuid1, "threat-actor--"+uuid2, `,"description":"CANARY",`+red2),
		relation(uuid1[:35]+"4", "located-at", "threat-actor--"+uuid1, "location--"+uuid1[:35]+"1", ","+clear2),
		relation(uuid1[:35]+"5", "uses", "campaign--"+uuid1[:35]+"0", "attack-pattern--"+uuid1[:35]+"2", ","+clear2),
		relation(uuid1[:35]+"6", "attributed-to", "campaign--"+uuid1[:35]+"0", "threat-actor--"+uuid1, ","+red2),
	)
	doc := read(t, data)
	for _, g := range doc.Strategy.Groups {
		require.Empty(t, g.Ties)
		require.Empty(t, g.Areas)
		require.Empty(t, g.Threats)
	}
	require.Empty(t, doc.Strategy.Threats[0].Methods)
	back, fs := write(t, &doc.Strategy, stix.ExportOptions{})
	require.Empty(t, fs)
	require.Equal(t, string(data), compact(t, back))

	open, _, err := stix.Export(&doc.Strategy, nil)
	require.NoError(t, err)
	lacks(t, open, "CANARY")
	require.Len(t, objects(t, open), 3)
}

// An element whose marking is lowered doesn't tell what its relations, which
// are still red, say.
func TestLoweredElement(t *testing.T) {
	doc := read(t, bundleOf(
		object("threat-actor", uuid1, ","+red2), object("threat-actor", uuid2, ","+red2),
		relation(uuid3, "part-of", "threat-actor--"+uuid1, "threat-actor--"+uuid2, `,"description":"CANARY",`+red2),
	))
	require.Len(t, doc.Strategy.Groups[0].Ties, 1)
	for i := range doc.Strategy.Groups {
		doc.Strategy.Groups[i].Marking = ocs.MarkingClear
	}
	open, fs, err := stix.Export(&doc.Strategy, &stix.ExportOptions{Created: day})
	require.NoError(t, err)
	lacks(t, open, "CANARY")
	require.Contains(t, look(fs), seen{"stix-withheld", "/extensions/stix:bundle/objects/2"})
	has(t, open, "threat-actor--"+uuid1)
}

// An earlier version of a relationship stays beside the one that counts.
func TestVersionsOfRelations(t *testing.T) {
	tie := relation(uuid3, "part-of", "threat-actor--"+uuid1, "threat-actor--"+uuid2, `,"description":"Now"`)
	data := bundleOf(object("threat-actor", uuid1, ""), object("threat-actor", uuid2, ""),
		strings.NewReplacer("Now", "Then", `modified":"2016-04`, `modified":"2016-03`).Replace(tie), tie)
	doc := read(t, data)
	require.Equal(t, []threat.Tie{{Kind: threat.PartOf, Group: "threat-actor--" + uuid2, Note: "Now"}}, doc.Strategy.Groups[0].Ties)
	back, fs := write(t, &doc.Strategy, stix.ExportOptions{})
	require.Empty(t, fs)
	require.Equal(t, string(data), compact(t, back))

	doc.Strategy.Groups[0].Ties = nil
	back, _ = write(t, &doc.Strategy, stix.ExportOptions{})
	lacks(t, back, "Then", "what was taken back isn't told in an earlier version")
}

// Methods and assessments of our own come back as parts of their threats, and
// are changed, added and taken away there.
func TestParts(t *testing.T) {
	s := full(t)
	data, _ := write(t, &s, stix.ExportOptions{})
	doc := read(t, data)
	th := &doc.Strategy.Threats[0]
	require.Len(t, th.Methods, 2)
	require.Len(t, th.Assessments, 3)

	th.Methods[0].Description = "Behind walls"
	th.Methods = append(th.Methods, threat.Method{Name: "By sea"})
	th.Assessments[0].Note = "Another note"
	th.Assessments = th.Assessments[:1]
	back, fs := write(t, &doc.Strategy, stix.ExportOptions{Created: day})
	lacks(t, back, "Behind panels")
	lacks(t, back, "A note")
	lacks(t, back, "CANARY-ASSESSMENT")
	find(t, back, `"name":"Concealment in containers","description":"Behind walls"`)
	find(t, back, `"name":"By sea"`)
	find(t, back, `"description":"Another note"`)
	require.NotEmpty(t, look(fs, "stix-removed"))
	again := read(t, back)
	require.ElementsMatch(t, th.Methods, again.Strategy.Threats[0].Methods)
	require.Equal(t, th.Assessments, again.Strategy.Threats[0].Assessments)

	doc.Strategy.Threats = doc.Strategy.Threats[1:]
	back, _ = write(t, &doc.Strategy, stix.ExportOptions{Created: day})
	for _, text := range []string{"Concealment", "Another note", "gi-toc", "Heroin"} {
		lacks(t, back, text, "of a threat that was deleted")
	}
}

// The methods of others' campaigns are named, and their attack patterns outlive
// the threats that use them.
func TestForeignMethods(t *testing.T) {
	data := bundleOf(object("campaign", uuid1, ""), object("attack-pattern", uuid2, `,"description":"Known by many"`),
		relation(uuid3, "uses", "campaign--"+uuid1, "attack-pattern--"+uuid2, `,"description":"In 2015"`))
	doc := read(t, data)
	require.Equal(t, []threat.Method{{Name: "N"}}, doc.Strategy.Threats[0].Methods)
	back, fs := write(t, &doc.Strategy, stix.ExportOptions{})
	require.Empty(t, fs)
	require.Equal(t, string(data), compact(t, back))

	doc.Strategy.Threats[0].Methods = nil
	back, _ = write(t, &doc.Strategy, stix.ExportOptions{})
	require.Len(t, objects(t, back), 2)
	has(t, back, "Known by many")
}

// When an element's marking is raised, what is said of it in other objects is
// raised too, and nothing of it is exported below.
func TestRaisedElement(t *testing.T) {
	s := full(t)
	data, _ := write(t, &s, stix.ExportOptions{})
	doc := read(t, data)
	doc.Strategy.Threats[0].Marking = ocs.MarkingRed
	group(&doc.Strategy, "g-corridor").Marking = ocs.MarkingRed

	amber, _, err := stix.Export(&doc.Strategy, &stix.ExportOptions{Level: ocs.MarkingAmber, Created: day})
	require.NoError(t, err)
	for _, text := range []string{"Concealment", "gi-toc", "Heroin", "corridor", "At the port"} {
		lacks(t, amber, text)
	}
	all, _ := write(t, &doc.Strategy, stix.ExportOptions{Created: day})
	for _, o := range objects(t, all) {
		if strings.Contains(o, `"kind":"strategy"`) {
			continue
		}
		for _, text := range []string{"Concealment", "gi-toc", "Heroin", "Brokers", "At the port"} {
			if strings.Contains(o, text) {
				require.Contains(t, o, red2, text)
			}
		}
	}
	again := read(t, all)
	for _, got := range again.Strategy.Threats {
		if want := doc.Strategy.Threats[0]; got.ID == want.ID {
			require.Equal(t, want.Methods, got.Methods)
			require.Equal(t, want.EnabledBy, got.EnabledBy)
			require.Len(t, got.Assessments, 3)
		}
	}
	require.ElementsMatch(t, group(&doc.Strategy, "g-corridor").Ties, group(&again.Strategy, "g-corridor").Ties)
}

// What bears our extension but isn't quite what we would write stays as it is.
func TestAlmostOurs(t *testing.T) {
	s := full(t)
	data, _ := write(t, &s, stix.ExportOptions{Sources: true})
	changes := []string{
		`"name":"Trafficking in opiates: gi-toc`, `"name":"Other: gi-toc`,
		`"kind":"method"`, `"kind":"other"`,
		`"tie":"supplies"`, `"tie":""`,
		`"element":{"id":"g-corridor"`, `"element":{"id":7`,
		`"relationship_type":"attributed-to"`, `"relationship_type":"related-to"`,
		`"object_refs":["campaign`, `"object_refs":["x--1","campaign`,
	}
	for i := 0; i < len(changes); i += 2 {
		changed := strings.ReplaceAll(string(data), changes[i], changes[i+1])
		require.NotEqual(t, string(data), changed, changes[i])
		doc := read(t, []byte(changed))
		back, fs := write(t, &doc.Strategy, stix.ExportOptions{})
		require.Empty(t, fs, changes[i])
		if changed != string(back) {
			t.Errorf("with %s", changes[i+1])
		}
	}
}

// What is kept beside the elements is a part of the document too, and as strict
// as it unless it says otherwise. What has no identifier is no version of
// anything.
func TestKeptInheritsMarking(t *testing.T) {
	data := bundleOf(object("tool", uuid1, ""), object("tool", uuid2, ","+clear2), `{"type":"x-one"}`, `{"type":"x-two","n":1}`,
		object("note", uuid3, `,"content":"CANARY","authors":["CANARY"],"object_refs":["tool--`+uuid1+`"]`))
	doc := read(t, data)
	open, _, err := stix.Export(&doc.Strategy, nil)
	require.NoError(t, err)
	require.Len(t, objects(t, open), 4)
	lacks(t, open, "CANARY", "persons")
	doc.Strategy.Marking = ocs.MarkingAmber
	open, fs, err := stix.Export(&doc.Strategy, nil)
	require.NoError(t, err)
	require.Len(t, objects(t, open), 1)
	require.Len(t, look(fs, "stix-withheld"), 4)
}

// A threat that was derived from another's campaign uses the attack patterns
// that are there.
func TestDerivedMethods(t *testing.T) {
	by := `,"created_by_ref":"identity--` + uuid3 + `"`
	doc := read(t, bundleOf(object("campaign", uuid1, by), object("attack-pattern", uuid2, by),
		relation(uuid3, "uses", "campaign--"+uuid1, "attack-pattern--"+uuid2, "")))
	doc.Strategy.Threats[0].Priority = true
	_, _, err := stix.Export(&doc.Strategy, &stix.ExportOptions{Level: ocs.MarkingRed})
	require.Error(t, err, "nothing says when it was modified")

	back, _ := write(t, &doc.Strategy, stix.ExportOptions{Created: day})
	find(t, back, `"type":"attack-pattern"`)
	has(t, back, `"target_ref":"attack-pattern--`+uuid2)
	lacks(t, back, `"source_ref":"campaign--`+uuid1+`","target_ref":"attack-pattern`)
	again := read(t, back).Strategy
	require.Equal(t, doc.Strategy.Threats[0].Methods, again.Threats[0].Methods)
	require.True(t, again.Threats[0].Priority)
}

// A location is an area only if it is no smaller place.
func TestAreas(t *testing.T) {
	for more, want := range map[string][]ocs.Area{
		`,"country":"PK"`: {"PK"},
		`,"country":"PK","administrative_area":"PK-SD"`:            {"PK-SD"},
		`,"country":"PK","administrative_area":"Sindh"`:            nil,
		`,"country":"PK","administrative_area":"PK"`:               nil,
		`,"country":"PK","city":"Karachi"`:                         nil,
		`,"country":"Pakistan"`:                                    nil,
		`,"region":"southern-asia"`:                                nil,
		`,"latitude":0,"longitude":0`:                              nil,
		`,"administrative_area":"PK-PB","street_address":"Mall 1"`: nil,
	} {
		doc := read(t, bundleOf(object("identity", uuid1, ""), object("location", uuid2, more),
			relation(uuid3, "located-at", "identity--"+uuid1, "location--"+uuid2, "")))
		require.Equal(t, want, doc.Strategy.Actors[0].Areas, more)
	}
}

// A measure against a threat doesn't point at a method of it that is withheld.
func TestWithheldMethod(t *testing.T) {
	doc := read(t, bundleOf(object("campaign", uuid1, ","+red2), object("attack-pattern", uuid2, ","+red2),
		relation(uuid3, "uses", "campaign--"+uuid1, "attack-pattern--"+uuid2, ","+red2)))
	s := &doc.Strategy
	require.Len(t, s.Threats[0].Methods, 1)
	s.Threats[0].Marking = ocs.MarkingClear
	s.Objectives = []pillar.Objective{{ID: "o", Threats: []threat.ID{s.Threats[0].ID}}}
	s.Plans = []strategy.Plan{{ID: "p", Commitments: []strategy.Commitment{{ID: "c", Title: "C", Objectives: []pillar.ObjectiveID{"o"}}}}}
	open, _, err := stix.Export(s, &stix.ExportOptions{Created: day})
	require.NoError(t, err)
	lacks(t, open, uuid2)
	has(t, open, `"target_ref":"campaign--`+uuid1)

	all, _ := write(t, s, stix.ExportOptions{Created: day})
	has(t, all, `"relationship_type":"mitigates"`)
}
