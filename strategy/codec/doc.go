// Package codec reads and writes strategies as documents in YAML and JSON.
//
//	doc := codec.Decode("zz.strategy.yaml", data, nil) // or codec.Load for files and folders
//	result := doc.Check(nil)                           // everything that is wrong, with file, line and column
//	data, err := codec.Encode(&doc.Strategy, codec.JSON)
//
// or works on the text of a document, with its comments:
//
//	data, err := codec.Format(name, data, nil) // as gofmt does for Go
//	data, err := codec.Set(name, data, "/plans/0/owner", "moi", nil)
//	data, err := codec.Remove(name, data, "/plans/0/description", nil)
//	files, fixes := doc.Fix(nil) // what has one sure mend
//
// YAML is a spelling of JSON: a document has the same members, the same meaning
// and the same faults in either. Where the model wants text, a plain YAML scalar
// is the text that it looks like, so that 2027, 1.10, 0123 and NO need no quotes;
// where it wants a number, text in quotes is a fault.
//
// Nothing is dropped in silence. A name that the format doesn't know, one that
// stands twice and one without a value are findings; data of one's own belongs
// under extensions and comes back from every round trip as it was, in the order
// and with the digits in which it was written. A document that is decoded and
// encoded loses its comments; one that is reformatted, edited or mended keeps
// them.
//
// Documents in an earlier version of the format are read as if they were written
// in this one, and written in this one.
//
// Documents that stand beside a strategy, such as its translations and the
// tailorings of provinces, are read by the same rules: see [DecodeCompanion]. For
// editors there is a JSON [Schema] of each.
//
// Editors complete and check documents by their JSON Schema: see [Schema].
//
// Documents may come from anywhere. Their size, depth, number of values and use
// of aliases are limited, see [Options].
package codec
