package sheet_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/sheet"
)

// FuzzRead reads any bytes by a mapping of any text, into nothing and into a
// strategy.
func FuzzRead(f *testing.F) {
	table, err := os.ReadFile("testdata/ministry.csv")
	require.NoError(f, err)
	mapping, err := os.ReadFile("testdata/ministry.mapping.yaml")
	require.NoError(f, err)
	f.Add(table, mapping)
	f.Add([]byte(plan), []byte(""))
	f.Add([]byte("sep=;\nActivity;Milestones;Cost\nA;b (2027);PKR 5\n"), []byte("{schema: ocs/v1, columns: [{header: Activity, field: title}, {header: Cost, field: cost}]}"))
	f.Add([]byte("\xff\xfea\x00"), []byte("{}"))
	f.Fuzz(func(t *testing.T, table, mapping []byte) {
		var m *sheet.Mapping
		if len(mapping) > 0 {
			if c := codec.DecodeCompanion[sheet.Mapping]("m.yaml", mapping, nil); !c.Refused {
				m = &c.Value
			}
		}
		for _, into := range []*strategy.Strategy{nil, new(small())} {
			o := &sheet.Options{Into: into}
			doc := sheet.Read("t.csv", table, m, o)
			if diff := cmp.Diff(doc, sheet.Read("t.csv", table, m, o)); diff != "" {
				t.Fatalf("the same table gives something else (-first +second):\n%s", diff)
			}
			if into != nil {
				if diff := cmp.Diff(small(), *into); diff != "" {
					t.Fatalf("the strategy that was given changed (-before +after):\n%s", diff)
				}
				if diff := cmp.Diff(small(), doc.Strategy); doc.Refused && diff != "" {
					t.Fatalf("refused, and something was taken:\n%s", diff)
				}
			}
			for _, f := range doc.Findings {
				if f.Rule == "" || f.Severity == ocs.Off || f.Pos.Offset > len(doc.Text) {
					t.Fatalf("finding %+v", f)
				}
			}
			strategy.Validate(&doc.Strategy, nil)
			sound(t, &doc.Strategy)
		}
	})
}

// sound fails unless every identifier is well-formed and its own, and the
// strategy survives a document.
func sound(t *testing.T, s *strategy.Strategy) {
	t.Helper()
	ix := strategy.NewIndex(s)
	seen := make(map[ocs.ID]bool)
	claim := func(id ocs.ID) {
		if !id.WellFormed() || seen[id] {
			t.Fatalf("identifier %q", id)
		}
		seen[id] = true
	}
	for a := range ix.Actors() {
		claim(ocs.ID(a.ID))
	}
	for o := range ix.Objectives() {
		claim(ocs.ID(o.ID))
	}
	for th := range ix.Threats() {
		claim(ocs.ID(th.ID))
	}
	for p := range ix.Plans() {
		claim(ocs.ID(p.ID))
	}
	for c := range ix.Commitments() {
		claim(ocs.ID(c.ID))
	}
	for m := range ix.Milestones() {
		claim(ocs.ID(m.ID))
	}
	for i := range ix.Indicators() {
		claim(ocs.ID(i.ID))
	}
	data, err := codec.Encode(s, codec.JSON)
	require.NoError(t, err)
	doc := codec.Decode("s.json", data, nil)
	for _, f := range doc.Findings {
		if f.Severity == ocs.Error && !strings.HasPrefix(f.Rule, "schema") {
			t.Fatalf("the document isn't read back: %v", f)
		}
	}
}
