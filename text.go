package ocs

import (
	"fmt"
	"unicode/utf8"
)

// maxQuoted is the most that an error of a text type quotes of its input, in bytes.
const maxQuoted = 40

// textError says what a text should have been and quotes its start.
func textError(expected, got string) error {
	if len(got) > maxQuoted {
		cut := maxQuoted
		for cut > 0 && !utf8.RuneStart(got[cut]) {
			cut--
		}
		return fmt.Errorf("%s, not %q…", expected, got[:cut])
	}
	return fmt.Errorf("%s, not %q", expected, got)
}

// parseText is UnmarshalText in terms of a parse function: empty text is the
// zero value, as MarshalText writes it.
func parseText[T any](text []byte, parse func(string) (T, error)) (T, error) {
	if len(text) == 0 {
		var zero T
		return zero, nil
	}
	return parse(string(text))
}

func must[T any](v T, err error) T {
	if err != nil {
		panic("ocs: " + err.Error())
	}
	return v
}

// digits reports whether s consists of one or more ASCII digits.
func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// twoDigits returns the number that two ASCII digits write.
func twoDigits(s string) uint8 { return (s[0]-'0')*10 + s[1] - '0' }
