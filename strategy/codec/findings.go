package codec

import (
	"strconv"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
)

type pointer = ocs.Pointer

// Fault describes one kind of fault that reading a document may bring to
// light. Findings carry its code as their rule.
type Fault struct {
	Code  string // a slug, the same for ever
	Title string // what the fault is, in one sentence
	Doc   string // what it means and what to do
}

// The codes of faults.
const (
	syntax              = "syntax"
	unsupportedEncoding = "unsupported-encoding"
	emptyDocument       = "empty-document"
	multipleDocuments   = "multiple-documents"
	unsupportedYAML     = "unsupported-yaml"
	limitExceeded       = "limit-exceeded"
	schemaMissing       = "schema-missing"
	schemaUnsupported   = "schema-unsupported"
	wrongType           = "wrong-type"
	invalidValue        = "invalid-value"
	nullValue           = "null-value"
	unknownField        = "unknown-field"
	duplicateField      = "duplicate-field"
	setTwice            = "set-twice"
)

// Faults lists every kind of fault that this package reports. All are errors,
// but for unknown-field in a document of a newer minor schema, which is a
// warning. None can be waived: the document has to be mended.
func Faults() []Fault {
	return []Fault{
		{syntax, "The file is well-formed YAML or JSON",
			"The parser could not go on from this place, so nothing of the file was read. The mistake is here or shortly before: " +
				"in YAML most often indentation, a tab, or a colon in text without quotes; in JSON a comma or a quote."},
		{unsupportedEncoding, "The file is UTF-8 text",
			"UTF-16, other encodings and null characters are not read. A byte order mark is accepted. Save the file as UTF-8."},
		{emptyDocument, "The file holds something",
			"The file is empty or holds only comments."},
		{multipleDocuments, "The file holds one document",
			"A YAML file may hold several documents, set apart by ---. Of a strategy each part is a file of its own."},
		{unsupportedYAML, "The file uses only YAML that JSON can say as well",
			"Merge keys (<<), tags other than those of text, lists and mappings, %TAG directives, names that are not text, and the numbers " +
				".inf and .nan have no counterpart in JSON. Write the value out."},
		{limitExceeded, "The file keeps within the limits on size, depth and number of values",
			"The limits protect the reader from files made to exhaust it; Options raises them."},
		{schemaMissing, "The document states its schema",
			"The schema tells which version of the format the document is written in. Of a set of files at least one has to state it."},
		{schemaUnsupported, "The document is written in a version of the format that this package reads",
			"Nothing of the document was read, since members may mean something else in another major version."},
		{wrongType, "Every value has the type of its field",
			"For example text where a list is wanted, or a number in quotes."},
		{invalidValue, "Every date, sum and other formatted text can be read",
			"The value has the right type but not the form that its field asks for."},
		{nullValue, "A name without a value is left out",
			"A name that is followed by nothing, or by null, says neither that the value is empty nor that it is absent. " +
				"Only under extensions may a value be null."},
		{unknownField, "Every name is one that the format knows",
			"The value was not read and would be lost when the document is written again. Data of your own belongs under extensions. " +
				"In a document of a newer minor version this is a warning."},
		{duplicateField, "A name stands once in its mapping",
			"The first value was read, the others were not."},
		{setTwice, "A value that is not a list is set in one file only",
			"Where a strategy is split over files, their lists are joined; anything else must stand in one of them. The first value was kept."},
	}
}

// fault is one fault in one file, before its place in the file is known as
// line and column.
type fault struct {
	code    string
	path    pointer
	offset  int  // in the JSON that was decoded
	mark    mark // in the YAML, if known
	message string
	help    string

	// began is where the construct begins in which the syntax is at fault, and
	// construct what the parser calls it.
	began     mark
	construct string
}

// finding returns the fault as a finding without a position.
func (f fault) finding() ocs.Finding {
	return ocs.Finding{Rule: f.code, Severity: ocs.Error, Path: f.path, Message: f.message, Help: f.help}
}

// quote quotes text from a document for a message, cut so that messages stay
// short.
func quote(s string) string {
	const limit = 40
	if utf8.RuneCountInString(s) <= limit {
		return strconv.Quote(s)
	}
	return strconv.Quote(string([]rune(s[:min(len(s), limit*utf8.UTFMax)])[:limit]) + "…")
}
