package strategy

import (
	"iter"
	"strings"
	"unicode"
)

// fold makes texts equal that differ only in case and spaces.
func fold(s string) string {
	var b strings.Builder
	for r := range folded(s) {
		b.WriteRune(r)
	}
	return b.String()
}

// foldedHash is a hash (FNV-1a) that is equal for texts that fold alike. It
// looks for likely pairs without an allocation for each text.
func foldedHash(s string) uint64 {
	h := uint64(14695981039346656037)
	add := func(r rune) { h = (h ^ uint64(r)) * 1099511628211 }
	inside, gap := false, false // as in folded, which costs twice as much
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z', 0x600 <= r && r < 0x700: // Arabic letters, too, have no case
		case r == ' ' || unicode.IsSpace(r):
			gap = inside
			continue
		default:
			r = unicode.ToLower(r)
		}
		if gap {
			add(' ')
		}
		add(r)
		inside, gap = true, false
	}
	return h
}

// folded yields the letters of s in lower case, with one space for each gap
// between words.
func folded(s string) iter.Seq[rune] {
	return func(yield func(rune) bool) {
		inside, gap := false, false // a word was met; a gap after one
		for _, r := range s {
			if unicode.IsSpace(r) {
				gap = inside
				continue
			}
			if gap && !yield(' ') || !yield(unicode.ToLower(r)) {
				return
			}
			inside, gap = true, false
		}
	}
}
