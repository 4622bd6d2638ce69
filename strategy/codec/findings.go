package codec

import "github.com/ocs-framework/ocs"

type pointer = ocs.Pointer

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
func Faults() []ocs.Fault {
	return []ocs.Fault{
		{Code: syntax, Severity: ocs.Error, Title: "The file is well-formed YAML or JSON",
			Doc: "The parser could not go on from this place, so nothing of the file was read. The mistake is here or shortly before: " +
				"in YAML most often indentation, a tab, or a colon in text without quotes; in JSON a comma or a quote."},
		{Code: unsupportedEncoding, Severity: ocs.Error, Title: "The file is UTF-8 text",
			Doc: "UTF-16, other encodings and null characters are not read. A byte order mark is accepted. Save the file as UTF-8."},
		{Code: emptyDocument, Severity: ocs.Error, Title: "The file holds something",
			Doc: "The file is empty or holds only comments."},
		{Code: multipleDocuments, Severity: ocs.Error, Title: "The file holds one document",
			Doc: "A YAML file may hold several documents, set apart by ---. Of a strategy each part is a file of its own."},
		{Code: unsupportedYAML, Severity: ocs.Error, Title: "The file uses only YAML that JSON can say as well",
			Doc: "Merge keys (<<), tags other than those of text, lists and mappings, %TAG directives, names that are not text, and the numbers " +
				".inf and .nan have no counterpart in JSON. Write the value out."},
		{Code: limitExceeded, Severity: ocs.Error, Title: "The file keeps within the limits on size, depth and number of values",
			Doc: "The limits protect the reader from files made to exhaust it; Options raises them."},
		{Code: schemaMissing, Severity: ocs.Error, Title: "The document states its schema",
			Doc: "The schema tells which version of the format the document is written in. Of a set of files at least one has to state it."},
		{Code: schemaUnsupported, Severity: ocs.Error, Title: "The document is written in a version of the format that this package reads",
			Doc: "Nothing of the document was read, since members may mean something else in another major version."},
		{Code: wrongType, Severity: ocs.Error, Title: "Every value has the type of its field",
			Doc: "For example text where a list is wanted, or a number in quotes."},
		{Code: invalidValue, Severity: ocs.Error, Title: "Every date, sum and other formatted text can be read",
			Doc: "The value has the right type but not the form that its field asks for."},
		{Code: nullValue, Severity: ocs.Error, Title: "A name without a value is left out",
			Doc: "A name that is followed by nothing, or by null, says neither that the value is empty nor that it is absent. " +
				"Only under extensions may a value be null."},
		{Code: unknownField, Severity: ocs.Error, Title: "Every name is one that the format knows",
			Doc: "The value was not read and would be lost when the document is written again. Data of your own belongs under extensions. " +
				"In a document of a newer minor version this is a warning."},
		{Code: duplicateField, Severity: ocs.Error, Title: "A name stands once in its mapping",
			Doc: "The first value was read, the others were not."},
		{Code: setTwice, Severity: ocs.Error, Title: "A value that is not a list is set in one file only",
			Doc: "Where a strategy is split over files, their lists are joined; anything else must stand in one of them. The first value was kept."},
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
