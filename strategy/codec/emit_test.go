package codec_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// How JSON of any shape is written in YAML; another YAML reader takes it for
// the same value.
func TestYAMLLayout(t *testing.T) {
	long := strings.Repeat("k", 129)
	tests := []struct{ name, value, want string }{
		{"empty", `[{}, [], ""]`, "\n    - {}\n    - []\n    - \"\"\n"},
		{"literals", ` [ 1.50 , -2e3, true, null ] `, "\n    - 1.50\n    - -2e3\n    - true\n    - null\n"},
		{"mappings in lists", `[{"a": 1, "b": {"c": [2]}}]`, "\n    - a: 1\n      b:\n        c:\n          - 2\n"},
		{"lists in lists", `[[[1], [2]], 3]`, "\n    - - - 1\n      - - 2\n    - 3\n"},
		{"text of several lines", `{"a": ["p\n\nq\n", {"b": "r\ns"}]}`,
			"\n    a:\n      - |\n        p\n\n        q\n      - b: |-\n          r\n          s\n"},
		{"text that begins with a blank", `"\tp\n q"`, " \"\\tp\\n q\"\n"},
		{"escapes", `"\u0000\u001b\u007f\u0085\u00a0\u2028\ufeff\ud83d\ude00é\\\""`, ` "\0\e\x7F\N` + "\u00a0" + `\L\uFEFF\U0001F600é\\\""` + "\n"},
		{"names", `{"": 1, "no": 2, "a: b": 3, "a\nb": 4}`, "\n    \"\": 1\n    \"no\": 2\n    \"a: b\": 3\n    \"a\\nb\": 4\n"},
		{"long names", `{"` + long + `": {"a": 1, "b": 2}, "` + long + `\n": [1, 2]}`,
			"\n    ? " + long + "\n    : a: 1\n      b: 2\n    ? \"" + long + "\\n\"\n    : - 1\n      - 2\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := strategy.Strategy{Schema: strategy.Schema, Extensions: ocs.Extensions{"a.b": json.RawMessage(test.value)}}
			data, err := codec.Encode(&s, codec.YAML)
			require.NoError(t, err)
			if diff := cmp.Diff("schema: ocs/v1\nextensions:\n  a.b:"+test.want, string(data)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			var want, got any
			require.NoError(t, yaml.Unmarshal(data, &got))
			other, err := json.Marshal(got)
			require.NoError(t, err)
			require.NoError(t, json.Unmarshal(other, &got))
			require.NoError(t, json.Unmarshal([]byte(`{"schema":"ocs/v1","extensions":{"a.b":`+test.value+`}}`), &want))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("another reader (-want +got):\n%s", diff)
			}
		})
	}
}
