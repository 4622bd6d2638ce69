package stratml_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/strategy/stratml"
	"github.com/stretchr/testify/require"
)

// A plan that was imported, kept as YAML and edited there is exported with the
// edits, with the identifiers that it had, and with what the model has no field
// for.
func TestEditsOfTheStrategyAreWritten(t *testing.T) {
	data, err := os.ReadFile("testdata/part2.xml")
	require.NoError(t, err)
	imported := stratml.Decode("part2.xml", data, nil)
	yaml, err := codec.Encode(&imported.Strategy, codec.YAML)
	require.NoError(t, err)
	s := codec.Decode("kept.yaml", yaml, nil).Strategy

	s.Title = "Second report on the River"
	s.Actors[1].Name = "Water Company"
	o := &s.Objectives[0]
	o.Title = "Much less nitrate"
	q := &o.Indicators[0]
	q.Targets = append(q.Targets, pillar.Target{By: ocs.MustDate("2024"), Value: ocs.Num(20)})
	q.Targets[1].Value = ocs.Num(25)
	q.Baseline.Value = ocs.Num(56)
	s.Reports[0].Readings = s.Reports[0].Readings[1:]
	s.Objectives[1].Parent = ""
	s.Objectives[1].Extensions = nil
	s.Objectives[1].Owner = "board"
	s.Actors = append(s.Actors, actor.Actor{ID: "board", Name: "New Board"})
	s.Objectives = append(s.Objectives, pillar.Objective{ID: "fish", Pillar: "g1", Title: "More fish"})

	for _, part := range both {
		out, _, err := stratml.Encode(&s, part, nil)
		require.NoError(t, err)
		require.Empty(t, invalid(out, part))
		again := stratml.Decode("again.xml", out, nil)
		if diff := cmp.Diff(s, again.Strategy, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("Part %d (-want +got):\n%s", part, diff)
		}
		text := string(out)
		want := []string{"<Name>Second report on the River</Name>", "<Name>Water Company</Name>", "<Name>Much less nitrate</Name>", "<Identifier>_b1</Identifier>",
			"<Name>New Board</Name>", "<Identifier>fish</Identifier>", "<?xml-stylesheet", "<SequenceIndicator>1.2</SequenceIndicator>"}
		if part == stratml.Part2 {
			want = append(want, "<NumberOfUnits>25</NumberOfUnits>", "<NumberOfUnits>56</NumberOfUnits>", "<EndDate>2024-12-31</EndDate>", "<NumberOfUnits>40.0</NumberOfUnits>",
				"<DescriptorValue>Adopted</DescriptorValue>", "<ReferentIdentifier>http://plans.example/i7</ReferentIdentifier>", "<Description>of water</Description>",
				"<EndDate>2022-12-31Z</EndDate>")
		}
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("Part %d lacks %s", part, w)
			}
		}
		visible, _, _ := strings.Cut(text, "<?ocs v1?>")
		for _, gone := range []string{"<Name>Less nitrate</Name>", "<NumberOfUnits>55</NumberOfUnits>", "042.50"} {
			if strings.Contains(visible, gone) {
				t.Errorf("Part %d still has %s", part, gone)
			}
		}
	}
}
