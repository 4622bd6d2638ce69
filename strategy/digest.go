package strategy

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	stdhash "hash"
	"math"
	"reflect"
	"slices"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
)

// Digest returns the SHA-256 of the strategy's text as "sha-256:" and 64
// hexadecimal digits: what an [Adoption] states of the text that was adopted. It
// is the same however the document is written: in YAML or JSON, in one file or
// several, with its members in any order.
//
// The text is the JSON of the strategy in the canonical form of RFC 8785,
// without what is recorded after it was settled or says how it is kept: schema,
// stage, adoption, amendments, reports, waivers and redactions; the stage,
// adoption, amendments and ending of a plan; the ending of a commitment; when
// an evaluation was done and where it is found. A plan that has a stage or an
// adoption of its own is an instrument of its own, with a digest of its own,
// and no part of the text.
//
// As the RFC demands, numbers count as far as a double holds them; sums of
// money are text and count to the last digit. It fails for text that isn't
// valid UTF-8 and extensions that aren't JSON.
func (s *Strategy) Digest() (string, error) { return digest(reflect.ValueOf(s).Elem()) }

// Digest returns the SHA-256 of the plan's text, as [Strategy.Digest] does for
// a strategy.
func (p *Plan) Digest() (string, error) { return digest(reflect.ValueOf(p).Elem()) }

// records are the members that are no part of a text that is adopted.
var records = map[string][]string{
	"strategy":   {"schema", "stage", "adoption", "amendments", "reports", "waivers", "redactions"},
	"plan":       {"stage", "adoption", "amendments", "ended"},
	"commitment": {"ended"},
	"evaluation": {"done", "cite"},
}

func digest(v reflect.Value) (string, error) {
	w := canonicalWriter{hash: sha256.New(), forms: make(canonicalForms)}
	w.object(v, w.forms.of(make(forms).of(v.Type())))
	if w.err != nil {
		return "", fmt.Errorf("strategy: digest: %w", w.err)
	}
	w.hash.Write(w.out)
	return "sha-256:" + hex.EncodeToString(w.hash.Sum(nil)), nil
}

// canonicalForm is the members of an object in the order of RFC 8785.
type canonicalForm []canonicalMember

type canonicalMember struct {
	*formMember
	name   string // with what stands around it
	always bool   // it is written even if it is empty
	inner  canonicalForm
}

type canonicalForms map[*form]canonicalForm

// of returns the members of the object that a form is or is a list of. No type
// of the model contains itself.
func (fs canonicalForms) of(f *form) canonicalForm {
	for f.sort == listForm {
		f = f.elem
	}
	if f.sort != objectForm {
		return nil
	}
	if c, ok := fs[f]; ok {
		return c
	}
	var c canonicalForm
	for i := range f.members {
		m := &f.members[i]
		if slices.Contains(records[f.kind], m.name) {
			continue
		}
		tag := f.typ.Field(m.index).Tag.Get("json")
		c = append(c, canonicalMember{m, `"` + m.name + `":`, tag == m.name, fs.of(m.form)})
	}
	// Names are of ASCII letters, which sort the same in UTF-16.
	slices.SortFunc(c, func(a, b canonicalMember) int {
		return bytes.Compare([]byte(a.formMember.name), []byte(b.formMember.name))
	})
	fs[f] = c
	return c
}

// canonicalWriter writes values in the canonical form of RFC 8785.
type canonicalWriter struct {
	hash  stdhash.Hash // takes what was written
	out   []byte
	forms canonicalForms
	err   error // the first
}

const canonicalChunk = 1 << 14

func (w *canonicalWriter) object(v reflect.Value, c canonicalForm) {
	w.out = append(w.out, '{')
	first := true
	for i := range c {
		m := &c[i]
		field := v.Field(m.index)
		if !m.always && w.absent(field, m.form, m.inner) {
			continue
		}
		if !first {
			w.out = append(w.out, ',')
		}
		first = false
		w.out = append(w.out, m.name...)
		w.value(field, m.form, m.inner)
	}
	w.out = append(w.out, '}')
}

// absent reports whether a value isn't written.
func (w *canonicalWriter) absent(v reflect.Value, f *form, c canonicalForm) bool {
	switch f.sort {
	case objectForm:
		for i := range c {
			if m := &c[i]; m.always || !w.absent(v.Field(m.index), m.form, m.inner) {
				return false
			}
		}
		return true
	case listForm:
		for i := range v.Len() {
			if !separate(v.Index(i)) {
				return false
			}
		}
		return true
	case tableForm:
		return v.Len() == 0
	}
	return v.IsZero()
}

// separate reports whether an entry of a list is no part of the text: a plan
// that is an instrument of its own.
func separate(v reflect.Value) bool {
	p, ok := v.Addr().Interface().(*Plan)
	return ok && (p.Stage != "" || p.Adoption != Adoption{})
}

