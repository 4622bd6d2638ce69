package sheet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/strategy"
)

// Mapping says what the columns and words of a table mean.
type Mapping struct {
	// Schema is the version of the document format, [strategy.Schema]. Cardinality: one in a document.
	Schema string `json:"schema,omitzero"`

	// Plan is the identifier of the plan that the rows belong to, where no column names one. Cardinality: zero or one; absent means
	// "action-plan", or the only plan of the strategy that the table is read into.
	Plan strategy.PlanID `json:"plan,omitzero"`

	// Title is the title of that plan, if it is new. Cardinality: zero or one.
	Title string `json:"title,omitzero"`

	// AsOf is the day of which the states in the table tell, where no column does. Cardinality: zero or one.
	AsOf ocs.Date `json:"as-of,omitzero"`

	// Report is the identifier of the report that the states belong to. Cardinality: zero or one; absent means the plan's with
	// "-status" after it.
	Report ocs.ID `json:"report,omitzero"`

	// Columns are the columns that have a field. Cardinality: one to many. Others are kept under [Extension].
	Columns []Column `json:"columns,omitempty"`

	// Section is the field that a row of one cell and nothing else gives for the rows below, e.g. pillar for "PILLAR 1: PREVENT".
	// Cardinality: zero or one; absent means that such rows are faults.
	Section Field `json:"section,omitzero"`

	// Delimiter separates cells: ",", ";" or "tab". Cardinality: zero or one; absent means the one that fits the headings best.
	Delimiter string `json:"delimiter,omitzero"`

	// Separators separate several values in a cell, e.g. "/". Cardinality: zero to many; none means ";" and line breaks, which always
	// do. A column may have one of its own.
	Separators []string `json:"separators,omitempty"`

	// Dates are the ways in which dates are written, e.g. "dd/mm/yyyy", "Qn yyyy", "FY yyyy-yy": yyyy and yy are years (of two, the
	// second is the year in which a fiscal year ends), mm and m months, mmmm and mmm their names, dd and d days, Qn a quarter. They
	// are tried in order. Cardinality: zero to many; ISO 8601 and dates with a month by name and a full year are always read.
	Dates []string `json:"dates,omitempty"`

	// Months are the names of the twelve months. Cardinality: zero or twelve; none means English.
	Months []string `json:"months,omitempty"`

	// FiscalStart is the month in which a fiscal year begins, e.g. 7 in Pakistan. Cardinality: one if Dates have fiscal years.
	FiscalStart int `json:"fiscal-start,omitzero"`

	// Thousands is what stands between groups of digits, e.g. ",". Cardinality: zero or one; absent means nothing.
	Thousands string `json:"thousands,omitzero"`

	// Decimal is what stands before decimal places. Cardinality: zero or one; absent means ".".
	Decimal string `json:"decimal,omitzero"`

	// Currency is that of sums which state none. Source: ISO 4217. Cardinality: zero or one.
	Currency ocs.Currency `json:"currency,omitzero"`

	// Blanks are texts that stand for an empty cell, e.g. "-", "N/A". Cardinality: zero to many.
	Blanks []string `json:"blanks,omitempty"`

	// Terms are what words of the table mean. Cardinality: zero to many.
	Terms []Term `json:"terms,omitempty"`
}

// Column says what one column holds.
type Column struct {
	// Header is the column's heading. Case, spaces and punctuation don't count. Cardinality: one.
	Header string `json:"header"`

	// Field is what the column holds. Cardinality: one.
	Field Field `json:"field"`

	// CarryDown says that an empty cell means what stands above it, as in merged cells. A new value in a column ends what is carried in
	// those to the right. Cardinality: one; absent means not.
	CarryDown bool `json:"carry-down,omitzero"`

	// Separator separates several values in a cell of this column. Cardinality: zero or one; absent means the mapping's.
	Separator string `json:"separator,omitzero"`

	// Role is the part of partners. Cardinality: zero or one; absent means supporting.
	Role actor.Role `json:"role,omitzero"`

	// Currency is that of the column's sums. Source: ISO 4217. Cardinality: zero or one; absent means the mapping's.
	Currency ocs.Currency `json:"currency,omitzero"`

	// Multiplier is what the column's sums are multiplied by, e.g. 1000000. Cardinality: zero or one; absent means 1.
	Multiplier ocs.Decimal `json:"multiplier,omitzero"`

	// Optional says that a table may lack the column. Cardinality: one; absent means not.
	Optional bool `json:"optional,omitzero"`
}

