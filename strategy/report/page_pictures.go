package report

import (
	"html/template"
)

// shown is a picture as the page shows it.
type shown struct {
	Picture
	Drawing   template.HTML
	Captioned bool // it doesn't bring its own heading
}

// pictures draws those of a section. They are our own work, in which texts of
// the document are escaped.
func (p *page) pictures(section string) []shown {
	o := *p.o
	o.within = true
	var list []Picture
	switch section {
	case "threats":
		list = []Picture{ThreatRanking(p.ix, &o)}
	case "coverage":
		list = []Picture{Coverage(p.ix, &o)}
	case "delivery":
		list = Timeline(p.ix, &o)
	case "indicators":
		list = Indicators(p.ix, &o)
	case "money":
		list = []Picture{BudgetByPillar(p.ix, &o), BudgetBySource(p.ix, &o)}
	case "people":
		list = []Picture{Responsibilities(p.ix, &o)}
	case "risks":
		list = []Picture{Risks(p.ix, &o)}
	}
	all := make([]shown, len(list))
	for i, v := range list {
		all[i] = shown{Picture: v, Drawing: template.HTML(v.SVG), Captioned: section != "indicators"}
	}
	return all
}
