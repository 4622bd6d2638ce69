// Package stratml reads and writes strategies as StratML, the international
// standard for machine-readable strategic plans: Part 1 is ISO 17469-1,
// strategic plans; Part 2 is ANSI/AIIM 22, performance plans and reports.
//
//	doc := stratml.Decode("plan.xml", data, nil)
//	data, findings, err := stratml.Encode(&doc.Strategy, stratml.Part2, nil)
//
// Any plan can be read, of whatever field. What StratML says becomes this of the
// model:
//
//	Goal                    a pillar, of a framework made from the document; one named like a pillar of
//	                        a built-in framework maps onto it
//	Objective               an objective; those that sequence indicators put below others have a parent
//	PerformanceIndicator    an indicator, with its baseline and targets
//	ActualResult            a reading, in one report
//	Organization            an actor
//	Stakeholder             an actor; mentions of exactly the same name and type are one
//	Vision, Mission, Value  vision, mission, principles
//	AdministrativeInformation  period and an entry of the bibliography
//
// # Reading
//
// Few documents in use are valid. Decode reads both parts in the namespaces of
// the standard, of the drafts before it, or in none, with any prefix; in any
// order; with identifiers that are none or stand twice, empty and unknown terms,
// placeholders, foreign content. Each departure is a finding with line and
// column, and nothing is dropped in silence: what the model has no field for is
// kept under [Extension], as text that people can read and edit, and survives
// YAML and JSON. Only white space at the ends of texts, and elements that say
// nothing, are not kept. Part 3 and private dialects are refused by name.
//
// Documents may come from anywhere. Document type declarations are refused, and
// size, depth and number of nodes are limited, see [Options].
//
// # Writing
//
// What Encode writes is valid, whatever the strategy holds. Commitments are
// shown as objectives below those that they serve, and threats and treaty
// articles as lines of OtherInformation:
//
//	[ocs] Threats: Trafficking in opiates; Smuggling of migrants.
//
// Everything else that StratML has no place for rides in processing instructions
// with the target ocs, since they are the one thing that validators let pass
// anywhere and style sheets ignore. They say in what the strategy differs from
// what can be read from the visible document, so that Decode gives back an equal
// strategy. A document that was edited in the meantime counts as it stands; what
// was carried for the old text is left out with a finding.
package stratml
