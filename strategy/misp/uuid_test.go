package misp

import "testing"

// UUIDs that MISP publishes in its taxonomies are those that are derived here.
func TestUUID(t *testing.T) {
	for name, want := range map[string]string{
		"estimative-language:likelihood-probability":                   "c248e857-7c8c-551b-9a8c-920e6d7f0a01",
		tag("estimative-language", "likelihood-probability", "likely"): "1bf0746f-7d94-5f04-a467-7b4efcba2cd7",
	} {
		if got := uuid(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
