package graph

import (
	"fmt"

	"github.com/ocs-framework/ocs"
)

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
