package stix_test

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/stix"
	"github.com/ocs-framework/ocs/threat"
)

// What may be published goes into the bundle. The rest is reported.
func ExampleExport() {
	s := strategy.Strategy{
		ID: "zz-2027", Title: "Illustrative strategy",
		Adoption: strategy.Adoption{Date: ocs.MustDate("2027-03-01")},
		Threats:  []threat.Threat{{ID: "t-opiates", Name: "Trafficking in opiates", Markets: []threat.Market{threat.HeroinTrafficking}}},
		Groups: []threat.Group{
			{ID: "g-corridor", Name: "Brokers of a corridor", Threats: []threat.ID{"t-opiates"}, Marking: ocs.MarkingClear},
			{ID: "g-dealers", Name: "Dealers in the capital"}, // amber, since it says nothing else
		},
		Actors: []actor.Actor{{ID: "moi", Name: "Ministry of the Interior"}},
	}
	data, findings, err := stix.Export(&s, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range findings {
		fmt.Println(f.Rule, f.Path)
	}
	doc, err := stix.Import("zz.json", bytes.NewReader(data), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, g := range doc.Strategy.Groups {
		fmt.Println(g.ID, g.Marking, g.Threats)
	}
	// Output:
	// stix-withheld /groups/1
	// g-corridor clear [t-opiates]
}

// A partner's bundle is read, one description is mended, and the bundle goes
// back: what wasn't touched is as it was, to the last digit.
func ExampleImport() {
	const bundle = `{"type": "bundle", "id": "bundle--5d0092c5-5f74-4287-9642-33f4c354e56d", "objects": [
	{"type": "threat-actor", "spec_version": "2.1", "id": "threat-actor--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f",
	 "created": "2026-04-06T20:03:48.1234567Z", "modified": "2026-04-06T20:03:48.1234567Z",
	 "name": "Harbour Ring", "description": "Dockers", "confidence": 0, "x_partner_score": 7.10}]}`

	doc, err := stix.Import("partner.json", strings.NewReader(bundle), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	doc.Strategy.Groups[0].Description = "Dockers and hauliers"
	data, findings, err := stix.Export(&doc.Strategy, &stix.ExportOptions{
		Level:    ocs.MarkingRed,
		Modified: time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(findings[0].Rule, findings[0].Path)
	fmt.Print(string(data))
	// Output:
	// stix-edited /groups/0
	// {"type":"bundle","id":"bundle--5d0092c5-5f74-4287-9642-33f4c354e56d","objects":[
	// {"type":"threat-actor","spec_version":"2.1","id":"threat-actor--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f","created":"2026-04-06T20:03:48.1234567Z","modified":"2027-01-01T00:00:00.000Z","name":"Harbour Ring","description":"Dockers and hauliers","confidence":0,"x_partner_score":7.10}
	// ]}
}

// The kinds of finding, for a manual or a filter: here the errors.
func ExampleFaults() {
	for _, f := range stix.Faults() {
		if f.Severity == ocs.Error {
			fmt.Println(f.Code, "-", f.Title)
		}
	}
	// Output:
	// stix-syntax - The bundle is JSON without duplicate names
	// stix-not-a-bundle - The file holds a STIX bundle
	// stix-limit - The bundle keeps within the limits on size, depth and number of objects
	// stix-object - Every entry of objects is an object with a type
	// stix-version - Every object is of STIX 2.1
}
