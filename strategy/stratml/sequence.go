package stratml

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/ocs-framework/ocs/pillar"
)

// sequenceTokens splits a sequence indicator into its levels: 1.2.1 has three,
// and so has Biia (B, ii, a), where Roman numerals are told from letters. What
// has more levels than anybody writes has none.
func sequenceTokens(s string) []string {
	var tokens []string
	from := -1
	class := 0
	for i, r := range s {
		c := runeClass(r)
		if from >= 0 && c != class {
			tokens = append(tokens, s[from:i])
			from = -1
			if len(tokens) > maxOutline {
				return nil
			}
		}
		if c != 0 && from < 0 {
			from = i
		}
		class = c
	}
	if from >= 0 {
		tokens = append(tokens, s[from:])
	}
	return tokens
}

// The classes of characters in a sequence indicator; anything else separates.
const (
	digital = iota + 1
	upper
	lower
	roman
)

func runeClass(r rune) int {
	switch {
	case unicode.IsDigit(r):
		return digital
	case r == 'i' || r == 'v' || r == 'x':
		return roman
	case unicode.IsUpper(r):
		return upper
	case unicode.IsLetter(r):
		return lower
	}
	return 0
}

// sequenceKey is the same for sequence indicators of the same levels, however
// they are set apart.
func sequenceKey(s string) string { return strings.Join(sequenceTokens(s), "\x00") }

// parentOf finds the objective whose sequence indicator is the longest part of
// s that ends before its last level.
func parentOf(s string, sequences map[string]pillar.ObjectiveID) pillar.ObjectiveID {
	tokens := sequenceTokens(s)
	for n := len(tokens) - 1; n > 0; n-- {
		if id := sequences[strings.Join(tokens[:n], "\x00")]; id != "" {
			return id
		}
	}
	return ""
}

// nested is an entry of a list that is a tree by its parents.
type nested struct{ id, parent string }

// outline numbers the entries of a list under a prefix: 1.1, 1.2 and, where the
// parent is in the list, 1.2.1. What is its own ancestor, or nested beyond all
// use, counts as having no parent.
func outline(prefix string, list []nested) []string {
	index := make(map[string]int, len(list))
	for i := len(list) - 1; i >= 0; i-- {
		index[list[i].id] = i
	}
	up := func(i int) int {
		if j, ok := index[list[i].parent]; ok && list[i].parent != "" {
			return j
		}
		return -1
	}
	o := outliner{prefix: prefix, parents: make([]int, len(list)), counts: make([]int, len(list)+1), numbers: make([]string, len(list))}
	for i := range list {
		o.parents[i] = up(i)
		for depth, j := 0, i; j >= 0; depth, j = depth+1, up(j) {
			if depth == maxOutline {
				o.parents[i] = -1
				break
			}
		}
	}
	for i := range list {
		o.number(i)
	}
	return o.numbers
}

// maxOutline is how deep an outline goes.
const maxOutline = 20

type outliner struct {
	prefix  string
	parents []int
	counts  []int // of the children numbered, the last of those without a parent
	numbers []string
}

func (o *outliner) number(i int) string {
	if o.numbers[i] != "" {
		return o.numbers[i]
	}
	under, p := o.prefix, o.parents[i]
	if p >= 0 {
		under = o.number(p)
	} else {
		p = len(o.parents)
	}
	o.counts[p]++
	o.numbers[i] = under + "." + strconv.Itoa(o.counts[p])
	return o.numbers[i]
}
