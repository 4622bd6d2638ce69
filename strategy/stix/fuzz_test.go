package stix_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/stix"
	"github.com/ocs-framework/ocs/threat"
)

// FuzzImport reads anything. What can be read comes back as it was, and after
// an edit can still be read.
func FuzzImport(f *testing.F) {
	for _, file := range []string{"testdata/foreign.json", "testdata/full-red.json"} {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`{"type":"bundle","objects":[` + object("threat-actor", uuid1, "") + `,{"type":"identity"},7,"x",{}]}`))
	f.Add([]byte(`{"type":"bundle","id":"\u0061","objects":[{"\u0074ype":"tool","id":"x"}],"z":[[[]]]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := stix.Import("f.json", bytes.NewReader(data), &stix.ImportOptions{Accept20: true})
		if err != nil {
			t.Fatal(err)
		}
		if doc.Refused {
			if len(doc.Findings) == 0 {
				t.Fatal("refused without a reason")
			}
			return
		}
		all := &stix.ExportOptions{Level: ocs.MarkingRed, Persons: true, Reissue: true, Created: time.Unix(0, 0)}
		back, _, err := stix.Export(&doc.Strategy, all)
		if err != nil {
			t.Fatal(err)
		}
		var want, got bytes.Buffer
		if json.Compact(&want, data) != nil || json.Compact(&got, back) != nil {
			t.Fatalf("not JSON: %s", back)
		}
		var dropped bool // entries that are no objects aren't kept
		for _, finding := range doc.Findings {
			dropped = dropped || finding.Rule == "stix-object" && strings.Count(string(finding.Path), "/") == 2
		}
		if !dropped && want.String() != got.String() {
			i := 0
			for i < min(want.Len(), got.Len()) && want.Bytes()[i] == got.Bytes()[i] {
				i++
			}
			around := func(b []byte) []byte { return b[max(0, i-200):min(len(b), i+200)] }
			t.Fatalf("came back as\n%s\nand was\n%s", around(got.Bytes()), around(want.Bytes()))
		}
		for i := range doc.Strategy.Groups {
			doc.Strategy.Groups[i].Name += "!"
			doc.Strategy.Groups[i].Ties = nil
		}
		back, _, err = stix.Export(&doc.Strategy, all)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := stix.Import("g.json", bytes.NewReader(back), nil); err != nil || again.Refused {
			t.Fatalf("what was edited can't be read: %v %v\n%s", err, again.Findings, back)
		}
	})
}

// FuzzKept exports a strategy in whose extensions anything may stand: it may
// have been through other hands since the import.
func FuzzKept(f *testing.F) {
	f.Add([]byte(`{"type":"bundle","id":"bundle--`+uuid1+`","objects":["threat-actor--`+uuid1+`",{"type":"relationship"}]}`), []byte(object("threat-actor", uuid1, "")))
	f.Add([]byte(`{"objects":[7,"x",null,[],{}]}`), []byte(`{"type":"campaign","id":"x"}`))
	f.Add([]byte(`[`), []byte(` { "a" : 1, "a" : 2 } `))
	f.Fuzz(func(t *testing.T, bundle, kept []byte) {
		s := strategy.Strategy{
			Groups:     []threat.Group{{ID: "g", Extensions: ocs.Extensions{stix.ObjectKey: kept}}, {ID: "h", Ties: []threat.Tie{{Kind: threat.PartOf, Group: "g"}}}},
			Threats:    []threat.Threat{{ID: "t", Extensions: ocs.Extensions{stix.ObjectKey: kept}}},
			Sources:    []ocs.Source{{ID: "s", Extensions: ocs.Extensions{stix.ObjectKey: kept}}},
			Extensions: ocs.Extensions{stix.BundleKey: bundle},
		}
		data, _, err := stix.Export(&s, &stix.ExportOptions{Level: ocs.MarkingRed, Created: time.Unix(0, 0)})
		if err != nil {
			return
		}
		if !json.Valid(data) {
			t.Fatalf("not JSON: %s", data)
		}
	})
}
