package threat

import "github.com/ocs-framework/ocs"

// ruler is a measure on which grades of several schemes have a place. Grades
// are compared by the first that their schemes share.
type ruler int

const (
	appendixA   ruler = iota // confidence from 0 to 100, by STIX 2.1, appendix A
	probability              // in percent, as a scheme defines its phrases
	reliability              // of a source; the positions are ours
	access                   // how the source came to know; the positions are ours
)

// rulerGrades say how well it was checked that grades at one place of a ruler
// correspond.
var rulerGrades = [...]ocs.Grade{ocs.GradeVerified, ocs.GradeInferred, ocs.GradeInferred, ocs.GradeInferred}

// span is a stretch of a ruler, both ends included, in tenths.
type span struct{ from, to int }

// place is where a grade stands on a ruler: by its probe it is looked up in
// other schemes, and what falls into its band is looked up to it.
type place struct {
	ruler       ruler
	probe, band span
}

// row is a grade.
type row struct {
	code    string
	also    []string
	meaning string
	places  []place
}

// part is one of the things that a scheme grades.
type part struct {
	name     string
	rows     []row
	optional bool    // it may be left out of a code
	unknown  string  // the grade for which nothing need be known
	numbers  []ruler // on which every number is a grade
}

// schemeTable is a scheme: the code of a grade is that of its parts, one after
// the other, a letter or figure each unless there is only one part.
type schemeTable struct {
	scheme  ConfidenceScheme
	checked ocs.Grade // of codes and meanings
	parts   []part
}

// confidenceIn is a row of appendix A: the value of a grade, and the range of
// values that are read as the grade.
func confidenceIn(value, from, to int) []place {
	return []place{{appendixA, span{10 * value, 10 * value}, span{10 * from, 10 * to}}}
}

// likely is a range of probabilities, in tenths of a percent.
func likely(from, to int) place {
	return place{probability, span{from, to}, span{from, to}}
}

// at is a stretch of one of our own rulers.
func at(by ruler, from, to int) []place {
	return []place{{by, span{from, to}, span{from, to}}}
}

