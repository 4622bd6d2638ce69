package codec

import (
	"fmt"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocs-framework/ocs/strategy"
)

// Encode writes a strategy as a document. Decoding it gives an equal strategy,
// where an empty list counts as equal to none. The same strategy gives the same
// bytes.
//
// JSON is indented by two spaces and escapes only what it must. YAML is written
// in block style, text of several lines as a literal block; text that some
// reader of YAML would take for a number, date or truth value is quoted.
//
// It fails for text that isn't valid UTF-8 and for a format that isn't one of
// the constants.
func Encode(s *strategy.Strategy, f Syntax) ([]byte, error) {
	return encode(s, f)
}

// encode writes v, which is a strategy or a part of one.
func encode(v any, f Syntax) ([]byte, error) {
	switch f {
	case JSON:
		data, err := json.Marshal(v, json.Deterministic(true), jsontext.WithIndent("  "))
		if err != nil {
			return nil, fmt.Errorf("codec: %w", err)
		}
		return append(data, '\n'), nil
	case YAML:
		data, err := json.Marshal(v, json.Deterministic(true))
		if err != nil {
			return nil, fmt.Errorf("codec: %w", err)
		}
		return yamlOf(data), nil
	}
	return nil, fmt.Errorf("codec: %q is not a format", string(f))
}
