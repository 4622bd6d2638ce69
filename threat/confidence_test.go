package threat_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/threat"
)

// confidenceSchemes lists every scheme.
func confidenceSchemes() []threat.ConfidenceScheme {
	var list []threat.ConfidenceScheme
	for _, term := range threat.ConfidenceScheme("").Terms() {
		list = append(list, threat.ConfidenceScheme(term))
	}
	return list
}

// codes lists every code of a scheme in its own spelling.
func codes(s threat.ConfidenceScheme) []string {
	if s == threat.Percent {
		var list []string
		for n := range 101 {
			list = append(list, strconv.Itoa(n))
		}
		return list
	}
	list, part := []string{""}, []string{}
	name := "none yet"
	join := func() {
		if len(part) == 0 {
			return
		}
		var longer []string
		for _, head := range list {
			if name == "handling" {
				longer = append(longer, head)
			}
			for _, tail := range part {
				longer = append(longer, head+tail)
			}
		}
		list, part = longer, nil
	}
	for _, g := range s.Grades() {
		if g.Part != name {
			join()
			name = g.Part
		}
		part = append(part, g.Code)
	}
	join()
	return list
}

// valuesOfAppendixA are typed in from the tables of STIX 2.1, appendix A: the
// value of each grade and the range of values that stand for it.
var valuesOfAppendixA = []struct {
	scheme          threat.ConfidenceScheme
	code            string
	value, from, to int
}{
	{threat.LowMediumHigh, "none", 0, 0, 0},
	{threat.LowMediumHigh, "low", 15, 1, 29},
	{threat.LowMediumHigh, "medium", 50, 30, 69},
	{threat.LowMediumHigh, "high", 85, 70, 100},
	{threat.ZeroToTen, "0", 0, 0, 4},
	{threat.ZeroToTen, "1", 10, 5, 14},
	{threat.ZeroToTen, "2", 20, 15, 24},
	{threat.ZeroToTen, "3", 30, 25, 34},
	{threat.ZeroToTen, "4", 40, 35, 44},
	{threat.ZeroToTen, "5", 50, 45, 54},
	{threat.ZeroToTen, "6", 60, 55, 64},
	{threat.ZeroToTen, "7", 70, 65, 74},
	{threat.ZeroToTen, "8", 80, 75, 84},
	{threat.ZeroToTen, "9", 90, 85, 94},
	{threat.ZeroToTen, "10", 100, 95, 100},
	{threat.Admiralty, "F5", 10, 0, 19},
	{threat.Admiralty, "F4", 30, 20, 39},
	{threat.Admiralty, "F3", 50, 40, 59},
	{threat.Admiralty, "F2", 70, 60, 79},
	{threat.Admiralty, "F1", 90, 80, 100},
	{threat.WEP, "impossible", 0, 0, 0},
	{threat.WEP, "highly unlikely", 10, 1, 19},
	{threat.WEP, "unlikely", 30, 20, 39},
	{threat.WEP, "even chance", 50, 40, 59},
	{threat.WEP, "likely", 70, 60, 79},
	{threat.WEP, "highly likely", 90, 80, 99},
	{threat.WEP, "certain", 100, 100, 100},
	{threat.ICD203, "almost no chance", 5, 0, 9},
	{threat.ICD203, "very unlikely", 15, 10, 19},
	{threat.ICD203, "unlikely", 30, 20, 39},
	{threat.ICD203, "roughly even chance", 50, 40, 59},
	{threat.ICD203, "likely", 70, 60, 79},
	{threat.ICD203, "very likely", 85, 80, 89},
	{threat.ICD203, "almost certain", 95, 90, 100},
}

