package report

import (
	"cmp"
	"fmt"
	"html/template"
	"strconv"
	"strings"
	"unicode"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
	"github.com/ocs-framework/ocs/threat"
)

// Tag and Direction are the language of labels, which is that of the page.
func (p *page) Tag() string       { return tongues[p.o.tongue()] }
func (p *page) Direction() string { return p.o.direction() }

// Framework is the set of pillars.
func (p *page) Framework() pillar.Framework { return p.ix.Framework() }

// AsOf is the day that progress is shown as of.
func (p *page) AsOf() ocs.Date { return p.o.AsOf }

// Reported is the day up to which the latest report speaks.
func (p *page) Reported() ocs.Date {
	if !p.Dated {
		return ocs.Date{}
	}
	return p.ix.Reported(p.o.AsOf)
}

// Title is the strategy's title.
func (p *page) Title() string {
	return cmp.Or(string(phraseOf(p.s.Title)), string(p.s.ID), p.o.label("untitled"))
}

// TitleLang is the attribute lang of the title, if it needs one.
func (p *page) TitleLang() template.HTMLAttr { return template.HTMLAttr(p.lang(p.Title())) }

// Style is the stylesheet, with that of pictures.
func (p *page) Style() template.CSS { return template.CSS(stylesheet + string(pageStyle())) }

// MarkingLabel is the strictest marking as the Traffic Light Protocol writes it.
func (p *page) MarkingLabel() string { return string(phraseOf(p.Marking.Label())) }

// MarkingClass is a word for the stylesheet. What isn't known looks like red.
func (p *page) MarkingClass() string {
	switch p.Marking {
	case ocs.MarkingClear, ocs.MarkingGreen, ocs.MarkingAmber:
		return string(p.Marking)
	case ocs.MarkingAmberStrict:
		return string(ocs.MarkingAmber)
	}
	return string(ocs.MarkingRed)
}

// Running is what stands in the margins of each printed page: the marking, the
// title and the notice. Margins have little room, so long texts are cut.
func (p *page) Running() template.CSS {
	notice := string(phraseOf(p.s.Notice))
	return template.CSS("@page{@top-left{content:" + cssString(p.MarkingLabel()) +
		"}@top-right{content:" + cssString(p.cut(p.Title(), 70, "")) +
		"}@bottom-left{content:" + cssString(p.cut(notice, 200, " ("+p.o.label("more")+")")) +
		`}@bottom-right{content:counter(page) " / " counter(pages)}}`)
}

// cssString writes text as a string of CSS. All but letters and digits of ASCII
// is escaped, so that nothing can end the string or the style element.
func cssString(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		if r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\%x `, r)
		}
	}
	return b.String() + `"`
}

// cut shortens a text and says what stands in place of the rest.
func (p *page) cut(text string, limit int, rest string) string {
	runes := []rune(text)
	if len(runes) <= limit {
		return text
	}
	return strings.TrimSpace(string(runes[:limit])) + "…" + rest
}

// card is a headline figure.
type card struct {
	Href          string
	Figure, Label template.HTML
	Detail        template.HTML
}

