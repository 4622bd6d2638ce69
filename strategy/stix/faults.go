package stix

import "github.com/ocs-framework/ocs"

// The codes of findings.
const (
	notJSON       = "stix-syntax"
	notBundle     = "stix-not-a-bundle"
	limitExceeded = "stix-limit"
	notObject     = "stix-object"
	otherVersion  = "stix-version"
	badID         = "stix-id"
	uuidReused    = "stix-uuid-reused"
	versionTwice  = "stix-version-twice"
	badTime       = "stix-time"
	refType       = "stix-reference-type"
	unresolved    = "stix-unresolved"
	badExtension  = "stix-extension"
	badMarking    = "stix-marking"
	kept          = "stix-kept"

	withheld   = "stix-withheld"
	personal   = "stix-personal"
	noSources  = "stix-sources"
	lowered    = "stix-lowered"
	leftOut    = "stix-left-out"
	edited     = "stix-edited"
	removed    = "stix-removed"
	noElement  = "stix-no-element"
	noIdentity = "stix-no-id"
	brokenKept = "stix-kept-broken"
)

// Faults lists every kind of finding of this package. Those of an import are
// about the bundle that was read, those of an export about the strategy that was
// written.
func Faults() []ocs.Fault {
	return []ocs.Fault{
		{Code: notJSON, Severity: ocs.Error, Title: "The bundle is JSON without duplicate names",
			Doc: "The reader could not go on from this place, so nothing of the bundle was read. Two members of one name are a fault too: tools differ in which they take."},
		{Code: notBundle, Severity: ocs.Error, Title: "The file holds a STIX bundle",
			Doc: "A bundle is an object of the type bundle with a list of objects. A single object has to be put into one."},
		{Code: limitExceeded, Severity: ocs.Error, Title: "The bundle keeps within the limits on size, depth and number of objects",
			Doc: "The limits protect the reader from files made to exhaust it; the options raise them."},
		{Code: notObject, Severity: ocs.Error, Title: "Every entry of objects is an object with a type",
			Doc: "An object without a type is kept and nothing else; an entry that isn't an object is not kept."},
		{Code: otherVersion, Severity: ocs.Error, Title: "Every object is of STIX 2.1",
			Doc: "An object that states no version is of STIX 2.0. It is kept but nothing is made of it, unless the options ask for 2.0 as well."},
		{Code: badID, Severity: ocs.Warning, Title: "Every object has an identifier: its type, two hyphens, and a UUID of RFC 4122",
			Doc: "Strict readers refuse the object. Without an identifier it is kept, but nothing is made of it."},
		{Code: uuidReused, Severity: ocs.Warning, Title: "A creator uses a UUID under one type only",
			Doc: "The standard forbids to give two objects of different types one UUID. Both are kept."},
		{Code: versionTwice, Severity: ocs.Warning, Title: "Each version of an object is in the bundle once",
			Doc: "Two objects with one identifier and one time of modification differ. The first is used, both are kept."},
		{Code: badTime, Severity: ocs.Warning, Title: "Times are RFC 3339 in UTC, and in order",
			Doc: "An object is not modified before it is created, and nothing is last seen before it is first seen."},
		{Code: refType, Severity: ocs.Warning, Title: "References are to objects of the types that the standard allows there",
			Doc: "The published schemas don't check this, and many tools refuse such an object."},
		{Code: unresolved, Severity: ocs.Info, Title: "Every reference leads to an object of the bundle",
			Doc: "The standard allows references to objects that are elsewhere; what is said of them can't be used here."},
		{Code: badExtension, Severity: ocs.Warning, Title: "The extension of this package can be read",
			Doc: "The object was read without it. The extension is kept."},
		{Code: badMarking, Severity: ocs.Warning, Title: "Every marking is understood",
			Doc: "A marking that is neither of the Traffic Light Protocol nor a statement, or isn't in the bundle, counts as red."},
		{Code: kept, Severity: ocs.Info, Title: "Every object becomes an element of the strategy",
			Doc: "Objects of these types are kept as they are and come back from an export."},

		{Code: withheld, Severity: ocs.Info, Title: "Every element is within the level that was asked for, and its parts within its own marking",
			Doc: "An element that is marked more strictly was left out, with its relations. A part, or the name of another element, that is marked " +
				"more strictly than the element was left out of it at any level, since the object may be shared by its own marking."},
		{Code: personal, Severity: ocs.Info, Title: "No object is about an individual",
			Doc: "Such objects are exported only if the options ask for persons."},
		{Code: noSources, Severity: ocs.Info, Title: "No element cites sources",
			Doc: "Citations are exported only if the options ask for sources, and only of sources within the level."},
		{Code: lowered, Severity: ocs.Info, Title: "Every relation has a type in STIX",
			Doc: "The relation is written as related-to; what it is stands in its description and in the extension."},
		{Code: leftOut, Severity: ocs.Info, Title: "STIX has a place for all that the strategy says",
			Doc: "This part of the strategy, or these data of an agency's own, are not in the export."},
		{Code: edited, Severity: ocs.Info, Title: "Every imported object is as it was",
			Doc: "What was edited is in the object that was written. If it is another's, a new object is derived from it, or with the option Reissue a new version made."},
		{Code: removed, Severity: ocs.Info, Title: "Every imported object still has its element",
			Doc: "The element, or the relation, is not in the strategy any more, so the object isn't written, nor are the relationships to it."},
		{Code: noElement, Severity: ocs.Warning, Title: "Every reference leads to an element of the strategy",
			Doc: "The relation isn't exported. Validating the strategy reports the reference too."},
		{Code: noIdentity, Severity: ocs.Warning, Title: "Every element has an identifier of its own",
			Doc: "Without one there is no lasting identifier for the object, so the element isn't exported."},
		{Code: brokenKept, Severity: ocs.Warning, Title: "What was kept of an import can be read",
			Doc: "The data under the key of this package in the extensions are not what an import wrote, and were left out."},
	}
}
