package strategy

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
)

// conceals reports whether a redaction took out the element or, wholly or in
// part, one of those fields of it. What a rule concludes from the absence of
// something it must not conclude where that was withheld. It looks through all
// redactions: ask it only once something seems wrong.
func (ix *Index) conceals(element ocs.ID, fields ...string) bool {
	return slices.ContainsFunc(ix.s.Redactions, func(r Redaction) bool { return r.Element == element && r.takes(fields) })
}

// concealsAny is conceals for any element of a kind.
func (ix *Index) concealsAny(k kind, fields ...string) bool {
	return slices.ContainsFunc(ix.s.Redactions, func(r Redaction) bool { return ix.elements[r.Element].kind() == k && r.takes(fields) })
}

// concealsObjectives reports whether an objective was taken out, or one of those
// fields of one.
func (ix *Index) concealsObjectives(fields ...string) bool {
	return ix.conceals(ix.s.ID, "objectives") || ix.concealsAny(objectiveKind, fields...)
}

// concealsCommitments is the same for commitments.
func (ix *Index) concealsCommitments(fields ...string) bool {
	return ix.conceals(ix.s.ID, "plans") || ix.concealsAny(planKind, "commitments") || ix.concealsAny(commitmentKind, fields...)
}

func (r *Redaction) takes(fields []string) bool {
	return len(r.Fields) == 0 || slices.ContainsFunc(r.Fields, func(f string) bool {
		first, _, _ := strings.Cut(f, "/")
		return slices.Contains(fields, first)
	})
}
