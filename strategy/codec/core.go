package codec

import (
	"strconv"
	"strings"
)

// coreKind is what a plain scalar is by the core schema of YAML 1.2.
type coreKind uint8

const (
	isText       coreKind = iota
	isEmpty               // null
	isLiteral             // a number or truth value
	isUnwritable          // an infinity or what is not a number
)

// core tells what a plain scalar is, and how JSON writes it if it is a number or
// truth value. Digits are kept as they are.
// Source: YAML 1.2.2, section 10.3.2.
func core(s string) (kind coreKind, literal string) {
	if s == "" {
		return isEmpty, ""
	}
	switch c := s[0]; {
	case '0' <= c && c <= '9', c == '-', c == '+', c == '.':
		return coreNumber(s)
	case len(s) > len("false"), strings.IndexByte("~nNtTfF", c) < 0:
		return isText, ""
	}
	switch s {
	case "~", "null", "Null", "NULL":
		return isEmpty, ""
	case "true", "True", "TRUE":
		return isLiteral, "true"
	case "false", "False", "FALSE":
		return isLiteral, "false"
	}
	return isText, ""
}

// coreNumber tells whether s is a number.
func coreNumber(s string) (coreKind, string) {
	unsigned := strings.TrimLeft(s[:1], "+-") + s[1:]
	switch unsigned {
	case ".inf", ".Inf", ".INF":
		return isUnwritable, ""
	}
	switch s {
	case ".nan", ".NaN", ".NAN":
		return isUnwritable, ""
	}
	if len(s) > 2 && s[0] == '0' && (s[1] == 'x' || s[1] == 'o') {
		base := 16
		if s[1] == 'o' {
			base = 8
		}
		if n, err := strconv.ParseUint(s[2:], base, 64); err == nil {
			return isLiteral, strconv.FormatUint(n, 10)
		}
		return isText, ""
	}
	whole, rest := cutDigits(unsigned)
	var fraction, exponent string
	if after, ok := strings.CutPrefix(rest, "."); ok {
		fraction, rest = cutDigits(after)
	}
	if whole == "" && fraction == "" {
		return isText, ""
	}
	if rest != "" && (rest[0] == 'e' || rest[0] == 'E') {
		exponent, rest = rest, ""
		digits := exponent[1:]
		if digits != "" && (digits[0] == '+' || digits[0] == '-') {
			digits = digits[1:]
		}
		if n, left := cutDigits(digits); n == "" || left != "" {
			return isText, ""
		}
	}
	if rest != "" {
		return isText, ""
	}
	return isLiteral, jsonNumber(s[0] == '-', whole, fraction, exponent)
}

// jsonNumber writes a number as JSON wants it: no plus sign, no needless zeros
// in front, digits on both sides of a point.
func jsonNumber(negative bool, whole, fraction, exponent string) string {
	if whole = strings.TrimLeft(whole, "0"); whole == "" {
		whole = "0"
	}
	if negative {
		whole = "-" + whole
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return whole + exponent
}

// cutDigits splits s after the digits that it begins with.
func cutDigits(s string) (digits, rest string) {
	rest = strings.TrimLeft(s, "0123456789")
	return s[:len(s)-len(rest)], rest
}
