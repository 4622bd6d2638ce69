package strategy

import (
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/threat"
)

// Rules returns the rules that [Validate] runs: those that threats, criminal
// groups, actors, objectives and indicators keep by themselves, and those about
// the strategy as a whole. Several entries may share a code, where one rule is
// about several kinds of element. The list is the caller's.
func Rules() []ocs.Rule[Index] { return slices.Clone(registry()) }

// registry makes the rules once: the well-formedness rules find out what the
// model's types look like, which is not to be done for each document.
var registry = sync.OnceValue(func() []ocs.Rule[Index] {
	// What these check in the whole is not checked again in its parts.
	general := ocs.WellFormed[Strategy]()
	indicators := pillar.IndicatorRules()
	done := append(codesOf(general), codesOf(indicators)...)
	return slices.Concat(
		lift(general, (*Index).whole, nil),
		lift(indicators, (*Index).bindingIndicators, codesOf(general)),
		lift(threat.Rules(), (*Index).Threats, codesOf(general)),
		lift(threat.GroupRules(), (*Index).Groups, codesOf(general)),
		lift(actor.Rules(), (*Index).Actors, codesOf(general)),
		lift(pillar.Rules(), (*Index).Objectives, done),
		identityRules(),
		[]ocs.Rule[Index]{unresolvedReference},
		cycleRules(),
		requiredRules(),
		timeRules(),
		frameworkRules(),
		coverageRules(),
		moneyRules(),
		evidenceRules(),
		confidentialityRules(),
		textRules(),
		measurementRules(),
		balanceRules(),
		threatRules(),
		responseRules(),
		accountabilityRules(),
		mandateRules(),
		governanceRules(),
		geographyRules(),
		processRules(),
		recordRules(),
		goalRules(),
		planRules(),
		overdueRules(),
		rightsRules(),
		reportRules(),
		reportGapRules(),
		readingRules(),
		waiverRules(nil),
	)
})

// codesOf lists the codes of rules.
func codesOf[E any](rules []ocs.Rule[E]) []string {
	codes := make([]string, len(rules))
	for i, r := range rules {
		codes[i] = r.Code
	}
	return codes
}

// lift makes rules about an element into rules about the whole, but for those
// whose code is listed.
func lift[E any](rules []ocs.Rule[E], seq func(*Index) iter.Seq[*E], but []string) []ocs.Rule[Index] {
	var lifted []ocs.Rule[Index]
	for _, r := range rules {
		if !slices.Contains(but, r.Code) {
			lifted = append(lifted, ocs.Each(r, seq))
		}
	}
	return lifted
}

// whole yields the strategy itself.
func (ix *Index) whole() iter.Seq[*Strategy] {
	return func(yield func(*Strategy) bool) { yield(ix.s) }
}

// openCommitments yields the commitments that still bind: those of plans in
// force that have not ended.
func (ix *Index) openCommitments() iter.Seq[*Commitment] {
	return func(yield func(*Commitment) bool) {
		for n := range ix.commitments {
			if c := &ix.commitments[n]; c.binds && !yield(c.Commitment) {
				return
			}
		}
	}
}

// plansInForce yields the plans that count.
func (ix *Index) plansInForce() iter.Seq[*Plan] {
	return func(yield func(*Plan) bool) {
		for p := range ix.Plans() {
			if ix.InForce(p) && !yield(p) {
				return
			}
		}
	}
}

// open reports whether the commitment has not ended.
func (c *Commitment) open() bool { return c.Ended.absent() }

// absent reports whether nothing is said of an end. It is asked of every
// commitment by most rules, and quicker than the comparison with Ending{}.
func (e *Ending) absent() bool {
	return e.How == "" && e.Date.IsZero() && e.Reason == "" && absent(&e.Cite)
}

// absent reports whether there is no citation.
func absent(c *ocs.Cite) bool {
	return c.Source == "" && c.Grade == "" && c.Locator == "" && c.Via == ""
}

// on puts nested elements in focus, the outermost first.
func on(p *ocs.Pass, elems ...any) *ocs.Pass {
	for _, elem := range elems {
		p = p.On(elem)
	}
	return p
}

// blank reports whether a text says nothing.
func blank(s string) bool { return strings.TrimSpace(s) == "" }

// short cuts a text from a document to what a message may quote.
func short[T ~string](id T) string {
	const limit = 40 // characters
	n := 0
	for at := range string(id) {
		if n == limit {
			return string(id[:at]) + "…"
		}
		n++
	}
	return string(id)
}
