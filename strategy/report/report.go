package report

import (
	"bufio"
	"embed"
	"fmt"
	"html/template"
	"io"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy"
)

//go:embed templates/*.html
var templates embed.FS

//go:embed style.css
var stylesheet string

// HTML writes a strategy as one page of HTML that stands by itself: it loads
// nothing, runs no script, and can be read from a file, printed on A4 and sent
// on. Elements are reached by their identifiers: page.html#c-12.
//
// It shows all that the strategy holds but extensions. What is not for the
// readers must be taken out first, with [strategy.Redact]. Each section, and
// each printed page in browsers that know margin boxes, carries the document's
// notice and the strictest marking of anything in it; where none is stated that
// is TLP:CLEAR.
//
// Text from the document can't become markup, style or script. What it has of
// control characters and of controls of direction is left out. Only addresses of
// the schemes http and https become links.
//
// The same strategy and options give the same bytes. It is an error if the
// language of labels isn't one of Options, and if w fails. Options may be nil.
func HTML(w io.Writer, ix *strategy.Index, o *Options) error {
	if o == nil {
		o = new(Options)
	}
	if o.Language != "" && primary(o.Language) != tongues[o.tongue()] {
		return fmt.Errorf("report: no labels in %q", string(o.Language))
	}
	p := newPage(ix, o)
	t, err := template.New("page").Funcs(p.functions()).ParseFS(templates, "templates/*.html")
	if err != nil {
		return err
	}
	b := bufio.NewWriterSize(w, 1<<16)
	if err := t.ExecuteTemplate(b, "page", p); err != nil {
		return err
	}
	return b.Flush()
}

// page is what the templates show.
type page struct {
	*views
	ix *strategy.Index
	s  *strategy.Strategy
	o  *Options

	Marking  ocs.Marking // the strictest of anything in the document
	Sections []section

	languages []language
	anchors   map[ocs.ID]bool // identifiers that stand on the page already
}

func newPage(ix *strategy.Index, o *Options) *page {
	p := &page{ix: ix, s: ix.Strategy(), o: o, views: newViews(ix, o), anchors: make(map[ocs.ID]bool)}
	p.Marking = strictest(p.s)
	p.languages = languagesOf(p.s, o)
	p.Sections = p.sections()
	return p
}

// S is the strategy.
func (p *page) S() *strategy.Strategy { return p.s }

// section is a part of the page.
type section struct {
	Name string // of its template and label
}

// ID is the section's place on the page. No element can have it, since no
// identifier begins like that.
func (s section) ID() string { return "_" + s.Name }

// sections lists those that have something to show.
func (p *page) sections() []section {
	var list []section
	for _, name := range []string{"overview", "threats", "coverage", "pillars", "delivery", "plans", "indicators", "people", "money",
		"risks", "consultations", "findings", "sources"} {
		list = append(list, section{name})
	}
	return list
}
