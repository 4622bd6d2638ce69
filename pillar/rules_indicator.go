package pillar

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ocs-framework/ocs"
)

var indicatorIncomplete = ocs.Rule[Indicator]{
	Code:  "indicator-incomplete",
	Title: "every indicator says what it measures, in which unit and direction, from which source and how often",
	Doc: "A reading can be taken, and judged, only if the indicator's kind, source and frequency are known, and for a number its unit and which way it should move. " +
		"Fill in what is missing. A yes-no indicator needs no frequency: it is looked at when its target falls due.",
	Basis:  "indicators that are specific and measurable (SMART); Scotland 2022: counts, surveys and judgements, each from a named source",
	Levels: "-WEEE",
	Check: func(p *ocs.Pass, i *Indicator) {
		if i.Kind == "" {
			p.Report(&i.Kind, "indicator has no kind").Help("say whether it measures an impact, outcome, output, process or input")
		}
		if i.number() && blank(i.Unit) {
			p.Report(&i.Unit, "indicator has no unit").Help("say what is counted or measured, such as persons, %% or hours")
		}
		if i.number() && i.Direction == "" {
			p.Report(&i.Direction, "indicator has no direction").Help("say whether the value should increase, decrease or be maintained")
		}
		if blank(i.Source) {
			p.Report(&i.Source, "indicator has no source").Help("say where readings come from, such as a register or a survey")
		}
		if i.Frequency == "" && i.Value != YesNo {
			p.Report(&i.Frequency, "indicator has no frequency").Help("say how often a reading is due")
		}
	},
}

var baselineMissing = ocs.Rule[Indicator]{
	Code:  "baseline-missing",
	Title: "every indicator has a dated baseline, or a reason why there is none yet and the date by which there will be",
	Doc: "Progress is measured from a known start. Give the value and the date to which it refers. Where it isn't known yet, say why under pending and by when it will be: " +
		"an honest gap with a date is better than a guess. Once the value is there, drop the reason.",
	Basis:  "Nigeria's plan on trafficking 2022-2026 takes a baseline first",
	Levels: "-WWEE",
	Check: func(p *ocs.Pass, i *Indicator) {
		b := &i.Baseline
		switch has, pending := stated(b.Value, b.Text), !blank(b.Pending); {
		case has && pending:
			p.Report(&b.Pending, "baseline has a value and a reason why it has none").Help("drop the reason, or the value if it is a guess")
		case has && b.Date.IsZero():
			p.Report(&b.Date, "baseline has no date").Help("give the date to which the value refers")
		case has:
		case pending && b.By.IsZero():
			p.Report(&b.By, "baseline is pending without a date").Help("say by when the value will be established")
		case pending:
		case !b.By.IsZero():
			p.Report(&b.Pending, "baseline is pending without a reason").Help("say why there is no value yet")
		case !b.Date.IsZero():
			p.Report(&b.Value, "baseline has a date and no value").Help("give the value on that date, or say why there is none yet and by when there will be")
		default:
			p.Report(b, "indicator has no baseline").Help("give value and date, or say why there is none yet and by when there will be")
		}
	},
}

var baselineOverdue = ocs.Rule[Indicator]{
	Code:  "baseline-overdue",
	Title: "no baseline is pending beyond the date by which it was to be established",
	Doc: "Until the baseline is there, no reading can be judged. Establish the value, or say why it is late and set a new date. " +
		"Targets that were set without it should be looked at again once it is known.",
	Basis:     "Nigeria's plan on trafficking 2022-2026 takes a baseline first",
	Levels:    "-iWWE",
	NeedsDate: true,
	Check: func(p *ocs.Pass, i *Indicator) {
		if b := &i.Baseline; !stated(b.Value, b.Text) && b.By.Before(p.AsOf()) {
			p.Report(&b.By, "baseline was to be established by %v", b.By).Help("establish the value, or set a new date")
		}
	},
}

var targetMissing = ocs.Rule[Indicator]{
	Code:  "target-missing",
	Title: "every indicator has a target",
	Doc: "Without a target a reading says what happened but not whether it is enough. Give the value to reach and by when; a rough one can be amended later. " +
		"An indicator that is to be maintained has its baseline for a target, and a narrative one need have none.",
	Basis:  "indicators that are time-bound (SMART); Nigeria's yearly benchmarks",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, i *Indicator) {
		if len(i.Targets) == 0 && i.Value != Narrative && i.Direction != Maintain {
			p.Report(&i.Targets, "indicator has no target").Help("give the value to reach and by when")
		}
	},
}

var targetIncomplete = ocs.Rule[Indicator]{
	Code:   "target-incomplete",
	Title:  "every target has a value and a date",
	Doc:    "A target is a value to reach by a date; with either missing nobody can say whether it was reached. Give both. The value of a yes-no or narrative indicator is a text.",
	Basis:  "indicators that are measurable and time-bound (SMART)",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, i *Indicator) {
		for n := range i.Targets {
			t := &i.Targets[n]
			if t.By.IsZero() {
				p.Report(&t.By, "target has no date").Help("say by when it is to be reached")
			}
			switch {
			case stated(t.Value, t.Text):
			case i.number():
				p.Report(&t.Value, "target has no value").Help("give the value to reach")
			default:
				p.Report(&t.Text, "target has no value").Help("say what is to be reached, which for a yes-no indicator is \"yes\" or \"no\"")
			}
		}
	},
}

