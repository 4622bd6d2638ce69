package report

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
)

func TestHeatOf(t *testing.T) {
	for _, most := range []int{1, 2, 4, 5, 13, 10_000} {
		last := panel
		for n := 0; n <= most; n += max(1, most/50) {
			field, on := heatOf(n, most)
			if n > 0 && (field < last && last != panel || on-onHeat1 != field-heat1) {
				t.Errorf("%d of %d is %v after %v", n, most, field, last)
			}
			last = field
		}
		if field, _ := heatOf(most, most); field != heat5 {
			t.Errorf("the greatest of %d is step %d", most, field)
		}
	}
}

func TestFit(t *testing.T) {
	f := font{12, false}
	tests := []struct {
		text  string
		width int // in letters n
		most  int
		want  []phrase
		cut   bool
	}{
		{"", 10, 2, nil, false},
		{"nnn nnn", 10, 2, []phrase{"nnn nnn"}, false},
		{"nnn nnn nnn nnn", 8, 2, []phrase{"nnn nnn", "nnn nnn"}, false},
		{"nnn nnn nnn nnn nn", 8, 2, []phrase{"nnn nnn", "nnn nn…"}, true},
		{"nnnnnnnnnnnnnn", 8, 3, []phrase{"nnnnnnnn", "nnnnnn"}, false},
		{"nnnnnnnnnn", 1, 1, []phrase{"…"}, true},
	}
	for _, test := range tests {
		lines, cut := f.fit(phraseOf(test.text), test.width*f.width("n"), test.most)
		require.Equal(t, test.want, lines, test.text)
		require.Equal(t, test.cut, cut, test.text)
	}
}

func TestPhraseOf(t *testing.T) {
	for text, want := range map[string]phrase{
		" a \n\t b ":                           "a b",
		"a\u202eb\u2066c\u200fd":               "abcd",
		"\u0645\u06cc\u200c\u062e":             "\u0645\u06cc\u200c\u062e", // joiners are part of the spelling
		"1\u00a0500":                           "1\u00a0500",
		"\x00\x1b\ufeff\ufffe\U0001f9ff":       "\U0001f9ff",
		"z" + "\u0301\u0301\u0301\u0301\u0301": "z\u0301\u0301\u0301",
		"\xff":                                 "\ufffd",
	} {
		if got := phraseOf(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestRightToLeft(t *testing.T) {
	for _, test := range []struct {
		text        phrase
		surrounding bool
		want        bool
	}{
		{"abc اب", true, false}, {"اب abc", false, true}, {"12.5", true, false}, {"–", true, true}, {"–", false, false},
		{"\u2068abc\u2069 اب", false, true},
	} {
		if got := test.text.rtl(test.surrounding); got != test.want {
			t.Errorf("%q in %v: %v", test.text, test.surrounding, got)
		}
	}
}

func rats(list []string) []*big.Rat {
	var numbers []*big.Rat
	for _, text := range list {
		numbers = append(numbers, fraction(ocs.MustDecimal(text)))
	}
	return numbers
}

func TestAxis(t *testing.T) {
	for _, test := range []struct {
		numbers []string
		most    int
		want    []string
	}{
		{[]string{"0", "13"}, 4, []string{"0", "5", "10", "15"}},
		{[]string{"0", "100"}, 5, []string{"0", "20", "40", "60", "80", "100"}},
		{[]string{"7.5", "8.5"}, 4, []string{"7.5", "8.0", "8.5"}},
		{[]string{"-3", "4"}, 4, []string{"\u22124", "\u22122", "0", "2", "4"}},
		{[]string{"5", "5"}, 4, []string{"5.0", "5.5", "6.0"}},
		{[]string{"0.001", "0.0042"}, 4, []string{"0.001", "0.002", "0.003", "0.004", "0.005"}},
		{[]string{"0", "999999999999999999"}, 4, []string{"0", "500,000,000,000,000,000", "1,000,000,000,000,000,000"}},
	} {
		a := newAxis(rats(test.numbers), test.most)
		var got []string
		for _, tick := range a.ticks() {
			got = append(got, string(a.label(nil, tick)))
		}
		require.Equal(t, test.want, got, fmt.Sprint(test.numbers))
	}
}
