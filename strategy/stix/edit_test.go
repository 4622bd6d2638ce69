package stix_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/stix"
	"github.com/ocs-framework/ocs/threat"
)

// What nobody edited comes back to the byte, but for white space.
func TestUnedited(t *testing.T) {
	data := foreign(t)
	doc := read(t, data)
	back, fs := write(t, &doc.Strategy, stix.ExportOptions{Persons: true})
	require.Empty(t, fs)
	if diff := cmp.Diff(compact(t, data), compact(t, back)); diff != "" {
		t.Errorf("the bundle (-want +got):\n%s", diff)
	}
}

// So it does after it was kept as a document, but that text is spelt with the
// fewest escapes.
func TestUneditedThroughDocument(t *testing.T) {
	data := foreign(t)
	doc := read(t, data)
	for _, format := range []codec.Syntax{codec.YAML, codec.JSON} {
		text, err := codec.Encode(&doc.Strategy, format)
		require.NoError(t, err)
		again := codec.Decode("kept."+string(format), text, nil)
		require.Empty(t, again.Findings)
		back, fs := write(t, &again.Strategy, stix.ExportOptions{Persons: true})
		require.Empty(t, fs)

		var want, got ocs.Extensions
		require.NoError(t, json.Unmarshal([]byte(`{"a:b":`+string(data)+`}`), &want))
		require.NoError(t, json.Unmarshal([]byte(`{"a:b":`+string(back)+`}`), &got))
		if diff := cmp.Diff(string(want["a:b"]), string(got["a:b"])); diff != "" {
			t.Errorf("%s: the bundle (-want +got):\n%s", format, diff)
		}
	}
}

const (
	ring   = "threat-actor--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f"
	haul   = "threat-actor--9e2e2d2b-17d4-4cbf-938f-98ee46b3cd30"
	run    = "campaign--e5268b6e-4931-42f1-b379-87f48eb41b1e"
	centre = "identity--023d105b-752e-4e3c-941c-7d3f3cb15e9e"
	green2 = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"
)

func group(s *strategy.Strategy, id threat.GroupID) *threat.Group {
	return &s.Groups[slices.IndexFunc(s.Groups, func(g threat.Group) bool { return g.ID == id })]
}

func TestImport(t *testing.T) {
	s := read(t, foreign(t)).Strategy
	g := *group(&s, ring)
	require.NotEmpty(t, g.Extensions[stix.ObjectKey])
	g.Extensions = nil
	want := threat.Group{ID: ring, Name: "Harbour Ring", Aliases: []string{"Ring of the Harbour", "Häfen"}, Description: "A <ring> of dockers",
		Threats: []threat.ID{run}, Areas: []ocs.Area{"PK-SD"}, Marking: ocs.MarkingGreen,
		Cites: []ocs.Cite{{Source: "report--84e4d88f-44ea-4bcd-bbf3-b2c1c320bcb3"}}}
	if diff := cmp.Diff(want, g); diff != "" {
		t.Errorf("group (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]threat.Tie{{Kind: threat.PartOf, Group: ring, Note: "Since 2014"}}, group(&s, haul).Ties); diff != "" {
		t.Errorf("ties (-want +got):\n%s", diff)
	}
	require.Len(t, s.Groups, 4)
	require.Len(t, s.Actors, 1, "an individual is no actor")
	require.Equal(t, ocs.MustDate("2016-01-20"), s.Sources[0].Date)
	require.Equal(t, ocs.ID("bundle--5d0092c5-5f74-4287-9642-33f4c354e56d"), s.ID)
}

var day = time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)

