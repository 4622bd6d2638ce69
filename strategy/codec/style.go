package codec

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// literal reports whether s is text of several lines that a literal block holds
// as it is: lines without blanks at their ends, the first not indented, no
// empty lines around them, and nothing that would have to be escaped.
func literal(s string) bool {
	body := strings.TrimSuffix(s, "\n")
	if !strings.Contains(body, "\n") || strings.HasPrefix(s, "\n") || strings.HasSuffix(body, "\n") {
		return false
	}
	if s[0] == ' ' || s[0] == '#' { // the parser would look for an indent, or see a comment
		return false
	}
	for line := range strings.SplitSeq(body, "\n") {
		if strings.HasSuffix(line, " ") || !printable(line) {
			return false
		}
	}
	return true
}

// printable reports whether s consists of characters that may stand in YAML
// without escapes and break no line.
func printable(s string) bool {
	for _, r := range s {
		switch {
		case r < ' ', r == '\u007F', r == utf8.RuneError, r == '\u2028', r == '\u2029', r == '\uFEFF',
			'\u0080' <= r && r <= '\u00A0', r > '\uFFFF':
			return false
		}
	}
	return true
}

// plainText reports whether s may be written without quotes: nothing in it has
// a meaning in YAML, and no version of YAML takes it for anything but text.
func plainText(s string) bool {
	switch {
	case s == "", !printable(s), s != strings.TrimSpace(s):
		return false
	case strings.Contains(s, ": "), strings.Contains(s, " #"), strings.HasSuffix(s, ":"):
		return false
	}
	if len(s) <= len("false") {
		switch strings.ToLower(s) {
		case "null", "true", "false", "yes", "no", "on", "off", "y", "n":
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsLetter(first), first == '(', first == '/':
		return true
	case '0' <= first && first <= '9': // a number or time has no other letters than these
		return strings.ContainsFunc(s, func(r rune) bool {
			return unicode.IsLetter(r) && !strings.ContainsRune("abcdefABCDEFxXoOtTzZ", r)
		})
	}
	return false
}
