package strategy

import (
	"slices"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/threat"
)

// Fit says whether the lead of a commitment may do what it is to lead.
type Fit struct {
	Commitment CommitmentID `json:"commitment"`

	// Lead is the actor that was looked at.
	Lead actor.ID `json:"lead,omitzero"`

	// Verdict sums up what follows.
	Verdict FitVerdict `json:"verdict"`

	// Fails are the parts that fail, each looked at by itself.
	Fails []FitPart `json:"fails,omitempty"`

	// Markets are those of the threats that the commitment answers, if none of them is in the mandate.
	Markets []threat.Market `json:"markets,omitempty"`

	// Scopes are those of the threats within the mandate's markets, if the mandate reaches none of them.
	Scopes []threat.Scope `json:"scopes,omitempty"`

	// Powers are those that the commitment uses and the mandate lacks.
	Powers []actor.Power `json:"powers,omitempty"`

	// Areas are those of the commitment outside the mandate's reach.
	Areas []ocs.Area `json:"areas,omitempty"`

	// Until is the last day on which the lead exists and holds a mandate that fits, if that is before the end of the
	// commitment's time.
	Until ocs.Date `json:"until,omitzero"`
}

// FitVerdict sums a [Fit] up.
type FitVerdict string

// The verdicts.
const (
	FitHolds     FitVerdict = "holds"
	FitFails     FitVerdict = "fails"
	FitNoLead    FitVerdict = "no-lead"    // the commitment names no lead, or one that is not in the document
	FitNoMandate FitVerdict = "no-mandate" // nothing is said of what the lead may do, so nothing can be told
)

var fitVerdicts = []FitVerdict{FitHolds, FitFails, FitNoLead, FitNoMandate}

// Known reports whether v is in the vocabulary.
func (v FitVerdict) Known() bool { return slices.Contains(fitVerdicts, v) }

// Terms lists the vocabulary.
func (FitVerdict) Terms() []string { return ocs.Words(fitVerdicts) }

// FitPart is a part of a mandate.
type FitPart string

// The parts of a mandate.
const (
	FitMarket FitPart = "market"
	FitScope  FitPart = "scope"
	FitPeriod FitPart = "period"
	FitPower  FitPart = "power"
	FitLevel  FitPart = "level"
	FitArea   FitPart = "area"
)

var fitParts = []FitPart{FitMarket, FitScope, FitPeriod, FitPower, FitLevel, FitArea}

// Known reports whether p is in the vocabulary.
func (p FitPart) Known() bool { return slices.Contains(fitParts, p) }

// Terms lists the vocabulary.
func (FitPart) Terms() []string { return ocs.Words(fitParts) }

// MandateFit says whether the lead of a commitment has the mandate for it.
//
//   - Market: some mandate takes in a market of some threat that the
//     commitment's objectives answer, as [threat.Market.Covers] says. A mandate
//     without markets takes in any. A threat without markets, or no threat,
//     can't be tested and doesn't fail.
//   - Scope: among those, some mandate is for threats of that reach.
//   - Period: some mandate is in force, and the lead exists, at some time
//     between the commitment's start and its deadline.
//   - Power: each power that the commitment uses is in one of these mandates.
//   - Level: work in a whole country needs a mandate at national level or
//     above; a collective actor counts as all its members together.
//   - Area: each area of the commitment lies in the areas of a mandate, else
//     of the lead. Work in the whole jurisdiction needs the areas of the whole
//     jurisdiction, if the mandate or the lead is limited to areas at all.
//
// C must point into the strategy.
func (ix *Index) MandateFit(c *Commitment) Fit {
	f := newFitter(ix)
	lead := find(ix, actorKind, c.Lead)
	return f.fit(c, ix.PlanOf(c), lead, ocs.Date{})
}
