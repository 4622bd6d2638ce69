package codec

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// decoded is what became of one file.
type decoded struct {
	faults  []fault
	refused bool // nothing could be decoded
}

// target is where a document is read into.
type target struct {
	plan  *plan
	value any // a pointer to a struct with a field Schema
}

// schema returns the schema that was read.
func (t target) schema() string {
	return reflect.ValueOf(t.value).Elem().FieldByName("Schema").String()
}

// clear removes what was read.
func (t target) clear() { reflect.ValueOf(t.value).Elem().SetZero() }

// decodeJSON decodes a document that is written in JSON or was turned into it.
//
// The quick way is one strict pass. Only if it finds a fault, or if it might
// have overlooked one, does a second pass look for every fault there is.
func decodeJSON(data []byte, ordinary bool, limits *Options, into target) decoded {
	if ordinary {
		err := json.Unmarshal(data, into.value, json.RejectUnknownMembers(true))
		if err == nil {
			return decoded{}.checkSchema(data, into)
		}
		into.clear()
	}
	if fault, bad := checkText(data); bad {
		return refuse(fault)
	}
	if schema, ok := peekSchema(data); ok {
		if f, bad := schemaFault(data, schema); bad {
			return refuse(f)
		}
	}
	d := decodeLenient(data, limits, into)
	if d.refused {
		into.clear()
		return d
	}
	return d.checkSchema(data, into)
}

// refuse is what became of a file of which nothing could be decoded.
func refuse(f fault) decoded { return decoded{faults: []fault{f}, refused: true} }

// checkSchema refuses what is written in a format that this package doesn't
// know. A schema that is missing is left to the caller, as another file of the
// same set may state it.
func (d decoded) checkSchema(data []byte, into target) decoded {
	f, bad := schemaFault(data, into.schema())
	if !bad {
		return d
	}
	into.clear()
	return refuse(f)
}

func schemaFault(data []byte, schema string) (f fault, bad bool) {
	if schema == "" || supported(schema) {
		return fault{}, false
	}
	f = fault{code: schemaUnsupported, path: "/schema", message: "the schema is " + ocs.Quote(schema) + ", which is not supported",
		help: "this version reads " + strategy.Schema}
	f.offset = find(data, []pointer{"/schema"})[0]
	return f, true
}

// supported reports whether a document with that schema can be read: its major
// version must be ours.
func supported(schema string) bool {
	rest, ok := strings.CutPrefix(schema, strategy.Schema)
	return ok && (rest == "" || newer(schema))
}

// newer reports whether a schema is a later minor version of ours, which may
// have members that this package doesn't know.
func newer(schema string) bool {
	minor, ok := strings.CutPrefix(schema, strategy.Schema+".")
	return ok && minor != "" && strings.Trim(minor, "0123456789") == ""
}

// peekSchema returns the schema that a document states, without decoding the
// rest.
func peekSchema(data []byte) (schema string, ok bool) {
	at := find(data, []pointer{"/schema"})[0]
	if at <= 0 || data[at] != '"' {
		return "", false
	}
	text, err := jsontext.AppendUnquote(nil, data[at:at+textLen(data[at:])])
	return string(text), err == nil
}

// checkText looks for what makes bytes no text that can be decoded.
func checkText(data []byte) (f fault, bad bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		f = fault{code: unsupportedEncoding, message: "the file is encoded in UTF-16", help: "save it as UTF-8"}
	case !utf8.Valid(data):
		f = fault{code: unsupportedEncoding, message: "the file is not valid UTF-8", help: "save it as UTF-8"}
		for {
			r, n := utf8.DecodeRune(data[f.offset:])
			if r == utf8.RuneError && n <= 1 {
				break
			}
			f.offset += n
		}
	case bytes.IndexByte(data, 0) >= 0:
		f = fault{code: unsupportedEncoding, message: "the file has a null character", help: "save it as UTF-8"}
		f.offset = bytes.IndexByte(data, 0)
	case len(bytes.TrimLeft(data, " \t\r\n")) == 0:
		f = emptyFault(0)
	default:
		return fault{}, false
	}
	return f, true
}

func emptyFault(offset int) fault {
	return fault{code: emptyDocument, offset: offset, message: "the file is empty", help: "begin with schema: " + strategy.Schema}
}

// syntaxHelp is the help on faults of syntax.
const syntaxHelp = "mend this place, or what stands just before it; nothing else of the file was read"

// syntaxFault turns an error of the tokenizer into a fault.
func syntaxFault(data []byte, err error) fault {
	f := fault{code: syntax, message: "the text is not valid JSON", help: syntaxHelp, offset: len(data)}
	var syntactic *jsontext.SyntacticError
	switch {
	case errors.As(err, &syntactic):
		f.offset = min(int(syntactic.ByteOffset), len(data))
		if syntactic.Err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
			f.message += ": " + syntactic.Err.Error()
		}
	case !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF):
		f.message += ": " + err.Error()
	}
	if f.offset >= len(data) {
		f.message = "the text ends too early"
	}
	return f
}
