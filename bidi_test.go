package ocs_test

import (
	"testing"

	"github.com/ocs-framework/ocs"
)

func TestIsolate(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"left to right", "Arms (12)", "Arms (12)"},
		{"Urdu", "اسلحہ", "\u2068اسلحہ\u2069"},
		{"Urdu with Latin", "ANF کا عملہ", "\u2068ANF کا عملہ\u2069"},
		{"lines apart", "اردو\nEnglish\nفارسی", "\u2068اردو\u2069\nEnglish\n\u2068فارسی\u2069"},
		{"a control without its counterpart", "\u2069ا\u202eب\u2067", "\u2068اب\u2069"},
		{"Hebrew, presentation forms, N'Ko", "א", "\u2068א\u2069"},
		{"presentation form", "ﻻ", "\u2068ﻻ\u2069"},
		{"beyond the first plane", "\U0001E900", "\u2068\U0001E900\u2069"},
		{"a mark takes the direction of its letter", "a\u0651", "a\u0651"},
		{"a byte order mark is no letter", "\uFEFFx", "\uFEFFx"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := ocs.Isolate(test.text)
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if again := ocs.Isolate(got); again != got {
				t.Errorf("isolated again: %q", again)
			}
		})
	}
}
