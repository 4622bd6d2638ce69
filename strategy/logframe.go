package strategy

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
)

// LogframeOptions say what [Index.Logframe] takes in. Nil means the zero value.
type LogframeOptions struct {
	// All takes in the commitments of plans that are not in force too.
	All bool
}

// Logframe is a strategy as a logical framework: what is to change in the end,
// what objectives bring it about, what they put out, and what is done for it,
// each with how it is measured and what it depends on.
//
// Source: the logical framework approach.
type Logframe struct {
	AsOf ocs.Date `json:"as-of,omitzero"`

	// Rows begin with the impact. Each objective follows, in document order, with its outputs and the commitments that
	// serve it; a commitment stands under the first objective that it serves. Commitments that serve none come last.
	Rows []LogframeRow `json:"rows,omitempty"`

	// Withheld are the elements of which this document lacks, by a redaction, something that the view rests on.
	Withheld []ocs.ID `json:"withheld,omitempty"`
}

// LogframeRow is one row of a logical framework.
type LogframeRow struct {
	Level LogframeLevel `json:"level"`

	// Element is the strategy, objective or commitment that the row is about.
	Element ocs.ID `json:"element,omitzero"`

	// Text is the strategy's vision, or mission; the title of the objective or commitment.
	Text string `json:"text,omitzero"`

	// Pillar is the primary pillar of an objective.
	Pillar pillar.ID `json:"pillar,omitzero"`

	// Under is the objective that a commitment is listed under, or that an objective is part of. Also are the further
	// objectives that the commitment serves.
	Under pillar.ObjectiveID   `json:"under,omitzero"`
	Also  []pillar.ObjectiveID `json:"also,omitempty"`

	// Lead and Deadline are those of a commitment; Lead is the owner of an objective.
	Lead     actor.ID     `json:"lead,omitzero"`
	Deadline ocs.Deadline `json:"deadline,omitzero"`

	Indicators []LogframeIndicator `json:"indicators,omitempty"`

	// Assumptions are what must hold for the objective to be reached.
	Assumptions []string `json:"assumptions,omitempty"`

	// Risks are those that affect the element. Risks that affect no objective and no commitment are with the impact.
	Risks []LogframeRisk `json:"risks,omitempty"`
}

// LogframeLevel is a level of a logical framework.
type LogframeLevel string

// The levels, from the top.
const (
	ImpactLevel   LogframeLevel = "impact"
	OutcomeLevel  LogframeLevel = "outcome"
	OutputLevel   LogframeLevel = "output"
	ActivityLevel LogframeLevel = "activity"
)

var logframeLevels = []LogframeLevel{ImpactLevel, OutcomeLevel, OutputLevel, ActivityLevel}

// Known reports whether l is in the vocabulary.
func (l LogframeLevel) Known() bool { return slices.Contains(logframeLevels, l) }

// Terms lists the vocabulary.
func (LogframeLevel) Terms() []string { return ocs.Words(logframeLevels) }

// LogframeIndicator is an indicator in a logical framework.
type LogframeIndicator struct {
	// ID, Name, Kind and Unit are those of the indicator.
	ID   pillar.IndicatorID   `json:"id,omitzero"`
	Name string               `json:"name,omitzero"`
	Kind pillar.IndicatorKind `json:"kind,omitzero"`
	Unit string               `json:"unit,omitzero"`

	// Of is the objective or commitment that has the indicator.
	Of ocs.ID `json:"of,omitzero"`

	// Baseline and Targets are in Unit.
	Baseline pillar.Baseline `json:"baseline,omitzero"`
	Targets  []pillar.Target `json:"targets,omitempty"`

	// Source is the means of verification, and Frequency how often it gives a reading.
	Source    string      `json:"source,omitzero"`
	Frequency ocs.Cadence `json:"frequency,omitzero"`
}

// LogframeRisk is a risk in a logical framework.
type LogframeRisk struct {
	// ID, Likelihood and Impact are those of the risk, and Text its description.
	ID         ocs.ID `json:"id,omitzero"`
	Text       string `json:"text,omitzero"`
	Likelihood Rating `json:"likelihood,omitzero"`
	Impact     Rating `json:"impact,omitzero"`
}

// Logframe arranges the strategy as a logical framework. Objectives are
// outcomes and commitments activities. An indicator stands at the level of its
// kind, process and input being activity, or, if it states none, at that of what
// it measures; where that is another level, there is a further row for the same
// element. Impact indicators stand with the impact. Commitments count as for
// [Index.Budget]. The options may be nil.
func (ix *Index) Logframe(asOf ocs.Date, o *LogframeOptions) Logframe {
	if o == nil {
		o = new(LogframeOptions)
	}
	t := ix.tally(asOf, o.All)
	v := &logframeView{ix: ix}
	v.relateRisks()
	top := LogframeRow{Level: ImpactLevel, Element: ix.s.ID, Text: ix.s.Vision, Risks: v.general}
	if top.Text == "" {
		top.Text = ix.s.Mission
	}
	v.l = Logframe{AsOf: asOf, Rows: []LogframeRow{top}}

	last := len(ix.s.Objectives)
	under := gatherRelation(last+1, func(add func(int, int32)) {
		for i, c := range ix.commitments {
			if t.counts[i] {
				add(ix.firstObjective(c.Commitment, last), int32(i))
			}
		}
	})
	for n := range last + 1 {
		if n < last {
			ob := &ix.s.Objectives[n]
			v.element(LogframeRow{Level: OutcomeLevel, Element: ocs.ID(ob.ID), Text: ob.Title, Pillar: ob.Pillar, Under: ob.Parent, Lead: ob.Owner,
				Assumptions: ob.Assumptions, Risks: v.objectives[n]}, ob.Indicators)
		}
		for _, i := range under.of(n) {
			c := ix.commitments[i]
			row := LogframeRow{Level: ActivityLevel, Element: ocs.ID(c.ID), Text: c.Title, Lead: c.Lead, Deadline: c.Deadline, Risks: v.commitments[int(i)]}
			if n < last {
				row.Under = ix.s.Objectives[n].ID
			}
			for _, id := range ix.objectivesOf(c.Commitment) {
				if id != row.Under {
					row.Also = append(row.Also, id)
				}
			}
			v.element(row, c.Indicators)
		}
	}
	v.l.Withheld = ix.withheld("indicators", "risks", "assumptions", "objectives", "commitments", "vision", "mission")
	return v.l
}

