package graph

import "github.com/ocs-framework/ocs"

// The codes of findings.
const (
	withheld  = "graph-withheld"
	leftOut   = "graph-left-out"
	noID      = "graph-no-id"
	sharedID  = "graph-shared-id"
	badID     = "graph-id"
	noElement = "graph-no-element"
	character = "graph-character"
)

// Faults lists every kind of finding of this package. There are those of
// [strategy.Redact] beside them.
func Faults() []ocs.Fault {
	return []ocs.Fault{
		{Code: withheld, Severity: ocs.Info, Title: "Every element is within the level that was asked for",
			Doc: "The element is marked more strictly and is not in the graph, or only with its identifier, since something in the graph refers to it."},
		{Code: leftOut, Severity: ocs.Info, Title: "Every part of the strategy is a node, an edge or an attribute",
			Doc: "A graph has no place for this part of the strategy. Another format has to carry it."},
		{Code: noID, Severity: ocs.Warning, Title: "Every element has an identifier",
			Doc: "An element without one can't be a node, and nothing can refer to it."},
		{Code: sharedID, Severity: ocs.Warning, Title: "No two elements share an identifier",
			Doc: "The later node is called by its kind too, and if need be by a number. References lead to the first element of their kind."},
		{Code: badID, Severity: ocs.Warning, Title: "Every identifier is well formed",
			Doc: "The identifier is written as it is. Readers that check GraphML against its schema may refuse it, since there an identifier is a name token."},
		{Code: noElement, Severity: ocs.Warning, Title: "Every reference leads to an element of its kind",
			Doc: "There is no edge for the reference. Validating the strategy reports it too."},
		{Code: character, Severity: ocs.Warning, Title: "Every text can be written in XML",
			Doc: "XML has no way of writing most control characters, and bytes that aren't UTF-8 are no characters at all. Each was replaced by U+FFFD."},
	}
}

// report adds a finding. Where it is is asked only if it is listed.
func (b *builder) report(code string, path func() ocs.Pointer, elem ocs.Element, format string, args ...any) {
	f := ocs.Finding{Rule: code, Element: elem}
	if !b.found.Full(code) {
		f.Path = path()
	}
	b.found.Report(f, format, args...)
}
