package strategy

import (
	"iter"
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
)

func threatRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{threatUnclassified, enablerIdle, flowScope, assessmentMissing, assessmentOutdated, priorityOutranked}
}

var threatUnclassified = ocs.Rule[Index]{
	Code:  "threat-unclassified",
	Title: "every threat has a market, an offence or a group behind it",
	Doc: "A threat is described by its markets, the offences under which it is prosecuted or the groups that drive it. One with none of them can't be compared with other assessments, counted in statistics or matched with mandates. " +
		"Add at least one. Conditions that only make crimes possible are of kind enabler and need none.",
	Basis:  "UNTOC lists no crimes; Europol SOCTA and UNODC E4J module 5 assess markets and groups",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		var driven []bool // by a group
		for n := range ix.s.Threats {
			t := &ix.s.Threats[n]
			if t.Kind == threat.Enabler || len(t.Markets) > 0 || len(t.Offences) > 0 {
				continue
			}
			if driven == nil {
				driven = make([]bool, len(ix.s.Threats))
				for g := range ix.Groups() {
					for _, id := range g.Threats {
						if d := find(ix, threatKind, id); d >= 0 {
							driven[d] = true
						}
					}
				}
			}
			if !driven[n] {
				p.On(t).Report(&t.Markets, "threat has no market, offence or group").Help("list its markets, or add an offence or a group that drives it")
			}
		}
	},
}

var enablerIdle = ocs.Rule[Index]{
	Code:  "enabler-idle",
	Title: "every enabler makes a threat possible",
	Doc: "An enabler is in the strategy for what it makes possible. List it under enabled-by of the threats that depend on it, so that work against it counts as work against them; " +
		"if it is a crime in its own right, call it one.",
	Basis:  "UNODC workshops discuss enablers beside threats",
	Levels: "-iiii",
	Check: func(p *ocs.Pass, ix *Index) {
		used := make([]bool, len(ix.s.Threats))
		for t := range ix.Threats() {
			for _, id := range t.EnabledBy {
				if e := find(ix, threatKind, id); e >= 0 && id != t.ID {
					used[e] = true
				}
			}
		}
		for n := range ix.s.Threats {
			if t := &ix.s.Threats[n]; t.Kind == threat.Enabler && !used[n] {
				p.On(t).Report(&t.Kind, "threat is an enabler and enables nothing").Help("list it under enabled-by of the threats that depend on it")
			}
		}
	},
}

var flowScope = ocs.Rule[Index]{
	Code:  "flow-scope",
	Title: "a flow that crosses the border is not local or national in scope",
	Doc: "Origin, transit and destination are the parts that the jurisdiction plays in a flow. Where it is transit, or only one end of the flow, the flow crosses its border, and the threat is regional or transnational. " +
		"A domestic flow has both ends in the country. Strategies of provinces and municipalities are not asked: their borders lie within the State.",
	Basis:  "UNTOC article 3, paragraph 2(a)",
	Levels: "iWWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		if ix.belowState() {
			return
		}
		for t := range ix.Threats() {
			if len(t.Roles) == 0 || t.Scope != threat.Local && t.Scope != threat.National {
				continue
			}
			if slices.Contains(t.Roles, threat.Transit) || slices.Contains(t.Roles, threat.Origin) != slices.Contains(t.Roles, threat.Destination) {
				p.On(t).Report(&t.Scope, "scope is %s, and the roles say that the flow crosses the border", t.Scope).
					Help("make the scope regional or transnational, or mend the roles").Related(&t.Roles, "the roles")
			}
		}
	},
}

var assessmentMissing = ocs.Rule[Index]{
	Code:   "assessment-missing",
	Title:  "every priority threat was assessed",
	Doc:    "A priority is a choice among threats, which others can follow only if it rests on a judgement with a method. Add the assessment by which it was chosen, be it in words without figures, or commission one.",
	Basis:  "EU EMPACT draws its priorities from Europol's SOCTA; Scotland 2022: the threat assessment sets the priorities",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		for t := range ix.Threats() {
			if t.Priority && len(t.Assessments) == 0 {
				p.On(t).Report(&t.Assessments, "threat is a priority and has no assessment").Help("add the assessment by which it was chosen, or commission one")
			}
		}
	},
}

