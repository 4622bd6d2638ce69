package strategy

import (
	"reflect"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
)

// Translation holds the texts of a strategy in another language. It is a
// document beside the strategy, which stays in one language; [Localise] brings
// the two together. By custom it stands in translations/ur.yaml, under the tag
// of its language.
type Translation struct {
	// Schema is the version of the format, "ocs/v1": see [Schema]. Cardinality: one.
	Schema string `json:"schema,omitzero"`

	// Strategy is the identifier of the strategy. Cardinality: one.
	Strategy ocs.ID `json:"strategy,omitzero"`

	// Version is the version of the strategy's text that was translated. Cardinality: zero or one.
	Version string `json:"version,omitzero"`

	// Language is the language of the translation. Source: BCP 47. Cardinality: one.
	Language ocs.Language `json:"language,omitzero"`

	// Notice is what readers must be told of the translation, in its language, e.g. that it isn't official. It is put
	// before the strategy's own. Cardinality: zero or one.
	Notice string `json:"notice,omitzero"`

	// Texts are the texts translated. Cardinality: zero to many.
	Texts []TranslatedText `json:"texts,omitempty"`

	// Extensions hold an agency's own data. Cardinality: zero or one.
	Extensions ocs.Extensions `json:"extensions,omitempty"`
}

// TranslatedText is one text in another language.
type TranslatedText struct {
	// Element is the element whose text it is: the strategy, or one in it that has an identifier. Cardinality: one.
	Element ocs.ID `json:"element"`

	// Field is the field of the element, as a redaction names it: "title", "assumptions/0". Cardinality: one.
	Field string `json:"field"`

	// Source is the text that was translated, by which it is known whether it has changed since. Cardinality: one.
	Source string `json:"source,omitzero"`

	// Text is the translation. Cardinality: one; absent means that it is still to be made.
	Text string `json:"text,omitzero"`
}

// The codes of findings about a translation. Their paths are those in it.
const (
	TranslationStrategy = "translation-strategy" // it is of another strategy, or its language isn't known; an error
	TranslationTwice    = "translation-twice"    // a text is translated twice; an error
	TranslationOrphaned = "translation-orphaned" // the strategy has no such element, or the element no such text; a warning
	TranslationOutdated = "translation-outdated" // the text has changed since it was translated; a warning
	TranslationMissing  = "translation-missing"  // texts of an element are not translated; a note
)

// Localise returns the strategy in the language of the translation, and what
// is wrong between the two. The arguments are not changed.
//
// Where a text was not translated, or has changed since, it stays as it is; so
// a translation can't bring back what a copy lacks, see [Redact]. The language
// becomes the first of the document's. Pillars of a built-in framework that
// are translated are written out, under the framework's identifier. A
// translation of another strategy changes nothing.
//
// What isn't translated is reported once for each element; its finding has the
// path /texts.
func Localise(s *Strategy, t *Translation) (Strategy, ocs.Findings) {
	l := &localiser{t: t, tree: outline(s)}
	switch {
	case t.Strategy != s.ID:
		l.report(TranslationStrategy, ocs.Error, "/strategy", nil, "the translation is of "+quotedID(t.Strategy)+", not of "+quotedID(s.ID), "give the strategy that it was made from")
		return *s, l.findings
	case !t.Language.Known():
		l.report(TranslationStrategy, ocs.Error, "/language", nil, "language "+quotedID(t.Language)+" is not a tag of a language", "write it as BCP 47 does: ur, pa-Arab-PK")
		return *s, l.findings
	}
	out := copyAll(l.tree).Interface().(Strategy)
	l.writeOutPillars(s, &out)
	l.tree = outline(&out)
	l.texts = textsOf(l.tree)
	l.apply()
	out.Languages = append([]ocs.Language{t.Language}, slices.DeleteFunc(slices.Clone(out.Languages), func(tag ocs.Language) bool { return tag == t.Language })...)
	if t.Notice != "" {
		out.Notice = strings.TrimSuffix(t.Notice+"\n"+out.Notice, "\n")
	}
	return out, l.findings
}

type localiser struct {
	t        *Translation
	tree     *branch // of the copy
	texts    texts
	findings ocs.Findings
}

func (l *localiser) report(rule string, severity ocs.Severity, path ocs.Pointer, about *branch, message, help string) {
	f := ocs.Finding{Rule: rule, Severity: severity, Path: path, Message: message, Help: help}
	if about != nil {
		f.Element = about.element()
	}
	l.findings = append(l.findings, f)
}

