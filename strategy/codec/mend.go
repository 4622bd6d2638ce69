package codec

import (
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// mend returns the one mend of a finding, if there is one.
func (f *fixer) mend(found ocs.Finding) (mend, bool) {
	src, local := f.doc.home(found.Path)
	tree := f.trees[src]
	if tree == nil {
		var err error
		if tree, err = jsonTree(src.json); err != nil {
			return mend{}, false
		}
		f.trees[src] = tree
	}
	at, around, ok := lookUp(tree, local)
	if !ok {
		return mend{}, false
	}
	m := mend{Fix: Fix{Finding: found, Old: at.text}, source: src, change: change{op: set, path: local}}
	typ := typeAt(local)
	var better []string
	switch found.Rule {
	case unknownField:
		m.change.op = rename
		m.Old = local.Last()
		better = f.freeNames(local, around, m.Old)
	case "unknown-term":
		better = f.near(at.text, terms(typ))
	case "unknown-country", "unknown-area", "unknown-currency", "unknown-article", "malformed-language":
		better = codes(at.text, typ)
	case "unresolved-reference":
		better = f.near(at.text, f.identifiers(typ))
	case "stray-space":
		better = []string{strings.Join(strings.FieldsFunc(at.text, func(r rune) bool { return strings.ContainsRune(" \t\r\n", r) }), " ")}
	case wrongType:
		better = otherType(at, typ)
	}
	if len(better) != 1 || better[0] == "" {
		return mend{}, false
	}
	m.New = better[0]
	m.change.value, _ = jsontext.AppendQuote(nil, m.New)
	if found.Rule == wrongType {
		m.Old = string(src.json[at.start:at.end])
		if at.kind == doubleQuoted {
			m.change.value = []byte(m.New)
		}
		m.New = string(m.change.value)
	}
	return m, m.New != m.Old
}

// lookUp returns the value that p points to, and the one around it.
func lookUp(root *node, p pointer) (at, around *node, ok bool) {
	at = root
	for token := range p.Tokens() {
		i := at.entry(token)
		if i < 0 {
			return nil, nil, false
		}
		at, around = at.entries[i].value, at
	}
	return at, around, around != nil
}

// typeAt returns the type of the model that a value is decoded into, nil if there
// is none.
func typeAt(p pointer) reflect.Type {
	t := reflect.TypeFor[strategy.Strategy]()
	plan := strategyPlan()
	for token := range p.Tokens() {
		switch plan.kind {
		case object:
			field := plan.fields[token]
			if field == nil {
				return nil
			}
			t, plan = t.Field(field.index).Type, field.plan
		case list:
			t, plan = t.Elem(), plan.elem
		default:
			return nil
		}
	}
	return t
}

// freeNames returns the names near to one that its mapping doesn't have yet.
func (f *fixer) freeNames(p pointer, around *node, name string) []string {
	plan := strategyPlan()
	for token := range p.Parent().Tokens() {
		if plan.kind == list {
			plan = plan.elem
		} else {
			plan = plan.member(token)
		}
	}
	if plan.kind != object {
		return nil
	}
	return slices.DeleteFunc(f.near(name, plan.names), func(s string) bool { return around.entry(s) >= 0 })
}

// terms returns the vocabulary of a type.
func terms(t reflect.Type) []string {
	if t != nil && t.Kind() == reflect.String {
		if term, ok := reflect.Zero(t).Interface().(ocs.Term); ok {
			return term.Terms()
		}
	}
	return nil
}

// codes returns the codes of a standard that a text is a spelling of.
func codes(text string, t reflect.Type) []string {
	if t == nil || t.Kind() != reflect.String {
		return nil
	}
	hyphens := strings.ReplaceAll(text, "_", "-")
	var known []string
	for _, spelling := range []string{hyphens, strings.ToUpper(hyphens), strings.ToLower(hyphens)} {
		v := reflect.New(t).Elem()
		v.SetString(spelling)
		if term, ok := v.Interface().(ocs.Term); ok && term.Known() && !slices.Contains(known, spelling) {
			known = append(known, spelling)
		}
	}
	return known[:min(len(known), 1)] // they say the same
}

// otherType returns a scalar as one of the type that is wanted.
func otherType(at *node, t reflect.Type) []string {
	if t == nil || at.kind.flow() {
		return nil
	}
	switch kindOf(t) {
	case text:
		if kind, _ := core(at.text); kind == isLiteral && at.kind == plainNode {
			return []string{at.text}
		}
	case number:
		if jsontext.Value(at.text).Kind() == jsontext.KindNumber && jsontext.Value(at.text).IsValid() {
			return []string{at.text}
		}
	case truth:
		if at.text == "true" || at.text == "false" {
			return []string{at.text}
		}
	}
	return nil
}

// identifiers are those of a document by the type of their field.
type identifiers struct {
	all   []string
	types map[reflect.Type][]string
}

// identifiers returns those that a reference of that type may mean.
func (f *fixer) identifiers(t reflect.Type) []string {
	if f.ids == nil {
		f.ids = &identifiers{types: make(map[reflect.Type][]string)}
		f.ids.gather(reflect.ValueOf(&f.doc.Strategy).Elem())
		f.ids.gather(reflect.ValueOf(strategy.NewIndex(&f.doc.Strategy).Framework()))
	}
	if t == reflect.TypeFor[ocs.ID]() {
		return f.ids.all
	}
	return f.ids.types[t]
}

// gather takes the identifiers out of a value of the model.
func (ids *identifiers) gather(v reflect.Value) {
	switch kindOf(v.Type()) {
	case list:
		for i := range v.Len() {
			ids.gather(v.Index(i))
		}
	case object:
		for i := range v.NumField() {
			if id := v.Field(i); v.Type().Field(i).Name == "ID" && id.Kind() == reflect.String && id.Len() > 0 {
				ids.types[id.Type()] = append(ids.types[id.Type()], id.String())
				ids.all = append(ids.all, id.String())
			} else {
				ids.gather(id)
			}
		}
	}
}

// shortestWord is how many characters a word has in which a letter may be taken
// for wrong. Shorter ones are near to too many others.
const shortestWord = 5

// near returns the words that text is written like, in another case or with one
// letter wrong.
func (f *fixer) near(text string, words []string) []string {
	var found []string
	if f.compared += len(words); f.compared > mostCompared {
		return nil
	}
	for _, w := range words {
		if !slices.Contains(found, w) && (strings.EqualFold(text, w) || utf8.RuneCountInString(text) >= shortestWord && oneLetter(text, w)) {
			found = append(found, w)
		}
	}
	return found
}

// oneLetter reports whether one letter makes the difference between two words,
// or two neighbours swapped.
func oneLetter(a, b string) bool {
	x, y := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	if len(x) == 2 && len(y) == 2 && (x[0] != y[1] || x[1] != y[0]) || len(x) > 2 || len(y) > 2 || len(x)+len(y) == 3 {
		return false
	}
	return !slices.ContainsFunc(slices.Concat(x, y), func(r rune) bool { return !unicode.IsLetter(r) })
}
