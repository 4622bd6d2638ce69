package ocs

import (
	"iter"
	"slices"
	"unicode"
)

// maxNearest is the length, in runes, of the longest text that Nearest looks at.
const maxNearest = 64

// Nearest returns the candidate that word is most likely a misspelling of, or
// "" if none is close. It serves "did you mean" help.
//
// Close means at most one edit for every three characters of word (at least
// one from three characters on; shorter words match only in another case),
// where an edit inserts, deletes, replaces or swaps neighbouring characters and
// case doesn't count. Failing that, the shortest candidate that begins with
// word is taken. Among equals the first wins. Texts of more than 64 characters
// are never close.
func Nearest(word string, candidates iter.Seq[string]) string {
	var wbuf, cbuf [maxNearest]rune
	w, ok := foldRunes(&wbuf, word)
	if !ok || len(w) == 0 {
		return ""
	}
	limit := len(w) / 3
	best, bestDistance := "", limit+1
	longer, longerLen := "", maxNearest+1
	for candidate := range candidates {
		c, ok := foldRunes(&cbuf, candidate)
		if !ok || len(c) == 0 {
			continue
		}
		if d := editDistance(w, c, bestDistance-1); d < bestDistance {
			best, bestDistance = candidate, d
		}
		if len(w) >= 3 && len(c) > len(w) && len(c) < longerLen && slices.Equal(c[:len(w)], w) {
			longer, longerLen = candidate, len(c)
		}
	}
	if best != "" {
		return best
	}
	return longer
}

// foldRunes puts the lower-case runes of s into buf; ok is false if there are
// too many.
func foldRunes(buf *[maxNearest]rune, s string) (runes []rune, ok bool) {
	n := 0
	for _, r := range s {
		if n == maxNearest {
			return nil, false
		}
		buf[n] = unicode.ToLower(r)
		n++
	}
	return buf[:n], true
}

// editDistance returns the Damerau–Levenshtein distance of a and b (no part
// edited twice), or limit+1 if it is greater than limit.
func editDistance(a, b []rune, limit int) int {
	if max(len(a)-len(b), len(b)-len(a)) > limit {
		return limit + 1
	}
	var rows [3][maxNearest + 1]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i, ra := range a {
		row[0] = i + 1
		least := row[0]
		for j, rb := range b {
			edit := 1
			if ra == rb {
				edit = 0
			}
			d := min(last[j]+edit, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && ra == b[j-1] && a[i-1] == rb {
				d = min(d, before[j-1]+1)
			}
			row[j+1] = d
			least = min(least, d)
		}
		if least > limit+1 { // a swap may still save one edit
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit+1)
}
