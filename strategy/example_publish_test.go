package strategy_test

import (
	"fmt"
	"strings"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// A working copy holds a group that the public must not learn of, and a text
// that names it.
func ExampleRedact() {
	s := strategy.Strategy{
		ID:     "zz",
		Groups: []threat.Group{{ID: "g-1", Name: "Falcon Brothers"}}, // amber, since it doesn't say
		Objectives: []pillar.Objective{
			{ID: "o-1", Title: "Stop the Falcon Brothers", Groups: []threat.GroupID{"g-1"}},
		},
	}
	release := strategy.Redact(&s, ocs.MarkingClear)
	fmt.Printf("left of the group: %q\n", release.Strategy.Groups[0].ID)
	for _, w := range release.Withheld {
		fmt.Println("withheld:", w.Element, w.Marking.Label())
	}
	for _, f := range release.Findings {
		fmt.Println(f.Path, f.Rule)
	}
	// Output:
	// left of the group: "g-1"
	// withheld: group "g-1" TLP:AMBER
	// /objectives/0/title release-text
	// /objectives/0/groups/0 release-reference
}

// A province takes one objective of the nation's, says it in its own words and
// adds one.
func ExampleTailor() {
	national := strategy.Strategy{ID: "zz", Title: "National strategy", Objectives: []pillar.Objective{
		{ID: "o-1", Title: "Help victims", Pillar: pillar.Protect},
		{ID: "o-2", Title: "Trace assets", Pillar: pillar.Pursue},
	}}
	s, conflicts := strategy.Tailor(&national, &strategy.Tailoring{
		Strategy: "zz",
		Select:   strategy.Selection{Pillars: []pillar.ID{pillar.Protect}},
		Set:      strategy.Strategy{ID: "zz-north", Objectives: []pillar.Objective{{ID: "o-1", Title: "Help victims in the North"}}},
		Add:      strategy.Strategy{Objectives: []pillar.Objective{{ID: "o-n1", Title: "Guard the passes"}}},
	})
	for _, o := range s.Objectives {
		fmt.Println(o.ID, o.Title)
	}
	fmt.Println(s.Origins, s.Relations[0].Kind, s.Relations[0].Strategy, len(conflicts))
	// Output:
	// o-1 Help victims in the North
	// o-n1 Guard the passes
	// [{o-1 [title]}] implements zz 0
}

// The title has changed since it was translated, so it stays as it is.
func ExampleLocalise() {
	s := strategy.Strategy{ID: "zz", Title: "Strategy of 2027", Threats: []threat.Threat{{ID: "t-arms", Name: "Arms"}}}
	local, findings := strategy.Localise(&s, &strategy.Translation{
		Strategy: "zz", Language: "ur",
		Texts: []strategy.TranslatedText{
			{Element: "zz", Field: "title", Source: "Strategy of 2026", Text: "حکمتِ عملی ۲۰۲۶"},
			{Element: "t-arms", Field: "name", Source: "Arms", Text: "اسلحہ"},
		},
	})
	fmt.Println(local.Title)
	fmt.Println("name:", ocs.Isolate(local.Threats[0].Name) == "\u2068اسلحہ\u2069")
	for _, f := range findings {
		fmt.Println(f.Path, f.Rule)
	}
	// Output:
	// Strategy of 2027
	// name: true
	// /texts/0/source translation-outdated
}

// A translator works on a table. What comes back is read, and a text that has
// changed since is seen to be outdated.
func ExampleTranslation_Worksheet() {
	s := strategy.Strategy{ID: "zz", Title: "Strategy", Threats: []threat.Threat{{ID: "t-arms", Name: "Arms"}}}
	empty := strategy.Translation{Strategy: "zz", Language: "ur"}
	var sheet strings.Builder
	if err := empty.Worksheet(&s).WriteCSV(&sheet); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(strings.ReplaceAll(sheet.String(), "\r\n", "\n"))

	filled := "element,field,source,text\nt-arms,name,Arms,اسلحہ\n"
	t, findings, err := empty.ReadWorksheet("ur.csv", strings.NewReader(filled))
	if err != nil || len(findings) > 0 {
		fmt.Println(err, findings)
		return
	}
	s.Threats[0].Name = "Firearms"
	for _, row := range t.Worksheet(&s).Rows {
		fmt.Println(row[0], row[4])
	}
	// Output:
	// element,field,source,text,status
	// zz,title,Strategy,,missing
	// t-arms,name,Arms,,missing
	// zz missing
	// t-arms outdated
}