func (w *canonicalWriter) value(v reflect.Value, f *form, c canonicalForm) {
	switch f.sort {
	case objectForm:
		w.object(v, c)
	case listForm:
		w.out = append(w.out, '[')
		for i, first := 0, true; i < v.Len(); i++ {
			entry := v.Index(i)
			if separate(entry) {
				continue
			}
			if !first {
				w.out = append(w.out, ',')
			}
			first = false
			w.value(entry, f.elem, c)
			if len(w.out) > canonicalChunk && w.hash != nil {
				w.hash.Write(w.out)
				w.out = w.out[:0]
			}
		}
		w.out = append(w.out, ']')
	case tableForm:
		w.extensions(extensions(v))
	default:
		w.leaf(v, f)
	}
}

func (w *canonicalWriter) leaf(v reflect.Value, f *form) {
	switch {
	case f.typ == reflect.TypeFor[ocs.Decimal]():
		w.number(v.Addr().Interface().(*ocs.Decimal).Float64())
	case v.Kind() == reflect.String:
		w.text(v.String())
	case f.text:
		w.out = append(w.out, '"')
		w.out = f.appendLeaf(w.out, v) // dates and sums need no escapes
		w.out = append(w.out, '"')
	default:
		w.out = f.appendLeaf(w.out, v)
	}
}

// text writes a string with the escapes of RFC 8785, section 3.2.2.2.
func (w *canonicalWriter) text(s string) {
	if !utf8.ValidString(s) {
		w.fail(errors.New("text isn't valid UTF-8"))
		return
	}
	const hexDigits = "0123456789abcdef"
	w.out = append(w.out, '"')
	kept := 0
	for i := range len(s) {
		ch := s[i]
		if ch >= ' ' && ch != '"' && ch != '\\' {
			continue
		}
		w.out = append(w.out, s[kept:i]...)
		kept = i + 1
		if short := bytes.IndexByte([]byte("\b\t\n\f\r\"\\"), ch); short >= 0 {
			w.out = append(w.out, '\\', `btnfr"\`[short])
		} else {
			w.out = append(w.out, '\\', 'u', '0', '0', hexDigits[ch>>4], hexDigits[ch&15])
		}
	}
	w.out = append(append(w.out, s[kept:]...), '"')
}

// number writes a number as ECMAScript does: RFC 8785, section 3.2.2.3.
func (w *canonicalWriter) number(f float64) {
	if f == 0 { // without a sign
		w.out = append(w.out, '0')
		return
	}
	if size := math.Abs(f); size >= 1e-6 && size < 1e21 {
		w.out = strconv.AppendFloat(w.out, f, 'f', -1, 64)
		return
	}
	w.out = strconv.AppendFloat(w.out, f, 'e', -1, 64)
	if n := len(w.out); w.out[n-2] == '0' && (w.out[n-3] == '-' || w.out[n-3] == '+') { // Go writes two digits at least
		w.out[n-2] = w.out[n-1]
		w.out = w.out[:n-1]
	}
}

func (w *canonicalWriter) extensions(e ocs.Extensions) {
	values := make(map[string]any, len(e))
	for key, raw := range e {
		dec := json.NewDecoder(bytes.NewReader(raw))
		dec.UseNumber()
		var v any
		if !json.Valid(raw) || dec.Decode(&v) != nil {
			w.fail(fmt.Errorf("extension %q isn't JSON", key))
			return
		}
		values[key] = v
	}
	w.any(values)
}

// any writes a decoded JSON value.
func (w *canonicalWriter) any(v any) {
	switch v := v.(type) {
	case nil:
		w.out = append(w.out, "null"...)
	case bool:
		w.out = strconv.AppendBool(w.out, v)
	case string:
		w.text(v)
	case json.Number:
		f, err := strconv.ParseFloat(string(v), 64)
		if err != nil {
			w.fail(fmt.Errorf("number %s has no canonical form", v))
			return
		}
		w.number(f)
	case []any:
		w.out = append(w.out, '[')
		for i, entry := range v {
			if i > 0 {
				w.out = append(w.out, ',')
			}
			w.any(entry)
		}
		w.out = append(w.out, ']')
	case map[string]any:
		keys := make([]string, 0, len(v))
		for key := range v {
			keys = append(keys, key)
		}
		slices.SortFunc(keys, compareUTF16)
		w.out = append(w.out, '{')
		for i, key := range keys {
			if i > 0 {
				w.out = append(w.out, ',')
			}
			w.text(key)
			w.out = append(w.out, ':')
			w.any(v[key])
		}
		w.out = append(w.out, '}')
	}
}

// compareUTF16 orders names as RFC 8785, section 3.2.3 does.
func compareUTF16(a, b string) int {
	return slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b)))
}

func (w *canonicalWriter) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}
