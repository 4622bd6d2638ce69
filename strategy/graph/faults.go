package graph

import (
	"fmt"

	"github.com/ocs-framework/ocs"
)

// Fault describes one kind of finding that the making of a graph may bring.
type Fault struct {
	Code     string // a slug, the same for ever
	Severity ocs.Severity
	Title    string // what holds where there is no such finding, in one sentence
	Doc      string // what it means and what was done
}

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

// maxFindings is how many findings of one code are listed.
const maxFindings = 1000

// Faults lists every kind of finding of this package. There are those of
// [strategy.Redact] beside them.
func Faults() []Fault {
	return []Fault{
		{withheld, ocs.Info, "Every element is within the level that was asked for",
			"The element is marked more strictly and is not in the graph, or only with its identifier, since something in the graph refers to it."},
		{leftOut, ocs.Info, "Every part of the strategy is a node, an edge or an attribute",
			"A graph has no place for this part of the strategy. Another format has to carry it."},
		{noID, ocs.Warning, "Every element has an identifier",
			"An element without one can't be a node, and nothing can refer to it."},
		{sharedID, ocs.Warning, "No two elements share an identifier",
			"The later node is called by its kind too, and if need be by a number. References lead to the first element of their kind."},
		{badID, ocs.Warning, "Every identifier is well formed",
			"The identifier is written as it is. Readers that check GraphML against its schema may refuse it, since there an identifier is a name token."},
		{noElement, ocs.Warning, "Every reference leads to an element of its kind",
			"There is no edge for the reference. Validating the strategy reports it too."},
		{character, ocs.Warning, "Every text can be written in XML",
			"XML has no way of writing most control characters, and bytes that aren't UTF-8 are no characters at all. Each was replaced by U+FFFD."},
	}
}

// reporter collects findings, of each code no more than maxFindings.
type reporter struct {
	findings ocs.Findings
	counts   map[string]int
}

func (r *reporter) report(code string, path func() ocs.Pointer, elem ocs.Element, format string, args ...any) {
	if r.counts == nil {
		r.counts = make(map[string]int)
	}
	if r.counts[code]++; r.counts[code] > maxFindings {
		return
	}
	r.findings = append(r.findings, ocs.Finding{Rule: code, Path: path(), Element: elem, Message: fmt.Sprintf(format, args...)})
}

// list returns what was found, with a remark on what isn't listed.
func (r *reporter) list() ocs.Findings {
	for _, fault := range Faults() {
		if n := r.counts[fault.Code] - maxFindings; n > 0 {
			r.findings = append(r.findings, ocs.Finding{Rule: fault.Code, Message: fmt.Sprintf("%d more of these are not listed", n)})
		}
		for i := range r.findings {
			if r.findings[i].Rule == fault.Code {
				r.findings[i].Severity = fault.Severity
			}
		}
	}
	return r.findings
}
