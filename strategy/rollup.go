package strategy

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"

	"github.com/ocs-framework/ocs"
)

// RollupMethod is how the progress of several parts becomes that of the whole.
type RollupMethod string

// The methods.
const (
	RollupMean     RollupMethod = "mean"
	RollupWeighted RollupMethod = "weighted" // the mean, by the weights given
	RollupWorst    RollupMethod = "worst"
)

var rollupMethods = []RollupMethod{RollupMean, RollupWeighted, RollupWorst}

// Known reports whether m is in the vocabulary.
func (m RollupMethod) Known() bool { return slices.Contains(rollupMethods, m) }

// Terms lists the vocabulary.
func (RollupMethod) Terms() []string { return ocs.Words(rollupMethods) }

// MissingPolicy is what becomes of indicators without data, or that nobody
// judged. Systems differ: some leave them out, some count them as zero or as
// red.
type MissingPolicy string

// The policies.
const (
	MissingLeftOut MissingPolicy = "left-out" // the rest speaks for the whole, with the share that is missing beside it
	MissingAsZero  MissingPolicy = "as-zero"  // they count as 0 % and at risk
	MissingUnknown MissingPolicy = "unknown"  // if one is missing, the whole isn't known
)

var missingPolicies = []MissingPolicy{MissingLeftOut, MissingAsZero, MissingUnknown}

// Known reports whether m is in the vocabulary.
func (m MissingPolicy) Known() bool { return slices.Contains(missingPolicies, m) }

// Terms lists the vocabulary.
func (MissingPolicy) Terms() []string { return ocs.Words(missingPolicies) }

// RollupOptions say how progress is rolled up. Nil stands for the zero value.
type RollupOptions struct {
	// Method is the method; absent means [RollupMean]. An unknown one is taken for it, with a note.
	Method RollupMethod

	// Missing says what becomes of missing data; absent means [MissingLeftOut].
	Missing MissingPolicy

	// Weights are those of [RollupWeighted], by the identifier of an indicator, objective or pillar. What has none
	// weighs 1; what weighs 0 or less is left out.
	Weights map[ocs.ID]ocs.Decimal

	// Progress says how the indicators are judged.
	Progress *ProgressOptions
}

// Rollup is the progress of objectives, pillars and the strategy.
type Rollup struct {
	// AsOf is the day.
	AsOf ocs.Date `json:"as-of,omitzero"`

	// Method and Missing are how it was worked out.
	Method  RollupMethod  `json:"method"`
	Missing MissingPolicy `json:"missing"`

	// Strategy is the whole, from the pillars and the objectives outside them.
	Strategy RollupLine `json:"strategy"`

	// Pillars are from the objectives of which each is the primary pillar and that are no part of another of these.
	Pillars []RollupLine `json:"pillars,omitempty"`

	// Objectives are each from its own indicators and the objectives that are part of it.
	Objectives []RollupLine `json:"objectives,omitempty"`

	// Notes are remarks on the whole.
	Notes []string `json:"notes,omitempty"`
}

// RollupLine is the progress of one objective, pillar or strategy.
type RollupLine struct {
	// ID is the element's identifier.
	ID ocs.ID `json:"id,omitzero"`

	// Status is how it stands: the worst of its parts' statuses if the method is worst, else what the policy makes of
	// the measures. It is no-data where nothing can be said.
	Status ProgressStatus `json:"status"`

	// Rule is the policy's rule that decided, or the method.
	Rule string `json:"rule,omitzero"`

	// Achievement is the combined achievement in percent, each part's taken between 0 and 100 so that one can't hide another.
	Achievement ocs.Decimal `json:"achievement,omitzero"`

	// Health is the combined health in percent, likewise.
	Health ocs.Decimal `json:"health,omitzero"`

	// Indicators is how many there are below it, each counted once.
	Indicators int `json:"indicators,omitzero"`

	// MissingData is how many of them have no data, or weren't judged.
	MissingData int `json:"missing-data,omitzero"`

	// MissingShare is the same in percent.
	MissingShare ocs.Decimal `json:"missing-share,omitzero"`

	// Counts say how many of them stand how.
	Counts []ProgressCount `json:"counts,omitempty"`
}

// Rollup combines the progress of indicators level by level: objectives from
// their indicators and part-objectives, pillars from objectives, the strategy
// from pillars and from the objectives outside them, each of which counts as a
// pillar does. Indicators of commitments measure output and don't enter. Shares
// are combined to a millionth of a percent. The options may be nil.
func (ix *Index) Rollup(asOf ocs.Date, o *RollupOptions) Rollup {
	if o == nil {
		o = &RollupOptions{}
	}
	m := ix.measure(asOf, o.Progress)
	r := roller{ix: ix, o: *o, policy: m.policy}
	v := Rollup{AsOf: asOf, Notes: m.readings.notes}
	if !o.Method.Known() {
		r.o.Method = RollupMean
		if o.Method != "" {
			v.Notes = append(v.Notes, fmt.Sprintf("method %q isn't known; the mean is shown", short(o.Method)))
		}
	}
	if !o.Missing.Known() {
		r.o.Missing = MissingLeftOut
		if o.Missing != "" {
			v.Notes = append(v.Notes, fmt.Sprintf("policy %q on missing data isn't known; it is left out", short(o.Missing)))
		}
	}
	v.Method, v.Missing = r.o.Method, r.o.Missing

	objectives, parents := r.objectives(m)
	whole := newSum(&r)
	inPillar := make([]*sum, len(ix.framework.Pillars))
	for p := range inPillar {
		inPillar[p] = newSum(&r)
	}
	for n := range objectives {
		v.Objectives = append(v.Objectives, r.line(ocs.ID(ix.s.Objectives[n].ID), objectives[n]))
		p := find(ix, pillarKind, ix.s.Objectives[n].Pillar)
		switch {
		case r.inside(n, p, parents):
		case p >= 0:
			inPillar[p].add(ocs.ID(ix.s.Objectives[n].ID), objectives[n])
		default:
			whole.add(ocs.ID(ix.s.Objectives[n].ID), objectives[n])
		}
	}
	for p := range inPillar {
		id := ocs.ID(ix.framework.Pillars[p].ID)
		v.Pillars = append(v.Pillars, r.line(id, inPillar[p]))
		whole.add(id, inPillar[p])
	}
	// A part-objective of another pillar than the whole's counts in both, but once in the strategy.
	whole.indicators, whole.missing, whole.counts = 0, 0, nil
	for n := range m.list {
		if ix.indicators[n].objective >= 0 {
			whole.count(&m.list[n])
		}
	}
	v.Strategy = r.line(ix.s.ID, whole)
	return v
}

