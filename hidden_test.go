package ocs

import (
	"strings"
	"testing"
)

func TestHidden(t *testing.T) {
	tests := []struct {
		name, text string
		want       rune // 0 and found false if clean
		found      bool
	}{
		{"empty", "", 0, false},
		{"tab and line feed", "a\tb\nc", 0, false},
		{"typography", "“a” – b… c\u00a0d", 0, false},
		{"Urdu", "انسداد منشیات، ۲۰۲۶", 0, false},
		{"joiners and marks of direction", "می\u200cخواهم \u200e\u200f\u061c", 0, false},
		{"NUL", "a\x00b", 0, true},
		{"carriage return", "a\r\nb", '\r', true},
		{"delete", "a\x7f", 0x7f, true},
		{"C1", "a\u0085", 0x85, true},
		{"byte order mark", "\ufeffa", 0xfeff, true},
		{"override", "a\u202eb", 0x202e, true},
		{"embedding closed", "a\u202bb\u202cc", 0, false},
		{"isolate closed", "\u2067b\u2069", 0, false},
		{"nested", "\u2068a\u202bb\u202cc\u2069", 0, false},
		{"crossed", "\u2068a\u202bb\u2069c\u202c", 0x2069, true},
		{"closed in the next line", "\u202ba\n\u202c", 0x202b, true},
		{"nothing to close", "a\u2069", 0x2069, true},
	}
	for _, tt := range tests {
		for _, pad := range []string{"", "abc", strings.Repeat("x", 8), strings.Repeat("x", 37), strings.Repeat("ش", 9), strings.Repeat("ش", 21)} {
			text := pad + tt.text + pad
			got, found := hidden(text)
			if got != tt.want || found != tt.found {
				t.Errorf("%s: got %U %v, want %U %v", tt.name, got, found, tt.want, tt.found)
			}
			if found && !suspect(text) {
				t.Errorf("%s, padded by %q: not suspect", tt.name, pad)
			}
		}
	}
}

// FuzzSuspect checks that the fast look overlooks nothing.
func FuzzSuspect(f *testing.F) {
	for _, s := range []string{"", "abcdefgh", "12345678\x00", "1234567\u202e", "abc\ufeff", "\xe2\x80", "\u0085 ’"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if _, found := hidden(s); found && !suspect(s) {
			t.Errorf("%q", s)
		}
	})
}

func TestKebab(t *testing.T) {
	for name, want := range map[string]string{
		"Actor": "actor", "BudgetLine": "budget-line", "stepRecord": "step-record", "HTTPThing": "http-thing", "ID": "id", "Box[int]": "box", "": "",
	} {
		if got := kebab(name); got != want {
			t.Errorf("%s: %q, not %q", name, got, want)
		}
	}
}
