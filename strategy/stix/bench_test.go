package stix_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy/stix"
)

// generated is a bundle with the number and mix of objects of a published
// knowledge base on attacks: 1,826, of which three quarters are relationships.
// Each has text of the usual length, and custom properties.
func generated() []byte {
	var out bytes.Buffer
	out.WriteString("{\n    \"type\": \"bundle\",\n    \"id\": \"bundle--" + uuid1 + "\",\n    \"objects\": [")
	types := []string{"attack-pattern", "attack-pattern", "course-of-action", "malware", "x-example-data", "x-example-data", "intrusion-set", "campaign", "threat-actor"}
	prose := strings.Repeat("Illustrative text of no meaning, of \\u201cquoted\\u201d words. ", 20)
	id := func(i int) string { return fmt.Sprintf("%s--8e2e2d2b-17d4-4cbf-938f-%012d", types[i%len(types)], i) }
	const all, entities = 1826, 453
	for i := range all {
		if i > 0 {
			out.WriteString(",")
		}
		fmt.Fprintf(&out, "\n        {\n            \"created\": \"2020-05-21T17:43:26.506Z\",\n            \"modified\": \"2025-04-16T23:04:10.%04dZ\",\n            \"spec_version\": \"2.1\",\n", i)
		if i < entities {
			fmt.Fprintf(&out, "            \"type\": %q,\n            \"id\": %q,\n            \"name\": \"Object %d\",\n            \"description\": \"%s\",\n            \"x_example_platforms\": [\"None\", \"Other\"],\n", types[i%len(types)], id(i), i, prose)
		} else {
			fmt.Fprintf(&out, "            \"type\": \"relationship\",\n            \"id\": \"relationship--8e2e2d2b-17d4-4cbf-938f-%012d\",\n            \"relationship_type\": \"%s\",\n            \"source_ref\": %q,\n            \"target_ref\": %q,\n            \"description\": \"%s\",\n",
				i, []string{"uses", "mitigates", "attributed-to", "part-of"}[i%4], id(i%entities), id((i*7+1)%entities), prose[:len(prose)/20*5])
		}
		fmt.Fprintf(&out, "            \"external_references\": [\n                {\"source_name\": \"example\", \"url\": \"https://example.org/%d\", \"external_id\": \"E%d\"}\n            ],\n            \"x_example_version\": \"1.%d\",\n            \"revoked\": false\n        }", i, i, i%10)
	}
	out.WriteString("\n    ]\n}\n")
	return out.Bytes()
}

// bundles are the generated one and, if OCS_STIX_BENCH names a file, that.
func bundles(b *testing.B) map[string][]byte {
	list := map[string][]byte{"generated": generated()}
	if file := os.Getenv("OCS_STIX_BENCH"); file != "" {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		list["published"] = data
	}
	return list
}

// BenchmarkPlain is what others are measured by: the standard library's
// decoding of a bundle into maps.
func BenchmarkPlain(b *testing.B) {
	for name, data := range bundles(b) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				var v map[string]any
				if err := json.Unmarshal(data, &v); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkImport(b *testing.B) {
	for name, data := range bundles(b) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if doc, err := stix.Import("b.json", bytes.NewReader(data), nil); err != nil || doc.Refused {
					b.Fatal(err, doc.Findings)
				}
			}
		})
	}
}

func BenchmarkExport(b *testing.B) {
	for name, data := range bundles(b) {
		b.Run(name, func(b *testing.B) {
			doc, err := stix.Import("b.json", bytes.NewReader(data), nil)
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := stix.Export(&doc.Strategy, &stix.ExportOptions{Level: ocs.MarkingRed}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
