package codec_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
	"github.com/ocs-framework/ocs/threat"
)

// generated returns a strategy of n commitments, the same for the same n.
func generated(n int) *strategy.Strategy {
	prose := strings.Repeat("The ministry sets up a joint unit with the provinces. ", 3) +
		"L’autorité compétente établit une unité conjointe. " + "وزارت داخلہ صوبوں کے ساتھ مشترکہ یونٹ قائم کرے گی۔"
	s := &strategy.Strategy{Schema: strategy.Schema, ID: "zz", Title: "Generated", Period: ocs.MustPeriod("2026/2030"),
		Plans: []strategy.Plan{{ID: "p", Title: "Plan", Total: ocs.MustMoney("PKR 1500000000.00")}}}
	for i := range n {
		if i%20 == 0 {
			s.Threats = append(s.Threats, threat.Threat{ID: threat.ID(fmt.Sprint("th-", i)), Name: "Threat", Description: prose})
			s.Actors = append(s.Actors, actor.Actor{ID: actor.ID(fmt.Sprint("ac-", i)), Name: "Office", Kind: "ministry", Description: prose})
		}
		if i%5 == 0 {
			s.Objectives = append(s.Objectives, pillar.Objective{ID: pillar.ObjectiveID(fmt.Sprint("ob-", i)), Pillar: pillar.Protect,
				Title: "Objective", Description: prose, Threats: []threat.ID{threat.ID(fmt.Sprint("th-", i/20*20))},
				Indicators: []pillar.Indicator{{ID: pillar.IndicatorID(fmt.Sprint("in-", i)), Name: "Indicator", Unit: "persons",
					Baseline: pillar.Baseline{Value: ocs.Num(int64(i)), Date: ocs.MustDate("2025-12-31")},
					Targets:  []pillar.Target{{By: ocs.MustDate("2028"), Value: ocs.MustDecimal("12.50")}}}}})
		}
		s.Plans[0].Commitments = append(s.Plans[0].Commitments, strategy.Commitment{ID: strategy.CommitmentID(fmt.Sprint("c-", i)),
			Kind: "activity", Title: prose[:60], Description: prose, Lead: actor.ID(fmt.Sprint("ac-", i/20*20)),
			Objectives: []pillar.ObjectiveID{pillar.ObjectiveID(fmt.Sprint("ob-", i/5*5))},
			Start:      ocs.MustDate("2026-07-01"), Deadline: ocs.MustDeadline("2027-Q2"),
			Milestones: []strategy.Milestone{{ID: strategy.MilestoneID(fmt.Sprint("m-", i)), Title: "Draft", Due: ocs.MustDeadline("adoption+90d")}},
			Costs:      []strategy.Cost{{Money: ocs.MustMoney("PKR 12500000.00"), Period: ocs.MustPeriod("2026")}}})
	}
	return s
}

// benchDocument is the generated document in a format, clean or with ten faults.
func benchDocument(b *testing.B, f codec.Syntax, faults bool) []byte {
	data, err := codec.Encode(generated(1000), f)
	require.NoError(b, err)
	if faults {
		for i := range 10 {
			deadline := fmt.Sprintf("c-%d\"", 100*i+50)
			if f == codec.YAML {
				deadline = fmt.Sprintf("c-%d\n", 100*i+50)
			}
			at := bytes.Index(data, []byte(deadline))
			at += bytes.Index(data[at:], []byte("2027-Q2"))
			copy(data[at:], "2027-Q9")
		}
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	return data
}

func BenchmarkDecode(b *testing.B) {
	for _, f := range formats {
		b.Run(string(f), func(b *testing.B) {
			data := benchDocument(b, f, false)
			for b.Loop() {
				if d := codec.Decode("x."+string(f), data, nil); len(d.Findings) > 0 {
					b.Fatal(d.Findings)
				}
			}
		})
		b.Run(string(f)+"-10-faults", func(b *testing.B) {
			data := benchDocument(b, f, true)
			for b.Loop() {
				if d := codec.Decode("x."+string(f), data, nil); len(d.Findings) != 10 {
					b.Fatal(d.Findings)
				}
			}
		})
		b.Run(string(f)+"-10-located", func(b *testing.B) {
			data := benchDocument(b, f, false)
			for b.Loop() {
				d := codec.Decode("x."+string(f), data, nil)
				var fs ocs.Findings
				for i := range 10 {
					fs = append(fs, ocs.Finding{Path: ocs.Pointer(fmt.Sprintf("/plans/0/commitments/%d/deadline", 100*i+50))})
				}
				d.Locate(fs)
				if fs[9].Pos.Line < 1000 {
					b.Fatal(fs[9])
				}
			}
		})
	}
}

// What the libraries take alone.
func BenchmarkPeers(b *testing.B) {
	b.Run("json", func(b *testing.B) {
		data := benchDocument(b, codec.JSON, false)
		for b.Loop() {
			var s strategy.Strategy
			if err := json.Unmarshal(data, &s); err != nil {
				b.Fatal(err)
			}
		}
	})
	// The model has no tags for YAML, so the same members are decoded without types.
	b.Run("yaml-any", func(b *testing.B) {
		data := benchDocument(b, codec.YAML, false)
		for b.Loop() {
			var s any
			if err := yaml.Unmarshal(data, &s); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("yaml-nodes", func(b *testing.B) {
		data := benchDocument(b, codec.YAML, false)
		for b.Loop() {
			var s yaml.Node
			if err := yaml.Load(data, &s); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	s := generated(1000)
	for _, f := range formats {
		b.Run(string(f), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				data, err := codec.Encode(s, f)
				if err != nil {
					b.Fatal(err)
				}
				b.SetBytes(int64(len(data)))
			}
		})
	}
}

func BenchmarkFormat(b *testing.B) {
	for _, f := range formats {
		b.Run(string(f), func(b *testing.B) {
			data := benchDocument(b, f, false)
			for b.Loop() {
				if _, err := codec.Format("x."+string(f), data, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSet(b *testing.B) {
	for _, f := range formats {
		b.Run(string(f), func(b *testing.B) {
			data := benchDocument(b, f, false)
			for b.Loop() {
				if _, err := codec.Set("x."+string(f), data, "/plans/0/commitments/500/deadline", "2028", nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
