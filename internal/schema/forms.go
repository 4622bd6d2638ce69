package schema

import (
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// The forms of text, as regular expressions that mean the same to ECMAScript
// and Go. Empty text stands for an absent value, as it does for the codec.
const (
	day31 = `-(0[13578]|1[02])(-(0[1-9]|[12][0-9]|3[01]))?`
	day30 = `-(0[469]|11)(-(0[1-9]|[12][0-9]|30))?`
	day29 = `-02(-(0[1-9]|[12][0-9]))?`
	date  = `[0-9]{4}(-Q[1-4]|` + day31 + `|` + day30 + `|` + day29 + `)?`
	id    = `[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}._-]{0,127}`
	sum   = `[A-Za-z]{3} -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
	term  = id + `\+(0|[1-9][0-9]{0,4})[dwmy]`
)

// forms are how the types of the model are written that say so themselves.
var forms = map[reflect.Type]func() *jsonschema.Schema{
	reflect.TypeFor[ocs.Date](): func() *jsonschema.Schema {
		return year(`^(`+date+`)?$`, says(ocs.ParseDate), "2027-06-30", "2027-06", "2027-Q2", "2027")
	},
	reflect.TypeFor[ocs.Period](): func() *jsonschema.Schema {
		return year(`^(`+date+`(/(`+date+`)?)?|/`+date+`)?$`, says(ocs.ParsePeriod), "2026-07/2031-06", "2025-04/", "2026")
	},
	reflect.TypeFor[ocs.Deadline](): func() *jsonschema.Schema {
		words := recurring()
		return year(`^(`+date+`|`+term+`|`+strings.Join(words, "|")+`)?$`, says(ocs.ParseDeadline),
			append([]string{"2027-Q2", "adoption+90d"}, words...)...)
	},
	reflect.TypeFor[ocs.Money](): func() *jsonschema.Schema {
		return &jsonschema.Schema{Type: "string", Pattern: `^(` + sum + `)?$`, Examples: []any{"PKR 1500000.00"},
			Extras: map[string]any{patternMessage: says(ocs.ParseMoney)}}
	},
	reflect.TypeFor[ocs.Decimal]():    func() *jsonschema.Schema { return &jsonschema.Schema{Type: "number"} },
	reflect.TypeFor[ocs.Extensions](): func() *jsonschema.Schema { return &jsonschema.Schema{Type: "object"} },
}

// versions are the schemas that a document may state: a later minor version is
// read as well.
var versions = []*jsonschema.Schema{
	{Const: strategy.Schema},
	{Type: "string", Pattern: `^` + strategy.Schema + `\.[0-9]+$`},
}

// recurring returns the words that are deadlines.
func recurring() []string {
	words := []string{ocs.MustDeadline("continuous").String()}
	for _, c := range ocs.Cadence("").Terms() {
		if _, err := ocs.ParseDeadline(c); err == nil {
			words = append(words, c)
		}
	}
	return words
}

// text returns the form of any text. In YAML a plain scalar that looks like a
// number is the text that it looks like.
func text() *jsonschema.Schema { return oneOrOther("string", "number") }

// identifier returns the form of an identifier. 0123 in YAML is one.
func identifier() *jsonschema.Schema {
	s := oneOrOther("string", "number")
	s.Pattern, s.Minimum = `^(`+id+`)?$`, "0"
	s.Extras[patternMessage] = "an identifier is 1 to 128 letters, digits, hyphens, underscores and dots, beginning with a letter or digit"
	return s
}

// year returns the form of a text that may be a year, which YAML takes for a
// number.
func year(pattern, message string, examples ...string) *jsonschema.Schema {
	s := oneOrOther("string", "integer")
	s.Pattern, s.Minimum, s.Maximum, s.Examples = pattern, "1000", "9999", anys(examples)
	s.Extras[patternMessage] = message
	return s
}

// patternMessage is what editors show in place of a pattern that isn't matched.
// The keyword is theirs, not the standard's, by which others pass over it.
const patternMessage = "patternErrorMessage"

// says returns how a text is to be written, in the words of what reads it.
func says[T any](parse func(string) (T, error)) string {
	_, err := parse("?")
	form, _, _ := strings.Cut(err.Error(), ", not ")
	return form
}

// oneOrOther returns a schema of two types, which the library has no field for.
func oneOrOther(types ...string) *jsonschema.Schema {
	return &jsonschema.Schema{Extras: map[string]any{"type": types}}
}

func anyOf(options ...*jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: options}
}

func anys(words []string) (list []any) {
	for _, w := range words {
		list = append(list, w)
	}
	return list
}
