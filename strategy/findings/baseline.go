package findings

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
)

// Baseline remembers the findings of a document that is already in use, so
// that the checker can be adopted without first mending everything: what is in
// the baseline is known, what isn't is new.
//
// A finding is recognised by its rule, its element and the name of the field,
// and not by its place, so moved lines and inserted elements change
// nothing. Where the same has several findings, as many as were known are.
type Baseline struct {
	// Known are the findings that were known, each with how often it occurred.
	Known []Known `json:"known"`
}

// Known is a finding as a baseline remembers it.
type Known struct {
	// Rule is the code of the rule.
	Rule string `json:"rule"`

	// Kind and ID name the element; they are absent for the strategy as a whole.
	Kind string `json:"kind,omitzero"`
	ID   string `json:"id,omitzero"`

	// Field is the path, its numbers left out: "plans/commitments/partners/actor".
	Field string `json:"field,omitzero"`

	// Count is how often the finding occurred.
	Count int `json:"count"`
}

// keyOf is what a finding is recognised by, with a count of none.
func keyOf(f *ocs.Finding) Known {
	return Known{Rule: f.Rule, Kind: f.Element.Kind, ID: f.Element.ID, Field: fieldOf(f)}
}

// fieldOf is a finding's path without its numbers, which change when elements
// move: "plans/commitments/partners/actor".
func fieldOf(f *ocs.Finding) string {
	var names []string
	for token := range f.Path.Tokens() {
		if strings.Trim(token, "0123456789") != "" {
			names = append(names, token)
		}
	}
	return strings.Join(names, "/")
}

// NewBaseline remembers findings.
func NewBaseline(fs ocs.Findings) Baseline {
	counts := make(map[Known]int)
	for i := range fs {
		counts[keyOf(&fs[i])]++
	}
	b := Baseline{Known: make([]Known, 0, len(counts))}
	for k, n := range counts {
		k.Count = n
		b.Known = append(b.Known, k)
	}
	slices.SortFunc(b.Known, func(a, b Known) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Field, b.Field))
	})
	return b
}

// New returns the findings that are not in the baseline, in their order, and
// how many findings of the baseline no longer occur.
func (b Baseline) New(fs ocs.Findings) (fresh ocs.Findings, gone int) {
	left := make(map[Known]int)
	for _, k := range b.Known {
		n := k.Count
		k.Count = 0
		left[k] += n
	}
	for i := range fs {
		k := keyOf(&fs[i])
		if left[k] > 0 {
			left[k]--
			continue
		}
		fresh = append(fresh, fs[i])
	}
	for _, n := range left {
		gone += n
	}
	return fresh, gone
}

// ReadBaseline reads what [Baseline.Write] wrote; anything else is an error.
func ReadBaseline(r io.Reader) (Baseline, error) {
	var b Baseline
	decoder := json.NewDecoder(r)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&b); err != nil {
		return Baseline{}, fmt.Errorf("not a baseline: %w", err)
	}
	return b, nil
}

// Write writes the baseline as JSON, one finding to a line, so that version
// control shows what was added and removed. The error is that of w.
func (b Baseline) Write(w io.Writer) error {
	var out bytes.Buffer
	out.WriteString("{\"known\": [")
	for i, k := range b.Known {
		line, err := json.Marshal(k)
		if err != nil {
			return err
		}
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n")
		out.Write(line)
	}
	out.WriteString("\n]}\n")
	_, err := w.Write(out.Bytes())
	return err
}