// Term says what a word of the table means.
type Term struct {
	// Field is where the word stands. Cardinality: one.
	Field Field `json:"field"`

	// Text is the word or phrase. Case, spaces and punctuation don't count. Cardinality: one.
	Text string `json:"text"`

	// Means is what it stands for, as if that stood in the cell. Cardinality: zero or one; absent means an empty cell.
	Means string `json:"means,omitzero"`
}

// Field is what a column holds. The vocabulary is ours.
type Field string

// The fields.
const (
	FieldPlan          Field = "plan"         // identifier or title of the plan
	FieldPillar        Field = "pillar"       // identifier or name of a pillar
	FieldObjectiveID   Field = "objective-id" // several by semicolons
	FieldObjective     Field = "objective"    // the objective's title
	FieldThreats       Field = "threats"      // identifiers or names of threats; they are the objective's
	FieldID            Field = "id"           // the commitment's identifier
	FieldTitle         Field = "title"        // what is to be done
	FieldDescription   Field = "description"
	FieldKind          Field = "kind"
	FieldParent        Field = "parent"    // identifier of the commitment that this one is part of
	FieldLead          Field = "lead"      // identifier, name or acronym; "Anti-Narcotics Force (ANF)" gives both
	FieldLeadName      Field = "lead-name" // the name, where lead has the identifier
	FieldPartners      Field = "partners"  // as lead; "ANF (consulted)" states a role
	FieldAreas         Field = "areas"     // codes of ISO 3166
	FieldStart         Field = "start"
	FieldDeadline      Field = "deadline" // a date, or continuous, quarterly and the like
	FieldTimeline      Field = "timeline" // a deadline, or a start and an end
	FieldMilestones    Field = "milestones"
	FieldIndicators    Field = "indicators"
	FieldCost          Field = "cost"
	FieldCurrency      Field = "currency"
	FieldFundingSource Field = "funding-source"
	FieldFundingStatus Field = "funding-status"
	FieldState         Field = "state"
	FieldPercent       Field = "percent"
	FieldStateDate     Field = "state-date"
	FieldNote          Field = "note" // remark on the state
	FieldMarking       Field = "marking"
	FieldKeep          Field = "keep" // keep under Extension, without a finding
	FieldSkip          Field = "skip" // leave out
)

var fields = []Field{FieldPlan, FieldPillar, FieldObjectiveID, FieldObjective, FieldThreats, FieldID, FieldTitle, FieldDescription, FieldKind,
	FieldParent, FieldLead, FieldLeadName, FieldPartners, FieldAreas, FieldStart, FieldDeadline, FieldTimeline, FieldMilestones, FieldIndicators,
	FieldCost, FieldCurrency, FieldFundingSource, FieldFundingStatus, FieldState, FieldPercent, FieldStateDate, FieldNote, FieldMarking, FieldKeep, FieldSkip}

// Known reports whether f is in the vocabulary.
func (f Field) Known() bool { return slices.Contains(fields, f) }

// Terms lists the vocabulary.
func (Field) Terms() []string { return ocs.Words(fields) }

// several are the fields that more than one column may have.
var several = []Field{FieldThreats, FieldPartners, FieldAreas, FieldMilestones, FieldIndicators, FieldKeep, FieldSkip}

// Check reports what is wrong with the mapping itself. The paths are those in the
// mapping.
func (m *Mapping) Check() ocs.Findings {
	var c mappingCheck
	c.columns(m)
	c.terms(m)
	if len(m.Columns) == 0 {
		c.fault("/columns", "the mapping names no columns", "name at least the column of the activities, with the field title")
	}
	for _, id := range []struct {
		path ocs.Pointer
		id   ocs.ID
	}{{"/plan", ocs.ID(m.Plan)}, {"/report", m.Report}} {
		if id.id != "" && !id.id.WellFormed() {
			c.fault(id.path, ocs.Quote(string(id.id))+" is not an identifier", "an identifier has letters, digits, '-', '_' and '.', and no spaces")
		}
	}
	if m.Section != "" && !slices.Contains([]Field{FieldPlan, FieldPillar, FieldObjective}, m.Section) {
		c.fault("/section", "a section can't give the field "+ocs.Quote(string(m.Section)), "it gives plan, pillar or objective")
	}
	if _, ok := delimiterOf(m.Delimiter); m.Delimiter != "" && !ok {
		c.fault("/delimiter", ocs.Quote(m.Delimiter)+" is no delimiter", `it is ",", ";" or "tab"`)
	}
	if n := len(m.Months); n != 0 && n != 12 {
		c.fault("/months", fmt.Sprintf("there are %d months", n), "name twelve, or none")
	}
	if m.FiscalStart < 0 || m.FiscalStart == 1 || m.FiscalStart > 12 {
		c.fault("/fiscal-start", "no month in which a fiscal year of its own begins", "it is a number from 2 to 12")
	}
	for i, text := range m.Dates {
		if l := parseLayout(text); l.fault(m.FiscalStart) != "" {
			c.fault(ocs.Pointer("/dates").Index(i), ocs.Quote(text)+" "+l.fault(m.FiscalStart), `write it like "dd/mm/yyyy", "mmmm yyyy", "Qn yyyy", "FY yyyy-yy"`)
		}
	}
	if m.Decimal != "" && m.Decimal == m.Thousands || strings.ContainsAny(m.Thousands+m.Decimal, "0123456789-") {
		c.fault("/thousands", "numbers can't be told apart", "thousands and decimal are two different marks")
	}
	return c.found
}

