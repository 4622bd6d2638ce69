package strategy

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
)

func textRules() []ocs.Rule[Index] {
	return []ocs.Rule[Index]{
		placeholderText,
		straySpace,
		titleLong,
		duplicateName,
		duplicateAcronym,
		extensionKey,
		ocs.Each(languageMissing, (*Index).whole),
	}
}

var placeholderText = ocs.Rule[Index]{
	Code:  "placeholder-text",
	Title: "no text is a placeholder",
	Doc: "Texts such as TBD, XXX, \"to be determined\", \"[insert name]\" or lorem ipsum, and titles that only repeat an identifier, stand where somebody meant to write something, and [withheld] or a black bar where something was taken out. " +
		"They look like content to every count and table. Write the text, or leave the field out, so that it is seen to be missing.",
	Basis:  "practice of drafting: an adopted text has no gaps",
	Levels: "iWEEE",
	Check: func(p *ocs.Pass, ix *Index) {
		if !ix.suspicions().placeholder {
			return
		}
		v := survey{text: func(v *survey, text *string, label bool) {
			switch {
			case placeholder(*text):
				v.on(p).Report(text, "text is a placeholder: %q", short(*text)).Help("write the text, or leave the field out; what is withheld is listed under redactions, with the ground")
			case label && *text == string(v.here().id) && strings.ContainsAny(*text, "-_.0123456789"):
				v.on(p).Report(text, "%q only repeats the identifier", short(*text)).Help("say in words what it is")
			}
		}}
		v.strategy(ix.s)
	},
}

// placeholder reports whether a text is, or contains, what writers put where
// they mean to write something. A sentence that says what is to be determined,
// and by whom, is no placeholder.
func placeholder(s string) bool {
	if s == "TODO" || strings.HasPrefix(s, "TODO:") { // in lower case it is a word of Spanish
		return true
	}
	if len(s) <= longestGap && mayBeGap(s) && !blank(s) {
		var low [longestGap]byte // without a string being made of it
		n := copy(low[:], strings.Trim(s, " \t\n.…?[](){}<>*_-–—:;,!"))
		for i := range n {
			if 'A' <= low[i] && low[i] <= 'Z' {
				low[i] += 'a' - 'A'
			}
		}
		if n == 0 || gaps[string(low[:n])] { // nothing but marks, or a gap
			return true
		}
	}
	if strings.IndexByte(s, '[') >= 0 {
		for _, begin := range [...]string{"[insert", "[Insert", "[INSERT", "[to be ", "[To be ", "[TO BE ", "[TBD", "[TBC", "[tbd", "[tbc", "[xx", "[XX", "[…]", "[...]",
			"[withheld", "[Withheld", "[WITHHELD", "[redacted", "[Redacted", "[REDACTED"} {
			if strings.Contains(s, begin) {
				return true
			}
		}
	}
	// "psum" is rarer than "orem", and so sooner found not to be there.
	return strings.Contains(s, "psum") && strings.Contains(s, "orem ipsum") || strings.Contains(s, "█") || word(s, "TBD")
}

// mayBeGap rules out what begins with a letter that no gap begins with.
func mayBeGap(s string) bool {
	return s != "" && (!letter(s[0]) || strings.IndexByte("tpxif", s[0]|0x20) >= 0)
}

// gaps are texts that stand for one that is to be written.
var gaps = map[string]bool{"tbd": true, "tba": true, "tbc": true, "xx": true, "xxx": true, "xxxx": true,
	"to be determined": true, "to be decided": true, "to be defined": true, "to be confirmed": true, "to be completed": true,
	"to be added": true, "to be announced": true, "to be filled in": true, "to be provided": true, "to be written": true,
	"placeholder": true, "insert text here": true, "insert here": true, "fill in": true, "fixme": true}

// longestGap is the length within which a text may be one of gaps, with marks around it.
const longestGap = 24

// word reports whether w stands in s as a word of its own.
func word(s, w string) bool {
	for at := 0; ; {
		i := strings.Index(s[at:], w)
		if i < 0 {
			return false
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		at += len(w)
		after, _ := utf8.DecodeRuneInString(s[at:])
		if !wordRune(before) && !wordRune(after) {
			return true
		}
	}
}

// wordRune reports whether r is part of a word. Marks count: the scripts of
// South Asia need them.
func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

var straySpace = ocs.Rule[Index]{
	Code:  "stray-space",
	Title: "names and titles have no stray spaces",
	Doc: "Space before or after a name, two spaces in a row, and tabs or line breaks inside it come from copying out of other programs. " +
		"They make equal names differ when they are sorted, searched or compared. Remove them.",
	Basis:  "practice of exchange: names are compared as they are written",
	Levels: "iiWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		if !ix.suspicions().stray {
			return
		}
		v := survey{text: func(v *survey, text *string, label bool) {
			if label && stray(*text) {
				v.on(p).Report(text, "name or title has stray spaces").Help("remove space at its ends, double spaces, tabs and line breaks")
			}
		}}
		v.strategy(ix.s)
	},
}

// maxTitle is how many characters a title may have. It is ours.
const maxTitle = 300

var titleLong = ocs.Rule[Index]{
	Code:  "title-long",
	Title: "names and titles have at most 300 characters",
	Doc: "A title says in one sentence what something is; tables and charts show it in full. " +
		"Keep the sentence that names it and move the rest to the description. Titles of sources are as published and not looked at.",
	Basis:  "practice of drafting; the limit is ours",
	Levels: "iiWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		if !ix.suspicions().long {
			return
		}
		v := survey{text: func(v *survey, text *string, label bool) {
			if !label || len(*text) <= maxTitle || utf8.RuneCountInString(*text) <= maxTitle {
				return
			}
			if _, published := v.here().elem.(*ocs.Source); !published {
				v.on(p).Report(text, "name or title has %d characters, more than %d", utf8.RuneCountInString(*text), maxTitle).
					Help("move what is more than one sentence to the description")
			}
		}}
		v.strategy(ix.s)
	},
}

var extensionKey = ocs.Rule[Index]{
	Code:  "extension-key",
	Title: "every key under extensions has a namespace",
	Doc: "Extensions are data of an agency's own. A key that names its owner, as punjab-police.gov.pk/case-tracker does, can't collide with that of another agency " +
		"when documents are joined. Put a domain or a prefix with a colon in front.",
	Basis:  "practice of exchange formats: extension keys are namespaced",
	Levels: "WWWWW",
	Check: func(p *ocs.Pass, ix *Index) {
		if !ix.suspicions().extended {
			return
		}
		v := survey{
			text: func(*survey, *string, bool) {},
			extensions: func(v *survey, e *ocs.Extensions) {
				if keys := e.Unnamespaced(); len(keys) > 0 {
					d := v.on(p).Report(e, "key %q has no namespace", short(keys[0]))
					if len(keys) > 1 {
						d.Help("put the owner's domain in front of it and of %d more", len(keys)-1)
					} else {
						d.Help("put the owner's domain in front, such as example.org/%s", short(keys[0]))
					}
				}
			},
		}
		v.strategy(ix.s)
	},
}

var languageMissing = ocs.Rule[Strategy]{
	Code:  "language-missing",
	Title: "the strategy says in which language it is written",
	Doc: "Translations, hyphenation, screen readers and search depend on the language of a text. List the languages by their tags, that of this document first, such as en or ur. " +
		"A strategy in several languages says which of its texts is which.",
	Basis:  "BCP 47; strategies of States with several official languages",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, s *Strategy) {
		if len(s.Languages) == 0 {
			p.Report(&s.Languages, "language is not stated").Help("list the language tags, that of this document first, such as en")
		}
	},
}