// firstObjective returns the place of the first known objective that the
// commitment serves.
func (ix *Index) firstObjective(c *Commitment, otherwise int) int {
	for _, id := range ix.objectivesOf(c) {
		if n := find(ix, objectiveKind, id); n >= 0 {
			return n
		}
	}
	return otherwise
}

// logframeView is a logical framework in the making.
type logframeView struct {
	ix          *Index
	l           Logframe
	objectives  map[int][]LogframeRisk
	commitments map[int][]LogframeRisk
	general     []LogframeRisk
}

// relateRisks sorts risks by what they affect.
func (v *logframeView) relateRisks() {
	v.objectives, v.commitments = make(map[int][]LogframeRisk), make(map[int][]LogframeRisk)
	for i := range v.ix.s.Risks {
		r := &v.ix.s.Risks[i]
		risk := LogframeRisk{ID: r.ID, Text: r.Description, Likelihood: r.Likelihood, Impact: r.Impact}
		placed := false
		add := func(to map[int][]LogframeRisk, n int) {
			if list := to[n]; n >= 0 && (len(list) == 0 || list[len(list)-1] != risk) {
				to[n] = append(list, risk)
			}
			placed = placed || n >= 0
		}
		for _, id := range r.Affects {
			add(v.objectives, find(v.ix, objectiveKind, id))
			add(v.commitments, find(v.ix, commitmentKind, id))
		}
		if !placed {
			v.general = append(v.general, risk)
		}
	}
}

// element adds the rows of an element, from the top: its own, and those of
// other levels at which it has indicators.
func (v *logframeView) element(own LogframeRow, indicators []pillar.Indicator) {
	at := make(map[LogframeLevel][]LogframeIndicator)
	for i := range indicators {
		in := &indicators[i]
		level := levelOf(in.Kind, own.Level)
		entry := LogframeIndicator{ID: in.ID, Name: in.Name, Kind: in.Kind, Unit: in.Unit, Of: own.Element, Baseline: in.Baseline, Targets: in.Targets,
			Source: in.Source, Frequency: in.Frequency}
		if level == ImpactLevel {
			v.l.Rows[0].Indicators = append(v.l.Rows[0].Indicators, entry)
			continue
		}
		at[level] = append(at[level], entry)
	}
	for _, level := range logframeLevels[1:] {
		switch {
		case level == own.Level:
			row := own
			row.Indicators = at[level]
			v.l.Rows = append(v.l.Rows, row)
		case len(at[level]) > 0:
			v.l.Rows = append(v.l.Rows, LogframeRow{Level: level, Element: own.Element, Text: own.Text, Pillar: own.Pillar, Under: own.Under,
				Indicators: at[level]})
		}
	}
}

// levelOf returns the level of an indicator of that kind.
func levelOf(k pillar.IndicatorKind, otherwise LogframeLevel) LogframeLevel {
	switch k {
	case pillar.Impact:
		return ImpactLevel
	case pillar.Outcome:
		return OutcomeLevel
	case pillar.Output:
		return OutputLevel
	case pillar.Process, pillar.Input:
		return ActivityLevel
	}
	return otherwise
}

// Table gives the logical framework, a line for each row and further ones for
// its second and later indicators.
func (l Logframe) Table() Table {
	t := Table{Title: "Logical framework", Columns: []string{"level", "element", "text", "lead", "deadline", "indicator", "unit", "baseline", "targets",
		"means of verification", "assumptions", "risks"}}
	for _, r := range l.Rows {
		var risks []string
		for _, k := range r.Risks {
			risks = append(risks, k.Text)
		}
		line := []string{string(r.Level), string(r.Element), r.Text, string(r.Lead), r.Deadline.String(), "", "", "", "", "", strings.Join(r.Assumptions, "; "),
			strings.Join(risks, "; ")}
		if len(r.Indicators) == 0 {
			t.Rows = append(t.Rows, line)
		}
		for i, in := range r.Indicators {
			if i > 0 {
				line = []string{string(r.Level), string(r.Element), "", "", "", "", "", "", "", "", "", ""}
			}
			line[5], line[6], line[7], line[8], line[9] = in.Name, in.Unit, baselineCell(in.Baseline), targetsCell(in.Targets), in.Source
			t.Rows = append(t.Rows, line)
		}
	}
	return t
}

func baselineCell(b pillar.Baseline) string {
	switch value := b.Value.String() + b.Text; {
	case value == "" && b.Pending == "" && b.By.IsZero():
		return ""
	case value == "":
		return "pending " + b.By.String()
	case b.Date.IsZero():
		return value
	default:
		return value + " (" + b.Date.String() + ")"
	}
}

func targetsCell(targets []pillar.Target) string {
	var list []string
	for _, t := range targets {
		list = append(list, strings.TrimSpace(string(t.Comparator)+" "+t.Value.String()+t.Text)+" by "+t.By.String())
	}
	return strings.Join(list, "; ")
}
