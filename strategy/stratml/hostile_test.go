package stratml_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/ocs-framework/ocs/strategy/stratml"
	"github.com/stretchr/testify/require"
)

const head = `<StrategicPlan xmlns="urn:ISO:std:iso:17469:tech:xsd:stratml_core"><Name>N</Name><StrategicPlanCore><Goal><Name>G</Name><Description>D</Description>`
const tail = `</Goal></StrategicPlanCore></StrategicPlan>`

func TestLimits(t *testing.T) {
	for name, tc := range map[string]struct {
		data    string
		options stratml.Options
		refused bool
	}{
		"within":          {data: head + tail, options: stratml.Options{MaxBytes: len(head + tail), MaxDepth: 4, MaxNodes: 7}},
		"bytes":           {data: head + tail, options: stratml.Options{MaxBytes: len(head+tail) - 1}, refused: true},
		"depth":           {data: head + tail, options: stratml.Options{MaxDepth: 3}, refused: true},
		"nodes":           {data: head + tail, options: stratml.Options{MaxNodes: 6}, refused: true},
		"default depth":   {data: strings.Repeat("<a>", 100_000), refused: true},
		"attributes":      {data: "<StrategicPlan" + manyAttributes(101) + "/>", refused: true},
		"some attributes": {data: "<StrategicPlan" + manyAttributes(100) + "/>"},
		"all attributes":  {data: "<StrategicPlan" + strings.Repeat(" a=''", 5_000_000) + "/>", refused: true},
	} {
		t.Run(name, func(t *testing.T) {
			d := stratml.Decode("l.xml", []byte(tc.data), &tc.options)
			if d.Refused != tc.refused {
				t.Fatalf("refused: %v, want %v: %v", d.Refused, tc.refused, d.Findings)
			}
			if tc.refused {
				require.Equal(t, "xml-limit", d.Findings[0].Rule)
			}
		})
	}
}

func manyAttributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, " a%d=''", i)
	}
	return b.String()
}

func manyMembers(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `,"m%d":[1]`, i)
	}
	return b.String()
}

// Documents made to take long don't.
func TestHostileDocuments(t *testing.T) {
	if testing.Short() {
		t.Skip("large documents")
	}
	for name, data := range map[string]string{
		"text in pieces":    head + "<OtherInformation>" + strings.Repeat("x<!---->", 100_000) + "</OtherInformation>" + tail,
		"equal identifiers": head + strings.Repeat("<Objective><Name>n</Name><Identifier>i</Identifier></Objective>", 10_000) + tail,
		"equal names":       head + strings.Repeat("<Stakeholder><Name>n</Name></Stakeholder>", 20_000) + tail,
		"equal sequences":   head + strings.Repeat("<Objective><Name>n</Name><SequenceIndicator>1.1.1.1.1.1</SequenceIndicator></Objective>", 10_000) + tail,
		"long sequence":     head + "<Objective><SequenceIndicator>" + strings.Repeat("1.", 50_000) + "</SequenceIndicator></Objective>" + tail,
		"second elements":   head + strings.Repeat("<Name>n</Name>", 100_000) + tail,
		"foreign elements":  head + strings.Repeat("<x/>", 100_000) + tail,
		"namespaces":        head + strings.Repeat(`<x xmlns:a="b" a:c=""/>`, 50_000) + tail,
		"results": head + "<Objective><PerformanceIndicator><MeasurementInstance>" + strings.Repeat("<ActualResult><NumberOfUnits>1</NumberOfUnits></ActualResult>", 30_000) +
			"</MeasurementInstance></PerformanceIndicator></Objective>" + tail,
		"organisation": strings.Replace(head, "<Goal>", `<Organization><Name>o</Name>`+strings.Repeat(`<Stakeholder><Name>n</Name><Role><Name>r</Name></Role></Stakeholder>`, 5_000)+"</Organization><Goal>", 1) +
			strings.Repeat(`<Stakeholder StakeholderTypeType="Organization"><Name>o</Name></Stakeholder>`, 5_000) + tail,
		"members": head + "<OtherInformation>x</OtherInformation>" + tail[:len(tail)-len("</StrategicPlan>")] + `<?ocs v1?><?ocs extensions {"ocs:stratml":{"unnumbered":[]` +
			manyMembers(50_000) + `}}?></StrategicPlan>`,
		"instructions": head + strings.Repeat(`<Stakeholder><?ocs actor "a"?><Name>n</Name></Stakeholder>`, 10_000) + tail,
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			d := stratml.Decode("h.xml", []byte(data), nil)
			require.False(t, d.Refused)
			require.LessOrEqual(t, len(d.Findings), 5000)
			_, _, err := stratml.Encode(&d.Strategy, stratml.Part2, nil)
			require.NoError(t, err)
			if took := time.Since(start); took > 3*time.Minute {
				t.Errorf("took %v", took)
			}
		})
	}
}

// Where there are more than a thousand findings of a code, the others are
// counted.
func TestOmitted(t *testing.T) {
	d := stratml.Decode("o.xml", []byte(head+strings.Repeat("<x/>", 1234)+tail), nil)
	require.Len(t, d.Findings, 1000)
	require.Len(t, d.Omitted, 1)
	require.Equal(t, "stratml-foreign", d.Omitted[0].Rule)
	require.Equal(t, 234, d.Omitted[0].Count)
}

func TestEncodings(t *testing.T) {
	const doc = `<?xml version="1.0" encoding="%s"?><StrategicPlan><Name>Café ☕</Name><StrategicPlanCore/></StrategicPlan>`
	plain := fmt.Sprintf(doc, "utf-8")
	units := utf16.Encode([]rune(fmt.Sprintf(doc, "UTF-16")))
	var big, little []byte
	for _, u := range append([]uint16{0xFEFF}, units...) {
		big, little = append(big, byte(u>>8), byte(u)), append(little, byte(u), byte(u>>8))
	}
	for name, tc := range map[string]struct{ data, want string }{
		"utf-8":          {plain, "Café ☕"},
		"mark":           {"\ufeff" + plain, "Café ☕"},
		"utf-16be":       {string(big), "Café ☕"},
		"utf-16le":       {string(little), "Café ☕"},
		"utf-16 in name": {fmt.Sprintf(doc, "utf-16"), "Café ☕"},
		"latin":          {"<?xml version='1.0' encoding='ISO-8859-1'?><StrategicPlan><Name>Caf\xe9</Name></StrategicPlan>", "Café"},
		"windows":        {`<?xml version="1.0" encoding="windows-1252"?><StrategicPlan><Name>` + "\x93Caf\xe9\x94</Name></StrategicPlan>", "“Café”"},
	} {
		if got := stratml.Decode("e.xml", []byte(tc.data), nil).Strategy.Title; got != tc.want {
			t.Errorf("%s: the title is %q, want %q", name, got, tc.want)
		}
	}
	d := stratml.Decode("e.xml", []byte("\ufeff<StrategicPlan>\n<Name>é</Name><x/></StrategicPlan>"), nil)
	for _, f := range d.Findings {
		if f.Rule == "stratml-foreign" {
			if diff := cmp.Diff([]int{2, 15, 34}, []int{f.Pos.Line, f.Pos.Column, f.Pos.Offset}); diff != "" {
				t.Errorf("position (-want +got):\n%s", diff)
			}
		}
	}
}
