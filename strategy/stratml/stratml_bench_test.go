package stratml_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"testing"

	"github.com/ocs-framework/ocs/strategy/stratml"
)

// report makes a performance report of the shape of large ones in the wild:
// many measurements in few objectives. A goal has about 2,100 elements and
// 75 kB, so that twenty make the largest document that was seen.
func report(goals int) []byte {
	var out bytes.Buffer
	out.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<PerformancePlanOrReport xmlns="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport" Type="Performance_Report">
<Name>Report</Name><StrategicPlanCore><Organization><Name>Board</Name><Identifier>board</Identifier></Organization>
`)
	id := 0
	next := func() string { id++; return fmt.Sprintf("_27225d7e-b49a-11ee-b03e-%012d", id) }
	for g := range goals {
		fmt.Fprintf(&out, "<Goal><Name>Goal %d</Name><Description>Description of a goal</Description><Identifier>%s</Identifier><SequenceIndicator>%d</SequenceIndicator>\n", g, next(), g+1)
		for o := range 5 {
			fmt.Fprintf(&out, `<Objective><Name>Objective</Name><Description>Description of an objective in some more words</Description><Identifier>%s</Identifier><SequenceIndicator>%d.%d</SequenceIndicator>
<Stakeholder StakeholderTypeType="Organization"><Name>Office %d</Name><Description/><Role><Name>Lead</Name><Description/><RoleType>Performer</RoleType></Role></Stakeholder>
`, next(), g+1, o+1, (7*g+o)%100)
			for range 2 {
				fmt.Fprintf(&out, "<PerformanceIndicator ValueChainStage=\"Outcome\" PerformanceIndicatorType=\"Quantitative\"><MeasurementDimension>Sum</MeasurementDimension><UnitOfMeasurement>Dollars</UnitOfMeasurement><Identifier>%s</Identifier>\n", next())
				for y := range 11 {
					for _, kind := range []string{"TargetResult", "ActualResult"} {
						if kind == "TargetResult" {
							out.WriteString("<MeasurementInstance>")
						}
						fmt.Fprintf(&out, "<%s><StartDate>%d-10-01</StartDate><EndDate>%d-09-30</EndDate><NumberOfUnits>%d</NumberOfUnits><Descriptor><DescriptorName>Status</DescriptorName><DescriptorValue>Appropriated</DescriptorValue></Descriptor><Description>Subtotal of the year</Description></%[1]s>\n", kind, 2000+y, 2001+y, 1000*y+g)
					}
					out.WriteString("</MeasurementInstance>\n")
				}
				out.WriteString("</PerformanceIndicator>\n")
			}
			out.WriteString("</Objective>\n")
		}
		out.WriteString("</Goal>\n")
	}
	out.WriteString("</StrategicPlanCore></PerformancePlanOrReport>\n")
	return out.Bytes()
}

// The plain way to read StratML with the standard library, without findings,
// mapping or anything kept aside.
type plainPlan struct {
	Name  string
	Goals []struct {
		Name, Description, Identifier, SequenceIndicator string
		Objectives                                       []struct {
			Name, Description, Identifier, SequenceIndicator string
			Stakeholders                                     []struct {
				Type              string `xml:"StakeholderTypeType,attr"`
				Name, Description string
				Roles             []struct {
					Name, Description string
					RoleType          []string
				} `xml:"Role"`
			} `xml:"Stakeholder"`
			Indicators []struct {
				Stage                                               string `xml:"ValueChainStage,attr"`
				MeasurementDimension, UnitOfMeasurement, Identifier string
				Instances                                           []struct {
					Targets []plainResult `xml:"TargetResult"`
					Actuals []plainResult `xml:"ActualResult"`
				} `xml:"MeasurementInstance"`
			} `xml:"PerformanceIndicator"`
		} `xml:"Objective"`
	} `xml:"StrategicPlanCore>Goal"`
}

type plainResult struct {
	StartDate, EndDate, NumberOfUnits, Description string
	DescriptorName                                 string `xml:"Descriptor>DescriptorName"`
	DescriptorValue                                string `xml:"Descriptor>DescriptorValue"`
}

// The sizes are so far apart that speed which falls with size is seen.
var sizes = []int{5, 20, 100, 690}

func BenchmarkDecode(b *testing.B) {
	for _, goals := range sizes {
		data := report(goals)
		b.Run(fmt.Sprintf("%dkB", len(data)/1000), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if d := stratml.Decode("r.xml", data, nil); d.Refused {
					b.Fatal(d.Findings)
				}
			}
		})
	}
}

func BenchmarkEncode(b *testing.B) {
	for _, goals := range sizes {
		data := report(goals)
		d := stratml.Decode("r.xml", data, nil)
		b.Run(fmt.Sprintf("%dkB", len(data)/1000), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := stratml.Encode(&d.Strategy, stratml.Part2, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkPlain is what BenchmarkDecode is held against.
func BenchmarkPlain(b *testing.B) {
	data := report(20)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var p plainPlan
		if err := xml.Unmarshal(data, &p); err != nil {
			b.Fatal(err)
		}
	}
}
