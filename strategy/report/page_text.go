package report

import (
	"html/template"
	"net/url"
	"reflect"
	"strings"
	"unicode"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// language is one that the document is written in.
type language struct {
	tag         string
	rightToLeft bool
}

// rightToLeftLanguages are the languages that are written from right to left
// where the tag names no script.
var rightToLeftLanguages = []string{"ar", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi", "skr", "dv", "bal"}

// languagesOf lists the languages of the document. One that states none is
// taken to be in the language of labels.
func languagesOf(s *strategy.Strategy, o *Options) []language {
	var list []language
	for _, l := range s.Languages {
		if !l.Known() {
			continue
		}
		rtl := strings.Contains(string(l), "-Arab")
		for _, tag := range rightToLeftLanguages {
			rtl = rtl || primary(l) == tag
		}
		list = append(list, language{string(l), rtl})
	}
	return list
}

// written returns the language that a text is likely to be in: the first of the
// document's that is written in the direction of the text's first letter. A
// translation may be incomplete, so that texts of two languages stand in one
// document. It is empty if that is the language of labels, or isn't known.
func (p *page) written(text string) string {
	rtl, found := firstStrong(text)
	if !found {
		return ""
	}
	for _, l := range p.languages {
		if l.rightToLeft == rtl {
			if primary(ocs.Language(l.tag)) == tongues[p.o.tongue()] {
				return ""
			}
			return l.tag
		}
	}
	if rtl != p.o.rightToLeft() {
		return "und"
	}
	return ""
}

// firstStrong reports whether the first letter of a text is written from right
// to left, and whether there is any.
func firstStrong(text string) (rtl, found bool) {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko), true
		}
	}
	return false, false
}

// inline is text from the document that stands among other text. Its direction
// can't change that of what is around it.
func (p *page) inline(text any) template.HTML {
	s := string(phraseOf(word(text)))
	if s == "" {
		return ""
	}
	return template.HTML("<bdi" + p.lang(s) + ">" + template.HTMLEscapeString(s) + "</bdi>")
}

func (p *page) lang(text string) string {
	if l := p.written(text); l != "" {
		return ` lang="` + template.HTMLEscapeString(l) + `"`
	}
	return ""
}

// paragraphs is text from the document that stands by itself, one paragraph for
// each of its lines.
func (p *page) paragraphs(text string) template.HTML {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if line := string(phraseOf(line)); line != "" {
			b.WriteString(`<p dir="auto"` + p.lang(line) + ">" + template.HTMLEscapeString(line) + "</p>")
		}
	}
	return template.HTML(b.String())
}

// word returns any text of the model as a string.
func word(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	if r := reflect.ValueOf(v); r.Kind() == reflect.String {
		return r.String()
	}
	return ""
}

// link makes an address a link if it is one of the web, and is text otherwise.
func link(address string) template.HTML {
	text := template.HTMLEscapeString(string(phraseOf(address)))
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || string(phraseOf(address)) != address {
		return template.HTML(`<span class="address" dir="ltr">` + text + "</span>")
	}
	return template.HTML(`<a class="address" dir="ltr" rel="noopener noreferrer" href="` + template.HTMLEscapeString(u.String()) + `">` + text + "</a>")
}

// strictest is the strictest marking of anything in the document; clear if
// there is none.
func strictest(s *strategy.Strategy) ocs.Marking {
	top := ocs.MarkingClear
	raise := func(m ocs.Marking) {
		if m.Compare(top) > 0 {
			top = m
		}
	}
	for i := range s.Groups {
		raise(s.Groups[i].EffectiveMarking())
	}
	(&markingFinder{raise, make(map[reflect.Type][]int)}).each(reflect.ValueOf(s).Elem())
	return top
}

// markingFinder visits every marking inside a value of the model. It goes only
// where there can be one.
type markingFinder struct {
	visit  func(ocs.Marking)
	fields map[reflect.Type][]int // of a struct, those in which there can be one
}

var markingType = reflect.TypeFor[ocs.Marking]()

func (f *markingFinder) each(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for _, i := range f.in(v.Type()) {
			f.each(v.Field(i))
		}
	case reflect.Slice:
		if f.holds(v.Type().Elem()) {
			for i := range v.Len() {
				f.each(v.Index(i))
			}
		}
	case reflect.String:
		f.visit(ocs.Marking(v.String()))
	}
}

// holds reports whether a value of the type can have a marking inside. The
// model's types don't hold themselves.
func (f *markingFinder) holds(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Struct:
		return len(f.in(t)) > 0
	case reflect.Slice:
		return f.holds(t.Elem())
	}
	return t == markingType
}

func (f *markingFinder) in(t reflect.Type) []int {
	list, known := f.fields[t]
	if !known {
		for i := range t.NumField() {
			if t.Field(i).IsExported() && f.holds(t.Field(i).Type) {
				list = append(list, i)
			}
		}
		f.fields[t] = list
	}
	return list
}
