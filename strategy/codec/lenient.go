package codec

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocs-framework/ocs"
)

// lenient decodes what can be decoded and records every fault.
type lenient struct {
	scanner
	limits  *Options
	quick   bool // no limit can be exceeded within the model
	nulls   bool // there may be a null
	path    []step
	faults  []fault
	nodes   int
	unknown int // unknown fields so far
}

// step is one token of the path to the value at hand: a name or an index.
type step struct {
	name  string
	index int
	named bool
}

// stop ends the reading: no more of the document can be decoded.
type stop struct{ fault }

func (stop) Error() string { return "" }

// decodeLenient walks the tokens of a document along the plan of the model.
// What is at fault is left out, what stands beside it survives. Entries of
// lists that are at fault stay as empty ones, so that pointers keep their
// meaning.
//
// A fault of syntax is reported alone, as for YAML: what was found before it
// may have been misread. After very many faults the rest is not read.
func decodeLenient(data []byte, limits *Options, into target) (d decoded) {
	l := lenient{scanner: newScanner(data), limits: limits, quick: limits.bounded(data), nulls: hasNull(data)}
	err := l.value(into.plan, reflect.ValueOf(into.value).Elem())
	if err == nil {
		if offset := l.start(); offset < len(data) {
			err = stop{trailingFault(offset)}
		}
	}
	if len(l.faults) > maxFaults {
		return decoded{faults: l.faults, refused: true}
	}
	if err != nil {
		var s stop
		if errors.As(err, &s) {
			return refuse(s.fault)
		}
		return refuse(syntaxFault(data, err))
	}
	d.faults = l.faults
	d.refused = len(l.faults) > 0 && l.faults[0].path == ""
	return d
}

func trailingFault(offset int) fault {
	return fault{code: syntax, offset: offset, message: "there is text after the end of the document", help: syntaxHelp}
}

// pointer returns the pointer to the value at hand.
func (l *lenient) pointer() pointer { return pointerTo(l.path) }

func pointerTo(path []step) pointer {
	var p pointer
	for _, s := range path {
		if s.named {
			p = p.Append(s.name)
		} else {
			p = p.Index(s.index)
		}
	}
	return p
}

// fault records a fault of the value at hand.
func (l *lenient) fault(offset int, code, message, help string) {
	if len(l.faults) >= maxFaults {
		l.faults = append(l.faults[:maxFaults], tooMany(offset))
		return
	}
	l.faults = append(l.faults, fault{code: code, path: l.pointer(), offset: offset, message: message, help: help})
}

func tooMany(offset int) fault {
	return fault{code: limitExceeded, offset: offset, message: fmt.Sprintf("there are more than %d faults", maxFaults),
		help: "mend those listed, or check whether this is a strategy document"}
}

// node counts a value or a name against the limits.
func (l *lenient) node() error {
	if len(l.faults) > maxFaults {
		return stop{l.faults[maxFaults]}
	}
	l.nodes++
	if l.PeekKind() == jsontext.KindBeginObject {
		l.nodes += mappingNodes - 1
	}
	if l.nodes > l.limits.MaxNodes {
		return stop{limitFault(l.start(), l.pointer(), "values", l.limits.MaxNodes)}
	}
	if l.depth+l.StackDepth() > l.limits.MaxDepth {
		return stop{limitFault(l.start(), l.pointer(), "levels of nesting", l.limits.MaxDepth)}
	}
	return nil
}

func limitFault(offset int, path pointer, what string, most int) fault {
	return fault{code: limitExceeded, path: path, offset: offset, message: fmt.Sprintf("the file has more than %d %s", most, what),
		help: "split the file or raise the limit"}
}

// value decodes the next value into v.
func (l *lenient) value(p *plan, v reflect.Value) error {
	if err := l.node(); err != nil {
		return err
	}
	at, got := l.start(), l.PeekKind()
	switch want := p.kind; {
	case got == jsontext.KindInvalid:
		return l.SkipValue()
	case got == jsontext.KindNull && len(l.path) == 0:
		return stop{emptyFault(at)}
	case got == jsontext.KindNull:
		l.fault(at, nullValue, "there is no value", "give one, or leave the name out")
		return l.SkipValue()
	case want != anything && !fits(want, got):
		l.fault(at, wrongType, kindName(got)+" stands where "+want.String()+" is wanted", howToWrite(p, got))
		return l.skip()
	case want == object:
		return l.object(p, v)
	case want == list:
		return l.list(p, v)
	case want == extensions:
		return l.extensions(v)
	}
	raw, err := l.ReadValue()
	if err != nil {
		return err
	}
	if p.verbatim {
		text, err := jsontext.AppendUnquote(nil, raw)
		v.SetString(string(text))
		return err
	}
	if err := json.Unmarshal(raw, v.Addr().Interface()); err != nil {
		v.SetZero()
		help := ""
		if text, err := jsontext.AppendUnquote(nil, raw); err == nil {
			help = asOurs(v.Type(), string(text))
		}
		l.fault(at, invalidValue, reason(err), help)
	}
	return nil
}

