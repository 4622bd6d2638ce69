// Package strategy models a whole strategy against organised crime: what it
// sets out to achieve, the action plans and commitments by which it is
// delivered, and the record of what happened.
//
// A [Strategy] is plain data. Three calls do most of the work:
//
//	result := strategy.Validate(&s, nil)  // every inconsistency and gap, by the rules for its stage
//	ix := strategy.NewIndex(&s)           // joins its lists, so that it can be asked
//	answer := ix.Coverage(today, nil)     // one of the questions
//
// Documents are read and written by package
// [github.com/ocs-framework/ocs/strategy/codec], and findings are shown by
// [github.com/ocs-framework/ocs/strategy/findings].
//
// Nothing here reads a clock, the network, the environment or a file, and the
// same input gives the same answer. What is asked of a strategy never changes
// it; what changes it, such as [Redact] or [Merge], returns a copy.
//
// # The model
//
// Threats, actors and objectives are those of packages threat, actor and
// pillar. A [Plan] is an instrument of its own and holds each [Commitment]: who
// leads it, for which objectives, by when, with which powers and whose money. A
// [Report] says later what happened, in updates on commitments and readings of
// indicators; the adopted text stays as it is. Lists stand at one level and are
// joined by identifiers, which are unique in the whole document.
//
// # The index
//
// An [Index] finds elements by identifier ([Index.Commitment], [Index.Actor] and
// the like), lists them ([Index.Commitments]), and follows how they hang
// together ([Index.CommitmentsAgainst], [Index.LedBy], [Index.Unanswered]). It
// also works out dates, such as that of a deadline counted from the adoption
// ([Index.Due]). It never fails, whatever is wrong with the strategy.
//
// # Questions
//
// Where the answer depends on the day on which one looks, that day is an
// argument. Without one, the zero [ocs.Date], everything that was ever reported
// counts and nothing is past due. A coarser date stands for its last day. Options
// may be nil. The answer is a struct of plain data that explains itself: it names
// the elements behind its numbers, and what it could not tell. It encodes as
// JSON, and most give a [Table], or several, for spreadsheets.
//
// Does the strategy reach what it is against?
//
//   - [Index.Coverage]: what is done about each threat under each pillar, for
//     each group of victims, area and article of the Convention, and where
//     nothing is.
//   - [Index.Ranking]: which threats come first, and whether that is certain.
//   - [Index.Logframe]: the whole as a logical framework.
//
// Who answers for it?
//
//   - [Index.Responsibility]: who does what in each quarter, what hangs on one
//     actor, and what outlives its lead.
//   - [Index.MandateFit]: whether the lead of one commitment may do it by law.
//
// What does it cost?
//
//   - [Index.Budget]: what is costed, secured and asked for, by pillar, threat,
//     source, year and plan.
//
// Is it being delivered?
//
//   - [Index.Delivery]: how each commitment stands, and which fact decided.
//   - [Index.Overdue] and [Index.Agenda]: what is late, and what falls due.
//   - [Index.Schedule]: who starts later because of whom.
//   - [Index.Changes]: what is not as it was, for instance since the last report
//     ([Index.Reported]).
//
// Does it work?
//
//   - [Index.Progress]: how each indicator stands against its target, by a
//     [StatusPolicy] that can be replaced.
//   - [Index.Rollup]: the same for objectives, pillars and the whole, with the
//     share that is missing beside it.
//
// What does a ministry keep in its spreadsheet?
//
//   - [Index.ActionPlan], [Index.ResponsibilityMatrix], [Index.MonitoringPlan]:
//     commitments, who has which part in them, and indicators, as a [Table] each.
//
// How do figures come in?
//
//   - [Index.ReadFeed]: reads a table of readings or updates, all of it or none.
//   - [Feed.Apply]: merges it into a copy, and says what it corrected.
//
// The program examples/monitor asks them of one strategy, and prints a page.
//
// # Rules
//
// [Validate] holds a strategy against [Rules] with the severities of its stage:
// a draft may have gaps that an adopted text may not. [Options] choose another
// stage, the day on which one looks, and further rules of an agency's own. A
// [Waiver] in the document excuses one element from one rule, and a [Redaction]
// says what a copy lacks, so that no rule demands it.
//
// # Versions
//
//   - [Diff] says what lies between two texts, and what of it weakens the
//     strategy; [Revision.Apply] carries it over.
//   - [Merge] brings two drafts of one base together.
//   - [Strategy.Digest] tells whether a text is still the one that was adopted.
//
// # Copies and derived strategies
//
//   - [Redact] makes the copy for those who may see what is marked up to a level.
//   - [Localise] puts it into another language, by a [Translation].
//   - [Tailor] derives the strategy of a province from the national one, by a
//     [Tailoring].
package strategy
