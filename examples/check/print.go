package main

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ocs-framework/ocs"
	"github.com/ocs-framework/ocs/strategy/codec"
)

// printer writes findings as compilers do, with the line that is wrong.
type printer struct {
	w       io.Writer
	colour  bool
	counts  [ocs.Error + 1]int
	waived  int
	skipped []string
}

// The colours of a terminal.
const (
	red, yellow, blue, bold, faint, reset = "\x1b[31m", "\x1b[33m", "\x1b[34m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
)

var severityColour = map[ocs.Severity]string{ocs.Error: red, ocs.Warning: yellow, ocs.Info: blue}

func (p *printer) paint(colour, s string) string {
	if !p.colour {
		return s
	}
	return colour + s + reset
}

func (p *printer) print(doc *codec.Document, dir string, result ocs.Result) {
	for _, f := range result.Findings {
		p.counts[f.Severity]++
		fmt.Fprintf(p.w, "%s %s %s %s\n", p.paint(bold, place(dir, f.Pos, f.Path)+":"),
			p.paint(severityColour[f.Severity], f.Severity.String()+":"), visible(f.Message), p.paint(faint, "["+f.Rule+"]"))
		p.excerpt(doc, f.Pos)
		if f.Help != "" {
			fmt.Fprintf(p.w, "    help: %s\n", visible(f.Help))
		}
		for _, r := range f.Related {
			fmt.Fprintf(p.w, "    %s: %s\n", place(dir, r.Pos, r.Path), visible(r.Message))
		}
	}
	for _, o := range result.Omitted {
		fmt.Fprintf(p.w, "%d more findings of %s not shown\n", o.Count, o.Rule)
	}
	p.waived += len(result.Waived)
	for _, code := range result.Skipped {
		if !strings.Contains(" "+strings.Join(p.skipped, " ")+" ", " "+code+" ") {
			p.skipped = append(p.skipped, code)
		}
	}
}

// place writes a position with the folder that it is relative to.
func place(dir string, pos ocs.Position, path ocs.Pointer) string {
	if pos.IsZero() {
		return string(path)
	}
	if pos.File != "" {
		pos.File = filepath.Join(dir, filepath.FromSlash(pos.File))
	}
	return pos.String()
}

// maxExcerpt is how many characters of a line are shown.
const maxExcerpt = 120

// excerpt shows the line of a position and a caret below the column.
func (p *printer) excerpt(doc *codec.Document, pos ocs.Position) {
	line, ok := lineOf(doc.Source(pos.File), pos.Line)
	if !ok || strings.TrimSpace(line) == "" {
		return
	}
	column, prefix := pos.Column, ""
	if column > maxExcerpt*3/4 { // a long line: start shortly before the fault
		skip := column - maxExcerpt/2
		line, column, prefix = dropRunes(line, skip), column-skip, "…"
	}
	if utf8.RuneCountInString(line) > maxExcerpt {
		line = string([]rune(line)[:maxExcerpt]) + "…"
	}
	var caret strings.Builder // tabs stay tabs, so that the caret stands below its column
	for i, r := range []rune(line) {
		if i+1 >= column {
			break
		}
		switch {
		case r == '\t':
			caret.WriteByte('\t')
		case !unicode.Is(unicode.Mn, r): // marks take no column of their own
			caret.WriteByte(' ')
		}
	}
	fmt.Fprintf(p.w, "    %s%s\n    %s%s\n", prefix, visible(line), strings.Repeat(" ", utf8.RuneCountInString(prefix))+caret.String(), p.paint(red, "^"))
}

func dropRunes(s string, n int) string {
	for ; n > 0 && s != ""; n-- {
		_, size := utf8.DecodeRuneInString(s)
		s = s[size:]
	}
	return s
}

// lineOf returns a line of a source, counted from 1.
func lineOf(src []byte, line int) (string, bool) {
	if line < 1 {
		return "", false
	}
	for range line - 1 {
		_, rest, found := bytes.Cut(src, []byte("\n"))
		if !found {
			return "", false
		}
		src = rest
	}
	text, _, _ := bytes.Cut(src, []byte("\n"))
	return strings.TrimSuffix(string(text), "\r"), true
}

// visible keeps text of a document from steering a terminal or from changing
// the order in which a line is read.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || unicode.IsPrint(r) || r == '\u200c' || r == '\u200d' {
			return r
		}
		return '\uFFFD'
	}, s)
}

// summary counts the findings by severity.
func (p *printer) summary() {
	fmt.Fprintf(p.w, "%s, %s, %s", count(p.counts[ocs.Error], "error"), count(p.counts[ocs.Warning], "warning"), count(p.counts[ocs.Info], "remark"))
	if p.waived > 0 {
		fmt.Fprintf(p.w, ", %d waived", p.waived)
	}
	fmt.Fprintln(p.w)
	if len(p.skipped) > 0 {
		fmt.Fprintf(p.w, "not checked without -as-of: %s\n", strings.Join(p.skipped, ", "))
	}
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
