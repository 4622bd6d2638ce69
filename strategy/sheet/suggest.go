package sheet

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

// headings are what columns are called, by field, as tight text.
var headings = []struct {
	field Field
	names []string
}{
	{FieldKeep, []string{"sno", "srno", "serialno", "serialnumber", "sr", "no", "funding"}},
	{FieldSkip, []string{"due", "standing", "since"}},
	{FieldPlan, []string{"plan", "actionplan", "programme"}},
	{FieldPillar, []string{"pillar", "pillars", "strategicpillar", "thematicarea", "axis", "strand", "lineofaction", "pillar4p"}},
	{FieldObjectiveID, []string{"objectiveid", "objectives", "objectiveno", "objectivecode"}},
	{FieldObjective, []string{"objective", "objectivetitle", "objectivetitles", "strategicobjective", "specificobjective", "goal", "strategicgoal"}},
	{FieldThreats, []string{"threat", "threats", "crime", "crimetype", "threatsaddressed"}},
	{FieldID, []string{"id", "commitment", "commitmentid", "activityid", "actionid", "activitycode", "actioncode", "activityno", "actionno", "ref", "reference", "refno"}},
	{FieldTitle, []string{"title", "activity", "activities", "action", "actions", "actionpoint", "actionpoints", "actionitem", "keyaction", "keyactions", "keyactivity",
		"keyactivities", "task", "measure", "intervention", "initiative", "commitments"}},
	{FieldDescription, []string{"description", "details", "activitydescription", "actiondescription"}},
	{FieldKind, []string{"kind", "type", "typeofactivity", "activitytype", "typeofaction"}},
	{FieldParent, []string{"partof", "parentactivity"}},
	{FieldLead, []string{"lead", "leadagency", "leadorganisation", "leadorganization", "leaddepartment", "leadministry", "leadentity", "leadactor", "responsibleagency",
		"responsibleentity", "responsibility", "responsible", "primaryresponsibility", "responsibledepartment", "leadresponsibility"}},
	{FieldLeadName, []string{"leadname"}},
	{FieldPartners, []string{"partners", "partner", "supportingagency", "supportingagencies", "supportagencies", "supportingentities", "supportingdepartments",
		"partneragencies", "partnerorganisations", "stakeholders", "collaboratingagencies", "secondaryresponsibility", "coordinatingagencies"}},
	{FieldAreas, []string{"areas", "area", "province", "provinces", "geographicalarea", "location"}},
	{FieldStart, []string{"start", "startdate", "commencement", "commencementdate"}},
	{FieldDeadline, []string{"deadline", "duedate", "targetdate", "enddate", "completiondate", "targetcompletiondate", "bywhen", "completionby"}},
	{FieldTimeline, []string{"timeline", "timelines", "timeframe", "timeperiod", "duration", "schedule", "period", "implementationperiod"}},
	{FieldMilestones, []string{"milestone", "milestones", "keymilestones"}},
	{FieldIndicators, []string{"indicator", "indicators", "kpi", "kpis", "keyperformanceindicator", "keyperformanceindicators", "performanceindicator",
		"performanceindicators", "measureofsuccess", "successindicator"}},
	{FieldCost, []string{"cost", "costs", "budget", "estimatedcost", "estimatedbudget", "totalcost", "financialimplication", "financialimplications"}},
	{FieldCurrency, []string{"currency"}},
	{FieldFundingSource, []string{"fundingsource", "sourceoffunding", "sourceoffunds", "fundsource", "sourceoffinancing"}},
	{FieldFundingStatus, []string{"fundingstatus", "fundstatus"}},
	{FieldState, []string{"state", "status", "currentstatus", "implementationstatus", "progressstatus", "statusofimplementation", "presentstatus"}},
	{FieldPercent, []string{"percent", "percentage", "progress", "complete", "completion", "percentcomplete", "physicalprogress"}},
	{FieldStateDate, []string{"statusdate", "statedate", "statusason", "dateofupdate", "updatedon", "lastupdated", "reportingdate"}},
	{FieldNote, []string{"remarks", "remark", "comments", "comment", "note", "notes", "progressremarks"}},
	{FieldMarking, []string{"marking", "tlp", "classification"}},
}

// usual are the meanings of words that mean one thing in any table.
var usual = []Term{
	{FieldState, "Completed", "complete"}, {FieldState, "Done", "complete"}, {FieldState, "Yet to start", "not-started"}, {FieldState, "Stalled", "blocked"}, {FieldState, "Dropped", "cancelled"},
	{FieldTimeline, "Ongoing", "continuous"}, {FieldDeadline, "Ongoing", "continuous"},
	{FieldTimeline, "Annual", "annually"}, {FieldDeadline, "Annual", "annually"},
}

// Suggest makes a mapping from a table's headings, as a start for one that is
// kept as a file. Headings are known by the names that such columns usually
// have, in English, or that contain one; other columns are kept. A heading such as "Budget (PKR
// million)" gives its currency and multiplier. What can't be told from headings isn't
// suggested: whether blanks are carried down, how dates are written, and what a
// status such as Ongoing means.
func Suggest(header []string) Mapping {
	m := Mapping{Schema: strategy.Schema}
	var taken []string
	for _, text := range header {
		if len(text) > maxHeading {
			continue
		}
		key := tight(text)
		if key == "" || slices.Contains(taken, key) || strings.TrimSpace(text) == "" {
			continue
		}
		taken = append(taken, key)
		col := Column{Header: oneLine(text), Field: suggestField(key)}
		if !slices.Contains(several, col.Field) && slices.ContainsFunc(m.Columns, func(c Column) bool { return c.Field == col.Field }) {
			col.Field = FieldKeep
		}
		if col.Field == FieldCost {
			col.Currency, col.Multiplier = unitOf(text)
		}
		m.Columns = append(m.Columns, col)
	}
	has := func(f Field) bool {
		return slices.ContainsFunc(m.Columns, func(c Column) bool { return c.Field == f })
	}
	for i := range m.Columns {
		if m.Columns[i].Field == FieldFundingStatus && !has(FieldFundingSource) {
			m.Columns[i].Field = FieldKeep // how sure is the money, but whose?
		}
	}
	for _, t := range usual {
		if has(t.Field) {
			m.Terms = append(m.Terms, t)
		}
	}
	return m
}

// maxHeading is the length in bytes of the longest text that is taken for a heading.
const maxHeading = 1_000

// suggestField is the field of the heading, or of the longest one that it
// contains.
func suggestField(key string) Field {
	const least = 6 // letters of a heading that may be part of another one: "lead" is in "leadership"
	found, longest := FieldKeep, 0
	for _, h := range headings {
		for _, name := range h.names {
			if name == key {
				return h.field
			}
			if len(name) >= least && len(name) > longest && strings.Contains(key, name) {
				found, longest = h.field, len(name)
			}
		}
	}
	return found
}

// unitOf reads the currency and multiplier of a heading.
func unitOf(header string) (currency ocs.Currency, multiplier ocs.Decimal) {
	for _, word := range strings.Fields(words(header)) {
		if times, ok := multipleOf(word); ok {
			multiplier = times
		}
		if code := ocs.Currency(strings.ToUpper(word)); code.Known() && strings.Contains(header, string(code)) {
			currency = code
		}
	}
	return currency, multiplier
}
