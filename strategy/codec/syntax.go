package codec

import (
	"bytes"
	"path"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// Syntax is how a strategy document is written.
type Syntax string

// The syntaxes. A document means the same in either.
const (
	YAML Syntax = "yaml" // YAML 1.2, without merge keys and local tags
	JSON Syntax = "json" // RFC 8259, without duplicate names
)

// SyntaxOf returns the syntax that a file's name stands for: [YAML] for .yaml
// and .yml, [JSON] for .json, "" for any other.
func SyntaxOf(name string) Syntax {
	switch strings.ToLower(path.Ext(name)) {
	case ".yaml", ".yml":
		return YAML
	case ".json":
		return JSON
	}
	return ""
}

// detect returns the syntax of a document. JSON in a file named .yaml is read
// as JSON, which is faster and knows the surrogate escapes that YAML lacks; the
// contents say so only if they are valid JSON, as YAML has braces of its own.
func detect(name string, data []byte) Syntax {
	named := SyntaxOf(name)
	start := bytes.TrimLeft(data, " \t\r\n")
	braced := len(start) > 0 && (start[0] == '{' || start[0] == '[')
	switch {
	case named == JSON:
		return JSON
	case braced && named == "":
		return JSON
	case braced && jsontext.Value(data).IsValid():
		return JSON
	}
	return YAML
}
