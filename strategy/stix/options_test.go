package stix_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/stix"
	"github.com/ocs-framework/ocs/threat"
)

func TestExportErrors(t *testing.T) {
	dated := strategy.Strategy{ID: "zz", Period: ocs.MustPeriod("2027/2031"), Threats: []threat.Threat{{ID: "t", Name: "N"}}}
	undated := dated
	undated.Period = ocs.Period{}
	broken := dated
	broken.Threats = []threat.Threat{{ID: "t", Name: "\xff"}}
	brokenInside := dated
	brokenInside.Threats = []threat.Threat{{ID: "t", Name: "N", Victims: []threat.Victim{"\xff"}}}
	for _, test := range []struct {
		name string
		s    *strategy.Strategy
		o    *stix.ExportOptions
		ok   bool
	}{
		{"dated", &dated, nil, true},
		{"undated", &undated, nil, false},
		{"undated with nothing to date", &strategy.Strategy{}, nil, true},
		{"dated by the caller", &undated, &stix.ExportOptions{Created: day}, true},
		{"modified by the caller", &undated, &stix.ExportOptions{Modified: day}, true},
		{"modified before", &dated, &stix.ExportOptions{Created: day, Modified: day.Add(-1)}, false},
		{"no such year", &dated, &stix.ExportOptions{Created: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)}, false},
		{"level", &dated, &stix.ExportOptions{Level: "public"}, false},
		{"namespace", &dated, &stix.ExportOptions{Namespace: "example.org"}, false},
		{"reserved namespace", &dated, &stix.ExportOptions{Namespace: "00abedb4-aa42-466c-9c01-fed23315a9b7"}, false},
		{"creator", &dated, &stix.ExportOptions{CreatedBy: "threat-actor--" + uuid1}, false},
		{"too many", &dated, &stix.ExportOptions{MaxObjects: 0x7fffffff}, true},
		{"not UTF-8", &broken, nil, false},
		{"not UTF-8 inside", &brokenInside, nil, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			data, _, err := stix.Export(test.s, test.o)
			require.Equal(t, test.ok, err == nil, "%v", err)
			require.Equal(t, test.ok, json.Valid(data))
		})
	}
	_, _, err := stix.Export(&dated, &stix.ExportOptions{MaxObjects: 1})
	require.NoError(t, err, "what defines the extension and the marking isn't counted")
	dated.Threats = append(dated.Threats, threat.Threat{ID: "u"})
	_, _, err = stix.Export(&dated, &stix.ExportOptions{MaxObjects: 1})
	require.Error(t, err)
}

// Identifiers are of version 5, of their own type, and depend on the namespace.
func TestIdentifiers(t *testing.T) {
	s := full(t)
	ours, _ := write(t, &s, stix.ExportOptions{})
	theirs, _ := write(t, &s, stix.ExportOptions{Namespace: "6ba7b811-9dad-11d1-80b4-00c04fd430c8"})
	ids := func(data []byte) map[string]bool {
		list := map[string]bool{}
		uuids := map[string]bool{}
		for _, o := range objects(t, data) {
			var head struct{ ID, Type, Name string }
			require.NoError(t, json.Unmarshal([]byte(o), &head))
			typ, uuid, _ := strings.Cut(head.ID, "--")
			require.Equal(t, head.Type, typ)
			require.False(t, uuids[uuid], "a UUID serves one object")
			uuids[uuid] = true
			if head.Type != "marking-definition" && head.Type != "extension-definition" && head.Name != "ocs" {
				require.Equal(t, byte('5'), uuid[14])
				list[head.ID] = true
			}
		}
		return list
	}
	a, b := ids(ours), ids(theirs)
	require.Len(t, b, len(a))
	for id := range a {
		require.NotContains(t, b, id)
	}
	// Fixed for ever: what was published refers to them.
	require.Contains(t, a, "threat-actor--dd43802a-bb94-5d00-b94c-a0b469e5f3ce")
	require.Equal(t, "extension-definition--5d940e03-f9b1-4a32-8bc7-e9e8181e472f", stix.ExtensionID)
}

// Appendix A of the standard, and no other way from words to numbers.
func TestConfidence(t *testing.T) {
	for _, test := range []struct {
		scheme threat.ConfidenceScheme
		code   string
		want   string // "" for none
	}{
		{threat.Percent, "0", "0"}, {threat.Percent, "70 %", "70"}, {threat.Percent, "101", ""}, {threat.Percent, "-1", ""}, {threat.Percent, "7.5", ""},
		{threat.Admiralty, "A1", "90"}, {threat.Admiralty, "b2", "70"}, {threat.Admiralty, "C3", "50"}, {threat.Admiralty, "D4", "30"}, {threat.Admiralty, "E5", "10"},
		{threat.Admiralty, "F6", ""}, {threat.Admiralty, "2", ""}, {threat.Admiralty, "G2", ""},
		{threat.LowMediumHigh, "low", "15"}, {threat.LowMediumHigh, "Medium", "50"}, {threat.LowMediumHigh, "high", "85"}, {threat.LowMediumHigh, "none", "0"},
		{threat.ICD203, "almost-no-chance", "5"}, {threat.ICD203, "very likely", "85"}, {threat.ICD203, "certain", ""},
		{threat.WEP, "certain", "100"}, {threat.WEP, "impossible", "0"}, {threat.ZeroToTen, "7", "70"}, {threat.ZeroToTen, "11", ""},
		{threat.PHIA, "likely", ""}, {threat.Grid3x5x2, "1A", ""}, {threat.Europol4x4, "A1", ""}, {"", "", ""}, {"other", "1", ""},
	} {
		s := strategy.Strategy{Period: ocs.MustPeriod("2027/2031"), Threats: []threat.Threat{{ID: "t",
			Assessments: []threat.Assessment{{Method: "m", Confidence: threat.Confidence{Scheme: test.scheme, Code: test.code}}}}}}
		data, _ := write(t, &s, stix.ExportOptions{})
		var report struct{ Confidence json.Number }
		require.NoError(t, json.Unmarshal([]byte(find(t, data, `"kind":"assessment"`)), &report))
		require.Equal(t, test.want, report.Confidence.String(), "%s %s", test.scheme, test.code)
	}
}

