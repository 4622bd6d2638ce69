package report

import (
	"bufio"
	"io"
	"net/url"
	"strings"

	"github.com/ocs-framework/ocs/actor"
	"github.com/ocs-framework/ocs/pillar"
	"github.com/ocs-framework/ocs/strategy"
)

// Markdown writes the report for a wiki: in GitHub Flavored Markdown, without
// raw HTML, with the diagrams of [Mermaid] as fenced blocks. It says what the page of
// [HTML] says in tables and lists; cells of the views are in the terms of the
// document. Text of the document is only ever text: what means something to
// Markdown is escaped, and only addresses of the schemes http and https become links.
//
// The same strategy and options give the same bytes. The error is that of w.
func Markdown(w io.Writer, ix *strategy.Index, o *Options) error {
	o = o.ready(ix)
	m := &markdown{w: bufio.NewWriter(w), ix: ix, o: o}
	m.front()
	m.threats()
	m.table(o.say("coverage"), ix.Coverage(o.AsOf, nil).Table())
	m.pillars()
	m.delivery()
	m.table(o.say("indicators"), ix.Progress(o.AsOf, nil).Table())
	m.table(o.say("people"), ix.Responsibility(o.AsOf, nil).Table())
	budget := ix.Budget(o.AsOf, nil)
	m.table(o.say("money"), budget.Table())
	m.table(o.say("pic.sources"), budget.Tables()[3])
	m.table(o.say("risks"), risksTable(ix, rankRisks(ix), o))
	m.consultations()
	m.table(o.say("gaps"), ix.Coverage(o.AsOf, nil).GapsTable())
	m.sources()
	return m.w.Flush()
}

// markdown is a report in the making. Errors of w are kept by the buffer.
type markdown struct {
	w  *bufio.Writer
	ix *strategy.Index
	o  *Options
}

// markdownSigns are written so that they are only text. A backslash may stand
// before any sign of ASCII.
var markdownSigns = strings.NewReplacer("\\", "\\\\", "`", "\\`", "*", "\\*", "_", "\\_", "[", "\\[", "]", "\\]", "<", "&lt;", ">", "&gt;",
	"|", "\\|", "~", "\\~", "&", "&amp;", "#", "\\#", "$", "\\$", "!", "\\!")

// mark is a phrase as text of Markdown, at any place but the beginning of a
// line.
func mark(p phrase) string { return markdownSigns.Replace(string(p)) }

// opening is a phrase at the beginning of a line, where more signs mean
// something: those of lists, rules and headings.
func opening(p phrase) string {
	text := mark(p)
	i := strings.IndexFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	if i >= 0 && strings.ContainsRune("+-=.):", rune(text[i])) {
		return text[:i] + "\\" + text[i:]
	}
	return text
}

func (m *markdown) write(parts ...string) {
	for _, p := range parts {
		m.w.WriteString(p)
	}
}

func (m *markdown) heading(level int, p phrase) {
	m.write("\n", strings.Repeat("#", level), " ", mark(p), "\n\n")
}

// paragraph writes a text, which may be of several paragraphs.
func (m *markdown) paragraph(text string) {
	for _, part := range strings.Split(text, "\n\n") {
		if p := phraseOf(part); p != "" {
			m.write(opening(p), "\n\n")
		}
	}
}

// item writes a line of a list, with a name before it if there is one.
func (m *markdown) item(name phrase, texts ...phrase) {
	text := m.o.join(" · ", texts...)
	switch {
	case text == "":
	case name == "":
		m.write("- ", opening(text), "\n")
	default:
		m.write("- **", opening(name), "**: ", mark(text), "\n")
	}
}

// table writes a table, or nothing if it has no rows.
func (m *markdown) table(title phrase, t strategy.Table) {
	if len(t.Rows) == 0 {
		return
	}
	m.heading(2, title)
	used := make([]bool, len(t.Columns))
	for _, row := range t.Rows {
		for i, cell := range row[:min(len(row), len(used))] {
			used[i] = used[i] || cell != ""
		}
	}
	line := func(cells []string) {
		for i, cell := range cells[:min(len(cells), len(used))] {
			if used[i] {
				m.write("| ", mark(phraseOf(cell)), " ")
			}
		}
		m.write("|\n")
	}
	line(t.Columns)
	for _, u := range used {
		if u {
			m.write("| --- ")
		}
	}
	m.write("|\n")
	for _, row := range t.Rows {
		line(row)
	}
}

