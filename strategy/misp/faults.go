package misp

import "github.com/ocs-framework/ocs"

// Fault describes one kind of finding that the making of a taxonomy may bring.
type Fault struct {
	Code     string // a slug, the same for ever
	Severity ocs.Severity
	Title    string // what holds where there is no such finding, in one sentence
	Doc      string // what it means and what was done
}

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
func Faults() []Fault {
	return []Fault{
		{withheld, ocs.Info, "Every pillar, threat, group and objective is within the level that was asked for",
			"The element is marked more strictly and is not in the taxonomy."},
		{leftOut, ocs.Info, "A taxonomy holds all of the strategy",
			"It never does: it names what events are tagged by. Another format has to carry the rest."},
		{empty, ocs.Error, "The taxonomy has a predicate",
			"Nothing of the strategy can be a tag at this level. MISP refuses a taxonomy without predicates."},
		{badID, ocs.Warning, "Every identifier can stand in a tag",
			"The identifier is absent or not well formed, so there is no tag for the element. Without one of its own the strategy's namespace is strategy."},
		{sharedID, ocs.Warning, "No two elements share an identifier",
			"Only the first has a tag."},
		{badVersion, ocs.Info, "The strategy's version is a whole number",
			"MISP counts the versions of a taxonomy and takes only a higher one. Version 1 was written: raise it by hand, or number the strategy's versions."},
		{character, ocs.Warning, "Every text is valid UTF-8",
			"Bytes that aren't were replaced by U+FFFD."},
	}
}
