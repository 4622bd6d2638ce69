package ocs

import (
	"unicode"
	"unicode/utf8"
)

// ID names one element of a strategy, such as a threat, an actor or a
// commitment. All elements of a document share one namespace. Packages define
// their own ID types for references to one kind of element; ID is for
// references that may point to any kind.
type ID string

// maxIDRunes is the length of the longest well-formed ID.
const maxIDRunes = 128

// WellFormed reports whether id keeps to the syntax of IDs: 1 to 128
// characters, letters and digits of any script and '-', '_' and '.', of which
// the first is a letter or digit. Spaces, '/', '~', '+' and ':' are left out
// since pointers, deadlines and exchange formats give them a meaning.
func (id ID) WellFormed() bool {
	if id == "" || len(id) > maxIDRunes*utf8.UTFMax {
		return false
	}
	plain := 0
	for plain < len(id) && plainInID(id[plain]) {
		plain++
	}
	if plain == len(id) {
		return plain <= maxIDRunes && idRune(rune(id[0]), true)
	}
	n := 0
	for _, r := range string(id) {
		if !idRune(r, n == 0) {
			return false
		}
		n++
	}
	return n <= maxIDRunes
}

// plainInID reports whether an ASCII character may stand in an ID after its
// beginning.
func plainInID(c byte) bool {
	return c|0x20-'a' < 26 || c-'0' < 10 || c == '-' || c == '_' || c == '.'
}

// idRune reports whether r may stand in an ID, or begin it. Marks count as
// letters: the scripts of South Asia can't be written without them.
func idRune(r rune, first bool) bool {
	switch {
	case r < utf8.RuneSelf:
		return plainInID(byte(r)) && (!first || r != '-' && r != '_' && r != '.')
	case r == utf8.RuneError:
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || !first && unicode.IsMark(r)
}
