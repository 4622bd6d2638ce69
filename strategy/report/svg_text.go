package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// phrase is text that can be drawn: of one line, without control characters,
// in which only we isolate texts of other directions.
type phrase string

// Characters that don't show and are needed: two set a text apart from the
// direction of what is around it and end that (Unicode Standard Annex 9).
const (
	firstStrongIsolate = '\u2068'
	popIsolate         = '\u2069'
	noBreakSpace       = '\u00a0'
	narrowSpace        = '\u202f'
	zeroWidthNonJoiner = '\u200c' // Urdu and Persian need both
	zeroWidthJoiner    = '\u200d'
)

// maxMarks is how many combining marks may stand on one letter; no script
// needs more, and more run into the lines above and below.
const maxMarks = 3

// phraseOf makes a phrase of any text: white space becomes single spaces, and
// controls, invisible characters and what isn't Unicode go.
func phraseOf(s string) phrase {
	if plain(s) {
		return phrase(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	space, marks := false, 0
	for _, r := range s {
		if unicode.IsSpace(r) && r != noBreakSpace && r != narrowSpace {
			space = b.Len() > 0
			continue
		}
		switch {
		case r == zeroWidthJoiner || r == zeroWidthNonJoiner:
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs), r >= 0xfff9 && r <= 0xffff && r != utf8.RuneError, r&0xfffe == 0xfffe:
			continue
		}
		if unicode.In(r, unicode.Mn, unicode.Me) {
			if marks++; marks > maxMarks {
				continue
			}
		} else {
			marks = 0
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return phrase(b.String())
}

// plain reports whether the text is printable ASCII with single spaces between
// words, which most are.
func plain(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' || s[i] == ' ' && last == ' ' {
			return false
		}
		last = s[i]
	}
	return s == "" || last != ' '
}

// isolated is the phrase set apart from the direction of what it is put into,
// if the two may differ.
func (o *Options) isolated(p phrase) string {
	if !o.rightToLeft() && !p.hasRightToLeft() || strings.IndexFunc(string(p), unicode.IsLetter) < 0 {
		return string(p)
	}
	return string(firstStrongIsolate) + string(p) + string(popIsolate)
}

// hasRightToLeft reports whether some letter is written from right to left.
func (p phrase) hasRightToLeft() bool {
	return strings.IndexFunc(string(p), func(r rune) bool { return rightToLeft(r) && unicode.IsLetter(r) }) >= 0
}

// rightToLeft reports whether r is in a block of scripts written so. Source:
// Unicode, DerivedBidiClass (the ranges that default to R and AL).
func rightToLeft(r rune) bool {
	return r >= 0x590 && r < 0x900 || r >= 0xfb1d && r < 0xfe00 || r >= 0xfe70 && r < 0xff00 || r >= 0x10800 && r < 0x11000 || r >= 0x1e800 && r < 0x1f000
}

// latinWidths are the advance widths of the characters from space to tilde, in
// hundredths of the font's size: the widest of DejaVu Sans, Liberation Sans
// (which has the widths of Arial and Helvetica) and Noto Sans, measured in a browser.
var latinWidths = [...]uint8{
	32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 55, 84, 32, 36, 32, 37, 64, 64, 64, 64,
	64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 56, 102, 68, 69, 72, 77, 67, 61, 78,
	75, 34, 50, 67, 56, 91, 76, 79, 67, 79, 72, 67, 61, 73, 68, 99, 69, 67, 69, 39,
	37, 39, 84, 56, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61,
	63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 55, 64, 84,
}

// advance is the width of a character in hundredths of the font's size, and
// whether it is known; one that isn't is taken to be wide.
func advance(r rune) (width int, known bool) {
	switch {
	case r >= ' ' && r <= '~':
		return int(latinWidths[r-' ']), true
	case r == zeroWidthJoiner, r == zeroWidthNonJoiner, r == firstStrongIsolate, r == popIsolate:
		return 0, true
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0, true
	case r == noBreakSpace, r == narrowSpace:
		return 32, true
	case r < 0x180: // Latin with accents; the widest, Œ and the like, is rare
		return 70, true
	case r >= 0x370 && r < 0x530: // Greek, Cyrillic
		return 80, true
	case r >= 0x590 && r < 0x700, r >= 0xfb50 && r < 0xfdd0, r >= 0xfe70 && r < 0xff00: // Hebrew, Arabic: letters join and are narrower than alone
		return 54, true
	case r >= 0x2010 && r <= 0x2027:
		return 100, true
	case r >= 0x2e80 && r < 0xa4d0, r >= 0xac00 && r < 0xd7b0, r >= 0xff00 && r < 0xffe7: // Han, kana, Hangul
		return 100, true
	}
	return 130, false
}

// font is how a text is set.
type font struct {
	size int // in pixels
	bold bool
}

// lineHeight is the distance between the lines of a text.
func (f font) lineHeight() int { return f.size * px * 130 / 100 }

// of returns the width of one character in tenths of a pixel, times a hundred.
func (f font) of(r rune) int {
	w, _ := advance(r)
	if f.bold {
		w += w / 8
	}
	return w * f.size * px
}

// width returns the width of a phrase in tenths of a pixel.
func (f font) width(p phrase) int {
	sum := 0
	for _, r := range p {
		sum += f.of(r)
	}
	return (sum + 99) / 100
}

const ellipsis = "…"

// fit breaks a phrase into at most so many lines of that width, and says
// whether something had to be left out. It looks at no more of the phrase than
// it uses.
func (f font) fit(p phrase, width, most int) (lines []phrase, cut bool) {
	for p != "" && len(lines) < most {
		n, rest := f.take(p, width)
		if len(lines) == most-1 && rest < len(p) {
			lines = append(lines, f.cut(p, width))
			return lines, true
		}
		lines = append(lines, p[:n])
		p = p[rest:]
	}
	return lines, p != ""
}

// take returns how much of the phrase stands on a line, and where the next one
// begins. It breaks between words, and within one that is longer than a line.
func (f font) take(p phrase, width int) (n, rest int) {
	sum, space := 0, -1
	for i, r := range p {
		if r == ' ' {
			space = i
		}
		w := f.of(r)
		if sum += w; sum > width*100 && i > 0 && w > 0 {
			if space > 0 {
				return space, space + 1
			}
			return i, i
		}
	}
	return len(p), len(p)
}

// cut shortens the phrase to the width, with an ellipsis.
func (f font) cut(p phrase, width int) phrase {
	room := width*100 - f.of('…')
	sum := 0
	for i, r := range p {
		w := f.of(r)
		if sum += w; sum > room && w > 0 {
			return phrase(strings.TrimRight(string(p[:i]), " ") + ellipsis)
		}
	}
	return p
}

// rtl reports whether the phrase is written from right to left: its first
// letter is, of those that aren't isolated. Without a letter it is as the
// surroundings are.
func (p phrase) rtl(surroundings bool) bool {
	depth := 0
	digits := false
	for _, r := range p {
		switch {
		case r == firstStrongIsolate:
			depth++
		case r == popIsolate:
			depth = max(0, depth-1)
		case depth > 0:
		case unicode.IsLetter(r):
			return rightToLeft(r)
		case r >= '0' && r <= '9':
			digits = true
		}
	}
	return surroundings && !digits
}
