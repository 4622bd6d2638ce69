package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// row is one measured figure.
type row struct {
	what      string
	measured  float64
	unit      string  // "" for a ratio
	gate, aim float64 // 0 if it has none
	note      string
}

// verdict holds a figure against its goal.
func (r row) verdict() string {
	switch {
	case r.gate == 0:
		return ""
	case r.measured <= r.aim:
		return "aim"
	case r.measured <= r.gate:
		return "gate"
	}
	return "MISSED"
}

// printer writes rows as a table in Markdown, aligned for reading as it is.
type printer struct{ w *tabwriter.Writer }

func newPrinter(w io.Writer) printer { return printer{tabwriter.NewWriter(w, 0, 0, 1, ' ', 0)} }

func (p printer) head() {
	fmt.Fprintln(p.w, "| goal\t| measure\t| gate\t| aim\t| measured\t| reached\t| note\t|")
	fmt.Fprintln(p.w, "|---\t|---\t|---\t|---\t|---\t|---\t|---\t|")
}

// flush writes what was printed. There is nobody to tell if that fails.
func (p printer) flush() { _ = p.w.Flush() }

func (p printer) print(g goal, r row) {
	fmt.Fprintf(p.w, "| %s\t| %s\t| %s\t| %s\t| %s\t| %s\t| %s\t|\n",
		g.number, r.what, number(r.gate), number(r.aim), number(r.measured)+r.unit, r.verdict(), r.note)
}

// number writes a figure with three significant digits, an absent one as
// nothing.
func number(f float64) string {
	switch {
	case f == 0:
		return ""
	case f >= 100:
		return fmt.Sprintf("%.0f", f)
	case f >= 10:
		return fmt.Sprintf("%.1f", f)
	case f >= 1:
		return fmt.Sprintf("%.2f", f)
	}
	return fmt.Sprintf("%.3g", f)
}
