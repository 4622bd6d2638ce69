package misp

import "github.com/ocs-framework/ocs"

// The codes of findings.
const (
	withheld   = "misp-withheld"
	leftOut    = "misp-left-out"
	empty      = "misp-empty"
	badID      = "misp-id"
	sharedID   = "misp-shared-id"
	badVersion = "misp-version"
	character  = "misp-character"
)

// Faults lists every kind of finding of this package.
func Faults() []ocs.Fault {
	return []ocs.Fault{
		{Code: withheld, Severity: ocs.Info, Title: "Every pillar, threat, group and objective is within the level that was asked for",
			Doc: "The element is marked more strictly and is not in the taxonomy."},
		{Code: leftOut, Severity: ocs.Info, Title: "A taxonomy holds all of the strategy",
			Doc: "It never does: it names what events are tagged by. Another format has to carry the rest."},
		{Code: empty, Severity: ocs.Error, Title: "The taxonomy has a predicate",
			Doc: "Nothing of the strategy can be a tag at this level. MISP refuses a taxonomy without predicates."},
		{Code: badID, Severity: ocs.Warning, Title: "Every identifier can stand in a tag",
			Doc: "The identifier is absent or not well formed, so there is no tag for the element. Without one of its own the strategy's namespace is strategy."},
		{Code: sharedID, Severity: ocs.Warning, Title: "No two elements share an identifier",
			Doc: "Only the first has a tag."},
		{Code: badVersion, Severity: ocs.Info, Title: "The strategy's version is a whole number",
			Doc: "MISP counts the versions of a taxonomy and takes only a higher one. Version 1 was written: raise it by hand, or number the strategy's versions."},
		{Code: character, Severity: ocs.Warning, Title: "Every text is valid UTF-8",
			Doc: "Bytes that aren't were replaced by U+FFFD."},
	}
}
