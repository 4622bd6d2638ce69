package report

import (
	"strings"

	"github.com/ocs-framework/ocs"
)

// Options choose what is shown. Nil and the zero value show the whole
// document, in English, without progress.
type Options struct {
	// AsOf is the day that progress is shown as of. Zero shows the plan
	// without any.
	AsOf ocs.Date

	// Language is that of labels: "en", "fr" or "ur", also with subtags, such as "ur-PK". Anything else counts as English,
	// but [HTML] refuses it.
	// What the document says stays as it is; see [strategy.Localise] to translate that. The labels in French and Urdu are
	// ours and were not checked by a translator.
	Language ocs.Language

	// Anchors makes what pictures show link to the element of that identifier on the same page, "#ID". It is for pictures
	// that stand in a page which has them.
	Anchors bool

	// within says that a picture stands in the report's own page, which has its heading, notice and style.
	within bool

	// marking is what pictures carry that stand alone: the strictest of anything in the document.
	marking ocs.Marking
}

// tongue is a language that there are labels in.
type tongue int

const (
	english tongue = iota
	french
	urdu
)

// tongues are the tags of the languages, in the order of the columns of the
// tables of labels.
var tongues = [...]string{"en", "fr", "ur"}

// tongue is the language of labels. It may be asked of nil.
func (o *Options) tongue() tongue {
	if o == nil {
		return english
	}
	for i, tag := range tongues {
		if primary(o.Language) == tag {
			return tongue(i)
		}
	}
	return english
}

// primary returns the first subtag of a language, in lower case.
func primary(l ocs.Language) string {
	tag, _, _ := strings.Cut(string(l), "-")
	return strings.ToLower(tag)
}

// rightToLeft reports whether the labels are written from right to left.
func (o *Options) rightToLeft() bool { return o.tongue() == urdu }

// direction is the value of the attribute dir.
func (o *Options) direction() string {
	if o.rightToLeft() {
		return "rtl"
	}
	return "ltr"
}

// label is a word or sentence in the language of labels, by its key. A key that
// isn't known is returned as it is.
func (o *Options) label(key string) string {
	if texts, ok := labels[key]; ok {
		return texts[o.tongue()]
	}
	return key
}

// term is the label of a term of a vocabulary: "standing" and "on-track". A
// term that has none is shown as it is written, with spaces for hyphens, since
// vocabularies are open.
func (o *Options) term(vocabulary, term string) string {
	if texts, ok := terms[vocabulary+"."+term]; ok {
		return texts[o.tongue()]
	}
	return strings.ReplaceAll(term, "-", " ")
}
