package stratml

import (
	"strconv"

	"github.com/ocs-framework/ocs"
)

// The codes. Those of the first group refuse the document.
const (
	xmlSyntax    = "xml-syntax"
	xmlEncoding  = "xml-encoding"
	xmlDirective = "xml-directive"
	xmlLimit     = "xml-limit"
	notStratML   = "not-stratml"
	part3        = "stratml-part-3"
	dialect      = "stratml-dialect"

	oldNamespace      = "stratml-namespace"
	oldName           = "stratml-old-name"
	elementOrder      = "stratml-order"
	misplaced         = "stratml-misplaced"
	missing           = "stratml-missing"
	foreign           = "stratml-foreign"
	strayText         = "stratml-stray-text"
	blank             = "stratml-blank"
	badIdentifier     = "stratml-identifier"
	twiceIdentifier   = "stratml-duplicate-identifier"
	placeholder       = "stratml-placeholder"
	badValue          = "stratml-value"
	emptyValue        = "stratml-empty-value"
	contradictedType  = "stratml-type"
	unifiedActors     = "stratml-unified"
	namedPerson       = "stratml-person"
	carriedUnreadable = "stratml-carried"
	carriedStale      = "stratml-edited"

	onlyCarried = "stratml-only-carried"
	lost        = "stratml-lost"
	replaced    = "stratml-character"
)

