package sheet_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/strategy/sheet"
)

// one reads a table of one row with an activity and one more column, and returns
// the commitment, or the codes of the faults.
func one(t *testing.T, m sheet.Mapping, field sheet.Field, cell string) (strategy.Commitment, *strategy.Strategy, string) {
	t.Helper()
	m.Columns = append([]sheet.Column{{Header: "Activity", Field: sheet.FieldTitle}}, m.Columns...)
	if field != "" {
		m.Columns = append(m.Columns, sheet.Column{Header: "x", Field: field})
	}
	doc := sheet.Read("t.csv", []byte("Activity,x\nDo it,\""+strings.ReplaceAll(cell, `"`, `""`)+"\"\n"), &m, nil)
	var codes []string
	for _, f := range doc.Findings {
		if f.Severity == ocs.Error {
			codes = append(codes, f.Rule)
		}
	}
	if len(codes) > 0 {
		if len(doc.Strategy.Plans)+len(doc.Strategy.Actors)+doc.Taken > 0 {
			t.Errorf("something of a faulty row was taken: %+v", doc.Strategy)
		}
		return strategy.Commitment{}, nil, strings.Join(codes, " ")
	}
	return doc.Strategy.Plans[0].Commitments[0], &doc.Strategy, ""
}

func TestTimes(t *testing.T) {
	day := sheet.Mapping{Dates: []string{"dd/mm/yyyy"}}
	month := sheet.Mapping{Dates: []string{"mm/dd/yyyy"}}
	pakistan := sheet.Mapping{Dates: []string{"Qn yyyy-yy", "FY yyyy-yy", "yyyy-yyyy", "Qn yyyy", "dd.mm.yy"}, FiscalStart: 7}
	french := sheet.Mapping{Months: []string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}}
	words := sheet.Mapping{Terms: []sheet.Term{{Field: sheet.FieldTimeline, Text: "On-going", Means: "continuous"}, {Field: sheet.FieldTimeline, Text: "TBD"}}}
	for _, tt := range []struct {
		name  string
		m     sheet.Mapping
		field sheet.Field
		cell  string
		want  string // start, deadline
	}{
		{"ISO day", sheet.Mapping{}, sheet.FieldDeadline, "2027-06-30", " 2027-06-30"},
		{"ISO quarter", sheet.Mapping{}, sheet.FieldDeadline, "2027-q3", " 2027-Q3"},
		{"year", sheet.Mapping{}, sheet.FieldTimeline, "2027", " 2027"},
		{"month by name", sheet.Mapping{}, sheet.FieldDeadline, "June 2026", " 2026-06"},
		{"short month", sheet.Mapping{}, sheet.FieldDeadline, "Sept. 2026", " 2026-09"},
		{"day and month by name", sheet.Mapping{}, sheet.FieldDeadline, "30th June 2027", " 2027-06-30"},
		{"American order by name", sheet.Mapping{}, sheet.FieldDeadline, "June 30, 2027", " 2027-06-30"},
		{"with hyphens", sheet.Mapping{}, sheet.FieldStart, "1-Jul-2026", "2026-07-01 "},
		{"day first, as declared", day, sheet.FieldDeadline, "03/04/2027", " 2027-04-03"},
		{"month first, as declared", month, sheet.FieldDeadline, "03/04/2027", " 2027-03-04"},
		{"not declared", sheet.Mapping{}, sheet.FieldDeadline, "03/04/2027", "sheet-date"},
		{"no such day", day, sheet.FieldDeadline, "31/02/2027", "sheet-date"},
		{"no such month", day, sheet.FieldDeadline, "01/13/2027", "sheet-date"},
		{"quarter, not declared", sheet.Mapping{}, sheet.FieldDeadline, "Q3 2026", "sheet-date"},
		{"quarter", pakistan, sheet.FieldDeadline, "Q3 2026", " 2026-Q3"},
		{"no such quarter", pakistan, sheet.FieldDeadline, "Q5 2026", "sheet-date"},
		{"fiscal year", pakistan, sheet.FieldTimeline, "FY 2026-27", "2026-07 2027-06"},
		{"fiscal year in full", pakistan, sheet.FieldTimeline, "2026-2027", "2026-07 2027-06"},
		{"fiscal year as a deadline", pakistan, sheet.FieldDeadline, "FY 2026-27", " 2027-06"},
		{"no fiscal year", pakistan, sheet.FieldTimeline, "FY 2026-28", "sheet-date"},
		{"quarter of a fiscal year", pakistan, sheet.FieldTimeline, "Q3 2026-27", "2027-01 2027-03"},
		{"two digits", pakistan, sheet.FieldStart, "01.07.26", "2026-07-01 "},
		{"other months", french, sheet.FieldDeadline, "15 Août 2027", " 2027-08-15"},
		{"months that begin alike", french, sheet.FieldDeadline, "jui 2027", "sheet-date"},
		{"months of another language", french, sheet.FieldDeadline, "August 2027", "sheet-date"},
		{"range", sheet.Mapping{}, sheet.FieldTimeline, "2026-07 to 2027-06", "2026-07 2027-06"},
		{"range of ISO", sheet.Mapping{}, sheet.FieldTimeline, "2026-07-01/2027-06-30", "2026-07-01 2027-06-30"},
		{"range with a dash", sheet.Mapping{}, sheet.FieldTimeline, "July 2026 – June 2027", "2026-07 2027-06"},
		{"range within a year", sheet.Mapping{}, sheet.FieldTimeline, "From July - December 2026", "2026-07 2026-12"},
		{"range of years", sheet.Mapping{}, sheet.FieldTimeline, "2026-2028", "2026 2028"},
		{"range of quarters", pakistan, sheet.FieldTimeline, "Q1 2027 - Q4 2028", "2027-Q1 2028-Q4"},
		{"range of days as declared", day, sheet.FieldTimeline, "01/07/2026 - 30/06/2027", "2026-07-01 2027-06-30"},
		{"range backwards", sheet.Mapping{}, sheet.FieldTimeline, "June 2027 to July 2026", "sheet-date"},
		{"range over new year without a year", sheet.Mapping{}, sheet.FieldTimeline, "November - February 2027", "sheet-date"},
		{"no range", pakistan, sheet.FieldTimeline, "Q3-2026", "sheet-date"},
		{"cadence", sheet.Mapping{}, sheet.FieldDeadline, "Quarterly", " quarterly"},
		{"term", sheet.Mapping{}, sheet.FieldDeadline, "adoption+90d", " adoption+90d"},
		{"word as declared", words, sheet.FieldTimeline, "ongoing", " continuous"},
		{"word that says nothing", words, sheet.FieldTimeline, "TBD", " "},
		{"word", sheet.Mapping{}, sheet.FieldTimeline, "ongoing", "sheet-date"},
		{"cadence is no start", sheet.Mapping{}, sheet.FieldStart, "quarterly", "sheet-date"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, _, codes := one(t, tt.m, tt.field, tt.cell)
			if got := c.Start.String() + " " + c.Deadline.String(); codes+strings.Repeat(got, 1-min(len(codes), 1)) != tt.want {
				t.Errorf("got %q %s, want %q", got, codes, tt.want)
			}
		})
	}
}