// writeOutPillars gives the copy the pillars of a built-in framework if the
// translation has a text of one.
func (l *localiser) writeOutPillars(s, out *Strategy) {
	if len(s.Framework.Pillars) > 0 {
		return
	}
	f := NewIndex(s).Framework()
	if slices.ContainsFunc(l.t.Texts, func(text TranslatedText) bool {
		return slices.ContainsFunc(f.Pillars, func(p pillar.Pillar) bool { return ocs.ID(p.ID) == text.Element })
	}) {
		out.Framework.ID, out.Framework.Name, out.Framework.Pillars = f.ID, f.Name, slices.Clone(f.Pillars)
		for i := range out.Framework.Pillars {
			out.Framework.Pillars[i].Cites = nil // of sources that are the library's, not the document's
		}
	}
}

// apply puts the translated texts into the copy.
func (l *localiser) apply() {
	elements := make(map[ocs.ID]*branch)
	l.tree.all(func(b *branch) {
		if elements[b.id] == nil {
			elements[b.id] = b
		}
	})
	done := make(map[textKey]bool)
	for i := range l.t.Texts {
		entry, at := &l.t.Texts[i], ocs.Pointer("/texts").Index(i)
		key := textKey{entry.Element, entry.Field}
		text, found := l.texts.at[key]
		about := elements[entry.Element]
		switch {
		case done[key]:
			l.report(TranslationTwice, ocs.Error, at, about, quotedID(entry.Field)+" is translated twice", "keep one of the two")
		case about == nil:
			l.report(TranslationOrphaned, ocs.Warning, at+"/element", nil, "the strategy has no element "+quotedID(entry.Element), "remove the text, or mend the identifier")
		case !found:
			l.report(TranslationOrphaned, ocs.Warning, at+"/field", about, "the element has no text "+quotedID(entry.Field), "remove the text, or mend the field")
		case blank(entry.Text):
			continue // still to be made
		case entry.Source != text.value.String():
			l.report(TranslationOutdated, ocs.Warning, at+"/source", about, "the text has changed since it was translated", "translate it again, and give the present text as the source")
		default:
			text.value.SetString(entry.Text)
		}
		done[key] = true
	}
	missing := make(map[ocs.ID][]string)
	var order []ocs.ID
	for _, key := range l.texts.order {
		if !done[key] {
			if missing[key.element] == nil {
				order = append(order, key.element)
			}
			missing[key.element] = append(missing[key.element], key.field)
		}
	}
	for _, id := range order {
		l.report(TranslationMissing, ocs.Info, "/texts", elements[id], "not translated: "+strings.Join(missing[id], ", "), "add the texts")
	}
}

// textKey is how a translation names a text.
type textKey struct {
	element ocs.ID
	field   string
}

// texts are the texts of a strategy that can be translated.
type texts struct {
	order []textKey
	at    map[textKey]placedText
}

// placedText is a text and where it stands.
type placedText struct {
	value reflect.Value
	path  ocs.Pointer
}

// textsOf lists the texts that can be translated. Those of an element without
// an identifier count as texts of the element around it.
func textsOf(root *branch) texts {
	all := texts{at: make(map[textKey]placedText)}
	root.all(func(b *branch) {
		named := b
		for named.id == "" && named.parent != nil {
			named = named.parent
		}
		b.fields(nil, func(in modelField, at ocs.Pointer, v reflect.Value) {
			if !in.text || blank(v.String()) || verbatim(in, v.String()) {
				return
			}
			path := b.path + at
			key := textKey{named.id, string(path[len(named.path)+1:])}
			if _, taken := all.at[key]; !taken {
				all.order = append(all.order, key)
				all.at[key] = placedText{v, path}
			}
		})
	})
	return all
}

// copyAll returns a copy of an element that shares nothing that can be changed
// but the bytes of extensions.
func copyAll(b *branch) reflect.Value {
	return b.rebuild(func(c *branch) (reflect.Value, bool) { return copyAll(c), true },
		func(_ ocs.Pointer, v reflect.Value) reflect.Value { return copyValue(v) })
}

func copyValue(v reflect.Value) reflect.Value {
	fields, plain := modelFields()[v.Type()]
	out := reflect.New(v.Type()).Elem()
	switch {
	case v.Kind() == reflect.Slice && v.Len() > 0:
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(copyValue(v.Index(i)))
		}
	case plain:
		for _, f := range fields {
			out.Field(f.index).Set(copyValue(v.Field(f.index)))
		}
	default:
		return v
	}
	return out
}
