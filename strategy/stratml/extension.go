package stratml

import (
	"encoding/json"

	"github.com/ocs-framework/ocs"
)

// Extension is the key under which a strategy, its actors, objectives and
// indicators carry what StratML says of them and the model has no field for:
// sequence indicators, roles of stakeholders, descriptors of results,
// identifiers as they were read, foreign content. Its value is an object whose
// names are those of the StratML elements. It may be edited; it is written back.
const Extension = "ocs:stratml"

// isEmpty reports whether nothing is left of a part of the vocabulary but what
// the empty one says as well.
func isEmpty(empty, v any) bool {
	a, errA := marshalAny(empty)
	b, errB := marshalAny(v)
	return errA == nil && errB == nil && string(a) == string(b)
}

// extension returns the extensions that hold a part of the vocabulary.
func extension(v any) ocs.Extensions {
	data, err := marshalAny(v)
	if err != nil {
		return nil // the vocabulary holds nothing that JSON can't
	}
	return ocs.Extensions{Extension: data}
}

// extended reads a part of the vocabulary from an extension. It is zero if
// there is none, or if what is there isn't one.
func extended[T any](e ocs.Extensions) (v T) {
	raw, ok := e[Extension]
	if !ok {
		return v
	}
	if json.Unmarshal(raw, &v) != nil {
		var zero T
		return zero
	}
	return v
}
