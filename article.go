package ocs

import (
	"slices"
	"strconv"
	"strings"
)

// Treaty is the Organized Crime Convention or one of its three protocols. The
// short names are ours.
type Treaty string

// The treaties.
const (
	UNTOC            Treaty = "untoc"    // United Nations Convention against Transnational Organized Crime, 2000
	TIPProtocol      Treaty = "tip"      // the protocol on trafficking in persons, 2000
	SOMProtocol      Treaty = "som"      // the protocol on the smuggling of migrants, 2000
	FirearmsProtocol Treaty = "firearms" // the protocol on firearms, 2001
)

var treaties = []Treaty{UNTOC, TIPProtocol, SOMProtocol, FirearmsProtocol}

// Known reports whether t is in the vocabulary.
func (t Treaty) Known() bool { return slices.Contains(treaties, t) }

// Terms lists the vocabulary.
func (Treaty) Terms() []string { return Words(treaties) }

// Name returns the treaty's title in short, or "" if t is unknown.
func (t Treaty) Name() string {
	switch t {
	case UNTOC:
		return "United Nations Convention against Transnational Organized Crime"
	case TIPProtocol:
		return "Trafficking in Persons Protocol"
	case SOMProtocol:
		return "Smuggling of Migrants Protocol"
	case FirearmsProtocol:
		return "Firearms Protocol"
	}
	return ""
}

// titles returns the titles of the articles of t, of which the first is that of
// article 1.
func (t Treaty) titles() []string {
	switch t {
	case UNTOC:
		return untocTitles[:]
	case TIPProtocol:
		return tipTitles[:]
	case SOMProtocol:
		return somTitles[:]
	case FirearmsProtocol:
		return firearmsTitles[:]
	}
	return nil
}

// Article refers to an article of a treaty or to a part of one: the treaty, '/'
// and the number of the article, then '.' before each number or letter that
// leads on, as in "untoc/20", "untoc/2.b" and "tip/6.3.a".
type Article string

// Treaty returns the treaty that a names before its '/'.
func (a Article) Treaty() Treaty {
	treaty, _, _ := strings.Cut(string(a), "/")
	return Treaty(treaty)
}

// Number returns the number of the article, or 0 if a has none.
func (a Article) Number() int {
	_, rest, _ := strings.Cut(string(a), "/")
	number, _, _ := strings.Cut(rest, ".")
	if !digits(number) || number[0] == '0' || len(number) > 4 {
		return 0
	}
	n, _ := strconv.Atoi(number) // at most four digits: it can't fail
	return n
}

// Title returns the title of the article, or "" if the treaty has none of that
// number. See Grade for how far to trust it.
func (a Article) Title() string {
	titles, n := a.Treaty().titles(), a.Number()
	if n == 0 || n > len(titles) {
		return ""
	}
	return titles[n-1]
}

// Grade returns how well the title was checked: GradeRecalled, or "" if there
// is none.
func (a Article) Grade() Grade {
	if a.Title() == "" {
		return ""
	}
	return GradeRecalled
}

// Known reports whether the treaty has the article. Of what follows the number
// only the shape is checked: each step is one to four letters or digits.
func (a Article) Known() bool {
	if a.Title() == "" {
		return false
	}
	_, rest, divided := strings.Cut(string(a), ".")
	for divided {
		var step string
		if step, rest, divided = strings.Cut(rest, "."); !alphanumeric(step) || len(step) > 4 {
			return false
		}
	}
	return true
}

// Terms lists the articles of all treaties, without parts.
func (Article) Terms() []string {
	var terms []string
	for _, t := range treaties {
		for i := range t.titles() {
			terms = append(terms, string(t)+"/"+strconv.Itoa(i+1))
		}
	}
	return terms
}
