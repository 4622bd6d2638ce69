package threat

import (
	"strings"

	"github.com/ocs-framework/ocs"
)

// Category is one category of a scheme of classification.
type Category struct {
	Scheme CodeScheme

	// Code identifies the category: a number in ICCS; elsewhere, where there are no codes, the category's name.
	Code string

	// Name is the category's name, shortened where the scheme's own is long.
	Name string

	// Since is the edition that the category first appeared in, for GI-TOC: 2021 or 2023. It is 0 for other schemes.
	Since int

	// Grade is how well the category was checked against the scheme.
	Grade ocs.Grade

	// Source names the scheme's document and, for second-hand facts, the copy that was read.
	Source string
}

// Categories returns the categories of a scheme that are known here, in its
// order; none for an unknown scheme. GI-TOC, FATF and SHERLOC are whole. ICCS
// is an excerpt: the sections, and what bears on organised crime.
func Categories(s CodeScheme) []Category {
	t, ok := categoryTableOf(s)
	if !ok {
		return nil
	}
	cats := make([]Category, len(t.rows))
	for i, r := range t.rows {
		cats[i] = t.category(r)
	}
	return cats
}

// Category returns the category that the code stands for, and false if it is
// not among [Categories]. An ICCS code that is missing there may still be
// valid: see [Code.WellFormed]. Names match whatever their case.
func (c Code) Category() (Category, bool) {
	t, ok := categoryTableOf(c.Scheme)
	if !ok {
		return Category{}, false
	}
	for _, r := range t.rows {
		if strings.EqualFold(r.code, c.Code) {
			return t.category(r), true
		}
	}
	return Category{}, false
}

// WellFormed reports whether the code can be a code of its scheme. An ICCS
// code has 2, 4, 5 or 6 digits, one length per level, and begins with a
// section from 01 to 11. GI-TOC, FATF and SHERLOC are closed lists, so there
// the code must be in [Categories]. In an unknown scheme any text will do.
func (c Code) WellFormed() bool {
	switch c.Scheme {
	case ICCS:
		return iccsShape(c.Code)
	case FATF, SHERLOC, GITOC:
		_, ok := c.Category()
		return ok
	}
	return c.Code != ""
}

func iccsShape(code string) bool {
	switch len(code) {
	case 2, 4, 5, 6:
	default:
		return false
	}
	for i := range len(code) {
		if code[i] < '0' || code[i] > '9' {
			return false
		}
	}
	return "01" <= code[:2] && code[:2] <= "11"
}

// categoryTable holds the categories of one scheme. Grade and source are said
// once where they are those of the whole table.
type categoryTable struct {
	scheme CodeScheme
	grade  ocs.Grade
	source string
	rows   []categoryRow
}

type categoryRow struct {
	code, name string // name "" means the code is the name
	since      int
	grade      ocs.Grade // "" means the table's
	source     string    // "" means the table's
}

func (t categoryTable) category(r categoryRow) Category {
	c := Category{Scheme: t.scheme, Code: r.code, Name: r.name, Since: r.since, Grade: r.grade, Source: r.source}
	if c.Name == "" {
		c.Name = r.code
	}
	if c.Grade == "" {
		c.Grade = t.grade
	}
	if c.Source == "" {
		c.Source = t.source
	}
	return c
}

func categoryTableOf(s CodeScheme) (categoryTable, bool) {
	switch s {
	case ICCS:
		return categoryTable{s, ocs.GradeSecondHand, iccsSource + ", read in Eurostat's crim_off_cat labels", iccsRows}, true
	case FATF:
		return categoryTable{s, ocs.GradeSecondHand,
			"FATF Recommendations, glossary, designated categories of offences, read in copies", fatfRows}, true
	case SHERLOC:
		return categoryTable{s, ocs.GradeVerified, "UNODC, SHERLOC portal, crime types", sherlocRows}, true
	case GITOC:
		return categoryTable{s, ocs.GradeSecondHand,
			"GI-TOC, Global Organized Crime Index 2023, criminal markets, read in public code lists", gitocRows}, true
	}
	return categoryTable{}, false
}

// The FATF's 21 designated categories of offences, the predicates to money
// laundering.
var fatfRows = []categoryRow{
	{code: "participation in an organised criminal group and racketeering"},
	{code: "terrorism, including terrorist financing"},
	{code: "trafficking in human beings and migrant smuggling"},
	{code: "sexual exploitation, including sexual exploitation of children"},
	{code: "illicit trafficking in narcotic drugs and psychotropic substances"},
	{code: "illicit arms trafficking"},
	{code: "illicit trafficking in stolen and other goods"},
	{code: "corruption and bribery"},
	{code: "fraud"},
	{code: "counterfeiting currency"},
	{code: "counterfeiting and piracy of products"},
	{code: "environmental crime"},
	{code: "murder, grievous bodily injury"},
	{code: "kidnapping, illegal restraint and hostage-taking"},
	{code: "robbery or theft"},
	{code: "smuggling"}, // including in relation to customs and excise duties and taxes
	{code: "tax crimes"},
	{code: "extortion"},
	{code: "forgery"},
	{code: "piracy"},
	{code: "insider trading and market manipulation"},
}

// SHERLOC's crime types, as its pages for strategies and its introduction
// name them.
var sherlocRows = []categoryRow{
	{code: "corruption"},
	{code: "counterfeiting"},
	{code: "crimes that affect the environment"}, // also: wildlife, forest and fisheries crime
	{code: "cybercrime"},
	{code: "drug offences"},
	{code: "falsified medical products"},
	{code: "money laundering"},
	{code: "obstruction of justice"},
	{code: "participation in an organized criminal group"},
	{code: "piracy and maritime crime"},
	{code: "smuggling of migrants"},
	{code: "terrorism"},
	{code: "trafficking in cultural property"},
	{code: "trafficking in firearms"},
	{code: "trafficking in persons"},
}

// GI-TOC's 15 criminal markets: ten in the index of 2021, five more in that
// of 2023. The list of 2025 was not compared item by item.
var gitocRows = []categoryRow{
	{code: "human trafficking", since: 2021},
	{code: "human smuggling", since: 2021},
	{code: "extortion and protection racketeering", since: 2023},
	{code: "arms trafficking", since: 2021},
	{code: "trade in counterfeit goods", since: 2023},
	{code: "illicit trade in excisable goods", since: 2023},
	{code: "flora crimes", since: 2021},
	{code: "fauna crimes", since: 2021},
	{code: "non-renewable resource crimes", since: 2021},
	{code: "heroin trade", since: 2021},
	{code: "cocaine trade", since: 2021},
	{code: "cannabis trade", since: 2021},
	{code: "synthetic drug trade", since: 2021},
	{code: "cyber-dependent crimes", since: 2023},
	{code: "financial crimes", since: 2023},
}
