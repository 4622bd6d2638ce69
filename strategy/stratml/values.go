package stratml

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
)

// dateOf reads a date of XML Schema, whose time zone doesn't matter here.
func dateOf(s string) (ocs.Date, bool) {
	const day = len("2006-01-02")
	if len(s) < day || !isZone(s[day:]) {
		return ocs.Date{}, false
	}
	d, err := ocs.ParseDate(s[:day])
	return d, err == nil && d.String() == s[:day]
}

// isZone reports whether s is empty or the time zone of an xs:date.
func isZone(s string) bool {
	if s == "" || s == "Z" {
		return true
	}
	return len(s) == len("+00:00") && (s[0] == '+' || s[0] == '-') && s[3] == ':' &&
		(number(s[1:3], 13) && number(s[4:], 59) || s[1:] == "14:00")
}

// number reports whether s is two digits that make at most most.
func number(s string, most int) bool {
	return len(s) == 2 && s[0]-'0' < 10 && s[1]-'0' < 10 && int(s[0]-'0')*10+int(s[1]-'0') <= most
}

func isDate(s string) bool { _, ok := dateOf(s); return ok }

// isDecimal reports whether s is an xs:decimal.
func isDecimal(s string) bool {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	whole, part, _ := strings.Cut(s, ".")
	return whole+part != "" && strings.Trim(whole+part, digits) == ""
}

// decimalOf reads an xs:decimal. It is false for one that has more digits than
// a Decimal holds.
func decimalOf(s string) (ocs.Decimal, bool) {
	if !isDecimal(s) {
		return ocs.Decimal{}, false
	}
	sign := ""
	if s[0] == '-' || s[0] == '+' {
		sign, s = strings.TrimPrefix(s[:1], "+"), s[1:]
	}
	whole, part, _ := strings.Cut(s, ".")
	if whole = strings.TrimLeft(whole, "0"); whole == "" {
		whole = "0"
	}
	if part != "" {
		part = "." + part
	}
	d, err := ocs.ParseDecimal(sign + whole + part)
	return d, err == nil
}

// isNCName reports whether s may be an identifier in XML 1.0 in the sense of
// its fourth edition, which is what validators hold it against. Some rare
// letters count as none.
func isNCName(s string) bool {
	for i, r := range s {
		if !nameRune(r, i == 0) {
			return false
		}
	}
	return s != ""
}

func nameRune(r rune, first bool) bool {
	if r < utf8.RuneSelf {
		return r|0x20-'a' < 26 && r|0x20 >= 'a' || r == '_' || !first && (r >= '0' && r <= '9' || r == '-' || r == '.')
	}
	return unicode.Is(nameLetters, r)
}

// nameLetters are letters of the scripts in wide use, as the fourth edition
// lists them.
var nameLetters = &unicode.RangeTable{R16: []unicode.Range16{
	{0xC0, 0xD6, 1}, {0xD8, 0xF6, 1}, {0xF8, 0x131, 1}, {0x134, 0x13E, 1}, {0x141, 0x148, 1}, {0x14A, 0x17E, 1},
	{0x391, 0x3A1, 1}, {0x3A3, 0x3CE, 1}, {0x410, 0x44F, 1}, {0x5D0, 0x5EA, 1}, {0x621, 0x63A, 1}, {0x641, 0x64A, 1},
	{0x905, 0x939, 1}, {0x4E00, 0x9FA5, 1},
}, LatinOffset: 2}

// xmlID makes an identifier of XML from one of ocs, the same if it is one
// already.
func xmlID(id string) string {
	if id == "" || isNCName(id) {
		return id
	}
	var b strings.Builder
	for _, r := range id {
		switch {
		case b.Len() == 0 && !nameRune(r, true):
			b.WriteByte('_')
			fallthrough
		default:
			if !nameRune(r, false) {
				r = '_'
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// ocsID makes an identifier of ocs from one of XML: it turns back what xmlID
// does, and replaces what an ID can't hold.
func ocsID(s string) string {
	if ocs.ID(s).WellFormed() {
		return s
	}
	if rest, ok := strings.CutPrefix(s, "_"); ok && ocs.ID(rest).WellFormed() {
		return rest
	}
	return slug(s, false)
}

// slug makes an ID from any text: its words joined by hyphens, "" if there are
// none.
func slug(s string, lower bool) string {
	const most = 60 // characters
	var b strings.Builder
	n, gap := 0, false
	for _, r := range s {
		if lower {
			r = unicode.ToLower(r)
		}
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || b.Len() > 0 && (unicode.IsMark(r) || r == '.' || r == '_'):
			if gap {
				b.WriteByte('-')
				n++
			}
			b.WriteRune(r)
			n, gap = n+1, false
		case r == '\'' || r == '’':
		default:
			gap = b.Len() > 0
		}
		if n >= most && gap {
			break
		}
		if n >= 2*most {
			break
		}
	}
	return strings.TrimRight(b.String(), "._-")
}

// isURI reports whether s is sure to count as an xs:anyURI. Validators let pass
// much that isn't a URI, such as spaces, and differ in the rest.
func isURI(s string) bool {
	if strings.ContainsAny(s, "[]\t\r\n") || strings.Count(s, "#") > 1 || !isClean(s) {
		return false
	}
	for i := range len(s) {
		if s[i] == '%' && (i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2])) {
			return false
		}
	}
	rest := s
	if i := strings.IndexAny(s, ":/?#"); i >= 0 && s[i] == ':' {
		if rest = s[i+1:]; rest == "" || !isScheme(s[:i]) {
			return false
		}
	}
	authority, ok := strings.CutPrefix(rest, "//")
	if !ok {
		return true
	}
	if i := strings.IndexAny(authority, "/?#"); i >= 0 {
		authority = authority[:i]
	}
	host, port, ported := strings.Cut(authority, ":")
	return strings.Trim(host, letters+digits+".-_") == "" && (!ported || port != "" && len(port) <= 5 && strings.Trim(port, digits) == "")
}

const (
	letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	digits  = "0123456789"
)

func isHex(c byte) bool { return strings.IndexByte(digits+"abcdefABCDEF", c) >= 0 }

func isScheme(s string) bool {
	return s != "" && strings.IndexByte(letters, s[0]) >= 0 && strings.Trim(s, letters+digits+"+.-") == ""
}

// clean replaces what XML can't hold by U+FFFD.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if !xmlRune(r) {
			return utf8.RuneError
		}
		return r
	}, s)
}

func isClean(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' && s[i] != '\n' && s[i] != '\t' && s[i] != '\r' || s[i] == 0xEF {
			return strings.IndexFunc(s[i:], func(r rune) bool { return !xmlRune(r) }) < 0
		}
	}
	return true
}

// xmlRune reports whether XML 1.0 can hold a character.
func xmlRune(r rune) bool {
	return r >= ' ' && r < 0xD800 || r == '\n' || r == '\t' || r == '\r' || r >= 0xE000 && r < 0xFFFE || r >= 0x10000
}
