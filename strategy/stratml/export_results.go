package stratml

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

func (x *exporter) indicator(q *pillar.Indicator) indicator {
	e := extended[indicator](q.Extensions)
	e.Dimension, e.Unit, e.Other = q.Name, q.Unit, q.Description
	if stageKinds[e.Stage] != q.Kind || e.Stage == "" {
		e.Stage = stageOf(q.Kind)
	}
	if usual := valueType(q.Value); e.Type == nil || q.Value != "" {
		e.Type = &usual
	}
	e.Identifier = x.id(e.Identifier, string(q.ID))
	for i := range e.Relationships {
		e.Relationships[i].Identifier = x.id(e.Relationships[i].Identifier, "")
	}
	e.Instances = x.instances(e.Instances, q)
	return e
}

// instances completes the measurement instances of an indicator from its
// targets, baseline and readings. What has no instance of its own goes into the
// last.
func (x *exporter) instances(list []instance, q *pillar.Indicator) []instance {
	readings := x.readings[q.ID]
	baseline := q.Baseline.Value.IsSet() || q.Baseline.Text != ""
	if len(list) == 0 && len(q.Targets)+len(readings) == 0 && !baseline {
		return nil
	}
	if len(list) == 0 {
		list = []instance{{}}
	}
	var targets, actuals []*result
	var out = make([]instance, len(list))
	var wasBaseline *result
	for i := range list {
		for j := range list[i].Targets {
			targets = append(targets, &list[i].Targets[j])
		}
		for j := range list[i].Actuals {
			if r := &list[i].Actuals[j]; r.Baseline {
				wasBaseline = r
			} else {
				actuals = append(actuals, r)
			}
		}
	}
	targetOf := pair(targets, len(q.Targets), func(i int) (ocs.Date, ocs.Decimal) { return q.Targets[i].By, q.Targets[i].Value })
	actualOf := pair(actuals, len(readings), func(i int) (ocs.Date, ocs.Decimal) { return readings[i].Date, readings[i].Value })
	last := &out[len(out)-1]
	for i := range list {
		n := &out[i]
		n.Residue = list[i].Residue
		for j := range list[i].Targets {
			if k, ok := targetOf[&list[i].Targets[j]]; ok {
				n.Targets = append(n.Targets, fillTarget(list[i].Targets[j], &q.Targets[k]))
			}
		}
		for j := range list[i].Actuals {
			r := &list[i].Actuals[j]
			switch k, ok := actualOf[r]; {
			case r == wasBaseline && baseline:
				n.Actuals = append(n.Actuals, fillBaseline(*r, &q.Baseline))
			case ok:
				n.Actuals = append(n.Actuals, fillReading(*r, readings[k]))
			}
		}
	}
	if wasBaseline == nil && baseline {
		out[0].Actuals = append([]result{fillBaseline(result{}, &q.Baseline)}, out[0].Actuals...)
	}
	for _, k := range unpaired(targetOf, len(q.Targets)) {
		last.Targets = append(last.Targets, fillTarget(result{}, &q.Targets[k]))
	}
	for _, k := range unpaired(actualOf, len(readings)) {
		last.Actuals = append(last.Actuals, fillReading(result{}, readings[k]))
	}
	return slices.DeleteFunc(out, func(n instance) bool { return len(n.Targets)+len(n.Actuals)+len(n.Residue) == 0 })
}

// maxAhead is how far ahead of its place a result is looked for.
const maxAhead = 100

// pair finds for results as they were read the values of the model that they
// became: in order if there are as many, or else by end and number.
func pair(read []*result, n int, key func(int) (ocs.Date, ocs.Decimal)) map[*result]int {
	pairs := make(map[*result]int, n)
	if len(read) == n {
		for i, r := range read {
			pairs[r] = i
		}
		return pairs
	}
	free := slices.Clone(read)
	for i := range n {
		end, number := key(i)
		for j, r := range free[:min(len(free), maxAhead)] {
			if r.fits(end, number) {
				pairs[r] = i
				free = slices.Delete(free, j, j+1)
				break
			}
		}
	}
	return pairs
}

// fits reports whether a result as it was read may have become a value. One of
// which nothing is left to remember fits any.
func (r *result) fits(end ocs.Date, number ocs.Decimal) bool {
	if r.isBlank() {
		return true
	}
	wasEnd, _ := takeDate(r.End)
	wasNumber, _ := decimalOf(r.Number)
	return wasEnd == end && wasNumber.Equal(number)
}

// unpaired returns the values of the model, of n, that have no result as it was
// read.
func unpaired(pairs map[*result]int, n int) []int {
	has := make([]bool, n)
	for _, i := range pairs {
		has[i] = true
	}
	var list []int
	for i, ok := range has {
		if !ok {
			list = append(list, i)
		}
	}
	return list
}

// fill completes a result from the values of the model.
func (r result) fill(end ocs.Date, number ocs.Decimal, words string) result {
	r.End = day(r.End, end, true)
	if was, ok := decimalOf(r.Number); number.IsSet() && !(ok && was.Equal(number)) {
		r.Number = number.String()
	} else if !number.IsSet() && ok {
		r.Number = ""
	}
	if r.Number != "" && !isDecimal(r.Number) && r.DescriptorName == "" && r.DescriptorValue == "" {
		r.DescriptorName, r.DescriptorValue = "NumberOfUnits", r.Number // so that it can be seen
	}
	if !(r.Described && words == r.DescriptorValue) && words != "" {
		r.Description = words
	}
	return r
}

func fillTarget(r result, t *pillar.Target) result { return r.fill(t.By, t.Value, t.Text) }

func fillReading(r result, g *strategy.Reading) result {
	words := g.Text
	if g.Value.IsSet() && g.Note != "" {
		words = g.Note
	}
	return r.fill(g.Date, g.Value, words)
}

func fillBaseline(r result, b *pillar.Baseline) result {
	if r.DescriptorName == "" && r.DescriptorValue == "" {
		r.DescriptorName, r.DescriptorValue = baselineName, baselineValue
	}
	return r.fill(b.Date, b.Value, b.Text)
}
