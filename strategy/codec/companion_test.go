package codec_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// spot is what tests compare of a finding in a file.
type spot struct {
	Rule         string
	Path         ocs.Pointer
	Line, Column int
}

func spots(fs ocs.Findings) (all []spot) {
	for _, f := range fs {
		all = append(all, spot{f.Rule, f.Path, f.Pos.Line, f.Pos.Column})
	}
	return all
}

func TestCompanionFaults(t *testing.T) {
	tests := []struct {
		name, data string
		options    *codec.Options
		want       []spot
		refused    bool
	}{
		{"none", "schema: ocs/v1\nstrategy: n\n", nil, nil, false},
		{"every one", "schema: ocs/v1\nstrateg: n\nselect:\n  areas: PK\nset:\n  period: soon\n  title:\n", nil, []spot{
			{"unknown-field", "/strateg", 2, 1}, {"wrong-type", "/select/areas", 4, 10}, {"invalid-value", "/set/period", 6, 11}, {"null-value", "/set/title", 7, 9},
		}, false},
		{"no schema", "strategy: n\n", nil, []spot{{"schema-missing", "/schema", 1, 1}}, false},
		{"another schema", "schema: ocs/v2\nx: 1\n", nil, []spot{{"schema-unsupported", "/schema", 1, 9}}, true},
		{"a later schema", "schema: ocs/v1.1\nx: 1\n", nil, []spot{{"unknown-field", "/x", 2, 1}}, false},
		{"syntax", "schema: ocs/v1\n\tx\n", nil, []spot{{"syntax", "", 2, 1}}, true},
		{"nothing", "", nil, []spot{{"empty-document", "", 1, 1}}, true},
		{"JSON", `{"schema": "ocs/v1", "strategy": 1}`, nil, []spot{{"wrong-type", "/strategy", 1, 34}}, false},
		{"too large", "schema: ocs/v1\nstrategy: n\n", &codec.Options{MaxBytes: 10}, []spot{{"limit-exceeded", "", 1, 1}}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := codec.DecodeCompanion[strategy.Tailoring]("x", []byte(test.data), test.options)
			if diff := cmp.Diff(test.want, spots(c.Findings)); diff != "" || c.Refused != test.refused {
				t.Errorf("refused %t, (-want +got):\n%s", c.Refused, diff)
			}
			if c.Refused && c.Value.Schema != "" {
				t.Error("something was kept")
			}
		})
	}
}

func TestCompanionRoundTrip(t *testing.T) {
	want := strategy.Tailoring{
		Schema: strategy.Schema, Strategy: "n", Version: "1.10",
		Select:     strategy.Selection{Areas: []ocs.Area{"NO-03"}, Pillars: []pillar.ID{"prevent"}},
		Set:        strategy.Strategy{ID: "0123", Title: "yes", Plans: []strategy.Plan{{ID: "p", Period: ocs.MustPeriod("2027")}}},
		Extensions: ocs.Extensions{"zz.example/x": []byte(`{"a":[1,null]}`)},
	}
	for _, format := range []codec.Syntax{codec.YAML, codec.JSON} {
		data, err := codec.EncodeCompanion(&want, format)
		require.NoError(t, err)
		c := codec.DecodeCompanion[strategy.Tailoring]("x."+string(format), data, nil)
		if diff := cmp.Diff(want, c.Value, cmpopts.EquateEmpty()); diff != "" || len(c.Findings) > 0 {
			t.Errorf("%s: %v (-want +got):\n%s", format, c.Findings, diff)
		}
	}
}

func TestCompanionLocate(t *testing.T) {
	const data = "schema: ocs/v1\nset:\n  id: x\n"
	c := codec.DecodeCompanion[strategy.Tailoring]("x.yaml", []byte(data), nil)
	found := ocs.Findings{{Path: "/set/id"}, {Path: "/strategy"}}
	c.Locate(found)
	if diff := cmp.Diff([]spot{{"", "/set/id", 3, 7}, {"", "/strategy", 1, 1}}, spots(found)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if string(c.Source("x.yaml")) != data || c.Source("y.yaml") != nil {
		t.Error("the source is not that of the file")
	}
}