// An edited object changes where it was edited and nowhere else: numbers that
// are zero, the digits of times, and what isn't of the standard stay, with their
// own object. Others don't change at all.
func TestEdited(t *testing.T) {
	data := foreign(t)
	was := find(t, data, `"id":"`+ring)
	for _, test := range []struct {
		name    string
		o       stix.ExportOptions
		edit    func(*threat.Group)
		replace []string // in the object
		rules   []string
	}{
		{"own version", stix.ExportOptions{Modified: day, CreatedBy: centre}, func(g *threat.Group) { g.Description = "" },
			[]string{`"description":"A \u003cring\u003e of dockers",`, ``, `"modified":"2016-04-06T20:03:48.1234567890123Z"`, `"modified":"2030-01-01T00:00:00.000Z"`}, []string{"stix-edited"}},
		{"another's version", stix.ExportOptions{Modified: day, Reissue: true}, func(g *threat.Group) { g.Aliases = g.Aliases[:1] },
			[]string{`"aliases":["Ring of the Harbour","H\u00e4fen"]`, `"aliases":["Ring of the Harbour"]`, `"modified":"2016-04-06T20:03:48.1234567890123Z"`, `"modified":"2030-01-01T00:00:00.000Z"`}, []string{"stix-edited"}},
		{"not later", stix.ExportOptions{Modified: time.Date(2016, 1, 1, 0, 0, 0, 0, time.UTC), Reissue: true}, func(g *threat.Group) { g.Name = "Ring" },
			[]string{`"name":"Harbour Ring"`, `"name":"Ring"`, `"modified":"2016-04-06T20:03:48.1234567890123Z"`, `"modified":"2016-04-06T20:03:48.124456789Z"`}, []string{"stix-edited"}},
		{"marking", stix.ExportOptions{Modified: day, Reissue: true}, func(g *threat.Group) { g.Marking = ocs.MarkingClear },
			[]string{`"marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da"`, `"marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487"`, `"modified":"2016-04-06T20:03:48.1234567890123Z"`, `"modified":"2030-01-01T00:00:00.000Z"`}, []string{"stix-edited"}},
		{"our data", stix.ExportOptions{Modified: day, Reissue: true}, func(g *threat.Group) { g.Type = threat.MafiaStyle },
			[]string{`"rank":3}}`, `"rank":3},"` + stix.ExtensionID + `":{"extension_type":"property-extension","kind":"group","element":{"id":"` + ring + `","type":"mafia-style"}}}`,
				`"modified":"2016-04-06T20:03:48.1234567890123Z"`, `"modified":"2030-01-01T00:00:00.000Z"`}, []string{"stix-edited"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := read(t, data)
			test.edit(group(&doc.Strategy, ring))
			test.o.Persons = true
			back, fs := write(t, &doc.Strategy, test.o)
			want := strings.NewReplacer(test.replace...).Replace(was)
			require.NotEqual(t, was, want)
			if diff := cmp.Diff(want, find(t, back, `"id":"`+ring)); diff != "" {
				t.Errorf("the object (-want +got):\n%s", diff)
			}
			var rules []string
			for _, f := range fs {
				rules = append(rules, f.Rule)
			}
			require.Equal(t, test.rules, rules)
			others := slices.DeleteFunc(objects(t, data), func(o string) bool { return strings.Contains(o, `"id":"`+ring) })
			for _, o := range others {
				if !slices.Contains(objects(t, back), o) {
					t.Errorf("another object changed: %s", o)
				}
			}
			require.LessOrEqual(t, len(objects(t, back)), len(objects(t, data))+2, "what defines the extension or the marking")
		})
	}
}

// What a known library loses or mixes up when it writes a bundle again: custom
// properties pass to other objects, a confidence of 0 and coordinates of 0 go
// missing, and times lose digits.
func TestKnownFaultsOfOthers(t *testing.T) {
	doc := read(t, foreign(t))
	for i := range doc.Strategy.Groups {
		doc.Strategy.Groups[i].Description = "Edited"
	}
	back, _ := write(t, &doc.Strategy, stix.ExportOptions{Modified: day, Reissue: true})
	for part, times := range map[string]int{
		`"x_example_score":7.10`: 1, `"x_example_note":{"b":1,"a":[1e3,0.0]}`: 1, `"x_example_serial":1.50`: 1,
		`"confidence":0,"x_example_score"`: 1, `"confidence":0,"source_ref"`: 1, `"confidence":100`: 1,
		`"latitude":0,"longitude":0.0,"precision":0`:     1,
		`"created":"2016-04-06T20:03:48.1234567890123Z"`: 1, `"first_seen":"2015-01-01T00:00:00.10Z"`: 1, `"published":"2016-01-20T17:00:00.123456Z"`: 1,
		`"big":123456789012345678901234567890.10`: 1,
	} {
		require.Equal(t, times, strings.Count(string(back), part), part)
	}
}

// Only its creator may make a version of an object. What another edits becomes
// an object of its own, and the old text is not written any more.
func TestDerived(t *testing.T) {
	doc := read(t, foreign(t))
	group(&doc.Strategy, ring).Name = "Renamed"
	back, fs := write(t, &doc.Strategy, stix.ExportOptions{Created: day, CreatedBy: "identity--5da9f7b1-1f0e-4f3a-9d5a-8f1d7c8b0a12"})
	require.Contains(t, look(fs), seen{"stix-edited", "/groups/0"})
	lacks(t, back, "Harbour Ring\",\"aliases")

	got := find(t, back, `"name":"Renamed"`)
	var object struct {
		ID           string
		CreatedByRef string `json:"created_by_ref"`
		Created      string
		Modified     string
		Score        json.Number `json:"x_example_score"`
		Confidence   *int
	}
	require.NoError(t, json.Unmarshal([]byte(got), &object))
	require.NotEqual(t, ring, object.ID)
	require.Equal(t, "identity--5da9f7b1-1f0e-4f3a-9d5a-8f1d7c8b0a12", object.CreatedByRef)
	require.Equal(t, "2030-01-01T00:00:00.000Z", object.Created)
	require.Equal(t, json.Number("7.10"), object.Score)
	require.Equal(t, new(int), object.Confidence)

	for _, typ := range []string{"derived-from", "part-of", "located-at", "attributed-to\",\"source_ref\":\"campaign"} {
		require.Contains(t, find(t, back, `"relationship_type":"`+typ), object.ID, "the relation is one of the new object")
	}
	again := read(t, back).Strategy
	require.Len(t, group(&again, haul).Ties, 1)
}

