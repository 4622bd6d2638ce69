package stratml

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
)

var (
	bom8    = []byte("\xef\xbb\xbf")
	bom16   = []byte("\xfe\xff")
	bom16LE = []byte("\xff\xfe")
	label   = []byte("encoding")
)

// decodeText returns the document as UTF-8 without a byte order mark. Offsets
// are meant in what it returns; skipped is how many bytes of a mark it left out.
func decodeText(data []byte) (text []byte, skipped int, f *fault) {
	switch {
	case bytes.HasPrefix(data, bom8):
		data, skipped = data[len(bom8):], len(bom8)
	case bytes.HasPrefix(data, bom16):
		return utf16Text(data[2:], binary.BigEndian), 0, nil
	case bytes.HasPrefix(data, bom16LE):
		return utf16Text(data[2:], binary.LittleEndian), 0, nil
	}
	if utf8.Valid(data) {
		return data, skipped, nil
	}
	if slices.Contains([]string{"iso-8859-1", "latin1", "us-ascii", "windows-1252"}, declaredEncoding(data)) {
		return latin1Text(data), 0, nil
	}
	bad := 0
	for bad < len(data) {
		r, n := utf8.DecodeRune(data[bad:])
		if r == utf8.RuneError && n <= 1 {
			break
		}
		bad += n
	}
	return nil, 0, &fault{code: xmlEncoding, offset: bad, message: "the document isn't valid UTF-8",
		help: "UTF-8 and UTF-16 are read and, where they are declared, ISO 8859-1 and Windows 1252; save the document as UTF-8"}
}

// declaredEncoding returns what the XML declaration says, in lower case.
func declaredEncoding(data []byte) string {
	head := data[:min(len(data), 200)]
	if !bytes.HasPrefix(head, []byte("<?xml")) {
		return ""
	}
	_, rest, _ := bytes.Cut(head, label)
	rest = bytes.TrimLeft(rest, space+"=")
	if len(rest) == 0 {
		return ""
	}
	name, _, _ := bytes.Cut(rest[1:], rest[:1])
	return strings.ToLower(string(name))
}

func utf16Text(data []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return []byte(string(utf16.Decode(units)))
}

// latin1Text reads ISO 8859-1 as Windows 1252, as everybody does: it has
// letters and quotes where the standard has control characters.
func latin1Text(data []byte) []byte {
	const c1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ" // 0x80 to 0x9F
	table := []rune(c1)
	text := make([]byte, 0, len(data)+len(data)/8)
	for _, b := range data {
		r := rune(b)
		if r >= 0x80 && r < 0xA0 {
			r = table[r-0x80]
		}
		text = utf8.AppendRune(text, r)
	}
	return text
}

// locate fills in the lines and columns of findings whose positions hold
// offsets. The text is gone through once.
func locate(name string, text []byte, skipped int, findings ocs.Findings) {
	var all []*ocs.Position
	for i := range findings {
		all = append(all, &findings[i].Pos)
		for j := range findings[i].Related {
			all = append(all, &findings[i].Related[j].Pos)
		}
	}
	place(name, text, skipped, all)
}

// place fills in the rest of positions that hold offsets into text.
func place(name string, text []byte, skipped int, positions []*ocs.Position) {
	slices.SortStableFunc(positions, func(a, b *ocs.Position) int { return a.Offset - b.Offset })
	line, column, at := 1, 1, 0
	for _, p := range positions {
		offset := min(p.Offset, len(text))
		for {
			i := bytes.IndexByte(text[at:offset], '\n')
			if i < 0 {
				break
			}
			at += i + 1
			line, column = line+1, 1
		}
		column += utf8.RuneCount(text[at:offset])
		at = offset
		*p = ocs.Position{File: name, Line: line, Column: column, Offset: skipped + offset}
	}
}