// Markings of TLP 1 are read, and nothing is made less strict on the way.
func TestMarkings(t *testing.T) {
	definition := func(more string) string {
		return `{"type":"marking-definition","spec_version":"2.1","id":"marking-definition--` + uuid3 + `","created":"2020-01-01T00:00:00.000Z",` + more + `}`
	}
	tlp2 := `"extensions":{"extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d":{"extension_type":"property-extension","tlp_2_0":"`
	marked := func(refs ...string) string {
		return `,"object_marking_refs":["marking-definition--` + strings.Join(refs, `","marking-definition--`) + `"]`
	}
	for _, test := range []struct {
		name, definition, more string
		want                   ocs.Marking
	}{
		{"none", definition(`"definition_type":"statement","definition":{"statement":"C"}`), "", ""},
		{"a statement", definition(`"definition_type":"statement","definition":{"statement":"C"}`), marked(uuid3), ""},
		{"white", "", marked("613f2e26-407d-48c7-9eca-b8e91df99dc9"), ocs.MarkingClear},
		{"the strictest", "", marked("f88d31f6-486f-44da-b317-01333bde0b82", "bab4a63c-aed9-4cf5-a766-dfca5abac2bb"), ocs.MarkingAmber},
		{"strict", "", marked("939a9414-2ddd-4d32-a0cd-375ea402b003"), ocs.MarkingAmberStrict},
		{"of its own making", definition(`"definition_type":"tlp","definition":{"tlp":"green"}`), marked(uuid3), ocs.MarkingGreen},
		{"of TLP 2", definition(tlp2 + `amber+strict"}}`), marked(uuid3), ocs.MarkingAmberStrict},
		{"of no known level", definition(tlp2 + `blue"}}`), marked(uuid3), ocs.MarkingRed},
		{"of another kind", definition(`"extensions":{"extension-definition--` + uuid2 + `":{"extension_type":"property-extension","level":1}}`), marked(uuid3), ocs.MarkingRed},
		{"a part", "", `,"granular_markings":[{"marking_ref":"marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed","selectors":["name"]}]`, ocs.MarkingRed},
		{"missing", "", marked(uuid3), ocs.MarkingRed},
	} {
		t.Run(test.name, func(t *testing.T) {
			list := []string{object("threat-actor", uuid1, test.more)}
			if test.definition != "" {
				list = append(list, test.definition)
			}
			data := bundleOf(list...)
			doc := read(t, data)
			require.Equal(t, test.want, doc.Strategy.Groups[0].Marking)
			back, fs := write(t, &doc.Strategy, stix.ExportOptions{})
			require.Empty(t, fs)
			require.Equal(t, string(data), compact(t, back))
		})
	}
}

// Of a document that may not be published as a whole, the parts that may are
// exported without its name.
func TestRestrictedDocument(t *testing.T) {
	s := strategy.Strategy{ID: "CANARY", Title: "CANARY", Vision: "CANARY", Notice: "Illustrative.", Version: "CANARY", Marking: ocs.MarkingAmber,
		Period:  ocs.MustPeriod("2027/2031"),
		Threats: []threat.Threat{{ID: "t", Name: "Open", Marking: ocs.MarkingClear}, {ID: "u", Name: "CANARY"}}}
	data, fs, err := stix.Export(&s, nil)
	require.NoError(t, err)
	lacks(t, data, "CANARY")
	has(t, data, "Illustrative.", "a notice is part of every output")
	require.Subset(t, look(fs), []seen{{"stix-withheld", "/title"}, {"stix-withheld", "/threats/1"}})
}

// Text with characters that JSON escapes comes back as it was.
func TestText(t *testing.T) {
	name := "a\x00\x01\t\r\n\"\\/<>&\u2028\u202e\U0001f600é" + strings.Repeat("ü", 100)
	s := strategy.Strategy{Period: ocs.MustPeriod("2027/2031"), Threats: []threat.Threat{{ID: "t", Name: name, Description: name, Victims: []threat.Victim{threat.Victim(name)}}}}
	data, _ := write(t, &s, stix.ExportOptions{})
	got := read(t, data).Strategy.Threats[0]
	require.Equal(t, name, got.Name)
	require.Equal(t, name, got.Description)
	require.Equal(t, s.Threats[0].Victims, got.Victims)
}
