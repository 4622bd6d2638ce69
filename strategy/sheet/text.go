package sheet

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
)

// table is the text of a table, cut into records.
type table struct {
	name    string
	text    []byte // UTF-8
	skipped int    // of text, a byte order mark and a line that states the delimiter
	above   int    // lines in what was skipped
	lines   []int  // where each line begins, once a position was needed
}

// decodeText returns data as UTF-8, and false if it can't be told what it is.
func decodeText(data []byte) (text []byte, ok bool) {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		order = binary.LittleEndian
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		order = binary.BigEndian
	default:
		return data, utf8.Valid(data)
	}
	if len(data)%2 != 0 {
		return nil, false
	}
	text = make([]byte, 0, len(data))
	for at := 2; at < len(data); at += 2 {
		r := rune(order.Uint16(data[at:]))
		if utf16.IsSurrogate(r) {
			if at+4 > len(data) {
				return nil, false
			}
			if r = utf16.DecodeRune(r, rune(order.Uint16(data[at+2:]))); r == unicode.ReplacementChar {
				return nil, false
			}
			at += 2
		}
		text = utf8.AppendRune(text, r)
	}
	return text, true
}

// newTable skips what stands before the first record. The delimiter is the one
// that the text states, as some spreadsheets do ("sep=;"), else 0.
func newTable(name string, text []byte) (t *table, stated rune) {
	t = &table{name: name, text: text}
	if bytes.HasPrefix(text, []byte("\ufeff")) {
		t.skipped = len("\ufeff")
	}
	line, _, more := bytes.Cut(text[t.skipped:], []byte("\n"))
	if sep := bytes.TrimSuffix(line, []byte("\r")); more && len(sep) == len("sep=")+1 && strings.EqualFold(string(sep[:4]), "sep=") {
		stated = rune(sep[4])
		t.skipped, t.above = t.skipped+len(line)+1, 1
	}
	return t, stated
}

// place is a line, from 1, and a column, from 1 in bytes, as encoding/csv counts
// them; the zero place is unknown.
type place struct{ line, column int }

// position is a place as findings give it.
func (t *table) position(p place) ocs.Position {
	pos := ocs.Position{File: t.name}
	if p.line == 0 {
		return pos
	}
	if t.lines == nil {
		t.lines = []int{t.skipped}
		for at, c := range t.text[t.skipped:] {
			if c == '\n' {
				t.lines = append(t.lines, t.skipped+at+1)
			}
		}
	}
	start := t.lines[min(p.line, len(t.lines))-1]
	end := min(start+max(p.column-1, 0), len(t.text))
	pos.Line, pos.Offset = p.line+t.above, end
	pos.Column = 1 + utf8.RuneCount(t.text[start:end])
	return pos
}

// record is one line of the table.
type record struct {
	cells []string
	at    []place
}

// records reads the table record by record, until one isn't CSV.
func (t *table) records(delimiter rune) func() (record, error) {
	in := csv.NewReader(bytes.NewReader(t.text[t.skipped:]))
	in.Comma = delimiter
	in.FieldsPerRecord = -1
	return func() (record, error) {
		cells, err := in.Read()
		if err != nil {
			return record{}, err
		}
		r := record{cells: cells, at: make([]place, len(cells))}
		for i := range cells {
			r.at[i].line, r.at[i].column = in.FieldPos(i)
		}
		return r, nil
	}
}

// first returns the first records, as far as they can be read.
func (t *table) first(delimiter rune, n int) []record {
	next := t.records(delimiter)
	var list []record
	for len(list) < n {
		r, err := next()
		if err != nil {
			break
		}
		list = append(list, r)
	}
	return list
}

// syntax is what is wrong where the text isn't CSV, and where.
func syntax(err error) (at place, message string, ended bool) {
	if errors.Is(err, io.EOF) {
		return place{}, "", true
	}
	var bad *csv.ParseError
	if errors.As(err, &bad) {
		return place{bad.Line, bad.Column}, bad.Err.Error(), false
	}
	return place{}, err.Error(), false
}

var delimiters = []rune{',', ';', '\t'}

func delimiterOf(name string) (rune, bool) {
	switch name {
	case ",", ";":
		return rune(name[0]), true
	case "tab", "\t":
		return '\t', true
	}
	return 0, false
}

// tight is a text as it is compared: letters, marks and digits in lower case. A
// text that has none is itself.
func tight(s string) string {
	folded := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
	if folded == "" {
		return strings.TrimSpace(s)
	}
	return folded
}

// words is a text as words in lower case, with a space before and after each.
func words(s string) string {
	list := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	return " " + strings.ToLower(strings.Join(list, " ")) + " "
}

// oneLine is a text without line breaks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// slug makes an identifier from a text: its words in lower case, joined by
// hyphens, "" if there are none.
func slug(s string) string {
	const most = 60 // characters, after which no further word is taken
	var b strings.Builder
	n := 0
	for word := range strings.FieldsSeq(words(s)) {
		runes := utf8.RuneCountInString(word)
		if n > 0 && n+1+runes > most {
			break
		}
		if runes > most {
			word = string([]rune(word)[:most])
		}
		if n > 0 {
			b.WriteByte('-')
		}
		b.WriteString(word)
		n += 1 + runes
	}
	if id := ocs.ID(b.String()); id.WellFormed() {
		return string(id)
	}
	return ""
}
