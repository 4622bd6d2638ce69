package strategy

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/threat"
)

var markingExposed = ocs.Rule[Index]{
	Code:  "marking-exposed",
	Title: "nothing refers to, or quotes, what may be shared with fewer",
	Doc: "A clear objective that names an amber group shows to everybody that the group is known, and by which identifier. " +
		"References and texts are looked at: a text quotes an element if it has its identifier, its proper name, or four words or more of its title. " +
		"Mark what refers as strictly as what it refers to, mark that less strictly, or leave the reference out. " +
		"The marking of an element is its own, else that of what it is part of, else the document's; a criminal group without one is amber.",
	Basis:  "FIRST TLP 2.0 (recalled); do no harm",
	Levels: "iWWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		m := &markings{ix: ix}
		if !m.any() {
			return
		}
		exposedByReference(p, ix, m)
		exposedByText(p, ix, m)
	},
}

func exposedByReference(p *ocs.Pass, ix *Index, m *markings) {
	r := &references{ix: ix}
	r.show = func(field any, id ocs.ID, k kind) {
		l, found := ix.elements[id]
		if !found || k == unodcPillar || k == anyKind && len(r.focus) == 0 { // waivers and redactions name elements in order to keep them in
			return
		}
		own, other := m.within(r.focus), m.of(id)
		if own.Compare(other) < 0 {
			exposed(on(p, r.focus...).Report(field, "%s element refers to the %s %q, which is %s", own, noun(l.kind()), short(id), short(other)))
		}
	}
	r.everywhere()
}

func exposed(d *ocs.Details) {
	d.Help("mark the two alike, or leave the reference out")
}

// exposedByText looks for names and identifiers of restricted elements in the
// texts of others.
func exposedByText(p *ocs.Pass, ix *Index, m *markings) {
	q := newQuotes(ix, m)
	if len(q.byHash) == 0 {
		return
	}
	v := survey{text: func(v *survey, text *string, _ bool) {
		own := v.here().marking
		q.search(*text, func(t *quotable) {
			if own.Compare(t.marking) < 0 {
				exposed(v.on(p).Report(text, "%s text quotes the %s %q, which is %s", own, noun(t.kind), short(t.id), short(t.marking)))
			}
		})
	}}
	v.strategy(ix.s)
}

// quotable is an identifier or name that a text may quote.
type quotable struct {
	id      ocs.ID
	kind    kind
	marking ocs.Marking
	text    string
	exact   bool // the case counts
	seen    int  // the search in which it was last found
}

// quotes finds restricted names and identifiers in texts, in time that doesn't
// depend on how many there are: by the hashes of their first words.
type quotes struct {
	byHash   map[hash]*quotable
	lengths  [maxQuoted + 1]bool // numbers of words that occur
	words    []quotedWord        // of the text that is searched
	searches int
}

// longName is how many words make a name that can be known again by them.
const longName = 4

// maxQuoted is by how many words a text is recognised.
const maxQuoted = 8

// quotedWord is a word of a text: where it stands, and its hash in lower case.
type quotedWord struct {
	start, end int
	hash       hash
}

// newQuotes collects what is restricted.
func newQuotes(ix *Index, m *markings) *quotes {
	q := &quotes{byHash: make(map[hash]*quotable)}
	v := survey{text: func(*survey, *string, bool) {}}
	v.element = func(v *survey) {
		e := v.here()
		if e.marking == ocs.MarkingClear || e.own == nil || e.id == "" {
			return
		}
		t := quotable{id: e.id, kind: ix.elements[e.id].kind(), marking: e.marking}
		if peculiar(string(e.id)) {
			q.add(t, string(e.id), true)
		}
		for _, name := range properNames(e.elem) {
			q.addName(t, name)
		}
	}
	v.strategy(ix.s)
	return q
}

// peculiar reports whether an identifier is no word of a text by chance.
func peculiar(id string) bool { return strings.ContainsAny(id, "-_.0123456789") }

// properNames are the names by which texts speak of an element. Threats,
// objectives and indicators have none: their names are common nouns.
func properNames(elem any) []string {
	switch e := elem.(type) {
	case *threat.Group:
		return append([]string{e.Name}, e.Aliases...)
	case *actor.Actor:
		return []string{e.Name}
	case *Plan:
		return []string{e.Title}
	case *Commitment:
		return []string{e.Title}
	case *Consultation:
		return []string{e.Title}
	case *ocs.Source:
		return []string{e.Title}
	}
	return nil
}

// addName adds a name that is long enough, or peculiar enough, to be known
// again: "Operation Thunder", but not "Smugglers of migrants".
func (q *quotes) addName(t quotable, name string) {
	name = strings.TrimPrefix(name, "The ")
	n := len(q.split(name))
	if n < longName && !proper(name, q.words) {
		return
	}
	q.add(t, name, n < longName)
}

// proper reports whether all words of a name have a capital, and one that has
// only one word another one within, as LeT has: a word with one capital may
// just begin a sentence.
func proper(name string, words []quotedWord) bool {
	capitals := 0
	for _, w := range words {
		first, size := utf8.DecodeRuneInString(name[w.start:])
		if !unicode.IsUpper(first) {
			return false
		}
		if strings.ContainsFunc(name[w.start+size:w.end], unicode.IsUpper) {
			capitals++
		}
		capitals++
	}
	return capitals > 1
}

func (q *quotes) add(t quotable, text string, exact bool) {
	n := min(len(q.split(text)), maxQuoted)
	if n == 0 {
		return
	}
	t.text, t.exact = text, exact
	q.lengths[n] = true
	if key := hashOf(q.words[:n]); q.byHash[key] == nil {
		q.byHash[key] = &t
	}
}

func hashOf(words []quotedWord) hash {
	h := newHash()
	for _, w := range words {
		h.add(rune(w.hash))
		h.add(rune(w.hash >> 32))
	}
	return h
}

// split finds the words of a text.
func (q *quotes) split(s string) []quotedWord {
	q.words = q.words[:0]
	start, h := -1, newHash()
	for i, r := range s {
		switch in := wordRune(r); {
		case in && start < 0:
			start, h = i, newHash()
			fallthrough
		case in:
			h.add(unicode.ToLower(r))
		case start >= 0:
			q.words = append(q.words, quotedWord{start, i, h})
			start = -1
		}
	}
	if start >= 0 {
		q.words = append(q.words, quotedWord{start, len(s), h})
	}
	return q.words
}

// search calls found once for each element that a text quotes.
func (q *quotes) search(s string, found func(*quotable)) {
	q.searches++
	words := q.split(s)
	for i := range words {
		for n := 1; n <= maxQuoted && i+n <= len(words); n++ {
			if !q.lengths[n] {
				continue
			}
			t := q.byHash[hashOf(words[i:i+n])]
			if t == nil || t.seen == q.searches || t.exact && s[words[i].start:words[i+n-1].end] != t.text {
				continue
			}
			t.seen = q.searches
			found(t)
		}
	}
}