func TestAppendixA(t *testing.T) {
	ranged := make(map[threat.ConfidenceScheme]int)
	for _, row := range valuesOfAppendixA {
		grade := threat.Confidence{Scheme: row.scheme, Code: row.code}
		up := grade.Convert(threat.Percent)
		if want := strconv.Itoa(row.value); up.Confidence.Code != want || up.Grade != ocs.GradeVerified {
			t.Errorf("%v is %q (%s), want %s", grade, up.Confidence.Code, up.Grade, want)
		}
		if row.scheme != threat.Admiralty && up.Lossy {
			t.Errorf("%v loses something: %q", grade, up.Merged)
		}
		for n := row.from; n <= row.to; n++ {
			ranged[row.scheme]++
			number := threat.Confidence{Scheme: threat.Percent, Code: strconv.Itoa(n)}
			down := number.Convert(row.scheme)
			if down.Confidence != grade {
				t.Errorf("%v is %v, want %v", number, down.Confidence, grade)
			}
			if wantLoss := row.from < row.to; down.Lossy && !wantLoss || len(down.Merged) != row.to-row.from {
				t.Errorf("%v is %v: lossy %v, merged %q", number, down.Confidence, down.Lossy, down.Merged)
			}
		}
	}
	for scheme, n := range ranged {
		if n != 101 {
			t.Errorf("the ranges of %s take %d of 101 values", scheme, n)
		}
	}
}