var valueKind = ocs.Rule[Indicator]{
	Code:  "value-kind",
	Title: "baselines and targets are of their indicator's kind of value",
	Doc: "A number has its value under value; a yes-no indicator has the word yes or no under text, and a narrative one a text. " +
		"A value of another kind can't be compared with readings. Move it to the right field, or change the indicator's kind of value.",
	Basis:  "Scotland 2022: counts beside qualitative evaluation; what can't be counted is not given a number",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, i *Indicator) {
		checkValue(p, i, &i.Baseline.Value, &i.Baseline.Text)
		for n := range i.Targets {
			checkValue(p, i, &i.Targets[n].Value, &i.Targets[n].Text)
		}
	},
}

// worded reports whether a text says something: a stroke in its place, as tables
// have it, is a placeholder.
func worded(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

func checkValue(p *ocs.Pass, i *Indicator, value *ocs.Decimal, text *string) {
	switch {
	case i.number() && worded(*text):
		p.Report(text, "a text stands where the indicator takes a number").Help("write the number under value, or make the indicator yes-no or narrative")
	case (i.Value == YesNo || i.Value == Narrative) && value.IsSet():
		p.Report(value, "a number stands where the indicator takes a text").Help("write the value under text, or make the indicator a number")
	case i.Value == YesNo && !blank(*text) && *text != "yes" && *text != "no":
		p.Report(text, "value is neither yes nor no").Help("write yes or no, or make the indicator narrative")
	}
}

var percentOutOfRange = ocs.Rule[Indicator]{
	Code:  "percent-out-of-range",
	Title: "no share is below 0 or above 100 per cent",
	Doc: "A value in per cent is read as a share of a whole. If it is a rate of growth, which may be negative or above 100, say so in the unit, as in \"% change\". " +
		"Otherwise a figure was mistyped, or is a count that needs another unit.",
	Basis:  "arithmetic",
	Levels: "WWWWW",
	Check: func(p *ocs.Pass, i *Indicator) {
		if !percent(i.Unit) {
			return
		}
		checkShare(p, &i.Baseline.Value)
		for n := range i.Targets {
			checkShare(p, &i.Targets[n].Value)
		}
	},
}

func checkShare(p *ocs.Pass, value *ocs.Decimal) {
	if value.Sign() < 0 || value.Compare(ocs.Num(100)) > 0 {
		p.Report(value, "a share should be from 0 to 100 per cent, not %v", *value).Help("mend the figure, or say in the unit that it is a change or a count")
	}
}

var disaggregationMissing = ocs.Rule[Indicator]{
	Code:  "disaggregation-missing",
	Title: "indicators that count persons are broken down by sex and age",
	Doc: "Organised crime, and the answer to it, reach women, men, girls and boys in different ways, which a total hides. Plan from the start to collect each reading by sex and by age; " +
		"it can seldom be done afterwards. Say people for every indicator that counts persons.",
	Basis: "ICCS, disaggregating variables; UNTOC Conference of the Parties resolution 11/2 and CCPCJ resolution 26/3 on gender (read in UNODC's account of them)",
	// Where figures can't be broken down, a waiver says why.
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, i *Indicator) {
		if !i.People {
			if unit := strings.ToLower(strings.TrimSpace(i.Unit)); countsPersons(unit) {
				p.Report(&i.People, "indicator counts %s and does not say that it counts people", unit).
					Help("set people, and break it down by sex and age")
			}
			return
		}
		missing := ""
		switch sex, age := slices.Contains(i.DisaggregatedBy, BySex), slices.Contains(i.DisaggregatedBy, ByAge); {
		case !sex && !age:
			missing = "sex and age"
		case !sex:
			missing = "sex"
		case !age:
			missing = "age"
		default:
			return
		}
		p.Report(&i.DisaggregatedBy, "indicator counts people and is not broken down by %s", missing).Help("add %s to disaggregated-by", missing)
	},
}

// countsPersons reports whether a unit can only mean persons of either sex and any
// age.
func countsPersons(unit string) bool {
	switch unit {
	case "persons", "people", "individuals", "victims", "witnesses", "migrants", "children":
		return true
	}
	return false
}

// number reports whether readings are numbers.
func (i *Indicator) number() bool { return i.Value == Number || i.Value == "" }

// stated reports whether a baseline or target has a value of any kind.
func stated(value ocs.Decimal, text string) bool { return value.IsSet() || !blank(text) }

func percent(unit string) bool {
	switch strings.ToLower(strings.TrimSpace(unit)) {
	case "%", "percent", "per cent":
		return true
	}
	return false
}

// blank reports whether a text says nothing.
func blank(s string) bool { return strings.TrimSpace(s) == "" }
