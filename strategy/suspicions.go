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
	personal                 bool // in texts of a public document
	extended                 bool // some element has extensions
	restricted               bool // some element may be shared with fewer than all
}

func (ix *Index) findSuspicions() suspicions {
	var s suspicions
	public := ix.s.public()
	v := survey{text: func(v *survey, text *string, label bool) {
		if label {
			s.stray = s.stray || stray(*text)
			s.long = s.long || len(*text) > maxTitle
			s.placeholder = s.placeholder || *text == string(v.here().id)
		}
		s.placeholder = s.placeholder || placeholder(*text)
		s.personal = s.personal || public && personal(*text) != ""
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
	if len(strings.TrimSpace(s)) != len(s) {
		return true
	}
	i := 0
	for ; i+8 <= len(s); i += 7 { // a pair lies within one of the words
		w := word8(s[i:])
		spaces := bytesOf(w, ' ')
		if spaces&(spaces>>8)|bytesOf(w, '\t')|bytesOf(w, '\n') != 0 {
			break // very likely
		}
	}
	return strings.Contains(s[i:], "  ") || strings.ContainsAny(s[i:], "\t\n")
}

// eachByte has a 1 in every byte.
const eachByte = 0x0101010101010101

// word8 returns the first eight bytes of s, which has as many.
func word8(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// bytesOf sets the high bit of each byte of w that is c. It may set those of
// bytes above one that is c, too.
func bytesOf(w uint64, c byte) uint64 {
	w ^= uint64(c) * eachByte
	return (w - eachByte) &^ w & (0x80 * eachByte)
}
