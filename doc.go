// Package ocs is the shared vocabulary of a national strategy against
// organised crime as typed, checked, exchangeable data, and the engine that
// checks it.
//
// The model is in the packages that stand on this one, each importing only
// those before it:
//
//	threat     what the strategy is against
//	actor      who acts
//	pillar     the framework: pillars, objectives, indicators
//	strategy   the whole: plans, commitments, reports, rules, questions
//	strategy/codec   YAML and JSON documents, with the line and column of every finding
//
// Most programs start there:
//
//	doc, err := codec.Load(os.DirFS("."), nil, "pakistan.strategy.yaml")
//	result := doc.Check(nil) // what is wrong, and where
//
// This package holds what they share: dates, periods, deadlines and money that
// read and write as text; the vocabulary of places, treaties and markings; and
// the checking engine, in which a [Rule] is a value, a rule reports on the
// address of a field, and a [Finding] says what is wrong, where, and what to
// do about it. It reads no clock, network, environment or file.
package ocs