var assessmentOutdated = ocs.Rule[Index]{
	Code:  "assessment-outdated",
	Title: "priorities rest on recent assessments",
	Doc: "Markets move faster than strategies. If the latest assessment of a priority threat is older than the limit, three years unless set otherwise, assess it anew and look again at whether it still is a priority. " +
		"The limit is ours, within the four years of the EU's cycle.",
	Basis:     "EU EMPACT: a new assessment in each cycle of four years",
	Levels:    "-WWWE",
	NeedsDate: true,
	Check: func(p *ocs.Pass, ix *Index) {
		years := ix.thresholds.AssessmentYears
		for t := range ix.Threats() {
			if !t.Priority {
				continue
			}
			var latest *threat.Assessment
			for n := range t.Assessments {
				if a := &t.Assessments[n]; !a.Date.IsZero() && (latest == nil || a.Date.Last().After(latest.Date.Last())) {
					latest = a
				}
			}
			if latest != nil && latest.Date.Add(years, ocs.Years).Before(p.AsOf()) {
				p.On(t).Report(&latest.Date, "threat is a priority and was last assessed %v, more than %d years ago", latest.Date, years).
					Help("assess the threat anew")
			}
		}
	},
}

// measure is what must be equal for two scores to be comparable.
type measure struct {
	method string
	worse  threat.Worse
}

// scored is a threat with its score by one measure.
type scored struct {
	*threat.Threat
	by *threat.Assessment
}

var priorityOutranked = ocs.Rule[Index]{
	Code:  "priority-outranked",
	Title: "no other threat scores worse than a priority by the same method",
	Doc: "If a threat that is no priority scores worse than one that is, readers ask why. There are good reasons: another strategy answers it, little can be done, the evidence is thin. " +
		"Make it a priority, or give the reason by a waiver. Only scores by one method on one scale are compared, and of several by one method the latest; a score off its scale is not.",
	Basis:  "EU EMPACT: priorities follow from the assessment",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		weakest := make(map[measure]scored) // the priority that scores least bad
		for t := range ix.Threats() {
			if t.Priority {
				for m, a := range scores(t) {
					if w, seen := weakest[m]; !seen || worse(w.by, a) {
						weakest[m] = scored{t, a}
					}
				}
			}
		}
		if len(weakest) == 0 {
			return
		}
		for t := range ix.Threats() {
			if t.Priority {
				continue
			}
			for m, a := range scores(t) {
				if w, seen := weakest[m]; seen && worse(a, w.by) {
					p.On(t).Report(&a.Score, "threat is no priority, but scores worse than priority %q: %v, against %v", short(w.ID), a.Score, w.by.Score).
						Help("make it a priority, or say by a waiver why it is none").Related(&w.by.Score, "the score of the priority")
				}
			}
		}
	},
}

// scores yields the assessments of a threat that are comparable, having a score
// on a scale, and by what; of several by one measure the latest.
func scores(t *threat.Threat) iter.Seq2[measure, *threat.Assessment] {
	return func(yield func(measure, *threat.Assessment) bool) {
		var latest map[measure]*threat.Assessment
		if len(t.Assessments) > 1 {
			latest = make(map[measure]*threat.Assessment)
			for n := range t.Assessments {
				a := &t.Assessments[n]
				m, ok := comparableBy(a)
				if l := latest[m]; ok && (l == nil || !a.Date.Last().Before(l.Date.Last())) {
					latest[m] = a
				}
			}
		}
		for n := range t.Assessments {
			a := &t.Assessments[n]
			if m, ok := comparableBy(a); ok && (latest == nil || latest[m] == a) && !yield(m, a) {
				return
			}
		}
	}
}

// comparableBy returns by what an assessment is comparable, and whether it is.
func comparableBy(a *threat.Assessment) (measure, bool) {
	return measure{a.Method, a.Scale.Worse}, a.Score.IsSet() && a.Method != "" && a.Scale.Worse.Known() && onScale(a)
}

// onScale reports whether the score is between the ends of its scale, as far as
// they are stated. What isn't was mistyped, which has a finding of its own.
func onScale(a *threat.Assessment) bool {
	min, max := a.Scale.Min, a.Scale.Max
	return (!min.IsSet() || a.Score.Compare(min) >= 0) && (!max.IsSet() || a.Score.Compare(max) <= 0)
}

// worse reports whether a scores worse than b, both by the same measure. It is
// false if their scales differ.
func worse(a, b *threat.Assessment) bool {
	if !a.Scale.Min.Equal(b.Scale.Min) || !a.Scale.Max.Equal(b.Scale.Max) {
		return false
	}
	order := a.Score.Compare(b.Score)
	return order > 0 && a.Scale.Worse == threat.HighIsWorse || order < 0 && a.Scale.Worse == threat.LowIsWorse
}
