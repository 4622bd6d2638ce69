// Package ocs is the shared vocabulary of a national strategy against
// organised crime as typed, checked, exchangeable data, and the engine that
// checks it.
//
// # The house
//
// The model is in the packages that stand on this one, each importing only
// those before it:
//
//	threat     what the strategy is against
//	actor      who acts
//	pillar     the framework: pillars, objectives, indicators ("what")
//	strategy   the whole: plans, commitments ("how"), reports, rules, questions
//
// Around it stand the packages that bring strategies in and out. None of them
// imports another:
//
//	strategy/codec      documents in YAML and JSON, with the line and column of every finding
//	strategy/findings   findings for people and tools, baselines, explanations of rules
//	strategy/report     a strategy as a page to read, and as pictures
//	strategy/sheet      action plans kept as tables, with columns and words of their own
//	strategy/stratml    StratML, the standard for strategic plans
//	strategy/stix       STIX, the standard for threat intelligence
//	strategy/graph      nodes and edges, for programs that analyse and draw networks
//	strategy/misp       the vocabularies as a taxonomy of MISP
//
// Most programs start with codec:
//
//	doc, err := codec.Load(os.DirFS("."), nil, "pakistan.strategy.yaml")
//	result := doc.Check(nil)               // what is wrong, and where
//	ix := strategy.NewIndex(&doc.Strategy) // for questions
//
// # This package
//
// It holds what they share:
//
//   - values that read and write as text: [Date], [Period], [Deadline], [Money];
//     and [Decimal], an exact number;
//   - vocabularies, which are open (see [Term]): places, languages, currencies,
//     treaties and their articles, stages, markings;
//   - sources and how well a fact was checked against one: [Source], [Cite],
//     [Grade];
//   - the checking engine: a [Rule] is a value, a rule reports on the address of
//     a field, [Run] works out where that is, and a [Finding] says what is wrong,
//     where, and what to do about it.
//
// The zero value of a type of the model says that nothing is stated: no
// [Decimal] is not the number 0. Nothing here reads a clock, the network, the
// environment or a file.
package ocs
