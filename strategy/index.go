package strategy

import (
	"iter"
	"sync"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// Index joins a strategy's lists by their identifiers, so that questions can
// be asked of it. It reads the strategy and never changes it; a strategy that
// is changed needs a new index.
//
// A broken strategy can be indexed too: where two elements share an identifier
// the first in document order has it, and a reference that leads nowhere is
// skipped. [Validate] reports both. Iterators yield pointers into the strategy,
// in document order. An Index may be used by several goroutines at once.
type Index struct {
	s         *Strategy
	framework pillar.Framework
	elements  map[ocs.ID]location
	clashes   []clash

	// Nested elements, flattened in document order.
	commitments []placedCommitment
	indicators  []placedIndicator
	milestones  []placedMilestone

	objectivePlaces []int32 // of each commitment, one after the other; see objectivesAt

	strays     map[*Commitment]int32 // commitments that elements doesn't lead to: no identifier, or a taken one
	replaced   map[PlanID]bool       // plans that another plan supersedes
	thresholds Thresholds            // for the rules; set by Validate

	// What several rules ask, worked out when first asked.
	responses         func() []response // what each objective does about threats
	reported          func() *reported
	updated, read     func() [][]int32  // see findUpdated, findRead
	lastReadings      func() []*Reading // of each indicator
	sortedReadings    func() []placedReading
	linesByCommitment func() []int32
	referred          func() referred
	suspicions        func() suspicions // of the text rules

	objectiveCommitments relation // objective → commitments that serve it
	threatObjectives     relation // threat → objectives that answer it
	actorLed             relation // actor → commitments that it leads
	actorPartnered       relation // actor → commitments in which it is a partner
	pillarObjectives     relation // pillar → objectives of which it is the primary pillar
}

// location says where an element stands: its kind and its place in the list,
// or in the flattened list, of that kind. Zero is nowhere.
type location int64

func locate(k kind, place int) location { return location(k)<<32 | location(place) }

func (l location) kind() kind { return kind(l >> 32) }
func (l location) place() int { return int(int32(l)) }

// clash is an element whose identifier an earlier element has.
type clash struct {
	field any      // address of the later element's ID
	elem  any      // the later element
	first location // the element that has the identifier
}

type placedCommitment struct {
	*Commitment
	plan       int32
	lead       int32 // place of the actor, -1 for none
	objectives int32 // where they begin in objectivePlaces
	binds      bool  // it is open, and its plan in force
}

// placedIndicator is an indicator with the element that it measures: an
// objective, or a commitment if the objective is -1.
type placedIndicator struct {
	*pillar.Indicator
	objective, commitment int32
}

type placedMilestone struct {
	*Milestone
	commitment int32
}

// NewIndex indexes s. It never fails.
func NewIndex(s *Strategy) *Index {
	ix := &Index{s: s, framework: s.Framework, thresholds: Thresholds{}.withDefaults()}
	if len(s.Framework.Pillars) == 0 {
		if s.Framework.ID == "" {
			ix.framework = pillar.UNODC()
		} else if f, ok := pillar.BuiltIn(s.Framework.ID); ok {
			ix.framework = f
		}
	}
	ix.flatten()
	ix.name()
	ix.relate()
	ix.responses = sync.OnceValue(ix.findResponses)
	ix.updated = sync.OnceValue(ix.findUpdated)
	ix.read = sync.OnceValue(ix.findRead)
	ix.reported = sync.OnceValue(ix.readReports)
	ix.lastReadings = sync.OnceValue(ix.findLastReadings)
	ix.sortedReadings = sync.OnceValue(ix.sortReadings)
	ix.linesByCommitment = sync.OnceValue(ix.countLines)
	ix.referred = sync.OnceValue(ix.findReferred)
	ix.suspicions = sync.OnceValue(ix.findSuspicions)
	return ix
}

// flatten lists the nested elements in document order.
func (ix *Index) flatten() {
	var commitments, indicators, milestones int
	for i := range ix.s.Objectives {
		indicators += len(ix.s.Objectives[i].Indicators)
	}
	for i := range ix.s.Plans {
		cs := ix.s.Plans[i].Commitments
		commitments += len(cs)
		for j := range cs {
			indicators += len(cs[j].Indicators)
			milestones += len(cs[j].Milestones)
		}
	}
	ix.commitments = make([]placedCommitment, 0, commitments)
	ix.indicators = make([]placedIndicator, 0, indicators)
	ix.milestones = make([]placedMilestone, 0, milestones)
	for i := range ix.s.Objectives {
		o := &ix.s.Objectives[i]
		for j := range o.Indicators {
			ix.indicators = append(ix.indicators, placedIndicator{&o.Indicators[j], int32(i), -1})
		}
	}
	for i := range ix.s.Plans {
		p := &ix.s.Plans[i]
		for j := range p.Commitments {
			c, n := &p.Commitments[j], int32(len(ix.commitments))
			ix.commitments = append(ix.commitments, placedCommitment{Commitment: c, plan: int32(i)})
			for k := range c.Indicators {
				ix.indicators = append(ix.indicators, placedIndicator{&c.Indicators[k], -1, n})
			}
			for k := range c.Milestones {
				ix.milestones = append(ix.milestones, placedMilestone{&c.Milestones[k], n})
			}
		}
	}
}

// Strategy returns the strategy that was indexed.
func (ix *Index) Strategy() *Strategy { return ix.s }

// Framework returns the strategy's framework: the one it declares, the
// built-in one that it names, or UNODC's if it names none. The framework has
// no pillars if it is named but neither declared nor built in.
func (ix *Index) Framework() pillar.Framework { return ix.framework }

// Pillars yields the pillars of the framework.
func (ix *Index) Pillars() iter.Seq[*pillar.Pillar] { return pointers(ix.framework.Pillars) }

// Threats yields the threats.
func (ix *Index) Threats() iter.Seq[*threat.Threat] { return pointers(ix.s.Threats) }

// Groups yields the criminal groups.
func (ix *Index) Groups() iter.Seq[*threat.Group] { return pointers(ix.s.Groups) }

// Actors yields the actors.
func (ix *Index) Actors() iter.Seq[*actor.Actor] { return pointers(ix.s.Actors) }

// Objectives yields the objectives.
func (ix *Index) Objectives() iter.Seq[*pillar.Objective] { return pointers(ix.s.Objectives) }

// Plans yields the action plans.
func (ix *Index) Plans() iter.Seq[*Plan] { return pointers(ix.s.Plans) }

// Commitments yields the commitments of all plans, in force or not.
func (ix *Index) Commitments() iter.Seq[*Commitment] {
	return func(yield func(*Commitment) bool) {
		for _, c := range ix.commitments {
			if !yield(c.Commitment) {
				return
			}
		}
	}
}

// Indicators yields the indicators of objectives, then those of commitments.
func (ix *Index) Indicators() iter.Seq[*pillar.Indicator] {
	return func(yield func(*pillar.Indicator) bool) {
		for _, i := range ix.indicators {
			if !yield(i.Indicator) {
				return
			}
		}
	}
}

// Milestones yields the milestones of all commitments.
func (ix *Index) Milestones() iter.Seq[*Milestone] {
	return func(yield func(*Milestone) bool) {
		for _, m := range ix.milestones {
			if !yield(m.Milestone) {
				return
			}
		}
	}
}

// Risks yields the risks to delivery.
func (ix *Index) Risks() iter.Seq[*Risk] { return pointers(ix.s.Risks) }

// Safeguards yields the safeguards.
func (ix *Index) Safeguards() iter.Seq[*Safeguard] { return pointers(ix.s.Safeguards) }

// Consultations yields the consultations.
func (ix *Index) Consultations() iter.Seq[*Consultation] { return pointers(ix.s.Consultations) }

// Evaluations yields the evaluations.
func (ix *Index) Evaluations() iter.Seq[*Evaluation] { return pointers(ix.s.Evaluations) }

// Reports yields the reports on delivery.
func (ix *Index) Reports() iter.Seq[*Report] { return pointers(ix.s.Reports) }

// Sources yields the bibliography.
func (ix *Index) Sources() iter.Seq[*ocs.Source] { return pointers(ix.s.Sources) }

// pointers yields the addresses of the elements of list.
func pointers[T any](list []T) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for i := range list {
			if !yield(&list[i]) {
				return
			}
		}
	}
}