type mappingCheck struct{ found ocs.Findings }

func (c *mappingCheck) fault(path ocs.Pointer, message, help string) {
	c.found = append(c.found, ocs.Finding{Rule: badMapping, Severity: ocs.Error, Path: path, Message: message, Help: help})
}

func (c *mappingCheck) field(path ocs.Pointer, f Field) {
	if f.Known() {
		return
	}
	help := "it is one of " + strings.Join(f.Terms(), ", ")
	if near := ocs.Nearest(string(f), slices.Values(f.Terms())); near != "" {
		help = fmt.Sprintf("did you mean %q?", near)
	}
	c.fault(path, "no such field: "+ocs.Quote(string(f)), help)
}

func (c *mappingCheck) columns(m *Mapping) {
	headers, given := make(map[string]bool), make(map[Field]bool)
	for i := range m.Columns {
		col := &m.Columns[i]
		path := ocs.Pointer("/columns").Index(i)
		c.field(path.Append("field"), col.Field)
		key := tight(col.Header)
		if key == "" {
			c.fault(path.Append("header"), "the column has no heading", "write the heading as the table has it")
		} else if headers[key] {
			c.fault(path.Append("header"), "the heading "+ocs.Quote(col.Header)+" is mapped twice", "keep one")
		}
		headers[key] = true
		if given[col.Field] && !slices.Contains(several, col.Field) {
			c.fault(path.Append("field"), "two columns have the field "+ocs.Quote(string(col.Field)), "keep the other with the field keep")
		}
		given[col.Field] = true
		if col.Role != "" && !col.Role.Known() {
			c.fault(path.Append("role"), "no such role: "+ocs.Quote(string(col.Role)), "it is one of "+strings.Join(col.Role.Terms(), ", "))
		}
		if col.Multiplier.IsSet() && col.Multiplier.Sign() <= 0 {
			c.fault(path.Append("multiplier"), "sums can't be multiplied by that", "it is a number above 0")
		}
	}
	for _, f := range [][2]Field{{FieldFundingStatus, FieldFundingSource}, {FieldLeadName, FieldLead}, {FieldCurrency, FieldCost}} {
		if given[f[0]] && !given[f[1]] {
			c.fault("/columns", fmt.Sprintf("the field %s needs a column with the field %s", f[0], f[1]), "map one, or keep the column with the field keep")
		}
	}
	if len(m.Columns) > 0 && !given[FieldTitle] && !given[FieldID] && !given[FieldObjective] && !given[FieldObjectiveID] {
		c.fault("/columns", "no column holds activities", "give one the field title")
	}
}

func (c *mappingCheck) terms(m *Mapping) {
	type key struct {
		field Field
		text  string
	}
	seen := make(map[key]bool)
	for i := range m.Terms {
		t := &m.Terms[i]
		path := ocs.Pointer("/terms").Index(i)
		c.field(path.Append("field"), t.Field)
		k := key{t.Field, tight(t.Text)}
		if k.text == "" {
			c.fault(path.Append("text"), "the term has no text", "write the word as the table has it")
		} else if seen[k] {
			c.fault(path.Append("text"), ocs.Quote(t.Text)+" stands twice", "keep one")
		}
		seen[k] = true
		if words := vocabulary(t.Field); t.Means != "" && words != nil && !slices.Contains(words, t.Means) {
			c.fault(path.Append("means"), ocs.Quote(t.Means)+" is not in the vocabulary", "it is one of "+strings.Join(words, ", "))
		}
	}
}

// vocabulary is the vocabulary of a field, nil if it has none.
func vocabulary(f Field) []string {
	switch f {
	case FieldKind:
		return strategy.CommitmentKind("").Terms()
	case FieldFundingSource:
		return strategy.FundingSource("").Terms()
	case FieldFundingStatus:
		return strategy.FundingStatus("").Terms()
	case FieldState:
		return strategy.State("").Terms()
	case FieldMarking:
		return ocs.Marking("").Terms()
	}
	return nil
}
