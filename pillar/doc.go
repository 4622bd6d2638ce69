// Package pillar models what a strategy against organised crime sets out to
// achieve: the framework, its pillars, and under them objectives with their
// indicators.
//
// A [Framework] is data, since States differ. [UNODC] is the default:
// Prevent, Pursue, Protect, Promote. [UK2018] and [Scotland] are built in as
// well, and a document may write out its own; the pillars of each map onto
// UNODC's, so that strategies can be compared without being renamed. An
// [Objective] stands under a pillar or is horizontal, answers threats, and is
// measured by indicators. An [Indicator] has a baseline, or the reason why it
// has none yet, and targets by date.
//
// All of them are plain data: write them as literals or decode them. To help
// in drafting and checking there are
//
//   - [Suggestions], a catalogue of objectives of our own, and
//     [Suggestion.Objective] to start from one;
//   - [Articles] and [OfArticle], which articles of the Convention and its
//     protocols each pillar puts into effect;
//   - [SDGTargets] and [SDGTargetExists], for links to the 2030 Agenda.
//
// Nothing here is UNODC's text.
package pillar
