package threat

import (
	"slices"
	"strings"

	"github.com/ocs-framework/ocs"
)

var transnationalLimb = ocs.Rule[Threat]{
	Code:  "transnational-limb",
	Title: "a threat is transnational on a stated ground of the Convention, and only then",
	Doc: "The Convention applies, and with it extradition and mutual legal assistance, where an offence is transnational on at least one of four grounds: committed in several States, " +
		"directed from another, by a group active in several, or with substantial effects in another. Name the grounds under limbs, or change the scope. A regional threat may have a ground too.",
	Basis:  "UNTOC article 3, paragraph 2 (recalled)",
	Levels: "-iWWW",
	Check: func(p *ocs.Pass, t *Threat) {
		switch {
		case t.Scope == Transnational && len(t.Limbs) == 0:
			p.Report(&t.Limbs, "threat is transnational without a ground").Help("list under limbs the grounds of article 3, paragraph 2, that apply: %s", strings.Join(Limb("").Terms(), ", "))
		case len(t.Limbs) > 0 && (t.Scope == "" || t.Scope == Local || t.Scope == National):
			p.Report(&t.Scope, "threat has a ground on which it is transnational, but not that scope").Help("make the scope transnational, or drop the limbs")
		}
	},
}

var selfEnabled = ocs.Rule[Threat]{
	Code:   "self-enabled",
	Title:  "no threat enables itself",
	Doc:    "A threat lists the other threats that make it possible. Two threats may enable each other, as corruption and laundering do, but that a threat makes itself possible says nothing; usually another one was meant.",
	Basis:  "integrity of the data",
	Levels: "WEEEE",
	Check: func(p *ocs.Pass, t *Threat) {
		for n := range t.EnabledBy {
			if t.ID != "" && t.EnabledBy[n] == t.ID {
				p.Report(&t.EnabledBy[n], "threat enables itself").Help("name the threat that was meant, or drop it")
			}
		}
	},
}

var traffickingAndSmuggling = ocs.Rule[Threat]{
	Code:  "trafficking-and-smuggling",
	Title: "trafficking in persons and smuggling of migrants are two threats",
	Doc: "A trafficked person is the victim of a crime against the person; a smuggled migrant paid for illegal entry. The two have protocols, offences, duties to persons and often agencies of their own, " +
		"and a threat that is both leaves each count and each commitment in doubt. Split it in two; one objective may answer both.",
	Basis:  "Trafficking in Persons Protocol article 3 and Smuggling of Migrants Protocol article 3 (recalled)",
	Levels: "iiWWW",
	Check: func(p *ocs.Pass, t *Threat) {
		if t.Kind == Enabler {
			return
		}
		n := slices.Index(t.Markets, SmugglingOfMigrants)
		if n >= 0 && slices.Contains(t.Markets, TraffickingInPersons) {
			p.Report(&t.Markets[n], "threat is both trafficking in persons and smuggling of migrants").Help("make two threats of it")
		}
	},
}

var seriousCrime = ocs.Rule[Threat]{
	Code:  "serious-crime",
	Title: "an offence called serious carries a maximum of at least four years",
	Doc: "The Convention calls a crime serious if its maximum penalty is deprivation of liberty of at least four years; on that depend its duties of cooperation. " +
		"Give the maximum in years, or life. If the maximum is lower, the offence isn't serious in that sense: drop the label, or plan to raise the penalty.",
	Basis:  "UNTOC article 2(b)",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, t *Threat) {
		for n := range t.Offences {
			o := &t.Offences[n]
			switch {
			case o.Life && o.MaxYears.IsSet():
				p.Report(&o.MaxYears, "offence has a maximum of %v years and of life", o.MaxYears).Help("keep one of the two")
			case !o.Serious || o.Life:
			case o.MaxYears.IsZero():
				p.Report(&o.MaxYears, "offence is called serious and its maximum penalty is not stated").Help("give the maximum in years, or life")
			case o.MaxYears.Compare(ocs.Num(4)) < 0:
				p.Report(&o.MaxYears, "offence is called serious and carries a maximum of %v years, less than four", o.MaxYears).
					Help("drop the label, or mend the figure").Related(&o.Serious, "called serious here")
			}
		}
	},
}

var malformedCode = ocs.Rule[Threat]{
	Code:  "malformed-code",
	Title: "every code of an offence is one of its scheme",
	Doc: "Statistics and requests between States are matched by these codes. An ICCS code has 2, 4, 5 or 6 digits and begins with a section from 01 to 11; only its shape is checked. " +
		"Categories of FATF, SHERLOC and GI-TOC are closed lists and are written by name. Mind that trafficking in persons is 0204, while 0203 is slavery.",
	Basis:  "ICCS 1.0; FATF designated categories of offences; SHERLOC crime types; GI-TOC criminal markets (in part read in copies)",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, t *Threat) {
		for n := range t.Offences {
			for k := range t.Offences[n].Codes {
				if c := &t.Offences[n].Codes[k]; !c.WellFormed() {
					reportCode(p, c)
				}
			}
		}
	},
}

func reportCode(p *ocs.Pass, c *Code) {
	d := p.Report(&c.Code, "%q is no category of scheme %q", short(c.Code), short(string(c.Scheme)))
	if c.Scheme == ICCS {
		d.Help("write a code such as 02, 0204 or 02041")
		return
	}
	var names []string
	for _, category := range Categories(c.Scheme) {
		names = append(names, category.Code)
	}
	if near := ocs.Nearest(c.Code, slices.Values(names)); near != "" {
		d.Help("did you mean %q?", near)
	} else {
		d.Help("use the name of a category of the scheme")
	}
}

var participationCode = ocs.Rule[Threat]{
	Code:  "participation-code",
	Title: "the code of participation in a criminal group is kept for participation itself",
	Doc: "ICCS 0905 and 09051 classify membership in, or support of, an organised criminal group. A crime that a group commits has the code of that crime, " +
		"and the link to the group is told by disaggregation and not by a second code; otherwise one crime is counted twice.",
	Basis:  "ICCS 1.0 on 09051 (read in the OAS glossary that quotes it); UNTOC article 5",
	Levels: "WWEEE",
	Check: func(p *ocs.Pass, t *Threat) {
		for n := range t.Offences {
			o := &t.Offences[n]
			others := slices.ContainsFunc(o.Codes, func(c Code) bool { return c.Scheme == ICCS && !participation(c) })
			elsewhere := len(o.Articles) > 0 && !slices.ContainsFunc(o.Articles, func(a ocs.Article) bool { return a.Treaty() == ocs.UNTOC && a.Number() == 5 })
			for k := range o.Codes {
				switch c := &o.Codes[k]; {
				case !participation(*c):
				case others:
					p.Report(&c.Code, "participation in a group is a second code beside that of the crime").Help("drop %s, or make participation an offence of its own", c.Code)
				case elsewhere:
					p.Report(&c.Code, "offence has the code of participation in a group and implements other articles").
						Help("use the code of the crime itself, or add untoc/5 if participation is the offence").Related(&o.Articles, "the articles")
				}
			}
		}
	},
}

func participation(c Code) bool { return c.Scheme == ICCS && (c.Code == "0905" || c.Code == "09051") }

// short cuts a text from a document to what a message may quote.
func short(s string) string {
	const limit = 60 // characters
	n := 0
	for at := range s {
		if n == limit {
			return s[:at] + "…"
		}
		n++
	}
	return s
}
