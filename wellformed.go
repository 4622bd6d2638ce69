package ocs

import (
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// WellFormed returns the rules that hold for every value inside a T, whatever
// it is about: terms belong to their vocabularies, codes to their standards,
// identifiers keep to the syntax of [ID], and texts hold no control characters.
//
// A field of a vocabulary may be empty, an entry of a list may not. An ID may
// be empty only if its field is tagged omitzero.
//
// A struct with a field ID is the element that findings inside it are about.
func WellFormed[T any]() []Rule[T] {
	f := &form{checks: slices.Concat(termChecks(), textChecks())}
	f.plan = sync.OnceValues(func() (*plan, int) {
		m := &planner{form: f, plans: make(map[*shape]*plan)}
		return m.plan(newShaper(f.class).shape(reflect.TypeFor[T]())), m.terms
	})
	rules := make([]Rule[T], len(f.checks))
	for i, c := range f.checks {
		rules[i] = Rule[T]{
			Code:   c.code,
			Title:  c.title,
			Doc:    c.doc,
			Basis:  c.basis,
			Levels: c.levels,
			Fixed:  c.fixed,
			Check: func(p *Pass, v *T) {
				found := p.run.misfits(f, v)
				for _, m := range found.kept {
					if m.check == i {
						c.report(p.within(m.elems), m.value, m.shape)
					}
				}
				p.omit(found.omitted(i))
			},
		}
	}
	return rules
}

// valueCheck is a rule about every value of some types.
type valueCheck struct {
	code, title, doc, basis string
	levels                  Levels
	fixed                   bool

	about  func(reflect.Type) bool
	ok     func(v reflect.Value, s *shape) bool
	report func(p *Pass, v reflect.Value, s *shape)
}

// form is what the rules of one call to WellFormed share: the checks and, found
// out once, what to scan in a T and how many types have a vocabulary. A type
// belongs to the first check that is about it. The last check, that of all
// text, is made of other text only if it failed its own: what belongs to a
// vocabulary or is a good ID is clean.
type form struct {
	checks []valueCheck
	plan   func() (*plan, int)
}

func (f *form) class(t reflect.Type) int {
	return 1 + slices.IndexFunc(f.checks, func(c valueCheck) bool { return c.about(t) })
}

// text is the check of all text.
func (f *form) text() int { return len(f.checks) - 1 }

// misfit is a value that failed a check.
type misfit struct {
	check int
	value reflect.Value
	shape *shape
	elems []reflect.Value // the elements around it, outermost first
}

// misfits are those of one value.
type misfits struct {
	kept   []misfit
	counts []int // by check, nil for none
	limit  int
}

// omitted returns how many misfits of a check were not kept.
func (m *misfits) omitted(check int) int {
	if m.counts == nil || m.limit == 0 {
		return 0
	}
	return max(0, m.counts[check]-m.limit)
}

// formed is what a run knows of one form: a scanner, and what it found in each
// value, by the pointer to it.
type formed struct {
	scanner scanner
	found   map[any]*misfits
}

// misfits returns what is wrong in the value that v points to. One scan serves
// all rules of a run.
func (r *run) misfits(f *form, v any) *misfits {
	plan, terms := f.plan()
	known := r.formed[f]
	if known == nil {
		known = &formed{scanner{form: f, limit: r.limit, known: make([]remembered, terms)}, make(map[any]*misfits)}
		if r.formed == nil {
			r.formed = make(map[*form]*formed)
		}
		r.formed[f] = known
	}
	if found := known.found[v]; found != nil {
		return found
	}
	w := &known.scanner
	w.found, w.counts = nil, nil
	if plan.shape.leads {
		w.value(reflect.ValueOf(v).Elem(), plan, false)
	}
	found := &misfits{w.found, w.counts, w.limit}
	known.found[v] = found
	return found
}

// within returns a pass with the elements in focus, outermost first.
func (p *Pass) within(elems []reflect.Value) *Pass {
	for _, e := range elems {
		if elem := e.Addr().Interface(); elem != p.elem {
			p = p.On(elem)
		}
	}
	return p
}

// termChecks are the rules about vocabularies.
func termChecks() []valueCheck {
	codes := []valueCheck{
		codeCheck[Country]("unknown-country", "every country is a code of ISO 3166-1",
			"A country is written as its two-letter code in capitals: PK, not Pakistan or PAK.", "ISO 3166-1 alpha-2"),
		codeCheck[Area]("unknown-area", "every area is a country or a code of ISO 3166-2",
			"An area is a country (PK) or a subdivision of one (PK-PB). The country is looked up, the subdivision is checked by its shape.",
			"ISO 3166-2"),
		codeCheck[Language]("malformed-language", "every language is a tag of BCP 47",
			"A language is written as a tag such as en, ur or uz-Latn. Its shape is checked, not whether it is registered.", "BCP 47 (RFC 5646)"),
		codeCheck[Currency]("unknown-currency", "every currency is a code of ISO 4217",
			"A currency is written as its three-letter code in capitals: PKR, not Rs.", "ISO 4217"),
		codeCheck[Article]("unknown-article", "every treaty article exists",
			"An article is written as its treaty and number, such as untoc/20 or tip/6, and must be one that the treaty has.",
			"UNTOC and its three Protocols"),
	}
	return append(codes, valueCheck{
		code:  "unknown-term",
		title: "every term is in the vocabulary of its field",
		doc: "A field with a vocabulary takes one of its terms, spelt as in the vocabulary. Other text is kept, but questions " +
			"and counts leave it out. What no term fits can go into a description or under extensions.",
		basis:  "the vocabularies of this library, each with its source",
		levels: "WWEEE",
		about: func(t reflect.Type) bool {
			return t.Kind() == reflect.String && t.Implements(reflect.TypeFor[Term]())
		},
		ok:     func(v reflect.Value, _ *shape) bool { return v.Addr().Interface().(Term).Known() },
		report: reportTerm,
	})
}

// codeCheck makes a rule about the values of type T.
func codeCheck[T interface {
	~string
	Term
}](code, title, doc, basis string) valueCheck {
	return valueCheck{
		code: code, levels: "EEEEE", title: title, doc: doc, basis: basis,
		about:  func(t reflect.Type) bool { return t == reflect.TypeFor[T]() },
		ok:     func(v reflect.Value, _ *shape) bool { return T(v.String()).Known() },
		report: reportTerm,
	}
}

func reportTerm(p *Pass, v reflect.Value, s *shape) {
	field := v.Addr().Interface()
	d := p.Report(field, "%s is not a known %s", Quote(v.String()), termName(s.typ))
	if d.muted() {
		return
	}
	terms := field.(Term).Terms()
	const listed = 30 // terms that can be looked through
	switch near := Nearest(v.String(), slices.Values(terms)); {
	case near != "":
		d.Help("did you mean %q?", near)
	case len(terms) > 0 && len(terms) <= listed:
		d.Help("use one of %s", strings.Join(terms, ", "))
	default:
		d.Help("%s, or leave the field out", termForm(field))
	}
}

// termName is what a message calls a term of a vocabulary: "kind of actor",
// "funding source".
func termName(t reflect.Type) string {
	name := strings.ReplaceAll(kebab(t.Name()), "-", " ")
	if pkg := path.Base(t.PkgPath()); name == "kind" {
		return name + " of " + pkg // each package of the model is named after its element
	}
	return name
}

// termForm says how terms are written of which there are too many to list.
func termForm(field any) string {
	switch field.(type) {
	case *Country:
		return "use the two-letter code of ISO 3166-1, such as PK"
	case *Area:
		return "use the code of a country or of its subdivision in ISO 3166-2, such as PK or PK-PB"
	case *Currency:
		return "use the three-letter code of ISO 4217, such as PKR"
	case *Language:
		return "use a language tag, such as en or ur"
	case *Article:
		return "use the treaty and the number of the article, such as untoc/20"
	}
	return "use a term of the vocabulary"
}

// textChecks are the rules about identifiers and text.
func textChecks() []valueCheck {
	return []valueCheck{{
		code:   "malformed-id",
		title:  "every identifier is well formed",
		doc:    "An identifier is 1 to 128 letters, digits, hyphens, underscores and dots, of which the first is a letter or digit. Spaces and the characters / ~ + : have a meaning where identifiers are referred to.",
		basis:  "integrity of references",
		levels: "EEEEE",
		fixed:  true,
		about: func(t reflect.Type) bool {
			if t.Kind() != reflect.Struct {
				return false
			}
			f, ok := t.FieldByName("ID")
			return ok && len(f.Index) == 1 && f.Type.Kind() == reflect.String && f.Tag.Get("json") != "-"
		},
		ok: func(v reflect.Value, s *shape) bool {
			id := ID(v.Field(s.id[0]).String())
			return id == "" && s.idLoose || id.WellFormed()
		},
		report: func(p *Pass, v reflect.Value, s *shape) {
			field := v.Field(s.id[0])
			if field.Len() == 0 {
				p.Report(field.Addr().Interface(), "identifier must not be empty").Help("give the %s an identifier", s.kind)
				return
			}
			p.Report(field.Addr().Interface(), "identifier %s is malformed", Quote(field.String())).
				Help("use letters, digits, hyphens, underscores and dots, beginning with a letter or digit")
		},
	}, {
		code:  "control-character",
		title: "no text holds control characters or unpaired marks of direction",
		doc: "Texts hold no control characters but tab and line feed, no byte order mark, and no embedding, override or isolate of the Unicode " +
			"Bidirectional Algorithm that isn't closed in its line: they hide or reorder what a reader sees. They come from copying out of other programs.",
		basis:  "Unicode Standard, Annex 9 and Technical Report 36",
		levels: "EEEEE",
		about:  func(t reflect.Type) bool { return t.Kind() == reflect.String },
		ok:     func(v reflect.Value, _ *shape) bool { return clean(v.String()) },
		report: func(p *Pass, v reflect.Value, _ *shape) {
			r, _ := hidden(v.String())
			p.Report(v.Addr().Interface(), "text contains %U", r).Help("remove the character, or close what it opens")
		},
	}}
}
