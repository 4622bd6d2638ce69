package stratml

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/internal/faults"
	"github.com/ocs-framework/ocs/strategy"
)

// EncodeOptions change how documents are written. Nil and zero fields stand for
// the defaults.
type EncodeOptions struct {
	// Bare leaves out the processing instructions in which ocs carries what StratML
	// has no place for. What rides in them otherwise is then lost, and each loss a
	// warning.
	Bare bool
}

// Encode writes a strategy as a document of one part of the standard. The
// document is valid whatever the strategy holds, and the same strategy gives
// the same bytes.
//
// What the part has no place for rides in processing instructions, which
// validators and style sheets pass over, so that [Decode] gives back an equal
// strategy from either part. The findings say what other readers won't see of
// it. Their paths are those of the strategy.
//
// Markings have no place in StratML either, and nothing is held back for them:
// to publish, encode the copy that [strategy.Redact] makes.
//
// It fails for text that isn't valid UTF-8, for extensions that aren't JSON, and
// for a part that isn't one of the constants.
func Encode(s *strategy.Strategy, part Part, o *EncodeOptions) ([]byte, ocs.Findings, error) {
	if part != Part1 && part != Part2 {
		return nil, nil, fmt.Errorf("stratml: there is no part %d", part)
	}
	if !validText(reflect.ValueOf(s).Elem()) {
		return nil, nil, fmt.Errorf("stratml: text isn't valid UTF-8")
	}
	w := writer{part: part, bare: o != nil && o.Bare}
	end := w.plan(export(s))
	visible, err := w.visible(end)
	if err != nil {
		return nil, nil, err
	}
	var l losses
	carried, err := w.carry(&l, visible, s)
	if err != nil {
		return nil, nil, err
	}
	data := w.out
	if len(carried) > 0 {
		data = slices.Concat(w.out[:end], carried, w.out[end:])
	}
	return data, w.findings(&l), nil
}

// visible reads the document back without what is carried. It knows that the
// rest will be, unless the document is bare.
func (w *writer) visible(end int) (*strategy.Strategy, error) {
	data := w.out
	if !w.bare {
		data = slices.Concat(w.out[:end], []byte("<?"+target+" "+carriedVersion+"?>"), w.out[end:])
	}
	limits := Options{MaxBytes: len(data), MaxDepth: defaultMaxDepth, MaxNodes: len(data)}
	t, f := parse(data, &limits)
	if f != nil {
		return nil, fmt.Errorf("stratml: the document can't be read back: %s", f.message)
	}
	return &decodeTree(t, data, w.part).Strategy, nil
}

// carry returns the instructions that make what is visible into the strategy.
func (w *writer) carry(l *losses, visible, s *strategy.Strategy) ([]byte, error) {
	c := writer{bare: w.bare, depth: 1}
	from, to := reflect.ValueOf(visible).Elem(), reflect.ValueOf(s).Elem()
	c.instruction(carriedVersion)
	for i := range to.NumField() {
		name := fieldName(to.Type().Field(i))
		delta, err := l.diff(from.Field(i), to.Field(i), "/"+name, ocs.Pointer("").Append(name))
		if err != nil {
			return nil, err
		}
		if delta != nil {
			c.instruction(name + " " + escapeJSON(delta))
		}
	}
	return c.out, nil
}

// findings says what other readers won't see.
func (w *writer) findings(l *losses) ocs.Findings {
	code, how := onlyCarried, "carried in processing instructions"
	if w.bare {
		code, how = lost, "not in the document"
	}
	var list ocs.Findings
	for _, k := range l.kinds {
		what := "has no place for it"
		if k.part {
			what = "can't say it in full"
		}
		f := ocs.Finding{Rule: code, Severity: faults.Severity(Faults(), code), Path: k.places[0],
			Message: fmt.Sprintf("%s: StratML Part %d %s (%d in all), %s", strings.TrimPrefix(k.fields, "/"), w.part, what, len(k.places), how)}
		for _, p := range k.places[1:] {
			f.Related = append(f.Related, ocs.Related{Path: p, Message: "here as well"})
		}
		list = append(list, f)
	}
	for i, name := range w.dirty {
		if !slices.Contains(w.dirty[:i], name) {
			list = append(list, ocs.Finding{Rule: replaced, Severity: faults.Severity(Faults(), replaced),
				Message: fmt.Sprintf("text of %s holds characters that XML can't hold", name)})
		}
	}
	return list
}

// validText reports whether all text in a value is UTF-8.
func validText(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		return utf8.ValidString(v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			if !validText(v.Field(i)) {
				return false
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return utf8.Valid(v.Bytes())
		}
		for i := range v.Len() {
			if !validText(v.Index(i)) {
				return false
			}
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			if !validText(k) || !validText(v.MapIndex(k)) {
				return false
			}
		}
	}
	return true
}