func TestSums(t *testing.T) {
	rupees := sheet.Mapping{Currency: "PKR", Thousands: ",", Terms: []sheet.Term{{Field: sheet.FieldCurrency, Text: "Rs.", Means: "PKR"}}}
	comma := sheet.Mapping{Currency: "EUR", Thousands: ".", Decimal: ","}
	millions := sheet.Mapping{Columns: []sheet.Column{{Header: "x", Field: sheet.FieldCost, Currency: "PKR", Multiplier: ocs.Num(1_000_000)}}}
	for _, tt := range []struct {
		m          sheet.Mapping
		cell, want string
	}{
		{sheet.Mapping{}, "PKR 1500000.50", "PKR 1500000.50"},
		{sheet.Mapping{}, "1500 usd", "USD 1500"},
		{sheet.Mapping{}, "1500", "sheet-term"}, // of no currency
		{sheet.Mapping{}, "Rs. 1500", "sheet-term"},
		{sheet.Mapping{}, "PKR 1,500", "sheet-number"}, // 1500, or 1.5
		{rupees, "1,500", "PKR 1500"},
		{rupees, "15,00,000", "PKR 1500000"},
		{rupees, "Rs. 250 million", "PKR 250000000"},
		{rupees, "2.5 crore", "PKR 25000000"},
		{rupees, "3 lakhs", "PKR 300000"},
		{rupees, "US$ 5", "sheet-term"},
		{rupees, ",500", "sheet-term"}, // what stands before the digits is no currency
		{rupees, "1,,500", "sheet-number"},
		{rupees, "1,5", "sheet-number"}, // a decimal comma
		{rupees, "1,25.5", "sheet-number"},
		{rupees, "1,250.5", "PKR 1250.5"},
		{rupees, "-5", "sheet-number"},
		{rupees, "five", "sheet-number"},
		{rupees, "1.5E+09", "sheet-number"},
		{rupees, "12345678901234567890", "sheet-number"},
		{rupees, "100\nUSD 5", "PKR 100; USD 5"},
		{comma, "1.234.567,89", "EUR 1234567.89"},
		{comma, "1.5,5.5", "sheet-number"},
		{millions, "1.5", "PKR 1500000"},
		{millions, "9999999999999", "sheet-number"},
	} {
		t.Run(tt.cell, func(t *testing.T) {
			field := sheet.FieldCost
			if len(tt.m.Columns) > 0 {
				field = ""
			}
			c, _, codes := one(t, tt.m, field, tt.cell)
			var sums []string
			for _, cost := range c.Costs {
				sums = append(sums, cost.Money.String())
			}
			if got := codes + strings.Join(sums, "; "); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Cells that hold other things, and what becomes of them.
func TestCells(t *testing.T) {
	slash := sheet.Mapping{Separators: []string{"/"}}
	consulted := sheet.Mapping{Columns: []sheet.Column{{Header: "x", Field: sheet.FieldPartners, Role: "consulted", Separator: "&"}}}
	actors := func(s *strategy.Strategy) string {
		var list []string
		for _, a := range s.Actors {
			list = append(list, fmt.Sprintf("%s=%s|%s", a.ID, a.Name, a.Acronym))
		}
		return strings.Join(list, ", ")
	}
	partners := func(c strategy.Commitment) string {
		var list []string
		for _, p := range c.Partners {
			list = append(list, fmt.Sprintf("%s %s %s", p.Actor, p.Role, p.Status))
		}
		return strings.Join(list, ", ")
	}
	for _, tt := range []struct {
		name  string
		m     sheet.Mapping
		field sheet.Field
		cell  string
		get   func(strategy.Commitment, *strategy.Strategy) string
		want  string
	}{
		{"several partners", slash, sheet.FieldPartners, "ANF / FMU;\nanf", func(c strategy.Commitment, s *strategy.Strategy) string { return partners(c) + ": " + actors(s) },
			"anf supporting , fmu supporting : anf=ANF|, fmu=FMU|"},
		{"partners with roles", sheet.Mapping{}, sheet.FieldPartners, "Anti-Narcotics Force (ANF); anf (consulted, proposed); Police (all)",
			func(c strategy.Commitment, s *strategy.Strategy) string { return partners(c) + ": " + actors(s) },
			"anf supporting , anf consulted proposed, police-all supporting : anf=Anti-Narcotics Force|ANF, police-all=Police (all)|"},
		{"role of the column", consulted, "", "A & B/C", func(c strategy.Commitment, _ *strategy.Strategy) string { return partners(c) }, "a consulted , b-c consulted "},
		{"acronym, then name", sheet.Mapping{}, sheet.FieldPartners, "FIA; Federal Investigation Agency (FIA); federal investigation AGENCY",
			func(_ strategy.Commitment, s *strategy.Strategy) string { return actors(s) }, "fia=Federal Investigation Agency|FIA"},
		{"several leads", slash, sheet.FieldLead, "FIA/ANF", func(c strategy.Commitment, _ *strategy.Strategy) string { return string(c.Lead) + ": " + partners(c) }, "fia: anf co-lead "},
		{"no office has letters", sheet.Mapping{}, sheet.FieldLead, "???", func(c strategy.Commitment, s *strategy.Strategy) string { return actors(s) }, "actor=???|"},
		{"other script", sheet.Mapping{}, sheet.FieldLead, "وزارت داخلہ", func(c strategy.Commitment, s *strategy.Strategy) string { return string(c.Lead) }, "وزارت-داخلہ"},
		{"areas", sheet.Mapping{}, sheet.FieldAreas, "pk-pb; PK-SD", func(c strategy.Commitment, _ *strategy.Strategy) string { return fmt.Sprint(c.Areas) }, "[PK-PB PK-SD]"},
		{"no area", sheet.Mapping{}, sheet.FieldAreas, "Punjab", nil, "sheet-value"},
		{"area as declared", sheet.Mapping{Terms: []sheet.Term{{Field: sheet.FieldAreas, Text: "Punjab", Means: "PK-PB"}}}, sheet.FieldAreas, "Punjab; PK-SD",
			func(c strategy.Commitment, _ *strategy.Strategy) string { return fmt.Sprint(c.Areas) }, "[PK-PB PK-SD]"},
		{"kind", sheet.Mapping{}, sheet.FieldKind, "Capacity building", func(c strategy.Commitment, _ *strategy.Strategy) string { return string(c.Kind) }, "capacity-building"},
		{"no kind", sheet.Mapping{}, sheet.FieldKind, "workshop", nil, "sheet-term"},
		{"state", sheet.Mapping{}, sheet.FieldState, "ON TRACK", func(_ strategy.Commitment, s *strategy.Strategy) string { return string(s.Reports[0].Updates[0].State) }, "on-track"},
		{"no state", sheet.Mapping{}, sheet.FieldState, "Ongoing", nil, "sheet-term"},
		{"percent", sheet.Mapping{}, sheet.FieldPercent, "40 %", func(_ strategy.Commitment, s *strategy.Strategy) string {
			return s.Reports[0].Updates[0].Percent.String()
		}, "40"},
		{"no percentage", sheet.Mapping{}, sheet.FieldPercent, "140", nil, "sheet-number"},
		{"milestones", sheet.Mapping{}, sheet.FieldMilestones, "Site found (2027-03); Staff (10) hired", func(c strategy.Commitment, _ *strategy.Strategy) string {
			return fmt.Sprint(c.Milestones[0].Title, c.Milestones[0].Due, c.Milestones[1].Title, c.Milestones[1].Due)
		}, "Site found2027-03Staff (10) hired"},
		{"indicators on lines", sheet.Mapping{}, sheet.FieldIndicators, "Beds\nBeds\nPeople", func(c strategy.Commitment, _ *strategy.Strategy) string {
			return fmt.Sprint(len(c.Indicators), c.Indicators[0].ID, c.Indicators[1].Name)
		}, "2bedsPeople"},
		{"pillar with words around it", sheet.Mapping{}, sheet.FieldPillar, "Pillar I – Prevent", func(strategy.Commitment, *strategy.Strategy) string { return "" }, ""},
		{"no pillar", sheet.Mapping{}, sheet.FieldPillar, "Prepare", nil, "sheet-term"},
		{"two pillars in one name", sheet.Mapping{}, sheet.FieldPillar, "Prevent and protect", nil, "sheet-term"},
		{"marking", sheet.Mapping{}, sheet.FieldMarking, "Amber", func(c strategy.Commitment, _ *strategy.Strategy) string { return string(c.Marking) }, "amber"},
		{"no identifier", sheet.Mapping{}, sheet.FieldID, "a b", nil, "sheet-id"},
		{"no parent", sheet.Mapping{}, sheet.FieldParent, "a b", nil, "sheet-id"},
		{"formula of our own tables", sheet.Mapping{}, sheet.FieldDescription, "'=1+1", func(c strategy.Commitment, _ *strategy.Strategy) string { return c.Description }, "=1+1"},
		{"lines of text", sheet.Mapping{}, sheet.FieldDescription, "a\n b", func(c strategy.Commitment, _ *strategy.Strategy) string { return c.Description }, "a\n b"},
		{"kept", sheet.Mapping{}, sheet.FieldKeep, "<b> & \"c\"\n\u2028", func(c strategy.Commitment, _ *strategy.Strategy) string { return string(c.Extensions[sheet.Extension]) }, `{"x":"<b> & \"c\""}`},
		{"unmapped", sheet.Mapping{}, "", "7", func(c strategy.Commitment, _ *strategy.Strategy) string { return string(c.Extensions[sheet.Extension]) }, `{"x":"7"}`},
		{"left out", sheet.Mapping{}, sheet.FieldSkip, "7", func(c strategy.Commitment, _ *strategy.Strategy) string { return fmt.Sprint(len(c.Extensions)) }, "0"},
		{"note without a state", sheet.Mapping{}, sheet.FieldNote, "late", func(c strategy.Commitment, s *strategy.Strategy) string {
			return fmt.Sprint(string(c.Extensions[sheet.Extension]), len(s.Reports))
		}, `{"x":"late"}0`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, s, codes := one(t, tt.m, tt.field, tt.cell)
			got := codes
			if codes == "" && tt.get != nil {
				got = tt.get(c, s)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
