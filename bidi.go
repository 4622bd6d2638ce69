package ocs

import (
	"strings"
	"unicode"
)

// The characters that set text of its own direction apart from what is around
// it. Source: Unicode Standard Annex 9.
const (
	firstStrongIsolate    = "\u2068"
	popDirectionalIsolate = "\u2069"
)

// Isolate makes a text fit to be set amid other text: where it holds letters
// that are written from right to left, it is put between the characters FIRST
// STRONG ISOLATE and POP DIRECTIONAL ISOLATE, so that it can't change the order
// in which numbers, punctuation and names beside it are read. Each line is set
// apart by itself. Controls of direction that the text brings along are left
// out there, since one without its counterpart would undo the isolation. Other
// text is returned as it is.
//
// It is for output to people; data is kept and exchanged without.
func Isolate(text string) string {
	if strings.IndexFunc(text, rightToLeft) < 0 {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.IndexFunc(line, rightToLeft) >= 0 {
			lines[i] = firstStrongIsolate + strings.Map(withoutDirection, line) + popDirectionalIsolate
		}
	}
	return strings.Join(lines, "\n")
}

// rightToLeft reports whether r is in a block of scripts that are written from
// right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and others.
// Source: Unicode, DerivedBidiClass (the ranges that default to R and AL).
func rightToLeft(r rune) bool {
	switch {
	case r < 0x590:
		return false
	case r <= 0x8ff, 0xfb1d <= r && r <= 0xfdff, 0xfe70 <= r && r <= 0xfefe, 0x10800 <= r && r <= 0x10fff, 0x1e800 <= r && r <= 0x1efff:
		return !unicode.Is(unicode.Mn, r) // marks take the direction of what they stand on
	}
	return false
}

// withoutDirection drops the controls of direction that open or close.
func withoutDirection(r rune) rune {
	if 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069 {
		return -1
	}
	return r
}