func TestEditedRelations(t *testing.T) {
	doc := read(t, foreign(t))
	s := &doc.Strategy
	group(s, haul).Ties = []threat.Tie{{Kind: threat.Supplies, Group: ring, Note: "Since 2014"}}
	group(s, ring).Areas = append(group(s, ring).Areas, "PK-PB")
	group(s, ring).Threats = nil
	s.Actors[0].Areas = []ocs.Area{"PK-SD"}
	back, fs := write(t, s, stix.ExportOptions{Created: day, Persons: true})
	require.Equal(t, []seen{{"stix-removed", "/extensions/stix:bundle/objects/9"}, {"stix-removed", "/extensions/stix:bundle/objects/10"}}, look(fs, "stix-removed"))
	lacks(t, back, "relationship--44298a74-ba52-4f0c-87a3-1824e67d7fad")
	lacks(t, back, "relationship--54298a74-ba52-4f0c-87a3-1824e67d7fae")
	has(t, back, "relationship--64298a74-ba52-4f0c-87a3-1824e67d7faf")
	require.Contains(t, find(t, back, `"tie":"supplies"`), `"relationship_type":"related-to","description":"Since 2014"`)
	require.Contains(t, find(t, back, `"source_ref":"`+centre), `"target_ref":"location--a6e9345f-5a15-4c29-8bb3-7dcc5d168d64"`, "the location there is serves")
	has(t, back, `"administrative_area":"PK-PB"`)

	again := read(t, back).Strategy
	if diff := cmp.Diff(group(s, haul).Ties, group(&again, haul).Ties); diff != "" {
		t.Errorf("ties (-want +got):\n%s", diff)
	}
	require.Equal(t, group(s, ring).Areas, group(&again, ring).Areas)
	require.Empty(t, group(&again, ring).Threats)
}

// What an element was deleted for isn't told by what was kept beside it.
func TestDeleted(t *testing.T) {
	doc := read(t, foreign(t))
	s := &doc.Strategy
	s.Groups = slices.DeleteFunc(s.Groups, func(g threat.Group) bool { return g.ID == ring })
	back, fs := write(t, s, stix.ExportOptions{Persons: true})
	require.Len(t, look(fs, "stix-removed"), 5, "the object and four relationships: %v", fs)
	for _, o := range objects(t, back) {
		if strings.Contains(o, ring) {
			require.Contains(t, o, `"type":"report"`, "a report names it still, by its identifier")
		}
	}
}

// Persons and what is marked more strictly are left out with all that relates
// to them.
func TestImportedNotExported(t *testing.T) {
	doc := read(t, foreign(t))
	back, fs := write(t, &doc.Strategy, stix.ExportOptions{})
	lacks(t, back, "CANARY")
	lacks(t, back, "relationship--74298a74-ba52-4f0c-87a3-1824e67d7fb0")
	require.Len(t, look(fs, "stix-personal"), 3)

	clear, fs, err := stix.Export(&doc.Strategy, nil)
	require.NoError(t, err)
	lacks(t, clear, "Harbour Ring\",\"aliases", "green")
	lacks(t, clear, "Inland Haulers", "unmarked, so amber")
	has(t, clear, "Cigarette run")
	lacks(t, clear, `"relationship"`)
	require.Len(t, look(fs, "stix-withheld"), 4)
}

// Elements that are merged into another strategy bring their objects with them.
func TestMerged(t *testing.T) {
	data := foreign(t)
	doc := read(t, data)
	s := full(t)
	s.Groups = append(s.Groups[:1], doc.Strategy.Groups[0])
	s.Groups[0].Ties = []threat.Tie{{Kind: threat.CooperatesWith, Group: ring}}
	s.Groups[1].Threats, s.Groups[1].Cites = []threat.ID{"t-opiates"}, nil
	s.Actors = append(s.Actors, actor.Actor{ID: "new", Name: "New"})
	back, fs := write(t, &s, stix.ExportOptions{})
	require.Equal(t, find(t, data, `"id":"`+ring), find(t, back, `"id":"`+ring))
	require.Contains(t, find(t, back, `"relationship_type":"cooperates-with"`), ring)
	require.Contains(t, find(t, back, `"attributed-to","source_ref":"campaign--c89ff8d6-e843-5753-b411-a301896a25e0","target_ref":"`+ring), `"relationship"`)
	require.Empty(t, look(fs, "stix-edited"))
}