// Faults lists every kind of finding that this package reports, those of
// reading first.
func Faults() []ocs.Fault {
	return []ocs.Fault{
		{Code: xmlSyntax, Severity: ocs.Error, Title: "The document is well-formed XML",
			Doc: "The document can't be read beyond this place, so nothing of it was read. What its author meant isn't guessed."},
		{Code: xmlEncoding, Severity: ocs.Error, Title: "The document is UTF-8 text",
			Doc: "UTF-8 and UTF-16 with a byte order mark are read, and ISO 8859-1 and Windows 1252 where they are declared."},
		{Code: xmlDirective, Severity: ocs.Error, Title: "The document has no document type declaration",
			Doc: "Declarations can define entities that expand without bound or fetch files. StratML has no use for them, so they " +
				"are refused."},
		{Code: xmlLimit, Severity: ocs.Error, Title: "The document keeps within the limits on size, depth and number of nodes",
			Doc: "The limits protect the reader from files made to exhaust it; Options raises them."},
		{Code: notStratML, Severity: ocs.Error, Title: "The root element is StrategicPlan or PerformancePlanOrReport",
			Doc: "The document is XML of another kind. Nothing was read."},
		{Code: part3, Severity: ocs.Error, Title: "The document is of StratML Part 1 or 2",
			Doc: "Part 3 is another vocabulary, with no counterpart for most of what makes a plan here. Nothing was read."},
		{Code: dialect, Severity: ocs.Error, Title: "The document keeps to the vocabulary of the standard",
			Doc: "Documents of private dialects use StratML's words in another arrangement. To guess it would be to misread; " +
				"nothing was read."},

		{Code: oldNamespace, Severity: ocs.Info, Title: "The document is in the namespace of its part",
			Doc: "Documents from before the ISO standard, and some tools', are in another namespace or none. " +
				"It was read as the part that its root element belongs to."},
		{Code: oldName, Severity: ocs.Info, Title: "Elements and attributes have the names of the standard",
			Doc: "FirstName, LastName and IndicatorType are names from before the ISO standard. They were read as GivenName, " +
				"Surname and PerformanceIndicatorType."},
		{Code: elementOrder, Severity: ocs.Warning, Title: "Elements stand in the order of the schema",
			Doc: "The order is part of the standard, so that other readers may reject the document. It was read in any order and " +
				"is written in the right one."},
		{Code: misplaced, Severity: ocs.Warning, Title: "Elements stand where the schema has them", Doc: "The element was read where it is and is written where it belongs."},
		{Code: missing, Severity: ocs.Warning, Title: "What the schema demands is there",
			Doc: "An element or attribute that the schema demands is missing. It is written empty, or with what can be told from " +
				"the rest."},
		{Code: foreign, Severity: ocs.Warning, Title: "The document holds what the standard knows, and nothing else",
			Doc: "Elements and attributes that the standard doesn't know, and more of one than it allows, are kept aside under " +
				"the extension " + Extension +
				" and written to a processing instruction, since no place for them would be valid."},
		{Code: strayText, Severity: ocs.Warning, Title: "Text stands only in elements that hold text", Doc: "The text is kept aside as foreign content is."},
		{Code: blank, Severity: ocs.Info, Title: "Elements say something",
			Doc: "Blank stakeholders, roles, values and results are what forms leave behind. They were left out; the finding " +
				"stands at the first and counts them."},
		{Code: badIdentifier, Severity: ocs.Warning, Title: "Identifiers are names in the sense of XML",
			Doc: "Identifiers are of the type xs:ID: a letter or underscore, then letters, digits, '-', '_' and '.'. " +
				"A repaired one is written; the one that was read stays in the model."},
		{Code: twiceIdentifier, Severity: ocs.Warning, Title: "Identifiers are unique in the document",
			Doc: "Both elements are kept. The later one has a new identifier and says under the extension which it shared."},
		{Code: placeholder, Severity: ocs.Info, Title: "Values are filled in", Doc: "The value is a placeholder of a form or template. It counts as absent."},
		{Code: badValue, Severity: ocs.Warning, Title: "Values have the form that the schema demands",
			Doc: "A date, number or term can't be read as one. It is kept as text under the extension."},
		{Code: emptyValue, Severity: ocs.Info, Title: "Values that may not be empty aren't",
			Doc: "An empty date, number or term counts as absent. The standard allows that only for some."},
		{Code: contradictedType, Severity: ocs.Info, Title: "The document is of the type that it states",
			Doc: "A plan that is typed as strategic holds indicators or results. The type is kept as it is."},
		{Code: unifiedActors, Severity: ocs.Info, Title: "Each actor is named once",
			Doc: "StratML has no identifiers for stakeholders, so an actor is repeated by name wherever it has a part. Mentions " +
				"of exactly the same name and type, " +
				"white space aside, became one actor."},
		{Code: namedPerson, Severity: ocs.Info, Title: "Actors are offices", Doc: "The document names persons. Strategies here name offices; think before you publish."},
		{Code: carriedUnreadable, Severity: ocs.Warning, Title: "What ocs wrote into processing instructions can be read",
			Doc: "A processing instruction that ocs writes can't be read or applied. The visible document counts."},
		{Code: carriedStale, Severity: ocs.Warning, Title: "What ocs wrote into processing instructions fits the document",
			Doc: "The element has been changed or removed since ocs wrote the document. The visible document counts, and what was " +
				"carried for the old text is left out."},

		{Code: onlyCarried, Severity: ocs.Info, Title: "The standard has a place for all that the strategy says",
			Doc: "StratML has no place for the value. It rides in a processing instruction: ocs reads it back, other readers " +
				"don't see it. The finding stands at the first of its kind; all others are related."},
		{Code: lost, Severity: ocs.Warning, Title: "Nothing is lost in writing",
			Doc: "StratML has no place for the value, and without processing instructions it is not in the document. The finding " +
				"stands at the first of its kind; all others are related."},
		{Code: replaced, Severity: ocs.Warning, Title: "Text holds only characters that XML can hold",
			Doc: "XML can't hold control characters. In the visible text each is replaced by U+FFFD; a processing instruction " +
				"carries the text as it is."},
	}
}

// quoteMarkup makes what the decoder says of markup fit for a message.
func quoteMarkup(s string) string {
	const limit = 120
	quoted := strconv.Quote(s)
	if r := []rune(quoted[1 : len(quoted)-1]); len(r) > limit {
		return string(r[:limit]) + "…"
	}
	return quoted[1 : len(quoted)-1]
}