// schemeTables are the schemes.
//
// Sources: STIX 2.1, appendix A, for the values and ranges from 0 to 100. NATO
// (FM 2-22.3) for the Admiralty's system, by way of the MISP taxonomy
// admiralty-scale. The percentages of ICD 203 by way of the MISP taxonomy
// estimative-language, those of the yardstick by way of public copies; its gaps
// are meant. Europol 4x4: Regulation (EU) 2016/794, article 29, by way of a
// Council document; the end of the fourth text is recalled. 3x5x2: study notes on
// the College of Policing's practice.
var schemeTables = []schemeTable{
	{Percent, ocs.GradeVerified, []part{{numbers: []ruler{appendixA, probability}}}},
	{Admiralty, ocs.GradeSecondHand, []part{
		{name: "source", unknown: "F", rows: []row{
			{code: "A", meaning: "completely reliable"},
			{code: "B", meaning: "usually reliable"},
			{code: "C", meaning: "fairly reliable"},
			{code: "D", meaning: "not usually reliable"},
			{code: "E", meaning: "unreliable"},
			{code: "F", meaning: "reliability cannot be judged"},
		}},
		{name: "information", rows: []row{
			{code: "1", meaning: "confirmed by other sources", places: confidenceIn(90, 80, 100)},
			{code: "2", meaning: "probably true", places: confidenceIn(70, 60, 79)},
			{code: "3", meaning: "possibly true", places: confidenceIn(50, 40, 59)},
			{code: "4", meaning: "doubtful", places: confidenceIn(30, 20, 39)},
			{code: "5", meaning: "improbable", places: confidenceIn(10, 0, 19)},
			{code: "6", meaning: "truth cannot be judged"},
		}},
	}},
	{LowMediumHigh, ocs.GradeVerified, []part{{rows: []row{
		{code: "none", places: confidenceIn(0, 0, 0)},
		{code: "low", places: confidenceIn(15, 1, 29)},
		{code: "medium", also: []string{"med"}, places: confidenceIn(50, 30, 69)},
		{code: "high", places: confidenceIn(85, 70, 100)},
	}}}},
	{ZeroToTen, ocs.GradeVerified, []part{{rows: []row{
		{code: "0", places: confidenceIn(0, 0, 4)},
		{code: "1", places: confidenceIn(10, 5, 14)},
		{code: "2", places: confidenceIn(20, 15, 24)},
		{code: "3", places: confidenceIn(30, 25, 34)},
		{code: "4", places: confidenceIn(40, 35, 44)},
		{code: "5", places: confidenceIn(50, 45, 54)},
		{code: "6", places: confidenceIn(60, 55, 64)},
		{code: "7", places: confidenceIn(70, 65, 74)},
		{code: "8", places: confidenceIn(80, 75, 84)},
		{code: "9", places: confidenceIn(90, 85, 94)},
		{code: "10", places: confidenceIn(100, 95, 100)},
	}}}},
	{WEP, ocs.GradeVerified, []part{{rows: []row{
		{code: "impossible", places: confidenceIn(0, 0, 0)},
		{code: "highly unlikely", also: []string{"almost certainly not"}, places: confidenceIn(10, 1, 19)},
		{code: "unlikely", also: []string{"probably not"}, places: confidenceIn(30, 20, 39)},
		{code: "even chance", places: confidenceIn(50, 40, 59)},
		{code: "likely", also: []string{"probable"}, places: confidenceIn(70, 60, 79)},
		{code: "highly likely", also: []string{"almost certain"}, places: confidenceIn(90, 80, 99)},
		{code: "certain", places: confidenceIn(100, 100, 100)},
	}}}},
	{ICD203, ocs.GradeSecondHand, []part{{rows: []row{
		{"almost no chance", []string{"remote"}, "1 to 5 %", append(confidenceIn(5, 0, 9), likely(10, 50))},
		{"very unlikely", []string{"highly improbable"}, "5 to 20 %", append(confidenceIn(15, 10, 19), likely(50, 200))},
		{"unlikely", []string{"improbable"}, "20 to 45 %", append(confidenceIn(30, 20, 39), likely(200, 450))},
		{"roughly even chance", []string{"roughly even odds"}, "45 to 55 %", append(confidenceIn(50, 40, 59), likely(450, 550))},
		{"likely", []string{"probable"}, "55 to 80 %", append(confidenceIn(70, 60, 79), likely(550, 800))},
		{"very likely", []string{"highly probable"}, "80 to 95 %", append(confidenceIn(85, 80, 89), likely(800, 950))},
		{"almost certain", []string{"almost certainly", "nearly certain"}, "95 to 99 %", append(confidenceIn(95, 90, 100), likely(950, 990))},
	}}}},
	{PHIA, ocs.GradeSecondHand, []part{{rows: []row{
		{"remote chance", nil, "up to about 5 %", []place{likely(0, 50)}},
		{"highly unlikely", nil, "about 10 to 20 %", []place{likely(100, 200)}},
		{"unlikely", nil, "about 25 to 35 %", []place{likely(250, 350)}},
		{"realistic possibility", nil, "about 40 to less than 50 %", []place{likely(400, 499)}},
		{"likely or probable", []string{"likely", "probable"}, "about 55 to 75 %", []place{likely(550, 750)}},
		{"highly likely", nil, "about 80 to 90 %", []place{likely(800, 900)}},
		{"almost certain", nil, "about 95 % and more", []place{likely(950, 1000)}},
	}}}},
	{Europol4x4, ocs.GradeSecondHand, []part{
		{name: "source", rows: []row{
			{code: "A", meaning: "no doubt, or proved reliable in all instances", places: at(reliability, 0, 10)},
			{code: "B", meaning: "reliable in most instances", places: at(reliability, 10, 20)},
			{code: "C", meaning: "unreliable in most instances", places: at(reliability, 20, 30)},
			{code: "X", meaning: "cannot be assessed", places: at(reliability, 40, 50)},
		}},
		{name: "information", rows: []row{
			{code: "1", meaning: "accuracy not in doubt"},
			{code: "2", meaning: "known personally to the source, not to the official passing it on", places: at(access, 0, 10)},
			{code: "3", meaning: "not known personally to the source, but corroborated", places: at(access, 10, 20)},
			{code: "4", meaning: "not known personally to the source, and can't be corroborated", places: at(access, 20, 30)},
		}},
	}},
	{Grid3x5x2, ocs.GradeSecondHand, []part{
		{name: "source", rows: []row{
			{code: "1", meaning: "reliable", places: at(reliability, 0, 20)},
			{code: "2", meaning: "untested", places: at(reliability, 40, 50)},
			{code: "3", meaning: "not reliable", places: at(reliability, 20, 30)},
		}},
		{name: "information", rows: []row{
			{code: "A", meaning: "known directly to the source", places: at(access, 0, 10)},
			{code: "B", meaning: "known indirectly to the source, but corroborated", places: at(access, 10, 20)},
			{code: "C", meaning: "known indirectly to the source", places: at(access, 20, 30)},
			{code: "D", meaning: "not known"},
			{code: "E", meaning: "suspected to be false"},
		}},
		{name: "handling", optional: true, rows: []row{
			{code: "P", meaning: "lawful sharing permitted"},
			{code: "C", meaning: "lawful sharing permitted with conditions"},
		}},
	}},
}
