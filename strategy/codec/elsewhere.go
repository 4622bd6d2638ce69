package codec

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
)

// asOurs says how to write a text that isn't one of its type, as people write
// dates and sums elsewhere; "" if there is nothing to add.
func asOurs(t reflect.Type, text string) string {
	const longest = 40 // bytes of what may be a slip
	if len(text) > longest {
		return ""
	}
	switch t {
	case reflect.TypeFor[ocs.Date]():
		if d := yearFirst(text); d != "" {
			return fmt.Sprintf("did you mean %s?", d)
		}
		return "write the year first, such as 2027-06-30, 2027-06 or 2027"
	case reflect.TypeFor[ocs.Deadline]():
		if d := yearFirst(text); d != "" {
			return fmt.Sprintf("did you mean %s?", d)
		}
		if near := ocs.Nearest(text, slices.Values(append([]string{"continuous"}, ocs.Cadence("").Terms()...))); near != "" {
			return fmt.Sprintf("did you mean %q?", near)
		}
	case reflect.TypeFor[ocs.Money]():
		if code, _, _ := strings.Cut(text, " "); !ocs.Currency(code).Known() {
			return "begin with the three-letter code of the currency and a space"
		}
		return "write the amount in digits, with a point before the fraction and nothing between thousands"
	}
	return ""
}

// yearFirst turns a date that is written in another order into one of ours:
// 26.03.2009, Q3 2024, 06/2027. Where day and month can't be told apart, and for
// anything else, it returns "".
func yearFirst(text string) string {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("./- ", r) })
	n := len(parts)
	if n < 2 || n > 3 || len(parts[n-1]) != 4 {
		return ""
	}
	year, first := parts[n-1], parts[0]
	two := func(s string) string { return strings.Repeat("0", max(0, 2-len(s))) + s }
	var candidates []string
	if n == 2 {
		candidates = []string{year + "-" + strings.ToUpper(first), year + "-" + two(first)}
	} else {
		candidates = []string{year + "-" + two(parts[1]) + "-" + two(first), year + "-" + two(first) + "-" + two(parts[1])}
	}
	found := ""
	for _, c := range candidates {
		if _, err := ocs.ParseDate(c); err == nil && c != found {
			if found != "" {
				return "" // the day may be the month
			}
			found = c
		}
	}
	return found
}
