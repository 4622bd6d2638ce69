package sheet

import (
	"strconv"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
)

// Fault describes one kind of finding that reading a table may bring to light.
// Findings carry its code as their rule.
type Fault struct {
	Code     string       // a slug, the same for ever
	Title    string       // what holds where nothing is amiss, in one sentence
	Doc      string       // what it means, and what was done about it
	Severity ocs.Severity // that of its findings
}

// The codes.
const (
	badMapping  = "sheet-mapping"
	badEncoding = "sheet-encoding"
	badSyntax   = "sheet-syntax"
	badHeader   = "sheet-header"
	overLimit   = "sheet-limit"
	badRow      = "sheet-row"
	badValue    = "sheet-value"
	badTerm     = "sheet-term"
	badDate     = "sheet-date"
	badNumber   = "sheet-number"
	badID       = "sheet-id"
	conflict    = "sheet-conflict"
	ambiguous   = "sheet-ambiguous"

	undated     = "sheet-undated"
	noPillar    = "sheet-pillar"
	noObjective = "sheet-threat"
	otherName   = "sheet-name"

	suggested  = "sheet-suggested"
	unmapped   = "sheet-unmapped"
	skipped    = "sheet-skipped"
	preface    = "sheet-preface"
	replaced   = "sheet-replaced"
	sameTitle  = "sheet-same-title"
	leads      = "sheet-leads"
	keptRemark = "sheet-note"
)

// Faults lists every kind of finding that this package reports.
func Faults() []Fault {
	return []Fault{
		{badMapping, "The mapping is sound", "A field, layout or limit in the mapping can't be used. Nothing was read.", ocs.Error},
		{badEncoding, "The table is UTF-8, or UTF-16 with a byte order mark",
			"Spreadsheets save CSV in an encoding of the computer's unless told otherwise; which, the file doesn't say. Nothing was read.", ocs.Error},
		{badSyntax, "The table is CSV", "The table can't be read beyond this place, so nothing of it was taken.", ocs.Error},
		{badHeader, "The table has the columns of the mapping", "A column that the mapping names isn't there, or stands twice. Nothing was read.", ocs.Error},
		{overLimit, "The table keeps within the limits", "Options raises the limits on size, rows and columns.", ocs.Error},
		{badRow, "A row is an activity", "The row has no activity, or more cells than there are columns. Nothing of it was taken.", ocs.Error},
		{badValue, "Cells hold what their column is for", "The cell can't be read. Nothing of its row was taken.", ocs.Error},
		{badTerm, "Words are of the vocabulary, or the mapping says what they mean",
			"A word such as Ongoing may mean on track or late; the mapping's terms say which. Nothing of the row was taken.", ocs.Error},
		{badDate, "Dates are ISO 8601, have a month by name, or are written as the mapping says",
			"03/04/2027 is in March or in April. Nothing of the row was taken.", ocs.Error},
		{badNumber, "Numbers are digits with a point, or written as the mapping says", "Nothing of the row was taken.", ocs.Error},
		{badID, "Identifiers are well-formed and free", "The identifier has other characters, or belongs to something else. Nothing of the row was taken.", ocs.Error},
		{conflict, "Rows agree", "Another row of the table says something else of the same thing. The first one was taken.", ocs.Error},
		{ambiguous, "A name stands for one thing", "Several elements of the strategy go by the name. Nothing of the row was taken.", ocs.Error},

		{undated, "States have a date", "The mapping states neither a column of dates nor as-of. An update without a date counts as the earliest.", ocs.Warning},
		{noPillar, "It can be told which objective belongs to which pillar", "The row names several objectives and another number of pillars. The new objectives have none.", ocs.Warning},
		{noObjective, "It can be told which objective answers a threat",
			"The row names several objectives or none. The threat is in the strategy, and the cell was kept under the extension " + Extension + ".", ocs.Warning},
		{otherName, "An acronym stands for one name", "The name beside the acronym isn't the one that the strategy has. It was taken for the same body, under its old name.", ocs.Warning},

		{suggested, "The mapping is stated", "There was none, so that columns were told by their headings.", ocs.Info},
		{unmapped, "Every column has a field", "The column was kept under the extension " + Extension + ".", ocs.Info},
		{skipped, "Every column is read", "The mapping leaves the column out.", ocs.Info},
		{preface, "The table begins with its headings", "What stands above the headings was kept with the plan, under the extension " + Extension + ".", ocs.Info},
		{replaced, "The table agrees with the strategy", "The table says something else than the strategy did, and replaced it.", ocs.Info},
		{sameTitle, "Activities have titles of their own", "Two activities under different objectives have one title. They were taken as two; identifiers tell them apart for good.", ocs.Info},
		{leads, "One body leads", "The cell names several bodies. The first leads, the others are co-leads.", ocs.Info},
		{keptRemark, "A remark goes with a state", "The remark stands beside no state, so it was kept under the extension " + Extension + ".", ocs.Info},
	}
}

// severity is that of findings with this code.
func severity(code string) ocs.Severity {
	for _, f := range Faults() {
		if f.Code == code {
			return f.Severity
		}
	}
	return ocs.Error
}

// quote quotes text of a table for a message, cut so that messages stay short.
func quote(s string) string {
	const limit = 40
	if utf8.RuneCountInString(s) <= limit {
		return strconv.Quote(s)
	}
	return strconv.Quote(string([]rune(s[:min(len(s), limit*utf8.UTFMax)])[:limit]) + "…")
}
