package stratml

import (
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// stageKinds are the kinds of indicator that stages stand for.
var stageKinds = map[string]pillar.IndicatorKind{
	"Outcome": pillar.Outcome, "Output_Processing": pillar.Process, "Output": pillar.Output,
	"Input_Processing": pillar.Process, "Input": pillar.Input,
}

// stageOf is the stage as which a kind of indicator is written.
func stageOf(k pillar.IndicatorKind) string {
	switch k {
	case pillar.Impact, pillar.Outcome:
		return "Outcome"
	case pillar.Output:
		return "Output"
	case pillar.Process:
		return "Input_Processing"
	case pillar.Input:
		return "Input"
	}
	return ""
}

// valueType is the type as which an indicator is written.
func valueType(k pillar.ValueKind) string {
	if k == "" || k == pillar.Number {
		return indicatorTypes[0]
	}
	return indicatorTypes[1]
}

// indicator maps a performance indicator, and its actual results onto readings.
func (m *importer) indicator(q *indicator, id string) pillar.Indicator {
	out := pillar.Indicator{ID: pillar.IndicatorID(id), Name: q.Dimension, Unit: q.Unit, Description: m.other(q.Other), Kind: stageKinds[q.Stage]}
	q.Dimension, q.Unit, q.Other = "", "", ""
	if text(q.Type) == indicatorTypes[1] {
		out.Value = pillar.Narrative
	}
	if text(q.Type) == valueType(out.Value) {
		q.Type = nil
	}
	if q.Stage == stageOf(out.Kind) {
		q.Stage = ""
	}
	q.Identifier, q.SameAs = m.keepID(q.Identifier, id)
	plain := true
	for i := range q.Instances {
		n := &q.Instances[i]
		for j := range n.Targets {
			out.Targets = append(out.Targets, takeTarget(&n.Targets[j]))
			plain = plain && n.Targets[j].isBlank()
		}
		for j := range n.Actuals {
			r := &n.Actuals[j]
			if isBaseline(r) && out.Baseline == (pillar.Baseline{}) {
				out.Baseline = takeBaseline(r)
				plain = plain && j == 0 && isEmpty(result{Baseline: true}, *r)
				continue
			}
			m.results.Readings = append(m.results.Readings, takeReading(r, out.ID))
			plain = plain && r.isBlank()
		}
		plain = plain && len(n.Residue) == 0
	}
	if plain && len(q.Instances) == 1 {
		q.Instances = nil
	}
	if !isEmpty(indicator{}, *q) {
		out.Extensions = extension(*q)
	}
	return out
}

// isBaseline reports whether an actual result is marked as the baseline, as
// documents do it.
func isBaseline(r *result) bool {
	return strings.EqualFold(r.DescriptorName, "status") && strings.EqualFold(r.DescriptorValue, "baseline")
}

// takeResult takes from a result what the model has fields for. Of a number the
// description stays with the result.
func takeResult(r *result) (end ocs.Date, number ocs.Decimal, words string) {
	end, _ = takeDate(r.End)
	number, ok := decimalOf(r.Number)
	if !ok {
		words, r.Description = r.Description, ""
		if words == "" && r.DescriptorValue != "" && !r.Baseline {
			words, r.Described = r.DescriptorValue, true
		}
	}
	return end, number, words
}

// settle forgets the end and number of a result as they were read, if the
// model says them in the same words and there is nothing else to remember.
func (r *result) settle(end ocs.Date, number ocs.Decimal) {
	if r.Start == "" && r.DescriptorName == "" && r.DescriptorValue == "" && r.Description == "" && len(r.Residue) == 0 &&
		r.End == dayText(end) && r.Number == number.String() {
		r.End, r.Number = "", ""
	}
}

// dayText is a date as StratML has it.
func dayText(d ocs.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Last().String()
}

func takeTarget(r *result) pillar.Target {
	end, number, words := takeResult(r)
	r.settle(end, number)
	return pillar.Target{By: end, Value: number, Text: words}
}

func takeReading(r *result, id pillar.IndicatorID) strategy.Reading {
	end, number, words := takeResult(r)
	out := strategy.Reading{Indicator: id, Date: end, Value: number, Text: words}
	if number.IsSet() {
		out.Note, r.Description = r.Description, ""
	}
	r.settle(end, number)
	return out
}

func takeBaseline(r *result) pillar.Baseline {
	r.Baseline = true
	end, number, words := takeResult(r)
	if r.DescriptorName == baselineName && r.DescriptorValue == baselineValue {
		r.DescriptorName, r.DescriptorValue = "", ""
	}
	r.settle(end, number)
	return pillar.Baseline{Value: number, Text: words, Date: end}
}

// The descriptor of a baseline.
const (
	baselineName  = "Status"
	baselineValue = "Baseline"
)
