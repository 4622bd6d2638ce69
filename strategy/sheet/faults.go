package sheet

import "github.com/ocs-framework/ocs"

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
func Faults() []ocs.Fault {
	return []ocs.Fault{
		{Code: badMapping, Severity: ocs.Error, Title: "The mapping is sound", Doc: "A field, layout or limit in the mapping can't be used. Nothing was read."},
		{Code: badEncoding, Severity: ocs.Error, Title: "The table is UTF-8, or UTF-16 with a byte order mark",
			Doc: "Spreadsheets save CSV in an encoding of the computer's unless told otherwise; which, the file doesn't say. Nothing was read."},
		{Code: badSyntax, Severity: ocs.Error, Title: "The table is CSV", Doc: "The table can't be read beyond this place, so nothing of it was taken."},
		{Code: badHeader, Severity: ocs.Error, Title: "The table has the columns of the mapping", Doc: "A column that the mapping names isn't there, or stands twice. Nothing was read."},
		{Code: overLimit, Severity: ocs.Error, Title: "The table keeps within the limits", Doc: "Options raises the limits on size, rows and columns."},
		{Code: badRow, Severity: ocs.Error, Title: "A row is an activity", Doc: "The row has no activity, or more cells than there are columns. Nothing of it was taken."},
		{Code: badValue, Severity: ocs.Error, Title: "Cells hold what their column is for", Doc: "The cell can't be read. Nothing of its row was taken."},
		{Code: badTerm, Severity: ocs.Error, Title: "Words are of the vocabulary, or the mapping says what they mean",
			Doc: "A word such as Ongoing may mean on track or late; the mapping's terms say which. Nothing of the row was taken."},
		{Code: badDate, Severity: ocs.Error, Title: "Dates are ISO 8601, have a month by name, or are written as the mapping says",
			Doc: "03/04/2027 is in March or in April. Nothing of the row was taken."},
		{Code: badNumber, Severity: ocs.Error, Title: "Numbers are digits with a point, or written as the mapping says", Doc: "Nothing of the row was taken."},
		{Code: badID, Severity: ocs.Error, Title: "Identifiers are well-formed and free", Doc: "The identifier has other characters, or belongs to something else. Nothing of the row was taken."},
		{Code: conflict, Severity: ocs.Error, Title: "Rows agree", Doc: "Another row of the table says something else of the same thing. The first one was taken."},
		{Code: ambiguous, Severity: ocs.Error, Title: "A name stands for one thing", Doc: "Several elements of the strategy go by the name. Nothing of the row was taken."},

		{Code: undated, Severity: ocs.Warning, Title: "States have a date", Doc: "The mapping states neither a column of dates nor as-of. An update without a date counts as the earliest."},
		{Code: noPillar, Severity: ocs.Warning, Title: "It can be told which objective belongs to which pillar", Doc: "The row names several objectives and another number of pillars. The new objectives have none."},
		{Code: noObjective, Severity: ocs.Warning, Title: "It can be told which objective answers a threat",
			Doc: "The row names several objectives or none. The threat is in the strategy, and the cell was kept under the extension " + Extension + "."},
		{Code: otherName, Severity: ocs.Warning, Title: "An acronym stands for one name", Doc: "The name beside the acronym isn't the one that the strategy has. It was taken for the same body, under its old name."},

		{Code: suggested, Severity: ocs.Info, Title: "The mapping is stated", Doc: "There was none, so that columns were told by their headings."},
		{Code: unmapped, Severity: ocs.Info, Title: "Every column has a field", Doc: "The column was kept under the extension " + Extension + "."},
		{Code: skipped, Severity: ocs.Info, Title: "Every column is read", Doc: "The mapping leaves the column out."},
		{Code: preface, Severity: ocs.Info, Title: "The table begins with its headings", Doc: "What stands above the headings was kept with the plan, under the extension " + Extension + "."},
		{Code: replaced, Severity: ocs.Info, Title: "The table agrees with the strategy", Doc: "The table says something else than the strategy did, and replaced it."},
		{Code: sameTitle, Severity: ocs.Info, Title: "Activities have titles of their own", Doc: "Two activities under different objectives have one title. They were taken as two; identifiers tell them apart for good."},
		{Code: leads, Severity: ocs.Info, Title: "One body leads", Doc: "The cell names several bodies. The first leads, the others are co-leads."},
		{Code: keptRemark, Severity: ocs.Info, Title: "A remark goes with a state", Doc: "The remark stands beside no state, so it was kept under the extension " + Extension + "."},
	}
}
