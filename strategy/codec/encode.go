package codec

import (
	"bytes"
	"fmt"

	"go.yaml.in/yaml/v4"

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
func Encode(s *strategy.Strategy, f Format) ([]byte, error) {
	return encode(s, f)
}

// encode writes v, which is a strategy or a part of one.
func encode(v any, f Format) ([]byte, error) {
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
		return yamlOf(data)
	}
	return nil, fmt.Errorf("codec: %q is not a format", string(f))
}

// yamlOf writes valid JSON as YAML.
func yamlOf(data []byte) ([]byte, error) {
	d := jsontext.NewDecoder(bytes.NewBuffer(data))
	root, err := nodeOf(d)
	if err != nil {
		return nil, fmt.Errorf("codec: %w", err)
	}
	var out bytes.Buffer
	out.Grow(len(data) + len(data)/4)
	dumper, err := yaml.NewDumper(&out, yaml.WithIndent(2), yaml.WithLineWidth(-1), yaml.WithCompactSeqIndent(false))
	if err == nil {
		err = dumper.Dump(root)
	}
	if err == nil {
		err = dumper.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("codec: %w", err)
	}
	return out.Bytes(), nil
}

// nodeOf turns the next JSON value into a YAML node.
func nodeOf(d *jsontext.Decoder) (*yaml.Node, error) {
	token, err := d.ReadToken()
	if err != nil {
		return nil, err
	}
	switch kind := token.Kind(); kind {
	case jsontext.KindBeginObject, jsontext.KindBeginArray:
		n := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
		if kind == jsontext.KindBeginObject {
			n = &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		}
		for d.PeekKind() != jsontext.KindEndObject && d.PeekKind() != jsontext.KindEndArray {
			child, err := nodeOf(d)
			if err != nil {
				return nil, err
			}
			n.Content = append(n.Content, child)
		}
		_, err := d.ReadToken()
		return n, err
	case jsontext.KindString:
		return textNode(token.String()), nil
	case jsontext.KindNumber:
		tag := "!!int"
		if bytes.ContainsAny([]byte(token.String()), ".eE") {
			tag = "!!float"
		}
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: token.String()}, nil
	case jsontext.KindNull:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Value: "null"}, nil
	default:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: token.String()}, nil
	}
}

// textNode writes text in the plainest style that every reader takes for that
// text.
func textNode(s string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
	switch {
	case literal(s):
		n.Style = yaml.LiteralStyle
	case !plainText(s):
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}