// Cards are the headline figures.
func (p *page) Cards() []card {
	text := func(s string) template.HTML { return template.HTML(template.HTMLEscapeString(string(phraseOf(s)))) }
	count := func(n int) template.HTML { return figure(p.o.group(strconv.Itoa(n))) }
	label := func(key string) template.HTML { return text(p.o.label(key)) }
	unit := func(key string) template.HTML { return `<span class="unit">` + label(key) + "</span>" }
	priority := 0
	for t := range p.ix.Threats() {
		if t.Priority {
			priority++
		}
	}
	cards := []card{
		{"_threats", count(len(p.s.Threats)), label("n-threats"), count(priority) + " " + label("of-priority")},
		{"_pillars", count(len(p.s.Objectives)), label("objectives"), count(len(collect(p.ix.Indicators()))) + " " + unit("indicators")},
		{"_plans", count(len(collect(p.ix.Commitments()))), label("commitments"), ""},
		{"_people", count(len(p.s.Actors)), label("actors"), count(len(p.led)-min(1, p.led[""])) + " " + label("leading")},
	}
	if p.Dated {
		cards[2].Detail = count(p.count(strategy.StandingDelivered)) + " " + text(p.o.term("standing", string(strategy.StandingDelivered)))
		overdue := card{"_delivery", count(len(p.Overdue.Items)), label("overdue"), ""}
		if len(p.Overdue.Items) > 0 {
			overdue.Detail = count(p.Longest().DaysLate) + " " + label("overdue-days")
		}
		cards = append(cards, overdue)
	}
	for _, m := range p.Budget.Total {
		c := card{"_money", text(strings.ReplaceAll(p.o.rounded(m.Cost, m.Currency), "\u00a0", " ")), label("costed"), ""}
		if !m.Cost.IsSet() {
			continue
		}
		if m.FundedShare.IsSet() {
			c.Detail = p.percent(m.FundedShare) + " " + label("secured")
		}
		cards = append(cards, c)
	}
	n := 0
	for _, g := range p.Findings {
		if g.Severity > ocs.Info {
			n += g.Count
		}
	}
	return append(cards, card{"_findings", count(n), label("to-mend"), ""})
}

// gapGroup are the gaps of one kind.
type gapGroup struct {
	Kind  strategy.GapKind
	About []strategy.Gap
}

// GapGroups are the gaps by kind, in the order of the vocabulary.
func (p *page) GapGroups() []gapGroup {
	var groups []gapGroup
	for _, kind := range strategy.GapKind("").Terms() {
		g := gapGroup{Kind: strategy.GapKind(kind)}
		for _, gap := range p.Coverage.Gaps {
			if gap.Kind == g.Kind {
				g.About = append(g.About, gap)
			}
		}
		if g.About != nil {
			groups = append(groups, g)
		}
	}
	return groups
}

// finding is what a rule found, with the element that it is about.
func (p *page) finding(f ocs.Finding) template.HTML {
	var head template.HTML
	if f.Element.ID != "" && f.Element.Kind != "strategy" {
		head = `<span class="meta">` + p.inline(strings.ReplaceAll(f.Element.Kind, "-", " ")) + "</span> " + p.reference(f.Element.ID) + ": "
	}
	text := head + p.inline(f.Message)
	if f.Help != "" {
		text += ` <span class="meta">` + p.inline(f.Help) + "</span>"
	}
	return text
}

// about is what a gap is about.
func (p *page) about(g strategy.Gap) template.HTML {
	switch g.Kind {
	case strategy.MarketWithoutThreat, strategy.NamedMarketNoThreat:
		return p.inEnglish(marketName(threat.Market(g.About)))
	case strategy.ArticleUnserved:
		return p.article(ocs.Article(g.About))
	case strategy.VictimsUnprotected:
		return p.term("victim", g.About)
	}
	return p.reference(g.About)
}

// article names an article of a treaty, with its title where it is known.
func (p *page) article(a ocs.Article) template.HTML {
	title := a.Title()
	if title == "" {
		return p.inEnglish(string(a))
	}
	treaty := a.Treaty().Name()
	if a.Treaty() == ocs.UNTOC {
		treaty = "UNTOC"
	}
	_, number, _ := strings.Cut(string(a), "/")
	return p.inEnglish(treaty + ", article " + number + ": " + title)
}

// inEnglish is text of ours that there is in English only.
func (p *page) inEnglish(text string) template.HTML {
	lang := ""
	if p.o.tongue() != english {
		lang = ` lang="en"`
	}
	return template.HTML("<bdi" + lang + ">" + template.HTMLEscapeString(string(phraseOf(text))) + "</bdi>")
}

// item is what something that falls due is about.
func (p *page) item(i strategy.DueItem) template.HTML {
	if i.ID != "" && p.reachable(i.ID) || i.Of == "" {
		return p.reference(i.ID)
	}
	return p.reference(i.Of)
}

// commitmentsOf are those of a plan.
func commitmentsOf(plan *strategy.Plan) []*strategy.Commitment {
	list := make([]*strategy.Commitment, len(plan.Commitments))
	for i := range plan.Commitments {
		list[i] = &plan.Commitments[i]
	}
	return list
}
