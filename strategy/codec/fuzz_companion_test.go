package codec_test

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// FuzzCompanion feeds bytes to the decoder of documents beside a strategy, and
// what it makes of them to the functions that they are for. What is accepted
// comes back equal from each format.
func FuzzCompanion(f *testing.F) {
	f.Add([]byte("schema: ocs/v1\nstrategy: serbia\nselect: {areas: [RS], elements: [rs-o1, x]}\nset: {id: d, plans: [{id: p}]}\nwas: {title: x}\nadd: {threats: [{id: t}, {id: t}]}\n"))
	f.Add([]byte("schema: ocs/v1\nstrategy: serbia\nlanguage: sr\ntexts: [{element: serbia, field: title, source: x, text: y}]\n"))
	f.Add([]byte(bomb()))
	data, err := os.ReadFile("testdata/documents/serbia.strategy.yaml")
	if err != nil {
		f.Fatal(err)
	}
	doc := codec.Decode("serbia", data, nil)
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := &codec.Options{MaxNodes: 10_000, MaxAliases: 1000}
		national := doc.Strategy
		tailoring := companion[strategy.Tailoring](t, data, limits)
		national.ID = tailoring.Value.Strategy
		_, found := strategy.Tailor(&national, &tailoring.Value)
		located(t, tailoring.Locate, found, data)

		translation := companion[strategy.Translation](t, data, limits)
		national.ID = translation.Value.Strategy
		_, found = strategy.Localise(&national, &translation.Value)
		located(t, translation.Locate, found, data)
	})
}

// companion decodes a document and, unless it was refused, writes it and reads
// it again.
func companion[T any](t *testing.T, data []byte, limits *codec.Options) *codec.Companion[T] {
	c := codec.DecodeCompanion[T]("x", data, limits)
	located(t, c.Locate, c.Findings, data)
	if c.Refused {
		return c
	}
	for _, format := range formats {
		out, err := codec.EncodeCompanion(&c.Value, format)
		if err != nil {
			t.Fatalf("encoding as %s: %v", format, err)
		}
		again := codec.DecodeCompanion[T]("x."+string(format), out, nil)
		if diff := cmp.Diff(c.Value, again.Value, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("%s (-want +got):\n%s\n%s", format, diff, out)
		}
	}
	return c
}

func located(t *testing.T, locate func(ocs.Findings), found ocs.Findings, data []byte) {
	locate(found)
	for _, finding := range found {
		if pos := finding.Pos; pos.Line < 1 || pos.Column < 1 || pos.Offset < 0 || pos.Offset > len(data) {
			t.Fatalf("%v is at offset %d of %d", finding, pos.Offset, len(data))
		}
	}
}