// front writes what comes first: what it is, how it is marked, and the whole.
func (m *markdown) front() {
	s := m.ix.Strategy()
	m.write("# ", mark(nameOr(s.Title, s.ID)), "\n\n")
	m.write("**", mark(phraseOf(strictest(s).Label())), "**\n\n")
	if p := phraseOf(s.Notice); p != "" {
		m.write("> ", opening(p), "\n\n")
	}
	m.item(m.o.say("as-of"), m.o.day(m.o.AsOf))
	m.item(m.o.say("stage"), m.o.word("stage", string(s.Stage)))
	m.item(m.o.say("period"), m.o.span(s.Period))
	m.item(m.o.say("version"), phraseOf(s.Version))
	m.item(m.o.say("framework"), phraseOf(m.ix.Framework().Name))
	for _, part := range []struct{ key, text string }{{"vision", s.Vision}, {"mission", s.Mission}} {
		if part.text != "" {
			m.heading(2, m.o.say(part.key))
			m.paragraph(part.text)
		}
	}
}

// threats writes the ranking and what each threat is.
func (m *markdown) threats() {
	m.table(m.o.say("threats"), m.ix.Ranking(m.o.AsOf, nil).Table())
	m.write("\n")
	for t := range m.ix.Threats() {
		m.item(nameOr(t.Name, t.ID), phraseOf(t.Description))
	}
}

// pillars writes the objectives under each pillar, with their indicators and
// commitments.
func (m *markdown) pillars() {
	m.heading(2, m.o.say("pillars"))
	for p := range m.ix.Pillars() {
		m.heading(3, nameOr(p.Name, p.ID))
		m.paragraph(p.Aim)
		for o := range m.ix.ObjectivesUnder(p.ID) {
			if !o.Horizontal {
				m.objective(o)
			}
		}
	}
	m.heading(3, m.o.say("horizontal"))
	for o := range m.ix.Objectives() {
		if o.Horizontal {
			m.objective(o)
		}
	}
}

func (m *markdown) objective(o *pillar.Objective) {
	m.heading(4, nameOr(o.Title, o.ID))
	m.paragraph(o.Description)
	for i := range o.Indicators {
		m.item(m.o.say("indicator"), nameOr(o.Indicators[i].Name, o.Indicators[i].ID))
	}
	for c := range m.ix.CommitmentsFor(o.ID) {
		m.item(m.o.say("commitment"), nameOr(c.Title, c.ID), m.actor(c.Lead), phraseOf(m.o.deadline(c.Deadline, m.ix.Due(c))))
	}
}

// actor is an actor's name.
func (m *markdown) actor(id actor.ID) phrase {
	if a := m.ix.Actor(id); a != nil {
		return nameOr(a.Name, a.ID)
	}
	return phraseOf(string(id))
}

// delivery writes how commitments stand, and the diagrams.
func (m *markdown) delivery() {
	m.table(m.o.say("delivery"), m.ix.Delivery(m.o.AsOf, nil).Table())
	for _, d := range Mermaid(m.ix, m.o) {
		m.heading(3, phraseOf(d.Title))
		m.write("```mermaid\n", d.Text, "```\n")
	}
}

// consultations writes who was heard, and what it informed.
func (m *markdown) consultations() {
	names := func(list []actor.ID) phrase {
		phrases := make([]phrase, 0, len(list))
		for _, id := range list {
			phrases = append(phrases, m.actor(id))
		}
		return m.o.join(" · ", phrases...)
	}
	first := true
	for c := range m.ix.Consultations() {
		if first {
			m.heading(2, m.o.say("consultations"))
			first = false
		}
		m.heading(3, nameOr(c.Title, c.ID))
		m.paragraph(c.Description)
		m.item(m.o.say("held"), m.o.span(c.Held), phraseOf(c.Place))
		m.item(m.o.say("convened-by"), names(c.ConvenedBy))
		m.item(m.o.say("supported-by"), names(c.SupportedBy))
		m.item(m.o.say("participants"), names(c.Participants))
		m.item(m.o.say("topics"), lineOf(c.Topics)...)
		m.item(m.o.say("outcomes"), lineOf(c.Outcomes)...)
		var informed []phrase
		for _, id := range c.Informs {
			if o := m.ix.Objective(id); o != nil {
				informed = append(informed, nameOr(o.Title, o.ID))
			}
		}
		m.item(m.o.say("informs"), informed...)
	}
}

// lineOf makes phrases of texts.
func lineOf(list []string) []phrase {
	phrases := make([]phrase, 0, len(list))
	for _, text := range list {
		phrases = append(phrases, phraseOf(text))
	}
	return phrases
}

// sources writes the bibliography, with links to what is on the web.
func (m *markdown) sources() {
	first := true
	for s := range m.ix.Sources() {
		if first {
			m.heading(2, m.o.say("sources"))
			first = false
		}
		text := mark(m.o.join(" · ", nameOr(s.Title, s.ID), phraseOf(s.Publisher), m.o.day(s.Date)))
		if address := webAddress(s.URL); address != "" {
			text = "[" + text + "](<" + address + ">)"
		}
		m.write("- **", opening(phraseOf(string(s.ID))), "**: ", text, "\n")
	}
}

// webAddress is an address of the web that can stand between angle brackets,
// or nothing if it isn't one.
func webAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.User != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return strings.NewReplacer("<", "%3C", ">", "%3E", "\\", "%5C").Replace(u.String())
}
