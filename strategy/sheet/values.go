package sheet

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
)

// split cuts a cell into its values: at line breaks, semicolons and the
// separators that were declared. Empty ones are left out. Of too many, the first
// that is too many is the last.
func split(text string, separators []string) []string {
	for _, sep := range slices.Concat(separators, []string{";"}) {
		if sep != "" && strings.Contains(text, sep) {
			text = strings.ReplaceAll(text, sep, "\n")
		}
	}
	return lines(text)
}

// lines are the lines of a cell that aren't empty, up to one more than there may
// be.
func lines(text string) []string {
	var list []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if list = append(list, line); len(list) > maxList {
			break
		}
	}
	return list
}

// remarks cuts "text (a, b)" into the text and what stands in the last
// parentheses.
func remarks(text string) (rest, inside string, ok bool) {
	if !strings.HasSuffix(text, ")") {
		return text, "", false
	}
	at := strings.LastIndexByte(text, '(')
	if at <= 0 {
		return text, "", false
	}
	return strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+1 : len(text)-1]), true
}

// isAcronym reports whether a text in parentheses is an acronym: short, in one
// word, with at least two capitals.
func isAcronym(s string) bool {
	capitals := 0
	for _, r := range s {
		switch {
		case r >= 'A' && r <= 'Z':
			capitals++
		case r == ' ' || r == ',' || r == ';':
			return false
		}
	}
	return capitals >= 2 && len(s) <= 12
}

// numbers reads numbers as a mapping says.
type numbers struct{ thousands, decimal string }

// read reads a number. Marks between thousands stand between groups of three
// digits, or of two above the first thousand, as in South Asia: 1,5 isn't 15.
func (n numbers) read(text string) (ocs.Decimal, bool) {
	mark := "."
	if n.decimal != "" {
		mark = n.decimal
	}
	whole, fraction, point := strings.Cut(strings.TrimSpace(text), mark)
	whole, ok := n.ungrouped(whole)
	if !ok || strings.Trim(fraction, "0123456789") != "" { // nor 1.5E+09, which a spreadsheet has rounded
		return ocs.Decimal{}, false
	}
	if point {
		whole += "." + fraction
	}
	d, err := ocs.ParseDecimal(whole)
	return d, err == nil
}

// ungrouped takes the marks between thousands out of a whole number.
func (n numbers) ungrouped(text string) (string, bool) {
	if n.thousands == "" || !strings.Contains(text, n.thousands) {
		return text, strings.Trim(text, "-0123456789") == ""
	}
	groups := strings.Split(strings.TrimPrefix(text, "-"), n.thousands)
	for i, g := range groups {
		switch {
		case strings.Trim(g, "0123456789") != "", len(g) == 0, len(g) > 3, i > 0 && len(g) == 1, i == len(groups)-1 && len(g) != 3:
			return "", false
		}
	}
	return strings.ReplaceAll(text, n.thousands, ""), true
}

// multiples are words for large numbers. Lakh and crore are those of South Asia.
var multiples = []struct {
	word  string
	times int64
}{
	{"thousand", 1_000}, {"lakh", 100_000}, {"lac", 100_000}, {"million", 1_000_000}, {"mn", 1_000_000}, {"crore", 10_000_000},
	{"billion", 1_000_000_000}, {"bn", 1_000_000_000},
}

func multipleOf(word string) (ocs.Decimal, bool) {
	for _, m := range multiples {
		if word == m.word || word == m.word+"s" {
			return ocs.Num(m.times), true
		}
	}
	return ocs.Decimal{}, false
}

// sum is an amount as a cell states it.
type sum struct {
	amount   ocs.Decimal
	currency string // as written, "" for none
}

// readSum reads a number with what may stand before and after it: a currency, and
// a word such as million.
func (n numbers) readSum(text string) (s sum, ok bool) {
	first := strings.IndexAny(text, "0123456789")
	if first < 0 {
		return sum{}, false
	}
	last := strings.LastIndexAny(text, "0123456789") + 1
	before, after := strings.TrimSpace(text[:first]), strings.TrimSpace(text[last:])
	if rest, negative := strings.CutSuffix(before, "-"); negative {
		before, first = strings.TrimSpace(rest), strings.LastIndexByte(text[:first], '-')
	}
	if s.amount, ok = n.read(text[first:last]); !ok {
		return sum{}, false
	}
	s.currency = before
	for _, word := range strings.Fields(after) {
		if times, known := multipleOf(strings.ToLower(strings.TrimRight(word, "."))); known {
			if s.amount, ok = product(s.amount, times); !ok {
				return sum{}, false
			}
			continue
		}
		if s.currency != "" {
			return sum{}, false
		}
		s.currency = word
	}
	return s, true
}

// product multiplies a sum, without zeros at the end of its fraction.
func product(amount, times ocs.Decimal) (ocs.Decimal, bool) {
	d, err := amount.Mul(times)
	if err != nil {
		return d, false
	}
	if text := d.String(); strings.Contains(text, ".") {
		d, err = ocs.ParseDecimal(strings.TrimRight(strings.TrimRight(text, "0"), "."))
	}
	return d, err == nil
}

// currencyOf is the code of a currency, and false if the text is none.
func currencyOf(text string) (ocs.Currency, bool) {
	c := ocs.Currency(strings.ToUpper(strings.TrimSpace(text)))
	return c, c.Known()
}

// nearTerm is the term that a word is: case and the mark between words don't
// count.
func nearTerm(word string, terms []string) (string, bool) {
	key := tight(word)
	i := slices.IndexFunc(terms, func(t string) bool { return tight(t) == key })
	if i < 0 {
		return "", false
	}
	return terms[i], true
}
