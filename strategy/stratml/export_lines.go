package stratml

import (
	"fmt"
	"strings"

	"github.com/ocs-framework/ocs/pillar"
)

// withLines adds lines for people to what OtherInformation says.
func withLines(text string, lines []string) string {
	for _, l := range lines {
		if text != "" {
			text += "\n"
		}
		text += lineMark + strings.Join(strings.Fields(l), " ")
	}
	return text
}

// lines say of the strategy in short what StratML has no place for.
func (x *exporter) lines() []string {
	var lines []string
	if x.s.Notice != "" {
		lines = append(lines, "Notice: "+x.s.Notice)
	}
	if x.s.Jurisdiction.Name != "" {
		lines = append(lines, "Jurisdiction: "+x.s.Jurisdiction.Name+".")
	}
	var names []string
	for i := range x.s.Threats {
		names = append(names, x.s.Threats[i].Name)
	}
	lines = appendList(lines, "Threats", names)
	names = nil
	for i := range x.s.Treaties {
		names = append(names, string(x.s.Treaties[i].Treaty))
	}
	return appendList(lines, "Treaties", names)
}

// unwritable returns lines with the administrative information that doesn't
// have the form which the schema demands.
func (d *plan) unwritable() []string {
	var lines []string
	for _, f := range []struct {
		name, text string
		ok         bool
	}{
		{"Start date", d.Admin.Start, isDate(d.Admin.Start)}, {"End date", d.Admin.End, isDate(d.Admin.End)},
		{"Publication date", d.Admin.Publication, isDate(d.Admin.Publication)}, {"Source", d.Admin.Source, isURI(d.Admin.Source)},
	} {
		if f.text != "" && !f.ok && !isPlaceholder(f.text) {
			lines = append(lines, f.name+": "+f.text)
		}
	}
	return lines
}

// objectiveLines say of an objective which threats it answers and which treaty
// articles it puts into effect.
func (x *exporter) objectiveLines(o *pillar.Objective) []string {
	var names []string
	for _, id := range o.Threats {
		if t := x.ix.Threat(id); t != nil {
			names = append(names, t.Name)
		}
	}
	lines := appendList(nil, "Threats", names)
	names = nil
	for _, a := range o.Articles {
		names = append(names, string(a))
	}
	return appendList(lines, "Legal basis", names)
}

func appendList(lines []string, head string, names []string) []string {
	if len(names) == 0 {
		return lines
	}
	const most = 20
	if more := len(names) - most; more > 0 {
		names = append(names[:most:most], fmt.Sprintf("and %d more", more))
	}
	return append(lines, head+": "+strings.Join(names, "; ")+".")
}
