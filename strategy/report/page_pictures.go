package report

import (
	"html/template"

	"github.com/ocs-framework/ocs/strategy"
)

// shown is a picture as the page shows it.
type shown struct {
	Picture
	Drawing template.HTML
}

// pictures draws those of a section.
func (p *page) pictures(section string) []shown {
	var list []Picture
	switch section {
	case "threats":
		list = []Picture{{Name: "ranking", Table: p.Ranking.Table()}}
	case "coverage":
		list = []Picture{{Name: "coverage", Table: p.Coverage.Table()}}
	case "delivery":
		list = []Picture{}
	case "people":
		list = []Picture{{Name: "responsibilities", Table: p.Responsibility.Table()}}
	case "risks":
		list = []Picture{}
	}
	all := make([]shown, len(list))
	for i, v := range list {
		all[i] = shown{Picture: v, Drawing: template.HTML(v.SVG)}
	}
	return all
}

var _ strategy.Table
