// Package stix exchanges strategies with tools that read STIX 2.1, the OASIS
// standard for threat intelligence.
//
//	data, findings, err := stix.Export(&s, &stix.ExportOptions{Level: ocs.MarkingGreen})
//	doc, err := stix.Import("partner.json", r, nil)
//
// STIX knows threats, those behind them and what is done about them; it has no
// pillars, objectives, indicators or budgets. An export is therefore a part of a
// strategy, and what it leaves out or says less exactly is a finding:
//
//	criminal group      threat-actor, of the type crime-syndicate
//	tie between groups  relationship part-of or cooperates-with, else related-to
//	threat              campaign, attributed-to the groups that drive it
//	method of a threat  attack-pattern, which the campaign uses
//	assessment          report
//	commitment          course-of-action, which mitigates the methods of the threats that its objectives answer
//	actor               identity
//	area                location
//	the whole           report that refers to all objects
//
// Campaign is the nearest to a criminal market as it occurs in a country:
// activities of certain actors over time, against certain targets. What an
// element says beyond the standard's properties rides in one property extension,
// [ExtensionID], with the names that the document format has. Those who don't
// know it lose nothing that the standard could say.
//
// An import keeps every object as it was, with the digits of its numbers and
// times, under the key [ObjectKey] of the extensions of the element that was
// made from it, or under [BundleKey] of the strategy's. Exporting what was
// imported gives the same objects again; what was edited in between is changed
// in the object, member by member, and nothing else is. What was taken out of
// the strategy is taken out of the bundle, and not told by an earlier version or
// another object of ours. Both keys survive YAML and JSON.
//
// Nothing above the level asked for is exported, nothing in an object that is
// marked more strictly than the object, and no data about persons or the sources
// of a statement unless the options say so. Free text isn't searched for what it
// tells of an element that was left out: the rule marking-exposed does that when
// the strategy is validated.
package stix
