package strategy_test

import (
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// TestFindingsNameTheInnermostElement demands of every rule that its findings
// are about the innermost element that encloses the place: redactions, waivers
// and baselines go by it, and readers are told its identifier.
func TestFindingsNameTheInnermostElement(t *testing.T) {
	// These judge a threat by its assessments.
	ofTheThreat := []string{"assessment-outdated", "priority-outranked"}
	root := os.DirFS(fixtures)
	for _, code := range codes() {
		t.Run(code, func(t *testing.T) {
			data, err := os.ReadFile(fixtures + "/" + code + "/bad.yaml")
			require.NoError(t, err)
			doc := codec.Decode("bad.yaml", data, nil)
			text, err := json.Marshal(&doc.Strategy)
			require.NoError(t, err)
			var value any
			require.NoError(t, json.Unmarshal(text, &value))
			for _, f := range check(t, root, code+"/bad.yaml") {
				if f.Rule != code || slices.Contains(ofTheThreat, code) {
					continue
				}
				if want := innermost(value, f.Path); f.Element.ID != want {
					t.Errorf("%s is about %q, not %q: %s", f.Path, f.Element.ID, want, f.Message)
				}
			}
		})
	}
}

// innermost returns the identifier of the last element with one on the way to p.
func innermost(value any, p ocs.Pointer) (id string) {
	look := func() {
		if m, ok := value.(map[string]any); ok {
			if s, ok := m["id"].(string); ok { // an empty one too, where it may not be left out
				id = s
			}
		}
	}
	look()
	for token := range p.Tokens() {
		switch v := value.(type) {
		case map[string]any:
			value = v[token]
		case []any:
			n, err := strconv.Atoi(token)
			if err != nil || n >= len(v) {
				return id
			}
			value = v[n]
		}
		look()
	}
	return id
}
