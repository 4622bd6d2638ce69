// Package misp writes taxonomies for MISP, the platform on which agencies share
// events and indicators. There an event is tagged by machine tags, such as
//
//	ocs:market="firearms-trafficking"
//	island-strategy:threat="extortion"
//
// A taxonomy is the file machinetag.json that makes such tags known.
//
//	err := misp.Vocabulary().WriteJSON(w)                  // what ocs knows: markets, and pillars of the built-in frameworks
//	taxonomy, findings := misp.Of(&s, ocs.MarkingGreen)     // what one strategy names: its pillars, threats, groups, objectives
//
// With the first, agencies of different States tag by one vocabulary; with the
// second, an agency tags what it sees by the strategy that it serves.
//
// Source: the repository MISP/misp-taxonomies, its schema and its way of
// deriving UUIDs, as of 2026; MISP taxonomy format, an Internet-Draft.
package misp