// TestConvert has the conversions beyond appendix A, from every grade that they
// are for.
func TestConvert(t *testing.T) {
	for _, tc := range []struct {
		from, to threat.ConfidenceScheme
		grade    ocs.Grade
		want     map[string]string // the answer, or the reason why there is none
	}{
		{threat.PHIA, threat.Percent, ocs.GradeInferred, map[string]string{
			"remote chance": "2", "highly unlikely": "15", "unlikely": "30", "realistic possibility": "44", "likely or probable": "65",
			"highly likely": "85", "almost certain": "97",
		}},
		{threat.PHIA, threat.ICD203, ocs.GradeInferred, map[string]string{
			"remote chance": "almost no chance", "highly unlikely": "very unlikely", "unlikely": "unlikely", "realistic possibility": "between-grades",
			"likely or probable": "likely", "highly likely": "very likely", "almost certain": "almost certain",
		}},
		{threat.ICD203, threat.PHIA, ocs.GradeInferred, map[string]string{
			"almost no chance": "remote chance", "very unlikely": "highly unlikely", "unlikely": "between-grades",
			"roughly even chance": "realistic possibility", "likely": "likely or probable", "very likely": "highly likely", "almost certain": "almost certain",
		}},
		{threat.ICD203, threat.WEP, ocs.GradeVerified, map[string]string{
			"almost no chance": "highly unlikely", "very unlikely": "highly unlikely", "unlikely": "unlikely", "roughly even chance": "even chance",
			"likely": "likely", "very likely": "highly likely", "almost certain": "highly likely",
		}},
		{threat.Europol4x4, threat.Grid3x5x2, ocs.GradeInferred, map[string]string{
			"A1": "no-counterpart", "A2": "1A", "A3": "1B", "A4": "1C", "B1": "no-counterpart", "B2": "1A", "B3": "1B", "B4": "1C",
			"C1": "no-counterpart", "C2": "3A", "C3": "3B", "C4": "3C", "X1": "no-counterpart", "X2": "2A", "X3": "2B", "X4": "2C",
		}},
		{threat.Grid3x5x2, threat.Europol4x4, ocs.GradeInferred, grid4x4()},
	} {
		t.Run(fmt.Sprint(tc.from, " to ", tc.to), func(t *testing.T) {
			got := make(map[string]string)
			for _, code := range codes(tc.from) {
				c := threat.Confidence{Scheme: tc.from, Code: code}.Convert(tc.to)
				got[code] = c.Confidence.Code + string(c.Missing)
				if c.Missing == "" && c.Grade != tc.grade {
					t.Errorf("%s is %v, graded %q, want %q", code, c.Confidence, c.Grade, tc.grade)
				}
			}
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// grid4x4 is what each of the 45 grades of 3x5x2 is in 4x4: reliable is two
// grades there, and D and E have no place.
func grid4x4() map[string]string {
	want := make(map[string]string)
	for _, source := range []string{"1", "2X", "3C"} {
		for _, info := range []string{"A2", "B3", "C4", "D", "E"} {
			answer := source[1:] + info[1:]
			switch {
			case source == "1":
				answer = "between-grades"
			case len(info) == 1:
				answer = "no-counterpart"
			}
			for _, handling := range []string{"", "P", "C"} {
				want[source[:1]+info[:1]+handling] = answer
			}
		}
	}
	return want
}

// TestWhichSchemesConvert holds which pairs of schemes can be compared at all.
func TestWhichSchemesConvert(t *testing.T) {
	stix := " admiralty icd-203 low-medium-high percent 0-10 wep "
	for _, from := range confidenceSchemes() {
		for _, to := range confidenceSchemes() {
			want := from == to ||
				strings.Contains(stix, " "+string(from)+" ") && strings.Contains(stix, " "+string(to)+" ") ||
				from == threat.PHIA && (to == threat.ICD203 || to == threat.Percent) || to == threat.PHIA && (from == threat.ICD203 || from == threat.Percent) ||
				from == threat.Grid3x5x2 && to == threat.Europol4x4 || from == threat.Europol4x4 && to == threat.Grid3x5x2
			got := false
			for _, code := range codes(from) {
				c := threat.Confidence{Scheme: from, Code: code}.Convert(to)
				got = got || c.Missing == ""
				if (c.Missing == threat.NoMapping) == want {
					t.Errorf("%s %s in %s: %q", from, code, to, c.Missing)
				}
			}
			if got != want {
				t.Errorf("%s converts to %s: %v, want %v", from, to, got, want)
			}
		}
	}
}

// TestConversionsHold goes through every code of every scheme and every other
// scheme: an answer is a grade of its scheme, and what isn't lossy comes back.
func TestConversionsHold(t *testing.T) {
	conversions, lossless := 0, 0
	for _, from := range confidenceSchemes() {
		for _, code := range codes(from) {
			for _, to := range confidenceSchemes() {
				c := threat.Confidence{Scheme: from, Code: code}
				got := c.Convert(to)
				switch {
				case from == to:
					if got.Confidence != c || got.Lossy || got.Missing != "" {
						t.Errorf("%v in its own scheme is %+v", c, got)
					}
					continue
				case got.Missing != "":
					if got.Confidence != (threat.Confidence{}) || got.Lossy || got.Merged != nil || got.Grade != "" || !got.Missing.Known() {
						t.Errorf("%v has no answer in %s, and yet %+v", c, to, got)
					}
					continue
				}
				conversions++
				if self := got.Confidence.Convert(to); self.Confidence != got.Confidence || !got.Grade.Known() {
					t.Errorf("%v in %s is %+v, which is no grade", c, to, got)
				}
				for _, other := range got.Merged {
					if same := (threat.Confidence{Scheme: from, Code: other}).Convert(to); same.Confidence != got.Confidence || other == code {
						t.Errorf("%v in %s is %v; %s should be too and is %v", c, to, got.Confidence, other, same.Confidence)
					}
				}
				if !got.Lossy {
					lossless++
					if back := got.Confidence.Convert(from); back.Confidence != c {
						t.Errorf("%v in %s is %v, and back %v", c, to, got.Confidence, back.Confidence)
					}
				}
			}
		}
	}
	if conversions == 0 || lossless == 0 {
		t.Errorf("%d conversions, %d without loss", conversions, lossless)
	}
}

func TestConvertReads(t *testing.T) {
	for _, tc := range []struct {
		scheme threat.ConfidenceScheme
		code   string
		to     threat.ConfidenceScheme
		want   string
	}{
		{threat.Admiralty, "b2", threat.Percent, "70"},
		{threat.Admiralty, " B2 ", threat.Admiralty, "B2"},
		{threat.Admiralty, "2", threat.Percent, "not-a-grade"},
		{threat.Admiralty, "B", threat.Percent, "not-a-grade"},
		{threat.Admiralty, "B22", threat.Percent, "not-a-grade"},
		{threat.Admiralty, "", threat.Percent, "not-a-grade"},
		{threat.Admiralty, "G2", threat.Percent, "not-a-grade"},
		{threat.Admiralty, "É2", threat.Percent, "not-a-grade"},
		{threat.Admiralty, "B6", threat.Percent, "no-counterpart"},
		{threat.Admiralty, "F6", threat.LowMediumHigh, "no-counterpart"},
		{threat.ICD203, "Almost-No-Chance", threat.Percent, "5"},
		{threat.ICD203, "highly probable", threat.ICD203, "very likely"},
		{threat.PHIA, "probable", threat.ICD203, "likely"},
		{threat.LowMediumHigh, "Med", threat.Percent, "50"},
		{threat.WEP, "almost certainly not", threat.Percent, "10"},
		{threat.Percent, "72.5 %", threat.Percent, "72.5"},
		{threat.Percent, "72.5", threat.PHIA, "likely or probable"},
		{threat.Percent, "9.5", threat.ICD203, "between-grades"},
		{threat.Percent, "7", threat.PHIA, "between-grades"},
		{threat.Percent, "50", threat.PHIA, "between-grades"},
		{threat.Percent, "49.9", threat.PHIA, "realistic possibility"},
		{threat.Percent, "101", threat.WEP, "not-a-grade"},
		{threat.Percent, "-0.1", threat.WEP, "not-a-grade"},
		{threat.Percent, "1e2", threat.WEP, "certain"},
		{threat.Grid3x5x2, "2ap", threat.Europol4x4, "X2"},
		{"own", "B2", threat.Percent, "no-mapping"},
		{threat.Admiralty, "B2", "own", "no-mapping"},
		{"", "", "", "no-mapping"},
	} {
		c := threat.Confidence{Scheme: tc.scheme, Code: tc.code}.Convert(tc.to)
		if got := c.Confidence.Code + string(c.Missing); got != tc.want {
			t.Errorf("%s %q in %s: %s, want %s", tc.scheme, tc.code, tc.to, got, tc.want)
		}
	}
}

// Every spelling of a grade is read as the grade.
func TestSpellings(t *testing.T) {
	for _, s := range confidenceSchemes() {
		for _, g := range s.Grades() {
			for _, also := range g.Also {
				if got := (threat.Confidence{Scheme: s, Code: strings.ToUpper(also)}).Convert(s).Confidence.Code; got != g.Code {
					t.Errorf("%s %q is %q, want %q", s, also, got, g.Code)
				}
			}
			if !g.Grade.Known() {
				t.Errorf("%s %q has no grade", s, g.Code)
			}
		}
	}
}

// Whatever is written as a code, an answer is a grade.
func FuzzConvert(f *testing.F) {
	f.Add("admiralty", "B2", "percent")
	f.Add("percent", "1e-9", "phia")
	f.Add("3x5x2", "2ap\x00", "europol-4x4")
	f.Add("icd-203", "Very-Likely", "low-medium-high")
	f.Fuzz(func(t *testing.T, scheme, code, to string) {
		c := threat.Confidence{Scheme: threat.ConfidenceScheme(scheme), Code: code}
		got := c.Convert(threat.ConfidenceScheme(to))
		switch again := got.Confidence.Convert(got.Confidence.Scheme); {
		case (got.Missing == "") != (got.Confidence != threat.Confidence{}):
			t.Errorf("%+v in %s: %+v", c, to, got)
		case got.Missing == "" && again.Confidence != got.Confidence:
			t.Errorf("%+v in %s: %+v, which is no grade", c, to, got)
		}
	})
}
