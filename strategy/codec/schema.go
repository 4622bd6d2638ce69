package codec

import (
	_ "embed" // the schemas

	"github.com/ocs-framework/ocs/strategy"
)

// The schemas are made from the Go types by internal/schema.
var (
	//go:embed schema/ocs-v1.strategy.schema.json
	strategySchema string
	//go:embed schema/ocs-v1.translation.schema.json
	translationSchema string
	//go:embed schema/ocs-v1.tailoring.schema.json
	tailoringSchema string
)

// Schema returns the JSON Schema (draft 2020-12) of strategy documents: what an
// editor needs to complete names and terms, to describe them, and to mark what
// [Decode] would refuse. A YAML document names it in its first line, and keeps
// the line when it is reformatted, edited or mended:
//
//	# yaml-language-server: $schema=ocs-v1.strategy.schema.json
//
// A schema sees one file and no more than its form. Names that stand twice,
// days that the calendar doesn't have and numbers that are too long pass it;
// what else there is to say of a strategy is for the rules: see
// [Document.Check]. Terms are open, as they are for Decode: the schema suggests
// those that are known. It asks for the schema in each file, of a strategy that
// is split over several too, as [Split] writes them.
func Schema() []byte { return []byte(strategySchema) }

// CompanionSchema returns the JSON Schema of a kind of document beside a
// strategy, as [Schema] does for strategies.
func CompanionSchema[T strategy.Tailoring | strategy.Translation]() []byte {
	var v T
	switch any(v).(type) {
	case strategy.Translation:
		return []byte(translationSchema)
	default:
		return []byte(tailoringSchema)
	}
}
