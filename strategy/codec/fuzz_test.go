package codec_test

import (
	"encoding/json"
	"os"
	"testing"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// FuzzDecode feeds bytes to the decoder. Whatever they are, it neither panics
// nor hangs, every finding stands in the file, and what it accepts comes back
// equal from each format.
func FuzzDecode(f *testing.F) {
	for _, name := range []string{"faults.yaml", "faults.json", "documents/serbia.strategy.yaml"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(name, data)
	}
	for _, text := range texts {
		f.Add("a.yaml", []byte("schema: ocs/v1\ntitle: "+text+"\n"))
		f.Add("a.yaml", []byte("schema: ocs/v1\nextensions: {a.b: ["+text+"]}\n"))
	}
	f.Add("a.yaml", []byte(bomb()))
	f.Add("", []byte(`{"schema":"ocs/v1","plans":[{"id":"p","commitments":[{"deadline":"p+6m","costs":[{"money":"PKR 1.50"}]}]}]}`))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		d := codec.Decode(name, data, &codec.Options{MaxNodes: 10_000, MaxAliases: 1000})
		for _, finding := range d.Findings {
			pos := finding.Pos
			if pos.Line < 1 || pos.Column < 1 || pos.Offset < 0 || pos.Offset > len(data) {
				t.Fatalf("%v is at offset %d of %d", finding, pos.Offset, len(data))
			}
		}
		d.Position("/plans/0/commitments/0/costs/0")
		if d.Refused {
			return
		}
		for _, format := range formats {
			out, err := codec.Encode(&d.Strategy, format)
			if err != nil {
				t.Fatalf("encoding as %s: %v", format, err)
			}
			again := codec.Decode("x."+string(format), out, nil)
			if diff := equal(d.Strategy, again.Strategy); diff != "" {
				t.Fatalf("%s (-want +got):\n%s\n%s", format, diff, out)
			}
		}
	})
}

// FuzzText writes any text as a value and as a name.
func FuzzText(f *testing.F) {
	for _, text := range texts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		value, err := json.Marshal(text)
		if err != nil || !utf8.ValidString(text) {
			return
		}
		s := strategy.Strategy{Schema: strategy.Schema, Title: text, Extensions: ocs.Extensions{text: value}}
		for _, format := range formats {
			data, err := codec.Encode(&s, format)
			if err != nil {
				t.Fatal(err)
			}
			d := codec.Decode("x."+string(format), data, nil)
			if diff := equal(s, d.Strategy); diff != "" || len(d.Findings) > 0 {
				t.Fatalf("%q in %s: %v (-want +got):\n%s\n%s", text, format, d.Findings, diff, data)
			}
		}
	})
}