// howToWrite says what to write in place of a value of another kind.
func howToWrite(p *plan, got jsontext.Kind) string {
	help := "write " + p.kind.String()
	switch p.kind {
	case object:
		return fmt.Sprintf("write its fields with their names, such as {%s: …}", p.names[0])
	case list:
		return "write a list: in square brackets, or each on a line that begins with a dash"
	case number:
		return "write a number alone, without quotes, words or units"
	case truth:
		if got == jsontext.KindString {
			help += ", without quotes"
		}
	case text:
		if got == jsontext.KindBeginArray {
			return "write one value, not several"
		}
	}
	return help
}

// fits reports whether a value of the kind that was found may be one of the
// kind that is wanted.
func fits(want kind, got jsontext.Kind) bool {
	switch want {
	case object, extensions:
		return got == jsontext.KindBeginObject
	case list:
		return got == jsontext.KindBeginArray
	case text:
		return got == jsontext.KindString
	case number:
		return got == jsontext.KindNumber
	case truth:
		return got == jsontext.KindTrue || got == jsontext.KindFalse
	}
	return true
}

func kindName(k jsontext.Kind) string {
	switch k {
	case jsontext.KindBeginObject:
		return object.String()
	case jsontext.KindBeginArray:
		return list.String()
	case jsontext.KindString:
		return text.String()
	case jsontext.KindNumber:
		return number.String()
	case jsontext.KindTrue, jsontext.KindFalse:
		return truth.String()
	}
	return "nothing"
}

// reason is why a value was refused, in the words of its type.
func reason(err error) string {
	var semantic *json.SemanticError
	if !errors.As(err, &semantic) || semantic.Err == nil {
		return "the value cannot be read"
	}
	switch err := semantic.Err; {
	case errors.Is(err, strconv.ErrRange), errors.Is(err, strconv.ErrSyntax):
		return "the value is not a whole number in range"
	default:
		return err.Error()
	}
}

// object decodes a mapping into a struct.
func (l *lenient) object(p *plan, v reflect.Value) error {
	if _, err := l.ReadToken(); err != nil {
		return err
	}
	seen := make([]bool, len(p.names))
	for l.PeekKind() != jsontext.KindEndObject {
		at, name, err := l.name(p)
		if err != nil {
			return err
		}
		f := p.fields[name]
		switch {
		case f == nil:
			l.unknownField(at, p, name)
			err = l.skip()
		case seen[f.index]:
			l.duplicate(at, name)
			err = l.skip()
		default:
			seen[f.index] = true
			err = l.value(f.plan, v.Field(f.index))
		}
		if err != nil {
			return err
		}
		l.path = l.path[:len(l.path)-1]
	}
	_, err := l.ReadToken()
	return err
}

// name reads a name and makes it the last step of the path. Names that p has
// are not copied.
func (l *lenient) name(p *plan) (at int, name string, err error) {
	if err := l.node(); err != nil {
		return 0, "", err
	}
	at = l.start()
	if l.PeekKind() != jsontext.KindString {
		_, err := l.ReadToken() // says that a name is wanted
		return 0, "", err
	}
	raw, err := l.ReadValue()
	if err != nil {
		return 0, "", err
	}
	if f := p.fields[string(raw[1:len(raw)-1])]; f != nil {
		name = p.names[f.index]
	} else {
		text, err := jsontext.AppendUnquote(nil, raw)
		if err != nil {
			return 0, "", err
		}
		name = string(text)
	}
	l.path = append(l.path, step{name: name, named: true})
	return at, name, nil
}

func (l *lenient) unknownField(at int, p *plan, name string) {
	const suggested = 1000 // more would be slow, and nobody reads them
	help := "remove it, or put it under extensions"
	if l.unknown++; l.unknown <= suggested {
		if near := p.suggest(name); near != "" {
			help = "did you mean " + strconv.Quote(near) + "?"
		}
	}
	l.fault(at, unknownField, "unknown field "+ocs.Quote(name), help)
}

func (l *lenient) duplicate(at int, name string) {
	l.fault(at, duplicateField, "the field "+ocs.Quote(name)+" is set twice", "keep one of the two")
}

// list decodes a list.
func (l *lenient) list(p *plan, v reflect.Value) error {
	if _, err := l.ReadToken(); err != nil {
		return err
	}
	for i := 0; l.PeekKind() != jsontext.KindEndArray; i++ {
		l.path = append(l.path, step{index: i})
		v.Grow(1)
		v.SetLen(i + 1)
		v.Index(i).SetZero()
		if err := l.entry(p.elem, v.Index(i)); err != nil {
			return err
		}
		l.path = l.path[:len(l.path)-1]
	}
	_, err := l.ReadToken()
	return err
}

// entry decodes an entry of a list. Most mappings have no fault even where
// others do, and the strict decoder is much quicker.
func (l *lenient) entry(p *plan, v reflect.Value) error {
	if !l.quick || p.kind != object || l.PeekKind() != jsontext.KindBeginObject {
		return l.value(p, v)
	}
	from, depth := l.start(), l.depth+l.StackDepth()
	raw, err := l.ReadValue()
	if err != nil {
		return err
	}
	if !(l.nulls && hasNull(raw)) {
		if json.Unmarshal(raw, v.Addr().Interface(), json.RejectUnknownMembers(true)) == nil {
			return nil
		}
		v.SetZero()
	}
	outside := l.scanner
	l.scanner = newScanner(outside.data[from-outside.base:][:len(raw)])
	l.base, l.depth = from, depth
	err = l.value(p, v)
	l.scanner = outside
	return err
}
