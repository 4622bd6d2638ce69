package codec

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Several changes are about the document as it was, in any order; two about one
// place are refused.
func TestEditSeveral(t *testing.T) {
	const data = "schema: ocs/v1\ntitel: A # c\nlanguages: [en, ur]\nthreats:\n  - id: t\n    name: N\n"
	tests := []struct {
		name    string
		changes []change
		want    string // "" for an error
	}{
		{"apart", []change{
			{set, "/threats/0/name", []byte(`"M"`)}, {rename, "/titel", []byte(`"title"`)}, {remove, "/languages/0", nil}, {set, "/threats/-", []byte(`{"id":"u"}`)},
		}, "schema: ocs/v1\ntitle: A # c\nlanguages: [ur]\nthreats:\n  - id: t\n    name: M\n  - id: u\n"},
		{"value and name", []change{{rename, "/titel", []byte(`"title"`)}, {set, "/titel", []byte(`"B"`)}},
			"schema: ocs/v1\ntitle: B # c\nlanguages: [en, ur]\nthreats:\n  - id: t\n    name: N\n"},
		{"one value", []change{{set, "/titel", []byte(`"A"`)}, {set, "/titel", []byte(`"B"`)}}, ""},
		{"what is removed", []change{{remove, "/threats/0", nil}, {set, "/threats/0/id", []byte(`"u"`)}}, ""},
		{"the name of an entry", []change{{rename, "/languages/0", []byte(`"x"`)}}, ""},
		{"a name that is there", []change{{rename, "/titel", []byte(`"languages"`)}}, "schema: ocs/v1\nlanguages: A # c\nlanguages: [en, ur]\nthreats:\n  - id: t\n    name: N\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			out, err := edit("x.yaml", []byte(data), test.changes, nil)
			if (err != nil) != (test.want == "") {
				t.Errorf("error: %v", err)
			}
			if diff := cmp.Diff(test.want, string(out)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
