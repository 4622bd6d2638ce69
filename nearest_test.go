package ocs_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ocs-framework/ocs"
)

func TestNearest(t *testing.T) {
	stages := ocs.Stage("").Terms()
	for _, tc := range []struct {
		name, word string
		candidates []string
		want       string
	}{
		{"missing letter", "adoptd", stages, "adopted"},
		{"swapped letters", "drfat", stages, "draft"},
		{"other case", "ADOPTED", stages, "adopted"},
		{"other case, short", "pk", []string{"PL", "PK"}, "PK"},
		{"short words aren't guessed", "UK", []string{"UA", "GB"}, ""},
		{"one edit in three", "PKT", []string{"USD", "PKR"}, "PKR"},
		{"beginning", "consult", stages, "consultation"},
		{"shortest with the beginning", "abc", []string{"abcdefghij", "abcdefgh"}, "abcdefgh"},
		{"edits before beginning", "police", []string{"police-academy", "polices"}, "polices"},
		{"first of equals", "cat", []string{"bat", "hat"}, "bat"},
		{"nearer of two", "c-12", []string{"c-22", "C-12"}, "C-12"},
		{"far", "banana", stages, ""},
		{"nothing", "", stages, ""},
		{"no candidates", "draft", nil, ""},
		{"empty candidate", "a", []string{""}, ""},
		{"other scripts", "تربيت", []string{"تربیت"}, "تربیت"},
		{"long word", strings.Repeat("a", 65), []string{strings.Repeat("a", 65)}, ""},
		{"longest word", strings.Repeat("a", 63) + "b", []string{strings.Repeat("a", 64)}, strings.Repeat("a", 64)},
		{"swap at the last edit allowed", "abdcef", []string{"abxxxf", "abcdfe"}, "abcdfe"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := ocs.Nearest(tc.word, slices.Values(tc.candidates)); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func BenchmarkNearest(b *testing.B) {
	terms := ocs.Currency("").Terms()
	for b.Loop() {
		ocs.Nearest("PKX", slices.Values(terms))
	}
}
