package findings

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
)

// Options says how findings are written. The zero value will do.
type Options struct {
	// Source returns the bytes of a file, for excerpts; the method of the same
	// name of a document does. Without it there are no excerpts.
	Source func(file string) []byte

	// More explains codes beyond those of our rules, such as faults of syntax and an agency's own rules.
	More []Explanation

	// Colour says that the reader is a terminal that shows colours.
	Colour bool
}

func (o *Options) orDefault() *Options {
	if o == nil {
		return &Options{}
	}
	return o
}

// place is where a finding stands: its position, or its path where none is
// known.
func place(pos ocs.Position, p ocs.Pointer) string {
	if pos.IsZero() {
		return string(p)
	}
	return pos.String()
}

// Text writes findings as compilers do, with the line that is wrong and a
// caret under the place:
//
//	plan.yaml:36:15: error: commitment "c-12": no such actor: "fai" [unresolved-reference]
//	            lead: fai
//	                  ^
//	    help: did you mean "fia"?
//
// Text from the document can't steer the terminal: what isn't printable is
// replaced. What it has in scripts that are written from right to left is set
// apart, as [ocs.Isolate] does, so that the rest of a line keeps its order; but not
// names of files, which readers copy.
func Text(w io.Writer, fs ocs.Findings, o *Options) error {
	t := text{Options: o.orDefault()}
	for i := range fs {
		t.finding(&fs[i])
	}
	_, err := w.Write(t.Bytes())
	return err
}

type text struct {
	bytes.Buffer
	*Options
}

// The codes of a terminal's colours.
const (
	red, yellow, blue, bold, faint, reset = "\x1b[31m", "\x1b[33m", "\x1b[34m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
)

func (t *text) paint(colour, s string) string {
	if !t.Colour || colour == "" {
		return s
	}
	return colour + s + reset
}

func severityColour(s ocs.Severity) string {
	switch s {
	case ocs.Error:
		return red
	case ocs.Warning:
		return yellow
	case ocs.Info:
		return blue
	}
	return ""
}

func (t *text) finding(f *ocs.Finding) {
	if at := place(f.Pos, f.Path); at != "" {
		t.WriteString(t.paint(bold, visible(at)+":") + " ")
	}
	fmt.Fprintf(t, "%s %s %s\n", t.paint(severityColour(f.Severity), f.Severity.String()+":"), sentence(f.Sentence()),
		t.paint(faint, "["+visible(f.Rule)+"]"))
	t.excerpt(f.Pos)
	if f.Help != "" {
		fmt.Fprintf(t, "    help: %s\n", sentence(f.Help))
	}
	for _, r := range f.Related {
		fmt.Fprintf(t, "    %s: %s\n", visible(place(r.Pos, r.Path)), sentence(r.Message))
	}
}

// maxExcerpt is how many characters of a line are shown.
const maxExcerpt = 120

// excerpt shows the line of a position and a caret below the column.
func (t *text) excerpt(pos ocs.Position) {
	if t.Source == nil || pos.Line < 1 || pos.Column < 1 {
		return
	}
	line, ok := lineAt(t.Source(pos.File), pos.Offset)
	if !ok || strings.TrimSpace(line) == "" {
		return
	}
	column, dots := pos.Column, ""
	if column > maxExcerpt*3/4 { // a long line: start shortly before the fault
		skip := column - maxExcerpt/2
		line, column, dots = dropRunes(line, skip), column-skip, "…"
	}
	head, rest := cutRunes(line, column-1)
	tail, more := cutRunes(rest, maxExcerpt-column+1)
	if more != "" {
		tail += "…"
	}
	fmt.Fprintf(t, "    %s\n    %s%s\n", apart(visible(dots+head+tail)), blanks(dots+head), t.paint(red, "^"))
}

// blanks is as wide as s on a terminal. Tabs stay tabs, and marks that are
// written over the character before them take no room.
func blanks(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return r
		case unicode.Is(unicode.Mn, r):
			return -1
		}
		return ' '
	}, s)
}

// cutRunes cuts s after n characters.
func cutRunes(s string, n int) (head, rest string) {
	rest = dropRunes(s, n)
	return s[:len(s)-len(rest)], rest
}

func dropRunes(s string, n int) string {
	for ; n > 0 && s != ""; n-- {
		_, size := utf8.DecodeRuneInString(s)
		s = s[size:]
	}
	return s
}

// lineAt returns the line of src in which an offset lies.
func lineAt(src []byte, offset int) (string, bool) {
	if offset < 0 || offset > len(src) || len(src) == 0 {
		return "", false
	}
	start := bytes.LastIndexAny(src[:offset], "\r\n") + 1
	line := src[start:]
	if end := bytes.IndexAny(line, "\r\n"); end >= 0 {
		line = line[:end]
	}
	return string(line), true
}

// sentence makes a message fit to be shown. Each text that it quotes is set
// apart by itself.
func sentence(s string) string {
	quoted := strings.Split(visible(s), `"`)
	for i := range quoted {
		quoted[i] = ocs.Isolate(quoted[i])
	}
	return strings.Join(quoted, `"`)
}

// apart sets the value that stands on a line of a document apart from what is
// before it, which is the name of a field or a dash.
func apart(line string) string {
	at := strings.Index(line, ": ") + len(": ")
	if at < len(": ") {
		at = len(line) - len(strings.TrimLeft(line, " \t-"))
	}
	return line[:at] + ocs.Isolate(line[at:])
}

// visible keeps text of a document from steering a terminal and from changing
// the order in which a line is read.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || unicode.IsPrint(r) || r == '\u200c' || r == '\u200d' { // the joiners that Urdu and Persian spell with
			return r
		}
		return utf8.RuneError
	}, s)
}
