package strategy

import (
	"strings"

	"github.com/ocs-framework/ocs"
)

// suspicions say which of the rules about texts and markings may have something
// to report. Nearly all documents give cause for none, so that one survey
// serves in place of one for each rule.
type suspicions struct {
	placeholder, stray, long bool // of texts
	personal                 bool // in texts
	extended                 bool // some element has extensions
	restricted               bool // some element may be shared with fewer than all
}

func (ix *Index) findSuspicions() suspicions {
	var s suspicions
	v := survey{text: func(v *survey, text *string, label bool) {
		if label {
			s.stray = s.stray || stray(*text)
			s.long = s.long || len(*text) > maxTitle
			s.placeholder = s.placeholder || *text == string(v.here().id)
		}
		s.placeholder = s.placeholder || placeholder(*text)
		s.personal = s.personal || personal(*text) != ""
	}}
	v.element = func(v *survey) {
		e := v.here()
		s.restricted = s.restricted || e.marking != ocs.MarkingClear
	}
	v.extensions = func(_ *survey, e *ocs.Extensions) { s.extended = true }
	v.strategy(ix.s)
	return s
}

// stray reports whether a name begins or ends with a space, or holds a tab, a
// line break or two spaces in a row.
func stray(s string) bool {
	return strings.TrimSpace(s) != s || strings.Contains(s, "  ") || strings.ContainsAny(s, "\t\n")
}