// inside reports whether an objective is part of another one of that pillar,
// -1 for none.
func (r *roller) inside(n, p int, parents []int32) bool {
	for range maxParts {
		if n = int(parents[n]); n < 0 {
			return false
		}
		if find(r.ix, pillarKind, r.ix.s.Objectives[n].Pillar) == p {
			return true
		}
	}
	return false
}

// Table shows the strategy, its pillars and objectives, one a row.
func (v Rollup) Table() Table {
	t := Table{Title: titleAsOf("Progress ("+string(v.Method)+", missing data "+string(v.Missing)+")", v.AsOf),
		Columns: []string{"level", "id", "status", "achievement %", "health %", "indicators", "missing", "missing %"}}
	row := func(level string, l *RollupLine) {
		t.Rows = append(t.Rows, []string{level, string(l.ID), string(l.Status), l.Achievement.String(), l.Health.String(),
			strconv.Itoa(l.Indicators), countCell(l.MissingData), l.MissingShare.String()})
	}
	row("strategy", &v.Strategy)
	for i := range v.Pillars {
		row("pillar", &v.Pillars[i])
	}
	for i := range v.Objectives {
		row("objective", &v.Objectives[i])
	}
	return t
}

// roller combines measures.
type roller struct {
	ix     *Index
	o      RollupOptions
	policy compiled
}

// objectives sums up each objective, parts before the whole, and returns which
// objective each is part of, -1 for none. Objectives that are part of each
// other are summed up each for itself.
func (r *roller) objectives(m *measurement) (sums []*sum, parents []int32) {
	ix := r.ix
	n := len(ix.s.Objectives)
	sums, parents = make([]*sum, n), make([]int32, n)
	waiting := make([]int32, n)
	for i := range sums {
		sums[i] = newSum(r)
		parents[i] = int32(find(ix, objectiveKind, ix.s.Objectives[i].Parent))
		if parents[i] >= 0 {
			waiting[parents[i]]++
		}
	}
	for i := range m.list {
		if o := ix.indicators[i].objective; o >= 0 {
			sums[o].indicator(&m.list[i])
		}
	}
	ready := make([]int32, 0, n)
	for i := range n {
		if waiting[i] == 0 {
			ready = append(ready, int32(i))
		}
	}
	for at := 0; at < len(ready); at++ {
		i := ready[at]
		p := parents[i]
		if p < 0 {
			continue
		}
		sums[p].add(ocs.ID(ix.s.Objectives[i].ID), sums[i])
		if waiting[p]--; waiting[p] == 0 {
			ready = append(ready, p)
		}
	}
	for i := range n {
		if waiting[i] > 0 {
			parents[i] = -1
		}
	}
	return sums, parents
}

// weight is that of an element: nil if it is left out.
func (r *roller) weight(id ocs.ID) *big.Int {
	if r.o.Method != RollupWeighted {
		return big.NewInt(micro)
	}
	w, given := r.o.Weights[id]
	if !given {
		return big.NewInt(micro)
	}
	share := rat(w)
	share.Mul(share, big.NewRat(micro, 1))
	n := new(big.Int).Quo(share.Num(), share.Denom())
	if n.Sign() <= 0 {
		return nil
	}
	return n
}

// line is a sum as it is shown.
func (r *roller) line(id ocs.ID, s *sum) RollupLine {
	l := RollupLine{ID: id, Status: ProgressNoData, Indicators: s.indicators, MissingData: s.missing}
	l.Counts = slices.Clone(s.counts)
	sortProgress(l.Counts)
	if s.indicators > 0 {
		l.MissingShare = percentOf(big.NewRat(int64(s.missing), int64(s.indicators)))
	}
	if r.o.Missing == MissingUnknown && s.missing > 0 {
		l.Rule = string(MissingUnknown)
		return l
	}
	achievement, health := s.achievement.result(r.o.Method), s.health.result(r.o.Method)
	l.Achievement, l.Health = percentOf(achievement), percentOf(health)
	if s.missing > 0 && s.worst == ProgressNotStarted {
		return l // what isn't due yet doesn't speak for what is wanting
	}
	if r.o.Method == RollupWorst {
		if s.judged {
			l.Status, l.Rule = s.worst, string(RollupWorst)
		}
		return l
	}
	overall := s.overall.result(r.o.Method)
	if s.partial {
		overall = nil
	}
	if rule := r.policy.first(overall, achievement, health); rule != nil {
		l.Status, l.Rule = rule.Status, rule.Code
	} else if s.judged {
		l.Status, l.Rule = s.worst, string(RollupWorst) // judged by hand or expected to come, without a number
	}
	return l
}
