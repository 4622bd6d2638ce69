package threat

import "testing"

// A misspelt code would silently leave its cell out.
func TestCrosswalkCodesExist(t *testing.T) {
	for _, r := range marketRows {
		for _, c := range append(r.same[:len(r.same):len(r.same)], r.near...) {
			if _, ok := c.Category(); !ok {
				t.Errorf("%q: no category %v", r.market, c)
			}
		}
	}
}
